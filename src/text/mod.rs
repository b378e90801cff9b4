//! Ord: every word a person reads, one folder per language, one trait per topic.
//!
//! [`Language`] is a value, and every phrase is a method of it. The traits have no default texts, so a text that is
//! missing in a language does not compile. [`NumberFormat`] says how a language writes
//! numbers.

mod case;
mod command_line;
mod file_problem;
mod language;
mod levers;
mod lists;
mod meant;
mod nb;
mod number;
mod page;
mod panel;
mod problems;
mod quantities;
mod questions;
mod results;
mod scenario_problem;
mod sentence;
mod table_line;
mod topic;

pub use case::{capital, lower, lower_first};
pub use command_line::{CommandLineWords, CommandProblem, UnreadFile, Unwritten};
pub use file_problem::{
    ContentProblem, FileProblem, FormProblem, Found, JsonCause, List, MeantKey, Parts, RangeProblem,
    RangeReason, Signed, SizeProblem, Step, SumProblem, SyntaxProblem, Wanted, WrongSize, Yearly,
};
pub use language::{Language, Words};
pub use levers::LeverWords;
pub use lists::{ListWords, MeasureFilter, MeasureSort, ProjectFilter, ProjectSort};
pub use meant::Meant;
pub use number::{NotANumber, NumberFormat, parse_number};
pub use page::PageWords;
pub use panel::{Door, Panel};
pub use problems::ProblemWords;
pub use quantities::QuantityWords;
pub use questions::QuestionWords;
pub use results::ResultWords;
pub use scenario_problem::{LinkProblem, ScenarioName, ScenarioProblem};
pub use sentence::{
    AccountLine, Because, Changed, ComparedWith, RuleFinding, Verdict, VerdictOfAlternative, YearAmounts,
};
pub use table_line::TableLine;
