//! Handlingsregler: whether a projection keeps them, when it breaks them, and by how much.

use super::municipality::{FiscalRule, Requirement};
use super::projection::{Projection, YearResult};
use super::units::{Kroner, Percent, Year, YearSeries};

/// How a projection fares against one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleOutcome {
    /// Each year.
    pub years: YearSeries<RuleYear>,
}

/// One rule in one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleYear {
    /// The indicator; `None` when there is no income to measure against.
    pub ratio: Option<Percent>,
    /// Whether the rule is kept; `None` when it cannot be measured.
    pub kept: Option<bool>,
    /// Nivå: how good it is, by a rule with three levels.
    pub level: Option<Level>,
    /// Handlingsrom: kroner to spare before the rule breaks, negative when it is broken; `None` when it
    /// cannot be measured.
    pub headroom: Option<Kroner>,
}

/// Nivå of a rule with three levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Ikke akseptabelt.
    NotAcceptable,
    /// Akseptabelt.
    Acceptable,
    /// Ønsket.
    Desired,
}

/// Vurderer en handlingsregel: the rule in every year of a projection.
///
/// Head-room is `amount − limit` for a floor and `limit − amount` for a ceiling, with
/// `limit = percentage · brutto driftsinntekter`.
#[must_use]
pub fn assess(rule: &FiscalRule, projection: &Projection) -> RuleOutcome {
    let years = projection.years.values().iter().map(|result| assess_year(rule, result)).collect();
    RuleOutcome { years: YearSeries::new(projection.years.first_year(), years) }
}

/// The same for one year alone.
#[must_use]
pub fn assess_year(rule: &FiscalRule, result: &YearResult) -> RuleYear {
    let ratio = result.ratio(rule.indicator);
    RuleYear {
        ratio,
        kept: ratio.map(|ratio| keeps(rule, rule.limit, ratio)),
        level: ratio.and_then(|ratio| level(rule, ratio)),
        headroom: headroom(rule, result),
    }
}

/// True when a ratio lies on the right side of a limit, by the rule's requirement.
///
/// The limit is the rule's own, or its desired level.
#[must_use]
pub fn keeps(rule: &FiscalRule, limit: Percent, ratio: Percent) -> bool {
    match rule.requirement {
        Requirement::AtLeast => ratio >= limit,
        Requirement::AtMost => ratio <= limit,
        Requirement::Below => ratio < limit,
    }
}

fn level(rule: &FiscalRule, ratio: Percent) -> Option<Level> {
    let desired = rule.desired?;
    Some(if keeps(rule, desired, ratio) {
        Level::Desired
    } else if keeps(rule, rule.limit, ratio) {
        Level::Acceptable
    } else {
        Level::NotAcceptable
    })
}

fn headroom(rule: &FiscalRule, result: &YearResult) -> Option<Kroner> {
    let limit = rule.limit.of(result.gross_revenue?);
    let amount = result.amount(rule.indicator)?;
    Some(match rule.requirement {
        Requirement::AtLeast => amount - limit,
        Requirement::AtMost | Requirement::Below => limit - amount,
    })
}

/// Omstillingsbehov by KS-Konsulent's arithmetic: the shortfalls of a result and a fund from their targets.
#[doc(alias = "omstillingsbehov")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RestructuringNeed {
    /// The shortfall of the result, a yearly flow.
    pub result: Kroner,
    /// The shortfall of the fund, a stock.
    pub fund: Kroner,
}

impl RestructuringNeed {
    /// Their sum, as KS-Konsulent prints it. It adds a flow to a stock: the fund is lacking once, the
    /// result every year; and a better result fills the fund by itself.
    #[must_use]
    pub fn total(&self) -> Kroner {
        self.result + self.fund
    }
}

/// Omstillingsbehov: `(target − now) · brutto driftsinntekter` for the result and for the fund, each of
/// `[now, target]` in percent; never below zero.
///
/// Øvre Eiker 2026 (masterplan, line 626–634): result −1.9 % to 0 %, fund 4.4 % to 5 %, of 2 020 510:
///
/// ```
/// # use handlingsrom::model::{fiscal_rule::restructuring_need, units::{Kroner, Percent}};
/// # use rust_decimal::dec;
/// let percent = |now, target| [Percent::new(now), Percent::new(target)];
/// let need = restructuring_need(Kroner::new(2_020_510_000), percent(dec!(-1.9), dec!(0)), percent(dec!(4.4), dec!(5)));
/// assert_eq!(need.result.thousands().round(), 38_390.into());
/// assert_eq!(need.fund.thousands().round(), 12_123.into());
/// ```
#[must_use]
pub fn restructuring_need(income: Kroner, result: [Percent; 2], fund: [Percent; 2]) -> RestructuringNeed {
    let lacks = |[now, target]: [Percent; 2]| (target - now).of(income).at_least_zero();
    RestructuringNeed { result: lacks(result), fund: lacks(fund) }
}

impl RuleOutcome {
    /// The years the rule is broken.
    pub fn broken_years(&self) -> impl Iterator<Item = Year> {
        self.years.iter().filter(|(_, year)| year.kept == Some(false)).map(|(year, _)| year)
    }

    /// The first year the rule is broken.
    #[must_use]
    pub fn first_broken(&self) -> Option<Year> {
        self.broken_years().next()
    }

    /// True when the rule can be measured in at least one year.
    #[must_use]
    pub fn is_measured(&self) -> bool {
        self.years.values().iter().any(|year| year.kept.is_some())
    }

    /// How many years keep the rule.
    #[must_use]
    pub fn kept_count(&self) -> usize {
        self.years.values().iter().filter(|year| year.kept == Some(true)).count()
    }

    /// The year with the least head-room in percentage points.
    #[must_use]
    pub fn worst(&self, requirement: Requirement) -> Option<(Year, Percent)> {
        let measured = self.years.iter().filter_map(|(year, outcome)| Some((year, outcome.ratio?)));
        match requirement {
            Requirement::AtLeast => measured.min_by_key(|(_, ratio)| *ratio),
            // The first of equal years, as for the minimum.
            Requirement::AtMost | Requirement::Below => {
                measured.min_by_key(|(_, ratio)| std::cmp::Reverse(*ratio))
            }
        }
    }
}
