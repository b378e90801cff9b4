//! Disponering: what happens to a year's result, in the order the law sets.

use super::arithmetic::{Arithmetic, Money, Number};
use super::quantity::Quantity;
use super::units::{Kroner, Year};

/// What a year starts with and must aim for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position<K = Kroner> {
    /// Disposisjonsfond at the start of the year; without limit where no document gives it.
    pub fund: Option<K>,
    /// Merforbruk from earlier years that is not yet covered.
    pub uncovered_deficit: K,
    /// Netto avsetning til bundne driftsfond as planned; it is not the council's to change.
    pub bound_funds: K,
    /// Netto avsetning til disposisjonsfond as printed (use is negative), when it is printed.
    pub planned_allocation: Option<K>,
    /// What the fund should hold at the end of the year, where no allocation is printed.
    pub fund_target: K,
    /// The most that can be transferred to investment: what is printed, or what is to be financed where
    /// no allocation is printed.
    pub most_to_transfer: K,
}

/// Disponering av netto driftsresultat: where the result goes.
#[doc(alias = "disponering")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Disposition<K = Kroner> {
    /// Overføring til investering.
    #[doc(alias = "overføring til investering")]
    pub transfer_to_investment: K,
    /// Netto avsetning til bundne driftsfond; negative when they are used.
    pub allocated_to_bound_funds: K,
    /// Netto avsetning til disposisjonsfond; negative when the fund is used.
    pub allocated_to_fund: K,
    /// Dekning av tidligere års merforbruk.
    #[doc(alias = "dekning av tidligere års merforbruk")]
    pub deficit_covered: K,
    /// Merforbruk: what is left uncovered when the fund is empty.
    pub new_deficit: K,
}

/// Disposes of a result in the law's order (budsjett- og regnskapsforskriften ch. 4; kommuneloven
/// § 14-11): bound funds first, then earlier deficits, then the planned allocation or what the fund
/// lacks of its target, then investments; what they do not need goes to the fund, as the
/// regulation says of mindreforbruk. When the result does
/// not reach, the transfer is cut first, then the fund is used; the rest is merforbruk, carried on.
///
/// Not modelled: that a deficit must be covered within two years (it is covered as soon as there is a
/// surplus; the projection carries a notice when that is too late).
///
/// ```
/// # use handlingsrom::model::{arithmetic::Plain, fund::{Position, dispose}, units::{Kroner, Year}};
/// let position = Position { fund: Some(Kroner::new(90)), fund_target: Kroner::new(100),
///     most_to_transfer: Kroner::new(500), ..Position::default() };
/// let dispose = |result, position| dispose(Plain, Kroner::new(result), position, Year(2025));
/// let use_of = dispose(30, position);
/// assert_eq!(use_of.allocated_to_fund, Kroner::new(10));
/// assert_eq!(use_of.transfer_to_investment, Kroner::new(20));
/// let deficit = dispose(-100, position);
/// assert_eq!((deficit.allocated_to_fund, deficit.new_deficit), (Kroner::new(-90), Kroner::new(10)));
/// let planned = Position { planned_allocation: Some(Kroner::new(-15)), ..position };
/// assert_eq!(dispose(-10, planned).transfer_to_investment, Kroner::new(5));
/// ```
#[must_use]
pub fn dispose<A: Arithmetic>(
    arithmetic: A,
    result: A::Kroner,
    position: Position<A::Kroner>,
    year: Year,
) -> Disposition<A::Kroner> {
    let name = |amount: A::Kroner, quantity| amount.named(quantity, year);
    let free = result - position.bound_funds;
    let free_result = name(free.at_least_zero(), Quantity::FreeResult);
    let deficit_covered = name(free_result.smaller(position.uncovered_deficit), Quantity::DeficitCovered);
    let left = name(free - deficit_covered, Quantity::ResultLeft);
    let missing = match (position.planned_allocation, position.fund) {
        (Some(planned), _) => planned,
        (None, Some(fund)) => name((position.fund_target - fund).at_least_zero(), Quantity::FundNeed),
        (None, None) => name(left.at_least_zero(), Quantity::FundNeed),
    };
    let most = match position.fund {
        // A transfer may not empty the fund below nothing.
        Some(fund) => position.most_to_transfer.smaller(name(left + fund, Quantity::LeftWithFund)),
        None => position.most_to_transfer,
    };
    let for_investment = name(left - missing, Quantity::LeftForInvestment);
    let transfer_to_investment = name(for_investment.smaller(most).at_least_zero(), Quantity::Transfer);
    let to_fund = name(left - transfer_to_investment, Quantity::LeftForFund);
    let allocated_to_fund = arithmetic.either(
        to_fund.is_negative(),
        || match position.fund {
            Some(fund) => -(-to_fund).smaller(fund),
            None => to_fund,
        },
        || to_fund,
    );
    let allocated_to_fund = name(allocated_to_fund, Quantity::Allocation);
    Disposition {
        transfer_to_investment,
        allocated_to_bound_funds: position.bound_funds,
        allocated_to_fund,
        deficit_covered,
        new_deficit: name(allocated_to_fund - to_fund, Quantity::NewDeficit),
    }
}
