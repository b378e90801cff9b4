//! Kommandolinjen, run as a person runs it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where the program fails")]

use serde_json::Value;
use std::process::{Command, Output};

fn handlingsrom(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_handlingsrom"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[track_caller]
fn refuses(arguments: &[&str], words: &[&str]) {
    let output = handlingsrom(arguments);
    let message = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{message}");
    assert!(words.iter().all(|word| message.contains(word)), "{words:?} not in {message}");
}

fn json(arguments: &[&str]) -> Value {
    let output = handlingsrom(arguments);
    assert!(output.status.success(), "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("the output is JSON")
}

#[test]
fn without_arguments_it_shows_help() {
    let output = handlingsrom(&[]);
    assert!(output.status.success());
    assert!(text(&output.stdout).contains("run") && text(&output.stdout).contains("check"));
}

#[test]
fn the_plan_as_json_has_the_printed_figures() {
    let page = json(&["run", "--municipality", "lier", "--format", "json"]);
    assert_eq!(page["år"][0]["netto_driftsresultat"], -6600);
    assert_eq!(page["år"][2]["overføring_fra_drift"], 14987);
    assert_eq!(page["år"][9]["bruk_av_lån"], 282_526);
    assert_eq!(page["år"][9]["investeringer"], 402_275);
    assert_eq!(page["enhet"], "1000 kr");
}

#[test]
fn a_lever_with_a_subject_is_set_as_in_a_link() {
    let of = |setting: &str| {
        let output = handlingsrom(&["run", "--format", "json", "--set", setting]);
        assert!(output.status.success(), "{setting}");
        output.stdout
    };
    let plan = of("renter=0");
    for setting in ["rente.2028=0.5", "prosjekt.tranby-skole=-2,o120", "salg.2026=50", "priser=løpende"] {
        assert_ne!(of(setting), plan, "{setting}");
    }
}

#[test]
fn levers_are_set_by_name() {
    let plan = json(&["run", "--format", "json"]);
    let moved = json(&[
        "run",
        "--format",
        "json",
        "--set",
        "renter=+1,0",
        "--set",
        "befolkningsvekst=-0.3",
        "--set",
        "investeringer=80",
        "--set",
        "omstilling=20",
    ]);
    assert_eq!(moved["scenario"]["befolkningsvekst"], -0.3);
    assert!(moved["år"][0]["renteutgifter"].as_f64() > plan["år"][0]["renteutgifter"].as_f64());
    assert!(moved["år"][9]["innbyggere"].as_f64() < plan["år"][9]["innbyggere"].as_f64());
}

#[test]
fn a_scenario_file_says_every_fault_with_its_line_also_a_key_written_twice() {
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("scenario.json");
    let run = |text: &str, words: &[&str]| {
        std::fs::write(&file, text).expect("the file is written");
        refuses(&["run", "--scenario", &file.to_string_lossy()], words);
    };
    run(
        "{\"renter\": 1,\n\"renter\": 99,\n\"prosjekter\": {\"tranby-skole\": {},\n\"tranby-skole\": {}}}",
        &[
            "renter (linje 2): 99 er utenfor",
            "renter (linje 2): nøkkelen «renter» er skrevet før, på linje 1. Behold bare den ene.",
            "prosjekter.tranby-skole (linje 4): nøkkelen «tranby-skole» er skrevet før, på linje 3.",
        ],
    );
    run(
        "{\"renter\": 1,\n\"renter\": \"mye\"}",
        &["renter (linje 2): feil type", "er skrevet før, på linje 1"],
    );
    run("{\"renter\": 1,\n}", &["linje 1, tegn 13", "ikke gyldig JSON", "komma etter siste ledd"]);
    run("{\"renter\": 1,5}", &["linje 1", "Desimaltall skrives med punktum: 1.5."]);
    run("// et scenario\n{}", &["linje 1", "Kommentarer kan ikke stå her"]);
    run("", &["filen er tom"]);
    run(&"[".repeat(100_000), &["linje 1", "ikke gyldig JSON"]);
}

#[test]
fn a_ready_made_scenario_opens_by_name_and_a_file_by_path() {
    let decision = json(&["run", "--scenario", "kommunestyrets-vedtak", "--format", "json"]);
    assert_eq!(decision["scenario"]["prosjekter"]["tranby-skole"]["flyttet"], -4);
    refuses(&["run", "--scenario", "ingen-slik-fil.json"], &["ingen-slik-fil.json", "finnes ikke"]);
}

#[test]
fn a_run_says_which_rules_break_and_what_the_law_says_of_the_result() {
    let asked = ["run", "--municipality", "ovre-eiker", "--set", "realvekst=-2"];
    let table = text(&handlingsrom(&asked).stdout);
    for words in ["Merknader", "brytes i 2025", "merforbruk", "Forbehold"] {
        assert!(table.contains(words), "{words} not in {table}");
    }
    let page = json(&[&asked[..], &["--format", "json"]].concat());
    assert!(page["merknader"].as_array().is_some_and(|remarks| remarks.len() > 2));
}

#[test]
fn csv_has_a_row_a_year_with_decimal_commas() {
    let output = text(&handlingsrom(&["run", "--format", "csv"]).stdout);
    assert_eq!(output.lines().count(), 11);
    // The mark of byte order tells Excel that the letters are UTF-8.
    assert!(output.starts_with("\u{feff}år;innbyggere;brutto_driftsinntekter;"));
    assert!(output.contains("88568,239"));
}

#[test]
fn wrong_settings_say_what_would_be_right() {
    refuses(&["run", "--set", "renter=9"], &["renter", "-2 til 4"]);
    refuses(&["run", "--set", "rente=1"], &["«rente» er ikke en spak", "renter"]);
    refuses(&["run", "--set", "renter"], &["mangler «=»"]);
    refuses(&["run", "--set", "rente.2099=1"], &["rente.2099", "2099"]);
    refuses(&["run", "--set", "prosjekt.finnes-ikke=1"], &["finnes-ikke"]);
    refuses(&["run", "--set", "renter=mye"], &["«mye» er ikke et tall"]);
    refuses(&["run", "--municipality", "oslo"], &["«oslo» følger ikke med", "lier"]);
}

#[test]
fn a_lever_of_years_takes_whole_years() {
    refuses(&["run", "--set", "utsettelse=2.5"], &["utsettelse: 2.5 er ikke et helt antall år"]);
}

#[test]
fn check_accepts_a_sound_file_and_refuses_another() {
    let output = handlingsrom(&["check", "assets/kommuner/lier.json"]);
    assert!(output.status.success());
    assert!(text(&output.stdout).contains("Filen er i orden: Lier kommune, 22 prosjekter"));
    refuses(&["check", "Cargo.toml"], &["linje 1"]);
    refuses(&["check", "finnes-ikke.json"], &["finnes ikke"]);
    refuses(&["check", "tests"], &["tests: dette er en mappe. Oppgi en fil."]);
    let large = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("stor.jsonc");
    std::fs::write(&large, " ".repeat(5_000_001)).expect("the file is written");
    refuses(&["check", &large.to_string_lossy()], &["filen er på 5,1 MB. En fil er høyst 5 MB."]);
}

/// Runs a line of the shell with the program as `$0`.
fn shell(line: &str) -> Output {
    Command::new("bash")
        .args(["-c", line, env!("CARGO_BIN_EXE_handlingsrom")])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the shell runs")
}

#[test]
fn an_answer_that_is_lost_is_a_failure() {
    let full = shell("\"$0\" run > /dev/full");
    assert_eq!(full.status.code(), Some(1));
    assert!(text(&full.stderr).contains("Svaret ble ikke skrevet ferdig: disken er full."));
    // The reader closes before anything is written.
    let closed = shell("{ sleep 0.3; \"$0\" run; echo \"code $?\" >&2; } | true");
    assert!(text(&closed.stderr).contains("code 1"), "{}", text(&closed.stderr));
    assert!(text(&closed.stderr).contains("mottakeren har lukket"), "{}", text(&closed.stderr));
    assert_eq!(shell("\"$0\" run --municipality x 2> /dev/full").status.code(), Some(1));
    assert_eq!(shell("\"$0\" --help > /dev/full").status.code(), Some(1));
}

#[test]
fn wrong_arguments_are_told_of_in_norwegian() {
    for (arguments, words) in [
        (&["chek"][..], &["«chek» er ikke en kommando.", "Mente du «check»?"][..]),
        (&["run", "--fil", "x"], &["«--fil» er ukjent her.", "Mente du «--file»?"]),
        (&["run", "--format", "xml"], &["«xml» går ikke for «--format", "table, json, csv"]),
        (&["run", "--file"], &["«--file", "mangler verdi"]),
        (&["explain", "--depth", "900"], &["«900» går ikke", "helt tall fra 0 til"]),
        (&["explain", "--year", "i fjor"], &["«i fjor» går ikke", "Bruk et helt tall."]),
        (&["run", "--scenario", "x", "--set", "renter=1"], &["kan ikke brukes sammen med"]),
        (&["run", "--file", "a", "--file", "b"], &["kan bare oppgis én gang"]),
        (&["check"], &["mangler"]),
    ] {
        let output = handlingsrom(arguments);
        let message = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{message}");
        assert!(words.iter().all(|word| message.contains(word)), "{words:?} not in {message}");
        assert!(!message.contains("error") && !message.contains("Usage"), "{message}");
    }
    let help = text(&handlingsrom(&["run", "--help"]).stdout);
    assert!(help.contains("Bruk: ") && help.contains("Valg:") && !help.contains("Print"), "{help}");
}

#[test]
fn what_steers_a_terminal_is_shown_harmless() {
    let hel = std::fs::read_to_string("tests/kommunefiler/hel.json").expect("the file");
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("styrer.json");
    let path = file.to_string_lossy().into_owned();
    // In JSON the signs are written as numbers; read, they are the signs themselves.
    for steering in ["\\u001b[2J", "\\u009b2J", "\\u202e", "\\u0007", "\\u007f"] {
        let wrong = hel.replacen("\"format\"", &format!("\"form{steering}at\""), 1);
        std::fs::write(&file, wrong).expect("the file is written");
        let output = handlingsrom(&["check", &path]);
        assert!(
            !output.status.success() && text(&output.stderr).contains(steering),
            "{}",
            text(&output.stderr)
        );
        let named = hel.replace("navn\": \"", &format!("navn\": \"{steering}"));
        std::fs::write(&file, named).expect("the file is written");
        for format in ["table", "json"] {
            let output = handlingsrom(&["run", "--file", &path, "--format", format]);
            let page = text(&output.stdout);
            assert!(output.status.success() && page.contains(steering), "{page}");
            assert!(!page.contains(['\u{1b}', '\u{9b}', '\u{202e}', '\u{7}', '\u{7f}']));
        }
    }
    let output = handlingsrom(&["run", "--municipality", "\u{1b}[2J"]);
    assert!(text(&output.stderr).contains("«\\u001b[2J»"), "{}", text(&output.stderr));
}

#[test]
fn a_scenario_file_may_begin_with_a_mark_of_byte_order() {
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("bom.json");
    std::fs::write(&file, "\u{feff}{\"renter\": 1}").expect("the file is written");
    let page = json(&["run", "--scenario", &file.to_string_lossy(), "--format", "json"]);
    assert_eq!(page["scenario"]["renter"], 1);
}
