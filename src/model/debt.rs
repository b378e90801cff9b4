//! Gjeld: interest and instalments.

use super::input::InputId;
use super::municipality::Municipality;
use super::scenario::Scenario;
use super::units::{Kroner, Percent, Year, YearSeries};

/// Avdrag: instalments of a year, a share of opening debt, never more than the debt.
///
/// ```
/// # use handlingsrom::model::{debt::instalments, units::{Kroner, Percent}};
/// # use rust_decimal::dec;
/// let paid = instalments(Percent::new(dec!(4.9)), Kroner::new(1_900_000_000));
/// assert_eq!(paid, Kroner::new(93_100_000));
/// ```
///
/// Not modelled: minimumsavdrag (kommuneloven § 14-18), which needs depreciation and book values.
#[doc(alias = "avdrag")]
#[must_use]
pub fn instalments(share: Percent, opening_debt: Kroner) -> Kroner {
    share.of(opening_debt).min(opening_debt).at_least_zero()
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
/// which for a constant shift is `Δ·(φ + (1−φ)·min(1, (t−½)/T))`. New loans take the same mix.
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
        let passed_on = floating.of_percent(market_rate_shift(scenario, year))
            + fixed.of_percent(ladder_shift(municipality, scenario, year));
        (assumptions.average_rate.values.at_or_last(year) + passed_on).max(Percent::ZERO)
    };
    YearSeries::new(first_year, municipality.years().map(rate_in).collect())
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
