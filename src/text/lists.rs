//! Lister: the words of the tables of projects and measures, and how they are searched and sorted.

use super::topic::topic;
use crate::analysis::project_effect::ProjectEffect;
use crate::model::municipality::{BaselineKind, Certainty};
use crate::model::scenario::ProjectChange;
use crate::model::units::{Kroner, Percent, Year};
use strum::VariantArray;

/// Which projects are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, VariantArray)]
pub enum ProjectFilter {
    /// Bygg og anlegg: what has a start and an end.
    #[default]
    Buildings,
    /// Løpende: what is appropriated every year.
    Running,
    /// Alle.
    All,
}

/// The order of the projects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, VariantArray)]
pub enum ProjectSort {
    /// What is changed first, then the largest.
    #[default]
    Changed,
    /// The largest first.
    Largest,
    /// By name.
    Name,
    /// By the first year of cost.
    Year,
}

/// Which measures are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, VariantArray)]
pub enum MeasureFilter {
    /// Innsparinger.
    #[default]
    Savings,
    /// Merutgifter.
    Costs,
    /// Alle.
    All,
}

/// The order of the measures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, VariantArray)]
pub enum MeasureSort {
    /// The largest first.
    #[default]
    Largest,
    /// What is changed first, then the largest.
    Changed,
    /// By name.
    Name,
    /// As in the document.
    Printed,
}

topic! {
/// The words of one language for the tables of projects and measures.
#[allow(missing_docs, reason = "the words are their own documentation; see nb/lists.rs")]
pub trait ListWords {
    fn show(&self) -> &'static str;
    fn sort(&self) -> &'static str;
    fn search_projects(&self, count: usize) -> String;
    fn project_filter(&self, filter: ProjectFilter, count: usize) -> String;
    fn project_sort(&self, sort: ProjectSort) -> &'static str;
    fn drag_hint(&self) -> &'static str;
    fn projects_caption(&self) -> &'static str;
    fn project(&self) -> &'static str;
    fn included(&self) -> &'static str;
    fn in_millions(&self) -> &'static str;
    fn move_heading(&self) -> &'static str;
    fn effect_heading(&self) -> &'static str;
    /// What is done to a project; nothing for one that is as planned.
    fn change_of_project(&self, change: ProjectChange) -> String;
    /// The place of a bar, spoken.
    fn bar_spoken(&self, first: Year, last: Year, change: ProjectChange) -> String;
    fn bar_name(&self, project: &str) -> String;
    fn in_baseline(&self, kind: BaselineKind) -> &'static str;
    fn effect(&self, effect: ProjectEffect) -> String;
    fn no_effect(&self) -> &'static str;
    fn size_of_project(&self, project: &str) -> String;
    fn later_cost(&self, first: Year, last: Year, amount: &str) -> String;
    fn size_label(&self) -> &'static str;
    fn stretch_label(&self) -> &'static str;
    fn sum_of_years(&self, first: Year, last: Year) -> String;
    fn of_baseline(&self, kind: BaselineKind, value: &str) -> String;
    fn highest_debt(&self) -> &'static str;
    fn percent_in_year(&self, percent: Percent, year: Year) -> String;
    fn none_found(&self) -> &'static str;
    fn added_by_you(&self) -> &'static str;
    fn more_on_projects(&self) -> &'static str;
    fn later_is_spread(&self) -> &'static str;
    fn search_measures(&self, count: usize) -> String;
    fn measure_filter(&self, filter: MeasureFilter, count: usize) -> String;
    fn measure_sort(&self, sort: MeasureSort) -> &'static str;
    fn area(&self) -> &'static str;
    fn every_area(&self) -> &'static str;
    fn measures_caption(&self) -> &'static str;
    fn measure(&self) -> &'static str;
    fn saves_or_costs(&self, saves: bool) -> &'static str;
    fn amounts_heading(&self, filter: MeasureFilter) -> &'static str;
    fn certainty_heading(&self) -> &'static str;
    fn certainty_word(&self, certainty: Option<Certainty>) -> &'static str;
    fn realised_heading(&self) -> &'static str;
    fn delayed_heading(&self) -> &'static str;
    fn remark(&self) -> &'static str;
    fn remark_on(&self, what: &str, measure: &str) -> String;
    fn show_more(&self, left: usize) -> String;
    fn switches_explained(&self, kind: BaselineKind) -> String;
    /// What is chosen saves, in a year, before and after realisation, and the same in the plan.
    fn savings_sum(&self, count: usize, full: &str, realised: &str, year: Year) -> String;
    fn costs_sum(&self, costs: &str) -> String;
    fn more_on_measures(&self) -> &'static str;
    fn saving_or_cost(&self) -> &'static str;
    fn show_fewer(&self) -> &'static str;
    fn compact_millions(&self, amount: Kroner) -> String;
}
}
