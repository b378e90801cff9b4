//! Investeringer: what is built each year, and what pays for it before loans.

use super::input::InputId;
use super::municipality::{DependencyKind, Municipality, Project, ProjectIncome, ProjectKind};
use super::scenario::{OwnProject, ProjectChange, Scenario};
use super::units::{Kroner, Percent, Year, YearSeries, spread_evenly, stretch};

/// What one year's investments cost and what comes in for them, before own funds and loans.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InvestmentYear {
    /// Investeringer i varige driftsmidler, gross of VAT.
    pub expenditure: Kroner,
    /// Kompensasjon for merverdiavgift.
    pub vat_compensation: Kroner,
    /// Salg og tilskudd.
    pub sales_and_grants: Kroner,
    /// What the printed financing is short of the printed investments by.
    pub rounding: Kroner,
    /// What goes to self-cost areas, whose loans users pay.
    pub self_cost: Kroner,
    /// Salg of assets that the scenario adds; it lowers borrowing, then debt.
    pub extra_sales: Kroner,
}

impl InvestmentYear {
    /// What is left to finance by own funds and loans; negative when more comes in than is spent.
    #[must_use]
    pub fn left_to_finance(&self) -> Kroner {
        self.expenditure - self.vat_compensation - self.sales_and_grants - self.rounding - self.extra_sales
    }

    /// Every amount changed alike.
    pub(super) fn each(self, change: impl Fn(Kroner) -> Kroner) -> Self {
        Self {
            expenditure: change(self.expenditure),
            vat_compensation: change(self.vat_compensation),
            sales_and_grants: change(self.sales_and_grants),
            rounding: change(self.rounding),
            self_cost: change(self.self_cost),
            extra_sales: change(self.extra_sales),
        }
    }
}

/// Investeringsbudsjettet: expenditure and income of every year in a scenario.
///
/// The printed lines stand for the plan. A project that is moved, scaled, stretched or dropped takes
/// its cost, its own VAT share of it and its own income along; the lever *Investeringer* then scales
/// the year's expenditure and income alike. VAT compensation is never below nought. Where the financing
/// is not printed, VAT compensation is the projects' own.
///
/// Not modelled: that a moved building costs more.
#[doc(alias = "bevilgningsoversikt investering")]
#[must_use]
pub fn investments(municipality: &Municipality, scenario: &Scenario) -> YearSeries<InvestmentYear> {
    let scale = Percent::new(scenario.get(InputId::InvestmentVolume));
    let moved = changed_projects(municipality, scenario);
    let own: Vec<(&OwnProject, Vec<Kroner>)> =
        scenario.own_projects.iter().map(|own| (own, own_profile(own))).collect();
    let in_year = |year: Year| {
        let mut added = Added::default();
        for (project, profile) in &moved {
            let cost = profile.cost_in(year) - project.amount_in(year);
            added.take(cost, vat_share(municipality, project), project.self_cost);
            added.income += profile.income_change(project, year);
        }
        for (own, profile) in &own {
            let index = usize::try_from(year.since(own.start)).unwrap_or(usize::MAX);
            let cost = profile.get(index).copied().unwrap_or_default();
            let share = if own.self_cost { Percent::ZERO } else { municipality.assumptions.vat_share.value };
            added.take(cost, share, own.self_cost);
        }
        let planned = planned(municipality, year);
        InvestmentYear {
            expenditure: scale.of(planned.expenditure + added.cost),
            vat_compensation: scale.of(planned.vat_compensation + added.vat).at_least_zero(),
            sales_and_grants: scale.of(planned.sales_and_grants + added.income),
            rounding: scale.of(planned.rounding),
            self_cost: scale.of(planned_self_cost(municipality, year) + added.self_cost),
            extra_sales: scenario.sales.get(&year).copied().unwrap_or_default(),
        }
    };
    YearSeries::new(municipality.plan.first_year, municipality.years().map(in_year).collect())
}

/// What changed projects add to one year.
#[derive(Default)]
struct Added {
    cost: Kroner,
    vat: Kroner,
    income: Kroner,
    self_cost: Kroner,
}

impl Added {
    fn take(&mut self, cost: Kroner, vat_share: Percent, self_cost: bool) {
        self.cost += cost;
        self.vat += vat_share.of(cost);
        if self_cost {
            self.self_cost += cost;
        }
    }
}

/// The year's lines as the plan prints them, or as its projects give them; without self-cost.
#[must_use]
pub fn planned(municipality: &Municipality, year: Year) -> InvestmentYear {
    let expenditure = municipality.planned_investments(year);
    let plan = &municipality.investments;
    if let Some(financing) = &plan.financing {
        return InvestmentYear {
            expenditure,
            vat_compensation: financing.vat_compensation.values.at(year),
            sales_and_grants: financing.sales_and_grants.values.at(year),
            rounding: financing.rounding.values.at(year),
            ..InvestmentYear::default()
        };
    }
    let vat =
        plan.projects.iter().map(|project| vat_share(municipality, project).of(project.amounts.at(year)));
    let income =
        plan.projects.iter().flat_map(|project| &project.income).map(|income| income.amounts.at(year));
    InvestmentYear {
        expenditure,
        vat_compensation: vat.sum(),
        sales_and_grants: income.sum(),
        ..InvestmentYear::default()
    }
}

fn planned_self_cost(municipality: &Municipality, year: Year) -> Kroner {
    let projects = municipality.investments.projects.iter().filter(|project| project.self_cost);
    projects.map(|project| project.amounts.at(year)).sum()
}

/// Mva-andel: VAT compensation of a project; nothing for self-cost, which deducts VAT in the ordinary way.
#[must_use]
pub fn vat_share(municipality: &Municipality, project: &Project) -> Percent {
    if project.self_cost {
        return Percent::ZERO;
    }
    project.vat_share.unwrap_or(municipality.assumptions.vat_share.value)
}

/// A project's own years as the scenario has them.
struct Profile<'a> {
    project: &'a Project,
    change: ProjectChange,
    /// Its first year of cost in the plan, and its amounts from there, stretched but not moved or scaled.
    stretched: Option<(Year, Vec<Kroner>)>,
}

impl<'a> Profile<'a> {
    fn of(project: &'a Project, change: ProjectChange) -> Self {
        let span = project.first_cost_year().zip(project.last_cost_year());
        let stretched = span.filter(|_| change.stretched > 0).map(|(first, last)| {
            let years = first.span(usize::try_from(last.since(first) + 1).unwrap_or(0));
            let amounts: Vec<Kroner> = years.map(|year| project.amount_in(year)).collect();
            (first, stretch(&amounts, change.stretched))
        });
        Self { project, change, stretched }
    }

    fn cost_in(&self, year: Year) -> Kroner {
        if !self.change.included {
            return Kroner::ZERO;
        }
        let own_year = year.plus(-self.change.moved);
        let cost = match &self.stretched {
            Some((first, amounts)) => {
                let index = usize::try_from(own_year.since(*first)).unwrap_or(usize::MAX);
                amounts.get(index).copied().unwrap_or_default()
            }
            None => self.project.amount_in(own_year),
        };
        if self.change.scale == Percent::HUNDRED { cost } else { self.change.scale.of(cost) }
    }

    fn income_change(&self, project: &Project, year: Year) -> Kroner {
        let change_of = |income: &ProjectIncome| {
            let there = if self.change.included {
                income.amounts.at(year.plus(-self.change.moved))
            } else {
                Kroner::ZERO
            };
            there - income.amounts.at(year)
        };
        project.income.iter().map(change_of).sum()
    }
}

/// Every project that differs from the plan, with its profile in the scenario.
fn changed_projects<'a>(
    municipality: &'a Municipality,
    scenario: &Scenario,
) -> Vec<(&'a Project, Profile<'a>)> {
    let projects = municipality.investments.projects.iter();
    if scenario.projects.is_empty() && delay(scenario) == 0 {
        return Vec::new();
    }
    projects
        .map(|project| (project, effective_change(scenario, project)))
        .filter(|(_, change)| *change != ProjectChange::NONE)
        .map(|(project, change)| (project, Profile::of(project, change)))
        .collect()
}

/// What a scenario does to a project: its own change, and the postponement of the whole plan.
#[must_use]
pub fn effective_change(scenario: &Scenario, project: &Project) -> ProjectChange {
    let own = scenario.project(&project.id);
    match project.kind {
        ProjectKind::Project => ProjectChange { moved: own.moved + delay(scenario), ..own },
        ProjectKind::Running => own,
    }
}

fn delay(scenario: &Scenario) -> i32 {
    use rust_decimal::prelude::ToPrimitive;
    scenario.get(InputId::InvestmentDelay).round().to_i32().unwrap_or(0)
}

/// What a project costs in a year of the scenario, before the lever *Investeringer* scales it.
#[must_use]
pub fn project_cost(project: &Project, change: ProjectChange, year: Year) -> Kroner {
    Profile::of(project, change).cost_in(year)
}

/// The cost of each year of a project of the user's own, spread evenly.
#[must_use]
pub fn own_profile(own: &OwnProject) -> Vec<Kroner> {
    spread_evenly(own.cost, usize::try_from(own.years.max(1)).unwrap_or(1))
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

/// Driftseffekter: how running costs change because buildings are finished in other years than planned.
///
/// A project's effect counts from the year after it is finished. The plan's own costs hold it as
/// planned, so the change is the difference between the scenario's year and the plan's.
#[doc(alias = "driftseffekt")]
#[must_use]
pub fn change_in_operating_effects(municipality: &Municipality, scenario: &Scenario) -> YearSeries<Kroner> {
    let plan = Scenario::plan();
    let moved = municipality.investments.projects.iter().filter_map(|project| {
        let effect = project.operating_effect.as_ref()?.value;
        Some((effect, finished_in(&plan, project), finished_in(scenario, project)))
    });
    let moved: Vec<_> = moved.filter(|(_, before, after)| before != after).collect();
    let own: Vec<_> = scenario
        .own_projects
        .iter()
        .map(|own| {
            let last = own.start.plus(i32::try_from(own.years.max(1)).unwrap_or(1) - 1);
            (own.operating_effect, None, Some(last))
        })
        .collect();
    let in_year = |year: Year| {
        let counts = |finished: Option<Year>| finished.is_some_and(|finished| year > finished);
        let change = |(effect, before, after): &(Kroner, Option<Year>, Option<Year>)| match (
            counts(*before),
            counts(*after),
        ) {
            (false, true) => *effect,
            (true, false) => -*effect,
            _ => Kroner::ZERO,
        };
        moved.iter().chain(&own).map(change).sum()
    };
    YearSeries::new(municipality.plan.first_year, municipality.years().map(in_year).collect())
}

/// Avskrivninger of projects: amount divided by lifetime, from the year after a project is finished.
#[must_use]
pub fn depreciation_of_projects(municipality: &Municipality, scenario: &Scenario) -> YearSeries<Kroner> {
    let projects: Vec<(Kroner, Year)> = municipality
        .investments
        .projects
        .iter()
        .filter_map(|project| {
            let lifetime = project.lifetime_years?;
            let finished = finished_in(scenario, project)?;
            Some((cost_in_plan_years(municipality, scenario, project).divided_by(lifetime), finished))
        })
        .collect();
    let in_year = |year: Year| {
        projects.iter().filter(|(_, finished)| year > *finished).map(|(yearly, _)| *yearly).sum()
    };
    YearSeries::new(municipality.plan.first_year, municipality.years().map(in_year).collect())
}

/// What a project costs within the years of the projection, as the scenario has it.
#[must_use]
pub fn cost_in_plan_years(municipality: &Municipality, scenario: &Scenario, project: &Project) -> Kroner {
    let change = effective_change(scenario, project);
    municipality.years().map(|year| project_cost(project, change, year)).sum()
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

/// How far a project may be moved: not before the first plan year or its own earliest start, at most
/// ten years either way.
///
/// A yearly appropriation that already starts in the first year can only be postponed.
#[must_use]
pub fn movable_years(municipality: &Municipality, project: &Project) -> std::ops::RangeInclusive<i32> {
    let floor =
        project.earliest_start.unwrap_or(municipality.plan.first_year).max(municipality.plan.first_year);
    let earliest = project.first_cost_year().map_or(0, |first| floor.since(first));
    earliest.clamp(-10, 0)..=10
}
