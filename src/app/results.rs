//! Resultatene: the projections of the page, and the names of their lines.

use super::moved::world_of;
use super::store::{Action, AppState};
use crate::chart::{ChartModel, ChartUnit, Letter, Shown, ShownAlternative};
use crate::model::municipality::{Indicator, Municipality};
use crate::model::projection::{Projection, YearResult};
use crate::model::quantity::Place;
use crate::model::scenario::{Prices, Scenario};
use crate::model::units::Year;
use crate::text::Language;
use std::rc::Rc;
use yew::prelude::*;

/// The projections of the page, shared by everything that shows them.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// Planen.
    pub plan: Rc<Projection>,
    /// Planen i samme verden, when it differs from both others.
    pub plan_in_own_world: Option<Rc<Projection>>,
    /// The alternatives that are shown, up to four, in the order of their letters.
    pub alternatives: Vec<Outcome>,
    /// The one that the levers move.
    pub open: Letter,
}

/// An alternative that differs from the plan, and where it leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Its letter.
    pub letter: Letter,
    /// Its name, when it has one.
    pub name: Option<String>,
    /// What differs from the plan.
    pub scenario: Rc<Scenario>,
    /// Where it leads.
    pub projection: Rc<Projection>,
}

impl Results {
    /// The projection of the alternative that the levers move; nothing while it is the plan.
    #[must_use]
    pub fn scenario(&self) -> Option<&Rc<Projection>> {
        self.alternatives.iter().find(|own| own.letter == self.open).map(|own| &own.projection)
    }

    /// The projection the page is about: the scenario, or the plan when nothing is moved.
    #[must_use]
    pub fn current(&self) -> &Rc<Projection> {
        self.scenario().unwrap_or(&self.plan)
    }

    /// One year of each alternative.
    pub(super) fn in_year(&self, year: Year) -> Vec<(Letter, &YearResult)> {
        let years = self.alternatives.iter();
        years.filter_map(|own| Some((own.letter, own.projection.years.get(year)?))).collect()
    }

    /// The names of the alternatives: where several are shown with their letters; `alone` is that of a single
    /// draft.
    #[must_use]
    pub fn names(&self, alone: &str) -> Vec<String> {
        let several = self.alternatives.len() > 1;
        let name = |own: &Outcome| match &own.name {
            Some(name) if several => format!("{} {name}", own.letter),
            None if several => own.letter.to_string(),
            Some(name) => name.clone(),
            None => alone.to_owned(),
        };
        self.alternatives.iter().map(name).collect()
    }

    /// The name of an alternative, with its letter where several are shown; nothing for one without either.
    #[must_use]
    pub fn name_of(&self, own: &Outcome) -> Option<String> {
        let name = self.alternatives.iter().zip(self.names("")).find(|(other, _)| other.letter == own.letter);
        name.map(|(_, name)| name).filter(|name| !name.is_empty())
    }

    /// The lines of every chart and table: the plan, the plan in the same world, and each alternative.
    #[must_use]
    pub fn lines(&self, municipality: &Municipality, language: Language) -> Vec<ResultLine<'_>> {
        let kind = municipality.plan.kind;
        let own = self.alternatives.iter().find(|own| own.letter == self.open);
        let world = own.map(|own| world_of(municipality, &own.scenario, language)).unwrap_or_default();
        let plan = ResultLine {
            whose: Whose::Plan,
            name: language.plan_short(&municipality.plan).to_owned(),
            projection: &self.plan,
        };
        let in_same_world = self.plan_in_own_world.as_deref().map(|projection| ResultLine {
            whose: Whose::PlanInSameWorld,
            name: language.plan_in_same_world(kind, &world),
            projection,
        });
        let names = self.names(language.scenario_label());
        let several = self.alternatives.len() > 1;
        let alternatives = self.alternatives.iter().zip(names).map(|(own, name)| {
            let is_world = own.scenario.choices_only().is_plan() && !several;
            let name = if is_world && own.name.is_none() {
                language.plan_in_moved_world(kind, &world)
            } else {
                name
            };
            let whose = if is_world { Whose::PlanInMovedWorld } else { Whose::Alternative(own.letter) };
            ResultLine { whose, name, projection: &own.projection }
        });
        std::iter::once(plan).chain(in_same_world).chain(alternatives).collect()
    }

    /// True when the figures shown first are an alternative's, and not those of the plan in any world.
    #[must_use]
    pub fn lines_front_is_alternative(&self) -> bool {
        self.alternatives.last().is_some_and(|own| !own.scenario.choices_only().is_plan())
    }

    /// The chart of one indicator.
    #[must_use]
    pub fn chart(
        &self,
        municipality: &Municipality,
        indicator: Indicator,
        unit: ChartUnit,
        cursor: Option<Year>,
        language: Language,
    ) -> ChartModel {
        let lines = self.lines(municipality, language);
        let several = self.alternatives.len() > 1;
        let alternative = |line: &ResultLine<'_>| match line.whose {
            Whose::Alternative(letter) => Some((several.then_some(letter), false)),
            Whose::PlanInMovedWorld => Some((None, true)),
            Whose::Plan | Whose::PlanInSameWorld => None,
        };
        let alternatives: Vec<ShownAlternative<'_>> = lines
            .iter()
            .filter_map(|line| {
                let (letter, is_plan_in_own_world) = alternative(line)?;
                let (name, projection) = (line.name.as_str(), line.projection);
                Some(ShownAlternative { letter, is_plan_in_own_world, name, projection })
            })
            .collect();
        let same = lines.iter().find(|line| line.whose == Whose::PlanInSameWorld);
        let plan_in_own_world = same.map(|line| (line.name.as_str(), line.projection));
        let shown = Shown { plan: &self.plan, plan_in_own_world, alternatives: &alternatives };
        ChartModel::new(municipality, indicator, unit, shown, cursor, language)
    }
}

/// Whose line it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Planen.
    Plan,
    /// Planen i samme verden: what an alternative is compared with when the world is moved too.
    PlanInSameWorld,
    /// Planen i en annen verden: only the world is moved.
    PlanInMovedWorld,
    /// An alternative.
    Alternative(Letter),
}

/// A line of every chart and table.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultLine<'a> {
    /// Whose.
    pub whose: Whose,
    /// Its name.
    pub name: String,
    /// Its figures.
    pub projection: &'a Projection,
}

impl ResultLine<'_> {
    /// The class that its rows and swatches have.
    #[must_use]
    pub fn class(&self) -> &'static str {
        match self.whose {
            Whose::Plan => "planen",
            Whose::PlanInSameWorld | Whose::PlanInMovedWorld => "samme",
            Whose::Alternative(_) => "ditt",
        }
    }
}

/// What a result card needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ResultProps {
    /// The municipality.
    pub municipality: Rc<Municipality>,
    /// What to show.
    pub results: Results,
    /// The year the reader looks at.
    pub year: Year,
    /// The kroner amounts are shown in.
    pub prices: Prices,
    /// Changes when the page must be redrawn.
    pub layout: u32,
}

/// A figure that opens to its formula.
pub(super) fn figure_button(
    dispatch: &UseReducerDispatcher<AppState>,
    place: Place,
    value: &str,
    name: &str,
    column: &str,
    language: Language,
) -> Html {
    let onclick = open_figure(dispatch, place);
    html! {
        <button type="button" class="tall" aria-label={language.open_figure(name, column, value)} {onclick}>{ value }</button>
    }
}

pub(super) fn open_figure(dispatch: &UseReducerDispatcher<AppState>, place: Place) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(Action::OpenFigure(place));
    })
}
