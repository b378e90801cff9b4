//! Befolkning: inhabitants by age group and year.

use super::input::InputId;
use super::municipality::{AgeGroup, Municipality};
use super::scenario::Scenario;
use super::units::{Kroner, Percent, Persons, Ratio, Year, YearSeries};

/// Innbyggere: the whole population each year of the projection; `None` where no number is known.
///
/// The sum of [`age_group_inhabitants`] over the groups, and what the printed total differs from the
/// printed groups by: each is rounded by itself in print, and the plan's income follows the total.
/// Where the document has no inhabitants, the user's own number grows with the lever alone.
#[doc(alias = "innbyggere")]
#[must_use]
pub fn inhabitants(municipality: &Municipality, scenario: &Scenario) -> Option<YearSeries<Persons>> {
    let first_year = municipality.plan.first_year;
    let Some(printed) = &municipality.population else {
        let own = scenario.basis.inhabitants?;
        let still = YearSeries::new(first_year, vec![own; municipality.plan.year_count]);
        return Some(grown(municipality, &still, extra_growth(scenario, None)));
    };
    let groups: Vec<_> =
        printed.age_groups.iter().map(|group| age_group_inhabitants(municipality, scenario, group)).collect();
    let total = |year| {
        let in_print: Persons = printed.age_groups.iter().map(|group| group.inhabitants.at(year)).sum();
        let rounding = printed.total.inhabitants.at(year) - in_print;
        groups.iter().map(|group| group.at(year)).sum::<Persons>() + rounding
    };
    Some(YearSeries::new(first_year, municipality.years().map(total).collect()))
}

/// Innbyggere i en aldersgruppe: the prognosis, with the scenario's growth added.
///
/// `people(t) = people(t−1) · (prognosis(t) / prognosis(t−1) + Δ)` from the second plan year on, where
/// Δ is the lever *Befolkningsvekst* plus the group's own change. People at 1 January of the first
/// plan year are already there and do not change. The prognosis is the plan's own unless the scenario
/// has chosen an alternative.
///
/// Not modelled: that growth in one group becomes growth in the next.
#[must_use]
pub fn age_group_inhabitants(
    municipality: &Municipality,
    scenario: &Scenario,
    group: &AgeGroup,
) -> YearSeries<Persons> {
    let prognosis = chosen_prognosis(municipality, scenario, group);
    grown(municipality, prognosis, extra_growth(scenario, Some(&group.id)))
}

/// Prognosen: the people of an age group by the plan's prognosis, or by the one the scenario has chosen.
#[must_use]
pub fn chosen_prognosis<'a>(
    municipality: &'a Municipality,
    scenario: &Scenario,
    group: &'a AgeGroup,
) -> &'a YearSeries<Persons> {
    let alternatives = municipality.population.as_ref().map_or(&[][..], |people| &people.alternatives);
    let chosen = scenario
        .prognosis
        .as_ref()
        .and_then(|id| alternatives.iter().find(|alternative| alternative.id == *id));
    chosen.and_then(|alternative| alternative.inhabitants.get(&group.id)).unwrap_or(&group.inhabitants)
}

/// Ekstra vekst: what the scenario adds to the yearly growth of a group, percentage points: the lever, and the
/// group's own change. Without a group it is the lever alone.
#[must_use]
pub fn extra_growth(scenario: &Scenario, group: Option<&str>) -> Percent {
    let own = group.and_then(|id| scenario.growth_by_age.get(id)).copied().unwrap_or_default();
    Percent::new(scenario.get(InputId::PopulationGrowth)) + own
}

fn grown(
    municipality: &Municipality,
    prognosis: &YearSeries<Persons>,
    extra: Percent,
) -> YearSeries<Persons> {
    let first_year = municipality.plan.first_year;
    if extra == Percent::ZERO {
        return YearSeries::new(first_year, municipality.years().map(|year| prognosis.at(year)).collect());
    }
    let mut people = prognosis.at(first_year);
    let grow = |year: Year| {
        if year > first_year {
            let growth = Ratio::between(prognosis.at(year), prognosis.at(year.plus(-1)));
            people = people.grown(growth, extra);
        }
        people
    };
    YearSeries::new(first_year, municipality.years().map(grow).collect())
}

/// Demografikostnad: what the change in each age group since the first year adds to service costs.
///
/// `Σ kostnad per innbygger(age) · (people(t) − people(first))`, with the data's cost per inhabitant:
/// an estimate, marked as such. `None` where the data has no cost for any group.
///
/// Not modelled: capital cost of new capacity, that a standard may change.
#[doc(alias = "demografikostnad")]
#[must_use]
pub fn cost_of_age_change(municipality: &Municipality, scenario: &Scenario) -> Option<YearSeries<Kroner>> {
    let first_year = municipality.plan.first_year;
    let groups: Vec<(Kroner, YearSeries<Persons>)> = municipality
        .age_groups()
        .iter()
        .filter_map(|group| {
            let cost = group.cost_per_inhabitant.as_ref()?.value;
            Some((cost, age_group_inhabitants(municipality, scenario, group)))
        })
        .collect();
    if groups.is_empty() {
        return None;
    }
    let in_year = |year: Year| {
        groups.iter().map(|(cost, people)| cost.for_each_of(people.at(year) - people.at(first_year))).sum()
    };
    Some(YearSeries::new(first_year, municipality.years().map(in_year).collect()))
}

/// Aldersbæreevne: inhabitants of working age (16–66) for each aged 67 or more.
///
/// Only groups that lie wholly on one side count. `None` where the groups do not tell, or nobody is old.
#[doc(alias = "aldersbæreevne")]
#[must_use]
pub fn age_support_ratio(municipality: &Municipality, scenario: &Scenario, year: Year) -> Option<Ratio> {
    let people_in = |belongs: &dyn Fn(&AgeGroup) -> bool| -> Option<Persons> {
        let groups: Vec<_> = municipality.age_groups().iter().filter(|group| belongs(group)).collect();
        let people = groups.iter().map(|group| age_group_inhabitants(municipality, scenario, group).at(year));
        (!groups.is_empty()).then(|| people.sum())
    };
    let of_working_age = people_in(&|group| {
        group.from_age.is_some_and(|age| age >= 16) && group.to_age.is_some_and(|age| age <= 66)
    })?;
    let old = people_in(&|group| group.from_age.is_some_and(|age| age >= 67))?;
    (old > Persons::ZERO).then(|| Ratio::between(of_working_age, old))
}
