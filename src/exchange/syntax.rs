//! Skrivemåten: what is not JSON at all, and what a writer most likely did to make it so.
//!
//! The reader knows only that it met something unexpected; the text around the place says more. Like
//! the rest of the check, only the command line has it.

use super::Fault;
use crate::text::{JsonCause, SyntaxProblem};
use jsonc_parser::ParseOptions;
use jsonc_parser::errors::{ParseError, ParseErrorKind as Kind};
use serde_json::Value;

/// The deepest a file may nest; a real one nests nine deep.
const DEEPEST: usize = 32;
/// The most values a file may hold; the largest that comes with the program has 7 000.
const MOST_VALUES: usize = 50_000;

/// JSON with comments, and nothing else that JSON does not have.
pub(super) const JSON_WITH_COMMENTS: ParseOptions = ParseOptions {
    allow_comments: true,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
};

/// JSON without comments, as a scenario file is.
const JSON: ParseOptions = ParseOptions { allow_comments: false, ..JSON_WITH_COMMENTS };

/// The value of a file with comments.
///
/// # Errors
/// When it is empty, is not JSON, or nests too deep.
pub(super) fn parse(text: &str) -> Result<Value, Vec<Fault>> {
    too_much(text).map_err(|much| vec![much.fault()])?;
    parse_as(text, &JSON_WITH_COMMENTS)
}

/// What keeps a file without comments from being read as JSON, if anything does. What nests too deep is
/// left to a reader that counts how deep it goes.
pub(super) fn faults(text: &str) -> Vec<Fault> {
    match too_much(text) {
        Ok(()) => parse_as(text, &JSON).err().unwrap_or_default(),
        Err(TooMuch::Deep(_)) => Vec::new(),
        Err(many @ TooMuch::Many(_)) => vec![many.fault()],
    }
}

fn parse_as(text: &str, options: &ParseOptions) -> Result<Value, Vec<Fault>> {
    jsonc_parser::parse_to_serde_value::<Option<Value>>(text, options)
        .map_err(|error| vec![not_json(text, &error)])?
        .ok_or_else(|| vec![Fault::new("", SyntaxProblem::Empty)])
}

/// Where a reader of the text is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Json,
    Text,
    LineComment,
    BlockComment,
}

/// What a file has too much of, and from which line.
#[derive(Clone, Copy)]
enum TooMuch {
    Deep(usize),
    Many(usize),
}

impl TooMuch {
    fn fault(self) -> Fault {
        match self {
            Self::Deep(line) => Fault::new("", SyntaxProblem::TooDeep { levels: DEEPEST }).at(line, None),
            Self::Many(line) => {
                Fault::new("", SyntaxProblem::TooManyValues { most: MOST_VALUES }).at(line, None)
            }
        }
    }
}

/// Refuses what would take long or much to read, before it is read.
fn too_much(text: &str) -> Result<(), TooMuch> {
    let (mut depth, mut values, mut line, mut inside) = (0_usize, 0_usize, 1_usize, Inside::Json);
    let mut signs = text.bytes().peekable();
    while let Some(sign) = signs.next() {
        line += usize::from(sign == b'\n');
        match (inside, sign) {
            (Inside::Json, b'"') => inside = Inside::Text,
            (Inside::Json, b'{' | b'[') => (depth, values) = (depth + 1, values + 1),
            (Inside::Json, b'}' | b']') => depth = depth.saturating_sub(1),
            (Inside::Json, b',') => values += 1,
            (Inside::Json, b'/') if signs.next_if_eq(&b'/').is_some() => inside = Inside::LineComment,
            (Inside::Json, b'/') if signs.next_if_eq(&b'*').is_some() => inside = Inside::BlockComment,
            (Inside::Text, b'\\') => _ = signs.next_if(|next| *next != b'\n'),
            (Inside::Text, b'"')
            // No text continues over a line; one that is not closed is a fault that the reader reports.
            | (Inside::Text | Inside::LineComment, b'\n') => inside = Inside::Json,
            (Inside::BlockComment, b'*') if signs.next_if_eq(&b'/').is_some() => inside = Inside::Json,
            _ => {}
        }
        if depth > DEEPEST {
            return Err(TooMuch::Deep(line));
        }
        if values > MOST_VALUES {
            return Err(TooMuch::Many(line));
        }
    }
    Ok(())
}

fn not_json(text: &str, error: &ParseError) -> Fault {
    let start = error.range().start;
    let (before, after) = (text.get(..start).unwrap_or_default(), text.get(start..).unwrap_or_default());
    let problem = match number_cause(before, after).or_else(|| sign_cause(before, after)) {
        Some(cause) => SyntaxProblem::NotJson(cause),
        None => match error.kind() {
            Kind::UnterminatedArray | Kind::UnterminatedObject | Kind::ExpectedObjectValue => {
                SyntaxProblem::Unclosed
            }
            Kind::MultipleRootJsonValues => SyntaxProblem::TextAfterEnd,
            kind => SyntaxProblem::NotJson(kind_cause(kind)),
        },
    };
    Fault::new("", problem).at(error.line_display(), Some(error.column_display()))
}

/// What is wrong with the number that ends where the reader stopped.
fn number_cause(before: &str, after: &str) -> Option<JsonCause> {
    let line = before.rsplit('\n').next().unwrap_or_default().trim_end();
    // The reader stops at the end of a number or at what follows it.
    let apart = before.ends_with(char::is_whitespace) || after.starts_with(char::is_whitespace);
    let after = after.trim_start_matches(|sign: char| sign.is_whitespace() && sign != '\n');
    let next = after.chars().next()?;
    let number = |line: &str| -> String {
        let bare = line.trim_end_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, '.' | '-'));
        line.strip_prefix(bare).unwrap_or_default().to_owned()
    };
    if let Some(whole) = line.strip_suffix(',').map(number).filter(|whole| !whole.is_empty())
        && next.is_ascii_digit()
    {
        let decimals: String = after.chars().take_while(char::is_ascii_digit).collect();
        return Some(JsonCause::DecimalComma { number: format!("{whole}.{decimals}") });
    }
    let given = Some(number(line)).filter(|given| given.ends_with(|sign: char| sign.is_ascii_digit()))?;
    match next {
        '%' => Some(JsonCause::UnitAfterNumber { number: given }),
        '.' => Some(JsonCause::ThousandSeparator),
        _ if next.is_alphabetic() => Some(JsonCause::UnitAfterNumber { number: given }),
        _ if next.is_ascii_digit() && !apart => Some(JsonCause::LeadingZero),
        _ if next.is_ascii_digit() => {
            // A comma with a space behind it parts two numbers; without one it is a decimal comma.
            let rest = after.lines().next().unwrap_or_default().split(", ").next().unwrap_or_default();
            let rest: String = rest
                .chars()
                .take_while(|sign| sign.is_ascii_digit() || sign.is_whitespace() || matches!(sign, ',' | '.'))
                .filter(|sign| !sign.is_whitespace())
                .collect();
            let rest = rest.trim_end_matches([',', '.']).replace(',', ".");
            Some(JsonCause::SpaceInNumber { number: given + &rest })
        }
        _ => None,
    }
}

/// What a sign that JSON does not have there was most likely meant as.
fn sign_cause(before: &str, after: &str) -> Option<JsonCause> {
    let mut signs = after.chars();
    let (here, next) = (signs.next()?, signs.find(|sign| !sign.is_whitespace()));
    let behind = before.trim_end().chars().next_back();
    match here {
        '}' | ']' if behind == Some(',') => Some(JsonCause::CommaAtTheEnd),
        ',' if matches!(next, Some('}' | ']')) && behind != Some(':') => Some(JsonCause::CommaAtTheEnd),
        '−' | '–' => Some(JsonCause::Minus),
        '+' => Some(JsonCause::Plus),
        '.' => Some(JsonCause::NoZeroBeforePoint),
        '\'' | '“' | '”' | '„' | '«' | '»' | '’' | '‘' => Some(JsonCause::CurvedQuotes),
        ';' => Some(JsonCause::Semicolon),
        '=' => Some(JsonCause::Equals),
        _ => None,
    }
}

/// The most likely cause of each error of the reader.
fn kind_cause(kind: &Kind) -> JsonCause {
    use jsonc_parser::ParseStringErrorKind::UnterminatedStringLiteral;
    match kind {
        Kind::CommentsNotAllowed => JsonCause::Comment,
        Kind::ExpectedColonAfterObjectKey => JsonCause::NoColon,
        Kind::ExpectedComma => JsonCause::NoComma,
        Kind::ExpectedStringObjectProperty => JsonCause::UnquotedKey,
        Kind::UnexpectedWord | Kind::UnexpectedToken => JsonCause::UnquotedText,
        Kind::UnexpectedTokenInObject => JsonCause::KeyExpected,
        Kind::UnexpectedComma => JsonCause::OneCommaTooMany,
        Kind::UnexpectedColon => JsonCause::OneColonTooMany,
        Kind::UnexpectedCloseBrace | Kind::UnexpectedCloseBracket => JsonCause::ClosesNothing,
        Kind::String(UnterminatedStringLiteral) => JsonCause::UnterminatedText,
        Kind::String(_) => JsonCause::Backslash,
        Kind::UnterminatedCommentBlock => JsonCause::UnterminatedComment,
        Kind::ExpectedDigit | Kind::ExpectedDigitFollowingNegativeSign => JsonCause::NoDigits,
        _ => JsonCause::Unclear,
    }
}
