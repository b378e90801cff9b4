//! Inn og ut: text that crosses the program's border, each kind with its own clear error.
//!
//! Every reader collects all faults it finds; a [`Fault`] says where, what is wrong, and what would be
//! right.

pub mod explanation;
pub mod link;
#[cfg(not(target_arch = "wasm32"))]
mod municipality_checks;
pub mod municipality_file;
#[cfg(not(target_arch = "wasm32"))]
pub mod municipality_form;
pub mod scenario_file;
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
        None if known.len() <= 12 => format!("Kjente navn: {}.", known.join(", ")),
        None => format!("Kommunen har {} å velge mellom.", known.len()),
    }
}
