//! Regelkortet: one indicator with its status, its figures, its curve and its table, or what is missing.

use super::chart_view::{ChartView, Picture};
use super::findings;
use super::help::Help;
use super::language::use_language;
use super::missing::{MissingFigures, needed_for};
use super::results::{ResultProps, Whose, figure_button};
use super::rule_table::{decimals_beside, key_of, quantity_of, rule_table};
use super::store::{Action, AppState, Panel};
use super::year_choice::year_choice;
use super::year_cursor::{YearCursor, readings};
use crate::chart::{Axis, ChartModel, ChartUnit};
use crate::model::municipality::{FiscalRule, Indicator, Municipality, Quality};
use crate::model::projection::{Projection, YearResult};
use crate::model::quantity::{Place, Side};
use crate::model::scenario::Basis;
use crate::model::units::{Percent, Year};
use crate::text::lower;
use crate::text::{Language, RuleFinding};
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
    /// The year that is pointed at in any of the charts.
    pub pointed: Option<Year>,
    /// True while a lever is moved: then the axis does not change.
    pub moving: bool,
    /// Receives the year that is pointed at.
    pub on_point: Callback<Option<Year>>,
    /// Receives an own figure.
    pub dispatch: UseReducerDispatcher<AppState>,
}

/// One indicator: status, tile, chart, and the same figures as a table. Where the document lacks what the
/// curve needs, the card says what, and lets the user type it in.
#[component]
pub fn RuleCard(props: &RuleCardProps) -> Html {
    let language = use_language();
    let as_table = use_state_eq(|| false);
    let is_large = use_state_eq(|| false);
    let pointed_here = use_state_eq(|| false);
    let ResultProps { municipality, results, year, .. } = &props.shared;
    let indicator = props.indicator;
    let key = key_of(indicator);
    let unit = ChartUnit::of(indicator, &results.plan);
    let cursor = props.pointed.or((*year != municipality.last_year()).then_some(*year));
    let model = unit.map(|unit| results.chart(municipality, indicator, unit, cursor, language));
    let model = use_steady(model, props.moving);
    let rule = municipality.rule_for(indicator);
    let finding = rule.map(|rule| findings::finding(rule, results.current(), *year));
    let on_point = {
        let (on_point, pointed_here) = (props.on_point.clone(), pointed_here.clone());
        Callback::from(move |year: Option<Year>| {
            pointed_here.set(year.is_some());
            on_point.emit(year);
        })
    };
    let toggle = |state: &UseStateHandle<bool>| {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| state.set(!*state))
    };
    let name = language.indicator_name(indicator);
    let tips = props.pointed.filter(|_| *pointed_here).map(|year| {
        let shown = (&**municipality, results, props.shared.prices);
        readings(shown, indicator, year, language).view(year, false, language)
    });
    html! {
        <section class={classes!("kort", "regel", status_class(finding.as_ref()), is_large.then_some("ark"))}
            id={format!("kort-{key}")} tabindex="-1" aria-label={name}>
            { head(props, finding.as_ref(), language) }
            <button type="button" class="storre" aria-expanded={is_large.to_string()} onclick={toggle(&is_large)}
                aria-label={language.enlarge(name, *is_large)}>
                <span aria-hidden="true">{ if *is_large { "✕" } else { "" } }</span></button>
            if let Some((unit, model)) = unit.zip(model) {
                { tile(props, unit, rule, finding.as_ref(), language) }
                <div class="flate">
                    if *as_table {
                        <div class="rull" tabindex="0" role="group" aria-label={language.table_of(name)}>
                            { rule_table(&props.shared, indicator, unit, &props.dispatch, language) }
                        </div>
                    } else {
                        { chart(props, (unit, model, *is_large), finding.as_ref(), on_point, language) }
                    }
                </div>
                { foot(props, unit, finding.as_ref(), (*as_table, toggle(&as_table)), language) }
                { own_figures(props, language) }
                if *is_large { { year_lines(props, language) } }
                { tips.unwrap_or_default() }
            }
            if unit != Some(ChartUnit::PercentOfRevenue) {
                <MissingFigures needed={needed_for(indicator).to_vec()} base={key} title={language.cannot_be_shown(indicator)} municipality={Rc::clone(municipality)} basis={props.basis.clone()} dispatch={props.dispatch.clone()} />
            }
        </section>
    }
}

/// The chart, whose axis stays as it is while a lever is moved.
#[hook]
fn use_steady(model: Option<ChartModel>, moving: bool) -> Option<ChartModel> {
    let axis = use_mut_ref(|| None::<Axis>);
    let model = model?;
    let mut kept = axis.borrow_mut();
    let shown = kept.filter(|_| moving).unwrap_or(model.axis);
    *kept = Some(shown);
    Some(ChartModel { axis: shown, ..model })
}

fn status_class(finding: Option<&RuleFinding>) -> &'static str {
    match finding {
        Some(finding) if finding.worst.is_none() => "umalt",
        Some(finding) if finding.broken.is_empty() => "holder",
        Some(_) => "brudd",
        None => "umalt",
    }
}

/// The name of the indicator, how its rule fares over all the years, and what it is.
fn head(props: &RuleCardProps, finding: Option<&RuleFinding>, language: Language) -> Html {
    let indicator = props.indicator;
    let name = language.indicator_name(indicator);
    html! {
        <header class="korthode">
            <h2><span class="fulltnavn">{ name }</span><span class="kortnavn" aria-hidden="true">{ language.triangle_corner(indicator) }</span></h2>
            <p class="status">{ status_icon(status_class(finding)) }<span>{
                finding.map_or_else(|| language.not_assessed().to_owned(), |finding| language.status(finding)) }</span></p>
            <p class="hva">{ language.indicator_explained(indicator) }{ " " }
                <Help about={name}>{ language.indicator_meaning(indicator) }{ why_so(props, language) }</Help></p>
        </header>
    }
}

/// Why the fund stays where the plan's own rule fills it to.
fn why_so(props: &RuleCardProps, language: Language) -> Html {
    let municipality = &props.shared.municipality;
    let rule = municipality.rule_for(Indicator::DispositionFund);
    let at_limit = |result: &YearResult| {
        let ratio = result.ratio(Indicator::DispositionFund).map(|ratio| ratio.value().round_dp(1));
        ratio == rule.map(|rule| rule.limit.value())
    };
    let last = props.shared.results.current().years.last();
    if props.indicator != Indicator::DispositionFund || !last.is_some_and(at_limit) {
        return Html::default();
    }
    let limit = rule.map(|rule| language.percent(rule.limit, 0)).unwrap_or_default();
    html! { <>{ " " }{ language.why_fund_stays(&limit) }</> }
}

/// A circle with a tick, an octagon with a cross, or a dashed ring: the same as under the years.
fn status_icon(class: &str) -> Html {
    let shape = match class {
        "brudd" => {
            html! { <><path class="flate-brudd" d="M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2z" /><path class="strek" d="M5.5 5.5l5 5M10.5 5.5l-5 5" /></> }
        }
        "holder" => {
            html! { <><circle class="flate-holder" cx="8" cy="8" r="7" /><path class="strek" d="M4.8 8.2l2.3 2.3 4.2-4.7" /></> }
        }
        _ => html! { <circle class="ring" cx="8" cy="8" r="6" /> },
    };
    html! { <svg class="merke" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">{ shape }</svg> }
}

/// The value of the year, the requirement, and what is missing in kroner.
fn tile(
    props: &RuleCardProps,
    unit: ChartUnit,
    rule: Option<&FiscalRule>,
    finding: Option<&RuleFinding>,
    language: Language,
) -> Html {
    let ResultProps { results, year, prices, .. } = &props.shared;
    let indicator = props.indicator;
    let result = results.current().years.get(*year);
    let value = result.and_then(|result| unit.read(indicator, result));
    let written = value.map_or_else(
        || "–".to_owned(),
        |value| match unit {
            ChartUnit::PercentOfRevenue => {
                language.percent(Percent::new(value), decimals_beside(rule, value))
            }
            ChartUnit::MillionKroner => unit.write(value, language),
        },
    );
    let place = Place { side: Side::Own, quantity: quantity_of(indicator, unit), year: *year };
    let name = language.indicator_name(indicator);
    let moved = results.lines_front_is_alternative();
    let room = finding.and_then(|finding| finding.headroom).map(|room| match prices {
        crate::model::scenario::Prices::Deflated => {
            result.map_or(room, |result| result.price_index.deflate(room))
        }
        _ => room,
    });
    html! {
        <div class={classes!("flis", moved.then_some("ditt"))}>
            <span class="verdi">{ figure_button(&props.dispatch, place, &written, name, &year.to_string(), language) }
                <small class="verdiar" aria-hidden="true">{ year.to_string() }</small></span>
            <p>
                <span class="krav"><span class="naar"><strong>{ language.in_year(*year) }</strong>
                    if rule.is_some() { { ", " } } else if unit == ChartUnit::MillionKroner { { " " }{ language.in_million_kroner() } }</span>
                { for rule.map(|rule| language.requirement_is(&language.requirement(rule))) }</span>
                if let Some(room) = room {
                    <span class="rom">{ room_of(props, room, language) }</span>
                }
            </p>
        </div>
    }
}

/// What is missing or to spare, with the mark of an estimate where it rests on one.
fn room_of(props: &RuleCardProps, room: crate::model::units::Kroner, language: Language) -> Html {
    let [before, amount, after, prices] = language.room(props.indicator, room, props.shared.prices);
    let dispatch = props.dispatch.clone();
    let onclick =
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::OpenPanel(Some(Panel::About))));
    let is_estimate = rests_on_estimate(&props.shared.municipality, &props.basis, props.indicator);
    let name = language.indicator_name(props.indicator);
    html! {
        <>
            { before }<strong>{ amount }</strong>{ after }<span class="lopende">{ prices }</span>
            if is_estimate {
                { " " }<button type="button" class="anslag" aria-label={language.estimate_of(name)} {onclick}>{ language.estimate() }</button>
            }
        </>
    }
}

/// On a phone's sheet: the year, and what every line reads in it.
fn year_lines(props: &RuleCardProps, language: Language) -> Html {
    let ResultProps { municipality, results, year, prices, .. } = &props.shared;
    let read = readings((municipality, results, *prices), props.indicator, *year, language);
    html! {
        <div class="arslinjer">
            { year_choice(municipality, *year, &props.dispatch, language) }
            { read.view(*year, true, language) }
        </div>
    }
}

/// True when kroner of an indicator rest on a figure of the file that is computed, not printed.
#[must_use]
pub(super) fn rests_on_estimate(municipality: &Municipality, basis: &Basis, indicator: Indicator) -> bool {
    let opening = &municipality.opening;
    let used = match indicator {
        Indicator::NetOperatingResult => opening.net_operating_result.as_ref(),
        Indicator::DispositionFund => opening.disposition_fund.as_ref(),
        Indicator::DebtRatio => opening.debt.as_ref(),
    };
    let figures = [opening.operating_revenue.as_ref(), used];
    let is_own = needed_for(indicator).iter().any(|figure| basis.get(*figure).is_some());
    is_own || figures.into_iter().flatten().any(|figure| figure.provenance.quality == Quality::Estimated)
}

fn chart(
    props: &RuleCardProps,
    (unit, model, is_large): (ChartUnit, ChartModel, bool),
    finding: Option<&RuleFinding>,
    on_point: Callback<Option<Year>>,
    language: Language,
) -> Html {
    let ResultProps { municipality, results, year, layout, prices } = &props.shared;
    let (indicator, key) = (props.indicator, key_of(props.indicator));
    let name = language.indicator_name(indicator);
    let told = finding.map_or_else(
        || range(indicator, unit, results.current(), language),
        |finding| language.rule_sentence(finding),
    );
    let levels = municipality.rule_for(indicator).filter(|rule| rule.desired.is_some()).map(|rule| {
        let counts = findings::level_counts(rule, results.current());
        format!(" {}", language.level_sentence(counts, results.current().years.len()))
    });
    let told = told + &levels.unwrap_or_default();
    let looked_at = props.pointed.unwrap_or(*year);
    let read = readings((municipality, results, *prices), indicator, looked_at, language);
    let has_rule = model.rule.is_some();
    html! {
        <>
            <ChartView id={format!("diagram-{key}")} sentence={format!("{name}. {told}")}
                layout={layout.wrapping_mul(2).wrapping_add(u32::from(is_large))}
                picture={Picture::Rule(Rc::new(model))} />
            <YearCursor {indicator} id={format!("aret-{key}")} ends={[municipality.plan.first_year, municipality.last_year()]}
                year={looked_at} reading={read.spoken(unit, looked_at, language)} {has_rule} {on_point}
                dispatch={props.dispatch.clone()} />
        </>
    }
}

/// The line under the chart, and the choice between curve and table.
fn foot(
    props: &RuleCardProps,
    unit: ChartUnit,
    finding: Option<&RuleFinding>,
    (as_table, toggle): (bool, Callback<MouseEvent>),
    language: Language,
) -> Html {
    let name = language.indicator_name(props.indicator);
    html! {
        <p class="fotlinje">
            <span id={format!("setning-{}", key_of(props.indicator))}>{ told_of(props, unit, finding, language) }</span>{ " " }
            <button type="button" class="lenke" aria-expanded={as_table.to_string()} aria-label={if as_table { language.curve_of(name) } else { language.table_of(name) }}
                onclick={toggle}>{ if as_table { language.curve() } else { language.table() } }</button>
        </p>
    }
}

/// The worst year of the plan, or how what is compared with fares.
fn told_of(
    props: &RuleCardProps,
    unit: ChartUnit,
    finding: Option<&RuleFinding>,
    language: Language,
) -> String {
    let ResultProps { municipality, results, year, .. } = &props.shared;
    let Some((rule, finding)) = municipality.rule_for(props.indicator).zip(finding) else {
        let range = range(props.indicator, unit, results.current(), language);
        return format!("{} {range}", language.no_rule());
    };
    let lines = results.lines(municipality, language);
    let with = lines.iter().rev().nth(1).filter(|line| !matches!(line.whose, Whose::Alternative(_)));
    with.map_or_else(
        || language.worst_year(finding),
        |line| language.compared_status(&line.name, &findings::finding(rule, line.projection, *year)),
    )
}

/// From lowest to highest, where there is no rule.
fn range(indicator: Indicator, unit: ChartUnit, projection: &Projection, language: Language) -> String {
    let years = projection.years.iter();
    let values: Vec<(Year, Decimal)> =
        years.filter_map(|(year, result)| Some((year, unit.read(indicator, result)?))).collect();
    let lowest = values.iter().min_by_key(|(_, value)| *value);
    let highest = values.iter().max_by_key(|(_, value)| *value);
    let Some(((low_year, low), (high_year, high))) = lowest.zip(highest) else { return String::new() };
    let write = |value: Decimal| match unit {
        ChartUnit::PercentOfRevenue => unit.write(value, language),
        ChartUnit::MillionKroner => {
            format!("{} {}", unit.write(value, language), language.in_million_kroner())
        }
    };
    language.range_sentence((*low_year, &write(*low)), (*high_year, &write(*high)))
}

/// Which of the user's own figures the curve rests on.
fn own_figures(props: &RuleCardProps, language: Language) -> Html {
    let used: Vec<String> = needed_for(props.indicator)
        .iter()
        .filter(|figure| props.basis.get(**figure).is_some())
        .map(|figure| lower(language.missing_figure(*figure)))
        .collect();
    if used.is_empty() {
        return Html::default();
    }
    html! { <span class="ditt-tall">{ language.own_figure_used(&used.join(", ")) }</span> }
}
