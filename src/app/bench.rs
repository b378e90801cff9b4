//! Tidtaking: the hook that `make bench` calls; built only with the feature `bench`.

use crate::exchange::municipality_file;
use crate::model::input::InputId;
use crate::model::projection::project;
use crate::model::scenario::{ProjectChange, Scenario};
use rust_decimal::dec;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// Puts `handlingsromBench.projection(n)` on the window: n projections, and the milliseconds they took.
pub(super) fn install() {
    let Some(lier) = municipality_file::built_in("lier") else { return };
    let mut scenario = Scenario::plan();
    scenario.set(InputId::InterestRate, dec!(1));
    scenario.set(InputId::PopulationGrowth, dec!(-0.3));
    scenario.set(InputId::InvestmentVolume, dec!(90));
    scenario.set(InputId::Restructuring, dec!(20));
    scenario.set_project("tranby-skole", ProjectChange { included: true, moved: -4 });
    for measure in lier.measures.iter().filter(|measure| measure.locked.is_none()).take(20) {
        scenario.set_measure(measure, crate::model::units::Percent::new(dec!(50)));
    }
    let run = Closure::<dyn Fn(u32) -> f64>::new(move |count: u32| {
        let Some(clock) = web_sys::window().and_then(|window| window.performance()) else { return f64::NAN };
        let start = clock.now();
        for _ in 0..count {
            std::hint::black_box(project(lier, std::hint::black_box(&scenario)));
        }
        clock.now() - start
    });
    let hook = js_sys::Object::new();
    let set =
        |target: &JsValue, name: &str, value: &JsValue| js_sys::Reflect::set(target, &name.into(), value);
    if set(&hook, "projection", run.as_ref()).is_ok()
        && let Some(window) = web_sys::window()
        && set(&window, "handlingsromBench", &hook).is_ok()
    {
        // The hook lives as long as the page.
        run.forget();
    }
}
