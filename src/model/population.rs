//! Befolkning: inhabitants by age group and year.

use super::arithmetic::{Arithmetic, Money, Number, People, Plain, Rate, Source};
use super::case::Case;
use super::lever::Lever;
use super::municipality::{AgeGroup, Municipality, Provenance};
use super::quantity::{OfAgeGroup, Quantity};
use super::scenario::Scenario;
use super::units::{Persons, Ratio, Year, YearSeries};

/// Innbyggere: the whole population each year of the projection; `None` where no number is known.
///
/// The sum of [`age_group_inhabitants`] over the groups, and what the printed total differs from the
/// printed groups by: each is rounded by itself in print, and the plan's income follows the total.
/// Where the document has no inhabitants, the user's own number grows with the lever alone.
#[doc(alias = "innbyggere")]
#[must_use]
pub fn inhabitants<A: Arithmetic>(case: Case<'_, A>) -> Option<YearSeries<A::Persons>> {
    let first_year = case.municipality.plan.first_year;
    let Some(printed) = &case.municipality.population else {
        let own = case.scenario.basis.inhabitants?;
        let first = case.given(Quantity::Inhabitants, first_year, own, Source::UserFigure);
        return Some(by_lever_alone(case, first));
    };
    let groups: Vec<_> = numbered(&printed.age_groups)
        .map(|(index, group)| age_group_inhabitants(case, index, group))
        .collect();
    let total = |year| {
        let in_print: Persons = printed.age_groups.iter().map(|group| group.inhabitants.at(year)).sum();
        let rounding: A::Persons = case.given(
            Quantity::PopulationRounding,
            year,
            printed.total.inhabitants.at(year) - in_print,
            Source::File(&printed.total.provenance),
        );
        let people = groups.iter().map(|group| group.at(year)).sum::<A::Persons>() + rounding;
        people.named(Quantity::Inhabitants, year)
    };
    Some(YearSeries::new(first_year, case.municipality.years().map(total).collect()))
}

/// The place of each item in a list, as [`Quantity`] holds it.
pub(super) fn numbered<T>(list: &[T]) -> impl Iterator<Item = (u16, &T)> {
    (0..u16::MAX).zip(list)
}

/// Innbyggere i en aldersgruppe: the prognosis, with the scenario's growth added.
///
/// `people(t) = people(t−1) · (prognosis(t) / prognosis(t−1) + Δ)` from the second plan year on, where
/// Δ is the lever *Befolkningsvekst* plus the group's own change; the prognosis itself where Δ is zero.
/// People at 1 January of the first plan year are already there and do not change. The prognosis is the
/// plan's own unless the scenario has chosen an alternative.
///
/// Not modelled: that growth in one group becomes growth in the next.
#[must_use]
pub fn age_group_inhabitants<A: Arithmetic>(
    case: Case<'_, A>,
    index: u16,
    group: &AgeGroup,
) -> YearSeries<A::Persons> {
    let (series, provenance) = chosen_prognosis(case.municipality, case.scenario, group);
    let prognosis = |year| {
        let name = Quantity::AgeGroup(index, OfAgeGroup::Prognosis);
        case.given::<A::Persons>(name, year, series.at(year), Source::File(provenance))
    };
    let first_year = case.municipality.plan.first_year;
    let own: A::Percent = case.lever_of(index, Lever::GrowthOfAgeGroup, case.scenario.growth_of(&group.id));
    let extra = case.lever_percent(Lever::PopulationGrowth) + own;
    let extra = extra.named(Quantity::AgeGroup(index, OfAgeGroup::ExtraGrowth), first_year);
    let mut people =
        prognosis(first_year).named(Quantity::AgeGroup(index, OfAgeGroup::Inhabitants), first_year);
    let in_year = |year: Year| {
        if year > first_year {
            people = case
                .arithmetic
                .either(
                    extra.is_zero(),
                    || prognosis(year),
                    || people.grown(prognosis(year).over(prognosis(year.plus(-1))), extra),
                )
                .named(Quantity::AgeGroup(index, OfAgeGroup::Inhabitants), year);
        }
        people
    };
    YearSeries::new(first_year, case.municipality.years().map(in_year).collect())
}

/// The user's own number of inhabitants, which grows with the lever alone.
fn by_lever_alone<A: Arithmetic>(case: Case<'_, A>, first: A::Persons) -> YearSeries<A::Persons> {
    let first_year = case.municipality.plan.first_year;
    let mut people = first;
    let in_year = |year: Year| {
        if year > first_year {
            let extra = case.lever_percent(Lever::PopulationGrowth);
            people = case
                .arithmetic
                .either(extra.is_zero(), || first, || people.grown(A::Ratio::default(), extra))
                .named(Quantity::Inhabitants, year);
        }
        people
    };
    YearSeries::new(first_year, case.municipality.years().map(in_year).collect())
}

/// Prognosen: the people of an age group by the plan's prognosis, or by the one the scenario has chosen,
/// and where it comes from.
#[must_use]
pub fn chosen_prognosis<'a>(
    municipality: &'a Municipality,
    scenario: &Scenario,
    group: &'a AgeGroup,
) -> (&'a YearSeries<Persons>, &'a Provenance) {
    let alternatives = municipality.population.as_ref().map_or(&[][..], |people| &people.alternatives);
    let chosen = scenario.prognosis().and_then(|id| alternatives.iter().find(|other| other.id == *id));
    chosen
        .and_then(|other| Some((other.inhabitants.get(&group.id)?, &other.provenance)))
        .unwrap_or((&group.inhabitants, &group.provenance))
}

/// Demografikostnad: what the change in each age group since the first year adds to service costs.
///
/// `Σ kostnad per innbygger(age) · (people(t) − people(first))`, with the data's cost per inhabitant:
/// an estimate, marked as such. `None` where the data has no cost for any group.
///
/// Not modelled: capital cost of new capacity, that a standard may change.
#[doc(alias = "demografikostnad")]
#[must_use]
pub fn cost_of_age_change<A: Arithmetic>(case: Case<'_, A>) -> Option<YearSeries<A::Kroner>> {
    let first_year = case.municipality.plan.first_year;
    let groups: Vec<_> = numbered(case.municipality.age_groups())
        .filter_map(|(index, group)| {
            let cost = group.cost_per_inhabitant.as_ref()?;
            Some((index, cost, age_group_inhabitants(case, index, group)))
        })
        .collect();
    if groups.is_empty() {
        return None;
    }
    let in_year = |year: Year| {
        groups
            .iter()
            .map(|(index, cost, people)| {
                let cost: A::Kroner =
                    case.figure(Quantity::AgeGroup(*index, OfAgeGroup::CostPerInhabitant), year, cost);
                let more = people.at(year) - people.at(first_year);
                cost.for_each_of(more).named(Quantity::AgeGroup(*index, OfAgeGroup::Cost), year)
            })
            .sum()
    };
    Some(YearSeries::new(first_year, case.municipality.years().map(in_year).collect()))
}

/// Aldersbæreevne: inhabitants of working age (16–66) for each aged 67 or more.
///
/// Only groups that lie wholly on one side count. `None` where the groups do not divide so, or nobody is old.
#[doc(alias = "aldersbæreevne")]
#[must_use]
pub fn age_support_ratio(municipality: &Municipality, scenario: &Scenario, year: Year) -> Option<Ratio> {
    let case = Case::<Plain>::plain(municipality, scenario);
    let people_in = |belongs: &dyn Fn(&AgeGroup) -> bool| -> Option<Persons> {
        let groups: Vec<_> =
            numbered(municipality.age_groups()).filter(|(_, group)| belongs(group)).collect();
        let people = groups.iter().map(|(index, group)| age_group_inhabitants(case, *index, group).at(year));
        (!groups.is_empty()).then(|| people.sum())
    };
    let of_working_age = people_in(&|group| {
        group.from_age.is_some_and(|age| age >= 16) && group.to_age.is_some_and(|age| age <= 66)
    })?;
    let old = people_in(&|group| group.from_age.is_some_and(|age| age >= 67))?;
    (old > Persons::ZERO).then(|| Ratio::between(of_working_age, old))
}
