//! Kapitalen: what is built, what it is written off by, and what must be paid down.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where the figures are not there"
)]

mod support;

use handlingsrom::model::lever::Lever;
use handlingsrom::model::municipality::{Figure, Municipality, ProjectIncome};
use handlingsrom::model::projection::{Notice, Projection, YearResult};
use handlingsrom::model::scenario::{OwnProject, ProjectChange, Scenario};
use handlingsrom::model::units::{Kroner, Percent, Year, YearSeries};
use rust_decimal::{Decimal, dec};
use support::{all_municipalities, estimate, plan, skeleton, with, year};

fn figure(thousands: i64) -> Figure<Kroner> {
    Figure { value: Kroner::new(thousands * 1000), provenance: estimate() }
}

/// The skeleton with book values: 65 million of depreciation a year on 1 200 million, and a grant for the school.
fn with_book_value() -> Municipality {
    let mut municipality = skeleton();
    municipality.opening.book_value = Some(figure(1_200_000));
    let amounts = [0, 0, 5_000, 5_000, 0, 0, 0, 0, 0, 0].map(|amount| Kroner::new(amount * 1000));
    municipality.investments.projects[0].income.push(ProjectIncome {
        name: "Tilskudd".to_owned(),
        amounts: YearSeries::new(Year(2026), amounts.to_vec()),
        provenance: estimate(),
    });
    municipality
}

fn dropped(municipality: &Municipality) -> Projection {
    with(municipality, |scenario: &mut Scenario| {
        for project in &municipality.investments.projects {
            scenario.set_project(&project.id, ProjectChange::dropped());
        }
    })
}

/// What a year has of investments and of what follows from them.
fn of_investments(year: &YearResult) -> impl PartialEq + std::fmt::Debug + use<> {
    (
        year.investment,
        (year.depreciation, year.book_value, year.minimum_instalments, year.instalments),
        (year.operating_costs, year.interest, year.net_operating_result, year.debt_by_class),
    )
}

#[test]
fn a_plan_scaled_to_nothing_is_every_project_dropped_in_every_line() {
    let own = with_book_value();
    let mut all: Vec<&Municipality> = all_municipalities().collect();
    all.push(&own);
    for municipality in all {
        let scaled = with(municipality, |scenario| scenario.set(Lever::InvestmentVolume, dec!(0)));
        for (number, result) in dropped(municipality).years.iter() {
            let id = &municipality.identity.id;
            assert_eq!(of_investments(year(&scaled, number.0)), of_investments(result), "{id} {number}");
        }
    }
}

#[test]
fn half_the_investments_is_half_of_what_they_add_to_depreciation() {
    let municipality = with_book_value();
    let at = |volume: Decimal| with(&municipality, |scenario| scenario.set(Lever::InvestmentVolume, volume));
    let (none, half, all) = (at(dec!(0)), at(dec!(50)), plan(&municipality));
    for number in 2026..=2035 {
        let of = |projection: &Projection| year(projection, number).depreciation;
        let twice = (of(&half) - of(&none)) + (of(&half) - of(&none));
        let off = (of(&all) - of(&none) - twice).kroner().abs();
        assert!(off <= dec!(4), "{number}: {off}");
    }
    assert!(year(&half, 2035).depreciation > year(&none, 2035).depreciation);
}

#[test]
fn old_assets_run_off_and_new_ones_are_written_off_over_their_lifetime() {
    let municipality = with_book_value();
    let projection = plan(&municipality);
    let account = municipality.account.as_ref().unwrap();
    let printed = account.depreciation.as_ref().unwrap();
    let last = printed.values.last_year();
    assert_eq!(last, Year(2029));
    let level = printed.values.at(last);
    let mut left = Kroner::new(1_200_000_000);
    for number in 2026..=2029 {
        let result = year(&projection, number);
        assert_eq!(result.depreciation, printed.values.at(Year(number)));
        if number < 2029 {
            left = left + result.investment.expenditure - result.investment.vat_compensation;
        }
        left = left - result.depreciation;
    }
    let fall = level.times_share(level, left + left).unwrap();
    // The school of 220 million, a fifth of it VAT, is ready in 2029 and written off over 40 years from 2030;
    // the appropriations of 2029 over 30 years, the usual.
    let school = Kroner::new(220_000_000 / 5 * 4 / 40);
    let of_2029: Kroner = municipality
        .investments
        .projects
        .iter()
        .skip(1)
        .map(|project| {
            let share =
                if project.self_cost { Percent::ZERO } else { municipality.assumptions.vat_share.value };
            let cost = project.amounts.at(Year(2029));
            (cost - share.of(cost)).divided_by(30)
        })
        .sum();
    let expected = level - fall + school + of_2029;
    let off = (year(&projection, 2030).depreciation - expected).kroner().abs();
    assert!(off <= dec!(2), "{off}");
}

#[test]
fn a_project_of_ones_own_is_depreciated_from_the_year_it_is_in_use() {
    let municipality = with_book_value();
    let own = OwnProject {
        name: "Svømmehall".to_owned(),
        cost: Kroner::new(300_000_000),
        start: Year(2028),
        years: 2,
        self_cost: true,
        operating_effect: Kroner::ZERO,
    };
    let (planned, more) = (plan(&municipality), with(&municipality, |scenario| scenario.add_project(own)));
    let added = |number| year(&more, number).depreciation - year(&planned, number).depreciation;
    assert_eq!((added(2029), added(2030)), (Kroner::ZERO, Kroner::new(10_000_000)));
    assert_eq!(added(2035), Kroner::new(10_000_000));
}

#[test]
fn instalments_never_lie_under_the_minimum_after_print_and_print_that_does_is_noted() {
    let mut municipality = with_book_value();
    let printed = &mut municipality.account.as_mut().unwrap().instalments.values;
    *printed = YearSeries::new(Year(2026), vec![Kroner::new(1_000_000); 4]);
    municipality.account.as_mut().unwrap().net_operating_result = None;
    let projection = plan(&municipality);
    assert_eq!(year(&projection, 2029).instalments, Kroner::new(1_000_000));
    assert!(projection.notices.contains(&Notice::BelowMinimum { year: Year(2026) }));
    let moved = with(&municipality, |scenario| {
        scenario.set(Lever::InvestmentVolume, dec!(150));
        scenario.set(Lever::InterestRate, dec!(1));
    });
    for projection in [projection, moved] {
        for number in 2030..=2035 {
            let result = year(&projection, number);
            assert!(result.instalments >= result.minimum_instalments.unwrap(), "{number}");
        }
    }
}

#[test]
fn where_depreciation_is_not_given_there_is_no_minimum() {
    let mut municipality = with_book_value();
    municipality.account.as_mut().unwrap().depreciation = None;
    assert!(plan(&municipality).years.values().iter().all(|year| year.minimum_instalments.is_none()));
}

#[test]
fn what_is_sold_does_not_depend_on_what_is_built() {
    let lier = support::lier();
    let (planned, none) = (plan(lier), with(lier, |scenario| scenario.set(Lever::InvestmentVolume, dec!(0))));
    let grants = |projection: &Projection, number| year(projection, number).investment.sales_and_grants;
    let of_projects: Kroner = lier
        .investments
        .projects
        .iter()
        .flat_map(|project| &project.income)
        .map(|income| income.amounts.at(Year(2033)))
        .sum();
    assert!(of_projects > Kroner::ZERO);
    assert_eq!(grants(&none, 2033), grants(&planned, 2033) - of_projects);
    assert_eq!(grants(&none, 2027), grants(&planned, 2027));
}

#[test]
fn more_saving_never_raises_debt_where_a_sale_has_paid_the_ordinary_debt() {
    let lillehammer = support::municipality("lillehammer");
    let saving = |millions: Decimal| {
        with(lillehammer, |scenario| {
            scenario.set(Lever::Sale.of(Year(2032)), dec!(2000));
            scenario.set(Lever::Sale.of(Year(2033)), dec!(2000));
            scenario.set(Lever::Restructuring, millions);
        })
    };
    let (less, more) = (saving(dec!(10)), saving(dec!(10.5)));
    for number in 2024..=2033 {
        assert!(year(&more, number).debt.amount() <= year(&less, number).debt.amount(), "{number}");
    }
}
