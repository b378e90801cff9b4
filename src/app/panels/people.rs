//! Aldersgrupper, og hva vekst gir og koster.

use super::DetailsProps;
use crate::app::missing::MissingFigures;
use crate::app::number_field::NumberField;
use crate::app::store::{Action, Settled};
use crate::model::case::Case;
use crate::model::lever::{Lever, Value};
use crate::model::municipality::NeededFigure;
use crate::model::units::Year;
use crate::model::{population, revenue};
use crate::text::Language;
use rust_decimal::Decimal;
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

pub(super) fn view(props: &DetailsProps, language: Language) -> Html {
    let groups = props.municipality.age_groups();
    let case = Case::plain(&props.municipality, &props.scenario);
    let people: Vec<_> = (0..)
        .zip(groups)
        .map(|(index, group)| population::age_group_inhabitants(case, index, group))
        .collect();
    let growth = groups.iter().map(|group| {
        let (dispatch, id) = (props.dispatch.clone(), Lever::GrowthOfAgeGroup.of(&group.id));
        let on_value = Callback::from(move |(value, settled): (Decimal, Settled)| {
            dispatch.dispatch(Action::Set(id.clone(), value.into(), settled));
        });
        let (change, spec) = (props.scenario.growth_of(&group.id), Lever::GrowthOfAgeGroup.spec());
        html! {
            <tr key={group.id.clone()}>
                <th scope="row">{ &group.name }</th>
                <td><NumberField base={format!("alder-{}", group.id.trim_end_matches('+'))}
                    label={language.lever_of(Lever::GrowthOfAgeGroup, &group.name)}
                    value={change.value()} min={spec.min} max={spec.max}
                    decimals={1} signed=true {on_value} /></td>
            </tr>
        }
    });
    let in_year = |year: Year| {
        html! {
            <tr key={year.0}>
                <th scope="row">{ year.to_string() }</th>
                { for people.iter().map(|group| html! { <td>{ language.number(group.at(year).value(), 0) }</td> }) }
                <td>{ language.number(people.iter().map(|group| group.at(year).value()).sum::<Decimal>(), 0) }</td>
            </tr>
        }
    };
    if groups.is_empty() {
        return html! { <>{ super::more(props, Html::default(), language) }{ own_inhabitants(props, language) }</> };
    }
    html! {
        <>
            { super::more(props, html! { <>{ prognosis(props, language) }{ cost_by_age(props, language) }{ real_growth_kept(props, language) }</> }, language) }
            <p>{ language.lever_explained(Lever::GrowthOfAgeGroup) }</p>
            <table class="ds-table" data-size="sm" aria-label={language.age_group()}>
                <thead><tr><th scope="col">{ language.age_group() }</th><th scope="col">{ language.growth_change() }</th></tr></thead>
                <tbody>{ for growth }</tbody>
            </table>
            <table class="ds-table" data-size="sm">
                <caption>{ language.inhabitants_in() }</caption>
                <thead><tr>
                    <th scope="col">{ language.year() }</th>
                    { for groups.iter().map(|group| html! { <th scope="col">{ group.id.replace('-', "–") }</th> }) }
                    <th scope="col">{ language.inhabitants_total() }</th>
                </tr></thead>
                <tbody>{ for props.municipality.years().map(in_year) }</tbody>
            </table>
            { support_ratio(props, language) }
        </>
    }
}

/// Where the document has no inhabitants: what is missing, and a field for the user's own number.
fn own_inhabitants(props: &DetailsProps, language: Language) -> Html {
    html! {
        <MissingFigures needed={vec![NeededFigure::Inhabitants]} base="vekst" title={language.no_inhabitants()}
            municipality={Rc::clone(&props.municipality)} basis={props.scenario.basis.clone()} dispatch={props.dispatch.clone()} />
    }
}

fn support_ratio(props: &DetailsProps, language: Language) -> Html {
    let in_year = |year| {
        let ratio = population::age_support_ratio(&props.municipality, &props.scenario, year)?;
        Some((year, language.number(ratio.value(), 1)))
    };
    let ends = in_year(props.municipality.plan.first_year).zip(in_year(props.municipality.last_year()));
    let Some(((first, then), (last, now))) = ends else { return Html::default() };
    html! { <p>{ language.age_support((first, &then), (last, &now)) }</p> }
}

fn prognosis(props: &DetailsProps, language: Language) -> Html {
    let Some(people) = &props.municipality.population else { return Html::default() };
    if people.alternatives.is_empty() {
        return Html::default();
    }
    let onchange = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: Event| {
            let id = event.target_unchecked_into::<HtmlSelectElement>().value();
            let chosen = if id.is_empty() { Value::AsPlanned } else { Value::from(id.as_str()) };
            dispatch.dispatch(Action::Set(Lever::Prognosis.into(), chosen, Settled::Yes));
        })
    };
    let chosen = props.scenario.prognosis();
    html! {
        <>
            <label for="prognose">{ language.lever_name(Lever::Prognosis) }</label>{ " " }
            <select class="ds-input" id="prognose" {onchange}>
                <option value="" selected={chosen.is_none()}>{ &people.alternative }</option>
                { for people.alternatives.iter().map(|other| html! {
                    <option value={other.id.clone()} selected={chosen == Some(other.id.as_str())}>{ &other.name }</option>
                }) }
            </select>
        </>
    }
}

/// Both rules for what growth costs, side by side, and the choice between them.
fn cost_by_age(props: &DetailsProps, language: Language) -> Html {
    let case = Case::plain(&props.municipality, &props.scenario);
    let Some(by_age) = population::cost_of_age_change(case) else {
        return Html::default();
    };
    let last = props.municipality.last_year();
    let inhabitants = population::inhabitants(case);
    let growth = revenue::by_rule(case, inhabitants.as_ref()).at(last).growth;
    let by_plan = props.municipality.assumptions.service_share_of_growth.value.of(growth);
    let amount = |amount| language.million_kroner(amount, 0);
    let onchange = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: Event| {
            let by_age = event.target_unchecked_into::<HtmlInputElement>().checked();
            dispatch.dispatch(Action::Set(Lever::CostByAge.into(), by_age.into(), Settled::Yes));
        })
    };
    html! {
        <>
            <label class="hake">
                <input type="checkbox" class="ds-input" id="alderskostnad" checked={props.scenario.costs_follow_age()} {onchange} />
                { language.lever_name(Lever::CostByAge) }
            </label>
            <p>{ language.cost_by_age_explained(&amount(by_plan), &amount(by_age.at(last)), last) }</p>
        </>
    }
}

/// Whether services get their share of real growth, or none of it.
fn real_growth_kept(props: &DetailsProps, language: Language) -> Html {
    let dispatch = props.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let kept = event.target_unchecked_into::<HtmlInputElement>().checked();
        dispatch.dispatch(Action::Set(Lever::KeepRealGrowth.into(), kept.into(), Settled::Yes));
    });
    html! {
        <label class="hake">
            <input type="checkbox" class="ds-input" id="realvekst-beholdes" checked={props.scenario.keeps_real_growth()} {onchange} />
            { language.lever_name(Lever::KeepRealGrowth) }
        </label>
    }
}
