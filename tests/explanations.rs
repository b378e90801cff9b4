//! Åpne tallet: every explanation is true, and every chain ends.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where it does not hold"
)]

mod support;

use handlingsrom::analysis::Question;
use handlingsrom::analysis::explain::Explainer;
use handlingsrom::exchange::{explanation, tables};
use handlingsrom::model::figure::{
    Figure, FigureValue, Form, InvestmentLine, Origin, Place, RevenueLine, Side,
};
use handlingsrom::model::input::InputId;
use handlingsrom::model::municipality::{Figure as Given, Indicator, Municipality, SeriesFigure};
use handlingsrom::model::projection::{Projection, project};
use handlingsrom::model::scenario::Scenario;
use handlingsrom::model::units::{Kroner, Percent, Year, YearSeries};
use handlingsrom::text::Language;
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::dec;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use support::scenarios::scenarios;
use support::{all_municipalities, lier, municipality, plan, plan_of};

/// Lillehammer with what no built-in file gives: book value, fixed-rate maturities, a lag in income.
static FULLER: LazyLock<Municipality> = LazyLock::new(|| {
    let mut fuller = municipality("lillehammer").clone();
    let provenance = fuller.assumptions.floating_share.provenance.clone();
    let given =
        |value: i64| Given { value: Kroner::from_millions(value.into()), provenance: provenance.clone() };
    fuller.opening.book_value = Some(given(6_000));
    fuller.opening.unused_loans = Some(given(40));
    fuller.assumptions.revenue_lag_years = Some(Given { value: 1, provenance: provenance.clone() });
    let shares = [30, 30, 40].map(|share| Percent::new(share.into())).to_vec();
    let values = YearSeries::new(fuller.plan.first_year, shares);
    fuller.assumptions.fixed_maturities = Some(SeriesFigure { values, provenance });
    fuller
});

/// Those that come with the program, and one with more in it.
fn all() -> Vec<&'static Municipality> {
    all_municipalities().chain([&*FULLER]).collect()
}

/// The figures a reader starts from: ratios, every line of the forms, balances.
fn starts() -> Vec<Figure> {
    let mut starts = vec![
        Figure::InvestmentRatio,
        Figure::NetOperatingResult,
        Figure::NetFinance,
        Figure::OperatingRevenue,
        Figure::GrossRevenue,
        Figure::OperatingCosts,
        Figure::DepreciationReversed,
        Figure::FinancialIncome,
        Figure::Interest,
        Figure::Instalments,
        Figure::MinimumInstalments,
        Figure::Transfer,
        Figure::Allocation,
        Figure::UncoveredDeficit,
        Figure::DispositionFund,
        Figure::Debt,
        Figure::GrossDebt,
        Figure::Loans,
        Figure::SelfCostLoans,
        Figure::InvestmentFund,
        Figure::ExtraRepayment,
        Figure::Inhabitants,
        Figure::BookValue,
    ];
    starts.extend(Indicator::ALL.map(Figure::Ratio));
    starts.extend(RevenueLine::ALL.map(Figure::Revenue));
    let lines = [InvestmentLine::Expenditure, InvestmentLine::Vat, InvestmentLine::Grants];
    starts.extend(lines.map(Figure::Investment));
    starts
}

/// Opens a place and everything under it: how deep it goes. Each place is opened once.
fn open(
    explainer: &Explainer<'_>,
    place: Place,
    depths: &mut BTreeMap<Place, Option<usize>>,
) -> Result<usize, TestCaseError> {
    if let Some(known) = depths.get(&place) {
        return known.ok_or_else(|| TestCaseError::fail(format!("{place:?} is part of itself")));
    }
    depths.insert(place, None);
    let explanation = explainer.explain(place);
    prop_assert!(explanation.is_some(), "{place:?} cannot be opened");
    let explanation = explanation.unwrap();
    prop_assert_eq!(explanation.place, place);
    prop_assert_eq!(Some(explanation.value), explainer.value(place));
    let mut depth = 0;
    if explanation.terms.is_empty() {
        prop_assert_eq!(explanation.form, Form::Given);
        prop_assert!(explanation.origin != Origin::Rule, "{place:?} comes from nowhere");
    } else {
        let made = explanation.form.value_of(&explanation.terms);
        prop_assert_eq!(made, Some(explanation.value), "{:?} of {:#?}", place, &explanation);
    }
    for term in &explanation.terms {
        depth = depth.max(1 + open(explainer, term.place, depths)?);
    }
    depths.insert(place, Some(depth));
    Ok(depth)
}

fn open_all(
    municipality: &'static Municipality,
    scenario: &Scenario,
    projection: &Projection,
) -> Result<usize, TestCaseError> {
    let plan = plan_of(municipality, scenario);
    let explainer = Explainer::new(Question { municipality, plan: &plan, scenario }, projection);
    let mut depths = BTreeMap::new();
    let mut deepest = 0;
    for year in municipality.years() {
        for figure in starts() {
            let place = Place { side: Side::Own, figure, year };
            if explainer.value(place).is_some() {
                deepest = deepest.max(open(&explainer, place, &mut depths)?);
            }
        }
    }
    Ok(deepest)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 800, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_formula_gives_its_figure_back_to_the_krone((municipality, scenario) in scenarios(select(all()), 0..12)) {
        open_all(municipality, &scenario, &project(municipality, &scenario))?;
    }
}

#[test]
fn every_chain_of_the_plan_ends() {
    for municipality in all() {
        let deepest = open_all(municipality, &Scenario::plan(), &plan(municipality)).unwrap();
        // A year's debt and fund are opened down through every year before it.
        let id = &municipality.identity.id;
        assert!(deepest <= 8 * municipality.plan.year_count, "{id}: {deepest}");
    }
}

#[test]
fn what_a_key_opens_is_the_figure_of_the_yearly_line() {
    for municipality in all() {
        let id = &municipality.identity.id;
        let mut scenario = Scenario::plan();
        scenario.set(InputId::InterestRate, dec!(1));
        scenario.set(InputId::InvestmentVolume, dec!(120));
        let plan = plan(municipality);
        let projection = project(municipality, &scenario);
        let explainer =
            Explainer::new(Question { municipality, plan: &plan, scenario: &scenario }, &projection);
        for line in &tables::LINES {
            let Some(figure) = explanation::figure_of(line.key) else {
                assert_eq!(line.key, "kalibrering");
                continue;
            };
            for (year, result) in projection.years.iter() {
                let Some(read) = (line.read)(result) else { continue };
                let opened = explainer.value(Place { side: Side::Own, figure, year });
                let value = match opened.expect("what the table reads can be opened") {
                    FigureValue::Kroner(amount) => amount.thousands(),
                    FigureValue::Percent(percent) => percent.value(),
                    FigureValue::Persons(people) => people.value(),
                    FigureValue::Ratio(ratio) => ratio.value() * dec!(100),
                    FigureValue::Years(years) => years.into(),
                };
                // The table rounds to four decimals of a percent.
                assert!((value - read).abs() < dec!(0.0001), "{id} {} {year}: {value} {read}", line.key);
            }
        }
    }
}

#[test]
fn a_figure_is_written_out_with_its_formula_and_its_sources() {
    let (lier, scenario) = (lier(), Scenario::plan());
    let plan = plan(lier);
    let explainer = Explainer::new(Question { municipality: lier, plan: &plan, scenario: &scenario }, &plan);
    let asked = (Figure::NetOperatingResult, Year(2028));
    let text = explanation::text(&explainer, lier, &scenario, asked, 4, Language::Nb).unwrap();
    let spaced = text.replace(['\u{a0}', '\u{202f}'], " ");
    for line in [
        "Netto driftsresultat 2028: 33,0 mill. kr = Brutto driftsresultat 208,2 mill. kr + Netto finans −175,3 mill. kr",
        "  Netto finans 2028: −175,3 mill. kr = −Renteutgifter 80,2 mill. kr − Avdrag 95,1 mill. kr",
        "    Renteutgifter 2028: 80,2 mill. kr = Snittrente 4,10 % × gjennomsnittet 1 955,6 mill. kr av \
         Brutto lånegjeld 2027 1 940,2 mill. kr og Brutto lånegjeld ved årets slutt 1 971,0 mill. kr",
        "          ← Trykt, Handlingsprogram 2025–2028 linje 2829–2831.",
    ] {
        assert!(spaced.lines().any(|written| written.trim_start() == line.trim_start()), "{line}\n{spaced}");
    }
    let json = explanation::json(&explainer, lier, &scenario, asked, 2, Language::Nb).unwrap();
    assert_eq!(json["verdi"], 32_963.102);
    assert_eq!(json["ledd"][1]["ledd"][0]["tall"], "Renteutgifter");
}
