//! Spør modellen: the questions under the results, each unfolded by the reader.
//!
//! The page draws them folded; what is inside is drawn by the [second module](super::second).

mod capacity;
mod figure;
mod futures;
mod seek;
mod stress;
mod tornado;
mod why;
mod work;

pub use work::{Answers, Ask, FIRST_TOPICS, SECOND_TOPICS, use_answers};

use super::chart_view::{ChartView, Picture};
use super::language::use_language;
use super::second::{Loading, Second};
use super::store::{Action, AppState, Asked, Panel};
use crate::chart::{BarsModel, ChartModel, ChartUnit, Line, LineRole, Shown};
use crate::model::municipality::{Indicator, Municipality};
use crate::text::Language;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// What the folded questions need.
#[derive(Clone, PartialEq, Properties)]
pub struct QuestionsCardProps {
    /// The choices of the questions.
    pub asked: Asked,
    /// The module that answers them.
    pub second: Second,
    /// Receives changes.
    pub dispatch: UseReducerDispatcher<AppState>,
}

/// What the questions need. Nothing here changes while a lever is dragged, until an answer is ready.
#[derive(Clone, PartialEq, Properties)]
pub struct QuestionsProps {
    /// The municipality.
    pub municipality: Rc<Municipality>,
    /// The choices of the questions.
    pub asked: Asked,
    /// The answers so far.
    pub answers: Answers,
    /// Changes when the page must be redrawn.
    pub layout: u32,
    /// Receives changes.
    pub dispatch: UseReducerDispatcher<AppState>,
}

/// Every question, folded. The second module draws what is inside.
#[component]
pub fn QuestionsCard(props: &QuestionsCardProps) -> Html {
    let language = use_language();
    html! {
        <section class="kort sporsmal" id="sporsmal" aria-label={language.questions_title()}>
            <h2>{ language.questions_title() }{ " " }<small>{ language.questions_lead() }</small></h2>
            { panel(props, Panel::Figure, ["tall", language.figure_title()], language) }
            { panel(props, Panel::Why, ["hvorfor", language.why_title()], language) }
            { panel(props, Panel::Seek, ["hva-skal-til", language.seek_title()], language) }
            { panel(props, Panel::Tornado, ["hva-betyr-mest", language.tornado_title()], language) }
            { panel(props, Panel::Stress, ["gar-galt", language.stress_title()], language) }
            { panel(props, Panel::Futures, ["usikkert", language.futures_title()], language) }
            { panel(props, Panel::Capacity, ["handlingsrom", language.capacity_title()], language) }
        </section>
    }
}

/// What is inside a panel.
pub(super) fn contents(panel: Panel) -> fn(&QuestionsProps, &Ask) -> Html {
    match panel {
        Panel::Figure => figure::view,
        Panel::Why => why::view,
        Panel::Seek => seek::view,
        Panel::Tornado => tornado::view,
        Panel::Stress => stress::view,
        Panel::Futures => futures::view,
        Panel::Capacity => capacity::view,
    }
}

/// The id of the element that the second module draws a panel into.
pub(super) fn contents_id(panel: Panel) -> String {
    format!("svar-{}", panel as u8)
}

/// One question; what is inside is there only while it is unfolded.
fn panel(
    props: &QuestionsCardProps,
    which: Panel,
    [id, title]: [&'static str; 2],
    language: Language,
) -> Html {
    let open = props.asked.is_open(which);
    let ontoggle = changed(&props.dispatch, &props.asked, move |asked, event: &Event| {
        let details = event.target_unchecked_into::<Element>();
        asked.set_open(which, details.has_attribute("open"));
    });
    let waiting = match props.second.loading {
        Loading::Here => Html::default(),
        Loading::NotAsked | Loading::OnItsWay => {
            html! { <p role="status">{ language.fetching_answers() }</p> }
        }
        Loading::Failed => html! {
            <p role="alert">{ language.answers_not_fetched() }{ " " }
                <button type="button" class="ds-button" data-variant="secondary" data-size="sm"
                    onclick={props.second.retry.clone()}>{ language.try_again() }</button></p>
        },
    };
    html! {
        <details class="sporsmalet" id={format!("sporsmal-{id}")} {open} {ontoggle}>
            <summary><h3>{ title }</h3></summary>
            if open { { waiting } }
            <div id={contents_id(which)}></div>
        </details>
    }
}

/// A handler that changes the choices of the questions.
fn ask<E: 'static>(props: &QuestionsProps, change: impl Fn(&mut Asked, &E) + 'static) -> Callback<E> {
    changed(&props.dispatch, &props.asked, change)
}

fn changed<E: 'static>(
    dispatch: &UseReducerDispatcher<AppState>,
    asked: &Asked,
    change: impl Fn(&mut Asked, &E) + 'static,
) -> Callback<E> {
    let (dispatch, asked) = (dispatch.clone(), asked.clone());
    Callback::from(move |event: E| {
        let mut next = asked.clone();
        change(&mut next, &event);
        dispatch.dispatch(Action::Ask(next));
    })
}

/// Moves the focus to a question that is being unfolded.
pub fn go_to(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let panel = document.and_then(|document| document.get_element_by_id(id));
    if let Some(summary) = panel.and_then(|panel| panel.first_element_child()) {
        super::focus(summary);
    }
}

/// Bars with their sentence for a screen reader.
fn bars(id: String, sentence: String, model: BarsModel, layout: u32) -> Html {
    // The height follows the number of bars; an inline style is not allowed.
    let rows = model.bars.len().clamp(2, 12);
    html! {
        <div class={format!("soyler soyler-{rows}")}>
            <ChartView {id} {sentence} {layout} picture={Picture::Bars(Rc::new(model))} />
        </div>
    }
}

/// What the questions are about: the scenario, or the plan when nothing is moved.
fn own_name(ask: &Ask) -> String {
    let language = ask.language;
    if ask.scenario.is_plan() {
        language.plan_label(&ask.municipality.plan)
    } else {
        language.scenario_label().to_owned()
    }
}

/// A chart of paths for each indicator that can be shown, with the scenario in front.
fn path_charts(
    props: &QuestionsProps,
    ask: &Ask,
    id: &str,
    lines: &dyn Fn(ChartUnit, Indicator) -> Vec<Line>,
) -> Html {
    let language = ask.language;
    let Some(now) = &props.answers.now else { return working(language) };
    let role = if ask.scenario.is_plan() { LineRole::Plan } else { LineRole::Scenario };
    let chart = |indicator: Indicator| {
        let unit = ChartUnit::of(indicator, &ask.plan)?;
        let shown = Shown { plan: now, plan_in_own_world: None, alternatives: &[] };
        let model = ChartModel::new(&ask.municipality, indicator, unit, shown, Some(ask.year), language)
            .with_paths(lines(unit, indicator), role, &own_name(ask));
        let name = language.indicator_name(indicator);
        Some(html! {
            <div class="bro">
                <h4>{ name }</h4>
                <div class="flate"><ChartView id={format!("{id}-{}", indicator as u8)} sentence={name}
                    layout={props.layout} picture={Picture::Rule(Rc::new(model))} /></div>
            </div>
        })
    };
    html! { <div class="broer">{ for Indicator::ALL.into_iter().filter_map(chart) }</div> }
}

/// The same figures as a table, folded.
fn folded(table: Html, language: Language) -> Html {
    html! { <details class="tabell"><summary>{ language.table() }</summary>{ table }</details> }
}

/// An answer that is not ready yet.
fn working(language: Language) -> Html {
    html! { <p>{ language.working() }</p> }
}
