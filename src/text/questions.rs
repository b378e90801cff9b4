//! Spørsmålene: the words of the questions asked of the model.

use super::topic::topic;
use crate::analysis::attribution::Cause;
use crate::analysis::capacity::{Goal, Zone};
use crate::analysis::futures::Drawn;
use crate::model::lever::{Lever, LeverGroup};
use crate::model::municipality::Indicator;
use crate::model::units::{Kroner, Percent, Year};
use crate::text::Panel;
use rust_decimal::Decimal;

topic! {
/// The words of one language for the questions.
#[allow(missing_docs, reason = "the words are their own documentation; see nb/questions.rs")]
pub trait QuestionWords {
    fn questions_title(&self) -> &'static str;
    /// The question that a panel answers.
    fn question_title(&self, panel: Panel) -> &'static str;
    fn working(&self) -> &'static str;
    fn fetching_answers(&self) -> &'static str;
    fn answers_not_fetched(&self) -> &'static str;
    fn figure_title(&self) -> &'static str;
    fn show_working(&self) -> &'static str;
    fn open_a_figure(&self) -> &'static str;
    fn no_such_figure(&self) -> &'static str;
    fn figure_in(&self, name: &str, year: Year, in_plan: bool) -> String;
    fn comes_from(&self) -> &'static str;
    fn in_nominal_prices(&self) -> &'static str;
    fn made_of(&self) -> &'static str;
    fn show_it(&self) -> &'static str;
    fn open_figure(&self, name: &str, column: &str, value: &str) -> String;
    fn why_title(&self) -> &'static str;
    fn why_nothing(&self) -> &'static str;
    fn why_explained(&self) -> &'static str;
    fn cause(&self) -> &'static str;
    fn cause_name(&self, cause: Cause) -> &'static str;
    fn cause_in_sentence(&self, cause: Cause) -> &'static str;
    fn project_moved(&self, project: &str, from: Year, to: Year) -> String;
    fn project_left_out(&self, project: &str) -> String;
    fn indicator_definite(&self, indicator: Indicator) -> &'static str;
    fn why_sentence(
        &self,
        indicator: Indicator,
        year: Year,
        change: Decimal,
        unit: &str,
        causes: &[(String, String)],
    ) -> String;
    fn points_heading(&self) -> &'static str;
    fn million_heading(&self) -> &'static str;
    fn alone_heading(&self) -> &'static str;
    fn interaction_heading(&self) -> &'static str;
    fn side_name(&self, group: LeverGroup) -> &'static str;
    fn change_in_all(&self) -> &'static str;
    fn seek_title(&self) -> &'static str;
    fn seek_which(&self) -> &'static str;
    fn seek_from(&self) -> &'static str;
    fn seek_until(&self) -> &'static str;
    fn seek_explained(&self) -> &'static str;
    fn seek_nothing_measured(&self) -> &'static str;
    fn seek_holds_now(&self) -> &'static str;
    fn lever(&self) -> &'static str;
    fn stands_at(&self) -> &'static str;
    fn holds_in(&self) -> &'static str;
    fn least_change(&self) -> &'static str;
    fn low_to_high(&self, low: &str, high: &str) -> String;
    fn stretch_spoken(&self, stretches: &str) -> String;
    fn set_to(&self, value: &str) -> String;
    /// The same for a lever by name; the text of the button comes first, for speech control.
    fn set_lever_to(&self, lever: &str, value: &str) -> String;
    fn already_enough(&self) -> &'static str;
    fn not_enough_alone(&self, best: &str, short: &str) -> String;
    fn saving_title(&self) -> &'static str;
    fn saving_needed(&self) -> &'static str;
    fn saving_from(&self) -> &'static str;
    fn saving_too_late(&self) -> &'static str;
    fn saving_never(&self) -> &'static str;
    fn painted(&self, rules: &[&str], from: Year, until: Year) -> String;
    fn change_target(&self) -> &'static str;
    fn when_title(&self) -> &'static str;
    fn choose_project(&self) -> &'static str;
    fn may_start(&self, project: &str, years: &[Year]) -> String;
    fn may_never_start(&self, project: &str, year: Year, short: &str) -> String;
    fn tornado_title(&self) -> &'static str;
    fn tornado_explained(&self, year: Year) -> String;
    fn one_step(&self, lever: &str, to: &str) -> String;
    fn step_down(&self) -> &'static str;
    fn step_up(&self) -> &'static str;
    /// Why a lever is changed by as much as it is where levers are compared.
    fn plausible_reason(&self, lever: Lever) -> &'static str;
    fn reason(&self) -> &'static str;
    fn changed_by(&self) -> &'static str;
    fn year_of_change(&self) -> &'static str;
    fn largest_change(&self, year: Year) -> String;
    fn two_levers_title(&self) -> &'static str;
    fn put_off_and_saved(&self, project: &str, years: u32, saved: &str, from: Year) -> String;
    fn put_off_is_enough(&self, project: &str, years: u32) -> String;
    fn scaled_and_saved(&self, volume: &str, saved: &str, from: Year) -> String;
    fn two_are_not_enough(&self, volume: &str, saved: &str, from: Year, short: &str) -> String;
    fn capacity_title(&self) -> &'static str;
    fn index_title(&self) -> &'static str;
    fn index_explained(&self) -> &'static str;
    fn index_formula(&self, debt_slope: &str) -> String;
    fn index_unknown(&self) -> &'static str;
    fn index(&self) -> &'static str;
    fn zone(&self) -> &'static str;
    fn zone_name(&self, zone: Zone) -> &'static str;
    fn debt_slope(&self) -> &'static str;
    fn need_title(&self) -> &'static str;
    fn need_explained(&self, from: Year) -> String;
    fn need_to(&self) -> &'static str;
    fn goal_name(&self, goal: Goal) -> &'static str;
    fn goal_levels(&self, result: Percent, fund: Percent) -> String;
    fn need_result(&self) -> &'static str;
    fn need_fund(&self) -> &'static str;
    fn need_sum(&self) -> &'static str;
    fn need_by_model(&self, year: Year) -> String;
    fn need_out_of_reach(&self) -> &'static str;
    fn shown_as(&self) -> &'static str;
    fn in_man_years(&self) -> &'static str;
    fn per_inhabitant(&self) -> &'static str;
    fn share_of_sector(&self, sector: &str) -> String;
    fn man_years(&self, count: Decimal) -> String;
    fn everyday(&self, man_years: Decimal, per_inhabitant: Option<Kroner>) -> String;
    fn stress_title(&self) -> &'static str;
    fn stress_explained(&self) -> &'static str;
    fn shock(&self) -> &'static str;
    fn all_shocks(&self) -> &'static str;
    fn shock_table(&self, last: Year) -> String;
    fn ends_at(&self, value: &str, broken: usize) -> String;
    fn source_is(&self, source: &str) -> String;
    fn stress_test(&self) -> &'static str;
    fn stress_test_headings(&self) -> [&'static str; 5];
    fn possible_loss(&self) -> &'static str;
    fn wrong_amount(&self) -> &'static str;
    fn wrong_sign(&self) -> &'static str;
    fn amounts_corrected(&self) -> &'static str;
    fn all_corrected(&self) -> &'static str;
    fn futures_title(&self) -> &'static str;
    fn not_drawn(&self) -> &'static str;
    fn draw_futures(&self, count: u32) -> String;
    fn draw_again(&self, seed: u64) -> String;
    fn every_year(&self) -> &'static str;
    fn futures_unknown(&self) -> &'static str;
    fn futures_of(&self, count: u32, seed: u64) -> String;
    fn futures_table(&self) -> &'static str;
    fn normal(&self, mean: &str, spread: &str) -> String;
    fn even(&self, from: &str, to: &str) -> String;
    fn drawn_name(&self, drawn: Drawn) -> &'static str;
    /// Why it is drawn from its distribution, and where that is printed; or that it is the program's own estimate.
    fn reason_for(&self, drawn: Drawn) -> &'static str;
    fn distribution_headings(&self) -> [&'static str; 3];
}
}
