//! Spaker: what a user may move, and how far.
//!
//! One [`InputSpec`] per lever drives the slider, the number field, the link, the command line and
//! the tests at the extremes.

use super::units::Percent;
use rust_decimal::{Decimal, dec};

/// The four main levers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InputId {
    /// Renter: a shift of the market rate on the whole path, percentage points.
    InterestRate,
    /// Befolkningsvekst: added to the yearly growth of every age group, percentage points a year.
    PopulationGrowth,
    /// Investeringer: the whole investment plan, percent of itself.
    InvestmentVolume,
    /// Omstilling: yearly saving on top of the plan's, million kroner.
    Restructuring,
    /// Realvekst i frie inntekter beyond the plan's, percentage points a year.
    RealRevenueGrowth,
    /// Lønnsvekst beyond what the deflator covers, percentage points a year.
    WageGrowth,
    /// Prisvekst beyond what the deflator covers, percentage points a year.
    PriceGrowth,
    /// Gjennomføringsgrad: how much of every saving is realised, percent.
    Realisation,
    /// Utsettelse: years all projects but yearly appropriations are postponed.
    InvestmentDelay,
    /// Eiendomsskatt: more each year from the second, million kroner.
    PropertyTax,
    /// Utbytte: more each year from the second, million kroner.
    Dividends,
    /// Fondsmål: change in the share of income the fund is built up to, percentage points.
    FundTarget,
}

impl InputId {
    /// The four main levers, in the order they stand on the screen.
    pub const MAIN: [Self; 4] =
        [Self::InterestRate, Self::PopulationGrowth, Self::InvestmentVolume, Self::Restructuring];

    /// Every lever: the main ones, then those that stand under them.
    pub const ALL: [Self; 12] = [
        Self::InterestRate,
        Self::PopulationGrowth,
        Self::InvestmentVolume,
        Self::Restructuring,
        Self::RealRevenueGrowth,
        Self::WageGrowth,
        Self::PriceGrowth,
        Self::Realisation,
        Self::InvestmentDelay,
        Self::PropertyTax,
        Self::Dividends,
        Self::FundTarget,
    ];

    /// The levers that open under a main one.
    pub fn under(main: Self) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |input| input.spec().under == Some(main))
    }

    /// What the lever is and how far it goes.
    #[must_use]
    pub fn spec(self) -> &'static InputSpec {
        match self {
            Self::InterestRate => &INTEREST_RATE,
            Self::PopulationGrowth => &POPULATION_GROWTH,
            Self::InvestmentVolume => &INVESTMENT_VOLUME,
            Self::Restructuring => &RESTRUCTURING,
            Self::RealRevenueGrowth => &REAL_REVENUE_GROWTH,
            Self::WageGrowth => &WAGE_GROWTH,
            Self::PriceGrowth => &PRICE_GROWTH,
            Self::Realisation => &REALISATION_OF_ALL,
            Self::InvestmentDelay => &INVESTMENT_DELAY,
            Self::PropertyTax => &PROPERTY_TAX,
            Self::Dividends => &DIVIDENDS,
            Self::FundTarget => &FUND_TARGET,
        }
    }

    /// The lever a key in a link, a file or a command means.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|input| input.spec().key == key)
    }
}

/// Whether a lever is about the world or about the council's own choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeverGroup {
    /// Forutsetninger: the world around us.
    Assumptions,
    /// Valg: what the council decides.
    Choices,
}

/// The unit a lever is read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputUnit {
    /// Prosentpoeng.
    PercentagePoints,
    /// Prosentpoeng per år.
    PercentagePointsPerYear,
    /// Prosent av planen.
    PercentOfPlan,
    /// Mill. kr per år.
    MillionKronerPerYear,
    /// Prosent.
    Percent,
    /// År.
    Years,
}

/// What a lever is: bounds, step, where the plan stands, unit, and the key it has in links and files.
#[derive(Debug, PartialEq, Eq)]
pub struct InputSpec {
    /// The lever.
    pub id: InputId,
    /// Its name in links, scenario files and commands.
    pub key: &'static str,
    /// World or choice.
    pub group: LeverGroup,
    /// The main lever it stands under; nothing for a main lever.
    pub under: Option<InputId>,
    /// The unit of the value.
    pub unit: InputUnit,
    /// The lowest value.
    pub min: Decimal,
    /// The highest value.
    pub max: Decimal,
    /// One step of the slider; no finer than what matters.
    pub step: Decimal,
    /// Where the plan stands.
    pub plan: Decimal,
    /// How many decimals a person reads.
    pub decimals: u32,
    /// A reading is a difference and carries a sign.
    pub signed: bool,
}

/// The most decimals of a lever. With those before the point they are fewer than the 15 digits that a link
/// and a file keep.
pub const MOST_DECIMALS: u32 = 10;

impl InputSpec {
    /// The nearest value inside the bounds; whole years for a lever of years, and no more decimals than a
    /// link and a file keep.
    ///
    /// ```
    /// # use handlingsrom::model::input::InputId;
    /// # use rust_decimal::dec;
    /// assert_eq!(InputId::InterestRate.spec().clamp(dec!(4.25)), dec!(4));
    /// assert_eq!(InputId::InvestmentDelay.spec().clamp(dec!(2.5)), dec!(2));
    /// ```
    #[must_use]
    pub fn clamp(&self, value: Decimal) -> Decimal {
        let value = value.clamp(self.min, self.max);
        if self.is_whole() { value.trunc() } else { value.round_dp(MOST_DECIMALS) }
    }

    /// True for a lever of years, which means whole ones.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.unit == InputUnit::Years
    }

    /// True for a value inside the bounds.
    #[must_use]
    pub fn allows(&self, value: Decimal) -> bool {
        (self.min..=self.max).contains(&value)
    }
}

// From rates near nought, as in 2021, to a rise of the size seen from 2021 to 2023.
static INTEREST_RATE: InputSpec = InputSpec {
    id: InputId::InterestRate,
    key: "renter",
    group: LeverGroup::Assumptions,
    under: None,
    unit: InputUnit::PercentagePoints,
    min: dec!(-2),
    max: dec!(4),
    step: dec!(0.25),
    plan: dec!(0),
    decimals: 2,
    signed: true,
};

// A municipality near a large town grows 0 to 2 % a year; one point either way covers it.
static POPULATION_GROWTH: InputSpec = InputSpec {
    id: InputId::PopulationGrowth,
    key: "befolkningsvekst",
    group: LeverGroup::Assumptions,
    under: None,
    unit: InputUnit::PercentagePointsPerYear,
    min: dec!(-1),
    max: dec!(1),
    step: dec!(0.1),
    plan: dec!(0),
    decimals: 1,
    signed: true,
};

// From building nothing to overrunning every project by half.
static INVESTMENT_VOLUME: InputSpec = InputSpec {
    id: InputId::InvestmentVolume,
    key: "investeringer",
    group: LeverGroup::Choices,
    under: None,
    unit: InputUnit::PercentOfPlan,
    min: dec!(0),
    max: dec!(150),
    step: dec!(5),
    plan: dec!(100),
    decimals: 0,
    signed: false,
};

// Five times the plan's own programme: 4 % of running costs in a municipality of Lier's size.
static RESTRUCTURING: InputSpec = InputSpec {
    id: InputId::Restructuring,
    key: "omstilling",
    group: LeverGroup::Choices,
    under: None,
    unit: InputUnit::MillionKronerPerYear,
    min: dec!(0),
    max: dec!(100),
    step: dec!(5),
    plan: dec!(0),
    decimals: 0,
    signed: false,
};

// The sector's free income has grown from −1 to 3 % a year beyond prices; two points either way cover it.
static REAL_REVENUE_GROWTH: InputSpec = InputSpec {
    id: InputId::RealRevenueGrowth,
    key: "realvekst",
    group: LeverGroup::Assumptions,
    under: Some(InputId::PopulationGrowth),
    unit: InputUnit::PercentagePointsPerYear,
    min: dec!(-2),
    max: dec!(2),
    step: dec!(0.1),
    plan: dec!(0),
    decimals: 1,
    signed: true,
};

// The deflator has missed wages by up to two points in one year; ten years on end at the edge is a hard test.
static WAGE_GROWTH: InputSpec = InputSpec {
    id: InputId::WageGrowth,
    key: "lønnsvekst",
    group: LeverGroup::Assumptions,
    under: Some(InputId::PopulationGrowth),
    unit: InputUnit::PercentagePointsPerYear,
    min: dec!(-2),
    max: dec!(2),
    step: dec!(0.1),
    plan: dec!(0),
    decimals: 1,
    signed: true,
};

// In 2022 prices rose four points more than the deflator covered.
static PRICE_GROWTH: InputSpec = InputSpec {
    id: InputId::PriceGrowth,
    key: "prisvekst",
    group: LeverGroup::Assumptions,
    under: Some(InputId::PopulationGrowth),
    unit: InputUnit::PercentagePointsPerYear,
    min: dec!(-2),
    max: dec!(4),
    step: dec!(0.1),
    plan: dec!(0),
    decimals: 1,
    signed: true,
};

// From no saving realised to all of it.
static REALISATION_OF_ALL: InputSpec = InputSpec {
    id: InputId::Realisation,
    key: "gjennomføring",
    group: LeverGroup::Assumptions,
    under: Some(InputId::Restructuring),
    unit: InputUnit::Percent,
    min: dec!(0),
    max: dec!(100),
    step: dec!(5),
    plan: dec!(100),
    decimals: 0,
    signed: false,
};

// Half the horizon of a ten-year plan.
static INVESTMENT_DELAY: InputSpec = InputSpec {
    id: InputId::InvestmentDelay,
    key: "utsettelse",
    group: LeverGroup::Choices,
    under: Some(InputId::InvestmentVolume),
    unit: InputUnit::Years,
    min: dec!(0),
    max: dec!(5),
    step: dec!(1),
    plan: dec!(0),
    decimals: 0,
    signed: true,
};

// From abolishing the largest tax among the municipalities to about twice the national mean in the smallest.
static PROPERTY_TAX: InputSpec = InputSpec {
    id: InputId::PropertyTax,
    key: "eiendomsskatt",
    group: LeverGroup::Choices,
    under: Some(InputId::Restructuring),
    unit: InputUnit::MillionKronerPerYear,
    min: dec!(-150),
    max: dec!(150),
    step: dec!(5),
    plan: dec!(0),
    decimals: 0,
    signed: true,
};

// Lillehammer's extra dividend in 2023 was 85 million.
static DIVIDENDS: InputSpec = InputSpec {
    id: InputId::Dividends,
    key: "utbytte",
    group: LeverGroup::Choices,
    under: Some(InputId::Restructuring),
    unit: InputUnit::MillionKronerPerYear,
    min: dec!(-100),
    max: dec!(100),
    step: dec!(5),
    plan: dec!(0),
    decimals: 0,
    signed: true,
};

// From no fund at all to twice the usual target.
static FUND_TARGET: InputSpec = InputSpec {
    id: InputId::FundTarget,
    key: "fondsmål",
    group: LeverGroup::Choices,
    under: Some(InputId::Restructuring),
    unit: InputUnit::PercentagePoints,
    min: dec!(-10),
    max: dec!(10),
    step: dec!(1),
    plan: dec!(0),
    decimals: 0,
    signed: true,
};

/// The change of the market rate that one year may have on top of the shift, percentage points.
pub const RATE_IN_YEAR: Bounds = Bounds { min: dec!(-5), max: dec!(10), step: dec!(0.25) };
/// The change in yearly growth that one age group may have on top of the common one.
pub const GROWTH_OF_AGE_GROUP: Bounds = Bounds { min: dec!(-3), max: dec!(3), step: dec!(0.1) };
/// Years a project may be moved: ten either way reaches past both ends of a ten-year plan.
pub const YEARS_MOVED: Bounds = Bounds { min: dec!(-10), max: dec!(10), step: dec!(1) };
/// Realisation of a measure, percent of its amount.
pub const REALISATION: Bounds = Bounds { min: dec!(0), max: dec!(100), step: dec!(5) };

/// How dear or large a project may be, percent of the plan.
pub const PROJECT_SCALE: Bounds = Bounds { min: dec!(25), max: dec!(200), step: dec!(5) };
/// How many more years a project may be spread over.
pub const YEARS_STRETCHED: Bounds = Bounds { min: dec!(0), max: dec!(5), step: dec!(1) };
/// Years a measure may be put off.
pub const YEARS_DELAYED: Bounds = Bounds { min: dec!(0), max: dec!(10), step: dec!(1) };
/// Change in the net frame of a sector, percent.
pub const FRAME_CHANGE: Bounds = Bounds { min: dec!(-20), max: dec!(20), step: dec!(1) };
/// A sale in one year, million kroner.
pub const SALE: Bounds = Bounds { min: dec!(0), max: dec!(2000), step: dec!(10) };
/// The cost of a project of the user's own, million kroner.
pub const OWN_PROJECT_COST: Bounds = Bounds { min: dec!(0), max: dec!(5000), step: dec!(10) };
/// The yearly amount of a measure of the user's own, million kroner.
pub const OWN_MEASURE_AMOUNT: Bounds = Bounds { min: dec!(-500), max: dec!(500), step: dec!(1) };
/// Years of building or build-up of what the user adds.
pub const OWN_YEARS: Bounds = Bounds { min: dec!(0), max: dec!(10), step: dec!(1) };

/// The range of a detail under a lever.
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

    /// True for a percentage inside the bounds.
    #[must_use]
    pub fn allows_percent(&self, percent: Percent) -> bool {
        self.allows(percent.value())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lever_has_its_plan_mark_inside_its_range_and_on_a_step() {
        for input in InputId::ALL {
            let spec = input.spec();
            assert_eq!(spec.id, input);
            assert!(spec.allows(spec.plan));
            assert!(((spec.plan - spec.min) % spec.step).is_zero());
            assert!(((spec.max - spec.min) % spec.step).is_zero());
            assert_eq!(InputId::from_key(spec.key), Some(input));
        }
    }
}
