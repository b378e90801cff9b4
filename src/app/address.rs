//! Adressen: the scenario after `#`, so that a reload, a copied link and the back button keep it.
//!
//! A step to undo is one entry of the browser's history, and neither makes the other. A new step pushes an
//! entry. Undo and redo write over the entry they stand in. Back and forward walk to the step that their entry
//! is marked with. An entry of no step in the list (typed, pasted, from before a reload, or of a step that
//! another has taken the place of) is opened as a step of its own, so that what was there can be had back.

use super::fetch::{fetch, list};
use super::here::{link_to, page};
use super::history::Position;
use super::store::{Action, AppState, Opened};
use crate::exchange::catalogue::Catalogue;
use crate::exchange::link;
use crate::text::Language;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{History, Window};
use yew::prelude::*;

/// A press on the same lever within this time belongs to the same step, milliseconds.
const BURST: u32 = 400;

/// What the address holds now. One that does not say which municipality is about the first one.
///
/// # Errors
/// The id of a municipality whose file is not loaded yet; see [`fetch`].
pub fn read(catalogue: &Catalogue, language: Language) -> Result<Opened, String> {
    let fragment = fragment();
    let named = link::municipality_of(&fragment).filter(|id| catalogue.may_have(id));
    let id = named.unwrap_or_else(|| catalogue.first().to_owned());
    let municipality = catalogue.get(&id).ok_or(id)?;
    let (scenario, faults) = link::decode(&municipality, &fragment);
    Ok(Opened { municipality, scenario, faults: faults.iter().map(|fault| fault.text(language)).collect() })
}

/// The address after `#`, as the browser writes it; empty where there is no browser.
fn fragment() -> String {
    let window = cfg!(target_arch = "wasm32").then(web_sys::window).flatten();
    let hash = window.and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// The whole address of what the page shows, with what is being moved.
#[must_use]
pub fn of(state: &AppState) -> String {
    // The first municipality's plan needs no words.
    let is_first = state.municipality.identity.id == state.catalogue.first();
    if is_first && state.scenario().is_empty() {
        return page();
    }
    link_to(&state.municipality, state.scenario())
}

/// What an entry of the browser's history is marked with.
#[derive(Clone, Copy)]
struct Mark {
    /// The step that led to it; nothing when that was before a reload.
    position: Option<Position>,
    /// Its place among the entries.
    place: i32,
}

impl Mark {
    /// Tells this load of the page from another: when it began.
    fn load(window: &Window) -> String {
        window.performance().map(|clock| clock.time_origin().to_string()).unwrap_or_default()
    }

    /// The mark of the entry that the browser shows; nothing for one that the page has not written.
    fn read() -> Option<Self> {
        let (window, history) = browser()?;
        let mark = history.state().ok()?.as_string()?;
        let mut parts = mark.split(' ');
        let (load, position, place) = (parts.next()?, parts.next()?, parts.next()?);
        let position = position.parse().ok().filter(|_| *load == Self::load(&window));
        Some(Self { position: position.map(Position), place: place.parse().ok()? })
    }

    fn written(window: &Window, position: Position, place: i32) -> JsValue {
        format!("{} {} {place}", Self::load(window), position.0).into()
    }
}

/// Where the page stands in the browser's history.
#[derive(Default)]
struct Here {
    place: i32,
    /// The newest step when an entry was last written; nothing before the first.
    newest: Option<Position>,
}

impl Here {
    /// Writes the state into an entry: one of its own for a new step, otherwise the one that is shown.
    fn write(&mut self, state: &AppState, position: Position) {
        let Some((window, history)) = browser() else { return };
        if self.newest.is_none() {
            self.place = Mark::read().map_or(0, |mark| mark.place);
        }
        let is_new = self.newest.is_some_and(|newest| position > newest) && !state.has_entry();
        self.newest = Some(state.history().newest());
        let place = self.place + i32::from(is_new);
        let (mark, address) = (Mark::written(&window, position, place), of(state));
        let written = if is_new {
            history.push_state_with_url(&mark, "", Some(&address))
        } else {
            history.replace_state_with_url(&mark, "", Some(&address))
        };
        // Refused in a sandboxed frame, and when there are too many at once; Chromium says nothing of it. The
        // page works on without a link.
        if written.is_ok() && Mark::read().is_some_and(|mark| mark.place == place) {
            self.place = place;
        }
    }
}

fn browser() -> Option<(Window, History)> {
    let window = web_sys::window()?;
    let history = window.history().ok()?;
    Some((window, history))
}

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

/// Reads the list of municipalities beside the page; until it comes, and without it, the one that came along.
#[hook]
pub(super) fn use_index(state: &UseReducerHandle<AppState>) {
    let dispatch = state.dispatcher();
    use_effect_with((), move |()| {
        yew::platform::spawn_local(async move {
            if let Some(entries) = list().await {
                dispatch.dispatch(Action::TakeIndex(entries));
            }
        });
    });
}

/// Keeps scenario and address the same, whichever changes first.
#[hook]
pub(super) fn use_address(state: &UseReducerHandle<AppState>, language: Language) {
    let here = use_mut_ref(Here::default);
    let latest = use_mut_ref(|| state.clone());
    *latest.borrow_mut() = state.clone();
    {
        let (state, here) = (state.clone(), Rc::clone(&here));
        let id = state.municipality.identity.id.clone();
        use_effect_with((id, state.position()), move |(_, position)| {
            if let Some(position) = *position {
                here.borrow_mut().write(&state, position);
            }
        });
    }
    use_effect_with((), move |()| {
        let listener = web_sys::window()
            .map(|window| EventListener::new(&window, "popstate", move |_| arrive(&latest, &here, language)));
        move || drop(listener)
    });
}

/// Takes the entry that the browser now shows, after its municipality has been fetched when need be.
fn arrive(latest: &Rc<RefCell<UseReducerHandle<AppState>>>, here: &Rc<RefCell<Here>>, language: Language) {
    let state = latest.borrow().clone();
    let (mark, from) = (Mark::read(), here.borrow().place);
    // An entry without a mark is a new one, after the one that was shown.
    let place = mark.map_or(from + 1, |mark| mark.place);
    here.borrow_mut().place = place;
    let position = mark.and_then(|mark| mark.position);
    let id = match read(&state.catalogue, language) {
        Ok(opened) => return state.dispatch(Action::Follow(opened, position)),
        Err(id) => id,
    };
    state.dispatch(Action::Wait(Some(id.clone())));
    let arrived_at = fragment();
    let latest = Rc::clone(latest);
    yew::platform::spawn_local(async move {
        let fetched = fetch(&state.catalogue, &id, language).await;
        let state = latest.borrow().clone();
        if fragment() != arrived_at {
            // The reader has moved on.
            if state.fetching.as_ref() == Some(&id) {
                state.dispatch(Action::Wait(None));
            }
            return;
        }
        match fetched.and_then(|own| Ok((read(&own, language).map_err(|_| Vec::new())?, own))) {
            Ok((opened, catalogue)) => {
                state.dispatch(Action::Follow(opened, position));
                state.dispatch(Action::Fetched(id, Rc::new(catalogue)));
            }
            Err(faults) => {
                state.dispatch(Action::Tell(not_fetched(&id, faults, language)));
                // Refused only in a sandboxed frame, where there is no address to go back from.
                let _ = browser().map(|(_, history)| history.go_with_delta(from - place));
            }
        }
    });
}

/// Opens the plan of a municipality, after its file has been fetched when need be. Until then, and when it
/// cannot be had, list and address stay as they are.
pub(super) fn choose(
    catalogue: Rc<Catalogue>,
    dispatch: UseReducerDispatcher<AppState>,
    id: String,
    language: Language,
) {
    if let Some(municipality) = catalogue.get(&id) {
        return dispatch.dispatch(Action::OpenMunicipality(municipality));
    }
    dispatch.dispatch(Action::Wait(Some(id.clone())));
    yew::platform::spawn_local(async move {
        dispatch.dispatch(match fetch(&catalogue, &id, language).await {
            Ok(catalogue) if catalogue.get(&id).is_some() => Action::Fetched(id, Rc::new(catalogue)),
            Ok(_) => Action::Tell(not_fetched(&id, Vec::new(), language)),
            Err(faults) => Action::Tell(not_fetched(&id, faults, language)),
        });
    });
}

/// That a municipality could not be had, and what is wrong with its file.
fn not_fetched(id: &str, faults: Vec<String>, language: Language) -> Vec<String> {
    let mut told = vec![language.municipality_not_fetched(id)];
    told.extend(faults);
    told
}
