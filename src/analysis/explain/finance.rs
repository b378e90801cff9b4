//! Finans: rates, interest, instalments, financial income, and what comes back of interest.

use super::{Explanation, Figure, FigureValue, Form, InputId, Kroner, Origin, Part, View, debt};
use super::{Place, Role, SeriesFigure, Side, Year, minus, opening, plus, times};
use crate::model::municipality::OperatingAccount;

const fn half(figure: Figure) -> Part {
    (Role::Half, figure, 0)
}

const fn half_opening(figure: Figure) -> Part {
    (Role::Half, figure, -1)
}

pub(super) fn open<'a>(view: View<'_, 'a>, figure: Figure) -> Option<Explanation<'a>> {
    match figure {
        Figure::FinancialIncome => view.sum(&[
            plus(Figure::InterestIncome),
            plus(Figure::Dividends),
            plus(Figure::Gains),
            plus(Figure::FundYieldChange),
            plus(Figure::RecoveredInterest),
        ]),
        Figure::InterestIncome => account(view, figure, |account| account.interest_income.as_ref()),
        Figure::PrintedDividends => account(view, figure, |account| account.dividends.as_ref()),
        Figure::Gains => account(view, figure, |account| account.gains.as_ref()),
        Figure::Dividends => view.priced(Figure::DividendsFixed),
        Figure::DividendsFixed if view.year > view.first_year() => {
            view.floor(&[plus(Figure::PrintedDividends), plus(Figure::OwnDividends)])
        }
        Figure::DividendsFixed => view.sum(&[plus(Figure::PrintedDividends)]),
        Figure::OwnDividends => {
            let more = Kroner::from_millions(view.scenario().get(InputId::Dividends));
            Some(view.given(FigureValue::Kroner(more), Origin::Lever(InputId::Dividends)))
        }
        _ => returns(view, figure)
            .or_else(|| rates(view, figure))
            .or_else(|| interest(view, figure))
            .or_else(|| unknown_debt(view, figure))
            .or_else(|| instalments(view, figure)),
    }
}

fn account<'a>(
    view: View<'_, 'a>,
    figure: Figure,
    line: fn(&'a OperatingAccount) -> Option<&'a SeriesFigure<Kroner>>,
) -> Option<Explanation<'a>> {
    view.standing(figure, line(view.municipality().account.as_ref()?), FigureValue::Kroner)
}

/// What the fund, the self-cost areas, lending and deposits bring beyond the printed lines.
fn returns<'a>(view: View<'_, 'a>, figure: Figure) -> Option<Explanation<'a>> {
    let basis = &view.municipality().opening;
    match figure {
        Figure::FundYieldChange if view.scenario().is_plan() => {
            Some(view.given(FigureValue::Kroner(Kroner::ZERO), Origin::Definition))
        }
        Figure::FundYieldChange => view.sum(&[plus(Figure::FundYield), minus(Figure::FundYieldInPlan)]),
        Figure::FundYield => {
            let fund = [half_opening(Figure::DispositionFund), half(Figure::ClosingFundForYield)];
            view.formula(Form::MeanRate, &[times(Figure::MarketRate), fund[0], fund[1]])
        }
        Figure::FundYieldInPlan => fund_yield_in_plan(view),
        Figure::MarketRate => view.floor(&[plus(Figure::PlanRate), plus(Figure::MarketShift)]),
        Figure::RecoveredInterest => recovered(view),
        Figure::SelfCostFees => {
            view.sum(&[plus(Figure::SelfCostInterest), plus(Figure::SelfCostInstalments)])
        }
        Figure::SelfCostInterest => view.formula(
            Form::MeanRate,
            &[times(Figure::MarketRate), half_opening(Figure::SelfCostDebt), half(Figure::SelfCostDebt)],
        ),
        Figure::SelfCostFeesInPrint => {
            view.sum(&[plus(Figure::SelfCostInterestInPrint), plus(Figure::SelfCostInstalments)])
        }
        Figure::SelfCostInterestInPrint => view.formula(
            Form::MeanRate,
            &[times(Figure::PlanRate), half_opening(Figure::SelfCostDebt), half(Figure::SelfCostDebt)],
        ),
        Figure::SelfCostFeesInPlan => {
            let mut terms = view.terms(&[plus(Figure::SelfCostInterestInPlan)]);
            terms.extend(view.term(Role::Plus, beside(view, Figure::SelfCostInstalments, view.year)));
            view.sum_of(terms)
        }
        Figure::SelfCostInterestInPlan => {
            let mut terms = view.terms(&[times(Figure::MarketRate)]);
            for year in [view.year.plus(-1), view.year] {
                terms.extend(view.term(Role::Half, beside(view, Figure::SelfCostDebt, year)));
            }
            view.made(Form::MeanRate, terms)
        }
        Figure::OnLendingHedge => view.formula(
            Form::MeanRate,
            &[times(Figure::MarketShift), half_opening(Figure::OnLendingDebt), half(Figure::OnLendingDebt)],
        ),
        Figure::HedgeIncome => view.formula(Form::Share, &[times(Figure::MarketShift), plus(Figure::Hedged)]),
        Figure::Hedged => view.sum(&[plus(Figure::CompensatedDebt), plus(Figure::Deposits)]),
        Figure::CompensatedDebt => {
            view.standing(figure, basis.compensated_debt.as_ref(), FigureValue::Kroner)
        }
        Figure::Deposits => {
            let deposits = basis.deposits.as_ref()?;
            Some(view.figure(FigureValue::Kroner(deposits.value), &deposits.provenance))
        }
        _ => None,
    }
}

/// Deposits, where the data has them, are what earns the market's rate; the fund is among them.
fn fund_yield_in_plan<'a>(view: View<'_, 'a>) -> Option<Explanation<'a>> {
    // Where no document gives the fund, only the difference from the plan's counts.
    let follows_market = view.municipality().opening.deposits.is_none() && view.result()?.fund_is_known;
    let rate = if follows_market { Figure::PlanRate } else { Figure::MarketRate };
    let fund = |year: Year| Place { side: Side::Plan, figure: Figure::DispositionFund, year };
    let mut terms = view.terms(&[times(rate)]);
    terms.extend(view.term(Role::Half, fund(view.year.plus(-1))));
    terms.extend(view.term(Role::Half, fund(view.year)));
    view.made(Form::MeanRate, terms)
}

/// The fees of self-cost areas now, less those inside the printed lines, and what a rate shift brings back.
fn recovered<'a>(view: View<'_, 'a>) -> Option<Explanation<'a>> {
    // Where the debt is unknown, interest and instalments stand in the plan, and so do the fees.
    let is_known = view.result()?.debt_is_known;
    let printed = if is_known { view.year.min(view.last_printed()) } else { view.year };
    if view.is_print() && view.year == printed {
        return Some(view.given(FigureValue::Kroner(Kroner::ZERO), Origin::Definition));
    }
    let in_print = beside(view, Figure::SelfCostFeesInPrint, printed);
    let mut terms = view.terms(&[plus(Figure::SelfCostFees)]);
    if is_known {
        terms.extend(view.term(Role::Minus, in_print));
        terms.extend(view.terms(&[plus(Figure::OnLendingHedge), plus(Figure::HedgeIncome)]));
    } else {
        terms.extend(view.terms(&[minus(Figure::SelfCostFeesInPlan)]));
    }
    view.sum_of(terms)
}

/// The same figure of what a scenario is set beside: the plan; the plan in other prices beside print.
fn beside(view: View<'_, '_>, figure: Figure, year: Year) -> Place {
    let side = if view.scenario().is_plan() { Side::Print } else { Side::Plan };
    Place { side, figure, year }
}

fn rates<'a>(view: View<'_, 'a>, figure: Figure) -> Option<Explanation<'a>> {
    let assumptions = &view.municipality().assumptions;
    match figure {
        Figure::AverageRate => {
            view.floor(&[plus(Figure::PlanRate), plus(Figure::FloatingPart), plus(Figure::FixedPart)])
        }
        Figure::PlanRate => view.standing(figure, Some(&assumptions.average_rate), FigureValue::Percent),
        Figure::FloatingPart => {
            view.formula(Form::Share, &[times(Figure::FloatingShare), times(Figure::MarketShift)])
        }
        Figure::FixedPart => {
            view.formula(Form::Share, &[times(Figure::FixedShare), times(Figure::ShiftReached)])
        }
        Figure::FloatingShare => {
            let share = &assumptions.floating_share;
            Some(view.figure(FigureValue::Percent(share.value), &share.provenance))
        }
        Figure::FixedShare => view.formula(Form::RestOfHundred, &[plus(Figure::FloatingShare)]),
        Figure::ShiftReached => shift_reached(view),
        Figure::FixingYears => {
            let years = &assumptions.fixing_ladder_years;
            Some(view.figure(FigureValue::Years(years.value), &years.provenance))
        }
        Figure::MarketShift => {
            let shift = debt::market_rate_shift(view.scenario(), view.year);
            Some(view.given(FigureValue::Percent(shift), Origin::Lever(InputId::InterestRate)))
        }
        _ => None,
    }
}

/// The part of the market's shift that fixed loans have met; see [`debt::average_rate`].
fn shift_reached<'a>(view: View<'_, 'a>) -> Option<Explanation<'a>> {
    let assumptions = &view.municipality().assumptions;
    if let Some(maturities) = &assumptions.fixed_maturities {
        let reached = debt::shift_of_fixed_loans(view.municipality(), view.scenario(), view.year);
        return Some(view.figure(FigureValue::Percent(reached), &maturities.provenance));
    }
    let rungs = i32::try_from(assumptions.fixing_ladder_years.value).unwrap_or(i32::MAX);
    if rungs == 0 {
        return view.same(view.at(Figure::MarketShift, view.year), Origin::Rule);
    }
    let since = view.year.since(view.first_year());
    let met = (0..=rungs.min(since)).map(|back| {
        let role = if back == 0 || back == rungs { Role::Half } else { Role::Plus };
        (role, Figure::MarketShift, -back)
    });
    let mut terms = view.terms(&met.collect::<Vec<_>>());
    terms.retain(|term| !term.value.is_nothing());
    terms.extend(view.terms(&[(Role::DividedBy, Figure::FixingYears, 0)]));
    view.made(Form::Ladder, terms)
}

fn interest<'a>(view: View<'_, 'a>, figure: Figure) -> Option<Explanation<'a>> {
    match figure {
        Figure::Interest => view.sum(&[
            plus(Figure::InterestByRule),
            minus(Figure::ShiftOnUnknownDebt),
            plus(Figure::InterestCalibration),
        ]),
        Figure::InterestByRule => view.formula(
            Form::MeanRate,
            &[
                times(Figure::AverageRate),
                half_opening(Figure::GrossDebt),
                half(Figure::ClosingDebtForInterest),
            ],
        ),
        Figure::InterestCalibration => standing(view, Figure::Interest, Figure::InterestByRule)
            .or_else(|| view.calibrated(figure, Figure::PrintedInterest, Figure::InterestByRule)),
        Figure::PrintedInterest => view.printed(Some(&view.municipality().account.as_ref()?.interest)),
        Figure::ClosingDebtForInterest => view.sum(&[
            opening(Figure::GrossDebt),
            minus(Figure::Instalments),
            minus(Figure::ExtraRepayment),
            plus(Figure::OnLendingLoans),
            minus(Figure::OnLendingInstalments),
            plus(Figure::SelfCostLoans),
            plus(Figure::BorrowingNeed),
            minus(Figure::SettledTransfer),
        ]),
        Figure::SettledTransfer => {
            let result = view.result()?;
            let ordinary = result.loans - result.self_cost_loans;
            let paid = FigureValue::Kroner(view.kroner(Figure::BorrowingNeed) - ordinary);
            Some(view.given(paid, Origin::Settled(Figure::Transfer)))
        }
        _ => None,
    }
}

/// What a rate shift would have counted on the change in debt that the plan itself has; see
/// [`Figure::ShiftOnUnknownDebt`].
fn unknown_debt<'a>(view: View<'_, 'a>, figure: Figure) -> Option<Explanation<'a>> {
    let rate = match figure {
        Figure::ShiftOnUnknownDebt if view.scenario().is_plan() || view.result()?.debt_is_known => {
            return None;
        }
        Figure::ShiftOnUnknownDebt => {
            return view.sum(&[plus(Figure::InterestOnPlannedDebt), minus(Figure::PlannedInterestOnDebt)]);
        }
        Figure::InterestOnPlannedDebt => Figure::AverageRate,
        Figure::PlannedInterestOnDebt => Figure::PlanRate,
        _ => return None,
    };
    let in_plan = |year: Year| Place { side: Side::Plan, figure: Figure::GrossDebt, year };
    let mut terms = view.terms(&[times(rate)]);
    terms.extend(view.term(Role::Half, in_plan(view.year.plus(-1))));
    terms.extend(view.term(Role::Half, in_plan(view.year)));
    view.made(Form::MeanRate, terms)
}

/// Where no document gives the debt, interest and instalments stand after the last printed year.
fn standing<'a>(view: View<'_, 'a>, line: Figure, rule: Figure) -> Option<Explanation<'a>> {
    view.municipality().account.as_ref()?;
    let is_known = view.result()?.debt_is_known;
    if is_known || view.year <= view.last_printed() {
        return None;
    }
    let on_print = |figure, year| Place { side: Side::Print, figure, year };
    let before = view.term(Role::Plus, on_print(line, view.year.plus(-1)));
    let by_rule = view.term(Role::Minus, on_print(rule, view.year));
    view.sum_of(before.into_iter().chain(by_rule).collect())
}

fn instalments<'a>(view: View<'_, 'a>, figure: Figure) -> Option<Explanation<'a>> {
    match figure {
        Figure::Instalments if view.kroner(Figure::SelfCostInstalments) == Kroner::ZERO => {
            view.all.explain(view.at(Figure::OrdinaryInstalments, view.year))
        }
        Figure::Instalments => {
            view.sum(&[plus(Figure::OrdinaryInstalments), plus(Figure::SelfCostInstalments)])
        }
        Figure::OrdinaryInstalments => {
            if view.value(figure) == view.value(Figure::InstalmentsDue) {
                return view.all.explain(view.at(Figure::InstalmentsDue, view.year));
            }
            view.formula(Form::Smallest, &[plus(Figure::InstalmentsDue), opening(Figure::OrdinaryDebt)])
        }
        Figure::SelfCostInstalments => {
            view.formula(Form::Share, &[times(Figure::InstalmentShare), opening(Figure::SelfCostDebt)])
        }
        Figure::InstalmentsDue => view.floor(&[
            plus(Figure::InstalmentsByRule),
            plus(Figure::InstalmentCalibration),
            minus(Figure::SelfCostInstalments),
        ]),
        Figure::InstalmentsByRule => {
            let [by_share, least] = [Figure::InstalmentsByShare, Figure::MinimumInstalments];
            if view.value(least).is_some() && view.kroner(least) > view.kroner(by_share) {
                return view.formula(Form::Largest, &[plus(by_share), plus(least)]);
            }
            view.all.explain(view.at(by_share, view.year))
        }
        Figure::InstalmentsByShare => {
            view.formula(Form::Share, &[times(Figure::InstalmentShare), opening(Figure::OwnDebt)])
        }
        Figure::InstalmentShare => {
            let share = &view.municipality().assumptions.instalment_share;
            Some(view.figure(FigureValue::Percent(share.value), &share.provenance))
        }
        Figure::InstalmentCalibration => standing(view, Figure::Instalments, Figure::InstalmentsByRule)
            .or_else(|| view.calibrated(figure, Figure::PrintedInstalments, Figure::InstalmentsByRule)),
        Figure::PrintedInstalments => view.printed(Some(&view.municipality().account.as_ref()?.instalments)),
        Figure::MinimumInstalments => {
            if view.value(figure) == view.value(Figure::MinimumByFormula) {
                return view.all.explain(view.at(Figure::MinimumByFormula, view.year));
            }
            let parts = [plus(Figure::MinimumByFormula), opening(Figure::OwnDebt)];
            view.formula(Form::SmallestNotBelowZero, &parts)
        }
        Figure::MinimumByFormula => {
            // Nothing where there is no depreciable asset.
            let before = view.all.value(view.at(Figure::BookValue, view.year.plus(-1)))?;
            if before.kroner()? <= Kroner::ZERO {
                return Some(view.given(FigureValue::Kroner(Kroner::ZERO), Origin::Definition));
            }
            view.formula(
                Form::PartOf,
                &[
                    plus(Figure::Depreciation),
                    (Role::Times, Figure::OwnDebt, -1),
                    (Role::DividedBy, Figure::BookValue, -1),
                ],
            )
        }
        _ => None,
    }
}
