//! Tilstanden: the only state of the page, and everything that can happen to it.

use crate::analysis::capacity::DEBT_SLOPE;
use crate::analysis::scale::Scale;
use crate::model::figure::Place;
use crate::model::input::{InputId, LeverGroup};
use crate::model::municipality::{Indicator, Municipality, NeededFigure};
use crate::model::scenario::{OwnMeasure, OwnProject, Prices, ProjectChange, Scenario};
use crate::model::units::{Kroner, Percent, Year};
use rust_decimal::Decimal;
use std::ops::Deref;
use std::rc::Rc;
use yew::Reducible;

/// Kommunen som er valgt. A file does not change once it has been read, so two are the same when they are the
/// same file, and nothing in it need be compared while a lever is dragged.
#[derive(Clone, Copy, Debug)]
pub struct Chosen(pub &'static Municipality);

impl PartialEq for Chosen {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Deref for Chosen {
    type Target = Municipality;

    fn deref(&self) -> &Municipality {
        self.0
    }
}

/// The state of the page. A projection is never kept here; it follows from municipality and scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct AppState {
    /// Which municipality.
    pub municipality: Chosen,
    /// What the user has changed.
    pub scenario: Scenario,
    /// The year whose account is shown.
    pub year: Year,
    /// What amounts of the year are shown as.
    pub scale: Scale,
    /// What was wrong with the link that was opened.
    pub link_faults: Vec<String>,
    /// What the model is asked beside what happens.
    pub asked: Asked,
    past: Vec<Scenario>,
    future: Vec<Scenario>,
    /// Where a drag began, so that a whole drag is one step to undo.
    before_drag: Option<Scenario>,
}

/// Spørsmålene: which are open, and how they are put.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Which questions are unfolded.
    pub open: [bool; 7],
    /// The rules that need not hold, by id.
    pub left_out: Vec<String>,
    /// The first year that counts; nothing for the first of the plan.
    pub from: Option<Year>,
    /// The last year that counts; nothing for the last of the plan.
    pub until: Option<Year>,
    /// The project whose start is asked for.
    pub project: Option<String>,
    /// Index points per percentage point of debt.
    pub debt_slope: Decimal,
    /// The shocks that are pressed, by id.
    pub shocks: Vec<String>,
    /// The figure that is opened, and those it was reached through, the first first.
    pub opened: Vec<Place>,
    /// The seed that many futures are drawn from; nothing until they are asked for.
    pub seed: Option<u64>,
}

impl Asked {
    /// How the questions stand as the page opens: nothing unfolded; the rule for the result, in the years that
    /// a choice can still reach.
    #[must_use]
    pub fn about(municipality: &Municipality) -> Self {
        let result = municipality.rule_for(Indicator::NetOperatingResult);
        let others =
            municipality.rules.iter().filter(|rule| result.is_some_and(|result| result.id != rule.id));
        let plan = &municipality.plan;
        Self {
            open: [false; 7],
            left_out: others.map(|rule| rule.id.clone()).collect(),
            from: Some(plan.last_printed_year.max(plan.first_year.plus(2))),
            until: None,
            project: None,
            debt_slope: DEBT_SLOPE,
            shocks: Vec::new(),
            opened: Vec::new(),
            seed: None,
        }
    }
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
    /// A measure is put off.
    DelayMeasure(String, u32),
    /// The net frame of a sector changes.
    SetFrame(String, Percent, Settled),
    /// Assets are sold in a year.
    SetSale(Year, Kroner, Settled),
    /// Another prognosis is chosen; nothing for the plan's own.
    ChoosePrognosis(Option<String>),
    /// Costs follow age, or the plan's own rule again.
    SetCostByAge(bool),
    /// Another kind of prices is shown.
    SetPrices(Prices),
    /// A figure the document lacks is typed in, or taken away.
    SetOwnFigure(NeededFigure, Option<Decimal>),
    /// A project of the user's own is added.
    AddProject(OwnProject),
    /// A project of the user's own is taken away.
    RemoveProject(usize),
    /// A measure of the user's own is added.
    AddMeasure(OwnMeasure),
    /// A measure of the user's own is taken away.
    RemoveMeasure(usize),
    /// The finger is lifted: what has been moved becomes one step to undo.
    Settle,
    /// One lever goes back to the plan, its details too.
    ResetLever(InputId),
    /// A group of levers goes back to the plan.
    ResetGroup(LeverGroup),
    /// A whole scenario is opened in place of this one.
    Open(Scenario),
    /// The address in the browser has changed.
    Follow(Chosen, Scenario, Vec<String>),
    /// Something could not be done, and why.
    Tell(String),
    /// The message about the link has been read.
    DismissFaults,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// Another year's account is shown.
    ShowYear(Year),
    /// The questions are put another way.
    Ask(Asked),
    /// Amounts of the year are shown as something else.
    ShowAs(Scale),
    /// A figure is opened to its formula.
    OpenFigure(Place),
    /// It is asked why a year is as it is.
    AskWhy(Year),
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
    pub fn new(municipality: Chosen, scenario: Scenario, link_faults: Vec<String>) -> Self {
        Self {
            municipality,
            scenario,
            year: municipality.plan.last_printed_year,
            scale: Scale::Million,
            link_faults,
            asked: Asked::about(&municipality),
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

    /// Another municipality is opened: what was done to the last one is in the browser's own history.
    fn follow(&mut self, municipality: Chosen, scenario: Scenario, faults: Vec<String>) {
        if self.municipality == municipality {
            // Back where the page stands already; what has been told is still to be read.
            if self.scenario == scenario && faults.is_empty() {
                return;
            }
            self.change(Settled::Yes, |current| *current = scenario);
            self.link_faults = faults;
        } else {
            *self = Self::new(municipality, scenario, faults);
        }
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
                if let Some(measure) = self.municipality.0.measure(&id) {
                    self.change(settled, |scenario| scenario.set_measure(measure, realisation));
                }
            }
            Action::Settle => self.settle(),
            Action::ResetLever(input) => self.change(Settled::Yes, |scenario| scenario.reset_lever(input)),
            other => self.apply_detail(other),
        }
    }

    /// What happens under the levers and around them.
    fn apply_detail(&mut self, action: Action) {
        match action {
            Action::DelayMeasure(id, years) => {
                self.change(Settled::Yes, |scenario| scenario.set_measure_delay(&id, years));
            }
            Action::SetFrame(id, change, settled) => {
                self.change(settled, |scenario| scenario.set_frame(&id, change));
            }
            Action::SetSale(year, amount, settled) => {
                self.change(settled, |scenario| scenario.set_sale(year, amount));
            }
            Action::ChoosePrognosis(id) => self.change(Settled::Yes, |scenario| scenario.prognosis = id),
            Action::SetCostByAge(by_age) => {
                self.change(Settled::Yes, |scenario| scenario.cost_by_age = by_age);
            }
            Action::SetPrices(prices) => self.change(Settled::Yes, |scenario| scenario.basis.prices = prices),
            Action::SetOwnFigure(figure, value) => {
                self.change(Settled::Yes, |scenario| scenario.basis.set(figure, value));
            }
            Action::AddProject(own) => self.change(Settled::Yes, |scenario| scenario.own_projects.push(own)),
            Action::RemoveProject(index) => {
                self.change(Settled::Yes, |scenario| take_away(&mut scenario.own_projects, index));
            }
            Action::AddMeasure(own) => self.change(Settled::Yes, |scenario| scenario.own_measures.push(own)),
            Action::RemoveMeasure(index) => {
                self.change(Settled::Yes, |scenario| take_away(&mut scenario.own_measures, index));
            }
            other => self.apply_to_page(other),
        }
    }

    /// What happens to the page as a whole.
    fn apply_to_page(&mut self, action: Action) {
        match action {
            Action::ResetGroup(group) => self.change(Settled::Yes, |scenario| scenario.reset(group)),
            Action::Open(scenario) => self.change(Settled::Yes, |current| {
                // What the figures rest on stays.
                let basis = std::mem::take(&mut current.basis);
                *current = scenario;
                current.basis = basis;
            }),
            Action::Follow(municipality, scenario, faults) => self.follow(municipality, scenario, faults),
            Action::Tell(problem) => self.link_faults = vec![problem],
            Action::DismissFaults => self.link_faults.clear(),
            Action::Undo => self.step_back(),
            Action::Redo => self.step_forward(),
            Action::ShowYear(year) => self.year = year,
            Action::Ask(asked) => self.asked = asked,
            Action::ShowAs(scale) => self.scale = scale,
            Action::OpenFigure(place) => {
                self.asked.opened = vec![place];
                if let Some(open) = self.asked.open.get_mut(super::questions::FIGURE) {
                    *open = true;
                }
            }
            Action::AskWhy(year) => {
                self.year = year;
                if let Some(open) = self.asked.open.get_mut(super::questions::WHY) {
                    *open = true;
                }
            }
            // Everything else has been dealt with above.
            _ => {}
        }
    }
}

fn take_away<T>(list: &mut Vec<T>, index: usize) {
    if index < list.len() {
        list.remove(index);
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
        Rc::new(AppState::new(Chosen(lier), Scenario::plan(), Vec::new()))
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
