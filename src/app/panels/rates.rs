//! Rente år for år, og hvilke priser figures are shown in.

use super::DetailsProps;
use crate::app::number_field::NumberField;
use crate::app::store::{Action, Settled};
use crate::model::case::Case;
use crate::model::debt;
use crate::model::lever::Lever;
use crate::model::scenario::Prices;
use crate::model::units::Year;
use crate::text::Language;
use rust_decimal::Decimal;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

pub(super) fn view(props: &DetailsProps, language: Language) -> Html {
    let planned = &props.municipality.assumptions.average_rate.values;
    let paid = debt::average_rate(Case::plain(&props.municipality, &props.scenario));
    let row = |year: Year| {
        let dispatch = props.dispatch.clone();
        let on_value = Callback::from(move |(value, settled): (Decimal, Settled)| {
            dispatch.dispatch(Action::Set(Lever::RateInYear.of(year), value.into(), settled));
        });
        let (change, spec) = (props.scenario.rate_in(year), Lever::RateInYear.spec());
        html! {
            <tr key={year.0}>
                <th scope="row">{ year.to_string() }</th>
                <td>{ language.percent(planned.at_or_last(year), 1) }</td>
                <td><NumberField base={format!("rente-{year}")} label={language.lever_of(Lever::RateInYear, &year.to_string())}
                    value={change.value()} min={spec.min} max={spec.max} decimals={2} signed=true
                    {on_value} /></td>
                <td>{ language.percent(paid.at(year), 2) }</td>
            </tr>
        }
    };
    html! {
        <>
            { prices(props, language) }
            <p>{ language.lever_explained(Lever::RateInYear) }</p>
            <table class="ds-table" data-size="sm" aria-label={language.details_of(Lever::InterestRate)}>
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
