//! Kontoen: the printed account of a year, and what print differs from the rules by.

use super::arithmetic::{Arithmetic, Money, Number, Source};
use super::case::Case;
use super::municipality::{OperatingAccount, printed_until};
use super::quantity::{Quantity, RevenueLine};
use super::revenue::{Revenue, account_line};
use super::units::{Kroner, Year};
use std::ops::Add;

/// Trykt år: the lines of § 5-4 that a document prints for one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PrintedYear<K = Kroner> {
    pub revenue: Revenue<K>,
    pub operating_costs: K,
    pub interest: K,
    pub instalments: K,
    pub transfer_to_investment: K,
    pub allocated_to_fund: Option<K>,
}

/// Kalibrering: what a printed line differs from the rule by. It stands after the last printed year, so
/// that nothing jumps where print ends, and never changes with a scenario.
#[doc(alias = "kalibrering")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Calibration<K = Kroner> {
    /// On each line of income.
    pub revenue: Revenue<K>,
    /// On running costs.
    pub operating_costs: K,
    /// On interest.
    pub interest: K,
    /// On instalments.
    pub instalments: K,
    /// What the printed instalments of the year lie under minimumsavdrag by; nothing after print.
    pub below_minimum: K,
}

/// Finansinntekter of a year: the lines that stand as printed unless a lever moves them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FinancialIncome<K = Kroner> {
    /// Renteinntekter.
    #[doc(alias = "renteinntekter")]
    pub interest: K,
    /// Utbytter.
    #[doc(alias = "utbytter")]
    pub dividends: K,
    /// Gevinster og tap på finansielle omløpsmidler.
    #[doc(alias = "gevinster og tap på finansielle omløpsmidler")]
    pub gains: K,
}

impl<K: Copy + Add<Output = K>> FinancialIncome<K> {
    /// Their sum.
    #[must_use]
    pub fn total(&self) -> K {
        self.interest + self.dividends + self.gains
    }
}

/// The printed account of a year; `None` after the last printed year, or where no account is printed.
fn printed_account<A>(case: Case<'_, A>, year: Year) -> Option<&OperatingAccount> {
    case.municipality.account.as_ref().filter(|account| year <= printed_until(account))
}

/// The printed lines of a year; `None` after the last printed year, or where no account is printed.
pub(super) fn printed<A: Arithmetic>(case: Case<'_, A>, year: Year) -> Option<PrintedYear<A::Kroner>> {
    let account = printed_account(case, year)?;
    Some(PrintedYear {
        revenue: Revenue::default().each(|line, _| match line {
            RevenueLine::Undivided => A::Kroner::default(),
            _ => case.at(Quantity::PrintedRevenue(line), year, account_line(account, line)),
        }),
        operating_costs: case.at(Quantity::PrintedCosts, year, Some(&account.appropriations)),
        interest: case.at(Quantity::PrintedInterest, year, Some(&account.interest)),
        instalments: case.at(Quantity::PrintedInstalments, year, Some(&account.instalments)),
        transfer_to_investment: case.at(
            Quantity::PrintedTransfer,
            year,
            account.transfer_to_investment.as_ref(),
        ),
        allocated_to_fund: allocated_to_fund(case, account, year),
    })
}

/// Netto avsetning til disposisjonsfond as printed. Where only the transfer is, the fund takes the rest of
/// the result; where neither is, the rules decide.
fn allocated_to_fund<A: Arithmetic>(
    case: Case<'_, A>,
    account: &OperatingAccount,
    year: Year,
) -> Option<A::Kroner> {
    let name = Quantity::PrintedAllocation;
    if let Some(fund) = &account.disposition_fund {
        return Some(case.at(name, year, Some(fund)));
    }
    let transfer = account.transfer_to_investment.as_ref()?;
    let bound = account.bound_funds.as_ref().map(|line| line.values.at(year)).unwrap_or_default();
    let rest = account.result_in(year) - bound - transfer.values.at(year);
    Some(case.given(name, year, rest, Source::File(&transfer.provenance)))
}

/// Finansinntekter as printed; after the last printed year the last level stands. Dividends take their
/// lever from the second year on, and are never below zero.
pub(super) fn financial_income<A: Arithmetic>(
    case: Case<'_, A>,
    own_dividends: A::Kroner,
    year: Year,
) -> FinancialIncome<A::Kroner> {
    let account = case.municipality.account.as_ref();
    let printed: A::Kroner = case.at_or_last(
        Quantity::PrintedDividends,
        year,
        account.and_then(|account| account.dividends.as_ref()),
    );
    let dividends = if year > case.municipality.plan.first_year {
        (printed + own_dividends).at_least_zero()
    } else {
        printed
    };
    FinancialIncome {
        interest: case.at_or_last(
            Quantity::InterestIncome,
            year,
            account.and_then(|account| account.interest_income.as_ref()),
        ),
        dividends: dividends.named(Quantity::DividendsFixed, year),
        gains: case.at_or_last(Quantity::Gains, year, account.and_then(|account| account.gains.as_ref())),
    }
}

/// Avskrivninger as printed, and how much more or less the line Motpost avskrivninger takes back.
pub(super) fn depreciation<A: Arithmetic>(case: Case<'_, A>, year: Year) -> Depreciation<A::Kroner> {
    let account = case.municipality.account.as_ref();
    let charged: A::Kroner = case.at_or_last(
        Quantity::PrintedDepreciation,
        year,
        account.and_then(|account| account.depreciation.as_ref()),
    );
    let reversed = account.and_then(|account| account.depreciation_reversed.as_ref());
    let difference = match reversed {
        Some(line) => {
            let difference = line.values.at_or_last(year) - charged.plain();
            case.given(Quantity::DepreciationDifference, year, difference, Source::File(&line.provenance))
        }
        None => case.zero(Quantity::DepreciationDifference, year),
    };
    Depreciation { charged, difference }
}

/// Avskrivninger of a year, and what the line Motpost avskrivninger takes back beyond them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Depreciation<K> {
    pub charged: K,
    pub difference: K,
}

impl<K> Depreciation<K> {
    /// The same line with another charge.
    pub(super) fn charging(self, charged: K) -> Self {
        Self { charged, ..self }
    }
}

/// Netto avsetning til bundne driftsfond as printed; nothing after the last printed year.
pub(super) fn bound_funds<A: Arithmetic>(case: Case<'_, A>, year: Year) -> A::Kroner {
    let line = case.municipality.account.as_ref().and_then(|account| account.bound_funds.as_ref());
    case.at(Quantity::PrintedBoundFunds, year, line)
}
