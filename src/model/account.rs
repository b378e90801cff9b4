//! Kontoen: the printed account of a year, and what print differs from the rules by.

use super::municipality::{Municipality, OperatingAccount, SeriesFigure, printed_until};
use super::revenue::Revenue;
use super::units::{Kroner, Year};

/// Trykt år: the lines of § 5-4 that a document prints for one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PrintedYear {
    pub revenue: Revenue,
    pub operating_costs: Kroner,
    pub interest: Kroner,
    pub instalments: Kroner,
    pub transfer_to_investment: Kroner,
    pub allocated_to_fund: Option<Kroner>,
}

/// Kalibrering: what a printed line differs from the rule by. It stands after the last printed year, so
/// that nothing jumps where print ends, and never changes with a scenario.
#[doc(alias = "kalibrering")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Calibration {
    /// On each line of income.
    pub revenue: Revenue,
    /// On running costs.
    pub operating_costs: Kroner,
    /// On interest.
    pub interest: Kroner,
    /// On instalments.
    pub instalments: Kroner,
}

/// Finansinntekter of a year: the lines that stand as printed unless a lever moves them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FinancialIncome {
    /// Renteinntekter.
    pub interest: Kroner,
    /// Utbytter.
    pub dividends: Kroner,
    /// Gevinster og tap på finansielle omløpsmidler.
    pub gains: Kroner,
}

impl FinancialIncome {
    /// Their sum.
    #[must_use]
    pub fn total(&self) -> Kroner {
        self.interest + self.dividends + self.gains
    }
}

/// The printed lines of a year; `None` after the last printed year, or where no account is printed.
pub(super) fn printed(municipality: &Municipality, year: Year) -> Option<PrintedYear> {
    let account = municipality.account.as_ref()?;
    if year > printed_until(account) {
        return None;
    }
    Some(PrintedYear {
        revenue: Revenue {
            undivided: Kroner::ZERO,
            block_grant: line(account.block_grant.as_ref(), year),
            income_tax: line(account.income_tax.as_ref(), year),
            property_tax: line(account.property_tax.as_ref(), year),
            other_general: line(account.other_general.as_ref(), year),
        },
        operating_costs: account.appropriations.values.at(year),
        interest: account.interest.values.at(year),
        instalments: account.instalments.values.at(year),
        transfer_to_investment: line(account.transfer_to_investment.as_ref(), year),
        allocated_to_fund: allocated_to_fund(account, year),
    })
}

/// Netto avsetning til disposisjonsfond as printed. Where only the transfer is, the fund takes the rest of
/// the result; where neither is, the rules decide.
fn allocated_to_fund(account: &OperatingAccount, year: Year) -> Option<Kroner> {
    let printed = account.disposition_fund.as_ref().map(|fund| fund.values.at(year));
    let transfer = account.transfer_to_investment.as_ref().map(|transfer| transfer.values.at(year));
    printed.or_else(|| Some(account.result_in(year) - line(account.bound_funds.as_ref(), year) - transfer?))
}

/// Finansinntekter as printed; after the last printed year the last level stands.
pub(super) fn financial_income(municipality: &Municipality, year: Year) -> FinancialIncome {
    municipality.account.as_ref().map_or_else(FinancialIncome::default, |account| FinancialIncome {
        interest: standing(account.interest_income.as_ref(), year),
        dividends: standing(account.dividends.as_ref(), year),
        gains: standing(account.gains.as_ref(), year),
    })
}

/// Avskrivninger, and how much more or less the line Motpost avskrivninger takes back.
pub(super) fn depreciation(municipality: &Municipality, year: Year) -> (Kroner, Kroner) {
    let Some(account) = &municipality.account else { return (Kroner::ZERO, Kroner::ZERO) };
    let charged = standing(account.depreciation.as_ref(), year);
    let reversed = account.depreciation_reversed.as_ref().map(|line| line.values.at_or_last(year));
    (charged, reversed.unwrap_or(charged) - charged)
}

/// Netto avsetning til bundne driftsfond as printed; nothing after the last printed year.
pub(super) fn bound_funds(municipality: &Municipality, year: Year) -> Kroner {
    let line_of = |account: &OperatingAccount| line(account.bound_funds.as_ref(), year);
    municipality.account.as_ref().map(line_of).unwrap_or_default()
}

fn line(series: Option<&SeriesFigure<Kroner>>, year: Year) -> Kroner {
    series.map(|series| series.values.at(year)).unwrap_or_default()
}

fn standing(series: Option<&SeriesFigure<Kroner>>, year: Year) -> Kroner {
    series.map(|series| series.values.at_or_last(year)).unwrap_or_default()
}
