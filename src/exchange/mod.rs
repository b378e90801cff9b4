//! Inn og ut: text that crosses the program's border, each kind with its own clear error.
//!
//! | module | what goes through it |
//! |---|---|
//! | [`municipality_file`] | the municipalities that come with the program, and files of one's own |
//! | [`municipality_form`] | the JSON Schema of a municipality file, and faults of form with their line |
//! | `municipality_checks` | faults of content: years, names, sums, sizes, sources |
//! | `repeated_keys` | keys written twice in the same object |
//! | `syntax` | what is not JSON at all, and the likely cause |
//! | [`scenario_file`] | a scenario as JSON |
//! | [`link`] | a scenario in the address, after `#` |
//! | [`explanation`] | a figure and what it is made of, as indented text and JSON |
//! | [`tables`] | the yearly lines as JSON, CSV and text |
//!
//! Form and checks are not in the browser, which opens only files that the tests have checked.
//!
//! Every reader collects all the faults it can find; what cannot be taken apart at all gives the first.
//! A [`Fault`] says where, what is wrong, and what would be right.

#[cfg(not(target_arch = "wasm32"))]
pub mod answers;
#[cfg(not(target_arch = "wasm32"))]
pub mod explanation;
mod known_good;
pub mod link;
#[cfg(not(target_arch = "wasm32"))]
mod municipality_checks;
pub mod municipality_file;
#[cfg(not(target_arch = "wasm32"))]
pub mod municipality_form;
#[cfg(not(target_arch = "wasm32"))]
mod repeated_keys;
pub mod scenario_file;
pub mod shocks;
#[cfg(not(target_arch = "wasm32"))]
mod syntax;
pub mod tables;

use std::fmt;

/// Feil: one thing that is wrong in what came in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Fault {
    /// Where: a path such as `investeringer.prosjekter[3].beløp`, with line and column when known.
    pub place: String,
    /// What is wrong.
    pub problem: String,
    /// What would be right.
    pub remedy: String,
}

impl Fault {
    pub(crate) fn new(
        place: impl Into<String>,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self { place: place.into(), problem: problem.into(), remedy: remedy.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.place, self.problem)?;
        if self.remedy.is_empty() { Ok(()) } else { write!(formatter, " {}", self.remedy) }
    }
}

/// The known word most like an unknown one, when one is near enough to be meant.
pub(crate) fn nearest<'a>(unknown: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let close = known.into_iter().map(|word| (strsim::jaro_winkler(unknown, word), word));
    close
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, word)| word)
}

/// *Mente du «…»?*, or the list of what is known when nothing is near.
pub(crate) fn did_you_mean<'a>(unknown: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    match nearest(unknown, known.iter().copied()) {
        Some(word) => format!("Mente du «{word}»?"),
        None if known.is_empty() => "Kommunen har ingen.".to_owned(),
        None if known.len() <= 12 => format!("Kjente navn: {}.", known.join(", ")),
        None => format!("Kommunen har {} å velge mellom.", known.len()),
    }
}
