//! Bokmål: what most likely makes a file other than JSON.

use crate::text::JsonCause;

pub(super) fn json_cause(cause: &JsonCause) -> String {
    use JsonCause as C;
    let words = match cause {
        C::DecimalComma { number } => return format!("Desimaltall skrives med punktum: {number}."),
        C::UnitAfterNumber { number } => return format!("Tall skrives uten % og andre enheter: {number}."),
        C::SpaceInNumber { number } => return format!("Tall skrives uten mellomrom: {number}."),
        C::ThousandSeparator => "Ingenting skiller tusener, og et desimaltall har ett punktum.",
        C::LeadingZero => "Et helt tall begynner ikke med 0.",
        C::CommaAtTheEnd => "Det skal ikke stå komma etter siste ledd.",
        C::Minus => "Minus skrives med bindestrek: -.",
        C::Plus => "Positive tall skrives uten pluss.",
        C::NoZeroBeforePoint => "Skriv 0 foran punktum: 0.5.",
        C::CurvedQuotes => "Anførselstegn skal være rette: \".",
        C::Semicolon => "Skriv komma mellom leddene, ikke semikolon.",
        C::Equals => "Skriv kolon mellom nøkkel og verdi.",
        C::Comment => "Kommentarer kan ikke stå her.",
        C::NoColon => "Det mangler kolon etter nøkkelen.",
        C::NoComma => "Det mangler komma her, mellom to ledd.",
        C::UnquotedKey => "Nøkler skal stå i anførselstegn.",
        C::UnquotedText => {
            "Tekst skal stå i anførselstegn. Tall, true og false (med små bokstaver) står uten."
        }
        C::KeyExpected => "Her skulle det stå en nøkkel. Er det et komma eller et anførselstegn for mye?",
        C::OneCommaTooMany => "Det er et komma for mye, eller verdien foran det mangler.",
        C::OneColonTooMany => "Det er et kolon for mye, eller nøkkelen foran det mangler.",
        C::ClosesNothing => "Klammen lukker noe som ikke er åpnet, eller verdien foran den mangler.",
        C::UnterminatedText => "Teksten mangler anførselstegnet til slutt.",
        C::Backslash => "I en tekst skrives bakstrek dobbelt: \\\\.",
        C::UnterminatedComment => "Kommentaren mangler */ til slutt.",
        C::NoDigits => "Tallet mangler sifre.",
        C::Unclear => "Se etter komma, kolon og anførselstegn i nærheten.",
    };
    words.to_owned()
}
