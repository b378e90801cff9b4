//! Ferdigstillelse: what follows from when buildings are finished: operating effects and depreciation.

use super::arithmetic::{Arithmetic, Money, Number, Source, Whole};
use super::case::Case;
use super::population::numbered;
use super::programme::{Planned, Programme};
use super::quantity::{OfOwnProject, OfProject, Quantity};
use super::scenario::OwnProject;
use super::units::{Kroner, Year, YearSeries};

/// Driftseffekter: how running costs change because buildings are finished in other years than planned.
///
/// A project's effect counts from the year after it is finished. The plan's own costs hold it as
/// planned, so the change is the difference between the scenario's year and the plan's.
#[doc(alias = "driftseffekt")]
#[must_use]
pub(super) fn change_in_operating_effects<A: Arithmetic>(
    case: Case<'_, A>,
    programme: &Programme<'_, A>,
) -> YearSeries<A::Kroner> {
    let moved = programme.projects.iter().filter(|planned| planned.moved.is_some());
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
            let now = completion.once_finished(case.arithmetic, year, effect);
            let change = if planned.is_some_and(|finished| year > finished) { now - effect } else { now };
            change.named(Quantity::Project(*index, OfProject::EffectChange), year)
        });
        let own = numbered(&own_projects).map(|(index, own)| own_effect(case, index, own, year));
        let change: A::Kroner = listed.chain(own).sum();
        change.named(Quantity::BuildingEffects, year)
    };
    YearSeries::new(case.municipality.plan.first_year, case.municipality.years().map(in_year).collect())
}

/// Ferdigstillelse: whether a project is built in the scenario, and its last year of cost.
struct Completion<A: Arithmetic> {
    included: A::Count,
    /// Nothing for a project that costs nothing.
    last_year: Option<A::Count>,
}

impl<A: Arithmetic> Completion<A> {
    fn of(case: Case<'_, A>, planned: &Planned<'_, A>) -> Self {
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
}

fn own_effect<A: Arithmetic>(case: Case<'_, A>, index: u16, own: &OwnProject, year: Year) -> A::Kroner {
    let last = own.start.plus(i32::try_from(own.years.max(1)).unwrap_or(1) - 1);
    let effect = if year > last { own.operating_effect } else { Kroner::ZERO };
    case.given(Quantity::OwnProject(index, OfOwnProject::Effect), year, effect, Source::UserFigure)
}

/// Avskrivninger of projects: amount divided by lifetime, from the year after a project is finished.
#[must_use]
pub(super) fn depreciation_of_projects<A: Arithmetic>(
    case: Case<'_, A>,
    programme: &Programme<'_, A>,
) -> YearSeries<A::Kroner> {
    let first_year = case.municipality.plan.first_year;
    let of_project = |planned: &Planned<'_, A>| {
        let (index, project) = (planned.index, planned.project);
        let lifetime = i32::try_from(project.lifetime_years?).unwrap_or(i32::MAX);
        let (name, source) =
            (Quantity::Project(index, OfProject::Lifetime), Source::File(&project.provenance));
        let lifetime: A::Count = case.given(name, first_year, lifetime, source);
        let yearly = planned.total(case).divided_by(lifetime);
        Some((index, Completion::of(case, planned), yearly))
    };
    let projects: Vec<_> = programme.projects.iter().filter_map(of_project).collect();
    let in_year = |year: Year| {
        let charged = projects.iter().map(|(index, completion, yearly)| {
            completion
                .once_finished(case.arithmetic, year, *yearly)
                .named(Quantity::Project(*index, OfProject::Depreciation), year)
        });
        charged.sum::<A::Kroner>().named(Quantity::ProjectDepreciations, year)
    };
    YearSeries::new(first_year, case.municipality.years().map(in_year).collect())
}
