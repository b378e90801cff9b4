//! Bruken: what the reader of arguments says, in Norwegian.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error as _;

/// The headings and remarks of a help text, and their Norwegian ones.
const WORDS: [(&str, &str); 12] = [
    ("Print this message or the help of the given subcommand(s)", "Viser denne hjelpen, eller en kommandos"),
    ("Print help (see a summary with '-h')", "Viser hjelp (kort med -h)"),
    ("Print help (see more with '--help')", "Viser hjelp (mer med --help)"),
    ("Print help", "Viser hjelp"),
    ("Print version", "Viser versjonen"),
    ("Usage: ", "Bruk: "),
    ("[OPTIONS]", "[VALG]"),
    ("[COMMAND]", "[KOMMANDO]"),
    ("Commands:", "Kommandoer:"),
    ("Arguments:", "Argumenter:"),
    ("Options:", "Valg:"),
    ("[default: ", "[ellers: "),
];

/// A help text in Norwegian.
pub(crate) fn help(text: &str) -> String {
    let text = WORDS.iter().fold(text.to_owned(), |text, (english, own)| text.replace(english, own));
    text.replace("Possible values:", "Verdier:").replace("[possible values: ", "[verdier: ")
}

/// What is wrong with the arguments, and what would be right.
pub(crate) fn fault(error: &clap::Error) -> String {
    let said = |kind| texts(error, kind);
    let (argument, given) = (said(ContextKind::InvalidArg), said(ContextKind::InvalidValue));
    let problem = match error.kind() {
        ErrorKind::InvalidValue if given.is_empty() => format!("«{argument}» mangler verdi."),
        ErrorKind::InvalidValue => {
            format!("«{given}» går ikke for «{argument}». Bruk {}.", said(ContextKind::ValidValue))
        }
        ErrorKind::ValueValidation => {
            format!("«{given}» går ikke for «{argument}». {}", number_cause(error))
        }
        ErrorKind::UnknownArgument => {
            format!("«{argument}» er ukjent her.{}", meant(&said(ContextKind::SuggestedArg)))
        }
        ErrorKind::InvalidSubcommand => {
            let given = said(ContextKind::InvalidSubcommand);
            format!("«{given}» er ikke en kommando.{}", meant(&said(ContextKind::SuggestedSubcommand)))
        }
        ErrorKind::ArgumentConflict => {
            let prior = said(ContextKind::PriorArg);
            if prior == argument || prior.is_empty() {
                format!("«{argument}» kan bare oppgis én gang.")
            } else {
                format!("«{argument}» kan ikke brukes sammen med «{prior}».")
            }
        }
        ErrorKind::MissingRequiredArgument => format!("{argument} mangler."),
        ErrorKind::InvalidUtf8 => "Et av argumentene er ikke tekst i UTF-8.".to_owned(),
        _ => format!("«{argument}» har feil antall verdier."),
    };
    format!("{problem} Se handlingsrom --help.")
}

/// What an error has of a kind, with commas between when there are several.
fn texts(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}

/// The most likely suggestion of an error is the last.
fn meant(suggested: &str) -> String {
    match suggested.rsplit(", ").next() {
        Some(likeliest) if !likeliest.is_empty() => format!(" Mente du «{likeliest}»?"),
        _ => String::new(),
    }
}

/// What the reader of a number would have taken.
fn number_cause(error: &clap::Error) -> String {
    let words = error.source().map(ToString::to_string).unwrap_or_default();
    match words.split_once(" is not in ").and_then(|(_, range)| range.split_once("..=")) {
        Some((first, last)) => format!("Bruk et helt tall fra {first} til {last}."),
        None => "Bruk et helt tall.".to_owned(),
    }
}
