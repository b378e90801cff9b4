//! Ord for kommandolinjen: what a command answers, and why it does not.

use super::topic::topic;
use crate::model::units::Year;
use rust_decimal::Decimal;
use std::path::PathBuf;

/// Why a command has no answer, before it has words.
#[allow(missing_docs, reason = "each has its sentence in nb/command_line.rs")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommandProblem {
    NotBuiltIn { id: String, known: String },
    NotAFigure { key: String, known: String },
    FigureNotThere { key: String, municipality: String, year: Year },
    NotAPlanYear { year: Year, first: Year, last: Year },
    NotARule { id: String, known: String },
    LastBeforeFirst,
    NotAShock { id: String, known: String },
    NoEqualsSign { setting: String },
    NotALever { key: String, known: String },
    NotANumber { key: String, value: String },
    Outside { key: &'static str, value: Decimal, min: Decimal, max: Decimal },
    NotWholeYears { key: &'static str, value: Decimal },
    File { path: PathBuf, problem: UnreadFile },
    NotWritten { why: Unwritten },
}

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnreadFile {
    /// It is a folder.
    Folder,
    /// It is not there.
    Missing,
    /// It is not text in UTF-8.
    NotText,
    /// The user may not read it.
    NoAccess,
    /// It is larger than is read.
    TooLarge,
    /// The system says why.
    Other(String),
}

/// Why an answer is not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unwritten {
    /// There is no room.
    DiskFull,
    /// The reader has stopped listening.
    Closed,
    /// The system says why.
    Other(String),
}

topic! {
/// The words of the command line in one language.
pub trait CommandLineWords {
    /// Why a command has no answer.
    fn command_problem(&self, problem: &CommandProblem) -> String;
    /// A rule that is broken in some years.
    fn broken_in(&self, rule: &str, years: &str) -> String;
    /// Before what the law and the rules say of a result.
    fn remarks_title(&self) -> &'static str;
    /// Before what a reader must know of the figures.
    fn reservations_title(&self) -> &'static str;
    /// A file that is sound, and how many projects, measures and ready-made scenarios it has.
    fn file_is_sound(&self, municipality: &str, counts: [usize; 3]) -> String;
}
}
