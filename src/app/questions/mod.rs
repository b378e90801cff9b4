//! Spør modellen: what is asked of the model, and the answers. Drawn by the [second module](super::second).

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
use super::results::Results;
use super::store::{Action, AppState, Asked, Panel};
use crate::analysis::scale::Scale;
use crate::chart::{BarsModel, ChartModel, ChartUnit, Line, LineRole, Shown};
use crate::model::municipality::{Indicator, Municipality};
use crate::model::scenario::Scenario;
use crate::model::units::Year;
use crate::text::Language;
use std::rc::Rc;
use yew::prelude::*;

/// What the questions need. Nothing here changes while a lever is dragged, until an answer is ready.
#[derive(Clone, PartialEq, Properties)]
pub struct QuestionsProps {
    /// The municipality.
    pub municipality: Rc<Municipality>,
    /// The scenario that is shown.
    pub scenario: Rc<Scenario>,
    /// The projections.
    pub results: Results,
    /// The year the reader looks at.
    pub year: Year,
    /// What amounts of the year are shown as.
    pub scale: Scale,
    /// The choices of the questions.
    pub asked: Asked,
    /// The answers so far.
    pub answers: Answers,
    /// Changes when the page must be redrawn.
    pub layout: u32,
    /// Receives changes.
    pub dispatch: UseReducerDispatcher<AppState>,
}

/// What is inside the panel of a question.
pub(super) fn contents(panel: Panel) -> Option<fn(&QuestionsProps, &Ask) -> Html> {
    match panel {
        Panel::Figure => Some(figure::view),
        Panel::Why => Some(why::view),
        Panel::Seek => Some(seek::view),
        Panel::Tornado => Some(tornado::view),
        Panel::Stress => Some(stress::view),
        Panel::Futures => Some(futures::view),
        Panel::Capacity => Some(capacity::view),
        Panel::Projects | Panel::Measures | Panel::Years | Panel::Numbers | Panel::About | Panel::Paper => {
            None
        }
    }
}

/// A handler that changes the choices of the questions.
fn ask<E: 'static>(props: &QuestionsProps, change: impl Fn(&mut Asked, &E) + 'static) -> Callback<E> {
    let (dispatch, asked) = (props.dispatch.clone(), props.asked.clone());
    Callback::from(move |event: E| {
        let mut next = asked.clone();
        change(&mut next, &event);
        dispatch.dispatch(Action::Ask(next));
    })
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
                <h3>{ name }</h3>
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
