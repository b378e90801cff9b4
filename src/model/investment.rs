//! Investeringer: what is built each year, and what pays for it before loans.

use super::input::InputId;
use super::municipality::{Municipality, Project};
use super::scenario::{ProjectChange, Scenario};
use super::units::{Kroner, Percent, Year, YearSeries};

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
}

impl InvestmentYear {
    /// What is left to finance by own funds and loans; negative when more comes in than is spent.
    #[must_use]
    pub fn left_to_finance(&self) -> Kroner {
        self.expenditure - self.vat_compensation - self.sales_and_grants - self.rounding
    }
}

/// Investeringsbudsjettet: expenditure and income of every year in a scenario.
///
/// The printed lines stand for the plan. A project that is moved or dropped takes its cost, its VAT
/// (the data's share of its cost) and its own income along; the lever *Investeringer* then scales the
/// year's expenditure and income alike. VAT compensation is never below nought.
///
/// Not modelled: that a moved building costs more, running costs of new buildings.
#[doc(alias = "bevilgningsoversikt investering")]
#[must_use]
pub fn investments(municipality: &Municipality, scenario: &Scenario) -> YearSeries<InvestmentYear> {
    let scale = Percent::new(scenario.get(InputId::InvestmentVolume));
    let moved: Vec<_> = scenario
        .projects
        .iter()
        .filter_map(|(id, change)| Some((municipality.project(id)?, *change)))
        .collect();
    let financing = &municipality.investments.financing;
    let in_year = |year: Year| {
        let extra_cost: Kroner =
            moved.iter().map(|(project, change)| cost_change(project, *change, year)).sum();
        let extra_income: Kroner =
            moved.iter().map(|(project, change)| income_change(project, *change, year)).sum();
        let extra_vat = municipality.assumptions.vat_share.value.of(extra_cost);
        InvestmentYear {
            expenditure: scale.of(municipality.investments.total.values.at(year) + extra_cost),
            vat_compensation: scale
                .of(financing.vat_compensation.values.at(year) + extra_vat)
                .at_least_zero(),
            sales_and_grants: scale.of(financing.sales_and_grants.values.at(year) + extra_income),
            rounding: scale.of(financing.rounding.values.at(year)),
        }
    };
    YearSeries::new(municipality.plan.first_year, municipality.years().map(in_year).collect())
}

/// What a project costs in a year of the scenario, before the lever *Investeringer* scales it.
#[must_use]
pub fn project_cost(project: &Project, change: ProjectChange, year: Year) -> Kroner {
    if change.included { project.amount_in(year.plus(-change.moved)) } else { Kroner::ZERO }
}

fn cost_change(project: &Project, change: ProjectChange, year: Year) -> Kroner {
    project_cost(project, change, year) - project.amount_in(year)
}

fn income_change(project: &Project, change: ProjectChange, year: Year) -> Kroner {
    let change_of = |income: &super::municipality::ProjectIncome| {
        let there = if change.included { income.amounts.at(year.plus(-change.moved)) } else { Kroner::ZERO };
        there - income.amounts.at(year)
    };
    project.income.iter().map(change_of).sum()
}

/// How far a project may be moved: not before the first plan year, at most ten years either way.
///
/// A yearly appropriation that already starts in the first year can only be postponed.
#[must_use]
pub fn movable_years(municipality: &Municipality, project: &Project) -> std::ops::RangeInclusive<i32> {
    let earliest = project.first_cost_year().map_or(0, |first| municipality.plan.first_year.since(first));
    earliest.clamp(-10, 0)..=10
}
