//! Inntekter og innbyggere.

use super::{Explanation, Figure, FigureValue, Form, InputId, Kroner, Origin, Percent, View, numbered};
use super::{Persons, Role, opening, plus, population, times};
use crate::model::figure::RevenueLine;
use crate::model::municipality::{AgeGroup, OperatingAccount, SeriesFigure};

pub(super) fn open<'a>(view: View<'_, 'a>, figure: Figure) -> Option<Explanation<'a>> {
    match figure {
        Figure::OperatingRevenue => view.sum(&RevenueLine::ALL.map(|line| plus(Figure::Revenue(line)))),
        Figure::GrossRevenue => view.priced(Figure::GrossRevenueFixed),
        Figure::GrossRevenueFixed => gross_fixed(view),
        Figure::FirstGrossRevenue => first_gross(view),
        Figure::RevenueChange => revenue_change(view),
        Figure::IncomeGrowth => growth(view, Figure::RevenueByInhabitants),
        Figure::Revenue(line) => view.priced(Figure::RevenueFixed(line)),
        Figure::RevenueFixed(line) => {
            view.sum(&[plus(Figure::RevenueByRule(line)), plus(Figure::RevenueCalibration(line))])
        }
        Figure::RevenueByRule(line) => by_rule(view, line),
        Figure::RevenueByInhabitants(line) => by_inhabitants(view, line),
        Figure::FirstRevenue(RevenueLine::Undivided) => {
            if view.municipality().account.is_some() {
                return None;
            }
            view.same(view.at(Figure::FirstGrossRevenue, view.first_year()), Origin::Rule)
        }
        Figure::FirstRevenue(line) | Figure::PrintedRevenue(line) => {
            view.printed(account_line(view.municipality().account.as_ref()?, line))
        }
        Figure::RealGrowth(RevenueLine::Undivided) => {
            view.formula(Form::Share, &[times(Figure::RealGrowthRate), plus(Figure::FreeRevenue)])
        }
        Figure::RealGrowth(line) => {
            let grown = plus(Figure::RevenueByInhabitants(line));
            view.formula(Form::Share, &[times(Figure::RealGrowthRate), grown])
        }
        Figure::FreeRevenue => {
            let grown = plus(Figure::RevenueByInhabitants(RevenueLine::Undivided));
            view.formula(Form::Share, &[times(Figure::FreeRevenueShare), grown])
        }
        Figure::RevenueCalibration(line) => {
            view.calibrated(figure, Figure::PrintedRevenue(line), Figure::RevenueByRule(line))
        }
        _ => leaf(view, figure).or_else(|| people(view, figure)),
    }
}

fn leaf<'a>(view: View<'_, 'a>, figure: Figure) -> Option<Explanation<'a>> {
    let since = view.year.since(view.first_year());
    match figure {
        Figure::RealGrowthRate => {
            let grown = view.lever(InputId::RealRevenueGrowth).compounded(since).growth();
            Some(view.given(FigureValue::Percent(grown), Origin::Lever(InputId::RealRevenueGrowth)))
        }
        Figure::FreeRevenueShare => Some(match &view.municipality().assumptions.free_revenue_share {
            Some(share) => view.figure(FigureValue::Percent(share.value), &share.provenance),
            None => view.given(FigureValue::Percent(Percent::HUNDRED), Origin::Standard),
        }),
        Figure::OwnPropertyTax => {
            let more = Kroner::from_millions(view.scenario().get(InputId::PropertyTax));
            let more = if since > 0 { more } else { Kroner::ZERO };
            Some(view.given(FigureValue::Kroner(more), Origin::Lever(InputId::PropertyTax)))
        }
        Figure::PriceIndex if since > 0 && view.result()?.price_index != super::Ratio::ONE => {
            view.formula(Form::Compounded, &[opening(Figure::PriceIndex), times(Figure::Deflator)])
        }
        Figure::PriceIndex => Some(view.given(FigureValue::Ratio(super::Ratio::ONE), Origin::Definition)),
        Figure::Deflator => {
            view.standing(figure, view.municipality().assumptions.deflator.as_ref(), FigureValue::Percent)
        }
        _ => None,
    }
}

fn account_line(account: &OperatingAccount, line: RevenueLine) -> Option<&SeriesFigure<Kroner>> {
    match line {
        RevenueLine::Undivided => None,
        RevenueLine::BlockGrant => account.block_grant.as_ref(),
        RevenueLine::IncomeTax => account.income_tax.as_ref(),
        RevenueLine::PropertyTax => account.property_tax.as_ref(),
        RevenueLine::OtherGeneral => account.other_general.as_ref(),
    }
}

/// Undivided income is brutto driftsinntekter itself; otherwise these change by the same kroner as the lines.
fn gross_fixed<'a>(view: View<'_, 'a>) -> Option<Explanation<'a>> {
    if view.municipality().account.is_none() {
        return view.sum(&RevenueLine::ALL.map(|line| plus(Figure::RevenueFixed(line))));
    }
    let first = view.term(Role::Plus, view.at(Figure::FirstGrossRevenue, view.first_year()))?;
    let terms = std::iter::once(first).chain(view.terms(&[plus(Figure::RevenueChange)]));
    view.sum_of(terms.collect())
}

fn first_gross<'a>(view: View<'_, 'a>) -> Option<Explanation<'a>> {
    let printed = view.municipality().opening.operating_revenue.as_ref();
    if let Some(printed) = printed {
        return Some(view.figure(FigureValue::Kroner(printed.value), &printed.provenance));
    }
    let own = view.scenario().basis.operating_revenue?;
    Some(view.given(FigureValue::Kroner(own), Origin::UserFigure))
}

fn revenue_change<'a>(view: View<'_, 'a>) -> Option<Explanation<'a>> {
    growth(view, Figure::RevenueFixed)
}

/// What the lines have become, less what they were in the first year; a line that stands is left out.
fn growth<'a>(view: View<'_, 'a>, now: fn(RevenueLine) -> Figure) -> Option<Explanation<'a>> {
    let pair = |line: RevenueLine| {
        let now = view.term(Role::Plus, view.at(now(line), view.year));
        let first = view.term(Role::Minus, view.at(Figure::FirstRevenue(line), view.first_year()));
        let moved = now.is_some_and(|now| Some(now.value) != first.map(|first| first.value));
        now.into_iter().chain(first).filter(move |_| moved)
    };
    let moved: Vec<_> = RevenueLine::ALL.into_iter().flat_map(pair).collect();
    if moved.is_empty() {
        return Some(view.given(FigureValue::Kroner(Kroner::ZERO), Origin::Definition));
    }
    view.sum_of(moved)
}

fn by_rule<'a>(view: View<'_, 'a>, line: RevenueLine) -> Option<Explanation<'a>> {
    let first = view.at(Figure::FirstRevenue(line), view.first_year());
    match line {
        RevenueLine::OtherGeneral => view.same(first, Origin::Carried),
        RevenueLine::PropertyTax => {
            let terms = view.term(Role::Plus, first).into_iter();
            let terms = terms.chain(view.terms(&[plus(Figure::OwnPropertyTax)])).collect();
            let sum = view.sum_of(terms)?;
            let floored = Form::SumNotBelowZero.value_of(&sum.terms)?;
            let form = if floored == sum.value { Form::Sum } else { Form::SumNotBelowZero };
            Some(Explanation { form, value: floored, ..sum })
        }
        _ => view.sum(&[plus(Figure::RevenueByInhabitants(line)), plus(Figure::RealGrowth(line))]),
    }
}

fn by_inhabitants<'a>(view: View<'_, 'a>, line: RevenueLine) -> Option<Explanation<'a>> {
    let follows = matches!(line, RevenueLine::Undivided | RevenueLine::BlockGrant | RevenueLine::IncomeTax);
    if !follows {
        return None;
    }
    let first_year = view.first_year();
    let first = view.at(Figure::FirstRevenue(line), first_year);
    let lag = view.municipality().assumptions.revenue_lag_years.as_ref().map_or(0, |years| years.value);
    let counted = view.year.plus(-i32::try_from(lag).unwrap_or(0)).max(first_year);
    let people = |role, year| view.term(role, view.at(Figure::Inhabitants, year));
    let Some(then) = people(Role::Times, counted) else { return view.same(first, Origin::Carried) };
    let terms = [view.term(Role::Plus, first), Some(then), people(Role::DividedBy, first_year)];
    view.made(Form::FollowsInhabitants, terms.into_iter().flatten().collect())
}

fn people<'a>(view: View<'_, 'a>, figure: Figure) -> Option<Explanation<'a>> {
    let municipality = view.municipality();
    let group = |index: u16| municipality.age_groups().get(usize::from(index));
    let lever = |growth: Percent| {
        Some(view.given(FigureValue::Percent(growth), Origin::Lever(InputId::PopulationGrowth)))
    };
    match figure {
        Figure::Inhabitants => inhabitants(view),
        Figure::AgeGroup(index) => age_group(view, index, group(index)?),
        Figure::Prognosis(index) => prognosis(view, group(index)?),
        Figure::PopulationRounding => {
            let printed = municipality.population.as_ref()?;
            let groups: Persons =
                printed.age_groups.iter().map(|group| group.inhabitants.at(view.year)).sum();
            let rounding = printed.total.inhabitants.at(view.year) - groups;
            Some(view.figure(FigureValue::Persons(rounding), &printed.total.provenance))
        }
        Figure::ExtraGrowth(index) => {
            lever(population::extra_growth(view.scenario(), Some(&group(index)?.id)))
        }
        Figure::PopulationGrowth => lever(population::extra_growth(view.scenario(), None)),
        _ => None,
    }
}

/// The sum of the groups; or the user's own number, which grows with the lever alone.
fn inhabitants<'a>(view: View<'_, 'a>) -> Option<Explanation<'a>> {
    if view.municipality().population.is_some() {
        let groups = numbered(view.municipality().age_groups());
        let mut parts: Vec<_> = groups.map(|(index, _)| plus(Figure::AgeGroup(index))).collect();
        parts.push(plus(Figure::PopulationRounding));
        return view.sum(&parts);
    }
    let own = view.scenario().basis.inhabitants?;
    if view.year <= view.first_year() {
        return Some(view.given(FigureValue::Persons(own), Origin::UserFigure));
    }
    if population::extra_growth(view.scenario(), None) == Percent::ZERO {
        return view.same(view.at(Figure::Inhabitants, view.first_year()), Origin::Carried);
    }
    view.formula(Form::Grown, &[opening(Figure::Inhabitants), times(Figure::PopulationGrowth)])
}

fn age_group<'a>(view: View<'_, 'a>, index: u16, group: &AgeGroup) -> Option<Explanation<'a>> {
    let extra = population::extra_growth(view.scenario(), Some(&group.id));
    if extra == Percent::ZERO || view.year <= view.first_year() {
        return view.same(view.at(Figure::Prognosis(index), view.year), Origin::Rule);
    }
    let prognosis = Figure::Prognosis(index);
    let parts = [
        opening(Figure::AgeGroup(index)),
        times(prognosis),
        (Role::DividedBy, prognosis, -1),
        plus(Figure::ExtraGrowth(index)),
    ];
    view.formula(Form::Grown, &parts)
}

fn prognosis<'a>(view: View<'_, 'a>, group: &'a AgeGroup) -> Option<Explanation<'a>> {
    let municipality = view.municipality();
    let people = population::chosen_prognosis(municipality, view.scenario(), group).at(view.year);
    let alternatives = &municipality.population.as_ref()?.alternatives;
    let chosen = alternatives.iter().find(|alternative| {
        Some(&alternative.id) == view.scenario().prognosis.as_ref()
            && alternative.inhabitants.contains_key(&group.id)
    });
    let provenance = chosen.map_or(&group.provenance, |alternative| &alternative.provenance);
    Some(view.figure(FigureValue::Persons(people), provenance))
}
