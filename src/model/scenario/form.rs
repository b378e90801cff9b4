//! A scenario as it stands in a file: an object with a key per lever.
//!
//! The value of a lever without a subject stands right under its key. Otherwise there is an object with a key
//! per year or id, and where several levers share a key, an object inside that. What the user adds is a list.

use super::{Basis, OwnMeasure, OwnProject, Scenario, Value, Values};
use crate::model::lever::{Form, Lever, LeverSpec, Subject, SubjectKind};
use crate::model::units::{Kroner, LeverValue, Percent, Year};
use rust_decimal::Decimal;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::fmt;
use std::sync::LazyLock;

/// What the figures rest on has a key of its own.
const BASIS: &str = "grunnlag";

/// Every key of the file.
static KEYS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| Lever::groups().map(key_of).chain([BASIS]).collect());

fn key_of(levers: &[Lever]) -> &'static str {
    levers.first().map_or("", |lever| lever.spec().key)
}

/// True when the levers under a key each have a key of their own inside it.
fn has_parts(levers: &[Lever]) -> bool {
    levers.iter().any(|lever| !lever.spec().part.is_empty())
}

impl Serialize for Scenario {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for levers in Lever::groups().filter(|levers| levers.iter().any(|lever| self.moves(*lever))) {
            map.serialize_entry(key_of(levers), &Group { scenario: self, levers })?;
        }
        if self.basis != Basis::default() {
            map.serialize_entry(BASIS, &self.basis)?;
        }
        map.end()
    }
}

/// What stands under one key.
struct Group<'a> {
    scenario: &'a Scenario,
    levers: &'static [Lever],
}

impl Group<'_> {
    fn values(&self) -> impl Iterator<Item = (Lever, &Values)> {
        self.levers.iter().map(|lever| (*lever, &self.scenario.moved[*lever]))
    }
}

impl Serialize for Group<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if has_parts(self.levers) {
            let subjects = self.scenario.subjects(self.levers);
            return serializer.collect_map(
                subjects.iter().map(|subject| (subject.to_string(), Parts { group: self, subject })),
            );
        }
        let Some((lever, values)) = self.values().next() else { return serializer.serialize_unit() };
        let written = |value| Written { form: lever.spec().form, value };
        match (&values.whole, lever.spec().subject) {
            (Some(value), _) => written(value).serialize(serializer),
            (None, SubjectKind::Number) => serializer.collect_seq(values.listed.iter().map(written)),
            (None, _) => serializer
                .collect_map(values.iter().map(|(subject, value)| (subject.to_string(), written(value)))),
        }
    }
}

/// What the levers of one key say of one subject.
struct Parts<'a> {
    group: &'a Group<'a>,
    subject: &'a Subject,
}

impl Serialize for Parts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.group.values().filter_map(|(lever, values)| {
            let spec = lever.spec();
            Some((spec.part, Written { form: spec.form, value: values.get(self.subject)? }))
        }))
    }
}

/// A value, as its form is written.
struct Written<'a> {
    form: Form,
    value: &'a Value,
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.value {
            Value::AsPlanned => serializer.serialize_none(),
            Value::Number(millions) if self.form == Form::Amount => {
                Kroner::from_millions(*millions).serialize(serializer)
            }
            Value::Number(number) => LeverValue::new(*number).serialize(serializer),
            Value::Switch(on) => serializer.serialize_bool(*on),
            Value::Choice(id) => serializer.serialize_str(id),
            Value::OwnProject(own) => own.serialize(serializer),
            Value::OwnMeasure(own) => own.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Scenario {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(WholeFile)
    }
}

struct WholeFile;

impl<'de> Visitor<'de> for WholeFile {
    type Value = Scenario;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Scenario, A::Error> {
        let mut scenario = Scenario::plan();
        while let Some(key) = map.next_key::<String>()? {
            if key == BASIS {
                scenario.basis = map.next_value()?;
            } else if let Some(levers) = Lever::groups().find(|levers| key_of(levers) == key) {
                map.next_value_seed(ReadGroup { scenario: &mut scenario, levers })?;
            } else {
                return Err(Error::unknown_field(&key, &KEYS));
            }
        }
        Ok(scenario)
    }
}

/// Reads what stands under one key into a scenario.
struct ReadGroup<'a> {
    scenario: &'a mut Scenario,
    levers: &'static [Lever],
}

impl<'de> DeserializeSeed<'de> for ReadGroup<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let Some(lever) = self.levers.first().copied() else { return Ok(()) };
        let values = &mut self.scenario.moved[lever];
        match lever.spec().subject {
            SubjectKind::None => {
                let value = ReadValue(lever.spec()).deserialize(deserializer)?;
                values.whole = (value != Value::AsPlanned).then_some(value);
            }
            SubjectKind::Number => {
                values.listed = match lever.spec().form {
                    Form::OwnProject => {
                        Vec::<OwnProject>::deserialize(deserializer)?.into_iter().map(Value::from).collect()
                    }
                    _ => Vec::<OwnMeasure>::deserialize(deserializer)?.into_iter().map(Value::from).collect(),
                };
            }
            _ => deserializer.deserialize_map(self)?,
        }
        Ok(())
    }
}

impl<'de> Visitor<'de> for ReadGroup<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let by_year = self.levers.iter().any(|lever| lever.spec().subject == SubjectKind::Year);
        loop {
            let subject = if by_year {
                map.next_key::<Year>()?.map(Subject::Year)
            } else {
                map.next_key::<String>()?.map(|id| Subject::from(&id))
            };
            let Some(subject) = subject else { return Ok(()) };
            if has_parts(self.levers) {
                map.next_value_seed(ReadParts {
                    scenario: &mut *self.scenario,
                    levers: self.levers,
                    subject,
                })?;
            } else if let Some(lever) = self.levers.first() {
                let value = map.next_value_seed(ReadValue(lever.spec()))?;
                self.scenario.moved[*lever].keep(subject, value);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
    }
}

/// Reads what is said of one subject. What is as planned is not kept, but a subject that is named is, so that
/// one that does not exist is found.
struct ReadParts<'a> {
    scenario: &'a mut Scenario,
    levers: &'static [Lever],
    subject: Subject,
}

impl<'de> DeserializeSeed<'de> for ReadParts<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for ReadParts<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut is_changed = false;
        while let Some(part) = map.next_key::<String>()? {
            let Some(lever) = self.levers.iter().find(|lever| lever.spec().part == part) else {
                return Err(Error::custom(format_args!(
                    "unknown field `{part}`, expected one of {}",
                    self.levers
                        .iter()
                        .map(|lever| format!("`{}`", lever.spec().part))
                        .collect::<Vec<_>>()
                        .join(", ")
                )));
            };
            let value = map.next_value_seed(ReadValue(lever.spec()))?;
            if lever.spec().plan_value().as_ref() != Some(&value) {
                self.scenario.moved[*lever].keep(self.subject.clone(), value);
                is_changed = true;
            }
        }
        if let Some(first) = self.levers.first().filter(|_| !is_changed) {
            let plan = first.spec().plan_value().unwrap_or(Value::AsPlanned);
            self.scenario.moved[*first].keep(self.subject, plan);
        }
        Ok(())
    }
}

/// Reads one value in the form of its lever.
struct ReadValue(&'static LeverSpec);

impl<'de> DeserializeSeed<'de> for ReadValue {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        let Self(spec) = self;
        Ok(match spec.form {
            Form::Number => Option::<LeverValue>::deserialize(deserializer)?
                .map_or(Value::AsPlanned, |number| number.value().into()),
            Form::Percent => Percent::deserialize(deserializer)?.into(),
            Form::Years if spec.signed => Decimal::from(i32::deserialize(deserializer)?).into(),
            Form::Years => Decimal::from(u32::deserialize(deserializer)?).into(),
            Form::Amount => Kroner::deserialize(deserializer)?.millions().into(),
            Form::Switch => bool::deserialize(deserializer)?.into(),
            Form::Choice => {
                Option::<String>::deserialize(deserializer)?.map_or(Value::AsPlanned, |id| id.as_str().into())
            }
            Form::OwnProject => OwnProject::deserialize(deserializer)?.into(),
            Form::OwnMeasure => OwnMeasure::deserialize(deserializer)?.into(),
        })
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod schema {
    use super::{BASIS, Basis, has_parts, key_of};
    use crate::model::lever::{Form, Lever, SubjectKind};
    use crate::model::scenario::{OwnMeasure, OwnProject, Scenario};
    use crate::model::units::{Kroner, LeverValue, Percent};
    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
    use std::borrow::Cow;
    use std::collections::BTreeMap;
    use strum::EnumMessage;

    impl JsonSchema for Scenario {
        fn schema_name() -> Cow<'static, str> {
            "Scenario".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            let mut properties: BTreeMap<&str, Schema> =
                Lever::groups().map(|levers| (key_of(levers), under_key(levers, generator))).collect();
            properties.insert(BASIS, generator.subschema_for::<Basis>());
            json_schema!({
                "type": "object",
                "description": "Scenario: every difference from the plan, and nothing else.",
                "properties": properties,
                "additionalProperties": false
            })
        }
    }

    fn under_key(levers: &[Lever], generator: &mut SchemaGenerator) -> Schema {
        let Some(first) = levers.first().copied() else { return Schema::default() };
        let value = if has_parts(levers) {
            let parts: BTreeMap<&str, Schema> =
                levers.iter().map(|lever| (lever.spec().part, of_value(*lever, generator))).collect();
            json_schema!({ "type": "object", "properties": parts, "additionalProperties": false })
        } else {
            of_value(first, generator)
        };
        match first.spec().subject {
            SubjectKind::None => value,
            SubjectKind::Number => json_schema!({ "type": "array", "items": value }),
            SubjectKind::Year => json_schema!({
                "type": "object",
                "patternProperties": { "^-?\\d+$": value },
                "additionalProperties": false
            }),
            _ => json_schema!({ "type": "object", "additionalProperties": value }),
        }
    }

    fn of_value(lever: Lever, generator: &mut SchemaGenerator) -> Schema {
        let spec = lever.spec();
        let mut value = match spec.form {
            Form::Number => generator.subschema_for::<LeverValue>(),
            Form::Percent => generator.subschema_for::<Percent>(),
            Form::Years if spec.signed => generator.subschema_for::<i32>(),
            Form::Years => generator.subschema_for::<u32>(),
            Form::Amount => generator.subschema_for::<Kroner>(),
            Form::Switch => generator.subschema_for::<bool>(),
            Form::Choice => generator.subschema_for::<String>(),
            Form::OwnProject => generator.subschema_for::<OwnProject>(),
            Form::OwnMeasure => generator.subschema_for::<OwnMeasure>(),
        };
        if let Some(words) = lever.get_documentation() {
            value.insert("description".to_owned(), words.into());
        }
        value
    }
}
