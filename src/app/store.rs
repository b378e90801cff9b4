//! Tilstanden: the only state of the page, and everything that can happen to it.

use super::alternatives::{Alternative, Alternatives};
pub use super::asked::{Asked, Door, MeasureList, Panel, ProjectList};
use super::history::{Change, History, Position, Step};
use crate::analysis::scale::Scale;
use crate::chart::Letter;
use crate::exchange::catalogue::{Catalogue, Entry};
use crate::model::lever::{Lever, LeverGroup, LeverId, Value};
use crate::model::municipality::{Municipality, NeededFigure};
use crate::model::quantity::Place;
use crate::model::scenario::{Prices, Scenario};
use crate::model::units::Year;
use rust_decimal::Decimal;
use std::rc::Rc;
use yew::Reducible;

/// What an address or a choice opens: a municipality, a scenario, and what was wrong with them.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The municipality.
    pub municipality: Rc<Municipality>,
    /// The scenario.
    pub scenario: Scenario,
    /// What was wrong with the link.
    pub faults: Vec<String>,
}

/// What the other side shows, to be taken over.
#[derive(Clone, Debug, PartialEq)]
pub struct Mirrored {
    /// The municipality and the scenario.
    pub opened: Opened,
    /// The year the reader looks at.
    pub year: Year,
    /// Whether a movement there is over.
    pub settled: Settled,
    /// Which panel is open, and which rules count in which years; nothing else of it passes.
    pub asked: Asked,
}

/// The state of the page. A projection is never kept here; it follows from municipality and scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct AppState {
    /// The municipalities that can be chosen, and what has been read of them.
    pub catalogue: Rc<Catalogue>,
    /// The municipality whose file is on its way, by id.
    pub fetching: Option<String>,
    /// Which municipality. Its file does not change once it has been read, so the same pointer is the same
    /// municipality, and nothing in it need be compared while a lever is dragged.
    pub municipality: Rc<Municipality>,
    /// What the user has changed, in up to four alternatives.
    pub alternatives: Alternatives,
    /// The year whose account is shown.
    pub year: Year,
    /// What amounts of the year are shown as.
    pub scale: Scale,
    /// What was wrong with the link that was opened.
    pub link_faults: Vec<String>,
    /// What the model is asked beside what happens.
    pub asked: Asked,
    history: History,
    /// The position that the browser made an entry for by itself.
    arrived: Option<Position>,
    /// What is being moved, so that a whole drag is one step to undo.
    movement: Option<Movement>,
}

/// A drag or a burst of presses on one lever, which becomes one step.
#[derive(Clone, Debug, PartialEq)]
struct Movement {
    /// What is moved; nothing for what is moved in the other module.
    lever: Option<LeverId>,
    /// Where it began.
    before: Rc<Scenario>,
    /// True when the finger is lifted; more may follow at once.
    is_lifted: bool,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A lever moves; while it has not settled, the finger is still on it.
    Set(LeverId, Value, Settled),
    /// Some levers go back to the plan at once.
    Reset(Vec<LeverId>),
    /// Another kind of prices is shown.
    SetPrices(Prices),
    /// A figure the document lacks is typed in, or taken away.
    SetOwnFigure(NeededFigure, Option<Decimal>),
    /// The finger is lifted; a press that follows at once belongs to the same step.
    Settle,
    /// Nothing has followed: what has been moved becomes one step to undo.
    EndBurst,
    /// One lever goes back to the plan, its details too.
    ResetLever(Lever),
    /// A group of levers goes back to the plan.
    ResetGroup(LeverGroup),
    /// A whole scenario is opened in place of this one.
    Open(Scenario),
    /// A copy of the open alternative is made and opened, when there is a letter left.
    AddAlternative(Option<String>),
    /// Another alternative is opened.
    OpenAlternative(Letter),
    /// An alternative is named.
    RenameAlternative(Letter, Option<String>),
    /// An alternative is taken away; the last one stays.
    RemoveAlternative(Letter),
    /// The address in the browser has changed; the position is that of its entry, when it has one.
    Follow(Opened, Option<Position>),
    /// The plan of another municipality is opened.
    OpenMunicipality(Rc<Municipality>),
    /// The file of a municipality is on its way, or no longer.
    Wait(Option<String>),
    /// The file of a municipality has come; it is opened unless something else has been chosen meanwhile.
    Fetched(String, Rc<Catalogue>),
    /// The list of municipalities beside the page has come.
    TakeIndex(Vec<Entry>),
    /// Something could not be done, and why: a line for each.
    Tell(Vec<String>),
    /// What the other module shows is taken over; see [`second`](super::second).
    Mirror(Mirrored),
    /// The figure to open has been passed on to the second module.
    FigureWasTaken,
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
    /// A panel is opened in place of the one that is open, or that one is closed.
    OpenPanel(Option<Panel>),
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
    pub fn new(catalogue: Rc<Catalogue>, opened: Opened) -> Self {
        let Opened { municipality, scenario, faults } = opened;
        Self {
            catalogue,
            fetching: None,
            alternatives: Alternatives::of(scenario),
            year: municipality.last_year(),
            scale: Scale::Million,
            link_faults: faults,
            asked: Asked::about(&municipality),
            history: History::default(),
            arrived: None,
            movement: None,
            municipality,
        }
    }

    /// The scenario of the open alternative.
    #[must_use]
    pub fn scenario(&self) -> &Rc<Scenario> {
        &self.alternatives.open().scenario
    }

    /// True when there is something to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.history.can_undo() || self.movement.as_ref().is_some_and(|own| own.before != *self.scenario())
    }

    /// True when there is something to redo.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// Where the page stands between the steps; nothing while a lever is being moved.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        self.movement.is_none().then(|| self.history.position())
    }

    /// True when the browser already has an entry of its history for where the page stands.
    #[must_use]
    pub fn has_entry(&self) -> bool {
        self.arrived == Some(self.history.position())
    }

    /// True while a lever is being moved.
    #[must_use]
    pub fn is_moving(&self) -> bool {
        self.movement.is_some()
    }

    /// True when the finger is lifted and the step not yet taken, since more may follow.
    #[must_use]
    pub fn is_lifted(&self) -> bool {
        self.movement.as_ref().is_some_and(|own| own.is_lifted)
    }

    /// What has been done.
    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Moves a lever. The same lever moved again at once belongs to the same step.
    fn slide(&mut self, lever: Option<LeverId>, settled: Settled, edit: impl FnOnce(&mut Scenario)) {
        if self.movement.as_ref().is_some_and(|own| own.lever != lever) {
            self.end_burst();
        }
        let before = Rc::clone(self.scenario());
        self.alternatives.edit(edit);
        let is_lifted = settled == Settled::Yes;
        if let Some(own) = &mut self.movement {
            own.is_lifted = is_lifted;
        } else if before != *self.scenario() {
            self.movement = Some(Movement { lever, before, is_lifted });
        }
    }

    /// The finger is lifted.
    fn settle(&mut self) {
        if let Some(own) = &mut self.movement {
            own.is_lifted = true;
        }
    }

    /// What has been moved becomes one step, unless it is back where it began.
    fn end_burst(&mut self) {
        if let Some(own) = self.movement.take() {
            self.remember(own.before);
        }
    }

    /// Takes a step of its own.
    fn change(&mut self, edit: impl FnOnce(&mut Scenario)) {
        self.end_burst();
        let before = Rc::clone(self.scenario());
        self.alternatives.edit(edit);
        self.remember(before);
    }

    /// The open alternative held another scenario before.
    fn remember(&mut self, before: Rc<Scenario>) {
        let open = self.alternatives.open();
        if before != open.scenario {
            self.history.push(Step {
                undo: Change::Scenario(open.letter, before),
                redo: Change::Scenario(open.letter, Rc::clone(&open.scenario)),
            });
        }
    }

    /// Takes a step that changes which alternatives there are.
    fn rearrange(&mut self, undo: Change, redo: Change) {
        self.end_burst();
        redo.make(&mut self.alternatives);
        self.history.push(Step { undo, redo });
    }

    fn add_alternative(&mut self, name: Option<String>) {
        self.end_burst();
        let open = self.alternatives.open();
        if let Some(letter) = self.alternatives.free_letter() {
            let undo = Change::Remove(letter, open.letter);
            let copy = Alternative { letter, name, scenario: Rc::clone(&open.scenario) };
            self.rearrange(undo, Change::Add(copy, letter));
        }
    }

    fn open_alternative(&mut self, letter: Letter) {
        let open = self.alternatives.open().letter;
        if letter != open && self.alternatives.get(letter).is_some() {
            self.rearrange(Change::Open(open), Change::Open(letter));
        }
    }

    fn rename_alternative(&mut self, letter: Letter, name: Option<String>) {
        let before = self.alternatives.get(letter).map(|known| known.name.clone());
        if let Some(before) = before.filter(|before| *before != name) {
            self.rearrange(Change::Name(letter, before), Change::Name(letter, name));
        }
    }

    fn remove_alternative(&mut self, letter: Letter) {
        self.end_burst();
        let open = self.alternatives.open().letter;
        let next = self.alternatives.all().into_iter().map(|other| other.letter).find(|own| *own != letter);
        let known = self.alternatives.get(letter).cloned();
        if let (Some(known), Some(next)) = (known, next) {
            let then = if open == letter { next } else { open };
            self.rearrange(Change::Add(known, open), Change::Remove(letter, then));
        }
    }

    /// Takes what an address holds. An entry of the browser's history that stands in the list of steps is
    /// walked to; anything else is a step of its own, so that what was there can be had back.
    fn follow(&mut self, opened: Opened, position: Option<Position>) {
        self.end_burst();
        self.fetching = None;
        if self.municipality != opened.municipality {
            self.begin(opened);
        } else if position.is_none_or(|to| !self.history.walk(to, &mut self.alternatives)) {
            let is_same = **self.scenario() == opened.scenario;
            self.change(|current| *current = opened.scenario);
            // Back where the page stands already; what has been told is still to be read.
            if !is_same || !opened.faults.is_empty() {
                self.link_faults = opened.faults;
            }
        }
        self.arrived = Some(self.history.position());
    }

    /// Begins anew with another municipality: what was done to the last one is in the browser's own history.
    fn begin(&mut self, opened: Opened) {
        let history = History::after(&self.history);
        *self = Self { history, ..Self::new(Rc::clone(&self.catalogue), opened) };
    }

    fn open_municipality(&mut self, municipality: Rc<Municipality>) {
        self.fetching = None;
        if self.municipality != municipality {
            self.end_burst();
            self.begin(Opened { municipality, scenario: Scenario::plan(), faults: Vec::new() });
        }
    }

    fn take_fetched(&mut self, id: &str, catalogue: Rc<Catalogue>) {
        let wanted = self.fetching.as_deref() == Some(id);
        let municipality = catalogue.get(id).filter(|_| wanted);
        self.catalogue = catalogue;
        if let Some(municipality) = municipality {
            self.open_municipality(municipality);
        }
    }

    fn tell(&mut self, problems: Vec<String>) {
        self.fetching = None;
        self.link_faults = problems;
    }

    /// Takes over what the other module shows; how the questions are put besides that stays as it is here.
    fn mirror(&mut self, other: Mirrored) {
        let Mirrored { opened, year, asked, settled } = other;
        if self.municipality != opened.municipality {
            self.begin(opened);
        } else if settled == Settled::NotYet {
            self.slide(None, settled, |current| *current = opened.scenario);
        } else if self.movement.as_ref().is_some_and(|own| own.lever.is_none()) {
            self.slide(None, settled, |current| *current = opened.scenario);
            self.end_burst();
        } else if **self.scenario() != opened.scenario {
            self.change(|current| *current = opened.scenario);
        }
        self.year = year;
        let Asked { open, left_out, from, until, .. } = asked;
        self.asked = Asked { open, left_out, from, until, ..self.asked.clone() };
    }

    fn undo(&mut self) {
        self.end_burst();
        self.history.undo(&mut self.alternatives);
    }

    fn redo(&mut self) {
        self.end_burst();
        self.history.redo(&mut self.alternatives);
    }

    /// Moves a number, which more may follow; what is chosen, added or switched is a step of its own.
    fn set(&mut self, lever: LeverId, value: Value, settled: Settled) {
        let municipality = Rc::clone(&self.municipality);
        if value.number().is_some() {
            self.slide(Some(lever.clone()), settled, |own| own.set_in(&municipality, lever, value));
        } else {
            self.change(|own| own.set_in(&municipality, lever, value));
        }
    }

    fn reset(&mut self, levers: Vec<LeverId>) {
        self.change(|own| levers.into_iter().for_each(|lever| own.set(lever, Value::AsPlanned)));
    }

    /// Opens a whole scenario; what the figures rest on stays.
    fn open(&mut self, scenario: Scenario) {
        self.change(|current| {
            let basis = std::mem::take(&mut current.basis);
            *current = scenario;
            current.basis = basis;
        });
    }

    fn apply(&mut self, action: Action) {
        use Action as A;
        match action {
            A::Set(lever, value, settled) => self.set(lever, value, settled),
            A::Reset(levers) => self.reset(levers),
            A::Settle => self.settle(),
            A::EndBurst => self.end_burst(),
            A::SetPrices(prices) => self.change(|own| own.basis.prices = prices),
            A::SetOwnFigure(figure, value) => self.change(|own| own.basis.set(figure, value)),
            A::ResetLever(input) => self.change(|own| own.reset_lever(input)),
            A::ResetGroup(group) => self.change(|own| own.reset(group)),
            A::Open(scenario) => self.open(scenario),
            A::AddAlternative(name) => self.add_alternative(name),
            A::OpenAlternative(letter) => self.open_alternative(letter),
            A::RenameAlternative(letter, name) => self.rename_alternative(letter, name),
            A::RemoveAlternative(letter) => self.remove_alternative(letter),
            A::Follow(opened, position) => self.follow(opened, position),
            A::OpenMunicipality(municipality) => self.open_municipality(municipality),
            A::Wait(id) => self.fetching = id,
            A::Fetched(id, catalogue) => self.take_fetched(&id, catalogue),
            A::TakeIndex(entries) => Rc::make_mut(&mut self.catalogue).take_index(entries),
            A::Undo => self.undo(),
            A::Redo => self.redo(),
            A::Mirror(other) => self.mirror(other),
            A::FigureWasTaken => self.asked.opened.clear(),
            A::Tell(problem) => self.tell(problem),
            A::DismissFaults => self.link_faults.clear(),
            A::ShowYear(year) => self.year = year,
            A::Ask(asked) => self.asked = asked,
            A::ShowAs(scale) => self.scale = scale,
            A::OpenPanel(panel) => self.asked.open = panel,
            A::OpenFigure(place) => {
                self.asked.opened = vec![place];
                self.asked.open = Some(Panel::Figure);
            }
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
    use rust_decimal::dec;

    fn page() -> Rc<AppState> {
        let catalogue = Catalogue::built_in().expect("the list comes with the program");
        let municipality = catalogue.get("lier").expect("Lier comes with the program");
        let opened = Opened { municipality, scenario: Scenario::plan(), faults: Vec::new() };
        Rc::new(AppState::new(Rc::new(catalogue), opened))
    }

    #[test]
    fn a_whole_drag_is_one_step_to_undo() {
        let mut state = page();
        for step in [dec!(0.25), dec!(0.5), dec!(0.75)] {
            state = state.reduce(Action::Set(Lever::InterestRate.into(), step.into(), Settled::NotYet));
        }
        assert_eq!(state.position(), None);
        state = state.reduce(Action::Settle).reduce(Action::Undo);
        assert!(state.scenario().is_plan());
        assert!(!state.can_undo());
        state = state.reduce(Action::Redo);
        assert_eq!(state.scenario().get(Lever::InterestRate), dec!(0.75));
    }

    #[test]
    fn a_drag_out_and_back_leaves_nothing_to_undo() {
        let state = page()
            .reduce(Action::Set(Lever::Restructuring.into(), dec!(20).into(), Settled::NotYet))
            .reduce(Action::Set(Lever::Restructuring.into(), dec!(0).into(), Settled::Yes));
        assert!(!state.can_undo());
    }

    #[test]
    fn a_move_to_where_a_lever_stands_changes_nothing_at_all() {
        let state = page();
        let same =
            Rc::clone(&state).reduce(Action::Set(Lever::Restructuring.into(), dec!(0).into(), Settled::Yes));
        assert!(Rc::ptr_eq(&state, &same));
    }
}
