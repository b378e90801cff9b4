//! Panelene: what is inside the panel that is open: projects, measures, the years, all figures, and the
//! questions. Drawn by the [second module](super::second).

mod about;
mod bar;
mod list_tools;
mod measure_row;
mod measures;
mod numbers;
mod own;
mod paper;
mod people;
mod project_row;
mod projects;
mod rates;

use super::number_field::NumberField;
use super::questions::{self, Ask, QuestionsProps};
use super::store::{Action, AppState, Panel, Settled};
use crate::model::lever::Lever;
use crate::model::municipality::Municipality;
use crate::model::scenario::Scenario;
use crate::text::Language;
use paper::Paper;
use rust_decimal::Decimal;
use std::rc::Rc;
use yew::prelude::*;

/// What is inside a panel.
pub(super) fn contents(panel: Panel, props: &QuestionsProps, ask: &Ask) -> Html {
    let language = ask.language;
    let details = |input: Lever| details(props, input);
    match panel {
        Panel::Projects => html! { <projects::Projects ..props.clone() /> },
        Panel::Measures => html! { <measures::Measures ..props.clone() /> },
        Panel::Years => html! {
            <div class="spalter">
                <section><h3>{ language.details_of(Lever::InterestRate) }</h3>
                    { rates::view(&details(Lever::InterestRate), language) }</section>
                <section><h3>{ language.details_of(Lever::PopulationGrowth) }</h3>
                    { people::view(&details(Lever::PopulationGrowth), language) }</section>
            </div>
        },
        Panel::Numbers => numbers::view(props, language),
        Panel::Figure => html! {
            <>
                { back_to_numbers(props, language) }
                { question(panel, props, ask) }
            </>
        },
        Panel::About => about::view(&props.municipality, language),
        Panel::Paper => html! { <Paper ..props.clone() /> },
        Panel::Why | Panel::Seek | Panel::Tornado | Panel::Stress | Panel::Futures | Panel::Capacity => {
            question(panel, props, ask)
        }
    }
}

fn question(panel: Panel, props: &QuestionsProps, ask: &Ask) -> Html {
    questions::contents(panel).map(|view| view(props, ask)).unwrap_or_default()
}

fn back_to_numbers(props: &QuestionsProps, language: Language) -> Html {
    let dispatch = props.dispatch.clone();
    let onclick =
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::OpenPanel(Some(Panel::Numbers))));
    html! { <button type="button" class="lenke" {onclick}>{ language.back_to_numbers() }</button> }
}

/// What the details of a lever need.
#[derive(Clone, PartialEq)]
pub struct DetailsProps {
    /// Under which lever.
    pub input: Lever,
    /// The municipality.
    pub municipality: Rc<Municipality>,
    /// The scenario that is shown.
    pub scenario: Scenario,
    /// Receives changes.
    pub dispatch: UseReducerDispatcher<AppState>,
}

fn details(props: &QuestionsProps, input: Lever) -> DetailsProps {
    DetailsProps {
        input,
        municipality: Rc::clone(&props.municipality),
        scenario: Scenario::clone(&props.scenario),
        dispatch: props.dispatch.clone(),
    }
}

/// What is shown with the list under a lever: its smaller levers, and what belongs to them.
fn more(props: &DetailsProps, with_them: Html, language: Language) -> Html {
    html! {
        <details class="mer" id={format!("mer-{}", props.input.spec().key)}>
            <summary>{ language.more_levers(props.input) }</summary>
            { levers_under(props, language) }
            { with_them }
        </details>
    }
}

/// The levers under a main one, each a row with a number field.
fn levers_under(props: &DetailsProps, language: Language) -> Html {
    let row = |input: Lever| {
        let spec = input.spec();
        let dispatch = props.dispatch.clone();
        let on_value = Callback::from(move |(value, settled): (Decimal, Settled)| {
            dispatch.dispatch(Action::Set(input.into(), value.into(), settled));
        });
        let name = language.lever_name(input);
        let about = format!("{} {}", language.lever_explained(input), language.range_reason(input));
        let moved = props.scenario.get(input) != spec.plan;
        html! {
            <tr key={spec.key} class={classes!(moved.then_some("endret"))}>
                <th scope="row">{ name }<small class="forklaring">{ about }</small></th>
                <td><NumberField base={spec.key} label={format!("{name}, {}", language.unit_spoken(spec.unit))}
                    value={props.scenario.get(input)} min={spec.min} max={spec.max} decimals={spec.decimals}
                    signed={spec.signed} {on_value} /></td>
                <td>{ language.unit(spec.unit) }</td>
            </tr>
        }
    };
    let rows: Vec<Html> =
        Lever::numbers().filter(|lever| lever.spec().under == Some(props.input)).map(row).collect();
    if rows.is_empty() {
        return Html::default();
    }
    html! { <table class="ds-table spakerader" data-size="sm" aria-label={language.more_levers(props.input)}><tbody>{ for rows }</tbody></table> }
}
