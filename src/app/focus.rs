//! Fokus: moves the focus of the keyboard to an element of the page.

use web_sys::HtmlElement;

/// Moves focus to an element of the page.
pub(super) fn focus_on(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let element = document.and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|found| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(found).ok())
    {
        let _ = element.focus();
    }
}
