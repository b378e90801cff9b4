//! Investeringer og avskrivninger, prosjekt for prosjekt.

use super::{Explanation, Figure, FigureValue, Form, InputId, Kroner, Origin, Part, Percent, View, numbered};
use super::{Place, Role, Side, investment, minus, opening, plus, times};
use crate::model::figure::InvestmentLine;
use crate::model::investment::{
    cost_in_plan_years, effective_change, finished_in, own_profile, project_cost,
};
use crate::model::municipality::{Financing, Project, SeriesFigure};
use crate::model::scenario::{OwnProject, ProjectChange};

/// A figure of one item of a list.
type Numbered = fn(u16) -> Figure;

pub(super) fn open<'a>(view: View<'_, 'a>, figure: Figure) -> Option<Explanation<'a>> {
    match figure {
        Figure::Investment(line) => view.priced(Figure::InvestmentFixed(line)),
        Figure::InvestmentFixed(line) => {
            if view.lever(InputId::InvestmentVolume) == Percent::HUNDRED {
                return view.all.explain(view.at(Figure::InvestmentBeforeScale(line), view.year));
            }
            let planned = plus(Figure::InvestmentBeforeScale(line));
            view.formula(Form::Share, &[times(Figure::InvestmentVolume), planned])
        }
        Figure::InvestmentVolume => {
            let scale = FigureValue::Percent(view.lever(InputId::InvestmentVolume));
            Some(view.given(scale, Origin::Lever(InputId::InvestmentVolume)))
        }
        Figure::InvestmentBeforeScale(line) => view.floor_if(line, &before_scale(view, line)),
        Figure::PlannedInvestment(line) => planned(view, line),
        Figure::ExtraSales => view.priced(Figure::SaleInScenario),
        Figure::SaleInScenario => {
            let sale = view.scenario().sales.get(&view.year).copied().unwrap_or_default();
            Some(view.given(FigureValue::Kroner(sale), Origin::Lever(InputId::InvestmentVolume)))
        }
        _ => {
            project(view, figure).or_else(|| own_project(view, figure)).or_else(|| depreciation(view, figure))
        }
    }
}

impl<'a> View<'_, 'a> {
    /// Compensation is never below nought; the other lines may be.
    fn floor_if(self, line: InvestmentLine, parts: &[Part]) -> Option<Explanation<'a>> {
        if line == InvestmentLine::Vat { self.floor(parts) } else { self.sum(parts) }
    }
}

/// A line before the lever *Investeringer*: the plan's own, changed projects, the user's own projects.
fn before_scale(view: View<'_, '_>, line: InvestmentLine) -> Vec<Part> {
    let belongs = |self_cost: bool| line != InvestmentLine::SelfCost || self_cost;
    let scenario = view.scenario();
    let (changed, own): (Numbered, Option<Numbered>) = match line {
        InvestmentLine::Expenditure | InvestmentLine::SelfCost => {
            (Figure::ProjectChange, Some(Figure::OwnProjectCost))
        }
        InvestmentLine::Vat => (Figure::VatOfChange, Some(Figure::OwnProjectVat)),
        InvestmentLine::Grants => (Figure::IncomeChange, None),
        InvestmentLine::Rounding => return vec![plus(Figure::PlannedInvestment(line))],
    };
    let listed = numbered(&view.municipality().investments.projects)
        .filter(|(_, project)| effective_change(scenario, project) != ProjectChange::NONE)
        .filter(|(_, project)| belongs(project.self_cost))
        .map(|(index, _)| plus(changed(index)));
    let added = numbered(&scenario.own_projects)
        .filter(|(_, project)| belongs(project.self_cost))
        .filter_map(|(index, _)| own.map(|own| plus(own(index))));
    std::iter::once(plus(Figure::PlannedInvestment(line))).chain(listed).chain(added).collect()
}

/// The printed line, or the sum of the projects where it is not printed.
fn planned<'a>(view: View<'_, 'a>, line: InvestmentLine) -> Option<Explanation<'a>> {
    let plan = &view.municipality().investments;
    let of_projects = |figure: fn(u16) -> Figure, only_self_cost: bool| {
        let listed = numbered(&plan.projects).filter(|(_, project)| project.self_cost || !only_self_cost);
        view.sum(&listed.map(|(index, _)| plus(figure(index))).collect::<Vec<_>>())
    };
    let printed = |read: fn(&'a Financing) -> &'a SeriesFigure<Kroner>| {
        plan.financing.as_ref().map(|financing| view.printed(Some(read(financing))))
    };
    match line {
        InvestmentLine::Expenditure if plan.total.is_some() => view.printed(plan.total.as_ref()),
        InvestmentLine::Expenditure => of_projects(Figure::ProjectInPlan, false),
        InvestmentLine::SelfCost => of_projects(Figure::ProjectInPlan, true),
        InvestmentLine::Vat => printed(|financing| &financing.vat_compensation)
            .unwrap_or_else(|| of_projects(Figure::VatOfProject, false)),
        InvestmentLine::Grants => printed(|financing| &financing.sales_and_grants)
            .unwrap_or_else(|| of_projects(Figure::IncomeOfProject, false)),
        InvestmentLine::Rounding => printed(|financing| &financing.rounding)?,
    }
}

/// The lever that moves a project: its own details, or the postponement of all.
fn mover(view: View<'_, '_>, project: &Project) -> InputId {
    let own = view.scenario().project(&project.id) != ProjectChange::NONE;
    if own { InputId::InvestmentVolume } else { InputId::InvestmentDelay }
}

fn project<'a>(view: View<'_, 'a>, figure: Figure) -> Option<Explanation<'a>> {
    let get = |index: u16| view.municipality().investments.projects.get(usize::from(index));
    let kroner = FigureValue::Kroner;
    match figure {
        Figure::ProjectInPlan(index) => {
            let project = get(index)?;
            Some(view.figure(kroner(project.amounts.at(view.year)), &project.provenance))
        }
        Figure::ProjectAmount(index) => {
            let project = get(index)?;
            Some(view.figure(kroner(project.amount_in(view.year)), &project.provenance))
        }
        Figure::ProjectCost(index) => cost(view, index, get(index)?),
        Figure::ProjectMoved(index) => moved(view, index, get(index)?),
        Figure::ProjectScale(index) => {
            let project = get(index)?;
            let scale = FigureValue::Percent(effective_change(view.scenario(), project).scale);
            Some(view.given(scale, Origin::Lever(mover(view, project))))
        }
        Figure::ProjectChange(index) => {
            view.sum(&[plus(Figure::ProjectCost(index)), minus(Figure::ProjectAmount(index))])
        }
        Figure::VatShare(index) => {
            let project = get(index)?;
            let usual = &view.municipality().assumptions.vat_share;
            let share = FigureValue::Percent(investment::vat_share(view.municipality(), project));
            Some(match project.vat_share {
                _ if project.self_cost => view.given(share, Origin::Definition),
                Some(_) => view.figure(share, &project.provenance),
                None => view.figure(share, &usual.provenance),
            })
        }
        Figure::VatOfProject(index) => {
            let parts = [times(Figure::VatShare(index)), plus(Figure::ProjectInPlan(index))];
            view.formula(Form::Share, &parts)
        }
        Figure::VatOfChange(index) => {
            let parts = [times(Figure::VatShare(index)), plus(Figure::ProjectChange(index))];
            view.formula(Form::Share, &parts)
        }
        Figure::IncomeOfProject(index) => {
            let income = &get(index)?.income;
            let amount = income.iter().map(|income| income.amounts.at(view.year)).sum();
            Some(view.figure(kroner(amount), &income.first()?.provenance))
        }
        Figure::IncomeChange(index) => {
            let change = effective_change(view.scenario(), get(index)?);
            let own = Figure::IncomeOfProject(index);
            if change.included {
                return view.sum(&[(Role::Plus, own, -change.moved), minus(own)]);
            }
            view.sum(&[minus(own)])
        }
        _ => None,
    }
}

/// What a project costs in the scenario: not built, scaled, moved or stretched.
fn cost<'a>(view: View<'_, 'a>, index: u16, project: &Project) -> Option<Explanation<'a>> {
    let change = effective_change(view.scenario(), project);
    if !change.included {
        return Some(view.given(FigureValue::Kroner(Kroner::ZERO), Origin::Lever(mover(view, project))));
    }
    if change.scale == Percent::HUNDRED {
        return moved(view, index, project);
    }
    let parts = [times(Figure::ProjectScale(index)), plus(Figure::ProjectMoved(index))];
    view.formula(Form::Share, &parts)
}

fn moved<'a>(view: View<'_, 'a>, index: u16, project: &Project) -> Option<Explanation<'a>> {
    let change = effective_change(view.scenario(), project);
    let whole = ProjectChange { scale: Percent::HUNDRED, ..change };
    let origin = if change.moved == 0 { Origin::Rule } else { Origin::Lever(mover(view, project)) };
    if change.stretched == 0 {
        let then = view.year.plus(-change.moved);
        return view.same(view.at(Figure::ProjectAmount(index), then), origin);
    }
    let cost = FigureValue::Kroner(project_cost(project, whole, view.year));
    Some(view.given(cost, Origin::Lever(mover(view, project))))
}

fn own_project<'a>(view: View<'_, 'a>, figure: Figure) -> Option<Explanation<'a>> {
    let get = |index: u16| view.scenario().own_projects.get(usize::from(index));
    match figure {
        Figure::OwnProjectCost(index) => {
            let own: &OwnProject = get(index)?;
            let since = usize::try_from(view.year.since(own.start)).unwrap_or(usize::MAX);
            let cost = own_profile(own).get(since).copied().unwrap_or_default();
            Some(view.given(FigureValue::Kroner(cost), Origin::UserFigure))
        }
        Figure::OwnProjectVat(index) => {
            let parts = [times(Figure::OwnVatShare(index)), plus(Figure::OwnProjectCost(index))];
            view.formula(Form::Share, &parts)
        }
        Figure::OwnVatShare(index) => {
            if get(index)?.self_cost {
                return Some(view.given(FigureValue::Percent(Percent::ZERO), Origin::Definition));
            }
            let usual = &view.municipality().assumptions.vat_share;
            Some(view.figure(FigureValue::Percent(usual.value), &usual.provenance))
        }
        _ => None,
    }
}

fn depreciation<'a>(view: View<'_, 'a>, figure: Figure) -> Option<Explanation<'a>> {
    let municipality = view.municipality();
    let get = |index: u16| municipality.investments.projects.get(usize::from(index));
    match figure {
        Figure::Depreciation => {
            view.sum(&[plus(Figure::PrintedDepreciation), plus(Figure::AddedDepreciation)])
        }
        Figure::PrintedDepreciation => {
            view.standing(figure, municipality.account.as_ref()?.depreciation.as_ref(), FigureValue::Kroner)
        }
        Figure::AddedDepreciation => added(view),
        Figure::ProjectDepreciations => {
            let built = numbered(&municipality.investments.projects);
            let built = built.filter(|(_, project)| project.lifetime_years.is_some());
            view.sum(&built.map(|(index, _)| plus(Figure::ProjectDepreciation(index))).collect::<Vec<_>>())
        }
        Figure::ProjectDepreciation(index) => {
            let in_use = finished_in(view.scenario(), get(index)?).is_some_and(|last| view.year > last);
            if !in_use {
                return Some(view.given(FigureValue::Kroner(Kroner::ZERO), Origin::Definition));
            }
            let lifetime = (Role::DividedBy, Figure::Lifetime(index), 0);
            view.formula(Form::PerYear, &[plus(Figure::ProjectTotal(index)), lifetime])
        }
        Figure::ProjectTotal(index) => {
            let cost = |year| view.term(Role::Plus, view.at(Figure::ProjectCost(index), year));
            let total = cost_in_plan_years(municipality, view.scenario(), get(index)?);
            let made = view.sum_of(municipality.years().filter_map(cost).collect())?;
            Some(Explanation { value: FigureValue::Kroner(total), ..made })
        }
        Figure::Lifetime(index) => {
            let project = get(index)?;
            Some(view.figure(FigureValue::Years(project.lifetime_years?), &project.provenance))
        }
        Figure::DepreciationReversed => {
            view.sum(&[plus(Figure::Depreciation), plus(Figure::DepreciationDifference)])
        }
        Figure::DepreciationDifference => difference(view, figure),
        Figure::BookValue if view.year < view.first_year() => {
            let value = municipality.opening.book_value.as_ref()?;
            Some(view.figure(FigureValue::Kroner(value.value), &value.provenance))
        }
        Figure::BookValue => {
            municipality.opening.book_value.as_ref()?;
            let spent = plus(Figure::Investment(InvestmentLine::Expenditure));
            view.sum(&[opening(Figure::BookValue), spent, minus(Figure::Depreciation)])
        }
        _ => None,
    }
}

/// What the scenario has finished, less what the plan had finished by the last printed year.
fn added<'a>(view: View<'_, 'a>) -> Option<Explanation<'a>> {
    view.municipality().account.as_ref()?;
    let year = view.year.min(view.last_printed());
    let in_print = Place { side: Side::Print, figure: Figure::ProjectDepreciations, year };
    let mut terms = view.terms(&[plus(Figure::ProjectDepreciations)]);
    terms.extend(view.term(Role::Minus, in_print));
    view.sum_of(terms)
}

/// What the line Motpost avskrivninger is printed with beyond Avskrivninger.
fn difference<'a>(view: View<'_, 'a>, figure: Figure) -> Option<Explanation<'a>> {
    let reversed = view.municipality().account.as_ref()?.depreciation_reversed.as_ref()?;
    Some(view.figure(view.value(figure)?, &reversed.provenance))
}
