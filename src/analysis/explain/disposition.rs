//! Måltall, resultat, disponering og fond.

use super::{Explanation, Figure, FigureValue, Form, InputId, Kroner, Origin, Part, Percent, View};
use super::{minus, opening, plus, printed_until, times};

/// The result before what is left of it is disposed of.
const FREE: [Part; 2] = [plus(Figure::NetOperatingResult), minus(Figure::BoundFunds)];

pub(super) fn open<'a>(view: View<'_, 'a>, figure: Figure) -> Option<Explanation<'a>> {
    match figure {
        Figure::Ratio(indicator) => {
            let part = plus(Figure::amount_of(indicator));
            view.formula(Form::PercentOf, &[part, (super::Role::DividedBy, Figure::GrossRevenue, 0)])
        }
        Figure::InvestmentRatio => {
            let spent = plus(Figure::Investment(crate::model::figure::InvestmentLine::Expenditure));
            view.formula(Form::PercentOf, &[spent, (super::Role::DividedBy, Figure::GrossRevenue, 0)])
        }
        Figure::NetOperatingResult => view.sum(&[
            plus(Figure::GrossOperatingResult),
            plus(Figure::DepreciationReversed),
            plus(Figure::NetFinance),
        ]),
        Figure::GrossOperatingResult => view.sum(&[
            plus(Figure::OperatingRevenue),
            minus(Figure::OperatingCosts),
            minus(Figure::Depreciation),
        ]),
        Figure::NetFinance => view.sum(&[
            plus(Figure::InterestIncome),
            plus(Figure::Dividends),
            plus(Figure::Gains),
            plus(Figure::FundYieldChange),
            plus(Figure::RecoveredInterest),
            minus(Figure::Interest),
            minus(Figure::Instalments),
        ]),
        _ => disposed(view, figure).or_else(|| fund(view, figure)),
    }
}

fn disposed<'a>(view: View<'_, 'a>, figure: Figure) -> Option<Explanation<'a>> {
    let [result, bound] = FREE;
    match figure {
        Figure::Transfer => transfer(view),
        Figure::LeftForInvestment => {
            view.sum(&[result, bound, minus(Figure::DeficitCovered), minus(Figure::FundNeed)])
        }
        Figure::LeftWithFund => {
            view.sum(&[result, bound, minus(Figure::DeficitCovered), opening(Figure::DispositionFund)])
        }
        Figure::MostToTransfer => match view.municipality().account.as_ref()?.transfer_to_investment {
            Some(_) => view.priced(Figure::PrintedTransfer),
            None => Some(view.given(FigureValue::Kroner(Kroner::ZERO), Origin::Definition)),
        },
        Figure::PrintedTransfer => {
            view.printed(view.municipality().account.as_ref()?.transfer_to_investment.as_ref())
        }
        Figure::FundNeed if is_planned(view) => view.priced(Figure::PrintedAllocation),
        Figure::FundNeed if view.result()?.fund_is_known => {
            view.floor(&[plus(Figure::FundTarget), (super::Role::Minus, Figure::DispositionFund, -1)])
        }
        Figure::FundNeed => view.floor(&[result, bound, minus(Figure::DeficitCovered)]),
        Figure::PrintedAllocation => printed_allocation(view),
        Figure::Allocation => view.sum(&[
            result,
            bound,
            minus(Figure::DeficitCovered),
            minus(Figure::Transfer),
            plus(Figure::NewDeficit),
        ]),
        Figure::SettledAllocation => {
            Some(view.given(view.value(Figure::Allocation)?, Origin::Settled(Figure::Allocation)))
        }
        Figure::BoundFunds => view.priced(Figure::PrintedBoundFunds),
        Figure::PrintedBoundFunds => view.printed(view.municipality().account.as_ref()?.bound_funds.as_ref()),
        Figure::DeficitCovered => {
            view.formula(Form::Smallest, &[plus(Figure::FreeResult), opening(Figure::UncoveredDeficit)])
        }
        Figure::FreeResult => view.floor(&FREE),
        Figure::NewDeficit => view.floor(&[
            plus(Figure::Transfer),
            plus(Figure::BoundFunds),
            plus(Figure::DeficitCovered),
            minus(Figure::NetOperatingResult),
            (super::Role::Minus, Figure::DispositionFund, -1),
        ]),
        _ => None,
    }
}

/// True in a year whose allocation to the fund is printed, or follows from a printed transfer.
fn is_planned(view: View<'_, '_>) -> bool {
    view.municipality().account.as_ref().is_some_and(|account| {
        let given = account.disposition_fund.is_some() || account.transfer_to_investment.is_some();
        given && view.year <= printed_until(account)
    })
}

/// What the fund does not take, as far as there is something to finance and the fund is not emptied.
fn transfer<'a>(view: View<'_, 'a>) -> Option<Explanation<'a>> {
    let value = view.value(Figure::Transfer);
    let left = view.value(Figure::LeftForInvestment);
    if value == left {
        let sum = view.all.explain(view.at(Figure::LeftForInvestment, view.year));
        return sum;
    }
    let most = if is_planned(view) { Figure::MostToTransfer } else { Figure::BorrowingNeed };
    let mut parts = vec![plus(Figure::LeftForInvestment), plus(most)];
    if view.result()?.fund_is_known {
        parts.push(plus(Figure::LeftWithFund));
    }
    view.formula(Form::SmallestNotBelowZero, &parts)
}

fn printed_allocation<'a>(view: View<'_, 'a>) -> Option<Explanation<'a>> {
    let account = view.municipality().account.as_ref()?;
    if let Some(printed) = &account.disposition_fund {
        return Some(view.figure(FigureValue::Kroner(printed.values.at(view.year)), &printed.provenance));
    }
    // Where only the transfer is printed, the fund takes the rest of the printed result.
    let transfer = account.transfer_to_investment.as_ref()?;
    let bound = account.bound_funds.as_ref().map(|line| line.values.at(view.year)).unwrap_or_default();
    let rest = account.result_in(view.year) - bound - transfer.values.at(view.year);
    Some(view.figure(FigureValue::Kroner(rest), &transfer.provenance))
}

fn fund<'a>(view: View<'_, 'a>, figure: Figure) -> Option<Explanation<'a>> {
    let is_opening = view.year < view.first_year();
    match figure {
        Figure::FundTarget => {
            let of = match view.value(Figure::GrossRevenue) {
                Some(_) => Figure::GrossRevenue,
                None => Figure::OperatingRevenue,
            };
            view.formula(Form::ShareRoundedUp, &[times(Figure::FundTargetShare), plus(of)])
        }
        Figure::FundTargetShare => view.floor(&[plus(Figure::FileFundTarget), plus(Figure::OwnFundTarget)]),
        Figure::FileFundTarget => {
            let target = &view.municipality().assumptions.fund_target;
            Some(view.figure(FigureValue::Percent(target.value), &target.provenance))
        }
        Figure::OwnFundTarget => {
            let moved: Percent = view.lever(InputId::FundTarget);
            Some(view.given(FigureValue::Percent(moved), Origin::Lever(InputId::FundTarget)))
        }
        Figure::DispositionFund if is_opening => {
            let value = view.value(figure)?;
            Some(match &view.municipality().opening.disposition_fund {
                Some(printed) => view.figure(value, &printed.provenance),
                None if view.scenario().basis.disposition_fund.is_some() => {
                    view.given(value, Origin::UserFigure)
                }
                None => view.given(value, Origin::Missing),
            })
        }
        Figure::DispositionFund => view.sum(&[opening(Figure::DispositionFund), plus(Figure::Allocation)]),
        Figure::ClosingFundForYield => {
            view.sum(&[opening(Figure::DispositionFund), plus(Figure::SettledAllocation)])
        }
        Figure::UncoveredDeficit if is_opening => Some(view.given(view.value(figure)?, Origin::Definition)),
        Figure::UncoveredDeficit => view.sum(&[
            opening(Figure::UncoveredDeficit),
            minus(Figure::DeficitCovered),
            plus(Figure::NewDeficit),
        ]),
        _ => None,
    }
}
