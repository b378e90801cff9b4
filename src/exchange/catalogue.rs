//! Katalogen: the municipalities that can be chosen, and what has been read of them.
//!
//! `kommuner/index.json` lists them in order; each is a file in the same folder. The list and the first municipality
//! are built into the program, so that the first screen waits for nothing. The page reads the list again
//! when it starts, and each file when it is asked for, so a municipality is added with a file and a line.

mod index;

use crate::model::municipality::Municipality;
use crate::model::packed::unpack;
pub use index::{Entry, Index};
use serde_json::Value;
use std::rc::Rc;

/// The name of the list, in the folder of the files.
pub const INDEX: &str = "index.json";

/// The list and the first municipality as they were when the program was built; written by `build.rs`.
const FIRST: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/first.packed"));

/// A municipality that has been read, and what it was read from: the form in few bytes, which another part of the
/// same program reads again. The built-in one needs none.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Held {
    packed: Option<Rc<[u8]>>,
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
    /// The list and the first municipality; `None` only when the program was damaged.
    #[must_use]
    pub fn built_in() -> Option<Self> {
        let (index, municipality): (Index, Municipality) = unpack(FIRST)?;
        let held = vec![Held { packed: None, municipality: Rc::new(municipality) }];
        Some(Self { index, is_current: false, held })
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

    /// What a municipality was read from; nothing for the built-in one, which every part of the program has.
    #[must_use]
    pub fn packed(&self, id: &str) -> Option<Rc<[u8]>> {
        self.held(id).and_then(|held| held.packed.clone())
    }

    fn held(&self, id: &str) -> Option<&Held> {
        self.held.iter().find(|held| held.municipality.identity.id == id)
    }

    /// Keeps a municipality that another part of the program has read and checked, in the form of [`pack`](crate::model::packed::pack). One
    /// that has been read once is not read again.
    ///
    /// `None` when it cannot be read, or is of another municipality; then it can be tried again.
    pub fn take(&mut self, id: &str, packed: &[u8]) -> Option<Rc<Municipality>> {
        if self.held(id).is_none() {
            let read: Option<Municipality> = unpack(packed);
            let municipality = Rc::new(read.filter(|municipality| municipality.identity.id == id)?);
            self.held.push(Held { packed: Some(packed.into()), municipality });
        }
        self.get(id)
    }

    /// Takes the list of the folder of the page; an empty one changes nothing.
    ///
    /// The first stays the built-in one.
    pub fn take_index(&mut self, entries: Vec<Entry>) {
        if !entries.is_empty() {
            self.index.entries = entries;
            self.is_current = true;
        }
    }
}

/// Every estimated figure of a municipality, outside projects and measures: its key, and how it was computed.
/// Found in all that the file has, so that none can be forgotten.
#[must_use]
pub fn estimates(municipality: &Municipality) -> Vec<(String, String)> {
    let Ok(file) = serde_json::to_value(municipality) else { return Vec::new() };
    let rooms = ["utgangspunkt", "bevilgningsoversikt_drift", "forutsetninger", "befolkning"];
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

/// Every municipality of the list; on the command line and in tests all files are part of the program.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn all() -> &'static [Municipality] {
    use include_dir::{Dir, include_dir};
    use std::sync::LazyLock;
    static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/kommuner");
    static ALL: LazyLock<Vec<Municipality>> = LazyLock::new(|| {
        let text = |file: &str| FILES.get_file(file)?.contents_utf8();
        let index: Option<Index> = text(INDEX).and_then(|text| serde_json::from_str(text).ok());
        let entries = index.map(|index| index.entries).unwrap_or_default();
        entries.iter().filter_map(|entry| serde_json::from_str(text(&entry.file)?).ok()).collect()
    });
    &ALL
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test that lacks its municipality must stop")]
mod tests {
    use super::*;
    use crate::model::packed::pack;

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
    fn the_first_comes_along_as_its_file_says_and_every_file_is_packed_and_read_as_it_is() {
        let mut catalogue = catalogue();
        assert!(all().len() >= 4, "the files are in the program");
        for municipality in all() {
            let id = municipality.identity.id.as_str();
            assert_eq!(catalogue.get(id).is_some(), id == catalogue.first());
            let taken = catalogue.take(id, &pack(municipality));
            assert_eq!(taken.as_deref(), Some(municipality), "{id}");
        }
    }

    #[test]
    fn what_is_no_packed_municipality_or_another_one_is_not_taken_for_the_one_asked_for() {
        let mut catalogue = catalogue();
        let lillehammer = all().iter().find(|own| own.identity.id == "lillehammer").map(pack);
        let packed = lillehammer.expect("Lillehammer comes with the command line");
        assert_eq!(catalogue.take("asker", &packed), None);
        assert_eq!(catalogue.take("asker", b"{"), None);
        assert_eq!(catalogue.take("lillehammer", packed.get(1..).unwrap_or_default()), None);
        assert_eq!(catalogue.get("asker"), None);
    }

    #[test]
    fn a_line_in_the_list_beside_the_page_adds_a_municipality() {
        let mut catalogue = catalogue();
        catalogue.take_index(Vec::new());
        assert!(catalogue.entry("asker").is_some());
        let [id, name, file] = ["ny", "Ny", "ny.json"].map(str::to_owned);
        catalogue.take_index(vec![Entry { id, name, file }]);
        assert_eq!(catalogue.entries().len(), 1);
        assert_eq!(catalogue.entry("ny").map(|entry| entry.file.as_str()), Some("ny.json"));
        assert_eq!(catalogue.first(), "lier");
    }
}
