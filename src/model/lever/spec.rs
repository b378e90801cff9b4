//! What is said of a lever, once.

use super::Lever;
use rust_decimal::{Decimal, dec};

/// The most decimals of a lever. With those before the point they are fewer than the 15 digits that a link
/// and a file keep.
const MOST_DECIMALS: u32 = 10;

/// What a lever is: bounds, step, where the plan stands, unit, what it belongs to, and its names in links and
/// files.
#[derive(Debug, PartialEq, Eq)]
pub struct LeverSpec {
    /// Its key in scenario files, and in commands. Levers with the same key and different parts stand in one
    /// object of the file, such as all that is done to a project.
    pub key: &'static str,
    /// Its own key inside that object; empty for a lever that has none.
    pub part: &'static str,
    /// Its key in links; empty when it is the same as in files.
    pub link: &'static str,
    /// What its value begins with in a link where several levers share a key. For a switch it is the whole word.
    pub mark: &'static str,
    /// What it is moved for.
    pub subject: SubjectKind,
    /// What its value is.
    pub form: Form,
    /// The cause a change of it is credited to, and so whether it is world or choice.
    pub cause: Cause,
    /// The main lever it stands under; nothing for a main lever.
    pub under: Option<Lever>,
    /// The unit of the value.
    pub unit: LeverUnit,
    /// The lowest value.
    pub min: Decimal,
    /// The highest value.
    pub max: Decimal,
    /// One step of the slider; no finer than what matters.
    pub step: Decimal,
    /// Where the plan stands.
    pub plan: Decimal,
    /// Whether that depends on the subject instead; see `LeverId::plan_value`.
    pub plan_by_subject: bool,
    /// How many decimals a person reads.
    pub decimals: u32,
    /// A reading is a difference and carries a sign.
    pub signed: bool,
}

impl LeverSpec {
    /// A difference in percentage points, from and to what the table says.
    pub(super) const fn points(key: &'static str, cause: Cause, under: Lever) -> Self {
        Self {
            key,
            part: "",
            link: "",
            mark: "",
            subject: SubjectKind::None,
            form: Form::Number,
            cause,
            under: Some(under),
            unit: LeverUnit::PercentagePoints,
            min: dec!(0),
            max: dec!(0),
            step: dec!(0.1),
            plan: dec!(0),
            plan_by_subject: false,
            decimals: 1,
            signed: true,
        }
    }

    /// A share in percent, from nothing to all, which is what the plan has.
    pub(super) const fn share(key: &'static str, cause: Cause, under: Lever) -> Self {
        Self {
            unit: LeverUnit::Percent,
            max: dec!(100),
            step: dec!(5),
            plan: dec!(100),
            decimals: 0,
            signed: false,
            ..Self::points(key, cause, under)
        }
    }

    /// Million kroner a year more or less than in the plan.
    pub(super) const fn millions(key: &'static str, cause: Cause, under: Lever) -> Self {
        Self {
            unit: LeverUnit::MillionKronerPerYear,
            step: dec!(5),
            decimals: 0,
            ..Self::points(key, cause, under)
        }
    }

    /// Whole years.
    pub(super) const fn years(key: &'static str, cause: Cause, under: Lever) -> Self {
        Self {
            form: Form::Years,
            unit: LeverUnit::Years,
            step: dec!(1),
            decimals: 0,
            signed: false,
            ..Self::points(key, cause, under)
        }
    }

    /// What is on or off, chosen, or added.
    pub(super) const fn chosen(key: &'static str, form: Form, cause: Cause, under: Lever) -> Self {
        Self {
            form,
            unit: LeverUnit::None,
            max: dec!(1),
            step: dec!(1),
            decimals: 0,
            signed: false,
            ..Self::points(key, cause, under)
        }
    }

    /// The nearest value inside the bounds; whole years for a lever of years, and no more decimals than a
    /// link and a file keep.
    ///
    /// ```
    /// # use handlingsrom::model::lever::Lever;
    /// # use rust_decimal::dec;
    /// assert_eq!(Lever::InterestRate.spec().clamp(dec!(4.25)), dec!(4));
    /// assert_eq!(Lever::InvestmentDelay.spec().clamp(dec!(2.5)), dec!(2));
    /// ```
    #[must_use]
    pub fn clamp(&self, value: Decimal) -> Decimal {
        let value = value.clamp(self.min, self.max);
        if self.is_whole() { value.trunc() } else { value.round_dp(MOST_DECIMALS) }
    }

    /// True for a lever of years, which means whole ones.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.unit == LeverUnit::Years
    }

    /// True for a value inside the bounds.
    #[must_use]
    pub fn allows(&self, value: Decimal) -> bool {
        self.bounds().allows(value)
    }

    /// The range of the lever.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        Bounds { min: self.min, max: self.max, step: self.step }
    }

    /// Its key in links.
    #[must_use]
    pub fn link_key(&self) -> &'static str {
        if self.link.is_empty() { self.key } else { self.link }
    }

    /// World or choice.
    #[must_use]
    pub fn group(&self) -> LeverGroup {
        self.cause.group()
    }
}

/// What a lever is moved for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubjectKind {
    /// Everything at once.
    None,
    /// A year of the projection.
    Year,
    /// Aldersgruppe.
    AgeGroup,
    /// Prosjekt in the investment plan.
    Project,
    /// Tiltak.
    Measure,
    /// Nettoramme of a sector.
    Frame,
    /// A place in a list of the user's own.
    Number,
}

/// What the value of a lever is, and how it stands in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A number in the lever's unit.
    Number,
    /// Percent, or percentage points.
    Percent,
    /// Whole years.
    Years,
    /// Million kroner; thousand kroner in files, as every amount there.
    Amount,
    /// On or off.
    Switch,
    /// One of what the municipality has to choose between.
    Choice,
    /// A project of the user's own.
    OwnProject,
    /// A measure of the user's own.
    OwnMeasure,
}

/// Whether a lever is about the world or about the council's own choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeverGroup {
    /// Forutsetninger: the world around us.
    Assumptions,
    /// Valg: what the council decides.
    Choices,
}

/// Årsak: a group of levers that is credited with a share of a change.
#[doc(alias = "årsak")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// Renter: the shift and single years.
    InterestRate,
    /// Befolkning: growth, age groups, prognosis, cost by age.
    Population,
    /// Inntektsvekst, lønn og priser.
    Growth,
    /// Gjennomføringsgrad.
    Realisation,
    /// Investeringer: volume, delay, projects, sales.
    Investments,
    /// Omstilling: lever, measures, frames.
    Measures,
    /// Andre inntekter og fondsmål: property tax, dividends, the fund's target.
    Income,
}

impl Cause {
    /// Every cause, in the order of the levers.
    pub const ALL: [Self; 7] = [
        Self::InterestRate,
        Self::Population,
        Self::Growth,
        Self::Realisation,
        Self::Investments,
        Self::Measures,
        Self::Income,
    ];

    /// Whether the world changed or the council chose.
    #[must_use]
    pub fn group(self) -> LeverGroup {
        match self {
            Self::InterestRate | Self::Population | Self::Growth | Self::Realisation => {
                LeverGroup::Assumptions
            }
            Self::Investments | Self::Measures | Self::Income => LeverGroup::Choices,
        }
    }
}

/// The unit a lever is read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeverUnit {
    /// Prosentpoeng.
    PercentagePoints,
    /// Prosentpoeng per år.
    PercentagePointsPerYear,
    /// Prosent av planen.
    PercentOfPlan,
    /// Mill. kr per år.
    MillionKronerPerYear,
    /// Mill. kr, once.
    MillionKroner,
    /// Prosent.
    Percent,
    /// År.
    Years,
    /// What is on, chosen or added has no unit.
    None,
}

/// A range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The lowest value.
    pub min: Decimal,
    /// The highest value.
    pub max: Decimal,
    /// One step.
    pub step: Decimal,
}

impl Bounds {
    /// True for a value inside the bounds.
    #[must_use]
    pub fn allows(&self, value: Decimal) -> bool {
        (self.min..=self.max).contains(&value)
    }

    /// The nearest value inside the bounds.
    #[must_use]
    pub fn clamp(&self, value: Decimal) -> Decimal {
        value.clamp(self.min, self.max)
    }
}
