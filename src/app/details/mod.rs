//! Detaljene under spakene: rate per year, age groups, projects, measures.
//!
//! Each is drawn only while it is open and only when what it shows has changed, so that a hundred
//! rows cost nothing while a slider moves.

mod measures;
mod own;
mod people;
mod projects;
mod rates;

use super::language::use_language;
use super::number_field::NumberField;
use super::store::{Action, AppState, Settled};
use crate::model::lever::Lever;
use crate::model::municipality::Municipality;
use crate::model::scenario::Scenario;
use crate::text::Language;
use rust_decimal::Decimal;
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

/// What the details of a lever need.
#[derive(Clone, PartialEq, Properties)]
pub struct DetailsProps {
    /// Under which lever.
    pub input: Lever,
    /// The municipality.
    pub municipality: Rc<Municipality>,
    /// The scenario, with only the parts this lever's details show.
    pub scenario: Scenario,
    /// Receives changes.
    pub dispatch: UseReducerDispatcher<AppState>,
}

/// The details of one lever, in a native disclosure.
#[component]
pub fn Details(props: &DetailsProps) -> Html {
    let language = use_language();
    let open = use_state_eq(|| false);
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            open.set(event.target_unchecked_into::<HtmlElement>().has_attribute("open"));
        })
    };
    html! {
        <details class="detaljer" id={format!("detaljer-{}", props.input.spec().key)} {ontoggle}>
            <summary>{ language.details_of(props.input) }</summary>
            if *open {
                {
                    match props.input {
                        Lever::InterestRate => rates::view(props, language),
                        Lever::PopulationGrowth => people::view(props, language),
                        Lever::InvestmentVolume => projects::view(props, language),
                        _ => measures::view(props, language),
                    }
                }
            }
        </details>
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
    html! { <table class="ds-table spakerader" data-size="sm"><tbody>{ for rows }</tbody></table> }
}
