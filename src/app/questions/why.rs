//! Hvorfor: the bridge of each rule from plan to scenario.

use super::{Ask, QuestionsProps, bars, folded, own_name, working};
use crate::analysis::attribution::{Attribution, Bridge, Cause, Share};
use crate::app::data_table::{Row, table};
use crate::app::results::figure_button;
use crate::chart::{BarRole, BarsModel};
use crate::model::lever::LeverGroup;
use crate::model::municipality::Indicator;
use crate::model::order::in_order;
use crate::model::programme::effective_change;
use crate::model::quantity::{Place, Quantity, Side};
use crate::model::scenario::Prices;
use crate::model::units::{Kroner, Percent, Year};
use crate::text::Language;
use crate::text::lower;
use rust_decimal::Decimal;
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

pub(super) fn view(props: &QuestionsProps, ask: &Ask) -> Html {
    let language = ask.language;
    if ask.scenario.is_plan() {
        return html! { <p>{ language.why_nothing() }</p> };
    }
    let Some(attribution) = &props.answers.attribution else { return working(language) };
    html! { <Bridges questions={props.clone()} ask={ask.clone()} attribution={Rc::clone(attribution)} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct BridgesProps {
    questions: QuestionsProps,
    ask: Ask,
    attribution: Rc<Attribution>,
}

/// The bridges of one year: at first that in which the change is largest.
#[component]
fn Bridges(props: &BridgesProps) -> Html {
    let chosen = use_state_eq(|| None::<Year>);
    let language = props.ask.language;
    let attribution = &props.attribution;
    let largest = year_of_largest_change(&props.ask, attribution).unwrap_or(props.ask.year);
    let ask = Ask { year: chosen.unwrap_or(largest), ..props.ask.clone() };
    let bridges = Indicator::ALL
        .into_iter()
        .filter_map(|indicator| Some((indicator, attribution.bridge(indicator, ask.year)?)));
    let onchange = Callback::from(move |event: Event| {
        let text = event.target_unchecked_into::<HtmlSelectElement>().value();
        chosen.set(text.parse().ok().map(Year));
    });
    let option = |year: Year| {
        let name = if year == largest { language.largest_change(year) } else { year.to_string() };
        html! { <option value={year.to_string()} selected={year == ask.year}>{ name }</option> }
    };
    html! {
        <>
            <p class="arsvelger"><label for="hvorfor-ar">{ language.year_of_change() }</label>{ " " }
                <select class="ds-input" id="hvorfor-ar" {onchange}>{ for ask.municipality.years().map(option) }</select></p>
            <div class="broer">{ for bridges.map(|(indicator, bridge)| bridge_view(&props.questions, &ask, indicator, &bridge)) }</div>
            <p class="forklaring">{ language.why_explained() }
                if ask.scenario.basis.prices == Prices::Deflated { { " " }{ language.in_nominal_prices() } }</p>
        </>
    }
}

/// The year in which the result changes most, or else the debt, or the fund; the first of equal ones.
fn year_of_largest_change(ask: &Ask, attribution: &Attribution) -> Option<Year> {
    let size = |indicator: Indicator, year: Year| Some(attribution.bridge(indicator, year)?.change().abs());
    let of = |indicator: Indicator| {
        let sizes = ask.municipality.years().filter_map(|year| Some((size(indicator, year)?, year)));
        let largest = sizes.reduce(|most, other| if other.0 > most.0 { other } else { most });
        largest.filter(|(size, _)| *size != Kroner::ZERO)
    };
    let order = [Indicator::NetOperatingResult, Indicator::DebtRatio, Indicator::DispositionFund];
    order.into_iter().find_map(of).map(|(_, year)| year)
}

fn bridge_view(props: &QuestionsProps, ask: &Ask, indicator: Indicator, bridge: &Bridge) -> Html {
    let language = ask.language;
    let sentence = sentence(ask, indicator, bridge);
    let shares = bridge.shares.iter().map(|share| {
        let (value, reading) = reading(bridge, share.amount, share.points, language);
        let role = match share.cause.group() {
            LeverGroup::Assumptions => BarRole::World,
            LeverGroup::Choices => BarRole::Choice,
        };
        (language.cause_name(share.cause).to_owned(), value, reading, role)
    });
    let (value, total) =
        reading(bridge, bridge.change(), bridge.change_in_points().unwrap_or_default(), language);
    let model = BarsModel::waterfall(shares.collect(), (language.change_in_all().to_owned(), value, total));
    let key = ask.municipality.rule_for(indicator).map_or("uten-regel", |rule| rule.id.as_str());
    html! {
        <div class="bro" key={key}>
            <h3>{ language.indicator_name(indicator) }{ " " }<small>{ ask.year.to_string() }</small></h3>
            <p>{ sentence.clone() }</p>
            { bars(format!("bro-{key}"), sentence, model, props.layout) }
            { folded(figures(props, ask, indicator, bridge), language) }
        </div>
    }
}

/// A share as the chart shows it: percentage points where income is known, otherwise million kroner.
fn reading(bridge: &Bridge, amount: Kroner, points: Percent, language: Language) -> (Decimal, String) {
    if bridge.ratios.is_some() {
        (points.value(), language.signed(points.value(), 1))
    } else {
        (amount.millions(), language.signed(amount.millions(), 1))
    }
}

fn sentence(ask: &Ask, indicator: Indicator, bridge: &Bridge) -> String {
    let language = ask.language;
    let change = bridge.change_in_points().map_or(bridge.change().millions(), Percent::value);
    let unit = if bridge.ratios.is_some() {
        lower(language.points_heading())
    } else {
        language.in_million_kroner().to_owned()
    };
    let shares = in_order(&bridge.shares, |one, other| one.amount.abs() > other.amount.abs());
    let nothing = language.signed(Decimal::ZERO, 1);
    let causes: Vec<(String, String)> = shares
        .into_iter()
        .map(|share| (reading(bridge, share.amount, share.points, language).1, share.cause))
        .filter(|(reading, _)| *reading != nothing)
        .map(|(reading, by)| (reading, cause(ask, by)))
        .collect();
    language.why_sentence(indicator, ask.year, change, &unit, &causes)
}

/// A cause in a sentence; a single project that is moved or left out is named.
fn cause(ask: &Ask, cause: Cause) -> String {
    let language = ask.language;
    let named = || {
        let mut only = ask.scenario.plan_on_same_basis();
        let (id, change) = ask.scenario.changed_projects().into_iter().next()?;
        only.set_project(&id, change);
        let mut investments = ask.scenario.plan_on_same_basis();
        investments.take(Cause::Investments, &ask.scenario);
        let project = ask.municipality.project(&id).filter(|_| only == investments)?;
        let (from, change) = (project.first_cost_year()?, effective_change(&ask.scenario, project));
        if !change.included {
            return Some(language.project_left_out(&project.short_name));
        }
        (change.moved != 0)
            .then(|| language.project_moved(&project.short_name, from, from.plus(change.moved)))
    };
    let named = if cause == Cause::Investments { named() } else { None };
    named.unwrap_or_else(|| language.cause_in_sentence(cause).to_owned())
}

fn figures(props: &QuestionsProps, ask: &Ask, indicator: Indicator, bridge: &Bridge) -> Html {
    let language = ask.language;
    let signed = |amount: Kroner| language.signed(amount.millions(), 1);
    let points = |points: Percent| {
        if bridge.ratios.is_some() { language.signed(points.value(), 2) } else { "–".to_owned() }
    };
    let share = |share: &Share| {
        let cells = vec![
            signed(share.amount),
            points(share.points),
            signed(share.alone),
            signed(share.interaction()),
        ];
        Row::of(language.cause_name(share.cause), cells)
    };
    let side = |group: LeverGroup| {
        let (amount, own) = bridge.side(group);
        Row::of(language.side_name(group), vec![signed(amount), points(own), String::new(), String::new()])
            .class("sum")
    };
    let [first, last] = ends(props, ask, indicator, bridge);
    let mut rows = vec![first];
    rows.extend(bridge.shares.iter().map(share));
    rows.extend([side(LeverGroup::Assumptions), side(LeverGroup::Choices)]);
    let total = vec![
        signed(bridge.change()),
        points(bridge.change_in_points().unwrap_or_default()),
        signed(bridge.change() - bridge.interaction()),
        signed(bridge.interaction()),
    ];
    rows.push(Row::of(language.change_in_all(), total).class("sum"));
    rows.push(last);
    let headings = [
        language.cause(),
        language.million_heading(),
        language.points_heading(),
        language.alone_heading(),
        language.interaction_heading(),
    ];
    table("", language.indicator_name(indicator), &headings.map(str::to_owned), rows)
}

/// Where the bridge begins and ends: the plan's figures and the scenario's, each of which can be opened.
fn ends(props: &QuestionsProps, ask: &Ask, indicator: Indicator, bridge: &Bridge) -> [Row; 2] {
    let language = ask.language;
    let end = |name: String, side: Side, amount: Kroner, ratio: Option<Percent>| {
        let open = |quantity: Quantity, written: String| {
            let place = Place { side, quantity, year: ask.year };
            figure_button(
                &props.dispatch,
                place,
                &written,
                language.indicator_name(indicator),
                &name,
                language,
            )
        };
        let amount = open(Quantity::amount_of(indicator), language.number(amount.millions(), 1));
        let ratio = ratio.map(|ratio| open(Quantity::Ratio(indicator), language.percent(ratio, 2)));
        Row {
            cells: vec![amount, ratio.unwrap_or_default(), Html::default(), Html::default()],
            ..Row::of(name, Vec::new())
        }
        .class("sum i-alt")
    };
    let [plan, scenario] = bridge.amounts;
    let [plan_ratio, scenario_ratio] = bridge.ratios.map_or([None; 2], |ratios| ratios.map(Some));
    [
        end(language.plan_label(&ask.municipality.plan), Side::Plan, plan, plan_ratio),
        end(own_name(ask), Side::Own, scenario, scenario_ratio),
    ]
}
