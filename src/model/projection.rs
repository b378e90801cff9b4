//! Framskrivingen: the yearly recurrence that puts everything together.

use super::debt;
use super::fund::{self, Disposition, Position};
use super::investment::{self, InvestmentYear};
use super::municipality::{Indicator, Municipality};
use super::population;
use super::revenue;
use super::scenario::Scenario;
use super::services;
use super::units::{Kroner, Percent, Persons, Year, YearSeries};
use rust_decimal::Decimal;

/// Framskriving: the yearly account of a municipality in a scenario.
#[doc(alias = "framskriving")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Projection {
    /// The account of each year.
    pub years: YearSeries<YearResult>,
    /// What a reader should know about this result.
    pub notices: Vec<Notice>,
}

/// A remark about a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Merforbruk: the fund was empty and the year ended in a deficit that must be covered.
    UncoveredDeficit {
        /// The first such year.
        year: Year,
    },
    /// ROBEK: the accumulated deficit is above 3 % of brutto driftsinntekter (kommuneloven § 28-1 d).
    Robek {
        /// The first such year.
        year: Year,
    },
}

/// Ett år: the lines of §§ 5-4 and 5-5 that can be filled, and the balances at the end of the year.
///
/// All amounts in kroner. Income and costs are positive; the sign is in the formulas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearResult {
    /// The year.
    pub year: Year,
    /// Innbyggere 1 January.
    pub inhabitants: Persons,
    /// Brutto driftsinntekter.
    pub operating_revenue: Kroner,
    /// Driftsutgifter without depreciation.
    pub operating_costs: Kroner,
    /// Endring i renteinntekter: what the fund earns beyond the plan.
    pub change_in_fund_yield: Kroner,
    /// Snittrente on average debt.
    pub average_rate: Percent,
    /// Renteutgifter.
    pub interest: Kroner,
    /// Avdrag på lån.
    pub instalments: Kroner,
    /// Netto driftsresultat.
    pub net_operating_result: Kroner,
    /// Where the result goes.
    pub disposition: Disposition,
    /// Investments and the income tied to them.
    pub investment: InvestmentYear,
    /// Bruk av (positive) or avsetning til (negative) ubundet investeringsfond.
    pub use_of_investment_fund: Kroner,
    /// Bruk av lån.
    pub loans: Kroner,
    /// Lånegjeld 31 December, without self-cost and on-lending.
    pub debt: Kroner,
    /// Disposisjonsfond 31 December.
    pub disposition_fund: Kroner,
    /// Merforbruk that is carried on.
    pub uncovered_deficit: Kroner,
    /// Ubundet investeringsfond 31 December.
    pub investment_fund: Kroner,
}

impl YearResult {
    /// Brutto driftsresultat before depreciation: income less running costs.
    #[doc(alias = "brutto driftsresultat")]
    #[must_use]
    pub fn gross_operating_result(&self) -> Kroner {
        self.operating_revenue - self.operating_costs
    }

    /// The amount behind an indicator.
    #[must_use]
    pub fn amount(&self, indicator: Indicator) -> Kroner {
        match indicator {
            Indicator::NetOperatingResult => self.net_operating_result,
            Indicator::DispositionFund => self.disposition_fund,
            Indicator::DebtRatio => self.debt,
        }
    }

    /// An indicator in percent of brutto driftsinntekter; `None` when there is no income.
    #[must_use]
    pub fn ratio(&self, indicator: Indicator) -> Option<Percent> {
        self.amount(indicator).as_percent_of(self.operating_revenue)
    }
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
    let plan = roll(municipality, &Scenario::plan(), None);
    if scenario.is_plan() { plan } else { roll(municipality, scenario, Some(&plan)) }
}

/// The same as [`project`], for a caller that already has the plan's projection at hand.
///
/// `plan` must be `project(municipality, &Scenario::plan())`.
#[must_use]
pub fn project_beside(municipality: &Municipality, plan: &Projection, scenario: &Scenario) -> Projection {
    if scenario.is_plan() { plan.clone() } else { roll(municipality, scenario, Some(plan)) }
}

/// What a year brings before it is known how the result is used.
struct YearFlows {
    year: Year,
    inhabitants: Persons,
    operating_revenue: Kroner,
    operating_costs: Kroner,
    average_rate: Percent,
    investment: InvestmentYear,
    fund_target: Kroner,
    fund_yield: FundYield,
}

/// How the fund's yield is compared with the plan's, which is inside the plan's costs.
#[derive(Clone, Copy)]
struct FundYield {
    rate: Percent,
    in_plan: Kroner,
}

/// Balances at the end of a year.
#[derive(Clone, Copy)]
struct Balances {
    debt: Kroner,
    fund: Kroner,
    uncovered_deficit: Kroner,
    investment_fund: Kroner,
}

fn roll(municipality: &Municipality, scenario: &Scenario, plan: Option<&Projection>) -> Projection {
    let assumptions = &municipality.assumptions;
    let inhabitants = population::inhabitants(municipality, scenario);
    let revenue = revenue::operating_revenue(municipality, &inhabitants);
    let costs = services::operating_costs(municipality, scenario, &revenue);
    let rates = debt::average_rate(municipality, scenario);
    let investments = investment::investments(municipality, scenario);
    let opening = Balances {
        debt: municipality.opening.debt.value,
        fund: municipality.opening.disposition_fund.value,
        uncovered_deficit: Kroner::ZERO,
        investment_fund: Kroner::ZERO,
    };
    let mut balances = opening;
    let mut years = Vec::with_capacity(municipality.plan.year_count);
    for year in municipality.years() {
        let flows = YearFlows {
            year,
            inhabitants: inhabitants.at(year),
            operating_revenue: revenue.at(year),
            operating_costs: costs.at(year),
            average_rate: rates.at(year),
            investment: investments.at(year),
            fund_target: assumptions.fund_target.value.of_rounded_up(revenue.at(year)),
            fund_yield: fund_yield(municipality, scenario, plan, year),
        };
        let result = settle(&flows, balances, assumptions.instalment_share.value, plan.is_some());
        balances = Balances {
            debt: result.debt,
            fund: result.disposition_fund,
            uncovered_deficit: result.uncovered_deficit,
            investment_fund: result.investment_fund,
        };
        years.push(result);
    }
    let years = YearSeries::new(municipality.plan.first_year, years);
    Projection { notices: notices(&years), years }
}

/// The market's rate on the fund in the scenario, and what the fund earned in the plan.
///
/// The change that counts is `rate · mean fund − plan's rate · plan's mean fund`: the rate shift on the
/// average fund, and the rate on the difference in fund.
fn fund_yield(
    municipality: &Municipality,
    scenario: &Scenario,
    plan: Option<&Projection>,
    year: Year,
) -> FundYield {
    let plan_rate = municipality.assumptions.average_rate.values.at_or_last(year);
    let closing_of = |wanted: Year| {
        plan.and_then(|projection| projection.years.get(wanted))
            .map_or(municipality.opening.disposition_fund.value, |result| result.disposition_fund)
    };
    FundYield {
        rate: (plan_rate + debt::market_rate_shift(scenario, year)).max(Percent::ZERO),
        in_plan: plan_rate.of_mean(closing_of(year.plus(-1)), closing_of(year)),
    }
}

/// Books one year: finds the result that agrees with its own consequences.
///
/// The result decides the transfer, the transfer decides the loans, the loans decide the interest, and
/// interest is part of the result. Each round feeds a few percent of the last change back, so the
/// rounds end at a result that reproduces itself to the krone. They start from below, so they end at
/// the lowest such result, which keeps the outcome monotone in every lever.
fn settle(flows: &YearFlows, opening: Balances, instalment_share: Percent, beside_plan: bool) -> YearResult {
    /// Every round gains more than a digit; amounts have at most sixteen.
    const MOST_ROUNDS: usize = 40;
    let instalments = debt::instalments(instalment_share, opening.debt);
    let mut result = Kroner::from_millions(Decimal::from(-1_000_000_000));
    let mut booked = book(flows, opening, instalments, result, beside_plan);
    for _ in 0..MOST_ROUNDS {
        if booked.net_operating_result == result {
            break;
        }
        result = booked.net_operating_result;
        booked = book(flows, opening, instalments, result, beside_plan);
    }
    booked
}

/// Disposes of an assumed result and books what follows from it, the true result included.
fn book(
    flows: &YearFlows,
    opening: Balances,
    instalments: Kroner,
    assumed_result: Kroner,
    beside_plan: bool,
) -> YearResult {
    let left = flows.investment.left_to_finance();
    // Income beyond the year's investments waits in the investment fund for later ones.
    let use_of_investment_fund = if left < Kroner::ZERO { left } else { left.min(opening.investment_fund) };
    let to_finance = left - use_of_investment_fund;
    let position = Position {
        fund: opening.fund,
        uncovered_deficit: opening.uncovered_deficit,
        fund_target: flows.fund_target,
        investments_to_finance: to_finance,
    };
    let disposition = fund::dispose(assumed_result, position);
    let loans = to_finance - disposition.transfer_to_investment;
    let debt = opening.debt - instalments + loans;
    let disposition_fund = opening.fund + disposition.allocated_to_fund;
    let interest = flows.average_rate.of_mean(opening.debt, debt);
    let change_in_fund_yield = if beside_plan {
        flows.fund_yield.rate.of_mean(opening.fund, disposition_fund) - flows.fund_yield.in_plan
    } else {
        Kroner::ZERO
    };
    YearResult {
        year: flows.year,
        inhabitants: flows.inhabitants,
        operating_revenue: flows.operating_revenue,
        operating_costs: flows.operating_costs,
        change_in_fund_yield,
        average_rate: flows.average_rate,
        interest,
        instalments,
        net_operating_result: flows.operating_revenue - flows.operating_costs + change_in_fund_yield
            - interest
            - instalments,
        disposition,
        investment: flows.investment,
        use_of_investment_fund,
        loans,
        debt,
        disposition_fund,
        uncovered_deficit: opening.uncovered_deficit - disposition.deficit_covered + disposition.new_deficit,
        investment_fund: opening.investment_fund - use_of_investment_fund,
    }
}

fn notices(years: &YearSeries<YearResult>) -> Vec<Notice> {
    let robek_limit = Percent::new(Decimal::from(3));
    let deficit = years.iter().find(|(_, result)| result.uncovered_deficit > Kroner::ZERO);
    let robek =
        years.iter().find(|(_, result)| result.uncovered_deficit > robek_limit.of(result.operating_revenue));
    let deficit = deficit.map(|(year, _)| Notice::UncoveredDeficit { year });
    let robek = robek.map(|(year, _)| Notice::Robek { year });
    deficit.into_iter().chain(robek).collect()
}
