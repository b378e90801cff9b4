//! Norsk bokmål.

mod formulas;
mod levers;
mod page;
mod quantities;
mod questions;
mod results;
mod sentences;
mod table_lines;

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
