//! Setningene: what the result line says about a scenario, word for word.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that lacks its municipality must stop")]

mod support;

use handlingsrom::app::findings;
use handlingsrom::model::lever::Lever;
use handlingsrom::model::projection::project;
use handlingsrom::model::scenario::{Prices, ProjectChange, Scenario};
use handlingsrom::model::units::Percent;
use handlingsrom::text::Language;
use rust_decimal::dec;
use support::{lier, plan_of};

fn says(scenario: &Scenario) -> String {
    let (plan, moved) = (plan_of(lier(), scenario), project(lier(), scenario));
    Language::Nb
        .result_sentence(&findings::result_sentence(lier(), scenario, &plan, &moved, Language::Nb))
        .replace('\u{a0}', " ")
}

#[test]
fn the_plan_is_described_as_the_plan() {
    assert_eq!(
        says(&Scenario::plan()),
        "Vedtatt plan bryter resultatregelen i alle ti årene, fondsregelen i 2025 og 2026 og gjeldsregelen i alle ti årene."
    );
}

#[test]
fn a_scenario_is_told_as_if_and_then() {
    let mut scenario = Scenario::plan();
    scenario.set(Lever::InterestRate, dec!(1));
    scenario.set_project("tranby-skole", ProjectChange::moved_by(-4));
    let sentence = says(&scenario);
    assert!(
        sentence.starts_with("Ditt scenario: Hvis renten er 1,00 prosentpoeng høyere og Tranby skole starter i 2028, så bryter kommunen alle tre handlingsreglene i alle årene. I 2032 er resultatet "),
        "{sentence}"
    );
}

#[test]
fn a_saving_that_mends_a_rule_leaves_it_out() {
    let mut scenario = Scenario::plan();
    scenario.set(Lever::Restructuring, dec!(60));
    let sentence = says(&scenario);
    assert!(!sentence.contains("resultatregelen"), "{sentence}");
    assert!(sentence.contains("driften koster 60 mill. kr mindre i året"), "{sentence}");
}

#[test]
fn a_project_that_is_made_larger_where_it_stands_is_not_said_to_be_moved() {
    let mut scenario = Scenario::plan();
    scenario
        .set_project("tranby-skole", ProjectChange { scale: Percent::new(dec!(150)), ..ProjectChange::NONE });
    let sentence = says(&scenario);
    assert!(sentence.contains("Hvis Tranby skole er endret (150 %), så"), "{sentence}");
}

#[test]
fn other_prices_than_the_plans_are_named_and_the_change_is_told_in_them() {
    let mut scenario = Scenario::plan();
    scenario.basis.prices = Prices::Nominal;
    let sentence = says(&scenario);
    assert!(sentence.starts_with("Vedtatt plan, regnet i løpende priser, bryter"), "{sentence}");
    scenario.set(Lever::Restructuring, dec!(20));
    let nominal = says(&scenario);
    scenario.basis.prices = Prices::Deflated;
    let fixed = says(&scenario);
    let change = |sentence: &str| {
        let (_, told) = sentence.rsplit_once("er resultatet ").expect("the change is told");
        told.split(' ').next().and_then(|amount| amount.parse::<i64>().ok()).expect("million kroner")
    };
    assert!(change(&fixed) < change(&nominal), "{fixed} {nominal}");
}
