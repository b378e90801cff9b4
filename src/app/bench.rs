//! Tidtaking: the hook that `make bench` calls; built only with the feature `bench`.

use crate::analysis::Question;
use crate::analysis::attribution::attribute;
use crate::analysis::futures::{Futures, paths};
use crate::analysis::seek::{Target, span};
use crate::analysis::sensitivity::tornado;
use crate::exchange::municipality_file;
use crate::model::input::InputId;
use crate::model::municipality::Municipality;
use crate::model::projection::project;
use crate::model::scenario::{ProjectChange, Scenario};
use crate::model::units::Percent;
use rust_decimal::dec;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// One question as the page asks it.
fn ask(question: &Question<'_>, which: &str, language: Language) {
    let municipality = question.municipality;
    let last = municipality.last_year();
    match which {
        "attribution" => drop(std::hint::black_box(attribute(question))),
        "tornado" => drop(std::hint::black_box(tornado(question, last))),
        "futures" => drop(std::hint::black_box(paths(question, 1, 0..Futures::USUAL_COUNT, language))),
        // What the page works on between two looks at the clock.
        "four futures" => drop(std::hint::black_box(paths(question, 1, 0..4, language))),
        _ => {
            let years = municipality.plan.first_year..=last;
            let target = Target { rules: municipality.rules.clone(), years };
            for input in InputId::MAIN {
                drop(std::hint::black_box(span(question, &target, input)));
            }
        }
    }
}

/// Six of the causes moved, so that 64 combinations are projected.
fn six_causes(municipality: &Municipality) -> Scenario {
    let mut scenario = moved(municipality);
    scenario.set(InputId::RealRevenueGrowth, dec!(-0.5));
    scenario.set(InputId::FundTarget, dec!(-1));
    scenario
}

/// Puts `handlingsromBench.projection(n, what)` on the window: n projections, and the milliseconds they
/// took; and `question(n, municipality, which)`, the same for a question. `what` is the id of a municipality, or a number of measures that Lier is blown up to, with a
/// fifth as many projects.
pub(super) fn install() {
    let run = Closure::<dyn Fn(u32, String) -> f64>::new(|count: u32, what: String| {
        let Some(clock) = web_sys::window().and_then(|window| window.performance()) else { return f64::NAN };
        let blown_up = what.parse().ok().and_then(large);
        let Some(municipality) = blown_up.as_ref().or_else(|| municipality_file::built_in(&what)) else {
            return f64::NAN;
        };
        let scenario = moved(municipality);
        let start = clock.now();
        for _ in 0..count {
            std::hint::black_box(project(municipality, std::hint::black_box(&scenario)));
        }
        clock.now() - start
    });
    let questions =
        Closure::<dyn Fn(u32, String, String) -> f64>::new(|count: u32, what: String, which: String| {
            let Some(clock) = web_sys::window().and_then(|window| window.performance()) else {
                return f64::NAN;
            };
            let Some(municipality) = municipality_file::built_in(&what) else { return f64::NAN };
            let scenario = six_causes(municipality);
            let plan = project(municipality, &scenario.plan_on_same_basis());
            let question = Question { municipality, plan: &plan, scenario: &scenario };
            let start = clock.now();
            for _ in 0..count {
                ask(std::hint::black_box(&question), &which, Language::default());
            }
            clock.now() - start
        });
    let hook = js_sys::Object::new();
    let set =
        |target: &JsValue, name: &str, value: &JsValue| js_sys::Reflect::set(target, &name.into(), value);
    if set(&hook, "projection", run.as_ref()).is_ok()
        && set(&hook, "question", questions.as_ref()).is_ok()
        && let Some(window) = web_sys::window()
        && set(&window, "handlingsromBench", &hook).is_ok()
    {
        // The hook lives as long as the page.
        run.forget();
        questions.forget();
    }
}

/// Every main lever moved, every project a year later, every measure half realised.
fn moved(municipality: &Municipality) -> Scenario {
    let mut scenario = Scenario::plan();
    scenario.set(InputId::InterestRate, dec!(1));
    scenario.set(InputId::PopulationGrowth, dec!(-0.3));
    scenario.set(InputId::InvestmentVolume, dec!(90));
    scenario.set(InputId::Restructuring, dec!(20));
    for project in &municipality.investments.projects {
        scenario.set_project(&project.id, ProjectChange::moved_by(1));
    }
    for measure in municipality.measures.iter().filter(|measure| measure.is_open()) {
        scenario.set_measure(measure, Percent::new(dec!(50)));
    }
    scenario
}

/// Lier with this many measures and a fifth as many projects.
fn large(measures: usize) -> Option<Municipality> {
    let mut municipality = municipality_file::built_in("lier")?.clone();
    let open: Vec<_> = municipality.measures.iter().filter(|measure| measure.is_open()).cloned().collect();
    municipality.measures = open.iter().cycle().take(measures).cloned().collect();
    for (index, measure) in municipality.measures.iter_mut().enumerate() {
        measure.id = format!("tiltak-{index}");
    }
    let projects = std::mem::take(&mut municipality.investments.projects);
    municipality.investments.projects = projects.iter().cycle().take(measures.div_ceil(5)).cloned().collect();
    for (index, project) in municipality.investments.projects.iter_mut().enumerate() {
        project.id = format!("prosjekt-{index}");
    }
    Some(municipality)
}
