//! Scenariofilen: a scenario as JSON with Norwegian keys, and what a scenario may hold.

use super::municipality_file::type_fault;
use super::{Fault, did_you_mean};
use crate::model::input::{
    Bounds, FRAME_CHANGE, GROWTH_OF_AGE_GROUP, InputId, MOST_DECIMALS, OWN_MEASURE_AMOUNT, OWN_PROJECT_COST,
    OWN_YEARS, PROJECT_SCALE, RATE_IN_YEAR, REALISATION, SALE, YEARS_DELAYED, YEARS_STRETCHED,
};
use crate::model::municipality::{Municipality, NeededFigure};
use crate::model::scenario::{Basis, OwnMeasure, OwnProject, ProjectChange, Scenario};
use crate::model::units::{Kroner, Percent, Year};
use crate::model::{investment, measure};
use crate::text::{Meant, ScenarioName, ScenarioProblem};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde_json::Value;

/// The longest name of a project or measure of the user's own.
const LONGEST_NAME: usize = 80;
/// The most projects or measures of the user's own.
const MOST_OWN: usize = 20;

/// What a figure of the user's own may be, in million kroner, or inhabitants. The largest municipality
/// has an income of about 100 billion and 700 000 inhabitants.
#[must_use]
pub fn own_figure_bounds(figure: NeededFigure) -> Bounds {
    let (min, max) = match figure {
        NeededFigure::OperatingRevenue => (Decimal::ONE, Decimal::from(200_000)),
        NeededFigure::Debt | NeededFigure::DispositionFund => (Decimal::ZERO, Decimal::from(400_000)),
        NeededFigure::Inhabitants => (Decimal::ONE_HUNDRED, Decimal::from(1_000_000)),
    };
    Bounds { min, max, step: Decimal::ONE }
}

/// Reads a scenario file for a municipality.
///
/// ```
/// use handlingsrom::exchange::{municipality_file, scenario_file};
/// use handlingsrom::text::Language;
/// let lier = municipality_file::built_in("lier").expect("Lier comes with the program");
/// let scenario = scenario_file::read(lier, r#"{"renter": 1.25, "prosjekter": {"tranby-skole": {"flyttet": -4}}}"#);
/// assert_eq!(scenario.map(|read| read.projects.len()), Ok(1));
/// let faults = scenario_file::read(lier, r#"{"prosjekter": {"tranby-skule": {"med": false}}}"#).unwrap_err();
/// assert!(faults[0].text(Language::Nb).contains("Mente du «tranby-skole»?"));
/// ```
///
/// # Errors
/// Every fault of the file: what cannot be read, is not known, is outside its range, or is written twice.
pub fn read(municipality: &Municipality, text: &str) -> Result<Scenario, Vec<Fault>> {
    #[cfg(not(target_arch = "wasm32"))]
    {
        let faults = super::syntax::faults(text);
        if !faults.is_empty() {
            return Err(faults);
        }
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let value: Value =
        serde_path_to_error::deserialize(&mut reader).map_err(|error| vec![type_fault(&error)])?;
    // From a value and not from the text: there serde stops at a key written twice, and sees only some.
    let (scenario, faults) = match serde_path_to_error::deserialize(value) {
        Ok(raw) => {
            let (scenario, faults) = sound(municipality, &raw);
            (scenario, faults.into_iter().map(Fault::from).collect())
        }
        Err(error) => (Scenario::plan(), vec![type_fault(&error)]),
    };
    // The page reads no file, so it does not need the reader that knows the lines.
    #[cfg(not(target_arch = "wasm32"))]
    let faults = super::municipality_form::located(text, faults);
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
pub(crate) fn sound(municipality: &Municipality, raw: &Scenario) -> (Scenario, Vec<Fault<ScenarioProblem>>) {
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
    for (id, years) in &raw.measures_delayed {
        gathered.measure_delay(&format!("tiltak_utsatt.{id}"), id, Decimal::from(*years));
    }
    for (id, change) in &raw.frames {
        gathered.frame(&format!("rammer.{id}"), id, change.value());
    }
    for (year, amount) in &raw.sales {
        gathered.sale(&format!("salg.{year}"), *year, amount.millions());
    }
    if let Some(id) = &raw.prognosis {
        gathered.prognosis("befolkningsalternativ", id);
    }
    gathered.scenario.cost_by_age = raw.cost_by_age;
    gathered.basis("grunnlag", &raw.basis);
    for (index, own) in raw.own_projects.iter().enumerate() {
        gathered.own_project(&format!("egne_prosjekter[{index}]"), own.clone());
    }
    for (index, own) in raw.own_measures.iter().enumerate() {
        gathered.own_measure(&format!("egne_tiltak[{index}]"), own.clone());
    }
    (gathered.scenario, gathered.faults)
}

/// A scenario under way: each part is either taken or becomes a fault. File and link share it.
pub(super) struct Gathered<'a> {
    pub(super) municipality: &'a Municipality,
    pub(super) scenario: Scenario,
    pub(super) faults: Vec<Fault<ScenarioProblem>>,
}

/// A percentage with no more decimals than a link and a file keep.
fn precise(value: Decimal) -> Percent {
    Percent::new(value.round_dp(MOST_DECIMALS))
}

impl Gathered<'_> {
    pub(super) fn lever(&mut self, place: &str, input: InputId, value: Decimal) {
        let spec = input.spec();
        if spec.allows(value) && spec.is_whole() && !value.is_integer() {
            self.fault(place, ScenarioProblem::NotWholeYears { years: value });
        } else if spec.allows(value) {
            self.scenario.set(input, value);
        } else {
            self.outside(place, value, Bounds { min: spec.min, max: spec.max, step: spec.step });
        }
    }

    /// True for a year of the projection; otherwise a fault.
    fn is_in_projection(&mut self, place: &str, year: Year) -> bool {
        let known = self.municipality.years().any(|known| known == year);
        if !known {
            let (first, last) = (self.municipality.plan.first_year, self.municipality.last_year());
            self.fault(place, ScenarioProblem::NotInProjection { year, first, last });
        }
        known
    }

    /// True for a value inside the bounds; otherwise a fault.
    fn is_within(&mut self, place: &str, value: Decimal, bounds: Bounds) -> bool {
        let within = bounds.allows(value);
        if !within {
            self.outside(place, value, bounds);
        }
        within
    }

    pub(super) fn rate(&mut self, place: &str, year: Year, change: Decimal) {
        if self.is_in_projection(place, year) && self.is_within(place, change, RATE_IN_YEAR) {
            self.scenario.set_rate_in(year, precise(change));
        }
    }

    pub(super) fn growth(&mut self, place: &str, group: &str, change: Decimal) {
        let groups = self.municipality.age_groups();
        if !groups.iter().any(|known| known.id == group) {
            let meant = did_you_mean(group, groups.iter().map(|known| known.id.as_str()));
            self.unknown(place, group, ScenarioName::AgeGroup, meant);
        } else if GROWTH_OF_AGE_GROUP.allows(change) {
            self.scenario.set_growth_of(group, precise(change));
        } else {
            self.outside(place, change, GROWTH_OF_AGE_GROUP);
        }
    }

    pub(super) fn project(&mut self, place: &str, id: &str, change: ProjectChange) {
        let Some(project) = self.municipality.project(id) else {
            let known = self.municipality.investments.projects.iter().map(|project| project.id.as_str());
            let meant = did_you_mean(id, known);
            return self.unknown(place, id, ScenarioName::Project, meant);
        };
        let sound = self.is_within(&format!("{place}.omfang"), change.scale.value(), PROJECT_SCALE)
            & self.is_within(&format!("{place}.strukket"), Decimal::from(change.stretched), YEARS_STRETCHED);
        if !sound {
            return;
        }
        let range = investment::movable_years(self.municipality, project);
        if range.contains(&change.moved) {
            let scale = precise(change.scale.value());
            self.scenario.set_project(id, ProjectChange { scale, ..change });
        } else {
            let [years, min, max] = [change.moved, *range.start(), *range.end()].map(Decimal::from);
            self.fault(place, ScenarioProblem::ProjectNotMovable { years, min, max });
        }
    }

    pub(super) fn measure(&mut self, place: &str, id: &str, realisation: Decimal) {
        let Some(measure) = self.municipality.measure(id) else {
            let known = self.municipality.measures.iter().map(|measure| measure.id.as_str());
            let meant = did_you_mean(id, known);
            return self.unknown(place, id, ScenarioName::Measure, meant);
        };
        let overlap = measure::chosen_overlaps(self.municipality, &self.scenario, measure)
            .map(|other| other.name.clone())
            .next();
        if let Some(reason) = &measure.locked {
            let (measure, reason) = (measure.name.clone(), reason.clone());
            self.fault(place, ScenarioProblem::Locked { measure, reason, is_delay: false });
        } else if let Some(other) = overlap.filter(|_| realisation > Decimal::ZERO) {
            self.fault(place, ScenarioProblem::Overlap { measure: measure.name.clone(), other });
        } else if REALISATION.allows(realisation) {
            self.scenario.set_measure(measure, precise(realisation));
        } else {
            self.outside(place, realisation, REALISATION);
        }
    }

    pub(super) fn measure_delay(&mut self, place: &str, id: &str, years: Decimal) {
        let Some(measure) = self.municipality.measure(id) else {
            let known = self.municipality.measures.iter().map(|measure| measure.id.as_str());
            let meant = did_you_mean(id, known);
            return self.unknown(place, id, ScenarioName::Measure, meant);
        };
        if !measure.is_open() {
            let (measure, reason) = (measure.name.clone(), measure.locked.clone().unwrap_or_default());
            self.fault(place, ScenarioProblem::Locked { measure, reason, is_delay: true });
        } else if self.is_within(place, years, YEARS_DELAYED) {
            match years.to_u32().filter(|_| years.is_integer()) {
                Some(years) => self.scenario.set_measure_delay(id, years),
                None => self.fault(place, ScenarioProblem::NotWholeYears { years }),
            }
        }
    }

    pub(super) fn frame(&mut self, place: &str, id: &str, change: Decimal) {
        let frames = &self.municipality.frames;
        if !frames.iter().any(|frame| frame.id == id) {
            let meant = did_you_mean(id, frames.iter().map(|frame| frame.id.as_str()));
            self.unknown(place, id, ScenarioName::Frame, meant);
        } else if self.is_within(place, change, FRAME_CHANGE) {
            self.scenario.set_frame(id, precise(change));
        }
    }

    /// A sale, in million kroner.
    pub(super) fn sale(&mut self, place: &str, year: Year, millions: Decimal) {
        if self.is_in_projection(place, year) && self.is_within(place, millions, SALE) {
            self.scenario.set_sale(year, Kroner::from_millions(millions));
        }
    }

    pub(super) fn prognosis(&mut self, place: &str, id: &str) {
        let alternatives =
            self.municipality.population.as_ref().map_or(&[][..], |people| &people.alternatives);
        if alternatives.iter().any(|known| known.id == id) {
            self.scenario.prognosis = Some(id.to_owned());
        } else {
            let meant = did_you_mean(id, alternatives.iter().map(|known| known.id.as_str()));
            self.unknown(place, id, ScenarioName::Prognosis, meant);
        }
    }

    /// The user's own figures: only where the document has none, and never negative.
    pub(super) fn basis(&mut self, place: &str, basis: &Basis) {
        for figure in NeededFigure::ALL {
            if let Some(value) = basis.get(figure) {
                let in_document = figure.is_given(self.municipality);
                self.own_figure(&format!("{place}.{}", figure.key()), figure, value, in_document);
            }
        }
        self.scenario.basis.prices = basis.prices;
    }

    /// One figure of the user's own, in million kroner, or inhabitants.
    pub(super) fn own_figure(
        &mut self,
        place: &str,
        figure: NeededFigure,
        value: Decimal,
        in_document: bool,
    ) {
        if in_document {
            return self.fault(place, ScenarioProblem::FigureIsPrinted);
        }
        if !self.is_within(place, value, own_figure_bounds(figure)) {
            return;
        }
        self.scenario.basis.set(figure, Some(value));
    }

    pub(super) fn own_project(&mut self, place: &str, own: OwnProject) {
        let sound = self.is_in_projection(&format!("{place}.start"), own.start)
            & self.is_within(&format!("{place}.kostnad"), own.cost.millions(), OWN_PROJECT_COST)
            & self.is_within(&format!("{place}.år"), Decimal::from(own.years), OWN_YEARS)
            & self.is_within(
                &format!("{place}.driftseffekt"),
                own.operating_effect.millions(),
                OWN_MEASURE_AMOUNT,
            )
            & self.is_named(place, &own.name);
        if sound && self.has_room(place, self.scenario.own_projects.len()) {
            self.scenario.own_projects.push(own);
        }
    }

    pub(super) fn own_measure(&mut self, place: &str, own: OwnMeasure) {
        let sound = self.is_in_projection(&format!("{place}.start"), own.start)
            & self.is_within(&format!("{place}.beløp"), own.amount.millions(), OWN_MEASURE_AMOUNT)
            & self.is_within(&format!("{place}.opptrapping"), Decimal::from(own.ramp_years), OWN_YEARS)
            & self.is_within(
                &format!("{place}.engangskostnad"),
                own.one_off_cost.millions(),
                OWN_PROJECT_COST,
            )
            & self.is_named(place, &own.name);
        if sound && self.has_room(place, self.scenario.own_measures.len()) {
            self.scenario.own_measures.push(own);
        }
    }

    fn is_named(&mut self, place: &str, name: &str) -> bool {
        let named = !name.trim().is_empty() && name.chars().count() <= LONGEST_NAME;
        if !named {
            self.fault(&format!("{place}.navn"), ScenarioProblem::OwnName);
        }
        named
    }

    fn has_room(&mut self, place: &str, count: usize) -> bool {
        let room = count < MOST_OWN;
        if !room {
            self.fault(place, ScenarioProblem::TooManyOwn);
        }
        room
    }

    pub(super) fn fault(&mut self, place: &str, problem: impl Into<ScenarioProblem>) {
        self.faults.push(Fault::new(place, problem));
    }

    fn unknown(&mut self, place: &str, id: &str, what: ScenarioName, meant: Meant) {
        self.fault(place, ScenarioProblem::Unknown { id: id.to_owned(), what, meant });
    }

    fn outside(&mut self, place: &str, value: Decimal, bounds: Bounds) {
        let Bounds { min, max, .. } = bounds;
        self.fault(place, ScenarioProblem::Outside { value, min, max });
    }
}
