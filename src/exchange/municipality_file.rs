//! Kommunefilen: reading a municipality file, and saying everything that is wrong with one.

use super::{Fault, did_you_mean, municipality_checks};
use crate::model::municipality::Municipality;
use std::sync::LazyLock;

/// A file larger than this is refused before it is read.
const LARGEST: usize = 5_000_000;

static LIER: LazyLock<Option<Municipality>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../assets/kommuner/lier.json")).ok());

/// The ids of the municipalities that come with the program.
pub const BUILT_IN: [&str; 1] = ["lier"];

/// A municipality that comes with the program; `tests/municipality_files.rs` checks each.
#[must_use]
pub fn built_in(id: &str) -> Option<&'static Municipality> {
    LIER.as_ref().filter(|municipality| municipality.identity.id == id)
}

/// Reads a municipality file.
///
/// # Errors
/// Every fault that can be found. A file that is not of the right form gives the first fault of form
/// with line and column; a file of the right form gives all faults of content at once.
pub fn read(text: &str) -> Result<Municipality, Vec<Fault>> {
    if text.len() > LARGEST {
        let problem = format!("filen er på {} MB.", text.len() / 1_000_000);
        return Err(vec![Fault::new("filen", problem, "En kommunefil er høyst 5 MB.")]);
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let municipality: Municipality =
        serde_path_to_error::deserialize(&mut reader).map_err(|error| vec![type_fault(&error)])?;
    reader.end().map_err(|error| {
        vec![Fault::new(position(&error), "det står noe etter at filen skulle være slutt.", "Fjern det.")]
    })?;
    let faults = municipality_checks::all(&municipality);
    if faults.is_empty() { Ok(municipality) } else { Err(faults) }
}

/// A fault of form: where it stands, and serde's words in Norwegian.
pub(super) fn type_fault(error: &serde_path_to_error::Error<serde_json::Error>) -> Fault {
    let path = error.path().to_string();
    let inner = error.inner();
    let place = if path == "." { position(inner) } else { format!("{path} ({})", position(inner)) };
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
        (text, _) if text.starts_with("invalid type") => {
            let (found, wanted) = text.split_once(", expected ").unwrap_or((text, "noe annet"));
            let found = found.trim_start_matches("invalid type: ");
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
    const WORDS: [(&str, &str); 12] = [
        ("a Decimal type representing a fixed-point number", "et tall"),
        ("floating point", "desimaltallet"),
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
