//! Inn og ut: text that crosses the program's border, each kind with its own clear error.
//!
//! | module | what goes through it |
//! |---|---|
//! | [`catalogue`] | the list of municipalities, and what has been read of them |
//! | [`municipality_file`] | the files of the municipalities that come with the program, and of one's own |
//! | [`municipality_form`] | the JSON Schema of a municipality file, and faults of form with their line |
//! | `municipality_checks` | faults of content: years, names, sums, sizes, sources |
//! | `counts` | lists and texts longer than any municipality needs |
//! | `faults` | the first hundred faults of a file, and the number of the rest |
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
pub mod catalogue;
#[cfg(not(target_arch = "wasm32"))]
mod counts;
#[cfg(not(target_arch = "wasm32"))]
pub mod explanation;
#[cfg(not(target_arch = "wasm32"))]
mod faults;
mod known_good;
pub mod link;
#[cfg(not(target_arch = "wasm32"))]
pub mod municipality_checks;
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

use std::fmt::{self, Write as _};

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
        let [place, problem, remedy] = [place.into(), problem.into(), remedy.into()].map(harmless);
        Self { place, problem, remedy }
    }
}

/// The longest part of a fault, in signs: what a file holds stands in it, and may be of any length.
const LONGEST_PART: usize = 500;

/// A text that came from outside, on one line and no longer than can be read.
fn harmless(text: String) -> String {
    if text.len() <= LONGEST_PART && !text.contains(steers) {
        return text;
    }
    let cut = text.char_indices().nth(LONGEST_PART).map(|(at, _)| at);
    let short = without_steering(text.get(..cut.unwrap_or(text.len())).unwrap_or_default());
    let short = short.replace('\n', "\\u000a").replace('\t', "\\u0009");
    if cut.is_some() { short + "…" } else { short }
}

/// What moves the cursor of a terminal, colours it, or makes a line read as another one.
fn steers(sign: char) -> bool {
    let turns = matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    sign.is_control() || turns
}

/// A text with what steers a terminal written as its number; the ends of its lines stay. In JSON it is
/// still the same text.
///
/// ```
/// use handlingsrom::exchange::without_steering;
/// assert_eq!(without_steering("Lier\u{1b}[2J\n"), "Lier\\u001b[2J\n");
/// ```
#[must_use]
pub fn without_steering(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for sign in text.chars() {
        if steers(sign) && !matches!(sign, '\n' | '\t') {
            let _ = write!(shown, "\\u{:04x}", u32::from(sign));
        } else {
            shown.push(sign);
        }
    }
    shown
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
