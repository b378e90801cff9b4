//! What the tests share: the municipalities, short readers of a projection, and random scenarios.
#![allow(
    dead_code,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "every test file takes what it needs, and a test stops where something is not there"
)]

pub mod scenarios;

use handlingsrom::exchange::{catalogue, municipality_file};
use handlingsrom::model::municipality::{Municipality, Provenance, Quality};
use handlingsrom::model::projection::{Projection, YearResult, project};
use handlingsrom::model::scenario::Scenario;
use handlingsrom::model::units::Year;

/// A municipality that comes with the program.
#[track_caller]
pub fn municipality(id: &str) -> &'static Municipality {
    municipality_file::built_in(id).expect("it comes with the program")
}

/// Every municipality that comes with the program.
pub fn all_municipalities() -> impl Iterator<Item = &'static Municipality> {
    catalogue::all().iter()
}

/// Lier, which most tests use.
pub fn lier() -> &'static Municipality {
    municipality("lier")
}

/// The municipality that `handlingsrom new` writes.
pub fn skeleton() -> Municipality {
    municipality_file::read(municipality_file::SKELETON).expect("the skeleton is sound")
}

/// The plan of a municipality, projected.
pub fn plan(municipality: &Municipality) -> Projection {
    project(municipality, &Scenario::plan())
}

/// The plan that a scenario is compared with, projected.
pub fn plan_of(municipality: &Municipality, scenario: &Scenario) -> Projection {
    project(municipality, &scenario.plan_on_same_basis())
}

/// A projection of the plan with changes.
pub fn with(municipality: &Municipality, edit: impl FnOnce(&mut Scenario)) -> Projection {
    let mut scenario = Scenario::plan();
    edit(&mut scenario);
    project(municipality, &scenario)
}

/// One year of a projection.
#[track_caller]
pub fn year(projection: &Projection, year: i32) -> &YearResult {
    projection.years.get(Year(year)).expect("a year of the projection")
}

/// Where a made-up figure comes from.
pub fn estimate() -> Provenance {
    Provenance { quality: Quality::Estimated, source: None, note: Some("prøve".to_owned()) }
}
