//! Adressen: the scenario after `#`, so that a reload, a copied link and the back button keep it.

use crate::exchange::link;
use crate::model::municipality::Municipality;
use crate::model::scenario::Scenario;

/// What the address holds now: a scenario, and what was wrong with it.
#[must_use]
pub fn read(municipality: &Municipality) -> (Scenario, Vec<String>) {
    let (scenario, faults) = link::decode(municipality, &fragment());
    (scenario, faults.iter().map(ToString::to_string).collect())
}

/// Puts a scenario into the address as a new step of the browser's history.
pub fn write(municipality: &Municipality, scenario: &Scenario) {
    let wanted = link::encode(municipality, scenario);
    if wanted.trim_start_matches('#') == fragment() {
        return;
    }
    if let Some(window) = web_sys::window() {
        // Refused only in a sandboxed frame; the page works on without a link.
        let _ = window.location().set_hash(&wanted);
    }
}

/// The address after `#`, as the browser writes it.
#[must_use]
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}
