//! Fokus: where the focus of the keyboard is, and where it is moved.

use web_sys::{HtmlElement, Node};
use yew::prelude::*;

/// Moves focus to an element of the page.
pub(super) fn focus_on(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let element = document.and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|found| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(found).ok())
    {
        let _ = element.focus();
    }
}

/// Closes what is open when focus leaves all of it.
pub(super) fn closed_when_left(open: &UseStateHandle<bool>, whole: &NodeRef) -> Callback<FocusEvent> {
    let (open, whole) = (open.clone(), whole.clone());
    Callback::from(move |event: FocusEvent| {
        let to = event.related_target().and_then(|to| wasm_bindgen::JsCast::dyn_into::<Node>(to).ok());
        if !whole.cast::<Node>().is_some_and(|whole| whole.contains(to.as_ref())) {
            open.set(false);
        }
    })
}
