//! Tjenester: what running the municipality costs.

use super::arithmetic::{Arithmetic, Factor, Money, Number, Rate, Source};
use super::case::Case;
use super::completion;
use super::lever::Lever;
use super::measure;
use super::population::{self, numbered};
use super::programme::Programme;
use super::quantity::{OfFrame, Quantity};
use super::revenue::RevenueRule;
use super::units::{Kroner, Percent, Year, YearSeries};

/// Driftsutgifter: running costs without depreciation, interest and instalments; net of the services'
/// own income where the § 5-4 account is given.
///
/// `costs(first) + growth of need(t) − restructuring(t) + calibration(t) − extra saving
///  + changed measures + changed frames + operating effect of moved buildings + wage and price growth`
///
/// Growth of need is the plan's own rule, a share of the growth in income (80 % in Lier, line
/// 2829–2831), or, when the scenario says so, [`population::cost_of_age_change`]. What the fund earned
/// in the plan is inside the figure. The calibration is stated in the data and shown to the user; it
/// never changes with the scenario.
#[doc(alias = "driftsutgifter")]
#[doc(alias = "bevilgninger drift, netto")]
#[must_use]
pub(super) fn operating_costs<A: Arithmetic>(
    case: Case<'_, A>,
    programme: &Programme<'_, A>,
    revenue: &YearSeries<RevenueRule<A::Kroner>>,
) -> YearSeries<A::Kroner> {
    let measures = measure::change_in_costs(case);
    let effects = completion::change_in_operating_effects(case, programme);
    let by_age = if case.scenario.costs_follow_age() { population::cost_of_age_change(case) } else { None };
    let base: A::Kroner = first_costs(case);
    let saving = unallocated_saving(case);
    let growth = CostGrowth::of(case);
    let municipality = case.municipality;
    let cost_in = |year: Year| {
        let need = need(case, by_age.as_ref(), &revenue.at(year), year);
        let own = municipality.restructuring.as_ref().map(|own| &own.savings);
        let programme: A::Kroner = case.at_or_last(Quantity::PlanRestructuring, year, own);
        let planned = base + need - programme
            + case.at(Quantity::FileCalibration, year, municipality.calibration.as_ref());
        let planned = planned.named(Quantity::PlannedCosts, year);
        let costs = planned + growth.of_costs(planned, revenue.at(year), year) - saving
            + unrealised(case, programme, year)
            + measures.at(year)
            + frames(case, year)
            + effects.at(year);
        costs.named(Quantity::OperatingCostsByRule, year)
    };
    YearSeries::new(municipality.plan.first_year, municipality.years().map(cost_in).collect())
}

/// Costs of the first year before the plan's restructuring.
fn first_costs<A: Arithmetic>(case: Case<'_, A>) -> A::Kroner {
    let (name, year) = (Quantity::FirstCosts, case.municipality.plan.first_year);
    match &case.municipality.account {
        Some(account) => case.at(name, year, Some(&account.appropriations)),
        None => case.figure_or_zero(name, year, case.municipality.opening.operating_costs.as_ref()),
    }
}

/// Vekst i behov: a share of the growth in income, or what the change in each age group costs; and the same share
/// of real growth, unless the scenario keeps it.
fn need<A: Arithmetic>(
    case: Case<'_, A>,
    by_age: Option<&YearSeries<A::Kroner>>,
    revenue: &RevenueRule<A::Kroner>,
    year: Year,
) -> A::Kroner {
    let share = &case.municipality.assumptions.service_share_of_growth;
    let share: A::Percent = case.figure(Quantity::ServiceShare, year, share);
    let need = by_age.map_or_else(|| share.of(revenue.growth), |by_age| by_age.at(year));
    let need = need.named(Quantity::GrowthOfNeed, year);
    let kept = case.scenario.keeps_real_growth();
    if kept || (!A::KEEPS_UNMOVED && revenue.real_growth.plain() == Kroner::ZERO) {
        return need;
    }
    need + share.of(revenue.real_growth).named(Quantity::RealGrowthToServices, year)
}

/// What of the plan's own programme is not realised. Where its measures are listed, each of them falls short by
/// itself.
fn unrealised<A: Arithmetic>(case: Case<'_, A>, programme: A::Kroner, year: Year) -> A::Kroner {
    let is_listed = || case.municipality.measures.iter().any(|measure| measure.in_plan && measure.saves());
    let part = case.lever_percent(Lever::Realisation);
    if (!A::KEEPS_UNMOVED && part.plain() == Percent::HUNDRED) || is_listed() {
        return A::Kroner::default();
    }
    let saved = programme.at_least_zero();
    (saved - part.of(saved).named(Quantity::RealisedProgramme, year))
        .named(Quantity::UnrealisedProgramme, year)
}

/// Uspesifisert innsparing: the lever *Omstilling*, as far as savings are realised.
#[doc(alias = "uspesifisert innsparing")]
fn unallocated_saving<A: Arithmetic>(case: Case<'_, A>) -> A::Kroner {
    let realised = case.lever_percent(Lever::Realisation);
    let saving = case.lever_kroner(Lever::Restructuring);
    realised.of(saving).named(Quantity::OwnRestructuring, case.municipality.plan.first_year)
}

/// Lønns- og prisvekst beyond what the deflator covers, compounded from the second year on.
///
/// `costs · (wage share · ((1 + w)^k − 1) + (1 − wage share) · ((1 + p)^k − 1))`
#[doc(alias = "lønnsvekst")]
#[doc(alias = "prisvekst")]
struct CostGrowth<A: Arithmetic> {
    first_year: Year,
    wages: A::Percent,
    prices: A::Percent,
    wage_share: A::Percent,
    price_share: A::Percent,
}

impl<A: Arithmetic> CostGrowth<A> {
    fn of(case: Case<'_, A>) -> Self {
        let first_year = case.municipality.plan.first_year;
        let wage_share: A::Percent = match &case.municipality.assumptions.wage_share {
            Some(share) => case.figure(Quantity::WageShare, first_year, share),
            None => case.given(Quantity::WageShare, first_year, WAGES_IN_DEFLATOR, Source::Standard),
        };
        Self {
            first_year,
            wages: case.lever_percent(Lever::WageGrowth),
            prices: case.lever_percent(Lever::PriceGrowth),
            wage_share,
            price_share: (A::Percent::hundred() - wage_share).named(Quantity::PriceShare, first_year),
        }
    }

    /// Of costs that are net of the services' own income, the growth is of the gross costs.
    fn of_costs(&self, costs: A::Kroner, revenue: RevenueRule<A::Kroner>, year: Year) -> A::Kroner {
        let is_moved = self.wages.plain() != Percent::ZERO || self.prices.plain() != Percent::ZERO;
        if !A::KEEPS_UNMOVED && !is_moved {
            return A::Kroner::default();
        }
        let years = year.since(self.first_year);
        let wages = self.wages.compounded(years).growth().named(Quantity::WageGrowth, year);
        let prices = self.prices.compounded(years).growth().named(Quantity::PriceGrowth, year);
        let gross = match revenue.gross {
            Some(gross) => {
                let own = (gross - revenue.lines.total()).named(Quantity::OwnRevenue, year);
                (costs + own.at_least_zero()).named(Quantity::GrossCosts, year)
            }
            None => costs,
        };
        let growth = self.wage_share.of_percent(wages).named(Quantity::WagePart, year)
            + self.price_share.of_percent(prices).named(Quantity::PricePart, year);
        growth.named(Quantity::CostGrowthRate, year).of(gross).named(Quantity::CostGrowth, year)
    }
}

/// Lønnsandel: the weight of wages in the kommunal deflator, percent, for a municipality whose data has no
/// share of its own.
#[doc(alias = "lønnsandel")]
pub const WAGES_IN_DEFLATOR: Percent = Percent::new(rust_decimal::dec!(59));

/// Endrede rammer: what changed net frames add, percent of each frame.
fn frames<A: Arithmetic>(case: Case<'_, A>, year: Year) -> A::Kroner {
    if !A::KEEPS_UNMOVED && !case.scenario.changes_frames() {
        return A::Kroner::default();
    }
    let change = |(index, frame): (u16, &crate::model::municipality::Frame)| {
        let change = case.scenario.frame_change(&frame.id);
        if !A::KEEPS_UNMOVED && change == Percent::ZERO {
            return None;
        }
        let change: A::Percent = case.lever_of(index, Lever::FrameChange, change);
        let amount = case.at_or_last(Quantity::Frame(index, OfFrame::Amount), year, Some(&frame.amounts));
        Some(change.of(amount).named(Quantity::Frame(index, OfFrame::Change), year))
    };
    let changed: A::Kroner = numbered(&case.municipality.frames).filter_map(change).sum();
    changed.named(Quantity::Frames, year)
}
