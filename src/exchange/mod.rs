//! Inn og ut: text that crosses the program's border, each kind with its own clear error.
//!
//! | module | what goes through it |
//! |---|---|
//! | [`catalogue`] | the list of municipalities, and what has been read of them |
//! | [`municipality_file`] | the files of the built-in municipalities, and of one's own |
//! | `municipality_form` | taking a file apart, and faults of form with their line |
//! | `municipality_schema` | the JSON Schema of a municipality file, and what is wrong by it |
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
//! The schema is not in the browser. What reads and checks a municipality file is in its second module, which is
//! loaded when one is asked for.
//!
//! Every reader collects all the faults it can find; what cannot be taken apart at all gives the first.
//! A [`Fault`] says where, what is wrong, and what would be right.

#[cfg(not(target_arch = "wasm32"))]
pub mod answers;
pub mod catalogue;
mod counts;
pub mod explanation;
mod faults;
pub mod link;
pub mod municipality_checks;
pub mod municipality_file;
mod municipality_form;
#[cfg(not(target_arch = "wasm32"))]
pub mod municipality_schema;
mod repeated_keys;
pub mod scenario_file;
pub mod shocks;
mod syntax;
pub mod tables;

use crate::text::{FileProblem, Language, Meant, ScenarioProblem};
use std::fmt::Write as _;

/// Feil: one thing that is wrong in what came in, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault<P = FileProblem> {
    /// Where: a path such as `investeringer.prosjekter[3].beløp`; empty for the whole file.
    pub place: String,
    /// The line of the file, when it is known.
    pub line: Option<usize>,
    /// The column of the line, when it is known.
    pub column: Option<usize>,
    /// What is wrong.
    pub problem: P,
}

impl<P> Fault<P> {
    pub(crate) fn new(place: impl Into<String>, problem: impl Into<P>) -> Self {
        Self { place: place.into(), line: None, column: None, problem: problem.into() }
    }

    /// The same on a line, and in a column when it is known.
    pub(crate) fn at(self, line: usize, column: Option<usize>) -> Self {
        Self { line: Some(line), column, ..self }
    }
}

impl Fault {
    /// Where, what is wrong, and what would be right.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        fault_text(language.place(&self.place, self.line, self.column), language.file_problem(&self.problem))
    }
}

impl Fault<ScenarioProblem> {
    /// Where, what is wrong, and what would be right.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let place = language.place(&self.place, self.line, self.column);
        fault_text(place, language.scenario_problem(&self.problem))
    }
}

impl From<Fault<ScenarioProblem>> for Fault {
    fn from(fault: Fault<ScenarioProblem>) -> Self {
        Self { place: fault.place, line: fault.line, column: fault.column, problem: fault.problem.into() }
    }
}

fn fault_text(place: String, [problem, remedy]: [String; 2]) -> String {
    let [place, problem, remedy] = [place, problem, remedy].map(harmless);
    let text = format!("{place}: {problem}");
    if remedy.is_empty() { text } else { format!("{text} {remedy}") }
}

/// The longest part of a fault, in characters: it quotes the file, and may be of any length.
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

/// The known word most like an unknown one, when one is near enough to be meant.
pub(crate) fn nearest<'a>(unknown: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let close = known.into_iter().map(|word| (strsim::jaro_winkler(unknown, word), word));
    close
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, word)| word)
}

/// The known name that was most likely meant, or what is known when nothing is near.
pub(crate) fn did_you_mean<'a>(unknown: &str, known: impl IntoIterator<Item = &'a str>) -> Meant {
    let known: Vec<&str> = known.into_iter().collect();
    match nearest(unknown, known.iter().copied()) {
        Some(name) => Meant::Name(name.to_owned()),
        None if known.is_empty() => Meant::Nothing,
        None if known.len() <= 12 => Meant::OneOf(known.into_iter().map(str::to_owned).collect()),
        None => Meant::OneOfMany(known.len()),
    }
}
