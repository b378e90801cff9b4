//! Kommunefilen: reading a municipality file, and saying everything that is wrong with one.

use super::{Fault, did_you_mean, known_good};
#[cfg(not(target_arch = "wasm32"))]
use super::{municipality_checks, municipality_form};
use crate::model::municipality::Municipality;
use serde_json::Value;
use std::borrow::Cow;
use std::sync::OnceLock;

/// A file with more bytes than this is refused before it is read.
pub const LARGEST: u64 = 5_000_000;

/// A commented municipality file of a municipality that does not exist, to fill in.
#[cfg(not(target_arch = "wasm32"))]
pub const SKELETON: &str = include_str!("../../assets/mal/kommunefil.jsonc");

/// The ids and names of the municipalities that come with the program, the first one first.
pub const BUILT_IN: [(&str, &str); 4] =
    [("lier", "Lier"), ("ovre-eiker", "Øvre Eiker"), ("lillehammer", "Lillehammer"), ("asker", "Asker")];

/// What is known of each: its text, and what was read from it. The page has only the first from the
/// start; it fetches the others, as files of its own, when they are asked for.
static KNOWN: [OnceLock<Known>; 4] = [OnceLock::new(), OnceLock::new(), OnceLock::new(), OnceLock::new()];

struct Known {
    text: Cow<'static, str>,
    municipality: Option<Municipality>,
}

impl Known {
    fn read(text: Cow<'static, str>) -> Self {
        let municipality = known_good::read(&text);
        Self { text, municipality }
    }
}

/// The text that is part of the program.
fn included(id: &str) -> Option<&'static str> {
    match id {
        "lier" => Some(include_str!("../../assets/kommuner/lier.json")),
        #[cfg(not(target_arch = "wasm32"))]
        "ovre-eiker" => Some(include_str!("../../assets/kommuner/ovre-eiker.json")),
        #[cfg(not(target_arch = "wasm32"))]
        "lillehammer" => Some(include_str!("../../assets/kommuner/lillehammer.json")),
        #[cfg(not(target_arch = "wasm32"))]
        "asker" => Some(include_str!("../../assets/kommuner/asker.json")),
        _ => None,
    }
}

fn known(id: &str) -> Option<&'static Known> {
    let place = KNOWN.get(BUILT_IN.iter().position(|(known, _)| *known == id)?)?;
    match included(id) {
        Some(text) => Some(place.get_or_init(|| Known::read(Cow::Borrowed(text)))),
        None => place.get(),
    }
}

/// A municipality that comes with the program; `tests/municipality_files.rs` checks each. On the page
/// `None` also for one whose file has not come yet; see [`supply`].
#[must_use]
pub fn built_in(id: &str) -> Option<&'static Municipality> {
    known(id)?.municipality.as_ref().filter(|municipality| municipality.identity.id == id)
}

/// Takes the text of a municipality that comes with the program as a file of its own.
///
/// `None` when the text cannot be read, or is of another municipality.
pub fn supply(id: &str, text: String) -> Option<&'static Municipality> {
    let place = KNOWN.get(BUILT_IN.iter().position(|(known, _)| *known == id)?)?;
    // What cannot be read is not kept, so that it can be tried again.
    if place.get().is_none() {
        let read = Known::read(Cow::Owned(text));
        read.municipality.as_ref().filter(|municipality| municipality.identity.id == id)?;
        let _ = place.set(read);
    }
    built_in(id)
}

/// Every estimated figure of a municipality that comes with the program, outside projects and measures:
/// its key, and how it was worked out. Read from the file itself, so that none can be forgotten.
#[must_use]
pub fn estimates(id: &str) -> Vec<(String, String)> {
    let file: Option<Value> = known(id).and_then(|known| serde_json::from_str(&known.text).ok());
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

/// A fault for a file of more bytes than [`LARGEST`], rounded up so that it never looks small enough.
///
/// ```
/// use handlingsrom::exchange::municipality_file::too_large;
/// assert_eq!(too_large(5_000_000), None);
/// assert_eq!(too_large(5_000_001).map(|fault| fault.problem), Some("filen er på 5,1 MB.".to_owned()));
/// ```
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn too_large(bytes: u64) -> Option<Fault> {
    let tenths = bytes.div_ceil(100_000);
    let problem = format!("filen er på {},{} MB.", tenths / 10, tenths % 10);
    (bytes > LARGEST).then(|| Fault::new("filen", problem, "En fil er høyst 5 MB."))
}

/// Reads a municipality file. Comments are allowed.
///
/// # Errors
/// Every fault that can be found, of form and of content, each with its line, in the order of the file.
#[cfg(not(target_arch = "wasm32"))]
pub fn read(text: &str) -> Result<Municipality, Vec<Fault>> {
    // Some programs put a mark of byte order first; it says nothing in UTF-8.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Some(fault) = too_large(u64::try_from(text.len()).unwrap_or(u64::MAX)) {
        return Err(vec![fault]);
    }
    let examined = municipality_form::examine(text)?;
    let mut faults = examined.faults;
    let read: Result<Municipality, _> = serde_path_to_error::deserialize(&examined.value);
    match &read {
        Ok(municipality) => municipality_checks::add(municipality, &examined.value, &mut faults),
        // The schema has said it better, as a rule.
        Err(error) if faults.is_empty() => faults.add(|| type_fault(error)),
        Err(_) => {}
    }
    let faults = municipality_form::located(text, faults);
    read.ok().filter(|_| faults.is_empty()).ok_or(faults)
}

/// A fault of form: where it stands, and serde's words in Norwegian.
pub(super) fn type_fault(error: &serde_path_to_error::Error<serde_json::Error>) -> Fault {
    let path = error.path().to_string();
    let inner = error.inner();
    let place = match (path.as_str(), inner.line()) {
        // What was read from a value has no line yet.
        (".", 0) => String::new(),
        (_, 0) => path,
        (".", _) => position(inner),
        _ => format!("{path} ({})", position(inner)),
    };
    let words = inner.to_string();
    let words = words.split(" at line ").next().unwrap_or_default();
    let quoted: Vec<&str> = words.split('`').skip(1).step_by(2).collect();
    match (words, quoted.as_slice()) {
        (text, [unknown, known @ ..])
            if text.starts_with("unknown field") || text.starts_with("unknown variant") =>
        {
            Fault::new(
                place,
                format!("«{unknown}» er ukjent her."),
                did_you_mean(unknown, known.iter().copied()),
            )
        }
        (text, [missing, ..]) if text.starts_with("missing field") => {
            Fault::new(place, format!("nøkkelen «{missing}» mangler."), "Legg den til.")
        }
        (text, _) if text.starts_with("invalid type") || text.starts_with("invalid value") => {
            let (found, wanted) = text.split_once(", expected ").unwrap_or((text, "noe annet"));
            let found = found.trim_start_matches("invalid type: ").trim_start_matches("invalid value: ");
            Fault::new(
                place,
                format!("feil type: {}.", norwegian(found)),
                format!("Her skal det stå {}.", norwegian(wanted)),
            )
        }
        (text, _) if text.starts_with("EOF") => {
            Fault::new(place, "filen slutter for tidlig.", "Mangler det en } eller ]?")
        }
        (text, _) if inner.is_syntax() => Fault::new(
            place,
            format!("dette er ikke gyldig JSON ({text})."),
            "Se etter komma, kolon og anførselstegn i nærheten.",
        ),
        (text, _) => Fault::new(place, format!("{text}."), ""),
    }
}

fn position(error: &serde_json::Error) -> String {
    format!("linje {}, tegn {}", error.line(), error.column())
}

/// The words serde uses for types, in Norwegian.
fn norwegian(words: &str) -> String {
    const WORDS: [(&str, &str); 14] = [
        ("a Decimal type representing a fixed-point number", "et tall"),
        ("floating point", "desimaltallet"),
        ("u32", "et helt tall uten minus"),
        ("i32", "et helt tall"),
        ("a sequence", "en liste"),
        ("sequence", "en liste"),
        ("a string", "en tekst"),
        ("string", "teksten"),
        ("integer", "heltallet"),
        ("boolean", "sant/usant-verdien"),
        ("a boolean", "true eller false"),
        ("null", "ingenting (null)"),
        ("a map", "et objekt"),
        ("map", "et objekt"),
    ];
    let found = WORDS.iter().find(|(english, _)| words.starts_with(english));
    found.map_or_else(|| words.to_owned(), |(english, own)| words.replacen(english, own, 1))
}
