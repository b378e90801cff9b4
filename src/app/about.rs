//! Om tallene: what is not included, and every figure that is estimated, with its arithmetic.

use crate::model::municipality::{Municipality, Provenance, Quality};
use crate::text::{Bokmal, Phrases};
use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// What the dialog needs.
#[derive(Clone, PartialEq, Properties)]
pub struct AboutProps {
    /// The municipality.
    pub municipality: &'static Municipality,
    /// The dialog, for the button that opens it.
    pub dialog: NodeRef,
}

/// The dialog *Om tallene*.
#[component]
pub fn About(props: &AboutProps) -> Html {
    let close = {
        let dialog = props.dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    let municipality = props.municipality;
    let document = |document: &crate::model::municipality::Document| {
        let note = document.note.clone().unwrap_or_default();
        html! { <li>{ format!("{}, {} ({}). {note}", document.title, document.publisher, document.date) }</li> }
    };
    html! {
        <dialog class="ds-dialog" id="om-tallene" ref={props.dialog.clone()} aria-labelledby="om-tallene-tittel">
            <button type="button" class="ds-button lukk" data-variant="secondary" onclick={close}>{ Bokmal.close() }</button>
            <h2 id="om-tallene-tittel">{ Bokmal.about_figures() }</h2>
            <p>{ Bokmal.not_a_forecast() }{ " " }{ Bokmal.extension_starts() }{ "." }</p>
            <h3>{ Bokmal.not_included_title() }</h3>
            <ul>{ for municipality.plan.reservations.iter().map(|text| html! { <li>{ text }</li> }) }</ul>
            <h3>{ Bokmal.estimated_title() }</h3>
            <dl>{ for estimates(municipality).into_iter().map(|(name, note)| html! { <><dt>{ name }</dt><dd>{ note }</dd></> }) }</dl>
            <h3>{ Bokmal.ready_made() }</h3>
            { for municipality.ready_made.iter().map(|scenario| html! {
                <>
                    <p><strong>{ &scenario.name }</strong>{ ": " }{ &scenario.description }</p>
                    <ul>{ for scenario.not_printed.iter().map(|text| html! { <li>{ text }</li> }) }</ul>
                </>
            }) }
            <h3>{ Bokmal.documents_title() }</h3>
            <ul>{ for municipality.documents.iter().map(document) }</ul>
        </dialog>
    }
}

/// Every estimated figure of the baseline, by name, with how it was worked out.
fn estimates(municipality: &Municipality) -> Vec<(&'static str, String)> {
    let (opening, assumptions) = (&municipality.opening, &municipality.assumptions);
    let financing = &municipality.investments.financing;
    let figures: [(&'static str, &Provenance); 12] = [
        ("Brutto driftsinntekter", &opening.operating_revenue.provenance),
        ("Driftsutgifter", &opening.operating_costs.provenance),
        ("Lånegjeld ved inngangen", &opening.debt.provenance),
        ("Disposisjonsfond ved inngangen", &opening.disposition_fund.provenance),
        ("Snittrente", &assumptions.average_rate.provenance),
        ("Flytende andel av gjelden", &assumptions.floating_share.provenance),
        ("Rentebinding", &assumptions.fixing_ladder_years.provenance),
        ("Avdrag", &assumptions.instalment_share.provenance),
        ("Merverdiavgift på prosjekter", &assumptions.vat_share.provenance),
        ("Kalibrering", &municipality.calibration.provenance),
        ("Avrunding i finansieringen", &financing.rounding.provenance),
        ("Salg og tilskudd", &financing.sales_and_grants.provenance),
    ];
    figures
        .into_iter()
        .filter(|(_, provenance)| provenance.quality == Quality::Estimated)
        .map(|(name, provenance)| (name, provenance.note.clone().unwrap_or_default()))
        .collect()
}
