//! Befolkning: inhabitants by age group and year.

use super::input::InputId;
use super::municipality::{AgeGroup, Municipality};
use super::scenario::Scenario;
use super::units::{Percent, Persons, Ratio, Year, YearSeries};

/// Innbyggere: the whole population each year of the projection.
///
/// The sum of [`age_group_inhabitants`] over the groups, and what the printed total differs from the
/// printed groups by: each is rounded by itself in print, and the plan's income follows the total.
#[doc(alias = "innbyggere")]
#[must_use]
pub fn inhabitants(municipality: &Municipality, scenario: &Scenario) -> YearSeries<Persons> {
    let groups: Vec<_> = municipality
        .population
        .age_groups
        .iter()
        .map(|group| age_group_inhabitants(municipality, scenario, group))
        .collect();
    let printed = &municipality.population;
    let total = |year| {
        let in_print: Persons = printed.age_groups.iter().map(|group| group.inhabitants.at(year)).sum();
        let rounding = printed.total.inhabitants.at(year) - in_print;
        groups.iter().map(|group| group.at(year)).sum::<Persons>() + rounding
    };
    YearSeries::new(municipality.plan.first_year, municipality.years().map(total).collect())
}

/// Innbyggere i en aldersgruppe: the prognosis, with the scenario's growth added.
///
/// `people(t) = people(t−1) · (prognosis(t) / prognosis(t−1) + Δ)` from the second plan year on, where
/// Δ is the lever *Befolkningsvekst* plus the group's own change. People at 1 January of the first
/// plan year are already there and do not change.
///
/// Not modelled: that growth in one group becomes growth in the next.
#[must_use]
pub fn age_group_inhabitants(
    municipality: &Municipality,
    scenario: &Scenario,
    group: &AgeGroup,
) -> YearSeries<Persons> {
    let own = scenario.growth_by_age.get(&group.id).copied().unwrap_or_default();
    let extra = Percent::new(scenario.get(InputId::PopulationGrowth)) + own;
    if extra == Percent::ZERO {
        let prognosis = municipality.years().map(|year| group.inhabitants.at(year));
        return YearSeries::new(municipality.plan.first_year, prognosis.collect());
    }
    let mut people = group.inhabitants.at(municipality.plan.first_year);
    let grow = |year: Year| {
        if year > municipality.plan.first_year {
            let growth = Ratio::between(group.inhabitants.at(year), group.inhabitants.at(year.plus(-1)));
            people = people.grown(growth, extra);
        }
        people
    };
    YearSeries::new(municipality.plan.first_year, municipality.years().map(grow).collect())
}
