//! Åpne tallet i ord: a formula with its numbers written out, and where a number comes from.

use super::quantities::{item, line_of, words};
use super::{NUMBERS, Nb};
use crate::analysis::explain::{Explanation, Formula, Made, Sign, Term};
use crate::model::arithmetic::Condition;
use crate::model::lever::Lever;
use crate::model::municipality::{Municipality, Provenance, Quality};
use crate::model::quantity::{OfProject, Place, Quantity, Side, Value};
use crate::model::scenario::Scenario;
use crate::model::trace::{Op, Origin};
use crate::model::units::{Kroner, Percent};
use crate::text::{LeverWords, QuantityWords};

impl QuantityWords for Nb {
    fn quantity_name(&self, quantity: Quantity, municipality: &Municipality, scenario: &Scenario) -> String {
        name_of(quantity, municipality, scenario)
    }
    fn quantity_explained(&self, quantity: Quantity) -> &'static str {
        words(quantity).1
    }
    fn quantity_value(&self, quantity: Quantity, value: Value) -> String {
        value_of(quantity, value)
    }
    fn formula(
        &self,
        explanation: &Explanation<'_>,
        municipality: &Municipality,
        scenario: &Scenario,
    ) -> String {
        let place = explanation.place;
        let mut text = name_of(place.quantity, municipality, scenario);
        if place.quantity.has_year() {
            text.push(' ');
            text.push_str(&place.year.to_string());
        }
        text.push_str(": ");
        text.push_str(&value_of(place.quantity, explanation.value));
        let names = Names { municipality, scenario, place };
        let right = match &explanation.made {
            Made::By(formula) => names.formula(formula),
            Made::Carried(term) => names.term(*term),
            Made::Settled(_) | Made::Given(_) => String::new(),
        };
        if !right.is_empty() {
            text.push_str(" = ");
            text.push_str(&right);
        }
        text
    }
    fn opened_above(&self) -> &'static str {
        " (åpnet over)"
    }
    fn by_the_model(&self) -> &'static str {
        "Regnet av modellen."
    }
    fn origin(&self, explanation: &Explanation<'_>, municipality: &Municipality) -> Option<String> {
        Some(match &explanation.made {
            Made::By(_) => return None,
            Made::Carried(_) => "Siste nivå står.".to_owned(),
            Made::Settled(quantity) => format!(
                "Avstemt sammen med årets resultat; se {} {}.",
                words(*quantity).0,
                explanation.place.year
            ),
            Made::Given(origin) => given(origin, municipality, |input| self.lever_name(input)),
        })
    }
}

/// The name of a quantity, with the measure, project, frame or group it is about.
fn name_of(quantity: Quantity, municipality: &Municipality, scenario: &Scenario) -> String {
    let name = match quantity {
        Quantity::Lever(lever) => format!("Spaken {}", Nb.lever_name(lever)),
        _ => words(quantity).0.to_owned(),
    };
    match line_of(quantity).or_else(|| item(quantity, municipality, scenario)) {
        Some(item) => name + ": " + item,
        None => name,
    }
}

/// A value with its unit.
fn value_of(quantity: Quantity, value: Value) -> String {
    match (quantity, value) {
        (_, Value::Kroner(amount)) => NUMBERS.million_kroner(amount, 1),
        (_, Value::Percent(percent)) => NUMBERS.percent(percent, 2),
        (_, Value::Persons(people)) => {
            let count = NUMBERS.number(people.value(), 0);
            let noun = if ["1", "−1"].contains(&count.as_str()) { "innbygger" } else { "innbyggere" };
            format!("{count} {noun}")
        }
        (_, Value::Ratio(ratio)) => NUMBERS.number(ratio.value(), 4),
        (Quantity::LeverOf(Lever::ProjectIncluded, _), Value::Years(built)) => {
            if built == 0 { "nei" } else { "ja" }.to_owned()
        }
        (Quantity::Project(_, OfProject::LastYear), Value::Years(year)) => year.to_string(),
        (_, Value::Years(years)) => NUMBERS.number(years.into(), 0) + " år",
    }
}

/// Names terms; the plan's own and those of another year say so.
struct Names<'a> {
    municipality: &'a Municipality,
    scenario: &'a Scenario,
    place: Place,
}

impl Names<'_> {
    fn term(&self, term: Term) -> String {
        let mut text = name_of(term.place.quantity, self.municipality, self.scenario);
        if term.place.year != self.place.year && term.place.quantity.has_year() {
            text.push(' ');
            text.push_str(&term.place.year.to_string());
        }
        if term.place.side != self.place.side {
            text.push_str(if term.place.side == Side::Print { " i planens priser" } else { " i planen" });
        }
        text.push(' ');
        text.push_str(&value_of(term.place.quantity, term.value));
        text
    }

    fn formula(&self, formula: &Formula<'_>) -> String {
        match formula {
            Formula::Term(term) => self.term(*term),
            Formula::Constant(value) => value_of(Quantity::AssumedResult, *value),
            Formula::Sum(parts) => self.sum(parts),
            Formula::Operation(op, arguments, _) => self.operation(op, arguments),
        }
    }

    /// In brackets where a sum is part of something else.
    fn part(&self, formula: &Formula<'_>) -> String {
        match formula {
            Formula::Sum(parts) if parts.len() > 1 => format!("({})", self.sum(parts)),
            _ => self.formula(formula),
        }
    }

    fn sum(&self, parts: &[(Sign, Formula<'_>)]) -> String {
        let mut text = String::new();
        for (index, (sign, part)) in parts.iter().enumerate() {
            text.push_str(match (sign, index) {
                (Sign::Plus, 0) => "",
                (Sign::Minus, 0) => "−",
                (Sign::Plus, _) => " + ",
                (Sign::Minus, _) => " − ",
            });
            text.push_str(&self.part(part));
        }
        text
    }

    fn operation(&self, op: &Op, arguments: &[Formula<'_>]) -> String {
        let part = |formula: &Formula<'_>| self.part(formula);
        match (op, arguments) {
            (Op::Smaller, _) => format!("det minste av {}", self.listed(op, arguments)),
            (Op::Larger, _) => format!("det største av {}", self.listed(op, arguments)),
            (Op::AtLeastZero, [amount]) => format!("{}, aldri under 0", self.formula(amount)),
            (Op::Times | Op::Share | Op::ForEachOf, [one, other]) => {
                format!("{} × {}", part(one), part(other))
            }
            (Op::ShareRoundedUp, [share, amount]) => {
                format!("{} × {}, rundet opp", part(share), part(amount))
            }
            (Op::PercentOf | Op::DividedBy | Op::Over, [one, other]) => {
                format!("{} : {}", part(one), part(other))
            }
            (Op::TimesShare, [amount, share, whole]) => {
                format!("{} × {} : {}", part(amount), part(share), part(whole))
            }
            (Op::MeanShare, [rate, opening, closing]) => self.mean_share(rate, opening, closing),
            (Op::Halved, [whole]) => format!("½ {}", part(whole)),
            (Op::Ladder(halves), [shifts @ .., years]) => self.ladder(halves, shifts, years),
            (Op::Growth, [Formula::Operation(Op::Compounded(years), growth, _)]) => {
                let growth = growth.iter().map(part).collect::<String>();
                format!("{growth} i {years} år, med rentes rente")
            }
            (Op::Grown, [people, growth, extra]) => {
                format!("{} × ({} + {})", part(people), part(growth), part(extra))
            }
            (Op::Either(condition), [asked, then, otherwise]) => {
                self.either(*condition, asked, [then, otherwise])
            }
            (Op::Moved(..), [moved, stretched, amount @ ..]) => {
                self.moved([moved, stretched], amount.first())
            }
            (Op::Picked(_), [index, picked]) if years_of(index) == 0 => self.formula(picked),
            (Op::Picked(_), [index, picked]) => format!("{}, {}", part(picked), part(index)),
            _ => arguments.iter().map(part).collect::<Vec<_>>().join(", "),
        }
    }

    /// «a, b og c»; the least of a least is the least of them all.
    fn listed(&self, op: &Op, arguments: &[Formula<'_>]) -> String {
        let mut flat = Vec::new();
        flatten(op, arguments, &mut flat);
        let mut texts: Vec<String> = flat.into_iter().map(|formula| self.part(formula)).collect();
        let last = texts.pop().unwrap_or_default();
        if texts.is_empty() { last } else { format!("{} og {last}", texts.join(", ")) }
    }

    /// The mean is computed where amounts are rounded: all of it, at a rate of a hundred.
    fn mean_share(&self, rate: &Formula<'_>, opening: &Formula<'_>, closing: &Formula<'_>) -> String {
        let mean = kroner_of(opening).zip(kroner_of(closing));
        let mean = mean.map(|(one, other)| NUMBERS.million_kroner(Percent::HUNDRED.of_mean(one, other), 1));
        let [rate, opening, closing] = [rate, opening, closing].map(|formula| self.part(formula));
        format!("{rate} × gjennomsnittet {} av {opening} og {closing}", mean.unwrap_or_default())
    }

    fn ladder(&self, halves: &[u8], shifts: &[Formula<'_>], years: &Formula<'_>) -> String {
        let counted = shifts.iter().zip(halves).filter(|(shift, _)| !is_zero(shift));
        let shifts: Vec<String> = counted
            .map(|(shift, halves)| {
                let half = if *halves == 1 { "½ " } else { "" };
                format!("{half}{}", self.part(shift))
            })
            .collect();
        let shifts = if shifts.is_empty() { "0".to_owned() } else { shifts.join(" + ") };
        format!("({shifts}) : {}", self.part(years))
    }

    /// What counts, why, and what would have counted otherwise.
    fn either(&self, condition: Condition, asked: &Formula<'_>, branches: [&Formula<'_>; 2]) -> String {
        let holds = value_in(asked).is_some_and(|value| condition.holds_of(value));
        let [then, otherwise] = branches.map(|branch| self.formula(branch));
        let (counts, other) = if holds { (then, otherwise) } else { (otherwise, then) };
        let asked = self.formula(asked);
        let is = match (condition, holds) {
            (Condition::Negative, true) => "er under 0",
            (Condition::Negative, false) => "ikke er under 0",
            (Condition::Zero, true) => "er 0",
            (Condition::Zero, false) => "ikke er 0",
        };
        format!("{counts}, fordi {asked} {is} (ellers {other})")
    }

    fn moved(&self, by: [&Formula<'_>; 2], amount: Option<&Formula<'_>>) -> String {
        let [_, stretched] = by;
        let mut text = match amount {
            _ if years_of(stretched) != 0 => "prosjektets kostnader i planen".to_owned(),
            Some(amount) => self.part(amount),
            None => NUMBERS.million_kroner(Kroner::ZERO, 1),
        };
        for by in by {
            if years_of(by) != 0 {
                text.push_str(", ");
                text.push_str(&self.part(by));
            }
        }
        text
    }
}

fn flatten<'f, 'a>(op: &Op, arguments: &'f [Formula<'a>], flat: &mut Vec<&'f Formula<'a>>) {
    for argument in arguments {
        match argument {
            Formula::Operation(inner, under, _) if *inner == op => flatten(op, under, flat),
            other => flat.push(other),
        }
    }
}

/// What a part of a formula comes to, where it is one number.
fn value_in(formula: &Formula<'_>) -> Option<Value> {
    match formula {
        Formula::Term(term) => Some(term.value),
        Formula::Constant(value) | Formula::Operation(_, _, value) => Some(*value),
        Formula::Sum(parts) => {
            let years = |(sign, part): &(Sign, Formula<'_>)| match (sign, value_in(part)) {
                (Sign::Plus, Some(Value::Years(years))) => Some(years),
                (Sign::Minus, Some(Value::Years(years))) => Some(-years),
                _ => None,
            };
            let years: Option<Vec<i32>> = parts.iter().map(years).collect();
            years.map(|years| Value::Years(years.into_iter().sum()))
        }
    }
}

fn is_zero(formula: &Formula<'_>) -> bool {
    value_in(formula).is_some_and(Value::is_zero)
}

fn kroner_of(formula: &Formula<'_>) -> Option<Kroner> {
    value_in(formula).and_then(Value::kroner)
}

fn years_of(formula: &Formula<'_>) -> i32 {
    if let Some(Value::Years(years)) = value_in(formula) { years } else { 0 }
}

/// Where a number comes from that no formula makes.
fn given(origin: &Origin, municipality: &Municipality, lever_name: impl Fn(Lever) -> &'static str) -> String {
    match origin {
        Origin::File(provenance) => sourced(provenance, municipality),
        Origin::Lever(input) => format!("Spaken {}.", lever_name(*input)),
        Origin::UserFigure => "Ditt eget tall.".to_owned(),
        Origin::Missing => "Ikke oppgitt i dokumentet; bare endringen regnes.".to_owned(),
        Origin::Definition => "Følger av hva tallet er.".to_owned(),
        Origin::Standard => "Modellens egen forutsetning; filen oppgir ingen.".to_owned(),
    }
}

fn sourced(provenance: &Provenance, municipality: &Municipality) -> String {
    let mut text = match provenance.quality {
        Quality::Printed => "Trykt".to_owned(),
        Quality::Estimated => "Beregnet".to_owned(),
    };
    if let Some(source) = &provenance.source {
        let title = municipality.document(&source.document).map(|document| document.title.as_str());
        text.push_str(", ");
        text.push_str(title.unwrap_or(&source.document));
        let places = [(" side ", source.page), (" linje ", source.line), ("–", source.last_line)];
        for (word, place) in places {
            if let Some(place) = place {
                text.push_str(word);
                text.push_str(&place.to_string());
            }
        }
    }
    text.push('.');
    if let Some(note) = &provenance.note {
        text.push(' ');
        text.push_str(note);
    }
    text
}
