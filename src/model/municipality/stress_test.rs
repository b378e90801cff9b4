//! The stress test of the finance regulations, as the municipality has printed it.

use super::provenance::{Quality, Source};
use crate::model::units::{Kroner, Percent};
use serde::{Deserialize, Serialize};

/// Stresstest: what debt and placements would lose in a shock, as printed (finansreglementet).
#[doc(alias = "stresstest")]
#[doc(alias = "finansreglement")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StressTest {
    /// The day the balances are from.
    #[serde(rename = "tidspunkt")]
    pub at: String,
    /// Every row that is not a sum of others.
    #[serde(rename = "rader")]
    pub rows: Vec<StressRow>,
    /// The printed sum of all effects; a loss is negative.
    #[serde(rename = "trykt_sum", default, skip_serializing_if = "Option::is_none")]
    pub printed_total: Option<Kroner>,
    /// The least step the table is printed in; half of it is rounding.
    #[serde(rename = "trykt_i")]
    pub printed_in: Kroner,
    /// Printed or estimated.
    #[serde(rename = "kvalitet")]
    pub quality: Quality,
    /// Where the sum is printed.
    #[serde(rename = "kilde")]
    pub source: Source,
    /// A remark.
    #[serde(rename = "merknad", default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Rad: one balance and what the shock does to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StressRow {
    /// Its name.
    #[serde(rename = "navn")]
    pub name: String,
    /// What kind of balance, which decides the sign of the effect.
    #[serde(rename = "slag")]
    pub kind: StressKind,
    /// The balance; debt too without minus.
    #[serde(rename = "beholdning")]
    pub balance: Kroner,
    /// The shock: percentage points for rates, percent for shares (a fall is negative); zero for what
    /// the shock does not reach.
    #[serde(rename = "sjokk")]
    pub shock: Percent,
    /// The effect as printed; a loss is negative.
    #[serde(rename = "trykt_virkning", default, skip_serializing_if = "Option::is_none")]
    pub printed_effect: Option<Kroner>,
    /// Printed or estimated.
    #[serde(rename = "kvalitet")]
    pub quality: Quality,
    /// Where it is printed.
    #[serde(rename = "kilde")]
    pub source: Source,
    /// A remark, such as why the print cannot be right.
    #[serde(rename = "merknad", default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Slag: what a balance of the stress test is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum StressKind {
    /// Gjeld: a higher rate costs.
    #[serde(rename = "gjeld")]
    Debt,
    /// Renteinntekt: a higher rate is earned, on deposits, on-lending, compensation or fees.
    #[serde(rename = "renteinntekt")]
    EarnsInterest,
    /// Obligasjoner: a higher rate lowers their price.
    #[serde(rename = "obligasjoner")]
    Bonds,
    /// Aksjer: the shock is the change in their price.
    #[serde(rename = "aksjer")]
    Shares,
}
