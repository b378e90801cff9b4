//! Formen: the JSON Schema of a municipality file, and every fault of form with its line.
//!
//! The schema is derived from the types, so it always agrees with what is read. Only the command
//! line has it; in the browser a file that comes with the program needs no check.

use super::faults::{self, Faults, MOST_REPORTED};
use super::repeated_keys::{self, Lines};
use super::syntax::{self, JSON_WITH_COMMENTS};
use super::{Fault, counts, did_you_mean, nearest};
use crate::model::municipality::Municipality;
use crate::text::{FormProblem, Found, MeantKey, Wanted};
use jsonc_parser::ast::Value as Node;
use jsonc_parser::common::Ranged;
use jsonschema::error::{TypeKind, ValidationError, ValidationErrorKind};
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

static SCHEMA: LazyLock<Value> = LazyLock::new(build);

/// JSON Schema of a municipality file, for editors that help while one writes.
///
/// ```
/// use handlingsrom::exchange::municipality_form;
/// let schema = municipality_form::schema();
/// assert_eq!(schema["title"], "Kommunefil");
/// ```
#[must_use]
pub fn schema() -> &'static Value {
    &SCHEMA
}

fn build() -> Value {
    let mut schema = schemars::schema_for!(Municipality).to_value();
    tighten(&mut schema);
    if let Value::Object(root) = &mut schema {
        root.insert("title".to_owned(), json!("Kommunefil"));
        root.insert(
            "description".to_owned(),
            json!("En kommune i Handlingsrom. Beløp i 1000 kr; docs/kommunefil.md forklarer hver nøkkel."),
        );
    }
    schema
}

/// Makes unknown keys a fault everywhere, null no value, and lists of constants plain enumerations.
fn tighten(schema: &mut Value) {
    if let Value::Array(items) = schema {
        items.iter_mut().for_each(tighten);
    }
    let Value::Object(map) = schema else { return };
    if let Some(Value::Array(types)) = map.get("type")
        && let Some(only) = types.iter().find(|name| **name != json!("null")).cloned()
    {
        map.insert("type".to_owned(), only);
    }
    if let Some(Value::Array(choices)) = map.remove("anyOf")
        && let Some(Value::Object(only)) = choices.into_iter().find(|choice| choice["type"] != json!("null"))
    {
        map.extend(only);
    }
    let constants = map
        .get("oneOf")
        .and_then(Value::as_array)
        .map(|choices| choices.iter().map(|choice| choice["const"].clone()).collect::<Vec<_>>());
    if let Some(constants) = constants.filter(|constants| constants.iter().all(Value::is_string)) {
        map.remove("oneOf");
        map.insert("enum".to_owned(), Value::Array(constants));
    }
    if map.contains_key("properties") && !map.contains_key("additionalProperties") {
        map.insert("additionalProperties".to_owned(), json!(false));
    }
    map.remove("default");
    map.values_mut().for_each(tighten);
}

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
    if let Ok(validator) = jsonschema::validator_for(schema()) {
        for error in validator.iter_errors(&value) {
            add(&error, &mut faults);
        }
    }
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

/// A path in the words of the file: `/tiltak/3/beløp` is `tiltak[3].beløp`.
fn place_of(pointer: &str) -> String {
    let parts = pointer.split('/').skip(1).map(|part| part.replace("~1", "/").replace("~0", "~"));
    parts.fold(String::new(), |place, part| {
        if part.parse::<usize>().is_ok() && !place.is_empty() && part.len() < 4 {
            format!("{place}[{part}]")
        } else if place.is_empty() {
            part
        } else {
            format!("{place}.{part}")
        }
    })
}

/// One error of the validator may be of several keys.
fn add(error: &ValidationError<'_>, faults: &mut Faults) {
    let place = place_of(error.instance_path.as_str());
    let ValidationErrorKind::AdditionalProperties { unexpected } = &error.kind else {
        return faults.add(|| Fault::new(place, problem_of(error)));
    };
    let within = |key: &str| if place.is_empty() { key.to_owned() } else { format!("{place}.{key}") };
    let known = known_keys(error.schema_path.as_str());
    let is_series = error.instance.as_object().is_some() && known.is_empty();
    for key in unexpected {
        faults.add(|| {
            if is_series {
                Fault::new(within(key), FormProblem::UnknownYear { key: key.clone() })
            } else {
                let problem = FormProblem::UnknownKey { key: key.clone(), meant: meant_key(key, &known) };
                Fault::new(within(key), problem)
            }
        });
    }
}

fn problem_of(error: &ValidationError<'_>) -> FormProblem {
    match &error.kind {
        ValidationErrorKind::Required { property } => {
            FormProblem::MissingKey { key: property.as_str().unwrap_or_default().to_owned() }
        }
        ValidationErrorKind::Type { kind: TypeKind::Single(wanted) } => {
            let wanted = match wanted.to_string().as_str() {
                "number" => Wanted::Number,
                "integer" => Wanted::WholeNumber,
                "string" => Wanted::Text,
                "boolean" => Wanted::Boolean,
                "array" => Wanted::List,
                _ => Wanted::Object,
            };
            FormProblem::WrongType { found: found(&error.instance), wanted }
        }
        ValidationErrorKind::Enum { options } => {
            let options = options.as_array().map(Vec::as_slice).unwrap_or_default();
            let meant = did_you_mean(
                error.instance.as_str().unwrap_or_default(),
                options.iter().filter_map(Value::as_str),
            );
            FormProblem::UnknownValue { found: found(&error.instance), meant }
        }
        ValidationErrorKind::Minimum { limit } | ValidationErrorKind::Maximum { limit } => {
            let too_large = matches!(error.kind, ValidationErrorKind::Maximum { .. });
            FormProblem::OutsideLimit {
                value: error.instance.to_string(),
                limit: limit.to_string(),
                above: too_large,
                may_be_kroner: error.instance.as_f64().is_some_and(|number| number.abs() > 1e9),
            }
        }
        ValidationErrorKind::MinProperties { .. } => FormProblem::NoYears,
        _ => FormProblem::DoesNotFit { found: found(&error.instance) },
    }
}

/// The key that was most likely meant, or those there are, when a reader can take in so many.
fn meant_key(key: &str, known: &[String]) -> MeantKey {
    match nearest(key, known.iter().map(String::as_str)) {
        Some(meant) => MeantKey::Key(meant.to_owned()),
        None if known.len() <= 20 => MeantKey::OneOf(known.to_vec()),
        None => MeantKey::OneOfMany(known.len()),
    }
}

/// A value as a fault shows it: short.
fn found(value: &Value) -> Found {
    match value {
        Value::String(text) => Found::Text(text.chars().take(40).collect()),
        Value::Null => Found::Null,
        Value::Array(_) => Found::List,
        Value::Object(_) => Found::Object,
        other => Found::Plain(other.to_string()),
    }
}

/// The keys that the part of the schema behind an error knows.
fn known_keys(schema_path: &str) -> Vec<String> {
    let mut here = schema();
    for part in schema_path.split('/').skip(1) {
        let part = part.replace("~1", "/").replace("~0", "~");
        if part == "$ref" {
            here = here["$ref"].as_str().map_or(&Value::Null, |target| {
                schema().pointer(target.trim_start_matches('#')).unwrap_or(&Value::Null)
            });
        } else if part != "additionalProperties" {
            here = part
                .parse::<usize>()
                .ok()
                .and_then(|index| here.get(index))
                .or_else(|| here.get(&part))
                .unwrap_or(&Value::Null);
        }
    }
    here["properties"].as_object().map(|known| known.keys().cloned().collect()).unwrap_or_default()
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
