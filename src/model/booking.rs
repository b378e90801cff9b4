//! Bokføringen: one year, with a result that agrees with its own consequences.

use super::arithmetic::{Arithmetic, Money, Number, Rate, Source};
use super::balance::{Balance, Span};
use super::case::Case;
use super::debt::{self, DebtByClass};
use super::flows::{PlanYear, YearFlows};
use super::fund::{self, Disposition, Position};
use super::instalments::{Instalments, instalments, instalments_by_share, minimum};
use super::quantity::Quantity;
use super::units::Kroner;
use super::year::YearResult;

/// Balances at the end of a year.
#[derive(Clone, Copy)]
pub(super) struct Balances<A: Arithmetic> {
    pub(super) debt: Balance<DebtByClass<A::Kroner>>,
    pub(super) fund: Balance<A::Kroner>,
    pub(super) uncovered_deficit: A::Kroner,
    pub(super) investment_fund: A::Kroner,
    pub(super) book_value: Option<A::Kroner>,
}

/// Renter og avdrag that are given, in print or because they stand.
#[derive(Clone, Copy)]
pub(super) struct GivenFinance<A: Arithmetic> {
    pub(super) interest: A::Kroner,
    pub(super) instalments: A::Kroner,
}

/// Books a year with given interest and instalments, and finds what they differ from the rules by.
pub(super) fn with_finance<A: Arithmetic>(
    case: Case<'_, A>,
    flows: &mut YearFlows<A>,
    opening: Balances<A>,
    given: GivenFinance<A>,
) -> YearResult<A> {
    let year = flows.year;
    flows.calibration.instalments = (given.instalments - instalments_by_share(case, flows, opening))
        .named(Quantity::InstalmentCalibration, year);
    if let Some(least) = minimum(flows, opening) {
        let below = (least - given.instalments).at_least_zero();
        flows.calibration.below_minimum = below.named(Quantity::PrintBelowMinimum, year);
    }
    let paid = instalments(case, flows, opening);
    let mut result = before_interest(flows) - paid.total - given.interest;
    // What comes back from fees does not depend on the result, so the second round is exact.
    for _ in 0..2 {
        flows.calibration.interest = A::Kroner::default();
        let assumed = result.named(Quantity::AssumedResult, year);
        let by_rule = OpenYear::new(case, flows, opening, paid).outcome(assumed).interest_by_rule;
        flows.calibration.interest = (given.interest - by_rule).named(Quantity::InterestCalibration, year);
        result = book(case, flows, opening, paid, result).net_operating_result;
    }
    book(case, flows, opening, paid, result)
}

/// Netto driftsresultat before interest and instalments, without what a scenario brings back.
fn before_interest<A: Arithmetic>(flows: &YearFlows<A>) -> A::Kroner {
    flows.revenue.total() - flows.operating_costs
        + flows.financial_income.total()
        + flows.depreciation.difference
}

/// Books one year: finds the result that agrees with its own consequences.
///
/// The result decides the transfer, the transfer decides the loans, the loans decide the interest, and
/// interest is part of the result. Each round feeds a few percent of the last change back, so the
/// rounds end at a result that reproduces itself to the krone. Amounts are rounded, so there may be two a
/// krone apart. The rounds start at the plan's result where the year makes at least as much of it, so that a
/// year as planned has the plan's; otherwise from below, and end at the lowest. Both ways the outcome is
/// monotone in every lever.
pub(super) fn settle<A: Arithmetic>(
    case: Case<'_, A>,
    flows: &YearFlows<A>,
    opening: Balances<A>,
) -> YearResult<A> {
    /// Every round gains more than a digit; amounts have at most sixteen.
    const MOST_ROUNDS: usize = 40;
    const ROUNDS_IN_A_TRACE: usize = 20;
    let year = OpenYear::new(case, flows, opening, instalments(case, flows, opening));
    let mut outcome = year.first_outcome(case);
    for round in 0..MOST_ROUNDS {
        let assumed = outcome.net_operating_result.named(Quantity::AssumedResult, flows.year);
        let next = year.outcome(assumed);
        let agrees = next.net_operating_result.plain() == outcome.net_operating_result.plain();
        outcome = next;
        // A trace takes as many rounds as any input may need, so that it agrees with itself with all of them.
        if agrees && (!A::KEEPS_UNMOVED || round >= ROUNDS_IN_A_TRACE) {
            break;
        }
    }
    year.booked(outcome)
}

/// A result that is below any that a year can end with: minus a million billion kroner.
const LOWEST_RESULT: Kroner = Kroner::new(-1_000_000_000_000_000);

/// Books a year whose result is given.
fn book<A: Arithmetic>(
    case: Case<'_, A>,
    flows: &YearFlows<A>,
    opening: Balances<A>,
    paid: Instalments<A::Kroner>,
    result: A::Kroner,
) -> YearResult<A> {
    let year = OpenYear::new(case, flows, opening, paid);
    year.booked(year.outcome(result.named(Quantity::AssumedResult, flows.year)))
}

/// A year before its result is found: all that does not depend on it, computed once.
struct OpenYear<'a, A: Arithmetic> {
    arithmetic: A,
    flows: &'a YearFlows<A>,
    opening: Balances<A>,
    paid: Instalments<A::Kroner>,
    needs: Needs<A::Kroner>,
    position: Position<A::Kroner>,
    opening_gross: A::Kroner,
    /// The gross debt at the end of the year before loans that depend on the result.
    closing_gross: A::Kroner,
    recovered: A::Kroner,
    deficit_interest: A::Kroner,
    /// The market's rate, and what the fund earned in the plan, where there is a plan to compare with.
    fund_yield: Option<(A::Percent, A::Kroner)>,
    /// The plan does not differ from itself.
    no_change_in_fund_yield: A::Kroner,
    shift_on_unknown_debt: A::Kroner,
    /// Netto driftsresultat before interest on debt and the fund's changed yield.
    before: A::Kroner,
}

/// What an assumed result leads to, the true result included.
#[derive(Clone, Copy)]
struct Outcome<K> {
    disposition: Disposition<K>,
    ordinary_loans: K,
    /// A transfer beyond what can be paid by it, put by for later years.
    put_by: K,
    /// Before what print differs by.
    interest_by_rule: K,
    interest: K,
    change_in_fund_yield: K,
    net_operating_result: K,
}

impl<'a, A: Arithmetic> OpenYear<'a, A> {
    fn new(
        case: Case<'_, A>,
        flows: &'a YearFlows<A>,
        opening: Balances<A>,
        paid: Instalments<A::Kroner>,
    ) -> Self {
        let needs = needs(case.arithmetic, flows, opening, paid);
        let position = Position {
            fund: opening.fund.known(),
            uncovered_deficit: opening.uncovered_deficit,
            // What is adopted for a year stands; only later years may put more into investments.
            most_to_transfer: match flows.position.planned_allocation {
                Some(_) => flows.position.most_to_transfer,
                None => flows.position.most_to_transfer.larger(needs.to_finance),
            },
            ..flows.position
        };
        let closing = debt_after(flows, opening, paid, A::Kroner::default(), &needs);
        let recovered = recovered_interest(case, flows, closing, (opening, paid));
        let deficit_interest = deficit_interest(case, flows, opening);
        let before = before_interest(flows) + recovered - paid.total - deficit_interest;
        Self {
            arithmetic: case.arithmetic,
            flows,
            opening,
            paid,
            position,
            opening_gross: opening.debt.amount().gross().named(Quantity::GrossDebt, flows.year.plus(-1)),
            closing_gross: closing.gross().named(Quantity::DebtBeforeLoans, flows.year),
            recovered,
            deficit_interest,
            fund_yield: flows.plan.map(|plan| {
                let rate = market_rate(flows, plan.rate);
                (rate, fund_yield_in_plan(flows, plan, rate, opening.fund.is_known()))
            }),
            no_change_in_fund_yield: case.zero(Quantity::FundYieldChange, flows.year),
            shift_on_unknown_debt: shift_on_unknown_debt(flows, opening),
            before: before.named(Quantity::ResultBeforeInterest, flows.year),
            needs,
        }
    }

    /// What the first assumed result leads to.
    fn first_outcome(&self, case: Case<'_, A>) -> Outcome<A::Kroner> {
        let name = Quantity::AssumedResult;
        let lowest = || case.given(name, self.flows.year, LOWEST_RESULT, Source::Definition);
        let Some(plan) = self.flows.plan else { return self.outcome(lowest()) };
        let of_planned = self.outcome(plan.result.named(name, self.flows.year));
        let falls_short = (of_planned.net_operating_result - plan.result).is_negative();
        if !A::KEEPS_UNMOVED && !falls_short.holds {
            return of_planned;
        }
        self.outcome(case.arithmetic.either(falls_short, lowest, || plan.result))
    }

    /// Disposes of an assumed result, and finds what follows from it.
    fn outcome(&self, assumed_result: A::Kroner) -> Outcome<A::Kroner> {
        let (flows, year) = (self.flows, self.flows.year);
        let disposition = fund::dispose(self.arithmetic, assumed_result, self.position, year);
        let transfer = disposition.transfer_to_investment;
        let paid_by_transfer = transfer.smaller(self.needs.to_finance).named(Quantity::PaidByTransfer, year);
        let ordinary_loans = (self.needs.to_finance - paid_by_transfer).named(Quantity::OrdinaryLoans, year);
        let closing = (self.closing_gross + ordinary_loans).named(Quantity::ClosingDebtForInterest, year);
        let by_rule =
            flows.rates.average.of_mean(self.opening_gross, closing).named(Quantity::InterestByRule, year);
        let interest_by_rule = by_rule - self.shift_on_unknown_debt;
        let interest = (interest_by_rule + flows.calibration.interest).named(Quantity::Interest, year);
        let change_in_fund_yield = self.change_in_fund_yield(disposition.allocated_to_fund);
        Outcome {
            disposition,
            ordinary_loans,
            put_by: (transfer - paid_by_transfer).named(Quantity::TransferBeyond, year),
            interest_by_rule,
            interest,
            change_in_fund_yield,
            net_operating_result: self.before + change_in_fund_yield - interest,
        }
    }

    /// Endring i avkastning av fondet: what the fund earns beyond what it earned in the plan.
    fn change_in_fund_yield(&self, allocated: A::Kroner) -> A::Kroner {
        let year = self.flows.year;
        let Some((rate, in_plan)) = self.fund_yield else { return self.no_change_in_fund_yield };
        let opening = self.opening.fund.amount();
        let closing = (opening + allocated).named(Quantity::ClosingFundForYield, year);
        let yielded = rate.of_mean(opening, closing);
        (yielded.named(Quantity::FundYield, year) - in_plan).named(Quantity::FundYieldChange, year)
    }

    /// The year with everything in it.
    fn booked(&self, outcome: Outcome<A::Kroner>) -> YearResult<A> {
        let Self { flows, opening, paid, needs, .. } = self;
        let year = flows.year;
        let Outcome { disposition, put_by, .. } = outcome;
        let name = |amount: A::Kroner, quantity| amount.named(quantity, year);
        let loans = name(outcome.ordinary_loans + needs.self_cost_loans, Quantity::Loans);
        let closing = debt_after(flows, *opening, *paid, outcome.ordinary_loans, needs);
        let closing = DebtByClass {
            ordinary: name(closing.ordinary, Quantity::OrdinaryDebt),
            self_cost: name(closing.self_cost, Quantity::SelfCostDebt),
            on_lending: name(closing.on_lending, Quantity::OnLendingDebt),
            unused_loans: closing.unused_loans,
        };
        let draw = needs.use_of_investment_fund;
        let fund = name(opening.fund.amount() + disposition.allocated_to_fund, Quantity::DispositionFund);
        let deficit = opening.uncovered_deficit - disposition.deficit_covered + disposition.new_deficit;
        let investment_fund = opening.investment_fund - draw + put_by;
        let book_value = opening.book_value.unwrap_or_default() + flows.investment.expenditure
            - flows.investment.vat_compensation
            - flows.depreciation.charged;
        YearResult {
            year,
            price_index: flows.price_index,
            inhabitants: flows.inhabitants,
            revenue: flows.revenue,
            operating_revenue: name(flows.revenue.total(), Quantity::OperatingRevenue),
            gross_revenue: flows.gross_revenue,
            operating_costs: flows.operating_costs,
            depreciation: flows.depreciation.charged,
            depreciation_difference: flows.depreciation.difference,
            financial_income: flows.financial_income,
            change_in_fund_yield: outcome.change_in_fund_yield,
            change_in_recovered_interest: self.recovered,
            deficit_interest: self.deficit_interest,
            average_rate: flows.rates.average,
            interest: outcome.interest,
            instalments: paid.total,
            self_cost_instalments: paid.self_cost,
            minimum_instalments: paid.minimum,
            net_operating_result: outcome.net_operating_result,
            disposition,
            investment: flows.investment,
            use_of_investment_fund: name(draw - put_by, Quantity::UseOfInvestmentFund),
            loans,
            self_cost_loans: needs.self_cost_loans,
            standing_self_cost_loans: needs.standing_self_cost_loans,
            on_lending_flows: flows.on_lending,
            extra_repayment: needs.extra_repayment,
            debt: opening.debt.with(closing.ordinary),
            debt_by_class: closing,
            disposition_fund: opening.fund.with(fund),
            uncovered_deficit: name(deficit, Quantity::UncoveredDeficit),
            investment_fund: name(investment_fund, Quantity::InvestmentFund),
            book_value: match opening.book_value {
                Some(_) => name(book_value, Quantity::BookValue),
                None => book_value,
            },
            calibration: flows.calibration,
        }
    }
}

/// Where no document gives the debt, only its change is rolled forward, and a rate shift counts on what the
/// scenario borrows beyond the plan; this is what it would have counted on the plan's own change.
fn shift_on_unknown_debt<A: Arithmetic>(flows: &YearFlows<A>, opening: Balances<A>) -> A::Kroner {
    let year = flows.year;
    match flows.plan {
        Some(plan) if !opening.debt.is_known() => {
            let on =
                |rate: A::Percent, name| rate.of_mean(plan.debt.opening, plan.debt.closing).named(name, year);
            let shift = on(flows.rates.average, Quantity::InterestOnPlannedDebt)
                - on(flows.rates.plan, Quantity::PlannedInterestOnDebt);
            shift.named(Quantity::ShiftOnUnknownDebt, year)
        }
        _ => A::Kroner::default(),
    }
}

/// What a year's investments need beyond the income tied to them.
struct Needs<K> {
    use_of_investment_fund: K,
    extra_repayment: K,
    /// What own funds and loans of the general budget pay for.
    to_finance: K,
    /// What self-cost areas borrow; neither a transfer from operations nor a grant pays for them.
    self_cost_loans: K,
    /// What they borrow for what the plan does not list.
    standing_self_cost_loans: K,
}

/// Income beyond the year's investments waits in the investment fund for later ones; but what a sale
/// brings beyond the need for loans pays debt at once.
///
/// Self-cost areas borrow what is invested in them. Where the data marks no project as self-cost, the plan is
/// taken to list none of theirs: in addition they borrow what their debt at the start is paid down by each
/// year, so that it stands.
fn needs<A: Arithmetic>(
    arithmetic: A,
    flows: &YearFlows<A>,
    opening: Balances<A>,
    paid: Instalments<A::Kroner>,
) -> Needs<A::Kroner> {
    let name = |amount: A::Kroner, quantity| amount.named(quantity, flows.year);
    let left = flows.investment.left_to_finance() - flows.investment.self_cost;
    let left = name(left, Quantity::LeftBeforeStanding);
    let standing = name(flows.standing_self_cost_loans, Quantity::StandingSelfCostLoans);
    let ordinary_left =
        name((opening.debt.amount().ordinary - paid.ordinary).at_least_zero(), Quantity::OrdinaryDebtLeft);
    let surplus = name((-left).at_least_zero(), Quantity::SurplusOfSales);
    let extra_repayment = surplus.smaller(flows.investment.extra_sales).smaller(ordinary_left);
    let extra_repayment = name(extra_repayment, Quantity::ExtraRepayment);
    let left = name(left + extra_repayment, Quantity::LeftToFinance);
    let drawn = arithmetic.either(left.is_negative(), || left, || left.smaller(opening.investment_fund));
    let use_of_investment_fund = name(drawn, Quantity::InvestmentFundDraw);
    Needs {
        use_of_investment_fund,
        extra_repayment,
        to_finance: name(left - use_of_investment_fund, Quantity::BorrowingNeed),
        self_cost_loans: name(flows.investment.self_cost, Quantity::SelfCostLoans),
        standing_self_cost_loans: standing,
    }
}

/// Rolls each class forward: opening + loans − instalments = closing.
fn debt_after<A: Arithmetic>(
    flows: &YearFlows<A>,
    opening: Balances<A>,
    paid: Instalments<A::Kroner>,
    ordinary_loans: A::Kroner,
    needs: &Needs<A::Kroner>,
) -> DebtByClass<A::Kroner> {
    let on_lending = flows.on_lending;
    DebtByClass {
        ordinary: opening.debt.amount().ordinary - paid.ordinary + ordinary_loans - needs.extra_repayment,
        self_cost: opening.debt.amount().self_cost - paid.self_cost
            + needs.self_cost_loans
            + needs.standing_self_cost_loans,
        on_lending: opening.debt.amount().on_lending + on_lending.loans - on_lending.instalments,
        unused_loans: opening.debt.amount().unused_loans,
    }
}

/// Markedets rente: the plan's rate moved with the market, never below zero.
fn market_rate<A: Arithmetic>(flows: &YearFlows<A>, plan_rate: A::Percent) -> A::Percent {
    (plan_rate + flows.rates.shift).at_least_zero().named(Quantity::MarketRate, flows.year)
}

/// Renter på merforbruk: an uncovered deficit is money that is not there, and costs the market's rate for the
/// whole year after it arose. What the plan itself had in its printed years is inside the printed lines.
///
/// `rate · (uncovered deficit(t−1) − the plan's, in a printed year)`
#[doc(alias = "likviditet")]
fn deficit_interest<A: Arithmetic>(
    case: Case<'_, A>,
    flows: &YearFlows<A>,
    opening: Balances<A>,
) -> A::Kroner {
    let year = flows.year;
    let in_print = match (flows.printed_finance, flows.plan) {
        (None, _) => None,
        (Some(_), Some(plan)) => Some(plan.deficit),
        (Some(_), None) => return case.zero(Quantity::DeficitInterest, year),
    };
    let deficit = in_print
        .map_or(opening.uncovered_deficit, |in_print| (opening.uncovered_deficit - in_print).at_least_zero());
    market_rate(flows, flows.rates.plan).of(deficit).named(Quantity::DeficitInterest, year)
}

/// What the plan's fund earned in the plan, which is inside the plan's own lines.
///
/// The fund's changed yield is `rate · mean fund − plan's rate · plan's mean fund`: the rate shift on the
/// average fund, and the rate on the difference in fund. Where no document gives the fund, only the
/// difference from the plan's counts.
fn fund_yield_in_plan<A: Arithmetic>(
    flows: &YearFlows<A>,
    plan: PlanYear<A>,
    market_rate: A::Percent,
    is_known: bool,
) -> A::Kroner {
    let follows = plan.fund_follows_market && is_known;
    let rate = if follows { plan.rate } else { market_rate };
    rate.of_mean(plan.fund.opening, plan.fund.closing).named(Quantity::FundYieldInPlan, flows.year)
}

/// Income that follows interest and instalments and is not in the printed lines: fees that follow the capital cost
/// of self-cost areas since the last printed year, the whole interest on what is lent on since then,
/// compensation, deposits.
fn recovered_interest<A: Arithmetic>(
    case: Case<'_, A>,
    flows: &YearFlows<A>,
    closing: DebtByClass<A::Kroner>,
    (opening, paid): (Balances<A>, Instalments<A::Kroner>),
) -> A::Kroner {
    let year = flows.year;
    let Some(printed) = flows.in_print else {
        return case.zero(Quantity::RecoveredInterest, year);
    };
    let own = Span { opening: opening.debt.amount().self_cost, closing: closing.self_cost };
    let now = (flows.rates.plan + flows.rates.shift).named(Quantity::CalculationRate, year);
    // Where the debt is unknown, a shift counts only on what the scenario borrows beyond the plan.
    let in_print = if opening.debt.is_known() { printed.rate } else { now };
    let fees = |rate, debt, paid, [interest, name]: [Quantity; 2]| {
        (debt::self_cost_interest::<A>(rate, debt).named(interest, year) + paid).named(name, year)
    };
    let fees = fees(now, own, paid.self_cost, [Quantity::SelfCostInterest, Quantity::SelfCostFees])
        - fees(
            in_print,
            printed.self_cost,
            printed.self_cost_instalments,
            [Quantity::SelfCostInterestInPrint, Quantity::SelfCostFeesInPrint],
        );
    if !opening.debt.is_known() {
        // What a rate costs is not known, so what it brings in is not counted alone.
        return fees.named(Quantity::RecoveredInterest, year);
    }
    let lent_on = Span { opening: opening.debt.amount().on_lending, closing: closing.on_lending };
    let hedges = debt::RateHedges::of::<A>(flows.rates.shift, lent_on, flows.hedged);
    let hedges = hedges.on_lending.named(Quantity::OnLendingHedge, year)
        + hedges.hedged.named(Quantity::HedgeIncome, year);
    let on = |rate: A::Percent, lent: Span<A::Kroner>, name| {
        rate.of_mean(lent.opening, lent.closing).named(name, year)
    };
    let passed_on = on(flows.rates.plan, lent_on, Quantity::OnLendingInterest)
        - on(printed.rate, printed.on_lending, Quantity::OnLendingInterestInPrint);
    (fees + hedges + passed_on).named(Quantity::RecoveredInterest, year)
}
