//! Forklaringen: a question mark that opens a short explanation, by pointer, touch and key.

use super::focus::closed_when_left;
use super::language::use_language;
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
    let onfocusout = closed_when_left(&open, &whole);
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
