//! Om tallene: what is not included, and every figure that is estimated, with its arithmetic.

use super::language::use_language;
use crate::exchange::catalogue;
use crate::model::municipality::{Indicator, KeyFigure, Municipality};
use crate::model::order::in_order;
use crate::model::units::Year;
use crate::text::Language;
use std::rc::Rc;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// What the dialog needs.
#[derive(Clone, PartialEq, Properties)]
pub struct AboutProps {
    /// The municipality.
    pub municipality: Rc<Municipality>,
    /// The dialog, for the button that opens it.
    pub dialog: NodeRef,
}

/// The dialog *Om tallene*.
#[component]
pub fn About(props: &AboutProps) -> Html {
    let language = use_language();
    let close = {
        let dialog = props.dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    let municipality = &props.municipality;
    let document = |document: &crate::model::municipality::Document| {
        let note = document.note.clone().unwrap_or_default();
        html! { <li>{ format!("{}, {} ({}). {note}", document.title, document.publisher, document.date) }</li> }
    };
    html! {
        <dialog class="ds-dialog" id="om-tallene" ref={props.dialog.clone()} aria-labelledby="om-tallene-tittel">
            <button type="button" class="ds-button lukk" data-variant="secondary" onclick={close}>{ language.close() }</button>
            <h2 id="om-tallene-tittel">{ language.about_figures() }</h2>
            <p>{ language.not_a_forecast() }{ " " }{ language.extension_starts() }{ "." }</p>
            <h3>{ language.not_included_title() }</h3>
            <ul>{ for municipality.plan.reservations.iter().map(|text| html! { <li>{ text }</li> }) }</ul>
            <h3>{ language.estimated_title() }</h3>
            <dl>{ for estimates(props, language).into_iter().map(|(name, note)| html! { <><dt>{ name }</dt><dd>{ note }</dd></> }) }</dl>
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
        </dialog>
    }
}

/// Every estimated figure of the baseline by the name it has in the file, with how it was computed.
fn estimates(props: &AboutProps, language: Language) -> Vec<(String, String)> {
    let estimates = catalogue::estimates(&props.municipality);
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
