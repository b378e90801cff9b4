//! Åpningen: the page of the address, once its municipality is loaded.

use super::Page;
use super::address;
use super::fetch::fetch;
use super::language::use_language;
use super::store::AppState;
use crate::exchange::catalogue::Catalogue;
use crate::text::Language;
use std::rc::Rc;
use yew::prelude::*;

/// The state of the page's loading.
#[derive(Clone)]
enum Stage {
    /// It can be shown.
    Ready(Box<AppState>),
    /// The file of a municipality is being fetched.
    Fetching(Rc<Catalogue>, String),
    /// The file of a municipality could not be had, or what is wrong with it.
    Failed(Rc<Catalogue>, String, Vec<String>),
    /// The program was built with files that it cannot read.
    Unreadable,
}

impl Stage {
    fn of(catalogue: Catalogue, language: Language) -> Self {
        match address::read(&catalogue, language) {
            Ok(opened) => Self::Ready(Box::new(AppState::new(Rc::new(catalogue), opened))),
            Err(id) => Self::Fetching(Rc::new(catalogue), id),
        }
    }
}

/// The page, or what it waits for.
#[component]
pub(super) fn Opening() -> Html {
    let language = use_language();
    let stage = use_state(|| {
        Catalogue::built_in().map_or(Stage::Unreadable, |catalogue| Stage::of(catalogue, language))
    });
    {
        let stage = stage.clone();
        use_effect_with(matches!(*stage, Stage::Fetching(..)), move |_| {
            if let Stage::Fetching(catalogue, id) = (*stage).clone() {
                yew::platform::spawn_local(async move {
                    let fetched = fetch(&catalogue, &id, language).await;
                    stage.set(fetched.map_or_else(
                        |faults| Stage::Failed(catalogue, id, faults),
                        |catalogue| Stage::of(catalogue, language),
                    ));
                });
            }
        });
    }
    match (*stage).clone() {
        Stage::Ready(start) => html! { <Page start={*start} /> },
        Stage::Fetching(..) => html! { <p role="status">{ language.fetching_municipality() }</p> },
        Stage::Failed(catalogue, id, faults) => {
            let again = Callback::from(move |_: MouseEvent| {
                stage.set(Stage::Fetching(Rc::clone(&catalogue), id.clone()));
            });
            html! {
                <div class="stor-feil" role="alert">
                    <p>{ language.data_unreadable() }</p>
                    if !faults.is_empty() { <ul>{ for faults.iter().map(|fault| html! { <li>{ fault }</li> }) }</ul> }
                    <button type="button" class="ds-button" data-variant="secondary" onclick={again}>{ language.try_again() }</button>
                </div>
            }
        }
        Stage::Unreadable => html! { <p class="stor-feil" role="alert">{ language.data_unreadable() }</p> },
    }
}
