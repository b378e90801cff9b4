//! Tabeller: the yearly lines of a projection as JSON, CSV and plain text, from one definition.
//!
//! Keys are Norwegian and the same as in the municipality file. Amounts are in thousand kroner.

use crate::model::fiscal_rule;
use crate::model::municipality::{Indicator, Municipality};
use crate::model::projection::{Projection, YearResult};
use crate::model::scenario::{Prices, Scenario};
use crate::model::units::{Kroner, Percent};
use crate::text::Language;
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

/// The unit of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineUnit {
    /// 1000 kr.
    ThousandKroner,
    /// Prosent.
    Percent,
    /// Innbyggere.
    Persons,
}

/// One line of the yearly account.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// Its key in files.
    pub key: &'static str,
    /// Its name, with the form it belongs to (forskrift om økonomiplan mv. §§ 5-4 and 5-5).
    pub name: &'static str,
    /// Its unit.
    pub unit: LineUnit,
    /// What it reads; `None` where it cannot be computed.
    pub read: fn(&YearResult) -> Option<Decimal>,
}

const fn amount(key: &'static str, name: &'static str, read: fn(&YearResult) -> Option<Decimal>) -> Line {
    Line { key, name, unit: LineUnit::ThousandKroner, read }
}

const fn share(key: &'static str, name: &'static str, read: fn(&YearResult) -> Option<Decimal>) -> Line {
    Line { key, name, unit: LineUnit::Percent, read }
}

/// Every line, in the order of the forms. A line that no document divides reads nothing.
#[rustfmt::skip]
pub const LINES: [Line; 47] = [
    Line { key: "innbyggere", name: "Innbyggere 1. januar", unit: LineUnit::Persons, read: |year| Some(year.inhabitants?.value()) },
    amount("brutto_driftsinntekter", "Brutto driftsinntekter (§ 5-6)", |year| Some(year.gross_revenue?.thousands())),
    amount("rammetilskudd", "Rammetilskudd (§ 5-4)", |year| when_divided(year, year.revenue.block_grant)),
    amount("inntekts_og_formuesskatt", "Inntekts- og formuesskatt (§ 5-4)", |year| when_divided(year, year.revenue.income_tax)),
    amount("eiendomsskatt", "Eiendomsskatt (§ 5-4)", |year| when_divided(year, year.revenue.property_tax)),
    amount("andre_generelle_driftsinntekter", "Andre generelle driftsinntekter (§ 5-4)", |year| when_divided(year, year.revenue.other_general)),
    amount("sum_generelle_driftsinntekter", "Sum generelle driftsinntekter (§ 5-4)", |year| when_divided(year, year.operating_revenue)),
    amount("bevilgninger_drift_netto", "Sum bevilgninger drift, netto (§ 5-4)", |year| when_divided(year, year.operating_costs)),
    amount("driftsutgifter", "Driftsutgifter uten avskrivninger", |year| when_undivided(year, year.operating_costs)),
    amount("avskrivninger", "Avskrivninger (§ 5-4)", |year| unless_nothing(year.depreciation)),
    amount("brutto_driftsresultat", "Brutto driftsresultat (§ 5-4)", |year| thousands(year.gross_operating_result())),
    amount("renteinntekter", "Renteinntekter (§ 5-4)", |year| when_divided(year, year.financial_income.interest)),
    amount("utbytter", "Utbytter (§ 5-4)", |year| when_divided(year, year.financial_income.dividends)),
    amount("gevinster_og_tap", "Gevinster og tap (§ 5-4)", |year| when_divided(year, year.financial_income.gains)),
    amount("endring_i_renteinntekter", "Endring i renteinntekter av fondet (§ 5-4)", |year| thousands(year.change_in_fund_yield)),
    amount("endring_i_dekning_av_renter", "Endring i gebyrer, videreutlån og kompensasjon", |year| unless_nothing(year.change_in_recovered_interest)),
    amount("renteutgifter", "Renteutgifter (§ 5-4)", |year| thousands(year.interest)),
    amount("avdrag", "Avdrag på lån (§ 5-4)", |year| thousands(year.instalments)),
    amount("minimumsavdrag", "Minimumsavdrag (§ 14-18)", |year| Some(year.minimum_instalments?.thousands())),
    amount("netto_finans", "Netto finans (§ 5-4)", |year| thousands(year.net_finance())),
    amount("motpost_avskrivninger", "Motpost avskrivninger (§ 5-4)", |year| unless_nothing(year.depreciation + year.depreciation_difference)),
    amount("netto_driftsresultat", "Netto driftsresultat (§ 5-4)", |year| thousands(year.net_operating_result)),
    amount("overføring_fra_drift", "Overføring til investering (§ 5-4)", |year| thousands(year.disposition.transfer_to_investment)),
    amount("bundne_driftsfond", "Netto avsetning til bundne driftsfond (§ 5-4)", |year| unless_nothing(year.disposition.allocated_to_bound_funds)),
    amount("avsetning_til_disposisjonsfond", "Netto avsetning til disposisjonsfond (§ 5-4)", |year| thousands(year.disposition.allocated_to_fund)),
    amount("dekning_av_merforbruk", "Dekning av tidligere merforbruk (§ 5-4)", |year| thousands(year.disposition.deficit_covered)),
    amount("merforbruk", "Merforbruk til inndekning (§ 5-4)", |year| thousands(year.uncovered_deficit)),
    amount("investeringer", "Investeringer i varige driftsmidler (§ 5-5)", |year| thousands(year.investment.expenditure)),
    amount("mva_kompensasjon", "Kompensasjon for merverdiavgift (§ 5-5)", |year| thousands(year.investment.vat_compensation)),
    amount("salg_og_tilskudd", "Salg og tilskudd (§ 5-5)", |year| thousands(year.investment.sales_and_grants)),
    amount("salg_i_scenarioet", "Salg i scenarioet (§ 5-5)", |year| unless_nothing(year.investment.extra_sales)),
    amount("bruk_av_investeringsfond", "Bruk av ubundet investeringsfond (§ 5-5)", |year| thousands(year.use_of_investment_fund)),
    amount("bruk_av_lån", "Bruk av lån (§ 5-5)", |year| thousands(year.loans)),
    amount("ekstra_nedbetaling", "Ekstraordinær nedbetaling (§ 5-5)", |year| unless_nothing(year.extra_repayment)),
    amount("avrunding", "Avrunding i den trykte finansieringen", |year| thousands(year.investment.rounding)),
    amount("lånegjeld", "Lånegjeld 31. desember, som regelen måler den", |year| year.debt_is_known.then(|| year.debt.thousands())),
    amount("selvkostgjeld", "Selvkostgjeld 31. desember", |year| unless_nothing(year.debt_by_class.self_cost)),
    amount("videreutlån", "Gjeld til videreutlån 31. desember", |year| unless_nothing(year.debt_by_class.on_lending)),
    amount("lånegjeld_brutto", "Brutto lånegjeld 31. desember", |year| (year.debt_is_known && year.debt_by_class.gross() != year.debt).then(|| year.debt_by_class.gross().thousands())),
    amount("disposisjonsfond", "Disposisjonsfond 31. desember", |year| year.fund_is_known.then(|| year.disposition_fund.thousands())),
    amount("kalibrering", "Kalibrering: trykt linje mot regel", |year| unless_nothing(year.calibration.revenue.total() - year.calibration.operating_costs - year.calibration.interest - year.calibration.instalments)),
    share("prisindeks", "Prisindeks", |year| Some(year.price_index.value() * Decimal::ONE_HUNDRED)),
    share("snittrente", "Snittrente", |year| Some(year.average_rate.value())),
    share("netto_driftsresultat_prosent", "Netto driftsresultat, % av inntekter", |year| ratio(year, Indicator::NetOperatingResult)),
    share("disposisjonsfond_prosent", "Disposisjonsfond, % av inntekter", |year| ratio(year, Indicator::DispositionFund)),
    share("gjeldsgrad_prosent", "Gjeldsgrad, % av inntekter", |year| ratio(year, Indicator::DebtRatio)),
    share("investeringer_prosent", "Investeringer, % av inntekter", |year| year.investment.expenditure.as_percent_of(year.gross_revenue?).map(rounded)),
];

fn when_divided(year: &YearResult, amount: Kroner) -> Option<Decimal> {
    (year.revenue.undivided == Kroner::ZERO).then(|| amount.thousands())
}

fn when_undivided(year: &YearResult, amount: Kroner) -> Option<Decimal> {
    (year.revenue.undivided != Kroner::ZERO).then(|| amount.thousands())
}

fn unless_nothing(amount: Kroner) -> Option<Decimal> {
    (amount != Kroner::ZERO).then(|| amount.thousands())
}

/// What a line reads in the prices the scenario is shown in.
fn reading(line: &Line, result: &YearResult, prices: Prices) -> Option<Decimal> {
    let figure = (line.read)(result)?;
    Some(if prices == Prices::Deflated && line.unit == LineUnit::ThousandKroner {
        result.price_index.deflate(Kroner::from_thousands(figure)).thousands()
    } else {
        figure
    })
}

/// The lines that say something in at least one year.
fn lines_of(projection: &Projection) -> Vec<&'static Line> {
    let says = |line: &&Line| projection.years.values().iter().any(|year| (line.read)(year).is_some());
    LINES.iter().filter(says).collect()
}

#[allow(clippy::unnecessary_wraps, reason = "every line reads an optional figure")]
fn thousands(amount: Kroner) -> Option<Decimal> {
    Some(amount.thousands())
}

fn ratio(year: &YearResult, indicator: Indicator) -> Option<Decimal> {
    year.ratio(indicator).map(rounded)
}

fn rounded(percent: Percent) -> Decimal {
    use rust_decimal::RoundingStrategy::MidpointAwayFromZero;
    percent.value().round_dp_with_strategy(4, MidpointAwayFromZero).normalize()
}

/// The projection as JSON: which municipality and plan, the scenario, the rules, and every line of every year.
#[must_use]
pub fn json(
    municipality: &Municipality,
    scenario: &Scenario,
    projection: &Projection,
    language: Language,
) -> String {
    let (lines, prices) = (lines_of(projection), scenario.basis.prices);
    let years: Vec<Value> =
        projection
            .years
            .values()
            .iter()
            .map(|result| {
                let mut row = Map::new();
                row.insert("år".to_owned(), json!(result.year));
                row.extend(lines.iter().map(|line| {
                    (line.key.to_owned(), reading(line, result, prices).map_or(Value::Null, value))
                }));
                Value::Object(row)
            })
            .collect();
    let rules: Vec<Value> = municipality
        .rules
        .iter()
        .map(|rule| {
            let outcome = fiscal_rule::assess(rule, projection);
            json!({
                "id": rule.id, "navn": rule.name, "krav": rule.requirement, "grense": rule.limit,
                "brutt": outcome.broken_years().collect::<Vec<_>>(),
                "handlingsrom": outcome.years.iter().map(|(year, kept)| (year.to_string(), json!(kept.headroom))).collect::<Map<_, _>>(),
            })
        })
        .collect();
    let page = json!({
        "kommune": municipality.identity.id,
        "plan": municipality.plan.name,
        "vedtatt": municipality.plan.adopted,
        "enhet": municipality.plan.unit,
        "prisnivå": price_level(municipality, prices, language),
        "modell": env!("CARGO_PKG_VERSION"),
        "scenario": scenario,
        "forbehold": municipality.plan.reservations,
        "handlingsregler": rules,
        "år": years,
    });
    serde_json::to_string_pretty(&page).unwrap_or_default()
}

/// The projection as CSV for a Norwegian spreadsheet: semicolon, decimal comma, one row a year.
#[must_use]
pub fn csv(scenario: &Scenario, projection: &Projection) -> String {
    let lines = lines_of(projection);
    let mut text = String::from("år");
    for line in &lines {
        text.push(';');
        text.push_str(line.key);
    }
    text.push('\n');
    for result in projection.years.values() {
        text.push_str(&result.year.to_string());
        for line in &lines {
            text.push(';');
            let cell = reading(line, result, scenario.basis.prices)
                .map(|figure| figure.normalize().to_string().replace('.', ","));
            text.push_str(&cell.unwrap_or_default());
        }
        text.push('\n');
    }
    text
}

/// The projection as a table for a terminal: a row a line, a column a year.
#[must_use]
pub fn table(
    municipality: &Municipality,
    scenario: &Scenario,
    projection: &Projection,
    language: Language,
) -> String {
    let lines = lines_of(projection);
    let widest = lines.iter().map(|line| line.name.chars().count()).max().unwrap_or(0);
    let mut text = format!(
        "{}, {}\n1000 kr og prosent, {}\n\n",
        municipality.identity.official_name,
        municipality.plan.name,
        price_level(municipality, scenario.basis.prices, language)
    );
    let row = |name: &str, cells: Vec<String>| {
        cells.iter().fold(format!("{name:<widest$}"), |text, cell| format!("{text}{cell:>12}")) + "\n"
    };
    text.push_str(&row("", projection.years.iter().map(|(year, _)| year.to_string()).collect()));
    for line in lines {
        let decimals = if line.unit == LineUnit::Percent { 2 } else { 0 };
        let cell = |result: &YearResult| {
            reading(line, result, scenario.basis.prices)
                .map_or_else(|| "–".to_owned(), |figure| language.number(figure, decimals))
        };
        text.push_str(&row(line.name, projection.years.values().iter().map(cell).collect()));
    }
    text
}

/// Prisnivå: what the amounts are told in.
fn price_level(municipality: &Municipality, prices: Prices, language: Language) -> String {
    match prices {
        Prices::AsPlanned => municipality.plan.price_level.clone(),
        Prices::Nominal => format!("{} priser", language.prices_name(prices).to_lowercase()),
        Prices::Deflated => {
            format!("{} ({})", language.prices_name(prices).to_lowercase(), municipality.plan.first_year)
        }
    }
}

/// A whole number without decimals, so that a printed −6 600 reads `-6600`.
fn value(figure: Decimal) -> Value {
    serde_json::to_value(Percent::new(figure)).unwrap_or(Value::Null)
}
