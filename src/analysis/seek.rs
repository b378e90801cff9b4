//! Hva skal til: how far levers must be moved for rules to hold.

use super::Question;
use crate::model::fiscal_rule::assess_year;
use crate::model::lever::Lever;
use crate::model::municipality::{FiscalRule, Project};
use crate::model::projection::Projection;
use crate::model::scenario::{OwnMeasure, ProjectChange, Scenario};
use crate::model::units::{Kroner, Year};
use rust_decimal::Decimal;
use std::ops::RangeInclusive;

/// Mål: which rules must hold in which years.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The rules that count.
    pub rules: Vec<FiscalRule>,
    /// The years that count.
    pub years: RangeInclusive<Year>,
}

impl Target {
    /// Minste handlingsrom: the least head-room of any rule in any year that counts, negative where a rule
    /// is broken; `None` when nothing can be measured. And whether every rule that can be measured is kept.
    #[must_use]
    pub fn measure(&self, projection: &Projection) -> (Option<Kroner>, bool) {
        let (mut least, mut all_kept) = (None, true);
        for (_, result) in projection.years.iter().filter(|(year, _)| self.years.contains(year)) {
            for rule in &self.rules {
                let year = assess_year(rule, result);
                if let Some((headroom, kept)) = year.headroom.zip(year.kept) {
                    least = Some(least.map_or(headroom, |least: Kroner| least.min(headroom)));
                    all_kept &= kept;
                }
            }
        }
        (least, least.is_some() && all_kept)
    }

    /// True when every rule that can be measured is kept in every year that counts.
    #[must_use]
    pub fn holds(&self, projection: &Projection) -> bool {
        self.measure(projection).1
    }
}

/// Forsøk: one position of a lever, and whether it is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trial {
    /// The position of the lever.
    pub value: Decimal,
    /// Whether the target is met.
    pub holds: bool,
    /// The least head-room.
    pub headroom: Option<Kroner>,
}

/// Every position of a lever, from the lowest.
pub fn positions(input: Lever) -> impl Iterator<Item = Decimal> {
    let spec = input.spec();
    std::iter::successors(Some(spec.min), move |value| Some(*value + spec.step))
        .take_while(move |value| *value <= spec.max)
}

/// Prøver en spak: the scenario with one lever in one position. `scenario` is the question's own, and keeps
/// the position; the next trial of the same lever needs no new one.
#[must_use]
pub fn attempt(
    question: &Question<'_>,
    target: &Target,
    scenario: &mut Scenario,
    (input, value): (Lever, Decimal),
) -> Trial {
    scenario.set(input, value);
    let projection = question.project(scenario);
    let (headroom, holds) = target.measure(&projection);
    Trial { value, holds, headroom }
}

/// Spillerom: every position of a lever, each tried with the rest of the scenario unchanged.
///
/// ```
/// # use handlingsrom::analysis::{seek::{span, Target}, Question};
/// # use handlingsrom::exchange::municipality_file;
/// # use handlingsrom::model::{lever::Lever, projection::project, scenario::Scenario, units::Year};
/// # use rust_decimal::dec;
/// let lier = municipality_file::built_in("lier").expect("Lier comes with the program");
/// let (plan, scenario) = (project(lier, &Scenario::plan()), Scenario::plan());
/// let question = Question { municipality: lier, plan: &plan, scenario: &scenario };
/// // The rule for the result, 1.75 %, from 2028: so much must be saved beyond the plan.
/// let target = Target { rules: vec![lier.rules[0].clone()], years: Year(2028)..=Year(2034) };
/// let span = span(&question, &target, Lever::Restructuring);
/// assert_eq!(span.nearest(dec!(0)), Some(dec!(10)));
/// ```
#[doc(alias = "spillerom")]
#[must_use]
pub fn span(question: &Question<'_>, target: &Target, input: Lever) -> Span {
    let mut scenario = question.scenario.clone();
    let trials = positions(input).map(|value| attempt(question, target, &mut scenario, (input, value)));
    Span { input, trials: trials.collect() }
}

/// Spillerom of one lever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The lever.
    pub input: Lever,
    /// Each position, from the lowest.
    pub trials: Vec<Trial>,
}

impl Span {
    /// The stretches in which the target is met: lowest and highest position of each.
    #[must_use]
    pub fn stretches(&self) -> Vec<[Decimal; 2]> {
        let stretches = self.trials.chunk_by(|one, next| one.holds == next.holds);
        stretches
            .filter(|stretch| stretch.first().is_some_and(|trial| trial.holds))
            .filter_map(|stretch| Some([stretch.first()?.value, stretch.last()?.value]))
            .collect()
    }

    /// The position nearest to the lever's own in which the target is met.
    #[must_use]
    pub fn nearest(&self, now: Decimal) -> Option<Decimal> {
        let enough = self.trials.iter().filter(|trial| trial.holds);
        enough.map(|trial| trial.value).min_by_key(|value| (*value - now).abs())
    }

    /// The position that comes closest, and its least head-room: how much this lever alone falls short by.
    #[must_use]
    pub fn best(&self) -> Option<Trial> {
        let measured = self.trials.iter().filter(|trial| trial.headroom.is_some());
        // The first of equal ones.
        measured.copied().reduce(|best, trial| if trial.headroom > best.headroom { trial } else { best })
    }
}

/// Byggestart: one start year of a project, and whether the target is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StartYear {
    /// Years later than in the plan, negative for earlier.
    pub moved: i32,
    /// The year it would start.
    pub start: Year,
    /// Whether the target is met.
    pub holds: bool,
    /// The least head-room.
    pub headroom: Option<Kroner>,
}

/// Når kan prosjektet bygges: every start year a project may have, each tried. Empty for a project that
/// costs nothing within the horizon.
#[must_use]
pub fn start_years(question: &Question<'_>, target: &Target, project: &Project) -> Vec<StartYear> {
    let Some(first) = project.first_cost_year() else { return Vec::new() };
    let last = question.municipality.last_year();
    let within = question.municipality.movable_years(project).filter(|moved| first.plus(*moved) <= last);
    within
        .map(|moved| {
            let change = ProjectChange { included: true, moved, ..question.scenario.project(&project.id) };
            let mut scenario = question.scenario.clone();
            scenario.set_project(&project.id, change);
            let projection = question.project(&scenario);
            let (headroom, holds) = target.measure(&projection);
            StartYear { moved, start: first.plus(moved), holds, headroom }
        })
        .collect()
}

/// The most that is tried as a yearly saving, million kroner.
pub const MOST_SAVED: i64 = 500;

/// Nødvendig innsparing: the least lasting yearly saving, in whole million kroner, that from a year on makes
/// the target hold; `None` when no saving up to [`MOST_SAVED`] does, as when a rule breaks before it.
///
/// More saving never worsens a rule, so half of what is left is ruled out each time.
#[must_use]
pub fn least_saving(question: &Question<'_>, target: &Target, from: Year) -> Option<Kroner> {
    let holds_with = |millions: i64| {
        let mut scenario = question.scenario.clone();
        if millions > 0 {
            scenario.add_measure(OwnMeasure {
                name: String::new(),
                amount: -Kroner::from_millions(Decimal::from(millions)),
                start: from,
                ramp_years: 0,
                one_off_cost: Kroner::ZERO,
                one_off: false,
            });
        }
        target.holds(&question.project(&scenario))
    };
    if holds_with(0) {
        return Some(Kroner::ZERO);
    }
    if !holds_with(MOST_SAVED) {
        return None;
    }
    let (mut short, mut enough) = (0, MOST_SAVED);
    while enough - short > 1 {
        let middle = short.midpoint(enough);
        if holds_with(middle) {
            enough = middle;
        } else {
            short = middle;
        }
    }
    Some(Kroner::from_millions(Decimal::from(enough)))
}
