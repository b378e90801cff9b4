//! Regeltabellen: the figures of an indicator as a table, and how they are written and opened.

use super::results::{ResultProps, Results, Whose, figure_button};
use super::store::AppState;
use crate::chart::ChartUnit;
use crate::model::fiscal_rule::keeps;
use crate::model::municipality::{FiscalRule, Indicator, Municipality};
use crate::model::projection::{Projection, YearResult};
use crate::model::quantity::{Place, Quantity, Side};
use crate::model::units::{Percent, Year};
use crate::text::Language;
use rust_decimal::{Decimal, dec};
use yew::prelude::*;

/// What the card is called in the page; the same as the ids of Lier's rules.
pub(super) fn key_of(indicator: Indicator) -> &'static str {
    match indicator {
        Indicator::NetOperatingResult => "resultat",
        Indicator::DispositionFund => "fond",
        Indicator::DebtRatio => "gjeld",
    }
}

/// How many decimals a ratio is written with: one, or two where one would hide on which side of the limit it is.
pub(super) fn decimals_beside(rule: Option<&FiscalRule>, value: Decimal) -> u32 {
    let hides = rule.is_some_and(|rule| {
        let (limit, ratio) = (rule.limit, Percent::new(value));
        let looks_the_same = (value - limit.value()).abs() < dec!(0.05);
        looks_the_same && keeps(rule, limit, ratio) != keeps(rule, limit, limit)
    });
    if hides { 2 } else { 1 }
}

/// The figure of an indicator that is read in a unit.
pub(super) fn quantity_of(indicator: Indicator, unit: ChartUnit) -> Quantity {
    match unit {
        ChartUnit::PercentOfRevenue => Quantity::Ratio(indicator),
        ChartUnit::MillionKroner => Quantity::amount_of(indicator),
    }
}

/// A column of the table of a rule.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleColumn<'a> {
    /// Its heading.
    pub name: String,
    /// Whose figures it holds.
    pub projection: &'a Projection,
    /// The side that its figures are opened on; nothing where they are not opened.
    pub side: Option<Side>,
}

/// The columns of the table of a rule: the plan, the plan with own assumptions, and each alternative.
#[must_use]
pub fn rule_columns<'a>(
    results: &'a Results,
    municipality: &Municipality,
    language: Language,
) -> Vec<RuleColumn<'a>> {
    let is_moved = results.scenario().is_some();
    let lines = results.lines(municipality, language).into_iter();
    let column = lines.map(|line| {
        let side = match line.whose {
            Whose::Plan => Some(if is_moved { Side::Plan } else { Side::Own }),
            // The plan in the same world is a projection of its own; its figures are not opened.
            Whose::PlanInSameWorld => None,
            Whose::PlanInMovedWorld => Some(Side::Own),
            Whose::Alternative(letter) => (letter == results.open).then_some(Side::Own),
        };
        RuleColumn { name: line.name, projection: line.projection, side }
    });
    column.collect()
}

/// The same figures as the chart of an indicator, year by year.
pub(super) fn rule_table(
    shared: &ResultProps,
    indicator: Indicator,
    unit: ChartUnit,
    dispatch: &UseReducerDispatcher<AppState>,
    language: Language,
) -> Html {
    let ResultProps { municipality, results, .. } = shared;
    let columns = rule_columns(results, municipality, language);
    let figure = quantity_of(indicator, unit);
    let cell = |RuleColumn { name: column, projection, side }: &RuleColumn<'_>, year: Year| {
        let value = projection.years.get(year).and_then(|result| unit.read(indicator, result));
        let written = value.map_or_else(|| "–".to_owned(), |value| unit.write(value, language));
        let name = language.indicator_name(indicator);
        match side.filter(|_| value.is_some()) {
            Some(side) => {
                let place = Place { side, quantity: figure, year };
                html! { <td>{ figure_button(dispatch, place, &written, name, column, language) }</td> }
            }
            None => html! { <td>{ written }</td> },
        }
    };
    let row = |(year, _): (Year, &YearResult)| {
        html! {
            <tr key={year.0}>
                <th scope="row">{ year.to_string() }</th>
                { for columns.iter().map(|column| cell(column, year)) }
            </tr>
        }
    };
    let caption = municipality.rule_for(indicator).map_or_else(
        || language.no_rule().to_owned(),
        |rule| {
            let desired = rule.desired.map(|level| {
                format!(
                    ", {} {}",
                    language.desired(),
                    language.percent(level, level.value().normalize().scale())
                )
            });
            language.rule_line(rule) + &desired.unwrap_or_default()
        },
    );
    html! {
        <table class="ds-table" data-size="sm" id={format!("tabell-{}", key_of(indicator))}>
            <caption>{ caption }</caption>
            <thead><tr>
                <th scope="col">{ language.year() }</th>
                { for columns.iter().map(|column| html! { <th scope="col">{ &column.name }</th> }) }
            </tr></thead>
            <tbody>{ for results.plan.years.iter().map(row) }</tbody>
        </table>
    }
}
