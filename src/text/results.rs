//! Resultatene: the words of rules, charts, tables and the year's account.

use super::sentence::{AccountLine, Because, Changed, RuleFinding, Verdict};
use super::table_line::TableLine;
use super::topic::topic;
use crate::model::municipality::{BaselineKind, FiscalRule, Indicator, Plan};
use crate::model::notice::Notice;
use crate::model::scenario::Prices;
use crate::model::units::{Kroner, Year};

topic! {
/// Result words of one language. A label is a `&'static str`; a sentence with figures is a `String`.
#[allow(missing_docs, reason = "the words are their own documentation; see nb/results.rs")]
pub trait ResultWords {
    /// The plan by its full and true name.
    fn plan_label(&self, plan: &Plan) -> String;
    /// The plan in running text, without a capital letter.
    fn plan_noun(&self, kind: BaselineKind) -> &'static str;
    /// The plan in the world of an alternative, which this was moved in.
    fn plan_in_same_world(&self, kind: BaselineKind, world: &[Because]) -> String;
    /// The plan when only this is moved in the world.
    fn plan_in_moved_world(&self, kind: BaselineKind, world: &[Because]) -> String;
    fn scenario_label(&self) -> &'static str;
    fn plan_short(&self, plan: &Plan) -> &'static str;
    fn scenario_short(&self) -> &'static str;
    fn difference(&self) -> &'static str;
    fn indicator_name(&self, indicator: Indicator) -> &'static str;
    fn indicator_explained(&self, indicator: Indicator) -> &'static str;
    fn of_revenue(&self) -> &'static str;
    /// Why the indicator matters, in two or three sentences.
    fn indicator_meaning(&self, indicator: Indicator) -> &'static str;
    fn rule_line(&self, rule: &FiscalRule) -> String;
    /// The requirement alone, as *minst 1,75 %*.
    fn requirement(&self, rule: &FiscalRule) -> String;
    /// How a rule fares over all the years, in a few words.
    fn status(&self, finding: &RuleFinding) -> String;
    /// Head-room or shortfall in kroner: what is before the amount, the amount, what is after, and the prices.
    fn room(&self, indicator: Indicator, room: Kroner, prices: Prices) -> [String; 4];
    fn not_assessed(&self) -> &'static str;
    fn in_year(&self, year: Year) -> String;
    /// The worst year of a rule, as *Lavest i 2025: 9,4 %.*
    fn worst_year(&self, finding: &RuleFinding) -> String;
    /// How what an alternative is compared with fares: *Forslaget: brutt i 2 av 10 år.*
    fn compared_status(&self, who: &str, finding: &RuleFinding) -> String;
    fn printed_years(&self, kind: BaselineKind) -> &'static str;
    fn extended_years(&self) -> &'static str;
    fn estimate(&self) -> &'static str;
    fn estimate_of(&self, what: &str) -> String;
    fn changes_give(&self, what: Changed) -> &'static str;
    fn the_requirement(&self) -> &'static str;
    fn distance(&self) -> &'static str;
    fn in_percent(&self) -> &'static str;
    fn rule_short_name(&self, indicator: Indicator) -> &'static str;
    fn triangle_title(&self) -> &'static str;
    fn triangle_explained(&self) -> &'static str;
    fn triangle_sentence(&self, who: &str, first: Year, last: Year) -> String;
    fn triangle_corner(&self, indicator: Indicator) -> &'static str;
    fn year_account(&self) -> &'static str;
    fn account_unit(&self, prices: Prices, first_year: Year) -> String;
    /// The verdict in one line, without a full stop.
    fn headline(&self, verdict: &Verdict) -> String;
    /// The amounts behind the headline.
    fn detail(&self, verdict: &Verdict) -> String;
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
    fn notice(&self, notice: &Notice) -> String;
    fn robek(&self, year: Year) -> String;
    fn adopted_with_deficit(&self, year: Year) -> String;
    fn below_minimum(&self, year: Year) -> String;
}
}
