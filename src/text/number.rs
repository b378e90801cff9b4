//! Tall: numbers as Norwegians write and type them.

use crate::model::units::{Kroner, Percent};
use rust_decimal::{Decimal, RoundingStrategy};
use thiserror::Error;

/// Thin space that does not break, between groups of three digits.
const GROUP: char = '\u{202f}';
/// Space that does not break, before a unit.
const SPACE: char = '\u{a0}';
/// The true minus sign.
const MINUS: char = '−';

/// A typed text that is not a number.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("«{text}» er ikke et tall")]
pub struct NumberError {
    /// What was typed.
    pub text: String,
}

/// Writes a number with a decimal comma, thin grouping from four digits, and a true minus.
///
/// ```
/// use handlingsrom::text::number::format;
/// use rust_decimal::dec;
/// assert_eq!(format(dec!(-1234.55), 1), "−1\u{202f}234,6");
/// ```
#[must_use]
pub fn format(value: Decimal, decimals: u32) -> String {
    let rounded = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    let places = usize::try_from(decimals).unwrap_or(0);
    let digits = format!("{:.places$}", rounded.abs());
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut text = String::new();
    if rounded.is_sign_negative() && !rounded.is_zero() {
        text.push(MINUS);
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(GROUP);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(',');
        text.push_str(fraction);
    }
    text
}

/// Writes a difference: with a plus in front when it is above nought.
#[must_use]
pub fn format_signed(value: Decimal, decimals: u32) -> String {
    let text = format(value, decimals);
    let shows_nought = text.chars().all(|sign| !matches!(sign, '1'..='9'));
    if value > Decimal::ZERO && !shows_nought { format!("+{text}") } else { text }
}

/// Writes a percentage with its sign: `−0,4 %`.
#[must_use]
pub fn percent(value: Percent, decimals: u32) -> String {
    format!("{}{SPACE}%", format(value.value(), decimals))
}

/// Writes an amount in million kroner, without its unit.
#[must_use]
pub fn millions(amount: Kroner, decimals: u32) -> String {
    format(amount.millions(), decimals)
}

/// Writes an amount with its unit: `74 mill. kr`.
#[must_use]
pub fn million_kroner(amount: Kroner, decimals: u32) -> String {
    format!("{}{SPACE}mill.{SPACE}kr", millions(amount, decimals))
}

/// Reads what a person types: comma or point, any minus, a plus, spaces between digits, a unit after.
///
/// ```
/// use handlingsrom::text::number::parse;
/// use rust_decimal::dec;
/// assert_eq!(parse("4,25"), Ok(dec!(4.25)));
/// assert_eq!(parse("4.25"), Ok(dec!(4.25)));
/// assert_eq!(parse("−1 234,5 %"), Ok(dec!(-1234.5)));
/// assert!(parse("abc").is_err());
/// ```
///
/// # Errors
/// When the text is not one number.
pub fn parse(text: &str) -> Result<Decimal, NumberError> {
    let error = || NumberError { text: text.trim().to_owned() };
    let bare = text.trim().trim_end_matches('%').trim_end();
    let normal: String = bare
        .chars()
        .filter(|sign| !sign.is_whitespace() && *sign != GROUP)
        .map(|sign| match sign {
            ',' => '.',
            '−' | '–' => '-',
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
    use rust_decimal::dec;

    #[test]
    fn numbers_are_written_the_norwegian_way() {
        assert_eq!(format(dec!(2330100), 0), "2\u{202f}330\u{202f}100");
        assert_eq!(format(dec!(-0.04), 1), "0,0");
        assert_eq!(format_signed(dec!(1), 2), "+1,00");
        assert_eq!(format_signed(dec!(-1), 2), "−1,00");
        assert_eq!(percent(Percent::new(dec!(93.37)), 1), "93,4\u{a0}%");
    }

    #[test]
    fn what_is_written_can_be_read_back() {
        for value in [dec!(0), dec!(-1234.5), dec!(2330100), dec!(0.25)] {
            assert_eq!(parse(&format(value, 2)), Ok(value));
        }
    }

    #[test]
    fn nonsense_is_not_a_number() {
        for text in ["", "abc", "--1", "1,2,3", "4 pp", "1e5", "-", ","] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
