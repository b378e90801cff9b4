//! Bokmål: the sentences that are put together.

use super::{NUMBERS, Nb};
use crate::model::lever::Lever;
use crate::model::municipality::{BaselineKind, Requirement};
use crate::model::units::Percent;
use crate::text::ResultWords;
use crate::text::sentence::{Because, ResultSentence, RuleFinding};
use rust_decimal::Decimal;

/// *Vedtatt plan bryter …* for the plan; *Hvis …, så bryter Ditt scenario …* for a scenario.
pub(super) fn result_sentence(sentence: &ResultSentence) -> String {
    let is_plan = sentence.because.is_empty();
    let alternative = sentence.alternative.as_deref().unwrap_or("Ditt scenario");
    let who = if is_plan { sentence.plan_label.as_str() } else { alternative };
    let broken: Vec<&RuleFinding> =
        sentence.findings.iter().filter(|finding| !finding.broken.is_empty()).collect();
    let measured = sentence.findings.iter().any(|finding| finding.worst.is_some());
    let verdict = if sentence.findings.is_empty() {
        "kan ikke måles mot handlingsregler, for dokumentet oppgir ingen".to_owned()
    } else if !measured {
        "kan ikke måles mot handlingsregler, for tall mangler i dokumentet".to_owned()
    } else if broken.is_empty() {
        "holder alle handlingsreglene".to_owned()
    } else {
        format!("bryter {}", breaches(&broken, sentence.findings.len()))
    };
    if is_plan {
        return format!("{who} {verdict}.");
    }
    let because: Vec<String> = sentence.because.iter().map(because).collect();
    let mut text =
        format!("{who}: Hvis {}, så {verdict_first}.", and(&because), verdict_first = inverted(&verdict));
    if let Some((year, change)) = sentence.largest_change {
        let than = match sentence.baseline {
            BaselineKind::AdoptedPlan => "i planen",
            BaselineKind::Continuation => "uten endringene",
        };
        let direction = if change.is_negative() { "svakere" } else { "bedre" };
        let change = NUMBERS.million_kroner(change.abs(), 0);
        text = format!("{text} I {year} er resultatet {change} {direction} enn {than}.");
    }
    text
}

/// Puts the subject after the verb, as Norwegian does after *så*.
fn inverted(verdict: &str) -> String {
    match verdict.split_once(' ') {
        Some((verb, rest)) => format!("{verb} kommunen {rest}"),
        None => verdict.to_owned(),
    }
}

fn breaches(broken: &[&RuleFinding], rule_count: usize) -> String {
    let always = |finding: &&RuleFinding| finding.broken.len() == finding.year_count;
    if broken.len() == rule_count && rule_count == 3 && broken.iter().all(always) {
        return "alle tre handlingsreglene i alle årene".to_owned();
    }
    let parts: Vec<String> = broken
        .iter()
        .map(|finding| format!("{} {}", Nb.rule_short_name(finding.indicator), when(finding)))
        .collect();
    and(&parts)
}

fn when(finding: &RuleFinding) -> String {
    let years = &finding.broken;
    if years.len() == finding.year_count {
        return format!("i alle {} årene", count_word(years.len()));
    }
    let on_end = years.iter().zip(years.iter().skip(1)).all(|(year, next)| next.since(*year) == 1);
    match (years.first(), years.last()) {
        (Some(first), Some(last)) if first == last => format!("i {first}"),
        (Some(first), Some(last)) if on_end && years.len() == 2 => format!("i {first} og {last}"),
        (Some(first), Some(last)) if on_end => format!("fra {first} til {last}"),
        (Some(first), _) => format!("i {} av {} år, først i {first}", years.len(), finding.year_count),
        _ => String::new(),
    }
}

fn count_word(count: usize) -> String {
    match count {
        4 => "fire".to_owned(),
        10 => "ti".to_owned(),
        20 => "tjue".to_owned(),
        other => other.to_string(),
    }
}

fn because(reason: &Because) -> String {
    let side = |value: Percent, above: &'static str, below: &'static str| {
        if value > Percent::ZERO { above } else { below }
    };
    match reason {
        Because::InterestRate(shift) => format!(
            "renten er {} prosentpoeng {}",
            NUMBERS.number(shift.value().abs(), 2),
            side(*shift, "høyere", "lavere")
        ),
        Because::PopulationGrowth(change) => format!(
            "folketallet vokser {} prosentpoeng {} i året",
            NUMBERS.number(change.value().abs(), 1),
            side(*change, "raskere", "langsommere")
        ),
        Because::InvestmentVolume(volume) => {
            format!("investeringene er {} av planen", NUMBERS.percent(*volume, 0))
        }
        Because::Restructuring(saving) => {
            format!("driften koster {} mindre i året", NUMBERS.million_kroner(*saving, 0))
        }
        Because::ProjectMoved(name, year) => format!("{name} starter i {year}"),
        Because::ProjectChanged(name, how) => format!("{name} er endret ({how})"),
        Because::ProjectDropped(name) => format!("{name} ikke bygges"),
        Because::Lever(input, value) => because_of_lever(*input, *value),
        Because::Details(1) => "én detalj er endret".to_owned(),
        Because::Details(count) => format!("{count} detaljer er endret"),
    }
}

fn because_of_lever(input: Lever, value: Decimal) -> String {
    let above = value > Decimal::ZERO;
    let size = NUMBERS.number(value.abs(), value.normalize().scale());
    let (higher, more) = (if above { "høyere" } else { "lavere" }, if above { "mer" } else { "mindre" });
    match input {
        Lever::RealRevenueGrowth => format!("de frie inntektene vokser {size} prosentpoeng {more} i året"),
        Lever::WageGrowth => format!("lønningene vokser {size} prosentpoeng {more} enn deflatoren i året"),
        Lever::PriceGrowth => format!("prisene vokser {size} prosentpoeng {more} enn deflatoren i året"),
        Lever::Realisation => format!("{size} % av innsparingene blir gjennomført"),
        Lever::InvestmentDelay => format!("alle prosjekter er utsatt {size} år"),
        Lever::PropertyTax => format!("eiendomsskatten er {size} mill. kr {higher} i året"),
        Lever::Dividends => format!("utbyttet er {size} mill. kr {higher} i året"),
        Lever::FundTarget => format!("fondsmålet er {size} prosentpoeng {higher}"),
        _ => String::new(),
    }
}

pub(super) fn rule_sentence(finding: &RuleFinding) -> String {
    let Some((year, value)) = finding.worst else {
        return "Kan ikke beregnes: inntekter mangler.".to_owned();
    };
    let (side, extreme) = match finding.requirement {
        Requirement::AtLeast => ("Under kravet", "lavest"),
        Requirement::AtMost | Requirement::Below => ("Over kravet", "høyest"),
    };
    let value = NUMBERS.percent(value, 1);
    if finding.broken.is_empty() {
        return format!("Holder regelen alle årene, {extreme} {value} i {year}.");
    }
    format!("{side} i {} av {} år, {extreme} {value} i {year}.", finding.broken.len(), finding.year_count)
}

fn and(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} og {last}", first.join(", ")),
    }
}
