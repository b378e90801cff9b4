//! Framskrivingen: the yearly recurrence that puts everything together.

use super::arithmetic::{Arithmetic, Number, Plain};
use super::booking::{Balances, GivenFinance, settle, with_finance};
use super::case::Case;
use super::debt;
use super::depreciation::{self, Depreciation};
use super::flows::{InPrint, Reference, YearFlows, flows, last_printed, opening_fund};
use super::investment::{self, InvestmentYear};
use super::municipality::{DebtDefinition, Indicator, Municipality};
pub use super::notice::Notice;
use super::notice::notices;
use super::programme::Programme;
use super::quantity::{Quantity, Side};
use super::scenario::{Prices, Scenario};
use super::trace::{Tape, Trace, Tracing};
use super::units::YearSeries;
pub use super::year::YearResult;

/// Framskriving: the yearly account of a municipality in a scenario.
#[doc(alias = "framskriving")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Projection<A: Arithmetic = Plain> {
    /// The account of each year.
    pub years: YearSeries<YearResult<A>>,
    /// What a reader should know about this result.
    pub notices: Vec<Notice>,
    /// What a scenario takes over from the plan, or is compared with.
    pub(super) programmed: Programmed<A>,
}

/// What follows from the investment programme before any year is booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Programmed<A: Arithmetic> {
    /// The lines of § 5-5 as planned, before levers.
    pub(super) planned: YearSeries<InvestmentYear<A::Kroner>>,
    /// Avskrivninger, before a scenario is compared with its plan.
    pub(super) depreciation: Depreciation<A>,
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
    with_notices(municipality, scenario, projected(Case::plain(municipality, scenario)))
}

/// The same as [`project`], for a caller that already has the plan's projection at hand.
///
/// `plan` must be `project(municipality, &scenario.plan_on_same_basis())`.
#[must_use]
pub fn project_with_plan(municipality: &Municipality, plan: &Projection, scenario: &Scenario) -> Projection {
    if scenario.is_plan() {
        plan.clone()
    } else {
        let projection = roll(Case::plain(municipality, scenario), Reference::Plan(plan));
        with_notices(municipality, scenario, projection)
    }
}

/// What can be said of plain numbers; a trace has no notices of its own.
fn with_notices(municipality: &Municipality, scenario: &Scenario, projection: Projection) -> Projection {
    Projection { notices: notices(municipality, scenario, &projection.years), ..projection }
}

/// Sporet av en framskriving: [`project`], with every number remembering how it was made.
///
/// ```
/// use handlingsrom::exchange::municipality_file;
/// use handlingsrom::model::quantity::{Place, Quantity, Side};
/// use handlingsrom::model::{projection::{project, trace}, scenario::Scenario, units::Year};
/// let lier = municipality_file::built_in("lier").expect("Lier comes with the program");
/// let trace = trace(lier, &Scenario::plan());
/// let place = Place { side: Side::Own, quantity: Quantity::Interest, year: Year(2028) };
/// let interest = trace.find(place).expect("every year has interest");
/// let plan = project(lier, &Scenario::plan());
/// let booked = plan.years.get(Year(2028)).expect("a plan year").interest;
/// assert_eq!(interest.value.kroner(), Some(booked));
/// ```
#[must_use]
pub fn trace(municipality: &Municipality, scenario: &Scenario) -> Trace {
    let tape = Tape::default();
    let projection = projected(Case { arithmetic: Tracing(&tape), municipality, scenario });
    // Sums that are not booked are taken down when they are asked for.
    for (_, year) in projection.years.iter() {
        let _ = (year.all_financial_income(), year.investment_ratio());
    }
    drop(projection);
    tape.into_trace()
}

/// The plan in fixed prices is the print. In nominal prices it follows from it: every line keeps what
/// print differed from the rule by, and grows with the deflator. A scenario is compared with the plan on
/// the same basis.
fn projected<A: Arithmetic>(case: Case<'_, A>) -> Projection<A> {
    let is_plan = case.scenario.is_plan();
    let is_print = case.scenario.basis.prices == Prices::AsPlanned;
    let side_of_plan = if is_plan { Side::Own } else { Side::Plan };
    let mut basis = case.scenario.plan_on_same_basis();
    let prices = std::mem::take(&mut basis.basis.prices);
    case.arithmetic.enter(if is_print { side_of_plan } else { Side::Print });
    let printed = roll(case.with(&basis), Reference::Print);
    case.arithmetic.enter(side_of_plan);
    basis.basis.prices = prices;
    let plan = if is_print { printed } else { roll(case.with(&basis), Reference::Calibration(&printed)) };
    if is_plan {
        return plan;
    }
    case.arithmetic.enter(Side::Own);
    roll(case, Reference::Plan(&plan))
}

fn roll<A: Arithmetic>(case: Case<'_, A>, reference: Reference<'_, A>) -> Projection<A> {
    let municipality = case.municipality;
    let programme = Programme::of(case);
    let programmed = programmed(case, reference, &programme);
    let year_flows = flows(case, reference, &programme, &programmed);
    let mut balances = opening_balances(case);
    let definition = municipality
        .rule_for(Indicator::DebtRatio)
        .map_or_else(DebtDefinition::default, |rule| rule.debt_definition);
    let mut years: Vec<YearResult<A>> = Vec::with_capacity(municipality.plan.year_count);
    let mut in_print = None;
    for mut flows in year_flows {
        flows.in_print = flows.in_print.or(in_print);
        let result = match (reference, flows.printed_finance) {
            (Reference::Print, Some(given)) => with_finance(case, &mut flows, balances, given),
            (Reference::Print, None) => after_print(case, &mut flows, balances, years.last()),
            _ => settle(case, &flows, balances),
        };
        let result = measured(result, definition);
        balances = closing_balances(&result, balances);
        if balances.debt.is_known() && result.year == last_printed(municipality) {
            in_print = Some(InPrint::of(case, &result));
        }
        years.push(result);
    }
    let years = YearSeries::new(municipality.plan.first_year, years);
    Projection { notices: Vec::new(), years, programmed }
}

/// The plan's own where nothing differs from it.
fn programmed<A: Arithmetic>(
    case: Case<'_, A>,
    reference: Reference<'_, A>,
    programme: &Programme<'_, A>,
) -> Programmed<A> {
    let of_plan = reference.projection().map(|plan| &plan.programmed).filter(|_| !A::KEEPS_UNMOVED);
    let planned = of_plan.map_or_else(|| investment::planned(case), |plan| plan.planned.clone());
    let as_planned = programme.is_as_planned(case);
    let depreciation = match (of_plan, reference) {
        (Some(plan), Reference::Plan(_)) if as_planned => plan.depreciation.clone(),
        (of_plan, _) => Depreciation {
            standing: match of_plan {
                Some(plan) => plan.depreciation.standing.clone(),
                None => depreciation::standing(case, programme, &planned),
            },
            built: depreciation::of_programme(case, programme, None),
        },
    };
    Programmed { planned, depreciation }
}

/// The balances that the first plan year starts with.
fn opening_balances<A: Arithmetic>(case: Case<'_, A>) -> Balances<A> {
    let before = case.municipality.plan.first_year.plus(-1);
    let book_value = case.municipality.opening.book_value.as_ref();
    Balances {
        debt: debt::opening_balance(case),
        fund: opening_fund(case),
        uncovered_deficit: case.zero(Quantity::UncoveredDeficit, before),
        investment_fund: case.zero(Quantity::InvestmentFund, before),
        book_value: book_value
            .filter(|_| depreciation::is_given(case))
            .map(|value| case.figure(Quantity::BookValue, before, value)),
    }
}

/// What a year leaves to the next.
fn closing_balances<A: Arithmetic>(result: &YearResult<A>, opening: Balances<A>) -> Balances<A> {
    Balances {
        debt: opening.debt.with(result.debt_by_class),
        fund: result.disposition_fund,
        uncovered_deficit: result.uncovered_deficit,
        investment_fund: result.investment_fund,
        book_value: opening.book_value.map(|_| result.book_value),
    }
}

/// The year with its debt as the municipality measures it, and its result as the sum of its lines.
fn measured<A: Arithmetic>(result: YearResult<A>, definition: DebtDefinition) -> YearResult<A> {
    let debt = result.debt_by_class.measured_as(definition).named(Quantity::Debt, result.year);
    let mut result = YearResult { debt: result.debt.with(debt), ..result };
    if A::KEEPS_UNMOVED {
        // The lines of § 5-4 sum to the result that the year was booked with.
        let lines = result.gross_operating_result() + result.depreciation_reversed() + result.net_finance();
        result.net_operating_result = lines.named(Quantity::NetOperatingResult, result.year);
        let _ = result.debt_by_class.gross().named(Quantity::GrossDebt, result.year);
        let _ = Indicator::ALL.map(|indicator| result.ratio(indicator));
    }
    result
}

/// Books a year of the plan after the last printed one: what print differed by stands. Where no document
/// gives the debt, interest and instalments stand as they were last printed, since nothing else is known.
fn after_print<A: Arithmetic>(
    case: Case<'_, A>,
    flows: &mut YearFlows<A>,
    balances: Balances<A>,
    last: Option<&YearResult<A>>,
) -> YearResult<A> {
    let year = flows.year;
    let Some(last) = last else { return settle(case, flows, balances) };
    if !balances.debt.is_known() {
        let standing = GivenFinance { interest: last.interest, instalments: last.instalments };
        return with_finance(case, flows, balances, standing);
    }
    let calibration = &mut flows.calibration;
    calibration.interest = last.calibration.interest.carried(Quantity::InterestCalibration, year);
    calibration.instalments = last.calibration.instalments.carried(Quantity::InstalmentCalibration, year);
    settle(case, flows, balances)
}
