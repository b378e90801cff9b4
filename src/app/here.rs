//! Her: the address of the page, and of a scenario on it.

use crate::exchange::link;
use crate::model::municipality::Municipality;
use crate::model::scenario::Scenario;

/// The whole address of a scenario.
pub(super) fn link_to(municipality: &Municipality, scenario: &Scenario) -> String {
    page() + &link::encode(municipality, scenario)
}

/// False for an address that only this machine can open: a file, or a server on the machine itself.
pub(super) fn is_public() -> bool {
    let host = web_sys::window().and_then(|window| window.location().hostname().ok()).unwrap_or_default();
    !(host.is_empty() || host == "localhost" || host.starts_with("127."))
}

/// The address without what is after its fragment sign.
pub(super) fn page() -> String {
    let here = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    here.split('#').next().unwrap_or_default().to_owned()
}
