//! Bokmål: what is wrong with a municipality file.

use super::NUMBERS;
use super::content_problems::{content_problem, list};
use super::json_causes::json_cause;
use super::scenario_problems::{both, meant, scenario_problem};
use super::size_problems::{size_problem, sum_problem};
use crate::text::{FileProblem, FormProblem, Found, MeantKey, RangeProblem, Step, SyntaxProblem, Wanted};
use rust_decimal::Decimal;

pub(super) fn file_problem(problem: &FileProblem) -> [String; 2] {
    match problem {
        FileProblem::Syntax(problem) => syntax_problem(problem),
        FileProblem::Form(problem) => form_problem(problem),
        FileProblem::Range(problem) => range_problem(problem),
        FileProblem::Content(problem) => content_problem(problem),
        FileProblem::Sum(problem) => sum_problem(problem),
        FileProblem::Size(problem) => size_problem(problem),
        FileProblem::Scenario(problem) => scenario_problem(problem),
    }
}

fn syntax_problem(problem: &SyntaxProblem) -> [String; 2] {
    use SyntaxProblem as P;
    match problem {
        P::TooLarge { tenths_of_megabyte: tenths } => {
            let size = NUMBERS.number(Decimal::from(*tenths) * Decimal::new(1, 1), 1);
            both(&format!("filen er på {size} MB."), "En fil er høyst 5 MB.")
        }
        P::Empty => both("filen er tom.", "Er den lagret?"),
        P::TooDeep { levels } => {
            both(&format!("filen går mer enn {levels} nivåer ned."), "En kommunefil går ni nivåer ned.")
        }
        P::TooManyValues { most } => both(
            &format!("filen har mer enn {} verdier.", NUMBERS.number((*most).into(), 0)),
            "En stor kommunefil har sju tusen.",
        ),
        P::EndsEarly => both("filen slutter for tidlig.", "Mangler det en } eller ]?"),
        P::Unclosed => both(
            "filen slutter for tidlig, eller noe er ikke lukket.",
            "Mangler det en }, ] eller et anførselstegn?",
        ),
        P::TextAfterEnd => both("det står noe etter at filen skulle være slutt.", "Fjern det."),
        P::NotJson(cause) => both("dette er ikke gyldig JSON.", &json_cause(cause)),
        P::InvalidJson { words } => both(
            &format!("dette er ikke gyldig JSON ({words})."),
            "Se etter komma, kolon og anførselstegn i nærheten.",
        ),
        P::TooManyItems { count, most } => {
            both(&format!("{count} ledd er flere enn programmet tar."), &format!("Bruk høyst {most}."))
        }
        P::TooLong { length, most } => {
            both(&format!("teksten er på {length} tegn."), &format!("Bruk høyst {most}."))
        }
        P::MoreFaults { count } => both(&format!("{count} feil til er ikke vist."), "Rett de øverste først."),
    }
}

fn form_problem(problem: &FormProblem) -> [String; 2] {
    use FormProblem as P;
    match problem {
        P::RepeatedKey { key, line } => {
            both(&format!("nøkkelen «{key}» er skrevet før, på linje {line}."), "Behold bare den ene.")
        }
        P::UnknownKey { key, meant } => both(&format!("nøkkelen «{key}» er ukjent her."), &meant_key(meant)),
        P::UnknownYear { key } => {
            both(&format!("«{key}» er ikke et årstall, og er ukjent her."), "Skriv for eksempel \"2025\".")
        }
        P::UnknownName { name, meant: known } => both(&format!("«{name}» er ukjent her."), &meant(known)),
        P::UnknownValue { found: value, meant: known } => {
            both(&format!("{} er ukjent som verdi.", found(value)), &meant(known))
        }
        P::MissingKey { key } if key == "kvalitet" => both(
            &format!("nøkkelen «{key}» mangler."),
            "Skriv \"trykt\" med kilde, eller \"beregnet\" med merknad.",
        ),
        P::MissingKey { key } | P::MissingField { key } => {
            both(&format!("nøkkelen «{key}» mangler."), "Legg den til.")
        }
        P::WrongType { found: value, wanted: right } => {
            both(&format!("feil type: {}.", found(value)), &format!("Her skal det stå {}.", wanted(*right)))
        }
        P::UnexpectedType { found, wanted } => both(
            &format!("feil type: {}.", serde_type(found)),
            &format!("Her skal det stå {}.", serde_type(wanted)),
        ),
        P::OutsideLimit { value, limit, above, may_be_kroner } => {
            let remedy = if *may_be_kroner {
                "Er beløpet oppgitt i kroner? Alle beløp skal være i 1000 kr."
            } else {
                "Se etter et fortegn eller et siffer for mye."
            };
            both(&format!("{value} er {} enn {limit}.", if *above { "større" } else { "mindre" }), remedy)
        }
        P::NoYears => both("det mangler tall.", "Minst ett år må være med."),
        P::DoesNotFit { found: value } => {
            both(&format!("{} passer ikke her.", found(value)), "Se docs/kommunefil.md.")
        }
        P::Holes { missing, first, last, may_be_zero } => {
            let remedy = if *may_be_zero {
                "Årene må følge hverandre uten hull; skriv 0 der det ikke er noe."
            } else {
                "Årene må følge hverandre uten hull; skriv tallet for hvert år."
            };
            let years = list(missing);
            both(&format!("{years} skulle stå mellom {first} og {last}, men mangler."), remedy)
        }
        P::Unreadable { words } => both(&unreadable(words), ""),
    }
}

fn range_problem(problem: &RangeProblem) -> [String; 2] {
    use RangeProblem as P;
    match problem {
        P::OutsideRange { value, limit, below, reason } => {
            let limit = NUMBERS.number(Decimal::from(*limit), 0);
            let side = if *below { "mindre" } else { "større" };
            both(&format!("{value} er {side} enn {limit}."), super::range_reasons::range_reason(*reason))
        }
        P::NotAPossibleYear { year } => {
            both(&format!("{year} er ikke et år i planen."), "Bruk et år fra 1900 til 2200.")
        }
        P::LessThanOnePerson { value } => {
            both(&format!("{value} er mindre enn ett menneske."), "Skriv antall innbyggere.")
        }
        P::StepTooLarge { now, before, step, reason } => {
            let reason = super::range_reasons::range_reason(*reason);
            let remedy = format!("Fra et år til det neste går høyst {}. {reason}", most(*step));
            both(&format!("{now} er for langt fra året før, {before}."), &remedy)
        }
    }
}

fn most(step: Step) -> String {
    match step {
        Step::Single | Step::Whole => String::new(),
        Step::Points(points) => format!("{points} prosentenheter"),
        Step::OfIncome(percent) => format!("{percent} % av inntektene"),
        Step::People { percent, least } => format!("{percent} %, eller {least} innbyggere"),
    }
}

/// The key that was most likely meant, or those there are, when a reader can take in so many.
fn meant_key(meant: &MeantKey) -> String {
    match meant {
        MeantKey::Key(key) => format!("Mente du «{key}»?"),
        MeantKey::OneOf(known) => format!("Nøklene her er {}.", known.join(", ")),
        MeantKey::OneOfMany(count) => format!("Det er {count} nøkler her; se docs/kommunefil.md."),
    }
}

fn found(found: &Found) -> String {
    match found {
        Found::Text(text) => format!("«{text}»"),
        Found::Null => "ingenting (null)".to_owned(),
        Found::List => "en liste".to_owned(),
        Found::Object => "et objekt".to_owned(),
        Found::Plain(text) => text.clone(),
    }
}

fn wanted(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Number => "et tall uten anførselstegn",
        Wanted::WholeNumber => "et helt tall uten anførselstegn",
        Wanted::Text => "en tekst i anførselstegn",
        Wanted::Boolean => "true eller false",
        Wanted::List => "en liste i [ ]",
        Wanted::Object => "et objekt i { }",
    }
}

/// What the types of the model say of a value that they do not take.
fn unreadable(words: &str) -> String {
    match words.split_once(": ") {
        Some(("amount out of range", amount)) => {
            format!("{amount} tusen kroner er større enn noen kommune har; er beløpet oppgitt i kroner?.")
        }
        Some(("percentage out of range", percent)) => format!("{percent} % er utenfor alt rimelig."),
        Some(("number of inhabitants out of range", people)) => format!("{people} innbyggere er ikke mulig."),
        Some(("not a year", key)) => format!("«{key}» er ikke et årstall; skriv for eksempel \"2025\"."),
        Some(("year out of order", years)) => {
            let (year, expected) = years.split_once(" for ").unwrap_or((years, ""));
            format!("året {year} står der {expected} skulle stå; årene må følge hverandre uten hull.")
        }
        _ if words == "no years" => "det mangler tall; minst ett år må være med.".to_owned(),
        _ => format!("{words}."),
    }
}

/// The words serde uses for types.
fn serde_type(words: &str) -> String {
    const WORDS: [(&str, &str); 15] = [
        ("a Decimal type representing a fixed-point number", "et tall"),
        (
            "an object with a number for each year",
            "et objekt med ett tall per år, for eksempel {\"2025\": 0, \"2026\": 10000}",
        ),
        ("floating point", "desimaltallet"),
        ("u32", "et helt tall uten minus"),
        ("i32", "et helt tall"),
        ("a sequence", "en liste"),
        ("sequence", "en liste"),
        ("a string", "en tekst"),
        ("string", "teksten"),
        ("integer", "heltallet"),
        ("boolean", "sant/usant-verdien"),
        ("a boolean", "true eller false"),
        ("null", "ingenting (null)"),
        ("a map", "et objekt"),
        ("map", "et objekt"),
    ];
    if words.is_empty() {
        return "noe annet".to_owned();
    }
    let found = WORDS.iter().find(|(english, _)| words.starts_with(english));
    found.map_or_else(|| words.to_owned(), |(english, own)| words.replacen(english, own, 1))
}
