//! Avdrag: what is paid down in a year, by whom, and the least the law allows.

use super::arithmetic::{Arithmetic, Money, Number, Rate};
use super::booking::Balances;
use super::case::Case;
use super::debt;
use super::flows::{YearFlows, instalment_share};
use super::quantity::Quantity;

/// Avdrag of a year: all of it, what self-cost areas pay, and the least the law allows.
#[derive(Clone, Copy)]
pub(super) struct Instalments<K> {
    pub(super) total: K,
    pub(super) ordinary: K,
    pub(super) self_cost: K,
    pub(super) minimum: Option<K>,
}

/// Avdrag: the municipality's share of opening debt and what print differs by, never below minimumsavdrag
/// where the data has what it needs, and never more than the debt. Where print lies under minimumsavdrag, the
/// floor of that year does too. Self-cost areas pay their share whatever the rest comes to;
/// in a printed year no more than is printed.
pub(super) fn instalments<A: Arithmetic>(
    case: Case<'_, A>,
    flows: &YearFlows<A>,
    opening: Balances<A>,
) -> Instalments<A::Kroner> {
    let year = flows.year;
    let debt = opening.debt.amount();
    let minimum = minimum(flows, opening);
    let due = instalments_by_share(case, flows, opening) + flows.calibration.instalments;
    let floor =
        minimum.map(|least| (least - flows.calibration.below_minimum).named(Quantity::InstalmentFloor, year));
    let due = floor.map_or(due, |floor| due.larger(floor)).named(Quantity::AllInstalmentsDue, year);
    let by_share = instalment_share(case).of(debt.self_cost);
    let by_share = match flows.printed_finance {
        Some(printed) => by_share.smaller(printed.instalments),
        None => by_share,
    };
    // Where the ordinary debt is paid down, the rest of the minimum falls on the self-cost debt.
    let self_cost =
        floor.map_or(by_share, |floor| by_share.larger((floor - debt.ordinary).smaller(debt.self_cost)));
    let self_cost = self_cost.named(Quantity::SelfCostInstalments, year);
    let due = (due - self_cost).at_least_zero().named(Quantity::InstalmentsDue, year);
    let ordinary = if opening.debt.is_known() { due.smaller(debt.ordinary) } else { due };
    let ordinary = ordinary.named(Quantity::OrdinaryInstalments, year);
    Instalments {
        total: (ordinary + self_cost).named(Quantity::Instalments, year),
        ordinary,
        self_cost,
        minimum,
    }
}

/// The municipality's share of opening debt. Where the debt is not known, only its change counts, and that may
/// be negative.
pub(super) fn instalments_by_share<A: Arithmetic>(
    case: Case<'_, A>,
    flows: &YearFlows<A>,
    opening: Balances<A>,
) -> A::Kroner {
    let year = flows.year;
    let share = instalment_share(case);
    let own_debt = opening.debt.amount().own().named(Quantity::OwnDebt, year.plus(-1));
    let by_share =
        if opening.debt.is_known() { debt::instalments::<A>(share, own_debt) } else { share.of(own_debt) };
    by_share.named(Quantity::InstalmentsByShare, year)
}

/// Minimumsavdrag, where debt, book value and depreciation are all given.
pub(super) fn minimum<A: Arithmetic>(flows: &YearFlows<A>, opening: Balances<A>) -> Option<A::Kroner> {
    let own_debt = opening.debt.amount().own().named(Quantity::OwnDebt, flows.year.plus(-1));
    let book_value = opening.book_value.filter(|_| opening.debt.is_known())?;
    let least = debt::minimum_instalments::<A>(flows.depreciation.charged, own_debt, book_value);
    Some(least.named(Quantity::MinimumInstalments, flows.year))
}
