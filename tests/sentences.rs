//! Dommen: what the page says of a scenario, word for word.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that lacks its municipality must stop")]

mod support;

use handlingsrom::app::alternatives::Alternatives;
use handlingsrom::app::findings;
use handlingsrom::app::projections::Projections;
use handlingsrom::app::store::{AppState, Opened};
use handlingsrom::chart::Letter;
use handlingsrom::exchange::catalogue::Catalogue;
use handlingsrom::model::lever::Lever;
use handlingsrom::model::municipality::Municipality;
use handlingsrom::model::scenario::{Prices, ProjectChange, Scenario};
use handlingsrom::model::units::{Percent, Year};
use handlingsrom::text::Language;
use rust_decimal::dec;
use std::rc::Rc;
use support::lier;

/// Headline and detail of a scenario in a year.
fn verdict(municipality: &Municipality, scenario: &Scenario, year: i32) -> [String; 2] {
    let catalogue = Rc::new(Catalogue::built_in().expect("the list comes with the program"));
    let opened = Opened {
        municipality: Rc::new(municipality.clone()),
        scenario: scenario.clone(),
        faults: Vec::new(),
    };
    let mut state = AppState::new(catalogue, opened);
    state.alternatives = Alternatives::of(scenario.clone());
    let results = Projections::default().results(&state, &[Letter::A]);
    let verdict = findings::verdict(municipality, &results, scenario, Year(year), Language::Nb);
    [Language::Nb.headline(&verdict), Language::Nb.detail(&verdict)].map(|text| text.replace('\u{a0}', " "))
}

fn says(scenario: &Scenario) -> [String; 2] {
    verdict(lier(), scenario, 2034)
}

#[test]
fn the_plan_is_judged_over_all_its_years_and_by_its_own_name() {
    let [headline, detail] = says(&Scenario::plan());
    assert_eq!(headline, "Forslaget bryter to handlingsregler i alle ti år, og fondsregelen i to");
    assert_eq!(
        detail,
        "I 2034 mangler driftsresultatet 9 mill. kr, og gjelden er 594 mill. kr over grensen, i løpende kroner. Fondet holder kravet fra 2027."
    );
}

#[test]
fn a_single_choice_is_named_and_compared_with_the_plan() {
    let mut scenario = Scenario::plan();
    scenario.set_project("tranby-skole", ProjectChange::dropped());
    let [headline, detail] = says(&scenario);
    assert!(headline.starts_with("Uten Tranby skole brytes "), "{headline}");
    assert!(headline.contains(" mot ") || headline.contains(" enn i forslaget"), "{headline}");
    assert!(!headline.contains("Hvis"), "{headline}");
    assert!(detail.starts_with("I 2034 er driftsresultatet "), "{detail}");
    assert!(detail.contains(" høyere enn i forslaget."), "{detail}");
}

#[test]
fn an_earlier_school_is_told_by_its_year() {
    let mut scenario = Scenario::plan();
    scenario.set_project("tranby-skole", ProjectChange::moved_by(-4));
    let [headline, _] = says(&scenario);
    assert_eq!(headline, "Med Tranby skole fra 2028 brytes fondsregelen i seks år, mot to i forslaget");
    scenario.set_project("parkeringshus", ProjectChange::dropped());
    let [headline, _] = says(&scenario);
    assert_eq!(headline, "Ditt alternativ bryter fondsregelen i fem år, forslaget i to");
}

#[test]
fn what_the_world_costs_is_told_apart_from_what_is_chosen() {
    let mut scenario = Scenario::plan();
    scenario.set(Lever::InterestRate, dec!(1));
    let [headline, detail] = says(&scenario);
    assert!(headline.starts_with("Forslaget med høyere rente bryter fondsregelen i "), "{headline}");
    assert!(detail.starts_with("Høyere rente koster 38 mill. kr i 2034."), "{detail}");
    scenario.set(Lever::InvestmentVolume, dec!(80));
    scenario.set(Lever::Restructuring, dec!(20));
    let [headline, detail] = says(&scenario);
    assert_eq!(headline, "Ditt alternativ bryter reglene i færre år enn forslaget med samme rente");
    assert!(
        detail.starts_with("Høyere rente koster 38 mill. kr i 2034 uansett. Valgene dine gir 83 mill. kr mer i resultat. Gjelden er 708 mill. kr lavere, men 78 mill. kr over grensen"),
        "{detail}"
    );
}

#[test]
fn a_saving_that_mends_a_rule_says_so() {
    let mut scenario = Scenario::plan();
    scenario.set(Lever::Restructuring, dec!(60));
    let [headline, _] = says(&scenario);
    assert!(headline.starts_with("Med 60 mill. kr mer spart i året "), "{headline}");
}

#[test]
fn the_only_rule_that_is_still_broken_is_named() {
    let mut scenario = Scenario::plan();
    scenario.set(Lever::Restructuring, dec!(100));
    scenario.set(Lever::InvestmentVolume, dec!(50));
    let [headline, _] = says(&scenario);
    assert_eq!(
        headline,
        "Ditt alternativ bryter bare gjeldsregelen, i to år, mens forslaget bryter tre regler"
    );
}

#[test]
fn a_project_that_is_made_larger_where_it_is_planned_is_not_said_to_be_moved() {
    let mut scenario = Scenario::plan();
    scenario
        .set_project("tranby-skole", ProjectChange { scale: Percent::new(dec!(150)), ..ProjectChange::NONE });
    let [headline, _] = says(&scenario);
    assert!(headline.starts_with("Med Tranby skole 150 % "), "{headline}");
}

#[test]
fn changes_are_told_in_the_prices_that_are_shown() {
    let mut scenario = Scenario::plan();
    scenario.set(Lever::Restructuring, dec!(20));
    let change = |prices| {
        let mut scenario = scenario.clone();
        scenario.basis.prices = prices;
        let [_, detail] = says(&scenario);
        let (told, _) = detail.split_once(" mill. kr høyere enn i forslaget").expect("the change is told");
        told.rsplit(' ').next().and_then(|amount| amount.parse::<i64>().ok()).expect("million kroner")
    };
    assert!(change(Prices::Deflated) < change(Prices::Nominal));
}
