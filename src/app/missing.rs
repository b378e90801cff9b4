//! Det som mangler: the figures a document lacks, where they are usually printed, and a field for the user's own.

use super::language::use_language;
use super::store::{Action, AppState};
use crate::exchange::scenario_file::own_figure_bounds;
use crate::model::municipality::{Indicator, Municipality, NeededFigure};
use crate::model::scenario::Basis;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The figures a curve of an indicator cannot do without.
#[must_use]
pub fn needed_for(indicator: Indicator) -> &'static [NeededFigure] {
    match indicator {
        Indicator::NetOperatingResult => &[NeededFigure::OperatingRevenue],
        Indicator::DispositionFund => &[NeededFigure::DispositionFund, NeededFigure::OperatingRevenue],
        Indicator::DebtRatio => &[NeededFigure::Debt, NeededFigure::OperatingRevenue],
    }
}

/// What the list needs.
#[derive(Clone, PartialEq, Properties)]
pub struct MissingFiguresProps {
    /// The figures that are needed.
    pub needed: Vec<NeededFigure>,
    /// What they are needed for.
    pub title: AttrValue,
    /// What the ids of its fields end with; the same figure may be asked for in several places.
    pub base: AttrValue,
    /// The municipality.
    pub municipality: Rc<Municipality>,
    /// What the user has typed in already.
    pub basis: Basis,
    /// Receives a figure.
    pub dispatch: UseReducerDispatcher<AppState>,
}

/// What is missing for one curve.
#[component]
pub fn MissingFigures(props: &MissingFiguresProps) -> Html {
    let language = use_language();
    let missing = props
        .needed
        .iter()
        .filter(|figure| !figure.is_given(&props.municipality) && props.basis.get(**figure).is_none());
    let row = |figure: &NeededFigure| {
        let found_in = props.municipality.missing.iter().find(|missing| missing.figure == *figure);
        html! {
            <li key={figure.key()}>
                <strong>{ language.missing_figure(*figure) }</strong>{ ". " }
                { found_in.map(|missing| language.found_in(&missing.found_in)).unwrap_or_default() }
                <OwnFigure figure={*figure} base={props.base.clone()} dispatch={props.dispatch.clone()} />
            </li>
        }
    };
    html! {
        <div class="mangler">
            <p>{ &props.title }</p>
            <ul>{ for missing.map(row) }</ul>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct OwnFigureProps {
    figure: NeededFigure,
    base: AttrValue,
    dispatch: UseReducerDispatcher<AppState>,
}

/// A field and a button; the figure counts when the button is pressed, or Enter.
#[component]
fn OwnFigure(props: &OwnFigureProps) -> Html {
    let language = use_language();
    let field = use_node_ref();
    let message = use_state_eq(|| None::<String>);
    let take = {
        let (field, message, props) = (field.clone(), message.clone(), props.clone());
        move || {
            let Some(text) = field.cast::<HtmlInputElement>().map(|field| field.value()) else { return };
            let bounds = own_figure_bounds(props.figure);
            let (min, max) = (language.number(bounds.min, 0), language.number(bounds.max, 0));
            match language.numbers().parse(&text) {
                Ok(value) if bounds.allows(value) => {
                    props.dispatch.dispatch(Action::SetOwnFigure(props.figure, Some(value)));
                    let card = format!("kort-{}", props.base);
                    // The field is gone when the figure is given; focus stays where it was asked for.
                    super::focus::focus_on(if props.figure == NeededFigure::Inhabitants {
                        "panel"
                    } else {
                        &card
                    });
                }
                Ok(_) => message.set(Some(language.outside_range(text.trim(), &min, &max))),
                Err(error) => message.set(Some(language.not_a_number(&error.text, "2 500"))),
            }
        }
    };
    let onclick = {
        let take = take.clone();
        Callback::from(move |_: MouseEvent| take())
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            take();
        }
    });
    let id = format!("eget-{}-{}", props.figure.key(), props.base);
    html! {
        <span class="eget-tall">
            <label for={id.clone()}>{ language.your_figure(props.figure) }</label>
            <input {id} aria-label={language.your_own_figure(props.figure)} ref={field} class="ds-input tallfelt" inputmode="decimal" autocomplete="off"
                aria-invalid={message.is_some().then_some("true")} {onkeydown} />
            <button type="button" class="ds-button" data-variant="secondary" {onclick}>{ language.use_figure() }</button>
            if let Some(message) = message.as_ref() { <span class="melding feil" role="alert">{ message }</span> }
        </span>
    }
}
