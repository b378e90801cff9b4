//! The second module's side: a Yew program of its own, drawn into the page's unfolded panels.

use super::wire::{Hello, Message, Read, Reported, Shared, Told, Unread, document};
use crate::app::asked::contents_id;
use crate::app::language::InLanguage;
use crate::app::panels;
use crate::app::projections::use_results;
use crate::app::questions::{Ask, QuestionsProps, SECOND_TOPICS, use_answers};
use crate::app::stopped::use_remembered;
use crate::app::store::{Action, AppState, Panel};
use crate::app::window::use_layout;
use crate::exchange::catalogue::Catalogue;
use crate::exchange::municipality_file;
use crate::model::packed::pack;
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
                if let (Some(packed), Some(catalogue)) = (news.packed.take(), catalogue.borrow_mut().as_mut())
                {
                    // The page has read the same before.
                    let _ = Rc::make_mut(catalogue).take(news.shared.municipality(), &packed);
                }
                told.set(Some(Rc::new(news)));
            });
            let here = || Reported { number: None, busy: false, shared: None }.send();
            let asked = Hello::listen(move |_| here());
            here();
            move || drop((listener, asked))
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
    use_remembered(state.scenario());
    let questions = QuestionsProps {
        municipality,
        scenario: Rc::clone(state.scenario()),
        results,
        year: state.year,
        scale: state.scale,
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
        Some(create_portal(html! { <div {key}>{ panels::contents(panel, &questions, ask) }</div> }, host))
    };
    state.asked.open.and_then(panel).unwrap_or_default()
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
    let moving = state.is_moving() && !state.is_lifted();
    let shown = (Rc::clone(state.scenario()), state.year, state.asked.clone(), moving);
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

/// Reads the file of a municipality. Every fault has its line and what would be right.
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "only the browser has two modules"))]
fn read(unread: Unread) -> Read {
    let Unread { id, text, language } = unread;
    let language = Language::from_tag(&language).unwrap_or_default();
    let packed = match municipality_file::read(&text) {
        Ok(municipality) if municipality.identity.id == id => Ok(pack(&municipality)),
        Ok(municipality) => Err(vec![language.file_of_another(&id, &municipality.identity.id)]),
        Err(faults) => Err(faults.iter().map(|fault| fault.text(language)).collect()),
    };
    Read { id, packed }
}

/// Starts the second module, when the page has loaded it.
///
/// On another target than the browser there is nothing to start.
pub fn start() {
    #[cfg(target_arch = "wasm32")]
    {
        crate::app::stopped::install("test-panic-second");
        if let Some(listener) = Unread::listen(|unread| read(unread).send()) {
            listener.forget();
        }
        // Everything is drawn into elements of the page, so the root itself is never in it.
        if let Some(root) = document().and_then(|document| document.create_element("div").ok()) {
            yew::Renderer::<SecondModule>::with_root(root).render();
        }
    }
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test that lacks its municipality must stop")]
mod tests {
    use super::*;
    use crate::exchange::municipality_file::built_in;

    const LILLEHAMMER: &str = include_str!("../../../assets/kommuner/lillehammer.json");

    fn read_as(id: &str, text: &str) -> Result<Vec<u8>, Vec<String>> {
        read(Unread { id: id.to_owned(), text: text.to_owned(), language: "nb".to_owned() }).packed
    }

    #[test]
    fn a_file_that_the_second_module_reads_is_the_same_municipality_on_the_page() {
        let packed = read_as("lillehammer", LILLEHAMMER).expect("the file is sound");
        let mut catalogue = Catalogue::built_in().expect("the list comes with the program");
        let taken = catalogue.take("lillehammer", &packed);
        assert_eq!(taken.as_deref(), built_in("lillehammer"));
    }

    #[test]
    fn a_wrong_file_is_refused_with_its_line_and_one_of_another_municipality_with_its_name() {
        let wrong = LILLEHAMMER.replacen("\"første_år\": ", "\"første_år\": x", 1);
        let faults = read_as("lillehammer", &wrong).expect_err("x is no number");
        assert!(faults.iter().any(|fault| fault.contains("linje ")), "{faults:?}");
        let faults = read_as("asker", LILLEHAMMER).expect_err("it is of Lillehammer");
        assert!(faults.iter().any(|fault| fault.contains("«lillehammer»")), "{faults:?}");
    }
}
