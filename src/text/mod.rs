//! Ord: every word a person reads, one folder per language, one trait per topic.
//!
//! [`Language`] is a value; it dereferences to the words of the language. The traits have no default texts,
//! so a text that is missing in a language does not compile. [`NumberFormat`] says how a language writes
//! numbers.

mod language;
mod levers;
mod nb;
mod number;
mod page;
mod quantities;
mod questions;
mod results;
mod sentence;
mod table_line;

pub use language::{Language, Words};
pub use levers::LeverWords;
pub use number::{NotANumber, NumberFormat, parse_number};
pub use page::PageWords;
pub use quantities::QuantityWords;
pub use questions::QuestionWords;
pub use results::ResultWords;
pub use sentence::{AccountLine, Because, ResultSentence, RuleFinding};
pub use table_line::TableLine;
