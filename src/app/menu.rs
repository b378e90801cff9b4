//! Menyen: a button that unfolds a list of choices. Nothing is chosen before it is pressed.

use super::focus::closed_when_left;
use web_sys::{HtmlElement, Node};
use yew::prelude::*;

/// One choice of a menu.
#[derive(Clone, PartialEq)]
pub struct Choice {
    /// What it is called.
    pub name: AttrValue,
    /// Whether it is the one that is in use.
    pub is_current: bool,
    /// What it does.
    pub on_choose: Callback<()>,
}

/// What a menu needs.
#[derive(Clone, PartialEq, Properties)]
pub struct MenuProps {
    /// The id of the button.
    pub id: AttrValue,
    /// The accessible name of the button; what it shows follows.
    pub label: AttrValue,
    /// What the button shows.
    pub shown: AttrValue,
    /// The choices.
    pub choices: Vec<Choice>,
}

/// A menu. Arrow keys move between the choices, Escape closes it and returns focus to the button.
#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let open = use_state_eq(|| false);
    let (whole, button) = (use_node_ref(), use_node_ref());
    let onclick = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let onkeydown = {
        let (open, whole, button) = (open.clone(), whole.clone(), button.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Escape" if *open => {
                open.set(false);
                focus(&button);
            }
            "ArrowDown" | "ArrowUp" if *open => {
                event.prevent_default();
                step(&whole, event.key() == "ArrowDown");
            }
            _ => {}
        })
    };
    let onfocusout = closed_when_left(&open, &whole);
    let choice = |choice: &Choice| {
        let (open, button, on_choose) = (open.clone(), button.clone(), choice.on_choose.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            open.set(false);
            focus(&button);
            on_choose.emit(());
        });
        html! {
            <li><button type="button" aria-current={choice.is_current.then_some("true")} {onclick}>{ &choice.name }</button></li>
        }
    };
    html! {
        <div class="meny" ref={whole.clone()} {onkeydown} {onfocusout}>
            <button type="button" id={props.id.clone()} class="knapp" ref={button.clone()} aria-expanded={open.to_string()}
                aria-label={format!("{}: {}", props.label, props.shown)} {onclick}>
                <span>{ &props.shown }</span><span class="pil" aria-hidden="true"></span>
            </button>
            if *open { <ul>{ for props.choices.iter().map(choice) }</ul> }
        </div>
    }
}

fn focus(element: &NodeRef) {
    if let Some(element) = element.cast::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Moves focus to the next choice, or the one before.
fn step(whole: &NodeRef, forward: bool) {
    let Some(whole) = whole.cast::<web_sys::Element>() else { return };
    let Ok(all) = whole.query_selector_all("button") else { return };
    let active = web_sys::window().and_then(|window| window.document()?.active_element());
    let active = active.map(wasm_bindgen::JsCast::unchecked_into::<Node>);
    let count = all.length();
    let now = (0..count).find(|index| all.item(*index) == active).unwrap_or(0);
    let next = if forward { (now + 1).min(count.saturating_sub(1)) } else { now.saturating_sub(1) };
    if let Some(next) = all.item(next) {
        let _ = wasm_bindgen::JsCast::unchecked_into::<HtmlElement>(next).focus();
    }
}
