//! Historikken: what can be undone, as differences, in one list for all alternatives.
//!
//! Undone steps stay in the list until another is taken, so undo and redo only move a mark. The list is
//! shared: a copy of the page's state copies a pointer, and two states are compared by it.

use super::alternatives::{Alternative, Alternatives};
use crate::chart::Letter;
use crate::model::scenario::Scenario;
use std::collections::VecDeque;
use std::rc::Rc;

/// The most steps that are kept; the oldest are forgotten first.
pub const MOST_STEPS: usize = 500;

/// One side of a difference: what is done to the alternatives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// An alternative holds this scenario.
    Scenario(Letter, Rc<Scenario>),
    /// An alternative has this name.
    Name(Letter, Option<String>),
    /// An alternative is there, and another one or itself is open.
    Add(Alternative, Letter),
    /// An alternative is not there, and another one is open.
    Remove(Letter, Letter),
    /// An alternative is open.
    Open(Letter),
}

impl Change {
    /// Makes the change.
    pub fn make(&self, alternatives: &mut Alternatives) {
        match self {
            Self::Scenario(letter, scenario) => alternatives.replace(*letter, Rc::clone(scenario)),
            Self::Name(letter, name) => alternatives.rename(*letter, name.clone()),
            Self::Add(alternative, open) => {
                alternatives.add(alternative.clone());
                alternatives.choose(*open);
            }
            Self::Remove(letter, open) => {
                alternatives.choose(*open);
                alternatives.remove(*letter);
            }
            Self::Open(letter) => alternatives.choose(*letter),
        }
    }
}

/// Et steg: one thing that was done, and what takes it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What takes it back.
    pub undo: Change,
    /// What does it again.
    pub redo: Change,
}

/// A place between two steps. No two steps of a page have led to the same one, so that an entry of the
/// browser's history can say where it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position(pub u64);

/// The steps, and how many of them are done.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// Each with the position it led to.
    steps: Rc<VecDeque<(Position, Rc<Step>)>>,
    done: usize,
    /// Where the first step began.
    start: Position,
    /// The highest position that has been given.
    newest: Position,
}

impl PartialEq for History {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.steps, &other.steps) && self.done == other.done && self.start == other.start
    }
}

impl History {
    /// No steps, in a position of its own.
    #[must_use]
    pub fn after(other: &Self) -> Self {
        let start = Position(other.newest.0 + 1);
        Self { start, newest: start, ..Self::default() }
    }

    /// True when there is something to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.done > 0
    }

    /// True when there is something to redo.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        self.done < self.steps.len()
    }

    /// The highest position that has been given.
    #[must_use]
    pub fn newest(&self) -> Position {
        self.newest
    }

    /// Where the page stands.
    #[must_use]
    pub fn position(&self) -> Position {
        let last = self.done.checked_sub(1).and_then(|last| self.steps.get(last));
        last.map_or(self.start, |(position, _)| *position)
    }

    /// The steps that are kept, the oldest first, those that are undone last.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().map(|(_, step)| &**step)
    }

    /// Takes a step that has been made. What was undone cannot be redone after it.
    pub fn push(&mut self, step: Step) {
        let position = Position(self.newest.0 + 1);
        let steps = Rc::make_mut(&mut self.steps);
        steps.truncate(self.done);
        steps.push_back((position, Rc::new(step)));
        if steps.len() > MOST_STEPS
            && let Some((forgotten, _)) = steps.pop_front()
        {
            self.start = forgotten;
        }
        self.done = steps.len();
        self.newest = position;
    }

    /// Takes the last step back.
    pub fn undo(&mut self, alternatives: &mut Alternatives) {
        let last = self.done.checked_sub(1);
        if let Some((last, (_, step))) = last.and_then(|last| Some((last, self.steps.get(last)?))) {
            step.undo.make(alternatives);
            self.done = last;
        }
    }

    /// Does the last step that was undone again.
    pub fn redo(&mut self, alternatives: &mut Alternatives) {
        if let Some((_, step)) = self.steps.get(self.done) {
            step.redo.make(alternatives);
            self.done += 1;
        }
    }

    /// Undoes or redoes until the page stands in a position; false, and nothing done, when no step of
    /// the list leads there.
    pub fn walk(&mut self, to: Position, alternatives: &mut Alternatives) -> bool {
        let place = self.steps.iter().position(|(position, _)| *position == to);
        let wanted = if to == self.start { Some(0) } else { place.map(|place| place + 1) };
        let Some(wanted) = wanted else { return false };
        while self.done > wanted {
            self.undo(alternatives);
        }
        while self.done < wanted {
            self.redo(alternatives);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::lever::Lever;
    use rust_decimal::Decimal;

    fn at(rate: usize) -> Rc<Scenario> {
        let mut scenario = Scenario::plan();
        scenario.set(Lever::InterestRate, Decimal::from(rate) / Decimal::from(1000));
        Rc::new(scenario)
    }

    fn move_to(history: &mut History, alternatives: &mut Alternatives, rate: usize) {
        let undo = Change::Scenario(Letter::A, Rc::clone(&alternatives.open().scenario));
        let redo = Change::Scenario(Letter::A, at(rate));
        redo.make(alternatives);
        history.push(Step { undo, redo });
    }

    #[test]
    fn the_oldest_steps_are_forgotten_and_the_rest_can_be_undone() {
        let (mut history, mut alternatives) = (History::default(), Alternatives::of(Scenario::plan()));
        for rate in 1..=MOST_STEPS + 3 {
            move_to(&mut history, &mut alternatives, rate);
        }
        assert_eq!(history.steps().count(), MOST_STEPS);
        while history.can_undo() {
            history.undo(&mut alternatives);
        }
        assert_eq!(alternatives.open().scenario, at(3));
        while history.can_redo() {
            history.redo(&mut alternatives);
        }
        assert_eq!(alternatives.open().scenario, at(MOST_STEPS + 3));
    }

    #[test]
    fn a_position_is_walked_to_while_its_step_is_in_the_list() {
        let (mut history, mut alternatives) = (History::default(), Alternatives::of(Scenario::plan()));
        let start = history.position();
        move_to(&mut history, &mut alternatives, 1);
        let first = history.position();
        move_to(&mut history, &mut alternatives, 2);
        let second = history.position();
        assert!(history.walk(start, &mut alternatives) && alternatives.open().scenario.is_plan());
        assert!(history.walk(second, &mut alternatives));
        assert_eq!(alternatives.open().scenario, at(2));
        assert!(history.walk(first, &mut alternatives));
        move_to(&mut history, &mut alternatives, 3);
        assert!(!history.walk(second, &mut alternatives), "another step has taken its place");
        assert_eq!(alternatives.open().scenario, at(3));
        assert_ne!(history.position(), second);
    }

    #[test]
    fn a_copy_shares_its_steps() {
        let (mut history, mut alternatives) = (History::default(), Alternatives::of(Scenario::plan()));
        move_to(&mut history, &mut alternatives, 1);
        let copy = history.clone();
        assert!(Rc::ptr_eq(&history.steps, &copy.steps));
        assert_eq!(history, copy);
        history.undo(&mut alternatives);
        assert!(Rc::ptr_eq(&history.steps, &copy.steps), "an undo only moves the mark");
        assert_ne!(history, copy);
    }
}
