//! Siden: the page in the browser.
//!
//! [`store::AppState`] is the only state. Projections are memos of municipality and scenario. View
//! code holds no rule of the field; its words are in `text`, its drawings in `chart`.

mod address;
pub mod alternatives;
pub mod asked;
#[cfg(all(feature = "bench", target_arch = "wasm32"))]
mod bench;
mod chart_view;
mod data_table;
mod dock;
mod fetch;
pub mod findings;
#[cfg(not(target_arch = "wasm32"))]
pub mod first_view;
mod focus;
mod help;
mod here;
pub mod history;
mod language;
mod lever;
mod levers;
#[cfg(test)]
mod markup;
mod menu;
mod missing;
mod moved;
mod number_field;
mod opening;
mod panels;
pub mod projections;
mod questions;
pub mod results;
pub mod rule_card;
pub mod rule_table;
pub mod second;
mod stopped;
pub mod store;
mod toolbar;
mod verdict;
mod window;
mod year_choice;
mod year_cursor;

use crate::model::municipality::{Indicator, Municipality, ProjectKind};
use crate::text::Language;
use dock::Dock;
use language::{InLanguage, use_language};
use levers::Levers;
use opening::Opening;
use projections::use_results;
use questions::{Ask, FIRST_TOPICS, use_answers};
use results::ResultProps;
use rule_card::RuleCard;
use second::use_second;
use std::rc::Rc;
use store::{Action, AppState, Panel};
use toolbar::Toolbar;
use verdict::VerdictView;
use window::{use_layout, use_shortcuts, use_title};
use yew::prelude::*;

/// The whole page, in its language.
#[component]
pub fn App() -> Html {
    html! { <InLanguage language={Language::default()}><Opening /></InLanguage> }
}

#[derive(Clone, PartialEq, Properties)]
struct PageProps {
    /// The state of the page as it opens.
    start: AppState,
}

#[component]
fn Page(props: &PageProps) -> Html {
    let language = use_language();
    let start = props.start.clone();
    let state = use_reducer(move || start);
    let municipality = Rc::clone(&state.municipality);
    let dispatch = state.dispatcher();
    let layout = use_layout();
    address::use_bursts(&state);
    address::use_address(&state, language);
    address::use_index(&state);
    use_title(&state, language);
    use_shortcuts(&dispatch);
    let results = use_results(&state);
    let second = use_second(&state, language);
    let answers = use_answers(Ask::of(&state, &results.plan, language), &FIRST_TOPICS);
    stopped::use_remembered(state.scenario());
    let pointed = use_state_eq(|| None);
    let on_point = {
        let pointed = pointed.clone();
        Callback::from(move |year| pointed.set(year))
    };
    let is_open = state.asked.open.is_some();
    let shared = ResultProps {
        municipality: Rc::clone(&municipality),
        results: results.clone(),
        year: state.year,
        prices: state.scenario().basis.prices,
        // The charts are redrawn when a panel takes a part of their height.
        layout: layout.wrapping_mul(2).wrapping_add(u32::from(is_open)),
    };
    html! {
        <>
            <Toolbar state={(*state).clone()} dispatch={dispatch.clone()} />
            <main class={classes!("rutenett", is_open.then_some("delt"))} key={municipality.identity.id.clone()}>
                { link_faults(&state, language) }
                <VerdictView state={(*state).clone()} shared={shared.clone()} dispatch={dispatch.clone()} />
                <div class="regler">
                    { for Indicator::ALL.map(|indicator| html! {
                        <RuleCard {indicator} basis={state.scenario().basis.clone()} shared={shared.clone()}
                            pointed={*pointed} moving={state.is_moving()} on_point={on_point.clone()}
                            dispatch={dispatch.clone()} />
                    }) }
                </div>
                <Levers state={(*state).clone()} {results} {answers} dispatch={dispatch.clone()} />
                <div class="detaljer" aria-busy={second.busy.to_string()}>
                    <Dock asked={state.asked.clone()} counts={counts(&municipality)} {second} dispatch={dispatch.clone()} />
                </div>
            </main>
            { foot(&state, language) }
        </>
    }
}

/// How many buildings, running lines and measures the municipality has.
fn counts(municipality: &Municipality) -> [usize; 3] {
    let projects = &municipality.investments.projects;
    let running = projects.iter().filter(|project| project.kind == ProjectKind::Running).count();
    [projects.len() - running, running, municipality.measures.len()]
}

fn link_faults(state: &UseReducerHandle<AppState>, language: Language) -> Html {
    if state.link_faults.is_empty() {
        return Html::default();
    }
    let dispatch = state.dispatcher();
    let close = Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(Action::DismissFaults);
        focus::focus_on("hovedinnhold");
    });
    html! {
        <div class="lenkefeil" id="lenkefeil" role="alert">
            <div class="linje"><strong>{ language.link_faults_title() }</strong>
                <button type="button" class="lenke" onclick={close}>{ language.close() }</button></div>
            <ul>{ for state.link_faults.iter().map(|fault| html! { <li>{ fault }</li> }) }</ul>
        </div>
    }
}

fn foot(state: &UseReducerHandle<AppState>, language: Language) -> Html {
    let dispatch = state.dispatcher();
    let open = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::OpenPanel(Some(Panel::About))));
    html! {
        <footer class="fot" id="forbehold">
            <p>{ language.not_a_forecast() }{ " " }{ language.estimated_figures() }{ " " }
                <button type="button" class="lenke" onclick={open}>{ language.about_figures() }</button></p>
            <p>{ language.version_and_data(env!("CARGO_PKG_VERSION"), &state.municipality.plan.adopted) }</p>
        </footer>
    }
}

/// Starts the page: mounts it in `#app`, with a message ready for the case that it stops.
///
/// On another target than the browser there is nothing to mount.
pub fn start() {
    #[cfg(target_arch = "wasm32")]
    {
        stopped::install("test-panic");
        #[cfg(feature = "bench")]
        bench::install();
        let root = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|document| document.get_element_by_id("app"));
        if let Some(root) = root {
            yew::Renderer::<App>::with_root(root).render();
        }
    }
}
