//! Bokmål: the tables of projects and measures.

use super::{NUMBERS, Nb};
use crate::analysis::project_effect::{ComparedProject, ProjectEffect};
use crate::model::municipality::{BaselineKind, Certainty};
use crate::model::scenario::ProjectChange;
use crate::model::units::{Kroner, Percent, Year};
use crate::text::{LeverWords, ListWords, MeasureFilter, MeasureSort, ProjectFilter, ProjectSort};
use rust_decimal::{Decimal, dec};

#[rustfmt::skip]
impl ListWords for Nb {
    fn show(&self) -> &'static str { "Vis" }
    fn sort(&self) -> &'static str { "Sorter" }
    fn search_projects(&self, count: usize) -> String { format!("Søk i {count} prosjekter") }
    fn project_filter(&self, filter: ProjectFilter, count: usize) -> String {
        let name = match filter {
            ProjectFilter::Buildings => "Bygg og anlegg",
            ProjectFilter::Running => "Løpende",
            ProjectFilter::All => "Alle",
        };
        format!("{name} ({count})")
    }
    fn project_sort(&self, sort: ProjectSort) -> &'static str {
        match sort {
            ProjectSort::Changed => "flyttet, så størst",
            ProjectSort::Largest => "størst først",
            ProjectSort::Name => "navn",
            ProjectSort::Year => "første år",
        }
    }
    fn drag_hint(&self) -> &'static str { "Dra i søylen, eller bruk piltastene" }
    fn projects_caption(&self) -> &'static str { "Prosjektene år for år, mill. kr" }
    fn project(&self) -> &'static str { "Prosjekt" }
    fn included(&self) -> &'static str { "Med" }
    fn in_millions(&self) -> &'static str { "mill. kr" }
    fn move_heading(&self) -> &'static str { "Flytt" }
    fn effect_heading(&self) -> &'static str { "Resultatet, størst utslag" }
    fn change_of_project(&self, change: ProjectChange) -> String {
        if !change.included {
            return "utgår".to_owned();
        }
        let years = change.moved.unsigned_abs();
        let moved = (change.moved != 0).then(|| format!("{years} år {}", if change.moved < 0 { "tidligere" } else { "senere" }));
        let scaled = (change.scale != Percent::HUNDRED).then(|| NUMBERS.percent(change.scale, 0));
        let stretched = (change.stretched != 0).then(|| format!("{} år mer", change.stretched));
        moved.into_iter().chain(scaled).chain(stretched).collect::<Vec<_>>().join(", ")
    }
    fn bar_spoken(&self, first: Year, last: Year, change: ProjectChange) -> String {
        let years = self.years_of_project(first, last);
        let changed = self.change_of_project(change);
        if changed.is_empty() { years } else { format!("{years}, {changed}") }
    }
    fn bar_name(&self, project: &str) -> String { format!("Flytt {project}") }
    fn in_baseline(&self, kind: BaselineKind) -> &'static str {
        match kind {
            BaselineKind::AdoptedPlan => "i planen",
            BaselineKind::Proposal => "i forslaget",
            BaselineKind::Continuation => "som nå",
        }
    }
    fn effect(&self, effect: ProjectEffect) -> String {
        let size = NUMBERS.million_kroner(effect.better.abs(), u32::from(effect.better.abs().millions() < dec!(0.95)));
        let way = if effect.better.is_negative() { "dårligere" } else { "bedre" };
        let without = match effect.compared {
            ComparedProject::AsPlanned => "",
            ComparedProject::LeftOut => " uten",
        };
        if effect.better.abs().millions() < dec!(0.05) {
            return self.no_effect().to_owned();
        }
        format!("{size} {way}{without} i {}", effect.year)
    }
    fn no_effect(&self) -> &'static str { "nesten uendret" }
    fn size_of_project(&self, project: &str) -> String { format!("Omfang og byggetid: {project}") }
    fn later_cost(&self, first: Year, last: Year, amount: &str) -> String { format!("I tillegg {} i {}.", amount, self.years_of_project(first, last)) }
    fn size_label(&self) -> &'static str { "Omfang, prosent" }
    fn stretch_label(&self) -> &'static str { "Byggetid, år mer" }
    fn sum_of_years(&self, first: Year, last: Year) -> String { format!("Sum {first}–{last}:") }
    fn of_baseline(&self, kind: BaselineKind, value: &str) -> String {
        let name = match kind {
            BaselineKind::AdoptedPlan => "planen",
            BaselineKind::Proposal => "forslaget",
            BaselineKind::Continuation => "som nå",
        };
        format!("({name} {value})")
    }
    fn highest_debt(&self) -> &'static str { "Høyeste gjeldsgrad:" }
    fn percent_in_year(&self, percent: Percent, year: Year) -> String { format!("{} i {year}", NUMBERS.percent(percent, 1)) }
    fn none_found(&self) -> &'static str { "Ingenting passer til søket." }
    fn added_by_you(&self) -> &'static str { "lagt til av deg" }
    fn more_on_projects(&self) -> &'static str { "Utsettelse av hele planen, og salg" }
    fn later_is_spread(&self) -> &'static str { "Beløp som planen bare oppgir samlet for årene etter de ti, er fordelt jevnt (beregnet)." }
    fn search_measures(&self, count: usize) -> String { format!("Søk i {count} tiltak") }
    fn measure_filter(&self, filter: MeasureFilter, count: usize) -> String {
        let name = match filter {
            MeasureFilter::Savings => "Innsparinger",
            MeasureFilter::Costs => "Merutgifter",
            MeasureFilter::All => "Alle",
        };
        format!("{name} ({count})")
    }
    fn measure_sort(&self, sort: MeasureSort) -> &'static str {
        match sort {
            MeasureSort::Largest => "størst først",
            MeasureSort::Changed => "endret, så størst",
            MeasureSort::Name => "navn",
            MeasureSort::Printed => "som i dokumentet",
        }
    }
    fn area(&self) -> &'static str { "Område" }
    fn every_area(&self) -> &'static str { "Alle" }
    fn measures_caption(&self) -> &'static str { "Tiltakene år for år, mill. kr" }
    fn measure(&self) -> &'static str { "Tiltak" }
    fn saves_or_costs(&self, saves: bool) -> &'static str { if saves { "sparer" } else { "koster" } }
    fn amounts_heading(&self, filter: MeasureFilter) -> &'static str {
        match filter {
            MeasureFilter::Savings => "sparer, mill. kr",
            MeasureFilter::Costs => "koster, mill. kr",
            MeasureFilter::All => "mill. kr",
        }
    }
    fn certainty_heading(&self) -> &'static str { "Sikkerhet" }
    fn certainty_word(&self, certainty: Option<Certainty>) -> &'static str {
        match certainty {
            Some(Certainty::Green) => "sikkert",
            Some(Certainty::Yellow) => "sannsynlig",
            Some(Certainty::Red) => "tvilsomt",
            None => "ikke vurdert",
        }
    }
    fn realised_heading(&self) -> &'static str { "Gjennomføres, %" }
    fn delayed_heading(&self) -> &'static str { "År utsatt" }
    fn remark(&self) -> &'static str { "merknad" }
    fn remark_on(&self, what: &str, measure: &str) -> String { format!("{what}: {measure}") }
    fn show_more(&self, left: usize) -> String { format!("Vis {left} flere") }
    fn switches_explained(&self, kind: BaselineKind) -> String { format!("Grå bryter: {}. Blå: endret av deg.", self.in_baseline(kind)) }
    fn savings_sum(&self, count: usize, full: &str, realised: &str, year: Year) -> String {
        let noun = if count == 1 { "innsparing" } else { "innsparinger" };
        if full == realised { format!("{count} {noun} er med: {full} i {year}.") } else { format!("{count} {noun} er med: {full} i {year}, {realised} etter gjennomføring.") }
    }
    fn costs_sum(&self, costs: &str) -> String { format!("Merutgifter: {costs}.") }
    fn more_on_measures(&self) -> &'static str { "Rammer, inntekter og gjennomføring av alle tiltak" }
    fn saving_or_cost(&self) -> &'static str { "Sparer eller koster tiltaket?" }
    fn show_fewer(&self) -> &'static str { "Vis færre" }
    fn compact_millions(&self, amount: Kroner) -> String {
        let millions = amount.millions();
        let is_whole = millions.abs() >= Decimal::TEN || millions.fract().abs() < dec!(0.05);
        NUMBERS.number(millions, u32::from(!is_whole))
    }
}
