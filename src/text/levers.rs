//! Spakene: the words of levers, of what opens under them, and of number fields.

use super::topic::topic;
use crate::model::lever::{Lever, LeverGroup, LeverUnit};
use crate::model::municipality::{BaselineKind, Certainty};
use crate::model::units::Year;
use rust_decimal::Decimal;

topic! {
/// Lever words of one language. A label is a `&'static str`; a sentence with figures is a `String`.
#[allow(missing_docs, reason = "the words are their own documentation; see nb/levers.rs")]
pub trait LeverWords {
    fn group_name(&self, group: LeverGroup) -> &'static str;
    fn group_explained(&self, group: LeverGroup) -> &'static str;
    fn reset(&self) -> &'static str;
    fn reset_lever(&self, name: &str) -> String;
    fn lever_name(&self, input: Lever) -> &'static str;
    /// What is moved, where the lever has a subject: its name is given.
    fn lever_of(&self, lever: Lever, subject: &str) -> String;
    fn lever_explained(&self, input: Lever) -> &'static str;
    fn range_reason(&self, input: Lever) -> &'static str;
    fn unit(&self, unit: LeverUnit) -> &'static str;
    fn unit_spoken(&self, unit: LeverUnit) -> &'static str;
    fn number_field(&self, name: &str, unit: &str) -> String;
    fn less(&self, name: &str) -> String;
    fn more(&self, name: &str) -> String;
    fn not_a_number(&self, text: &str, example: &str) -> String;
    fn outside_range(&self, text: &str, min: &str, max: &str) -> String;
    fn beyond_range(&self, text: &str, min: &str, max: &str, taken: &str) -> String;
    fn details_of(&self, input: Lever) -> String;
    fn rate_in_plan(&self) -> &'static str;
    fn rate_in_scenario(&self) -> &'static str;
    fn rate_change(&self) -> &'static str;
    fn age_group(&self) -> &'static str;
    fn inhabitants_total(&self) -> &'static str;
    fn inhabitants_in(&self) -> &'static str;
    fn growth_change(&self) -> &'static str;
    fn years_of_project(&self, first: Year, last: Year) -> String;
    fn running_project(&self) -> &'static str;
    fn one_year_earlier(&self, project: &str) -> String;
    fn one_year_later(&self, project: &str) -> String;
    fn projects_explained(&self, later: bool) -> String;
    fn dropped(&self) -> &'static str;
    fn moved_from_to(&self, from: Year, to: Year) -> String;
    fn measures_explained(&self, years: [Year; 2]) -> String;
    fn realisation(&self) -> &'static str;
    fn measures_of(&self, committee: &str, count: usize, chosen: usize) -> String;
    fn no_measure_in_plan(&self) -> &'static str;
    fn not_in_plan(&self) -> &'static str;
    fn locked(&self) -> &'static str;
    /// Where a lever leads: from the plan's figure to that of the scenario, which may be the same.
    fn lever_reading(&self, input: Lever, plan: &str, now: &str, year: Year) -> String;
    /// What the number field of a main lever is in.
    fn lever_unit(&self, input: Lever) -> &'static str;
    /// An end of the track, as short as it can be.
    fn lever_limit(&self, input: Lever, value: Decimal) -> String;
    /// What the field of a lever says where the plan stands.
    fn as_plan(&self, kind: BaselineKind) -> &'static str;
    fn input_value(&self, input: Lever, value: Decimal) -> String;
    fn cost_by_age_explained(&self, by_plan: &str, by_age: &str, year: Year) -> String;
    fn age_support(&self, first: (Year, &str), last: (Year, &str)) -> String;
    fn more_levers(&self, input: Lever) -> &'static str;
    fn frames_title(&self) -> &'static str;
    fn frame_amount(&self) -> &'static str;
    fn sale(&self) -> &'static str;
    fn scale(&self) -> &'static str;
    fn stretch(&self) -> &'static str;
    fn delay(&self) -> &'static str;
    fn own_projects(&self) -> &'static str;
    fn own_measures(&self) -> &'static str;
    fn own_name(&self) -> &'static str;
    fn own_cost(&self) -> &'static str;
    fn own_start(&self) -> &'static str;
    fn own_years(&self) -> &'static str;
    fn own_saving(&self) -> &'static str;
    fn own_ramp(&self) -> &'static str;
    fn own_one_off_cost(&self) -> &'static str;
    fn own_effect(&self) -> &'static str;
    fn add(&self) -> &'static str;
    fn name_missing(&self) -> &'static str;
    fn amount_from(&self, millions: &str, year: Year) -> String;
    fn overlaps(&self, other: &str) -> String;
    fn no_amount(&self) -> &'static str;
    fn certainty(&self, certainty: Certainty) -> &'static str;
    fn statutory(&self, law: &str) -> String;
    fn dependency_broken(&self, project: &str, reason: &str) -> String;
    fn rate_on_new_loans_only(&self) -> &'static str;
}
}
