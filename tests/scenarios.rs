//! Tilfeldige scenarioer: that the generator leaves nothing out, and files of them for `scripts/compare.sh`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops where a scenario cannot be written"
)]

mod support;

use handlingsrom::exchange::scenario_file;
use handlingsrom::model::lever::Lever;
use handlingsrom::model::municipality::{Municipality, NeededFigure};
use handlingsrom::model::scenario::{Prices, Scenario};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs};
use support::scenarios::seeded;

/// Every key of a scenario file, and of its parts, that some scenario writes.
fn keys(value: &Value, found: &mut BTreeSet<String>) {
    if let Value::Object(map) = value {
        for (key, item) in map {
            found.insert(key.clone());
            keys(item, found);
        }
    } else if let Value::Array(items) = value {
        for item in items {
            keys(item, found);
        }
    }
}

fn as_value(scenario: &Scenario) -> Value {
    serde_json::from_str(&scenario_file::write(scenario)).expect("a scenario file is JSON")
}

#[test]
fn random_scenarios_use_every_key_of_a_scenario_file_and_both_ends_of_every_lever() {
    let schema = serde_json::to_value(schemars::schema_for!(Scenario)).expect("a schema is JSON");
    let mut wanted = BTreeSet::new();
    let objects = schema["$defs"].as_object().expect("it has parts").values().chain([&schema]);
    for object in objects.filter_map(|object| object["properties"].as_object()) {
        wanted.extend(object.keys().cloned());
    }
    assert!(wanted.len() > 30, "{wanted:?}");
    let all = seeded(1, 500);
    let has_alternatives = |municipality: &Municipality| {
        municipality.population.as_ref().is_some_and(|people| !people.alternatives.is_empty())
    };
    if !all.iter().any(|(municipality, _)| has_alternatives(municipality)) {
        wanted.remove("befolkningsalternativ");
    }
    let mut found = BTreeSet::new();
    all.iter().flat_map(|(_, scenarios)| scenarios).for_each(|one| keys(&as_value(one), &mut found));
    let missing: Vec<&String> = wanted.difference(&found).collect();
    assert!(missing.is_empty(), "no scenario has {missing:?}");
    for (municipality, scenarios) in &all {
        let id = &municipality.identity.id;
        for input in Lever::numbers() {
            for end in [input.spec().min, input.spec().max] {
                assert!(scenarios.iter().any(|one| one.get(input) == end), "{id}: {input:?} {end}");
            }
        }
        for prices in Prices::ALL {
            assert!(scenarios.iter().any(|one| one.basis.prices == prices), "{id}: {prices:?}");
        }
        for figure in NeededFigure::ALL {
            let typed_in = scenarios.iter().any(|one| one.basis.get(figure).is_some());
            assert_eq!(typed_in, !figure.is_given(municipality), "{id}: {figure:?}");
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_scenarios() {
    let scenarios =
        |seed| seeded(seed, 20).into_iter().flat_map(|(_, scenarios)| scenarios).collect::<Vec<_>>();
    assert_eq!(scenarios(7), scenarios(7));
    assert_ne!(scenarios(7), scenarios(8));
}

/// Writes `FOLDER/<municipality>/<number>.json`. `scripts/compare.sh` runs this.
#[test]
#[ignore = "writes files: SCENARIOS=FOLDER SEED=1 COUNT=1000 cargo test --test scenarios -- --ignored"]
fn write_random_scenarios() {
    let number =
        |name: &str, otherwise: u64| env::var(name).map_or(otherwise, |text| text.parse().expect(name));
    let folder = env::var("SCENARIOS").expect("SCENARIOS names a folder");
    let count = usize::try_from(number("COUNT", 1_000)).expect("a count");
    for (municipality, scenarios) in seeded(number("SEED", 1), count) {
        let folder = Path::new(&folder).join(&municipality.identity.id);
        fs::create_dir_all(&folder).expect("the folder can be made");
        for (index, scenario) in scenarios.iter().enumerate() {
            let file = folder.join(format!("{index:04}.json"));
            fs::write(file, scenario_file::write(scenario)).expect("the file can be written");
        }
    }
}
