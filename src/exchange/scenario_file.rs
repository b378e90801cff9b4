//! Scenariofilen: a scenario as JSON with Norwegian keys, and what a scenario may hold.

use super::{Fault, did_you_mean};
use crate::model::input::{Bounds, GROWTH_OF_AGE_GROUP, InputId, RATE_IN_YEAR, REALISATION};
use crate::model::investment;
use crate::model::municipality::Municipality;
use crate::model::scenario::{ProjectChange, Scenario};
use crate::model::units::{Percent, Year};
use crate::text::number;
use rust_decimal::Decimal;

/// Reads a scenario file for a municipality.
///
/// ```
/// use handlingsrom::exchange::{municipality_file, scenario_file};
/// let lier = municipality_file::built_in("lier").expect("Lier comes with the program");
/// let scenario = scenario_file::read(lier, r#"{"renter": 1.25, "prosjekter": {"tranby-skole": {"flyttet": -4}}}"#);
/// assert_eq!(scenario.map(|read| read.projects.len()), Ok(1));
/// let faults = scenario_file::read(lier, r#"{"prosjekter": {"tranby-skule": {"med": false}}}"#).unwrap_err();
/// assert!(faults[0].to_string().contains("Mente du «tranby-skole»?"));
/// ```
///
/// # Errors
/// Every fault of the file: what cannot be read, is not known, or is outside its range.
pub fn read(municipality: &Municipality, text: &str) -> Result<Scenario, Vec<Fault>> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let raw: Scenario = serde_path_to_error::deserialize(&mut reader)
        .map_err(|error| vec![super::municipality_file::type_fault(&error)])?;
    let (scenario, faults) = sound(municipality, &raw);
    if faults.is_empty() { Ok(scenario) } else { Err(faults) }
}

/// Writes a scenario file.
#[must_use]
pub fn write(scenario: &Scenario) -> String {
    serde_json::to_string_pretty(scenario).unwrap_or_default()
}

/// The sound part of a scenario, with the faults of the rest. The result goes through the setters, so
/// that what equals the plan is not kept.
#[must_use]
pub(crate) fn sound(municipality: &Municipality, raw: &Scenario) -> (Scenario, Vec<Fault>) {
    let mut gathered = Gathered { municipality, scenario: Scenario::plan(), faults: Vec::new() };
    for input in InputId::ALL {
        gathered.lever(input.spec().key, input, raw.get(input));
    }
    for (year, change) in &raw.rate_by_year {
        gathered.rate(&format!("renter_per_år.{year}"), *year, change.value());
    }
    for (group, change) in &raw.growth_by_age {
        gathered.growth(&format!("vekst_per_aldersgruppe.{group}"), group, change.value());
    }
    for (id, change) in &raw.projects {
        gathered.project(&format!("prosjekter.{id}"), id, *change);
    }
    for (id, realisation) in &raw.measures {
        gathered.measure(&format!("tiltak.{id}"), id, realisation.value());
    }
    (gathered.scenario, gathered.faults)
}

/// A scenario under way: each part is either taken or becomes a fault. File and link share it.
pub(super) struct Gathered<'a> {
    pub(super) municipality: &'a Municipality,
    pub(super) scenario: Scenario,
    pub(super) faults: Vec<Fault>,
}

impl Gathered<'_> {
    pub(super) fn lever(&mut self, place: &str, input: InputId, value: Decimal) {
        let spec = input.spec();
        if spec.allows(value) {
            self.scenario.set(input, value);
        } else {
            self.outside(place, value, Bounds { min: spec.min, max: spec.max, step: spec.step });
        }
    }

    pub(super) fn rate(&mut self, place: &str, year: Year, change: Decimal) {
        if !self.municipality.years().any(|known| known == year) {
            let (first, last) = (self.municipality.plan.first_year, self.municipality.last_year());
            self.fault(
                place,
                format!("{year} er ikke et år i framskrivingen."),
                format!("Bruk et år fra {first} til {last}."),
            );
        } else if RATE_IN_YEAR.allows(change) {
            self.scenario.set_rate_in(year, Percent::new(change));
        } else {
            self.outside(place, change, RATE_IN_YEAR);
        }
    }

    pub(super) fn growth(&mut self, place: &str, group: &str, change: Decimal) {
        let groups = &self.municipality.population.age_groups;
        if !groups.iter().any(|known| known.id == group) {
            let remedy = did_you_mean(group, groups.iter().map(|known| known.id.as_str()));
            self.fault(place, format!("«{group}» er ikke en aldersgruppe i kommunen."), remedy);
        } else if GROWTH_OF_AGE_GROUP.allows(change) {
            self.scenario.set_growth_of(group, Percent::new(change));
        } else {
            self.outside(place, change, GROWTH_OF_AGE_GROUP);
        }
    }

    pub(super) fn project(&mut self, place: &str, id: &str, change: ProjectChange) {
        let Some(project) = self.municipality.project(id) else {
            let known = self.municipality.investments.projects.iter().map(|project| project.id.as_str());
            let remedy = did_you_mean(id, known);
            return self.fault(place, format!("«{id}» er ikke et prosjekt i kommunen."), remedy);
        };
        let range = investment::movable_years(self.municipality, project);
        if range.contains(&change.moved) {
            self.scenario.set_project(id, change);
        } else {
            let problem = format!("prosjektet kan ikke flyttes {} år.", change.moved);
            self.fault(
                place,
                problem,
                format!("Bruk et helt tall fra {} til {}.", range.start(), range.end()),
            );
        }
    }

    pub(super) fn measure(&mut self, place: &str, id: &str, realisation: Decimal) {
        let Some(measure) = self.municipality.measure(id) else {
            let known = self.municipality.measures.iter().map(|measure| measure.id.as_str());
            let remedy = did_you_mean(id, known);
            return self.fault(place, format!("«{id}» er ikke et tiltak i kommunen."), remedy);
        };
        if let Some(reason) = &measure.locked {
            self.fault(place, format!("«{}» kan ikke velges.", measure.name), reason.clone());
        } else if REALISATION.allows(realisation) {
            self.scenario.set_measure(measure, Percent::new(realisation));
        } else {
            self.outside(place, realisation, REALISATION);
        }
    }

    pub(super) fn fault(&mut self, place: &str, problem: String, remedy: impl Into<String>) {
        self.faults.push(Fault::new(place, problem, remedy));
    }

    fn outside(&mut self, place: &str, value: Decimal, bounds: Bounds) {
        let write = |value: Decimal| number::format(value, value.normalize().scale());
        let problem = format!("{} er utenfor området.", write(value));
        self.fault(
            place,
            problem,
            format!("Bruk et tall fra {} til {}.", write(bounds.min), write(bounds.max)),
        );
    }
}
