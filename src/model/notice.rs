//! Merknader: what a reader should know about a result, in the law's own terms.

use super::balance::Balance;
use super::case::Case;
use super::municipality::Municipality;
use super::projection::YearResult;
use super::scenario::Scenario;
use super::units::{Kroner, Percent, Year, YearSeries};
use super::{debt, programme};
use rust_decimal::Decimal;

/// A remark about a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Strykning: a planned transfer to investment is cut because the result does not reach.
    TransferCut {
        /// The first such year.
        year: Year,
    },
    /// Disposisjonsfondet er brukt opp.
    FundEmpty {
        /// The first year it is empty.
        year: Year,
    },
    /// Merforbruk: the fund was empty and the year ended in a deficit that must be covered.
    UncoveredDeficit {
        /// The first such year.
        year: Year,
    },
    /// The printed instalments lie under minimumsavdrag (kommuneloven § 14-18).
    BelowMinimum {
        /// The first such year.
        year: Year,
    },
    /// ROBEK: the budget or the plan of four years is adopted with a deficit (kommuneloven § 28-1 a and b).
    AdoptedWithDeficit {
        /// The first such year.
        year: Year,
    },
    /// ROBEK: a deficit is not covered within two years after it arose (kommuneloven § 28-1 c).
    NotCoveredInTwoYears {
        /// The year it should have been covered.
        year: Year,
    },
    /// ROBEK: the accumulated deficit is above 3 % of brutto driftsinntekter (kommuneloven § 28-1 d).
    Robek {
        /// The first such year.
        year: Year,
    },
    /// The rate is moved, but no document gives the debt: it counts only on what the scenario borrows.
    RateOnNewLoansOnly,
    /// A project is where another stops it from being.
    DependencyBroken {
        /// The project's name.
        project: String,
        /// Why it cannot be so.
        reason: String,
    },
}

/// What can be said of a projection.
pub(super) fn notices(
    municipality: &Municipality,
    scenario: &Scenario,
    years: &YearSeries<YearResult>,
) -> Vec<Notice> {
    let case = Case::plain(municipality, scenario);
    let first = |holds: &dyn Fn(&YearResult) -> bool| {
        years.iter().find(|(_, result)| holds(result)).map(|(year, _)| year)
    };
    let limit = Percent::new(Decimal::from(3));
    let planned_transfer = |year: Year| {
        super::account::printed(case, year).map_or(Kroner::ZERO, |print| print.transfer_to_investment)
    };
    let cut = first(&|result| {
        result.price_index == super::units::Ratio::ONE
            && result.disposition.transfer_to_investment < planned_transfer(result.year)
    });
    let empty = first(&|result| {
        result.disposition_fund == Balance::Known(Kroner::ZERO)
            && result.disposition.allocated_to_fund.is_negative()
    });
    let below = first(&|result| result.minimum_instalments.is_some_and(|least| result.instalments < least));
    let plan_period = municipality.plan.first_year.plus(3);
    let adopted =
        first(&|result| result.year <= plan_period && result.disposition.new_deficit > Kroner::ZERO);
    let deficit = first(&|result| result.uncovered_deficit > Kroner::ZERO);
    let robek = first(&|result| {
        result.gross_revenue.is_some_and(|income| result.uncovered_deficit > limit.of(income))
    });
    let broken = programme::broken_dependency(municipality, scenario);
    let rates_moved = years.iter().any(|(year, _)| debt::market_rate_shift(case, year) != Percent::ZERO);
    let only_new_loans = rates_moved && years.last().is_some_and(|result| !result.debt.is_known());
    cut.map(|year| Notice::TransferCut { year })
        .into_iter()
        .chain(below.map(|year| Notice::BelowMinimum { year }))
        .chain(empty.map(|year| Notice::FundEmpty { year }))
        .chain(deficit.map(|year| Notice::UncoveredDeficit { year }))
        .chain(adopted.map(|year| Notice::AdoptedWithDeficit { year }))
        .chain(late_cover(years).map(|year| Notice::NotCoveredInTwoYears { year }))
        .chain(robek.map(|year| Notice::Robek { year }))
        .chain(only_new_loans.then_some(Notice::RateOnNewLoansOnly))
        .chain(broken.map(|(project, reason)| Notice::DependencyBroken {
            project: project.short_name.clone(),
            reason: reason.to_owned(),
        }))
        .collect()
}

/// The first year in which a deficit should have been covered and is not: two years after it arose,
/// oldest first.
fn late_cover(years: &YearSeries<YearResult>) -> Option<Year> {
    years
        .iter()
        .find(|(year, result)| {
            // What arose in the last two years may still wait.
            let recent: Kroner = [0, -1]
                .into_iter()
                .filter_map(|back| years.get(year.plus(back)))
                .map(|earlier| earlier.disposition.new_deficit)
                .sum();
            result.uncovered_deficit > recent
        })
        .map(|(year, _)| year)
}
