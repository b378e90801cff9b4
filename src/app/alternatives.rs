//! Alternativene: up to four scenarios besides the plan, one of them open.

use crate::chart::Letter;
use crate::model::scenario::Scenario;
use std::rc::Rc;

/// Alternativ: a scenario with its letter, and a name when somebody has given it one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// Its identity on the page: one letter, one colour.
    pub letter: Letter,
    /// Its name; nothing for a draft.
    pub name: Option<String>,
    /// What differs from the plan.
    pub scenario: Rc<Scenario>,
}

/// Every alternative on the page. There is always one, and it is the one the levers move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternatives {
    open: Alternative,
    /// In the order of their letters.
    others: Vec<Alternative>,
}

impl Alternatives {
    /// A single draft.
    #[must_use]
    pub fn of(scenario: Scenario) -> Self {
        let open = Alternative { letter: Letter::A, name: None, scenario: Rc::new(scenario) };
        Self { open, others: Vec::new() }
    }

    /// The one the levers move.
    #[must_use]
    pub fn open(&self) -> &Alternative {
        &self.open
    }

    /// All of them, in the order of their letters.
    #[must_use]
    pub fn all(&self) -> Vec<&Alternative> {
        Letter::ALL.into_iter().filter_map(|letter| self.get(letter)).collect()
    }

    /// The one with a letter.
    #[must_use]
    pub fn get(&self, letter: Letter) -> Option<&Alternative> {
        std::iter::once(&self.open).chain(&self.others).find(|alternative| alternative.letter == letter)
    }

    /// The first letter that is not taken; nothing when all four are.
    #[must_use]
    pub fn free_letter(&self) -> Option<Letter> {
        Letter::ALL.into_iter().find(|letter| self.get(*letter).is_none())
    }

    fn get_mut(&mut self, letter: Letter) -> Option<&mut Alternative> {
        let mut all = std::iter::once(&mut self.open).chain(&mut self.others);
        all.find(|alternative| alternative.letter == letter)
    }

    /// Opens the one with a letter; without such a one nothing happens.
    pub fn choose(&mut self, letter: Letter) {
        let place = self.others.iter().position(|alternative| alternative.letter == letter);
        if let Some(chosen) = place.map(|place| self.others.remove(place)) {
            let last = std::mem::replace(&mut self.open, chosen);
            self.put(last);
        }
    }

    /// Puts one among the others.
    fn put(&mut self, alternative: Alternative) {
        let place = self.others.iter().take_while(|other| other.letter < alternative.letter).count();
        self.others.insert(place, alternative);
    }

    /// Adds one and opens it. One with the same letter is replaced.
    pub fn add(&mut self, alternative: Alternative) {
        let letter = alternative.letter;
        match self.get_mut(letter) {
            Some(known) => *known = alternative,
            None => self.put(alternative),
        }
        self.choose(letter);
    }

    /// Takes one away; the last one stays.
    pub fn remove(&mut self, letter: Letter) {
        if self.open.letter == letter
            && let Some(next) = self.others.first().map(|next| next.letter)
        {
            self.choose(next);
        }
        self.others.retain(|alternative| alternative.letter != letter);
    }

    /// Gives one another name, or none.
    pub fn rename(&mut self, letter: Letter, name: Option<String>) {
        if let Some(alternative) = self.get_mut(letter) {
            alternative.name = name;
        }
    }

    /// Puts another scenario into one, and opens it.
    pub fn replace(&mut self, letter: Letter, scenario: Rc<Scenario>) {
        if let Some(alternative) = self.get_mut(letter) {
            alternative.scenario = scenario;
        }
        self.choose(letter);
    }

    /// Edits the open one.
    pub fn edit(&mut self, edit: impl FnOnce(&mut Scenario)) {
        edit(Rc::make_mut(&mut self.open.scenario));
    }
}
