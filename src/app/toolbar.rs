//! Verktøylinjen: name, plan, ready-made scenarios, undo, share and print.

use super::address;
use super::language::use_language;
use super::store::{Action, AppState};
use crate::model::municipality::Municipality;
use crate::model::scenario::{Basis, Scenario};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What the toolbar needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ToolbarProps {
    /// The state of the page.
    pub state: AppState,
    /// Receives changes.
    pub dispatch: UseReducerDispatcher<AppState>,
}

/// The head of the page.
#[component]
pub fn Toolbar(props: &ToolbarProps) -> Html {
    let language = use_language();
    let municipality = &props.state.municipality;
    let shared = use_state_eq(|| None::<&'static str>);
    let act = |action: Action| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    };
    let onchange = {
        let (dispatch, municipality) = (props.dispatch.clone(), Rc::clone(municipality));
        Callback::from(move |event: Event| {
            let id = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Some(ready) = municipality.ready_made.iter().find(|scenario| scenario.id == id) {
                dispatch.dispatch(Action::Open(ready.changes.clone()));
            }
        })
    };
    // What the figures rest on is the user's, not the ready-made scenario's.
    let mut changes = Scenario::clone(props.state.scenario());
    changes.basis = Basis::default();
    let chosen = municipality.ready_made.iter().find(|ready| ready.changes == changes);
    let share = {
        let (shared, state) = (shared.clone(), props.state.clone());
        Callback::from(move |_: MouseEvent| {
            // Of what is shown: the address in the browser may still wait for the end of a burst.
            let (shared, address) = (shared.clone(), address::of(&state));
            yew::platform::spawn_local(async move {
                let copied = copy(&address).await;
                shared.set(Some(if copied { language.link_copied() } else { language.link_not_copied() }));
            });
        })
    };
    let print = Callback::from(|_: MouseEvent| {
        if let Some(window) = web_sys::window() {
            // Refused only where printing is switched off; there is nothing to save.
            let _ = window.print();
        }
    });
    html! {
        <header class="topp">
            <h1>{ language.product() }</h1>
            <p class="plan">
                <MunicipalitySelect ..props.clone() />{ " " }
                <span>{ language.plan_is(&municipality.plan) }</span></p>
            <div class="knapper" role="toolbar" aria-label={language.toolbar()}>
                if !municipality.ready_made.is_empty() {
                <select class="ds-input" id="ferdige" aria-label={language.ready_made()} {onchange}>
                    <option value="" selected={chosen.is_none()}>{ language.choose_ready_made() }</option>
                    { for municipality.ready_made.iter().map(|ready| html! {
                        <option value={ready.id.clone()} selected={chosen == Some(ready)}>{ &ready.name }</option>
                    }) }
                </select>
                }
                <button type="button" class="ds-button" data-variant="secondary" disabled={!props.state.can_undo()}
                    onclick={act(Action::Undo)}>{ language.undo() }</button>
                <button type="button" class="ds-button" data-variant="secondary" disabled={!props.state.can_redo()}
                    onclick={act(Action::Redo)}>{ language.redo() }</button>
                <button type="button" class="ds-button" data-variant="secondary" onclick={share}>{ language.share() }</button>
                <button type="button" class="ds-button" data-variant="secondary" onclick={print}>{ language.print() }</button>
            </div>
            <p class="delt" role="status">
                if props.state.fetching.is_some() { { language.fetching_municipality() } } else { { shared.unwrap_or_default() } }
            </p>
        </header>
    }
}

/// The municipalities of the catalogue.
#[component]
fn MunicipalitySelect(props: &ToolbarProps) -> Html {
    let language = use_language();
    let (municipality, list) = (&props.state.municipality, use_node_ref());
    {
        let list = list.clone();
        use_effect_with(Rc::clone(municipality), move |municipality| show(&list, municipality));
    }
    let onchange = {
        let (list, dispatch) = (list.clone(), props.dispatch.clone());
        let (catalogue, municipality) = (Rc::clone(&props.state.catalogue), Rc::clone(municipality));
        Callback::from(move |event: Event| {
            let id = event.target_unchecked_into::<HtmlSelectElement>().value();
            address::choose(Rc::clone(&catalogue), dispatch.clone(), id, language);
            // The page is about another municipality only when its file is loaded.
            show(&list, &municipality);
        })
    };
    html! {
        <select ref={list} class="ds-input" id="kommune" aria-label={language.municipality()} {onchange}>
            { for props.state.catalogue.entries().iter().map(|entry| html! {
                <option value={entry.id.clone()} selected={entry.id == municipality.identity.id}>{ &entry.name }</option>
            }) }
        </select>
    }
}

/// The list shows the municipality that the page is about, whatever was last chosen in it.
fn show(list: &NodeRef, municipality: &Municipality) {
    if let Some(list) = list.cast::<HtmlSelectElement>() {
        list.set_value(&municipality.identity.id);
    }
}

/// Copies an address; false when the browser does not let us.
async fn copy(address: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    if !window.is_secure_context() {
        return false;
    }
    let copying = window.navigator().clipboard().write_text(address);
    wasm_bindgen_futures::JsFuture::from(copying).await.is_ok()
}
