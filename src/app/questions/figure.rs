//! Slik er tallet regnet: one figure with its formula, each term of which can be opened in turn.

use super::{Ask, QuestionsProps, ask, working};
use crate::analysis::explain::{Explainer, Formula, Made, Sign, Term};
use crate::app::data_table::{Row, table};
use crate::app::store::Asked;
use crate::model::quantity::{Place, Side};
use crate::model::scenario::Prices;
use crate::model::trace::Op;
use yew::prelude::*;

/// A quantity as it is read when it is open.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenQuantity {
    /// The quantities it was reached through, and itself.
    trail: Vec<String>,
    explained: &'static str,
    formula: String,
    origin: Option<String>,
    terms: Vec<(Place, &'static str, String, String)>,
}

/// Opens the last quantity of the trail; `None` when none is chosen, or the year does not have it.
pub(super) fn opened(asked: &Ask) -> Option<OpenQuantity> {
    let explainer = Explainer::new(asked.question());
    let language = asked.language;
    let (municipality, scenario) = (&asked.municipality, &asked.scenario);
    let place = *asked.asked.opened.last()?;
    let explanation = explainer.explain(place)?;
    let name = |place: &Place| {
        let name = language.quantity_name(place.quantity, municipality, scenario);
        language.figure_in(&name, place.year, place.side != Side::Own && !scenario.is_plan())
    };
    let terms = match &explanation.made {
        Made::By(formula) => signed(formula, ""),
        _ => explanation.terms().into_iter().map(|term| ("", term)).collect(),
    };
    let terms = terms.into_iter().map(|(sign, term)| {
        let value = language.quantity_value(term.place.quantity, term.value);
        (term.place, sign, name(&term.place), value)
    });
    Some(OpenQuantity {
        trail: asked.asked.opened.iter().map(name).collect(),
        explained: language.quantity_explained(place.quantity),
        formula: language.formula(&explanation, municipality, scenario),
        origin: language.origin(&explanation, municipality),
        terms: terms.collect(),
    })
}

/// Every term with the sign it has in the formula.
fn signed(formula: &Formula<'_>, sign: &'static str) -> Vec<(&'static str, Term)> {
    match formula {
        Formula::Term(term) => vec![(sign, *term)],
        Formula::Constant(_) => Vec::new(),
        Formula::Sum(parts) => parts
            .iter()
            .flat_map(|(part_sign, part)| signed(part, if *part_sign == Sign::Plus { "+" } else { "−" }))
            .collect(),
        Formula::Operation(op, arguments, _) => {
            arguments.iter().enumerate().flat_map(|(index, part)| signed(part, sign_of(op, index))).collect()
        }
    }
}

/// What an argument of an operation does in it.
fn sign_of(op: &Op, index: usize) -> &'static str {
    match (op, index) {
        (Op::MeanShare, 1 | 2) => "½",
        (Op::PercentOf | Op::DividedBy | Op::Over, 1) | (Op::TimesShare, 2) => "÷",
        (Op::Times | Op::Share | Op::ShareRoundedUp | Op::ForEachOf | Op::MeanShare | Op::TimesShare, _) => {
            "×"
        }
        _ => "",
    }
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
