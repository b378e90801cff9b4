//! Tiltak: what single measures do to running costs.

use super::municipality::{Duration, Measure, Municipality};
use super::scenario::Scenario;
use super::units::{Kroner, Percent, Year, YearSeries};

impl Measure {
    /// Endring i netto ramme: what the measure does to costs in a year when wholly realised.
    ///
    /// Negative is a saving, as printed. After the last printed year a lasting measure stands at its
    /// last level, a biennial one repeats its last two years, a temporary one is over.
    #[must_use]
    pub fn amount_in(&self, year: Year) -> Kroner {
        match self.duration {
            Duration::Lasting => self.amounts.at_or_last(year),
            Duration::Temporary => self.amounts.at(year),
            Duration::Biennial => {
                let last = self.amounts.first_year().plus(i32::try_from(self.amounts.len()).unwrap_or(0) - 1);
                let beyond = year.since(last).max(0);
                self.amounts.at(year.plus(-(beyond + beyond % 2)))
            }
        }
    }

    /// How much of the measure the projection already holds: all of it or nothing.
    #[must_use]
    pub fn realisation_in_plan(&self) -> Percent {
        if self.in_plan { Percent::HUNDRED } else { Percent::ZERO }
    }
}

/// What the scenario's changed measures add to running costs, year by year.
///
/// `Σ (realisation in scenario − realisation in plan) · amount(t)`, rounded to whole kroner per measure.
/// A locked line cannot be changed and adds nothing.
#[must_use]
pub fn change_in_costs(municipality: &Municipality, scenario: &Scenario) -> YearSeries<Kroner> {
    // Looked up once, not once a year.
    let changed: Vec<(&Measure, Percent)> = scenario
        .measures
        .iter()
        .filter_map(|(id, realisation)| {
            let measure = municipality.measure(id).filter(|measure| measure.locked.is_none())?;
            Some((measure, *realisation - measure.realisation_in_plan()))
        })
        .collect();
    let in_year = |year| changed.iter().map(|(measure, share)| share.of(measure.amount_in(year))).sum();
    YearSeries::new(municipality.plan.first_year, municipality.years().map(in_year).collect())
}
