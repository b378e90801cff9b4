//! Åpne tallet: every explanation is true, and every chain ends.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where it does not hold"
)]

use handlingsrom::analysis::Question;
use handlingsrom::analysis::explain::Explainer;
use handlingsrom::exchange::{explanation, municipality_file, tables};
use handlingsrom::model::figure::{
    Figure, FigureValue, Form, InvestmentLine, Origin, Place, RevenueLine, Side,
};
use handlingsrom::model::input::InputId;
use handlingsrom::model::municipality::{
    Figure as Given, Indicator, Municipality, NeededFigure, SeriesFigure,
};
use handlingsrom::model::projection::{Projection, project};
use handlingsrom::model::scenario::{OwnMeasure, OwnProject, Prices, ProjectChange, Scenario};
use handlingsrom::model::units::{Kroner, Percent, Year, YearSeries};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use rust_decimal::{Decimal, dec};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// One movement: which kind, what it falls on, and how far from end to end of its range.
type Step = (u8, Index, Decimal);

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
const ALL: [&str; 5] = ["lier", "ovre-eiker", "lillehammer", "asker", "fuller"];

fn municipality(id: &str) -> &'static Municipality {
    if id == "fuller" { &FULLER } else { municipality_file::built_in(id).expect("it comes with the program") }
}

fn pick<T>(list: &[T], index: Index) -> Option<&T> {
    (!list.is_empty()).then(|| &list[index.index(list.len())])
}

fn take(municipality: &'static Municipality, scenario: &mut Scenario, (kind, on, part): Step) {
    let years: Vec<Year> = municipality.years().collect();
    let year = *on.get(&years);
    let within = |min: Decimal, max: Decimal| (min + (max - min) * part).round_dp(2);
    let whole = |min: i64, max: i64| within(min.into(), max.into()).round();
    match kind {
        0..=5 => {
            let input = *on.get(&InputId::ALL);
            let spec = input.spec();
            let value = within(spec.min, spec.max);
            scenario.set(input, if input == InputId::InvestmentDelay { value.round() } else { value });
        }
        6 => scenario.set_rate_in(year, Percent::new(within(dec!(-5), dec!(10)))),
        7 => {
            if let Some(group) = pick(municipality.age_groups(), on) {
                scenario.set_growth_of(&group.id, Percent::new(within(dec!(-3), dec!(3))));
            }
        }
        8 | 9 => {
            let project = pick(&municipality.investments.projects, on).expect("it has projects");
            let change = ProjectChange {
                included: part != dec!(0.5),
                moved: i32::try_from(whole(0, 9)).unwrap(),
                scale: Percent::new(if kind == 8 { dec!(100) } else { within(dec!(25), dec!(200)) }),
                stretched: if kind == 8 { 0 } else { u32::try_from(whole(0, 5)).unwrap() },
            };
            scenario.set_project(&project.id, change);
        }
        10 => {
            let open: Vec<_> = municipality.measures.iter().filter(|measure| measure.is_open()).collect();
            if let Some(measure) = pick(&open, on) {
                scenario.set_measure(measure, Percent::new(within(dec!(0), dec!(100))));
                scenario.set_measure_delay(&measure.id, u32::try_from(whole(0, 4)).unwrap());
            }
        }
        11 => {
            if let Some(frame) = pick(&municipality.frames, on) {
                scenario.set_frame(&frame.id, Percent::new(within(dec!(-20), dec!(20))));
            }
        }
        12 => scenario.set_sale(year, Kroner::from_millions(within(dec!(0), dec!(2000)))),
        13 => scenario.cost_by_age = true,
        14 => scenario.basis.prices = *on.get(&Prices::ALL),
        15 => scenario.own_projects.push(OwnProject {
            name: "Ny skole".to_owned(),
            cost: Kroner::from_millions(within(dec!(0), dec!(5000))),
            start: year,
            years: u32::try_from(whole(0, 10)).unwrap(),
            self_cost: part > dec!(0.7),
            operating_effect: Kroner::from_millions(dec!(1.5)),
        }),
        16 => scenario.own_measures.push(OwnMeasure {
            name: "Færre møter".to_owned(),
            amount: Kroner::from_millions(within(dec!(-500), dec!(500))),
            start: year,
            ramp_years: u32::try_from(whole(0, 10)).unwrap(),
            one_off_cost: Kroner::from_millions(dec!(2)),
            one_off: part > dec!(0.8),
        }),
        17 => {
            let alternatives =
                municipality.population.as_ref().map_or(&[][..], |people| &people.alternatives);
            scenario.prognosis = pick(alternatives, on).map(|alternative| alternative.id.clone());
        }
        _ => {
            let figure = *on.get(&NeededFigure::ALL);
            if !figure.is_given(municipality) {
                scenario.basis.set(figure, Some(whole(100, 20_000)));
            }
        }
    }
}

fn any_scenario() -> impl Strategy<Value = (&'static str, Scenario)> {
    let part = (0..=1000_i64).prop_map(|value| Decimal::new(value, 3));
    let steps = prop::collection::vec((0..=19_u8, any::<Index>(), part), 0..12);
    (select(ALL.to_vec()), steps).prop_map(|(id, steps)| {
        let mut scenario = Scenario::plan();
        for step in steps {
            take(municipality(id), &mut scenario, step);
        }
        (id, scenario)
    })
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
    let plan = project(municipality, &scenario.plan_on_same_basis());
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
    fn every_formula_gives_its_figure_back_to_the_krone((id, scenario) in any_scenario()) {
        open_all(municipality(id), &scenario, &project(municipality(id), &scenario))?;
    }
}

#[test]
fn every_chain_of_the_plan_ends() {
    for id in ALL {
        let plan = project(municipality(id), &Scenario::plan());
        let deepest = open_all(municipality(id), &Scenario::plan(), &plan).unwrap();
        // A year's debt and fund are opened down through every year before it.
        assert!(deepest <= 8 * municipality(id).plan.year_count, "{id}: {deepest}");
    }
}

#[test]
fn what_a_key_opens_is_the_figure_of_the_yearly_line() {
    for id in ALL {
        let mut scenario = Scenario::plan();
        scenario.set(InputId::InterestRate, dec!(1));
        scenario.set(InputId::InvestmentVolume, dec!(120));
        let municipality = municipality(id);
        let plan = project(municipality, &Scenario::plan());
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
    let lier = municipality("lier");
    let scenario = Scenario::plan();
    let plan = project(lier, &scenario);
    let explainer = Explainer::new(Question { municipality: lier, plan: &plan, scenario: &scenario }, &plan);
    let asked = (Figure::NetOperatingResult, Year(2028));
    let text = explanation::text(&explainer, lier, &scenario, asked, 4).unwrap();
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
    let json = explanation::json(&explainer, lier, &scenario, asked, 2).unwrap();
    assert_eq!(json["verdi"], 32_963.102);
    assert_eq!(json["ledd"][1]["ledd"][0]["tall"], "Renteutgifter");
}
