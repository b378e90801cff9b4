//! Resultatene: rule charts with sentence and table, the triangle, and one year's account.

use super::chart_view::{ChartView, Picture};
use super::findings;
use super::store::{Action, AppState};
use crate::chart::{ChartModel, Shown, TriangleModel};
use crate::model::municipality::{FiscalRule, Indicator, Municipality};
use crate::model::projection::{Projection, YearResult};
use crate::model::units::{Kroner, Year};
use crate::text::{Bokmal, Phrases, number};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The projections of the page, shared by everything that shows them.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// Vedtatt plan.
    pub plan: Rc<Projection>,
    /// Planen under dine forutsetninger, when it differs from both others.
    pub plan_in_own_world: Option<Rc<Projection>>,
    /// Ditt scenario, when anything is moved.
    pub scenario: Option<Rc<Projection>>,
}

impl Results {
    /// The projection the page is about: the scenario, or the plan when nothing is moved.
    #[must_use]
    pub fn current(&self) -> &Rc<Projection> {
        self.scenario.as_ref().unwrap_or(&self.plan)
    }

    fn shown(&self) -> Shown<'_> {
        Shown {
            plan: &self.plan,
            plan_in_own_world: self.plan_in_own_world.as_deref(),
            scenario: self.scenario.as_deref(),
        }
    }
}

/// What a result card needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ResultProps {
    /// The municipality.
    pub municipality: &'static Municipality,
    /// What to show.
    pub results: Results,
    /// The year the reader looks at.
    pub year: Year,
    /// Changes when the page was laid out anew.
    pub layout: u32,
}

/// What the card of one rule needs.
#[derive(Clone, PartialEq, Properties)]
pub struct RuleCardProps {
    /// The rule.
    pub rule: &'static FiscalRule,
    /// The rest.
    pub shared: ResultProps,
}

/// One fiscal rule: chart, sentence, and the same figures as a table.
#[component]
pub fn RuleCard(props: &RuleCardProps) -> Html {
    let as_table = use_state_eq(|| false);
    let ResultProps { municipality, results, year, layout } = &props.shared;
    let rule = props.rule;
    let sentence = Bokmal.rule_sentence(rule, &findings::finding(rule, results.current()));
    let toggle = {
        let as_table = as_table.clone();
        Callback::from(move |_: MouseEvent| as_table.set(!*as_table))
    };
    let name = Bokmal.indicator_name(rule.indicator);
    let table_id = format!("tabell-{}", rule.id);
    html! {
        <section class="kort regel" id={format!("kort-{}", rule.id)} aria-label={name}>
            <h2 title={Bokmal.indicator_explained(rule.indicator)}>
                { name }{ " " }<small>{ Bokmal.of_revenue() }</small>
            </h2>
            <div class="flate">
                if *as_table {
                    <div class="rull" tabindex="0" role="group" aria-label={name}>{ rule_table(&table_id, rule, results) }</div>
                } else {
                    <ChartView id={format!("diagram-{}", rule.id)} sentence={format!("{name}. {sentence}")}
                        layout={*layout} picture={Picture::Rule(Rc::new(ChartModel::new(
                            municipality, rule.indicator, results.shown(), Some(*year), &Bokmal)))} />
                }
            </div>
            <span class="setning" id={format!("setning-{}", rule.id)}>{ sentence }</span>{ " " }
            <button type="button" class="lenke" aria-expanded={as_table.to_string()} onclick={toggle}>
                { Bokmal.table() }
            </button>
        </section>
    }
}

fn rule_table(id: &str, rule: &FiscalRule, results: &Results) -> Html {
    let columns: Vec<(&str, &Rc<Projection>)> = [
        (Bokmal.plan_short(), Some(&results.plan)),
        (Bokmal.plan_in_own_world_short(), results.plan_in_own_world.as_ref()),
        (Bokmal.scenario_short(), results.scenario.as_ref()),
    ]
    .into_iter()
    .filter_map(|(name, projection)| Some((name, projection?)))
    .collect();
    let cell = |projection: &Projection, year: Year| {
        let ratio = projection.years.get(year).and_then(|result| result.ratio(rule.indicator));
        html! { <td>{ ratio.map_or_else(|| "–".to_owned(), |ratio| number::percent(ratio, 1)) }</td> }
    };
    let row = |(year, _): (Year, &YearResult)| {
        html! {
            <tr key={year.0}>
                <th scope="row">{ year.to_string() }</th>
                { for columns.iter().map(|(_, projection)| cell(projection, year)) }
            </tr>
        }
    };
    html! {
        <table class="ds-table" data-size="sm" id={id.to_owned()}>
            <caption>{ Bokmal.rule_line(rule) }</caption>
            <thead><tr>
                <th scope="col">{ Bokmal.year() }</th>
                { for columns.iter().map(|(name, _)| html! { <th scope="col">{ name.replace('\n', " ") }</th> }) }
            </tr></thead>
            <tbody>{ for results.plan.years.iter().map(row) }</tbody>
        </table>
    }
}

/// Bærekraftstrekanten with its sentence, and the same figures as a table.
#[component]
pub fn TriangleCard(props: &ResultProps) -> Html {
    let as_table = use_state_eq(|| false);
    let is_scenario = props.results.scenario.is_some();
    let model = TriangleModel::new(props.municipality, props.results.current(), is_scenario, &Bokmal);
    let Some(model) = model else { return Html::default() };
    let last = props.municipality.last_year();
    let first = props.municipality.plan.first_year;
    let sentence = Bokmal.triangle_sentence(first, last, !is_scenario);
    let toggle = {
        let as_table = as_table.clone();
        Callback::from(move |_: MouseEvent| as_table.set(!*as_table))
    };
    html! {
        <section class="kort trekant" id="kort-trekant" aria-label={Bokmal.triangle_title()}>
            <h2>{ Bokmal.triangle_title() }{ " " }<small>{ Bokmal.first_and_last(first, last) }</small></h2>
            <div class="flate">
                if *as_table {
                    { triangle_table(props, &sentence, [first, last]) }
                } else {
                    <ChartView id="diagram-trekant" sentence={format!("{sentence} {}", Bokmal.triangle_explained())}
                        layout={props.layout} picture={Picture::Triangle(Rc::new(model))} />
                }
            </div>
            <span class="setning">{ Bokmal.triangle_explained() }</span>{ " " }
            <button type="button" class="lenke" aria-expanded={as_table.to_string()} onclick={toggle}>
                { Bokmal.table() }
            </button>
        </section>
    }
}

fn triangle_table(props: &ResultProps, caption: &str, years: [Year; 2]) -> Html {
    let projection = props.results.current();
    let cell = |rule: &FiscalRule, year: Year| {
        let ratio = projection.years.get(year).and_then(|result| result.ratio(rule.indicator));
        ratio.map_or_else(|| "–".to_owned(), |ratio| number::percent(ratio, 1))
    };
    let row = |rule: &FiscalRule| {
        html! {
            <tr key={rule.id.clone()}>
                <th scope="row">{ Bokmal.indicator_name(rule.indicator) }<br /><small>{ Bokmal.rule_line(rule) }</small></th>
                { for years.map(|year| html! { <td>{ cell(rule, year) }</td> }) }
            </tr>
        }
    };
    html! {
        <table class="ds-table" data-size="sm" id="tabell-trekant">
            <caption>{ caption }</caption>
            <thead><tr>
                <td></td>
                { for years.map(|year| html! { <th scope="col">{ year.to_string() }</th> }) }
            </tr></thead>
            <tbody>{ for props.municipality.rules.iter().map(row) }</tbody>
        </table>
    }
}

/// What the year's account needs.
#[derive(Clone, PartialEq, Properties)]
pub struct YearCardProps {
    /// The projections and the year.
    pub shared: ResultProps,
    /// Where the choice of year goes.
    pub dispatch: UseReducerDispatcher<AppState>,
}

/// One year's account: plan, scenario and difference.
#[component]
pub fn YearCard(props: &YearCardProps) -> Html {
    let ResultProps { municipality, results, year, .. } = &props.shared;
    let show = |to: Year| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::ShowYear(to)))
    };
    let onchange = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: Event| {
            if let Ok(year) = event.target_unchecked_into::<HtmlSelectElement>().value().parse() {
                dispatch.dispatch(Action::ShowYear(Year(year)));
            }
        })
    };
    let option = |other: Year| {
        html! { <option value={other.to_string()} selected={other == *year}>{ other.to_string() }</option> }
    };
    html! {
        <section class="kort arskort" aria-label={format!("{} {year}", Bokmal.year_account())}>
            <h2>
                <button type="button" class="rund" aria-label={Bokmal.year_before()} onclick={show(year.plus(-1))}
                    disabled={*year <= municipality.plan.first_year}>{ "‹" }</button>
                <select class="ds-input" aria-label={Bokmal.year()} {onchange}>{ for municipality.years().map(option) }</select>
                <button type="button" class="rund" aria-label={Bokmal.year_after()} onclick={show(year.plus(1))}
                    disabled={*year >= municipality.last_year()}>{ "›" }</button>
                <small>{ Bokmal.account_unit() }</small>
            </h2>
            { year_table(results, *year) }
        </section>
    }
}

/// A line of the year's account: its name and what it reads.
type AccountLine = (&'static str, fn(&YearResult) -> Kroner);

fn year_table(results: &Results, year: Year) -> Html {
    let lines: [AccountLine; 10] = [
        (Bokmal.line_revenue(), |result| result.operating_revenue),
        (Bokmal.line_costs(), |result| result.operating_costs),
        (Bokmal.line_interest(), |result| result.interest),
        (Bokmal.line_instalments(), |result| result.instalments),
        (Bokmal.indicator_name(Indicator::NetOperatingResult), |result| result.net_operating_result),
        (Bokmal.line_transfer(), |result| result.disposition.transfer_to_investment),
        (Bokmal.indicator_name(Indicator::DispositionFund), |result| result.disposition_fund),
        (Bokmal.line_investments(), |result| result.investment.expenditure),
        (Bokmal.line_loans(), |result| result.loans),
        (Bokmal.line_debt(), |result| result.debt),
    ];
    let (plan, scenario) = (results.plan.years.get(year), results.current().years.get(year));
    let row = |(name, read): &AccountLine| {
        let (Some(plan), Some(scenario)) = (plan, scenario) else { return Html::default() };
        let (planned, now) = (read(plan), read(scenario));
        let difference = if planned == now {
            String::from("0")
        } else {
            number::format_signed((now - planned).millions(), 1)
        };
        html! {
            <tr key={*name} class={classes!((planned != now).then_some("endret"))}>
                <th scope="row">{ *name }</th>
                <td>{ number::millions(planned, 1) }</td>
                if results.scenario.is_some() {
                    <td>{ number::millions(now, 1) }</td>
                    <td>{ difference }</td>
                }
            </tr>
        }
    };
    html! {
        <table class="ds-table" data-size="sm" id="arstabell">
            <thead><tr>
                <td></td>
                <th scope="col">{ Bokmal.plan_short() }</th>
                if results.scenario.is_some() {
                    <th scope="col">{ Bokmal.scenario_short() }</th>
                    <th scope="col">{ Bokmal.difference() }</th>
                }
            </tr></thead>
            <tbody>{ for lines.iter().map(row) }</tbody>
        </table>
    }
}
