//! Kontroller: what a municipality file of the right form may still get wrong. All faults at once.

use super::{Fault, did_you_mean, scenario_file};
use crate::model::municipality::{Municipality, Provenance, Quality, SeriesFigure};
use crate::model::units::{Kroner, Percent, Persons, Year, YearSeries};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Every fault of content.
pub(super) fn all(municipality: &Municipality) -> Vec<Fault> {
    let mut check = Check { municipality, faults: Vec::new() };
    check.head();
    check.years();
    check.sums();
    check.shares();
    check.names();
    check.provenances();
    check.ready_made();
    check.faults
}

struct Check<'a> {
    municipality: &'a Municipality,
    faults: Vec<Fault>,
}

impl Check<'_> {
    fn fault(&mut self, place: impl Into<String>, problem: impl Into<String>, remedy: impl Into<String>) {
        self.faults.push(Fault::new(place, problem, remedy));
    }

    fn head(&mut self) {
        let municipality = self.municipality;
        if municipality.format != "handlingsrom-kommune" {
            self.fault(
                "format",
                format!("«{}» er ikke en kommunefil.", municipality.format),
                "Skriv \"handlingsrom-kommune\".",
            );
        }
        if municipality.format_version != 1 {
            self.fault(
                "formatversjon",
                format!("versjon {} er ukjent.", municipality.format_version),
                "Dette programmet leser versjon 1.",
            );
        }
        if municipality.plan.unit != "1000 kr" {
            self.fault(
                "plan.beløpsenhet",
                format!("«{}» kan ikke leses.", municipality.plan.unit),
                "Alle beløp skal være i \"1000 kr\".",
            );
        }
        if !(4..=20).contains(&municipality.plan.year_count) {
            self.fault(
                "plan.antall_år",
                format!("{} år går ikke.", municipality.plan.year_count),
                "Bruk fra 4 til 20 år.",
            );
        }
        if municipality.opening.operating_revenue.value <= Kroner::ZERO {
            self.fault(
                "utgangspunkt.brutto_driftsinntekter",
                "inntektene må være over null.",
                "Skriv inntekter uten minus.",
            );
        }
        if municipality.opening.debt.value.is_negative() {
            self.fault("utgangspunkt.lånegjeld", "gjelden er negativ.", "Skriv gjeld uten minus.");
        }
    }

    fn years(&mut self) {
        let municipality = self.municipality;
        let (plan, financing) = (&municipality.investments, &municipality.investments.financing);
        self.covers("forutsetninger.snittrente", &municipality.assumptions.average_rate.values);
        self.covers("kalibrering", &municipality.calibration.values);
        self.covers("omstilling.innsparing", &municipality.restructuring.savings.values);
        self.covers("investeringer.sum", &plan.total.values);
        for (name, series) in financing_lines(financing) {
            self.covers(&format!("investeringer.finansiering.{name}"), &series.values);
        }
        for (index, project) in plan.projects.iter().enumerate() {
            self.covers(&format!("investeringer.prosjekter[{index}].beløp"), &project.amounts);
        }
        for (index, group) in municipality.population.age_groups.iter().enumerate() {
            self.covers(&format!("befolkning.aldersgrupper[{index}].innbyggere"), &group.inhabitants);
        }
    }

    fn covers<T>(&mut self, place: &str, series: &YearSeries<T>) {
        let missing: Vec<String> = self
            .municipality
            .years()
            .filter(|year| series.get(*year).is_none())
            .map(|year| year.to_string())
            .collect();
        if !missing.is_empty() {
            self.fault(
                place,
                format!("tall mangler for {}.", missing.join(", ")),
                "Alle planårene må være med.",
            );
        }
    }

    fn sums(&mut self) {
        let (plan, population) = (&self.municipality.investments, &self.municipality.population);
        for year in self.municipality.years() {
            let lines: Kroner = plan.projects.iter().map(|project| project.amounts.at(year)).sum();
            self.foots("investeringer.sum", year, lines, plan.total.values.at(year), "prosjektene");
            let paid: Kroner =
                financing_lines(&plan.financing).iter().map(|(_, line)| line.values.at(year)).sum();
            self.foots(
                "investeringer.finansiering",
                year,
                paid,
                plan.total.values.at(year),
                "finansieringen",
            );
            let people: Persons = population.age_groups.iter().map(|group| group.inhabitants.at(year)).sum();
            let printed = population.total.inhabitants.at(year);
            // Groups and total are rounded each by themselves in print: half a person a group.
            let rounding = Decimal::from(population.age_groups.len()) * Decimal::new(5, 1);
            if (people - printed).value().abs() > rounding {
                let problem = format!(
                    "aldersgruppene summerer til {} i {year}, men summen er {}.",
                    people.value(),
                    printed.value()
                );
                self.fault(
                    format!("befolkning.sum.innbyggere.{year}"),
                    problem,
                    "Rett gruppene eller summen.",
                );
            }
        }
    }

    fn foots(&mut self, place: &str, year: Year, parts: Kroner, total: Kroner, what: &str) {
        if parts != total {
            let problem = format!(
                "{what} summerer til {} i {year}, men summen er {}.",
                parts.thousands(),
                total.thousands()
            );
            self.fault(format!("{place}.{year}"), problem, "Rett linjene eller summen; alle tall i 1000 kr.");
        }
    }

    fn shares(&mut self) {
        let assumptions = &self.municipality.assumptions;
        let shares = [
            ("flytende_andel", assumptions.floating_share.value),
            ("avdragsandel", assumptions.instalment_share.value),
            ("tjenestenes_andel_av_inntektsvekst", assumptions.service_share_of_growth.value),
            ("fondsmål", assumptions.fund_target.value),
            ("mva_andel", assumptions.vat_share.value),
        ];
        for (name, share) in shares {
            let place = format!("forutsetninger.{name}");
            if share < Percent::ZERO || share > Percent::HUNDRED {
                self.fault(
                    place,
                    format!("{} % er ikke en andel.", share.value()),
                    "Bruk et tall fra 0 til 100.",
                );
            } else if share > Percent::ZERO && share < Percent::new(Decimal::ONE) {
                self.fault(
                    place,
                    format!("{} ser ut som en brøk.", share.value()),
                    "Skriv prosent: 0,8 skal være 80.",
                );
            }
        }
        let rates: Vec<(Year, Percent)> =
            assumptions.average_rate.values.iter().map(|(year, rate)| (year, *rate)).collect();
        for (year, rate) in rates {
            if rate < Percent::ZERO || rate > Percent::new(Decimal::from(50)) {
                self.fault(
                    format!("forutsetninger.snittrente.{year}"),
                    format!("{} % er ikke en rente.", rate.value()),
                    "Bruk et tall fra 0 til 50.",
                );
            }
        }
    }

    fn names(&mut self) {
        let municipality = self.municipality;
        self.unique("handlingsregler", municipality.rules.iter().map(|rule| rule.id.as_str()));
        self.unique("dokumenter", municipality.documents.iter().map(|document| document.id.as_str()));
        self.unique(
            "investeringer.prosjekter",
            municipality.investments.projects.iter().map(|project| project.id.as_str()),
        );
        self.unique("tiltak", municipality.measures.iter().map(|measure| measure.id.as_str()));
        self.unique(
            "befolkning.aldersgrupper",
            municipality.population.age_groups.iter().map(|group| group.id.as_str()),
        );
        let groups = &municipality.measure_groups;
        for (index, measure) in municipality.measures.iter().enumerate() {
            for (key, id, known) in [
                ("utvalg", &measure.committee, &groups.committees),
                ("kategori", &measure.category, &groups.categories),
            ] {
                if !known.iter().any(|group| group.id == *id) {
                    let remedy = did_you_mean(id, known.iter().map(|group| group.id.as_str()));
                    self.fault(
                        format!("tiltak[{index}].{key}"),
                        format!("«{id}» står ikke i tiltaksgruppene."),
                        remedy,
                    );
                }
            }
        }
    }

    fn unique<'b>(&mut self, place: &str, ids: impl Iterator<Item = &'b str>) {
        let mut seen = BTreeSet::new();
        for (index, id) in ids.enumerate() {
            if !seen.insert(id) {
                self.fault(
                    format!("{place}[{index}].id"),
                    format!("«{id}» er brukt før."),
                    "Gi hver sin id.",
                );
            }
        }
    }

    fn provenances(&mut self) {
        let municipality = self.municipality;
        let (opening, assumptions) = (&municipality.opening, &municipality.assumptions);
        let fixed: [(&str, &Provenance); 16] = [
            ("utgangspunkt.brutto_driftsinntekter", &opening.operating_revenue.provenance),
            ("utgangspunkt.driftsutgifter", &opening.operating_costs.provenance),
            ("utgangspunkt.netto_driftsresultat", &opening.net_operating_result.provenance),
            ("utgangspunkt.lånegjeld", &opening.debt.provenance),
            ("utgangspunkt.disposisjonsfond", &opening.disposition_fund.provenance),
            ("forutsetninger.snittrente", &assumptions.average_rate.provenance),
            ("forutsetninger.flytende_andel", &assumptions.floating_share.provenance),
            ("forutsetninger.rentebinding_år", &assumptions.fixing_ladder_years.provenance),
            ("forutsetninger.avdragsandel", &assumptions.instalment_share.provenance),
            (
                "forutsetninger.tjenestenes_andel_av_inntektsvekst",
                &assumptions.service_share_of_growth.provenance,
            ),
            ("forutsetninger.fondsmål", &assumptions.fund_target.provenance),
            ("forutsetninger.mva_andel", &assumptions.vat_share.provenance),
            ("befolkning.sum", &municipality.population.total.provenance),
            ("omstilling.innsparing", &municipality.restructuring.savings.provenance),
            ("investeringer.sum", &municipality.investments.total.provenance),
            ("kalibrering", &municipality.calibration.provenance),
        ];
        for (place, provenance) in fixed {
            self.provenance(place, provenance);
        }
        for (name, line) in financing_lines(&municipality.investments.financing) {
            self.provenance(&format!("investeringer.finansiering.{name}"), &line.provenance);
        }
        let listed = municipality.rules.iter().map(|rule| ("handlingsregler", &rule.id, &rule.provenance));
        let listed = listed
            .chain(
                municipality
                    .population
                    .age_groups
                    .iter()
                    .map(|group| ("befolkning.aldersgrupper", &group.id, &group.provenance)),
            )
            .chain(
                municipality
                    .investments
                    .projects
                    .iter()
                    .map(|project| ("investeringer.prosjekter", &project.id, &project.provenance)),
            )
            .chain(municipality.measures.iter().map(|measure| ("tiltak", &measure.id, &measure.provenance)))
            .chain(
                municipality
                    .ready_made
                    .iter()
                    .map(|scenario| ("ferdige_scenarioer", &scenario.id, &scenario.provenance)),
            );
        for (place, id, provenance) in listed {
            self.provenance(&format!("{place}.{id}"), provenance);
        }
    }

    fn provenance(&mut self, place: &str, provenance: &Provenance) {
        if provenance.quality == Quality::Printed && provenance.source.is_none() {
            self.fault(
                place,
                "et trykt tall må ha kilde.",
                "Legg til \"kilde\" med dokument og linje eller side, eller skriv \"beregnet\".",
            );
        }
        if provenance.quality == Quality::Estimated && provenance.note.as_deref().unwrap_or("").is_empty() {
            self.fault(place, "et beregnet tall må si hvordan.", "Legg til \"merknad\" med regnestykket.");
        }
        if let Some(source) = &provenance.source
            && self.municipality.document(&source.document).is_none()
        {
            let remedy = did_you_mean(
                &source.document,
                self.municipality.documents.iter().map(|document| document.id.as_str()),
            );
            self.fault(
                format!("{place}.kilde.dokument"),
                format!("dokumentet «{}» finnes ikke i filen.", source.document),
                remedy,
            );
        }
    }

    fn ready_made(&mut self) {
        for scenario in &self.municipality.ready_made {
            let (_, faults) = scenario_file::sound(self.municipality, &scenario.changes);
            for fault in faults {
                self.fault(
                    format!("ferdige_scenarioer.{}.endringer.{}", scenario.id, fault.place),
                    fault.problem,
                    fault.remedy,
                );
            }
        }
    }
}

/// The financing lines by name.
fn financing_lines(
    financing: &crate::model::municipality::Financing,
) -> [(&'static str, &SeriesFigure<Kroner>); 5] {
    [
        ("mva_kompensasjon", &financing.vat_compensation),
        ("salg_og_tilskudd", &financing.sales_and_grants),
        ("overføring_fra_drift", &financing.transfer_from_operations),
        ("bruk_av_lån", &financing.use_of_loans),
        ("avrunding", &financing.rounding),
    ]
}
