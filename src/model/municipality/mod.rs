//! Kommunen: everything a municipality file says, figure by figure with its source.
//!
//! The types mirror the file; `#[serde(rename)]` carries the Norwegian keys. Amounts are in
//! thousand kroner in the file and [`Kroner`] here. What a file may get wrong is
//! found by [`crate::exchange::municipality_file`], so the model can trust what it is given.

mod investments;
mod measures;
mod opening;
mod packed;
mod people;
mod plan;
mod provenance;
mod stress_test;

pub use investments::*;
pub use measures::*;
pub use opening::*;
pub use people::*;
pub use plan::*;
pub use provenance::*;
pub use stress_test::*;

use super::units::{Kroner, Year};
use serde::{Deserialize, Serialize};

/// A whole municipality file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Municipality {
    /// Always `handlingsrom-kommune`.
    pub format: String,
    /// The version of the file format, 1.
    #[serde(rename = "formatversjon")]
    pub format_version: u32,
    /// Which municipality.
    #[serde(rename = "kommune")]
    pub identity: Identity,
    /// The documents that figures cite.
    #[serde(rename = "dokumenter")]
    pub documents: Vec<Document>,
    /// The plan that the projection reproduces.
    #[serde(rename = "plan")]
    pub plan: Plan,
    /// The municipality's fiscal rules; none where the document prints none.
    #[serde(rename = "handlingsregler", default)]
    pub rules: Vec<FiscalRule>,
    /// Where the projection starts.
    #[serde(rename = "utgangspunkt")]
    pub opening: Opening,
    /// What the plan assumes.
    #[serde(rename = "forutsetninger")]
    pub assumptions: Assumptions,
    /// The printed account (§ 5-4), when the document has it.
    #[serde(rename = "bevilgningsoversikt_drift", default, skip_serializing_if = "Option::is_none")]
    pub account: Option<OperatingAccount>,
    /// The net frames of sectors or committees.
    #[serde(rename = "rammer", default, skip_serializing_if = "Vec::is_empty")]
    pub frames: Vec<Frame>,
    /// Inhabitants by age group; without it income does not grow.
    #[serde(rename = "befolkning", default, skip_serializing_if = "Option::is_none")]
    pub population: Option<Population>,
    /// The plan's own restructuring programme.
    #[serde(rename = "omstilling", default, skip_serializing_if = "Option::is_none")]
    pub restructuring: Option<RestructuringProgramme>,
    /// The investment plan with its financing.
    #[serde(rename = "investeringer", default)]
    pub investments: InvestmentPlan,
    /// How measures are grouped.
    #[serde(rename = "tiltaksgrupper", default)]
    pub measure_groups: MeasureGroups,
    /// Measures and other lines of the frame tables.
    #[serde(rename = "tiltak", default)]
    pub measures: Vec<Measure>,
    /// Kalibrering: added to operating costs so that every printed figure is reproduced to the krone.
    #[serde(rename = "kalibrering", default, skip_serializing_if = "Option::is_none")]
    pub calibration: Option<SeriesFigure<Kroner>>,
    /// Ready-made scenarios.
    #[serde(rename = "ferdige_scenarioer", default)]
    pub ready_made: Vec<ReadyMadeScenario>,
    /// Printed ratios of earlier years and of others.
    #[serde(rename = "nøkkeltall", default, skip_serializing_if = "Vec::is_empty")]
    pub key_figures: Vec<KeyFigure>,
    /// The printed stress test of debt and placements.
    #[serde(rename = "stresstest", default, skip_serializing_if = "Option::is_none")]
    pub stress_test: Option<StressTest>,
    /// What the documents lack and a curve needs.
    #[serde(rename = "mangler", default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Missing>,
}

impl Municipality {
    /// How far a project may be moved: not before the first plan year or its own earliest start, at most
    /// ten years either way.
    ///
    /// A yearly appropriation that already starts in the first year can only be postponed.
    #[must_use]
    pub fn movable_years(&self, project: &Project) -> std::ops::RangeInclusive<i32> {
        let floor = project.earliest_start.unwrap_or(self.plan.first_year).max(self.plan.first_year);
        let earliest = project.first_cost_year().map_or(0, |first| floor.since(first));
        earliest.clamp(-10, 0)..=10
    }

    /// The years of the projection.
    pub fn years(&self) -> impl Iterator<Item = Year> + Clone {
        self.plan.first_year.span(self.plan.year_count)
    }

    /// The last year of the projection.
    #[must_use]
    pub fn last_year(&self) -> Year {
        self.years().last().unwrap_or(self.plan.first_year)
    }

    /// The project with an id.
    #[must_use]
    pub fn project(&self, id: &str) -> Option<&Project> {
        self.investments.projects.iter().find(|project| project.id == id)
    }

    /// The measure with an id.
    #[must_use]
    pub fn measure(&self, id: &str) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.id == id)
    }

    /// The age groups; none where no prognosis is given.
    #[must_use]
    pub fn age_groups(&self) -> &[AgeGroup] {
        self.population.as_ref().map_or(&[], |population| &population.age_groups)
    }

    /// Sum investeringer of a year as planned: the printed sum, or the sum of the projects.
    #[must_use]
    pub fn planned_investments(&self, year: Year) -> Kroner {
        match &self.investments.total {
            Some(total) => total.values.at(year),
            None => self.investments.projects.iter().map(|project| project.amounts.at(year)).sum(),
        }
    }

    /// The fiscal rule for an indicator.
    #[must_use]
    pub fn rule_for(&self, indicator: Indicator) -> Option<&FiscalRule> {
        self.rules.iter().find(|rule| rule.indicator == indicator)
    }

    /// The document with an id.
    #[must_use]
    pub fn document(&self, id: &str) -> Option<&Document> {
        self.documents.iter().find(|document| document.id == id)
    }
}
