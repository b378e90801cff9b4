//! Setninger: what a sentence must say, before it has words.

use crate::model::lever::Lever;
use crate::model::municipality::{BaselineKind, Indicator, Requirement};
use crate::model::scenario::Prices;
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
    /// Renter på merforbruk.
    DeficitInterest,
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
    /// Handlingsrom in the year that is looked at: kroner to spare, negative when the rule is broken.
    pub headroom: Option<Kroner>,
}

/// What was moved, when a sentence can name it.
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
    /// Something by its own name: a measure, a project of the user's own.
    Named(String),
    /// The number of other details that are changed.
    Details(usize),
}

/// What makes a difference between two lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// Only the world was moved.
    World,
    /// The world was moved in both: the choices.
    Choices,
    /// All that was moved.
    Everything,
}

/// What an alternative is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ComparedWith {
    /// The plan as it is.
    Plan,
    /// The plan in the world of the alternative: what was moved in it, one by one.
    PlanInSameWorld(Vec<Because>),
}

/// Netto driftsresultat and debt of a year, as far as they are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YearAmounts {
    /// Netto driftsresultat.
    pub result: Option<Kroner>,
    /// Lånegjeld as the rule measures it.
    pub debt: Option<Kroner>,
}

/// The alternative in a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerdictOfAlternative {
    /// Its name, when it has one.
    pub name: Option<String>,
    /// What was moved in the world; empty when nothing was.
    pub world: Vec<Because>,
    /// What was chosen; empty when nothing was.
    pub choices: Vec<Because>,
    /// How it fares against the rules, in the order of the data.
    pub findings: Vec<RuleFinding>,
    /// What it is compared with.
    pub with: ComparedWith,
    /// How that fares against the same rules.
    pub with_findings: Vec<RuleFinding>,
    /// Its amounts less those of the plan in the same world, in the year of the verdict.
    pub change: YearAmounts,
    /// The amounts of the plan in the same world less those of the plan, in the year of the verdict.
    pub change_of_world: YearAmounts,
}

/// Dommen: what the whole screen says, in a headline and a line under it.
///
/// It compares and does not claim a cause: an alternative with the plan under the same assumptions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// What the plan is.
    pub baseline: BaselineKind,
    /// The prices that amounts are in.
    pub prices: Prices,
    /// The year that amounts are given for.
    pub year: Year,
    /// How the plan fares against the rules, in the order of the data.
    pub plan: Vec<RuleFinding>,
    /// Netto driftsresultat of what is shown, in the year of the verdict.
    pub result: Option<Kroner>,
    /// The alternative; nothing for the plan itself.
    pub alternative: Option<VerdictOfAlternative>,
}
