//! Formen: taking a municipality file apart, and every fault of form with its line.
//!
//! The command line also holds it against the schema ([`municipality_schema`](super::municipality_schema)); in the
//! browser what does not fit is found when it is read, and only the first of it.

use super::faults::{self, Faults, MOST_REPORTED};
use super::repeated_keys::{self, Lines};
use super::syntax::{self, JSON_WITH_COMMENTS};
use super::{Fault, counts};
use crate::text::FormProblem;
use jsonc_parser::ast::Value as Node;
use jsonc_parser::common::Ranged;
use serde_json::{Map, Value};

/// A file that could be taken apart, with what is wrong with its form.
pub(super) struct Examined {
    /// What was read, with what is unknown taken out; so that a small fault does not hide the others.
    pub(super) value: Value,
    /// Every fault of form.
    pub(super) faults: Faults,
}

/// Takes a file apart. Comments (`//` and `/* */`) are allowed.
///
/// # Errors
/// When it is empty, is not JSON at all, nests too deep, or holds more than is read.
pub(super) fn examine(text: &str) -> Result<Examined, Vec<Fault>> {
    let mut value = syntax::parse(text)?;
    let mut faults = counts::faults(&value);
    if !faults.is_empty() {
        return Err(located(text, faults));
    }
    #[cfg(not(target_arch = "wasm32"))]
    super::municipality_schema::check(&value, &mut faults);
    holes(&mut value, String::new(), &mut faults);
    let unknown: Vec<String> = faults
        .iter()
        .filter(|fault| fault.problem.is_unknown_key())
        .map(|fault| fault.place.clone())
        .collect();
    for place in unknown {
        remove(&mut value, &place);
    }
    Ok(Examined { value, faults })
}

/// Finds years that are missing in the middle of a series, and fills them so that reading can go on.
fn holes(value: &mut Value, place: String, faults: &mut Faults) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                holes(item, format!("{place}[{index}]"), faults);
            }
        }
        Value::Object(map) => {
            if let Some(filled) = without_holes(map, &place, faults) {
                *map = filled;
                return;
            }
            for (key, item) in map.iter_mut() {
                let place = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
                holes(item, place, faults);
            }
        }
        _ => {}
    }
}

fn without_holes(map: &Map<String, Value>, place: &str, faults: &mut Faults) -> Option<Map<String, Value>> {
    let mut years: Vec<i32> =
        map.keys().filter(|key| key.len() == 4).filter_map(|key| key.parse().ok()).collect();
    if years.len() != map.len() || years.is_empty() {
        return None;
    }
    years.sort_unstable();
    let (first, last) = (*years.first()?, *years.last()?);
    let missing: Vec<i32> = (first..=last).filter(|year| !years.contains(year)).take(50).collect();
    if !missing.is_empty() {
        // Nobody pays no interest, and no municipality is without people for a year.
        let may_be_zero = !["innbyggere", "snittrente", "deflator"].iter().any(|key| place.contains(key));
        faults.add(|| Fault::new(place, FormProblem::Holes { missing, first, last, may_be_zero }));
    }
    let mut filled = Map::new();
    let mut before = &Value::Null;
    for year in (first..=last).take(200) {
        before = map.get(&year.to_string()).unwrap_or(before);
        filled.insert(year.to_string(), before.clone());
    }
    Some(filled)
}

/// Takes what a place names out of the value.
fn remove(value: &mut Value, place: &str) {
    let (parent, key) = place.rsplit_once('.').unwrap_or(("", place));
    let pointer = parent
        .split(['.', '[', ']'])
        .filter(|part| !part.is_empty())
        .fold(String::new(), |path, part| format!("{path}/{part}"));
    if let Some(Value::Object(map)) = value.pointer_mut(&pointer) {
        map.remove(key);
    }
}

/// Puts the line of the file behind the place of every fault, adds the keys that are written twice, and
/// puts all in the order of the file. The text must be known to nest no deeper than a reader can go.
pub(super) fn located(text: &str, faults: impl Into<Faults>) -> Vec<Fault> {
    let (reported, mut unreported) = faults.into().into_parts();
    let parsed =
        jsonc_parser::parse_to_ast(text, &jsonc_parser::CollectOptions::default(), &JSON_WITH_COMMENTS);
    let Some(root) = parsed.ok().and_then(|parsed| parsed.value) else { return reported };
    let lines = Lines::of(text);
    let (repeated, more_repeated) = repeated_keys::all(&root, &lines);
    let mut located: Vec<(usize, Fault)> = reported
        .into_iter()
        .map(|fault| lines.named(position(&root, &fault.place), fault))
        .chain(repeated)
        .collect();
    located.sort_by_key(|(line, _)| *line);
    unreported += more_repeated + located.len().saturating_sub(MOST_REPORTED);
    let reported = located.into_iter().take(MOST_REPORTED).map(|(_, fault)| fault);
    reported.chain((unreported > 0).then(|| faults::more(unreported))).collect()
}

/// The position in the text of the deepest part of a place that the file has; of a key written twice the
/// last one, which is the one that is read.
fn position(root: &Node<'_>, place: &str) -> usize {
    let (mut node, mut at) = (root, root.range().start);
    for part in place.split(['.', '[', ']']).filter(|part| !part.is_empty()) {
        let found = match node {
            Node::Object(object) => object
                .properties
                .iter()
                .rfind(|property| property.name.as_str() == part)
                .map(|property| (&property.value, property.range.start))
                .or_else(|| {
                    // A place names the year of a series, and not the key above the years.
                    let years = object.get_object("verdier")?;
                    let year = years.properties.iter().rfind(|property| property.name.as_str() == part)?;
                    Some((&year.value, year.range.start))
                }),
            Node::Array(list) => {
                let by_index = part.parse::<usize>().ok().and_then(|index| list.elements.get(index));
                let named = |element: &&Node<'_>| {
                    element
                        .as_object()
                        .and_then(|object| object.get_string("id"))
                        .is_some_and(|id| id.value == part)
                };
                by_index
                    .or_else(|| list.elements.iter().find(named))
                    .map(|element| (element, element.range().start))
            }
            _ => None,
        };
        let Some((next, start)) = found else { return at };
        (node, at) = (next, start);
    }
    at
}
