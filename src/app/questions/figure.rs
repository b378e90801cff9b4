//! Slik er tallet regnet: one figure with its formula, each term of which can be opened in turn.

use super::{Ask, QuestionsProps, ask, working};
use crate::analysis::explain::Explainer;
use crate::app::data_table::{Row, table};
use crate::app::store::Asked;
use crate::model::figure::{Origin, Place, Role, Side};
use crate::model::scenario::Prices;
use yew::prelude::*;

/// A figure as it is read when it is open.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenFigure {
    /// The figures it was reached through, and itself.
    trail: Vec<String>,
    explained: &'static str,
    formula: String,
    origin: Option<String>,
    terms: Vec<(Place, &'static str, String, String)>,
}

/// Opens the last figure of the trail; `None` when none is chosen, or the year does not have it.
pub(super) fn opened(asked: &Ask) -> Option<OpenFigure> {
    let question = asked.question();
    let language = asked.language;
    let (municipality, scenario) = (&asked.municipality, &asked.scenario);
    let projection = question.project(scenario);
    let explainer = Explainer::new(question, &projection);
    let place = *asked.asked.opened.last()?;
    let explanation = explainer.explain(place)?;
    let name = |place: &Place| {
        let name = language.figure_name(place.figure, municipality, scenario);
        language.figure_in(&name, place.year, place.side != Side::Own && !scenario.is_plan())
    };
    let terms = explanation.terms.iter().map(|term| {
        let sign = match term.role {
            Role::Plus => "+",
            Role::Minus => "−",
            Role::Times => "×",
            Role::DividedBy => "÷",
            Role::Half => "½",
        };
        (term.place, sign, name(&term.place), language.figure_value(term.value))
    });
    let origin = language.origin(&explanation.origin, municipality, explanation.place.year);
    Some(OpenFigure {
        trail: asked.asked.opened.iter().map(name).collect(),
        explained: language.figure_explained(place.figure),
        formula: language.formula(&explanation, municipality, scenario),
        origin: (explanation.origin != Origin::Rule).then_some(origin),
        terms: terms.collect(),
    })
}

pub(super) fn view(props: &QuestionsProps, asked: &Ask) -> Html {
    let language = asked.language;
    if asked.asked.opened.is_empty() {
        return html! { <p>{ language.open_a_figure() }</p> };
    }
    let Some(figure) = &props.answers.figure else { return working(language) };
    let Some(figure) = &**figure else { return html! { <p>{ language.no_such_figure() }</p> } };
    let last = figure.trail.len().saturating_sub(1);
    let crumb = |(index, name): (usize, &String)| {
        let back = ask(props, move |asked: &mut Asked, _: &MouseEvent| asked.opened.truncate(index + 1));
        html! {
            <li>
                if index == last {
                    <strong aria-current="true">{ name.clone() }</strong>
                } else {
                    <button type="button" class="lenke" onclick={back}>{ name.clone() }</button>{ " › " }
                }
            </li>
        }
    };
    let term = |(place, sign, name, value): &(Place, &'static str, String, String)| {
        let place = *place;
        let open = ask(props, move |asked: &mut Asked, _: &MouseEvent| asked.opened.push(place));
        Row {
            heading: html! { <><span class="tegn">{ *sign }</span>{ " " }
            <button type="button" class="lenke" onclick={open}>{ name.clone() }</button></> },
            ..Row::of("", vec![value.clone()])
        }
    };
    html! {
        <div id="apnet">
            <ol class="sti">{ for figure.trail.iter().enumerate().map(crumb) }</ol>
            <p role="status">{ &figure.formula }</p>
            <p class="forklaring">{ figure.explained }
                if asked.scenario.basis.prices == Prices::Deflated { { " " }{ language.in_nominal_prices() } }</p>
            if let Some(origin) = &figure.origin { <p><strong>{ language.comes_from() }</strong>{ " " }{ origin }</p> }
            if !figure.terms.is_empty() {
                { table("ledd", language.made_of(), &[String::new(), String::new()], figure.terms.iter().map(term).collect()) }
            }
        </div>
    }
}
