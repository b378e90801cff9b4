//! Vinduet: its title, and when its size or typeface asks for a redraw.

use super::store::{Action, AppState};
use crate::text::Language;
use gloo::events::{EventListener, EventListenerOptions};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The title of the window names the municipality.
#[hook]
pub(super) fn use_title(state: &AppState, language: Language) {
    let municipality = Rc::clone(&state.municipality);
    use_effect_with(municipality.identity.id.clone(), move |_| {
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            document.set_title(&format!("{} – {}", language.product(), municipality.identity.official_name));
        }
    });
}

/// Counts up when the page must be redrawn: a new size, or the typeface is loaded.
#[hook]
pub(super) fn use_layout() -> u32 {
    let layout = use_reducer(|| Layout(0));
    {
        let dispatch = layout.dispatcher();
        use_effect_with((), move |()| {
            let window = web_sys::window();
            let resized = dispatch.clone();
            let listener = window
                .as_ref()
                .map(|window| EventListener::new(window, "resize", move |_| resized.dispatch(())));
            if let Some(ready) = window.and_then(|window| window.document()?.fonts().ready().ok()) {
                yew::platform::spawn_local(async move {
                    if wasm_bindgen_futures::JsFuture::from(ready).await.is_ok() {
                        dispatch.dispatch(());
                    }
                });
            }
            move || drop(listener)
        });
    }
    layout.0
}

/// Ctrl+Z undoes, Ctrl+Shift+Z and Ctrl+Y redo; in a text field they are the field's own.
#[hook]
pub(super) fn use_shortcuts(dispatch: &UseReducerDispatcher<AppState>) {
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let document = web_sys::window().and_then(|window| window.document());
        let options = EventListenerOptions::enable_prevent_default();
        let listener = document.map(|document| {
            EventListener::new_with_options(&document, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                let in_text = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
                if !(event.ctrl_key() || event.meta_key())
                    || event.alt_key()
                    || in_text.is_some_and(|field| field.type_() == "text")
                {
                    return;
                }
                let action = match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
                    ("z", false) => Action::Undo,
                    ("z", true) | ("y", false) => Action::Redo,
                    _ => return,
                };
                event.prevent_default();
                dispatch.dispatch(action);
            })
        });
        move || drop(listener)
    });
}

struct Layout(u32);

impl Reducible for Layout {
    type Action = ();

    fn reduce(self: Rc<Self>, (): ()) -> Rc<Self> {
        Rc::new(Self(self.0.wrapping_add(1)))
    }
}
