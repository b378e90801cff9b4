//! Lenken: a scenario in the address, after `#`, where it reaches no server and no log.
//!
//! `#v=1&kommune=lier&data=2024-12-10&renter=1&prosjekt.tranby-skole=-4&tiltak.OKI-40=50`

use super::scenario_file::Gathered;
use super::{Fault, did_you_mean};
use crate::model::input::InputId;
use crate::model::municipality::Municipality;
use crate::model::scenario::{ProjectChange, Scenario};
use crate::model::units::Year;
use crate::text::number;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use rust_decimal::Decimal;

/// The version of the link's own form.
const VERSION: &str = "1";
/// Everything but what is plain in an address.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b':');

/// Writes the scenario as the part of the address after `#`, with the `#`; nothing for the plan.
///
/// ```
/// use handlingsrom::exchange::{link, municipality_file};
/// use handlingsrom::model::{input::InputId, scenario::Scenario};
/// use rust_decimal::dec;
/// let lier = municipality_file::built_in("lier").expect("Lier comes with the program");
/// let mut scenario = Scenario::plan();
/// scenario.set(InputId::InterestRate, dec!(1.0));
/// let address = link::encode(lier, &scenario);
/// assert_eq!(address, "#v=1&kommune=lier&data=2024-12-10&renter=1");
/// assert_eq!(link::decode(lier, &address), (scenario, vec![]));
/// ```
#[must_use]
pub fn encode(municipality: &Municipality, scenario: &Scenario) -> String {
    if scenario.is_plan() {
        return String::new();
    }
    let mut parts = vec![
        ("v".to_owned(), VERSION.to_owned()),
        ("kommune".to_owned(), municipality.identity.id.clone()),
        ("data".to_owned(), municipality.plan.adopted.clone()),
    ];
    let moved = InputId::ALL.into_iter().filter(|input| scenario.get(*input) != input.spec().plan);
    parts.extend(moved.map(|input| (input.spec().key.to_owned(), plain(scenario.get(input)))));
    parts.extend(
        scenario.rate_by_year.iter().map(|(year, change)| (format!("rente.{year}"), plain(change.value()))),
    );
    parts.extend(
        scenario.growth_by_age.iter().map(|(id, change)| (format!("alder.{id}"), plain(change.value()))),
    );
    parts.extend(
        scenario.projects.iter().map(|(id, change)| (format!("prosjekt.{id}"), project_value(*change))),
    );
    parts.extend(scenario.measures.iter().map(|(id, share)| (format!("tiltak.{id}"), plain(share.value()))));
    let escape = |text: &str| utf8_percent_encode(text, ESCAPED).to_string();
    let written: Vec<String> =
        parts.iter().map(|(key, value)| format!("{}={}", escape(key), escape(value))).collect();
    format!("#{}", written.join("&"))
}

/// Opens what can be opened of a link, and says what is wrong with the rest.
#[must_use]
pub fn decode(municipality: &Municipality, fragment: &str) -> (Scenario, Vec<Fault>) {
    let mut gathered = Gathered { municipality, scenario: Scenario::plan(), faults: Vec::new() };
    for part in fragment.trim_start_matches('#').split('&').filter(|part| !part.is_empty()) {
        let unescape = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
        let Some((key, value)) = part.split_once('=') else {
            let shown = unescape(part);
            gathered.fault(&shown, "delen mangler «=».".to_owned(), "Skriv for eksempel renter=1.");
            continue;
        };
        let (key, value) = (unescape(key), unescape(value));
        if key == "kommune" && value != municipality.identity.id {
            let problem = format!("lenken gjelder «{value}», men her vises {}.", municipality.identity.name);
            gathered.fault("kommune", problem, "Planen er åpnet uten endringer.");
            return (Scenario::plan(), gathered.faults);
        }
        take(&mut gathered, &key, &value);
    }
    (gathered.scenario, gathered.faults)
}

fn take(gathered: &mut Gathered<'_>, key: &str, value: &str) {
    match key {
        "kommune" => {}
        "v" if value == VERSION => {}
        "v" => {
            let problem =
                format!("lenken er laget i versjon «{value}», dette programmet leser versjon {VERSION}.");
            gathered.fault(key, problem, "Noe kan mangle.");
        }
        "data" if value == gathered.municipality.plan.adopted => {}
        "data" => {
            let problem = format!(
                "lenken er laget med data fra {value}, her er data fra {}.",
                gathered.municipality.plan.adopted
            );
            gathered.fault(key, problem, "Tallene kan være andre enn da lenken ble laget.");
        }
        _ => match key.split_once('.') {
            Some(("prosjekt", id)) => match project_change(value) {
                Some(change) => gathered.project(key, id, change),
                None => gathered.fault(
                    key,
                    format!("«{value}» er ikke en endring."),
                    "Skriv antall år, for eksempel -4, eller «av».",
                ),
            },
            Some((kind @ ("rente" | "alder" | "tiltak"), id)) => detail(gathered, key, kind, id, value),
            _ => lever(gathered, key, value),
        },
    }
}

fn detail(gathered: &mut Gathered<'_>, key: &str, kind: &str, id: &str, value: &str) {
    let Some(value) = figure(gathered, key, value) else { return };
    match (kind, id.parse().map(Year)) {
        ("rente", Ok(year)) => gathered.rate(key, year, value),
        ("rente", Err(_)) => {
            gathered.fault(key, format!("«{id}» er ikke et år."), "Skriv for eksempel rente.2028=0.5.");
        }
        ("alder", _) => gathered.growth(key, id, value),
        _ => gathered.measure(key, id, value),
    }
}

fn lever(gathered: &mut Gathered<'_>, key: &str, value: &str) {
    let Some(input) = InputId::from_key(key) else {
        let remedy = did_you_mean(key, InputId::ALL.map(|input| input.spec().key));
        return gathered.fault(key, "ukjent spak.".to_owned(), remedy);
    };
    if let Some(value) = figure(gathered, key, value) {
        gathered.lever(key, input, value);
    }
}

fn figure(gathered: &mut Gathered<'_>, key: &str, value: &str) -> Option<Decimal> {
    let figure = number::parse(value);
    if figure.is_err() {
        gathered.fault(key, format!("«{value}» er ikke et tall."), "Skriv for eksempel 1.25.");
    }
    figure.ok()
}

/// `-4` moves a project, `av` drops it, `av:-4` does both.
fn project_value(change: ProjectChange) -> String {
    match (change.included, change.moved) {
        (true, moved) => moved.to_string(),
        (false, 0) => "av".to_owned(),
        (false, moved) => format!("av:{moved}"),
    }
}

fn project_change(value: &str) -> Option<ProjectChange> {
    let (included, years) = match value.strip_prefix("av") {
        None => (true, value),
        Some("") => (false, "0"),
        Some(rest) => (false, rest.strip_prefix(':')?),
    };
    Some(ProjectChange { included, moved: years.parse().ok()? })
}

fn plain(value: Decimal) -> String {
    value.normalize().to_string()
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test that lacks its municipality must stop")]
mod tests {
    use super::*;
    use crate::exchange::municipality_file;
    use rust_decimal::dec;

    #[track_caller]
    fn opens(fragment: &str, faults: &[&str]) -> Scenario {
        let lier = municipality_file::built_in("lier").expect("Lier comes with the program");
        let (scenario, found) = decode(lier, fragment);
        let found: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert_eq!(found.len(), faults.len(), "{found:?}");
        for (found, wanted) in found.iter().zip(faults) {
            assert!(found.contains(wanted), "{found}");
        }
        scenario
    }

    #[test]
    fn a_damaged_link_says_what_is_wrong_and_opens_the_rest() {
        let scenario = opens("#v=1&kommune=lier&renter=abc&omstilling=20", &["«abc» er ikke et tall"]);
        assert_eq!(scenario.get(InputId::Restructuring), dec!(20));
        opens("#renter=9", &["Bruk et tall fra −2 til 4"]);
        opens("#rentar=1", &["Mente du «renter»?"]);
        opens("#renter", &["mangler «=»"]);
        opens("#rente.1999=1", &["Bruk et år fra 2025 til 2034"]);
        opens("#prosjekt.tranby-skole=-20", &["fra -7 til 10"]);
        opens("#tiltak.OKI-17b=0", &["Mente du «OKI-17»?"]);
        opens("#v=1&data=2020-01-01", &["data fra 2020-01-01"]);
        opens("#%ff%=%", &["ukjent spak"]);
    }

    #[test]
    fn a_link_to_another_municipality_opens_the_plan_and_says_so() {
        assert!(opens("#kommune=asker&renter=1", &["lenken gjelder «asker»"]).is_plan());
    }

    #[test]
    fn a_comma_is_as_good_as_a_point() {
        assert_eq!(opens("renter=1,25", &[]).get(InputId::InterestRate), dec!(1.25));
    }
}
