//! Diagrammer: the drawing as SVG, and what a chart must show whatever the scenario.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test stops where a chart cannot be drawn")]

mod support;

use handlingsrom::chart::{
    BarRole, BarsModel, ChartModel, ChartUnit, Shown, ShownAlternative, TriangleModel, svg,
};
use handlingsrom::model::lever::Lever;
use handlingsrom::model::municipality::Indicator;
use handlingsrom::model::projection::{Projection, project};
use handlingsrom::model::scenario::Scenario;
use handlingsrom::model::units::Year;
use handlingsrom::text::Language;
use rust_decimal::{Decimal, dec};
use support::lier;

const INDICATORS: [Indicator; 3] =
    [Indicator::NetOperatingResult, Indicator::DispositionFund, Indicator::DebtRatio];

/// The only alternative, when it differs from the plan.
fn alternative<'a>(scenario: &Scenario, projection: &'a Projection) -> Vec<ShownAlternative<'a>> {
    let name = Language::Nb.scenario_label();
    let shown = ShownAlternative { letter: None, is_plan_in_own_world: false, name, projection };
    if scenario.is_plan() { Vec::new() } else { vec![shown] }
}

fn model(indicator: Indicator, scenario: &Scenario) -> ChartModel {
    let (plan, moved) = (project(lier(), &Scenario::plan()), project(lier(), scenario));
    let alternatives = alternative(scenario, &moved);
    ChartModel::new(
        lier(),
        indicator,
        ChartUnit::PercentOfRevenue,
        Shown { plan: &plan, plan_in_own_world: None, alternatives: &alternatives },
        None,
        Language::Nb,
    )
}

/// The picture is the one in `tests/snapshots`. `INSTA_UPDATE=always cargo test --test charts` renews them.
macro_rules! is_golden {
    ($name:literal, $picture:expr) => {
        insta::assert_binary_snapshot!(
            concat!($name, ".svg"),
            $picture.expect("it can be drawn").into_bytes()
        );
    };
}

#[test]
fn the_golden_pictures_are_drawn_again_to_the_pixel() {
    let plan = model(Indicator::NetOperatingResult, &Scenario::plan());
    is_golden!("resultat-i-planen", svg::chart(&plan, (400, 260)));
    let moved = [(Lever::InterestRate, dec!(1.5)), (Lever::InvestmentVolume, dec!(120))];
    is_golden!(
        "gjeld-i-planen-forutsetningene-og-scenarioet",
        Ok::<_, ()>(picture_of(Indicator::DebtRatio, &moved, (400, 260)))
    );
    let cursor =
        ChartModel { cursor: Some(Year(2029)), ..model(Indicator::DispositionFund, &Scenario::plan()) };
    is_golden!("fond-med-et-valgt-aar", svg::chart(&cursor, (278, 191)));
    let triangle = TriangleModel {
        corners: ["Resultat", "Fond", "Gjeld"].map(str::to_owned),
        first: ("2025".to_owned(), [dec!(0.2), dec!(0.9), dec!(0.6)]),
        last: ("2034".to_owned(), [dec!(0.7), dec!(1), dec!(0.4)]),
        is_scenario: true,
    };
    is_golden!("trekant", svg::triangle(&triangle, (324, 150)));
    is_golden!("bro", svg::bars(&bridge(), (320, 120)));
}

#[test]
fn a_chart_names_its_rule_its_lines_and_their_last_values() {
    let mut scenario = Scenario::plan();
    scenario.set(Lever::InterestRate, dec!(1));
    let picture = svg::chart(&model(Indicator::DebtRatio, &scenario), (400, 260)).expect("it can be drawn");
    for words in ["Under 70", "Forslaget", "Ditt alternativ", "93,4", "2025", "2034"] {
        assert!(picture.contains(words), "{words}");
    }
}

#[test]
fn no_axis_cuts_a_line_at_any_extreme_of_any_lever() {
    for input in Lever::numbers() {
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
    scenario.set(Lever::Restructuring, dec!(5));
    for indicator in INDICATORS {
        assert_eq!(model(indicator, &Scenario::plan()).axis, model(indicator, &scenario).axis);
    }
}

#[test]
fn the_triangle_reaches_its_corner_where_the_rule_is_just_kept() {
    let plan = project(lier(), &Scenario::plan());
    let triangle = TriangleModel::new(lier(), &plan, false, Language::Nb).expect("Lier has all three rules");
    let [result, fund, debt] = triangle.last.1;
    assert!(result < Decimal::ONE && debt < Decimal::ONE);
    assert_eq!(fund.round_dp(3), Decimal::ONE);
    assert!(svg::triangle(&triangle, (300, 200)).expect("it can be drawn").contains("Resultat"));
}

/// A text of a picture: its middle from above, where it begins or, when it is centred, its middle, its size
/// and its words.
struct Text {
    x: f64,
    y: f64,
    size: f64,
    words: String,
    is_rule: bool,
}

impl Text {
    /// No letter of the typeface is much wider on average than this part of its size.
    fn width(&self) -> f64 {
        f64::from(u32::try_from(self.words.chars().count()).expect("a short text")) * 5.4 * self.size / 10.5
    }
}

fn attribute<'a>(tag: &'a str, name: &str) -> &'a str {
    tag.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default()
}

fn number(text: &str) -> f64 {
    text.parse().expect("a number")
}

fn texts(picture: &str) -> Vec<Text> {
    let tags = picture.split("<text").skip(1).filter_map(|rest| rest.split_once(">\n"));
    let read = tags.map(|(tag, rest)| {
        let text = Text {
            x: number(attribute(tag, "x")),
            y: number(attribute(tag, "y")),
            size: number(attribute(tag, "font-size")),
            words: rest.lines().next().unwrap_or_default().to_owned(),
            is_rule: attribute(tag, "fill") == "#A8321A",
        };
        let before = if attribute(tag, "text-anchor") == "end" { text.width() } else { 0.0 };
        Text { x: text.x - before, ..text }
    });
    read.collect()
}

/// The points of every curve, a pixel apart; the thin strokes of grid, cursor and rule are no curves.
fn curve_points(picture: &str) -> Vec<(f64, f64)> {
    let lines = picture.split("<polyline").skip(1).map(|line| line.split("/>").next().unwrap_or_default());
    let curves = lines.map(|line| {
        let pairs = attribute(line, "points").split_whitespace().filter_map(|point| point.split_once(','));
        pairs.map(|(x, y)| (number(x), number(y))).collect::<Vec<_>>()
    });
    let pieces = curves
        .filter(|curve| curve.len() > 2)
        .flat_map(|curve| curve.iter().copied().zip(curve.iter().copied().skip(1)).collect::<Vec<_>>());
    pieces
        .flat_map(|((x, y), (to_x, to_y))| {
            let step = move |part: i32| f64::from(part) / 40.0;
            (0..=40).map(move |part| (x + (to_x - x) * step(part), y + (to_y - y) * step(part)))
        })
        .collect()
}

/// The picture of an indicator with every line that the page may show.
fn picture_of(indicator: Indicator, moved: &[(Lever, Decimal)], size: (u32, u32)) -> String {
    let mut scenario = Scenario::plan();
    for (input, value) in moved {
        scenario.set(*input, *value);
    }
    let (plan, own) = (project(lier(), &Scenario::plan()), project(lier(), &scenario));
    let world = project(lier(), &scenario.assumptions_only());
    let shown = Shown {
        plan: &plan,
        plan_in_own_world: (!scenario.assumptions_only().is_plan())
            .then_some(("Forslaget med samme rente", &world)),
        alternatives: &alternative(&scenario, &own),
    };
    let unit = ChartUnit::PercentOfRevenue;
    svg::chart(&ChartModel::new(lier(), indicator, unit, shown, None, Language::Nb), size)
        .expect("it can be drawn")
}

/// Sizes of the chart of a card on a laptop, on a phone's sheet and on a projector.
const SIZES: [(u32, u32); 4] = [(281, 330), (358, 320), (444, 380), (620, 420)];
/// The same while a panel is open.
const LOW: (u32, u32) = (281, 190);

/// The texts inside the plot: the rule's and those at the ends of the lines.
fn labels(picture: &str, (width, height): (u32, u32)) -> Vec<Text> {
    let inside = |text: &Text| text.x > 34.0 && text.x < f64::from(width) && text.y > 24.0;
    texts(picture).into_iter().filter(|text| inside(text) && text.y < f64::from(height) - 42.0).collect()
}

fn overlap(one: &Text, other: &Text) -> bool {
    one.x < other.x + other.width() && other.x < one.x + one.width() && (one.y - other.y).abs() < 11.0
}

#[test]
fn no_label_covers_another_at_any_extreme_of_any_lever() {
    for input in Lever::numbers() {
        for value in [input.spec().min, input.spec().max] {
            for (size, indicator) in SIZES.into_iter().flat_map(|size| INDICATORS.map(|one| (size, one))) {
                let picture = picture_of(indicator, &[(input, value)], size);
                let labels = labels(&picture, size);
                assert!(labels.iter().any(|label| label.is_rule), "{indicator:?} {input:?} {value} {size:?}");
                for (index, one) in labels.iter().enumerate() {
                    assert!(one.x + one.width() <= f64::from(size.0), "{} {size:?}", one.words);
                    for other in labels.iter().skip(index + 1) {
                        assert!(
                            !overlap(one, other),
                            "{} on {} {input:?} {value} {size:?}",
                            one.words,
                            other.words
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn labels_are_clear_of_the_curves_where_a_place_by_their_own_line_is_free() {
    let all_four = |rates, people, investments, saving| {
        [
            (Lever::InterestRate, rates),
            (Lever::PopulationGrowth, people),
            (Lever::InvestmentVolume, investments),
            (Lever::Restructuring, saving),
        ]
    };
    let plan = all_four(dec!(0), dec!(0), dec!(100), dec!(0));
    let well_above = all_four(dec!(1), dec!(0), dec!(80), dec!(20));
    // Where the lines part widely, a label crosses a curve rather than stand by another's end.
    for moved in [plan, well_above] {
        for (size, indicator) in SIZES.into_iter().flat_map(|size| INDICATORS.map(|one| (size, one))) {
            let picture = picture_of(indicator, &moved, size);
            for label in labels(&picture, size) {
                let covered = curve_points(&picture).into_iter().any(|(x, y)| {
                    (label.x..label.x + label.width()).contains(&x) && (y - label.y).abs() < 4.5
                });
                assert!(!covered, "{} {indicator:?} {moved:?} {size:?}\n{picture}", label.words);
            }
        }
    }
}

#[test]
fn a_low_chart_has_only_values_at_the_ends_and_the_rule_where_nothing_crosses_it() {
    let moved = [(Lever::InterestRate, dec!(1)), (Lever::Restructuring, dec!(20))];
    for indicator in INDICATORS {
        let picture = picture_of(indicator, &moved, LOW);
        let ends = texts(&picture).into_iter().filter(|text| text.x > f64::from(LOW.0) - 60.0);
        let ends: Vec<Text> = ends.filter(|text| text.words.contains('%')).collect();
        assert_eq!(ends.len(), 3, "the plan, the plan in the same world and the alternative");
        for (index, one) in ends.iter().enumerate() {
            assert!(ends.iter().skip(index + 1).all(|other| !overlap(one, other)), "{}", one.words);
        }
        if let Some(rule) = labels(&picture, LOW).into_iter().find(|text| text.is_rule) {
            let covered = curve_points(&picture)
                .into_iter()
                .any(|(x, y)| (rule.x..rule.x + rule.width()).contains(&x) && (y - rule.y).abs() < 4.5);
            assert!(!covered, "{}", rule.words);
        }
    }
}

#[test]
fn only_years_that_break_the_rule_are_hatched_and_each_year_has_its_mark() {
    let picture = svg::chart(&model(Indicator::DispositionFund, &Scenario::plan()), (281, 330))
        .expect("it can be drawn");
    let areas = |fill: &str| picture.matches(&format!("fill=\"{fill}\"")).count();
    // 2025 and 2026 are below; the second stretch ends where the curve meets the rule.
    assert_eq!(areas("#F8DFD6"), 2);
    let marks = |fill: &str, tag: &str| {
        let tags = picture.split('<').filter(|piece| piece.starts_with(tag));
        tags.filter(|piece| piece.contains(&format!("fill=\"{fill}\""))).count()
    };
    assert_eq!((marks("#A8321A", "polygon"), marks("#1B6E43", "circle")), (2, 8));
}

#[test]
fn a_thumbnail_has_no_words() {
    let picture =
        svg::chart(&model(Indicator::DebtRatio, &Scenario::plan()), (100, 44)).expect("it can be drawn");
    assert!(texts(&picture).is_empty());
    assert!(picture.contains("#F8DFD6"), "what is over the limit is hatched");
}

#[test]
fn the_names_of_the_triangle_stand_outside_whichever_triangle_reaches_farthest() {
    let reaches = [dec!(0), dec!(1), dec!(1.4)];
    let triples = reaches.into_iter().flat_map(|top| {
        reaches.into_iter().flat_map(move |left| reaches.into_iter().map(move |right| [top, left, right]))
    });
    let triples: Vec<[Decimal; 3]> = triples.collect();
    for (first, last) in triples.iter().flat_map(|first| triples.iter().map(move |last| (*first, *last))) {
        let corners = ["Resultat", "Fond", "Gjeld"].map(str::to_owned);
        let (first, last) = (("2025".to_owned(), first), ("2034".to_owned(), last));
        let model = TriangleModel { corners, first, last, is_scenario: true };
        for size in [(324, 150), (344, 150), (220, 150), (700, 420)] {
            let picture = svg::triangle(&model, size).expect("it can be drawn");
            let edges = curve_points(&picture);
            for name in texts(&picture).into_iter().filter(|text| !text.words.starts_with("20")) {
                let half = name.width() * 0.5;
                let what = format!("{} {model:?} {size:?}", name.words);
                assert!(name.y >= 6.0 && name.y <= f64::from(size.1) - 6.0, "{what}");
                assert!(name.x >= half && name.x <= f64::from(size.0) - half, "{what}");
                let above = if name.words == "Resultat" { -1.0 } else { 1.0 };
                let beside = edges.iter().filter(|(x, _)| (x - name.x).abs() < half);
                assert!(beside.clone().count() > 0, "{what}");
                for (_, y) in beside {
                    assert!((name.y - y) * above > 5.0, "{what}");
                }
            }
        }
    }
}

fn bridge() -> BarsModel {
    let part = |name: &str, value: Decimal| (name.to_owned(), value, value.to_string(), BarRole::World);
    let parts =
        vec![part("Renter", dec!(1.7)), part("Investeringer", dec!(4.4)), part("Omstilling", dec!(-2))];
    BarsModel::waterfall(parts, ("Endring i alt".to_owned(), dec!(4.1), "+4,1".to_owned()))
}

#[test]
fn each_bar_of_a_bridge_begins_where_the_last_one_ended_and_the_sum_begins_at_nought() {
    let bridge = bridge();
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
