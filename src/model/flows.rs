//! Strømmene: what each year brings before it is known how earlier results were used.

use super::account::{self, Calibration, FinancialIncome};
use super::debt;
use super::fund::Position;
use super::input::InputId;
use super::investment::{self, InvestmentYear};
use super::municipality::{Municipality, printed_until};
use super::population;
use super::projection::Projection;
use super::revenue::{self, Revenue};
use super::scenario::{Prices, Scenario};
use super::services;
use super::units::{Kroner, Percent, Persons, Ratio, Year, YearSeries};
use super::year::YearResult;

/// What a projection takes its calibration and its comparison from.
#[derive(Clone, Copy)]
pub(super) enum Beside<'a> {
    /// The printed account itself: the calibration is found.
    Print,
    /// The plan in fixed prices: the calibration is taken over.
    Calibration(&'a Projection),
    /// The plan on the same basis: calibration, and what the fund and self-cost debt were in it.
    Plan(&'a Projection),
}

impl<'a> Beside<'a> {
    pub(super) fn projection(self) -> Option<&'a Projection> {
        match self {
            Self::Print => None,
            Self::Calibration(projection) | Self::Plan(projection) => Some(projection),
        }
    }
}

/// What a year brings before it is known how the result is used.
pub(super) struct YearFlows {
    pub(super) year: Year,
    pub(super) price_index: Ratio,
    pub(super) inhabitants: Option<Persons>,
    pub(super) revenue: Revenue,
    pub(super) gross_revenue: Option<Kroner>,
    pub(super) operating_costs: Kroner,
    pub(super) depreciation: [Kroner; 2],
    pub(super) financial_income: FinancialIncome,
    pub(super) average_rate: Percent,
    pub(super) plan_rate: Percent,
    pub(super) rate_shift: Percent,
    pub(super) investment: InvestmentYear,
    pub(super) on_lending_flows: [Kroner; 2],
    /// Rentekompensert gjeld and deposits: what the market's shift is earned on, beside what is lent on.
    pub(super) hedged: Kroner,
    pub(super) position: Position,
    pub(super) calibration: Calibration,
    /// What self-cost areas borrow beside marked projects; nothing where the data marks any.
    pub(super) standing_self_cost_loans: Kroner,
    /// What the printed lines hold of self-cost areas; `None` in the printed years of the plan itself.
    pub(super) self_cost_in_print: Option<SelfCostInPrint>,
    /// What the plan's own year was, when there is a plan beside.
    pub(super) plan: Option<PlanYear>,
}

/// The self-cost debt of a printed year, or of the last one, whose capital cost is inside the printed lines.
#[derive(Clone, Copy)]
pub(super) struct SelfCostInPrint {
    pub(super) rate: Percent,
    /// Opening balance, closing balance, instalments.
    pub(super) balances: [Kroner; 3],
}

impl SelfCostInPrint {
    pub(super) fn of(municipality: &Municipality, printed: &YearResult) -> Self {
        let (closing, paid) = (printed.debt_by_class.self_cost, printed.self_cost_instalments);
        let rate = municipality.assumptions.average_rate.values.at_or_last(printed.year);
        Self { rate, balances: [closing + paid - printed.self_cost_loans, closing, paid] }
    }
}

/// What a scenario's year is compared with: the fund of the plan, and its debt.
#[derive(Clone, Copy)]
pub(super) struct PlanYear {
    pub(super) rate: Percent,
    pub(super) fund: [Kroner; 2],
    /// Opening and closing balance of all debt; only its change where no document gives the debt.
    pub(super) debt: [Kroner; 2],
    pub(super) fund_follows_market: bool,
}

pub(super) fn opening_fund(municipality: &Municipality, scenario: &Scenario) -> Option<Kroner> {
    municipality
        .opening
        .disposition_fund
        .as_ref()
        .map(|figure| figure.value)
        .or(scenario.basis.disposition_fund)
}

/// Everything that does not depend on how earlier results were used, year by year.
pub(super) fn flows(municipality: &Municipality, scenario: &Scenario, beside: Beside<'_>) -> Vec<YearFlows> {
    let inhabitants = population::inhabitants(municipality, scenario);
    let revenue = revenue::by_rule(municipality, scenario, inhabitants.as_ref());
    let costs = services::operating_costs(municipality, scenario, &revenue);
    let rates = debt::average_rate(municipality, scenario);
    let investments = investment::investments(municipality, scenario);
    let built = added_depreciation(municipality, scenario);
    let fund_target = (municipality.assumptions.fund_target.value
        + Percent::new(scenario.get(InputId::FundTarget)))
    .max(Percent::ZERO);
    let dividends = Kroner::from_millions(scenario.get(InputId::Dividends));
    let standing_self_cost_loans = standing_self_cost_loans(municipality);
    let in_print = |year: Year| {
        let plan = beside.projection()?;
        // Where the debt is unknown, interest and instalments stand in the plan, and so do the fees.
        let (_, debt_is_known) = debt::opening(municipality, scenario);
        let known = if debt_is_known { year.min(last_printed(municipality)) } else { year };
        let printed = plan.years.get(known)?;
        Some(SelfCostInPrint::of(municipality, printed))
    };
    let mut calibration = Calibration::default();
    let mut in_year = |year: Year| {
        let index = price_index(municipality, scenario, year);
        let dear = |amount: Kroner| if index == Ratio::ONE { amount } else { amount.times(index) };
        let printed = account::printed(municipality, year);
        calibration = match (beside.projection(), printed) {
            (Some(plan), _) => plan.years.get(year).map_or(calibration, |result| result.calibration),
            (None, Some(print)) => Calibration {
                revenue: print.revenue.less(revenue.at(year).lines),
                operating_costs: print.operating_costs - costs.at(year),
                ..Calibration::default()
            },
            (None, None) => calibration,
        };
        let rule = revenue.at(year);
        let lines = rule.lines.plus(calibration.revenue).each(dear);
        let gross_revenue = rule.gross.map(|gross| dear(gross + calibration.revenue.total()));
        let mut income = account::financial_income(municipality, year);
        if year > municipality.plan.first_year {
            income.dividends = (income.dividends + dividends).at_least_zero();
        }
        let (charged, difference) = account::depreciation(municipality, year);
        let investment = investments.at(year).each(dear);
        YearFlows {
            year,
            price_index: index,
            inhabitants: inhabitants.as_ref().map(|people| people.at(year)),
            revenue: lines,
            gross_revenue,
            operating_costs: dear(costs.at(year) + calibration.operating_costs),
            depreciation: [charged + built.at(year), difference],
            financial_income: FinancialIncome { dividends: dear(income.dividends), ..income },
            average_rate: rates.at(year),
            plan_rate: municipality.assumptions.average_rate.values.at_or_last(year),
            rate_shift: debt::market_rate_shift(scenario, year),
            investment,
            on_lending_flows: on_lending_flows(municipality, year),
            hedged: debt::hedged(municipality, year),
            position: Position {
                bound_funds: dear(account::bound_funds(municipality, year)),
                planned_allocation: printed.and_then(|print| print.allocated_to_fund).map(dear),
                fund_target: fund_target.of_rounded_up(gross_revenue.unwrap_or(lines.total())),
                most_to_transfer: dear(printed.map(|print| print.transfer_to_investment).unwrap_or_default()),
                ..Position::default()
            },
            calibration,
            standing_self_cost_loans,
            self_cost_in_print: in_print(year),
            plan: plan_year(municipality, scenario, beside, year),
        }
    };
    municipality.years().map(&mut in_year).collect()
}

/// Avskrivninger of projects that the printed line does not hold: what the scenario has finished, less
/// what the plan had finished by the last printed year.
fn added_depreciation(municipality: &Municipality, scenario: &Scenario) -> YearSeries<Kroner> {
    let first_year = municipality.plan.first_year;
    let Some(account) = &municipality.account else {
        return YearSeries::new(first_year, vec![Kroner::ZERO; municipality.plan.year_count]);
    };
    let built = investment::depreciation_of_projects(municipality, scenario);
    let planned = investment::depreciation_of_projects(municipality, &Scenario::plan());
    let last_printed = printed_until(account);
    let added = municipality.years().map(|year| built.at(year) - planned.at(year.min(last_printed)));
    YearSeries::new(first_year, added.collect())
}

fn standing_self_cost_loans(municipality: &Municipality) -> Kroner {
    let is_planned = municipality.investments.projects.iter().any(|project| project.self_cost);
    let debt = municipality.opening.self_cost_debt.as_ref().map(|figure| figure.value);
    let paid = debt.map(|debt| municipality.assumptions.instalment_share.value.of(debt));
    paid.filter(|_| !is_planned).unwrap_or_default()
}

/// The last year of the printed account, or the first year where none is printed.
pub(super) fn last_printed(municipality: &Municipality) -> Year {
    municipality.account.as_ref().map_or(municipality.plan.first_year, printed_until)
}

/// Prisindeks: one in fixed prices; in nominal prices what the deflator has come to since the first year.
fn price_index(municipality: &Municipality, scenario: &Scenario, year: Year) -> Ratio {
    let Some(deflator) = municipality.assumptions.deflator.as_ref() else { return Ratio::ONE };
    if scenario.basis.prices == Prices::AsPlanned {
        return Ratio::ONE;
    }
    let years = municipality.years().skip(1).take_while(|met| *met <= year);
    years.fold(Ratio::ONE, |index, met| index.and_then(deflator.values.at_or_last(met)))
}

fn on_lending_flows(municipality: &Municipality, year: Year) -> [Kroner; 2] {
    let Some(class) = &municipality.opening.on_lending else { return [Kroner::ZERO; 2] };
    [&class.loans, &class.instalments]
        .map(|series| series.as_ref().map(|series| series.values.at_or_last(year)).unwrap_or_default())
}

fn plan_year(
    municipality: &Municipality,
    scenario: &Scenario,
    beside: Beside<'_>,
    year: Year,
) -> Option<PlanYear> {
    let Beside::Plan(plan) = beside else { return None };
    let result = plan.years.get(year)?;
    let before = plan.years.get(year.plus(-1));
    let opening = &municipality.opening;
    Some(PlanYear {
        rate: municipality.assumptions.average_rate.values.at_or_last(year),
        fund: [
            before.map_or(opening_fund(municipality, scenario).unwrap_or_default(), |before| {
                before.disposition_fund
            }),
            result.disposition_fund,
        ],
        debt: [
            before
                .map_or_else(|| debt::opening(municipality, scenario).0, |before| before.debt_by_class)
                .gross(),
            result.debt_by_class.gross(),
        ],
        // Deposits, where the data has them, are what earns the market rate; the fund is among them.
        fund_follows_market: opening.deposits.is_none(),
    })
}
