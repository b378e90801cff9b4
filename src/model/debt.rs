//! Gjeld: classes of debt, interest and instalments.

use super::input::InputId;
use super::municipality::{DebtDefinition, Municipality, SeriesFigure, or_default};
use super::scenario::Scenario;
use super::units::{Kroner, Percent, Year, YearSeries};

/// Lånegjeld by class at the end of a year. Each class rolls forward by its own loans and instalments.
#[doc(alias = "lånegjeld")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DebtByClass {
    /// Ordinær gjeld: what the general budget carries.
    pub ordinary: Kroner,
    /// Selvkostgjeld: paid by users through fees.
    pub self_cost: Kroner,
    /// Videreutlån: paid by those who borrowed.
    pub on_lending: Kroner,
    /// Ubrukte lånemidler, deducted in net debt.
    pub unused_loans: Kroner,
}

impl DebtByClass {
    /// Everything that interest is paid on.
    #[must_use]
    pub fn gross(&self) -> Kroner {
        self.ordinary + self.self_cost + self.on_lending
    }

    /// The debt a municipality measures.
    #[must_use]
    pub fn measured_as(&self, definition: DebtDefinition) -> Kroner {
        match definition {
            DebtDefinition::Ordinary => self.ordinary,
            DebtDefinition::WithoutOnLending => self.ordinary + self.self_cost,
            // What is lent on is outstanding lending of the same size.
            DebtDefinition::Net => self.ordinary + self.self_cost - self.unused_loans,
            DebtDefinition::Gross => self.gross(),
        }
    }
}

/// The balances of the first plan year; `None` for the measured debt where no document gives it.
#[must_use]
pub fn opening(municipality: &Municipality, scenario: &Scenario) -> (DebtByClass, bool) {
    let opening = &municipality.opening;
    let known = opening.debt.as_ref().map(|figure| figure.value).or(scenario.basis.debt);
    let classes = DebtByClass {
        ordinary: known.unwrap_or_default(),
        self_cost: or_default(opening.self_cost_debt.as_ref()),
        on_lending: opening.on_lending.as_ref().map(|class| class.debt.value).unwrap_or_default(),
        unused_loans: or_default(opening.unused_loans.as_ref()),
    };
    (classes, known.is_some())
}

/// Avdrag: instalments of a year, a share of opening debt, never more than the debt.
///
/// ```
/// # use handlingsrom::model::{debt::instalments, units::{Kroner, Percent}};
/// # use rust_decimal::dec;
/// let paid = instalments(Percent::new(dec!(4.9)), Kroner::new(1_900_000_000));
/// assert_eq!(paid, Kroner::new(93_100_000));
/// ```
#[doc(alias = "avdrag")]
#[must_use]
pub fn instalments(share: Percent, opening_debt: Kroner) -> Kroner {
    share.of(opening_debt).min(opening_debt).at_least_zero()
}

/// Minimumsavdrag (kommuneloven § 14-18): what instalments may not be below.
///
/// `avskrivninger(t) · lånegjeld(t−1) / bokført verdi(t−1)`: opening balances, debt without on-lending.
/// Nothing where there is no depreciable asset. Checked against Molde 2020, note 7:
///
/// ```
/// # use handlingsrom::model::{debt::minimum_instalments, units::Kroner};
/// let least = minimum_instalments(Kroner::new(174_015_000), Kroner::new(4_047_013_000), Kroner::new(4_521_698_000));
/// assert_eq!(least.thousands().round(), 155_747.into());
/// ```
///
/// Not modelled: loans for church buildings, which may follow their own lifetime.
#[doc(alias = "minimumsavdrag")]
#[must_use]
pub fn minimum_instalments(depreciation: Kroner, opening_debt: Kroner, opening_book_value: Kroner) -> Kroner {
    if opening_book_value <= Kroner::ZERO {
        return Kroner::ZERO;
    }
    depreciation
        .times_share(opening_debt, opening_book_value)
        .unwrap_or_default()
        .min(opening_debt)
        .at_least_zero()
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
pub fn market_rate_shift(scenario: &Scenario, year: Year) -> Percent {
    let own = scenario.rate_by_year.get(&year).copied().unwrap_or_default();
    Percent::new(scenario.get(InputId::InterestRate)) + own
}

/// Snittrenten: what the municipality pays on its average debt each year of a scenario.
///
/// The plan's average rate plus the part of the market's shift that has reached the portfolio, never
/// below nought. The floating share φ follows at once; the fixed part matures evenly over T years:
///
/// `φ·Δ(t) + (1−φ)/T · (½Δ(t) + Δ(t−1) + … + Δ(t−T+1) + ½Δ(t−T))`
///
/// which for a constant shift is `Δ·(φ + (1−φ)·min(1, (t−½)/T))`. Where the data has the portfolio's own
/// maturities, the part that matures in year m takes `½Δ(m)` that year and `Δ(m)` after. New loans take
/// the same mix.
#[doc(alias = "snittrente")]
#[must_use]
pub fn average_rate(municipality: &Municipality, scenario: &Scenario) -> YearSeries<Percent> {
    let assumptions = &municipality.assumptions;
    let floating = assumptions.floating_share.value;
    let fixed = Percent::HUNDRED - floating;
    let first_year = municipality.plan.first_year;
    if scenario.get(InputId::InterestRate) == InputId::InterestRate.spec().plan
        && scenario.rate_by_year.is_empty()
    {
        let planned = municipality.years().map(|year| assumptions.average_rate.values.at_or_last(year));
        return YearSeries::new(first_year, planned.collect());
    }
    let rate_in = |year: Year| {
        let reached = shift_of_fixed_loans(municipality, scenario, year);
        let passed_on = floating.of_percent(market_rate_shift(scenario, year)) + fixed.of_percent(reached);
        (assumptions.average_rate.values.at_or_last(year) + passed_on).max(Percent::ZERO)
    };
    YearSeries::new(first_year, municipality.years().map(rate_in).collect())
}

/// How much of the market's shift the fixed loans have met by the middle of a year, percentage points: by
/// the portfolio's own maturities where the data has them, otherwise by the ladder.
#[must_use]
pub fn shift_of_fixed_loans(municipality: &Municipality, scenario: &Scenario, year: Year) -> Percent {
    match &municipality.assumptions.fixed_maturities {
        Some(maturities) => matured_shift(maturities, scenario, year),
        None => ladder_shift(municipality, scenario, year),
    }
}

/// How much of the market's shift the fixed loans have met, by the portfolio's own maturities.
fn matured_shift(maturities: &SeriesFigure<Percent>, scenario: &Scenario, year: Year) -> Percent {
    let matured = maturities.values.iter().filter(|(matures, _)| *matures <= year);
    matured
        .map(|(matures, share)| {
            let met = share.of_percent(market_rate_shift(scenario, matures));
            if matures == year { met.divided_by(2) } else { met }
        })
        .sum()
}

/// How much of the market's shift the fixed loans have met by the middle of a year.
fn ladder_shift(municipality: &Municipality, scenario: &Scenario, year: Year) -> Percent {
    let length = municipality.assumptions.fixing_ladder_years.value;
    let rungs = i32::try_from(length).unwrap_or(i32::MAX);
    if rungs == 0 {
        return market_rate_shift(scenario, year);
    }
    let first_year = municipality.plan.first_year;
    let met = (0..=rungs).map(|back| year.plus(-back)).take_while(|met| *met >= first_year);
    // Each rung counts twice, but the half rungs at both ends once.
    let doubled: Percent = met
        .map(|met| {
            let shift = market_rate_shift(scenario, met);
            if met == year || year.since(met) == rungs { shift } else { shift + shift }
        })
        .sum();
    doubled.divided_by(length.saturating_mul(2))
}

/// What earns or is compensated at the market's rate, beside what is lent on: rentekompensert gjeld and
/// bank deposits.
#[doc(alias = "rentekompensasjon")]
#[must_use]
pub fn hedged(municipality: &Municipality, year: Year) -> Kroner {
    let opening = &municipality.opening;
    let compensated = opening.compensated_debt.as_ref().map(|basis| basis.values.at_or_last(year));
    compensated.unwrap_or_default() + or_default(opening.deposits.as_ref())
}

/// What a rate shift brings back: interest on what is lent on, rentekompensasjon, and deposits.
///
/// `Δ · (mean videreutlån + rentekompensert gjeld + innskudd)`, at once and in full, as Lillehammer's own
/// stress test counts it. Self-cost comes back through [`self_cost_recovery`].
///
/// ```
/// # use handlingsrom::model::{debt::rate_hedges, units::{Kroner, Percent}};
/// # use rust_decimal::dec;
/// let lent_on = Kroner::new(833_100_000);
/// let back = rate_hedges(Percent::new(dec!(2)), [lent_on, lent_on], Kroner::ZERO);
/// assert_eq!(back, Kroner::new(16_662_000));
/// ```
#[must_use]
pub fn rate_hedges(shift: Percent, lent_on: [Kroner; 2], hedged: Kroner) -> Kroner {
    if shift == Percent::ZERO {
        return Kroner::ZERO;
    }
    shift.of_mean(lent_on[0], lent_on[1]) + shift.of(hedged)
}

/// Selvkost: the fees that carry the capital cost of self-cost debt in a year.
///
/// `kalkylerente · mean debt + instalments`. Kalkylerenten is the 5-year swap plus 0.5 percentage points;
/// it follows the market at once, so the shield is not perfect: the municipality pays its own, slower
/// rate. The model takes the plan's average rate as its level, and counts only what the fees change by.
///
/// ```
/// # use handlingsrom::model::{debt::self_cost_recovery, units::{Kroner, Percent}};
/// # use rust_decimal::dec;
/// let debt = Kroner::new(1_407_100_000);
/// let at = |rate| self_cost_recovery(Percent::new(rate), [debt, debt, Kroner::ZERO]);
/// assert_eq!(at(dec!(7.3)) - at(dec!(5.3)), Kroner::new(28_142_000));
/// ```
#[doc(alias = "kalkylerente")]
#[must_use]
pub fn self_cost_recovery(rate: Percent, [open, close, paid]: [Kroner; 3]) -> Kroner {
    rate.max(Percent::ZERO).of_mean(open, close) + paid
}
