//! Inhabitants by age, and what they cost.

use super::provenance::{Figure, Provenance, Source};
use crate::model::units::{Kroner, Persons, YearSeries};
use serde::{Deserialize, Serialize};

/// Befolkning: the prognosis that the plan builds on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Population {
    /// Which prognosis.
    #[serde(rename = "alternativ")]
    pub alternative: String,
    /// The day of the year people are counted.
    #[serde(rename = "tidspunkt")]
    pub counted_at: String,
    /// The age groups; one group of everybody where ages are not printed.
    #[serde(rename = "aldersgrupper")]
    pub age_groups: Vec<AgeGroup>,
    /// The printed sum of the groups.
    #[serde(rename = "sum")]
    pub total: PopulationTotal,
    /// Other prognoses of the same groups, such as SSB's low, main and high.
    #[serde(rename = "alternativer", default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<Prognosis>,
}

/// Alternativ: another prognosis of the same age groups.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Prognosis {
    /// What links and scenario files call it.
    pub id: String,
    /// Its name.
    #[serde(rename = "navn")]
    pub name: String,
    /// Inhabitants at 1 January by the id of the age group.
    #[serde(rename = "innbyggere")]
    pub inhabitants: std::collections::BTreeMap<String, YearSeries<Persons>>,
    /// Where they are printed.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// Aldersgruppe: inhabitants of an age, year by year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct AgeGroup {
    /// What links and scenario files call it.
    pub id: String,
    /// Its name.
    #[serde(rename = "navn")]
    pub name: String,
    /// The youngest age in the group.
    #[serde(rename = "fra_alder", default, skip_serializing_if = "Option::is_none")]
    pub from_age: Option<u32>,
    /// The oldest age in the group; nothing for the last.
    #[serde(rename = "til_alder", default, skip_serializing_if = "Option::is_none")]
    pub to_age: Option<u32>,
    /// Inhabitants at 1 January.
    #[serde(rename = "innbyggere")]
    pub inhabitants: YearSeries<Persons>,
    /// What services cost per inhabitant of the group and year, for the rule that lets cost follow age.
    #[serde(rename = "kostnad_per_innbygger", default, skip_serializing_if = "Option::is_none")]
    pub cost_per_inhabitant: Option<Figure<Kroner>>,
    /// Where they are printed.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// Where the last years are printed, when the table is printed in two parts.
    #[serde(rename = "kilde_siste_år", default, skip_serializing_if = "Option::is_none")]
    pub source_last_years: Option<Source>,
}

/// The printed sum of the age groups.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct PopulationTotal {
    /// Inhabitants at 1 January.
    #[serde(rename = "innbyggere")]
    pub inhabitants: YearSeries<Persons>,
    /// Where they are printed.
    #[serde(flatten)]
    pub provenance: Provenance,
}
