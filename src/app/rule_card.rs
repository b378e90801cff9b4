//! Regelkortet: the chart of one indicator with its sentence and its table, or what is missing.

use super::chart_view::{ChartView, Picture};
use super::findings;
use super::language::use_language;
use super::missing::{MissingFigures, needed_for};
use super::results::{ResultProps, Results, figure_button, openable};
use super::store::AppState;
use crate::chart::ChartUnit;
use crate::model::municipality::{Indicator, Municipality};
use crate::model::projection::{Projection, YearResult};
use crate::model::quantity::{Place, Quantity, Side};
use crate::model::scenario::Basis;
use crate::model::units::Year;
use crate::text::Language;
use rust_decimal::Decimal;
use std::rc::Rc;
use yew::prelude::*;

/// What the card of one indicator needs.
#[derive(Clone, PartialEq, Properties)]
pub struct RuleCardProps {
    /// The indicator.
    pub indicator: Indicator,
    /// The user's own figures.
    pub basis: Basis,
    /// The rest.
    pub shared: ResultProps,
    /// Receives an own figure.
    pub dispatch: UseReducerDispatcher<AppState>,
}

/// One indicator: chart, sentence, and the same figures as a table. Where the document lacks what the
/// curve needs, the card says what, and lets the user type it in.
#[component]
pub fn RuleCard(props: &RuleCardProps) -> Html {
    let language = use_language();
    let as_table = use_state_eq(|| false);
    let ResultProps { municipality, results, year, layout, .. } = &props.shared;
    let indicator = props.indicator;
    let key = key_of(indicator);
    let unit = ChartUnit::of(indicator, &results.plan);
    let told = unit.map(|unit| (unit, told(municipality, indicator, unit, results.current(), language)));
    let toggle = {
        let as_table = as_table.clone();
        Callback::from(move |_: MouseEvent| as_table.set(!*as_table))
    };
    let name = language.indicator_name(indicator);
    let of_what = match unit {
        Some(ChartUnit::MillionKroner) => language.in_million_kroner(),
        _ => language.of_revenue(),
    };
    html! {
        <section class="kort regel" id={format!("kort-{key}")} aria-label={name}>
            <h2 title={language.indicator_explained(indicator)}>{ name }{ " " }<small>{ of_what }</small></h2>
            if let Some((unit, (sentence, figures))) = told {
                <div class="flate">
                    if *as_table {
                        <div class="rull" tabindex="0" role="group" aria-label={name}>
                            { rule_table(props, unit, language) }
                        </div>
                    } else {
                        <ChartView id={format!("diagram-{key}")} sentence={format!("{name}. {sentence}")}
                            layout={*layout} picture={Picture::Rule(Rc::new(results.chart(
                                municipality, indicator, unit, Some(*year), language)))} />
                    }
                </div>
                <span class="setning" id={format!("setning-{key}")}>
                    { openable(&props.dispatch, &sentence, name, &figures, language) }
                </span>{ " " }
                <button type="button" class="lenke" aria-expanded={as_table.to_string()} onclick={toggle}>
                    { language.table() }
                </button>
                { own_figures(props, language) }
            }
            if unit != Some(ChartUnit::PercentOfRevenue) {
                <MissingFigures needed={needed_for(indicator).to_vec()} base={key} title={language.cannot_be_shown(indicator)} municipality={Rc::clone(municipality)} basis={props.basis.clone()} dispatch={props.dispatch.clone()} />
            }
        </section>
    }
}

/// What the card is called in the page; the same as the ids of Lier's rules.
fn key_of(indicator: Indicator) -> &'static str {
    match indicator {
        Indicator::NetOperatingResult => "resultat",
        Indicator::DispositionFund => "fond",
        Indicator::DebtRatio => "gjeld",
    }
}

/// Which of the user's own figures the curve rests on.
fn own_figures(props: &RuleCardProps, language: Language) -> Html {
    let used: Vec<String> = needed_for(props.indicator)
        .iter()
        .filter(|figure| props.basis.get(**figure).is_some())
        .map(|figure| language.missing_figure(*figure).to_lowercase())
        .collect();
    if used.is_empty() {
        return Html::default();
    }
    html! { <span class="ditt-tall">{ language.own_figure_used(&used.join(", ")) }</span> }
}

/// The figure of an indicator that is read in a unit.
fn quantity_of(indicator: Indicator, unit: ChartUnit) -> Quantity {
    match unit {
        ChartUnit::PercentOfRevenue => Quantity::Ratio(indicator),
        ChartUnit::MillionKroner => Quantity::amount_of(indicator),
    }
}

/// The sentence of the chart: against the rule where there is one, otherwise from lowest to highest. With it the
/// figures it names, as they are written, in their order.
fn told(
    municipality: &Municipality,
    indicator: Indicator,
    unit: ChartUnit,
    projection: &Projection,
    language: Language,
) -> (String, Vec<(String, Place)>) {
    let place = |year: Year| Place { side: Side::Own, quantity: quantity_of(indicator, unit), year };
    let rule = municipality.rule_for(indicator);
    if let Some(rule) = rule.filter(|_| unit == ChartUnit::PercentOfRevenue) {
        let finding = findings::finding(rule, projection);
        let worst = finding.worst.map(|(year, value)| (language.percent(value, 1), place(year)));
        let mut told = language.rule_sentence(&finding);
        if rule.desired.is_some() {
            let counts = findings::level_counts(rule, projection);
            told = format!("{told} {}", language.level_sentence(counts, projection.years.len()));
        }
        return (told, worst.into_iter().collect());
    }
    let values: Vec<(Year, Decimal)> = projection
        .years
        .iter()
        .filter_map(|(year, result)| Some((year, unit.read(indicator, result)?)))
        .collect();
    let lowest = values.iter().min_by_key(|(_, value)| *value);
    let highest = values.iter().max_by_key(|(_, value)| *value);
    let Some(((low_year, low), (high_year, high))) = lowest.zip(highest) else { return Default::default() };
    let write = |value: Decimal| match unit {
        ChartUnit::PercentOfRevenue => unit.write(value, language),
        ChartUnit::MillionKroner => {
            format!("{} {}", unit.write(value, language), language.in_million_kroner())
        }
    };
    let (low, high) = (write(*low), write(*high));
    let range = language.range_sentence((*low_year, &low), (*high_year, &high));
    let told = if rule.is_none() { format!("{} {range}", language.no_rule()) } else { range };
    (told, vec![(low, place(*low_year)), (high, place(*high_year))])
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
    let plan_side = if results.scenario().is_some() { Side::Plan } else { Side::Own };
    let name = language.plan_short(&municipality.plan).to_owned();
    let mut columns = vec![RuleColumn { name, projection: &results.plan, side: Some(plan_side) }];
    // The plan in the scenario's world is a projection of its own; its figures are not opened.
    columns.extend(results.plan_in_own_world.as_deref().map(|projection| {
        let name = language.plan_in_own_world_short().to_owned();
        RuleColumn { name, projection, side: None }
    }));
    let names = results.names(language.scenario_short());
    columns.extend(results.alternatives.iter().zip(names).map(|(own, name)| {
        let side = (own.letter == results.open).then_some(Side::Own);
        RuleColumn { name, projection: &own.projection, side }
    }));
    columns
}

fn rule_table(props: &RuleCardProps, unit: ChartUnit, language: Language) -> Html {
    let (indicator, ResultProps { municipality, results, .. }) = (props.indicator, &props.shared);
    let columns = rule_columns(results, municipality, language);
    let figure = quantity_of(indicator, unit);
    let cell = |RuleColumn { name: column, projection, side }: &RuleColumn<'_>, year: Year| {
        let value = projection.years.get(year).and_then(|result| unit.read(indicator, result));
        let written = value.map_or_else(|| "–".to_owned(), |value| unit.write(value, language));
        let name = language.indicator_name(indicator);
        match side.filter(|_| value.is_some()) {
            Some(side) => {
                let place = Place { side, quantity: figure, year };
                html! { <td>{ figure_button(&props.dispatch, place, &written, name, column, language) }</td> }
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
                { for columns.iter().map(|column| html! { <th scope="col">{ column.name.replace('\n', " ") }</th> }) }
            </tr></thead>
            <tbody>{ for results.plan.years.iter().map(row) }</tbody>
        </table>
    }
}
