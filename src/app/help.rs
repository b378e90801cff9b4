//! Forklaringen: a question mark that opens a short explanation, by pointer, touch and key.

use super::language::use_language;
use web_sys::{FocusEvent, Node};
use yew::prelude::*;

/// What an explanation needs.
#[derive(Clone, PartialEq, Properties)]
pub struct HelpProps {
    /// What is explained.
    pub about: AttrValue,
    /// The explanation.
    pub children: Html,
}

/// A question mark, and the explanation while it is open. Escape, another press or leaving it closes it.
#[component]
pub fn Help(props: &HelpProps) -> Html {
    let language = use_language();
    let open = use_state_eq(|| false);
    let whole = use_node_ref();
    let onclick = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let onkeydown = {
        let open = open.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && *open {
                event.stop_propagation();
                open.set(false);
            }
        })
    };
    let onfocusout = {
        let (open, whole) = (open.clone(), whole.clone());
        Callback::from(move |event: FocusEvent| {
            let to = event.related_target().and_then(|to| wasm_bindgen::JsCast::dyn_into::<Node>(to).ok());
            let is_inside = whole.cast::<Node>().is_some_and(|whole| whole.contains(to.as_ref()));
            if !is_inside {
                open.set(false);
            }
        })
    };
    html! {
        <span class="hjelp" ref={whole} {onkeydown} {onfocusout}>
            <button type="button" class="sporsmalstegn" aria-label={language.what_is(&props.about)}
                aria-expanded={open.to_string()} {onclick}>{ "?" }</button>
            <span class="hjelpetekst" role="status">
                if *open { <span class="boble">{ props.children.clone() }</span> }
            </span>
        </span>
    }
}
