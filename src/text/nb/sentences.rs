//! Bokmål: the sentences that are put together.

use super::NUMBERS;
use crate::model::municipality::Requirement;
use crate::text::sentence::RuleFinding;

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

pub(super) fn and(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} og {last}", first.join(", ")),
    }
}
