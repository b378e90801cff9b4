//! Økonomisk handlingsrom and omstillingsbehov: one index of three indicators, and the shortfall.

use super::Question;
use super::seek::{Target, least_saving};
use crate::model::fiscal_rule::{RestructuringNeed, restructuring_need};
use crate::model::municipality::{
    DebtDefinition, FiscalRule, Indicator, Municipality, Provenance, Quality, Requirement,
};
use crate::model::projection::YearResult;
use crate::model::units::{Kroner, Percent, Year};
use rust_decimal::{Decimal, dec};

/// Gjeldens vekt: index points per percentage point of debt, as a user may set it.
pub const DEBT_SLOPE: Decimal = dec!(-0.016);
/// The steepest debt slope that fits what is printed.
pub const STEEPEST_DEBT_SLOPE: Decimal = dec!(-0.016);
/// The flattest debt slope that fits what is printed.
pub const FLATTEST_DEBT_SLOPE: Decimal = dec!(-0.004);

/// Sone of the index, by KS's limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zone {
    /// Begrenset: below 1.
    Limited,
    /// Moderat: from 1 to 2.
    Moderate,
    /// Større: above 2.
    Larger,
}

impl Zone {
    /// The zone of an index.
    #[must_use]
    pub fn of(index: Decimal) -> Self {
        if index < Decimal::ONE {
            Self::Limited
        } else if index <= Decimal::TWO {
            Self::Moderate
        } else {
            Self::Larger
        }
    }
}

/// Indeks for økonomisk handlingsrom: KS's model as KS-Konsulent simplified it, inferred from print.
///
/// `0.4·N + 0.08·min(F, 5) + 0.2·max(F − 5, 0) − 0.2 + slope·(G − 110)` with netto driftsresultat N,
/// disposisjonsfond F and gjeldsgrad G in percent. **Inferred**: KS does not print its weights. Four printed
/// points (Øvre Eiker, masterplan 2025, lines 518–636) give the first four numbers; all four have debt at
/// 110 %, so the slope is a choice between [`FLATTEST_DEBT_SLOPE`] and [`STEEPEST_DEBT_SLOPE`]:
///
/// ```
/// # use handlingsrom::analysis::capacity::{index_of, DEBT_SLOPE};
/// # use handlingsrom::model::units::Percent;
/// # use rust_decimal::dec;
/// let index = |n, f| index_of([n, f, dec!(110)].map(Percent::new), DEBT_SLOPE).round_dp(1);
/// assert_eq!(index(dec!(-1.9), dec!(4.4)), dec!(-0.6));
/// assert_eq!(index(dec!(-1.0), dec!(2.4)), dec!(-0.4));
/// assert_eq!(index(dec!(0), dec!(5)), dec!(0.2));
/// assert_eq!(index(dec!(1), dec!(7)), dec!(1.0));
/// ```
#[doc(alias = "økonomisk handlingsrom")]
#[must_use]
pub fn index_of([result, fund, debt]: [Percent; 3], debt_slope: Decimal) -> Decimal {
    let knee = dec!(5);
    let fund = fund.value();
    dec!(0.4) * result.value() + dec!(0.08) * fund.min(knee) + dec!(0.2) * (fund - knee).max(Decimal::ZERO)
        - dec!(0.2)
        + debt_slope * (debt.value() - dec!(110))
}

/// The index of a year of a projection; `None` where one of the three is not known.
#[must_use]
pub fn index(result: &YearResult, debt_slope: Decimal) -> Option<Decimal> {
    let [n, f, g] = Indicator::ALL.map(|indicator| result.ratio(indicator));
    Some(index_of([n?, f?, g?], debt_slope))
}

/// Nivå that a need is measured to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// Balanse: result 0 %, fund 5 %, as KS-Konsulent sets for 2026.
    Balance,
    /// Moderat handlingsrom: result 1 %, fund 7 %, as KS-Konsulent sets for 2027.
    Moderate,
    /// The municipality's own rules.
    OwnRules,
}

impl Goal {
    /// Every goal, from the lowest.
    pub const ALL: [Self; 3] = [Self::Balance, Self::Moderate, Self::OwnRules];

    /// What result and fund must be, percent; `None` where the municipality has no such rules.
    #[must_use]
    pub fn levels(self, municipality: &Municipality) -> Option<[Percent; 2]> {
        match self {
            Self::Balance => Some([dec!(0), dec!(5)].map(Percent::new)),
            Self::Moderate => Some([dec!(1), dec!(7)].map(Percent::new)),
            Self::OwnRules => {
                let limit = |indicator| municipality.rule_for(indicator).map(|rule| rule.limit);
                Some([limit(Indicator::NetOperatingResult)?, limit(Indicator::DispositionFund)?])
            }
        }
    }
}

/// Omstillingsbehov to one goal, by arithmetic and by the model.
#[doc(alias = "omstillingsbehov")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// The goal.
    pub goal: Goal,
    /// What result and fund must be.
    pub levels: [Percent; 2],
    /// Where the arithmetic starts: the year and its result and fund.
    pub from: (Year, [Percent; 2]),
    /// KS-Konsulent's arithmetic: the shortfalls of result and fund, added.
    pub by_arithmetic: RestructuringNeed,
    /// The model: the least lasting saving from the second plan year, or from the first when it is the one
    /// asked for, that brings result and fund to the goal in that year; `None` when none up to the most
    /// that is tried does.
    pub by_model: Option<Kroner>,
}

/// Omstillingsbehov for hvert mål: KS-Konsulent's arithmetic and the model's, for one year.
///
/// The arithmetic measures from the municipality's own printed key figures where there are any (Øvre Eiker's
/// are of 2024), otherwise from the first plan year, and counts `(goal − now) · brutto driftsinntekter` for
/// result and fund alike. It adds a yearly flow to a stock. In the model a better result fills the fund by
/// itself, every year; so the two differ.
#[must_use]
pub fn needs(question: &Question<'_>, year: Year) -> Vec<Need> {
    let municipality = question.municipality;
    let first_year = municipality.plan.first_year;
    let Some(first) = question.plan.years.get(first_year) else { return Vec::new() };
    let Some((income, from)) = first.gross_revenue.zip(starting_point(municipality, first)) else {
        return Vec::new();
    };
    let need = |goal: Goal| {
        let levels = goal.levels(municipality)?;
        let (_, [result, fund]) = from;
        let [result_goal, fund_goal] = levels;
        let target = Target { rules: rules_of(levels), years: year..=year };
        Some(Need {
            goal,
            levels,
            from,
            by_arithmetic: restructuring_need(income, [result, result_goal], [fund, fund_goal]),
            by_model: least_saving(question, &target, year.min(first_year.plus(1))),
        })
    };
    Goal::ALL.into_iter().filter_map(need).collect()
}

/// The latest printed key figures of the municipality itself, or the first plan year.
fn starting_point(municipality: &Municipality, first: &YearResult) -> Option<(Year, [Percent; 2])> {
    let own = municipality.key_figures.iter().filter(|figure| figure.entity == municipality.identity.name);
    let latest = own.clone().map(|figure| figure.year).max();
    let printed = |indicator: Indicator| {
        own.clone()
            .find(|figure| Some(figure.year) == latest && figure.indicator == indicator)
            .map(|figure| figure.percent)
    };
    let both = printed(Indicator::NetOperatingResult).zip(printed(Indicator::DispositionFund));
    if let Some((year, (result, fund))) = latest.zip(both) {
        return Some((year, [result, fund]));
    }
    Some((
        first.year,
        [first.ratio(Indicator::NetOperatingResult)?, first.ratio(Indicator::DispositionFund)?],
    ))
}

/// The goal as rules, so that the model can be asked whether they hold.
fn rules_of([result, fund]: [Percent; 2]) -> Vec<FiscalRule> {
    let rule = |indicator: Indicator, limit: Percent| FiscalRule {
        id: String::new(),
        name: String::new(),
        indicator,
        requirement: Requirement::AtLeast,
        limit,
        desired: None,
        debt_definition: DebtDefinition::default(),
        provenance: Provenance { quality: Quality::Estimated, source: None, note: None },
    };
    vec![rule(Indicator::NetOperatingResult, result), rule(Indicator::DispositionFund, fund)]
}
