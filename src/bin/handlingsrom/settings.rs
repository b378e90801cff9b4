//! `--set`: levers moved on the command line.

use super::Stop;
use handlingsrom::exchange::{Fault, link};
use handlingsrom::model::lever::Lever;
use handlingsrom::model::municipality::Municipality;
use handlingsrom::model::scenario::Scenario;
use handlingsrom::text::{CommandProblem, parse_number};

/// The scenario that `--set` describes.
pub(super) fn moved(municipality: &Municipality, settings: &[String]) -> Result<Scenario, Stop> {
    let mut scenario = Scenario::plan();
    for setting in settings {
        let (key, value) = setting
            .split_once('=')
            .ok_or_else(|| CommandProblem::NoEqualsSign { setting: setting.clone() })?;
        let Some(input) = Lever::from_key(key) else {
            scenario = with_subject(municipality, scenario, (key, value))?;
            continue;
        };
        let value = parse_number(value)
            .map_err(|error| CommandProblem::NotANumber { key: key.to_owned(), value: error.text })?;
        let spec = input.spec();
        if !spec.allows(value) {
            let (key, min, max) = (spec.key, spec.min, spec.max);
            return Err(CommandProblem::Outside { key, value, min, max }.into());
        }
        if spec.is_whole() && !value.is_integer() {
            return Err(CommandProblem::NotWholeYears { key: spec.key, value }.into());
        }
        scenario.set(input, value);
    }
    Ok(scenario)
}

/// Moves a lever that has a subject, as it is written in a link.
fn with_subject(
    municipality: &Municipality,
    scenario: Scenario,
    (key, value): (&str, &str),
) -> Result<Scenario, Stop> {
    let (moved, faults) = link::with_part(municipality, scenario, (key, value)).ok_or_else(|| {
        let known = Lever::numbers().map(|lever| lever.spec().key).collect::<Vec<_>>().join(", ");
        CommandProblem::NotALever { key: key.to_owned(), known }
    })?;
    if faults.is_empty() {
        Ok(moved)
    } else {
        Err(faults.into_iter().map(Fault::from).collect::<Vec<_>>().into())
    }
}
