//! Scenariofilen: a scenario as JSON with Norwegian keys, and what a scenario may hold.

use super::municipality_file::type_fault;
use super::{Fault, did_you_mean};
use crate::model::lever::{
    Bounds, Lever, LeverId, OWN_MEASURE_AMOUNT, OWN_PROJECT_COST, OWN_YEARS, Subject, SubjectKind, Value,
};
use crate::model::measure;
use crate::model::municipality::{Municipality, NeededFigure};
use crate::model::scenario::{Basis, OwnMeasure, OwnProject, Scenario};
use crate::model::units::Year;
use crate::text::{Meant, ScenarioName, ScenarioProblem};
use rust_decimal::Decimal;

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
/// assert_eq!(scenario.map(|read| read.project("tranby-skole").moved), Ok(-4));
/// let faults = scenario_file::read(lier, r#"{"prosjekter": {"tranby-skule": {"med": false}}}"#).unwrap_err();
/// assert!(faults[0].text(Language::Nb).contains("Mente du «tranby-skole»?"));
/// ```
///
/// # Errors
/// Every fault of the file: what cannot be read, is not known, is outside its range, or is written twice.
pub fn read(municipality: &Municipality, text: &str) -> Result<Scenario, Vec<Fault>> {
    let faults = super::syntax::faults(text);
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let value: serde_json::Value =
        serde_path_to_error::deserialize(&mut reader).map_err(|error| vec![type_fault(&error)])?;
    // From a value and not from the text: there serde stops at a key written twice, and sees only some.
    let (scenario, faults) = match serde_path_to_error::deserialize(value) {
        Ok(raw) => {
            let (scenario, faults) = sound(municipality, &raw);
            (scenario, faults.into_iter().map(Fault::from).collect())
        }
        Err(error) => (Scenario::plan(), vec![type_fault(&error)]),
    };
    let faults = super::municipality_form::located(text, faults);
    if faults.is_empty() { Ok(scenario) } else { Err(faults) }
}

/// Writes a scenario file.
#[must_use]
pub fn write(scenario: &Scenario) -> String {
    serde_json::to_string_pretty(scenario).unwrap_or_default()
}

/// The sound part of a scenario, with the faults of the rest. The result goes through the map's own `set`, so
/// that what equals the plan is not kept.
#[must_use]
pub(crate) fn sound(municipality: &Municipality, raw: &Scenario) -> (Scenario, Vec<Fault<ScenarioProblem>>) {
    let mut gathered = Gathered { municipality, scenario: Scenario::plan(), faults: Vec::new() };
    for (id, value) in raw.moved() {
        let key = id.spec().key;
        let place = match &id.subject {
            Subject::None => key.to_owned(),
            Subject::Number(number) => format!("{key}[{number}]"),
            subject => format!("{key}.{subject}"),
        };
        gathered.take(&place, [(id, value.clone())]);
    }
    gathered.basis("grunnlag", &raw.basis);
    (gathered.scenario, gathered.faults)
}

/// A scenario under way: each part is either taken or becomes a fault. File and link share it.
pub(super) struct Gathered<'a> {
    pub(super) municipality: &'a Municipality,
    pub(super) scenario: Scenario,
    pub(super) faults: Vec<Fault<ScenarioProblem>>,
}

impl Gathered<'_> {
    /// Moves the levers that one place in a file or a link speaks of, when all of them may go where it says.
    pub(super) fn take(&mut self, place: &str, moves: impl IntoIterator<Item = (LeverId, Value)>) {
        let moves: Vec<_> = moves.into_iter().collect();
        let sound = moves.iter().map(|(id, value)| self.is_sound(place, id, value));
        // Every one is looked at, so that every fault is told.
        if sound.fold(true, |all, one| all & one) {
            for (id, value) in moves {
                self.scenario.set_in(self.municipality, id, value);
            }
        }
    }

    /// True when a lever may go there; otherwise a fault.
    fn is_sound(&mut self, place: &str, id: &LeverId, value: &Value) -> bool {
        let whole = match id.spec().part {
            "" => place.to_owned(),
            part => format!("{place}.{part}"),
        };
        self.is_known(place, id)
            && self.is_open(place, id, value)
            && match value {
                Value::Number(number) => self.is_in_range(&whole, id, *number),
                Value::Choice(chosen) => self.is_prognosis(place, chosen),
                Value::OwnProject(own) => self.own_project(place, id, own),
                Value::OwnMeasure(own) => self.own_measure(place, id, own),
                Value::AsPlanned | Value::Switch(_) => true,
            }
    }

    /// True when the municipality has what the lever is moved for; otherwise a fault.
    fn is_known(&mut self, place: &str, id: &LeverId) -> bool {
        let subject = match &id.subject {
            Subject::Year(year) => return self.is_in_projection(place, *year),
            Subject::Id(subject) => subject,
            Subject::None | Subject::Number(_) => return true,
        };
        let kind = id.spec().subject;
        let known = kind.ids(self.municipality);
        if known.contains(&&**subject) {
            return true;
        }
        let what = match kind {
            SubjectKind::AgeGroup => ScenarioName::AgeGroup,
            SubjectKind::Project => ScenarioName::Project,
            SubjectKind::Measure => ScenarioName::Measure,
            _ => ScenarioName::Frame,
        };
        self.unknown(place, subject, what, did_you_mean(subject, known));
        false
    }

    /// True unless the lever is of a measure that cannot be chosen, or counts the same kroner as another.
    fn is_open(&mut self, place: &str, id: &LeverId, value: &Value) -> bool {
        let Subject::Id(subject) = &id.subject else { return true };
        let Some(measure) =
            self.municipality.measure(subject).filter(|_| id.spec().subject == SubjectKind::Measure)
        else {
            return true;
        };
        let is_realised = id.lever == Lever::MeasureRealisation;
        if !measure.is_open() && (!is_realised || measure.locked.is_some()) {
            let (measure, reason) = (measure.name.clone(), measure.locked.clone().unwrap_or_default());
            self.fault(place, ScenarioProblem::Locked { measure, reason, is_delay: !is_realised });
            return false;
        }
        let overlap = measure::chosen_overlaps(self.municipality, &self.scenario, measure)
            .map(|other| other.name.clone())
            .next();
        let Some(other) =
            overlap.filter(|_| is_realised && value.number().is_some_and(|share| share > Decimal::ZERO))
        else {
            return true;
        };
        self.fault(place, ScenarioProblem::Overlap { measure: measure.name.clone(), other });
        false
    }

    /// True for a number inside the range of the lever, and for years a whole one; otherwise a fault.
    fn is_in_range(&mut self, place: &str, id: &LeverId, number: Decimal) -> bool {
        let bounds = id.bounds(self.municipality);
        if bounds.allows(number) {
            let whole = !id.spec().is_whole() || number.is_integer();
            if !whole {
                self.fault(place, ScenarioProblem::NotWholeYears { years: number });
            }
            return whole;
        }
        if id.lever == Lever::ProjectMoved {
            let Bounds { min, max, .. } = bounds;
            self.fault(place, ScenarioProblem::ProjectNotMovable { years: number, min, max });
        } else {
            self.outside(place, number, bounds);
        }
        false
    }

    fn is_prognosis(&mut self, place: &str, id: &str) -> bool {
        let alternatives =
            self.municipality.population.as_ref().map_or(&[][..], |people| &people.alternatives);
        let known = alternatives.iter().any(|known| known.id == id);
        if !known {
            let meant = did_you_mean(id, alternatives.iter().map(|known| known.id.as_str()));
            self.unknown(place, id, ScenarioName::Prognosis, meant);
        }
        known
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

    fn own_project(&mut self, place: &str, id: &LeverId, own: &OwnProject) -> bool {
        self.is_in_projection(&format!("{place}.start"), own.start)
            & self.is_within(&format!("{place}.kostnad"), own.cost.millions(), OWN_PROJECT_COST)
            & self.is_within(&format!("{place}.år"), Decimal::from(own.years), OWN_YEARS)
            & self.is_within(
                &format!("{place}.driftseffekt"),
                own.operating_effect.millions(),
                OWN_MEASURE_AMOUNT,
            )
            & self.is_named(place, &own.name)
            & self.has_room(place, id)
    }

    fn own_measure(&mut self, place: &str, id: &LeverId, own: &OwnMeasure) -> bool {
        self.is_in_projection(&format!("{place}.start"), own.start)
            & self.is_within(&format!("{place}.beløp"), own.amount.millions(), OWN_MEASURE_AMOUNT)
            & self.is_within(&format!("{place}.opptrapping"), Decimal::from(own.ramp_years), OWN_YEARS)
            & self.is_within(
                &format!("{place}.engangskostnad"),
                own.one_off_cost.millions(),
                OWN_PROJECT_COST,
            )
            & self.is_named(place, &own.name)
            & self.has_room(place, id)
    }

    fn is_named(&mut self, place: &str, name: &str) -> bool {
        let named = !name.trim().is_empty() && name.chars().count() <= LONGEST_NAME;
        if !named {
            self.fault(&format!("{place}.navn"), ScenarioProblem::OwnName);
        }
        named
    }

    fn has_room(&mut self, place: &str, id: &LeverId) -> bool {
        let room = !matches!(id.subject, Subject::Number(number) if number >= MOST_OWN);
        if !room {
            self.fault(place, ScenarioProblem::TooManyOwn);
        }
        room
    }

    pub(super) fn fault(&mut self, place: &str, problem: impl Into<ScenarioProblem>) {
        self.faults.push(Fault::new(place, problem));
    }

    fn unknown(&mut self, place: &str, id: &str, what: ScenarioName, meant: Meant) {
        let fault = Fault::new(place, ScenarioProblem::Unknown { id: id.to_owned(), what, meant });
        // What is said of one project is read a lever at a time; that it is unknown is reported once.
        if !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }

    fn outside(&mut self, place: &str, value: Decimal, bounds: Bounds) {
        let Bounds { min, max, .. } = bounds;
        self.fault(place, ScenarioProblem::Outside { value, min, max });
    }
}
