//! The page's side of the second module.

use super::wire::{Hello, Message, Opened, Read, Reported, Shared, Told, Unread};
use crate::app::store::{Action, AppState};
use crate::text::Language;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use yew::prelude::*;

/// The function of the start script that loads the second module.
const LOADER: &str = "loadSecond";

/// How far the second module has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Loading {
    /// Nobody has asked for it.
    #[default]
    NotAsked,
    /// On its way.
    OnItsWay,
    /// It could not be had.
    Failed,
    /// It is here.
    Here,
}

/// The second module as the page sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Second {
    /// How far it has come.
    pub loading: Loading,
    /// True while something is asked of it that has not been answered.
    pub busy: bool,
    /// Tries to load it again.
    pub retry: Callback<MouseEvent>,
}

/// What has passed between the two.
#[derive(Default)]
struct Passed {
    /// What both sides know.
    known: Option<Shared>,
    /// The number of what was told last.
    number: u32,
    /// The municipalities that have been told of.
    municipalities: Vec<String>,
}

impl Passed {
    /// What has to be told of the state, if anything.
    fn news(&mut self, state: &AppState, language: Language) -> Option<Told> {
        let shared = Shared::of(state);
        let opened = state.asked.opened.last().copied().and_then(Opened::of);
        let is_new = self.known.as_ref() != Some(&shared) || opened.is_some();
        let is_needed = shared.is_any_open() || self.known.as_ref().is_some_and(Shared::is_any_open);
        if !is_new || !is_needed {
            return None;
        }
        let id = &state.municipality.identity.id;
        let packed = if self.municipalities.contains(id) {
            None
        } else {
            self.municipalities.push(id.clone());
            state.catalogue.packed(id).map(|packed| packed.to_vec())
        };
        self.number = self.number.wrapping_add(1);
        self.known = Some(shared.clone());
        Some(Told { number: self.number, shared, language: language.tag().to_owned(), packed, opened })
    }
}

/// Loads the second module when a panel is unfolded, and keeps the two alike from then on.
#[hook]
pub fn use_second(state: &UseReducerHandle<AppState>, language: Language) -> Second {
    let loading = use_state_eq(Loading::default);
    let busy = use_state_eq(|| true);
    let passed = use_mut_ref(Passed::default);
    let wanted = state.asked.open.is_some();
    use_reports(state, &loading, &busy, &passed);
    {
        let loading = loading.clone();
        use_effect_with((wanted, *loading), move |&(wanted, now)| {
            if wanted && now == Loading::NotAsked {
                load(loading);
            }
        });
    }
    {
        let (busy, now) = (busy.clone(), state.clone());
        let scenario = Rc::clone(state.scenario());
        let shown = (Rc::clone(&state.municipality), state.year, state.asked.clone());
        use_effect_with((scenario, shown, *loading), move |(.., loading)| {
            let news =
                (*loading == Loading::Here).then(|| passed.borrow_mut().news(&now, language)).flatten();
            if let Some(told) = news {
                busy.set(true);
                told.send();
                if told.opened.is_some() {
                    now.dispatch(Action::FigureWasTaken);
                }
            }
        });
    }
    let retry = {
        let loading = loading.clone();
        Callback::from(move |_: MouseEvent| load(loading.clone()))
    };
    Second { loading: *loading, busy: wanted && *busy && *loading != Loading::Failed, retry }
}

/// Takes over what the second module reports.
#[hook]
fn use_reports(
    state: &UseReducerHandle<AppState>,
    loading: &UseStateHandle<Loading>,
    busy: &UseStateHandle<bool>,
    passed: &Rc<RefCell<Passed>>,
) {
    let (dispatch, loading, busy) = (state.dispatcher(), loading.clone(), busy.clone());
    let passed = Rc::clone(passed);
    use_effect_with(Rc::clone(&state.catalogue), move |catalogue| {
        let catalogue = Rc::clone(catalogue);
        let listener = Reported::listen(move |report| {
            loading.set(Loading::Here);
            let mut passed = passed.borrow_mut();
            busy.set(report.busy || report.number != Some(passed.number));
            if let Some(shared) = report.shared {
                if let Some(mirrored) = shared.taken(&catalogue) {
                    dispatch.dispatch(Action::Mirror(mirrored));
                }
                passed.known = Some(shared);
            }
        });
        move || drop(listener)
    });
}

/// Begins to load; the second module reports when it is here.
fn load(loading: UseStateHandle<Loading>) {
    loading.set(Loading::OnItsWay);
    yew::platform::spawn_local(async move {
        match fetched().await {
            // It may have been loaded before, and have reported when nobody listened.
            Some(()) => Hello.send(),
            None => loading.set(Loading::Failed),
        }
    });
}

/// Loads the second module, unless it is here already.
async fn fetched() -> Option<()> {
    let window = web_sys::window()?;
    let loader = js_sys::Reflect::get(&window, &LOADER.into()).ok()?;
    let promise = loader.dyn_into::<js_sys::Function>().ok()?.call0(&window).ok()?;
    JsFuture::from(promise.dyn_into::<js_sys::Promise>().ok()?).await.ok().map(|_| ())
}

/// The municipality of a file, packed. The second module reads and checks it.
///
/// # Errors
/// What is wrong with the file; nothing when the second module could not be had.
pub async fn read(id: &str, text: String, language: Language) -> Result<Vec<u8>, Vec<String>> {
    fetched().await.ok_or_else(Vec::new)?;
    let answer: Rc<RefCell<Option<Read>>> = Rc::default();
    let listener = {
        let answer = Rc::clone(&answer);
        Read::listen(move |read| drop(answer.replace(Some(read))))
    };
    // It has answered before this returns.
    Unread { id: id.to_owned(), text, language: language.tag().to_owned() }.send();
    drop(listener);
    let answer = answer.take().filter(|read| read.id == id);
    answer.map_or_else(|| Err(Vec::new()), |read| read.packed)
}
