//! Sjokkene: the named shocks that are built in.

use crate::analysis::stress::Shock;
use std::sync::LazyLock;

// `tests/stress_and_futures.rs` reads the same text, so that a fault in it never reaches a user.
static SHOCKS: LazyLock<Vec<Shock>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../assets/sjokk.json")).unwrap_or_default());

/// Sjokk: every named shock, in the order they are shown.
///
/// The text is `assets/sjokk.json`, Norwegian, with a reason and a source for each.
///
/// ```
/// use handlingsrom::exchange::shocks::shocks;
/// assert!(shocks().iter().any(|shock| shock.id == "finansreglementet"));
/// ```
#[doc(alias = "sjokk")]
#[must_use]
pub fn shocks() -> &'static [Shock] {
    &SHOCKS
}

/// Sjokket med en id; `None` when there is none.
///
/// ```
/// use handlingsrom::exchange::shocks::shock;
/// assert_eq!(shock("dyrere-bygg").map(|shock| shock.changes.len()), Some(1));
/// assert!(shock("flom").is_none());
/// ```
#[must_use]
pub fn shock(id: &str) -> Option<&'static Shock> {
    shocks().iter().find(|shock| shock.id == id)
}
