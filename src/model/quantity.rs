//! Størrelser: what a number of the model is called, and where it belongs.
//!
//! A [`Quantity`] names a line or a balance of a year, a [`Place`] says in which projection and year.
//! Names for people are in `text`.

use super::lever::{Lever, SubjectKind};
use super::municipality::Indicator;
use super::revenue::Revenue;
use super::units::{Kroner, Percent, Persons, Ratio, Year};

/// A line of income (§ 5-4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RevenueLine {
    /// Brutto driftsinntekter that no document divides.
    Undivided,
    /// Rammetilskudd.
    BlockGrant,
    /// Inntekts- og formuesskatt.
    IncomeTax,
    /// Eiendomsskatt.
    PropertyTax,
    /// Andre generelle driftsinntekter.
    OtherGeneral,
}

impl RevenueLine {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 5] =
        [Self::Undivided, Self::BlockGrant, Self::IncomeTax, Self::PropertyTax, Self::OtherGeneral];

    /// The amount of the line.
    #[must_use]
    pub fn of<K: Copy>(self, revenue: &Revenue<K>) -> K {
        match self {
            Self::Undivided => revenue.undivided,
            Self::BlockGrant => revenue.block_grant,
            Self::IncomeTax => revenue.income_tax,
            Self::PropertyTax => revenue.property_tax,
            Self::OtherGeneral => revenue.other_general,
        }
    }
}

/// A line of the investment budget (§ 5-5) that the investment plan itself gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum InvestmentLine {
    /// Investeringer i varige driftsmidler.
    Expenditure,
    /// Kompensasjon for merverdiavgift.
    Vat,
    /// Salg og tilskudd.
    Grants,
    /// What the printed financing is short by.
    Rounding,
    /// What goes to self-cost areas.
    SelfCost,
}

/// Tall: a quantity that can be opened. A number in it is the place in the file's or the scenario's own list.
///
/// `…Fixed` is the quantity before the price index, `…ByRule` before what print differs by, `Printed…` what
/// a document says, `First…` the first plan year.
#[allow(missing_docs, reason = "each has its name and a sentence in text")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[rustfmt::skip]
pub enum Quantity {
    // Måltall og resultat.
    Ratio(Indicator), InvestmentRatio, NetOperatingResult, GrossOperatingResult, NetFinance,
    // Inntekter.
    OperatingRevenue, GrossRevenue, GrossRevenueFixed, FirstGrossRevenue, RevenueChange, IncomeGrowth,
    Revenue(RevenueLine), RevenueFixed(RevenueLine), RevenueByRule(RevenueLine), RevenueByInhabitants(RevenueLine), RevenueByPeopleNow(RevenueLine),
    FirstRevenue(RevenueLine), RealGrowth(RevenueLine), RevenueCalibration(RevenueLine), PrintedRevenue(RevenueLine),
    RealGrowthRate, RealGrowthOfIncome, RealGrowthToServices, FirstOwnRevenue, FreeRevenue, FreeRevenueShare,
    // Befolkning.
    Inhabitants, PopulationRounding,
    // Driftsutgifter.
    OperatingCosts, OperatingCostsFixed, OperatingCostsByRule, PlannedCosts, FirstCosts, PrintedCosts, CostCalibration,
    GrowthOfNeed, ServiceShare, PlanRestructuring, UnrealisedProgramme, RealisedProgramme, OwnRevenue, GrossCosts, FileCalibration,
    CostGrowth, CostGrowthRate, WagePart, PricePart, WageShare, PriceShare, WageGrowth, PriceGrowth,
    OwnRestructuring,
    Measures, Frames, BuildingEffects,
    // Avskrivninger.
    Depreciation, PrintedDepreciation, AddedDepreciation, ProjectDepreciations, OldBookValue, RunOff,
    OldDepreciation, StandingDepreciation, DepreciationReversed, DepreciationDifference, BookValue,
    // Finansinntekter.
    FinancialIncome, InterestIncome, Dividends, DividendsFixed, PrintedDividends, Gains,
    FundYieldChange, FundYield, FundYieldInPlan, ClosingFundForYield, MarketRate, CalculationRate,
    RecoveredInterest, SelfCostFees, SelfCostFeesInPrint, SelfCostInterest, SelfCostInterestInPrint,
    OnLendingHedge, OnLendingInterest, OnLendingInterestInPrint, HedgeIncome, Hedged, CompensatedDebt, Deposits,
    // Renter.
    AverageRate, PlanRate, FloatingPart, FixedPart, FloatingShare, FixedShare, ShiftReached, MarketShift,
    MaturingShare, FixingYears,
    DeficitInterest, Interest, InterestByRule, InterestCalibration, PrintedInterest, ClosingDebtForInterest, DebtBeforeLoans,
    ShiftOnUnknownDebt, InterestOnPlannedDebt, PlannedInterestOnDebt,
    // Avdrag.
    Instalments, OrdinaryInstalments, SelfCostInstalments, InstalmentsDue, AllInstalmentsDue, InstalmentFloor, InstalmentsByShare, PrintBelowMinimum,
    InstalmentShare, InstalmentCalibration, PrintedInstalments, MinimumInstalments,
    // Gjeld.
    Debt, GrossDebt, OwnDebt, OrdinaryDebt, SelfCostDebt, OnLendingDebt, UnusedLoans, OnLendingLoans,
    OnLendingInstalments, ExtraRepayment, SurplusOfSales, OrdinaryDebtLeft,
    // Disponering og fond.
    AssumedResult, ResultBeforeInterest, Transfer, PaidByTransfer, ResultLeft, LeftForFund, LeftForInvestment,
    LeftWithFund, MostToTransfer, PrintedTransfer, FundNeed, PrintedAllocation,
    FundTarget, FundTargetShare, FileFundTarget, Allocation, BoundFunds, PrintedBoundFunds,
    DeficitCovered, FreeResult, NewDeficit, UncoveredDeficit, DispositionFund,
    // Investeringer og finansieringen av dem.
    Investment(InvestmentLine), InvestmentFixed(InvestmentLine), InvestmentBeforeScale(InvestmentLine),
    PlannedInvestment(InvestmentLine), ExtraSales, UseOfInvestmentFund, InvestmentFundDraw, TransferBeyond, InvestmentFund,
    MostVat, HighestVatShare, ProjectIncome, ProjectIncomeInPlan, BuiltProjectIncome,
    LeftToFinance, BorrowingNeed, SelfCostLoans, StandingSelfCostLoans, StandingByShare, LeftBeforeStanding, Loans,
    OrdinaryLoans,
    // Ett prosjekt, ett tiltak, én aldersgruppe, én ramme: the place in the list, and what of it.
    Project(u16, OfProject), Measure(u16, OfMeasure), OwnProject(u16, OfOwnProject), OwnMeasure(u16, OfOwnMeasure),
    AgeGroup(u16, OfAgeGroup), Frame(u16, OfFrame), Pool(u16, OfPool),
    // Priser.
    PriceIndex, Deflator, ConstructionPrices,
    // Spaker: a lever itself; one with a subject in a list has its place in the list too.
    Lever(Lever), LeverOf(Lever, u16),
}

/// Av et prosjekt: its quantities.
#[allow(missing_docs, reason = "each has its name and a sentence in text")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[rustfmt::skip]
pub enum OfProject {
    InPlan, Amount, Cost, Moved, YearsMoved, LastYear, Change, VatShare, Vat, VatOfChange, Income, IncomeInScenario, EffectChange, Effect, Total,
}

/// Av et tiltak: its quantities.
#[allow(missing_docs, reason = "each has its name and a sentence in text")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[rustfmt::skip]
pub enum OfMeasure {
    Change, Now, Chosen, Amount,
}

/// Av et eget tiltak: its quantities.
#[allow(missing_docs, reason = "each has its name and a sentence in text")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[rustfmt::skip]
pub enum OfOwnMeasure {
    Change, Effect, Amount, OneOff,
}

/// Av et eget prosjekt: its quantities.
#[allow(missing_docs, reason = "each has its name and a sentence in text")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[rustfmt::skip]
pub enum OfOwnProject {
    Effect, Cost, Vat, VatShare, Finished,
}

/// Av anlegg med samme levetid: its quantities.
#[allow(missing_docs, reason = "each has its name and a sentence in text")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[rustfmt::skip]
pub enum OfPool {
    Finished, Built, Vat, PutIntoUse, InUse, Depreciation, Lifetime,
}

/// Av en aldersgruppe: its quantities.
#[allow(missing_docs, reason = "each has its name and a sentence in text")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[rustfmt::skip]
pub enum OfAgeGroup {
    Inhabitants, Prognosis, ExtraGrowth, Cost, CostPerInhabitant,
}

/// Av en ramme: its quantities.
#[allow(missing_docs, reason = "each has its name and a sentence in text")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[rustfmt::skip]
pub enum OfFrame {
    Change, Amount,
}

impl Quantity {
    /// Whether it differs from year to year; the levers and the file's figures of a project do not.
    #[must_use]
    pub fn has_year(self) -> bool {
        match self {
            Self::Lever(lever) => lever.spec().subject == SubjectKind::Year,
            _ => !matches!(
                self,
                Self::InstalmentShare
                    | Self::StandingByShare
                    | Self::Project(_, OfProject::YearsMoved | OfProject::LastYear | OfProject::Total)
                    | Self::AgeGroup(_, OfAgeGroup::ExtraGrowth)
                    | Self::Pool(_, OfPool::Lifetime)
                    | Self::LeverOf(..)
                    | Self::OwnRestructuring
                    | Self::WageShare
                    | Self::PriceShare
                    | Self::FundTargetShare
                    | Self::HighestVatShare
                    | Self::FileFundTarget
            ),
        }
    }

    /// The amount in kroner that an indicator measures against income.
    #[must_use]
    pub fn amount_of(indicator: Indicator) -> Self {
        match indicator {
            Indicator::NetOperatingResult => Self::NetOperatingResult,
            Indicator::DispositionFund => Self::DispositionFund,
            Indicator::DebtRatio => Self::Debt,
        }
    }
}

/// Which projection a quantity stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The projection that was asked about.
    #[default]
    Own,
    /// The plan on the same basis.
    Plan,
    /// The plan in its own prices, where print and rule are compared.
    Print,
}

/// Where a quantity stands: a quantity of a year of a projection. Opening balances stand in the year before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Which projection.
    pub side: Side,
    /// Which quantity.
    pub quantity: Quantity,
    /// Which year.
    pub year: Year,
}

/// The value of a quantity, in its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// Kroner.
    Kroner(Kroner),
    /// Prosent, or percentage points.
    Percent(Percent),
    /// Innbyggere.
    Persons(Persons),
    /// A factor, such as the price index.
    Ratio(Ratio),
    /// A whole number of years, or a year.
    Years(i32),
}

impl Value {
    /// True for zero; a factor is never zero.
    #[must_use]
    pub fn is_zero(self) -> bool {
        match self {
            Self::Kroner(amount) => amount == Kroner::ZERO,
            Self::Percent(percent) => percent == Percent::ZERO,
            Self::Persons(people) => people == Persons::ZERO,
            Self::Years(years) => years == 0,
            Self::Ratio(_) => false,
        }
    }

    /// The amount, when it is one.
    #[must_use]
    pub fn kroner(self) -> Option<Kroner> {
        if let Self::Kroner(amount) = self { Some(amount) } else { None }
    }
}

macro_rules! value_of {
    ($($kind:ident),*) => {$(
        impl From<$kind> for Value {
            fn from(value: $kind) -> Self {
                Self::$kind(value)
            }
        }
    )*};
}

value_of!(Kroner, Percent, Persons, Ratio);

impl From<i32> for Value {
    fn from(years: i32) -> Self {
        Self::Years(years)
    }
}
