//! Ord for feil: what is wrong with a link, a scenario file or a municipality file, and what would be right.

use super::topic::topic;
use super::{FileProblem, RangeReason, ScenarioProblem};

topic! {
/// The words of faults in one language. A problem has two sentences: what is wrong, and what would be right.
pub trait ProblemWords {
    /// What is wrong with a scenario.
    fn scenario_problem(&self, problem: &ScenarioProblem) -> [String; 2];
    /// What is wrong with a file.
    fn file_problem(&self, problem: &FileProblem) -> [String; 2];
    /// Why a number of a file has its range.
    fn range_reason_of(&self, reason: RangeReason) -> &'static str;
    /// Where a fault is: the path in the file, and the line and the column when they are known.
    fn place(&self, path: &str, line: Option<usize>, column: Option<usize>) -> String;
    /// A file in the folder of the page that is of another municipality than the list says.
    fn file_of_another(&self, listed: &str, found: &str) -> String;
}
}
