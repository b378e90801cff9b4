//! Lover: what every projection obeys, over the whole range of every lever.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a property stops where it does not hold"
)]

use handlingsrom::exchange::{link, municipality_file, scenario_file};
use handlingsrom::model::fiscal_rule::assess;
use handlingsrom::model::input::{GROWTH_OF_AGE_GROUP, InputId, RATE_IN_YEAR, REALISATION};
use handlingsrom::model::investment::movable_years;
use handlingsrom::model::municipality::{Measure, Municipality};
use handlingsrom::model::projection::{Projection, YearResult, project, project_beside};
use handlingsrom::model::scenario::{ProjectChange, Scenario};
use handlingsrom::model::units::{Kroner, Percent};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use rust_decimal::{Decimal, dec};

/// One movement of one lever or detail.
#[derive(Clone, Debug)]
enum Step {
    Lever(InputId, Decimal),
    Rate(Index, Decimal),
    Growth(Index, Decimal),
    Project(Index, Index, bool),
    Measure(Index, Decimal),
}

fn lier() -> &'static Municipality {
    municipality_file::built_in("lier").expect("Lier comes with the program")
}

fn hundredths(min: Decimal, max: Decimal) -> impl Strategy<Value = Decimal> {
    let whole = |bound: Decimal| i64::try_from((bound * dec!(100)).trunc().mantissa()).unwrap();
    (whole(min.trunc())..=whole(max.trunc())).prop_map(|value| Decimal::new(value, 2))
}

fn step() -> impl Strategy<Value = Step> {
    let lever = select(InputId::ALL.to_vec()).prop_flat_map(|input| {
        hundredths(input.spec().min, input.spec().max).prop_map(move |value| Step::Lever(input, value))
    });
    prop_oneof![
        3 => lever,
        1 => (any::<Index>(), hundredths(RATE_IN_YEAR.min, RATE_IN_YEAR.max)).prop_map(|(year, value)| Step::Rate(year, value)),
        1 => (any::<Index>(), hundredths(GROWTH_OF_AGE_GROUP.min, GROWTH_OF_AGE_GROUP.max)).prop_map(|(group, value)| Step::Growth(group, value)),
        2 => (any::<Index>(), any::<Index>(), any::<bool>()).prop_map(|(project, years, included)| Step::Project(project, years, included)),
        2 => (any::<Index>(), hundredths(REALISATION.min, REALISATION.max)).prop_map(|(measure, value)| Step::Measure(measure, value)),
    ]
}

fn open_measures() -> Vec<&'static Measure> {
    lier().measures.iter().filter(|measure| measure.locked.is_none()).collect()
}

fn take(scenario: &mut Scenario, step: &Step) {
    match step {
        Step::Lever(input, value) => scenario.set(*input, *value),
        Step::Rate(year, value) => {
            let years: Vec<_> = lier().years().collect();
            scenario.set_rate_in(*year.get(&years), Percent::new(*value));
        }
        Step::Growth(group, value) => {
            scenario.set_growth_of(&group.get(&lier().population.age_groups).id, Percent::new(*value));
        }
        Step::Project(project, years, included) => {
            let project = project.get(&lier().investments.projects);
            let range: Vec<i32> = movable_years(lier(), project).collect();
            let change = ProjectChange { included: *included, moved: *years.get(&range) };
            scenario.set_project(&project.id, change);
        }
        Step::Measure(measure, value) => {
            let measures = open_measures();
            scenario.set_measure(measures[measure.index(measures.len())], Percent::new(*value));
        }
    }
}

fn scenario() -> impl Strategy<Value = Scenario> {
    prop::collection::vec(step(), 0..12).prop_map(|steps| {
        let mut scenario = Scenario::plan();
        for step in &steps {
            take(&mut scenario, step);
        }
        scenario
    })
}

fn plan() -> Projection {
    project(lier(), &Scenario::plan())
}

/// No rule of the second projection has less head-room in any year than in the first.
fn no_rule_is_worse(before: &Projection, after: &Projection) -> Result<(), TestCaseError> {
    for rule in &lier().rules {
        let (before, after) = (assess(rule, before), assess(rule, after));
        for ((year, one), (_, other)) in before.years.iter().zip(after.years.iter()) {
            prop_assert!(
                other.headroom >= one.headroom,
                "{} {year}: {:?} {:?}",
                rule.id,
                one.headroom,
                other.headroom
            );
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn debt_fund_and_financing_add_up_to_the_krone(scenario in scenario()) {
        let projection = project(lier(), &scenario);
        let mut debt = lier().opening.debt.value;
        let mut fund = lier().opening.disposition_fund.value;
        let mut deficit = Kroner::ZERO;
        let mut waiting = Kroner::ZERO;
        for result in projection.years.values() {
            let used = result.disposition;
            prop_assert_eq!(result.debt, debt + result.loans - result.instalments);
            prop_assert_eq!(result.disposition_fund, fund + used.allocated_to_fund);
            prop_assert_eq!(result.uncovered_deficit, deficit + used.new_deficit - used.deficit_covered);
            prop_assert_eq!(result.investment_fund, waiting - result.use_of_investment_fund);
            prop_assert_eq!(
                result.net_operating_result,
                used.transfer_to_investment + used.allocated_to_fund + used.deficit_covered - used.new_deficit
            );
            prop_assert_eq!(
                result.net_operating_result,
                result.operating_revenue - result.operating_costs + result.change_in_fund_yield - result.interest - result.instalments
            );
            let investment = result.investment;
            prop_assert_eq!(
                investment.expenditure,
                investment.vat_compensation + investment.sales_and_grants + investment.rounding
                    + result.use_of_investment_fund + used.transfer_to_investment + result.loans
            );
            for never_negative in [result.debt, result.disposition_fund, result.uncovered_deficit, result.investment_fund,
                result.loans, used.transfer_to_investment, investment.expenditure, investment.vat_compensation] {
                prop_assert!(!never_negative.is_negative(), "{} {:?}", result.year, never_negative);
            }
            (debt, fund, deficit, waiting) = (result.debt, result.disposition_fund, result.uncovered_deficit, result.investment_fund);
        }
    }

    #[test]
    fn a_scenario_beside_a_known_plan_is_the_same_scenario(scenario in scenario()) {
        prop_assert_eq!(project_beside(lier(), &plan(), &scenario), project(lier(), &scenario));
    }

    #[test]
    fn the_order_of_two_levers_never_matters(before in scenario(), one in step(), other in step()) {
        let (mut first, mut second) = (before.clone(), before);
        take(&mut first, &one);
        take(&mut first, &other);
        take(&mut second, &other);
        take(&mut second, &one);
        // Two steps on the same thing are not two levers: the last one stands.
        if std::mem::discriminant(&one) != std::mem::discriminant(&other) {
            prop_assert_eq!(&first, &second);
        }
    }

    #[test]
    fn every_lever_out_and_back_is_the_plan(mut scenario in scenario()) {
        for input in InputId::ALL {
            scenario.set(input, input.spec().plan);
        }
        for year in lier().years() {
            scenario.set_rate_in(year, Percent::ZERO);
        }
        for group in &lier().population.age_groups {
            scenario.set_growth_of(&group.id, Percent::ZERO);
        }
        for project in &lier().investments.projects {
            scenario.set_project(&project.id, ProjectChange::NONE);
        }
        for measure in &lier().measures {
            scenario.set_measure(measure, measure.realisation_in_plan());
        }
        prop_assert!(scenario.is_plan());
        prop_assert_eq!(project(lier(), &scenario), plan());
    }

    #[test]
    fn a_higher_rate_never_lowers_the_average_rate(scenario in scenario(), higher in hundredths(dec!(0), dec!(4))) {
        let mut dearer = scenario.clone();
        dearer.set(InputId::InterestRate, scenario.get(InputId::InterestRate) + higher);
        let (before, after) = (project(lier(), &scenario), project(lier(), &dearer));
        for (one, other) in before.years.values().iter().zip(after.years.values()) {
            prop_assert!(other.average_rate >= one.average_rate);
        }
    }

    #[test]
    fn a_higher_rate_on_the_plan_never_lowers_interest(low in hundredths(dec!(-2), dec!(4)), high in hundredths(dec!(-2), dec!(4))) {
        let at = |shift| {
            let mut scenario = Scenario::plan();
            scenario.set(InputId::InterestRate, shift);
            project(lier(), &scenario)
        };
        let (before, after) = (at(low.min(high)), at(low.max(high)));
        for (one, other) in before.years.values().iter().zip(after.years.values()) {
            prop_assert!(other.interest >= one.interest, "{}", one.year);
        }
    }

    #[test]
    fn more_saving_never_worsens_a_rule(scenario in scenario(), more in hundredths(dec!(0), dec!(100))) {
        let mut thriftier = scenario.clone();
        thriftier.set(InputId::Restructuring, scenario.get(InputId::Restructuring) + more);
        no_rule_is_worse(&project(lier(), &scenario), &project(lier(), &thriftier))?;
    }

    #[test]
    fn more_realisation_of_a_saving_never_worsens_a_rule(scenario in scenario(), which in any::<Index>(), low in hundredths(dec!(0), dec!(100)), high in hundredths(dec!(0), dec!(100))) {
        let savings: Vec<_> = open_measures()
            .into_iter()
            .filter(|measure| measure.amounts.values().iter().all(|amount| *amount <= Kroner::ZERO))
            .collect();
        let measure = savings[which.index(savings.len())];
        let at = |share| {
            let mut scenario = scenario.clone();
            scenario.set_measure(measure, Percent::new(share));
            project(lier(), &scenario)
        };
        no_rule_is_worse(&at(low.min(high)), &at(low.max(high)))?;
    }

    #[test]
    fn a_dropped_project_never_raises_debt(scenario in scenario(), which in any::<Index>()) {
        let project_ = which.get(&lier().investments.projects);
        let mut without = scenario.clone();
        without.set_project(&project_.id, ProjectChange { included: false, moved: 0 });
        let (with, without) = (project(lier(), &scenario), project(lier(), &without));
        // With its cost goes its own grant, which may come years later, when the money saved already
        // stands in the fund; so there the fund is counted too.
        let owed = |projection: &Projection| -> Vec<Kroner> {
            let net = |year: &YearResult| year.debt - year.disposition_fund - year.investment_fund + year.uncovered_deficit;
            if project_.income.is_empty() {
                projection.years.values().iter().map(|year| year.debt).collect()
            } else {
                projection.years.last().map(net).into_iter().collect()
            }
        };
        for (without, with) in owed(&without).into_iter().zip(owed(&with)) {
            prop_assert!(without <= with, "{without:?} {with:?}");
        }
    }

    #[test]
    fn a_link_and_a_file_bring_the_scenario_back(scenario in scenario()) {
        let address = link::encode(lier(), &scenario);
        prop_assert_eq!(link::decode(lier(), &address), (scenario.clone(), vec![]));
        let file = scenario_file::write(&scenario);
        prop_assert_eq!(scenario_file::read(lier(), &file), Ok(scenario));
    }

    #[test]
    fn no_link_makes_a_panic(fragment in "\\PC{0,80}", key in "[a-z.0-9-]{1,20}", value in "\\PC{0,12}") {
        let _ = link::decode(lier(), &fragment);
        let _ = link::decode(lier(), &format!("#{key}={value}"));
    }
}

#[test]
fn postponing_a_project_past_the_horizon_is_the_same_as_dropping_it() {
    let project_ = lier().project("tranby-skole").unwrap();
    let with = |change| {
        let mut scenario = Scenario::plan();
        scenario.set_project(&project_.id, change);
        project(lier(), &scenario)
    };
    let late = with(ProjectChange { included: true, moved: 10 });
    assert_eq!(late, with(ProjectChange { included: false, moved: 0 }));
}

#[test]
fn all_levers_at_all_extremes_give_figures_for_every_year() {
    for corner in 0..16_u32 {
        let mut scenario = Scenario::plan();
        for (bit, input) in InputId::ALL.into_iter().enumerate() {
            let spec = input.spec();
            scenario.set(input, if corner >> bit & 1 == 1 { spec.max } else { spec.min });
        }
        let projection = project(lier(), &scenario);
        for rule in &lier().rules {
            assert!(assess(rule, &projection).years.values().iter().all(|year| year.ratio.is_some()));
        }
    }
}
