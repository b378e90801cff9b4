//! Kommunefilen: reading a municipality file.
use crate::model::municipality::Municipality;
use std::sync::LazyLock;
static LIER: LazyLock<Option<Municipality>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../assets/kommuner/lier.json")).ok());
/// The municipality that comes with the program.
#[must_use]
pub fn built_in(id: &str) -> Option<&'static Municipality> {
    LIER.as_ref().filter(|municipality| municipality.identity.id == id)
}
