//! Rente år for år, og hvilke priser figures are shown in.

use super::DetailsProps;
use crate::app::number_field::NumberField;
use crate::app::store::Action;
use crate::model::case::Case;
use crate::model::debt;
use crate::model::input::RATE_IN_YEAR;
use crate::model::scenario::Prices;
use crate::model::units::{Percent, Year};
use crate::text::Language;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

pub(super) fn view(props: &DetailsProps, language: Language) -> Html {
    let planned = &props.municipality.assumptions.average_rate.values;
    let paid = debt::average_rate(Case::plain(&props.municipality, &props.scenario));
    let row = |year: Year| {
        let dispatch = props.dispatch.clone();
        let on_value = Callback::from(move |(value, settled)| {
            dispatch.dispatch(Action::SetRate(year, Percent::new(value), settled));
        });
        let change = props.scenario.rate_by_year.get(&year).copied().unwrap_or_default();
        html! {
            <tr key={year.0}>
                <th scope="row">{ year.to_string() }</th>
                <td>{ language.percent(planned.at_or_last(year), 1) }</td>
                <td><NumberField base={format!("rente-{year}")} label={language.rate_change_in(year)}
                    value={change.value()} min={RATE_IN_YEAR.min} max={RATE_IN_YEAR.max} decimals={2} signed=true
                    {on_value} /></td>
                <td>{ language.percent(paid.at(year), 2) }</td>
            </tr>
        }
    };
    html! {
        <>
            { prices(props, language) }
            <p>{ language.rate_table_explained() }</p>
            <table class="ds-table" data-size="sm">
                <thead><tr>
                    <th scope="col">{ language.year() }</th><th scope="col">{ language.rate_in_plan() }</th>
                    <th scope="col">{ language.rate_change() }</th><th scope="col">{ language.rate_in_scenario() }</th>
                </tr></thead>
                <tbody>{ for props.municipality.years().map(row) }</tbody>
            </table>
        </>
    }
}

fn prices(props: &DetailsProps, language: Language) -> Html {
    if props.municipality.assumptions.deflator.is_none() {
        return Html::default();
    }
    let now = props.scenario.basis.prices;
    let onchange = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: Event| {
            let key = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Some(prices) = Prices::ALL.into_iter().find(|prices| prices.key() == key) {
                dispatch.dispatch(Action::SetPrices(prices));
            }
        })
    };
    html! {
        <>
            <label for="priser">{ language.prices() }</label>{ " " }
            <select class="ds-input" id="priser" {onchange}>
                { for Prices::ALL.map(|prices| html! {
                    <option value={prices.key()} selected={prices == now}>{ language.prices_name(prices) }</option>
                }) }
            </select>
            <p>{ language.prices_explained() }</p>
        </>
    }
}
