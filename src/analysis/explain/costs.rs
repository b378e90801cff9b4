//! Driftsutgifter: need, restructuring, measures, frames, buildings, wages and prices.

use super::{Explanation, Figure, FigureValue, Form, InputId, Kroner, Origin, Percent, View, numbered};
use super::{Part, Role, minus, plus, times};
use crate::model::investment::finished_in;
use crate::model::measure::{one_off_cost, own_amount_in};
use crate::model::municipality::Measure;
use crate::model::scenario::Scenario;
use crate::model::services::WAGES_IN_DEFLATOR;

/// Costs by the rules, in the order of the formula in [`services`](crate::model::services).
const AFTER_FIRST_COSTS: [Part; 8] = [
    plus(Figure::GrowthOfNeed),
    minus(Figure::PlanRestructuring),
    plus(Figure::FileCalibration),
    plus(Figure::Dearer),
    minus(Figure::OwnRestructuring),
    plus(Figure::Measures),
    plus(Figure::Frames),
    plus(Figure::BuildingEffects),
];

pub(super) fn open<'a>(view: View<'_, 'a>, figure: Figure) -> Option<Explanation<'a>> {
    match figure {
        Figure::OperatingCosts => view.priced(Figure::OperatingCostsFixed),
        Figure::OperatingCostsFixed => by_rule(view, &AFTER_FIRST_COSTS, &[plus(Figure::CostCalibration)]),
        Figure::OperatingCostsByRule => by_rule(view, &AFTER_FIRST_COSTS, &[]),
        Figure::PlannedCosts => by_rule(view, AFTER_FIRST_COSTS.get(..3)?, &[]),
        Figure::FirstCosts => first_costs(view),
        Figure::PrintedCosts => view.printed(Some(&view.municipality().account.as_ref()?.appropriations)),
        Figure::CostCalibration => {
            view.calibrated(figure, Figure::PrintedCosts, Figure::OperatingCostsByRule)
        }
        Figure::GrowthOfNeed => need(view),
        Figure::AgeCost(group) => age_cost(view, group),
        Figure::CostPerInhabitant(group) => {
            let cost =
                view.municipality().age_groups().get(usize::from(group))?.cost_per_inhabitant.as_ref()?;
            Some(view.figure(FigureValue::Kroner(cost.value), &cost.provenance))
        }
        Figure::ServiceShare => {
            let share = &view.municipality().assumptions.service_share_of_growth;
            Some(view.figure(FigureValue::Percent(share.value), &share.provenance))
        }
        Figure::PlanRestructuring => {
            let savings = view.municipality().restructuring.as_ref().map(|own| &own.savings);
            view.standing(figure, savings, FigureValue::Kroner)
        }
        Figure::FileCalibration => view.printed(view.municipality().calibration.as_ref()),
        _ => dearer(view, figure).or_else(|| savings(view, figure)).or_else(|| details(view, figure)),
    }
}

/// The costs of the first year, and what has come to them since.
fn by_rule<'a>(view: View<'_, 'a>, parts: &[Part], more: &[Part]) -> Option<Explanation<'a>> {
    let first = view.term(Role::Plus, view.at(Figure::FirstCosts, view.first_year()));
    let since = view.terms(parts).into_iter().chain(view.terms(more));
    view.sum_of(first.into_iter().chain(since).collect())
}

fn first_costs<'a>(view: View<'_, 'a>) -> Option<Explanation<'a>> {
    let municipality = view.municipality();
    let Some(account) = &municipality.account else {
        let costs = municipality.opening.operating_costs.as_ref()?;
        return Some(view.figure(FigureValue::Kroner(costs.value), &costs.provenance));
    };
    let costs = FigureValue::Kroner(account.appropriations.values.at(view.first_year()));
    Some(view.figure(costs, &account.appropriations.provenance))
}

/// A share of the growth in income, or what the change in each age group costs.
fn need<'a>(view: View<'_, 'a>) -> Option<Explanation<'a>> {
    let groups = view.municipality().age_groups();
    let has_costs = groups.iter().any(|group| group.cost_per_inhabitant.is_some());
    if view.scenario().cost_by_age && has_costs {
        let parts: Vec<_> = numbered(groups).map(|(index, _)| plus(Figure::AgeCost(index))).collect();
        return view.sum(&parts);
    }
    view.formula(Form::Share, &[times(Figure::ServiceShare), plus(Figure::IncomeGrowth)])
}

fn age_cost<'a>(view: View<'_, 'a>, group: u16) -> Option<Explanation<'a>> {
    let people = Figure::AgeGroup(group);
    let mut terms = view.terms(&[times(Figure::CostPerInhabitant(group)), plus(people)]);
    terms.extend(view.term(Role::Minus, view.at(people, view.first_year())));
    view.made(Form::ForEachMore, terms)
}

/// Wages and prices beyond what the deflator covers.
fn dearer<'a>(view: View<'_, 'a>, figure: Figure) -> Option<Explanation<'a>> {
    let years = view.year.since(view.first_year());
    let grown = |input: InputId| {
        let growth = view.lever(input).compounded(years).growth();
        Some(view.given(FigureValue::Percent(growth), Origin::Lever(input)))
    };
    match figure {
        Figure::Dearer => view.formula(Form::Share, &[times(Figure::DearerRate), plus(Figure::PlannedCosts)]),
        Figure::DearerRate => view.sum(&[plus(Figure::WagePart), plus(Figure::PricePart)]),
        Figure::WagePart => view.formula(Form::Share, &[times(Figure::WageShare), times(Figure::WageGrowth)]),
        Figure::PricePart => {
            view.formula(Form::Share, &[times(Figure::PriceShare), times(Figure::PriceGrowth)])
        }
        Figure::WageShare => Some(match &view.municipality().assumptions.wage_share {
            Some(share) => view.figure(FigureValue::Percent(share.value), &share.provenance),
            None => view.given(FigureValue::Percent(WAGES_IN_DEFLATOR), Origin::Standard),
        }),
        Figure::PriceShare => view.formula(Form::RestOfHundred, &[plus(Figure::WageShare)]),
        Figure::WageGrowth => grown(InputId::WageGrowth),
        Figure::PriceGrowth => grown(InputId::PriceGrowth),
        _ => None,
    }
}

/// The unallocated requirement, and every measure that differs from the plan.
fn savings<'a>(view: View<'_, 'a>, figure: Figure) -> Option<Explanation<'a>> {
    let by_user = |value| Some(view.given(value, Origin::Lever(InputId::Restructuring)));
    let measure = |index: u16| view.municipality().measures.get(usize::from(index));
    match figure {
        Figure::OwnRestructuring => {
            let parts = [times(Figure::Realisation), plus(Figure::RestructuringLever)];
            view.formula(Form::Share, &parts)
        }
        Figure::RestructuringLever => {
            by_user(FigureValue::Kroner(Kroner::from_millions(view.scenario().get(InputId::Restructuring))))
        }
        Figure::Realisation => {
            let realised = FigureValue::Percent(view.lever(InputId::Realisation));
            Some(view.given(realised, Origin::Lever(InputId::Realisation)))
        }
        Figure::Measures => measures(view),
        Figure::Measure(index) => {
            let now = plus(Figure::MeasureNow(index));
            if measure(index)?.in_plan {
                return view.sum(&[now, minus(Figure::MeasureAmount(index))]);
            }
            view.sum(&[now])
        }
        Figure::MeasureNow(index) => {
            realised(view, Figure::MeasureChosen(index), view.kroner(Figure::MeasureChosen(index)))
        }
        Figure::MeasureChosen(index) => {
            let delay = view.scenario().measures_delayed.get(&measure(index)?.id).copied().unwrap_or(0);
            let back = -i32::try_from(delay).unwrap_or(0);
            let amount = (Role::Plus, Figure::MeasureAmount(index), back);
            view.formula(Form::Share, &[times(Figure::MeasureRealisation(index)), amount])
        }
        Figure::MeasureRealisation(index) => {
            by_user(FigureValue::Percent(view.scenario().realisation(measure(index)?)))
        }
        Figure::MeasureAmount(index) => {
            let measure = measure(index)?;
            Some(view.figure(FigureValue::Kroner(measure.amount_in(view.year)), &measure.provenance))
        }
        _ => own_measure(view, figure),
    }
}

/// Of a saving only the lever *Gjennomføring* is realised; a cost comes in full.
fn realised<'a>(view: View<'_, 'a>, whole: Figure, amount: Kroner) -> Option<Explanation<'a>> {
    if amount.is_negative() && view.lever(InputId::Realisation) != Percent::HUNDRED {
        return view.formula(Form::Share, &[times(Figure::Realisation), plus(whole)]);
    }
    view.same(view.at(whole, view.year), Origin::Rule)
}

fn measures<'a>(view: View<'_, 'a>) -> Option<Explanation<'a>> {
    let scenario = view.scenario();
    let all_realised = view.lever(InputId::Realisation) == Percent::HUNDRED;
    let differs = |measure: &Measure| {
        let chosen = scenario.measures.contains_key(&measure.id);
        let delayed = scenario.measures_delayed.contains_key(&measure.id);
        measure.is_open() && (chosen || delayed || (!all_realised && measure.in_plan))
    };
    let listed = numbered(&view.municipality().measures)
        .filter(|(_, measure)| differs(measure))
        .map(|(index, _)| plus(Figure::Measure(index)));
    let own = numbered(&scenario.own_measures).map(|(index, _)| plus(Figure::OwnMeasure(index)));
    view.sum(&listed.chain(own).collect::<Vec<_>>())
}

fn own_measure<'a>(view: View<'_, 'a>, figure: Figure) -> Option<Explanation<'a>> {
    let own = |index: u16| view.scenario().own_measures.get(usize::from(index));
    let typed = |amount| Some(view.given(FigureValue::Kroner(amount), Origin::UserFigure));
    match figure {
        Figure::OwnMeasure(index) => {
            view.sum(&[plus(Figure::OwnMeasureEffect(index)), plus(Figure::OwnMeasureOneOff(index))])
        }
        Figure::OwnMeasureEffect(index) => {
            realised(view, Figure::OwnMeasureAmount(index), view.kroner(Figure::OwnMeasureAmount(index)))
        }
        Figure::OwnMeasureAmount(index) => typed(own_amount_in(own(index)?, view.year)),
        Figure::OwnMeasureOneOff(index) => typed(one_off_cost(own(index)?, view.year)),
        _ => None,
    }
}

/// Frames of sectors, and buildings finished in other years than planned.
fn details<'a>(view: View<'_, 'a>, figure: Figure) -> Option<Explanation<'a>> {
    let (municipality, scenario) = (view.municipality(), view.scenario());
    match figure {
        Figure::Frames => {
            let changed = numbered(&municipality.frames)
                .filter(|(_, frame)| scenario.frames.contains_key(&frame.id))
                .map(|(index, _)| plus(Figure::Frame(index)));
            view.sum(&changed.collect::<Vec<_>>())
        }
        Figure::Frame(index) => {
            let parts = [times(Figure::FrameChange(index)), plus(Figure::FrameAmount(index))];
            view.formula(Form::Share, &parts)
        }
        Figure::FrameChange(index) => {
            let change = scenario.frames.get(&municipality.frames.get(usize::from(index))?.id)?;
            Some(view.given(FigureValue::Percent(*change), Origin::Lever(InputId::Restructuring)))
        }
        Figure::FrameAmount(index) => {
            let frame = municipality.frames.get(usize::from(index))?;
            view.standing(figure, Some(&frame.amounts), FigureValue::Kroner)
        }
        Figure::BuildingEffects => {
            let planned = numbered(&municipality.investments.projects);
            let planned = planned.filter(|(_, project)| project.operating_effect.is_some());
            let own = numbered(&scenario.own_projects);
            let parts = planned
                .map(|(index, _)| plus(Figure::BuildingEffect(index)))
                .chain(own.map(|(index, _)| plus(Figure::OwnProjectEffect(index))));
            view.sum(&parts.collect::<Vec<_>>())
        }
        Figure::BuildingEffect(index) => building_effect(view, index),
        Figure::OwnProjectEffect(index) => {
            let own = scenario.own_projects.get(usize::from(index))?;
            let last = own.start.plus(i32::try_from(own.years.max(1)).unwrap_or(1) - 1);
            let effect = if view.year > last { own.operating_effect } else { Kroner::ZERO };
            Some(view.given(FigureValue::Kroner(effect), Origin::UserFigure))
        }
        _ => None,
    }
}

/// The effect of a building that is in use in the scenario and not in the plan, or the other way round.
fn building_effect<'a>(view: View<'_, 'a>, index: u16) -> Option<Explanation<'a>> {
    let project = view.municipality().investments.projects.get(usize::from(index))?;
    let effect = project.operating_effect.as_ref()?;
    let in_use = |scenario: &Scenario| finished_in(scenario, project).is_some_and(|last| view.year > last);
    let change = match (in_use(&Scenario::plan()), in_use(view.scenario())) {
        (false, true) => effect.value,
        (true, false) => -effect.value,
        _ => Kroner::ZERO,
    };
    Some(view.figure(FigureValue::Kroner(change), &effect.provenance))
}
