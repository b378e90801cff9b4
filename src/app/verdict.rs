//! Dommen på siden: headline, the amounts under it, and the year they are of.

use super::findings;
use super::language::use_language;
use super::results::{ResultProps, Results};
use super::rule_card::rests_on_estimate;
use super::store::{Action, AppState, Panel};
use super::year_choice::year_choice;
use crate::model::municipality::Indicator;
use crate::model::scenario::Prices;
use crate::text::Language;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// After this long without a change a screen reader is told, milliseconds.
const QUIET: u32 = 500;

/// What the verdict needs.
#[derive(Clone, PartialEq, Properties)]
pub struct VerdictProps {
    /// The state of the page.
    pub state: AppState,
    /// The projections and the year.
    pub shared: ResultProps,
    /// Receives changes.
    pub dispatch: UseReducerDispatcher<AppState>,
}

/// The answer of the whole page, of a fixed height.
#[component]
pub fn VerdictView(props: &VerdictProps) -> Html {
    let language = use_language();
    let ResultProps { municipality, results, year, .. } = &props.shared;
    let scenario = &**props.state.scenario();
    let verdict = findings::verdict(municipality, results, scenario, *year, language);
    let (headline, detail) = (language.headline(&verdict), language.detail(&verdict));
    let notices: Vec<String> = findings::worst_notices(&results.current().notices)
        .into_iter()
        .map(|notice| language.notice(notice))
        .collect();
    let spoken = use_quietly(format!("{headline}. {detail} {}", notices.join(" ")));
    let is_estimate = Indicator::ALL.into_iter().any(|indicator| {
        municipality.rule_for(indicator).is_some()
            && rests_on_estimate(municipality, &scenario.basis, indicator)
    });
    let about = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::OpenPanel(Some(Panel::About))))
    };
    html! {
        <section class="svar" id="hovedinnhold" tabindex="-1" aria-labelledby="dommen">
            <div class="dom">
                if let Some((first, rest)) = notices.split_first() {
                    <p class="varsel" title={first.clone()}>{ first }
                        if !rest.is_empty() { <span class="skjult">{ format!(" {}", rest.join(" ")) }</span> }</p>
                } else {
                    <p class="ingress">{ kicker(props, results, language) }</p>
                }
                <h2 id="dommen"><span key={headline.clone()}>{ headline }</span></h2>
                <p class="utdypning">{ detail }
                    if is_estimate && verdict.plan.iter().any(|finding| finding.worst.is_some()) {
                        { " " }<button type="button" class="anslag" aria-label={language.estimate_of(language.the_amounts())}
                            onclick={about}>{ language.estimate() }</button>
                    }
                </p>
            </div>
            <div class="sidevalg">
                { year_choice(municipality, *year, &props.dispatch, language) }
                { legend(&props.shared, language) }
            </div>
            <p class="skjult" role="status" id="opplest">{ spoken }</p>
        </section>
    }
}

/// A text, once it has stood for a while: a drag is told when it is over.
#[hook]
fn use_quietly(text: String) -> String {
    let told = use_state_eq(String::new);
    let is_first = use_mut_ref(|| true);
    {
        let told = told.clone();
        use_effect_with(text, move |text| {
            let text = text.clone();
            // What the page opens with is read in its place.
            let timer = if is_first.replace(false) {
                None
            } else {
                Some(Timeout::new(QUIET, move || told.set(text)))
            };
            move || drop(timer)
        });
    }
    (*told).clone()
}

/// What is looked at, and what it is compared with.
fn kicker(props: &VerdictProps, results: &Results, language: Language) -> String {
    let municipality = &props.shared.municipality;
    let prices = props.state.scenario().basis.prices;
    let told = if results.scenario().is_none() {
        language.opening_line(&municipality.identity.name, &municipality.plan, municipality.last_year())
    } else {
        let lines = results.lines(municipality, language);
        let with = lines.iter().rev().nth(1).map(|line| line.name.as_str()).unwrap_or_default();
        let own = lines.last().map(|line| line.name.as_str()).unwrap_or_default();
        language.compared_line(own, with)
    };
    if prices == Prices::AsPlanned { told } else { format!("{told} {}", language.in_prices(prices)) }
}

/// The names of the lines, where the charts are too low for them.
fn legend(shared: &ResultProps, language: Language) -> Html {
    let lines = shared.results.lines(&shared.municipality, language);
    html! {
        <ul class="tegnforklaring">
            { for lines.iter().map(|line| html! { <li class={line.class()}>{ &line.name }</li> }) }
        </ul>
    }
}
