//! Adressen: the scenario after `#`, so that a reload, a copied link and the back button keep it.

use crate::exchange::{link, municipality_file};
use crate::model::municipality::Municipality;
use crate::model::scenario::Scenario;

/// What the address holds now: a municipality, a scenario, and what was wrong with them.
///
/// A link that does not say which municipality is about the first one. `None` when not even the first
/// could be read.
#[must_use]
pub fn read() -> Option<(&'static Municipality, Scenario, Vec<String>)> {
    let fragment = fragment();
    let first = municipality_file::BUILT_IN.first().and_then(|(id, _)| municipality_file::built_in(id))?;
    let wanted = link::municipality_of(&fragment);
    let municipality = wanted.and_then(|id| municipality_file::built_in(&id)).unwrap_or(first);
    let (scenario, faults) = link::decode(municipality, &fragment);
    Some((municipality, scenario, faults.iter().map(ToString::to_string).collect()))
}

/// Goes to another municipality's plan; the browser's back button returns.
pub fn go_to(id: &str) {
    if let (Some(municipality), Some(window)) = (municipality_file::built_in(id), web_sys::window()) {
        // Refused only in a sandboxed frame, where there is no address to follow.
        let _ = window.location().set_hash(&link::encode(municipality, &Scenario::plan()));
    }
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
