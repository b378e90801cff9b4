//! Siden: the words around the levers and the results: toolbar, notes, what is missing, what has changed.

use super::topic::topic;
use crate::model::municipality::{Indicator, NeededFigure, Plan};
use crate::model::scenario::Prices;
use crate::model::units::Year;

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
    fn choose_ready_made(&self) -> &'static str;
    fn table(&self) -> &'static str;
    fn close(&self) -> &'static str;
    fn year(&self) -> &'static str;
    fn year_before(&self) -> &'static str;
    fn year_after(&self) -> &'static str;
    fn changed_title(&self) -> &'static str;
    fn nothing_changed(&self) -> &'static str;
    fn changed_count(&self, count: usize) -> String;
    fn remove(&self, what: &str) -> String;
    fn plan_then(&self, value: &str) -> String;
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
    fn how_to_move(&self) -> &'static str;
}
}
