//! Siden: laws of its state. Whatever is done can be undone and done again.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that lacks its municipality must stop")]

use handlingsrom::app::alternatives::Alternatives;
use handlingsrom::app::store::{Action, AppState, Opened, Settled};
use handlingsrom::chart::Letter;
use handlingsrom::exchange::catalogue::Catalogue;
use handlingsrom::model::input::{InputId, LeverGroup};
use handlingsrom::model::scenario::{ProjectChange, Scenario};
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
        6 => (select(InputId::ALL.to_vec()), -4_i64..4, settled)
            .prop_map(|(input, value, settled)| Action::Move(input, Decimal::from(value), settled)),
        1 => Just(Action::Settle),
        1 => Just(Action::EndBurst),
        1 => Just(Action::Undo),
        1 => Just(Action::Redo),
        1 => (-2_i32..3).prop_map(|years| Action::SetProject("tranby-skole".to_owned(), ProjectChange::moved_by(years))),
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

#[test]
fn presses_on_one_lever_are_one_step_until_another_lever_or_a_pause_ends_it() {
    let press = |state: Rc<AppState>, input, value: i64| {
        state.reduce(Action::Move(input, Decimal::from(value), Settled::Yes))
    };
    let mut state = page();
    for value in 1..=3 {
        state = press(state, InputId::InterestRate, value);
    }
    state = press(state, InputId::Restructuring, 20);
    state = state.reduce(Action::EndBurst);
    state = press(state, InputId::Restructuring, 40).reduce(Action::EndBurst);
    assert_eq!(state.history().steps().count(), 3);
    state = state.reduce(Action::Undo);
    assert_eq!(state.scenario().get(InputId::Restructuring), Decimal::from(20));
    state = state.reduce(Action::Undo).reduce(Action::Undo);
    assert!(state.scenario().is_plan() && !state.can_undo());
}

#[test]
fn an_undo_in_the_middle_of_a_burst_takes_back_the_burst() {
    let state = page().reduce(Action::Move(InputId::InterestRate, Decimal::ONE, Settled::Yes));
    assert!(state.can_undo());
    assert!(state.reduce(Action::Undo).scenario().is_plan());
}
