//! Katalogen: the municipalities that can be chosen, and what has been read of them.
//!
//! `kommuner/index.json` lists them in order; each is a file in the same folder. The list and the first municipality
//! are built into the program, so that the first screen waits for nothing. The page reads the list again
//! when it starts, and each file when it is asked for, so a municipality is added with a file and a line.

use super::known_good;
use crate::model::municipality::Municipality;
use serde::Deserialize;
use serde_json::Value;
use std::rc::Rc;

/// The name of the list, in the folder of the files.
pub const INDEX: &str = "index.json";

/// The list as it was when the program was built.
const INDEX_TEXT: &str = include_str!("../../assets/kommuner/index.json");
/// The file of the first municipality; a test holds that it is the one the list says.
const FIRST_TEXT: &str = include_str!("../../assets/kommuner/lier.json");

/// `index.json`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Index {
    /// The id of the one that the page opens with.
    #[serde(rename = "først")]
    first: String,
    #[serde(rename = "kommuner")]
    entries: Vec<Entry>,
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

/// A municipality that has been read, and the text it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Held {
    text: Rc<str>,
    municipality: Rc<Municipality>,
}

/// What can be chosen, and what has been read of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    index: Index,
    /// True when the list is the one in the folder of the page.
    is_current: bool,
    held: Vec<Held>,
}

impl Catalogue {
    /// The list and the first municipality; `None` only when the program was built with files that cannot be read.
    #[must_use]
    pub fn built_in() -> Option<Self> {
        let index: Index = known_good::read(INDEX_TEXT)?;
        let first = index.first.clone();
        let mut catalogue = Self { index, is_current: false, held: Vec::new() };
        catalogue.take(&first, FIRST_TEXT).map(|_| catalogue)
    }

    /// What can be chosen, in order.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.index.entries
    }

    /// The line of a municipality.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.index.entries.iter().find(|entry| entry.id == id)
    }

    /// True when a municipality is on the list, or may be on the one in the folder of the page.
    #[must_use]
    pub fn may_have(&self, id: &str) -> bool {
        !self.is_current || self.entry(id).is_some()
    }

    /// The id of the one that the page opens with, and that a link need not name.
    #[must_use]
    pub fn first(&self) -> &str {
        &self.index.first
    }

    /// A municipality that has been read.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<Rc<Municipality>> {
        self.held(id).map(|held| Rc::clone(&held.municipality))
    }

    /// The text that a municipality was read from.
    #[must_use]
    pub fn text(&self, id: &str) -> Option<Rc<str>> {
        self.held(id).map(|held| Rc::clone(&held.text))
    }

    fn held(&self, id: &str) -> Option<&Held> {
        self.held.iter().find(|held| held.municipality.identity.id == id)
    }

    /// Reads the file of a municipality, and keeps it. A file that has been read once is not read again.
    ///
    /// `None` when the text cannot be read, or is of another municipality; then it can be tried again.
    pub fn take(&mut self, id: &str, text: &str) -> Option<Rc<Municipality>> {
        if self.held(id).is_none() {
            let read: Option<Municipality> = known_good::read(text);
            let municipality = Rc::new(read.filter(|municipality| municipality.identity.id == id)?);
            self.held.push(Held { text: text.into(), municipality });
        }
        self.get(id)
    }

    /// Takes the list of the folder of the page; one that cannot be read, or is empty, changes nothing.
    ///
    /// The first stays the built-in one.
    pub fn take_index(&mut self, text: &str) {
        let read: Option<Index> = known_good::read(text);
        if let Some(index) = read.filter(|index| !index.entries.is_empty()) {
            self.index.entries = index.entries;
            self.is_current = true;
        }
    }

    /// Every estimated figure of a municipality, outside projects and measures: its key, and how it was
    /// computed. Read from the file itself, so that none can be forgotten.
    #[must_use]
    pub fn estimates(&self, id: &str) -> Vec<(String, String)> {
        let file: Option<Value> = self.held(id).and_then(|held| serde_json::from_str(&held.text).ok());
        let rooms = ["utgangspunkt", "bevilgningsoversikt_drift", "forutsetninger", "befolkning"];
        let Some(file) = file else { return Vec::new() };
        let financing = file.get("investeringer").and_then(|plan| plan.get("finansiering"));
        let rooms = rooms.iter().filter_map(|room| file.get(room)).chain(financing);
        let items = rooms.filter_map(Value::as_object).flatten().map(|(key, item)| (key.as_str(), item));
        let calibration = file.get("kalibrering").map(|item| ("kalibrering", item));
        items
            .chain(calibration)
            .filter(|(_, item)| item.get("kvalitet").and_then(Value::as_str) == Some("beregnet"))
            .filter_map(|(key, item)| Some((key.to_owned(), item.get("merknad")?.as_str()?.to_owned())))
            .collect()
    }
}

/// Every municipality of the list; on the command line and in tests all files are part of the program.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn all() -> &'static [Municipality] {
    use include_dir::{Dir, include_dir};
    use std::sync::LazyLock;
    static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/kommuner");
    static ALL: LazyLock<Vec<Municipality>> = LazyLock::new(|| {
        let index: Option<Index> = known_good::read(INDEX_TEXT);
        let entries = index.map(|index| index.entries).unwrap_or_default();
        let read = |entry: Entry| known_good::read(FILES.get_file(entry.file)?.contents_utf8()?);
        entries.into_iter().filter_map(read).collect()
    });
    &ALL
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test that lacks its municipality must stop")]
mod tests {
    use super::*;

    fn catalogue() -> Catalogue {
        Catalogue::built_in().expect("the list and the first municipality come with the program")
    }

    #[test]
    fn every_line_names_a_file_of_the_municipality_it_says_and_no_file_is_left_out() {
        let ids: Vec<&str> = all().iter().map(|municipality| municipality.identity.id.as_str()).collect();
        let catalogue = catalogue();
        let listed: Vec<&str> = catalogue.entries().iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(ids, listed);
        for (municipality, entry) in all().iter().zip(catalogue.entries()) {
            assert_eq!(municipality.identity.name, entry.name);
        }
        let files = std::fs::read_dir("assets/kommuner").expect("the folder is in the repository");
        assert_eq!(files.count(), listed.len() + 1, "each file but the list has a line");
    }

    #[test]
    fn a_file_of_another_municipality_is_not_taken_for_the_one_asked_for() {
        let mut catalogue = catalogue();
        assert_eq!(catalogue.take("asker", FIRST_TEXT), None);
        assert_eq!(catalogue.take("asker", "{"), None);
        assert_eq!(catalogue.get("asker"), None);
    }

    #[test]
    fn a_line_in_the_list_beside_the_page_adds_a_municipality() {
        let mut catalogue = catalogue();
        catalogue.take_index("ikke en liste");
        assert!(catalogue.entry("asker").is_some());
        catalogue.take_index(r#"{"først": "ny", "kommuner": [{"id": "ny", "navn": "Ny", "fil": "ny.json", "tittel": "Plan"}]}"#);
        assert_eq!(catalogue.entries().len(), 1);
        assert_eq!(catalogue.entry("ny").map(|entry| entry.file.as_str()), Some("ny.json"));
        assert_eq!(catalogue.first(), "lier");
    }
}
