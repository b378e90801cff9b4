//! Resultatene: the words of rules, charts, tables and the year's account.

use super::sentence::{AccountLine, ResultSentence, RuleFinding};
use super::table_line::TableLine;
use super::topic::topic;
use crate::model::municipality::{FiscalRule, Indicator, Plan};
use crate::model::scenario::Prices;
use crate::model::units::Year;

topic! {
/// Result words of one language. A label is a `&'static str`; a sentence with figures is a `String`.
#[allow(missing_docs, reason = "the words are their own documentation; see nb/results.rs")]
pub trait ResultWords {
    fn plan_label(&self, plan: &Plan) -> String;
    fn plan_in_prices(&self, plan: &Plan, prices: Prices) -> String;
    fn scenario_label(&self) -> &'static str;
    fn plan_short(&self, plan: &Plan) -> &'static str;
    fn plan_in_own_world_short(&self) -> &'static str;
    fn scenario_short(&self) -> &'static str;
    fn difference(&self) -> &'static str;
    fn indicator_name(&self, indicator: Indicator) -> &'static str;
    fn indicator_explained(&self, indicator: Indicator) -> &'static str;
    fn of_revenue(&self) -> &'static str;
    fn rule_line(&self, rule: &FiscalRule) -> String;
    fn rule_short_name(&self, indicator: Indicator) -> &'static str;
    fn triangle_title(&self) -> &'static str;
    fn triangle_explained(&self) -> &'static str;
    fn triangle_sentence(&self, who: &str, first: Year, last: Year) -> String;
    fn triangle_corner(&self, indicator: Indicator) -> &'static str;
    fn year_account(&self) -> &'static str;
    fn account_unit(&self, prices: Prices, first_year: Year) -> String;
    fn result_sentence(&self, sentence: &ResultSentence) -> String;
    fn rule_sentence(&self, finding: &RuleFinding) -> String;
    fn range_sentence(&self, lowest: (Year, &str), highest: (Year, &str)) -> String;
    fn level_sentence(&self, counts: [usize; 3], year_count: usize) -> String;
    fn in_million_kroner(&self) -> &'static str;
    fn desired(&self) -> &'static str;
    fn no_rule(&self) -> &'static str;
    fn percentage_points(&self, value: &str) -> String;
    fn percentage_points_a_year(&self, value: &str) -> String;
    fn earlier_years(&self) -> &'static str;
    fn transfer_cut(&self, year: Year) -> String;
    fn fund_empty(&self, year: Year) -> String;
    fn not_covered(&self, year: Year) -> String;
    fn line_name(&self, line: AccountLine) -> &'static str;
    /// With the form it belongs to.
    fn table_line(&self, line: TableLine) -> &'static str;
    /// What the table is in: units and price level.
    fn table_units(&self, price_level: &str) -> String;
    /// Prisnivå: the prices that amounts are in.
    fn price_level(&self, plan: &Plan, prices: Prices) -> String;
    fn extension_starts(&self) -> &'static str;
    fn uncovered_deficit(&self, year: Year) -> String;
    fn robek(&self, year: Year) -> String;
}
}
