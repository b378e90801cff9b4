//! Tidtaking: the hook that `make bench` calls; built only with the feature `bench`.

use crate::analysis::Question;
use crate::analysis::attribution::attribute;
use crate::analysis::futures::{Futures, paths};
use crate::analysis::seek::{Target, span};
use crate::analysis::sensitivity::tornado;
use crate::exchange::catalogue::Catalogue;
use crate::exchange::municipality_file;
use crate::model::lever::Lever;
use crate::model::municipality::Municipality;
use crate::model::packed::pack;
use crate::model::projection::project;
use crate::model::scenario::{ProjectChange, Scenario};
use crate::model::units::Percent;
use rust_decimal::dec;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// One question as the page asks it.
fn ask(question: &Question<'_>, which: &str) {
    let municipality = question.municipality;
    let last = municipality.last_year();
    match which {
        "attribution" => drop(std::hint::black_box(attribute(question))),
        "tornado" => drop(std::hint::black_box(tornado(question, last))),
        "futures" => drop(std::hint::black_box(paths(question, 1, 0..Futures::USUAL_COUNT))),
        // What the page works on between two looks at the clock.
        "four futures" => drop(std::hint::black_box(paths(question, 1, 0..4))),
        _ => {
            let years = municipality.plan.first_year..=last;
            let target = Target { rules: municipality.rules.clone(), years };
            for input in Lever::MAIN {
                drop(std::hint::black_box(span(question, &target, input)));
            }
        }
    }
}

/// Six of the causes moved, so that 64 combinations are projected.
fn six_causes(municipality: &Municipality) -> Scenario {
    let mut scenario = moved(municipality);
    scenario.set(Lever::RealRevenueGrowth, dec!(-0.5));
    scenario.set(Lever::FundTarget, dec!(-1));
    scenario
}

/// Puts `handlingsromBench` on the window, with three functions:
/// - `projection(n, what)`: n projections, and the milliseconds they took; `what` is the id of a municipality,
///   or a number of measures that Lier is blown up to, with a fifth as many projects
/// - `question(n, municipality, which)`: the same for a question
/// - `read(id, text)`: reads the file of another municipality than the built-in one
pub(super) fn install() {
    let Some(catalogue) = Catalogue::built_in() else { return };
    let catalogue = Rc::new(RefCell::new(catalogue));
    let hook = js_sys::Object::new();
    // Fails only for a frozen object.
    let set = |name: &str, value: JsValue| drop(js_sys::Reflect::set(&hook, &name.into(), &value));
    // The functions live as long as the page.
    let known = Rc::clone(&catalogue);
    set(
        "projection",
        Closure::<dyn Fn(u32, String) -> f64>::new(move |count, what: String| {
            let municipality = what
                .parse()
                .map_or_else(|_| known.borrow().get(&what), |count| large(&known.borrow(), count));
            municipality.and_then(|municipality| projections(&municipality, count)).unwrap_or(f64::NAN)
        })
        .into_js_value(),
    );
    let known = Rc::clone(&catalogue);
    set(
        "question",
        Closure::<dyn Fn(u32, String, String) -> f64>::new(move |count, what: String, which: String| {
            let municipality = known.borrow().get(&what);
            municipality.and_then(|municipality| questions(&municipality, count, &which)).unwrap_or(f64::NAN)
        })
        .into_js_value(),
    );
    set(
        "read",
        Closure::<dyn Fn(String, String) -> bool>::new(move |id: String, text: String| {
            municipality_file::read(&text)
                .is_ok_and(|read| catalogue.borrow_mut().take(&id, &pack(&read)).is_some())
        })
        .into_js_value(),
    );
    if let Some(window) = web_sys::window() {
        let _ = js_sys::Reflect::set(&window, &"handlingsromBench".into(), &hook);
    }
}

fn now() -> Option<f64> {
    Some(web_sys::window()?.performance()?.now())
}

fn projections(municipality: &Municipality, count: u32) -> Option<f64> {
    let scenario = moved(municipality);
    let start = now()?;
    for _ in 0..count {
        std::hint::black_box(project(municipality, std::hint::black_box(&scenario)));
    }
    Some(now()? - start)
}

fn questions(municipality: &Municipality, count: u32, which: &str) -> Option<f64> {
    let scenario = six_causes(municipality);
    let plan = project(municipality, &scenario.plan_on_same_basis());
    let question = Question { municipality, plan: &plan, scenario: &scenario };
    let start = now()?;
    for _ in 0..count {
        ask(std::hint::black_box(&question), which);
    }
    Some(now()? - start)
}

/// Every main lever moved, every project a year later, every measure half realised.
fn moved(municipality: &Municipality) -> Scenario {
    let mut scenario = Scenario::plan();
    scenario.set(Lever::InterestRate, dec!(1));
    scenario.set(Lever::PopulationGrowth, dec!(-0.3));
    scenario.set(Lever::InvestmentVolume, dec!(90));
    scenario.set(Lever::Restructuring, dec!(20));
    for project in &municipality.investments.projects {
        scenario.set_project(&project.id, ProjectChange::moved_by(1));
    }
    for measure in municipality.measures.iter().filter(|measure| measure.is_open()) {
        scenario.set_measure(measure, Percent::new(dec!(50)));
    }
    scenario
}

/// Lier with this many measures and a fifth as many projects.
fn large(catalogue: &Catalogue, measures: usize) -> Option<Rc<Municipality>> {
    let mut municipality = Municipality::clone(&*catalogue.get("lier")?);
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
    Some(Rc::new(municipality))
}
