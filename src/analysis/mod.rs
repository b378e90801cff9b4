//! Spørsmål: questions asked of the model.
//!
//! Every question is a pure function of a [`Question`]; each runs the model as often as needed.

pub mod attribution;
pub mod capacity;
pub mod explain;
pub mod finance_stress;
pub mod futures;
pub mod pairs;
pub mod project_effect;
pub mod scale;
pub mod seek;
pub mod sensitivity;
pub mod stress;

use crate::model::municipality::Municipality;
use crate::model::projection::{Projection, project_with_plan};
use crate::model::scenario::Scenario;

/// What every question is asked about: a municipality, its plan, and a scenario.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The municipality.
    pub municipality: &'a Municipality,
    /// The plan on the scenario's own basis: `project(municipality, &scenario.plan_on_same_basis())`.
    pub plan: &'a Projection,
    /// The user's scenario.
    pub scenario: &'a Scenario,
}

impl Question<'_> {
    /// Framskriver another scenario on the same basis.
    #[must_use]
    pub fn project(&self, scenario: &Scenario) -> Projection {
        project_with_plan(self.municipality, self.plan, scenario)
    }
}
