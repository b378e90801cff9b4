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
use crate::model::lever::{Form, Lever, LeverId, Subject, SubjectKind, Value};
use crate::model::municipality::{Municipality, NeededFigure};
use crate::model::scenario::{OwnMeasure, OwnProject, Prices, Scenario};
use crate::model::units::{Kroner, Year};
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
/// use handlingsrom::model::{lever::Lever, scenario::Scenario};
/// use rust_decimal::dec;
/// let lier = municipality_file::built_in("lier").expect("Lier comes with the program");
/// let mut scenario = Scenario::plan();
/// scenario.set(Lever::InterestRate, dec!(1.0));
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
    for levers in groups() {
        parts.extend(scenario.subjects(levers).into_iter().filter_map(|subject| {
            let value = written(scenario, levers, &subject);
            Some((levers.first()?.of(subject).to_string(), value))
        }));
    }
    parts.extend(basis(scenario));
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

/// The levers that share each key of a link.
fn groups() -> impl Iterator<Item = &'static [Lever]> {
    Lever::all().chunk_by(|one, next| one.spec().link_key() == next.spec().link_key())
}

/// The figures of the user's own, and the prices.
fn basis(scenario: &Scenario) -> Vec<(String, String)> {
    let basis = &scenario.basis;
    let figure = |figure: NeededFigure| Some((format!("eget.{}", figure.key()), plain(basis.get(figure)?)));
    let prices =
        (basis.prices != Prices::AsPlanned).then(|| ("priser".to_owned(), basis.prices.key().to_owned()));
    NeededFigure::ALL.into_iter().filter_map(figure).chain(prices).collect()
}

/// Where the levers of one key stand for one subject. Alone it is the value. Where several share a key, `-4` is
/// the one without a mark, the word of a switch such as `av` says that it is off, `av:-4` says both, and the
/// others follow with their marks: `,o120,s2`.
fn written(scenario: &Scenario, levers: &[Lever], subject: &Subject) -> String {
    let value = |lever: Lever| scenario.value(&lever.of(subject.clone()));
    if let [lever] = levers {
        return value(*lever).map(value_text).unwrap_or_default();
    }
    let (mut word, mut number, mut marked) = ("", "0".to_owned(), String::new());
    for lever in levers {
        let mark = lever.spec().mark;
        match value(*lever) {
            Some(Value::Switch(false)) => word = mark,
            Some(value) if mark.is_empty() => number = value_text(value),
            Some(value @ Value::Number(_)) => marked = format!("{marked},{mark}{}", value_text(value)),
            _ => {}
        }
    }
    let base = match (word, number.as_str()) {
        ("", _) => number,
        (word, "0") => word.to_owned(),
        (word, number) => format!("{word}:{number}"),
    };
    format!("{base}{marked}")
}

fn value_text(value: &Value) -> String {
    let flag = |on: bool| if on { "1" } else { "0" };
    match value {
        Value::AsPlanned => String::new(),
        Value::Number(number) => plain(*number),
        Value::Switch(on) => flag(*on).to_owned(),
        Value::Choice(id) => id.to_string(),
        Value::OwnProject(own) => {
            let (cost, effect) = (plain(own.cost.millions()), plain(own.operating_effect.millions()));
            format!("{cost};{};{};{};{effect};{}", own.start, own.years, flag(own.self_cost), own.name)
        }
        Value::OwnMeasure(own) => {
            let (amount, cost) = (plain(own.amount.millions()), plain(own.one_off_cost.millions()));
            format!("{amount};{};{};{};{cost};{}", own.start, own.ramp_years, flag(own.one_off), own.name)
        }
    }
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
            // One part may have two.
            gathered.faults.truncate(MOST_FAULTS);
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

/// Moves what one part of a link says, such as `rente.2028` to `0,5`, and says what is wrong with it; nothing
/// for a key that no lever, prices or own figure has.
#[must_use]
pub fn with_part(
    municipality: &Municipality,
    scenario: Scenario,
    (key, value): (&str, &str),
) -> Option<(Scenario, Vec<Fault<ScenarioProblem>>)> {
    let is_known = key == "priser" || key.starts_with("eget.") || meant_by(key).is_some();
    is_known.then(|| {
        let mut gathered = Gathered { municipality, scenario, faults: Vec::new() };
        take(&mut gathered, key, value);
        (gathered.scenario, gathered.faults)
    })
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
        _ => match key.split_once('.') {
            Some(("eget", figure)) => {
                if let Some(known) = NeededFigure::ALL.into_iter().find(|known| known.key() == figure) {
                    own_figure(gathered, key, known, value);
                } else {
                    let meant = did_you_mean(figure, NeededFigure::ALL.map(NeededFigure::key));
                    gathered.fault(key, LinkProblem::NotAMissingFigure { key: figure.to_owned(), meant });
                }
            }
            _ => levers(gathered, key, value),
        },
    }
}

/// The levers that a key means.
fn meant_by(key: &str) -> Option<&'static [Lever]> {
    let (kind, id) = key.split_once('.').unzip();
    let has_id = |levers: &[Lever]| {
        let subject = levers.first().map(|lever| lever.spec().subject);
        subject.is_some_and(|subject| !matches!(subject, SubjectKind::None | SubjectKind::Number))
    };
    groups().find(|levers| {
        let own = levers.first().map(|lever| lever.spec().link_key());
        own == Some(kind.unwrap_or(key)) && has_id(levers) == id.is_some()
    })
}

/// What a part of a link says of the levers that its key means.
fn levers(gathered: &mut Gathered<'_>, key: &str, value: &str) {
    let id = key.split_once('.').map(|(_, id)| id);
    let Some((levers, first)) = meant_by(key).and_then(|levers| Some((levers, *levers.first()?))) else {
        let meant = did_you_mean(key, Lever::numbers().map(|lever| lever.spec().key));
        return gathered.fault(key, LinkProblem::UnknownLever { meant });
    };
    let Some(subject) = subject(gathered, key, first, id) else { return };
    let values = match levers {
        [lever] => one(gathered, key, *lever, value).map(|value| vec![(*lever, value)]),
        levers => {
            let values = several(levers, value);
            if values.is_none() {
                gathered.fault(key, LinkProblem::NotAChange { value: value.to_owned() });
            }
            values
        }
    };
    let moves = values.into_iter().flatten().map(|(lever, value)| (lever.of(subject.clone()), value));
    gathered.take(key, moves.collect::<Vec<(LeverId, Value)>>());
}

/// What the levers of a key are moved for.
fn subject(gathered: &mut Gathered<'_>, key: &str, lever: Lever, id: Option<&str>) -> Option<Subject> {
    let Some(id) = id else {
        let is_listed = lever.spec().subject == SubjectKind::Number;
        return Some(if is_listed { gathered.scenario.next_of(lever).subject } else { Subject::None });
    };
    if lever.spec().subject != SubjectKind::Year {
        return Some(Subject::from(id));
    }
    let year = id.parse().map(Year);
    if year.is_err() {
        let (text, kind) = (id.to_owned(), lever.spec().link_key().to_owned());
        gathered.fault(key, LinkProblem::NotAYear { text, key: kind });
    }
    year.ok().map(Subject::Year)
}

/// The value of a lever that has its key to itself.
fn one(gathered: &mut Gathered<'_>, key: &str, lever: Lever, value: &str) -> Option<Value> {
    match lever.spec().form {
        Form::Number | Form::Percent | Form::Years | Form::Amount => {
            figure(gathered, key, value).map(Value::Number)
        }
        Form::Switch if matches!(value, "0" | "1") => Some(Value::Switch(value == "1")),
        Form::Switch => {
            gathered.fault(key, LinkProblem::NotYesOrNo { value: value.to_owned() });
            None
        }
        Form::Choice => Some(Value::from(value)),
        form @ (Form::OwnProject | Form::OwnMeasure) => own(gathered, key, form, value),
    }
}

/// The values of levers that share a key; nothing when one cannot be read.
fn several(levers: &[Lever], value: &str) -> Option<Vec<(Lever, Value)>> {
    let mut parts = value.split(',');
    let base = parts.next()?;
    let number = |text: &str| parse_number(text).ok().map(Value::Number);
    let switch = levers.iter().find(|lever| lever.spec().form == Form::Switch);
    let off = switch.and_then(|switch| Some((*switch, base.strip_prefix(switch.spec().mark)?)));
    let mut values = Vec::new();
    let unmarked = match off {
        None => base,
        Some((switch, rest)) => {
            values.push((switch, Value::Switch(false)));
            if rest.is_empty() { "0" } else { rest.strip_prefix(':')? }
        }
    };
    values.push((*levers.iter().find(|lever| lever.spec().mark.is_empty())?, number(unmarked)?));
    for part in parts {
        let (lever, rest) = levers.iter().find_map(|lever| {
            let spec = lever.spec();
            let rest = part.strip_prefix(spec.mark)?;
            (spec.form != Form::Switch && !spec.mark.is_empty()).then_some((*lever, rest))
        })?;
        values.push((lever, number(rest)?));
    }
    Some(values)
}

fn own_figure(gathered: &mut Gathered<'_>, key: &str, known: NeededFigure, value: &str) {
    if let Some(value) = figure(gathered, key, value) {
        gathered.own_figure(key, known, value, known.is_given(gathered.municipality));
    }
}

/// A project or measure of the user's own: five figures and a name.
fn own(gathered: &mut Gathered<'_>, key: &str, form: Form, value: &str) -> Option<Value> {
    let parts: Vec<&str> = value.splitn(6, ';').collect();
    let figures: Vec<Decimal> = parts.iter().take(5).filter_map(|part| parse_number(part).ok()).collect();
    let ([_, _, _, _, _, name], [amount, start, years, flag, other]) = (parts.as_slice(), figures.as_slice())
    else {
        gathered.fault(key, LinkProblem::Unreadable { value: value.to_owned() });
        return None;
    };
    let whole = |figure: &&Decimal| figure.is_integer();
    let start = Some(start).filter(whole).and_then(ToPrimitive::to_i32).map(Year);
    let years = Some(years).filter(whole).and_then(ToPrimitive::to_u32);
    let (Some(start), Some(years)) = (start, years) else {
        gathered.fault(key, LinkProblem::WithoutYear { value: value.to_owned() });
        return None;
    };
    let (name, flag) = ((*name).to_owned(), !flag.is_zero());
    let (amount, other) = (millions(*amount), millions(*other));
    Some(if form == Form::OwnProject {
        OwnProject { name, cost: amount, start, years, self_cost: flag, operating_effect: other }.into()
    } else {
        OwnMeasure { name, amount, start, ramp_years: years, one_off: flag, one_off_cost: other }.into()
    })
}

/// Million kroner, never so many that arithmetic overflows.
fn millions(amount: Decimal) -> Kroner {
    const MOST: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);
    Kroner::from_millions(amount.clamp(-MOST, MOST))
}

fn figure(gathered: &mut Gathered<'_>, key: &str, value: &str) -> Option<Decimal> {
    let figure = parse_number(value);
    if figure.is_err() {
        gathered.fault(key, LinkProblem::NotANumber { value: value.to_owned() });
    }
    figure.ok()
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
        assert_eq!(scenario.get(Lever::Restructuring), dec!(20));
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
        assert!(opens("#alderskostnad=1", &[]).costs_follow_age());
        let twice = opens("#renter=1&renter=2", &["skrevet før"]);
        assert_eq!(twice.get(Lever::InterestRate), dec!(2));
        let own = "nytt-prosjekt=50;2028.9;2;0;0;Skole";
        assert!(opens(own, &["har ikke et år"]).own_projects().is_empty());
        assert!(opens("nytt-prosjekt=50;2028;1.5;0;0;Skole", &["har ikke et år"]).own_projects().is_empty());
        assert_eq!(
            opens("nytt-prosjekt=50;2028;2;0;0;A&nytt-prosjekt=50;2028;2;0;0;B", &[]).own_projects().len(),
            2
        );
    }

    #[test]
    fn a_lever_with_many_digits_comes_back_from_link_and_file() {
        let lier = municipality_file::built_in("lier").expect("Lier comes with the program");
        let text = r#"{"renter": 1.2345678901234567, "renter_per_år": {"2028": 0.12345678901234567}}"#;
        let scenario = crate::exchange::scenario_file::read(lier, text).expect("it is sound");
        assert_eq!(scenario.get(Lever::InterestRate), dec!(1.2345678901));
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
        assert_eq!(opens("renter=1,25", &[]).get(Lever::InterestRate), dec!(1.25));
    }
}
