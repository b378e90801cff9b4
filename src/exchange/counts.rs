//! Antall: how much a file holds, counted before anything is built from it.
//!
//! Like the rest of the check it is in the second module of the page, and on the command line.

use super::Fault;
use super::faults::Faults;
use crate::text::SyntaxProblem;
use serde_json::Value;

/// The most a list or an object may hold; the longest there is has 156.
const MOST_ITEMS: usize = 1_000;
/// The most bytes of a text or a key; the longest there is has under 2 000.
const LONGEST_TEXT: usize = 10_000;
/// The most bytes of a key.
const LONGEST_KEY: usize = 200;

/// Every list and text that is longer than any municipality needs.
pub(super) fn faults(value: &Value) -> Faults {
    let mut faults = Faults::default();
    look(value, "", &mut faults);
    faults
}

fn look(value: &Value, place: &str, faults: &mut Faults) {
    let within = |key: &str| if place.is_empty() { key.to_owned() } else { format!("{place}.{key}") };
    match value {
        Value::Array(items) if items.len() > MOST_ITEMS => too_many(place, items.len(), faults),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                look(item, &format!("{place}[{index}]"), faults);
            }
        }
        Value::Object(map) if map.len() > MOST_ITEMS => too_many(place, map.len(), faults),
        Value::Object(map) => {
            for (key, item) in map {
                if key.len() > LONGEST_KEY {
                    too_long(&within(key), key, LONGEST_KEY, faults);
                }
                look(item, &within(key), faults);
            }
        }
        Value::String(text) if text.len() > LONGEST_TEXT => too_long(place, text, LONGEST_TEXT, faults),
        _ => {}
    }
}

fn too_many(place: &str, count: usize, faults: &mut Faults) {
    faults.add(|| Fault::new(place, SyntaxProblem::TooManyItems { count, most: MOST_ITEMS }));
}

fn too_long(place: &str, text: &str, most: usize, faults: &mut Faults) {
    let length = text.chars().count();
    faults.add(|| Fault::new(place, SyntaxProblem::TooLong { length, most }));
}
