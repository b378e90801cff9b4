//! Stopp: what is left for the reader when the program has panicked.
//!
//! The page shows the message itself (`scripts/guard.js`); this unhides it, and gives it the scenario as a
//! file, which no script but the program's own can write.

use crate::model::scenario::Scenario;
#[cfg(target_arch = "wasm32")]
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
#[cfg(target_arch = "wasm32")]
use serde::Serialize;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

thread_local! {
    /// The scenario that was last shown.
    static SHOWN: RefCell<Option<Rc<Scenario>>> = const { RefCell::new(None) };
}

/// Keeps what the page shows, for the case that the program stops.
#[hook]
pub(super) fn use_remembered(scenario: &Rc<Scenario>) {
    use_effect_with(Rc::clone(scenario), |scenario| {
        SHOWN.with(|shown| shown.replace(Some(Rc::clone(scenario))));
    });
}

/// Takes over what happens at a panic. Yew's renderer would otherwise put its own hook in place of one that
/// the standard library was given.
#[cfg(target_arch = "wasm32")]
#[cfg_attr(
    not(feature = "test-panic"),
    allow(unused_variables, reason = "only a test asks for a panic by name")
)]
pub(super) fn install(test_event: &'static str) {
    yew::set_custom_panic_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        let document = web_sys::window().and_then(|window| window.document());
        let Some(document) = document else { return };
        // First the message: what follows may panic too.
        if let Some(message) = document.get_element_by_id("stoppfeil") {
            let _ = message.remove_attribute("hidden");
        }
        if let (Some(link), Some(file)) = (document.get_element_by_id("stoppfil"), file()) {
            let _ = link.set_attribute("href", &file);
        }
    }));
    #[cfg(feature = "test-panic")]
    provoked(test_event);
}

/// The scenario as a file in an address. Nothing when the panic came while it was being changed. The browser writes
/// the JSON, so that the first load needs no writer of it.
#[cfg(target_arch = "wasm32")]
fn file() -> Option<String> {
    let scenario = SHOWN.with(|shown| shown.try_borrow().ok()?.clone())?;
    let written = scenario.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).ok()?;
    let text = js_sys::JSON::stringify(&written).ok()?.as_string()?;
    Some(format!("data:application/json;charset=utf-8,{}", utf8_percent_encode(&text, NON_ALPHANUMERIC)))
}

/// Panics when the test of the message asks for it.
#[cfg(all(feature = "test-panic", target_arch = "wasm32"))]
#[allow(clippy::panic, reason = "a real panic is what is tested")]
fn provoked(test_event: &'static str) {
    if let Some(window) = web_sys::window() {
        gloo::events::EventListener::new(&window, test_event, |_| panic!("asked for by a test")).forget();
    }
}
