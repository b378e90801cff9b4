//! Tiltak: on and off, partly realised, delayed, added; frames and other income.

use super::{DetailsProps, own};
use crate::app::number_field::NumberField;
use crate::app::store::{Action, Settled};
use crate::model::lever::Lever;
use crate::model::measure;
use crate::model::municipality::{Frame, Measure, Municipality};
use crate::model::units::{Percent, Year};
use crate::text::Language;
use rust_decimal::Decimal;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// With more measures than this, each committee's are folded.
const FEW: usize = 60;

pub(super) fn view(props: &DetailsProps, language: Language) -> Html {
    let municipality = &props.municipality;
    let committees = municipality.measure_groups.committees.iter().map(|committee| {
        let own: Vec<&Measure> =
            municipality.measures.iter().filter(|measure| measure.committee == committee.id).collect();
        let chosen = own.iter().filter(|measure| props.scenario.realisation(measure) > Percent::ZERO).count();
        html! {
            <details key={committee.id.clone()} class="utvalg" open={municipality.measures.len() <= FEW}>
                <summary>{ language.measures_of(&committee.name, own.len(), chosen) }</summary>
                { groups(props, &own, language) }
            </details>
        }
    });
    html! {
        <>
            { super::more(props, html! { <>{ frames(props, language) }{ own::measures(props) }</> }, language) }
            if !municipality.measures.is_empty() {
                <p>{ language.measures_explained(shown_years(municipality)) }</p>
                if municipality.measures.iter().all(|measure| !measure.in_plan) {
                    <p>{ language.no_measure_in_plan() }</p>
                }
            }
            { for committees }
        </>
    }
}

/// Measures of a committee under the headings their document has, in its order.
fn groups(props: &DetailsProps, measures: &[&Measure], language: Language) -> Html {
    let under = measures.chunk_by(|one, next| one.group == next.group).map(|group| {
        let heading = group.first().and_then(|measure| measure.group.clone());
        html! {
            <>
                if let Some(heading) = &heading { <p class="overskrift">{ heading }</p> }
                <ul aria-label={heading}>{ for group.iter().map(|measure| measure_row(props, measure, language)) }</ul>
            </>
        }
    });
    html! { <>{ for under }</> }
}

fn measure_row(props: &DetailsProps, measure: &Measure, language: Language) -> Html {
    let ends = shown_years(&props.municipality);
    let amounts = match &measure.amounts {
        Some(_) => ends.map(|year| language.number(measure.amount_in(year).thousands(), 0)).join(" / "),
        None => language.no_amount().to_owned(),
    };
    let overlap = measure::chosen_overlaps(&props.municipality, &props.scenario, measure)
        .next()
        .filter(|_| props.scenario.realisation(measure) == Percent::ZERO)
        .map(|other| language.overlaps(&other.name));
    if let Some(reason) = measure.locked.clone().or(overlap) {
        return html! {
            <li key={measure.id.clone()} class="tiltak lukket">
                <span>{ &measure.name }</span><span class="belop">{ amounts }</span>
                <span class="merknad">{ format!("{}: {reason}", language.locked()) }</span>
                { remarks(measure, language) }
            </li>
        };
    }
    let realisation = props.scenario.realisation(measure);
    let set = {
        let (dispatch, id) = (props.dispatch.clone(), Lever::MeasureRealisation.of(&measure.id));
        Callback::from(move |(value, settled): (Decimal, Settled)| {
            dispatch.dispatch(Action::Set(id.clone(), value.into(), settled));
        })
    };
    let onchange = {
        let set = set.clone();
        Callback::from(move |event: Event| {
            let on = event.target_unchecked_into::<HtmlInputElement>().checked();
            let realisation = if on { Percent::HUNDRED } else { Percent::ZERO };
            set.emit((realisation.value(), Settled::Yes));
        })
    };
    let delay = props.scenario.measure_delay(&measure.id);
    let put_off = {
        let (dispatch, id) = (props.dispatch.clone(), Lever::MeasureDelay.of(&measure.id));
        Callback::from(move |(value, _): (Decimal, Settled)| {
            dispatch.dispatch(Action::Set(id.clone(), value.into(), Settled::Yes));
        })
    };
    let (share, years) = (Lever::MeasureRealisation.spec(), Lever::MeasureDelay.spec());
    let changed = realisation != measure.realisation_in_plan() || delay != 0;
    html! {
        <li key={measure.id.clone()} class={classes!("tiltak", changed.then_some("endret"))}>
            <label class="hake">
                <input type="checkbox" class="ds-input" checked={realisation > Percent::ZERO} {onchange} />
                { &measure.name }
            </label>
            <span class="belop">{ amounts }</span>
            if changed || realisation > Percent::ZERO {
                <NumberField base={format!("tiltak-{}", measure.id)} label={language.lever_of(Lever::MeasureRealisation, &measure.name)}
                    value={realisation.value()} min={share.min} max={share.max} decimals={0} on_value={set} />
                <span aria-hidden="true">{ language.realisation() }</span>
                <NumberField base={format!("utsett-{}", measure.id)} label={language.lever_of(Lever::MeasureDelay, &measure.name)}
                    value={Decimal::from(delay)} min={years.min} max={years.max} decimals={0} on_value={put_off} />
                <span aria-hidden="true">{ language.delay() }</span>
            }
            { remarks(measure, language) }
            if !measure.in_plan && props.municipality.measures.iter().any(|other| other.in_plan) {
                <span class="merknad">{ language.not_in_plan() }</span>
            }
        </li>
    }
}

/// The document's other remarks on a measure.
fn remarks(measure: &Measure, language: Language) -> Html {
    let said = [
        measure.status.clone(),
        measure.certainty.map(|certainty| language.certainty(certainty).to_owned()),
        measure.statutory.as_deref().map(|law| language.statutory(law)),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    if said.is_empty() {
        return Html::default();
    }
    html! { <span class="merknad">{ said.join(" · ") }</span> }
}

/// The first and the last year that any measure prints an amount for.
fn shown_years(municipality: &Municipality) -> [Year; 2] {
    let printed = municipality.measures.iter().filter_map(|measure| measure.amounts.as_ref());
    let last = printed.filter_map(|amounts| amounts.iter().last()).map(|(year, _)| year).max();
    let first = municipality.plan.first_year;
    [first, last.unwrap_or(first).max(first)]
}

/// The net frames of sectors, each with a change in percent.
fn frames(props: &DetailsProps, language: Language) -> Html {
    let frames = &props.municipality.frames;
    if frames.is_empty() {
        return Html::default();
    }
    let row = |frame: &Frame| {
        let (dispatch, id) = (props.dispatch.clone(), Lever::FrameChange.of(&frame.id));
        let on_value = Callback::from(move |(value, settled): (Decimal, Settled)| {
            dispatch.dispatch(Action::Set(id.clone(), value.into(), settled));
        });
        let (change, spec) = (props.scenario.frame_change(&frame.id), Lever::FrameChange.spec());
        let amount = frame.amounts.values.at(props.municipality.plan.first_year);
        html! {
            <tr key={frame.id.clone()} class={classes!((change != Percent::ZERO).then_some("endret"))}>
                <th scope="row">{ &frame.name }</th>
                <td>{ language.millions(amount, 1) }</td>
                <td><NumberField base={format!("ramme-{}", frame.id)} label={language.lever_of(Lever::FrameChange, &frame.name)}
                    value={change.value()} min={spec.min} max={spec.max} decimals={0} signed=true
                    {on_value} /></td>
            </tr>
        }
    };
    html! {
        <table class="ds-table" data-size="sm">
            <caption>{ language.frames_title() }</caption>
            <thead><tr><td></td><th scope="col">{ language.frame_amount() }</th><th scope="col">{ "%" }</th></tr></thead>
            <tbody>{ for frames.iter().map(row) }</tbody>
        </table>
    }
}
