//! Om tallene: what is not included, and every figure that is estimated, with its arithmetic.

use crate::exchange::catalogue;
use crate::model::municipality::{Document, Indicator, KeyFigure, Municipality};
use crate::model::order::in_order;
use crate::model::units::Year;
use crate::text::Language;
use yew::prelude::*;

/// The panel *Om tallene*.
pub(super) fn view(municipality: &Municipality, language: Language) -> Html {
    let document = |document: &Document| {
        let remark = document.note.clone().unwrap_or_default();
        html! { <li>{ format!("{}, {} ({}). {remark}", document.title, document.publisher, document.date) }</li> }
    };
    html! {
        <div class="om">
            <p><strong>{ language.plan_is(&municipality.plan) }{ "." }</strong>{ " " }{ language.not_a_forecast() }{ " " }{ language.extension_starts() }{ "." }</p>
            <h3>{ language.not_included_title() }</h3>
            <ul>{ for municipality.plan.reservations.iter().map(|text| html! { <li>{ text }</li> }) }</ul>
            <h3>{ language.estimated_title() }</h3>
            <dl>{ for estimates(municipality, language).into_iter().map(|(name, note)| html! { <><dt>{ name }</dt><dd>{ note }</dd></> }) }</dl>
            if !municipality.ready_made.is_empty() { <h3>{ language.ready_made() }</h3> }
            { for municipality.ready_made.iter().map(|scenario| html! {
                <>
                    <p><strong>{ &scenario.name }</strong>{ ": " }{ &scenario.description }</p>
                    <ul>{ for scenario.not_printed.iter().map(|text| html! { <li>{ text }</li> }) }</ul>
                </>
            }) }
            if !municipality.key_figures.is_empty() { { key_figures(municipality, language) } }
            <h3>{ language.documents_title() }</h3>
            <ul>{ for municipality.documents.iter().map(document) }</ul>
        </div>
    }
}

/// Every estimated figure of the baseline by the name it has in the file, with how it was computed.
fn estimates(municipality: &Municipality, language: Language) -> Vec<(String, String)> {
    let estimates = catalogue::estimates(municipality);
    estimates.into_iter().map(|(key, note)| (language.key_in_words(&key), note)).collect()
}

/// Printed ratios of earlier years, a table for each indicator.
fn key_figures(municipality: &Municipality, language: Language) -> Html {
    let tables = Indicator::ALL.into_iter().filter_map(|indicator| {
        let figures: Vec<&KeyFigure> =
            municipality.key_figures.iter().filter(|figure| figure.indicator == indicator).collect();
        let mut years = in_order(figures.iter().map(|figure| figure.year), |one, other| one < other);
        years.dedup();
        let mut who: Vec<&str> = Vec::new();
        for figure in &figures {
            if !who.contains(&figure.entity.as_str()) {
                who.push(&figure.entity);
            }
        }
        let cell = |entity: &str, year: Year| {
            let figure = figures.iter().find(|figure| figure.entity == entity && figure.year == year);
            figure.map_or_else(|| "–".to_owned(), |figure| language.percent(figure.percent, 1))
        };
        (!figures.is_empty()).then(|| html! {
            <table class="ds-table" data-size="sm">
                <caption>{ language.indicator_name(indicator) }{ ", " }{ language.of_revenue() }</caption>
                <thead><tr><td></td>{ for years.iter().map(|year| html! { <th scope="col">{ year.to_string() }</th> }) }</tr></thead>
                <tbody>{ for who.iter().map(|entity| html! {
                    <tr><th scope="row">{ *entity }</th>{ for years.iter().map(|year| html! { <td>{ cell(entity, *year) }</td> }) }</tr>
                }) }</tbody>
            </table>
        })
    });
    html! { <><h3>{ language.earlier_years() }</h3>{ for tables }</> }
}
