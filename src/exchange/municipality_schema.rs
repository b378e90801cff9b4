//! Skjemaet: the JSON Schema of a municipality file, and what is wrong with a file by it.
//!
//! The schema is derived from the types, so it always agrees with what is read. Only the command line has it:
//! the validator is larger than the rest of the program.

use super::faults::Faults;
use super::{Fault, did_you_mean, nearest};
use crate::model::municipality::Municipality;
use crate::text::{FormProblem, Found, MeantKey, Wanted};
use jsonschema::error::{TypeKind, ValidationError, ValidationErrorKind};
use serde_json::{Value, json};
use std::sync::LazyLock;

static SCHEMA: LazyLock<Value> = LazyLock::new(build);

/// JSON Schema of a municipality file, for editors that help while one writes.
///
/// ```
/// use handlingsrom::exchange::municipality_schema;
/// let schema = municipality_schema::schema();
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

/// Adds every fault of form that the schema finds.
pub(super) fn check(value: &Value, faults: &mut Faults) {
    if let Ok(validator) = jsonschema::validator_for(schema()) {
        for error in validator.iter_errors(value) {
            add(&error, faults);
        }
    }
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
