//! Strømmene: what each year brings before it is known how earlier results were used.

use super::account::{self, Calibration, FinancialIncome, PrintedYear};
use super::arithmetic::{Arithmetic, Money, Number, Rate, Source};
use super::balance::{Balance, Span};
use super::booking::GivenFinance;
use super::case::Case;
use super::debt;
use super::depreciation::Depreciation;
use super::fund::Position;
use super::investment::{self, InvestmentYear};
use super::lever::Lever;
use super::municipality::{Municipality, printed_until};
use super::population;
use super::prices::{inflated, price_index};
use super::programme::Programme;
use super::projection::{Programmed, Projection};
use super::quantity::Quantity;
use super::revenue::{self, Revenue};
use super::services;
use super::units::{Kroner, Year, YearSeries};
use super::year::YearResult;

/// Sammenligningsgrunnlag: what a projection takes its calibration and its comparison from.
#[derive(Clone, Copy)]
pub(super) enum Reference<'a, A: Arithmetic> {
    /// The printed account itself: the calibration is found.
    Print,
    /// The plan in fixed prices: the calibration is taken over.
    Calibration(&'a Projection<A>),
    /// The plan on the same basis: calibration, and what the fund and self-cost debt were in it.
    Plan(&'a Projection<A>),
}

impl<'a, A: Arithmetic> Reference<'a, A> {
    pub(super) fn projection(self) -> Option<&'a Projection<A>> {
        match self {
            Self::Print => None,
            Self::Calibration(projection) | Self::Plan(projection) => Some(projection),
        }
    }

    fn year(self, year: Year) -> Option<&'a YearResult<A>> {
        self.projection()?.years.get(year)
    }
}

/// What a year brings before it is known how the result is used.
pub(super) struct YearFlows<A: Arithmetic> {
    pub(super) year: Year,
    pub(super) price_index: A::Ratio,
    pub(super) inhabitants: Option<A::Persons>,
    pub(super) revenue: Revenue<A::Kroner>,
    pub(super) gross_revenue: Option<A::Kroner>,
    pub(super) operating_costs: A::Kroner,
    pub(super) depreciation: account::Depreciation<A::Kroner>,
    pub(super) financial_income: FinancialIncome<A::Kroner>,
    pub(super) rates: Rates<A::Percent>,
    pub(super) investment: InvestmentYear<A::Kroner>,
    pub(super) on_lending: OnLendingFlows<A::Kroner>,
    /// Rentekompensert gjeld and deposits: what the market's shift is earned on, without what is lent on.
    pub(super) hedged: A::Kroner,
    pub(super) position: Position<A::Kroner>,
    pub(super) calibration: Calibration<A::Kroner>,
    /// What self-cost areas borrow in addition to marked projects; nothing where the data marks any.
    pub(super) standing_self_cost_loans: A::Kroner,
    /// What the printed lines hold of self-cost areas and on-lending; `None` in the printed years of the plan.
    pub(super) in_print: Option<InPrint<A>>,
    /// What the plan's own year was, when there is a plan to compare with.
    pub(super) plan: Option<PlanYear<A>>,
    /// Renter og avdrag as printed.
    pub(super) printed_finance: Option<GivenFinance<A>>,
}

/// Rentene i et år, percent and percentage points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rates<P> {
    /// Snittrente of the scenario.
    pub(super) average: P,
    /// The plan's.
    pub(super) plan: P,
    /// How far the market lies from the plan's.
    pub(super) shift: P,
}

/// Videreutlån (§ 5-5): what is lent on in a year, and what comes back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OnLendingFlows<K = Kroner> {
    /// Bruk av lån til videreutlån.
    pub loans: K,
    /// Avdrag på lån til videreutlån.
    pub instalments: K,
}

/// The self-cost debt and the on-lending of a printed year, or of the last one, whose interest and fees are
/// inside the printed lines.
#[derive(Clone, Copy)]
pub(super) struct InPrint<A: Arithmetic> {
    pub(super) rate: A::Percent,
    pub(super) self_cost: Span<A::Kroner>,
    pub(super) self_cost_instalments: A::Kroner,
    pub(super) on_lending: Span<A::Kroner>,
}

impl<A: Arithmetic> InPrint<A> {
    pub(super) fn of(case: Case<'_, A>, printed: &YearResult<A>) -> Self {
        let (closing, paid) = (printed.debt_by_class.self_cost, printed.self_cost_instalments);
        let opening = closing + paid - printed.self_cost_loans - printed.standing_self_cost_loans;
        let (lent_on, flows) = (printed.debt_by_class.on_lending, printed.on_lending_flows);
        Self {
            rate: debt::plan_rate(case, printed.year),
            self_cost: Span { opening, closing },
            self_cost_instalments: paid,
            on_lending: Span { opening: lent_on + flows.instalments - flows.loans, closing: lent_on },
        }
    }
}

/// What a scenario's year is compared with: the result of the plan, its fund, and its debt.
#[derive(Clone, Copy)]
pub(super) struct PlanYear<A: Arithmetic> {
    pub(super) rate: A::Percent,
    pub(super) result: A::Kroner,
    /// The uncovered deficit at its start.
    pub(super) deficit: A::Kroner,
    pub(super) fund: Span<A::Kroner>,
    /// All debt; only its change where no document gives the debt.
    pub(super) debt: Span<A::Kroner>,
    pub(super) fund_follows_market: bool,
}

/// Disposisjonsfond at the start of the first year; it stands in the year before.
pub(super) fn opening_fund<A: Arithmetic>(case: Case<'_, A>) -> Balance<A::Kroner> {
    let (name, before) = (Quantity::DispositionFund, case.municipality.plan.first_year.plus(-1));
    match (&case.municipality.opening.disposition_fund, case.scenario.basis.disposition_fund) {
        (Some(printed), _) => Balance::Known(case.figure(name, before, printed)),
        (None, Some(own)) => Balance::Known(case.given(name, before, own, Source::UserFigure)),
        (None, None) => Balance::Change(case.given(name, before, Kroner::ZERO, Source::Missing)),
    }
}

/// What the whole projection rests on, computed once.
struct Foundation<A: Arithmetic> {
    inhabitants: Option<YearSeries<A::Persons>>,
    revenue: YearSeries<revenue::RevenueRule<A::Kroner>>,
    costs: YearSeries<A::Kroner>,
    rates: YearSeries<A::Percent>,
    investments: YearSeries<InvestmentYear<A::Kroner>>,
    depreciation: YearSeries<A::Kroner>,
    standing_self_cost_loans: A::Kroner,
    fund_target_share: A::Percent,
    own_dividends: A::Kroner,
}

/// Everything that does not depend on how earlier results were used, year by year.
pub(super) fn flows<A: Arithmetic>(
    case: Case<'_, A>,
    reference: Reference<'_, A>,
    programme: &Programme<'_, A>,
    programmed: &Programmed<A>,
) -> Vec<YearFlows<A>> {
    let inhabitants = population::inhabitants(case);
    let revenue = revenue::by_rule(case, inhabitants.as_ref());
    let foundation = Foundation {
        costs: services::operating_costs(case, programme, &revenue),
        rates: debt::average_rate(case),
        investments: investment::investments(case, programme, &programmed.planned),
        depreciation: depreciation(case, reference, &programmed.depreciation),
        standing_self_cost_loans: standing_self_cost_loans(case),
        fund_target_share: fund_target_share(case),
        own_dividends: case.lever_kroner(Lever::Dividends),
        inhabitants,
        revenue,
    };
    let mut calibration = Calibration::default();
    let mut in_year = |year: Year| {
        let printed = account::printed(case, year);
        calibration = match (reference.projection(), &printed) {
            (Some(_), _) => reference.year(year).map_or(calibration, |result| result.calibration),
            (None, Some(print)) => found::<A>(&foundation, print, year),
            (None, None) => carried::<A>(calibration, year),
        };
        year_flows(case, reference, &foundation, InYear { year, printed, calibration })
    };
    case.municipality.years().map(&mut in_year).collect()
}

/// Kalibreringen i et trykt år: what income and costs are printed with beyond the rules.
fn found<A: Arithmetic>(
    foundation: &Foundation<A>,
    print: &PrintedYear<A::Kroner>,
    year: Year,
) -> Calibration<A::Kroner> {
    let by_rule = foundation.revenue.at(year).lines;
    let costs = print.operating_costs - foundation.costs.at(year);
    Calibration {
        revenue: print
            .revenue
            .less(&by_rule)
            .each(|line, amount| amount.named(Quantity::RevenueCalibration(line), year)),
        operating_costs: costs.named(Quantity::CostCalibration, year),
        ..Calibration::default()
    }
}

/// After the last printed year the last calibration stands.
fn carried<A: Arithmetic>(last: Calibration<A::Kroner>, year: Year) -> Calibration<A::Kroner> {
    Calibration {
        revenue: last.revenue.each(|line, amount| amount.carried(Quantity::RevenueCalibration(line), year)),
        operating_costs: last.operating_costs.carried(Quantity::CostCalibration, year),
        ..last
    }
}

/// What print says of a year, and what it differs from the rules by.
struct InYear<K> {
    year: Year,
    printed: Option<PrintedYear<K>>,
    calibration: Calibration<K>,
}

fn year_flows<A: Arithmetic>(
    case: Case<'_, A>,
    reference: Reference<'_, A>,
    foundation: &Foundation<A>,
    in_year: InYear<A::Kroner>,
) -> YearFlows<A> {
    let InYear { year, printed, calibration } = in_year;
    let index = price_index(case, year);
    let inflate = |amount: A::Kroner| inflated::<A>(amount, index);
    let rule = foundation.revenue.at(year);
    let fixed = rule.lines.plus(&calibration.revenue);
    let revenue = fixed.each(|line, amount| {
        inflate(amount.named(Quantity::RevenueFixed(line), year)).named(Quantity::Revenue(line), year)
    });
    let gross_revenue = rule.gross.map(|gross| {
        let fixed = gross + calibration.revenue.total();
        inflate(fixed.named(Quantity::GrossRevenueFixed, year)).named(Quantity::GrossRevenue, year)
    });
    let costs =
        (foundation.costs.at(year) + calibration.operating_costs).named(Quantity::OperatingCostsFixed, year);
    let income = account::financial_income(case, foundation.own_dividends, year);
    YearFlows {
        year,
        price_index: index,
        inhabitants: foundation.inhabitants.as_ref().map(|people| people.at(year)),
        revenue,
        gross_revenue,
        operating_costs: inflate(costs).named(Quantity::OperatingCosts, year),
        depreciation: account::depreciation(case, year).charging(foundation.depreciation.at(year)),
        financial_income: FinancialIncome {
            dividends: inflate(income.dividends).named(Quantity::Dividends, year),
            ..income
        },
        rates: Rates {
            average: foundation.rates.at(year),
            plan: debt::plan_rate(case, year),
            shift: debt::market_rate_shift(case, year),
        },
        investment: foundation.investments.at(year).each(|line, amount| {
            let name = line.map_or(Quantity::ExtraSales, Quantity::Investment);
            inflate(amount).named(name, year)
        }),
        on_lending: on_lending(case, year),
        hedged: debt::hedged(case, year),
        position: position(
            case,
            printed.as_ref(),
            foundation.fund_target_share.of_rounded_up(gross_revenue.unwrap_or_else(|| revenue.total())),
            (year, index),
        ),
        calibration,
        standing_self_cost_loans: foundation.standing_self_cost_loans,
        in_print: in_print(case, reference, year),
        plan: plan_year(case, reference, year),
        printed_finance: printed
            .map(|print| GivenFinance { interest: print.interest, instalments: print.instalments }),
    }
}

/// Fondsmål: the share of income that the fund is built up to.
fn fund_target_share<A: Arithmetic>(case: Case<'_, A>) -> A::Percent {
    let year = case.municipality.plan.first_year;
    let planned: A::Percent =
        case.figure(Quantity::FileFundTarget, year, &case.municipality.assumptions.fund_target);
    let target = planned + case.lever_percent(Lever::FundTarget);
    target.at_least_zero().named(Quantity::FundTargetShare, year)
}

/// What the year's result is disposed of by, before balances are known. `target` is what the fund should
/// hold at the end of the year.
fn position<A: Arithmetic>(
    case: Case<'_, A>,
    printed: Option<&PrintedYear<A::Kroner>>,
    target: A::Kroner,
    (year, index): (Year, A::Ratio),
) -> Position<A::Kroner> {
    let inflate = |amount: A::Kroner| inflated::<A>(amount, index);
    let planned = printed.and_then(|print| print.allocated_to_fund);
    Position {
        bound_funds: inflate(account::bound_funds(case, year)).named(Quantity::BoundFunds, year),
        planned_allocation: planned.map(|amount| inflate(amount).named(Quantity::FundNeed, year)),
        fund_target: target.named(Quantity::FundTarget, year),
        most_to_transfer: match printed {
            Some(print) => inflate(print.transfer_to_investment).named(Quantity::MostToTransfer, year),
            None => A::Kroner::default(),
        },
        ..Position::default()
    }
}

/// Avskrivninger of each year: the plan's, and what the scenario builds more or less than it.
fn depreciation<A: Arithmetic>(
    case: Case<'_, A>,
    reference: Reference<'_, A>,
    own: &Depreciation<A>,
) -> YearSeries<A::Kroner> {
    let plan = reference.projection().map(|plan| &plan.programmed.depreciation);
    let in_year = |year: Year| {
        let charged = match plan {
            Some(plan) => {
                let added = own.built.at(year) - plan.built.at(year);
                (plan.standing.at(year) + added.named(Quantity::AddedDepreciation, year)).at_least_zero()
            }
            None => own.standing.at(year),
        };
        charged.named(Quantity::Depreciation, year)
    };
    YearSeries::new(case.municipality.plan.first_year, case.municipality.years().map(in_year).collect())
}

fn standing_self_cost_loans<A: Arithmetic>(case: Case<'_, A>) -> A::Kroner {
    let municipality = case.municipality;
    let is_planned = municipality.investments.projects.iter().any(|project| project.self_cost);
    let before = municipality.plan.first_year.plus(-1);
    match &municipality.opening.self_cost_debt {
        Some(debt) if !is_planned => {
            let debt: A::Kroner = case.figure(Quantity::SelfCostDebt, before, debt);
            let share = instalment_share(case);
            share.of(debt).named(Quantity::StandingByShare, municipality.plan.first_year)
        }
        _ => A::Kroner::default(),
    }
}

/// Avdragsandelen: instalments in percent of the debt at the start of the year.
pub(super) fn instalment_share<A: Arithmetic>(case: Case<'_, A>) -> A::Percent {
    let share = &case.municipality.assumptions.instalment_share;
    case.figure(Quantity::InstalmentShare, case.municipality.plan.first_year, share)
}

/// The last year of the printed account, or the first year where none is printed.
pub(super) fn last_printed(municipality: &Municipality) -> Year {
    municipality.account.as_ref().map_or(municipality.plan.first_year, printed_until)
}

fn on_lending<A: Arithmetic>(case: Case<'_, A>, year: Year) -> OnLendingFlows<A::Kroner> {
    let class = case.municipality.opening.on_lending.as_ref();
    OnLendingFlows {
        loans: case.at_or_last(Quantity::OnLendingLoans, year, class.and_then(|class| class.loans.as_ref())),
        instalments: case.at_or_last(
            Quantity::OnLendingInstalments,
            year,
            class.and_then(|class| class.instalments.as_ref()),
        ),
    }
}

fn in_print<A: Arithmetic>(case: Case<'_, A>, reference: Reference<'_, A>, year: Year) -> Option<InPrint<A>> {
    let plan = reference.projection()?;
    // Where the debt is unknown, interest and instalments stand in the plan, and so do the fees.
    let known = if debt::is_known(case.municipality, case.scenario) {
        year.min(last_printed(case.municipality))
    } else {
        year
    };
    Some(InPrint::of(case, plan.years.get(known)?))
}

fn plan_year<A: Arithmetic>(
    case: Case<'_, A>,
    reference: Reference<'_, A>,
    year: Year,
) -> Option<PlanYear<A>> {
    let Reference::Plan(plan) = reference else { return None };
    let result = plan.years.get(year)?;
    let before = plan.years.get(year.plus(-1));
    Some(PlanYear {
        rate: debt::plan_rate(case, year),
        result: result.net_operating_result,
        deficit: before.map_or_else(A::Kroner::default, |before| before.uncovered_deficit),
        fund: Span {
            opening: before.map_or_else(|| opening_fund(case), |before| before.disposition_fund).amount(),
            closing: result.disposition_fund.amount(),
        },
        debt: Span {
            opening: before.map_or_else(|| debt::opening(case), |before| before.debt_by_class).gross(),
            closing: result.debt_by_class.gross(),
        },
        // Deposits, where the data has them, are what earns the market rate; the fund is among them.
        fund_follows_market: case.municipality.opening.deposits.is_none(),
    })
}
