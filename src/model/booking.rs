//! Bokføringen: one year, with a result that agrees with its own consequences.

use super::debt::{self, DebtByClass};
use super::flows::YearFlows;
use super::fund::{self, Disposition, Position};
use super::municipality::Municipality;
use super::units::{Kroner, Percent};
use super::year::YearResult;
use rust_decimal::Decimal;

/// Balances at the end of a year.
#[derive(Clone, Copy)]
pub(super) struct Balances {
    pub(super) debt: DebtByClass,
    pub(super) debt_is_known: bool,
    pub(super) fund: Kroner,
    pub(super) fund_is_known: bool,
    pub(super) uncovered_deficit: Kroner,
    pub(super) investment_fund: Kroner,
    pub(super) book_value: Option<Kroner>,
}

/// Books a year with given interest and instalments, and finds what they differ from the rules by.
pub(super) fn with_finance(
    municipality: &Municipality,
    flows: &mut YearFlows,
    opening: Balances,
    [interest, instalments_given]: [Kroner; 2],
) -> YearResult {
    flows.calibration.instalments = instalments_given - instalments_by_rule(municipality, flows, opening);
    let paid = instalments(municipality, flows, opening);
    let mut result = before_interest(flows) - paid.total - interest;
    // What comes back from fees does not depend on the result, so the second round is exact.
    for _ in 0..2 {
        flows.calibration.interest = Kroner::ZERO;
        flows.calibration.interest = interest - book(flows, opening, paid, result).interest;
        result = book(flows, opening, paid, result).net_operating_result;
    }
    book(flows, opening, paid, result)
}

/// Netto driftsresultat before interest and instalments, without what a scenario brings back.
fn before_interest(flows: &YearFlows) -> Kroner {
    let [_, difference] = flows.depreciation;
    flows.revenue.total() - flows.operating_costs + flows.financial_income.total() + difference
}

/// Avdrag of a year: all of it, what self-cost areas pay, and the least the law allows.
#[derive(Clone, Copy)]
struct Instalments {
    total: Kroner,
    self_cost: Kroner,
    minimum: Option<Kroner>,
}

/// Instalments: the municipality's share of opening debt, never below minimumsavdrag where the data has
/// what it needs, plus what print differs by; never more than the debt. Self-cost areas pay their share
/// whatever the rest comes to.
fn instalments(municipality: &Municipality, flows: &YearFlows, opening: Balances) -> Instalments {
    let by_rule = instalments_by_rule(municipality, flows, opening);
    let self_cost = municipality.assumptions.instalment_share.value.of(opening.debt.self_cost);
    let ordinary = (by_rule + flows.calibration.instalments - self_cost).at_least_zero();
    let ordinary = if opening.debt_is_known { ordinary.min(opening.debt.ordinary) } else { ordinary };
    Instalments { total: ordinary + self_cost, self_cost, minimum: minimum(flows, opening) }
}

/// The municipality's share of opening debt, or minimumsavdrag where that is more. Where the debt is not
/// known, only its change counts, and that may be negative.
fn instalments_by_rule(municipality: &Municipality, flows: &YearFlows, opening: Balances) -> Kroner {
    let share = municipality.assumptions.instalment_share.value;
    let own_debt = opening.debt.ordinary + opening.debt.self_cost;
    let by_share =
        if opening.debt_is_known { debt::instalments(share, own_debt) } else { share.of(own_debt) };
    by_share.max(minimum(flows, opening).unwrap_or(by_share))
}

fn minimum(flows: &YearFlows, opening: Balances) -> Option<Kroner> {
    let [depreciation, _] = flows.depreciation;
    let own_debt = opening.debt.ordinary + opening.debt.self_cost;
    opening.book_value.map(|value| debt::minimum_instalments(depreciation, own_debt, value))
}

/// Books one year: finds the result that agrees with its own consequences.
///
/// The result decides the transfer, the transfer decides the loans, the loans decide the interest, and
/// interest is part of the result. Each round feeds a few percent of the last change back, so the
/// rounds end at a result that reproduces itself to the krone. They start from below, so they end at
/// the lowest such result, which keeps the outcome monotone in every lever.
pub(super) fn settle(municipality: &Municipality, flows: &YearFlows, opening: Balances) -> YearResult {
    /// Every round gains more than a digit; amounts have at most sixteen.
    const MOST_ROUNDS: usize = 40;
    let year = OpenYear::new(flows, opening, instalments(municipality, flows, opening));
    let mut outcome = year.outcome(Kroner::from_millions(Decimal::from(-1_000_000_000)));
    for _ in 0..MOST_ROUNDS {
        let next = year.outcome(outcome.net_operating_result);
        let agrees = next.net_operating_result == outcome.net_operating_result;
        outcome = next;
        if agrees {
            break;
        }
    }
    year.booked(outcome)
}

/// Books a year whose result is given.
fn book(flows: &YearFlows, opening: Balances, paid: Instalments, result: Kroner) -> YearResult {
    let year = OpenYear::new(flows, opening, paid);
    year.booked(year.outcome(result))
}

/// A year before its result is found: all that does not depend on it, worked out once.
struct OpenYear<'a> {
    flows: &'a YearFlows,
    opening: Balances,
    paid: Instalments,
    needs: Needs,
    position: Position,
    /// The debt at the end of the year before loans that depend on the result.
    closing: DebtByClass,
    recovered: Kroner,
    yield_in_plan: Kroner,
    /// Netto driftsresultat before interest on debt and the fund's changed yield.
    before: Kroner,
}

/// What an assumed result leads to, the true result included.
#[derive(Clone, Copy)]
struct Outcome {
    disposition: Disposition,
    loans: Kroner,
    put_by: Kroner,
    interest: Kroner,
    change_in_fund_yield: Kroner,
    net_operating_result: Kroner,
}

impl<'a> OpenYear<'a> {
    fn new(flows: &'a YearFlows, opening: Balances, paid: Instalments) -> Self {
        let needs = needs(flows, opening, paid);
        let position = Position {
            fund: opening.fund_is_known.then_some(opening.fund),
            uncovered_deficit: opening.uncovered_deficit,
            // What is adopted for a year stands; only later years may put more into investments.
            most_to_transfer: match flows.position.planned_allocation {
                Some(_) => flows.position.most_to_transfer,
                None => flows.position.most_to_transfer.max(needs.to_finance),
            },
            ..flows.position
        };
        let closing = debt_after(flows, opening, paid, needs.self_cost_loans, &needs);
        let recovered = recovered_interest(flows, opening, closing, paid);
        Self {
            flows,
            opening,
            paid,
            position,
            closing,
            recovered,
            yield_in_plan: fund_yield_in_plan(flows, opening.fund_is_known),
            before: before_interest(flows) + recovered - paid.total,
            needs,
        }
    }

    /// Disposes of an assumed result, and finds what follows from it.
    fn outcome(&self, assumed_result: Kroner) -> Outcome {
        let disposition = fund::dispose(assumed_result, self.position);
        // A printed transfer beyond what can be paid by it is put by for later years.
        let paid_by_transfer = disposition.transfer_to_investment.min(self.needs.to_finance);
        let ordinary_loans = self.needs.to_finance - paid_by_transfer;
        let rate = self.flows.average_rate;
        let interest = rate.of_mean(self.opening.debt.gross(), self.closing.gross() + ordinary_loans)
            - shift_on_unknown_debt(self.flows, self.opening)
            + self.flows.calibration.interest;
        let closing_fund = self.opening.fund + disposition.allocated_to_fund;
        let change_in_fund_yield = match self.flows.plan {
            Some(plan) => {
                market_rate(self.flows, plan.rate).of_mean(self.opening.fund, closing_fund)
                    - self.yield_in_plan
            }
            None => Kroner::ZERO,
        };
        Outcome {
            disposition,
            loans: ordinary_loans + self.needs.self_cost_loans,
            put_by: disposition.transfer_to_investment - paid_by_transfer,
            interest,
            change_in_fund_yield,
            net_operating_result: self.before + change_in_fund_yield - interest,
        }
    }

    /// The year with everything in it.
    fn booked(&self, outcome: Outcome) -> YearResult {
        let Self { flows, opening, paid, needs, .. } = self;
        let Outcome { disposition, loans, put_by, .. } = outcome;
        let [depreciation, depreciation_difference] = flows.depreciation;
        let closing = debt_after(flows, *opening, *paid, loans, needs);
        YearResult {
            year: flows.year,
            price_index: flows.price_index,
            inhabitants: flows.inhabitants,
            revenue: flows.revenue,
            operating_revenue: flows.revenue.total(),
            gross_revenue: flows.gross_revenue,
            operating_costs: flows.operating_costs,
            depreciation,
            depreciation_difference,
            financial_income: flows.financial_income,
            change_in_fund_yield: outcome.change_in_fund_yield,
            change_in_recovered_interest: self.recovered,
            average_rate: flows.average_rate,
            interest: outcome.interest,
            instalments: paid.total,
            self_cost_instalments: paid.self_cost,
            minimum_instalments: paid.minimum,
            net_operating_result: outcome.net_operating_result,
            disposition,
            investment: flows.investment,
            use_of_investment_fund: needs.use_of_investment_fund - put_by,
            loans,
            self_cost_loans: needs.self_cost_loans,
            on_lending_flows: flows.on_lending_flows,
            extra_repayment: needs.extra_repayment,
            debt: closing.ordinary,
            debt_by_class: closing,
            debt_is_known: opening.debt_is_known,
            disposition_fund: opening.fund + disposition.allocated_to_fund,
            fund_is_known: opening.fund_is_known,
            uncovered_deficit: opening.uncovered_deficit - disposition.deficit_covered
                + disposition.new_deficit,
            investment_fund: opening.investment_fund - needs.use_of_investment_fund + put_by,
            book_value: opening.book_value.unwrap_or_default() + flows.investment.expenditure - depreciation,
            calibration: flows.calibration,
        }
    }
}

/// Where no document gives the debt, only its change is rolled forward, and a rate shift counts on what the
/// scenario borrows beyond the plan; this is what it would have counted on the plan's own change.
fn shift_on_unknown_debt(flows: &YearFlows, opening: Balances) -> Kroner {
    match flows.plan {
        Some(plan) if !opening.debt_is_known => {
            flows.average_rate.of_mean(plan.debt[0], plan.debt[1])
                - flows.plan_rate.of_mean(plan.debt[0], plan.debt[1])
        }
        _ => Kroner::ZERO,
    }
}

/// What a year's investments need beyond the income tied to them.
struct Needs {
    use_of_investment_fund: Kroner,
    extra_repayment: Kroner,
    /// What own funds and loans of the general budget pay for.
    to_finance: Kroner,
    /// What self-cost areas borrow; neither a transfer from operations nor a grant pays for them.
    self_cost_loans: Kroner,
}

/// Income beyond the year's investments waits in the investment fund for later ones; but what a sale
/// brings beyond the need for loans pays debt at once.
///
/// Self-cost areas borrow what is invested in them. Where the data marks no project as self-cost, they
/// borrow what their debt at the start of the plan is paid down by each year, so that it stands.
fn needs(flows: &YearFlows, opening: Balances, paid: Instalments) -> Needs {
    let left = flows.investment.left_to_finance() - flows.investment.self_cost;
    let standing = flows.standing_self_cost_loans.min(left).at_least_zero();
    let left = left - standing;
    let ordinary_left = (opening.debt.ordinary - (paid.total - paid.self_cost)).at_least_zero();
    let extra_repayment = (-left).at_least_zero().min(flows.investment.extra_sales).min(ordinary_left);
    let left = left + extra_repayment;
    let use_of_investment_fund = if left < Kroner::ZERO { left } else { left.min(opening.investment_fund) };
    Needs {
        use_of_investment_fund,
        extra_repayment,
        to_finance: left - use_of_investment_fund,
        self_cost_loans: standing + flows.investment.self_cost,
    }
}

/// Rolls each class forward: opening + loans − instalments = closing.
fn debt_after(
    flows: &YearFlows,
    opening: Balances,
    paid: Instalments,
    loans: Kroner,
    needs: &Needs,
) -> DebtByClass {
    let [lent_on, paid_back] = flows.on_lending_flows;
    DebtByClass {
        ordinary: opening.debt.ordinary - (paid.total - paid.self_cost) + (loans - needs.self_cost_loans)
            - needs.extra_repayment,
        self_cost: opening.debt.self_cost - paid.self_cost + needs.self_cost_loans,
        on_lending: opening.debt.on_lending + lent_on - paid_back,
        unused_loans: opening.debt.unused_loans,
    }
}

/// The plan's rate moved with the market, never below nought.
fn market_rate(flows: &YearFlows, plan_rate: Percent) -> Percent {
    (plan_rate + flows.rate_shift).max(Percent::ZERO)
}

/// What the plan's fund earned in the plan, which is inside the plan's own lines.
///
/// The fund's changed yield is `rate · mean fund − plan's rate · plan's mean fund`: the rate shift on the
/// average fund, and the rate on the difference in fund. Where no document gives the fund, only the
/// difference from the plan's counts.
fn fund_yield_in_plan(flows: &YearFlows, is_known: bool) -> Kroner {
    let Some(plan) = flows.plan else { return Kroner::ZERO };
    let follows = plan.fund_follows_market && is_known;
    let rate = if follows { plan.rate } else { market_rate(flows, plan.rate) };
    rate.of_mean(plan.fund[0], plan.fund[1])
}

/// What comes back of interest and instalments beside the printed lines: fees that follow the capital cost
/// of self-cost areas since the last printed year, interest on what is lent on, compensation, deposits.
fn recovered_interest(
    flows: &YearFlows,
    opening: Balances,
    closing: DebtByClass,
    paid: Instalments,
) -> Kroner {
    let Some(printed) = flows.self_cost_in_print else { return Kroner::ZERO };
    let own = [opening.debt.self_cost, closing.self_cost, paid.self_cost];
    let now = flows.plan_rate + flows.rate_shift;
    // Where the debt is unknown, a shift counts only on what the scenario borrows beyond the plan.
    let in_print = if opening.debt_is_known { printed.rate } else { now };
    let fees = debt::self_cost_recovery(now, own) - debt::self_cost_recovery(in_print, printed.balances);
    if !opening.debt_is_known {
        // What a rate costs is not known, so what it brings in is not counted alone.
        return fees;
    }
    fees + debt::rate_hedges(flows.rate_shift, [opening.debt.on_lending, closing.on_lending], flows.hedged)
}
