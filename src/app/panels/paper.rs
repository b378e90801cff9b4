//! Utskriften: the page as a sheet of paper: the answer, three curves, what was changed, all the years, reservations.

use super::numbers::all_years;
use crate::app::findings;
use crate::app::here::{is_public, link_to};
use crate::app::questions::QuestionsProps;
use crate::app::results::Results;
use crate::chart::{ChartModel, ChartUnit, svg};
use crate::model::municipality::Indicator;
use crate::text::{Language, Verdict};
use gloo::timers::callback::Timeout;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use yew::prelude::*;

/// The size of a chart on paper, CSS pixels.
const SIZE: (u32, u32) = (300, 290);
/// How long the pictures are given to be there before the browser prints, milliseconds.
const SETTLE: u32 = 400;

/// The sheet, which asks the browser to print when it is drawn.
#[component]
pub(super) fn Paper(props: &QuestionsProps) -> Html {
    let language = crate::app::language::use_language();
    use_effect_with((), |()| {
        let timer = Timeout::new(SETTLE, print);
        move || drop(timer)
    });
    let QuestionsProps { municipality, results, scenario, year, .. } = props;
    let verdict = on_paper(findings::verdict(municipality, results, scenario, *year, language), language);
    let changes = findings::changes(municipality, scenario, language);
    html! {
        <article class="papir">
            <p class="ikke-papir"><button type="button" class="knapp" onclick={Callback::from(|_: MouseEvent| print())}>{ language.print() }</button></p>
            <header><strong>{ language.product() }</strong>
                <span>{ format!("{} · {} · {}", municipality.identity.official_name, what(props, &verdict, language), today()) }</span></header>
            <h2>{ language.headline(&verdict) }</h2>
            <p>{ language.detail(&verdict) }</p>
            <div class="papirkurver">{ for Indicator::ALL.into_iter().filter_map(|indicator| chart(props, indicator, language)) }</div>
            if !changes.is_empty() {
                <h3>{ language.changed_from(language.plan_noun(municipality.plan.kind)) }</h3>
                <table class="ds-table"><tbody>{ for changes.iter().map(|change| html! {
                    <tr><th scope="row">{ &change.what }</th><td>{ &change.to }</td></tr>
                }) }</tbody></table>
            }
            <h3>{ language.rules_year_by_year() }</h3>
            { all_years(props, Some(language.the_alternative()), language) }
            <section class="forbehold">
                <p><strong>{ language.not_a_forecast() }</strong>{ " " }{ language.plan_is(&municipality.plan) }{ "." }</p>
                <ul>{ for municipality.plan.reservations.iter().map(|text| html! { <li>{ text }</li> }) }</ul>
                <p>{ language.version_and_data(env!("CARGO_PKG_VERSION"), &municipality.plan.adopted) }</p>
                if is_public() {
                    <p class="adresse">{ language.link_opens_again() }{ " " }{ link_to(municipality, scenario) }</p>
                }
            </section>
        </article>
    }
}

/// On paper nothing is *yours*: an alternative without a name is called just that.
fn on_paper(verdict: Verdict, language: Language) -> Verdict {
    let alternative = verdict.alternative.map(|mut own| {
        if own.name.is_none() && own.choices.len() > 1 {
            own.name = Some(language.the_alternative().to_owned());
        }
        own
    });
    Verdict { alternative, ..verdict }
}

/// What the sheet is about: the plan, or an alternative to it.
fn what(props: &QuestionsProps, verdict: &Verdict, language: Language) -> String {
    let plan = language.plan_label(&props.municipality.plan);
    match &verdict.alternative {
        None => plan,
        Some(own) => {
            let name = own.name.clone().unwrap_or_else(|| language.the_alternative().to_owned());
            language.against(&name, &plan)
        }
    }
}

/// One curve, as a picture that is sharp at any size.
fn chart(props: &QuestionsProps, indicator: Indicator, language: Language) -> Option<Html> {
    let QuestionsProps { municipality, results, scenario, year, .. } = props;
    let unit = ChartUnit::of(indicator, &results.plan)?;
    let model = results.chart(municipality, indicator, unit, None, language);
    let model = without_you(model, results, language);
    let picture = svg::chart(&model, SIZE).ok()?;
    let rule = municipality.rule_for(indicator);
    let finding = rule.map(|rule| findings::finding(rule, results.current(), *year));
    let value = results.current().years.get(*year).and_then(|result| unit.read(indicator, result));
    let room = finding.as_ref().and_then(|finding| finding.headroom).map(|room| {
        let [before, amount, after, _] = language.room(indicator, room, scenario.basis.prices);
        format!("{before}{amount}{after}")
    });
    let address = format!("data:image/svg+xml,{}", utf8_percent_encode(&picture, NON_ALPHANUMERIC));
    let name = language.indicator_name(indicator);
    let told = finding.as_ref().map(|finding| language.rule_sentence(finding)).unwrap_or_default();
    Some(html! {
        <section>
            <h3>{ name }</h3>
            if let Some(finding) = &finding { <p><strong>{ language.status(finding) }</strong></p> }
            <p>{ language.indicator_explained(indicator) }</p>
            <p class="papirverdi"><strong>{ value.map(|value| unit.write(value, language)).unwrap_or_default() }</strong>
                { " " }{ language.in_year(*year) }{ room.map(|room| format!(": {room}")).unwrap_or_default() }</p>
            <img src={address} width={SIZE.0.to_string()} height={SIZE.1.to_string()} alt={format!("{name}. {told}")} />
        </section>
    })
}

/// The same chart, with the alternative by its name on paper.
fn without_you(mut model: ChartModel, results: &Results, language: Language) -> ChartModel {
    if results.alternatives.iter().all(|own| own.name.is_none()) {
        for line in model.lines.iter_mut().filter(|line| line.name == language.scenario_label()) {
            language.the_alternative().clone_into(&mut line.name);
        }
    }
    model
}

fn print() {
    if let Some(window) = web_sys::window() {
        // Refused only where printing is switched off; there is nothing to save.
        let _ = window.print();
    }
}

/// The date of today as the language writes it.
fn today() -> String {
    #[cfg(target_arch = "wasm32")]
    {
        let options = js_sys::Object::new();
        for (key, value) in [("day", "numeric"), ("month", "long"), ("year", "numeric")] {
            // Setting a property of a plain object cannot fail.
            let _ = js_sys::Reflect::set(&options, &key.into(), &value.into());
        }
        js_sys::Date::new_0().to_locale_date_string("nb-NO", &options).into()
    }
    #[cfg(not(target_arch = "wasm32"))]
    String::new()
}
