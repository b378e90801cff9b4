//! Siden: the words around the levers and the results: toolbar, notes, what is missing, what has changed.

use super::topic::topic;
use crate::model::municipality::{Indicator, NeededFigure, Plan};
use crate::model::scenario::Prices;
use crate::model::units::Year;
use crate::text::Door;

topic! {
/// Page words of one language. A label is a `&'static str`; a sentence with figures is a `String`.
#[allow(missing_docs, reason = "the words are their own documentation; see nb/page.rs")]
pub trait PageWords {
    fn product(&self) -> &'static str;
    fn skip_to_result(&self) -> &'static str;
    fn undo(&self) -> &'static str;
    fn redo(&self) -> &'static str;
    fn share(&self) -> &'static str;
    fn link_copied(&self) -> &'static str;
    fn link_not_copied(&self) -> &'static str;
    fn print(&self) -> &'static str;
    fn toolbar(&self) -> &'static str;
    fn ready_made(&self) -> &'static str;
    fn table(&self) -> &'static str;
    fn close(&self) -> &'static str;
    fn year(&self) -> &'static str;
    fn year_before(&self) -> &'static str;
    fn year_after(&self) -> &'static str;
    fn changed_title(&self) -> &'static str;
    fn remove(&self, what: &str) -> String;
    fn not_a_forecast(&self) -> &'static str;
    fn estimated_figures(&self) -> &'static str;
    fn about_figures(&self) -> &'static str;
    fn not_included_title(&self) -> &'static str;
    fn documents_title(&self) -> &'static str;
    fn estimated_title(&self) -> &'static str;
    fn version_and_data(&self, version: &str, date: &str) -> String;
    fn plan_is(&self, plan: &Plan) -> String;
    fn cannot_be_shown(&self, indicator: Indicator) -> String;
    fn missing_figure(&self, figure: NeededFigure) -> &'static str;
    fn found_in(&self, place: &str) -> String;
    fn your_own_figure(&self, figure: NeededFigure) -> String;
    fn your_figure(&self, figure: NeededFigure) -> &'static str;
    fn inhabitants_missing(&self) -> &'static str;
    fn no_inhabitants(&self) -> &'static str;
    fn own_figure_used(&self, figures: &str) -> String;
    fn use_figure(&self) -> &'static str;
    fn municipality(&self) -> &'static str;
    fn fetching_municipality(&self) -> &'static str;
    fn municipality_not_fetched(&self, id: &str) -> String;
    /// The name of a key of the municipality file, for readers.
    fn key_in_words(&self, key: &str) -> String;
    fn data_unreadable(&self) -> &'static str;
    fn try_again(&self) -> &'static str;
    fn prices(&self) -> &'static str;
    fn prices_name(&self, prices: Prices) -> &'static str;
    fn prices_explained(&self) -> &'static str;
    fn first_and_last(&self, first: Year, last: Year) -> String;
    fn link_faults_title(&self) -> &'static str;
    fn picture_refused(&self) -> &'static str;
    fn details_title(&self) -> &'static str;
    fn alternative(&self) -> &'static str;
    fn levers_title(&self) -> &'static str;
    fn door_name(&self, door: Door) -> &'static str;
    /// What is behind a door, with the number of buildings, running lines and measures.
    fn door_explained(&self, door: Door, counts: [usize; 3]) -> String;
    fn what_is(&self, about: &str) -> String;
    fn choose_year_in(&self, chart: &str) -> String;
    fn enlarge(&self, chart: &str, is_large: bool) -> String;
    fn table_of(&self, chart: &str) -> String;
    fn curve(&self) -> &'static str;
    fn curve_of(&self, chart: &str) -> String;
    fn requirement_is(&self, requirement: &str) -> String;
    fn why_fund_stays(&self, limit: &str) -> String;
    fn examples_title(&self) -> &'static str;
    fn rate_up_one(&self) -> &'static str;
    fn without(&self, project: &str) -> String;
    fn reset_all(&self) -> &'static str;
    fn year_choice(&self) -> &'static str;
    fn the_amounts(&self) -> &'static str;
    fn opening_line(&self, municipality: &str, plan: &Plan, last: Year) -> String;
    fn compared_line(&self, own: &str, with: &str) -> String;
    fn in_prices(&self, prices: Prices) -> String;
    fn back_to_numbers(&self) -> &'static str;
    fn press_a_figure(&self) -> &'static str;
    fn rules_year_by_year(&self) -> &'static str;
    fn broken(&self) -> &'static str;
    fn cross_means_broken(&self) -> &'static str;
    /// How an alternative without a name is called where the reader may be another.
    fn the_alternative(&self) -> &'static str;
    fn against(&self, name: &str, plan: &str) -> String;
    fn changed_from(&self, plan: &str) -> String;
    fn link_opens_again(&self) -> &'static str;
}
}
