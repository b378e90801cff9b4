//! Kommunefilen: reading a municipality file, and saying everything that is wrong with one.

use super::{Fault, did_you_mean};
use super::{municipality_checks, municipality_form};
use crate::model::municipality::Municipality;
use crate::text::{ContentProblem, FileProblem, FormProblem, SyntaxProblem};

/// A file with more bytes than this is refused before it is read.
pub const LARGEST: u64 = 5_000_000;

/// The version of the form of the file that this program reads.
pub(super) const VERSION: u32 = 1;

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
/// use handlingsrom::text::Language;
/// assert_eq!(too_large(5_000_000), None);
/// let fault = too_large(5_000_001).expect("it is larger than 5 MB");
/// assert!(fault.text(Language::Nb).contains("filen er på 5,1 MB."));
/// ```
#[must_use]
pub fn too_large(bytes: u64) -> Option<Fault> {
    let tenths_of_megabyte = bytes.div_ceil(100_000);
    (bytes > LARGEST).then(|| Fault::new("", SyntaxProblem::TooLarge { tenths_of_megabyte }))
}

/// Reads a municipality file. Comments are allowed.
///
/// # Errors
/// Every fault that can be found, of form and of content, each with its line, in the order of the file.
pub fn read(text: &str) -> Result<Municipality, Vec<Fault>> {
    // Some programs put a mark of byte order first; it says nothing in UTF-8.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Some(fault) = too_large(u64::try_from(text.len()).unwrap_or(u64::MAX)) {
        return Err(vec![fault]);
    }
    let examined = municipality_form::examine(text)?;
    if let Some(version) = newer_version(&examined.value) {
        // What else is wrong with it is wrong by another form than this program knows.
        let fault = Fault::new("formatversjon", ContentProblem::UnknownVersion { version });
        return Err(municipality_form::located(text, vec![fault]));
    }
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

/// The version of the form of a file that is newer than this program.
fn newer_version(file: &serde_json::Value) -> Option<u32> {
    let version = file.get("formatversjon")?.as_u64()?;
    (version > VERSION.into()).then(|| u32::try_from(version).unwrap_or(u32::MAX))
}

/// A fault of form: where it is, and what serde says of it.
pub(super) fn type_fault(error: &serde_path_to_error::Error<serde_json::Error>) -> Fault {
    let path = error.path().to_string();
    let inner = error.inner();
    let place = if path == "." { String::new() } else { path };
    let words = inner.to_string();
    let words = words.split(" at line ").next().unwrap_or_default();
    let fault = Fault::new(place, type_problem(words, inner.is_syntax()));
    // What was read from a value has no line yet.
    if inner.line() == 0 { fault } else { fault.at(inner.line(), Some(inner.column())) }
}

fn type_problem(words: &str, is_syntax: bool) -> FileProblem {
    let quoted: Vec<&str> = words.split('`').skip(1).step_by(2).collect();
    match (words, quoted.as_slice()) {
        (text, [unknown, known @ ..])
            if text.starts_with("unknown field") || text.starts_with("unknown variant") =>
        {
            let meant = did_you_mean(unknown, known.iter().copied());
            FormProblem::UnknownName { name: (*unknown).to_owned(), meant }.into()
        }
        (text, [missing, ..]) if text.starts_with("missing field") => {
            FormProblem::MissingField { key: (*missing).to_owned() }.into()
        }
        (text, _) if text.starts_with("invalid type") || text.starts_with("invalid value") => {
            let (found, wanted) = text.split_once(", expected ").unwrap_or((text, ""));
            let found = found.trim_start_matches("invalid type: ").trim_start_matches("invalid value: ");
            FormProblem::UnexpectedType { found: found.to_owned(), wanted: wanted.to_owned() }.into()
        }
        (text, _) if text.starts_with("EOF") => SyntaxProblem::EndsEarly.into(),
        (text, _) if is_syntax => SyntaxProblem::InvalidJson { words: text.to_owned() }.into(),
        (text, _) => FormProblem::Unreadable { words: text.to_owned() }.into(),
    }
}
