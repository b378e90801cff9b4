//! Verktøylinjen: name, plan, ready-made scenarios, undo, share and print.

use super::address;
use super::language::use_language;
use super::store::{Action, AppState, Chosen};
use crate::exchange::municipality_file;
use crate::model::scenario::{Basis, Scenario};
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
    let municipality = props.state.municipality;
    let shared = use_state_eq(|| None::<&'static str>);
    let act = |action: Action| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    };
    let onchange = {
        let dispatch = props.dispatch.clone();
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
    let list = use_node_ref();
    {
        let list = list.clone();
        use_effect_with(municipality, move |municipality| show(&list, *municipality));
    }
    let change_municipality = {
        let list = list.clone();
        Callback::from(move |event: Event| {
            address::go_to(&event.target_unchecked_into::<HtmlSelectElement>().value());
            // The page is about another municipality only when its file is loaded.
            show(&list, municipality);
        })
    };
    let share = {
        let shared = shared.clone();
        Callback::from(move |_: MouseEvent| {
            let shared = shared.clone();
            yew::platform::spawn_local(async move {
                let copied = copy_address().await;
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
                <select ref={list} class="ds-input" id="kommune" aria-label={language.municipality()} onchange={change_municipality}>
                    { for municipality_file::BUILT_IN.map(|(id, name)| html! {
                        <option value={id} selected={id == municipality.identity.id}>{ name }</option>
                    }) }
                </select>{ " " }
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
            <p class="delt" role="status">{ shared.unwrap_or_default() }</p>
        </header>
    }
}

/// The list shows the municipality that the page is about, whatever was last chosen in it.
fn show(list: &NodeRef, municipality: Chosen) {
    if let Some(list) = list.cast::<HtmlSelectElement>() {
        list.set_value(&municipality.identity.id);
    }
}

/// Copies the address with the scenario in it; false when the browser does not let us.
async fn copy_address() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let Ok(address) = window.location().href() else { return false };
    if !window.is_secure_context() {
        return false;
    }
    let copying = window.navigator().clipboard().write_text(&address);
    wasm_bindgen_futures::JsFuture::from(copying).await.is_ok()
}
