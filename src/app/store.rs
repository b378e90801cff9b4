//! Tilstanden: the only state of the page, and everything that can happen to it.

use crate::model::input::{InputId, LeverGroup};
use crate::model::municipality::Municipality;
use crate::model::scenario::{ProjectChange, Scenario};
use crate::model::units::{Percent, Year};
use rust_decimal::Decimal;
use std::rc::Rc;
use yew::Reducible;

/// The state of the page. A projection is never kept here; it follows from municipality and scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct AppState {
    /// Which municipality.
    pub municipality: &'static Municipality,
    /// What the user has changed.
    pub scenario: Scenario,
    /// The year whose account is shown.
    pub year: Year,
    /// What was wrong with the link that was opened.
    pub link_faults: Vec<String>,
    past: Vec<Scenario>,
    future: Vec<Scenario>,
    /// Where a drag began, so that a whole drag is one step to undo.
    before_drag: Option<Scenario>,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A main lever moves; while `settled` is false the finger is still on it.
    Move(InputId, Decimal, Settled),
    /// The market rate of one year changes.
    SetRate(Year, Percent, Settled),
    /// The growth of one age group changes.
    SetGrowth(String, Percent, Settled),
    /// A project is moved, dropped or restored.
    SetProject(String, ProjectChange),
    /// The realisation of a measure changes.
    SetMeasure(String, Percent, Settled),
    /// The finger is lifted: what has been moved becomes one step to undo.
    Settle,
    /// One lever goes back to the plan, its details too.
    ResetLever(InputId),
    /// A group of levers goes back to the plan.
    ResetGroup(LeverGroup),
    /// A whole scenario is opened in place of this one.
    Open(Scenario),
    /// The address in the browser has changed.
    Follow(Scenario, Vec<String>),
    /// The message about the link has been read.
    DismissFaults,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// Another year's account is shown.
    ShowYear(Year),
}

/// Whether a movement is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// It is over.
    Yes,
    /// More may follow at once.
    NotYet,
}

impl AppState {
    /// The page as it opens.
    #[must_use]
    pub fn new(municipality: &'static Municipality, scenario: Scenario, link_faults: Vec<String>) -> Self {
        Self {
            municipality,
            scenario,
            year: municipality.plan.last_printed_year,
            link_faults,
            past: Vec::new(),
            future: Vec::new(),
            before_drag: None,
        }
    }

    /// True when there is something to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// True when there is something to redo.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// True while no lever is being dragged, so that the scenario may go into the address.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.before_drag.is_none()
    }

    fn change(&mut self, settled: Settled, edit: impl FnOnce(&mut Scenario)) {
        let before = self.scenario.clone();
        edit(&mut self.scenario);
        if self.before_drag.is_none() && before != self.scenario {
            self.before_drag = Some(before);
        }
        if settled == Settled::Yes {
            self.settle();
        }
    }

    fn settle(&mut self) {
        if let Some(before) = self.before_drag.take()
            && before != self.scenario
        {
            self.past.push(before);
            self.future.clear();
        }
    }

    fn reset_lever(&mut self, input: InputId) {
        self.change(Settled::Yes, |scenario| {
            scenario.set(input, input.spec().plan);
            match input {
                InputId::InterestRate => scenario.rate_by_year.clear(),
                InputId::PopulationGrowth => scenario.growth_by_age.clear(),
                InputId::InvestmentVolume => scenario.projects.clear(),
                InputId::Restructuring => scenario.measures.clear(),
            }
        });
    }

    fn step_back(&mut self) {
        self.settle();
        if let Some(earlier) = self.past.pop() {
            self.future.push(std::mem::replace(&mut self.scenario, earlier));
        }
    }

    fn step_forward(&mut self) {
        if let Some(later) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.scenario, later));
        }
    }

    fn apply(&mut self, action: Action) {
        match action {
            Action::Move(input, value, settled) => {
                self.change(settled, |scenario| scenario.set(input, value));
            }
            Action::SetRate(year, change, settled) => {
                self.change(settled, |scenario| scenario.set_rate_in(year, change));
            }
            Action::SetGrowth(group, change, settled) => {
                self.change(settled, |scenario| scenario.set_growth_of(&group, change));
            }
            Action::SetProject(id, change) => {
                self.change(Settled::Yes, |scenario| scenario.set_project(&id, change));
            }
            Action::SetMeasure(id, realisation, settled) => {
                if let Some(measure) = self.municipality.measure(&id) {
                    self.change(settled, |scenario| scenario.set_measure(measure, realisation));
                }
            }
            Action::Settle => self.settle(),
            Action::ResetLever(input) => self.reset_lever(input),
            Action::ResetGroup(group) => self.change(Settled::Yes, |scenario| scenario.reset(group)),
            Action::Open(scenario) => self.change(Settled::Yes, |current| *current = scenario),
            Action::Follow(scenario, faults) => {
                self.change(Settled::Yes, |current| *current = scenario);
                self.link_faults = faults;
            }
            Action::DismissFaults => self.link_faults.clear(),
            Action::Undo => self.step_back(),
            Action::Redo => self.step_forward(),
            Action::ShowYear(year) => self.year = year,
        }
    }
}

impl Reducible for AppState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        next.apply(action);
        // The same pointer tells Yew that there is nothing to render.
        if next == *self { self } else { Rc::new(next) }
    }
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test that lacks its municipality must stop")]
mod tests {
    use super::*;
    use crate::exchange::municipality_file;
    use rust_decimal::dec;

    fn page() -> Rc<AppState> {
        let lier = municipality_file::built_in("lier").expect("Lier comes with the program");
        Rc::new(AppState::new(lier, Scenario::plan(), Vec::new()))
    }

    #[test]
    fn a_whole_drag_is_one_step_to_undo() {
        let mut state = page();
        for step in [dec!(0.25), dec!(0.5), dec!(0.75)] {
            state = state.reduce(Action::Move(InputId::InterestRate, step, Settled::NotYet));
        }
        assert!(!state.is_settled());
        state = state.reduce(Action::Settle).reduce(Action::Undo);
        assert!(state.scenario.is_plan());
        assert!(!state.can_undo());
        state = state.reduce(Action::Redo);
        assert_eq!(state.scenario.get(InputId::InterestRate), dec!(0.75));
    }

    #[test]
    fn a_drag_out_and_back_leaves_nothing_to_undo() {
        let state = page()
            .reduce(Action::Move(InputId::Restructuring, dec!(20), Settled::NotYet))
            .reduce(Action::Move(InputId::Restructuring, dec!(0), Settled::Yes));
        assert!(!state.can_undo());
    }

    #[test]
    fn a_move_to_where_a_lever_stands_changes_nothing_at_all() {
        let state = page();
        let same = Rc::clone(&state).reduce(Action::Move(InputId::Restructuring, dec!(0), Settled::Yes));
        assert!(Rc::ptr_eq(&state, &same));
    }
}
