//! Siden: the page in the browser.
//!
//! [`store::AppState`] is the only state. Projections are memos of municipality and scenario. View
//! code holds no rule of the field; its words are in `text`, its drawings in `chart`.

mod about;
mod address;
pub mod alternatives;
pub mod asked;
#[cfg(all(feature = "bench", target_arch = "wasm32"))]
mod bench;
mod chart_view;
mod data_table;
mod details;
mod fetch;
pub mod findings;
pub mod history;
mod language;
mod lever;
#[cfg(test)]
mod markup;
mod missing;
mod number_field;
mod opening;
pub mod projections;
mod questions;
pub mod results;
pub mod rule_card;
pub mod second;
mod stopped;
pub mod store;
mod toolbar;
mod window;

use crate::analysis::seek::Span;
use crate::model::lever::{Lever, LeverGroup};
use crate::model::municipality::Indicator;
use crate::model::projection::Notice;
use crate::model::scenario::Scenario;
use crate::text::{Language, ResultSentence, RuleFinding};
use about::About;
use details::Details;
use language::{InLanguage, use_language};
use lever::MainLever;
use opening::Opening;
use projections::use_results;
use questions::{Answers, Ask, FIRST_TOPICS, QuestionsCard, use_answers};
use results::{ResultProps, Results, TriangleCard, YearCard};
use rule_card::RuleCard;
use rust_decimal::Decimal;
use second::use_second;
use std::rc::Rc;
use store::{Action, AppState, Panel};
use toolbar::Toolbar;
use web_sys::HtmlDialogElement;
use window::{use_layout, use_title};
use yew::prelude::*;

/// The whole page, in its language.
#[component]
pub fn App() -> Html {
    html! { <InLanguage language={Language::default()}><Opening /></InLanguage> }
}

#[derive(Clone, PartialEq, Properties)]
struct PageProps {
    /// The state of the page as it opens.
    start: AppState,
}

#[component]
fn Page(props: &PageProps) -> Html {
    let language = use_language();
    let start = props.start.clone();
    let state = use_reducer(move || start);
    let municipality = Rc::clone(&state.municipality);
    let dispatch = state.dispatcher();
    let layout = use_layout();
    address::use_bursts(&state);
    address::use_address(&state, language);
    address::use_index(&state);
    use_title(&state, language);
    let results = use_results(&state);
    let second = use_second(&state, language);
    let answers = use_answers(Ask::of(&state, &results.plan, language), &FIRST_TOPICS);
    stopped::use_remembered(state.scenario());
    let dialog = use_node_ref();
    let prices = state.scenario().basis.prices;
    let shared = ResultProps {
        municipality: Rc::clone(&municipality),
        results: results.clone(),
        year: state.year,
        prices,
        layout,
    };
    html! {
        <>
            <a class="ds-skip-link" href="#hovedinnhold" onclick={skip_to_main()}>{ language.skip_to_result() }</a>
            <main>
                <Toolbar state={(*state).clone()} dispatch={dispatch.clone()} />
                { link_faults(&state, language) }
                <div class="rutenett" key={municipality.identity.id.clone()}>
                    <div class="spaker">
                        { group(LeverGroup::Assumptions, &state, &results, &answers, language) }
                        { group(LeverGroup::Choices, &state, &results, &answers, language) }
                        { painted(&answers, &state, language) }
                        { changes(&state, language) }
                    </div>
                    <div class="resultater" id="hovedinnhold" tabindex="-1">
                        { result_line(&state, &results, language) }
                        <div class="regler">
                            { for Indicator::ALL.map(|indicator| html! {
                                <RuleCard {indicator} basis={state.scenario().basis.clone()} shared={shared.clone()}
                                    dispatch={dispatch.clone()} />
                            }) }
                        </div>
                        <div class="nederst">
                            <YearCard shared={shared.clone()} scale={state.scale} dispatch={dispatch.clone()} />
                            <TriangleCard ..shared />
                        </div>
                        { foot(&state, &dialog, language) }
                        <div class="svar" aria-busy={(answers.busy || second.busy).to_string()}>
                        <QuestionsCard asked={state.asked.clone()} {second} {dispatch} />
                        </div>
                    </div>
                </div>
            </main>
            <About {municipality} {dialog} />
        </>
    }
}

fn group(
    group: LeverGroup,
    state: &UseReducerHandle<AppState>,
    results: &Results,
    answers: &Answers,
    language: Language,
) -> Html {
    let scenario = &**state.scenario();
    let levers = Lever::MAIN.into_iter().filter(|input| input.spec().group() == group);
    let own = match group {
        LeverGroup::Assumptions => scenario.assumptions_only(),
        LeverGroup::Choices => scenario.choices_only(),
    };
    let class = match group {
        LeverGroup::Assumptions => "gruppe forutsetninger",
        LeverGroup::Choices => "gruppe valg",
    };
    let dispatch = state.dispatcher();
    let reset = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::ResetGroup(group)))
    };
    html! {
        <fieldset {class}>
            <legend>{ language.group_name(group) }{ " " }<small>{ language.group_explained(group) }</small></legend>
            <button type="button" class="lenke nullstill-gruppe" disabled={own.is_plan()} onclick={reset}
                aria-label={language.reset_group(group)}>{ language.reset() }</button>
            { for levers.map(|input| html! {
                <>
                    <MainLever {input} value={scenario.get(input)} reading={reading(input, state, results, language)}
                        moved={scenario.is_moved(input)} stretches={stretches(input, answers)} dispatch={dispatch.clone()} />
                    <Details {input} municipality={Rc::clone(&state.municipality)} scenario={own_part(input, scenario)}
                        dispatch={dispatch.clone()} />
                </>
            }) }
        </fieldset>
    }
}

/// The explanation of the green on the tracks.
fn painted(answers: &Answers, state: &UseReducerHandle<AppState>, language: Language) -> Html {
    let any = answers.spans.iter().flat_map(|spans| spans.iter()).any(|span| !span.stretches().is_empty());
    let Some(ask) = answers.ask.as_ref().filter(|_| any) else { return Html::default() };
    let target = ask.target();
    let rules: Vec<&str> = target.rules.iter().map(|rule| language.rule_short_name(rule.indicator)).collect();
    let (from, until) = (*target.years.start(), *target.years.end());
    let (dispatch, mut asked) = (state.dispatcher(), state.asked.clone());
    asked.set_open(Panel::Seek, true);
    let unfold = Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(Action::Ask(asked.clone()));
        questions::go_to("sporsmal-hva-skal-til");
    });
    html! {
        <p class="gront">{ language.painted(&rules, from, until) }{ " " }
            <button type="button" class="lenke" onclick={unfold}>{ language.change_target() }</button></p>
    }
}

fn focus(element: web_sys::Element) {
    if let Ok(element) = wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(element) {
        let _ = element.focus();
    }
}

/// The ranges of a lever in which the chosen rules hold.
fn stretches(input: Lever, answers: &Answers) -> Vec<[Decimal; 2]> {
    let spans = answers.spans.iter().flat_map(|spans| spans.iter());
    spans.filter(|span| span.input == input).flat_map(Span::stretches).collect()
}

/// The text under a lever's track.
fn reading(input: Lever, state: &AppState, results: &Results, language: Language) -> String {
    let municipality = &state.municipality;
    let year = state.year;
    let Some(result) = results.current().years.get(year) else { return String::new() };
    match input {
        Lever::InterestRate => language.average_rate_now(year, &language.percent(result.average_rate, 1)),
        Lever::PopulationGrowth => result.inhabitants.map_or_else(
            || language.inhabitants_missing().to_owned(),
            |people| language.population_now(year, &language.number(people.value(), 0)),
        ),
        Lever::InvestmentVolume => {
            let total =
                results.current().years.values().iter().map(|result| result.investment.expenditure).sum();
            language.investments_now(&language.million_kroner(total, 0))
        }
        _ => {
            let programme = municipality.restructuring.as_ref();
            let planned = programme.map(|own| own.savings.values.at_or_last(municipality.last_year()));
            let planned = planned.map(|amount| language.million_kroner(amount, 0));
            language.restructuring_now(planned.as_deref())
        }
    }
}

/// The part of the scenario that a lever's details show, so that other levers leave them alone.
fn own_part(input: Lever, scenario: &Scenario) -> Scenario {
    let mut part = scenario.clone();
    for other in Lever::MAIN.into_iter().filter(|other| *other != input) {
        part.reset_lever(other);
    }
    // The details of these show each item's own value, before the lever moves them all.
    if matches!(input, Lever::InvestmentVolume | Lever::Restructuring) {
        part.set(input, input.spec().plan);
    }
    part
}

fn result_line(state: &UseReducerHandle<AppState>, results: &Results, language: Language) -> Html {
    let current = results.current();
    let sentences = findings::result_sentences(&state.municipality, results, state.scenario(), language);
    let findings: Vec<&RuleFinding> = sentences.iter().flat_map(|told| &told.findings).collect();
    let measured = findings.iter().any(|finding| finding.worst.is_some());
    let breaks = findings.iter().any(|finding| !finding.broken.is_empty());
    let notice = |notice: &Notice| match notice {
        Notice::TransferCut { year } => language.transfer_cut(*year),
        Notice::FundEmpty { year } => language.fund_empty(*year),
        Notice::NotCoveredInTwoYears { year } => language.not_covered(*year),
        Notice::DependencyBroken { project, reason } => language.dependency_broken(project, reason),
        Notice::RateOnNewLoansOnly => language.rate_on_new_loans_only().to_owned(),
        Notice::UncoveredDeficit { year } => language.uncovered_deficit(*year),
        Notice::Robek { year } => language.robek(*year),
    };
    html! {
        <div class={classes!("resultatlinje", breaks.then_some("brudd"), (!measured).then_some("umalt"))}>
            <p id="resultatlinje" role="status">
                { for sentences.iter().enumerate().map(|(place, told)| html! {
                    <>if place > 0 { <br /> }{ because(state, told, language) }</>
                }) }
            </p>
            { for findings::worst_notices(&current.notices).into_iter().map(|item| html! { <p class="varsel">{ notice(item) }</p> }) }
        </div>
    }
}

/// The result in words; the amount of the change leads to its causes.
fn because(state: &UseReducerHandle<AppState>, sentence: &ResultSentence, language: Language) -> Html {
    let told = language.result_sentence(sentence);
    let Some((year, change)) = sentence.largest_change else { return data_table::text(told.into()) };
    let written = language.million_kroner(change.abs(), 0);
    let Some((before, after)) = told.rsplit_once(&written) else { return data_table::text(told.into()) };
    let dispatch = state.dispatcher();
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(Action::AskWhy(year));
        questions::go_to("sporsmal-hvorfor");
    });
    html! {
        <>{ before.to_owned() }<button type="button" class="tall" {onclick}>{ written }</button>{ after.to_owned() }</>
    }
}

fn changes(state: &UseReducerHandle<AppState>, language: Language) -> Html {
    let rows = findings::changes(&state.municipality, state.scenario(), language);
    let row = |change: &findings::Change| {
        let (dispatch, undo) = (state.dispatcher(), change.undo.clone());
        let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(undo.clone()));
        html! {
            <li key={change.what.clone()}>
                <span>{ &change.what }</span><strong>{ &change.to }</strong>
                <button type="button" class="rund" aria-label={language.remove(&change.what)} {onclick}>{ "✕" }</button>
            </li>
        }
    };
    html! {
        <section class="kort endringer" id="endringer" aria-label={language.changed_title()}>
            <h2>{ language.changed_title() }{ " " }<small>{ if rows.is_empty() { String::new() } else { language.changed_count(rows.len()) } }</small></h2>
            if rows.is_empty() {
                <p>{ language.nothing_changed() }{ " " }{ language.how_to_move() }</p>
            } else {
                <ul>{ for rows.iter().map(row) }</ul>
            }
        </section>
    }
}

fn link_faults(state: &UseReducerHandle<AppState>, language: Language) -> Html {
    if state.link_faults.is_empty() {
        return Html::default();
    }
    let dispatch = state.dispatcher();
    let close = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::DismissFaults));
    html! {
        <div class="ds-alert" data-color="warning" id="lenkefeil" role="alert">
            <strong>{ language.link_faults_title() }</strong>
            <ul>{ for state.link_faults.iter().map(|fault| html! { <li>{ fault }</li> }) }</ul>
            <button type="button" class="lenke" onclick={close}>{ language.close() }</button>
        </div>
    }
}

fn foot(state: &AppState, dialog: &NodeRef, language: Language) -> Html {
    let open = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                // Fails only when the dialog is already open.
                let _ = dialog.show_modal();
            }
        })
    };
    html! {
        <p class="fot" id="forbehold">
            { language.not_a_forecast() }{ " " }{ language.estimated_figures() }{ " " }
            <button type="button" class="lenke" onclick={open}>{ language.about_figures() }</button>
            { " · " }{ language.version_and_data(env!("CARGO_PKG_VERSION"), &state.municipality.plan.adopted) }
        </p>
    }
}

/// Moves focus without touching the address, which belongs to the scenario.
fn skip_to_main() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        let document = web_sys::window().and_then(|window| window.document());
        if let Some(target) = document.and_then(|document| document.get_element_by_id("hovedinnhold")) {
            focus(target);
        }
    })
}

/// Starts the page: mounts it in `#app`, with a message ready for the case that it stops.
///
/// On another target than the browser there is nothing to mount.
pub fn start() {
    #[cfg(target_arch = "wasm32")]
    {
        stopped::install();
        #[cfg(feature = "bench")]
        bench::install();
        let root = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|document| document.get_element_by_id("app"));
        if let Some(root) = root {
            yew::Renderer::<App>::with_root(root).render();
        }
    }
}
