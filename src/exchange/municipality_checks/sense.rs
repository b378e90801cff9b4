//! Mening: dates that are none, periods that run backwards, rules that contradict themselves, empty names.

use super::Check;
use crate::model::municipality::{DebtDefinition, Indicator, Requirement};
use crate::text::ContentProblem;
use serde_json::Value;

/// The keys that hold a name someone shall read.
const NAMES: [&str; 9] =
    ["id", "navn", "kortnavn", "offisielt_navn", "linjenavn", "tittel", "utgiver", "hvem", "alternativ"];

/// Everything that can be read, but makes no sense.
pub(super) fn check(check: &mut Check<'_>) {
    dates(check);
    periods(check);
    rules(check);
    if let Ok(value) = serde_json::to_value(check.municipality) {
        names(check, "", &value);
    }
}

fn dates(check: &mut Check<'_>) {
    let municipality = check.municipality;
    date(check, "plan.vedtatt", &municipality.plan.adopted);
    for (index, document) in municipality.documents.iter().enumerate() {
        date(check, &format!("dokumenter[{index}].dato"), &document.date);
    }
}

fn date(check: &mut Check<'_>, place: &str, text: &str) {
    if is_date(text) {
        return;
    }
    check.fault(place, ContentProblem::NotADate { text: text.to_owned(), turned: turned(text) });
}

/// A year, a year and a month, or a day that is in the calendar. Print often gives only the year.
fn is_date(text: &str) -> bool {
    let number = |part: Option<&str>, length: usize| {
        part.map(|part| {
            Some(part)
                .filter(|part| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))
                .and_then(|part| part.parse::<u32>().ok())
        })
    };
    let mut parts = text.split('-');
    let year = number(parts.next(), 4).flatten();
    let (month, day) = (number(parts.next(), 2), number(parts.next(), 2));
    match (year, month, day, parts.next()) {
        (Some(_), None, None, None) => true,
        (Some(_), Some(Some(month)), None, None) => (1..=12).contains(&month),
        (Some(year), Some(Some(month)), Some(Some(day)), None) => (1..=days_in(year, month)).contains(&day),
        _ => false,
    }
}

fn days_in(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    }
}

/// `11.12.2025` the right way round, when that is a date.
fn turned(text: &str) -> Option<String> {
    let mut parts = text.split(['.', '/']).map(|part| part.trim().parse::<u32>().ok());
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    Some(format!("{year:04}-{month:02}-{day:02}")).filter(|date| parts.next().is_none() && is_date(date))
}

fn periods(check: &mut Check<'_>) {
    let municipality = check.municipality;
    for (index, project) in municipality.investments.projects.iter().enumerate() {
        let place = |key: &str| format!("investeringer.prosjekter[{index}].{key}");
        if let Some(later) = project.later.as_ref().filter(|later| later.first > later.last) {
            let problem = ContentProblem::PeriodReversed { first: later.first, last: later.last };
            check.fault(place("etter_perioden"), problem);
        }
        if let (Some(earliest), Some(first)) = (project.earliest_start, project.first_cost_year())
            && earliest > first
        {
            let problem = ContentProblem::EarliestAfterFirstCost { earliest, first };
            check.fault(place("tidligste_start"), problem);
        }
    }
    for (index, group) in municipality.age_groups().iter().enumerate() {
        if let (Some(from), Some(to)) = (group.from_age, group.to_age)
            && from > to
        {
            let place = format!("befolkning.aldersgrupper[{index}].fra_alder");
            check.fault(place, ContentProblem::AgesReversed { from, to });
        }
    }
}

fn rules(check: &mut Check<'_>) {
    for (index, rule) in check.municipality.rules.iter().enumerate() {
        let place = |key: &str| format!("handlingsregler[{index}].{key}");
        let of_debt = rule.indicator == Indicator::DebtRatio;
        if of_debt && rule.requirement == Requirement::AtLeast {
            check.fault(place("krav"), ContentProblem::DebtRuleAtLeast);
        }
        if !of_debt && rule.debt_definition != DebtDefinition::Ordinary {
            check.fault(place("gjeldsdefinisjon"), ContentProblem::NotADebtRule);
        }
    }
}

fn names(check: &mut Check<'_>, place: &str, value: &Value) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                names(check, &format!("{place}[{index}]"), item);
            }
        }
        Value::Object(map) => {
            for (key, item) in map {
                let within = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
                let empty = item.as_str().is_some_and(|text| text.trim().is_empty());
                // The id of the municipality has a rule of its own, and so have the changes of a scenario.
                if empty && NAMES.contains(&key.as_str()) && within != "kommune.id" {
                    check.fault(within, ContentProblem::EmptyName);
                } else if key != "endringer" {
                    names(check, &within, item);
                }
            }
        }
        _ => {}
    }
}
