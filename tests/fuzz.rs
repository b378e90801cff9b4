//! Fiendtlige innspill: links, scenario files and municipality files, mutated at random.
//!
//! `make fuzz` runs ten million of each; the gate a hundred thousand links and scenario files, and as many
//! municipality files as `FUZZ_FILES` says. Seeded: what was found once is found again. A found input is added
//! to `FOUND`, where it stays.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test stops where something fails, and tells what it counted"
)]

mod support;

use handlingsrom::analysis::Question;
use handlingsrom::exchange::municipality_checks::range_table::range_of;
use handlingsrom::exchange::{answers, link, municipality_file, scenario_file};
use handlingsrom::model::lever::Lever;
use handlingsrom::model::municipality::Municipality;
use handlingsrom::model::projection::project;
use handlingsrom::model::scenario::Scenario;
use handlingsrom::text::Language;
use serde_json::{Number, Value};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};
use support::lier;

const SOUND: &str = include_str!("kommunefiler/hel.json");
/// A refusal or an answer takes no longer; other work on the machine gets the rest.
const LONGEST: Duration = Duration::from_secs(5);
/// Links that something was once wrong with.
const FOUND: &[&str] =
    &["v=1&utsettelse=2.5", "renter=1&renter=2", "nytt-prosjekt=2028.9;10;1;0;Skole", "alderskostnad=ja"];
/// What numbers are tried beside the ends of their range.
const EXTREMES: [&str; 14] = [
    "0",
    "-0",
    "1",
    "-1",
    "1e-24",
    "-1e-24",
    "0.5",
    "99999",
    "1e9",
    "-1e9",
    "9007199254740993",
    "1e28",
    "1e308",
    "123456789.123456789123456789",
];

/// Tilfeldige tall: the same from the same seed, on every machine.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        // Xorshift: all that is asked of it is that it goes everywhere.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, count: usize) -> usize {
        let count = u64::try_from(count.max(1)).expect("a count");
        usize::try_from(self.next() % count).expect("less than a count")
    }

    fn of<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        &things[self.below(things.len())]
    }
}

fn wanted(variable: &str, otherwise: u32) -> u32 {
    std::env::var(variable).ok().and_then(|count| count.parse().ok()).unwrap_or(otherwise)
}

/// What was tried, and the worst of it.
#[derive(Default)]
struct Count {
    accepted: u32,
    refused: u32,
    longest: Duration,
    largest: usize,
}

impl Count {
    /// Tries an input. `reads` says whether it was accepted.
    fn tries(&mut self, input: &str, reads: impl FnOnce(&str) -> bool) {
        let begun = Instant::now();
        let read = catch_unwind(AssertUnwindSafe(|| reads(input)));
        let taken = begun.elapsed();
        let start: String = input.chars().take(3_000).collect();
        match read {
            Ok(true) => self.accepted += 1,
            Ok(false) => self.refused += 1,
            Err(_) => unreachable!("it panicked on: {start}"),
        }
        assert!(taken < LONGEST, "{taken:?} for: {start}");
        self.longest = self.longest.max(taken);
        self.largest = self.largest.max(input.len());
    }

    fn tell(&self, what: &str) {
        let Self { accepted, refused, longest, largest } = self;
        println!(
            "{what}: {accepted} accepted, {refused} refused; longest {longest:?}, largest {largest} bytes"
        );
    }
}

/// Changes some bytes, or moves, doubles or drops a piece.
fn mutated(text: &str, dice: &mut Dice) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=dice.below(3) {
        let (at, length) = (dice.below(bytes.len()), 1 + dice.below(6));
        let piece = bytes[at..(at + length).min(bytes.len())].to_vec();
        match dice.below(6) {
            // A digit for a digit: what is as like as possible to what is true.
            _ if bytes[at].is_ascii_digit() && dice.below(2) == 0 => bytes[at] = *dice.of(b"0123456789"),
            0 => bytes[at] = *dice.of(b"{}[]\",:;=&%0919.-+eEav\x1b\0\\/"),
            1 => drop(bytes.splice(at..at, piece)),
            2 => drop(bytes.splice(at..(at + length).min(bytes.len()), [])),
            3 => drop(bytes.splice(at..=at, dice.of(&EXTREMES).bytes())),
            _ => bytes[at] = bytes[at].wrapping_add(u8::try_from(1 + dice.below(254)).expect("a byte")),
        }
        if bytes.is_empty() {
            return String::new();
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What a scenario does, with the answers that compute most when `asks`.
fn run(municipality: &Municipality, scenario: &Scenario, asks: bool) {
    let plan = project(municipality, &scenario.plan_on_same_basis());
    let projection = project(municipality, scenario);
    assert_eq!(projection.years.len(), municipality.plan.year_count);
    if asks {
        let question = Question { municipality, plan: &plan, scenario };
        let year = municipality.last_year();
        assert!(!answers::why(&question, year, Language::Nb).text().is_empty());
        assert!(!answers::sensitivities(&question, year, Language::Nb).text().is_empty());
    }
}

#[test]
fn no_link_panics_and_what_it_says_comes_back() {
    let sound = [
        "v=1&kommune=lier&data=2024-12-10&renter=1&prosjekt.tranby-skole=-4&tiltak.OKI-40=50",
        "v=1&rente.2028=1.5&alder.80+=0.5&ramme.OKI=-3&salg.2026=20&utsettelse=2&gjennomf%C3%B8ring=90",
        "v=1&nytt-prosjekt=2028;100;3;2;Skole&nytt-tiltak=2027;-4;2;1;Kj%C3%B8kken&alderskostnad=1&priser=l%C3%B8pende",
    ];
    let (mut dice, mut count) = (Dice(0x9e37_79b9_7f4a_7c15), Count::default());
    let mut tries = |fragment: &str, asks: bool| {
        count.tries(fragment, |fragment| {
            let (scenario, faults) = link::decode(lier(), fragment);
            let (again, none) = link::decode(lier(), &link::encode(lier(), &scenario));
            assert!(again == scenario && none.is_empty(), "{fragment} does not come back");
            if asks {
                run(lier(), &scenario, true);
            }
            faults.is_empty()
        });
    };
    for fragment in FOUND {
        tries(fragment, true);
    }
    for number in 0..wanted("FUZZ", 100_000) {
        let fragment = *dice.of(&sound);
        let fragment = mutated(fragment, &mut dice);
        tries(&fragment, number % 1_000 == 0);
    }
    count.tell("links");
    assert!(count.accepted > 0 && count.refused > 0);
}

#[test]
fn no_scenario_file_panics_and_what_is_read_can_be_written() {
    let mut all = Scenario::plan();
    for input in Lever::numbers() {
        all.set(input, input.spec().max);
    }
    let ready = lier().ready_made.iter().map(|ready| scenario_file::write(&ready.changes));
    let sound: Vec<String> = ready.chain([scenario_file::write(&all)]).collect();
    let (mut dice, mut count) = (Dice(0x2545_f491_4f6c_dd1d), Count::default());
    for number in 0..wanted("FUZZ", 100_000) {
        let text = dice.of(&sound).clone();
        let text = mutated(&text, &mut dice);
        count.tries(&text, |text| {
            let Ok(scenario) = scenario_file::read(lier(), text) else { return false };
            assert_eq!(
                scenario_file::read(lier(), &scenario_file::write(&scenario)).ok().as_ref(),
                Some(&scenario)
            );
            if number % 1_000 == 0 {
                run(lier(), &scenario, true);
            }
            true
        });
    }
    count.tell("scenario files");
    assert!(count.accepted > 0 && count.refused > 0);
}

/// Every number of a file, as a pointer to it, with the key of its range.
fn numbers(value: &Value, pointer: &str, key: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Number(_) => found.push((pointer.to_owned(), key.to_owned())),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                numbers(item, &format!("{pointer}/{index}"), &format!("{key}[]"), found);
            }
        }
        Value::Object(map) => {
            for (name, item) in map {
                let is_year = name.len() == 4 && name.parse::<u32>().is_ok();
                let within = match name.as_str() {
                    "verdi" | "verdier" => key.to_owned(),
                    _ if is_year => key.to_owned(),
                    _ if key.is_empty() => name.clone(),
                    _ => format!("{key}.{name}"),
                };
                numbers(item, &format!("{pointer}/{name}"), &within, found);
            }
        }
        _ => {}
    }
}

/// A file with one or a few numbers at an end of their range, or something else that is extreme.
fn with_other_numbers(file: &Value, places: &[(String, String)], dice: &mut Dice) -> String {
    let mut file = file.clone();
    for _ in 0..=dice.below(2) {
        let (pointer, key) = dice.of(places);
        let number: Number = match (range_of(key), dice.below(4)) {
            (Some(range), 0) => range.min.into(),
            (Some(range), 1) => range.max.into(),
            (Some(range), 2) => {
                let width = u64::try_from(range.max - range.min).expect("a range") + 1;
                (range.min + i64::try_from(dice.next() % width).expect("inside the range")).into()
            }
            _ => match dice.of(&EXTREMES).parse::<f64>().ok().and_then(Number::from_f64) {
                Some(number) => number,
                None => 0.into(),
            },
        };
        *file.pointer_mut(pointer).expect("the place is in the file") = Value::Number(number);
    }
    file.to_string()
}

/// Every lever at both its ends, one at a time and all together.
fn run_at_every_end(municipality: &Municipality, asks: bool) {
    let end = |input: Lever, high: bool| if high { input.spec().max } else { input.spec().min };
    for high in [false, true] {
        let mut all = Scenario::plan();
        for input in Lever::numbers() {
            let mut alone = Scenario::plan();
            alone.set(input, end(input, high));
            run(municipality, &alone, false);
            all.set(input, end(input, high));
        }
        run(municipality, &all, asks);
    }
}

#[test]
fn no_municipality_file_panics_and_what_is_accepted_runs_at_every_end_of_every_lever() {
    let file: Value = serde_json::from_str(SOUND).expect("the file is JSON");
    let mut places = Vec::new();
    numbers(&file, "", "", &mut places);
    let (mut dice, mut count) = (Dice(0x1234_5678_9abc_def1), Count::default());
    for number in 0..wanted("FUZZ_FILES", 2_000) {
        let text = match number % 2 {
            0 => mutated(SOUND, &mut dice),
            _ => with_other_numbers(&file, &places, &mut dice),
        };
        count.tries(&text, |text| {
            let Ok(municipality) = municipality_file::read(text) else { return false };
            run_at_every_end(&municipality, number % 100 == 1);
            true
        });
    }
    count.tell("municipality files");
    assert!(count.accepted > 0 && count.refused > 0);
}
