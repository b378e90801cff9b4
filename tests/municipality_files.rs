//! Ødelagte kommunefiler: each small fault, and the message it must give.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops where a fault is missed"
)]

use handlingsrom::exchange::catalogue;
use handlingsrom::exchange::municipality_file::{SKELETON, read};
use handlingsrom::text::Language;
use serde_json::{Value, json};

const LIER: &str = include_str!("../assets/kommuner/lier.json");

/// Changes one value, or removes it, and expects a message that holds every one of these words.
#[track_caller]
fn broken(pointer: &str, value: Option<Value>, words: &[&str]) {
    let mut file: Value = serde_json::from_str(LIER).expect("lier.json is JSON");
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer has a slash");
    let parent = file.pointer_mut(parent).expect("the place is in the file");
    match (parent, value) {
        (Value::Object(map), Some(value)) => drop(map.insert(key.to_owned(), value)),
        (Value::Object(map), None) => drop(map.remove(key)),
        (Value::Array(list), Some(value)) => list[key.parse::<usize>().expect("an index")] = value,
        _ => panic!("nothing to change at {pointer}"),
    }
    says(&file.to_string(), words);
}

#[track_caller]
fn says(text: &str, words: &[&str]) {
    let faults = read(text).expect_err("the file is broken");
    let all: Vec<String> = faults.iter().map(|fault| fault.text(Language::Nb)).collect();
    assert!(
        all.iter().any(|fault| words.iter().all(|word| fault.contains(word))),
        "{words:?} not in {all:#?}"
    );
}

#[test]
fn every_municipality_that_comes_with_the_program_is_sound() {
    for municipality in catalogue::all() {
        let id = &municipality.identity.id;
        let text =
            std::fs::read_to_string(format!("{}/assets/kommuner/{id}.json", env!("CARGO_MANIFEST_DIR")))
                .expect("the file is in the repository");
        let faults = read(&text).err().unwrap_or_default();
        assert!(faults.is_empty(), "{id}: {faults:#?}");
    }
}

#[test]
fn a_file_of_another_kind_or_version_is_refused() {
    broken("/format", Some(json!("noe")), &["format", "ikke en kommunefil"]);
    broken("/formatversjon", Some(json!(7)), &["versjon 7 er ukjent"]);
    broken("/plan/beløpsenhet", Some(json!("kr")), &["plan.beløpsenhet", "1000 kr"]);
    broken("/plan/antall_år", Some(json!(40)), &["Bruk fra 4 til 20 år"]);
}

#[test]
fn what_is_not_json_says_which_line() {
    says("{\n  \"format\": ,\n}", &["linje 2", "ikke gyldig JSON"]);
    says("{\"format\": \"handlingsrom-kommune\"", &["slutter for tidlig"]);
    says(&format!("{LIER} og mer"), &["etter at filen skulle være slutt"]);
    says(&"[".repeat(5_000_001), &["høyst 5 MB"]);
    says(&"[".repeat(100_000), &["linje 1"]);
}

#[test]
fn what_is_not_json_says_the_likely_cause() {
    for (wrong, words) in [
        ("731908,44", "Desimaltall skrives med punktum: 731908.44."),
        ("-4,5", "Desimaltall skrives med punktum: -4.5."),
        ("2 155 031,761", "Tall skrives uten mellomrom: 2155031.761."),
        ("2\u{a0}155\u{202f}031", "Tall skrives uten mellomrom: 2155031."),
        ("62 %", "uten % og andre enheter: 62."),
        ("62.5 kr", "uten % og andre enheter: 62.5."),
        ("1.155.031", "et desimaltall har ett punktum"),
        ("−5", "Minus skrives med bindestrek"),
        ("+5", "uten pluss"),
        (".5", "Skriv 0 foran punktum"),
        ("mye", "Tekst skal stå i anførselstegn"),
        ("“mye”", "Anførselstegn skal være rette"),
        ("'mye'", "Anførselstegn skal være rette"),
        ("\"mye", "mangler anførselstegnet"),
        ("1,\n", "ikke stå komma etter siste ledd"),
        ("[1, 2,]", "ikke stå komma etter siste ledd"),
        ("1 \"b\": 2", "mangler komma"),
        ("1; \"b\": 2", "ikke semikolon"),
        ("1, b: 2", "Nøkler skal stå i anførselstegn"),
        ("1, \"b\" 2", "mangler kolon"),
        (",", "verdien foran det mangler"),
        ("\"c:\\mappe\"", "bakstrek dobbelt"),
    ] {
        says(&format!("{{\n\"a\": {wrong}}}"), &["linje ", "tegn ", "ikke gyldig JSON.", words]);
    }
}

#[test]
fn an_empty_file_is_said_to_be_empty() {
    for empty in ["", " \n", "\u{feff}", "// bare en kommentar\n"] {
        says(empty, &["filen er tom"]);
    }
}

#[test]
fn keys_that_are_missing_or_unknown_are_named() {
    broken("/utgangspunkt/lånegjeld", None, &["«lånegjeld» mangler"]);
    broken("/utgangspunkt/lånegjelda", Some(json!({})), &["«lånegjelda» er ukjent", "Mente du «lånegjeld»?"]);
    broken("/handlingsregler/0/krav", Some(json!("mist")), &["«mist» er ukjent", "Mente du «minst»?"]);
}

#[test]
fn years_without_figures_are_named() {
    broken("/kalibrering/verdier", Some(json!({"2025": 0, "2026": 0})), &["kalibrering", "2027", "2034"]);
    broken("/kalibrering/verdier", Some(json!({"2025": 0, "2027": 0})), &["kalibrering", "2026 skulle stå"]);
    broken("/kalibrering/verdier", Some(json!({"i fjor": 0})), &["«i fjor» er ikke et årstall"]);
}

#[test]
fn sums_that_do_not_foot_are_shown_with_both_figures() {
    broken(
        "/investeringer/prosjekter/0/beløp/2030",
        Some(json!(108_001)),
        &["investeringer.sum.2030", "224276", "224275"],
    );
    broken(
        "/investeringer/finansiering/bruk_av_lån/verdier/2025",
        Some(json!(1)),
        &["investeringer.finansiering.2025", "1000 kr"],
    );
    broken(
        "/befolkning/aldersgrupper/0/innbyggere/2030",
        Some(json!(9_999)),
        &["befolkning.sum.innbyggere.2030", "aldersgruppene"],
    );
}

#[test]
fn amounts_of_another_size_or_sign_are_noticed() {
    broken(
        "/utgangspunkt/lånegjeld/verdi",
        Some(json!(-1_900_000)),
        &["utgangspunkt.lånegjeld", "uten minus"],
    );
    broken("/utgangspunkt/lånegjeld/verdi", Some(json!(1_900_000_000_000_i64)), &["oppgitt i kroner"]);
    broken("/forutsetninger/fondsmål/verdi", Some(json!(0.1)), &["forutsetninger.fondsmål", "brøk"]);
    broken("/forutsetninger/flytende_andel/verdi", Some(json!(162)), &["fra 0 til 100"]);
    broken("/forutsetninger/snittrente/verdier/2026", Some(json!(420)), &["snittrente.2026", "fra 0 til 25"]);
    broken("/utgangspunkt/lånegjeld/verdi", Some(json!("mye")), &["utgangspunkt.lånegjeld"]);
}

#[test]
fn a_figure_without_source_or_arithmetic_is_refused() {
    broken("/handlingsregler/0/kilde", None, &["handlingsregler.resultat", "trykt tall må ha kilde"]);
    broken("/utgangspunkt/lånegjeld/merknad", None, &["utgangspunkt.lånegjeld", "må si hvordan"]);
    broken(
        "/handlingsregler/0/kilde/dokument",
        Some(json!("hp2052")),
        &["«hp2052» finnes ikke", "Mente du «hp2025»?"],
    );
}

#[test]
fn names_used_twice_or_unknown_are_refused() {
    broken("/investeringer/prosjekter/1/id", Some(json!("tranby-idrettshall")), &["er brukt før"]);
    broken("/tiltak/3/utvalg", Some(json!("OIK")), &["tiltak[3].utvalg", "«OIK»"]);
    broken(
        "/ferdige_scenarioer/0/endringer/prosjekter",
        Some(json!({"tranby-skole": {"flyttet": -30}})),
        &["ferdige_scenarioer.kommunestyrets-vedtak", "kan ikke flyttes -30 år"],
    );
}

fn folder() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kommunefiler")
}

#[test]
fn every_broken_file_gives_the_message_on_its_first_line() {
    let mut files: Vec<_> = std::fs::read_dir(folder().join("feil"))
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    assert!(files.len() >= 40, "only {}", files.len());
    let mut wrong = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a text file");
        let wanted =
            text.lines().next().and_then(|line| line.strip_prefix("// SKAL GI: ")).expect("a message");
        let faults = read(&text).err().unwrap_or_default();
        let all = faults.iter().map(|fault| fault.text(Language::Nb)).collect::<Vec<_>>().join("\n");
        let missing: Vec<&str> = wanted.split(" | ").filter(|words| !all.contains(words)).collect();
        if !missing.is_empty() {
            wrong.push(format!("{}: {missing:?} not in\n{all}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_fault_of_form_and_content_comes_at_once_in_the_order_of_the_file() {
    let text =
        std::fs::read_to_string(folder().join("feil/46-mange-feil-pa-en-gang.jsonc")).expect("the file");
    let faults = read(&text).expect_err("it is broken");
    let lines: Vec<usize> = faults.iter().filter_map(|fault| fault.line).collect();
    assert_eq!(lines.len(), faults.len(), "{faults:#?}");
    assert!(lines.len() >= 5 && lines.is_sorted(), "{lines:?}");
}

#[test]
fn a_key_written_twice_is_told_of_in_lists_series_and_what_is_written_twice_itself() {
    let text = std::fs::read_to_string(folder().join("hel.json")).expect("the file");
    let text = text
        .replacen("\"kommune\": {", "\"kommune\": {\"id\": \"a\", \"id\": \"b\"},\n\"kommune\": {", 1)
        .replacen("\"grense\": 1.75,", "\"grense\": 1.5,\n\"grense\": 2,\n\"gr\\u0065nse\": 1.75,", 1)
        .replacen("\"antall_år\": 10,", "\"antall_år\": 10, \"antall_bår\": 10,", 1);
    let faults = read(&text).expect_err("it is broken");
    let all: Vec<String> = faults.iter().map(|fault| fault.text(Language::Nb)).collect();
    let wanted = [
        ["kommune.id (linje 4):", "«id» er skrevet før, på linje 4."],
        ["kommune (linje 5):", "«kommune» er skrevet før, på linje 4."],
        ["plan.antall_bår (linje 24):", "er ukjent her."],
        ["handlingsregler[0].grense (linje 39):", "«grense» er skrevet før, på linje 38."],
        ["handlingsregler[0].grense (linje 40):", "«grense» er skrevet før, på linje 38."],
    ];
    assert_eq!(all.len(), wanted.len(), "{all:#?}");
    for (fault, words) in all.iter().zip(wanted) {
        assert!(words.iter().all(|word| fault.contains(word)), "{words:?} not in {all:#?}");
    }
}

#[test]
fn of_a_key_written_twice_the_other_faults_are_of_the_one_that_counts() {
    let text = std::fs::read_to_string(folder().join("hel.json")).expect("the file");
    let text = text.replacen("\"antall_år\": 10,", "\"antall_år\": 10,\n\"antall_år\": 40,", 1);
    says(&text, &["plan.antall_år (linje 24)", "Bruk fra 4 til 20 år"]);
    says(&text, &["plan.antall_år (linje 24)", "er skrevet før, på linje 23"]);
}

#[test]
fn a_huge_or_deep_file_is_refused_at_once() {
    let huge = format!("{{\"format\": \"{}\"}}", "x".repeat(50_000_000));
    says(&huge, &["filen er på 50,1 MB", "høyst 5 MB"]);
    let deep = format!("{}1{}", "{\"a\":".repeat(1_000), "}".repeat(1_000));
    says(&deep, &["mer enn 32 nivåer ned"]);
}

#[test]
fn the_skeleton_is_a_sound_file_and_comments_are_allowed() {
    assert!(read(&format!("\u{feff}{SKELETON}")).is_ok(), "a mark of byte order is no fault");
    assert_eq!(read(SKELETON).map(|municipality| municipality.identity.id), Ok("eksempelvik".to_owned()));
}
