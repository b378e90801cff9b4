//! Siden: laws of its state. Whatever is done can be undone and done again.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that lacks its municipality must stop"
)]

use handlingsrom::app::alternatives::Alternatives;
use handlingsrom::app::findings;
use handlingsrom::app::projections::Projections;
use handlingsrom::app::results::Results;
use handlingsrom::app::rule_table::rule_columns;
use handlingsrom::app::store::{Action, AppState, Opened, Settled};
use handlingsrom::chart::{ChartUnit, Letter, svg};
use handlingsrom::exchange::catalogue::Catalogue;
use handlingsrom::model::lever::{Lever, LeverGroup};
use handlingsrom::model::municipality::Indicator;
use handlingsrom::model::quantity::Side;
use handlingsrom::model::scenario::{Prices, Scenario};
use handlingsrom::model::units::Year;
use handlingsrom::text::Language;
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;
use std::rc::Rc;
use yew::Reducible;

fn page() -> Rc<AppState> {
    let catalogue = Catalogue::built_in().expect("the list comes with the program");
    let municipality = catalogue.get("lier").expect("Lier comes with the program");
    let opened = Opened { municipality, scenario: Scenario::plan(), faults: Vec::new() };
    Rc::new(AppState::new(Rc::new(catalogue), opened))
}

fn names() -> impl Strategy<Value = Option<String>> {
    select(vec![None, Some("Ett"), Some("To")]).prop_map(|name| name.map(str::to_owned))
}

fn actions() -> impl Strategy<Value = Action> {
    let letter = || select(Letter::ALL.to_vec());
    let settled = select(vec![Settled::Yes, Settled::NotYet]);
    prop_oneof![
        6 => (select(Lever::numbers().collect::<Vec<_>>()), -4_i64..4, settled)
            .prop_map(|(input, value, settled)| Action::Set(input.into(), Decimal::from(value).into(), settled)),
        1 => Just(Action::Settle),
        1 => Just(Action::EndBurst),
        1 => Just(Action::Undo),
        1 => Just(Action::Redo),
        1 => (-2_i32..3).prop_map(|years| Action::Set(Lever::ProjectMoved.of("tranby-skole"), years.into(), Settled::Yes)),
        1 => Just(Action::ResetGroup(LeverGroup::Choices)),
        1 => Just(Action::Open(Scenario::plan())),
        2 => names().prop_map(Action::AddAlternative),
        2 => letter().prop_map(Action::OpenAlternative),
        1 => (letter(), names()).prop_map(|(letter, name)| Action::RenameAlternative(letter, name)),
        1 => letter().prop_map(Action::RemoveAlternative),
    ]
}

fn all(mut state: Rc<AppState>, action: &Action, is_left: fn(&AppState) -> bool) -> Rc<AppState> {
    while is_left(&state) {
        state = state.reduce(action.clone());
    }
    state
}

proptest! {
    #[test]
    fn undo_all_is_the_start_and_redo_all_is_the_end(taken in proptest::collection::vec(actions(), 1..60)) {
        let start = page();
        let mut state = Rc::clone(&start);
        for action in taken {
            state = state.reduce(action);
            prop_assert!((1..=4).contains(&state.alternatives.all().len()));
        }
        state = all(state, &Action::Redo, AppState::can_redo).reduce(Action::EndBurst);
        let end: Alternatives = state.alternatives.clone();
        let undone = all(Rc::clone(&state), &Action::Undo, AppState::can_undo);
        prop_assert_eq!(&undone.alternatives, &start.alternatives);
        let redone = all(undone, &Action::Redo, AppState::can_redo);
        prop_assert_eq!(&redone.alternatives, &end);
    }
}

/// A page with the first letters given to alternatives with ever more saved; the last one is open.
fn with_alternatives(count: usize) -> Rc<AppState> {
    let mut state = page();
    for number in 0..count {
        if number > 0 {
            state = state.reduce(Action::AddAlternative(Some(format!("Nummer {}", number + 1))));
        }
        let saved = Decimal::from(20 * (number + 1));
        let step = Action::Set(Lever::Restructuring.into(), saved.into(), Settled::Yes);
        state = state.reduce(step).reduce(Action::EndBurst);
    }
    state
}

fn results(state: &AppState) -> Results {
    Projections::default().results(state, &Letter::ALL)
}

#[test]
fn charts_tables_and_sentences_show_the_plan_and_none_one_or_four_alternatives() {
    let (unit, language) = (ChartUnit::PercentOfRevenue, Language::Nb);
    let expected: [(usize, &[&str]); 3] =
        [(0, &[]), (1, &["Ditt alternativ"]), (4, &["A", "B Nummer 2", "C Nummer 3", "D Nummer 4"])];
    for (count, names) in expected {
        let state = with_alternatives(count);
        let (results, lier) = (results(&state), &state.municipality);
        let chart = results.chart(lier, Indicator::NetOperatingResult, unit, None, language);
        let lines: Vec<&str> = chart.lines.iter().map(|line| line.name.as_str()).collect();
        assert_eq!(lines[0], "Forslaget");
        assert_eq!(&lines[1..], names);
        let picture = svg::chart(&chart, (620, 420)).expect("it can be drawn");
        for (line, colour) in chart.lines.iter().zip(colours(count)) {
            assert!(picture.contains(&line.name) && picture.contains(colour), "{} {colour}", line.name);
        }
        let columns = rule_columns(&results, lier, language);
        assert_eq!(columns.len(), count + 1);
        let opened: Vec<&str> = columns
            .iter()
            .filter(|column| column.side == Some(Side::Own))
            .map(|column| column.name.as_str())
            .collect();
        assert_eq!(opened.len(), 1, "the figures of one column are the open alternative's");
        let told =
            language.headline(&findings::verdict(lier, &results, state.scenario(), Year(2034), language));
        // Several have letters; the only one without a name is named by what was changed.
        let name = match count {
            0 => "Forslaget",
            1 => "Med 20\u{a0}mill.\u{a0}kr mer spart i året",
            _ => names[count - 1],
        };
        assert!(told.starts_with(name), "{told}");
    }
}

/// The colours of the plan and of the alternatives, as they stand in a picture.
fn colours(count: usize) -> &'static [&'static str] {
    if count == 4 {
        &["#16202E", "#6A45A3", "#9A5F00", "#00737A", "#A8327E"]
    } else {
        &["#16202E", "#0062BA"]
    }
}

#[test]
fn only_the_alternative_that_moves_is_projected_again() {
    let state = with_alternatives(4);
    let mut projections = Projections::default();
    let before = projections.results(&state, &Letter::ALL);
    let moved = state.reduce(Action::Set(Lever::InterestRate.into(), Decimal::ONE.into(), Settled::NotYet));
    let after = projections.results(&moved, &Letter::ALL);
    assert!(Rc::ptr_eq(&before.plan, &after.plan));
    for (one, other) in before.alternatives.iter().zip(&after.alternatives) {
        assert_eq!(Rc::ptr_eq(&one.projection, &other.projection), one.letter != Letter::D);
    }
}

#[test]
fn alternatives_are_compared_on_the_basis_of_the_open_one() {
    let state = with_alternatives(2).reduce(Action::SetPrices(Prices::Nominal));
    let results = results(&state);
    assert!(results.alternatives.iter().all(|own| own.scenario.basis.prices == Prices::Nominal));
}

#[test]
fn presses_on_one_lever_are_one_step_until_another_lever_or_a_pause_ends_it() {
    let press = |state: Rc<AppState>, lever: Lever, value: i64| {
        state.reduce(Action::Set(lever.into(), Decimal::from(value).into(), Settled::Yes))
    };
    let mut state = page();
    for value in 1..=3 {
        state = press(state, Lever::InterestRate, value);
    }
    state = press(state, Lever::Restructuring, 20);
    state = state.reduce(Action::EndBurst);
    state = press(state, Lever::Restructuring, 40).reduce(Action::EndBurst);
    assert_eq!(state.history().steps().count(), 3);
    state = state.reduce(Action::Undo);
    assert_eq!(state.scenario().get(Lever::Restructuring), Decimal::from(20));
    state = state.reduce(Action::Undo).reduce(Action::Undo);
    assert!(state.scenario().is_plan() && !state.can_undo());
}

#[test]
fn an_undo_in_the_middle_of_a_burst_takes_back_the_burst() {
    let state = page().reduce(Action::Set(Lever::InterestRate.into(), Decimal::ONE.into(), Settled::Yes));
    assert!(state.can_undo());
    assert!(state.reduce(Action::Undo).scenario().is_plan());
}
