//! Egne prosjekter og tiltak: what the user adds, and takes away.

use super::DetailsProps;
use crate::app::language::use_language;
use crate::app::store::{Action, AppState, Settled};
use crate::model::lever::{Bounds, Lever, OWN_MEASURE_AMOUNT, OWN_PROJECT_COST, OWN_YEARS, Subject};
use crate::model::municipality::Municipality;
use crate::model::scenario::{OwnMeasure, OwnProject};
use crate::model::units::{Kroner, Year};
use crate::text::Language;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The form for a project of the user's own.
pub(super) fn projects(props: &DetailsProps) -> Html {
    html! { <OwnForm kind={Kind::Project} municipality={Rc::clone(&props.municipality)} dispatch={props.dispatch.clone()} /> }
}

/// The form for a measure of the user's own.
pub(super) fn measures(props: &DetailsProps) -> Html {
    html! { <OwnForm kind={Kind::Measure} municipality={Rc::clone(&props.municipality)} dispatch={props.dispatch.clone()} /> }
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Project,
    Measure,
}

#[derive(Clone, PartialEq, Properties)]
struct OwnFormProps {
    kind: Kind,
    municipality: Rc<Municipality>,
    dispatch: UseReducerDispatcher<AppState>,
}

/// The fields of the form: what they are called, what they start at, and what they may be.
fn fields(props: &OwnFormProps, language: Language) -> [(&'static str, &'static str, Decimal, Bounds); 4] {
    let first = props.municipality.plan.first_year;
    let years = Bounds {
        min: Decimal::from(first.0),
        max: Decimal::from(props.municipality.last_year().0),
        step: Decimal::ONE,
    };
    let next_year = Decimal::from(first.plus(1).0);
    match props.kind {
        Kind::Project => [
            ("kostnad", language.own_cost(), Decimal::ONE_HUNDRED, OWN_PROJECT_COST),
            ("start", language.own_start(), next_year, years),
            ("aar", language.own_years(), Decimal::TWO, OWN_YEARS),
            ("drift", language.own_effect(), Decimal::ZERO, OWN_MEASURE_AMOUNT),
        ],
        Kind::Measure => [
            (
                "belop",
                language.own_saving(),
                Decimal::TEN,
                Bounds { min: Decimal::ZERO, ..OWN_MEASURE_AMOUNT },
            ),
            ("start", language.own_start(), next_year, years),
            ("opptrapping", language.own_ramp(), Decimal::ZERO, OWN_YEARS),
            ("engang", language.own_one_off_cost(), Decimal::ZERO, OWN_PROJECT_COST),
        ],
    }
}

/// A small form; what is wrong with it is said under it, and nothing is lost.
#[component]
fn OwnForm(props: &OwnFormProps) -> Html {
    let language = use_language();
    let name = use_node_ref();
    let figures = [use_node_ref(), use_node_ref(), use_node_ref(), use_node_ref()];
    let message = use_state_eq(|| None::<String>);
    let costs = use_state_eq(|| false);
    let base = if props.kind == Kind::Project { "nytt-prosjekt" } else { "nytt-tiltak" };
    let onclick = {
        let (props, name, figures, message) = (props.clone(), name.clone(), figures.clone(), message.clone());
        let costs = *costs;
        Callback::from(move |_: MouseEvent| {
            let text = |node: &NodeRef| {
                node.cast::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default()
            };
            let typed = figures.each_ref().map(&text);
            match read(&props, (&text(&name), costs), &typed, language) {
                Ok(action) => {
                    props.dispatch.dispatch(action);
                    message.set(None);
                    if let Some(field) = name.cast::<HtmlInputElement>() {
                        field.set_value("");
                    }
                }
                Err(problem) => message.set(Some(problem)),
            }
        })
    };
    let title = if props.kind == Kind::Project { language.own_projects() } else { language.own_measures() };
    let field = |((key, label, start, _), node): ((&str, &str, Decimal, Bounds), &NodeRef)| {
        let decimals = start.normalize().scale();
        let value = if key == "start" { start.to_string() } else { language.number(start, decimals) };
        html! {
            <label>{ label }<input class="ds-input tallfelt" inputmode="decimal" autocomplete="off"
                id={format!("{base}-{key}")} ref={node.clone()} value={value} /></label>
        }
    };
    html! {
        <fieldset class="eget" id={base}>
            <legend>{ title }</legend>
            <label>{ language.own_name() }<input class="ds-input" maxlength="80" autocomplete="off" id={format!("{base}-navn")}
                ref={name} aria-invalid={message.is_some().then_some("true")} /></label>
            if props.kind == Kind::Measure { { saves_or_costs(base, &costs, language) } }
            { for fields(props, language).into_iter().zip(&figures).map(field) }
            <button type="button" class="ds-button" data-variant="secondary" {onclick}>{ language.add() }</button>
            if let Some(message) = message.as_ref() { <span class="melding feil" role="alert">{ message }</span> }
        </fieldset>
    }
}

/// Whether the measure saves or costs: a choice of words, not of a sign.
fn saves_or_costs(base: &'static str, costs: &UseStateHandle<bool>, language: Language) -> Html {
    let one = |is_cost: bool| {
        let costs = costs.clone();
        let checked = *costs == is_cost;
        let onchange = Callback::from(move |_: Event| costs.set(is_cost));
        html! {
            <label class="hake"><input type="radio" name={format!("{base}-retning")} {checked} {onchange} />
                { language.saves_or_costs(!is_cost) }</label>
        }
    };
    html! { <div class="retninger" role="radiogroup" aria-label={language.saving_or_cost()}>{ one(false) }{ one(true) }</div> }
}

/// What the form says, or what is wrong with it.
fn read(
    props: &OwnFormProps,
    (name, costs): (&str, bool),
    typed: &[String; 4],
    language: Language,
) -> Result<Action, String> {
    let name = name.trim().to_owned();
    if name.is_empty() {
        return Err(language.name_missing().to_owned());
    }
    let mut values = [Decimal::ZERO; 4];
    for ((value, text), (_, label, example, bounds)) in
        values.iter_mut().zip(typed).zip(fields(props, language))
    {
        let plain = |value: Decimal| value.normalize().to_string().replace('.', ",");
        let figure = language
            .numbers()
            .parse(text)
            .map_err(|error| format!("{label}: {}", language.not_a_number(&error.text, &plain(example))))?;
        if !bounds.allows(figure) {
            let (min, max) = (plain(bounds.min), plain(bounds.max));
            return Err(format!("{label}: {}", language.outside_range(text.trim(), &min, &max)));
        }
        *value = figure;
    }
    let [amount, start, years, other] = values;
    let (amount, other) = (Kroner::from_millions(amount), Kroner::from_millions(other));
    let start = Year(start.round().to_i32().unwrap_or(0));
    let years = years.round().to_u32().unwrap_or(0);
    Ok(match props.kind {
        Kind::Project => {
            let own =
                OwnProject { name, cost: amount, start, years, self_cost: false, operating_effect: other };
            Action::Set(Lever::OwnProject.of(Subject::NEXT), own.into(), Settled::Yes)
        }
        Kind::Measure => {
            let amount = if costs { amount } else { Kroner::ZERO - amount };
            let own =
                OwnMeasure { name, amount, start, ramp_years: years, one_off_cost: other, one_off: false };
            Action::Set(Lever::OwnMeasure.of(Subject::NEXT), own.into(), Settled::Yes)
        }
    })
}
