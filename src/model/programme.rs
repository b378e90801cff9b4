//! Investeringsprogrammet: every project as a scenario has it, each looked up once in a projection.

use super::arithmetic::{Arithmetic, Money, Number, Profile, Rate, Source, Whole};
use super::case::Case;
use super::lever::Lever;
use super::municipality::{DependencyKind, Municipality, Project, ProjectKind};
use super::population::numbered;
use super::quantity::{OfProject, Quantity};
use super::scenario::{ProjectChange, Scenario};
use super::units::{Kroner, Percent, Year, YearSeries, stretch};

/// Investeringsprogrammet: the projects of a municipality in a scenario.
pub(super) struct Programme<'a, A: Arithmetic> {
    /// Every project, in the order of the file.
    pub(super) projects: Vec<Planned<'a, A>>,
}

/// Et prosjekt: what a scenario does to it.
pub(super) struct Planned<'a, A: Arithmetic> {
    pub(super) index: u16,
    pub(super) project: &'a Project,
    pub(super) levers: ProjectLevers<A>,
    /// What it costs and brings in, where it differs from the plan; always in a trace.
    pub(super) moved: Option<Moved<A::Kroner>>,
}

/// What a changed project costs and brings in each year of the projection.
pub(super) struct Moved<K> {
    pub(super) cost: YearSeries<K>,
    /// Where it has income of its own.
    pub(super) income: Option<YearSeries<K>>,
}

/// The levers of one project.
#[derive(Clone, Copy)]
pub(super) struct ProjectLevers<A: Arithmetic> {
    pub(super) included: A::Count,
    pub(super) moved: A::Count,
    pub(super) stretched: A::Count,
    scale: A::Percent,
}

impl<'a, A: Arithmetic> Programme<'a, A> {
    /// Looks every project up.
    pub(super) fn of(case: Case<'a, A>) -> Self {
        let is_changed = is_changed(case.scenario);
        let delay = delay(case.scenario);
        let years: Vec<Year> = case.municipality.years().collect();
        let planned = |(index, project): (u16, &'a Project)| {
            let own = if is_changed { case.scenario.project(&project.id) } else { ProjectChange::NONE };
            let levers = ProjectLevers::of(case, index, project, own, delay);
            let is_moved = A::KEEPS_UNMOVED || postponed(own, project, delay) != ProjectChange::NONE;
            let moved = is_moved.then(|| moved(case, index, project, levers, &years));
            Planned { index, project, levers, moved }
        };
        Self { projects: numbered(&case.municipality.investments.projects).map(planned).collect() }
    }

    /// Whether as much is built, and in the same years, as in the plan; never in a trace.
    pub(super) fn is_as_planned(&self, case: Case<'_, A>) -> bool {
        let scenario = case.scenario;
        let levers = [Lever::InvestmentVolume, Lever::OwnProject, Lever::PriceGrowth];
        let is_moved = levers.into_iter().any(|lever| scenario.moves(lever));
        !A::KEEPS_UNMOVED && !is_moved && self.projects.iter().all(|planned| planned.moved.is_none())
    }
}

impl<A: Arithmetic> Planned<'_, A> {
    /// Whether nothing comes in for it.
    pub(super) fn has_no_income(&self) -> bool {
        self.project.income.is_empty()
    }

    /// What it costs in a year of the scenario.
    pub(super) fn cost(&self, case: Case<'_, A>, year: Year) -> A::Kroner {
        match &self.moved {
            Some(moved) => moved.cost.at(year),
            None => in_plan(case, self.index, self.project, year),
        }
    }

    /// What it costs in all within the years of the projection.
    pub(super) fn total(&self, case: Case<'_, A>) -> A::Kroner {
        let total: A::Kroner = case.municipality.years().map(|year| self.cost(case, year)).sum();
        total.named(Quantity::Project(self.index, OfProject::Total), case.municipality.plan.first_year)
    }
}

impl<A: Arithmetic> ProjectLevers<A> {
    fn of(case: Case<'_, A>, index: u16, project: &Project, own: ProjectChange, delay: i32) -> Self {
        let moved: A::Count = case.lever_of(index, Lever::ProjectMoved, own.moved);
        let moved = match project.kind {
            ProjectKind::Project => moved + case.lever(Lever::InvestmentDelay, delay),
            ProjectKind::Running => moved,
        };
        let name = Quantity::Project(index, OfProject::YearsMoved);
        let stretched = i32::try_from(own.stretched).unwrap_or(0);
        Self {
            included: case.lever_of(index, Lever::ProjectIncluded, i32::from(own.included)),
            moved: moved.named(name, case.municipality.plan.first_year),
            stretched: case.lever_of(index, Lever::ProjectStretch, stretched),
            scale: case.lever_of(index, Lever::ProjectScale, own.scale),
        }
    }
}

/// A project in its years, at its size, or dropped.
fn moved<A: Arithmetic>(
    case: Case<'_, A>,
    index: u16,
    project: &Project,
    levers: ProjectLevers<A>,
    years: &[Year],
) -> Moved<A::Kroner> {
    let series = |amounts| YearSeries::new(case.municipality.plan.first_year, amounts);
    let unless_dropped = |amount: A::Kroner, of: OfProject, year: Year| {
        let amount = case.arithmetic.either(levers.included.is_zero(), A::Kroner::default, || amount);
        amount.named(Quantity::Project(index, of), year)
    };
    let is_full = !A::KEEPS_UNMOVED && levers.scale.plain() == Percent::HUNDRED;
    let in_year = |(cost, year): (A::Kroner, &Year)| {
        let cost = cost.named(Quantity::Project(index, OfProject::Moved), *year);
        let cost = if is_full { cost } else { levers.scale.of(cost) };
        unless_dropped(cost, OfProject::Cost, *year)
    };
    let (first, amounts) = profile(case, index, project);
    let profile = Profile { first, amounts: &amounts };
    let cost = A::Kroner::moved(&profile, years, levers.moved, levers.stretched);
    let income = (!project.income.is_empty()).then(|| {
        let amounts: Vec<_> = years.iter().map(|year| income_of(case, index, project, *year)).collect();
        let profile = Profile { first: case.municipality.plan.first_year, amounts: &amounts };
        let moved = A::Kroner::moved(&profile, years, levers.moved, A::Count::from(0));
        let in_scenario =
            |(amount, year): (A::Kroner, &Year)| unless_dropped(amount, OfProject::IncomeInScenario, *year);
        series(moved.into_iter().zip(years).map(in_scenario).collect())
    });
    Moved { cost: series(cost.into_iter().zip(years).map(in_year).collect()), income }
}

/// What a project costs in a year of the plan.
pub(super) fn in_plan<A: Arithmetic>(
    case: Case<'_, A>,
    index: u16,
    project: &Project,
    year: Year,
) -> A::Kroner {
    let source = Source::File(&project.provenance);
    case.given(Quantity::Project(index, OfProject::InPlan), year, project.amounts.at(year), source)
}

/// What comes in for a project in a year of the plan.
pub(super) fn income_of<A: Arithmetic>(
    case: Case<'_, A>,
    index: u16,
    project: &Project,
    year: Year,
) -> A::Kroner {
    let Some(first) = project.income.first() else { return A::Kroner::default() };
    let amount = project.income.iter().map(|income| income.amounts.at(year)).sum();
    let source = Source::File(&first.provenance);
    case.given(Quantity::Project(index, OfProject::Income), year, amount, source)
}

/// Mva-andel: VAT compensation of a project; nothing for self-cost, which deducts VAT in the ordinary way.
pub(super) fn vat_share<A: Arithmetic>(
    case: Case<'_, A>,
    index: u16,
    project: &Project,
    year: Year,
) -> A::Percent {
    let usual = &case.municipality.assumptions.vat_share;
    let (share, source) = match project.vat_share {
        _ if project.self_cost => (Percent::ZERO, Source::Definition),
        Some(own) => (own, Source::File(&project.provenance)),
        None => (usual.value, Source::File(&usual.provenance)),
    };
    case.given(Quantity::Project(index, OfProject::VatShare), year, share, source)
}

/// The amounts of a project in the plan from its first on, those after the plan's years included.
fn profile<A: Arithmetic>(case: Case<'_, A>, index: u16, project: &Project) -> (Year, Vec<A::Kroner>) {
    let (first, amounts) = project.profile();
    let source = Source::File(&project.provenance);
    let name = Quantity::Project(index, OfProject::Amount);
    let years = first.span(amounts.len());
    let given = amounts.into_iter().zip(years).map(|(amount, year)| case.given(name, year, amount, source));
    (first, given.collect())
}

/// What a scenario does to a project: its own change, and the postponement of the whole plan.
#[must_use]
pub fn effective_change(scenario: &Scenario, project: &Project) -> ProjectChange {
    postponed(scenario.project(&project.id), project, delay(scenario))
}

/// Kostnad år for år: what a project costs in each year of the projection when it is changed so. The lever
/// *Investeringer*, which scales the sum of a year, is not counted.
///
/// ```
/// # use handlingsrom::exchange::municipality_file;
/// # use handlingsrom::model::{programme::cost_by_year, scenario::ProjectChange, units::{Kroner, Year}};
/// let lier = municipality_file::built_in("lier").expect("Lier comes with the program");
/// let school = lier.project("tranby-skole").expect("the plan has it");
/// let costs = cost_by_year(lier, school, ProjectChange::moved_by(-4));
/// assert_eq!(costs.at(Year(2030)), school.amounts.at(Year(2034)));
/// assert_eq!(costs.at(Year(2034)), Kroner::ZERO);
/// ```
#[must_use]
pub fn cost_by_year(
    municipality: &Municipality,
    project: &Project,
    change: ProjectChange,
) -> YearSeries<Kroner> {
    let (first, amounts) = project.profile();
    let amounts = stretch(&amounts, change.stretched);
    let in_year = |year: Year| {
        let place = usize::try_from(year.since(first.plus(change.moved)));
        let amount = place.ok().and_then(|place| amounts.get(place)).filter(|_| change.included);
        amount.map_or(Kroner::ZERO, |amount| change.scale.of(*amount))
    };
    YearSeries::new(municipality.plan.first_year, municipality.years().map(in_year).collect())
}

fn postponed(own: ProjectChange, project: &Project, delay: i32) -> ProjectChange {
    match project.kind {
        ProjectKind::Project => ProjectChange { moved: own.moved + delay, ..own },
        ProjectKind::Running => own,
    }
}

fn delay(scenario: &Scenario) -> i32 {
    use rust_decimal::prelude::ToPrimitive;
    scenario.get(Lever::InvestmentDelay).round().to_i32().unwrap_or(0)
}

/// Whether any project is in other years, or of another size, than in the plan.
fn is_changed(scenario: &Scenario) -> bool {
    scenario.changes_projects() || delay(scenario) != 0
}

/// The last year a project costs anything in a scenario; `None` when it is not built.
#[must_use]
pub fn finished_in(scenario: &Scenario, project: &Project) -> Option<Year> {
    let change = effective_change(scenario, project);
    let last =
        project.last_cost_year()?.plus(change.moved).plus(i32::try_from(change.stretched).unwrap_or(0));
    change.included.then_some(last)
}

fn started_in(scenario: &Scenario, project: &Project) -> Option<Year> {
    let change = effective_change(scenario, project);
    change.included.then_some(project.first_cost_year()?.plus(change.moved))
}

/// The first dependency a scenario breaks: the project and why it cannot be so.
#[must_use]
pub fn broken_dependency<'a>(
    municipality: &'a Municipality,
    scenario: &Scenario,
) -> Option<(&'a Project, &'a str)> {
    municipality.investments.projects.iter().find_map(|project| {
        let broken = project.dependencies.iter().find(|dependency| {
            let Some(other) = municipality.project(&dependency.project) else { return false };
            let ready = finished_in(scenario, other);
            match dependency.kind {
                DependencyKind::Start => started_in(scenario, project)
                    .is_some_and(|start| ready.is_none_or(|ready| start <= ready)),
                DependencyKind::LeaveOut => {
                    !effective_change(scenario, project).included
                        && ready.is_none_or(|ready| ready > municipality.last_year())
                }
            }
        })?;
        Some((project, broken.reason.as_str()))
    })
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test that lacks its municipality must stop")]
mod tests {
    use super::*;
    use crate::exchange::municipality_file::built_in;
    use crate::model::projection::{project, project_with_plan};
    use rust_decimal::Decimal;

    #[test]
    fn the_cost_of_a_project_year_by_year_is_what_the_projection_counts() {
        let lier = built_in("lier").expect("Lier comes with the program");
        let plan = project(lier, &Scenario::plan());
        let changes = [
            ProjectChange::dropped(),
            ProjectChange::moved_by(-2),
            ProjectChange::moved_by(3),
            ProjectChange { stretched: 2, scale: Percent::new(Decimal::from(70)), ..ProjectChange::NONE },
        ];
        for own in &lier.investments.projects {
            for change in changes {
                let mut scenario = Scenario::plan();
                scenario.set_project(&own.id, change);
                let result = project_with_plan(lier, &plan, &scenario);
                let costs = cost_by_year(lier, own, change);
                for (year, now) in result.years.iter() {
                    let before = plan.years.get(year).map(|plan| plan.investment.expenditure);
                    let moved = now.investment.expenditure - before.unwrap_or_default();
                    assert_eq!(costs.at(year) - own.amounts.at(year), moved, "{} {year} {change:?}", own.id);
                }
            }
        }
    }
}
