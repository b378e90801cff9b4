//! Gjeld: classes of debt, interest and instalments.

use super::arithmetic::{Arithmetic, Money, Number, Rate, Source};
use super::balance::{Balance, Span};
use super::case::Case;
use super::lever::Lever;
use super::municipality::{DebtDefinition, Municipality, SeriesFigure};
use super::quantity::Quantity;
use super::scenario::Scenario;
use super::units::{Kroner, Percent, Year, YearSeries};
use std::ops::{Add, Sub};

/// Lånegjeld by class at the end of a year. Each class rolls forward by its own loans and instalments.
#[doc(alias = "lånegjeld")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DebtByClass<K = Kroner> {
    /// Ordinær gjeld: what the general budget carries.
    pub ordinary: K,
    /// Selvkostgjeld: paid by users through fees.
    pub self_cost: K,
    /// Videreutlån: paid by those who borrowed.
    pub on_lending: K,
    /// Ubrukte lånemidler, deducted in net debt.
    pub unused_loans: K,
}

impl<K: Copy + Add<Output = K> + Sub<Output = K>> DebtByClass<K> {
    /// Brutto lånegjeld: everything that interest is paid on.
    #[doc(alias = "brutto lånegjeld")]
    #[must_use]
    pub fn gross(&self) -> K {
        self.ordinary + self.self_cost + self.on_lending
    }

    /// Gjeld uten videreutlån: what the municipality and its users pay down.
    #[must_use]
    pub fn own(&self) -> K {
        self.ordinary + self.self_cost
    }

    /// The debt a municipality measures.
    #[must_use]
    pub fn measured_as(&self, definition: DebtDefinition) -> K {
        match definition {
            DebtDefinition::Ordinary => self.ordinary,
            DebtDefinition::WithoutOnLending => self.own(),
            // What is lent on is outstanding lending of the same size.
            DebtDefinition::Net => self.own() - self.unused_loans,
            DebtDefinition::Gross => self.gross(),
        }
    }
}

/// Whether a document, or the user, gives the debt that the municipality measures.
#[must_use]
pub fn is_known(municipality: &Municipality, scenario: &Scenario) -> bool {
    municipality.opening.debt.is_some() || scenario.basis.debt.is_some()
}

/// The balances at the start of the first plan year; they stand in the year before. Where no document
/// gives the debt, only its change is counted; see [`is_known`].
#[must_use]
pub fn opening<A: Arithmetic>(case: Case<'_, A>) -> DebtByClass<A::Kroner> {
    let opening = &case.municipality.opening;
    let before = case.municipality.plan.first_year.plus(-1);
    let own = case.scenario.basis.debt;
    let ordinary = match (&opening.debt, own) {
        (Some(given), _) => case.figure(Quantity::OrdinaryDebt, before, given),
        (None, Some(own)) => case.given(Quantity::OrdinaryDebt, before, own, Source::UserFigure),
        (None, None) => case.given(Quantity::OrdinaryDebt, before, Kroner::ZERO, Source::Missing),
    };
    let on_lending = opening.on_lending.as_ref().map(|class| &class.debt);
    DebtByClass {
        ordinary,
        self_cost: case.figure_or_zero(Quantity::SelfCostDebt, before, opening.self_cost_debt.as_ref()),
        on_lending: case.figure_or_zero(Quantity::OnLendingDebt, before, on_lending),
        unused_loans: case.figure_or_zero(Quantity::UnusedLoans, before, opening.unused_loans.as_ref()),
    }
}

/// The same as a balance that is known or of which only the change is.
pub(super) fn opening_balance<A: Arithmetic>(case: Case<'_, A>) -> Balance<DebtByClass<A::Kroner>> {
    let debt = opening(case);
    if is_known(case.municipality, case.scenario) { Balance::Known(debt) } else { Balance::Change(debt) }
}

/// Avdrag: instalments of a year, a share of opening debt, never more than the debt.
///
/// ```
/// # use handlingsrom::model::{arithmetic::Plain, debt::instalments, units::{Kroner, Percent}};
/// # use rust_decimal::dec;
/// let paid = instalments::<Plain>(Percent::new(dec!(4.9)), Kroner::new(1_900_000_000));
/// assert_eq!(paid, Kroner::new(93_100_000));
/// ```
#[doc(alias = "avdrag")]
#[must_use]
pub fn instalments<A: Arithmetic>(share: A::Percent, opening_debt: A::Kroner) -> A::Kroner {
    share.of(opening_debt).smaller(opening_debt).at_least_zero()
}

/// Minimumsavdrag (kommuneloven § 14-18): what instalments may not be below.
///
/// `avskrivninger(t) · lånegjeld(t−1) / bokført verdi(t−1)`: opening balances, debt without on-lending.
/// Nothing where there is no depreciable asset. Checked against Molde 2020, note 7:
///
/// ```
/// # use handlingsrom::model::{arithmetic::Plain, debt::minimum_instalments, units::Kroner};
/// let least = minimum_instalments::<Plain>(Kroner::new(174_015_000), Kroner::new(4_047_013_000), Kroner::new(4_521_698_000));
/// assert_eq!(least.thousands().round(), 155_747.into());
/// ```
///
/// Not modelled: loans for church buildings, which may follow their own lifetime.
#[doc(alias = "minimumsavdrag")]
#[must_use]
pub fn minimum_instalments<A: Arithmetic>(
    depreciation: A::Kroner,
    opening_debt: A::Kroner,
    opening_book_value: A::Kroner,
) -> A::Kroner {
    // Nothing where there is no depreciable asset: a share of nothing is zero.
    let book_value = opening_book_value.at_least_zero();
    depreciation.times_share(opening_debt, book_value).smaller(opening_debt).at_least_zero()
}

/// Serielån: interest and instalment of one year of a loan with equal instalments.
///
/// `instalment = loan / years`, `interest = rate · (loan − instalments paid before)`. The year counts
/// from 1. KS-Konsulent's example for Øvre Eiker: 100 mill. at 4.5 % over 30 years costs 4.5 + 3.3 mill.
/// in the first year.
///
/// ```
/// # use handlingsrom::model::{debt::serial_loan, units::{Kroner, Percent}};
/// # use rust_decimal::dec;
/// let (interest, instalment) = serial_loan(Kroner::new(100_000_000), Percent::new(dec!(4.5)), 30, 1);
/// assert_eq!(interest, Kroner::new(4_500_000));
/// assert_eq!(instalment, Kroner::new(3_333_333));
/// ```
#[doc(alias = "serielån")]
#[must_use]
pub fn serial_loan(loan: Kroner, rate: Percent, years: u32, year: u32) -> (Kroner, Kroner) {
    let instalment = loan.divided_by(years);
    let paid: Kroner = (1..year.min(years.saturating_add(1))).map(|_| instalment).sum();
    let left = (loan - paid).at_least_zero();
    let due = if year >= years { left } else { instalment };
    (rate.of(left), if year > years { Kroner::ZERO } else { due })
}

/// Annuitetslån: interest and instalment of one year of a loan with equal yearly payments.
///
/// `payment = loan · rate / (1 − (1 + rate)^−years)`; interest is the rate on what is left.
///
/// ```
/// # use handlingsrom::model::{debt::annuity_loan, units::{Kroner, Percent}};
/// # use rust_decimal::dec;
/// let (interest, instalment) = annuity_loan(Kroner::new(100_000_000), Percent::new(dec!(4.5)), 30, 1);
/// assert_eq!(interest, Kroner::new(4_500_000));
/// assert_eq!(interest + instalment, Kroner::new(6_139_154));
/// ```
#[doc(alias = "annuitetslån")]
#[must_use]
pub fn annuity_loan(loan: Kroner, rate: Percent, years: u32, year: u32) -> (Kroner, Kroner) {
    let payment = rate.annuity_of(loan, years);
    let mut left = loan;
    for _ in 1..year {
        left = left - (payment - rate.of(left)).min(left);
    }
    let interest = rate.of(left);
    let instalment = if year >= years { left } else { (payment - interest).min(left) };
    (interest, instalment)
}

/// Markedsrenten: how far the market rate lies from the plan's in a year, percentage points.
///
/// The lever *Renter* plus what the user set for the year itself.
#[must_use]
pub fn market_rate_shift<A: Arithmetic>(case: Case<'_, A>, year: Year) -> A::Percent {
    let shift = case.lever_percent(Lever::InterestRate);
    let own: A::Percent = case.lever_in(year, Lever::RateInYear, case.scenario.rate_in(year));
    (shift + own).named(Quantity::MarketShift, year)
}

/// Planens snittrente: the average rate that the plan assumes; the last level stands.
pub(super) fn plan_rate<A: Arithmetic>(case: Case<'_, A>, year: Year) -> A::Percent {
    case.at_or_last(Quantity::PlanRate, year, Some(&case.municipality.assumptions.average_rate))
}

/// Snittrenten: what the municipality pays on its average debt each year of a scenario.
///
/// The plan's average rate plus the part of the market's shift that has reached the portfolio, never
/// below zero. The floating share φ follows at once; the fixed part matures evenly over T years:
///
/// `φ·Δ(t) + (1−φ)/T · (½Δ(t) + Δ(t−1) + … + Δ(t−T+1) + ½Δ(t−T))`
///
/// which for a constant shift is `Δ·(φ + (1−φ)·min(1, (t−½)/T))`. Where the data has the portfolio's own
/// maturities, the part that matures in year m takes `½Δ(m)` that year and `Δ(m)` after. New loans take
/// the same mix.
#[doc(alias = "snittrente")]
#[must_use]
pub fn average_rate<A: Arithmetic>(case: Case<'_, A>) -> YearSeries<A::Percent> {
    let municipality = case.municipality;
    let is_moved = case.scenario.get(Lever::InterestRate) != Lever::InterestRate.spec().plan
        || case.scenario.changes_single_rates();
    let rate_in = |year: Year| {
        let planned = plan_rate(case, year);
        if !A::KEEPS_UNMOVED && !is_moved {
            return planned;
        }
        let floating: A::Percent =
            case.figure(Quantity::FloatingShare, year, &municipality.assumptions.floating_share);
        let fixed = (A::Percent::hundred() - floating).named(Quantity::FixedShare, year);
        let reached = shift_of_fixed_loans(case, year).named(Quantity::ShiftReached, year);
        let passed_on =
            floating.of_percent(market_rate_shift(case, year)).named(Quantity::FloatingPart, year)
                + fixed.of_percent(reached).named(Quantity::FixedPart, year);
        (planned + passed_on).at_least_zero().named(Quantity::AverageRate, year)
    };
    YearSeries::new(municipality.plan.first_year, municipality.years().map(rate_in).collect())
}

/// How much of the market's shift the fixed loans have met by the middle of a year, percentage points: by
/// the portfolio's own maturities where the data has them, otherwise by the ladder.
fn shift_of_fixed_loans<A: Arithmetic>(case: Case<'_, A>, year: Year) -> A::Percent {
    match &case.municipality.assumptions.fixed_maturities {
        Some(maturities) => matured_shift(case, maturities, year),
        None => ladder_shift(case, year),
    }
}

/// How much of the market's shift the fixed loans have met, by the portfolio's own maturities.
fn matured_shift<A: Arithmetic>(
    case: Case<'_, A>,
    maturities: &SeriesFigure<Percent>,
    year: Year,
) -> A::Percent {
    let matured = maturities.values.iter().filter(|(matures, _)| *matures <= year);
    matured
        .map(|(matures, share)| {
            let source = Source::File(&maturities.provenance);
            let share: A::Percent = case.given(Quantity::MaturingShare, matures, *share, source);
            let met = share.of_percent(market_rate_shift(case, matures));
            if matures == year { met.halved() } else { met }
        })
        .sum()
}

/// How much of the market's shift the fixed loans have met by the middle of a year, when as much matures
/// every year.
fn ladder_shift<A: Arithmetic>(case: Case<'_, A>, year: Year) -> A::Percent {
    let length = &case.municipality.assumptions.fixing_ladder_years;
    let rungs = i32::try_from(length.value).unwrap_or(i32::MAX);
    if rungs == 0 {
        return market_rate_shift(case, year);
    }
    let first_year = case.municipality.plan.first_year;
    let met = (0..=rungs).map(|back| year.plus(-back)).take_while(|met| *met >= first_year);
    // Each rung counts twice, but the half rungs at both ends once.
    let shifts: Vec<(A::Percent, u8)> = met
        .map(|met| {
            let halves = if met == year || year.since(met) == rungs { 1 } else { 2 };
            (market_rate_shift(case, met), halves)
        })
        .collect();
    let source = Source::File(&length.provenance);
    A::Percent::ladder(&shifts, case.given(Quantity::FixingYears, year, rungs, source))
}

/// What earns the market's rate or is compensated at it, without what is lent on: rentekompensert gjeld and
/// bank deposits.
#[doc(alias = "rentekompensasjon")]
#[must_use]
pub fn hedged<A: Arithmetic>(case: Case<'_, A>, year: Year) -> A::Kroner {
    let opening = &case.municipality.opening;
    let compensated: A::Kroner =
        case.at_or_last(Quantity::CompensatedDebt, year, opening.compensated_debt.as_ref());
    let deposits: A::Kroner = case.figure_or_zero(Quantity::Deposits, year, opening.deposits.as_ref());
    (compensated + deposits).named(Quantity::Hedged, year)
}

/// What a rate shift brings back: interest on what is lent on, rentekompensasjon, and deposits.
///
/// `Δ · (mean videreutlån + rentekompensert gjeld + innskudd)`, at once and in full, as Lillehammer's own
/// stress test counts it. Self-cost comes back through [`self_cost_interest`].
///
/// ```
/// # use handlingsrom::model::{arithmetic::Plain, balance::Span, debt::RateHedges, units::{Kroner, Percent}};
/// # use rust_decimal::dec;
/// let lent_on = Span::unchanged(Kroner::new(833_100_000));
/// let back = RateHedges::of::<Plain>(Percent::new(dec!(2)), lent_on, Kroner::ZERO);
/// assert_eq!(back.on_lending, Kroner::new(16_662_000));
/// ```
#[doc(alias = "rentekompensasjon")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateHedges<K = Kroner> {
    /// Changed interest on what is lent on.
    pub on_lending: K,
    /// Changed interest on deposits and rentekompensert gjeld.
    pub hedged: K,
}

impl<K> RateHedges<K> {
    /// For a shift of the market rate, in percentage points.
    #[must_use]
    pub fn of<A: Arithmetic<Kroner = K>>(shift: A::Percent, lent_on: Span<K>, hedged: K) -> Self {
        let on_lending = shift.of_mean(lent_on.opening, lent_on.closing);
        Self { on_lending, hedged: shift.of(hedged) }
    }
}

/// Kalkylerenter: the interest that the fees of self-cost areas carry in a year.
///
/// `kalkylerente · mean debt`; the fees carry the instalments too. Kalkylerenten is the 5-year swap plus
/// 0.5 percentage points; it follows the market at once, so the shield is not perfect: the municipality
/// pays its own, slower rate. The model takes the plan's average rate as its level, and counts only what
/// the fees change by.
///
/// ```
/// # use handlingsrom::model::{arithmetic::Plain, balance::Span, debt::self_cost_interest};
/// # use handlingsrom::model::units::{Kroner, Percent};
/// # use rust_decimal::dec;
/// let debt = Span::unchanged(Kroner::new(1_407_100_000));
/// let at = |rate| self_cost_interest::<Plain>(Percent::new(rate), debt);
/// assert_eq!(at(dec!(7.3)) - at(dec!(5.3)), Kroner::new(28_142_000));
/// ```
#[doc(alias = "kalkylerente")]
#[must_use]
pub fn self_cost_interest<A: Arithmetic>(rate: A::Percent, debt: Span<A::Kroner>) -> A::Kroner {
    rate.at_least_zero().of_mean(debt.opening, debt.closing)
}
