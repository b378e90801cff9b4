//! Etasjene: an arrow points only down. Read from the syntax of the sources, so that the house holds itself.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot read the sources must stop"
)]

#[path = "architecture/sources.rs"]
mod sources;

use sources::{Module, Source, sources, uses};
use std::collections::{BTreeMap, BTreeSet};

/// A room, the rooms it may use, and the crates it may use.
struct Floor {
    room: &'static str,
    rooms: &'static [&'static str],
    crates: &'static [&'static str],
}

const FLOORS: [Floor; 6] = [
    // The crate that writes the schema of a file is only named in attributes.
    Floor { room: "model", rooms: &[], crates: &["enum_map", "rust_decimal", "schemars", "serde", "strum"] },
    Floor { room: "analysis", rooms: &["model"], crates: &["rand_pcg", "rust_decimal", "serde"] },
    Floor { room: "text", rooms: &["analysis", "model"], crates: &["rust_decimal", "strum", "thiserror"] },
    Floor {
        room: "chart",
        rooms: &["analysis", "model", "text"],
        crates: &["plotters", "plotters_canvas", "rust_decimal", "thiserror", "web_sys"],
    },
    Floor {
        room: "exchange",
        rooms: &["analysis", "model", "text"],
        crates: &[
            "include_dir",
            "jsonc_parser",
            "jsonschema",
            "percent_encoding",
            "rust_decimal",
            "schemars",
            "serde",
            "serde_json",
            "serde_path_to_error",
            "strsim",
            "thiserror",
        ],
    },
    Floor {
        room: "app",
        rooms: &["analysis", "chart", "exchange", "model", "text"],
        crates: &[
            "gloo",
            "js_sys",
            "percent_encoding",
            "rust_decimal",
            "serde",
            "serde_wasm_bindgen",
            "strum",
            "wasm_bindgen",
            "wasm_bindgen_futures",
            "web_sys",
            "yew",
        ],
    },
];

/// What the outside world is reached by; only the command line and the page's own room may.
const OUTSIDE: [&str; 6] = ["env", "fs", "net", "process", "thread", "time"];

/// The longest function, in lines from its name to its last brace.
const LONGEST_FUNCTION: usize = 60;

/// The most lines of code in a file.
const LONGEST_FILE: usize = 400;

/// Files that may divide or round, and why.
const MAY_DIVIDE: &[(&str, &str)] = &[
    ("analysis/futures.rs", "a draw is rounded to hundredths, as a lever is read"),
    ("exchange/municipality_file.rs", "the size of a file is told in megabytes"),
    ("exchange/tables.rs", "a percentage is written with four decimals"),
    ("model/programme.rs", "a postponement is whole years, which are no amount"),
    (
        "model/lever/spec.rs",
        "a lever in years is whole years, and no lever has more decimals than a link keeps",
    ),
    ("text/number.rs", "a number is written with the decimals a person reads"),
];

/// Functions that may be longer, and why.
const MAY_BE_LONG: &[(&str, &str)] = &[
    ("exchange/answers.rs: stress", "a table and its JSON; to be split"),
    ("app/number_field.rs: NumberField", "the markup of a field and what it refuses; to be split"),
];

/// Files that may be longer, and why.
const MAY_BE_LONG_FILES: &[(&str, &str)] =
    &[("model/units.rs", "all types of amounts, each with its operators: looked up, not followed")];

/// Modules of a room that may use each other, and why.
const MAY_CIRCLE: &[(&[&str], &str)] = &[
    (
        &["app::questions::figure", "app::questions::work"],
        "an answer and the work that finds it; to be untied",
    ),
    (
        &["exchange::municipality_checks", "exchange::municipality_file", "exchange::scenario_file"],
        "a municipality file holds scenarios, and both tell of a wrong type alike; to be untied",
    ),
    (
        &["model::arithmetic", "model::case", "model::quantity", "model::revenue"],
        "a quantity names its parts, and a part its quantity; to be untied",
    ),
    (
        &[
            "model::booking",
            "model::flows",
            "model::instalments",
            "model::notice",
            "model::projection",
            "model::year",
        ],
        "the recurrence and what it books; to be untied",
    ),
    (
        &[
            "text::command_line",
            "text::language",
            "text::levers",
            "text::lists",
            "text::nb",
            "text::page",
            "text::problems",
            "text::quantities",
            "text::questions",
            "text::results",
            "text::topic",
        ],
        "the phrases of a topic are methods of a language, and a language has the phrases of every topic",
    ),
    (
        &["model::lever", "model::municipality", "model::scenario"],
        "a plan has ready-made scenarios, a scenario is of levers, and a lever is moved for what a plan has",
    ),
];

/// What breaks a limit without a reason, and reasons for what no longer breaks it.
#[track_caller]
fn only_with_reason(broken: &BTreeMap<String, String>, reasons: &[(&str, &str)]) {
    let without: Vec<&String> = broken
        .iter()
        .filter(|(what, _)| reasons.iter().all(|(known, _)| known != what))
        .map(|(_, how)| how)
        .collect();
    let unneeded: Vec<&str> =
        reasons.iter().map(|(known, _)| *known).filter(|known| !broken.contains_key(*known)).collect();
    assert!(
        without.is_empty() && unneeded.is_empty(),
        "mend these, or give a reason in tests/architecture.rs: {without:#?}\ntake these out of it, they are mended: {unneeded:#?}"
    );
    assert!(reasons.iter().all(|(_, why)| !why.is_empty()));
}

fn in_room<'a>(all: &'a [Source], room: &str) -> impl Iterator<Item = &'a Source> {
    all.iter().filter(move |source| source.module[0] == room)
}

/// The names of the crates that `Cargo.toml` lists, as they are written in Rust.
fn crates() -> BTreeSet<String> {
    let manifest = include_str!("../Cargo.toml");
    let mut found = BTreeSet::new();
    let mut depends = false;
    for line in manifest.lines() {
        if let Some(section) = line.strip_prefix('[') {
            depends = section.trim_end_matches(']').ends_with("dependencies");
        } else if let Some((name, _)) = line.split_once(" = ").filter(|_| depends) {
            found.insert(name.replace('-', "_"));
        }
    }
    assert!(found.contains("yew") && found.contains("rust_decimal"), "{found:?}");
    found
}

#[test]
fn every_room_is_a_floor_and_every_floor_a_room() {
    let rooms: BTreeSet<String> = sources()
        .iter()
        .filter(|source| source.module.len() > 1)
        .map(|source| source.module[0].clone())
        .collect();
    let known: BTreeSet<String> =
        FLOORS.iter().map(|floor| floor.room).chain(["bin"]).map(str::to_owned).collect();
    assert_eq!(rooms, known);
}

#[test]
fn a_room_uses_only_the_rooms_below_it() {
    let all = sources();
    let rooms: Vec<&str> = FLOORS.iter().map(|floor| floor.room).collect();
    for floor in &FLOORS {
        for source in in_room(&all, floor.room) {
            for path in source.paths.iter().filter(|path| path[0] == "crate" && path.len() > 1) {
                let other = path[1].as_str();
                let may = other == floor.room || floor.rooms.contains(&other) || !rooms.contains(&other);
                assert!(may, "{}: {} may not use {}", source.file, floor.room, path.join("::"));
            }
        }
    }
}

#[test]
fn a_room_uses_only_the_crates_that_are_its_own() {
    let (all, crates) = (sources(), crates());
    for floor in &FLOORS {
        for source in in_room(&all, floor.room) {
            for path in source.paths.iter().filter(|path| crates.contains(&path[0])) {
                let may = floor.crates.contains(&path[0].as_str());
                assert!(may, "{}: {} may not use {}", source.file, floor.room, path.join("::"));
            }
        }
    }
}

#[test]
fn nothing_below_the_page_reaches_outside() {
    let all = sources();
    for floor in FLOORS.iter().filter(|floor| floor.room != "app") {
        for source in in_room(&all, floor.room) {
            let outside = source.paths.iter().find(|path| {
                path[0] == "std" && path.get(1).is_some_and(|name| OUTSIDE.contains(&name.as_str()))
            });
            assert!(outside.is_none(), "{}: {outside:?}", source.file);
        }
    }
}

#[test]
fn only_units_divides_or_rounds() {
    let mut broken = BTreeMap::new();
    // Charts and the page divide pixels.
    for source in sources().iter().filter(|source| !["app", "chart"].contains(&source.module[0].as_str())) {
        if !source.divisions.is_empty() && source.file != "model/units.rs" {
            let how = format!("{} divides or rounds in lines {:?}", source.file, source.divisions);
            broken.insert(source.file.clone(), how);
        }
    }
    only_with_reason(&broken, MAY_DIVIDE);
}

#[test]
fn no_function_is_longer_than_a_screen() {
    let mut broken = BTreeMap::new();
    // Lists of words are looked up, not followed.
    for source in sources().iter().filter(|source| source.module[0] != "text") {
        for function in source.functions.iter().filter(|function| function.lines > LONGEST_FUNCTION) {
            let what = format!("{}: {}", source.file, function.name);
            broken.insert(what.clone(), format!("{what} has {} lines", function.lines));
        }
    }
    only_with_reason(&broken, MAY_BE_LONG);
}

#[test]
fn a_file_fits_in_the_head() {
    let long = sources().into_iter().filter(|source| source.lines > LONGEST_FILE);
    let broken = long.map(|source| {
        let how = format!("{} has {} lines", source.file, source.lines);
        (source.file, how)
    });
    only_with_reason(&broken.collect(), MAY_BE_LONG_FILES);
}

/// The modules that use each other in a round, in each folder by itself: a folder counts as one module
/// among its neighbours.
fn circles(all: &BTreeMap<Module, BTreeSet<Module>>) -> BTreeSet<Vec<String>> {
    let folders: BTreeSet<&[String]> = all
        .keys()
        .filter(|module| module.len() > 1)
        .flat_map(|module| (1..module.len()).map(|length| &module[..length]))
        .collect();
    let mut found = BTreeSet::new();
    for folder in folders {
        // The folder's own file counts as a module among those in it.
        let child = |module: &Module| {
            module
                .starts_with(folder)
                .then(|| module.get(folder.len()).cloned().unwrap_or_else(|| "mod".to_owned()))
        };
        let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (from, targets) in all {
            let Some(from) = child(from) else { continue };
            let to = targets.iter().filter_map(child).filter(|to| *to != from);
            edges.entry(from.clone()).or_default().extend(to);
        }
        let reach = |start: &String| {
            let (mut seen, mut next) = (BTreeSet::new(), vec![start]);
            while let Some(at) = next.pop() {
                next.extend(edges.get(at).into_iter().flatten().filter(|to| seen.insert((*to).clone())));
            }
            seen
        };
        let reached: BTreeMap<&String, BTreeSet<String>> =
            edges.keys().map(|from| (from, reach(from))).collect();
        for (from, seen) in reached.iter().filter(|(from, seen)| seen.contains(**from)) {
            let round =
                seen.iter().filter(|other| reached.get(other).is_some_and(|back| back.contains(*from)));
            found.insert(round.map(|name| format!("{}::{name}", folder.join("::"))).collect());
        }
    }
    found
}

#[test]
fn no_two_modules_of_a_room_use_each_other() {
    let found = circles(&uses(&sources()));
    let broken = found.iter().map(|round| (round.join(", "), format!("{round:?} use each other")));
    let known: Vec<(String, &str)> = MAY_CIRCLE.iter().map(|(round, why)| (round.join(", "), *why)).collect();
    let known: Vec<(&str, &str)> = known.iter().map(|(round, why)| (round.as_str(), *why)).collect();
    only_with_reason(&broken.collect(), &known);
}

#[test]
fn the_browser_programs_only_start_the_page() {
    let all = sources();
    for program in ["main.rs", "second.rs"] {
        let main = all.iter().find(|source| source.file == program).unwrap();
        assert!(main.lines < 10, "{program} has {} lines", main.lines);
        assert_eq!(main.functions.len(), 1, "{program}");
    }
}
