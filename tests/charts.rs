//! Diagrammer: the drawing as SVG, and what a chart must show whatever the scenario.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test stops where a chart cannot be drawn")]

use handlingsrom::chart::{BarRole, BarsModel, ChartModel, ChartUnit, Shown, TriangleModel, svg};
use handlingsrom::exchange::municipality_file;
use handlingsrom::model::input::InputId;
use handlingsrom::model::municipality::{Indicator, Municipality};
use handlingsrom::model::projection::project;
use handlingsrom::model::scenario::Scenario;
use handlingsrom::text::Bokmal;
use rust_decimal::{Decimal, dec};

const INDICATORS: [Indicator; 3] =
    [Indicator::NetOperatingResult, Indicator::DispositionFund, Indicator::DebtRatio];

fn lier() -> &'static Municipality {
    municipality_file::built_in("lier").expect("Lier comes with the program")
}

fn model(indicator: Indicator, scenario: &Scenario) -> ChartModel {
    let (plan, moved) = (project(lier(), &Scenario::plan()), project(lier(), scenario));
    let scenario = (!scenario.is_plan()).then_some(&moved);
    ChartModel::new(
        lier(),
        indicator,
        ChartUnit::PercentOfRevenue,
        Shown { plan: &plan, plan_in_own_world: None, scenario },
        None,
        &Bokmal,
    )
}

#[test]
fn a_chart_names_its_rule_its_lines_and_their_last_values() {
    let mut scenario = Scenario::plan();
    scenario.set(InputId::InterestRate, dec!(1));
    let picture = svg::chart(&model(Indicator::DebtRatio, &scenario), (400, 260)).expect("it can be drawn");
    for words in ["Handlingsregel: under 70", "Vedtatt plan", "Ditt scenario", "93,4", "2025", "2034"] {
        assert!(picture.contains(words), "{words}");
    }
}

#[test]
fn no_axis_cuts_a_line_at_any_extreme_of_any_lever() {
    for input in InputId::ALL {
        for value in [input.spec().min, input.spec().max] {
            let mut scenario = Scenario::plan();
            scenario.set(input, value);
            for indicator in INDICATORS {
                let model = model(indicator, &scenario);
                let values: Vec<Decimal> =
                    model.lines.iter().flat_map(|line| line.values.iter().flatten().copied()).collect();
                assert!(values.iter().all(|value| (model.axis.min..=model.axis.max).contains(value)));
                assert!((3..=12).contains(&model.axis.ticks().count()), "{indicator:?} {input:?} {value}");
            }
        }
    }
}

#[test]
fn the_axis_stands_still_while_a_lever_is_moved_a_little() {
    let mut scenario = Scenario::plan();
    scenario.set(InputId::Restructuring, dec!(5));
    for indicator in INDICATORS {
        assert_eq!(model(indicator, &Scenario::plan()).axis, model(indicator, &scenario).axis);
    }
}

#[test]
fn the_triangle_reaches_its_corner_where_the_rule_is_just_kept() {
    let plan = project(lier(), &Scenario::plan());
    let triangle = TriangleModel::new(lier(), &plan, false, &Bokmal).expect("Lier has all three rules");
    let [result, fund, debt] = triangle.last.1;
    assert!(result < Decimal::ONE && debt < Decimal::ONE);
    assert_eq!(fund.round_dp(3), Decimal::ONE);
    assert!(svg::triangle(&triangle, (300, 200)).expect("it can be drawn").contains("Resultat"));
}

#[test]
fn each_bar_of_a_bridge_begins_where_the_last_one_ended_and_the_sum_begins_at_nought() {
    let part = |name: &str, value: Decimal| (name.to_owned(), value, value.to_string(), BarRole::World);
    let parts =
        vec![part("Renter", dec!(1.7)), part("Investeringer", dec!(4.4)), part("Omstilling", dec!(-2))];
    let bridge = BarsModel::waterfall(parts, ("Endring i alt".to_owned(), dec!(4.1), "+4,1".to_owned()));
    let ends: Vec<[Decimal; 2]> = bridge.bars.iter().map(|bar| bar.ends).collect();
    assert_eq!(
        ends,
        [[dec!(0), dec!(1.7)], [dec!(1.7), dec!(6.1)], [dec!(6.1), dec!(4.1)], [dec!(0), dec!(4.1)]]
    );
    let picture = svg::bars(&bridge, (320, 120)).expect("it can be drawn");
    for words in ["Renter", "Investeringer", "Endring i alt", "+4,1"] {
        assert!(picture.contains(words), "{words}");
    }
}
