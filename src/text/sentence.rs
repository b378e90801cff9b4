//! Setninger: what a sentence must say, before it has words.

use crate::model::municipality::{Indicator, Requirement};
use crate::model::units::{Kroner, Percent, Year};

/// How one projection fares against one rule, as a sentence tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleFinding {
    /// What the rule measures.
    pub indicator: Indicator,
    /// Which side of the limit is right.
    pub requirement: Requirement,
    /// The years the rule is broken.
    pub broken: Vec<Year>,
    /// How many years there are.
    pub year_count: usize,
    /// The worst year and its value.
    pub worst: Option<(Year, Percent)>,
}

/// What a scenario is made of, for the half of the sentence that begins with *Hvis*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Because {
    /// Renten: the shift, percentage points.
    InterestRate(Percent),
    /// Befolkningsveksten: the change, percentage points a year.
    PopulationGrowth(Percent),
    /// Investeringene: percent of the plan.
    InvestmentVolume(Percent),
    /// Omstillingen: extra yearly saving.
    Restructuring(Kroner),
    /// One project moved from one start to another.
    ProjectMoved(String, Year),
    /// One project dropped.
    ProjectDropped(String),
    /// This many details changed beside those named.
    Details(usize),
}

/// Resultatlinjen: what the whole screen says in one or two sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultSentence {
    /// What differs from the plan; empty for the plan itself.
    pub because: Vec<Because>,
    /// The rules, in the order of the data.
    pub findings: Vec<RuleFinding>,
    /// The year whose result differs most from the plan's, and by how much.
    pub largest_change: Option<(Year, Kroner)>,
}
