//! Scenario: what differs from the plan, and nothing else.
//!
//! A map from lever to value. An empty scenario is the plan. Two scenarios with the same effect on the levers
//! are equal, whatever order they were moved in, because a value that is back at the plan's mark is not kept.

mod basis;
mod form;
mod own;
mod packed;

pub use basis::{Basis, Prices};
pub use own::{OwnMeasure, OwnProject, ProjectChange};

use super::lever::{Cause, Form, Lever, LeverGroup, LeverId, Subject, SubjectKind, Value};
use super::municipality::{Measure, Municipality};
use super::order::in_order;
use super::units::{Kroner, Percent, Year};
use enum_map::EnumMap;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Scenario: every difference from the plan, and what the figures rest on.
///
/// One that is read from a file holds what is written there, marks of the plan and values outside their range
/// too; `exchange::scenario_file` makes it sound.
///
/// ```
/// use handlingsrom::model::{lever::Lever, scenario::Scenario};
/// use rust_decimal::dec;
/// let mut scenario = Scenario::default();
/// scenario.set(Lever::InterestRate, dec!(1));
/// assert!(!scenario.is_plan());
/// scenario.set(Lever::InterestRate, dec!(0));
/// assert!(scenario.is_plan());
/// ```
#[doc(alias = "scenario")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scenario {
    moved: EnumMap<Lever, Values>,
    /// What the figures rest on: the user's own figures and the kind of prices. No movement of a lever.
    pub basis: Basis,
}

/// Where one lever stands, by subject. A lever uses the one part that its subjects belong in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Values {
    whole: Option<Value>,
    by_year: BTreeMap<Year, Value>,
    by_id: BTreeMap<Arc<str>, Value>,
    listed: Vec<Value>,
}

impl Values {
    fn is_empty(&self) -> bool {
        self.whole.is_none() && self.by_year.is_empty() && self.by_id.is_empty() && self.listed.is_empty()
    }

    fn get(&self, subject: &Subject) -> Option<&Value> {
        match subject {
            Subject::None => self.whole.as_ref(),
            Subject::Year(year) => self.by_year.get(year),
            Subject::Id(id) => self.by_id.get(id),
            Subject::Number(number) => self.listed.get(*number),
        }
    }

    fn keep(&mut self, subject: Subject, value: Value) {
        match subject {
            Subject::None => self.whole = Some(value),
            Subject::Year(year) => drop(self.by_year.insert(year, value)),
            Subject::Id(id) => drop(self.by_id.insert(id, value)),
            Subject::Number(number) => match self.listed.get_mut(number) {
                Some(listed) => *listed = value,
                None => self.listed.push(value),
            },
        }
    }

    fn forget(&mut self, subject: &Subject) {
        match subject {
            Subject::None => self.whole = None,
            Subject::Year(year) => drop(self.by_year.remove(year)),
            Subject::Id(id) => drop(self.by_id.remove(id)),
            Subject::Number(number) if *number < self.listed.len() => drop(self.listed.remove(*number)),
            Subject::Number(_) => {}
        }
    }

    fn iter(&self) -> impl Iterator<Item = (Subject, &Value)> {
        let whole = self.whole.iter().map(|value| (Subject::None, value));
        let by_year = self.by_year.iter().map(|(year, value)| (Subject::Year(*year), value));
        let by_id = self.by_id.iter().map(|(id, value)| (Subject::Id(Arc::clone(id)), value));
        let listed = self.listed.iter().enumerate().map(|(number, value)| (Subject::Number(number), value));
        whole.chain(by_year).chain(by_id).chain(listed)
    }
}

/// The map.
impl Scenario {
    /// The plan itself: nothing moved.
    #[must_use]
    pub fn plan() -> Self {
        Self::default()
    }

    /// True when nothing differs from the plan. What the figures rest on is no difference.
    #[must_use]
    pub fn is_plan(&self) -> bool {
        self.moved.values().all(Values::is_empty)
    }

    /// True when there is nothing to keep: no difference, no own figures, prices as in the plan.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The plan with the same own figures and prices: what this scenario is compared with.
    #[must_use]
    pub fn plan_on_same_basis(&self) -> Self {
        Self { basis: self.basis.clone(), ..Self::default() }
    }

    /// Where a lever that is one number stands, in the unit of its [`LeverSpec`](super::lever::LeverSpec).
    #[must_use]
    pub fn get(&self, lever: Lever) -> Decimal {
        match &self.moved[lever].whole {
            Some(Value::Number(number)) => *number,
            _ => lever.spec().plan,
        }
    }

    /// Where a lever has been moved to; nothing when it stands where the plan has it.
    #[must_use]
    pub fn value(&self, id: &LeverId) -> Option<&Value> {
        self.moved[id.lever].get(&id.subject)
    }

    /// Moves a lever. A number outside its range goes to the nearest end; a value of another form than the
    /// lever's changes nothing; a value at the plan's mark is not kept.
    ///
    /// Where the mark depends on the municipality only [`Value::AsPlanned`] is known to be at it; see
    /// [`set_in`](Self::set_in).
    pub fn set(&mut self, lever: impl Into<LeverId>, value: impl Into<Value>) {
        let id = lever.into();
        let plan = id.spec().plan_value();
        self.put(id, value.into(), plan);
    }

    /// The same in a municipality, whose plan may have its own mark.
    pub fn set_in(
        &mut self,
        municipality: &Municipality,
        lever: impl Into<LeverId>,
        value: impl Into<Value>,
    ) {
        let id = lever.into();
        let plan = id.plan_value(municipality);
        self.put(id, value.into(), Some(plan));
    }

    fn put(&mut self, id: LeverId, value: Value, plan: Option<Value>) {
        let spec = id.spec();
        let value = match (value, spec.form) {
            // Whole kroner, as in a file.
            (Value::Number(millions), Form::Amount) => {
                Kroner::from_millions(spec.clamp(millions)).millions().into()
            }
            (Value::Number(number), _) => Value::Number(spec.clamp(number).normalize()),
            (other, _) => other,
        };
        if value == Value::AsPlanned || plan.as_ref() == Some(&value) {
            self.moved[id.lever].forget(&id.subject);
        } else if spec.takes(&value) {
            self.moved[id.lever].keep(id.subject, value);
        }
    }

    /// Every lever that is moved, and where to, in the order of the levers and of their subjects.
    pub fn moved(&self) -> impl Iterator<Item = (LeverId, &Value)> {
        self.moved.iter().flat_map(|(lever, values)| {
            values.iter().map(move |(subject, value)| (LeverId { lever, subject }, value))
        })
    }

    /// True when a lever is moved, for any subject.
    #[must_use]
    pub fn moves(&self, lever: Lever) -> bool {
        !self.moved[lever].is_empty()
    }

    /// What any of some levers is moved for, in order.
    #[must_use]
    pub fn subjects(&self, levers: &[Lever]) -> Vec<Subject> {
        let subjects = levers.iter().flat_map(|lever| self.moved[*lever].iter().map(|(subject, _)| subject));
        let mut subjects = in_order(subjects, |one, other| one < other);
        subjects.dedup();
        subjects
    }

    /// The next free place in a list of the user's own.
    #[must_use]
    pub fn next_of(&self, lever: Lever) -> LeverId {
        lever.of(self.moved[lever].listed.len())
    }

    /// True when a main lever or anything under it differs from the plan.
    #[must_use]
    pub fn is_moved(&self, main: Lever) -> bool {
        self.moves(main) || Lever::under(main).any(|lever| self.moves(lever))
    }

    /// Puts one main lever back at the plan, with everything that opens under it.
    pub fn reset_lever(&mut self, main: Lever) {
        self.moved[main] = Values::default();
        for lever in Lever::under(main) {
            self.moved[lever] = Values::default();
        }
    }

    /// Puts one group of levers back at the plan, details included.
    pub fn reset(&mut self, group: LeverGroup) {
        self.keep_only(|lever| lever.spec().group() != group);
    }

    /// Planen under dine forutsetninger: the same world, but nothing chosen.
    #[must_use]
    pub fn assumptions_only(&self) -> Self {
        let mut world = self.clone();
        world.reset(LeverGroup::Choices);
        world
    }

    /// The same choices in the plan's own world.
    #[must_use]
    pub fn choices_only(&self) -> Self {
        let mut choices = self.clone();
        choices.reset(LeverGroup::Assumptions);
        choices
    }

    fn keep_only(&mut self, keeps: impl Fn(Lever) -> bool) {
        for (lever, values) in &mut self.moved {
            if !keeps(lever) {
                *values = Values::default();
            }
        }
    }

    /// Takes everything that is credited to a cause from another scenario.
    pub fn take(&mut self, cause: Cause, from: &Self) {
        for (lever, values) in &mut self.moved {
            if lever.spec().cause == cause {
                values.clone_from(&from.moved[lever]);
            }
        }
    }

    /// The causes that differ from the plan.
    pub fn causes(&self) -> impl Iterator<Item = Cause> {
        let differs = |cause: &Cause| {
            self.moved.iter().any(|(lever, values)| lever.spec().cause == *cause && !values.is_empty())
        };
        Cause::ALL.into_iter().filter(differs)
    }
}

/// What the model reads, each in its own type.
impl Scenario {
    fn in_year(&self, lever: Lever, year: Year) -> Option<Decimal> {
        self.moved[lever].by_year.get(&year)?.number()
    }

    fn of_id(&self, lever: Lever, id: &str) -> Option<Decimal> {
        self.moved[lever].by_id.get(id)?.number()
    }

    /// The change of the market rate of one year, on top of the shift.
    #[must_use]
    pub fn rate_in(&self, year: Year) -> Percent {
        self.in_year(Lever::RateInYear, year).map(Percent::new).unwrap_or_default()
    }

    /// True when the market rate of any single year is changed.
    #[must_use]
    pub fn changes_single_rates(&self) -> bool {
        self.moves(Lever::RateInYear)
    }

    /// The change in yearly growth of one age group, on top of the common change.
    #[must_use]
    pub fn growth_of(&self, age_group: &str) -> Percent {
        self.of_id(Lever::GrowthOfAgeGroup, age_group).map(Percent::new).unwrap_or_default()
    }

    /// What the scenario does to a project.
    #[must_use]
    pub fn project(&self, id: &str) -> ProjectChange {
        ProjectChange {
            included: self.moved[Lever::ProjectIncluded].by_id.get(id) != Some(&Value::Switch(false)),
            moved: self.of_id(Lever::ProjectMoved, id).and_then(|years| years.to_i32()).unwrap_or(0),
            scale: self.of_id(Lever::ProjectScale, id).map_or(Percent::HUNDRED, Percent::new),
            stretched: self.of_id(Lever::ProjectStretch, id).and_then(|years| years.to_u32()).unwrap_or(0),
        }
    }

    /// Every project that is changed, in the order of the ids, and what is done to it.
    #[must_use]
    pub fn changed_projects(&self) -> Vec<(Arc<str>, ProjectChange)> {
        let levers = Lever::all().iter().filter(|lever| lever.spec().subject == SubjectKind::Project);
        let mut ids =
            in_order(levers.flat_map(|lever| self.moved[*lever].by_id.keys()), |one, other| one < other);
        ids.dedup();
        ids.into_iter().map(|id| (Arc::clone(id), self.project(id))).collect()
    }

    /// Moves, drops, scales, stretches or restores a project.
    pub fn set_project(&mut self, id: &str, change: ProjectChange) {
        self.set(Lever::ProjectIncluded.of(id), change.included);
        self.set(Lever::ProjectMoved.of(id), change.moved);
        self.set(Lever::ProjectScale.of(id), change.scale);
        self.set(Lever::ProjectStretch.of(id), change.stretched);
    }

    /// True when any single project is changed.
    #[must_use]
    pub fn changes_projects(&self) -> bool {
        Lever::all().iter().any(|lever| lever.spec().subject == SubjectKind::Project && self.moves(*lever))
    }

    /// How much of a measure the scenario realises.
    #[must_use]
    pub fn realisation(&self, measure: &Measure) -> Percent {
        self.of_id(Lever::MeasureRealisation, &measure.id)
            .map_or_else(|| measure.realisation_in_plan(), Percent::new)
    }

    /// Sets how much of a measure is realised, percent.
    pub fn set_measure(&mut self, measure: &Measure, realisation: Percent) {
        let id = Lever::MeasureRealisation.of(&measure.id);
        self.put(id, realisation.into(), Some(measure.realisation_in_plan().into()));
    }

    /// How many years a measure is put off.
    #[must_use]
    pub fn measure_delay(&self, id: &str) -> u32 {
        self.of_id(Lever::MeasureDelay, id).and_then(|years| years.to_u32()).unwrap_or(0)
    }

    /// True when the realisation or the start of any measure is changed.
    #[must_use]
    pub fn changes_measures(&self) -> bool {
        Lever::all().iter().any(|lever| lever.spec().subject == SubjectKind::Measure && self.moves(*lever))
    }

    /// The change in the net frame of a sector, percent.
    #[must_use]
    pub fn frame_change(&self, id: &str) -> Percent {
        self.of_id(Lever::FrameChange, id).map(Percent::new).unwrap_or_default()
    }

    /// True when the net frame of any sector is changed.
    #[must_use]
    pub fn changes_frames(&self) -> bool {
        self.moves(Lever::FrameChange)
    }

    /// What assets are sold for in a year.
    #[must_use]
    pub fn sale_in(&self, year: Year) -> Kroner {
        self.in_year(Lever::Sale, year).map(Kroner::from_millions).unwrap_or_default()
    }

    /// True when assets are sold in any year.
    #[must_use]
    pub fn sells(&self) -> bool {
        self.moves(Lever::Sale)
    }

    /// The id of the chosen prognosis; nothing for the plan's own.
    #[must_use]
    pub fn prognosis(&self) -> Option<&str> {
        match &self.moved[Lever::Prognosis].whole {
            Some(Value::Choice(id)) => Some(id),
            _ => None,
        }
    }

    /// True when service costs follow age in place of the plan's own rule.
    #[must_use]
    pub fn costs_follow_age(&self) -> bool {
        self.moved[Lever::CostByAge].whole == Some(Value::Switch(true))
    }

    /// True when no part of real growth in income goes to services.
    #[must_use]
    pub fn keeps_real_growth(&self) -> bool {
        self.moved[Lever::KeepRealGrowth].whole == Some(Value::Switch(true))
    }

    /// Projects of the user's own.
    #[must_use]
    pub fn own_projects(&self) -> Vec<&OwnProject> {
        let listed = self.moved[Lever::OwnProject].listed.iter();
        listed
            .filter_map(|value| if let Value::OwnProject(own) = value { Some(&**own) } else { None })
            .collect()
    }

    /// Adds a project of the user's own.
    pub fn add_project(&mut self, own: OwnProject) {
        self.set(self.next_of(Lever::OwnProject), own);
    }

    /// Measures of the user's own.
    #[must_use]
    pub fn own_measures(&self) -> Vec<&OwnMeasure> {
        let listed = self.moved[Lever::OwnMeasure].listed.iter();
        listed
            .filter_map(|value| if let Value::OwnMeasure(own) = value { Some(&**own) } else { None })
            .collect()
    }

    /// Adds a measure of the user's own.
    pub fn add_measure(&mut self, own: OwnMeasure) {
        self.set(self.next_of(Lever::OwnMeasure), own);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn a_scenario_file_speaks_norwegian_and_holds_only_what_differs() {
        let mut scenario = Scenario::plan();
        scenario.set(Lever::InterestRate, dec!(1.25));
        scenario.set(Lever::Restructuring, dec!(20));
        scenario.set_project("vei", ProjectChange::dropped());
        let text = serde_json::to_string(&scenario).unwrap_or_default();
        assert_eq!(text, r#"{"renter":1.25,"omstilling":20,"prosjekter":{"vei":{"med":false}}}"#);
        assert_eq!(serde_json::from_str::<Scenario>(&text).ok(), Some(scenario));
    }

    #[test]
    fn a_scenario_is_its_assumptions_and_its_choices() {
        let mut scenario = Scenario::plan();
        scenario.set(Lever::PopulationGrowth, dec!(-0.3));
        scenario.set(Lever::InvestmentVolume, dec!(80));
        assert!(scenario.assumptions_only().choices_only().is_plan());
        let mut world = scenario.clone();
        world.reset(LeverGroup::Choices);
        assert_eq!(world, scenario.assumptions_only());
    }

    #[test]
    fn what_is_added_is_a_list_without_holes() {
        let own = |name: &str| OwnMeasure {
            name: name.to_owned(),
            amount: Kroner::ZERO,
            start: Year(2026),
            ramp_years: 0,
            one_off_cost: Kroner::ZERO,
            one_off: false,
        };
        let mut scenario = Scenario::plan();
        for name in ["one", "two", "three"] {
            scenario.add_measure(own(name));
        }
        scenario.set(Lever::OwnMeasure.of(1), Value::AsPlanned);
        let names: Vec<&str> = scenario.own_measures().iter().map(|own| own.name.as_str()).collect();
        assert_eq!(names, ["one", "three"]);
    }

    #[test]
    fn a_value_of_another_form_changes_nothing() {
        let mut scenario = Scenario::plan();
        scenario.set(Lever::CostByAge, dec!(1));
        scenario.set(Lever::InterestRate, true);
        scenario.set(Lever::Prognosis, dec!(1));
        assert!(scenario.is_empty());
    }
}
