//! Verktøylinjen: name, plan, ready-made scenarios, undo, share and print.

use super::address;
use super::language::use_language;
use super::menu::{Choice, Menu};
use super::store::{Action, AppState, Panel};
use crate::model::scenario::{Basis, Scenario};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Clipboard;
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
    let told = use_state_eq(|| (0_u32, ""));
    let act = |action: Action| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    };
    let share = {
        let (told, state) = (told.clone(), props.state.clone());
        Callback::from(move |_: MouseEvent| {
            // Of what is shown: the address in the browser may still wait for the end of a burst.
            let (told, address) = (told.clone(), address::of(&state));
            yew::platform::spawn_local(async move {
                let copied = copy(&address).await;
                let words = if copied { language.link_copied() } else { language.link_not_copied() };
                told.set((told.0.wrapping_add(1), words));
            });
        })
    };
    let details = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::OpenPanel(Some(Panel::Projects))))
    };
    let fetching = props.state.fetching.is_some();
    html! {
        <header class="topp">
            <a class="ds-skip-link" href="#hovedinnhold" onclick={skip_to_main()}>{ language.skip_to_result() }</a>
            <h1>{ language.product() }</h1>
            <Municipalities ..props.clone() />
            <Scenarios ..props.clone() />
            <div class="knapper" role="group" aria-label={language.toolbar()}>
                <button type="button" class="knapp angre" aria-disabled={(!props.state.can_undo()).to_string()}
                    onclick={act(Action::Undo)}>{ language.undo() }</button>
                <button type="button" class="knapp gjenta" aria-disabled={(!props.state.can_redo()).to_string()}
                    onclick={act(Action::Redo)}>{ language.redo() }</button>
                <button type="button" class="knapp utskrift" onclick={act(Action::OpenPanel(Some(Panel::Paper)))}>{ language.print() }</button>
                <button type="button" class="knapp vis-detaljer" onclick={details}>{ language.details_title() }</button>
                <button type="button" class="knapp del" onclick={share}>{ language.share() }</button>
            </div>
            <p class="beskjed" role="status">
                // A new element each time, so that the same words are told again.
                if fetching { { language.fetching_municipality() } } else { <span key={told.0}>{ told.1 }</span> }
            </p>
        </header>
    }
}

/// Moves focus without touching the address, which belongs to the scenario.
fn skip_to_main() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        super::focus::focus_on("hovedinnhold");
    })
}

/// The municipalities of the catalogue.
#[component]
fn Municipalities(props: &ToolbarProps) -> Html {
    let language = use_language();
    let now = &props.state.municipality.identity;
    let choices = props.state.catalogue.entries().iter().map(|entry| {
        let (dispatch, id) = (props.dispatch.clone(), entry.id.clone());
        let catalogue = Rc::clone(&props.state.catalogue);
        let on_choose = Callback::from(move |()| {
            address::choose(Rc::clone(&catalogue), dispatch.clone(), id.clone(), language);
        });
        Choice { name: entry.name.clone().into(), is_current: entry.id == now.id, on_choose }
    });
    html! { <Menu id="kommune" label={language.municipality()} shown={now.name.clone()} choices={choices.collect::<Vec<_>>()} /> }
}

/// The plan, and the scenarios that its document holds ready.
#[component]
fn Scenarios(props: &ToolbarProps) -> Html {
    let language = use_language();
    let municipality = &props.state.municipality;
    // What the figures rest on is the user's, not the ready-made scenario's.
    let mut changes = Scenario::clone(props.state.scenario());
    changes.basis = Basis::default();
    let choice = |name: String, scenario: Scenario| {
        let is_current = changes == scenario;
        let dispatch = props.dispatch.clone();
        let on_choose = Callback::from(move |()| dispatch.dispatch(Action::Open(scenario.clone())));
        Choice { name: name.into(), is_current, on_choose }
    };
    let plan = choice(language.plan_label(&municipality.plan), Scenario::plan());
    let ready = municipality.ready_made.iter().map(|ready| choice(ready.name.clone(), ready.changes.clone()));
    let choices: Vec<Choice> = std::iter::once(plan).chain(ready).collect();
    let current = choices.iter().find(|choice| choice.is_current).map(|choice| choice.name.clone());
    let shown = current.unwrap_or_else(|| language.scenario_label().into());
    html! { <Menu id="alternativ" label={language.alternative()} {shown} {choices} /> }
}

/// Copies an address; false when the browser does not let us.
async fn copy(address: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Not there on an address without encryption, and where it is switched off.
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into());
    let Some(clipboard) = clipboard.ok().and_then(|found| found.dyn_into::<Clipboard>().ok()) else {
        return false;
    };
    let copying = clipboard.write_text(address);
    wasm_bindgen_futures::JsFuture::from(copying).await.is_ok()
}
