//! Lenken: a scenario in the address, after `#`, where it reaches no server and no log.
//!
//! `#v=1&kommune=lier&data=2024-12-10&renter=1&prosjekt.tranby-skole=-4&tiltak.OKI-40=50`
//!
//! | key | value |
//! |---|---|
//! | a lever's key | its value |
//! | `rente.2028`, `alder.80+`, `ramme.OKI`, `salg.2026` | change in one year, group, frame; a sale in million kroner |
//! | `prosjekt.id` | years moved, or `av`; then `,o120` (percent of the plan) and `,s2` (years stretched) |
//! | `tiltak.id`, `utsatt.id` | realisation in percent; years delayed |
//! | `nytt-prosjekt`, `nytt-tiltak` | the user's own: figures with `;` between, the name last |
//! | `eget.lånegjeld`, `priser`, `befolkning`, `alderskostnad` | own figure, prices, prognosis, cost by age |

use super::scenario_file::Gathered;
use super::{Fault, did_you_mean};
use crate::model::input::InputId;
use crate::model::municipality::{Municipality, NeededFigure};
use crate::model::scenario::{OwnMeasure, OwnProject, Prices, ProjectChange, Scenario};
use crate::model::units::{Kroner, Percent, Year};
use crate::text::{LinkProblem, ScenarioProblem, parse_number};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeSet;

/// The version of the link's own form.
const VERSION: &str = "1";
/// A link with more bytes than this is not looked into; the longest there can be has about 60 000.
const LONGEST: usize = 100_000;
/// A name of 80 signs has at most 960 bytes in an address.
const LONGEST_PART: usize = 1_200;
/// How many faults of a link are told.
const MOST_FAULTS: usize = 20;
/// Everything but what is plain in an address.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b':');

/// Writes the scenario as the part of the address after `#`, with the `#`; only the municipality for the plan.
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
    if scenario.is_empty() {
        return format!("#kommune={}", municipality.identity.id);
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
    parts.extend(details(scenario));
    let written: Vec<String> =
        parts.iter().map(|(key, value)| format!("{}={}", escape(key), escape(value))).collect();
    format!("#{}", written.join("&"))
}

fn escape(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

fn unescape(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// The parts after the levers, projects and measures.
fn details(scenario: &Scenario) -> Vec<(String, String)> {
    let mut parts = Vec::new();
    let mut add = |key: String, value: String| parts.push((key, value));
    scenario.measures_delayed.iter().for_each(|(id, years)| add(format!("utsatt.{id}"), years.to_string()));
    scenario.frames.iter().for_each(|(id, change)| add(format!("ramme.{id}"), plain(change.value())));
    scenario.sales.iter().for_each(|(year, amount)| add(format!("salg.{year}"), plain(amount.millions())));
    scenario.own_projects.iter().for_each(|own| {
        let self_cost = if own.self_cost { "1" } else { "0" };
        let (cost, effect) = (plain(own.cost.millions()), plain(own.operating_effect.millions()));
        add(
            "nytt-prosjekt".to_owned(),
            format!("{cost};{};{};{self_cost};{effect};{}", own.start, own.years, own.name),
        );
    });
    scenario.own_measures.iter().for_each(|own| {
        let one_off = if own.one_off { "1" } else { "0" };
        let (amount, cost) = (plain(own.amount.millions()), plain(own.one_off_cost.millions()));
        add(
            "nytt-tiltak".to_owned(),
            format!("{amount};{};{};{one_off};{cost};{}", own.start, own.ramp_years, own.name),
        );
    });
    let basis = &scenario.basis;
    for figure in NeededFigure::ALL {
        if let Some(value) = basis.get(figure) {
            add(format!("eget.{}", figure.key()), plain(value));
        }
    }
    if basis.prices != Prices::AsPlanned {
        add("priser".to_owned(), basis.prices.key().to_owned());
    }
    if let Some(id) = &scenario.prognosis {
        add("befolkning".to_owned(), id.clone());
    }
    if scenario.cost_by_age {
        add("alderskostnad".to_owned(), "1".to_owned());
    }
    parts
}

/// The municipality a link is about; nothing when it does not say.
#[must_use]
pub fn municipality_of(fragment: &str) -> Option<String> {
    let mut parts = fragment.trim_start_matches('#').split('&').filter_map(|part| part.split_once('='));
    parts.find(|(key, _)| *key == "kommune").map(|(_, value)| unescape(value))
}

/// Opens what can be opened of a link, and says what is wrong with the rest.
#[must_use]
pub fn decode(municipality: &Municipality, fragment: &str) -> (Scenario, Vec<Fault<ScenarioProblem>>) {
    let mut gathered = Gathered { municipality, scenario: Scenario::plan(), faults: Vec::new() };
    if fragment.len() > LONGEST {
        gathered.fault("#", LinkProblem::TooLong);
        return (gathered.scenario, gathered.faults);
    }
    let mut seen = BTreeSet::new();
    for part in fragment.trim_start_matches('#').split('&').filter(|part| !part.is_empty()) {
        if gathered.faults.len() >= MOST_FAULTS {
            gathered.fault("#", LinkProblem::MoreFaults);
            break;
        }
        if part.len() > LONGEST_PART {
            let start: String = part.chars().take(20).collect();
            gathered.fault(&start, LinkProblem::PartTooLong);
            continue;
        }
        let Some((key, value)) = part.split_once('=') else {
            let shown = unescape(part);
            gathered.fault(&shown, LinkProblem::NoEqualsSign);
            continue;
        };
        let (key, value) = (unescape(key), unescape(value));
        if key == "kommune" && value != municipality.identity.id {
            let shown = municipality.identity.name.clone();
            gathered.fault("kommune", LinkProblem::AnotherMunicipality { linked: value, shown });
            return (Scenario::plan(), gathered.faults);
        }
        // One's own projects and measures are as many as they are written.
        if !key.starts_with("nytt-") && !seen.insert(key.clone()) {
            gathered.fault(&key, LinkProblem::WrittenBefore);
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
            gathered.fault(key, LinkProblem::AnotherVersion { linked: value.to_owned(), read: VERSION });
        }
        "data" if value == gathered.municipality.plan.adopted => {}
        "data" => {
            let shown = gathered.municipality.plan.adopted.clone();
            gathered.fault(key, LinkProblem::AnotherData { linked: value.to_owned(), shown });
        }
        "priser" => {
            if let Some(prices) = Prices::ALL.into_iter().find(|prices| prices.key() == value) {
                gathered.scenario.basis.prices = prices;
            } else {
                let meant = did_you_mean(value, Prices::ALL.map(Prices::key));
                gathered.fault(key, LinkProblem::UnknownPrices { value: value.to_owned(), meant });
            }
        }
        "befolkning" => gathered.prognosis(key, value),
        "alderskostnad" if matches!(value, "0" | "1") => gathered.scenario.cost_by_age = value == "1",
        "alderskostnad" => gathered.fault(key, LinkProblem::NotYesOrNo { value: value.to_owned() }),
        "nytt-prosjekt" | "nytt-tiltak" => own(gathered, key, value),
        _ => match key.split_once('.') {
            Some(("prosjekt", id)) => match project_change(value) {
                Some(change) => gathered.project(key, id, change),
                None => gathered.fault(key, LinkProblem::NotAChange { value: value.to_owned() }),
            },
            Some(("eget", figure)) => {
                if let Some(known) = NeededFigure::ALL.into_iter().find(|known| known.key() == figure) {
                    own_figure(gathered, key, known, value);
                } else {
                    let meant = did_you_mean(figure, NeededFigure::ALL.map(NeededFigure::key));
                    gathered.fault(key, LinkProblem::NotAMissingFigure { key: figure.to_owned(), meant });
                }
            }
            Some((kind @ ("rente" | "alder" | "tiltak" | "utsatt" | "ramme" | "salg"), id)) => {
                detail(gathered, key, kind, id, value);
            }
            _ => lever(gathered, key, value),
        },
    }
}

fn detail(gathered: &mut Gathered<'_>, key: &str, kind: &str, id: &str, value: &str) {
    let Some(value) = figure(gathered, key, value) else { return };
    match (kind, id.parse().map(Year)) {
        ("rente", Ok(year)) => gathered.rate(key, year, value),
        ("salg", Ok(year)) => gathered.sale(key, year, value),
        ("rente" | "salg", Err(_)) => {
            gathered.fault(key, LinkProblem::NotAYear { text: id.to_owned(), key: kind.to_owned() });
        }
        ("alder", _) => gathered.growth(key, id, value),
        ("ramme", _) => gathered.frame(key, id, value),
        ("utsatt", _) => gathered.measure_delay(key, id, value),
        _ => gathered.measure(key, id, value),
    }
}

fn own_figure(gathered: &mut Gathered<'_>, key: &str, known: NeededFigure, value: &str) {
    if let Some(value) = figure(gathered, key, value) {
        gathered.own_figure(key, known, value, known.is_given(gathered.municipality));
    }
}

/// A project or measure of the user's own: five figures and a name.
fn own(gathered: &mut Gathered<'_>, key: &str, value: &str) {
    let parts: Vec<&str> = value.splitn(6, ';').collect();
    let figures: Vec<Decimal> = parts.iter().take(5).filter_map(|part| parse_number(part).ok()).collect();
    let ([_, _, _, _, _, name], [amount, start, years, flag, other]) = (parts.as_slice(), figures.as_slice())
    else {
        return gathered.fault(key, LinkProblem::Unreadable { value: value.to_owned() });
    };
    let whole = |figure: &&Decimal| figure.is_integer();
    let start = Some(start).filter(whole).and_then(ToPrimitive::to_i32).map(Year);
    let years = Some(years).filter(whole).and_then(ToPrimitive::to_u32);
    let (Some(start), Some(years)) = (start, years) else {
        return gathered.fault(key, LinkProblem::WithoutYear { value: value.to_owned() });
    };
    let (name, flag) = ((*name).to_owned(), !flag.is_zero());
    let (amount, other) = (millions(*amount), millions(*other));
    if key == "nytt-prosjekt" {
        let own = OwnProject { name, cost: amount, start, years, self_cost: flag, operating_effect: other };
        gathered.own_project(key, own);
    } else {
        let own = OwnMeasure { name, amount, start, ramp_years: years, one_off: flag, one_off_cost: other };
        gathered.own_measure(key, own);
    }
}

/// Million kroner, never so many that arithmetic overflows.
fn millions(amount: Decimal) -> Kroner {
    const MOST: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);
    Kroner::from_millions(amount.clamp(-MOST, MOST))
}

fn lever(gathered: &mut Gathered<'_>, key: &str, value: &str) {
    let Some(input) = InputId::from_key(key) else {
        let meant = did_you_mean(key, InputId::ALL.map(|input| input.spec().key));
        return gathered.fault(key, LinkProblem::UnknownLever { meant });
    };
    if let Some(value) = figure(gathered, key, value) {
        gathered.lever(key, input, value);
    }
}

fn figure(gathered: &mut Gathered<'_>, key: &str, value: &str) -> Option<Decimal> {
    let figure = parse_number(value);
    if figure.is_err() {
        gathered.fault(key, LinkProblem::NotANumber { value: value.to_owned() });
    }
    figure.ok()
}

/// `-4` moves a project, `av` drops it, `av:-4` does both; `,o120` scales it and `,s2` stretches it.
fn project_value(change: ProjectChange) -> String {
    let mut value = match (change.included, change.moved) {
        (true, moved) => moved.to_string(),
        (false, 0) => "av".to_owned(),
        (false, moved) => format!("av:{moved}"),
    };
    if change.scale != Percent::HUNDRED {
        value = format!("{value},o{}", plain(change.scale.value()));
    }
    if change.stretched != 0 {
        value = format!("{value},s{}", change.stretched);
    }
    value
}

fn project_change(value: &str) -> Option<ProjectChange> {
    let mut parts = value.split(',');
    let base = parts.next()?;
    let (included, years) = match base.strip_prefix("av") {
        None => (true, base),
        Some("") => (false, "0"),
        Some(rest) => (false, rest.strip_prefix(':')?),
    };
    let mut change = ProjectChange { included, moved: years.parse().ok()?, ..ProjectChange::NONE };
    for part in parts {
        if let Some(scale) = part.strip_prefix('o') {
            change.scale = Percent::new(parse_number(scale).ok()?);
        } else {
            change.stretched = part.strip_prefix('s')?.parse().ok()?;
        }
    }
    Some(change)
}

fn plain(value: Decimal) -> String {
    value.normalize().to_string()
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test that lacks its municipality must stop")]
mod tests {
    use super::*;
    use crate::exchange::municipality_file;
    use crate::text::Language;
    use rust_decimal::dec;

    #[track_caller]
    fn opens(fragment: &str, faults: &[&str]) -> Scenario {
        let lier = municipality_file::built_in("lier").expect("Lier comes with the program");
        let (scenario, found) = decode(lier, fragment);
        let found: Vec<String> = found.iter().map(|fault| fault.text(Language::Nb)).collect();
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
    fn what_a_link_means_by_no_rule_is_told_and_not_guessed() {
        let delayed = opens("#utsettelse=2.5", &["2.5 er ikke et helt antall år"]);
        assert!(delayed.is_plan());
        opens("#alderskostnad=ja", &["«ja» er ikke 1 eller 0"]);
        assert!(opens("#alderskostnad=1", &[]).cost_by_age);
        let twice = opens("#renter=1&renter=2", &["skrevet før"]);
        assert_eq!(twice.get(InputId::InterestRate), dec!(2));
        let own = "nytt-prosjekt=50;2028.9;2;0;0;Skole";
        assert!(opens(own, &["har ikke et år"]).own_projects.is_empty());
        assert!(opens("nytt-prosjekt=50;2028;1.5;0;0;Skole", &["har ikke et år"]).own_projects.is_empty());
        assert_eq!(
            opens("nytt-prosjekt=50;2028;2;0;0;A&nytt-prosjekt=50;2028;2;0;0;B", &[]).own_projects.len(),
            2
        );
    }

    #[test]
    fn a_lever_with_many_digits_comes_back_from_link_and_file() {
        let lier = municipality_file::built_in("lier").expect("Lier comes with the program");
        let text = r#"{"renter": 1.2345678901234567, "renter_per_år": {"2028": 0.12345678901234567}}"#;
        let scenario = crate::exchange::scenario_file::read(lier, text).expect("it is sound");
        assert_eq!(scenario.get(InputId::InterestRate), dec!(1.2345678901));
        assert_eq!(decode(lier, &encode(lier, &scenario)), (scenario.clone(), vec![]));
        let file = crate::exchange::scenario_file::write(&scenario);
        assert_eq!(crate::exchange::scenario_file::read(lier, &file), Ok(scenario));
    }

    #[test]
    fn the_faults_of_a_link_are_few_and_short_and_a_huge_one_is_refused_at_once() {
        let lier = municipality_file::built_in("lier").expect("Lier comes with the program");
        let (_, faults) = decode(lier, &"x=1&".repeat(20_000));
        assert_eq!(faults.len(), MOST_FAULTS + 1);
        opens(&"renter=1&".repeat(250_000), &["lenken er for lang"]);
        let long = format!("renter={}", "9".repeat(5_000));
        opens(&long, &["delen er for lang"]);
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
