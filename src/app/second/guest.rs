//! The second module's side: a Yew program of its own, drawn into the page's unfolded panels.

use super::wire::{Message, Reported, Shared, Told, document};
use crate::app::language::InLanguage;
use crate::app::projections::use_results;
use crate::app::questions::{Ask, QuestionsProps, SECOND_TOPICS, contents, contents_id, use_answers};
use crate::app::store::{Action, AppState, Panel};
use crate::app::window::use_layout;
use crate::exchange::catalogue::Catalogue;
use crate::text::Language;
use std::rc::Rc;
use yew::prelude::*;

/// Waits for the page to tell what it shows.
#[component]
pub fn SecondModule() -> Html {
    let told = use_state(|| None::<Rc<Told>>);
    let catalogue = use_mut_ref(|| Catalogue::built_in().map(Rc::new));
    {
        let (told, catalogue) = (told.clone(), Rc::clone(&catalogue));
        use_effect_with((), move |()| {
            let listener = Told::listen(move |mut news| {
                if let (Some(file), Some(catalogue)) = (news.file.take(), catalogue.borrow_mut().as_mut()) {
                    // The page has read the same text before.
                    let _ = Rc::make_mut(catalogue).take(news.shared.municipality(), &file);
                }
                told.set(Some(Rc::new(news)));
            });
            Reported { number: None, busy: false, shared: None }.send();
            move || drop(listener)
        });
    }
    let (Some(told), Some(catalogue)) = ((*told).clone(), catalogue.borrow().clone()) else {
        return Html::default();
    };
    let Some(mirrored) = told.shared.taken(&catalogue) else { return Html::default() };
    let state = AppState::new(Rc::clone(&catalogue), mirrored.opened);
    let language = Language::from_tag(&told.language).unwrap_or_default();
    html! { <InLanguage {language}><Panels {told} {catalogue} {state} {language} /></InLanguage> }
}

#[derive(Clone, PartialEq, Properties)]
struct PanelsProps {
    /// What the page told last.
    told: Rc<Told>,
    /// The municipalities that have come.
    catalogue: Rc<Catalogue>,
    /// The state to begin with.
    state: AppState,
    /// The language of the page.
    language: Language,
}

/// What is inside the unfolded panels.
#[component]
fn Panels(props: &PanelsProps) -> Html {
    let begin = props.state.clone();
    let state = use_reducer(move || begin);
    let (municipality, layout) = (Rc::clone(&state.municipality), use_layout());
    let results = use_results(&state);
    let answers = use_answers(Ask::of(&state, &results.plan, props.language), &SECOND_TOPICS);
    use_page(&state, props, answers.busy);
    let questions = QuestionsProps {
        municipality,
        asked: state.asked.clone(),
        answers,
        layout,
        dispatch: state.dispatcher(),
    };
    let Some(ask) = &questions.answers.ask else { return Html::default() };
    let panel = |panel: Panel| {
        let host = document()?.get_element_by_id(&contents_id(panel))?;
        // With another municipality the page draws its panels again, and the portal must follow.
        let key = format!("{}-{}", state.municipality.identity.id, panel as u8);
        Some(create_portal(html! { <div {key}>{ contents(panel)(&questions, ask) }</div> }, host))
    };
    Panel::ALL.into_iter().filter(|panel| state.asked.is_open(*panel)).filter_map(panel).collect()
}

/// Keeps the state like the page's: takes over what was told, and reports what was changed here.
#[hook]
fn use_page(state: &UseReducerHandle<AppState>, props: &PanelsProps, busy: bool) {
    let told = &props.told;
    let taken = use_state_eq(|| 0_u32);
    let known = use_mut_ref(|| None::<Shared>);
    {
        let (dispatch, known, taken) = (state.dispatcher(), Rc::clone(&known), taken.clone());
        let catalogue = Rc::clone(&props.catalogue);
        use_effect_with(Rc::clone(told), move |told| {
            *known.borrow_mut() = Some(told.shared.clone());
            taken.set(told.number);
            if let Some(mirrored) = told.shared.taken(&catalogue) {
                dispatch.dispatch(Action::Mirror(mirrored));
            }
            if let Some(place) = told.opened.as_ref().and_then(super::wire::Opened::place) {
                dispatch.dispatch(Action::OpenFigure(place));
            }
        });
    }
    // Until what was told has been taken over, the state is an older one, and no change made here.
    let number = (*taken == told.number).then_some(told.number);
    let shown = (Rc::clone(state.scenario()), state.year, state.asked.clone());
    let state = state.clone();
    use_effect_with((shown, busy, number), move |(_, busy, number)| {
        if number.is_none() {
            return;
        }
        let now = Shared::of(&state);
        let is_new = known.borrow().as_ref() != Some(&now);
        if is_new {
            *known.borrow_mut() = Some(now.clone());
        }
        Reported { number: *number, busy: *busy, shared: is_new.then_some(now) }.send();
    });
}

/// Starts the second module, when the page has loaded it.
///
/// On another target than the browser there is nothing to start.
pub fn start() {
    #[cfg(target_arch = "wasm32")]
    {
        crate::app::stopped::install();
        // Everything is drawn into elements of the page, so the root itself is never in it.
        if let Some(root) = document().and_then(|document| document.create_element("div").ok()) {
            yew::Renderer::<SecondModule>::with_root(root).render();
        }
    }
}
