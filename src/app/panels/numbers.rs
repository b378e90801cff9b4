//! Alle tallene: the account of a year beside the plan's, the rules over all the years, and the triangle.

use crate::analysis::scale::{Scale, everyday};
use crate::app::chart_view::{ChartView, Picture};
use crate::app::data_table::{Row, table, text};
use crate::app::questions::QuestionsProps;
use crate::app::results::{Results, figure_button};
use crate::app::rule_table::{RuleColumn, decimals_beside, rule_columns};
use crate::app::store::Action;
use crate::chart::{ChartUnit, Letter, TriangleModel};
use crate::model::municipality::{FiscalRule, Indicator, Municipality};
use crate::model::projection::YearResult;
use crate::model::quantity::{InvestmentLine, Place, Quantity, Side};
use crate::model::scenario::Prices;
use crate::model::units::{Kroner, Year};
use crate::text::lower;
use crate::text::{AccountLine, Language};
use rust_decimal::Decimal;
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The panel *Alle tallene*.
pub(super) fn view(props: &QuestionsProps, language: Language) -> Html {
    let prices = props.scenario.basis.prices;
    html! {
        <div class="spalter tallene">
            <section class="arskort" aria-label={format!("{} {}", language.year_account(), props.year)}>
                <div class="linje">
                    <h3>{ format!("{} {}", language.year_account(), props.year) }{ " " }
                        <small>{ language.account_unit(prices, props.municipality.plan.first_year) }</small></h3>
                    { scale_select(props, language) }
                </div>
                { year_table(props, language) }
                <p class="forklaring">{ language.press_a_figure() }</p>
            </section>
            <section>
                <h3>{ language.rules_year_by_year() }</h3>
                { all_years(props, None, language) }
            </section>
            { triangle(props, language) }
        </div>
    }
}

/// The three rules, each line of each, over all the years.
pub(super) fn all_years(props: &QuestionsProps, own_name: Option<&str>, language: Language) -> Html {
    let (municipality, results) = (&props.municipality, &props.results);
    let mut columns = rule_columns(results, municipality, language);
    for column in columns.iter_mut().filter(|column| column.name == language.scenario_label()) {
        own_name.unwrap_or(language.scenario_label()).clone_into(&mut column.name);
    }
    let units = Indicator::ALL
        .into_iter()
        .filter_map(|indicator| Some((indicator, ChartUnit::of(indicator, &results.plan)?)));
    let cell = |column: &RuleColumn<'_>, indicator: Indicator, unit: ChartUnit, year: Year| {
        let result = column.projection.years.get(year);
        let value = result.and_then(|result| unit.read(indicator, result));
        let rule = municipality.rule_for(indicator).filter(|_| unit == ChartUnit::PercentOfRevenue);
        let written = value
            .map_or_else(|| "–".to_owned(), |value| language.number(value, decimals_beside(rule, value)));
        let is_broken = rule.zip(result).is_some_and(|(rule, result)| {
            crate::model::fiscal_rule::assess_year(rule, result).kept == Some(false)
        });
        html! {
            <td class={classes!(is_broken.then_some("brutt"))}>
                if is_broken { <span aria-hidden="true">{ "× " }</span><span class="skjult">{ language.broken() }{ " " }</span> }
                { written }</td>
        }
    };
    let group = |(indicator, unit): (Indicator, ChartUnit)| {
        let rule = municipality.rule_for(indicator).filter(|_| unit == ChartUnit::PercentOfRevenue);
        let of = match unit {
            ChartUnit::PercentOfRevenue => language.in_percent(),
            ChartUnit::MillionKroner => language.in_million_kroner(),
        };
        let requirement = rule
            .map(|rule| format!(", {}", language.requirement_is(&language.requirement(rule))))
            .unwrap_or_default();
        html! {
            <tbody>
                <tr class="gruppe-rad"><th scope="rowgroup" colspan={(municipality.years().count() + 1).to_string()}>
                    { format!("{}, {of}{requirement}", language.indicator_name(indicator)) }</th></tr>
                { for columns.iter().map(|column| html! {
                    <tr><th scope="row">{ &column.name }</th>
                        { for municipality.years().map(|year| cell(column, indicator, unit, year)) }</tr>
                }) }
            </tbody>
        }
    };
    html! {
        <div class="rull" tabindex="0" role="group" aria-label={language.rules_year_by_year()}>
            <table class="ds-table" data-size="sm" id="alle-ar">
                <caption>{ language.cross_means_broken() }</caption>
                <thead><tr><td></td>{ for municipality.years().map(|year| html! { <th scope="col">{ year.to_string() }</th> }) }</tr></thead>
                { for units.map(group) }
            </table>
        </div>
    }
}

/// Bærekraftstrekanten with its sentence, and the same figures as a table.
fn triangle(props: &QuestionsProps, language: Language) -> Html {
    let (municipality, results) = (&props.municipality, &props.results);
    let is_scenario = results.scenario().is_some();
    let model = TriangleModel::new(municipality, results.current(), is_scenario, language);
    let Some(model) = model else { return Html::default() };
    let ends = [municipality.plan.first_year, municipality.last_year()];
    let who = if is_scenario {
        language.scenario_label().to_owned()
    } else {
        language.plan_label(&municipality.plan)
    };
    let sentence = language.triangle_sentence(&who, ends[0], ends[1]);
    html! {
        <section class="trekant" id="kort-trekant" aria-label={language.triangle_title()}>
            <h3>{ language.triangle_title() }{ " " }<small>{ language.first_and_last(ends[0], ends[1]) }</small></h3>
            <div class="flate"><ChartView id="diagram-trekant" sentence={format!("{sentence} {}", language.triangle_explained())}
                layout={props.layout} picture={Picture::Triangle(Rc::new(model))} /></div>
            <p class="forklaring">{ language.triangle_explained() }</p>
            { triangle_table(props, &sentence, ends, language) }
        </section>
    }
}

fn triangle_table(props: &QuestionsProps, caption: &str, years: [Year; 2], language: Language) -> Html {
    let projection = props.results.current();
    let cell = |rule: &FiscalRule, year: Year| {
        let ratio = projection.years.get(year).and_then(|result| result.ratio(rule.indicator));
        ratio.map_or_else(|| "–".to_owned(), |ratio| language.percent(ratio, 1))
    };
    let row = |rule: &FiscalRule| {
        html! {
            <tr key={rule.id.clone()}>
                <th scope="row">{ language.indicator_name(rule.indicator) }<br /><small>{ language.rule_line(rule) }</small></th>
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

/// The choice of what amounts are shown as: those the municipality has figures for.
fn scale_select(props: &QuestionsProps, language: Language) -> Html {
    let QuestionsProps { municipality, results, year, .. } = props;
    let Some(result) = results.plan.years.get(*year) else { return Html::default() };
    let possible: Vec<Scale> = Scale::ALL
        .into_iter()
        .filter(|scale| scale.of(municipality, result, result.operating_revenue).is_some())
        .collect();
    let sector = everyday(municipality, result, result.operating_revenue).of_sector.map(|(name, _)| name);
    let name = |scale: Scale| match scale {
        Scale::Million => lower(language.million_heading()),
        Scale::ManYears => language.in_man_years().to_owned(),
        Scale::PerInhabitant => language.per_inhabitant().to_owned(),
        Scale::OfSector => language.share_of_sector(sector.as_deref().unwrap_or_default()),
    };
    let onchange = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: Event| {
            let index = event.target_unchecked_into::<HtmlSelectElement>().value().parse::<usize>();
            if let Some(scale) = index.ok().and_then(|index| Scale::ALL.get(index)) {
                dispatch.dispatch(Action::ShowAs(*scale));
            }
        })
    };
    let option = |scale: Scale| {
        let value = Scale::ALL.iter().position(|other| *other == scale).unwrap_or_default().to_string();
        html! { <option {value} selected={scale == props.scale}>{ name(scale) }</option> }
    };
    html! {
        <select class="ds-input malestokk" id="malestokk" aria-label={language.shown_as()} {onchange}>
            { for possible.into_iter().map(option) }
        </select>
    }
}

/// A line of the year's account, what it reads, and what is opened behind it.
type AccountRow = (AccountLine, fn(&YearResult) -> Kroner, Quantity);

/// The same with the name a person reads.
type NamedRow = (&'static str, fn(&YearResult) -> Kroner, Quantity);

/// The lines that the municipality's figures can fill.
fn account_lines(result: &YearResult, scenario: &YearResult, language: Language) -> Vec<NamedRow> {
    let divided = result.revenue.undivided == Kroner::ZERO;
    let (income, costs) = if divided {
        (AccountLine::GeneralRevenue, AccountLine::Appropriations)
    } else {
        (AccountLine::Revenue, AccountLine::Costs)
    };
    let debt = if result.debt.is_known() { AccountLine::Debt } else { AccountLine::DebtChange };
    let first: [AccountRow; 2] = [
        (income, |result| result.operating_revenue, Quantity::OperatingRevenue),
        (costs, |result| result.operating_costs, Quantity::OperatingCosts),
    ];
    let earned: fn(&YearResult) -> Kroner = YearResult::all_financial_income;
    let finance: [AccountRow; 1] = [(AccountLine::FinancialIncome, earned, Quantity::FinancialIncome)];
    let paid: [AccountRow; 2] = [
        (AccountLine::Interest, |result| result.interest, Quantity::Interest),
        (AccountLine::Instalments, |result| result.instalments, Quantity::Instalments),
    ];
    let uncovered: [AccountRow; 1] =
        [(AccountLine::DeficitInterest, |result| result.deficit_interest, Quantity::DeficitInterest)];
    let after: [AccountRow; 1] =
        [(AccountLine::Transfer, |result| result.disposition.transfer_to_investment, Quantity::Transfer)];
    let last: [AccountRow; 3] = [
        (
            AccountLine::Investments,
            |result| result.investment.expenditure,
            Quantity::Investment(InvestmentLine::Expenditure),
        ),
        (AccountLine::Loans, |result| result.loans, Quantity::Loans),
        (debt, |result| result.debt.amount(), Quantity::Debt),
    ];
    let named = |lines: &[AccountRow]| -> Vec<NamedRow> {
        lines.iter().map(|(line, read, figure)| (language.line_name(*line), *read, *figure)).collect()
    };
    let fund = if result.disposition_fund.is_known() {
        language.indicator_name(Indicator::DispositionFund)
    } else {
        language.line_name(AccountLine::FundChange)
    };
    let mut lines = named(&first);
    // A plan that does not print it may still have a scenario that earns more, or less.
    if divided || earned(result) != earned(scenario) {
        lines.extend(named(&finance));
    }
    lines.extend(named(&paid));
    if result.deficit_interest != scenario.deficit_interest || result.deficit_interest != Kroner::ZERO {
        lines.extend(named(&uncovered));
    }
    lines.push((
        language.indicator_name(Indicator::NetOperatingResult),
        |result| result.net_operating_result,
        Quantity::NetOperatingResult,
    ));
    lines.extend(named(&after));
    lines.push((fund, |result| result.disposition_fund.amount(), Quantity::DispositionFund));
    lines.extend(named(&last));
    lines
}

fn year_table(props: &QuestionsProps, language: Language) -> Html {
    let QuestionsProps { municipality, results, year, .. } = props;
    let prices = props.scenario.basis.prices;
    let (plan, current) = (results.plan.years.get(*year), results.current().years.get(*year));
    let (Some(plan), Some(current)) = (plan, current) else { return Html::default() };
    let alternatives: Vec<(Letter, &YearResult)> = results.in_year(*year);
    // What a man-year costs is in the prices of the first year.
    let in_fixed_prices = prices == Prices::Deflated || props.scale == Scale::ManYears;
    let shown = |result: &YearResult, amount: Kroner| {
        let amount = if in_fixed_prices { result.price_index.deflate(amount) } else { amount };
        props.scale.of(municipality, result, amount)
    };
    let decimals = props.scale.decimals();
    let write = |value: Option<Decimal>| {
        value.map_or_else(|| "–".to_owned(), |value| language.number(value, decimals))
    };
    let row = |(name, read, figure): &NamedRow| {
        let is_same = alternatives.iter().all(|(_, own)| read(own) == read(plan));
        let planned = shown(plan, read(plan));
        let cell = |side: Side, value: String, column: &str| {
            let place = Place { side, quantity: *figure, year: *year };
            figure_button(&props.dispatch, place, &value, name, column, language)
        };
        let mut row = Row { class: if is_same { "" } else { "endret" }, ..Row::of(*name, Vec::new()) };
        let is_moved = results.scenario().is_some();
        let side = if is_moved { Side::Plan } else { Side::Own };
        row.cells.push(cell(side, write(planned), language.plan_short(&municipality.plan)));
        for (letter, own) in &alternatives {
            let value = shown(own, read(own));
            // The figures of another alternative than the open one open when it does.
            let is_open = *letter == results.open;
            row.cells.push(if is_open {
                cell(Side::Own, write(value), language.scenario_short())
            } else {
                text(write(value).into())
            });
        }
        if let [(_, own)] = alternatives.as_slice() {
            let difference = planned.zip(shown(own, read(own))).map(|(planned, now)| now - planned);
            let written = difference.map(|difference| {
                let decimals = if difference.is_zero() { 0 } else { decimals };
                language.signed(difference, decimals)
            });
            row.cells.push(text(written.unwrap_or_else(|| write(None)).into()));
        }
        row
    };
    let headings = year_headings(results, municipality, language);
    let caption = format!("{} {year}", language.year_account());
    table("arstabell", &caption, &headings, account_lines(plan, current, language).iter().map(row).collect())
}

/// The headings of the year's table: the plan, each alternative, and the difference where there is only one.
#[must_use]
pub fn year_headings(results: &Results, municipality: &Municipality, language: Language) -> Vec<String> {
    let plan = language.plan_short(&municipality.plan).to_owned();
    let alternatives = results.names(language.scenario_short());
    let difference = (alternatives.len() == 1).then(|| language.difference().to_owned());
    [String::new(), plan].into_iter().chain(alternatives).chain(difference).collect()
}
