//! Gjeld, lån og det som betaler for investeringene.

use super::{Explanation, Figure, FigureValue, Form, Kroner, Origin, Part, View};
use super::{Role, minus, opening, plus, times};
use crate::model::figure::InvestmentLine;
use crate::model::municipality::{DebtDefinition, Indicator, OnLending, SeriesFigure};

const EXPENDITURE: Part = plus(Figure::Investment(InvestmentLine::Expenditure));
/// The income tied to investments (§ 5-5).
const INCOME: [Figure; 4] = [
    Figure::Investment(InvestmentLine::Vat),
    Figure::Investment(InvestmentLine::Grants),
    Figure::Investment(InvestmentLine::Rounding),
    Figure::ExtraSales,
];

/// Expenditure less the income tied to it, and then some.
fn after_income<'a>(view: View<'_, 'a>, more: &[Part]) -> Option<Explanation<'a>> {
    let mut parts = vec![EXPENDITURE];
    parts.extend(INCOME.map(minus));
    parts.extend(more);
    view.sum(&parts)
}

pub(super) fn open<'a>(view: View<'_, 'a>, figure: Figure) -> Option<Explanation<'a>> {
    match figure {
        Figure::ExtraRepayment => view.formula(
            Form::Smallest,
            &[plus(Figure::SurplusOfSales), plus(Figure::ExtraSales), plus(Figure::OrdinaryDebtLeft)],
        ),
        Figure::SurplusOfSales => {
            let mut parts = INCOME.map(plus).to_vec();
            parts.extend([
                plus(Figure::SelfCostLoans),
                minus(Figure::Investment(InvestmentLine::Expenditure)),
            ]);
            view.floor(&parts)
        }
        Figure::OrdinaryDebtLeft => {
            view.floor(&[opening(Figure::OrdinaryDebt), minus(Figure::OrdinaryInstalments)])
        }
        Figure::LeftBeforeStanding => {
            after_income(view, &[minus(Figure::Investment(InvestmentLine::SelfCost))])
        }
        Figure::LeftToFinance => {
            after_income(view, &[minus(Figure::SelfCostLoans), plus(Figure::ExtraRepayment)])
        }
        Figure::InvestmentFundDraw => {
            if view.kroner(Figure::LeftToFinance).is_negative() {
                return view.same(view.at(Figure::LeftToFinance, view.year), Origin::Rule);
            }
            view.formula(Form::Smallest, &[plus(Figure::LeftToFinance), opening(Figure::InvestmentFund)])
        }
        Figure::BorrowingNeed => view.sum(&[plus(Figure::LeftToFinance), minus(Figure::InvestmentFundDraw)]),
        Figure::TransferBeyond => view.floor(&[plus(Figure::Transfer), minus(Figure::BorrowingNeed)]),
        Figure::UseOfInvestmentFund => {
            view.sum(&[plus(Figure::InvestmentFundDraw), minus(Figure::TransferBeyond)])
        }
        Figure::InvestmentFund if view.year < view.first_year() => {
            Some(view.given(view.value(figure)?, Origin::Definition))
        }
        Figure::InvestmentFund => {
            view.sum(&[opening(Figure::InvestmentFund), minus(Figure::UseOfInvestmentFund)])
        }
        Figure::Loans => after_income(
            view,
            &[plus(Figure::ExtraRepayment), minus(Figure::UseOfInvestmentFund), minus(Figure::Transfer)],
        ),
        Figure::OrdinaryLoans => {
            view.sum(&[plus(Figure::BorrowingNeed), minus(Figure::Transfer), plus(Figure::TransferBeyond)])
        }
        _ => self_cost(view, figure).or_else(|| debt(view, figure)),
    }
}

/// Self-cost areas borrow what is invested in them, or what they pay down where no project is marked.
fn self_cost<'a>(view: View<'_, 'a>, figure: Figure) -> Option<Explanation<'a>> {
    match figure {
        Figure::SelfCostLoans => view
            .sum(&[plus(Figure::Investment(InvestmentLine::SelfCost)), plus(Figure::StandingSelfCostLoans)]),
        Figure::StandingSelfCostLoans => {
            let by_share = view.value(Figure::StandingByShare)?;
            if view.value(figure) == Some(by_share) {
                return view.all.explain(view.at(Figure::StandingByShare, view.year));
            }
            let parts = [plus(Figure::StandingByShare), plus(Figure::LeftBeforeStanding)];
            view.formula(Form::SmallestNotBelowZero, &parts)
        }
        Figure::StandingByShare => {
            let municipality = view.municipality();
            municipality.opening.self_cost_debt.as_ref()?;
            if municipality.investments.projects.iter().any(|project| project.self_cost) {
                return None;
            }
            let mut terms = view.terms(&[times(Figure::InstalmentShare)]);
            let start = view.at(Figure::SelfCostDebt, view.first_year().plus(-1));
            terms.extend(view.term(Role::Plus, start));
            view.made(Form::Share, terms)
        }
        _ => None,
    }
}

fn debt<'a>(view: View<'_, 'a>, figure: Figure) -> Option<Explanation<'a>> {
    let classes = [plus(Figure::OrdinaryDebt), plus(Figure::SelfCostDebt), plus(Figure::OnLendingDebt)];
    let [ordinary, self_cost, on_lending] = classes;
    match figure {
        Figure::Debt => match definition(view) {
            DebtDefinition::Ordinary => view.all.explain(view.at(Figure::OrdinaryDebt, view.year)),
            DebtDefinition::WithoutOnLending => view.sum(&[ordinary, self_cost]),
            DebtDefinition::Net => view.sum(&[ordinary, self_cost, minus(Figure::UnusedLoans)]),
            DebtDefinition::Gross => view.sum(&[ordinary, self_cost, on_lending]),
        },
        Figure::GrossDebt => view.sum(&classes),
        Figure::OwnDebt => view.sum(&[ordinary, self_cost]),
        Figure::OrdinaryDebt | Figure::SelfCostDebt | Figure::OnLendingDebt
            if view.year < view.first_year() =>
        {
            opening_debt(view, figure)
        }
        Figure::OrdinaryDebt => view.sum(&[
            opening(Figure::OrdinaryDebt),
            plus(Figure::OrdinaryLoans),
            minus(Figure::OrdinaryInstalments),
            minus(Figure::ExtraRepayment),
        ]),
        Figure::SelfCostDebt => view.sum(&[
            opening(Figure::SelfCostDebt),
            plus(Figure::SelfCostLoans),
            minus(Figure::SelfCostInstalments),
        ]),
        Figure::OnLendingDebt => view.sum(&[
            opening(Figure::OnLendingDebt),
            plus(Figure::OnLendingLoans),
            minus(Figure::OnLendingInstalments),
        ]),
        Figure::UnusedLoans => {
            let unused = view.municipality().opening.unused_loans.as_ref()?;
            Some(view.figure(FigureValue::Kroner(unused.value), &unused.provenance))
        }
        Figure::OnLendingLoans => lent_on(view, figure, |class| class.loans.as_ref()),
        Figure::OnLendingInstalments => lent_on(view, figure, |class| class.instalments.as_ref()),
        _ => None,
    }
}

fn definition(view: View<'_, '_>) -> DebtDefinition {
    let rule = view.municipality().rule_for(Indicator::DebtRatio);
    rule.map_or_else(DebtDefinition::default, |rule| rule.debt_definition)
}

fn lent_on<'a>(
    view: View<'_, 'a>,
    figure: Figure,
    series: fn(&'a OnLending) -> Option<&'a SeriesFigure<Kroner>>,
) -> Option<Explanation<'a>> {
    view.standing(figure, series(view.municipality().opening.on_lending.as_ref()?), FigureValue::Kroner)
}

fn opening_debt<'a>(view: View<'_, 'a>, figure: Figure) -> Option<Explanation<'a>> {
    let basis = &view.municipality().opening;
    let value = view.value(figure)?;
    let given = match figure {
        Figure::OrdinaryDebt => basis.debt.as_ref(),
        Figure::SelfCostDebt => basis.self_cost_debt.as_ref(),
        _ => basis.on_lending.as_ref().map(|class| &class.debt),
    };
    let own = figure == Figure::OrdinaryDebt && view.scenario().basis.debt.is_some();
    Some(match given {
        Some(given) => view.figure(value, &given.provenance),
        None if own => view.given(value, Origin::UserFigure),
        None => view.given(value, Origin::Missing),
    })
}
