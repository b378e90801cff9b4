//! Områder: every number of a municipality file has one, and nothing inside them overflows.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

use handlingsrom::analysis::Question;
use handlingsrom::exchange::answers;
use handlingsrom::exchange::municipality_checks::range_table::{RANGES, Range, range_of};
use handlingsrom::exchange::municipality_file::read;
use handlingsrom::exchange::municipality_schema::schema;
use handlingsrom::model::lever::Lever;
use handlingsrom::model::municipality::Municipality;
use handlingsrom::model::projection::project;
use handlingsrom::model::scenario::Scenario;
use handlingsrom::text::{Language, Step};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt::Write;

const FILES: [&str; 5] = [
    include_str!("kommunefiler/hel.json"),
    include_str!("../assets/kommuner/lier.json"),
    include_str!("../assets/kommuner/ovre-eiker.json"),
    include_str!("../assets/kommuner/lillehammer.json"),
    include_str!("../assets/kommuner/asker.json"),
];

/// The key of every number in a part of the schema, as the table writes keys.
fn numbers(part: &Value, key: &str, found: &mut BTreeSet<String>) {
    let part = match part["$ref"].as_str() {
        Some(target) => {
            let target = percent_encoding::percent_decode_str(target.trim_start_matches('#')).decode_utf8();
            schema().pointer(&target.expect("UTF-8")).expect("the schema has its own parts")
        }
        None => part,
    };
    if matches!(part["type"].as_str(), Some("number" | "integer")) {
        found.insert(key.to_owned());
    }
    if let Some(items) = part.get("items") {
        numbers(items, &format!("{key}[]"), found);
    }
    for item in part["patternProperties"].as_object().into_iter().flat_map(|map| map.values()) {
        numbers(item, key, found);
    }
    if let Some(item) = part.get("additionalProperties").filter(|item| item.is_object()) {
        numbers(item, &format!("{key}.*"), found);
    }
    for (name, item) in part["properties"].as_object().into_iter().flatten() {
        let within = match name.as_str() {
            "endringer" => continue,
            "verdi" | "verdier" => key.to_owned(),
            _ if key.is_empty() => name.clone(),
            _ => format!("{key}.{name}"),
        };
        numbers(item, &within, found);
    }
}

#[test]
fn every_number_of_the_schema_has_a_range_and_every_range_a_number() {
    let mut found = BTreeSet::new();
    numbers(schema(), "", &mut found);
    assert!(found.len() > 80, "{found:?}");
    let without: Vec<&String> = found.iter().filter(|key| range_of(key).is_none()).collect();
    assert!(without.is_empty(), "add these to src/exchange/municipality_checks/range_table.rs: {without:?}");
    let unused = RANGES.iter().filter(|range| {
        !found
            .iter()
            .any(|key| key == range.key || range.key.strip_prefix('*').is_some_and(|end| key.ends_with(end)))
    });
    assert_eq!(unused.map(|range| range.key).collect::<Vec<_>>(), Vec::<&str>::new());
    assert!(
        RANGES
            .iter()
            .all(|range| range.min <= range.max && !Language::Nb.range_reason_of(range.reason).is_empty())
    );
}

fn step(range: &Range) -> String {
    match range.step {
        Step::Single => "ett tall".to_owned(),
        Step::Whole => "hele området".to_owned(),
        Step::Points(points) => format!("{points} prosentenheter"),
        Step::OfIncome(percent) => format!("{percent} % av inntektene"),
        Step::People { percent, least } => format!("{percent} % eller {least} innbyggere"),
    }
}

/// Written by `UPDATE=1 cargo test --test ranges`.
#[test]
fn the_guide_has_the_ranges_of_the_program() {
    let mut page = String::from(
        "# Hva hvert tall i en kommunefil kan være\n\nSkrevet av `UPDATE=1 cargo test --test ranges`. Beløp i 1000 kr.\n\n\
         | Nøkkel | Fra | Til | Fra et år til det neste | Hvorfor |\n|---|---|---|---|---|\n",
    );
    let whole = |limit: i64| Language::Nb.number(Decimal::from(limit), 0);
    for range in RANGES {
        let Range { key, min, max, .. } = range;
        let reason = Language::Nb.range_reason_of(range.reason);
        let _ =
            writeln!(page, "| `{key}` | {} | {} | {} | {reason} |", whole(*min), whole(*max), step(range));
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/kommunefil-omrader.md");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &page).expect("the page is written");
    }
    assert!(std::fs::read_to_string(path).is_ok_and(|stands| stands == page), "run it with UPDATE=1");
}

/// Every place of a number, as a JSON pointer, with its key.
fn places(value: &Value, pointer: &str, key: &str, found: &mut Vec<(String, String)>) {
    let escaped = |part: &str| part.replace('~', "~0").replace('/', "~1");
    match value {
        Value::Number(_) => found.push((pointer.to_owned(), key.to_owned())),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                places(item, &format!("{pointer}/{index}"), &format!("{key}[]"), found);
            }
        }
        Value::Object(map) => {
            for (name, item) in map {
                let year = name.len() == 4 && name.parse::<u32>().is_ok();
                let within = match name.as_str() {
                    "endringer" => continue,
                    "verdi" | "verdier" => key.to_owned(),
                    _ if year => key.to_owned(),
                    _ if key.ends_with("alternativer[].innbyggere") => format!("{key}.*"),
                    _ if key.is_empty() => name.clone(),
                    _ => format!("{key}.{name}"),
                };
                places(item, &format!("{pointer}/{}", escaped(name)), &within, found);
            }
        }
        _ => {}
    }
}

/// Every lever at its lowest, at its highest, and each alone; with the answers that compute most.
fn run_at_every_end(municipality: &Municipality) {
    let ends = |input: Lever| [input.spec().min, input.spec().max];
    let mut scenarios = vec![Scenario::plan()];
    for end in 0..2 {
        let mut all = Scenario::plan();
        for input in Lever::numbers() {
            all.set(input, ends(input)[end]);
            let mut alone = Scenario::plan();
            alone.set(input, ends(input)[end]);
            scenarios.push(alone);
        }
        scenarios.push(all);
    }
    for scenario in &scenarios {
        let projection = project(municipality, scenario);
        assert_eq!(projection.years.len(), municipality.plan.year_count);
    }
    let plan = project(municipality, &Scenario::plan());
    let question =
        Question { municipality, plan: &plan, scenario: scenarios.last().expect("there are some") };
    let year = municipality.last_year();
    assert!(!answers::why(&question, year, Language::Nb).text().is_empty());
    assert!(!answers::sensitivities(&question, year, Language::Nb).text().is_empty());
    assert!(!answers::futures(&question, 1, 20, Language::Nb).text().is_empty());
}

#[test]
fn no_number_at_any_end_of_its_range_overflows() {
    let (mut accepted, mut refused) = (0, 0);
    for text in FILES {
        let file: Value = serde_json::from_str(text).expect("the file is JSON");
        let mut found = Vec::new();
        places(&file, "", "", &mut found);
        let mut seen = BTreeSet::new();
        for (pointer, key) in found.into_iter().filter(|(_, key)| !key.contains("kilde")) {
            // One of each kind in each file; the random trials of `make fuzz` take the others.
            if !seen.insert(key.clone()) {
                continue;
            }
            let range = range_of(&key).unwrap_or_else(|| panic!("{key} has no range"));
            for value in [range.min - 1, range.min, range.max, range.max + 1] {
                let mut changed = file.clone();
                *changed.pointer_mut(&pointer).expect("the place is in the file") = json!(value);
                match read(&changed.to_string()) {
                    Ok(municipality) => {
                        assert!((range.min..=range.max).contains(&value), "{key}: {value} is accepted");
                        run_at_every_end(&municipality);
                        accepted += 1;
                    }
                    Err(_) => refused += 1,
                }
            }
        }
    }
    assert!(accepted > 50 && refused > 500, "{accepted} accepted, {refused} refused");
}

#[test]
fn a_municipality_as_large_as_the_ranges_allow_does_not_overflow() {
    for text in FILES {
        let mut file: Value = serde_json::from_str(text).expect("the file is JSON");
        let mut found = Vec::new();
        places(&file, "", "", &mut found);
        let amount = |key: &str| range_of(key).is_some_and(|range| range.max >= 100_000_000);
        let people = |key: &str| key.contains("innbyggere") && !key.contains("kostnad");
        let largest = |of: &dyn Fn(&str) -> bool| {
            let values = found
                .iter()
                .filter(|(_, key)| of(key))
                .filter_map(|(place, _)| file.pointer(place)?.as_f64());
            values.fold(1.0_f64, |most, value| most.max(value.abs()))
        };
        // Whole factors, so that sums still foot.
        let (amounts, heads) =
            ((200_000_000.0 / largest(&amount)).floor(), (1_000_000.0 / largest(&people)).floor());
        for (pointer, key) in &found {
            let factor = if amount(key) {
                amounts
            } else if people(key) {
                heads
            } else {
                continue;
            };
            let value = file.pointer_mut(pointer).expect("the place is in the file");
            *value = json!(value.as_f64().expect("a number") * factor);
        }
        let municipality: Municipality = serde_json::from_value(file).expect("the form is right");
        run_at_every_end(&municipality);
    }
}
