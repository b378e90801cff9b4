//! To spaker sammen: the least saving that is enough when one more thing is changed with it.

use super::Question;
use super::seek::{Target, least_saving};
use crate::model::lever::Lever;
use crate::model::municipality::{Project, ProjectKind};
use crate::model::order::in_order;
use crate::model::scenario::{OwnMeasure, ProjectChange, Scenario};
use crate::model::units::{Kroner, Percent, Year};
use rust_decimal::{Decimal, dec};

/// The projects that are tried, the largest first.
const MOST_PROJECTS: usize = 12;

/// The most years a project is put off.
const MOST_YEARS: u32 = 2;

/// The most that is saved together with another lever: what *Omstilling* reaches, million kroner.
const MOST_SAVED: Decimal = dec!(100);

/// What two levers give together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Together {
    /// Nothing is needed: the target is met already.
    Holds,
    /// A project put off, and a lasting yearly saving; no saving where putting off is enough.
    PutOff {
        /// The id of the project.
        project: String,
        /// How many years it is put off.
        years: u32,
        /// The saving.
        saving: Kroner,
    },
    /// A part of all investments, and a lasting yearly saving.
    Scaled {
        /// The lever *Investeringer*.
        volume: Percent,
        /// The saving.
        saving: Kroner,
    },
    /// Not even both levers at their ends are enough.
    NotEnough {
        /// The lever *Investeringer*.
        volume: Percent,
        /// The saving.
        saving: Kroner,
        /// The least head-room then.
        headroom: Option<Kroner>,
    },
}

/// Minste endring med to spaker: each pair tried, one at a call, so that nothing waits for them all.
///
/// First a saving with one project put off by a year or two; of those that need the same saving, the one that
/// puts off least. Where none is enough, a saving with a part of all investments, the most of them that
/// is.
#[derive(Clone, Debug)]
pub struct StepwisePairs {
    /// The first year of the saving.
    pub from: Year,
    left: Vec<Pair>,
    best: Option<(Kroner, Kroner, Together)>,
}

#[derive(Clone, Debug)]
enum Pair {
    Alone,
    PutOff(String, u32),
    Scaled(Decimal),
}

impl StepwisePairs {
    /// Nothing tried yet.
    #[must_use]
    pub fn new(question: &Question<'_>, target: &Target) -> Self {
        let plan = &question.municipality.plan;
        let from = plan.first_year.plus(2).min(*target.years.start()).max(plan.first_year.plus(1));
        let projects = question.municipality.investments.projects.iter().filter(|project| {
            let within = project.first_cost_year().is_some_and(|first| first <= *target.years.end());
            let own = question.scenario.project(&project.id);
            project.kind == ProjectKind::Project && within && own.included
        });
        let largest = in_order(projects, |one, other| one.total() > other.total());
        let mut left = vec![Pair::Alone];
        for project in largest.into_iter().take(MOST_PROJECTS) {
            left.extend((1..=MOST_YEARS).map(|years| Pair::PutOff(project.id.clone(), years)));
        }
        left.extend(
            [90, 80, 70, 60, 50, 40, 30, 20, 10, 0].map(|volume| Pair::Scaled(Decimal::from(volume))),
        );
        left.reverse();
        Self { from, left, best: None }
    }

    /// Tries one more pair; what two levers give, when it was the last that had to be tried.
    pub fn step(&mut self, question: &Question<'_>, target: &Target) -> Option<Together> {
        let needed =
            |scenario: &Scenario| least_saving(&Question { scenario, ..*question }, target, self.from);
        match self.left.pop() {
            Some(Pair::Alone) => (needed(question.scenario) == Some(Kroner::ZERO)).then_some(Together::Holds),
            Some(Pair::PutOff(id, years)) => {
                let project = question.municipality.project(&id)?;
                let saving = put_off(question, project, years).and_then(|scenario| needed(&scenario));
                if let Some(saving) = saving {
                    self.keep(project, years, saving);
                }
                None
            }
            Some(Pair::Scaled(_)) if self.best.is_some() => self.best.take().map(|(.., best)| best),
            Some(Pair::Scaled(volume)) => {
                let mut scenario = question.scenario.clone();
                scenario.set(Lever::InvestmentVolume, volume);
                let saving = needed(&scenario).filter(|saving| saving.millions() <= MOST_SAVED);
                saving.map(|saving| Together::Scaled { volume: Percent::new(volume), saving })
            }
            None => Some(not_enough(question, target, self.from)),
        }
    }

    /// Keeps what needs the least saving; of the same saving, what puts off least.
    fn keep(&mut self, project: &Project, years: u32, saving: Kroner) {
        let weight: Kroner = (0..years).map(|_| project.total()).sum();
        let is_better =
            self.best.as_ref().is_none_or(|(least, lightest, _)| (saving, weight) < (*least, *lightest));
        if is_better && saving.millions() <= MOST_SAVED {
            let found = Together::PutOff { project: project.id.clone(), years, saving };
            self.best = Some((saving, weight, found));
        }
    }
}

/// The scenario with a project put off; nothing where it cannot be.
fn put_off(question: &Question<'_>, project: &Project, years: u32) -> Option<Scenario> {
    let own = question.scenario.project(&project.id);
    let moved = own.moved + i32::try_from(years).ok()?;
    let allowed = question.municipality.movable_years(project).contains(&moved);
    let mut scenario = question.scenario.clone();
    scenario.set_project(&project.id, ProjectChange { moved, ..own });
    allowed.then_some(scenario)
}

/// Both levers at their ends, and what is short then.
fn not_enough(question: &Question<'_>, target: &Target, from: Year) -> Together {
    let saving = Kroner::from_millions(MOST_SAVED);
    let volume = Lever::InvestmentVolume.spec().min;
    let mut scenario = question.scenario.clone();
    scenario.set(Lever::InvestmentVolume, volume);
    scenario.add_measure(OwnMeasure {
        name: String::new(),
        amount: Kroner::ZERO - saving,
        start: from,
        ramp_years: 0,
        one_off_cost: Kroner::ZERO,
        one_off: false,
    });
    let headroom = target.measure(&question.project(&scenario)).0;
    Together::NotEnough { volume: Percent::new(volume), saving, headroom }
}

/// All of it at once.
///
/// ```
/// # use handlingsrom::analysis::{Question, pairs::{Together, two_levers}, seek::Target};
/// # use handlingsrom::exchange::municipality_file;
/// # use handlingsrom::model::{projection::project, scenario::Scenario, units::Year};
/// let lier = municipality_file::built_in("lier").expect("Lier comes with the program");
/// let (plan, scenario) = (project(lier, &Scenario::plan()), Scenario::plan());
/// let question = Question { municipality: lier, plan: &plan, scenario: &scenario };
/// let target = Target { rules: vec![lier.rules[0].clone()], years: Year(2028)..=Year(2034) };
/// assert!(matches!(two_levers(&question, &target), Together::PutOff { .. }));
/// ```
#[must_use]
pub fn two_levers(question: &Question<'_>, target: &Target) -> Together {
    let mut work = StepwisePairs::new(question, target);
    loop {
        if let Some(found) = work.step(question, target) {
            return found;
        }
    }
}

#[cfg(test)]
#[allow(clippy::expect_used, clippy::panic, reason = "a test that lacks its municipality must stop")]
mod tests {
    use super::*;
    use crate::exchange::municipality_file::built_in;
    use crate::model::municipality::Indicator;
    use crate::model::projection::project;

    #[test]
    fn the_pair_that_is_found_is_enough_and_a_million_less_is_not() {
        let lier = built_in("lier").expect("Lier comes with the program");
        let (plan, scenario) = (project(lier, &Scenario::plan()), Scenario::plan());
        let question = Question { municipality: lier, plan: &plan, scenario: &scenario };
        let result = lier.rule_for(Indicator::NetOperatingResult).expect("Lier has it").clone();
        let target = Target { rules: vec![result], years: Year(2028)..=Year(2034) };
        let from = StepwisePairs::new(&question, &target).from;
        let alone = least_saving(&question, &target, from).expect("saving alone is enough");
        let Together::PutOff { project: id, years, saving } = two_levers(&question, &target) else {
            panic!("a project put off lowers the saving");
        };
        assert!(saving < alone, "{saving:?} {alone:?}");
        let own = lier.project(&id).expect("the plan has it");
        let moved = put_off(&question, own, years).expect("it may be put off");
        let with = Question { scenario: &moved, ..question };
        assert_eq!(least_saving(&with, &target, from), Some(saving));
    }

    #[test]
    fn a_target_out_of_reach_says_what_is_short_with_both_levers_at_their_ends() {
        let lier = built_in("lier").expect("Lier comes with the program");
        let (plan, scenario) = (project(lier, &Scenario::plan()), Scenario::plan());
        let question = Question { municipality: lier, plan: &plan, scenario: &scenario };
        let target = Target { rules: lier.rules.clone(), years: Year(2025)..=Year(2034) };
        let found = two_levers(&question, &target);
        let Together::NotEnough { headroom: Some(headroom), .. } = found else { panic!("{found:?}") };
        assert!(headroom.is_negative());
    }
}
