//! Tabeller: the yearly lines of a projection as JSON, CSV and plain text, from one definition.
//!
//! Keys are Norwegian and the same as in the municipality file. Amounts are in thousand kroner.

use crate::model::fiscal_rule;
use crate::model::municipality::{Indicator, Municipality};
use crate::model::projection::{Projection, YearResult};
use crate::model::scenario::{Prices, Scenario};
use crate::model::units::{Kroner, Percent};
use crate::text::{Language, TableLine};
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
pub struct YearlyLine {
    /// Its key in files.
    pub key: &'static str,
    /// Which line it is, as the texts name it.
    pub line: TableLine,
    /// Its unit.
    pub unit: LineUnit,
    /// What it reads; `None` where it cannot be computed.
    pub read: fn(&YearResult) -> Option<Decimal>,
}

const fn amount(key: &'static str, line: TableLine, read: fn(&YearResult) -> Option<Decimal>) -> YearlyLine {
    YearlyLine { key, line, unit: LineUnit::ThousandKroner, read }
}

const fn share(key: &'static str, line: TableLine, read: fn(&YearResult) -> Option<Decimal>) -> YearlyLine {
    YearlyLine { key, line, unit: LineUnit::Percent, read }
}

/// Every line, in the order of the forms. A line that no document divides reads nothing.
#[rustfmt::skip]
pub const LINES: [YearlyLine; 48] = [
    YearlyLine { key: "innbyggere", line: TableLine::Inhabitants, unit: LineUnit::Persons, read: |year| Some(year.inhabitants?.value()) },
    amount("brutto_driftsinntekter", TableLine::GrossRevenue, |year| Some(year.gross_revenue?.thousands())),
    amount("rammetilskudd", TableLine::BlockGrant, |year| when_divided(year, year.revenue.block_grant)),
    amount("inntekts_og_formuesskatt", TableLine::IncomeTax, |year| when_divided(year, year.revenue.income_tax)),
    amount("eiendomsskatt", TableLine::PropertyTax, |year| when_divided(year, year.revenue.property_tax)),
    amount("andre_generelle_driftsinntekter", TableLine::OtherGeneralRevenue, |year| when_divided(year, year.revenue.other_general)),
    amount("sum_generelle_driftsinntekter", TableLine::GeneralRevenue, |year| when_divided(year, year.operating_revenue)),
    amount("bevilgninger_drift_netto", TableLine::Appropriations, |year| when_divided(year, year.operating_costs)),
    amount("driftsutgifter", TableLine::OperatingCosts, |year| when_undivided(year, year.operating_costs)),
    amount("avskrivninger", TableLine::Depreciation, |year| unless_nothing(year.depreciation)),
    amount("brutto_driftsresultat", TableLine::GrossOperatingResult, |year| thousands(year.gross_operating_result())),
    amount("renteinntekter", TableLine::InterestIncome, |year| when_divided(year, year.financial_income.interest)),
    amount("utbytter", TableLine::Dividends, |year| when_divided(year, year.financial_income.dividends)),
    amount("gevinster_og_tap", TableLine::Gains, |year| when_divided(year, year.financial_income.gains)),
    amount("endring_i_renteinntekter", TableLine::ChangeInFundYield, |year| thousands(year.change_in_fund_yield)),
    amount("endring_i_dekning_av_renter", TableLine::ChangeInRecoveredInterest, |year| unless_nothing(year.change_in_recovered_interest)),
    amount("renteutgifter", TableLine::Interest, |year| thousands(year.interest)),
    amount("renter_på_merforbruk", TableLine::DeficitInterest, |year| unless_nothing(year.deficit_interest)),
    amount("avdrag", TableLine::Instalments, |year| thousands(year.instalments)),
    amount("minimumsavdrag", TableLine::MinimumInstalments, |year| Some(year.minimum_instalments?.thousands())),
    amount("netto_finans", TableLine::NetFinance, |year| thousands(year.net_finance())),
    amount("motpost_avskrivninger", TableLine::DepreciationCounterpart, |year| unless_nothing(year.depreciation_reversed())),
    amount("netto_driftsresultat", TableLine::NetOperatingResult, |year| thousands(year.net_operating_result)),
    amount("overføring_fra_drift", TableLine::TransferToInvestment, |year| thousands(year.disposition.transfer_to_investment)),
    amount("bundne_driftsfond", TableLine::BoundFunds, |year| unless_nothing(year.disposition.allocated_to_bound_funds)),
    amount("avsetning_til_disposisjonsfond", TableLine::AllocatedToFund, |year| thousands(year.disposition.allocated_to_fund)),
    amount("dekning_av_merforbruk", TableLine::DeficitCovered, |year| thousands(year.disposition.deficit_covered)),
    amount("merforbruk", TableLine::UncoveredDeficit, |year| thousands(year.uncovered_deficit)),
    amount("investeringer", TableLine::Investments, |year| thousands(year.investment.expenditure)),
    amount("mva_kompensasjon", TableLine::VatCompensation, |year| thousands(year.investment.vat_compensation)),
    amount("salg_og_tilskudd", TableLine::SalesAndGrants, |year| thousands(year.investment.sales_and_grants)),
    amount("salg_i_scenarioet", TableLine::SalesInScenario, |year| unless_nothing(year.investment.extra_sales)),
    amount("bruk_av_investeringsfond", TableLine::UseOfInvestmentFund, |year| thousands(year.use_of_investment_fund)),
    amount("bruk_av_lån", TableLine::UseOfLoans, |year| thousands(year.loans)),
    amount("ekstra_nedbetaling", TableLine::ExtraRepayment, |year| unless_nothing(year.extra_repayment)),
    amount("avrunding", TableLine::Rounding, |year| thousands(year.investment.rounding)),
    amount("lånegjeld", TableLine::Debt, |year| year.debt.known().map(Kroner::thousands)),
    amount("selvkostgjeld", TableLine::SelfCostDebt, |year| unless_nothing(year.debt_by_class.self_cost)),
    amount("videreutlån", TableLine::OnLendingDebt, |year| unless_nothing(year.debt_by_class.on_lending)),
    amount("lånegjeld_brutto", TableLine::GrossDebt, |year| year.debt.known().filter(|debt| year.debt_by_class.gross() != *debt).map(|_| year.debt_by_class.gross().thousands())),
    amount("disposisjonsfond", TableLine::DispositionFund, |year| year.disposition_fund.known().map(Kroner::thousands)),
    amount("kalibrering", TableLine::Calibration, |year| unless_nothing(year.calibration.revenue.total() - year.calibration.operating_costs - year.calibration.interest - year.calibration.instalments)),
    share("prisindeks", TableLine::PriceIndex, |year| Some(year.price_index.value() * Decimal::ONE_HUNDRED)),
    share("snittrente", TableLine::AverageRate, |year| Some(year.average_rate.value())),
    share("netto_driftsresultat_prosent", TableLine::NetOperatingResultShare, |year| ratio(year, Indicator::NetOperatingResult)),
    share("disposisjonsfond_prosent", TableLine::DispositionFundShare, |year| ratio(year, Indicator::DispositionFund)),
    share("gjeldsgrad_prosent", TableLine::DebtRatio, |year| ratio(year, Indicator::DebtRatio)),
    share("investeringer_prosent", TableLine::InvestmentShare, |year| year.investment_ratio().map(rounded)),
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
fn reading(line: &YearlyLine, result: &YearResult, prices: Prices) -> Option<Decimal> {
    let figure = (line.read)(result)?;
    Some(if prices == Prices::Deflated && line.unit == LineUnit::ThousandKroner {
        result.price_index.deflate(Kroner::from_thousands(figure)).thousands()
    } else {
        figure
    })
}

/// The lines that have a value in at least one year.
fn lines_of(projection: &Projection) -> Vec<&'static YearlyLine> {
    let says = |line: &&YearlyLine| projection.years.values().iter().any(|year| (line.read)(year).is_some());
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
        "prisnivå": language.price_level(&municipality.plan, prices),
        "modell": env!("CARGO_PKG_VERSION"),
        "scenario": scenario,
        "forbehold": municipality.plan.reservations,
        "handlingsregler": rules,
        "merknader": remarks(municipality, projection, language),
        "år": years,
    });
    serde_json::to_string_pretty(&page).unwrap_or_default()
}

/// What the law and the rules say of the result: the rules that are broken, and when, and the notices.
fn remarks(municipality: &Municipality, projection: &Projection, language: Language) -> Vec<String> {
    let broken = municipality.rules.iter().filter_map(|rule| {
        let outcome = fiscal_rule::assess(rule, projection);
        let years: Vec<String> = outcome.broken_years().map(|year| year.to_string()).collect();
        (!years.is_empty()).then(|| language.broken_in(&rule.name, &years.join(", ")))
    });
    broken.chain(projection.notices.iter().map(|notice| language.notice(notice))).collect()
}

/// The projection as CSV for a Norwegian spreadsheet: semicolon, decimal comma, one row a year, and the mark
/// that tells Excel that the letters are UTF-8.
#[must_use]
pub fn csv(scenario: &Scenario, projection: &Projection) -> String {
    let lines = lines_of(projection);
    let mut text = String::from('\u{feff}');
    text.push_str("år");
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
    let widest = lines.iter().map(|line| language.table_line(line.line).chars().count()).max().unwrap_or(0);
    let mut text = format!(
        "{}, {}\n{}\n\n",
        municipality.identity.official_name,
        municipality.plan.name,
        language.table_units(&language.price_level(&municipality.plan, scenario.basis.prices))
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
        text.push_str(&row(
            language.table_line(line.line),
            projection.years.values().iter().map(cell).collect(),
        ));
    }
    let mut listed = |title: &str, lines: &[String]| {
        if lines.is_empty() {
            return;
        }
        text.extend(["\n", title, "\n"]);
        for line in lines {
            text.extend(["- ", line, "\n"]);
        }
    };
    listed(language.remarks_title(), &remarks(municipality, projection, language));
    listed(language.reservations_title(), &municipality.plan.reservations);
    text
}

/// A whole number without decimals, so that a printed −6 600 reads `-6600`.
fn value(figure: Decimal) -> Value {
    serde_json::to_value(Percent::new(figure)).unwrap_or(Value::Null)
}
