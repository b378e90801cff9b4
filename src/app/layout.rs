//! Utlegget: notices when the charts must be drawn in another size or typeface.

use gloo::events::EventListener;
use std::rc::Rc;
use yew::prelude::*;

/// Counts up when the page must be drawn anew: another size, or the typeface has come.
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

struct Layout(u32);

impl Reducible for Layout {
    type Action = ();

    fn reduce(self: Rc<Self>, (): ()) -> Rc<Self> {
        Rc::new(Self(self.0.wrapping_add(1)))
    }
}
