//! Bokmål: what is wrong with the content of a municipality file.

use super::scenario_problems::{both, meant};
use crate::text::{ContentProblem, List};

#[allow(clippy::too_many_lines, reason = "a list to look sentences up in")]
pub(super) fn content_problem(problem: &ContentProblem) -> [String; 2] {
    use ContentProblem as P;
    match problem {
        P::NotAMunicipalityFile { format } => {
            both(&format!("«{format}» er ikke en kommunefil."), "Skriv \"handlingsrom-kommune\".")
        }
        P::UnknownVersion { version } => both(
            &format!("versjon {version} er ukjent."),
            "Dette programmet leser versjon 1. En nyere fil trenger et nyere program.",
        ),
        P::IdNotForLinks { id } => both(
            &format!("«{id}» kan ikke stå i en lenke."),
            "Bruk bare a–z og bindestrek, for eksempel \"ovre-eiker\".",
        ),
        P::NotAMunicipalityNumber { number } => {
            both(&format!("«{number}» er ikke et kommunenummer."), "Bruk fire sifre, for eksempel \"3312\".")
        }
        P::UnknownUnit { unit } => {
            both(&format!("«{unit}» kan ikke leses."), "Alle beløp skal være i \"1000 kr\".")
        }
        P::YearCount { count } => both(&format!("{count} år går ikke."), "Bruk fra 4 til 20 år."),
        P::NotAPlanYear { year, first, last } => {
            both(&format!("{year} er ikke et av planårene."), &format!("Bruk et år fra {first} til {last}."))
        }
        P::LineLength { years, appropriations } => both(
            &format!("linjen har {years} år, men bevilgningene har {appropriations}."),
            "Alle linjene må ha de samme årene.",
        ),
        P::MorePrintedYears { printed, planned } => {
            both(&format!("{printed} trykte år er flere enn planens {planned}."), "Øk plan.antall_år.")
        }
        P::BeginsInAnotherYear { first, plan } => both(
            &format!("tallene begynner i {first}, men planen begynner i {plan}."),
            "Begynn i første planår.",
        ),
        P::YearsMissing { years } => {
            both(&format!("tall mangler for {}.", list(years)), "Alle planårene må være med.")
        }
        P::SecondRuleOfIndicator => {
            both("indikatoren har alt en regel.", "Bruk én regel per indikator; «ønsket» gir nivåer.")
        }
        P::IdUsedBefore { id } => both(&format!("«{id}» er brukt før."), "Gi hver sin id."),
        P::NotInList { id, list, meant: known } => {
            both(&format!("«{id}» står ikke i {}.", list_name(*list)), &meant(known))
        }
        P::UnknownDocument { id, meant: known } => {
            both(&format!("dokumentet «{id}» finnes ikke i filen."), &meant(known))
        }
        P::NeededFigure { key } => both(
            &format!("nøkkelen «{key}» mangler."),
            "Legg den til, eller før den opp under «mangler» med stedet den finnes.",
        ),
        P::GivenAndMissing { key } => {
            both(&format!("«{key}» står under «mangler», men er oppgitt."), "Ta den ut av «mangler».")
        }
        P::NoOperatingCosts => both(
            "nøkkelen «driftsutgifter» mangler.",
            "Legg til «bevilgningsoversikt_drift», eller «utgangspunkt.driftsutgifter».",
        ),
        P::NoIncome => both("ingen inntekter er oppgitt.", "Uten den trengs «bevilgningsoversikt_drift»."),
        P::SelfCostDebtAlone => both("selvkostgjeld uten annen gjeld.", "Oppgi «lånegjeld» uten selvkost."),
        P::NoSource => both(
            "et trykt tall må ha kilde.",
            "Legg til \"kilde\" med dokument og linje eller side, eller skriv \"beregnet\".",
        ),
        P::NoNote => both("et beregnet tall må si hvordan.", "Legg til \"merknad\" med regnestykket."),
        P::EmptyName => both("navnet er tomt.", "Skriv et navn, eller ta bort det som ikke trengs."),
        P::NotADate { text, turned } => {
            let right = turned
                .as_ref()
                .map_or_else(|| "for eksempel \"2025-12-11\"".to_owned(), |turned| format!("\"{turned}\""));
            let remedy = format!("Skriv år, måned og dag: {right}. Bare år går også.");
            both(&format!("«{text}» er ikke en dato."), &remedy)
        }
        P::PeriodReversed { first, last } => both(
            &format!("perioden begynner i {first}, men slutter i {last}."),
            "Bytt om «fra» og «til», eller rett året.",
        ),
        P::EarliestAfterFirstCost { earliest, first } => both(
            &format!("{earliest} er etter at prosjektet begynner å koste noe, i {first}."),
            &format!("Skriv {first} eller et år før, eller flytt kostnadene."),
        ),
        P::AgesReversed { from, to } => both(
            &format!("gruppen går fra {from} til {to} år."),
            "Bytt om «fra_alder» og «til_alder», eller rett alderen.",
        ),
        P::DebtRuleAtLeast => both(
            "en gjeldsregel kan ikke si «minst».",
            "Gjelden har et tak: skriv \"høyst\" eller \"under\".",
        ),
        P::NotADebtRule => {
            both("regelen handler ikke om gjeld.", "Ta nøkkelen bort; bare en regel om gjeldsgrad har den.")
        }
    }
}

pub(super) fn list(items: &[impl ToString]) -> String {
    items.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn list_name(list: List) -> &'static str {
    match list {
        List::MeasureGroups => "tiltaksgruppene",
        List::Measures => "tiltakene",
        List::Projects => "prosjektene",
        List::AgeGroups => "aldersgruppene",
        List::Documents => "dokumentene",
    }
}
