//! Adressen: the scenario after `#`, so that a reload, a copied link and the back button keep it.

use super::store::{Action, AppState, Chosen};
use crate::exchange::{link, municipality_file};
use crate::model::municipality::Municipality;
use crate::model::scenario::Scenario;
use crate::text::Language;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use yew::prelude::*;

/// What the address holds: a municipality, a scenario, and what was wrong with them.
pub type Opened = (Chosen, Scenario, Vec<String>);

/// What the address holds now. A link that does not say which municipality is about the first one.
///
/// # Errors
/// The id of a municipality whose file is not loaded yet; see [`fetch`].
pub fn read() -> Result<Opened, String> {
    let fragment = fragment();
    let (first, _) = municipality_file::BUILT_IN[0];
    let wanted = link::municipality_of(&fragment).filter(|id| comes_with_the_program(id));
    let id = wanted.unwrap_or_else(|| first.to_owned());
    let municipality = municipality_file::built_in(&id).ok_or(id)?;
    let (scenario, faults) = link::decode(municipality, &fragment);
    Ok((Chosen(municipality), scenario, faults.iter().map(ToString::to_string).collect()))
}

fn comes_with_the_program(id: &str) -> bool {
    municipality_file::BUILT_IN.iter().any(|(known, _)| *known == id)
}

/// Fetches the file of a municipality: from the page itself when it is a single file, otherwise from its folder.
///
/// False when it could not be had or read.
pub async fn fetch(id: &str) -> bool {
    let text = match included_in_page(id) {
        Some(text) => Some(text),
        None => beside_page(id).await,
    };
    text.is_some_and(|text| municipality_file::supply(id, text).is_some())
}

fn included_in_page(id: &str) -> Option<String> {
    let document = web_sys::window()?.document()?;
    document.get_element_by_id(&format!("kommune-{id}"))?.text_content()
}

async fn beside_page(id: &str) -> Option<String> {
    let request = web_sys::window()?.fetch_with_str(&format!("kommuner/{id}.json"));
    let response: web_sys::Response = JsFuture::from(request).await.ok()?.dyn_into().ok()?;
    let text = response.ok().then(|| response.text().ok())??;
    JsFuture::from(text).await.ok()?.as_string()
}

/// Goes to another municipality's plan; the browser's back button returns.
pub fn go_to(id: &str) {
    if let Some(window) = web_sys::window() {
        let is_first = municipality_file::BUILT_IN[0].0 == id;
        let hash = if is_first { String::new() } else { format!("kommune={id}") };
        // Refused only in a sandboxed frame, where there is no address to follow.
        let _ = window.location().set_hash(&hash);
    }
}

/// Puts a scenario into the address as a new step of the browser's history.
pub fn write(municipality: &Municipality, scenario: &Scenario) {
    let wanted = link::encode(municipality, scenario);
    if wanted.trim_start_matches('#') == fragment() {
        return;
    }
    if let Some(window) = web_sys::window() {
        // Refused only in a sandboxed frame; the page works on without a link.
        let _ = window.location().set_hash(&wanted);
    }
}

/// The address after `#`, as the browser writes it.
#[must_use]
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// A press on the same lever within this time belongs to the same step, milliseconds.
const BURST: u32 = 400;

/// Ends a burst when nothing has followed for a while.
#[hook]
pub(super) fn use_bursts(state: &UseReducerHandle<AppState>) {
    let dispatch = state.dispatcher();
    use_effect_with((state.is_lifted(), Rc::clone(state.scenario())), move |(is_lifted, _)| {
        let end = move || dispatch.dispatch(Action::EndBurst);
        let waiting = is_lifted.then(|| Timeout::new(BURST, end));
        move || drop(waiting)
    });
}

/// Keeps scenario and address the same, whichever changes first.
///
/// The browser reports a new address later, when the scenario may have changed. So what the page
/// itself wrote is known by its text and not followed; otherwise a quick second movement would be undone.
#[hook]
pub(super) fn use_address(state: &UseReducerHandle<AppState>, language: Language) {
    let municipality = state.municipality;
    let known = use_mut_ref(fragment);
    let settled = state.position().map(|_| Rc::clone(state.scenario()));
    {
        let known = Rc::clone(&known);
        use_effect_with((municipality.identity.id.clone(), settled), move |(_, settled)| {
            if let Some(scenario) = settled {
                write(&municipality, scenario);
                *known.borrow_mut() = fragment();
            }
        });
    }
    let dispatch = state.dispatcher();
    use_effect_with((), move |()| {
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "hashchange", move |_| {
                let fragment = fragment();
                if *known.borrow() != fragment {
                    *known.borrow_mut() = fragment;
                    follow(&dispatch, language);
                }
            })
        });
        move || drop(listener)
    });
}

/// Goes back from the address of a municipality that could not be fetched, unless the reader has already left it.
fn leave(id: &str) {
    let still_there = link::municipality_of(&fragment()).is_some_and(|named| named == id);
    if let Some(window) = web_sys::window().filter(|_| still_there) {
        // Refused only in a sandboxed frame, where there is no address to follow.
        let _ = window.history().and_then(|history| history.back());
    }
}

/// Takes what the address now holds, after its municipality has been fetched when need be.
fn follow(dispatch: &UseReducerDispatcher<AppState>, language: Language) {
    match read() {
        Ok((municipality, scenario, faults)) => {
            dispatch.dispatch(Action::Follow(municipality, scenario, faults, None));
        }
        Err(id) => {
            let dispatch = dispatch.clone();
            yew::platform::spawn_local(async move {
                if !fetch(&id).await {
                    dispatch.dispatch(Action::Tell(language.municipality_not_fetched(&id)));
                    leave(&id);
                } else if let Ok((municipality, scenario, faults)) = read() {
                    // By then the address may have moved on; what it holds now is what counts.
                    dispatch.dispatch(Action::Follow(municipality, scenario, faults, None));
                }
            });
        }
    }
}
