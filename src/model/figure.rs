//! Tall som kan åpnes: every figure of a year that can be asked where it comes from.
//!
//! [`Figure`] names a figure, [`Place`] says in which projection and year, and an [`Explanation`] holds
//! its value, the [`Term`]s it is made of and the [`Form`] that puts them together; where there are none,
//! its [`Origin`]. [`Form::value_of`] does the arithmetic over again, so an explanation can be checked.

use super::input::InputId;
use super::municipality::{Indicator, Municipality, Provenance};
use super::revenue::Revenue;
use super::scenario::Scenario;
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
    pub fn of(self, revenue: &Revenue) -> Kroner {
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

/// Tall: a figure that can be opened. A number in it is the place in the file's or the scenario's own list.
///
/// `…Fixed` is the figure before the price index, `…ByRule` before what print differs by, `Printed…` what
/// a document says, `First…` the first plan year.
#[allow(missing_docs, reason = "each has its name and a sentence in text/nb/figures.rs")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[rustfmt::skip]
pub enum Figure {
    // Måltall og resultat.
    Ratio(Indicator), InvestmentRatio, NetOperatingResult, GrossOperatingResult, NetFinance,
    // Inntekter.
    OperatingRevenue, GrossRevenue, GrossRevenueFixed, FirstGrossRevenue, RevenueChange, IncomeGrowth,
    Revenue(RevenueLine), RevenueFixed(RevenueLine), RevenueByRule(RevenueLine), RevenueByInhabitants(RevenueLine),
    FirstRevenue(RevenueLine), RealGrowth(RevenueLine), RevenueCalibration(RevenueLine), PrintedRevenue(RevenueLine),
    RealGrowthRate, FreeRevenue, FreeRevenueShare, OwnPropertyTax,
    // Befolkning.
    Inhabitants, AgeGroup(u16), Prognosis(u16), PopulationRounding, ExtraGrowth(u16), PopulationGrowth,
    // Driftsutgifter.
    OperatingCosts, OperatingCostsFixed, OperatingCostsByRule, PlannedCosts, FirstCosts, PrintedCosts, CostCalibration,
    GrowthOfNeed, ServiceShare, AgeCost(u16), CostPerInhabitant(u16), PlanRestructuring, FileCalibration,
    Dearer, DearerRate, WagePart, PricePart, WageShare, PriceShare, WageGrowth, PriceGrowth,
    OwnRestructuring, RestructuringLever, Realisation,
    Measures, Measure(u16), MeasureNow(u16), MeasureChosen(u16), MeasureRealisation(u16), MeasureAmount(u16),
    OwnMeasure(u16), OwnMeasureEffect(u16), OwnMeasureAmount(u16), OwnMeasureOneOff(u16),
    Frames, Frame(u16), FrameChange(u16), FrameAmount(u16), BuildingEffects, BuildingEffect(u16), OwnProjectEffect(u16),
    // Avskrivninger.
    Depreciation, PrintedDepreciation, AddedDepreciation, ProjectDepreciations, ProjectDepreciation(u16),
    ProjectTotal(u16), Lifetime(u16), DepreciationReversed, DepreciationDifference, BookValue,
    // Finansinntekter.
    FinancialIncome, InterestIncome, Dividends, DividendsFixed, PrintedDividends, OwnDividends, Gains,
    FundYieldChange, FundYield, FundYieldInPlan, ClosingFundForYield, SettledAllocation, MarketRate,
    RecoveredInterest, SelfCostFees, SelfCostFeesInPrint, SelfCostInterest, SelfCostInterestInPrint,
    SelfCostFeesInPlan, SelfCostInterestInPlan,
    OnLendingHedge, HedgeIncome, Hedged, CompensatedDebt, Deposits,
    // Renter.
    AverageRate, PlanRate, FloatingPart, FixedPart, FloatingShare, FixedShare, ShiftReached, MarketShift, FixingYears,
    Interest, InterestByRule, InterestCalibration, PrintedInterest, ClosingDebtForInterest, SettledTransfer,
    ShiftOnUnknownDebt, InterestOnPlannedDebt, PlannedInterestOnDebt,
    // Avdrag.
    Instalments, OrdinaryInstalments, SelfCostInstalments, InstalmentsDue, InstalmentsByRule, InstalmentsByShare,
    InstalmentShare, InstalmentCalibration, PrintedInstalments, MinimumInstalments, MinimumByFormula,
    // Gjeld.
    Debt, GrossDebt, OwnDebt, OrdinaryDebt, SelfCostDebt, OnLendingDebt, UnusedLoans, OnLendingLoans,
    OnLendingInstalments, ExtraRepayment, SurplusOfSales, OrdinaryDebtLeft,
    // Disponering og fond.
    Transfer, LeftForInvestment, LeftWithFund, MostToTransfer, PrintedTransfer, FundNeed, PrintedAllocation,
    FundTarget, FundTargetShare, FileFundTarget, OwnFundTarget, Allocation, BoundFunds, PrintedBoundFunds,
    DeficitCovered, FreeResult, NewDeficit, UncoveredDeficit, DispositionFund,
    // Investeringer og finansieringen av dem.
    Investment(InvestmentLine), InvestmentFixed(InvestmentLine), InvestmentBeforeScale(InvestmentLine),
    PlannedInvestment(InvestmentLine), InvestmentVolume, ProjectInPlan(u16), ProjectAmount(u16), ProjectCost(u16),
    ProjectMoved(u16), ProjectScale(u16), ProjectChange(u16), VatShare(u16), VatOfProject(u16), VatOfChange(u16),
    IncomeOfProject(u16), IncomeChange(u16), OwnProjectCost(u16), OwnProjectVat(u16), OwnVatShare(u16),
    ExtraSales, SaleInScenario, UseOfInvestmentFund, InvestmentFundDraw, TransferBeyond, InvestmentFund,
    LeftToFinance, BorrowingNeed, SelfCostLoans, StandingSelfCostLoans, StandingByShare, LeftBeforeStanding, Loans,
    OrdinaryLoans,
    // Priser.
    PriceIndex, Deflator,
}

impl Figure {
    /// The amount in kroner that an indicator measures against income.
    #[must_use]
    pub fn amount_of(indicator: Indicator) -> Self {
        match indicator {
            Indicator::NetOperatingResult => Self::NetOperatingResult,
            Indicator::DispositionFund => Self::DispositionFund,
            Indicator::DebtRatio => Self::Debt,
        }
    }

    /// The measure, project, frame or age group that the figure is about, by its name.
    #[must_use]
    pub fn item<'a>(self, municipality: &'a Municipality, scenario: &'a Scenario) -> Option<&'a str> {
        let at = usize::from;
        Some(match self {
            Self::AgeGroup(index)
            | Self::Prognosis(index)
            | Self::ExtraGrowth(index)
            | Self::AgeCost(index)
            | Self::CostPerInhabitant(index) => &municipality.age_groups().get(at(index))?.name,
            Self::Measure(index)
            | Self::MeasureNow(index)
            | Self::MeasureChosen(index)
            | Self::MeasureRealisation(index)
            | Self::MeasureAmount(index) => &municipality.measures.get(at(index))?.name,
            Self::Frame(index) | Self::FrameChange(index) | Self::FrameAmount(index) => {
                &municipality.frames.get(at(index))?.name
            }
            Self::OwnMeasure(index)
            | Self::OwnMeasureEffect(index)
            | Self::OwnMeasureAmount(index)
            | Self::OwnMeasureOneOff(index) => &scenario.own_measures.get(at(index))?.name,
            Self::OwnProjectEffect(index)
            | Self::OwnProjectCost(index)
            | Self::OwnProjectVat(index)
            | Self::OwnVatShare(index) => &scenario.own_projects.get(at(index))?.name,
            _ => &municipality.investments.projects.get(at(self.project()?))?.short_name,
        })
    }

    /// The place of the project that the figure is about.
    fn project(self) -> Option<u16> {
        match self {
            Self::BuildingEffect(index)
            | Self::ProjectDepreciation(index)
            | Self::ProjectTotal(index)
            | Self::Lifetime(index)
            | Self::ProjectInPlan(index)
            | Self::ProjectAmount(index)
            | Self::ProjectCost(index)
            | Self::ProjectMoved(index)
            | Self::ProjectScale(index)
            | Self::ProjectChange(index)
            | Self::VatShare(index)
            | Self::VatOfProject(index)
            | Self::VatOfChange(index)
            | Self::IncomeOfProject(index)
            | Self::IncomeChange(index) => Some(index),
            _ => None,
        }
    }
}

/// Which projection a figure stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The projection that was asked about.
    Own,
    /// The plan on the same basis.
    Plan,
    /// The plan in its own prices, where print and rule are compared.
    Print,
}

/// Where a figure stands: a figure of a year of a projection. Opening balances stand in the year before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Which projection.
    pub side: Side,
    /// Which figure.
    pub figure: Figure,
    /// Which year.
    pub year: Year,
}

/// The value of a figure, in its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureValue {
    /// Kroner.
    Kroner(Kroner),
    /// Prosent, or percentage points.
    Percent(Percent),
    /// Innbyggere.
    Persons(Persons),
    /// A factor, such as the price index.
    Ratio(Ratio),
    /// A number of years.
    Years(u32),
}

impl FigureValue {
    /// True for nothing at all.
    #[must_use]
    pub fn is_nothing(self) -> bool {
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

/// What a term does in its formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Added, or one of those compared.
    Plus,
    /// Subtracted.
    Minus,
    /// A factor, or the rate or the share that is taken.
    Times,
    /// A divisor.
    DividedBy,
    /// One end of a mean, or half a year's worth.
    Half,
}

/// Ledd: one figure in a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// What it does.
    pub role: Role,
    /// Which figure; it can be opened in turn.
    pub place: Place,
    /// Its value.
    pub value: FigureValue,
}

/// Formel: how the terms make the value. The order of the terms is that of the formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// It has no terms.
    Given,
    /// The term itself: from another year, or under another name.
    Same,
    /// `± a ± b …`
    Sum,
    /// The same, but never below nought.
    SumNotBelowZero,
    /// The least of them.
    Smallest,
    /// The least of them, but never below nought.
    SmallestNotBelowZero,
    /// The largest of them.
    Largest,
    /// The first in percent of the second.
    PercentOf,
    /// The percentage of the amount, or of the other percentage.
    Share,
    /// The same, rounded up to whole kroner.
    ShareRoundedUp,
    /// 100 % less the term.
    RestOfHundred,
    /// The rate on the mean of an opening and a closing balance.
    MeanRate,
    /// The amount · inhabitants then / inhabitants first.
    FollowsInhabitants,
    /// People · (prognosis / prognosis the year before + extra growth).
    Grown,
    /// The amount for each inhabitant more.
    ForEachMore,
    /// The amount · the price index.
    Priced,
    /// `a · b / c`.
    PartOf,
    /// The amount divided by a number of years.
    PerYear,
    /// The factor with one more year's growth.
    Compounded,
    /// The shifts of the years, half at both ends of the ladder, divided by its length.
    Ladder,
}

/// Opphav: where a figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin<'a> {
    /// Regnet: the model works it out from the terms.
    Rule,
    /// Trykt: it stands in a document.
    Printed(&'a Provenance),
    /// Beregnet: the file's own estimate, with its note.
    Estimated(&'a Provenance),
    /// Videreført: the last given level stands.
    Carried,
    /// Spak: the user moved it, here or in the details under this lever.
    Lever(InputId),
    /// Brukerens tall: typed in by the user.
    UserFigure,
    /// Avstemt: found together with the year's result, and explained at this figure of the same year. The
    /// result decides it and its interest is part of the result, so here the chain ends.
    Settled(Figure),
    /// Mangler: no document gives it, so only the change is counted.
    Missing,
    /// Etter definisjonen: the plan does not differ from itself, a projection starts with no deficit.
    Definition,
    /// Modellens egen forutsetning, where the file gives none.
    Standard,
}

/// Forklaring: a figure with the terms it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation<'a> {
    /// Which figure.
    pub place: Place,
    /// Its value.
    pub value: FigureValue,
    /// How the terms make it.
    pub form: Form,
    /// What it is made of; terms of nothing are left out of a sum.
    pub terms: Vec<Term>,
    /// Where it comes from.
    pub origin: Origin<'a>,
}

impl Form {
    /// Does the arithmetic of a formula, with the rounding of [`units`](super::units); `None` where the
    /// terms do not fit the form.
    ///
    /// ```
    /// # use handlingsrom::model::{figure::{Figure, FigureValue, Form, Place, Role, Side, Term}, units::*};
    /// # use rust_decimal::dec;
    /// let term = |role, figure, value| Term { role, value,
    ///     place: Place { side: Side::Own, figure, year: Year(2028) } };
    /// let debt = |kroner| FigureValue::Kroner(Kroner::new(kroner));
    /// let terms = [
    ///     term(Role::Times, Figure::AverageRate, FigureValue::Percent(Percent::new(dec!(4)))),
    ///     term(Role::Half, Figure::GrossDebt, debt(1_000)),
    ///     term(Role::Half, Figure::ClosingDebtForInterest, debt(2_000)),
    /// ];
    /// assert_eq!(Form::MeanRate.value_of(&terms), Some(debt(60)));
    /// ```
    #[must_use]
    pub fn value_of(self, terms: &[Term]) -> Option<FigureValue> {
        use FigureValue::{Kroner as K, Percent as P, Persons as N, Ratio as R, Years as Y};
        let values: Vec<FigureValue> = terms.iter().map(|term| term.value).collect();
        let value = match (self, values.as_slice()) {
            (Self::Same, [value]) => *value,
            (Self::Sum, _) => sum(terms)?,
            (Self::SumNotBelowZero, _) => match sum(terms)? {
                K(amount) => K(amount.at_least_zero()),
                P(percent) => P(percent.max(Percent::ZERO)),
                other => other,
            },
            (Self::Smallest, _) => K(values.iter().filter_map(|value| value.kroner()).min()?),
            (Self::SmallestNotBelowZero, _) => {
                K(values.iter().filter_map(|value| value.kroner()).min()?.at_least_zero())
            }
            (Self::Largest, _) => K(values.iter().filter_map(|value| value.kroner()).max()?),
            (Self::PercentOf, [K(part), K(whole)]) => P(part.as_percent_of(*whole)?),
            (Self::Share, [P(share), K(amount)]) => K(share.of(*amount)),
            (Self::Share, [P(share), P(percent)]) => P(share.of_percent(*percent)),
            (Self::ShareRoundedUp, [P(share), K(amount)]) => K(share.of_rounded_up(*amount)),
            (Self::RestOfHundred, [P(share)]) => P(Percent::HUNDRED - *share),
            (Self::MeanRate, [P(rate), K(opening), K(closing)]) => K(rate.of_mean(*opening, *closing)),
            (Self::FollowsInhabitants, [K(amount), N(then), N(first)]) => {
                K(amount.times(Ratio::between(*then, *first)))
            }
            (Self::Grown, [N(people), P(extra)]) => N(people.grown(Ratio::ONE, *extra)),
            (Self::Grown, [N(people), N(then), N(before), P(extra)]) => {
                N(people.grown(Ratio::between(*then, *before), *extra))
            }
            (Self::ForEachMore, [K(amount), N(then), N(first)]) => K(amount.for_each_of(*then - *first)),
            (Self::Priced, [K(amount), R(index)]) => K(amount.times(*index)),
            (Self::PartOf, [K(amount), K(part), K(whole)]) => K(amount.times_share(*part, *whole)?),
            (Self::PerYear, [K(amount), Y(years)]) => K(amount.divided_by(*years)),
            (Self::Compounded, [R(index), P(growth)]) => R(index.and_then(*growth)),
            (Self::Ladder, [.., Y(years)]) => P(ladder(terms).divided_by(years.saturating_mul(2))),
            _ => return None,
        };
        Some(value)
    }
}

/// The signed sum of terms of one unit.
fn sum(terms: &[Term]) -> Option<FigureValue> {
    use FigureValue::{Kroner as K, Percent as P, Persons as N};
    let mut terms = terms.iter();
    let first = terms.next()?;
    let start = match (first.role, first.value) {
        (Role::Minus, K(amount)) => K(-amount),
        (Role::Minus, P(percent)) => P(-percent),
        (_, value) => value,
    };
    terms.try_fold(start, |total, term| match (total, term.role, term.value) {
        (K(total), Role::Minus, K(amount)) => Some(K(total - amount)),
        (K(total), _, K(amount)) => Some(K(total + amount)),
        (P(total), Role::Minus, P(percent)) => Some(P(total - percent)),
        (P(total), _, P(percent)) => Some(P(total + percent)),
        (N(total), Role::Minus, N(people)) => Some(N(total - people)),
        (N(total), _, N(people)) => Some(N(total + people)),
        _ => None,
    })
}

/// Twice the sum of the shifts: each counts twice, but once at either end of the ladder.
fn ladder(terms: &[Term]) -> Percent {
    let doubled = |term: &Term| match (term.role, term.value) {
        (Role::Plus, FigureValue::Percent(shift)) => shift + shift,
        (Role::Half, FigureValue::Percent(shift)) => shift,
        _ => Percent::ZERO,
    };
    terms.iter().map(doubled).sum()
}
