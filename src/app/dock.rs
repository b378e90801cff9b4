//! Panelet: the doors under the charts, and the one panel they open. The second module draws what is in it.

use super::asked::contents_id;
use super::focus::focus_on;
use super::language::use_language;
use super::second::{Loading, Second};
use super::store::{Action, AppState, Asked, Door, Panel};
use crate::text::Language;
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use strum::VariantArray;
use web_sys::HtmlElement;
use yew::prelude::*;

/// What the dock needs.
#[derive(Clone, PartialEq, Properties)]
pub struct DockProps {
    /// Which panel is open.
    pub asked: Asked,
    /// How many projects, running lines and measures there are, for the doors.
    pub counts: [usize; 3],
    /// The module that draws the panel.
    pub second: Second,
    /// Receives changes.
    pub dispatch: UseReducerDispatcher<AppState>,
}

/// The id of a door, where focus returns when its panel is closed.
fn door_id(door: Door) -> String {
    format!("dor-{}", door as u8)
}

/// The doors, and the open panel. While a panel is open the doors are its tabs.
#[component]
pub fn Dock(props: &DockProps) -> Html {
    let language = use_language();
    let panel = use_node_ref();
    let open = props.asked.open;
    let opener = use_focus_in(&panel, open);
    let close = {
        let dispatch = props.dispatch.clone();
        move || {
            dispatch.dispatch(Action::OpenPanel(None));
            // Back to where it was opened from, or to its door where that is gone.
            // What is behind a phone's sheet cannot have focus before the sheet is gone.
            let (opener, door) = (opener.take(), open.map(|panel| door_id(panel.door())));
            let back = move || match opener.filter(|element| element.is_connected()) {
                Some(element) => {
                    let _ = element.focus();
                }
                None => focus_on(&door.unwrap_or_default()),
            };
            Timeout::new(0, back).forget();
        }
    };
    let onkeydown = {
        let close = close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && open.is_some() {
                event.prevent_default();
                close();
            }
        })
    };
    let onclose = Callback::from(move |_: MouseEvent| close());
    html! {
        <section class={classes!("dokk", open.is_some().then_some("apen"))} id="dokk"
            aria-label={language.details_title()} {onkeydown}>
            <div class="dorer">
                { for Door::VARIANTS.iter().map(|door| door_button(*door, props, language)) }
                if open.is_some() {
                    <button type="button" class="lukk" onclick={onclose}>
                        { language.close() }<span aria-hidden="true">{ " ✕" }</span></button>
                }
            </div>
            if let Some(which) = open {
                <div class="panel" id="panel" ref={panel} tabindex="0" role="region"
                    aria-labelledby="panel-tittel">
                    <h2 class="skjult" id="panel-tittel">{ language.door_name(which.door()) }</h2>
                    if which.door() == Door::Ask { { questions(which, props, language) } }
                    { waiting(props, language) }
                    <div class="innhold" key={contents_id(which)} id={contents_id(which)}></div>
                </div>
            }
        </section>
    }
}

/// Moves focus into a panel that is opened, from wherever it was opened; what had it then is kept.
#[hook]
fn use_focus_in(panel: &NodeRef, open: Option<Panel>) -> Rc<RefCell<Option<HtmlElement>>> {
    let opener = use_mut_ref(|| None);
    {
        let (panel, opener) = (panel.clone(), Rc::clone(&opener));
        use_effect_with(open, move |open| {
            let Some(panel) = panel.cast::<HtmlElement>().filter(|_| open.is_some()) else { return };
            if let Some(active) = focused().filter(|active| !panel.contains(Some(active))) {
                *opener.borrow_mut() = Some(active);
            }
            let _ = panel.focus();
        });
    }
    opener
}

/// What has focus, when that is not the whole page.
fn focused() -> Option<HtmlElement> {
    let document = web_sys::window()?.document()?;
    let active = document.active_element()?;
    (active.tag_name() != "BODY").then(|| wasm_bindgen::JsCast::dyn_into(active).ok()).flatten()
}

fn door_button(door: Door, props: &DockProps, language: Language) -> Html {
    let open = props.asked.open;
    let is_open = open.is_some_and(|panel| panel.door() == door);
    // These are reached from elsewhere; they are tabs only among the others, the paper only while it is open.
    let hidden = door == Door::About && open.is_none() || door == Door::Paper && !is_open;
    let onclick = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::OpenPanel((!is_open).then(|| door.panel())));
        })
    };
    html! {
        <button type="button" id={door_id(door)} key={door_id(door)} class={classes!("dor", is_open.then_some("valgt"))}
            {hidden} aria-expanded={is_open.to_string()} aria-controls="dokk" {onclick}>
            <span class="dor-navn">{ language.door_name(door) }</span>
            <small>{ language.door_explained(door, props.counts) }</small>
        </button>
    }
}

/// The questions behind *Spør*, of which one is shown.
fn questions(which: Panel, props: &DockProps, language: Language) -> Html {
    let question = |panel: Panel| {
        let dispatch = props.dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::OpenPanel(Some(panel))));
        html! {
            <button type="button" class="sporsmalet" aria-pressed={(panel == which).to_string()} {onclick}>
                { language.question_title(panel) }</button>
        }
    };
    html! {
        <div class="sporsmalene" role="group" aria-label={language.questions_title()}>
            { for Panel::QUESTIONS.into_iter().map(question) }
        </div>
    }
}

fn waiting(props: &DockProps, language: Language) -> Html {
    match props.second.loading {
        Loading::Here => Html::default(),
        Loading::NotAsked | Loading::OnItsWay => {
            html! { <p role="status">{ language.fetching_answers() }</p> }
        }
        Loading::Failed => html! {
            <p role="alert">{ language.answers_not_fetched() }{ " " }
                <button type="button" class="knapp" onclick={props.second.retry.clone()}>{ language.try_again() }</button></p>
        },
    }
}
