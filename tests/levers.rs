//! Spakene: every lever of every municipality, main or with a subject, at all its ends.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that lacks its municipality must stop")]

mod support;

use handlingsrom::exchange::{link, scenario_file};
use handlingsrom::model::lever::{Form, Lever, LeverId, Subject, Value};
use handlingsrom::model::measure::chosen_overlaps;
use handlingsrom::model::municipality::Municipality;
use handlingsrom::model::scenario::{OwnMeasure, OwnProject, Scenario};
use handlingsrom::model::units::{Kroner, Year};
use support::all_municipalities;

/// Where a lever can stand that is not where the plan has it: both ends, the other state, each choice, or
/// something of the user's own.
fn ends(municipality: &Municipality, id: &LeverId) -> Vec<Value> {
    let start = municipality.plan.first_year;
    let ends = match id.spec().form {
        Form::Number | Form::Percent | Form::Years | Form::Amount => {
            let bounds = id.bounds(municipality);
            vec![bounds.min.into(), bounds.max.into()]
        }
        Form::Switch => vec![true.into(), false.into()],
        Form::Choice => {
            let people = municipality.population.as_ref();
            let alternatives = people.map_or(&[][..], |people| &people.alternatives);
            alternatives.iter().map(|other| other.id.as_str().into()).collect()
        }
        Form::OwnProject => vec![own_project(start).into()],
        Form::OwnMeasure => vec![own_measure(start).into()],
    };
    let plan = id.plan_value(municipality);
    ends.into_iter().filter(|end| *end != plan).collect()
}

fn own_project(start: Year) -> OwnProject {
    let (cost, operating_effect) = (Kroner::new(5_000_000_000), Kroner::new(-1_500_000));
    OwnProject {
        name: "Hall; trinn 2 & 3".to_owned(),
        cost,
        start,
        years: 3,
        self_cost: true,
        operating_effect,
    }
}

fn own_measure(start: Year) -> OwnMeasure {
    let (amount, one_off_cost) = (Kroner::new(-500_000_000), Kroner::new(1));
    OwnMeasure {
        name: "Færre møter".to_owned(), amount, start, ramp_years: 10, one_off_cost, one_off: true
    }
}

#[track_caller]
fn survives(municipality: &Municipality, scenario: &Scenario) {
    let address = link::encode(municipality, scenario);
    assert_eq!(link::decode(municipality, &address), (scenario.clone(), Vec::new()), "{address}");
    let file = scenario_file::write(scenario);
    assert_eq!(scenario_file::read(municipality, &file).as_ref(), Ok(scenario), "{file}");
}

#[test]
fn every_lever_at_each_of_its_ends_survives_a_link_and_a_file() {
    for municipality in all_municipalities() {
        for id in LeverId::all(municipality) {
            for end in ends(municipality, &id) {
                let mut scenario = Scenario::plan();
                scenario.set_in(municipality, id.clone(), end.clone());
                assert_eq!(scenario.value(&id), Some(&end));
                survives(municipality, &scenario);
            }
        }
    }
}

#[test]
fn a_lever_set_and_reset_is_the_plan() {
    for municipality in all_municipalities() {
        for id in LeverId::all(municipality) {
            for end in ends(municipality, &id) {
                let mut scenario = Scenario::plan();
                scenario.set_in(municipality, id.clone(), end);
                assert!(!scenario.is_plan() && scenario.moves(id.lever), "{id}");
                let mut by_value = scenario.clone();
                by_value.set_in(municipality, id.clone(), id.plan_value(municipality));
                assert!(by_value.is_plan(), "{id}");
                let mut by_main = scenario.clone();
                by_main.reset_lever(id.spec().under.unwrap_or(id.lever));
                assert!(by_main.is_plan(), "{id}");
                let mut by_group = scenario.clone();
                by_group.reset(id.spec().group());
                assert!(by_group.is_plan(), "{id}");
                scenario.set(id.clone(), Value::AsPlanned);
                assert!(scenario.is_plan(), "{id}");
            }
        }
    }
}

/// Every lever at its first or last end, but of measures that count the same kroner only one.
fn everything(municipality: &Municipality, is_last: bool) -> Vec<(LeverId, Value)> {
    let mut scenario = Scenario::plan();
    let mut moves = Vec::new();
    for id in LeverId::all(municipality) {
        let ends = ends(municipality, &id);
        let Some(end) = (if is_last { ends.last() } else { ends.first() }) else { continue };
        let overlaps = match &id.subject {
            Subject::Id(subject) if id.lever == Lever::MeasureRealisation => municipality
                .measure(subject)
                .is_some_and(|measure| chosen_overlaps(municipality, &scenario, measure).next().is_some()),
            _ => false,
        };
        if !overlaps {
            scenario.set_in(municipality, id.clone(), end.clone());
            moves.push((id, end.clone()));
        }
    }
    moves
}

#[test]
fn all_levers_at_once_survive_and_their_order_does_not_matter() {
    for municipality in all_municipalities() {
        for is_last in [false, true] {
            let moves = everything(municipality, is_last);
            let (mut forwards, mut backwards) = (Scenario::plan(), Scenario::plan());
            for (id, value) in &moves {
                forwards.set_in(municipality, id.clone(), value.clone());
            }
            for (id, value) in moves.iter().rev() {
                backwards.set_in(municipality, id.clone(), value.clone());
            }
            assert_eq!(forwards, backwards);
            assert_eq!(forwards.moved().count(), moves.len());
            survives(municipality, &forwards);
        }
    }
}

#[test]
fn a_value_beyond_an_end_is_the_end() {
    let municipality = all_municipalities().next().expect("Lier comes with the program");
    for id in LeverId::all(municipality) {
        let spec = id.spec();
        if spec.takes(&Value::Number(spec.max)) {
            let mut scenario = Scenario::plan();
            scenario.set_in(municipality, id.clone(), spec.max + spec.step);
            let stands = scenario.value(&id).and_then(Value::number);
            assert!(stands.is_none_or(|number| number == spec.max), "{id}");
        }
    }
}
