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
}

impl InputId {
    /// Every lever, in the order they stand on the screen.
    pub const ALL: [Self; 4] =
        [Self::InterestRate, Self::PopulationGrowth, Self::InvestmentVolume, Self::Restructuring];

    /// What the lever is and how far it goes.
    #[must_use]
    pub fn spec(self) -> &'static InputSpec {
        match self {
            Self::InterestRate => &INTEREST_RATE,
            Self::PopulationGrowth => &POPULATION_GROWTH,
            Self::InvestmentVolume => &INVESTMENT_VOLUME,
            Self::Restructuring => &RESTRUCTURING,
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

impl InputSpec {
    /// The nearest value inside the bounds.
    ///
    /// ```
    /// # use handlingsrom::model::input::InputId;
    /// # use rust_decimal::dec;
    /// assert_eq!(InputId::InterestRate.spec().clamp(dec!(4.25)), dec!(4));
    /// ```
    #[must_use]
    pub fn clamp(&self, value: Decimal) -> Decimal {
        value.clamp(self.min, self.max)
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
    unit: InputUnit::MillionKronerPerYear,
    min: dec!(0),
    max: dec!(100),
    step: dec!(5),
    plan: dec!(0),
    decimals: 0,
    signed: false,
};

/// The change of the market rate that one year may have on top of the shift, percentage points.
pub const RATE_IN_YEAR: Bounds = Bounds { min: dec!(-5), max: dec!(10), step: dec!(0.25) };
/// The change in yearly growth that one age group may have on top of the common one.
pub const GROWTH_OF_AGE_GROUP: Bounds = Bounds { min: dec!(-3), max: dec!(3), step: dec!(0.1) };
/// Years a project may be moved: ten either way reaches past both ends of a ten-year plan.
pub const YEARS_MOVED: Bounds = Bounds { min: dec!(-10), max: dec!(10), step: dec!(1) };
/// Realisation of a measure, percent of its amount.
pub const REALISATION: Bounds = Bounds { min: dec!(0), max: dec!(100), step: dec!(5) };

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
