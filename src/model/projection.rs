//! Framskrivingen: the yearly recurrence that puts everything together.

use super::account;
use super::booking::{Balances, settle, with_finance};
use super::debt;
use super::flows::{Beside, SelfCostInPrint, YearFlows, flows, last_printed, opening_fund};
use super::municipality::{DebtDefinition, Indicator, Municipality};
pub use super::notice::Notice;
use super::notice::notices;
use super::scenario::{Prices, Scenario};
use super::units::{Kroner, YearSeries};
pub use super::year::YearResult;

/// Framskriving: the yearly account of a municipality in a scenario.
#[doc(alias = "framskriving")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Projection {
    /// The account of each year.
    pub years: YearSeries<YearResult>,
    /// What a reader should know about this result.
    pub notices: Vec<Notice>,
}

/// Framskriver en kommune i et scenario.
///
/// With an empty scenario it is the published plan, to the krone for every printed figure.
///
/// Pure and total: no clock, no files, no randomness, no error.
///
/// ```
/// use handlingsrom::exchange::municipality_file;
/// use handlingsrom::model::{projection::project, scenario::Scenario, units::{Kroner, Year}};
/// let lier = municipality_file::built_in("lier").expect("Lier comes with the program");
/// let plan = project(lier, &Scenario::plan());
/// let first = plan.years.get(Year(2025)).expect("the first plan year");
/// assert_eq!(first.net_operating_result, Kroner::new(-6_600_000));
/// ```
#[must_use]
pub fn project(municipality: &Municipality, scenario: &Scenario) -> Projection {
    let plan = project_plan(municipality, &scenario.plan_on_same_basis());
    project_beside(municipality, &plan, scenario)
}

/// The same as [`project`], for a caller that already has the plan's projection at hand.
///
/// `plan` must be `project(municipality, &scenario.plan_on_same_basis())`.
#[must_use]
pub fn project_beside(municipality: &Municipality, plan: &Projection, scenario: &Scenario) -> Projection {
    if scenario.is_plan() { plan.clone() } else { roll(municipality, scenario, Beside::Plan(plan)) }
}

/// The plan in fixed prices is the print. In nominal prices it follows from it: every line keeps what
/// print differed from the rule by, and grows with the deflator.
fn project_plan(municipality: &Municipality, plan: &Scenario) -> Projection {
    let mut in_plan_prices = plan.clone();
    in_plan_prices.basis.prices = Prices::AsPlanned;
    let printed = roll(municipality, &in_plan_prices, Beside::Print);
    if in_plan_prices == *plan { printed } else { roll(municipality, plan, Beside::Calibration(&printed)) }
}

fn roll(municipality: &Municipality, scenario: &Scenario, beside: Beside<'_>) -> Projection {
    let year_flows = flows(municipality, scenario, beside);
    let (debt, debt_is_known) = debt::opening(municipality, scenario);
    let fund = opening_fund(municipality, scenario);
    let mut balances = Balances {
        debt,
        debt_is_known,
        fund: fund.unwrap_or_default(),
        fund_is_known: fund.is_some(),
        uncovered_deficit: Kroner::ZERO,
        investment_fund: Kroner::ZERO,
        book_value: municipality.opening.book_value.as_ref().map(|figure| figure.value),
    };
    let definition = municipality
        .rule_for(Indicator::DebtRatio)
        .map_or_else(DebtDefinition::default, |rule| rule.debt_definition);
    let mut years: Vec<YearResult> = Vec::with_capacity(municipality.plan.year_count);
    let mut in_print = None;
    for mut flows in year_flows {
        flows.self_cost_in_print = flows.self_cost_in_print.or(in_print);
        let mut result = match (beside, account::printed(municipality, flows.year)) {
            (Beside::Print, Some(print)) => {
                with_finance(municipality, &mut flows, balances, [print.interest, print.instalments])
            }
            (Beside::Print, None) => after_print(municipality, &mut flows, balances, years.last()),
            _ => settle(municipality, &flows, balances),
        };
        result.debt = result.debt_by_class.measured_as(definition);
        balances = Balances {
            debt: result.debt_by_class,
            fund: result.disposition_fund,
            uncovered_deficit: result.uncovered_deficit,
            investment_fund: result.investment_fund,
            book_value: balances.book_value.map(|_| result.book_value),
            ..balances
        };
        if debt_is_known && result.year == last_printed(municipality) {
            in_print = Some(SelfCostInPrint::of(municipality, &result));
        }
        years.push(result);
    }
    let years = YearSeries::new(municipality.plan.first_year, years);
    Projection { notices: notices(municipality, scenario, &years), years }
}

/// Books a year of the plan after the last printed one: what print differed by stands. Where no document
/// gives the debt, interest and instalments stand as they were last printed, since nothing else is known.
fn after_print(
    municipality: &Municipality,
    flows: &mut YearFlows,
    balances: Balances,
    last: Option<&YearResult>,
) -> YearResult {
    let Some(last) = last else { return settle(municipality, flows, balances) };
    if !balances.debt_is_known {
        let standing = [last.interest, last.instalments];
        return with_finance(municipality, flows, balances, standing);
    }
    flows.calibration.interest = last.calibration.interest;
    flows.calibration.instalments = last.calibration.instalments;
    settle(municipality, flows, balances)
}
