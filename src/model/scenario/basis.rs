//! What the figures rest on.

use crate::model::municipality::NeededFigure;
use crate::model::units::{Kroner, Persons};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Grunnlag: figures the user has typed in where the document has none, and the kind of prices.
///
/// It changes the plan's line as much as the scenario's, so it is no difference from the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Basis {
    /// Brutto driftsinntekter in the first year.
    #[serde(rename = "brutto_driftsinntekter", skip_serializing_if = "Option::is_none")]
    pub operating_revenue: Option<Kroner>,
    /// Lånegjeld at the start of the first year.
    #[serde(rename = "lånegjeld", skip_serializing_if = "Option::is_none")]
    pub debt: Option<Kroner>,
    /// Disposisjonsfond at the start of the first year.
    #[serde(rename = "disposisjonsfond", skip_serializing_if = "Option::is_none")]
    pub disposition_fund: Option<Kroner>,
    /// Inhabitants in the first year; later years follow the lever alone.
    #[serde(rename = "innbyggere", skip_serializing_if = "Option::is_none")]
    pub inhabitants: Option<Persons>,
    /// Fixed prices as in the plan, or nominal.
    #[serde(rename = "priser", skip_serializing_if = "Prices::is_default")]
    pub prices: Prices,
}

impl Basis {
    /// Takes a figure of the user's own: million kroner, or inhabitants; nothing removes it.
    pub fn set(&mut self, figure: NeededFigure, value: Option<Decimal>) {
        let amount = value.map(Kroner::from_millions);
        match figure {
            NeededFigure::OperatingRevenue => self.operating_revenue = amount,
            NeededFigure::Debt => self.debt = amount,
            NeededFigure::DispositionFund => self.disposition_fund = amount,
            NeededFigure::Inhabitants => self.inhabitants = value.map(Persons::whole),
        }
    }

    /// A figure of the user's own: million kroner, or inhabitants.
    #[must_use]
    pub fn get(&self, figure: NeededFigure) -> Option<Decimal> {
        match figure {
            NeededFigure::OperatingRevenue => self.operating_revenue.map(Kroner::millions),
            NeededFigure::Debt => self.debt.map(Kroner::millions),
            NeededFigure::DispositionFund => self.disposition_fund.map(Kroner::millions),
            NeededFigure::Inhabitants => self.inhabitants.map(Persons::value),
        }
    }
}

/// Prisnivå: the kroner the projection is computed and shown in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Prices {
    /// Faste priser som i økonomiplanen: flows in the first year's kroner, debt not deflated.
    #[default]
    #[serde(rename = "som_i_planen")]
    AsPlanned,
    /// Løpende priser: everything grows with the deflator, debt is nominal.
    #[serde(rename = "løpende")]
    Nominal,
    /// Computed in nominal kroner and shown in the first year's, flows and stocks alike.
    #[serde(rename = "faste")]
    Deflated,
}

impl Prices {
    /// All three.
    pub const ALL: [Self; 3] = [Self::AsPlanned, Self::Nominal, Self::Deflated];

    /// Its key in files and links.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::AsPlanned => "som_i_planen",
            Self::Nominal => "løpende",
            Self::Deflated => "faste",
        }
    }

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
