//! Bokmål: the command line.

use super::Nb;
use crate::text::{CommandLineWords, CommandProblem, UnreadFile, Unwritten};

impl CommandLineWords for Nb {
    fn command_problem(&self, problem: &CommandProblem) -> String {
        use CommandProblem as P;
        match problem {
            P::NotBuiltIn { id, known } => {
                format!("«{id}» følger ikke med programmet. Kommuner som gjør det: {known}.")
            }
            P::NotAFigure { key, known } => {
                format!("«{key}» er ikke et tall som kan åpnes. Tallene er {known}.")
            }
            P::FigureNotThere { key, municipality, year } => {
                format!("«{key}» finnes ikke for {municipality} i {year}.")
            }
            P::NotAPlanYear { year, first, last } => {
                format!("{year} er ikke et av planårene. Bruk et år fra {first} til {last}.")
            }
            P::NotARule { id, known } => format!("«{id}» er ikke en regel. Reglene er {known}."),
            P::LastBeforeFirst => "Siste år kommer før første år. Bytt om --from og --until.".to_owned(),
            P::NotAShock { id, known } => format!("«{id}» er ikke et sjokk. Sjokkene er {known}."),
            P::NoEqualsSign { setting } => {
                format!("«{setting}» mangler «=». Skriv for eksempel renter=+1.0.")
            }
            P::NotALever { key, known } => format!("«{key}» er ikke en spak. Spakene er {known}."),
            P::NotANumber { key, value } => {
                format!("{key}: «{value}» er ikke et tall. Skriv for eksempel {key}=1.25.")
            }
            P::NotWholeYears { key, value } => {
                format!("{key}: {value} er ikke et helt antall år. Skriv for eksempel {key}=2.")
            }
            P::Outside { key, value, min, max } => {
                format!("{key}: {value} er utenfor området {min} til {max}.")
            }
            P::File { path, problem } => format!("{}: {}.", path.display(), unread(problem)),
            P::NotWritten { why } => format!("Svaret ble ikke skrevet ferdig: {}.", unwritten(why)),
        }
    }

    fn broken_in(&self, rule: &str, years: &str) -> String {
        format!("{rule}: regelen brytes i {years}.")
    }

    fn remarks_title(&self) -> &'static str {
        "Merknader"
    }

    fn reservations_title(&self) -> &'static str {
        "Forbehold"
    }

    fn file_is_sound(&self, municipality: &str, counts: [usize; 3]) -> String {
        let [projects, measures, scenarios] = counts;
        format!(
            "Filen er i orden: {municipality}, {projects} prosjekter, {measures} tiltak, {scenarios} ferdige scenarioer."
        )
    }
}

fn unread(problem: &UnreadFile) -> String {
    match problem {
        UnreadFile::Folder => "dette er en mappe. Oppgi en fil".to_owned(),
        UnreadFile::Missing => "filen finnes ikke".to_owned(),
        UnreadFile::NotText => "filen er ikke tekst i UTF-8".to_owned(),
        UnreadFile::NoAccess => "filen kan ikke leses: du har ikke tilgang".to_owned(),
        UnreadFile::TooLarge => "filen er for stor. En fil er høyst 5 MB".to_owned(),
        UnreadFile::Other(error) => format!("filen kan ikke leses ({error})"),
    }
}

fn unwritten(why: &Unwritten) -> String {
    match why {
        Unwritten::DiskFull => "disken er full".to_owned(),
        Unwritten::Closed => "mottakeren har lukket".to_owned(),
        Unwritten::Other(error) => error.clone(),
    }
}
