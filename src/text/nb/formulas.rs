//! Åpne tallet i ord: a formula with its figures written out, and where a figure comes from.

use super::figures::{line_of, words};
use super::{NUMBERS, Nb};
use crate::model::figure::{Explanation, Figure, FigureValue, Form, Origin, Place, Role, Side, Term};
use crate::model::municipality::{Municipality, Provenance};
use crate::model::scenario::Scenario;
use crate::model::units::{Percent, Year};
use crate::text::{FigureWords, LeverWords};

impl FigureWords for Nb {
    fn figure_name(&self, figure: Figure, municipality: &Municipality, scenario: &Scenario) -> String {
        figure_name(figure, municipality, scenario)
    }
    fn figure_explained(&self, figure: Figure) -> &'static str {
        words(figure).1
    }
    fn figure_value(&self, value: FigureValue) -> String {
        figure_value(value)
    }
    fn formula(
        &self,
        explanation: &Explanation<'_>,
        municipality: &Municipality,
        scenario: &Scenario,
    ) -> String {
        formula(explanation, municipality, scenario)
    }
    fn opened_above(&self) -> &'static str {
        " (åpnet over)"
    }
    fn origin(&self, from: &Origin<'_>, municipality: &Municipality, year: Year) -> String {
        let lever = if let Origin::Lever(input) = from { self.lever_name(*input) } else { "" };
        origin(from, municipality, lever, year)
    }
}

/// The name of one figure, with the measure, project, frame or group it is about.
fn figure_name(figure: Figure, municipality: &Municipality, scenario: &Scenario) -> String {
    let name = words(figure).0.to_owned();
    match line_of(figure).or_else(|| figure.item(municipality, scenario)) {
        Some(item) => name + ": " + item,
        None => name,
    }
}

/// A value with its unit.
fn figure_value(value: FigureValue) -> String {
    match value {
        FigureValue::Kroner(amount) => NUMBERS.million_kroner(amount, 1),
        FigureValue::Percent(percent) => NUMBERS.percent(percent, 2),
        FigureValue::Persons(people) => {
            let count = NUMBERS.number(people.value(), 0);
            let noun = if ["1", "−1"].contains(&count.as_str()) { "innbygger" } else { "innbyggere" };
            format!("{count} {noun}")
        }
        FigureValue::Ratio(ratio) => NUMBERS.number(ratio.value(), 4),
        FigureValue::Years(years) => years.to_string() + " år",
    }
}

/// Names terms; the plan's own and those of another year say so.
struct Names<'a> {
    municipality: &'a Municipality,
    scenario: &'a Scenario,
    place: Place,
}

impl Names<'_> {
    fn of(&self, term: &Term) -> String {
        let mut text = figure_name(term.place.figure, self.municipality, self.scenario);
        if term.place.year != self.place.year {
            text.push(' ');
            text.push_str(&term.place.year.to_string());
        }
        if term.place.side != self.place.side {
            text.push_str(if term.place.side == Side::Print { " i planens priser" } else { " i planen" });
        }
        text.push(' ');
        text.push_str(&figure_value(term.value));
        text
    }
}

/// «Renter etter regelen 2028: 80,2 mill. kr = snittrente 4,10 % × gjennomsnittet av …».
fn formula(explanation: &Explanation<'_>, municipality: &Municipality, scenario: &Scenario) -> String {
    let place = explanation.place;
    let mut text = figure_name(place.figure, municipality, scenario) + " ";
    text.push_str(&place.year.to_string());
    text.push_str(": ");
    text.push_str(&figure_value(explanation.value));
    let names = Names { municipality, scenario, place };
    let right = right_side(explanation, &names);
    if !right.is_empty() {
        text.push_str(" = ");
        text.push_str(&right);
    }
    text
}

/// What stands before the first term, between terms, and after the last one.
fn frame(form: Form) -> [&'static str; 3] {
    match form {
        Form::SumNotBelowZero => ["", " + ", ", aldri under 0"],
        Form::Smallest => ["det minste av ", " og ", ""],
        Form::SmallestNotBelowZero => ["det minste av ", " og ", ", aldri under 0"],
        Form::Largest => ["det største av ", " og ", ""],
        Form::ShareRoundedUp => ["", " × ", ", rundet opp"],
        Form::RestOfHundred => ["100 % − ", "", ""],
        Form::Share | Form::Priced | Form::Compounded => ["", " × ", ""],
        _ => ["", " + ", ""],
    }
}

fn right_side(explanation: &Explanation<'_>, names: &Names<'_>) -> String {
    match (explanation.form, explanation.terms.as_slice()) {
        (Form::MeanRate, [rate, opening, closing]) => mean_rate(rate, [opening, closing], names),
        (Form::Ladder, [shifts @ .., years]) => ladder(shifts, years, names),
        (Form::Grown, [people, growth @ ..]) => grown(people, growth, names),
        (Form::ForEachMore, [each, then, first]) => {
            names.of(each) + " × (" + &names.of(then) + " − " + &names.of(first) + ")"
        }
        (form, terms) => joined(form, terms, names),
    }
}

fn joined(form: Form, terms: &[Term], names: &Names<'_>) -> String {
    let [before, between, after] = frame(form);
    let mut text = before.to_owned();
    for (index, term) in terms.iter().enumerate() {
        text.push_str(match term.role {
            Role::Minus if index == 0 => "−",
            _ if index == 0 => "",
            Role::Minus => " − ",
            Role::Times => " × ",
            Role::DividedBy => " : ",
            Role::Plus | Role::Half => between,
        });
        text.push_str(&names.of(term));
    }
    text + after
}

/// The mean is worked out where amounts are rounded: all of it, at a rate of a hundred.
fn mean_rate(rate: &Term, balances: [&Term; 2], names: &Names<'_>) -> String {
    let [opening, closing] = balances;
    let mean = opening.value.kroner().zip(closing.value.kroner());
    let mean = mean.map(|(one, other)| NUMBERS.million_kroner(Percent::HUNDRED.of_mean(one, other), 1));
    let mut text = names.of(rate) + " × gjennomsnittet " + &mean.unwrap_or_default() + " av ";
    text.push_str(&names.of(opening));
    text.push_str(" og ");
    text + &names.of(closing)
}

fn ladder(shifts: &[Term], years: &Term, names: &Names<'_>) -> String {
    let mut text = String::from("(");
    for (index, shift) in shifts.iter().enumerate() {
        text.push_str(if index == 0 { "" } else { " + " });
        text.push_str(if shift.role == Role::Half { "½ " } else { "" });
        text.push_str(&names.of(shift));
    }
    text + ") : " + &names.of(years)
}

fn grown(people: &Term, growth: &[Term], names: &Names<'_>) -> String {
    match growth {
        [then, before, extra] => {
            let prognosis = names.of(then) + " : " + &names.of(before);
            names.of(people) + " × (" + &prognosis + " + " + &names.of(extra) + ")"
        }
        [extra] => names.of(people) + " × (1 + " + &names.of(extra) + ")",
        _ => names.of(people),
    }
}

/// Where a figure comes from, when it is not worked out from its terms.
fn origin(origin: &Origin<'_>, municipality: &Municipality, lever: &str, year: Year) -> String {
    match origin {
        Origin::Rule => "Regnet av modellen.".to_owned(),
        Origin::Printed(provenance) => sourced("Trykt", provenance, municipality),
        Origin::Estimated(provenance) => sourced("Beregnet", provenance, municipality),
        Origin::Carried => "Siste nivå står.".to_owned(),
        Origin::Lever(_) => "Spaken ".to_owned() + lever + ".",
        Origin::UserFigure => "Ditt eget tall.".to_owned(),
        Origin::Settled(figure) => {
            let mut text = "Avstemt sammen med årets resultat; se ".to_owned() + words(*figure).0 + " ";
            text.push_str(&year.to_string());
            text + "."
        }
        Origin::Missing => "Ikke oppgitt i dokumentet; bare endringen regnes.".to_owned(),
        Origin::Definition => "Følger av hva tallet er.".to_owned(),
        Origin::Standard => "Modellens egen forutsetning; filen oppgir ingen.".to_owned(),
    }
}

fn sourced(quality: &str, provenance: &Provenance, municipality: &Municipality) -> String {
    let mut text = quality.to_owned();
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
