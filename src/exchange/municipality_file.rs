//! Kommunefilen: reading a municipality file, and saying everything that is wrong with one.

use super::{Fault, did_you_mean};
#[cfg(not(target_arch = "wasm32"))]
use super::{municipality_checks, municipality_form};
#[cfg(not(target_arch = "wasm32"))]
use crate::model::municipality::Municipality;

/// A file with more bytes than this is refused before it is read.
pub const LARGEST: u64 = 5_000_000;

/// A commented municipality file of a municipality that does not exist, to fill in.
#[cfg(not(target_arch = "wasm32"))]
pub const SKELETON: &str = include_str!("../../assets/mal/kommunefil.jsonc");

/// A municipality that comes with the program; `tests/municipality_files.rs` checks each.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn built_in(id: &str) -> Option<&'static Municipality> {
    super::catalogue::all().iter().find(|municipality| municipality.identity.id == id)
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
