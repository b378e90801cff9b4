//! Over listene: a search field and choices above a table.

use crate::app::questions::QuestionsProps;
use crate::app::store::{Action, Asked};
use crate::text::{Language, lower};
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// A field that searches the list as it is typed into.
pub(super) fn search(id: &'static str, label: String, value: &str, on_text: Callback<String>) -> Html {
    let oninput = Callback::from(move |event: InputEvent| {
        on_text.emit(event.target_unchecked_into::<HtmlInputElement>().value());
    });
    html! {
        <input type="search" class="ds-input sok" {id} aria-label={label.clone()} placeholder={label}
            autocomplete="off" value={value.to_owned()} {oninput} />
    }
}

/// A choice among few, with its label before it.
pub(super) fn choice<T: Copy + PartialEq + 'static>(
    id: &'static str,
    label: &'static str,
    options: Vec<(T, String)>,
    now: T,
    on_choice: Callback<T>,
) -> Html {
    let values: Vec<T> = options.iter().map(|(value, _)| *value).collect();
    let onchange = Callback::from(move |event: Event| {
        let place = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
        let chosen = usize::try_from(place).ok().and_then(|place| values.get(place));
        if let Some(chosen) = chosen {
            on_choice.emit(*chosen);
        }
    });
    let option = |(place, (value, name)): (usize, (T, String))| {
        html! { <option value={place.to_string()} selected={value == now}>{ name }</option> }
    };
    html! {
        <span class="listevalg"><label for={id}>{ label }</label>
            <select class="ds-input" {id} {onchange}>{ for options.into_iter().enumerate().map(option) }</select></span>
    }
}

/// A handler that lists something another way.
pub(super) fn relist<L: Clone + 'static, T: 'static>(
    props: &QuestionsProps,
    list: fn(&mut Asked) -> &mut Rc<L>,
    change: impl Fn(&mut L, T) + 'static,
) -> Callback<T> {
    let (dispatch, asked) = (props.dispatch.clone(), props.asked.clone());
    Callback::from(move |to: T| {
        let mut next = asked.clone();
        change(Rc::make_mut(list(&mut next)), to);
        dispatch.dispatch(Action::Ask(next));
    })
}

/// What is searched for is found anywhere in one of the names, whatever the case.
pub(super) fn finds(search: &str, names: &[&str]) -> bool {
    let search = lower(search.trim());
    search.is_empty() || names.iter().any(|name| lower(name).contains(&search))
}

/// A switch: on, off, and what it is called.
pub(super) fn switch(label: String, on: bool, is_own: bool, on_switch: Callback<bool>) -> Html {
    let onchange = Callback::from(move |event: Event| {
        on_switch.emit(event.target_unchecked_into::<HtmlInputElement>().checked());
    });
    html! {
        <label class={classes!("bryter", is_own.then_some("egen"))}>
            <input type="checkbox" role="switch" aria-label={label} checked={on} {onchange} /></label>
    }
}

/// Nothing in the list is what is searched for.
pub(super) fn nothing_found(language: Language) -> Html {
    html! { <p class="forklaring">{ language.none_found() }</p> }
}

/// Opens a fold and moves focus to a field in it.
pub(super) fn open_and_focus(fold: &'static str, field: &'static str) -> Callback<MouseEvent> {
    Callback::from(move |_: MouseEvent| {
        let document = web_sys::window().and_then(|window| window.document());
        let fold = document.and_then(|document| document.get_element_by_id(fold));
        if let Some(fold) = fold {
            // Fails only for a name that no attribute can have.
            let _ = fold.set_attribute("open", "");
        }
        crate::app::focus::focus_on(field);
    })
}
