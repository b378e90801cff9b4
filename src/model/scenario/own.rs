//! What the user adds, and what is done to a project.

use crate::model::units::{Kroner, Percent, Year};
use serde::{Deserialize, Serialize};

/// Eget prosjekt: an investment the user adds. Its cost is spread evenly over its years.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OwnProject {
    /// Its name.
    #[serde(rename = "navn")]
    pub name: String,
    /// What it costs in all, gross of VAT.
    #[serde(rename = "kostnad")]
    pub cost: Kroner,
    /// The first year.
    #[serde(rename = "start")]
    pub start: Year,
    /// How many years it takes to build.
    #[serde(rename = "år")]
    pub years: u32,
    /// Whether users pay for it through fees.
    #[serde(rename = "selvkost", default, skip_serializing_if = "std::ops::Not::not")]
    pub self_cost: bool,
    /// What it adds to yearly running costs from the year after it is finished.
    #[serde(rename = "driftseffekt", default, skip_serializing_if = "no_kroner")]
    pub operating_effect: Kroner,
}

/// Eget tiltak: a saving (or a new cost) the user adds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OwnMeasure {
    /// Its name.
    #[serde(rename = "navn")]
    pub name: String,
    /// What it changes yearly costs by when it is in full effect; negative saves.
    #[serde(rename = "beløp")]
    pub amount: Kroner,
    /// The first year.
    #[serde(rename = "start")]
    pub start: Year,
    /// Years of even build-up before full effect; none for full effect at once.
    #[serde(rename = "opptrapping", default, skip_serializing_if = "is_zero")]
    pub ramp_years: u32,
    /// One-off cost in the first year.
    #[serde(rename = "engangskostnad", default, skip_serializing_if = "no_kroner")]
    pub one_off_cost: Kroner,
    /// Whether it only lasts its first year.
    #[serde(rename = "engang", default, skip_serializing_if = "std::ops::Not::not")]
    pub one_off: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn no_kroner(amount: &Kroner) -> bool {
    *amount == Kroner::ZERO
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_zero(years: &u32) -> bool {
    *years == 0
}

/// What a scenario does to one project: four levers read at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProjectChange {
    /// Whether it is built at all.
    pub included: bool,
    /// Years later than in the plan, negative for earlier.
    pub moved: i32,
    /// Its cost, percent of the plan's.
    pub scale: Percent,
    /// How many more years it is spread over.
    pub stretched: u32,
}

impl ProjectChange {
    /// As in the plan.
    pub const NONE: Self = Self { included: true, moved: 0, scale: Percent::HUNDRED, stretched: 0 };

    /// Moved in time and nothing else.
    #[must_use]
    pub fn moved_by(years: i32) -> Self {
        Self { moved: years, ..Self::NONE }
    }

    /// Not built.
    #[must_use]
    pub fn dropped() -> Self {
        Self { included: false, ..Self::NONE }
    }
}
