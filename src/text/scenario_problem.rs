//! Feil i scenarioer: what can be wrong with a scenario in a link or a file, before it has words.

use super::Meant;
use crate::model::units::Year;
use rust_decimal::Decimal;

/// One thing that is wrong with a scenario, with its figures.
#[allow(missing_docs, reason = "each has its sentence in nb/scenario_problems.rs")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScenarioProblem {
    /// The link itself cannot be read.
    Link(LinkProblem),
    Unknown {
        id: String,
        what: ScenarioName,
        meant: Meant,
    },
    NotInProjection {
        year: Year,
        first: Year,
        last: Year,
    },
    Outside {
        value: Decimal,
        min: Decimal,
        max: Decimal,
    },
    ProjectNotMovable {
        years: Decimal,
        min: Decimal,
        max: Decimal,
    },
    Locked {
        measure: String,
        reason: String,
        is_delay: bool,
    },
    Overlap {
        measure: String,
        other: String,
    },
    NotWholeYears {
        years: Decimal,
    },
    FigureIsPrinted,
    OwnName,
    TooManyOwn,
}

/// What is wrong with a link.
#[allow(missing_docs, reason = "each has its sentence in nb/scenario_problems.rs")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkProblem {
    NoEqualsSign,
    AnotherMunicipality { linked: String, shown: String },
    AnotherVersion { linked: String, read: &'static str },
    AnotherData { linked: String, shown: String },
    UnknownPrices { value: String, meant: Meant },
    NotAChange { value: String },
    NotAMissingFigure { key: String, meant: Meant },
    NotAYear { text: String, key: String },
    Unreadable { value: String },
    WithoutYear { value: String },
    UnknownLever { meant: Meant },
    NotANumber { value: String },
    NotYesOrNo { value: String },
    WrittenBefore,
    TooLong,
    PartTooLong,
    MoreFaults,
}

impl From<LinkProblem> for ScenarioProblem {
    fn from(problem: LinkProblem) -> Self {
        Self::Link(problem)
    }
}

/// What a scenario names.
#[allow(missing_docs, reason = "they are the lists of a municipality")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScenarioName {
    AgeGroup,
    Project,
    Measure,
    Frame,
    Prognosis,
}
