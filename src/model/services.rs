//! Tjenester: what running the municipality costs.

use super::input::InputId;
use super::measure;
use super::municipality::Municipality;
use super::scenario::Scenario;
use super::units::{Kroner, Year, YearSeries};

/// Driftsutgifter: running costs without depreciation, interest and instalments.
///
/// `costs(first) + share · (income(t) − income(first)) − restructuring(t) + calibration(t)
///  − extra saving + changed measures`
///
/// `share` is the plan's own rule, 80 % in Lier (line 2829–2831). What the fund earned in the plan is
/// inside the figure. The calibration is stated in the data and shown to the user; it never changes
/// with the scenario.
///
/// Not modelled: cost by age, wage and price growth.
#[doc(alias = "driftsutgifter")]
#[must_use]
pub fn operating_costs(
    municipality: &Municipality,
    scenario: &Scenario,
    revenue: &YearSeries<Kroner>,
) -> YearSeries<Kroner> {
    let measures = measure::change_in_costs(municipality, scenario);
    let cost_in = |year: Year| {
        let growth = revenue.at(year) - municipality.opening.operating_revenue.value;
        municipality.opening.operating_costs.value
            + municipality.assumptions.service_share_of_growth.value.of(growth)
            - municipality.restructuring.savings.values.at_or_last(year)
            + municipality.calibration.values.at(year)
            - Kroner::from_millions(scenario.get(InputId::Restructuring))
            + measures.at(year)
    };
    YearSeries::new(municipality.plan.first_year, municipality.years().map(cost_in).collect())
}
