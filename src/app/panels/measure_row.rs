//! Tiltaksraden: one measure with its amounts, how sure it is, and how much of it is realised.

use super::list_tools::switch;
use crate::app::language::use_language;
use crate::app::number_field::NumberField;
use crate::app::store::{Action, AppState, Settled};
use crate::model::lever::Lever;
use crate::model::municipality::{Certainty, Measure, Municipality, Quality};
use crate::model::units::{Kroner, Percent, Year};
use crate::text::{Language, capital};
use rust_decimal::Decimal;
use std::rc::Rc;
use yew::prelude::*;

/// What a row needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct MeasureRowProps {
    /// The municipality.
    pub municipality: Rc<Municipality>,
    /// The place of the measure in its list.
    pub place: usize,
    /// How much of it is realised.
    pub realisation: Percent,
    /// How many years it is put off.
    pub delay: u32,
    /// A chosen measure that counts the same kroner, so that this one cannot be chosen.
    pub overlap: Option<AttrValue>,
    /// The years whose amounts are shown.
    pub years: Vec<Year>,
    /// Whether its remarks are shown.
    pub is_open: bool,
    /// Shows or hides its remarks.
    pub on_open: Callback<MouseEvent>,
    /// Receives changes.
    pub dispatch: UseReducerDispatcher<AppState>,
}

/// A row of the table, and the row of its remarks when they are open.
#[component]
pub(super) fn MeasureRow(props: &MeasureRowProps) -> Html {
    let language = use_language();
    let Some(measure) = props.municipality.measures.get(props.place) else { return Html::default() };
    let is_changed = props.realisation != measure.realisation_in_plan() || props.delay != 0;
    let is_on = props.realisation > Percent::ZERO;
    let locked = locked(props, measure, language);
    let toggle = {
        let (dispatch, id) = (props.dispatch.clone(), Lever::MeasureRealisation.of(&measure.id));
        Callback::from(move |on: bool| {
            let share = if on { Percent::HUNDRED } else { Percent::ZERO };
            dispatch.dispatch(Action::Set(id.clone(), share.value().into(), Settled::Yes));
        })
    };
    let area = props.municipality.measure_groups.committees.iter().find(|area| area.id == measure.committee);
    let remarks = remarks(props, measure, locked.as_deref(), language);
    let remark_id = format!("merknad-{}", measure.id);
    let word = if measure.provenance.quality == Quality::Estimated {
        language.estimate()
    } else {
        language.remark()
    };
    html! {
        <>
            <tr class={classes!("tiltak", is_changed.then_some("endret"), locked.is_some().then_some("lukket"))} data-tiltak={measure.id.clone()}>
                <td class="med">
                    if locked.is_none() { { switch(measure.name.clone(), is_on, is_changed, toggle) } }
                </td>
                <th scope="row">{ &measure.name }
                    if !remarks.is_empty() {
                        { " " }<button type="button" class="anslag" aria-label={language.remark_on(word, &measure.name)}
                            aria-expanded={props.is_open.to_string()} aria-controls={props.is_open.then(|| remark_id.clone())}
                            onclick={props.on_open.clone()}>{ word }</button>
                    }
                </th>
                <td class="omrade">{ area.map(|area| area.name.clone()) }</td>
                { amounts(props, measure, language) }
                <td class="sikkerhet">{ certainty(measure.certainty, language) }</td>
                { fields(props, measure, is_on && locked.is_none(), language) }
            </tr>
            if props.is_open {
                <tr class="felter" id={remark_id}><td></td><td colspan={(props.years.len() + 6).to_string()}>{ remarks.join(" ") }</td></tr>
            }
        </>
    }
}

/// Why it cannot be switched, when it cannot.
fn locked(props: &MeasureRowProps, measure: &Measure, language: Language) -> Option<String> {
    let overlap = props.overlap.as_ref().map(|other| language.overlaps(other));
    measure.locked.clone().or(overlap)
}

/// Whether it saves or costs, and how much each year: in words, never by a sign.
fn amounts(props: &MeasureRowProps, measure: &Measure, language: Language) -> Html {
    if measure.amounts.is_none() {
        return html! {
            <><td></td><td class="ar uten" colspan={props.years.len().to_string()}>{ language.no_amount() }</td></>
        };
    }
    let saves = measure.saves();
    let cell = |year: &Year| {
        let amount = measure.amount_in(*year);
        // In a row that saves, a year that costs says so, and the other way round.
        let differs = amount != Kroner::ZERO && amount.is_negative() != saves;
        html! {
            <td class="ar">{ language.millions(amount.abs(), 1) }
                if differs { <small>{ language.saves_or_costs(amount.is_negative()) }</small> }
                else if amount != Kroner::ZERO { <span class="skjult">{ " " }{ language.saves_or_costs(saves) }</span> }</td>
        }
    };
    html! {
        <><td class="retning">{ language.saves_or_costs(saves) }</td>{ for props.years.iter().map(cell) }</>
    }
}

/// How sure the amount is: a shape and a word.
fn certainty(certainty: Option<Certainty>, language: Language) -> Html {
    let shape = match certainty {
        Some(Certainty::Green) => "sikkert",
        Some(Certainty::Yellow) => "sannsynlig",
        Some(Certainty::Red) => "tvilsomt",
        None => "uvurdert",
    };
    html! { <><span class={classes!("prikk", shape)} aria-hidden="true"></span>{ language.certainty_word(certainty) }</> }
}

/// How much of it is realised, and by how many years it is put off, while it is chosen.
fn fields(props: &MeasureRowProps, measure: &Measure, is_on: bool, language: Language) -> Html {
    if !is_on {
        return html! { <><td></td><td></td></> };
    }
    let edit = |lever: Lever| {
        let (dispatch, id) = (props.dispatch.clone(), lever.of(&measure.id));
        Callback::from(move |(value, settled): (Decimal, Settled)| {
            dispatch.dispatch(Action::Set(id.clone(), value.into(), settled));
        })
    };
    let (share, years) = (Lever::MeasureRealisation.spec(), Lever::MeasureDelay.spec());
    html! {
        <>
            <td><NumberField base={format!("tiltak-{}", measure.id)} label={language.lever_of(Lever::MeasureRealisation, &measure.name)}
                value={props.realisation.value()} min={share.min} max={share.max} decimals={0}
                on_value={edit(Lever::MeasureRealisation)} /></td>
            <td><NumberField base={format!("utsett-{}", measure.id)} label={language.lever_of(Lever::MeasureDelay, &measure.name)}
                value={Decimal::from(props.delay)} min={years.min} max={years.max} decimals={0}
                on_value={edit(Lever::MeasureDelay)} /></td>
        </>
    }
}

/// What the document says of it besides: each a sentence.
fn remarks(
    props: &MeasureRowProps,
    measure: &Measure,
    locked: Option<&str>,
    language: Language,
) -> Vec<String> {
    let any_in_plan = props.municipality.measures.iter().any(|other| other.in_plan);
    let said = [
        locked.map(|reason| format!("{}: {reason}", language.locked())),
        measure.group.clone(),
        measure.status.clone(),
        measure.owner.clone(),
        measure.statutory.as_deref().map(|law| language.statutory(law)),
        (!measure.in_plan && any_in_plan).then(|| language.not_in_plan().to_owned()),
        measure.provenance.note.clone(),
    ];
    let sentence = |text: String| {
        let text = capital(&text);
        if text.ends_with('.') { text } else { format!("{text}.") }
    };
    said.into_iter().flatten().map(sentence).collect()
}
