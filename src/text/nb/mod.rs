//! Norsk bokmål.

mod command_line;
mod content_problems;
mod file_problems;
mod formulas;
mod json_causes;
mod levers;
mod lists;
mod page;
mod problems;
mod quantities;
mod questions;
mod range_reasons;
mod results;
mod scenario_problems;
mod sentences;
mod size_problems;
mod table_lines;
mod verdict;
mod verdict_detail;

use super::{NumberFormat, Words};

/// The words of Norwegian bokmål.
pub(super) struct Nb;

/// Decimal comma, a thin space that does not break between groups, a true minus.
const NUMBERS: NumberFormat = NumberFormat {
    group: '\u{202f}',
    decimal: ',',
    minus: '−',
    percent: "\u{a0}%",
    million_kroner: "\u{a0}mill.\u{a0}kr",
};

impl Words for Nb {
    fn tag(&self) -> &'static str {
        "nb"
    }

    fn name(&self) -> &'static str {
        "Bokmål"
    }

    fn numbers(&self) -> &'static NumberFormat {
        &NUMBERS
    }
}
