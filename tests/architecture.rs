//! Etasjene: an arrow points only down. Read from the sources, so that the house holds itself.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot read the sources must stop")]

use std::fs;
use std::path::{Path, PathBuf};

/// Each room and what it may use beside itself.
const FLOORS: [(&str, &[&str]); 6] = [
    ("model", &[]),
    ("analysis", &["model"]),
    ("text", &["analysis", "model"]),
    ("chart", &["analysis", "model", "text"]),
    ("exchange", &["analysis", "model", "text", "chart"]),
    ("app", &["analysis", "model", "text", "chart", "exchange"]),
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

fn source_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The lines of a file before its own tests, without documentation.
fn code_lines(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    let own = text.split("#[cfg(test)]").next().unwrap().to_owned();
    own.lines().filter(|line| !line.trim_start().starts_with("//")).map(str::to_owned).collect()
}

#[test]
fn a_room_uses_only_the_rooms_below_it() {
    for (room, below) in FLOORS {
        for file in sources(&source_folder().join(room)) {
            for line in code_lines(&file) {
                for (other, _) in FLOORS {
                    let uses = line.contains(&format!("crate::{other}"));
                    let may = other == room || below.contains(&other);
                    assert!(!uses || may, "{}: {room} may not use {other}: {line}", file.display());
                }
            }
        }
    }
}

#[test]
fn the_model_knows_only_std_serde_and_decimals() {
    const FOREIGN: [&str; 10] = [
        "yew",
        "plotters",
        "web_sys",
        "gloo",
        "wasm_bindgen",
        "serde_json",
        "js_sys",
        "std::fs",
        "std::time",
        "thiserror",
    ];
    for file in sources(&source_folder().join("model")) {
        for line in code_lines(&file) {
            for word in FOREIGN {
                assert!(!line.contains(&format!("{word}::")), "{}: {line}", file.display());
            }
        }
    }
}

#[test]
fn only_units_divides() {
    for room in ["model", "analysis", "exchange", "text"] {
        for file in sources(&source_folder().join(room)) {
            let divides = code_lines(&file).iter().any(|line| {
                let code = line.split('"').step_by(2).collect::<String>();
                code.contains(" / ") && !code.contains("/// ") && !code.contains("usize")
            });
            let allowed = file.ends_with("model/units.rs") || file.ends_with("exchange/municipality_file.rs");
            assert!(!divides || allowed, "{} divides", file.display());
        }
    }
}

#[test]
fn the_browser_programs_only_start_the_page() {
    for program in ["main.rs", "second.rs"] {
        let lines = code_lines(&source_folder().join(program));
        assert!(lines.iter().filter(|line| !line.trim().is_empty()).count() < 10, "{program}");
    }
}

#[test]
fn a_file_fits_in_the_head() {
    // Types with a docstring per key are a list to look things up in, not code to follow.
    const LISTS: [&str; 2] = ["model/units.rs", "model/scenario.rs"];
    for file in sources(&source_folder()) {
        let is_list = LISTS.iter().any(|list| file.ends_with(list));
        let count = code_lines(&file).len();
        assert!(is_list || count <= 420, "{} has {count} lines", file.display());
    }
}
