//! Spaker: what a user may move, and how far.
//!
//! One [`LeverSpec`] per lever drives the slider, the number field, the link, the scenario file, the list of
//! changes, the attribution, the command line and the tests at the extremes.

mod id;
mod packed;
mod spec;

pub use id::{LeverId, Subject, Value};
pub use spec::{Bounds, Cause, Form, LeverGroup, LeverSpec, LeverUnit, SubjectKind};

use rust_decimal::dec;
use strum::VariantArray;

/// Spak: something a user may move.
///
/// Some have a subject: a year, an age group, a project. [`Lever::of`] names one of those.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, enum_map::Enum, strum::VariantArray)]
#[cfg_attr(not(target_arch = "wasm32"), derive(strum::EnumMessage))]
pub enum Lever {
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
    /// Befolkningsalternativ: another prognosis than the plan's.
    Prognosis,
    /// Kostnad etter alder: whether service costs follow age in place of the plan's own rule.
    CostByAge,
    /// Behold realveksten: whether services get no part of real growth in income.
    KeepRealGrowth,
    /// Renten i ett år: change of the market rate on top of the shift, percentage points.
    RateInYear,
    /// Vekst i en aldersgruppe: change in its yearly growth on top of the common one, percentage points.
    GrowthOfAgeGroup,
    /// Prosjekt med: whether a project is built at all.
    ProjectIncluded,
    /// Prosjekt flyttet: years later than in the plan, negative for earlier.
    ProjectMoved,
    /// Prosjektets omfang: its cost, percent of the plan's.
    ProjectScale,
    /// Prosjekt strukket: how many more years it is spread over.
    ProjectStretch,
    /// Gjennomføring av et tiltak: how much of a measure is realised, percent of its amount.
    MeasureRealisation,
    /// Tiltak utsatt: years a measure is put off.
    MeasureDelay,
    /// Ramme: change in the net frame of a sector, percent.
    FrameChange,
    /// Salg: one-off income of a year that lowers debt, million kroner.
    Sale,
    /// Eget prosjekt: a project of the user's own, by number.
    OwnProject,
    /// Eget tiltak: a measure of the user's own, by number.
    OwnMeasure,
}

impl Lever {
    /// The four main levers, in the order they stand on the screen.
    pub const MAIN: [Self; 4] =
        [Self::InterestRate, Self::PopulationGrowth, Self::InvestmentVolume, Self::Restructuring];

    /// Every lever, in the order of a scenario file.
    #[must_use]
    pub fn all() -> &'static [Self] {
        Self::VARIANTS
    }

    /// The levers that are one number: the main ones, then those that stand under them.
    pub fn numbers() -> impl Iterator<Item = Self> {
        let is_number = |lever: &Self| {
            let spec = lever.spec();
            spec.subject == SubjectKind::None && spec.form == Form::Number
        };
        Self::VARIANTS.iter().copied().filter(is_number)
    }

    /// The levers that stand under each key of a scenario file: one, or several with keys of their own inside.
    pub fn groups() -> impl Iterator<Item = &'static [Self]> {
        Self::VARIANTS.chunk_by(|one, next| one.spec().key == next.spec().key)
    }

    /// Everything that opens under a main lever.
    pub fn under(main: Self) -> impl Iterator<Item = Self> {
        Self::VARIANTS.iter().copied().filter(move |lever| lever.spec().under == Some(main))
    }

    /// The lever of one subject.
    ///
    /// ```
    /// use handlingsrom::model::{lever::Lever, scenario::Scenario, units::Year};
    /// use rust_decimal::dec;
    /// let mut scenario = Scenario::plan();
    /// scenario.set(Lever::RateInYear.of(Year(2028)), dec!(0.5));
    /// assert_eq!(scenario.rate_in(Year(2028)).value(), dec!(0.5));
    /// ```
    #[must_use]
    pub fn of(self, subject: impl Into<Subject>) -> LeverId {
        LeverId { lever: self, subject: subject.into() }
    }

    /// The lever that is one number and that a key in a link, a file or a command means.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::numbers().find(|lever| lever.spec().key == key)
    }

    /// What the lever is and how far it goes.
    #[must_use]
    pub fn spec(self) -> &'static LeverSpec {
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
            Self::Prognosis => &PROGNOSIS,
            Self::CostByAge => &COST_BY_AGE,
            Self::KeepRealGrowth => &KEEP_REAL_GROWTH,
            Self::RateInYear => &RATE_IN_YEAR,
            Self::GrowthOfAgeGroup => &GROWTH_OF_AGE_GROUP,
            Self::ProjectIncluded => &PROJECT_INCLUDED,
            Self::ProjectMoved => &PROJECT_MOVED,
            Self::ProjectScale => &PROJECT_SCALE,
            Self::ProjectStretch => &PROJECT_STRETCH,
            Self::MeasureRealisation => &MEASURE_REALISATION,
            Self::MeasureDelay => &MEASURE_DELAY,
            Self::FrameChange => &FRAME_CHANGE,
            Self::Sale => &SALE,
            Self::OwnProject => &OWN_PROJECT,
            Self::OwnMeasure => &OWN_MEASURE,
        }
    }
}

// From rates near zero, as in 2021, to a rise of the size seen from 2021 to 2023.
static INTEREST_RATE: LeverSpec = LeverSpec {
    under: None,
    min: dec!(-2),
    max: dec!(4),
    step: dec!(0.25),
    decimals: 2,
    ..LeverSpec::points("renter", Cause::InterestRate, Lever::InterestRate)
};

// A municipality near a large town grows 0 to 2 % a year; one point either way covers it.
static POPULATION_GROWTH: LeverSpec = LeverSpec {
    under: None,
    unit: LeverUnit::PercentagePointsPerYear,
    min: dec!(-1),
    max: dec!(1),
    ..LeverSpec::points("befolkningsvekst", Cause::Population, Lever::PopulationGrowth)
};

// From building nothing to overrunning every project by half.
static INVESTMENT_VOLUME: LeverSpec = LeverSpec {
    under: None,
    unit: LeverUnit::PercentOfPlan,
    max: dec!(150),
    ..LeverSpec::share("investeringer", Cause::Investments, Lever::InvestmentVolume)
};

// Five times the plan's own programme: 4 % of running costs in a municipality of Lier's size.
static RESTRUCTURING: LeverSpec = LeverSpec {
    under: None,
    min: dec!(0),
    max: dec!(100),
    signed: false,
    ..LeverSpec::millions("omstilling", Cause::Measures, Lever::Restructuring)
};

// The sector's free income has grown from −1 to 3 % a year beyond prices; two points either way cover it.
static REAL_REVENUE_GROWTH: LeverSpec = LeverSpec {
    unit: LeverUnit::PercentagePointsPerYear,
    min: dec!(-2),
    max: dec!(2),
    ..LeverSpec::points("realvekst", Cause::Growth, Lever::PopulationGrowth)
};

// The deflator has missed wages by up to two points in one year; ten years on end at the edge is a hard test.
static WAGE_GROWTH: LeverSpec = LeverSpec {
    unit: LeverUnit::PercentagePointsPerYear,
    min: dec!(-2),
    max: dec!(2),
    ..LeverSpec::points("lønnsvekst", Cause::Growth, Lever::PopulationGrowth)
};

// In 2022 prices rose four points more than the deflator covered.
static PRICE_GROWTH: LeverSpec = LeverSpec {
    unit: LeverUnit::PercentagePointsPerYear,
    min: dec!(-2),
    max: dec!(4),
    ..LeverSpec::points("prisvekst", Cause::Growth, Lever::PopulationGrowth)
};

// From no saving realised to all of it.
static REALISATION_OF_ALL: LeverSpec =
    LeverSpec::share("gjennomføring", Cause::Realisation, Lever::Restructuring);

// Half the horizon of a ten-year plan.
static INVESTMENT_DELAY: LeverSpec = LeverSpec {
    form: Form::Number,
    max: dec!(5),
    signed: true,
    ..LeverSpec::years("utsettelse", Cause::Investments, Lever::InvestmentVolume)
};

// From abolishing the largest tax among the municipalities to about twice the national mean in the smallest.
static PROPERTY_TAX: LeverSpec = LeverSpec {
    min: dec!(-150),
    max: dec!(150),
    ..LeverSpec::millions("eiendomsskatt", Cause::Income, Lever::Restructuring)
};

// Lillehammer's extra dividend in 2023 was 85 million.
static DIVIDENDS: LeverSpec = LeverSpec {
    min: dec!(-100),
    max: dec!(100),
    ..LeverSpec::millions("utbytte", Cause::Income, Lever::Restructuring)
};

// From no fund at all to twice the usual target.
static FUND_TARGET: LeverSpec = LeverSpec {
    min: dec!(-10),
    max: dec!(10),
    step: dec!(1),
    decimals: 0,
    ..LeverSpec::points("fondsmål", Cause::Income, Lever::Restructuring)
};

static PROGNOSIS: LeverSpec = LeverSpec {
    link: "befolkning",
    ..LeverSpec::chosen("befolkningsalternativ", Form::Choice, Cause::Population, Lever::PopulationGrowth)
};

static COST_BY_AGE: LeverSpec = LeverSpec {
    link: "alderskostnad",
    ..LeverSpec::chosen("kostnad_etter_alder", Form::Switch, Cause::Population, Lever::PopulationGrowth)
};

static KEEP_REAL_GROWTH: LeverSpec = LeverSpec {
    link: "realvekst-beholdes",
    ..LeverSpec::chosen("realvekst_beholdes", Form::Switch, Cause::Growth, Lever::PopulationGrowth)
};

// Well beyond what any single year since 2000 has seen.
static RATE_IN_YEAR: LeverSpec = LeverSpec {
    link: "rente",
    subject: SubjectKind::Year,
    form: Form::Percent,
    min: dec!(-5),
    max: dec!(10),
    step: dec!(0.25),
    decimals: 2,
    ..LeverSpec::points("renter_per_år", Cause::InterestRate, Lever::InterestRate)
};

// Over ten years it makes a group a fourth smaller or a third larger.
static GROWTH_OF_AGE_GROUP: LeverSpec = LeverSpec {
    link: "alder",
    subject: SubjectKind::AgeGroup,
    form: Form::Percent,
    unit: LeverUnit::PercentagePointsPerYear,
    min: dec!(-3),
    max: dec!(3),
    ..LeverSpec::points("vekst_per_aldersgruppe", Cause::Population, Lever::PopulationGrowth)
};

static PROJECT_INCLUDED: LeverSpec = LeverSpec {
    part: "med",
    link: "prosjekt",
    mark: "av",
    subject: SubjectKind::Project,
    plan: dec!(1),
    ..LeverSpec::chosen("prosjekter", Form::Switch, Cause::Investments, Lever::InvestmentVolume)
};

// Ten years either way reach past both ends of a ten-year plan.
static PROJECT_MOVED: LeverSpec = LeverSpec {
    part: "flyttet",
    link: "prosjekt",
    subject: SubjectKind::Project,
    min: dec!(-10),
    max: dec!(10),
    signed: true,
    ..LeverSpec::years("prosjekter", Cause::Investments, Lever::InvestmentVolume)
};

// From a fourth of the plan's cost to twice it.
static PROJECT_SCALE: LeverSpec = LeverSpec {
    part: "omfang",
    link: "prosjekt",
    mark: "o",
    subject: SubjectKind::Project,
    form: Form::Percent,
    unit: LeverUnit::PercentOfPlan,
    min: dec!(25),
    max: dec!(200),
    ..LeverSpec::share("prosjekter", Cause::Investments, Lever::InvestmentVolume)
};

// Half the horizon of a ten-year plan.
static PROJECT_STRETCH: LeverSpec = LeverSpec {
    part: "strukket",
    link: "prosjekt",
    mark: "s",
    subject: SubjectKind::Project,
    max: dec!(5),
    ..LeverSpec::years("prosjekter", Cause::Investments, Lever::InvestmentVolume)
};

// From nothing of a measure to all of it. The plan's mark is the measure's own.
static MEASURE_REALISATION: LeverSpec = LeverSpec {
    subject: SubjectKind::Measure,
    form: Form::Percent,
    plan_by_subject: true,
    ..LeverSpec::share("tiltak", Cause::Measures, Lever::Restructuring)
};

// The whole horizon of a ten-year plan.
static MEASURE_DELAY: LeverSpec = LeverSpec {
    link: "utsatt",
    subject: SubjectKind::Measure,
    max: dec!(10),
    ..LeverSpec::years("tiltak_utsatt", Cause::Measures, Lever::Restructuring)
};

// A fifth of a sector either way, in every year.
static FRAME_CHANGE: LeverSpec = LeverSpec {
    link: "ramme",
    subject: SubjectKind::Frame,
    form: Form::Percent,
    min: dec!(-20),
    max: dec!(20),
    step: dec!(1),
    plan: dec!(0),
    signed: true,
    ..LeverSpec::share("rammer", Cause::Measures, Lever::Restructuring)
};

// Two billion kroner: more than a year's income of a small municipality.
static SALE: LeverSpec = LeverSpec {
    subject: SubjectKind::Year,
    form: Form::Amount,
    unit: LeverUnit::MillionKroner,
    max: dec!(2000),
    step: dec!(10),
    signed: false,
    ..LeverSpec::millions("salg", Cause::Investments, Lever::InvestmentVolume)
};

static OWN_PROJECT: LeverSpec = LeverSpec {
    link: "nytt-prosjekt",
    subject: SubjectKind::Number,
    ..LeverSpec::chosen("egne_prosjekter", Form::OwnProject, Cause::Investments, Lever::InvestmentVolume)
};

static OWN_MEASURE: LeverSpec = LeverSpec {
    link: "nytt-tiltak",
    subject: SubjectKind::Number,
    ..LeverSpec::chosen("egne_tiltak", Form::OwnMeasure, Cause::Measures, Lever::Restructuring)
};

/// The cost of a project of the user's own, million kroner.
pub const OWN_PROJECT_COST: Bounds = Bounds { min: dec!(0), max: dec!(5000), step: dec!(10) };
/// The yearly amount of a measure of the user's own, million kroner.
pub const OWN_MEASURE_AMOUNT: Bounds = Bounds { min: dec!(-500), max: dec!(500), step: dec!(1) };
/// Years of building or build-up of what the user adds.
pub const OWN_YEARS: Bounds = Bounds { min: dec!(0), max: dec!(10), step: dec!(1) };

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lever_has_its_plan_mark_inside_its_range_and_on_a_step() {
        for lever in Lever::all() {
            let spec = lever.spec();
            assert!(spec.allows(spec.plan), "{lever:?}");
            assert!(((spec.plan - spec.min) % spec.step).is_zero(), "{lever:?}");
            assert!(((spec.max - spec.min) % spec.step).is_zero(), "{lever:?}");
        }
    }

    #[test]
    fn every_lever_opens_under_a_main_one() {
        let main: Vec<Lever> =
            Lever::all().iter().copied().filter(|lever| lever.spec().under.is_none()).collect();
        assert_eq!(main, Lever::MAIN);
        for lever in Lever::all() {
            assert!(lever.spec().under.is_none_or(|main| Lever::MAIN.contains(&main)), "{lever:?}");
        }
    }

    #[test]
    fn a_key_means_one_lever() {
        for lever in Lever::numbers() {
            assert_eq!(Lever::from_key(lever.spec().key), Some(lever));
        }
        for (index, lever) in Lever::all().iter().enumerate() {
            let own = lever.spec();
            for other in Lever::all().iter().skip(index + 1).map(|other| other.spec()) {
                assert!((own.key, own.part) != (other.key, other.part), "{lever:?}");
                assert!((own.link_key(), own.mark) != (other.link_key(), other.mark), "{lever:?}");
            }
        }
    }
}
