//! Resultatene: rule charts with sentence and table, the triangle, and one year's account.

use super::chart_view::{ChartView, Picture};
use super::data_table::{Row, table, text};
use super::language::use_language;
use super::questions;
use super::store::{Action, AppState};
use crate::analysis::scale::{Scale, everyday};
use crate::chart::{ChartModel, ChartUnit, Letter, Shown, ShownAlternative, TriangleModel};
use crate::model::municipality::{FiscalRule, Indicator, Municipality};
use crate::model::projection::{Projection, YearResult};
use crate::model::quantity::{InvestmentLine, Place, Quantity, Side};
use crate::model::scenario::{Prices, Scenario};
use crate::model::units::{Kroner, Year};
use crate::text::{AccountLine, Language};
use rust_decimal::Decimal;
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
    /// The alternatives that are shown, up to four, in the order of their letters.
    pub alternatives: Vec<Outcome>,
    /// The one that the levers move.
    pub open: Letter,
}

/// An alternative that differs from the plan, and where it leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Its letter.
    pub letter: Letter,
    /// Its name, when it has one.
    pub name: Option<String>,
    /// What differs from the plan.
    pub scenario: Rc<Scenario>,
    /// Where it leads.
    pub projection: Rc<Projection>,
}

impl Results {
    /// The projection of the alternative that the levers move; nothing while it is the plan.
    #[must_use]
    pub fn scenario(&self) -> Option<&Rc<Projection>> {
        self.alternatives.iter().find(|own| own.letter == self.open).map(|own| &own.projection)
    }

    /// The projection the page is about: the scenario, or the plan when nothing is moved.
    #[must_use]
    pub fn current(&self) -> &Rc<Projection> {
        self.scenario().unwrap_or(&self.plan)
    }

    /// One year of each alternative.
    fn in_year(&self, year: Year) -> Vec<(Letter, &YearResult)> {
        let years = self.alternatives.iter();
        years.filter_map(|own| Some((own.letter, own.projection.years.get(year)?))).collect()
    }

    /// The names of the alternatives: where several are shown with their letters; `alone` is that of a single
    /// draft.
    #[must_use]
    pub fn names(&self, alone: &str) -> Vec<String> {
        let several = self.alternatives.len() > 1;
        let name = |own: &Outcome| match &own.name {
            Some(name) if several => format!("{} {name}", own.letter),
            None if several => own.letter.to_string(),
            Some(name) => name.clone(),
            None => alone.to_owned(),
        };
        self.alternatives.iter().map(name).collect()
    }

    /// The chart of one indicator.
    #[must_use]
    pub fn chart(
        &self,
        municipality: &Municipality,
        indicator: Indicator,
        unit: ChartUnit,
        cursor: Option<Year>,
        language: Language,
    ) -> ChartModel {
        let names = self.names(language.scenario_label());
        let several = self.alternatives.len() > 1;
        let shown = self.alternatives.iter().zip(&names).map(|(own, name)| ShownAlternative {
            letter: several.then_some(own.letter),
            name,
            projection: &own.projection,
        });
        let alternatives: Vec<ShownAlternative<'_>> = shown.collect();
        let plan_in_own_world = self.plan_in_own_world.as_deref();
        let shown = Shown { plan: &self.plan, plan_in_own_world, alternatives: &alternatives };
        ChartModel::new(municipality, indicator, unit, shown, cursor, language)
    }
}

/// What a result card needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ResultProps {
    /// The municipality.
    pub municipality: Rc<Municipality>,
    /// What to show.
    pub results: Results,
    /// The year the reader looks at.
    pub year: Year,
    /// The kroner amounts are shown in.
    pub prices: Prices,
    /// Changes when the page must be redrawn.
    pub layout: u32,
}

/// Bærekraftstrekanten with its sentence, and the same figures as a table.
#[component]
pub fn TriangleCard(props: &ResultProps) -> Html {
    let language = use_language();
    let as_table = use_state_eq(|| false);
    let is_scenario = props.results.scenario().is_some();
    let model = TriangleModel::new(&props.municipality, props.results.current(), is_scenario, language);
    let Some(model) = model else { return Html::default() };
    let last = props.municipality.last_year();
    let first = props.municipality.plan.first_year;
    let who = if is_scenario {
        language.scenario_label().to_owned()
    } else {
        language.plan_label(&props.municipality.plan)
    };
    let sentence = language.triangle_sentence(&who, first, last);
    let toggle = {
        let as_table = as_table.clone();
        Callback::from(move |_: MouseEvent| as_table.set(!*as_table))
    };
    html! {
        <section class="kort trekant" id="kort-trekant" aria-label={language.triangle_title()}>
            <h2>{ language.triangle_title() }{ " " }<small>{ language.first_and_last(first, last) }</small></h2>
            <div class="flate">
                if *as_table {
                    { triangle_table(props, &sentence, [first, last], language) }
                } else {
                    <ChartView id="diagram-trekant" sentence={format!("{sentence} {}", language.triangle_explained())}
                        layout={props.layout} picture={Picture::Triangle(Rc::new(model))} />
                }
            </div>
            <span class="setning">{ language.triangle_explained() }</span>{ " " }
            <button type="button" class="lenke" aria-expanded={as_table.to_string()} onclick={toggle}>
                { language.table() }
            </button>
        </section>
    }
}

fn triangle_table(props: &ResultProps, caption: &str, years: [Year; 2], language: Language) -> Html {
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

/// What the year's account needs.
#[derive(Clone, PartialEq, Properties)]
pub struct YearCardProps {
    /// The projections and the year.
    pub shared: ResultProps,
    /// What amounts are shown as.
    pub scale: Scale,
    /// Receives the choice of year.
    pub dispatch: UseReducerDispatcher<AppState>,
}

/// One year's account: plan, scenario and difference.
#[component]
pub fn YearCard(props: &YearCardProps) -> Html {
    let language = use_language();
    let list = use_node_ref();
    let ResultProps { municipality, year, .. } = &props.shared;
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
        <section class="kort arskort" aria-label={format!("{} {year}", language.year_account())}>
            <h2 class="skjult">{ format!("{} {year}", language.year_account()) }</h2>
            <div class="arshode">
                <button type="button" class="rund" aria-label={language.year_before()} onclick={show(year.plus(-1))}
                    disabled={*year <= municipality.plan.first_year}>{ "‹" }</button>
                <select class="ds-input" aria-label={language.year()} {onchange}>{ for municipality.years().map(option) }</select>
                <button type="button" class="rund" aria-label={language.year_after()} onclick={show(year.plus(1))}
                    disabled={*year >= municipality.last_year()}>{ "›" }</button>
                <small>{ language.account_unit(props.shared.prices, municipality.plan.first_year) }</small>
                { scale_select(props, language) }
                { figure_select(props, list, language) }
            </div>
            { year_table(props, language) }
        </section>
    }
}

/// The choice of what amounts are shown as: those the municipality has figures for.
fn scale_select(props: &YearCardProps, language: Language) -> Html {
    let ResultProps { municipality, results, year, .. } = &props.shared;
    let Some(result) = results.plan.years.get(*year) else { return Html::default() };
    let possible: Vec<Scale> = Scale::ALL
        .into_iter()
        .filter(|scale| scale.of(municipality, result, result.operating_revenue).is_some())
        .collect();
    let sector = everyday(municipality, result, result.operating_revenue).of_sector.map(|(name, _)| name);
    let name = |scale: Scale| match scale {
        Scale::Million => language.million_heading().to_lowercase(),
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

fn year_table(props: &YearCardProps, language: Language) -> Html {
    let ResultProps { municipality, results, year, prices, .. } = &props.shared;
    let (plan, current) = (results.plan.years.get(*year), results.current().years.get(*year));
    let (Some(plan), Some(current)) = (plan, current) else { return Html::default() };
    let alternatives: Vec<(Letter, &YearResult)> = results.in_year(*year);
    // What a man-year costs is in the prices of the first year.
    let in_fixed_prices = *prices == Prices::Deflated || props.scale == Scale::ManYears;
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
        // Small and many, so only for a pointer; the list above the table opens the same figures.
        let cell = |side: Side, value: String| {
            let onclick = open_figure(&props.dispatch, Place { side, quantity: *figure, year: *year });
            html! { <span class="tall" {onclick}>{ value }</span> }
        };
        let mut row = Row { class: if is_same { "" } else { "endret" }, ..Row::of(*name, Vec::new()) };
        let is_moved = results.scenario().is_some();
        row.cells.push(cell(if is_moved { Side::Plan } else { Side::Own }, write(planned)));
        for (letter, own) in &alternatives {
            let value = shown(own, read(own));
            // The figures of another alternative than the open one open when it does.
            let is_open = *letter == results.open;
            row.cells.push(if is_open { cell(Side::Own, write(value)) } else { text(write(value).into()) });
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
    table("arstabell", "", &headings, account_lines(plan, current, language).iter().map(row).collect())
}

/// The headings of the year's table: the plan, each alternative, and the difference where there is only one.
#[must_use]
pub fn year_headings(results: &Results, municipality: &Municipality, language: Language) -> Vec<String> {
    let plan = language.plan_short(&municipality.plan).to_owned();
    let alternatives = results.names(language.scenario_short());
    let difference = (alternatives.len() == 1).then(|| language.difference().to_owned());
    [String::new(), plan].into_iter().chain(alternatives).chain(difference).collect()
}

/// A figure that opens to its formula.
pub(super) fn figure_button(
    dispatch: &UseReducerDispatcher<AppState>,
    place: Place,
    value: &str,
    name: &str,
    column: &str,
    language: Language,
) -> Html {
    let onclick = open_figure(dispatch, place);
    html! {
        <button type="button" class="tall" aria-label={language.open_figure(name, column, value)} {onclick}>{ value }</button>
    }
}

/// A sentence in which each of the figures, as it is written there, opens to its formula.
pub(super) fn openable(
    dispatch: &UseReducerDispatcher<AppState>,
    sentence: &str,
    name: &str,
    figures: &[(String, Place)],
    language: Language,
) -> Html {
    let found = figures.split_first().and_then(|((written, place), rest)| {
        let (before, after) = sentence.split_once(written.as_str())?;
        let figure = figure_button(dispatch, *place, written, name, &place.year.to_string(), language);
        Some(
            html! { <>{ before.to_owned() }{ figure }{ openable(dispatch, after, name, rest, language) }</> },
        )
    });
    found.unwrap_or_else(|| text(sentence.to_owned().into()))
}

fn open_figure(dispatch: &UseReducerDispatcher<AppState>, place: Place) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(Action::OpenFigure(place));
        questions::go_to("sporsmal-tall");
    })
}

/// The figures of the year, to be opened by keyboard or touch.
fn figure_select(props: &YearCardProps, list: NodeRef, language: Language) -> Html {
    let ResultProps { municipality, results, year, .. } = &props.shared;
    let Some(plan) = results.plan.years.get(*year) else { return Html::default() };
    let lines = account_lines(plan, results.current().years.get(*year).unwrap_or(plan), language);
    let sides: &[Side] = if results.scenario().is_some() { &[Side::Own, Side::Plan] } else { &[Side::Own] };
    let places: Vec<Place> = sides
        .iter()
        .flat_map(|side| {
            lines.iter().map(|(.., figure)| Place { side: *side, quantity: *figure, year: *year })
        })
        .collect();
    let options = places.iter().zip(lines.iter().cycle()).enumerate().map(|(index, (place, (name, ..)))| {
        let of = match place.side {
            Side::Plan => language.plan_short(&municipality.plan),
            _ if results.scenario().is_some() => language.scenario_short(),
            _ => "",
        };
        let text = if of.is_empty() { (*name).to_owned() } else { format!("{name} ({})", of.to_lowercase()) };
        html! { <option value={index.to_string()}>{ text }</option> }
    });
    let options = options.collect::<Html>();
    // The arrow keys go through a list a choice at a time, so it takes a press to leave it.
    let onclick = {
        let (dispatch, list) = (props.dispatch.clone(), list.clone());
        Callback::from(move |_: MouseEvent| {
            let chosen = list.cast::<HtmlSelectElement>().map(|list| list.value());
            let place = chosen.and_then(|chosen| places.get(chosen.parse::<usize>().ok()?).copied());
            if let Some(place) = place {
                dispatch.dispatch(Action::OpenFigure(place));
                questions::go_to("sporsmal-tall");
            }
        })
    };
    html! {
            <>
                <select ref={list} class="ds-input malestokk" id="vis-utregning" aria-label={language.show_working()}>
    <option value="" selected=true>{ language.show_working() }</option>
    { options }
    </select>
                <button type="button" class="ds-button" data-variant="secondary" {onclick}>{ language.show_it() }</button>
            </>
        }
}
