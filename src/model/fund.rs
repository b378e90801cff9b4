//! Disponering: what happens to a year's result, in the order the law sets.

use super::units::Kroner;

/// What a year starts with and must aim for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// Disposisjonsfond at the start of the year.
    pub fund: Kroner,
    /// Merforbruk from earlier years that is not yet covered.
    pub uncovered_deficit: Kroner,
    /// What the fund should hold at the end of the year.
    pub fund_target: Kroner,
    /// The most that investments can take from operations.
    pub investments_to_finance: Kroner,
}

/// Disponering av netto driftsresultat: where the result goes.
#[doc(alias = "disponering")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Disposition {
    /// Overføring til investering.
    pub transfer_to_investment: Kroner,
    /// Netto avsetning til disposisjonsfond; negative when the fund is used.
    pub allocated_to_fund: Kroner,
    /// Dekning av tidligere års merforbruk.
    pub deficit_covered: Kroner,
    /// Merforbruk: what is left uncovered when the fund is empty.
    pub new_deficit: Kroner,
}

/// Disposes of a result: a surplus covers earlier deficits, then fills the fund to its target, then
/// goes to investments; what they do not need stays in the fund. A deficit cuts the transfer to
/// nothing, then uses the fund; the rest is merforbruk and is carried on.
///
/// Budsjett- og regnskapsforskriften ch. 4 (strykninger); kommuneloven § 14-11.
/// Not modelled: bundne fond; that a deficit must be covered within two years (it is covered as soon
/// as there is a surplus).
///
/// ```
/// # use handlingsrom::model::{fund::{dispose, Position}, units::Kroner};
/// let position = Position { fund: Kroner::new(90), fund_target: Kroner::new(100),
///     investments_to_finance: Kroner::new(500), ..Position::default() };
/// let use_of = dispose(Kroner::new(30), position);
/// assert_eq!(use_of.allocated_to_fund, Kroner::new(10));
/// assert_eq!(use_of.transfer_to_investment, Kroner::new(20));
/// let deficit = dispose(Kroner::new(-100), position);
/// assert_eq!((deficit.allocated_to_fund, deficit.new_deficit), (Kroner::new(-90), Kroner::new(10)));
/// ```
#[must_use]
pub fn dispose(result: Kroner, position: Position) -> Disposition {
    if result < Kroner::ZERO {
        let from_fund = (-result).min(position.fund);
        return Disposition {
            allocated_to_fund: -from_fund,
            new_deficit: -result - from_fund,
            ..Disposition::default()
        };
    }
    let deficit_covered = result.min(position.uncovered_deficit);
    let surplus = result - deficit_covered;
    let missing = (position.fund_target - position.fund).at_least_zero();
    let transfer_to_investment =
        (surplus - missing).at_least_zero().min(position.investments_to_finance.at_least_zero());
    Disposition {
        transfer_to_investment,
        allocated_to_fund: surplus - transfer_to_investment,
        deficit_covered,
        new_deficit: Kroner::ZERO,
    }
}
