//! Andre filer: the model on municipality files that are unlike those that come with the program.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where the figures are not there"
)]

mod support;

use handlingsrom::model::lever::Lever;
use handlingsrom::model::municipality::{Figure, Municipality, OnLending, SeriesFigure};
use handlingsrom::model::notice::Notice;
use handlingsrom::model::units::{Kroner, Percent, Persons, Ratio, Year, YearSeries};
use rust_decimal::{Decimal, dec};
use support::{estimate, lier, municipality, plan, skeleton, with, year};

fn figure<T>(value: T) -> Figure<T> {
    Figure { value, provenance: estimate() }
}

fn millions(amount: i64) -> Kroner {
    Kroner::new(amount * 1_000_000)
}

fn every_year(from: i32, amount: Kroner) -> SeriesFigure<Kroner> {
    SeriesFigure { values: YearSeries::new(Year(from), vec![amount; 10]), provenance: estimate() }
}

fn off(one: Kroner, other: Kroner) -> Decimal {
    (one - other).kroner().abs()
}

#[test]
fn what_is_lent_on_after_print_brings_the_interest_that_it_costs() {
    let lending = |loans| {
        let mut municipality = skeleton();
        municipality.opening.on_lending = Some(OnLending {
            debt: figure(millions(100)),
            loans: Some(every_year(2026, loans)),
            instalments: Some(every_year(2026, millions(10))),
        });
        plan(&municipality)
    };
    let (standing, growing) = (lending(millions(10)), lending(millions(60)));
    let debt = |number| {
        year(&growing, number).debt_by_class.on_lending - year(&standing, number).debt_by_class.on_lending
    };
    assert_eq!(debt(2035), millions(500));
    for number in 2030..=2035 {
        let result = |projection| year(projection, number).net_operating_result;
        assert!(off(result(&standing), result(&growing)) <= dec!(20), "{number}");
    }
}

#[test]
fn loans_that_self_cost_areas_take_for_what_is_not_listed_come_in_addition() {
    let with_debt = |debt: Option<i64>| {
        let mut municipality = skeleton();
        municipality.investments.projects.iter_mut().for_each(|project| project.self_cost = false);
        municipality.opening.self_cost_debt = debt.map(|debt| figure(millions(debt)));
        plan(&municipality)
    };
    let (without, with) = (with_debt(None), with_debt(Some(100)));
    for number in 2026..=2029 {
        let (one, other) = (year(&without, number), year(&with, number));
        assert_eq!(one.loans, other.loans, "{number}");
        assert_eq!(other.debt_by_class.self_cost, millions(100), "{number}");
    }
}

fn lagging(years: u32) -> Municipality {
    let mut municipality = lier().clone();
    municipality.assumptions.revenue_lag_years = Some(figure(years));
    municipality
}

#[test]
fn costs_follow_the_people_of_the_year_also_where_income_is_late() {
    let (prompt, late) = (plan(&lagging(0)), plan(&lagging(2)));
    for number in 2025..=2034 {
        let costs = |projection| year(projection, number).operating_costs;
        assert_eq!(costs(&prompt), costs(&late), "{number}");
    }
    assert!(year(&late, 2034).operating_revenue < year(&prompt, 2034).operating_revenue);
}

#[test]
fn late_income_counts_the_growth_before_the_first_year_where_the_file_has_it() {
    let municipality = lagging(1);
    let projection = plan(&municipality);
    let people = &municipality.population.as_ref().unwrap().total.inhabitants;
    let (before, first) = (people.at(Year(2024)), people.at(Year(2025)));
    let expected = year(&projection, 2025).operating_revenue.times(Ratio::between(first, before));
    assert_eq!(year(&projection, 2026).operating_revenue, expected);
}

#[test]
fn dearer_building_is_dearer_from_the_second_year() {
    let moved = with(lier(), |scenario| scenario.set(Lever::PriceGrowth, dec!(2)));
    let planned = plan(lier());
    let cost = |projection, number| year(projection, number).investment.expenditure;
    assert_eq!(cost(&moved, 2025), cost(&planned, 2025));
    let expected = cost(&planned, 2027).times(Percent::new(dec!(2)).compounded(2));
    assert_eq!(cost(&moved, 2027), expected);
    assert!(year(&moved, 2034).debt.amount() > year(&planned, 2034).debt.amount());
}

#[test]
fn a_percent_of_wages_is_of_the_wage_bill_and_not_of_net_costs() {
    let lillehammer = municipality("lillehammer");
    let moved = with(lillehammer, |scenario| scenario.set(Lever::WageGrowth, dec!(1)));
    let planned = plan(lillehammer);
    let (before, after) = (year(&planned, 2025), year(&moved, 2025));
    let gross = before.operating_costs + before.gross_revenue.unwrap() - before.operating_revenue;
    let share = lillehammer.assumptions.wage_share.as_ref().unwrap().value;
    let bill = Percent::new(dec!(1)).of(share.of(gross));
    let dearer = after.operating_costs - before.operating_costs;
    // The calibration of income and costs is not in the base.
    assert!(off(dearer, bill) <= dec!(0.02) * bill.kroner(), "{dearer:?} {bill:?}");
}

#[test]
fn the_plans_own_programme_falls_short_where_its_measures_are_not_listed() {
    let mut municipality = lier().clone();
    municipality.measures.clear();
    municipality.ready_made.clear();
    let half = with(&municipality, |scenario| scenario.set(Lever::Realisation, dec!(50)));
    let planned = plan(&municipality);
    let programme = municipality.restructuring.as_ref().unwrap().savings.values.at(Year(2028));
    assert!(programme > Kroner::ZERO);
    let dearer = year(&half, 2028).operating_costs - year(&planned, 2028).operating_costs;
    assert_eq!(dearer, Percent::new(dec!(50)).of(programme));
}

#[test]
fn an_uncovered_deficit_costs_interest_the_year_after_on_a_line_of_its_own() {
    let eiker = municipality("ovre-eiker");
    let worse = with(eiker, |scenario| scenario.set(Lever::RealRevenueGrowth, dec!(-2)));
    let mut found = 0;
    for number in 2026..=2034 {
        let (before, now) = (year(&worse, number - 1), year(&worse, number));
        let rate = eiker.assumptions.average_rate.values.at_or_last(Year(number));
        assert_eq!(now.deficit_interest, rate.of(before.uncovered_deficit), "{number}");
        found += i32::from(now.deficit_interest > Kroner::ZERO);
    }
    assert!(found > 3);
    assert!(worse.notices.iter().any(|notice| matches!(notice, Notice::AdoptedWithDeficit { .. })));
}

#[test]
fn services_get_their_share_of_real_growth_unless_it_is_kept() {
    let grown = |kept: bool| {
        with(lier(), |scenario| {
            scenario.set(Lever::RealRevenueGrowth, dec!(1));
            scenario.set(Lever::KeepRealGrowth, kept);
        })
    };
    let (planned, kept, shared) = (plan(lier()), grown(true), grown(false));
    let more = |projection| {
        let (one, other) = (year(projection, 2030), year(&planned, 2030));
        (one.operating_revenue - other.operating_revenue, one.operating_costs - other.operating_costs)
    };
    let (income, costs) = more(&kept);
    assert_eq!(costs, Kroner::ZERO);
    let share = lier().assumptions.service_share_of_growth.value;
    assert_eq!(more(&shared), (income, share.of(income)));
}

#[test]
fn the_services_own_income_grows_with_the_people() {
    let mut municipality = skeleton();
    let people = municipality.population.as_mut().unwrap();
    let doubled = |series: &YearSeries<Persons>| {
        let first = series.at(Year(2026));
        YearSeries::new(
            Year(2026),
            (0..10).map(|year| if year == 0 { first } else { first + first }).collect(),
        )
    };
    people.total.inhabitants = doubled(&people.total.inhabitants);
    people.age_groups[0].inhabitants = doubled(&people.age_groups[0].inhabitants);
    let projection = plan(&municipality);
    let own = |number| {
        let result = year(&projection, number);
        result.gross_revenue.unwrap() - result.operating_revenue
    };
    assert_eq!(own(2027), own(2026) + own(2026));
}
