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
use handlingsrom::exchange::explanation::{self, Opening};
use handlingsrom::exchange::tables;
use handlingsrom::model::lever::Lever;
use handlingsrom::model::municipality::{Figure as Given, Municipality, SeriesFigure};
use handlingsrom::model::projection::{project, trace};
use handlingsrom::model::quantity::{OfAgeGroup, Place, Quantity, Side, Value};
use handlingsrom::model::scenario::Scenario;
use handlingsrom::model::trace::Node;
use handlingsrom::model::units::{Kroner, Percent, Year, YearSeries};
use handlingsrom::text::Language;
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::{Decimal, dec};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use support::scenarios::scenarios;
use support::{all_municipalities, lier, municipality, plan_of};

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

/// The built-in ones, and one with more in it.
fn all() -> Vec<&'static Municipality> {
    all_municipalities().chain([&*FULLER]).collect()
}

/// Every quantity of a year opens down to its ends; no quantity is part of itself.
fn open(
    explainer: &Explainer,
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
    prop_assert_eq!(Some(explanation.value), explainer.value(place));
    let mut depth = 0;
    for term in explanation.terms() {
        prop_assert_eq!(Some(term.value), explainer.value(term.place), "{:?} in {:?}", term, place);
        depth = depth.max(1 + open(explainer, term.place, depths)?);
    }
    depths.insert(place, Some(depth));
    Ok(depth)
}

fn explainer_of(municipality: &'static Municipality, scenario: &Scenario) -> Explainer {
    let plan = plan_of(municipality, scenario);
    Explainer::new(Question { municipality, plan: &plan, scenario })
}

fn open_all(municipality: &'static Municipality, scenario: &Scenario) -> Result<usize, TestCaseError> {
    let explainer = explainer_of(municipality, scenario);
    let mut depths = BTreeMap::new();
    let mut deepest = 0;
    for (place, _) in explainer.trace().places() {
        deepest = deepest.max(open(&explainer, place, &mut depths)?);
    }
    Ok(deepest)
}

/// The trace of a projection, computed again from its inputs, is the same projection.
fn replays(municipality: &'static Municipality, scenario: &Scenario) -> Result<(), TestCaseError> {
    let trace = trace(municipality, scenario);
    for (node, value) in trace.nodes.iter().zip(trace.replayed(|_| None)) {
        prop_assert_eq!(Some(node.value), value, "{:?}", node);
    }
    Ok(())
}

/// Moves a lever in the trace of one scenario, and compares it with the trace of the scenario that has it
/// moved: every booked quantity of every year.
fn computes_when_moved(
    municipality: &'static Municipality,
    scenario: &Scenario,
    input: Lever,
    value: Decimal,
) -> Result<(), TestCaseError> {
    let mut moved = scenario.clone();
    moved.set(input, value);
    if scenario.is_plan() || moved.is_plan() {
        return Ok(());
    }
    let (before, after) = (trace(municipality, scenario), trace(municipality, &moved));
    let input_node = |node: &Node| {
        let place =
            node.place.filter(|place| place.side == Side::Own && place.quantity == Quantity::Lever(input))?;
        after.find(place).map(|node| node.value)
    };
    let values = before.replayed(input_node);
    for (place, node) in before.places() {
        if let Some(wanted) = after.find(place) {
            let value = values[usize::try_from(node).unwrap()];
            prop_assert_eq!(
                Some(wanted.value),
                value,
                "{:?} moved to {}: {:?}",
                input,
                value.is_some(),
                place
            );
        }
    }
    Ok(())
}

/// The levers that are one number; in a trace too, except that years of delay are whole there.
fn in_the_trace() -> Vec<Lever> {
    Lever::numbers().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_quantity_opens_down_to_its_ends((municipality, scenario) in scenarios(select(all()), 0..12)) {
        open_all(municipality, &scenario)?;
    }

    #[test]
    fn a_trace_computed_again_is_the_same_projection((municipality, scenario) in scenarios(select(all()), 0..12)) {
        replays(municipality, &scenario)?;
    }

    #[test]
    fn a_trace_computes_as_the_model_when_a_lever_is_moved(
        (municipality, scenario) in scenarios(select(all()), 0..12),
        lever in select(in_the_trace()),
        part in 0..=40_i64,
    ) {
        let spec = lever.spec();
        let value = (spec.min + (spec.max - spec.min) * Decimal::new(part, 0) / dec!(40)).round_dp(2);
        computes_when_moved(municipality, &scenario, lever, value)?;
    }
}

#[test]
fn every_chain_of_the_plan_ends() {
    for municipality in all() {
        let deepest = open_all(municipality, &Scenario::plan()).unwrap();
        // A year's debt and fund are opened down through every year before it.
        let id = &municipality.identity.id;
        assert!(deepest <= 16 * municipality.plan.year_count, "{id}: {deepest}");
    }
}

#[test]
fn what_a_key_opens_is_the_figure_of_the_yearly_line() {
    for municipality in all() {
        let mut scenario = Scenario::plan();
        scenario.set(Lever::InterestRate, dec!(1));
        scenario.set(Lever::InvestmentVolume, dec!(120));
        let id = &municipality.identity.id;
        let projection = project(municipality, &scenario);
        let explainer = explainer_of(municipality, &scenario);
        for line in &tables::LINES {
            let Some(quantity) = explanation::quantity_of(line.key) else {
                assert_eq!(line.key, "kalibrering");
                continue;
            };
            for (year, result) in projection.years.iter() {
                let Some(read) = (line.read)(result) else { continue };
                let opened = explainer.value(Place { side: Side::Own, quantity, year });
                let opened = opened.expect(line.key);
                let value = match opened {
                    Value::Kroner(amount) => amount.thousands(),
                    Value::Percent(percent) => percent.value(),
                    Value::Persons(people) => people.value(),
                    Value::Ratio(ratio) => ratio.value() * dec!(100),
                    Value::Years(years) => years.into(),
                };
                // The table rounds to four decimals of a percent.
                assert!((value - read).abs() < dec!(0.0001), "{id} {} {year}: {value} {read}", line.key);
            }
        }
    }
}

#[test]
fn every_key_can_be_opened_in_every_year_that_has_its_line() {
    for municipality in all() {
        let explainer = explainer_of(municipality, &Scenario::plan());
        let opens = |(_, quantity): &(&str, Quantity)| {
            municipality.years().any(|year| explainer.of_year(*quantity, year).is_some())
        };
        for (key, quantity) in explanation::KEYS.iter().filter(|key| opens(key)) {
            let is_there = |year: &Year| explainer.of_year(*quantity, *year).is_some();
            assert!(municipality.years().all(|year| is_there(&year)), "{} {key}", municipality.identity.id);
        }
    }
}

#[test]
fn a_quantity_names_both_branches_of_a_choice() {
    let explainer = explainer_of(lier(), &Scenario::plan());
    let paid = explainer.of_year(Quantity::OrdinaryInstalments, Year(2028)).unwrap();
    let named: Vec<Quantity> = paid.terms().iter().map(|term| term.place.quantity).collect();
    assert_eq!(named, [Quantity::InstalmentsDue, Quantity::OrdinaryDebt]);
    let people = explainer.of_year(Quantity::AgeGroup(0, OfAgeGroup::Inhabitants), Year(2028)).unwrap();
    let named: Vec<Quantity> = people.terms().iter().map(|term| term.place.quantity).collect();
    assert!(
        named.contains(&Quantity::AgeGroup(0, OfAgeGroup::Prognosis))
            && named.contains(&Quantity::AgeGroup(0, OfAgeGroup::Inhabitants)),
        "{named:?}"
    );
}

#[test]
fn a_figure_is_written_out_with_its_formula_and_its_sources() {
    let (lier, scenario) = (lier(), Scenario::plan());
    let explainer = explainer_of(lier, &scenario);
    let opening = Opening { municipality: lier, scenario: &scenario, language: Language::Nb };
    let asked = (Quantity::NetOperatingResult, Year(2028));
    let text = opening.text(&explainer, asked, 4).unwrap();
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
    let json = opening.json(&explainer, asked, 2).unwrap();
    assert_eq!(json["verdi"], 32_963.102);
    assert_eq!(json["ledd"][1]["ledd"][0]["tall"], "Renteutgifter");
}
