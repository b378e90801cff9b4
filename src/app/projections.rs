//! Framskrivingene på siden: each computed only when what it depends on has changed.

use super::results::{Outcome, Results};
use super::store::AppState;
use crate::chart::Letter;
use crate::model::municipality::Municipality;
use crate::model::projection::{Projection, project, project_with_plan};
use crate::model::scenario::Scenario;
use std::rc::Rc;
use yew::prelude::*;

/// What the page shows: the plan and the open alternative.
#[hook]
pub fn use_results(state: &AppState) -> Results {
    let projections = use_mut_ref(Projections::default);
    projections.borrow_mut().results(state, &[state.alternatives.open().letter])
}

/// The plan on a basis, and the scenarios that were last projected beside it.
#[derive(Default)]
pub struct Projections {
    plan: Option<Plan>,
    known: Vec<(Rc<Scenario>, Rc<Projection>)>,
}

struct Plan {
    municipality: Rc<Municipality>,
    basis: Scenario,
    projection: Rc<Projection>,
}

impl Projections {
    /// The plan and the alternatives to show, all on the basis of the open one.
    #[must_use]
    pub fn results(&mut self, state: &AppState, shown: &[Letter]) -> Results {
        let open = state.alternatives.open();
        let plan = self.plan(&state.municipality, open.scenario.plan_on_same_basis());
        let mut used = Vec::new();
        let mut projected = |scenario: Rc<Scenario>| {
            let known = self.known.iter().find(|(known, _)| *known == scenario);
            let projection = known.map_or_else(
                || Rc::new(project_with_plan(&state.municipality, &plan, &scenario)),
                |(_, projection)| Rc::clone(projection),
            );
            used.push((scenario, Rc::clone(&projection)));
            projection
        };
        let world = open.scenario.assumptions_only();
        let differs = world != *open.scenario && !world.is_plan();
        let plan_in_own_world = differs.then(|| projected(Rc::new(world)));
        let alternatives = shown.iter().filter_map(|letter| state.alternatives.get(*letter));
        let outcomes = alternatives.filter(|own| !own.scenario.is_plan()).map(|own| {
            let scenario = on_basis_of(&own.scenario, &open.scenario);
            let projection = projected(Rc::clone(&scenario));
            Outcome { letter: own.letter, name: own.name.clone(), scenario, projection }
        });
        let alternatives = outcomes.collect();
        self.known = used;
        Results { plan, plan_in_own_world, alternatives, open: open.letter }
    }

    fn plan(&mut self, municipality: &Rc<Municipality>, basis: Scenario) -> Rc<Projection> {
        if let Some(plan) = &self.plan
            && plan.municipality == *municipality
            && plan.basis == basis
        {
            return Rc::clone(&plan.projection);
        }
        let projection = Rc::new(project(municipality, &basis));
        self.known.clear();
        let municipality = Rc::clone(municipality);
        self.plan = Some(Plan { municipality, basis, projection: Rc::clone(&projection) });
        projection
    }
}

/// A scenario on the basis of another: two lines on different ground cannot be compared.
fn on_basis_of(scenario: &Rc<Scenario>, other: &Scenario) -> Rc<Scenario> {
    if scenario.basis == other.basis {
        return Rc::clone(scenario);
    }
    let mut moved = Scenario::clone(scenario);
    moved.basis = other.basis.clone();
    Rc::new(moved)
}
