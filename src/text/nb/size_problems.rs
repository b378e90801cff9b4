//! Bokmål: wrong sums, sizes and signs in a municipality file.

use super::NUMBERS;
use super::scenario_problems::both;
use crate::model::units::Kroner;
use crate::text::{Parts, Signed, SizeProblem, SumProblem, WrongSize, Yearly};
use rust_decimal::Decimal;

const THOUSANDS: &str = "Alle beløp skal være i 1000 kr.";

pub(super) fn sum_problem(problem: &SumProblem) -> [String; 2] {
    use SumProblem as P;
    match problem {
        P::AgeGroups { sum, year, total } => both(
            &format!("aldersgruppene summerer til {sum} i {year}, men summen er {total}."),
            "Rett gruppene eller summen.",
        ),
        P::DoesNotFoot { parts, sum, year, total } => both(
            &format!("{} summerer til {sum} i {year}, men summen er {total}.", parts_name(*parts)),
            "Rett linjene eller summen; alle tall i 1000 kr.",
        ),
        P::ResultDiffers { computed, year, printed } => both(
            &format!("reglene gir {computed} i {year}, men det er oppgitt {printed}."),
            "Rett driftsutgiftene, eller før differansen under «kalibrering».",
        ),
        P::FinancingDiffers { computed, year, printed } => both(
            &format!("reglene gir {computed} i {year}, men planen oppgir {printed}."),
            "Før differansen i driften under «kalibrering», så kommer det trykte tallet ut.",
        ),
        P::InstalmentsDiffer { computed, year, printed } => both(
            &format!("gjelden gir avdrag på {computed} i {year}, men det er oppgitt {printed}."),
            "Rett gjelden, selvkostgjelden eller avdragsandelen: avdragene er minst selvkostens andel og høyst hele gjelden.",
        ),
    }
}

pub(super) fn size_problem(problem: &SizeProblem) -> [String; 2] {
    use SizeProblem as P;
    match problem {
        P::NotAShare { share } => {
            both(&format!("{share} % er ikke en andel."), "Bruk et tall fra 0 til 100.")
        }
        P::MoreThanVat { share } => both(
            &format!("{} % er mer enn mva kan være av en kostnad.", written(*share)),
            "Bruk et tall fra 0 til 25; 20 når alt har 25 % mva.",
        ),
        P::NotARate { rate, of_prices } => {
            let what = if *of_prices { "prisvekst" } else { "rente" };
            both(&format!("{} % er ikke en {what}.", written(*rate)), "Bruk et tall fra 0 til 25.")
        }
        P::MaturitiesAboveAll { share } => both(
            &format!("andelene er {} % til sammen.", written(*share)),
            "Et fast lån forfaller én gang: summen er høyst 100 %.",
        ),
        P::DebtLimit { limit } => both(
            &format!("en gjeldsgrense på {} % går ikke.", written(*limit)),
            "Skriv prosent av brutto driftsinntekter, for eksempel 85.",
        ),
        P::DesiredWorseThanLimit { desired, limit } => both(
            &format!("ønsket nivå {desired} er dårligere enn grensen {limit}."),
            "Bytt om de to, eller rett kravet.",
        ),
        P::Fraction { given } => fraction(*given),
        P::Negative { what } => both(
            &format!("{} er negativ: feil fortegn.", signed_name(*what)),
            "Skriv uten minus; inntekter og utgifter er begge positive i filen.",
        ),
        P::ZeroIncome => both("inntektene må være over null.", "Skriv inntekter uten minus."),
        P::NegativeProject { total } => both(
            &format!("prosjektet koster {} i alt: feil fortegn.", amount(*total)),
            "Skriv kostnader uten minus. Er minus trykt, si det i «merknad».",
        ),
        P::NoLifetime => {
            both("0 år er ingen levetid.", "Skriv hele år, for eksempel 40, eller ta nøkkelen bort.")
        }
        P::SharesRise { shock } => {
            both(&format!("et aksjesjokk på {shock} % er en oppgang."), "Skriv et fall med minus: -30.")
        }
        P::UnusedAboveDebt { unused, debt } => both(
            &format!("{} er mer enn hele gjelden, {}.", amount(*unused), amount(*debt)),
            "Ubrukte lånemidler er en del av gjelden. Rett den ene eller den andre.",
        ),
        P::MoreThanAll { amount: given, yearly, of } => both(
            &format!(
                "beløpet {} er mer enn kommunens {} på et år ({}); ser det ut som kroner?",
                amount(*given),
                yearly_name(*of),
                amount(*yearly)
            ),
            THOUSANDS,
        ),
        P::WrongUnit(size) => both(&wrong_size(*size), THOUSANDS),
    }
}

fn wrong_size(size: WrongSize) -> String {
    let (how, given) = match size {
        WrongSize::AboveMillionPerInhabitant => ("over en million kroner per innbygger".to_owned(), "kroner"),
        WrongSize::BelowTenThousandPerInhabitant => {
            ("under 10 000 kroner per innbygger".to_owned(), "millioner")
        }
        WrongSize::AboveTwentyTimes(of) => {
            (format!("over tjue ganger kommunens {}", yearly_name(of)), "kroner")
        }
        WrongSize::AboveThreeTimes(of) => {
            (format!("over tre ganger kommunens {}", yearly_name(of)), "kroner")
        }
    };
    format!("beløpet er {how}; ser det ut som {given}?")
}

/// With the figure as it is in the file, and as it should be: in print and in the file.
fn fraction(given: Decimal) -> [String; 2] {
    let right = (given * Decimal::ONE_HUNDRED).normalize();
    let in_file = if right.scale() > 0 { format!(", i filen {right}") } else { String::new() };
    let remedy = format!("Skriv prosent: {} skal være {}{in_file}.", written(given), written(right));
    both(&format!("{given} ser ut som en brøk."), &remedy)
}

/// A number as print has it, with every decimal it was given with.
fn written(value: Decimal) -> String {
    let value = value.normalize();
    NUMBERS.number(value, value.scale())
}

/// An amount in thousands, as print has it.
fn amount(amount: Kroner) -> String {
    written(amount.thousands())
}

fn parts_name(parts: Parts) -> &'static str {
    match parts {
        Parts::Projects => "prosjektene",
        Parts::Financing => "finansieringen",
        Parts::Lines => "linjene",
        Parts::Dispositions => "disponeringene",
    }
}

fn signed_name(what: Signed) -> &'static str {
    match what {
        Signed::Amount => "beløpet",
        Signed::Line => "linjen",
        Signed::Balance => "beholdningen",
    }
}

fn yearly_name(yearly: Yearly) -> &'static str {
    match yearly {
        Yearly::Income => "samlede inntekter",
        Yearly::Appropriations => "netto bevilgninger",
    }
}
