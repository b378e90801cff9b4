//! Ord: what a person reads is in `src/text`, and no other module knows which language it is in.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that cannot read the sources must stop")]

use std::fs;
use std::path::{Path, PathBuf};

/// Files whose Norwegian is not words of the program, with the reason. The help of the command line is not
/// looked at: clap takes it from the comments of the types it reads arguments into.
const ALLOWED: [(&str, &str); 3] = [
    ("model/units.rs", "the schema of the municipality file, whose format is Norwegian, describes its types"),
    ("exchange/municipality_schema.rs", "the title and the description of that schema"),
    ("bin/handlingsrom/usage.rs", "clap's own texts, translated"),
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("the entry can be read").path());
    paths.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

/// The string literals of a file before its own tests, without those of comments and attributes.
fn literals(code: &str) -> Vec<String> {
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().filter(|line| {
        let line = line.trim_start();
        !line.starts_with("//") && !line.starts_with("#[")
    });
    let code = lines.collect::<Vec<_>>().join("\n").replace("\\\"", "'").replace("'\"'", "' '");
    code.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Keys of files and links are data: small letters, digits and signs, without spaces.
fn is_key(literal: &str) -> bool {
    literal
        .chars()
        .all(|sign| sign.is_lowercase() || sign.is_ascii_digit() || "_.-[]{}*#=:;&,/?".contains(sign))
}

fn is_norwegian(literal: &str) -> bool {
    const WORDS: [&str; 22] = [
        "er", "og", "ikke", "til", "som", "det", "den", "av", "på", "med", "skal", "bruk", "skriv", "kan",
        "har", "mangler", "alle", "kommune", "kroner", "prosent", "linje", "mer",
    ];
    let has_letter = literal.contains(['æ', 'ø', 'å', 'Æ', 'Ø', 'Å', '«', '»']);
    let words = || literal.split(|sign: char| !sign.is_alphabetic());
    has_letter
        || literal.contains(' ')
            && words().any(|word| WORDS.contains(&handlingsrom::text::lower(word).as_str()))
}

/// The Norwegian of a folder that is neither a key nor allowed.
fn norwegian_in(folder: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for file in sources(&root.join(folder)) {
        let name = file.strip_prefix(&root).expect("it is under src").to_string_lossy().into_owned();
        let code = fs::read_to_string(&file).expect("the source can be read");
        if ALLOWED.iter().all(|(allowed, _)| name != *allowed) {
            let written =
                literals(&code).into_iter().filter(|literal| !is_key(literal) && is_norwegian(literal));
            found.extend(written.map(|literal| format!("{name}: {literal}")));
        }
    }
    found
}

#[test]
fn the_words_of_the_program_are_in_text() {
    for folder in ["model", "analysis", "exchange", "chart", "app", "bin"] {
        assert_eq!(norwegian_in(folder), Vec::<String>::new());
    }
}

#[test]
fn a_file_that_is_allowed_needs_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (name, reason) in ALLOWED {
        let code = fs::read_to_string(root.join(name)).expect("the source can be read");
        let written = literals(&code).into_iter().any(|literal| !is_key(&literal) && is_norwegian(&literal));
        assert!(written, "{name} has no Norwegian ({reason})");
    }
}

#[test]
fn a_sentence_is_found_and_a_key_is_not() {
    let code = r#"let a = "renter_per_år"; let b = "Bruk et tall."; // "ikke her"
        // "heller ikke her"
        let c = "«x»";"#;
    let found: Vec<String> =
        literals(code).into_iter().filter(|literal| !is_key(literal) && is_norwegian(literal)).collect();
    assert!(found.iter().any(|literal| literal == "Bruk et tall."), "{found:?}");
    assert!(found.iter().any(|literal| literal == "«x»"), "{found:?}");
    assert!(!found.iter().any(|literal| literal.contains("renter_per_år")), "{found:?}");
}

#[test]
fn no_module_outside_text_names_a_language() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for file in sources(&root).into_iter().filter(|file| !file.starts_with(root.join("text"))) {
        let code = fs::read_to_string(&file).expect("the source can be read");
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        let names = code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .any(|line| line.contains("Language::Nb"));
        assert!(!names, "{} names a language", file.display());
    }
}
