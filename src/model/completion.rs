//! Ferdigstillelse: when buildings are finished, and how it changes running costs.

use super::arithmetic::{Arithmetic, Number, Rate, Source, Whole};
use super::case::Case;
use super::lever::Lever;
use super::population::numbered;
use super::programme::{Planned, Programme};
use super::quantity::{OfOwnProject, OfProject, Quantity};
use super::scenario::OwnProject;
use super::units::{Kroner, Year, YearSeries};

/// Driftseffekter: how running costs change because buildings are finished in other years than planned.
///
/// A project's effect counts from the year after it is finished. The plan's own costs hold it as
/// planned, so the change is the difference between the scenario's year and the plan's. The lever
/// *Investeringer* has as much of the effects as of the buildings.
#[doc(alias = "driftseffekt")]
#[must_use]
pub(super) fn change_in_operating_effects<A: Arithmetic>(
    case: Case<'_, A>,
    programme: &Programme<'_, A>,
) -> YearSeries<A::Kroner> {
    let volume = case.lever_percent(Lever::InvestmentVolume);
    let all = A::KEEPS_UNMOVED || case.scenario.moves(Lever::InvestmentVolume);
    let moved = programme.projects.iter().filter(|planned| all || planned.moved.is_some());
    let moved: Vec<_> = moved
        .filter_map(|planned| {
            let effect = planned.project.operating_effect.as_ref()?;
            let finished = planned.project.last_cost_year();
            Some((planned.index, effect, finished, Completion::of(case, planned)))
        })
        .collect();
    let own_projects = case.scenario.own_projects();
    let in_year = |year: Year| {
        let listed = moved.iter().map(|(index, effect, planned, completion)| {
            let effect: A::Kroner = case.figure(Quantity::Project(*index, OfProject::Effect), year, effect);
            let now = volume.of(completion.once_finished(case.arithmetic, year, effect));
            let change = if planned.is_some_and(|finished| year > finished) { now - effect } else { now };
            change.named(Quantity::Project(*index, OfProject::EffectChange), year)
        });
        let own = numbered(&own_projects).map(|(index, own)| volume.of(own_effect(case, index, own, year)));
        let change: A::Kroner = listed.chain(own).sum();
        change.named(Quantity::BuildingEffects, year)
    };
    YearSeries::new(case.municipality.plan.first_year, case.municipality.years().map(in_year).collect())
}

/// Ferdigstillelse: whether a project is built in the scenario, and its last year of cost.
pub(super) struct Completion<A: Arithmetic> {
    included: A::Count,
    /// Nothing for a project that costs nothing.
    last_year: Option<A::Count>,
}

impl<A: Arithmetic> Completion<A> {
    pub(super) fn of(case: Case<'_, A>, planned: &Planned<'_, A>) -> Self {
        let (levers, name) = (planned.levers, Quantity::Project(planned.index, OfProject::LastYear));
        let last_year = planned.project.last_cost_year().map(|last| {
            (A::Count::from(last.0) + levers.moved + levers.stretched)
                .named(name, case.municipality.plan.first_year)
        });
        Self { included: levers.included, last_year }
    }

    /// An amount that counts from the year after the project is finished.
    fn once_finished(&self, arithmetic: A, year: Year, amount: A::Kroner) -> A::Kroner {
        let Some(last_year) = self.last_year else { return A::Kroner::default() };
        let in_use = (last_year - A::Count::from(year.0)).is_negative();
        let if_built = || arithmetic.either(in_use, || amount, A::Kroner::default);
        arithmetic.either(self.included.is_zero(), A::Kroner::default, if_built)
    }

    /// An amount that counts in the year after the project is finished, and in no other.
    pub(super) fn when_finished(&self, arithmetic: A, year: Year, amount: A::Kroner) -> A::Kroner {
        let Some(last_year) = self.last_year else { return A::Kroner::default() };
        if !A::KEEPS_UNMOVED && last_year.plain() != year.plus(-1).0 {
            return A::Kroner::default();
        }
        let is_new = (last_year - A::Count::from(year.plus(-1).0)).is_zero();
        let if_built = || arithmetic.either(is_new, || amount, A::Kroner::default);
        arithmetic.either(self.included.is_zero(), A::Kroner::default, if_built)
    }
}

fn own_effect<A: Arithmetic>(case: Case<'_, A>, index: u16, own: &OwnProject, year: Year) -> A::Kroner {
    let last = own.start.plus(i32::try_from(own.years.max(1)).unwrap_or(1) - 1);
    let effect = if year > last { own.operating_effect } else { Kroner::ZERO };
    case.given(Quantity::OwnProject(index, OfOwnProject::Effect), year, effect, Source::UserFigure)
}
