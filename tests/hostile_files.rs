//! Fiendtlige filer: files made to take all memory or all time, given to the program as a person gives them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test stops where the program fails")]

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

/// What the program may use of memory, in kB. Address space, so that more is refused by the system.
const MOST_MEMORY: u32 = 200_000;
/// A refusal takes well under a second; other work on the machine gets the rest.
const LONGEST: Duration = Duration::from_secs(5);
const SOUND: &str = include_str!("kommunefiler/hel.json");

fn file(name: &str, text: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).expect("the file is written");
    path
}

/// Runs a command line of the program, in a shell that gives it no more than [`MOST_MEMORY`].
fn limited(arguments: &str) -> Output {
    let program = env!("CARGO_BIN_EXE_handlingsrom");
    Command::new("sh")
        .args(["-c", &format!("ulimit -v {MOST_MEMORY}; {program} {arguments}")])
        .output()
        .expect("the program runs")
}

#[track_caller]
fn refuses(arguments: &str, words: &[&str]) -> String {
    let begun = Instant::now();
    let output = limited(arguments);
    let taken = begun.elapsed();
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    let shown: String = message.chars().take(2_000).collect();
    assert_eq!(output.status.code(), Some(1), "{shown}");
    assert!(words.iter().all(|word| message.contains(word)), "{words:?} not in {shown}");
    assert!(message.len() < 100_000, "{} bytes of message: {shown}", message.len());
    assert!(taken < LONGEST, "{taken:?}");
    message
}

#[track_caller]
fn check_refuses(name: &str, text: &str, words: &[&str]) -> String {
    refuses(&format!("check {}", file(name, text).display()), words)
}

/// The sound file with one more key in its root, or in another place.
fn with(place: &str, more: &str) -> String {
    let text = SOUND.replacen(place, &format!("{place}{more}"), 1);
    assert!(text != SOUND, "{place} is in the file");
    text
}

#[test]
fn one_number_cannot_take_all_memory() {
    let years = SOUND.replacen("\"antall_år\": 10,", "\"antall_år\": 10000000,", 1);
    check_refuses("antall.json", &years, &["plan.antall_år", "Bruk fra 4 til 20 år"]);
    let later = ", \"etter_perioden\": {\"fra\": 2036, \"til\": 2000000000, \"beløp\": 1}";
    let later = SOUND.replacen("\"type\": \"prosjekt\"", &format!("\"type\": \"prosjekt\"{later}"), 1);
    check_refuses("etter.json", &later, &["etter_perioden.til", "større enn"]);
}

#[test]
fn more_than_any_municipality_has_is_counted_and_not_read() {
    let measures = format!("{{\"tiltak\": [{}]}}", vec!["{}"; 1_200_000].join(","));
    check_refuses("tiltak.json", &measures, &["linje 1: filen har mer enn 50", "verdier"]);
    let measures = format!("{{\"tiltak\": [{}]}}", vec!["{}"; 1_001].join(","));
    check_refuses("tiltak-1001.json", &measures, &["tiltak (linje 1)", "1001 ledd"]);
    let name = SOUND.replacen("\"navn\": \"", &format!("\"navn\": \"{}", "x".repeat(20_000)), 1);
    check_refuses("navn.json", &name, &["navn (linje", "tegn"]);
}

#[test]
fn a_hundred_faults_are_told_and_the_rest_counted() {
    let keys = |count: u32| {
        (0..count).fold(String::new(), |mut keys, number| {
            let _ = write!(keys, "\"u{number}\":0,");
            keys
        })
    };
    check_refuses("mange.json", &with("{", &keys(300_000)), &["filen har mer enn 50", "verdier"]);
    let message = check_refuses("noen.json", &with("{", &keys(700)), &["«u0» er ukjent her"]);
    assert_eq!(message.lines().count(), 101, "{message}");
    assert!(message.contains("600 feil til"), "{message}");
    let same = "\"like\": 0, ".repeat(900);
    let message = check_refuses("like.json", &with("{", &same), &["«like» er skrevet før"]);
    assert!(message.contains("feil til"), "{message}");
}

#[test]
fn fifty_megabytes_of_anything_is_refused_at_once() {
    for (name, piece) in [("klammer", "["), ("mellomrom", " "), ("null", "\0"), ("tekst", "\"abc\",")] {
        let path = file(name, &piece.repeat(50_000_000 / piece.len()));
        refuses(&format!("check {}", path.display()), &["høyst 5 MB"]);
        refuses(&format!("check /dev/stdin < {}", path.display()), &["høyst 5 MB"]);
        refuses(&format!("run --file {}", path.display()), &["høyst 5 MB"]);
        refuses(&format!("run --scenario {}", path.display()), &["høyst 5 MB"]);
        std::fs::remove_file(path).expect("the file is there");
    }
}

#[test]
fn five_megabytes_of_anything_is_refused_too() {
    for (name, piece) in [
        ("fem-klammer", "["),
        ("fem-objekter", "{\"a\":"),
        ("fem-kommentar", "/* \" */"),
        ("fem-mellomrom", " "),
        ("fem-linjer", "\n"),
        ("fem-tall", "1"),
        ("fem-noekler", "\"a\":1,"),
    ] {
        check_refuses(name, &piece.repeat(4_900_000 / piece.len()), &[]);
        check_refuses(name, &format!("{{{}", piece.repeat(4_900_000 / piece.len())), &[]);
    }
    let key = format!("{{\"{}\": 1}}", "nøkkel".repeat(700_000));
    check_refuses("fem-nokkel", &key, &["tegn"]);
}

#[test]
fn a_quotation_mark_in_a_comment_hides_no_depth() {
    for comment in ["// 5\" rør\n", "/* 5\" rør */", "// [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n"] {
        check_refuses("kommentar.json", &format!("{comment}{}", "[".repeat(400)), &["nivåer ned", "linje"]);
        let sound = format!("{comment}{SOUND}");
        let output = limited(&format!("check {}", file("hel-med-kommentar.json", &sound).display()));
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}
