//! Kontroller: what a municipality file of the right form may still get wrong. All faults at once.

pub mod range_table;
mod ranges;
mod sense;
mod size;
mod sums;

use super::faults::Faults;
use super::municipality_file::VERSION;
use super::{Fault, did_you_mean, scenario_file};
use crate::model::municipality::{Indicator, Municipality, NeededFigure, SeriesFigure};
use crate::model::units::{Kroner, Year, YearSeries};
use crate::text::{ContentProblem, FileProblem, List};
use serde_json::Value;
use std::collections::BTreeSet;

/// Adds every fault of content to those of form. `value` is what the municipality was read from.
///
/// Ranges come first: what is outside them may be so large that nothing can be computed from it.
pub(super) fn add(municipality: &Municipality, value: &Value, faults: &mut Faults) {
    let out_of_range = ranges::faults(value);
    let can_be_computed = faults.is_empty() && out_of_range.is_empty();
    let mut check = Check { municipality, faults: Faults::default(), can_be_computed };
    check.head();
    // Everything else goes through the years, or looks a project up by its own.
    if !HORIZON.contains(&municipality.plan.year_count) {
        return faults.take(check.faults);
    }
    check.years();
    check.names();
    check.references();
    check.missing();
    size::check(&mut check);
    sense::check(&mut check);
    ranges::add(out_of_range, &check.faults, faults);
    sums::check(&mut check);
    check.provenances();
    check.ready_made();
    faults.take(check.faults);
}

/// How many years may be projected.
const HORIZON: std::ops::RangeInclusive<usize> = 4..=20;

pub(super) struct Check<'a> {
    pub(super) municipality: &'a Municipality,
    pub(super) faults: Faults,
    /// False when a number is such that the projection may not be asked.
    can_be_computed: bool,
}

impl Check<'_> {
    pub(super) fn fault(&mut self, place: impl Into<String>, problem: impl Into<FileProblem>) {
        self.faults.add(|| Fault::new(place, problem));
    }

    fn head(&mut self) {
        let municipality = self.municipality;
        if municipality.format != "handlingsrom-kommune" {
            let format = municipality.format.clone();
            self.fault("format", ContentProblem::NotAMunicipalityFile { format });
        }
        if municipality.format_version != VERSION {
            let version = municipality.format_version;
            self.fault("formatversjon", ContentProblem::UnknownVersion { version });
        }
        let identity = &municipality.identity;
        if identity.id.is_empty()
            || !identity.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        {
            self.fault("kommune.id", ContentProblem::IdNotForLinks { id: identity.id.clone() });
        }
        if identity.number.len() != 4 || !identity.number.bytes().all(|byte| byte.is_ascii_digit()) {
            let number = identity.number.clone();
            self.fault("kommune.kommunenummer", ContentProblem::NotAMunicipalityNumber { number });
        }
        let plan = &municipality.plan;
        if plan.unit != "1000 kr" {
            self.fault("plan.beløpsenhet", ContentProblem::UnknownUnit { unit: plan.unit.clone() });
        }
        if !HORIZON.contains(&plan.year_count) {
            self.fault("plan.antall_år", ContentProblem::YearCount { count: plan.year_count });
        }
        let last = municipality.last_year();
        if plan.last_printed_year < plan.first_year || plan.last_printed_year > last {
            let (year, first) = (plan.last_printed_year, plan.first_year);
            self.fault("plan.siste_trykte_driftsår", ContentProblem::NotAPlanYear { year, first, last });
        }
    }

    fn years(&mut self) {
        let municipality = self.municipality;
        let plan = &municipality.investments;
        if let Some(line) = &municipality.calibration {
            self.covers("kalibrering", &line.values);
        }
        if let Some(programme) = &municipality.restructuring {
            self.covers("omstilling.innsparing", &programme.savings.values);
        }
        if let Some(total) = &plan.total {
            self.covers("investeringer.sum", &total.values);
        }
        if let Some(financing) = &plan.financing {
            for (name, series) in financing_lines(financing) {
                self.covers(&format!("investeringer.finansiering.{name}"), &series.values);
            }
        }
        for (index, project) in plan.projects.iter().enumerate() {
            self.covers(&format!("investeringer.prosjekter[{index}].beløp"), &project.amounts);
        }
        for (index, group) in municipality.age_groups().iter().enumerate() {
            self.covers(&format!("befolkning.aldersgrupper[{index}].innbyggere"), &group.inhabitants);
        }
        if let Some(people) = &municipality.population {
            self.covers("befolkning.sum.innbyggere", &people.total.inhabitants);
        }
        self.begins("forutsetninger.snittrente", &municipality.assumptions.average_rate.values);
        self.account_years();
    }

    /// The lines of the account begin in the first plan year and end together.
    fn account_years(&mut self) {
        let Some(account) = &self.municipality.account else { return };
        let first_year = self.municipality.plan.first_year;
        let count = account.appropriations.values.len();
        for (key, line) in account.lines() {
            let place = format!("bevilgningsoversikt_drift.{key}");
            self.begins(&place, &line.values);
            if line.values.first_year() == first_year && line.values.len() != count {
                let years = line.values.len();
                self.fault(place, ContentProblem::LineLength { years, appropriations: count });
            }
        }
        if count > self.municipality.plan.year_count {
            let planned = self.municipality.plan.year_count;
            let problem = ContentProblem::MorePrintedYears { printed: count, planned };
            self.fault("bevilgningsoversikt_drift.bevilgninger_drift_netto", problem);
        }
    }

    fn begins<T>(&mut self, place: &str, series: &YearSeries<T>) {
        let first_year = self.municipality.plan.first_year;
        if series.first_year() != first_year {
            let first = series.first_year();
            self.fault(place, ContentProblem::BeginsInAnotherYear { first, plan: first_year });
        }
    }

    fn covers<T>(&mut self, place: &str, series: &YearSeries<T>) {
        let years = self.municipality.years();
        let years: Vec<Year> = years.filter(|year| series.get(*year).is_none()).collect();
        if !years.is_empty() {
            self.fault(place, ContentProblem::YearsMissing { years });
        }
    }

    fn names(&mut self) {
        let municipality = self.municipality;
        self.unique("handlingsregler", municipality.rules.iter().map(|rule| rule.id.as_str()));
        self.unique("dokumenter", municipality.documents.iter().map(|document| document.id.as_str()));
        let projects = municipality.investments.projects.iter().map(|project| project.id.as_str());
        self.unique("investeringer.prosjekter", projects);
        self.unique("tiltak", municipality.measures.iter().map(|measure| measure.id.as_str()));
        self.unique("rammer", municipality.frames.iter().map(|frame| frame.id.as_str()));
        self.unique(
            "befolkning.aldersgrupper",
            municipality.age_groups().iter().map(|group| group.id.as_str()),
        );
        self.unique("ferdige_scenarioer", municipality.ready_made.iter().map(|ready| ready.id.as_str()));
        let mut seen = BTreeSet::new();
        for (index, rule) in municipality.rules.iter().enumerate() {
            if !seen.insert(rule.indicator) {
                let place = format!("handlingsregler[{index}].indikator");
                self.fault(place, ContentProblem::SecondRuleOfIndicator);
            }
        }
    }

    fn unique<'b>(&mut self, place: &str, ids: impl Iterator<Item = &'b str>) {
        let mut seen = BTreeSet::new();
        for (index, id) in ids.enumerate() {
            if !seen.insert(id) {
                let problem = ContentProblem::IdUsedBefore { id: id.to_owned() };
                self.fault(format!("{place}[{index}].id"), problem);
            }
        }
    }

    /// What names something else must name something that is there.
    fn references(&mut self) {
        let municipality = self.municipality;
        let groups = &municipality.measure_groups;
        let measures: Vec<&str> = municipality.measures.iter().map(|measure| measure.id.as_str()).collect();
        let projects: Vec<&str> =
            municipality.investments.projects.iter().map(|project| project.id.as_str()).collect();
        for (index, measure) in municipality.measures.iter().enumerate() {
            for (key, id, known) in [
                ("utvalg", &measure.committee, &groups.committees),
                ("kategori", &measure.category, &groups.categories),
            ] {
                let known: Vec<&str> = known.iter().map(|group| group.id.as_str()).collect();
                self.known(&format!("tiltak[{index}].{key}"), id, &known, List::MeasureGroups);
            }
            for other in &measure.overlaps {
                self.known(&format!("tiltak[{index}].overlapper"), other, &measures, List::Measures);
            }
        }
        for (index, project) in municipality.investments.projects.iter().enumerate() {
            for dependency in &project.dependencies {
                let place = format!("investeringer.prosjekter[{index}].avhengigheter");
                self.known(&place, &dependency.project, &projects, List::Projects);
            }
        }
        let ages: Vec<&str> = municipality.age_groups().iter().map(|group| group.id.as_str()).collect();
        let alternatives = municipality.population.as_ref().map_or(&[][..], |people| &people.alternatives);
        for (index, alternative) in alternatives.iter().enumerate() {
            for group in alternative.inhabitants.keys() {
                let place = format!("befolkning.alternativer[{index}].innbyggere.{group}");
                self.known(&place, group, &ages, List::AgeGroups);
            }
        }
        let documents: Vec<&str> =
            municipality.documents.iter().map(|document| document.id.as_str()).collect();
        self.known("plan.dokument", &municipality.plan.document, &documents, List::Documents);
    }

    fn known(&mut self, place: &str, id: &str, known: &[&str], list: List) {
        if !known.contains(&id) {
            self.faults.add(|| {
                let meant = did_you_mean(id, known.iter().copied());
                Fault::new(place, ContentProblem::NotInList { id: id.to_owned(), list, meant })
            });
        }
    }

    /// A figure that a curve needs is either given or said to be missing, never silently left out.
    fn missing(&mut self) {
        let municipality = self.municipality;
        let opening = &municipality.opening;
        for figure in NeededFigure::ALL {
            let given = figure.is_given(municipality);
            let said = municipality.missing.iter().any(|missing| missing.figure == figure);
            let place = match figure {
                NeededFigure::Inhabitants => "befolkning".to_owned(),
                _ => format!("utgangspunkt.{}", figure.key()),
            };
            let key = if figure == NeededFigure::Inhabitants { "befolkning" } else { figure.key() };
            if !given && !said {
                self.fault(place, ContentProblem::NeededFigure { key: key.to_owned() });
            } else if given && said {
                let key = figure.key().to_owned();
                self.fault("mangler", ContentProblem::GivenAndMissing { key });
            }
        }
        if municipality.account.is_none() && opening.operating_costs.is_none() {
            self.fault("utgangspunkt.driftsutgifter", ContentProblem::NoOperatingCosts);
        }
        if municipality.account.is_none() && opening.operating_revenue.is_none() {
            self.fault("utgangspunkt.brutto_driftsinntekter", ContentProblem::NoIncome);
        }
        let has_debt_rule = municipality.rule_for(Indicator::DebtRatio).is_some();
        if opening.self_cost_debt.is_some() && opening.debt.is_none() && has_debt_rule {
            self.fault("utgangspunkt.selvkostgjeld", ContentProblem::SelfCostDebtAlone);
        }
    }

    /// Every printed figure has a source, every estimate its arithmetic.
    fn provenances(&mut self) {
        if let Ok(value) = serde_json::to_value(self.municipality) {
            self.provenances_in("", &value);
        }
    }

    fn provenances_in(&mut self, place: &str, value: &Value) {
        let within = |part: &str| if place.is_empty() { part.to_owned() } else { format!("{place}.{part}") };
        match value {
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    // An id tells a reader more than a number does.
                    let id = item.get("id").and_then(Value::as_str).filter(|id| !id.is_empty());
                    let part = id.map_or_else(|| format!("{place}[{index}]"), |id| format!("{place}.{id}"));
                    self.provenances_in(&part, item);
                }
            }
            Value::Object(map) => {
                if let Some(quality) = map.get("kvalitet").and_then(Value::as_str) {
                    self.provenance(place, quality, map);
                }
                for (key, item) in map {
                    self.provenances_in(&within(key), item);
                }
            }
            _ => {}
        }
    }

    fn provenance(&mut self, place: &str, quality: &str, map: &serde_json::Map<String, Value>) {
        let has_note = map.get("merknad").and_then(Value::as_str).is_some_and(|note| !note.trim().is_empty());
        let source = map.get("kilde").and_then(|source| source.get("dokument")).and_then(Value::as_str);
        if quality == "trykt" && source.is_none() {
            self.fault(place, ContentProblem::NoSource);
        }
        if quality == "beregnet" && !has_note {
            self.fault(place, ContentProblem::NoNote);
        }
        let municipality = self.municipality;
        if let Some(source) = source.filter(|source| municipality.document(source).is_none()) {
            self.faults.add(|| {
                let known = municipality.documents.iter().map(|document| document.id.as_str());
                let meant = did_you_mean(source, known);
                let problem = ContentProblem::UnknownDocument { id: source.to_owned(), meant };
                Fault::new(format!("{place}.kilde.dokument"), problem)
            });
        }
    }

    fn ready_made(&mut self) {
        for scenario in &self.municipality.ready_made {
            if !self.faults.has_room() {
                return;
            }
            let (_, faults) = scenario_file::sound(self.municipality, &scenario.changes);
            for fault in faults {
                let place = format!("ferdige_scenarioer.{}.endringer.{}", scenario.id, fault.place);
                self.fault(place, fault.problem);
            }
        }
    }
}

/// The financing lines by name.
pub(super) fn financing_lines(
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
