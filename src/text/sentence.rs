//! Setninger: what a sentence must say, before it has words.

use crate::model::lever::Lever;
use crate::model::municipality::{BaselineKind, Indicator, Requirement};
use crate::model::units::{Kroner, Percent, Year};
use rust_decimal::Decimal;

/// The lines of one year's account that the page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountLine {
    /// Driftsinntekter: brutto where known and undivided, otherwise Sum generelle driftsinntekter.
    Revenue,
    /// Sum generelle driftsinntekter.
    GeneralRevenue,
    /// Driftsutgifter.
    Costs,
    /// Sum bevilgninger drift, netto.
    Appropriations,
    /// Renteinntekter, utbytter, gevinster, and what levers change in them.
    FinancialIncome,
    /// Renteutgifter.
    Interest,
    /// Avdrag.
    Instalments,
    /// Overføring til investering.
    Transfer,
    /// Investeringer.
    Investments,
    /// Bruk av lån.
    Loans,
    /// Lånegjeld as the rule measures it.
    Debt,
    /// Change in debt since the first year, where the level is not known.
    DebtChange,
    /// Change in the fund since the first year, where the level is not known.
    FundChange,
}

/// The outcome of one rule for one projection, as needed by a sentence.
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
    /// A lever under a main one, and its position.
    Lever(Lever, Decimal),
    /// One project moved from one start to another.
    ProjectMoved(String, Year),
    /// A project stays in its year but is otherwise changed, and how.
    ProjectChanged(String, String),
    /// One project dropped.
    ProjectDropped(String),
    /// The number of other details that are changed.
    Details(usize),
}

/// Resultatlinjen: what the whole screen says in one or two sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultSentence {
    /// What the plan's line is called.
    pub plan_label: String,
    /// What the alternative is called, when it has a name.
    pub alternative: Option<String>,
    /// Whether that line is an adopted plan.
    pub baseline: BaselineKind,
    /// What differs from the plan; empty for the plan itself.
    pub because: Vec<Because>,
    /// The rules, in the order of the data.
    pub findings: Vec<RuleFinding>,
    /// The year whose result differs most from the plan's, and by how much.
    pub largest_change: Option<(Year, Kroner)>,
}
