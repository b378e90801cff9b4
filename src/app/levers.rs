//! Spakene: the four main levers in their two groups, and what has been changed.

use super::findings;
use super::language::use_language;
use super::lever::MainLever;
use super::moved::base_of;
use super::questions::Answers;
use super::results::Results;
use super::store::{Action, AppState, Panel, Settled};
use crate::analysis::seek::Span;
use crate::model::lever::{Lever, LeverGroup};
use crate::model::municipality::ProjectKind;
use crate::model::scenario::{ProjectChange, Scenario};
use crate::model::units::Kroner;
use crate::text::Language;
use rust_decimal::Decimal;
use yew::prelude::*;

/// What the levers need.
#[derive(Clone, PartialEq, Properties)]
pub struct LeversProps {
    /// The state of the page.
    pub state: AppState,
    /// The projections.
    pub results: Results,
    /// Where the chosen rules hold.
    pub answers: Answers,
    /// Receives changes.
    pub dispatch: UseReducerDispatcher<AppState>,
}

/// The levers, what the green on them means, and what has been changed.
#[component]
pub fn Levers(props: &LeversProps) -> Html {
    let language = use_language();
    html! {
        <section class="spaker" id="spaker" aria-labelledby="spaker-tittel">
            <h2 class="skjult" id="spaker-tittel">{ language.levers_title() }</h2>
            { group(LeverGroup::Assumptions, props, language) }
            { group(LeverGroup::Choices, props, language) }
            { painted(props, language) }
            { changed(props, language) }
        </section>
    }
}

fn group(group: LeverGroup, props: &LeversProps, language: Language) -> Html {
    let scenario = &**props.state.scenario();
    let class = match group {
        LeverGroup::Assumptions => "gruppe forutsetninger",
        LeverGroup::Choices => "gruppe valg",
    };
    let kind = props.state.municipality.plan.kind;
    let lever = |input: Lever| {
        html! {
            <MainLever {input} {kind} value={scenario.get(input)} base={base_of(input, &props.state.municipality)}
                reading={reading(input, props, language)} moved={scenario.is_moved(input)}
                stretches={stretches(input, &props.answers)} dispatch={props.dispatch.clone()} />
        }
    };
    html! {
        <fieldset {class}>
            <legend>{ language.group_name(group) }{ " " }<small>{ language.group_explained(group) }</small></legend>
            { for Lever::MAIN.into_iter().filter(|input| input.spec().group() == group).map(lever) }
        </fieldset>
    }
}

/// The ranges of a lever in which the chosen rules hold.
fn stretches(input: Lever, answers: &Answers) -> Vec<[Decimal; 2]> {
    let spans = answers.spans.iter().flat_map(|spans| spans.iter());
    spans.filter(|span| span.input == input).flat_map(Span::stretches).collect()
}

/// Where the lever leads, from the plan to now.
fn reading(input: Lever, props: &LeversProps, language: Language) -> String {
    let (state, results) = (&props.state, &props.results);
    let year = state.year;
    let ends = results.plan.years.get(year).zip(results.current().years.get(year));
    let Some((plan, now)) = ends else { return String::new() };
    let written = match input {
        Lever::InterestRate => {
            [plan, now].map(|result| Some(language.number(result.average_rate.value(), 1)))
        }
        Lever::PopulationGrowth => {
            [plan, now].map(|result| Some(language.number(result.inhabitants?.value(), 0)))
        }
        Lever::InvestmentVolume => [&results.plan, results.current()].map(|projection| {
            let total: Kroner =
                projection.years.values().iter().map(|result| result.investment.expenditure).sum();
            Some(language.millions(total, 0))
        }),
        _ => {
            let base = base_of(input, &state.municipality);
            let moved = base + state.scenario().get(input);
            [base, moved].map(|amount| Some(language.number(amount, amount.normalize().scale())))
        }
    };
    match written {
        [Some(plan), Some(now)] => language.lever_reading(input, &plan, &now, year),
        _ => language.inhabitants_missing().to_owned(),
    }
}

/// The explanation of the green on the tracks.
fn painted(props: &LeversProps, language: Language) -> Html {
    let answers = &props.answers;
    let any = answers.spans.iter().flat_map(|spans| spans.iter()).any(|span| !span.stretches().is_empty());
    let dispatch = props.dispatch.clone();
    let onclick =
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::OpenPanel(Some(Panel::Seek))));
    let told = answers.ask.as_ref().filter(|_| any).map(|ask| {
        let target = ask.target();
        let rules: Vec<&str> =
            target.rules.iter().map(|rule| language.rule_short_name(rule.indicator)).collect();
        language.painted(&rules, *target.years.start(), *target.years.end())
    });
    html! {
        <p class="gront">
            if let Some(told) = told {
                { told }{ " " }<button type="button" class="lenke" {onclick}>{ language.change_target() }</button>
            }
        </p>
    }
}

/// What has been changed; before anything has, some examples to begin with.
fn changed(props: &LeversProps, language: Language) -> Html {
    let rows = findings::changes(&props.state.municipality, props.state.scenario(), language);
    let row = |change: &findings::Change| {
        let (dispatch, undo) = (props.dispatch.clone(), change.undo.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(undo.clone());
            super::focus::focus_on("endringer");
        });
        html! {
            <li key={change.what.clone()}>
                <span>{ &change.what }{ " " }<strong>{ &change.to }</strong></span>
                <button type="button" class="fjern" aria-label={language.remove(&change.what)} {onclick}>{ "✕" }</button>
            </li>
        }
    };
    let reset = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Open(Scenario::plan()));
            super::focus::focus_on("endringer");
        })
    };
    html! {
        <section class="kort endringer" id="endringer" tabindex="-1" aria-labelledby="endringer-tittel">
            if rows.is_empty() {
                <h3 id="endringer-tittel">{ language.examples_title() }</h3>
                <ul class="eksempler">{ for examples(props, language) }</ul>
            } else {
                <div class="linje"><h3 id="endringer-tittel">{ language.changed_title() }</h3>
                    <button type="button" class="lenke" onclick={reset}>{ language.reset_all() }</button></div>
                <ul>{ for rows.iter().map(row) }</ul>
            }
        </section>
    }
}

/// A first move for whoever does not know the words: what the document holds ready, a higher rate, and the
/// largest project left out.
fn examples(props: &LeversProps, language: Language) -> Vec<Html> {
    let municipality = &props.state.municipality;
    let ready = municipality.ready_made.iter().take(2);
    let mut examples: Vec<(String, Action)> =
        ready.map(|ready| (ready.name.clone(), Action::Open(ready.changes.clone()))).collect();
    let rate = Action::Set(Lever::InterestRate.into(), Decimal::ONE.into(), Settled::Yes);
    examples.push((language.rate_up_one().to_owned(), rate));
    let projects = municipality.investments.projects.iter();
    let buildings = projects.filter(|project| project.kind != ProjectKind::Running);
    if let Some(largest) = buildings.max_by_key(|project| project.total()) {
        let mut without = Scenario::plan();
        without.set_project(&largest.id, ProjectChange::dropped());
        examples.push((language.without(&largest.short_name), Action::Open(without)));
    }
    let chip = |(name, action): (String, Action)| {
        let dispatch = props.dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(action.clone());
            super::focus::focus_on("endringer");
        });
        html! { <li><button type="button" class="brikke" {onclick}>{ name }</button></li> }
    };
    examples.into_iter().map(chip).collect()
}
