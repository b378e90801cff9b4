//! Listen: `kommuner/index.json`. `build.rs` reads it with these types too.

use crate::model::packed::packed_structs;
use serde::Deserialize;

packed_structs! {
    Index { first, entries }
    Entry { id, name, file }
}

/// `index.json`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Index {
    /// The id of the one that the page opens with, and that comes along inside the program.
    #[serde(rename = "først")]
    pub first: String,
    /// What can be chosen, in order.
    #[serde(rename = "kommuner")]
    pub entries: Vec<Entry>,
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Entry {
    /// The id in links and on the command line.
    pub id: String,
    /// The name in the list.
    #[serde(rename = "navn")]
    pub name: String,
    /// The file, in the folder of the list.
    #[serde(rename = "fil")]
    pub file: String,
}
