//! Språk: the languages of the program, as a value.

use super::NumberFormat;
use super::topic::topic;
use crate::model::lever::Lever;
use crate::model::units::{Kroner, Percent};
use rust_decimal::Decimal;

/// Målform: which language the words and the numbers are in.
///
/// Every phrase is a method of it. It is given to every function that
/// writes something for a person; on the page it is given by the context.
///
/// ```
/// use handlingsrom::text::Language;
/// assert_eq!(Language::Nb.undo(), "Angre");
/// assert_eq!(Language::from_tag("nb"), Some(Language::Nb));
/// ```
#[doc(alias = "målform")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Norsk bokmål.
    #[default]
    Nb,
}

topic! {
/// What a language is.
pub trait Words {
    /// The BCP 47 tag.
    fn tag(&self) -> &'static str;
    /// What the language calls itself.
    fn name(&self) -> &'static str;
    /// How numbers are written and read.
    fn numbers(&self) -> &'static NumberFormat;
}
}

impl Language {
    /// Every language, the default first.
    pub const ALL: [Self; 1] = [Self::Nb];

    /// The language with a BCP 47 tag.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(tag))
    }

    /// A number with this many decimals; see [`NumberFormat::number`].
    #[must_use]
    pub fn number(self, value: Decimal, decimals: u32) -> String {
        self.numbers().number(value, decimals)
    }

    /// A difference, with a plus when it is above zero.
    #[must_use]
    pub fn signed(self, value: Decimal, decimals: u32) -> String {
        self.numbers().signed(value, decimals)
    }

    /// A percentage with its sign.
    #[must_use]
    pub fn percent(self, value: Percent, decimals: u32) -> String {
        self.numbers().percent(value, decimals)
    }

    /// An amount in million kroner, without its unit.
    #[must_use]
    pub fn millions(self, amount: Kroner, decimals: u32) -> String {
        self.number(amount.millions(), decimals)
    }

    /// An amount in million kroner, with its unit.
    #[must_use]
    pub fn million_kroner(self, amount: Kroner, decimals: u32) -> String {
        self.numbers().million_kroner(amount, decimals)
    }

    /// A lever's position with its unit.
    #[must_use]
    pub fn input_with_unit(self, input: Lever, value: Decimal) -> String {
        format!("{} {}", self.input_value(input, value), self.unit(input.spec().unit))
    }
}
