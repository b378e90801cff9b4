//! The investment plan and how it is paid for.

use super::provenance::{Figure, Provenance, SeriesFigure};
use crate::model::units::{Kroner, Percent, Year, YearSeries, spread_evenly};
use serde::{Deserialize, Serialize};

/// Investeringsplan: projects, their sum, and how the sum is paid for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InvestmentPlan {
    /// Every line of the plan.
    #[serde(rename = "prosjekter", default)]
    pub projects: Vec<Project>,
    /// The printed sum of the lines; computed when it is not given.
    #[serde(rename = "sum", default, skip_serializing_if = "Option::is_none")]
    pub total: Option<SeriesFigure<Kroner>>,
    /// How it is paid for; when it is not given, VAT compensation is the projects' own and loans the rest.
    #[serde(rename = "finansiering", default, skip_serializing_if = "Option::is_none")]
    pub financing: Option<Financing>,
}

/// Whether a line is one building, or an appropriation of every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum ProjectKind {
    /// Prosjekt: has a start and an end.
    #[serde(rename = "prosjekt")]
    Project,
    /// Løpende: a yearly appropriation.
    #[serde(rename = "løpende")]
    Running,
}

/// Investeringsprosjekt: one line of the investment plan, gross of VAT compensation.
#[doc(alias = "investeringsprosjekt")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Project {
    /// What links and scenario files call it.
    pub id: String,
    /// Its name as printed.
    #[serde(rename = "navn")]
    pub name: String,
    /// A name that fits in a row.
    #[serde(rename = "kortnavn")]
    pub short_name: String,
    /// One building, or an appropriation of every year.
    #[serde(rename = "type")]
    pub kind: ProjectKind,
    /// What it costs each year of the plan.
    #[serde(rename = "beløp")]
    pub amounts: YearSeries<Kroner>,
    /// Who builds it.
    #[serde(rename = "ansvarlig", default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// What the plan prints as one sum for the years after its ten.
    #[serde(rename = "etter_perioden", default, skip_serializing_if = "Option::is_none")]
    pub later: Option<LaterAmount>,
    /// Income that belongs to the project and moves with it.
    #[serde(rename = "inntekter", default, skip_serializing_if = "Vec::is_empty")]
    pub income: Vec<ProjectIncome>,
    /// VAT compensation as a share of its gross cost, where it differs from the municipality's usual.
    #[serde(rename = "mva_andel", default, skip_serializing_if = "Option::is_none")]
    pub vat_share: Option<Percent>,
    /// Selvkost: users pay for it through fees; its loans are self-cost debt and it has no compensation.
    #[serde(rename = "selvkost", default, skip_serializing_if = "std::ops::Not::not")]
    pub self_cost: bool,
    /// Levetid: years over which it is depreciated, from the year after it is finished.
    #[serde(rename = "levetid_år", default, skip_serializing_if = "Option::is_none")]
    pub lifetime_years: Option<u32>,
    /// Driftseffekt: what it adds to yearly running costs from the year after it is finished; negative
    /// saves. The plan's own costs already hold it, so only a moved project shows it.
    #[serde(rename = "driftseffekt", default, skip_serializing_if = "Option::is_none")]
    pub operating_effect: Option<Figure<Kroner>>,
    /// Tidligste start: the first year it can cost anything.
    #[serde(rename = "tidligste_start", default, skip_serializing_if = "Option::is_none")]
    pub earliest_start: Option<Year>,
    /// What must be built first.
    #[serde(rename = "avhengigheter", default, skip_serializing_if = "Vec::is_empty")]
    pub dependencies: Vec<Dependency>,
    /// Status as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// Where it is printed.
    #[serde(flatten)]
    pub provenance: Provenance,
}

impl Project {
    /// The year of its first cost, and what it costs from then to its last, before it is moved or scaled.
    ///
    /// A sum printed for several later years is spread evenly over them: an estimate, since their
    /// yearly amounts are not printed. It only shows when a project is moved forward.
    #[must_use]
    pub fn profile(&self) -> (Year, Vec<Kroner>) {
        let first = self.first_cost_year().unwrap_or(self.amounts.first_year());
        let last = self.last_cost_year().unwrap_or(first);
        let later = self.later.as_ref().map(LaterAmount::by_year);
        let in_year = |year: Year| match (self.amounts.get(year), &later) {
            (Some(amount), _) => *amount,
            (None, Some(later)) => later.at(year),
            (None, None) => Kroner::ZERO,
        };
        let count = usize::try_from(last.since(first)).map_or(0, |years| years + 1);
        (first, first.span(count).map(in_year).collect())
    }

    /// The first year with a cost, in the plan's years or after them.
    #[must_use]
    pub fn first_cost_year(&self) -> Option<Year> {
        let planned = self.amounts.iter().find(|(_, amount)| **amount != Kroner::ZERO);
        planned.map(|(year, _)| year).or_else(|| self.later.as_ref().map(|later| later.first))
    }

    /// The last year with a cost, in the plan's years or after them.
    #[must_use]
    pub fn last_cost_year(&self) -> Option<Year> {
        if let Some(later) = &self.later {
            return Some(later.last);
        }
        self.amounts.iter().filter(|(_, amount)| **amount != Kroner::ZERO).map(|(year, _)| year).last()
    }

    /// What it costs within the years of the plan.
    #[must_use]
    pub fn total(&self) -> Kroner {
        self.amounts.values().iter().copied().sum()
    }
}

/// What a dependency stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum DependencyKind {
    /// The project cannot start before the other is finished.
    #[serde(rename = "start")]
    Start,
    /// The project cannot be left out unless the other is finished.
    #[serde(rename = "utelates")]
    LeaveOut,
}

/// Avhengighet: another project that must be finished first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dependency {
    /// The id of the other project.
    #[serde(rename = "prosjekt")]
    pub project: String,
    /// What it stops.
    #[serde(rename = "gjelder")]
    pub kind: DependencyKind,
    /// Why.
    #[serde(rename = "merknad")]
    pub reason: String,
}

/// One sum that the plan prints for several years after its ten.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LaterAmount {
    /// The first of the years.
    #[serde(rename = "fra")]
    pub first: Year,
    /// The last of the years.
    #[serde(rename = "til")]
    pub last: Year,
    /// The sum.
    #[serde(rename = "beløp")]
    pub amount: Kroner,
}

impl LaterAmount {
    /// The sum spread evenly over its years.
    fn by_year(&self) -> YearSeries<Kroner> {
        let count = usize::try_from(self.last.since(self.first)).map_or(0, |years| years + 1);
        YearSeries::new(self.first, spread_evenly(self.amount, count))
    }
}

/// Grants or sales that belong to one project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ProjectIncome {
    /// What it is.
    #[serde(rename = "navn")]
    pub name: String,
    /// When it is received, by the project's own years.
    #[serde(rename = "beløp")]
    pub amounts: YearSeries<Kroner>,
    /// Where it is printed.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// Finansiering: how the investments are paid for, as the plan prints it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Financing {
    /// Kompensasjon for merverdiavgift.
    #[serde(rename = "mva_kompensasjon")]
    pub vat_compensation: SeriesFigure<Kroner>,
    /// Salg, tilskudd og spillemidler.
    #[serde(rename = "salg_og_tilskudd")]
    pub sales_and_grants: SeriesFigure<Kroner>,
    /// Overføring fra drift.
    #[serde(rename = "overføring_fra_drift")]
    pub transfer_from_operations: SeriesFigure<Kroner>,
    /// Bruk av lån.
    #[serde(rename = "bruk_av_lån")]
    pub use_of_loans: SeriesFigure<Kroner>,
    /// What the printed financing is short of the printed investments by.
    #[serde(rename = "avrunding")]
    pub rounding: SeriesFigure<Kroner>,
}
