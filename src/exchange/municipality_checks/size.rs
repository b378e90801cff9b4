//! Størrelser: fractions for percent, kroner for thousands, wrong signs.

use super::{Check, financing_lines};
use crate::model::municipality::StressKind;
use crate::model::units::{Kroner, Percent, Persons, Ratio, Year};
use rust_decimal::{Decimal, dec};

/// Every figure whose size or sign cannot be right.
pub(super) fn check(check: &mut Check<'_>) {
    shares(check);
    rates(check);
    limits(check);
    signs(check);
    stress_test(check);
    thousands(check);
}

fn shares(check: &mut Check<'_>) {
    let assumptions = &check.municipality.assumptions;
    let mut shares = vec![
        ("forutsetninger.flytende_andel".to_owned(), assumptions.floating_share.value),
        ("forutsetninger.avdragsandel".to_owned(), assumptions.instalment_share.value),
        (
            "forutsetninger.tjenestenes_andel_av_inntektsvekst".to_owned(),
            assumptions.service_share_of_growth.value,
        ),
        ("forutsetninger.fondsmål".to_owned(), assumptions.fund_target.value),
        ("forutsetninger.mva_andel".to_owned(), assumptions.vat_share.value),
    ];
    shares.extend(
        assumptions
            .free_revenue_share
            .iter()
            .map(|share| ("forutsetninger.frie_inntekters_andel".to_owned(), share.value)),
    );
    shares.extend(
        assumptions.wage_share.iter().map(|share| ("forutsetninger.lønnsandel".to_owned(), share.value)),
    );
    shares.extend(check.municipality.investments.projects.iter().enumerate().filter_map(
        |(index, project)| Some((format!("investeringer.prosjekter[{index}].mva_andel"), project.vat_share?)),
    ));
    for (place, share) in shares {
        if share < Percent::ZERO || share > Percent::HUNDRED {
            let problem = format!("{} % er ikke en andel.", share.value());
            check.fault(place, problem, "Bruk et tall fra 0 til 100.");
        } else if share > Percent::ZERO && share < Percent::new(Decimal::ONE) {
            fraction(check, &place, share, "0,8 skal være 80");
        }
    }
}

fn rates(check: &mut Check<'_>) {
    let assumptions = &check.municipality.assumptions;
    let mut rates: Vec<(String, Percent)> = Vec::new();
    let mut take =
        |key: &str, year: Year, rate: Percent| rates.push((format!("forutsetninger.{key}.{year}"), rate));
    assumptions.average_rate.values.iter().for_each(|(year, rate)| take("snittrente", year, *rate));
    if let Some(deflator) = &assumptions.deflator {
        deflator.values.iter().for_each(|(year, rate)| take("deflator", year, *rate));
    }
    for (place, rate) in rates {
        if rate < Percent::ZERO || rate > Percent::new(dec!(50)) {
            let problem = format!("{} % er ikke en rente.", rate.value());
            check.fault(place, problem, "Bruk et tall fra 0 til 50.");
        } else if rate > Percent::ZERO && rate < Percent::new(dec!(0.2)) {
            fraction(check, &place, rate, "0,042 skal være 4.2");
        }
    }
}

fn limits(check: &mut Check<'_>) {
    for (index, rule) in check.municipality.rules.iter().enumerate() {
        let limits = [("grense", Some(rule.limit)), ("ønsket", rule.desired)];
        for (key, limit) in limits.into_iter().filter_map(|(key, limit)| Some((key, limit?))) {
            let place = format!("handlingsregler[{index}].{key}");
            if limit > Percent::ZERO && limit < Percent::new(dec!(0.2)) {
                fraction(check, &place, limit, "0,0175 skal være 1.75");
            }
        }
        let at_least = rule.requirement == crate::model::municipality::Requirement::AtLeast;
        if let Some(desired) = rule
            .desired
            .filter(|desired| if at_least { *desired < rule.limit } else { *desired > rule.limit })
        {
            let problem =
                format!("ønsket nivå {} er dårligere enn grensen {}.", desired.value(), rule.limit.value());
            check.fault(
                format!("handlingsregler[{index}].ønsket"),
                problem,
                "Bytt om de to, eller rett kravet.",
            );
        }
    }
}

fn fraction(check: &mut Check<'_>, place: &str, value: Percent, example: &str) {
    let problem = format!("{} ser ut som en brøk.", value.value());
    check.fault(place, problem, format!("Skriv prosent: {example}."));
}

/// A result, gains and use of funds may go either way; the other lines may not.
const EITHER_WAY: [&str; 4] =
    ["netto_driftsresultat", "gevinster_og_tap", "bundne_driftsfond", "disposisjonsfond"];

fn signs(check: &mut Check<'_>) {
    let municipality = check.municipality;
    let opening = &municipality.opening;
    let balances = [
        ("brutto_driftsinntekter", &opening.operating_revenue),
        ("driftsutgifter", &opening.operating_costs),
        ("lånegjeld", &opening.debt),
        ("selvkostgjeld", &opening.self_cost_debt),
        ("disposisjonsfond", &opening.disposition_fund),
        ("innskudd", &opening.deposits),
        ("bokført_verdi", &opening.book_value),
    ];
    for (key, figure) in balances {
        if figure.as_ref().is_some_and(|figure| figure.value.is_negative()) {
            negative(check, &format!("utgangspunkt.{key}"), "beløpet");
        }
    }
    if opening.operating_revenue.as_ref().is_some_and(|figure| figure.value == Kroner::ZERO) {
        let place = "utgangspunkt.brutto_driftsinntekter";
        check.fault(place, "inntektene må være over null.", "Skriv inntekter uten minus.");
    }
    let account = municipality.account.as_ref().map(|account| account.lines()).unwrap_or_default();
    for (key, line) in account.into_iter().filter(|(key, _)| !EITHER_WAY.contains(key)) {
        if let Some((year, _)) = line.values.iter().find(|(_, amount)| amount.is_negative()) {
            negative(check, &format!("bevilgningsoversikt_drift.{key}.verdier.{year}"), "linjen");
        }
    }
    if let Some(financing) = &municipality.investments.financing {
        for (key, line) in financing_lines(financing).into_iter().filter(|(key, _)| *key != "avrunding") {
            if let Some((year, _)) = line.values.iter().find(|(_, amount)| amount.is_negative()) {
                negative(check, &format!("investeringer.finansiering.{key}.verdier.{year}"), "linjen");
            }
        }
    }
}

/// Balances without minus, shocks in percent, and a fall in shares as a fall.
fn stress_test(check: &mut Check<'_>) {
    let Some(test) = &check.municipality.stress_test else { return };
    for (index, row) in test.rows.iter().enumerate() {
        let place = |key: &str| format!("stresstest.rader[{index}].{key}");
        if row.balance.is_negative() {
            negative(check, &place("beholdning"), "beholdningen");
        }
        let size = Percent::new(row.shock.value().abs());
        if size > Percent::ZERO && size < Percent::new(dec!(0.2)) {
            fraction(check, &place("sjokk"), row.shock, "0,02 skal være 2");
        }
        if row.kind == StressKind::Shares && row.shock > Percent::ZERO {
            let problem = format!("et aksjesjokk på {} % er en oppgang.", row.shock.value());
            check.fault(place("sjokk"), problem, "Skriv et fall med minus: -30.");
        }
    }
}

fn negative(check: &mut Check<'_>, place: &str, what: &str) {
    let remedy = "Skriv uten minus; inntekter og utgifter er begge positive i filen.";
    check.fault(place, format!("{what} er negativ: feil fortegn."), remedy);
}

/// Amounts that can only be kroner where thousands are meant, or millions.
fn thousands(check: &mut Check<'_>) {
    let municipality = check.municipality;
    let Some(income) = municipality.opening.operating_revenue.as_ref().map(|figure| figure.value) else {
        return;
    };
    if let Some(people) = &municipality.population {
        // Norwegian municipalities had between 70 000 and 400 000 kroner of income per inhabitant.
        let per_head = |kroner: i64| {
            Kroner::new(kroner).times(Ratio::between(
                people.total.inhabitants.at(municipality.plan.first_year),
                Persons::new(1),
            ))
        };
        if income > per_head(1_000_000) {
            unit(
                check,
                "utgangspunkt.brutto_driftsinntekter",
                "over en million kroner per innbygger",
                "kroner",
            );
        } else if income < per_head(10_000) && income > Kroner::ZERO {
            unit(
                check,
                "utgangspunkt.brutto_driftsinntekter",
                "under 10 000 kroner per innbygger",
                "millioner",
            );
        }
    }
    let times = |many: i64| Kroner::new(many).times_share(income, Kroner::new(1)).unwrap_or_default();
    let mut amounts: Vec<(String, Kroner)> = Vec::new();
    for (key, figure) in [
        ("lånegjeld", &municipality.opening.debt),
        ("disposisjonsfond", &municipality.opening.disposition_fund),
    ] {
        amounts.extend(figure.iter().map(|figure| (format!("utgangspunkt.{key}"), figure.value)));
    }
    for (index, project) in municipality.investments.projects.iter().enumerate() {
        let largest = project.amounts.values().iter().max().copied().unwrap_or_default();
        amounts.push((format!("investeringer.prosjekter[{index}].beløp"), largest));
    }
    for (index, measure) in municipality.measures.iter().enumerate() {
        let amounts_of = measure.amounts.as_ref().map_or(&[][..], |amounts| amounts.values());
        let largest = amounts_of.iter().map(|amount| amount.abs()).max().unwrap_or_default();
        amounts.push((format!("tiltak[{index}].beløp"), largest));
    }
    for (place, amount) in amounts {
        if amount > times(20) {
            unit(check, &place, "over tjue ganger kommunens inntekter", "kroner");
        }
    }
}

fn unit(check: &mut Check<'_>, place: &str, how: &str, given: &str) {
    let remedy = "Alle beløp skal være i 1000 kr.";
    check.fault(place, format!("beløpet er {how}; ser det ut som {given}?"), remedy);
}
