//! Bokmål: what is wrong with a scenario.

use super::NUMBERS;
use crate::text::{LinkProblem, Meant, ScenarioName, ScenarioProblem};
use rust_decimal::Decimal;

pub(super) fn scenario_problem(problem: &ScenarioProblem) -> [String; 2] {
    use ScenarioProblem as P;
    let (problem, remedy) = match problem {
        P::Unknown { id, what, meant: known } => {
            (format!("«{id}» er ikke {} i kommunen.", name(*what)), meant(known))
        }
        P::NotInProjection { year, first, last } => {
            (format!("{year} er ikke et år i framskrivingen."), format!("Bruk et år fra {first} til {last}."))
        }
        P::Outside { value, min, max } => (
            format!("{} er utenfor området.", number(*value)),
            format!("Bruk et tall fra {} til {}.", number(*min), number(*max)),
        ),
        P::ProjectNotMovable { years, min, max } => (
            format!("prosjektet kan ikke flyttes {years} år."),
            format!("Bruk et helt tall fra {min} til {max}."),
        ),
        P::Locked { measure, reason, is_delay } => {
            let verb = if *is_delay { "utsettes" } else { "velges" };
            (format!("«{measure}» kan ikke {verb}."), reason.clone())
        }
        P::Overlap { measure, other } => {
            return both(
                &format!("«{measure}» teller de samme kronene som «{other}»."),
                "Velg bare det ene.",
            );
        }
        P::NotWholeYears { years } => {
            return both(&format!("{years} er ikke et helt antall år."), "Skriv for eksempel 2.");
        }
        P::FigureIsPrinted => {
            let remedy = "Eget tall brukes bare der dokumentet mangler det.";
            return both("tallet står i kommunens dokument.", remedy);
        }
        P::OwnName => return both("navnet er tomt eller for langt.", "Bruk fra 1 til 80 tegn."),
        P::TooManyOwn => return both("det er flere egne enn programmet tar.", "Bruk høyst 20."),
        P::Link(problem) => return link_problem(problem),
    };
    [problem, remedy]
}

fn link_problem(problem: &LinkProblem) -> [String; 2] {
    use LinkProblem as P;
    match problem {
        P::NoEqualsSign => both("delen mangler «=».", "Skriv for eksempel renter=1."),
        P::AnotherMunicipality { linked, shown } => both(
            &format!("lenken gjelder «{linked}», men her vises {shown}."),
            "Planen er åpnet uten endringer.",
        ),
        P::AnotherVersion { linked, read } => both(
            &format!("lenken er laget i versjon «{linked}», dette programmet leser versjon {read}."),
            "Noe kan mangle.",
        ),
        P::AnotherData { linked, shown } => both(
            &format!("lenken er laget med data fra {linked}, her er data fra {shown}."),
            "Tallene kan være andre enn da lenken ble laget.",
        ),
        P::UnknownPrices { value, meant: known } => {
            both(&format!("«{value}» er ikke et prisnivå."), &meant(known))
        }
        P::NotAChange { value } => {
            both(&format!("«{value}» er ikke en endring."), "Skriv antall år, for eksempel -4, eller «av».")
        }
        P::NotAMissingFigure { key, meant: known } => {
            both(&format!("«{key}» er ikke et tall som kan mangle."), &meant(known))
        }
        P::NotAYear { text, key } => {
            both(&format!("«{text}» er ikke et år."), &format!("Skriv for eksempel {key}.2028=0.5."))
        }
        P::Unreadable { value } => {
            both(&format!("«{value}» kan ikke leses."), "Skriv fem tall og et navn med semikolon mellom.")
        }
        P::WithoutYear { value } => {
            both(&format!("«{value}» har ikke et år."), "Skriv for eksempel 50;2028;2;0;0;Ny skole.")
        }
        P::UnknownLever { meant: known } => both("ukjent spak.", &meant(known)),
        P::NotANumber { value } => both(&format!("«{value}» er ikke et tall."), "Skriv for eksempel 1.25."),
        P::NotYesOrNo { value } => both(&format!("«{value}» er ikke 1 eller 0."), "Skriv 1 for ja."),
        P::WrittenBefore => both("nøkkelen er skrevet før i lenken.", "Den siste gjelder."),
        P::TooLong => both("lenken er for lang til å være laget her.", "Planen er åpnet uten endringer."),
        P::PartTooLong => both("delen er for lang til å være laget her.", "Den er ikke lest."),
        P::MoreFaults => both("det er flere feil i lenken.", "Resten er ikke lest."),
    }
}

pub(super) fn both(problem: &str, remedy: &str) -> [String; 2] {
    [problem.to_owned(), remedy.to_owned()]
}

fn name(what: ScenarioName) -> &'static str {
    match what {
        ScenarioName::AgeGroup => "en aldersgruppe",
        ScenarioName::Project => "et prosjekt",
        ScenarioName::Measure => "et tiltak",
        ScenarioName::Frame => "en ramme",
        ScenarioName::Prognosis => "et befolkningsalternativ",
    }
}

/// A number with every decimal it has.
fn number(value: Decimal) -> String {
    NUMBERS.number(value, value.normalize().scale())
}

/// *Mente du «…»?*, or the list of what is known when nothing is near.
pub(super) fn meant(meant: &Meant) -> String {
    match meant {
        Meant::Name(name) => format!("Mente du «{name}»?"),
        Meant::Nothing => "Kommunen har ingen.".to_owned(),
        Meant::OneOf(known) => format!("Kjente navn: {}.", known.join(", ")),
        Meant::OneOfMany(count) => format!("Kommunen har {count} å velge mellom."),
    }
}
