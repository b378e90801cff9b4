//! Feil i filer: what can be wrong with a municipality file, before it has words.

use super::{Meant, ScenarioProblem};
use crate::model::units::{Kroner, Year};
use rust_decimal::Decimal;

/// One thing that is wrong with a file, with its figures.
#[derive(Clone, Debug, PartialEq)]
pub enum FileProblem {
    /// It cannot be read at all.
    Syntax(SyntaxProblem),
    /// A key or a type that does not belong there.
    Form(FormProblem),
    /// A number outside its range.
    Range(RangeProblem),
    /// Something that contradicts the rest, or makes no sense.
    Content(ContentProblem),
    /// A sum that does not foot.
    Sum(SumProblem),
    /// A wrong size or sign.
    Size(SizeProblem),
    /// A scenario that is not possible.
    Scenario(ScenarioProblem),
}

impl FileProblem {
    /// True for a key that is not known where it is, and so can be left out.
    #[must_use]
    pub fn is_unknown_key(&self) -> bool {
        matches!(self, Self::Form(FormProblem::UnknownKey { .. } | FormProblem::UnknownYear { .. }))
    }
}

/// Lets a problem of one kind be given where any problem of a file may be.
macro_rules! kinds {
    ($($kind:ident($problem:ident)),*) => {
        $(impl From<$problem> for FileProblem {
            fn from(problem: $problem) -> Self {
                Self::$kind(problem)
            }
        })*
    };
}

kinds!(
    Syntax(SyntaxProblem),
    Form(FormProblem),
    Range(RangeProblem),
    Content(ContentProblem),
    Sum(SumProblem),
    Size(SizeProblem),
    Scenario(ScenarioProblem)
);

/// What keeps a file from being read.
#[allow(missing_docs, reason = "each has its sentence in nb/file_problems.rs")]
#[derive(Clone, Debug, PartialEq)]
pub enum SyntaxProblem {
    TooLarge { tenths_of_megabyte: u64 },
    Empty,
    TooDeep { levels: usize },
    TooManyValues { most: usize },
    EndsEarly,
    Unclosed,
    TextAfterEnd,
    NotJson(JsonCause),
    InvalidJson { words: String },
    TooManyItems { count: usize, most: usize },
    TooLong { length: usize, most: usize },
    MoreFaults { count: usize },
}

/// A key or a value that does not belong where it is.
#[allow(missing_docs, reason = "each has its sentence in nb/file_problems.rs")]
#[derive(Clone, Debug, PartialEq)]
pub enum FormProblem {
    RepeatedKey { key: String, line: usize },
    UnknownKey { key: String, meant: MeantKey },
    UnknownYear { key: String },
    UnknownName { name: String, meant: Meant },
    UnknownValue { found: Found, meant: Meant },
    MissingKey { key: String },
    MissingField { key: String },
    WrongType { found: Found, wanted: Wanted },
    UnexpectedType { found: String, wanted: String },
    OutsideLimit { value: String, limit: String, above: bool, may_be_kroner: bool },
    NoYears,
    DoesNotFit { found: Found },
    Holes { missing: Vec<i32>, first: i32, last: i32, may_be_zero: bool },
    Unreadable { words: String },
}

/// A number that no municipality has.
#[allow(missing_docs, reason = "each has its sentence in nb/file_problems.rs")]
#[derive(Clone, Debug, PartialEq)]
pub enum RangeProblem {
    OutsideRange { value: f64, limit: i64, below: bool, reason: RangeReason },
    NotAPossibleYear { year: String },
    LessThanOnePerson { value: f64 },
    StepTooLarge { now: f64, before: f64, step: Step, reason: RangeReason },
}

/// What is wrong with the head, the years, the names and the references of a file.
#[allow(missing_docs, reason = "each has its sentence in nb/file_problems.rs")]
#[derive(Clone, Debug, PartialEq)]
pub enum ContentProblem {
    NotAMunicipalityFile { format: String },
    UnknownVersion { version: u32 },
    IdNotForLinks { id: String },
    NotAMunicipalityNumber { number: String },
    UnknownUnit { unit: String },
    YearCount { count: usize },
    NotAPlanYear { year: Year, first: Year, last: Year },
    LineLength { years: usize, appropriations: usize },
    MorePrintedYears { printed: usize, planned: usize },
    BeginsInAnotherYear { first: Year, plan: Year },
    YearsMissing { years: Vec<Year> },

    SecondRuleOfIndicator,
    IdUsedBefore { id: String },
    NotInList { id: String, list: List, meant: Meant },
    UnknownDocument { id: String, meant: Meant },
    NeededFigure { key: String },
    GivenAndMissing { key: String },
    NoOperatingCosts,
    NoIncome,
    SelfCostDebtAlone,
    NoSource,
    NoNote,
    EmptyName,

    NotADate { text: String, turned: Option<String> },
    PeriodReversed { first: Year, last: Year },
    EarliestAfterFirstCost { earliest: Year, first: Year },
    AgesReversed { from: u32, to: u32 },
    DebtRuleAtLeast,
    NotADebtRule,
}

/// A sum that does not foot, or a printed figure that the model does not give back.
#[allow(missing_docs, reason = "each has its sentence in nb/file_problems.rs")]
#[derive(Clone, Debug, PartialEq)]
pub enum SumProblem {
    AgeGroups { sum: Decimal, year: Year, total: Decimal },
    DoesNotFoot { parts: Parts, sum: Decimal, year: Year, total: Decimal },
    ResultDiffers { computed: Decimal, year: Year, printed: Decimal },
    FinancingDiffers { computed: Decimal, year: Year, printed: Decimal },
    InstalmentsDiffer { computed: Decimal, year: Year, printed: Decimal },
}

/// A number of the wrong size or sign.
#[allow(missing_docs, reason = "each has its sentence in nb/file_problems.rs")]
#[derive(Clone, Debug, PartialEq)]
pub enum SizeProblem {
    NotAShare { share: Decimal },
    MoreThanVat { share: Decimal },
    NotARate { rate: Decimal, of_prices: bool },
    MaturitiesAboveAll { share: Decimal },
    DebtLimit { limit: Decimal },
    DesiredWorseThanLimit { desired: Decimal, limit: Decimal },
    Fraction { given: Decimal },
    Negative { what: Signed },
    ZeroIncome,
    NegativeProject { total: Kroner },
    NoLifetime,
    SharesRise { shock: Decimal },
    UnusedAboveDebt { unused: Kroner, debt: Kroner },
    MoreThanAll { amount: Kroner, yearly: Kroner, of: Yearly },
    WrongUnit(WrongSize),
}

/// The key that was most likely meant, or what there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeantKey {
    /// This one.
    Key(String),
    /// One of these.
    OneOf(Vec<String>),
    /// One of more than can be listed.
    OneOfMany(usize),
}

/// A value of a file, as a fault shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// The beginning of a text.
    Text(String),
    /// null.
    Null,
    /// A list.
    List,
    /// An object.
    Object,
    /// A number, true or false.
    Plain(String),
}

/// What a place of a file takes.
#[allow(missing_docs, reason = "they are the types of JSON")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    Number,
    WholeNumber,
    Text,
    Boolean,
    List,
    Object,
}

/// A list of names that others refer to.
#[allow(missing_docs, reason = "they are the lists of a municipality file")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    MeasureGroups,
    Measures,
    Projects,
    AgeGroups,
    Documents,
}

/// What is summed.
#[allow(missing_docs, reason = "they are the sums of a municipality file")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parts {
    Projects,
    Financing,
    Lines,
    Dispositions,
}

/// What has the wrong sign.
#[allow(missing_docs, reason = "they are kinds of amounts")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signed {
    Amount,
    Line,
    Balance,
}

/// What a municipality has in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Yearly {
    /// Samlede inntekter.
    Income,
    /// Netto bevilgninger.
    Appropriations,
}

/// How an amount shows that it is in another unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongSize {
    /// Over a million kroner per inhabitant.
    AboveMillionPerInhabitant,
    /// Under 10 000 kroner per inhabitant.
    BelowTenThousandPerInhabitant,
    /// Over twenty times what the municipality has in a year.
    AboveTwentyTimes(Yearly),
    /// Over three times what the municipality has in a year.
    AboveThreeTimes(Yearly),
}

/// Trinn: how much a series may change from a year to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// No series.
    Single,
    /// As much as the range allows; the reason says why.
    Whole,
    /// So many percentage points.
    Points(i64),
    /// So many percent of the municipality's income.
    OfIncome(i64),
    /// So many percent of the year before, or so many people when that is more.
    People {
        /// Percent of the year before.
        percent: i64,
        /// Always allowed.
        least: i64,
    },
}

/// Why a number of a file has its range.
#[allow(missing_docs, reason = "each has its sentence in nb/file_problems.rs")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeReason {
    Income,
    Balance,
    Share,
    PlanYears,
    DocumentLength,
    Building,
    AccountLine,
    AgeGroup,
    FormatVersion,
    Horizon,
    PercentOfRevenue,
    OnLendingLoans,
    OnLendingInstalments,
    RateCompensation,
    AverageRate,
    FixedRatePeriod,
    FixedMaturities,
    VatShare,
    IncomeLag,
    Deflator,
    Age,
    CostPerInhabitant,
    Inhabitants,
    Lifetime,
    Measure,
    Shock,
    PrintedUnit,
}

/// What a writer most likely did to make a file other than JSON.
#[allow(missing_docs, reason = "each has its sentence in nb/file_problems.rs")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JsonCause {
    DecimalComma { number: String },
    UnitAfterNumber { number: String },
    ThousandSeparator,
    LeadingZero,
    SpaceInNumber { number: String },
    CommaAtTheEnd,
    Minus,
    Plus,
    NoZeroBeforePoint,
    CurvedQuotes,
    Semicolon,
    Equals,
    Comment,
    NoColon,
    NoComma,
    UnquotedKey,
    UnquotedText,
    KeyExpected,
    OneCommaTooMany,
    OneColonTooMany,
    ClosesNothing,
    UnterminatedText,
    Backslash,
    UnterminatedComment,
    NoDigits,
    Unclear,
}
