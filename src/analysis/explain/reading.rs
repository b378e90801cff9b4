//! Avlesing: the figures that a projection already holds.

use super::{Book, Figure, FigureValue, Kroner, View, debt};
use crate::model::figure::InvestmentLine;
use crate::model::investment::InvestmentYear;
use crate::model::projection::YearResult;

/// Whether a figure can be read off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// The projection holds it.
    Is(FigureValue),
    /// There is no such figure.
    Absent,
    /// It must be worked out from its terms.
    Worked,
}

impl Reading {
    fn of(value: Option<FigureValue>) -> Self {
        value.map_or(Self::Absent, Self::Is)
    }
}

impl View<'_, '_> {
    pub(super) fn read(self, figure: Figure) -> Reading {
        let Some(result) = self.result() else { return self.read_opening(figure) };
        let absent = match figure {
            Figure::BookValue => self.municipality().opening.book_value.is_none(),
            // A fund without limit never leaves a deficit.
            Figure::NewDeficit => !result.fund_is_known,
            _ => false,
        };
        if absent {
            return Reading::Absent;
        }
        let known = ratio_or_count(result, figure)
            .or_else(|| income(result, figure).map(FigureValue::Kroner))
            .or_else(|| balance(result, figure).map(FigureValue::Kroner))
            .or_else(|| financing(result, figure).map(FigureValue::Kroner))
            .or_else(|| self.beside(self.book, figure));
        match known {
            Some(value) => Reading::Is(value),
            None if may_be_unknown(figure) => Reading::Absent,
            None => Reading::Worked,
        }
    }

    /// Balances at the start of the first year stand in the year before.
    fn read_opening(self, figure: Figure) -> Reading {
        if self.year.plus(1) != self.first_year() {
            return if is_balance(figure) { Reading::Absent } else { Reading::Worked };
        }
        let (debt, _) = debt::opening(self.municipality(), self.scenario());
        let opening = &self.municipality().opening;
        let amount = match figure {
            Figure::GrossDebt => Some(debt.gross()),
            Figure::OrdinaryDebt => Some(debt.ordinary),
            Figure::SelfCostDebt => Some(debt.self_cost),
            Figure::OnLendingDebt => Some(debt.on_lending),
            Figure::UncoveredDeficit | Figure::InvestmentFund => Some(Kroner::ZERO),
            Figure::BookValue => opening.book_value.as_ref().map(|figure| figure.value),
            Figure::DispositionFund => {
                let given = opening.disposition_fund.as_ref().map(|figure| figure.value);
                Some(given.or(self.scenario().basis.disposition_fund).unwrap_or_default())
            }
            _ => return Reading::Worked,
        };
        Reading::of(amount.map(FigureValue::Kroner))
    }

    /// What follows from the scenario and stands beside the years.
    fn beside(self, book: &Book<'_>, figure: Figure) -> Option<FigureValue> {
        let people = |group: u16| book.groups.get(usize::from(group)).map(|people| people.at(self.year));
        let amount = match figure {
            Figure::AgeGroup(group) => return people(group).map(FigureValue::Persons),
            Figure::RevenueByRule(line) => line.of(&book.revenue.at(self.year).lines),
            Figure::IncomeGrowth => book.revenue.at(self.year).growth,
            Figure::OperatingCostsByRule => book.costs.at(self.year),
            Figure::Measures => book.measures.at(self.year),
            Figure::BuildingEffects => book.effects.at(self.year),
            Figure::InvestmentFixed(line) => investment(line, &book.investments.at(self.year)),
            _ => return None,
        };
        Some(FigureValue::Kroner(amount))
    }
}

fn is_balance(figure: Figure) -> bool {
    matches!(
        figure,
        Figure::GrossDebt
            | Figure::OrdinaryDebt
            | Figure::SelfCostDebt
            | Figure::OnLendingDebt
            | Figure::UncoveredDeficit
            | Figure::InvestmentFund
            | Figure::BookValue
            | Figure::DispositionFund
    )
}

/// Figures that a year may be without.
fn may_be_unknown(figure: Figure) -> bool {
    let of_rules = matches!(figure, Figure::Ratio(_) | Figure::InvestmentRatio | Figure::GrossRevenue);
    of_rules || matches!(figure, Figure::Inhabitants | Figure::MinimumInstalments)
}

fn ratio_or_count(result: &YearResult, figure: Figure) -> Option<FigureValue> {
    Some(match figure {
        Figure::Ratio(indicator) => FigureValue::Percent(result.ratio(indicator)?),
        Figure::InvestmentRatio => {
            FigureValue::Percent(result.investment.expenditure.as_percent_of(result.gross_revenue?)?)
        }
        Figure::Inhabitants => FigureValue::Persons(result.inhabitants?),
        Figure::AverageRate => FigureValue::Percent(result.average_rate),
        Figure::PriceIndex => FigureValue::Ratio(result.price_index),
        Figure::GrossRevenue => FigureValue::Kroner(result.gross_revenue?),
        Figure::MinimumInstalments => FigureValue::Kroner(result.minimum_instalments?),
        _ => return None,
    })
}

fn income(result: &YearResult, figure: Figure) -> Option<Kroner> {
    let financial = result.financial_income;
    Some(match figure {
        Figure::NetOperatingResult => result.net_operating_result,
        Figure::GrossOperatingResult => result.gross_operating_result(),
        Figure::NetFinance => result.net_finance(),
        Figure::OperatingRevenue => result.operating_revenue,
        Figure::Revenue(line) => line.of(&result.revenue),
        Figure::RevenueCalibration(line) => line.of(&result.calibration.revenue),
        Figure::OperatingCosts => result.operating_costs,
        Figure::CostCalibration => result.calibration.operating_costs,
        Figure::Depreciation => result.depreciation,
        Figure::DepreciationReversed => result.depreciation + result.depreciation_difference,
        Figure::DepreciationDifference => result.depreciation_difference,
        Figure::FinancialIncome => {
            financial.total() + result.change_in_fund_yield + result.change_in_recovered_interest
        }
        Figure::InterestIncome => financial.interest,
        Figure::Dividends => financial.dividends,
        Figure::Gains => financial.gains,
        Figure::FundYieldChange => result.change_in_fund_yield,
        Figure::RecoveredInterest => result.change_in_recovered_interest,
        Figure::Interest => result.interest,
        Figure::InterestCalibration => result.calibration.interest,
        Figure::Instalments => result.instalments,
        Figure::OrdinaryInstalments => result.instalments - result.self_cost_instalments,
        Figure::SelfCostInstalments => result.self_cost_instalments,
        Figure::InstalmentCalibration => result.calibration.instalments,
        _ => return None,
    })
}

fn balance(result: &YearResult, figure: Figure) -> Option<Kroner> {
    let (classes, disposition) = (result.debt_by_class, result.disposition);
    Some(match figure {
        Figure::Debt => result.debt,
        Figure::GrossDebt | Figure::ClosingDebtForInterest => classes.gross(),
        Figure::OrdinaryDebt => classes.ordinary,
        Figure::SelfCostDebt => classes.self_cost,
        Figure::OnLendingDebt => classes.on_lending,
        Figure::UnusedLoans => classes.unused_loans,
        Figure::Transfer => disposition.transfer_to_investment,
        Figure::Allocation | Figure::SettledAllocation => disposition.allocated_to_fund,
        Figure::BoundFunds => disposition.allocated_to_bound_funds,
        Figure::DeficitCovered => disposition.deficit_covered,
        Figure::NewDeficit => disposition.new_deficit,
        Figure::UncoveredDeficit => result.uncovered_deficit,
        Figure::DispositionFund | Figure::ClosingFundForYield => result.disposition_fund,
        Figure::InvestmentFund => result.investment_fund,
        Figure::BookValue => result.book_value,
        _ => return None,
    })
}

fn financing(result: &YearResult, figure: Figure) -> Option<Kroner> {
    let [lent_on, paid_back] = result.on_lending_flows;
    Some(match figure {
        Figure::Investment(line) => investment(line, &result.investment),
        Figure::ExtraSales => result.investment.extra_sales,
        Figure::UseOfInvestmentFund => result.use_of_investment_fund,
        Figure::Loans => result.loans,
        Figure::OrdinaryLoans => result.loans - result.self_cost_loans,
        Figure::SelfCostLoans => result.self_cost_loans,
        Figure::StandingSelfCostLoans => result.self_cost_loans - result.investment.self_cost,
        Figure::OnLendingLoans => lent_on,
        Figure::OnLendingInstalments => paid_back,
        Figure::ExtraRepayment => result.extra_repayment,
        _ => return None,
    })
}

fn investment(line: InvestmentLine, year: &InvestmentYear) -> Kroner {
    match line {
        InvestmentLine::Expenditure => year.expenditure,
        InvestmentLine::Vat => year.vat_compensation,
        InvestmentLine::Grants => year.sales_and_grants,
        InvestmentLine::Rounding => year.rounding,
        InvestmentLine::SelfCost => year.self_cost,
    }
}
