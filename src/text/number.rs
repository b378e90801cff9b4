//! Tall: numbers as a language writes them and as people type them.

use crate::model::units::{Kroner, Percent};
use rust_decimal::{Decimal, RoundingStrategy};
use thiserror::Error;

/// A typed text that is not a number.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("not a number: {text}")]
pub struct NotANumber {
    /// What was typed.
    pub text: String,
}

/// How a language writes numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberFormat {
    /// Between groups of three digits.
    pub group: char,
    /// Before the decimals.
    pub decimal: char,
    /// Before a negative number.
    pub minus: char,
    /// After a percentage, with its space.
    pub percent: &'static str,
    /// After an amount in million kroner, with its spaces.
    pub million_kroner: &'static str,
}

impl NumberFormat {
    /// Writes a number with this many decimals, in groups of three digits.
    ///
    /// ```
    /// use handlingsrom::text::Language;
    /// use rust_decimal::dec;
    /// assert_eq!(Language::Nb.numbers().number(dec!(-1234.55), 1), "−1\u{202f}234,6");
    /// ```
    #[must_use]
    pub fn number(&self, value: Decimal, decimals: u32) -> String {
        let rounded = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        let places = usize::try_from(decimals).unwrap_or(0);
        let digits = format!("{:.places$}", rounded.abs());
        let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
        let mut text = String::new();
        if rounded.is_sign_negative() && !rounded.is_zero() {
            text.push(self.minus);
        }
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                text.push(self.group);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push(self.decimal);
            text.push_str(fraction);
        }
        text
    }

    /// Writes a difference, with a plus when it is above zero.
    #[must_use]
    pub fn signed(&self, value: Decimal, decimals: u32) -> String {
        let text = self.number(value, decimals);
        let shows_zero = text.chars().all(|sign| !matches!(sign, '1'..='9'));
        if value > Decimal::ZERO && !shows_zero { format!("+{text}") } else { text }
    }

    /// Writes a percentage with its sign: `−0,4 %`.
    #[must_use]
    pub fn percent(&self, value: Percent, decimals: u32) -> String {
        self.number(value.value(), decimals) + self.percent
    }

    /// Writes an amount with its unit: `74 mill. kr`.
    #[must_use]
    pub fn million_kroner(&self, amount: Kroner, decimals: u32) -> String {
        self.number(amount.millions(), decimals) + self.million_kroner
    }

    /// Reads what a person types: the language's decimal sign or a point, any minus, a plus, spaces between
    /// digits, a percent sign after.
    ///
    /// ```
    /// use handlingsrom::text::Language;
    /// use rust_decimal::dec;
    /// let numbers = Language::Nb.numbers();
    /// assert_eq!(numbers.parse("4,25"), Ok(dec!(4.25)));
    /// assert_eq!(numbers.parse("4.25"), Ok(dec!(4.25)));
    /// assert_eq!(numbers.parse("−1 234,5 %"), Ok(dec!(-1234.5)));
    /// assert!(numbers.parse("abc").is_err());
    /// ```
    ///
    /// # Errors
    /// When the text is not one number.
    pub fn parse(&self, text: &str) -> Result<Decimal, NotANumber> {
        read(text, self.group, self.decimal)
    }
}

/// Reads a number from a link or the command line, which are in no language: comma or point before the
/// decimals, otherwise as [`NumberFormat::parse`].
///
/// # Errors
/// When the text is not one number.
pub fn parse_number(text: &str) -> Result<Decimal, NotANumber> {
    read(text, '\u{202f}', ',')
}

fn read(text: &str, group: char, decimal: char) -> Result<Decimal, NotANumber> {
    let error = || NotANumber { text: text.trim().to_owned() };
    let bare = text.trim().trim_end_matches('%').trim_end();
    let normal: String = bare
        .chars()
        .filter(|sign| !sign.is_whitespace() && *sign != group)
        .map(|sign| match sign {
            '−' | '–' => '-',
            sign if sign == decimal => '.',
            other => other,
        })
        .collect();
    let digits = normal.trim_start_matches(['+', '-']);
    let plain = digits.chars().all(|sign| sign.is_ascii_digit() || sign == '.');
    let signs = normal.len() - digits.len();
    if digits.is_empty() || !plain || signs > 1 || digits.len() > 15 {
        return Err(error());
    }
    normal.trim_start_matches('+').parse().map_err(|_| error())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use rust_decimal::dec;

    #[test]
    fn numbers_are_written_the_norwegian_way() {
        let format = Language::Nb;
        assert_eq!(format.number(dec!(2330100), 0), "2\u{202f}330\u{202f}100");
        assert_eq!(format.number(dec!(-0.04), 1), "0,0");
        assert_eq!(format.signed(dec!(1), 2), "+1,00");
        assert_eq!(format.signed(dec!(-1), 2), "−1,00");
        assert_eq!(format.percent(Percent::new(dec!(93.37)), 1), "93,4\u{a0}%");
    }

    #[test]
    fn what_is_written_can_be_read_back() {
        for language in Language::ALL {
            for value in [dec!(0), dec!(-1234.5), dec!(2330100), dec!(0.25)] {
                let numbers = language.numbers();
                assert_eq!(numbers.parse(&numbers.number(value, 2)), Ok(value));
            }
        }
    }

    #[test]
    fn nonsense_is_not_a_number() {
        for language in Language::ALL {
            for text in ["", "abc", "--1", "1,2,3", "4 pp", "1e5", "-", ","] {
                assert!(language.numbers().parse(text).is_err(), "{text}");
            }
        }
    }

    #[test]
    fn a_language_is_found_by_its_tag() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
        assert_eq!(Language::from_tag("xx"), None);
    }
}
