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
    let shown = ShownAlternative { letter: None, name, projection };
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
    for words in ["Handlingsregel: under 70", "Vedtatt plan", "Ditt scenario", "93,4", "2025", "2034"] {
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

/// A text of a picture: its middle from above, where it begins or is centred, its size and its words.
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
    tags.map(|(tag, rest)| Text {
        x: number(attribute(tag, "x")),
        y: number(attribute(tag, "y")),
        size: number(attribute(tag, "font-size")),
        words: rest.lines().next().unwrap_or_default().to_owned(),
        is_rule: attribute(tag, "fill") == "#B0361A",
    })
    .collect()
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
        plan_in_own_world: (!scenario.assumptions_only().is_plan()).then_some(&world),
        alternatives: &alternative(&scenario, &own),
    };
    let unit = ChartUnit::PercentOfRevenue;
    svg::chart(&ChartModel::new(lier(), indicator, unit, shown, None, Language::Nb), size)
        .expect("it can be drawn")
}

fn rule_text(picture: &str) -> Text {
    texts(picture).into_iter().find(|text| text.is_rule).expect("the rule has a text")
}

/// Sizes of a card on a laptop, a phone and a projector.
const SIZES: [(u32, u32); 3] = [(278, 191), (318, 203), (620, 420)];
/// Narrower than any; there, no place may be free.
const NARROW: (u32, u32) = (240, 150);

#[test]
fn the_text_of_a_rule_stays_inside_the_plot_and_clear_of_the_names_at_the_ends() {
    for input in Lever::numbers() {
        for value in [input.spec().min, input.spec().max] {
            let sizes = SIZES.into_iter().chain([NARROW]);
            for (size, indicator) in sizes.flat_map(|size| INDICATORS.map(|one| (size, one))) {
                let picture = picture_of(indicator, &[(input, value)], size);
                let rule = rule_text(&picture);
                let names = texts(&picture).into_iter().filter(|text| text.x > f64::from(size.0) * 0.4);
                let names: Vec<Text> = names.filter(|text| text.words.contains("plan")).collect();
                assert!(!names.is_empty());
                for name in names {
                    let end = rule.x + rule.width();
                    assert!(
                        end <= name.x - 5.0,
                        "{} on {} {input:?} {value} {size:?}",
                        rule.words,
                        name.words
                    );
                }
                assert!(rule.x > 34.0 && rule.y >= 5.0, "{} {input:?} {value} {size:?}", rule.words);
                assert!(
                    rule.y <= f64::from(size.1) - 24.0 - 6.0,
                    "{} {input:?} {value} {size:?}",
                    rule.words
                );
            }
        }
    }
}

#[test]
fn the_text_of_a_rule_stands_clear_of_the_curves_where_a_place_is_free() {
    use Indicator::{DebtRatio, DispositionFund, NetOperatingResult};
    let all_four = |rates, people, investments, saving| {
        [
            (Lever::InterestRate, rates),
            (Lever::PopulationGrowth, people),
            (Lever::InvestmentVolume, investments),
            (Lever::Restructuring, saving),
        ]
    };
    let ends_above = all_four(dec!(1), dec!(0.2), dec!(91), dec!(15));
    let well_above = all_four(dec!(0.5), dec!(0.3), dec!(80), dec!(30));
    let strong = all_four(dec!(-2), dec!(0), dec!(50), dec!(100));
    for (indicator, moved) in [
        (NetOperatingResult, ends_above),
        (DebtRatio, ends_above),
        (NetOperatingResult, well_above),
        (DebtRatio, well_above),
        (DispositionFund, strong),
        (DebtRatio, strong),
    ] {
        for size in SIZES {
            let picture = picture_of(indicator, &moved, size);
            let rule = rule_text(&picture);
            let covered = curve_points(&picture)
                .into_iter()
                .any(|(x, y)| (rule.x..rule.x + rule.width()).contains(&x) && (y - rule.y).abs() < 5.5);
            assert!(!covered, "{} {indicator:?} {moved:?} {size:?}\n{picture}", rule.words);
        }
    }
}

#[test]
fn the_text_of_a_rule_without_its_first_word_stands_clear_of_the_year_that_is_looked_at() {
    let mut scenario = Scenario::plan();
    scenario.set(Lever::InterestRate, dec!(1));
    for (year, moves_right) in [(2028, true), (2033, false)] {
        let model =
            ChartModel { cursor: Some(Year(year)), ..model(Indicator::NetOperatingResult, &scenario) };
        let picture = svg::chart(&model, (240, 191)).expect("it can be drawn");
        let rule = rule_text(&picture);
        assert_eq!(rule.words, "minst 1,75\u{a0}%");
        assert_eq!(rule.x > 60.0, moves_right, "{year}");
    }
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
