//! Priser: the year's kroner against those of the first plan year.

use super::arithmetic::{Arithmetic, Factor, Money, Number, Rate, Source};
use super::case::Case;
use super::lever::Lever;
use super::quantity::Quantity;
use super::scenario::Prices;
use super::units::{Percent, Ratio, Year};

/// Prisindeks: one in fixed prices; in nominal prices what the deflator has come to since the first year.
pub(super) fn price_index<A: Arithmetic>(case: Case<'_, A>, year: Year) -> A::Ratio {
    let first_year = case.municipality.plan.first_year;
    let one = |year| case.given(Quantity::PriceIndex, year, Ratio::ONE, Source::Definition);
    let Some(deflator) = case.municipality.assumptions.deflator.as_ref() else { return one(year) };
    if case.scenario.basis.prices == Prices::AsPlanned || year <= first_year {
        return one(year);
    }
    let years = case.municipality.years().skip(1).take_while(|met| *met <= year);
    years.fold(one(first_year), |index, met| {
        let growth = case.at_or_last(Quantity::Deflator, met, Some(deflator));
        index.and_then(growth).named(Quantity::PriceIndex, met)
    })
}

/// Byggepriser: what the lever *Prisvekst* makes building dearer by since the first year; nothing where it is
/// not moved.
pub(super) fn construction<A: Arithmetic>(case: Case<'_, A>, year: Year) -> Option<A::Ratio> {
    let growth = case.lever_percent(Lever::PriceGrowth);
    let years = year.since(case.municipality.plan.first_year).max(0);
    let is_moved = A::KEEPS_UNMOVED || growth.plain() != Percent::ZERO;
    is_moved.then(|| growth.compounded(years).named(Quantity::ConstructionPrices, year))
}

/// An amount in the year's prices.
pub(super) fn inflated<A: Arithmetic>(amount: A::Kroner, index: A::Ratio) -> A::Kroner {
    // In fixed prices there is nothing to multiply by, and no trace of it.
    if index.plain() == Ratio::ONE { amount } else { amount.times(index) }
}
