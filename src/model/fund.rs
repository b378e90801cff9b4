//! Disponering: what happens to a year's result, in the order the law sets.

use super::units::Kroner;

/// What a year starts with and must aim for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// Disposisjonsfond at the start of the year; without limit where no document gives it.
    pub fund: Option<Kroner>,
    /// Merforbruk from earlier years that is not yet covered.
    pub uncovered_deficit: Kroner,
    /// Netto avsetning til bundne driftsfond as planned; it is not the council's to change.
    pub bound_funds: Kroner,
    /// Netto avsetning til disposisjonsfond as printed (use is negative), when it is printed.
    pub planned_allocation: Option<Kroner>,
    /// What the fund should hold at the end of the year, where no allocation is printed.
    pub fund_target: Kroner,
    /// The most that can be transferred to investment: what is printed, or what is to be financed where
    /// no allocation is printed.
    pub most_to_transfer: Kroner,
}

/// Disponering av netto driftsresultat: where the result goes.
#[doc(alias = "disponering")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Disposition {
    /// Overføring til investering.
    pub transfer_to_investment: Kroner,
    /// Netto avsetning til bundne driftsfond; negative when they are used.
    pub allocated_to_bound_funds: Kroner,
    /// Netto avsetning til disposisjonsfond; negative when the fund is used.
    pub allocated_to_fund: Kroner,
    /// Dekning av tidligere års merforbruk.
    pub deficit_covered: Kroner,
    /// Merforbruk: what is left uncovered when the fund is empty.
    pub new_deficit: Kroner,
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
/// # use handlingsrom::model::{fund::{dispose, Position}, units::Kroner};
/// let position = Position { fund: Some(Kroner::new(90)), fund_target: Kroner::new(100),
///     most_to_transfer: Kroner::new(500), ..Position::default() };
/// let use_of = dispose(Kroner::new(30), position);
/// assert_eq!(use_of.allocated_to_fund, Kroner::new(10));
/// assert_eq!(use_of.transfer_to_investment, Kroner::new(20));
/// let deficit = dispose(Kroner::new(-100), position);
/// assert_eq!((deficit.allocated_to_fund, deficit.new_deficit), (Kroner::new(-90), Kroner::new(10)));
/// let planned = Position { planned_allocation: Some(Kroner::new(-15)), ..position };
/// assert_eq!(dispose(Kroner::new(-10), planned).transfer_to_investment, Kroner::new(5));
/// ```
#[must_use]
pub fn dispose(result: Kroner, position: Position) -> Disposition {
    let free = result - position.bound_funds;
    let deficit_covered = free.at_least_zero().min(position.uncovered_deficit);
    let left = free - deficit_covered;
    let missing = match (position.planned_allocation, position.fund) {
        (Some(planned), _) => planned,
        (None, Some(fund)) => (position.fund_target - fund).at_least_zero(),
        (None, None) => left.at_least_zero(),
    };
    let most = match position.fund {
        // A transfer may not empty the fund below nothing.
        Some(fund) => position.most_to_transfer.min(left + fund),
        None => position.most_to_transfer,
    };
    let transfer_to_investment = (left - missing).min(most).at_least_zero();
    let to_fund = left - transfer_to_investment;
    let from_fund = match position.fund {
        Some(fund) if to_fund.is_negative() => (-to_fund).min(fund),
        _ => (-to_fund).at_least_zero(),
    };
    let allocated_to_fund = if to_fund.is_negative() { -from_fund } else { to_fund };
    Disposition {
        transfer_to_investment,
        allocated_to_bound_funds: position.bound_funds,
        allocated_to_fund,
        deficit_covered,
        new_deficit: allocated_to_fund - to_fund,
    }
}
