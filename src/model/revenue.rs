//! Inntekter: brutto driftsinntekter.

use super::municipality::Municipality;
use super::units::{Kroner, Persons, Ratio, YearSeries};

/// Brutto driftsinntekter: all operating income (§ 5-6), the denominator of every fiscal rule.
///
/// `income(t) = income(first) · inhabitants(t) / inhabitants(first)`: income follows inhabitants, as in
/// Lier's own plan (Handlingsprogram 2025–2028, line 2821–2825). Fixed prices of the first plan year.
///
/// Not modelled: the income system's lag, its age weights, property tax.
#[doc(alias = "brutto driftsinntekter")]
#[must_use]
pub fn operating_revenue(
    municipality: &Municipality,
    inhabitants: &YearSeries<Persons>,
) -> YearSeries<Kroner> {
    let first_year = municipality.plan.first_year;
    let opening = municipality.opening.operating_revenue.value;
    let people_then = inhabitants.at(first_year);
    let follow = |year| opening.times(Ratio::between(inhabitants.at(year), people_then));
    YearSeries::new(first_year, municipality.years().map(follow).collect())
}
