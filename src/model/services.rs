//! Tjenester: what running the municipality costs.

use super::input::InputId;
use super::investment;
use super::measure;
use super::municipality::{Municipality, or_default};
use super::population;
use super::revenue::RevenueRule;
use super::scenario::Scenario;
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
#[must_use]
pub fn operating_costs(
    municipality: &Municipality,
    scenario: &Scenario,
    revenue: &YearSeries<RevenueRule>,
) -> YearSeries<Kroner> {
    let measures = measure::change_in_costs(municipality, scenario);
    let effects = investment::change_in_operating_effects(municipality, scenario);
    let by_age =
        if scenario.cost_by_age { population::cost_of_age_change(municipality, scenario) } else { None };
    let base = first_costs(municipality);
    let realised = Percent::new(scenario.get(InputId::Realisation));
    let saving = realised.of(Kroner::from_millions(scenario.get(InputId::Restructuring)));
    let cost_in = |year: Year| {
        let need = match &by_age {
            Some(by_age) => by_age.at(year),
            None => municipality.assumptions.service_share_of_growth.value.of(revenue.at(year).growth),
        };
        let planned = base + need
            - municipality
                .restructuring
                .as_ref()
                .map(|own| own.savings.values.at_or_last(year))
                .unwrap_or_default()
            + municipality.calibration.as_ref().map(|line| line.values.at(year)).unwrap_or_default();
        planned + dearer(municipality, scenario, planned, year) - saving
            + measures.at(year)
            + frames(municipality, scenario, year)
            + effects.at(year)
    };
    YearSeries::new(municipality.plan.first_year, municipality.years().map(cost_in).collect())
}

/// Costs of the first year before the plan's restructuring.
fn first_costs(municipality: &Municipality) -> Kroner {
    match &municipality.account {
        Some(account) => account.appropriations.values.at(municipality.plan.first_year),
        None => or_default(municipality.opening.operating_costs.as_ref()),
    }
}

/// Lønns- og prisvekst beyond what the deflator covers, compounded from the second year on.
///
/// `costs · (wage share · ((1 + w)^k − 1) + (1 − wage share) · ((1 + p)^k − 1))`
#[doc(alias = "lønnsvekst")]
fn dearer(municipality: &Municipality, scenario: &Scenario, costs: Kroner, year: Year) -> Kroner {
    let (wages, prices) = (scenario.get(InputId::WageGrowth), scenario.get(InputId::PriceGrowth));
    if wages.is_zero() && prices.is_zero() {
        return Kroner::ZERO;
    }
    let years = year.since(municipality.plan.first_year);
    let wage_share =
        municipality.assumptions.wage_share.as_ref().map_or(WAGES_IN_DEFLATOR, |share| share.value);
    let growth = wage_share.of_percent(Percent::new(wages).compounded(years).growth())
        + (Percent::HUNDRED - wage_share).of_percent(Percent::new(prices).compounded(years).growth());
    growth.of(costs)
}

/// Lønnsandel: the weight of wages in the kommunal deflator, percent, for a municipality whose data has no
/// share of its own.
#[doc(alias = "lønnsandel")]
pub const WAGES_IN_DEFLATOR: Percent = Percent::new(rust_decimal::dec!(59));

/// What changed net frames add, percent of each frame.
fn frames(municipality: &Municipality, scenario: &Scenario, year: Year) -> Kroner {
    let change = |(id, change): (&String, &Percent)| {
        let frame = municipality.frames.iter().find(|frame| frame.id == *id)?;
        Some(change.of(frame.amounts.values.at_or_last(year)))
    };
    scenario.frames.iter().filter_map(change).sum()
}
