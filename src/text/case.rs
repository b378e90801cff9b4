//! Store og små bokstaver: of the letters that Norwegian, and names in Norway, are written with.
//!
//! The standard library knows those of every script, in tables of 24 kB; in the first load that is a twentieth.

/// The small letter of a capital one of the Latin alphabet with its accents; any other sign as it is.
fn small(letter: char) -> char {
    match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(u32::from(letter) + 0x20).unwrap_or(letter),
        _ => letter,
    }
}

/// The capital letter of a small one of the Latin alphabet with its accents; any other sign as it is.
fn large(letter: char) -> char {
    match letter {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' => char::from_u32(u32::from(letter) - 0x20).unwrap_or(letter),
        _ => letter,
    }
}

/// A text in small letters.
///
/// ```
/// assert_eq!(handlingsrom::text::lower("Årets ØKONOMI"), "årets økonomi");
/// ```
#[must_use]
pub fn lower(text: &str) -> String {
    text.chars().map(small).collect()
}

/// A text with a small first letter, as in running text.
#[must_use]
pub fn lower_first(text: &str) -> String {
    with_first(text, small)
}

/// A text with a capital first letter.
#[must_use]
pub fn capital(text: &str) -> String {
    with_first(text, large)
}

fn with_first(text: &str, change: impl Fn(char) -> char) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().map(change).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::disallowed_methods, reason = "the standard library is what it is held against")]
    fn every_letter_of_latin_1_is_as_the_standard_library_has_it() {
        for code in 0..=0xff_u32 {
            let letter = char::from_u32(code).unwrap_or_default();
            assert_eq!(lower(&letter.to_string()), letter.to_lowercase().to_string());
            // ß, µ and ÿ have no capital letter in Latin-1.
            if !matches!(letter, 'ß' | 'µ' | 'ÿ') {
                assert_eq!(capital(&letter.to_string()), letter.to_uppercase().to_string());
            }
        }
        assert_eq!(capital("ærlig"), "Ærlig");
        assert_eq!(lower_first(""), "");
    }
}
