//! Random scenarios: every lever and every kind of detail, over the whole range, ends included.
//!
//! The one generator of the tests. `scripts/compare.sh` takes its scenario files from it too.

use super::all_municipalities;
use handlingsrom::analysis::seek::positions;
use handlingsrom::exchange::catalogue;
use handlingsrom::exchange::scenario_file::own_figure_bounds;
use handlingsrom::model::lever::{Bounds, Lever, OWN_MEASURE_AMOUNT, OWN_PROJECT_COST, OWN_YEARS};
use handlingsrom::model::measure::chosen_overlaps;
use handlingsrom::model::municipality::{Measure, Municipality, NeededFigure};
use handlingsrom::model::scenario::{OwnMeasure, OwnProject, Prices, ProjectChange, Scenario};
use handlingsrom::model::units::{Kroner, Percent, Year};
use proptest::collection::SizeRange;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, dec};

/// One movement of one lever or detail.
#[derive(Clone, Debug)]
pub enum Step {
    Lever(Lever, Decimal),
    Rate(Index, Decimal),
    Growth(Index, Decimal),
    Prognosis(Index),
    CostByAge(bool),
    KeepRealGrowth(bool),
    Project(Index, Index, bool),
    ProjectShape(Index, Decimal, u32),
    Measure(Index, Decimal),
    Delay(Index, u32),
    Frame(Index, Decimal),
    Sale(Index, Decimal),
    OwnProject(Index, Decimal, u32, bool),
    OwnMeasure(Index, Decimal, u32),
    Prices(Prices),
    OwnFigure(NeededFigure, Decimal),
}

/// Any of the municipalities that come with the program.
pub fn any_municipality() -> impl Strategy<Value = &'static Municipality> {
    select(catalogue::all().iter().collect::<Vec<_>>())
}

/// Hundredths from the first whole number to the second, and often one of the two.
pub fn hundredths(min: Decimal, max: Decimal) -> impl Strategy<Value = Decimal> {
    let whole = |bound: Decimal| (bound.trunc() * dec!(100)).to_i64().unwrap();
    prop_oneof![
        1 => Just(min.trunc()),
        1 => Just(max.trunc()),
        4 => (whole(min)..=whole(max)).prop_map(|value| Decimal::new(value, 2)),
    ]
}

fn within(bounds: Bounds) -> impl Strategy<Value = Decimal> {
    hundredths(bounds.min, bounds.max)
}

fn years_within(bounds: Bounds) -> impl Strategy<Value = u32> {
    bounds.min.to_u32().unwrap()..=bounds.max.to_u32().unwrap()
}

fn lever() -> impl Strategy<Value = Step> {
    select(Lever::numbers().collect::<Vec<_>>()).prop_flat_map(|input| {
        let spec = input.spec();
        hundredths(spec.min, spec.max).prop_map(move |value| {
            // Whole years only.
            let value = if input == Lever::InvestmentDelay { value.trunc() } else { value };
            Step::Lever(input, value)
        })
    })
}

fn own_figure() -> impl Strategy<Value = Step> {
    select(NeededFigure::ALL.to_vec()).prop_flat_map(|figure| {
        within(own_figure_bounds(figure)).prop_map(move |value| Step::OwnFigure(figure, value.trunc()))
    })
}

/// Any movement. Half of them move a lever, so that most scenarios mix levers and details.
pub fn step() -> impl Strategy<Value = Step> {
    let index = any::<Index>;
    prop_oneof![
        8 => lever(),
        1 => (index(), within(Lever::RateInYear.spec().bounds())).prop_map(|(year, value)| Step::Rate(year, value)),
        1 => (index(), within(Lever::GrowthOfAgeGroup.spec().bounds())).prop_map(|(group, value)| Step::Growth(group, value)),
        1 => index().prop_map(Step::Prognosis),
        1 => any::<bool>().prop_map(Step::CostByAge),
        1 => any::<bool>().prop_map(Step::KeepRealGrowth),
        2 => (index(), index(), any::<bool>())
            .prop_map(|(project, years, included)| Step::Project(project, years, included)),
        1 => (index(), within(Lever::ProjectScale.spec().bounds()), years_within(Lever::ProjectStretch.spec().bounds()))
            .prop_map(|(project, scale, years)| Step::ProjectShape(project, scale, years)),
        2 => (index(), within(Lever::MeasureRealisation.spec().bounds())).prop_map(|(measure, value)| Step::Measure(measure, value)),
        1 => (index(), years_within(Lever::MeasureDelay.spec().bounds())).prop_map(|(measure, years)| Step::Delay(measure, years)),
        1 => (index(), within(Lever::FrameChange.spec().bounds())).prop_map(|(frame, value)| Step::Frame(frame, value)),
        1 => (index(), within(Lever::Sale.spec().bounds())).prop_map(|(year, value)| Step::Sale(year, value)),
        1 => (index(), within(OWN_PROJECT_COST), years_within(OWN_YEARS), any::<bool>())
            .prop_map(|(year, cost, years, fees)| Step::OwnProject(year, cost, years, fees)),
        1 => (index(), within(OWN_MEASURE_AMOUNT), years_within(OWN_YEARS))
            .prop_map(|(year, amount, ramp)| Step::OwnMeasure(year, amount, ramp)),
        1 => select(Prices::ALL.to_vec()).prop_map(Step::Prices),
        1 => own_figure(),
    ]
}

/// The measures that can be chosen.
pub fn open_measures(municipality: &Municipality) -> Vec<&Measure> {
    municipality.measures.iter().filter(|measure| measure.is_open()).collect()
}

fn pick<T>(list: &[T], index: Index) -> Option<&T> {
    (!list.is_empty()).then(|| index.get(list))
}

/// Takes a step as far as the municipality has what it moves.
pub fn take(municipality: &Municipality, scenario: &mut Scenario, step: &Step) {
    let years: Vec<Year> = municipality.years().collect();
    match step {
        Step::Lever(input, value) => scenario.set(*input, *value),
        Step::Rate(year, value) => {
            scenario.set(Lever::RateInYear.of(*year.get(&years)), Percent::new(*value));
        }
        Step::Growth(group, value) => {
            if let Some(group) = pick(municipality.age_groups(), *group) {
                scenario.set(Lever::GrowthOfAgeGroup.of(&group.id), Percent::new(*value));
            }
        }
        Step::Prognosis(which) => {
            let people = municipality.population.as_ref();
            let alternative = people.and_then(|people| pick(&people.alternatives, *which));
            if let Some(alternative) = alternative {
                scenario.set(Lever::Prognosis, alternative.id.as_str());
            }
        }
        Step::CostByAge(by_age) => scenario.set(Lever::CostByAge, *by_age),
        Step::KeepRealGrowth(kept) => scenario.set(Lever::KeepRealGrowth, *kept),
        Step::Project(..) | Step::ProjectShape(..) => take_project(municipality, scenario, step),
        Step::Measure(..) | Step::Delay(..) => take_measure(municipality, scenario, step),
        Step::Frame(frame, value) => {
            if let Some(frame) = pick(&municipality.frames, *frame) {
                scenario.set(Lever::FrameChange.of(&frame.id), Percent::new(*value));
            }
        }
        Step::Sale(year, value) => {
            scenario.set(Lever::Sale.of(*year.get(&years)), Kroner::from_millions(*value));
        }
        Step::OwnProject(..) | Step::OwnMeasure(..) => take_own(&years, scenario, step),
        Step::Prices(prices) => scenario.basis.prices = *prices,
        Step::OwnFigure(figure, value) => {
            if !figure.is_given(municipality) {
                scenario.basis.set(*figure, Some(*value));
            }
        }
    }
}

fn take_project(municipality: &Municipality, scenario: &mut Scenario, step: &Step) {
    let projects = &municipality.investments.projects;
    let (project, change) = match step {
        Step::Project(which, years, included) => {
            let project = which.get(projects);
            let range: Vec<i32> = municipality.movable_years(project).collect();
            let now = scenario.project(&project.id);
            (project, ProjectChange { included: *included, moved: *years.get(&range), ..now })
        }
        Step::ProjectShape(which, scale, years) => {
            let project = which.get(projects);
            let now = scenario.project(&project.id);
            (project, ProjectChange { scale: Percent::new(*scale), stretched: *years, ..now })
        }
        _ => return,
    };
    scenario.set_project(&project.id, change);
}

fn take_measure(municipality: &Municipality, scenario: &mut Scenario, step: &Step) {
    let open = open_measures(municipality);
    match step {
        Step::Measure(which, value) => {
            let measure = pick(&open, *which);
            let alone =
                |measure: &&&Measure| chosen_overlaps(municipality, scenario, measure).next().is_none();
            if let Some(measure) = measure.filter(alone) {
                scenario.set_measure(measure, Percent::new(*value));
            }
        }
        Step::Delay(which, years) => {
            if let Some(measure) = pick(&open, *which) {
                scenario.set(Lever::MeasureDelay.of(&measure.id), *years);
            }
        }
        _ => {}
    }
}

fn take_own(years: &[Year], scenario: &mut Scenario, step: &Step) {
    match step {
        Step::OwnProject(year, cost, build, fees) => scenario.add_project(OwnProject {
            name: "Ny skole; trinn 2 & 3".to_owned(),
            cost: Kroner::from_millions(*cost),
            start: *year.get(years),
            years: *build,
            self_cost: *fees,
            operating_effect: Kroner::from_millions(dec!(1.5)),
        }),
        Step::OwnMeasure(year, amount, ramp) => scenario.add_measure(OwnMeasure {
            name: "Færre møter".to_owned(),
            amount: Kroner::from_millions(*amount),
            start: *year.get(years),
            ramp_years: *ramp,
            one_off_cost: Kroner::from_millions(dec!(2)),
            one_off: *ramp == 7,
        }),
        _ => {}
    }
}

/// The scenario that steps make of the plan.
pub fn scenario_of(municipality: &Municipality, steps: &[Step]) -> Scenario {
    let mut scenario = Scenario::plan();
    for step in steps {
        take(municipality, &mut scenario, step);
    }
    scenario
}

/// Any of the municipalities, with a scenario of so many steps for it.
pub fn scenarios(
    municipalities: impl Strategy<Value = &'static Municipality>,
    steps: impl Into<SizeRange>,
) -> impl Strategy<Value = (&'static Municipality, Scenario)> {
    (municipalities, prop::collection::vec(step(), steps))
        .prop_map(|(municipality, steps)| (municipality, scenario_of(municipality, &steps)))
}

/// Any municipality with any scenario for it.
pub fn any_scenario() -> impl Strategy<Value = (&'static Municipality, Scenario)> {
    scenarios(any_municipality(), 0..14)
}

/// The same scenario with every lever at a position of its track, as a person leaves it.
pub fn at_positions(mut scenario: Scenario) -> Scenario {
    for input in Lever::numbers() {
        let now = scenario.get(input);
        let nearest = positions(input).min_by_key(|position| (*position - now).abs());
        scenario.set(input, nearest.unwrap());
    }
    scenario
}

/// As many scenarios for each municipality; the same seed gives the same ones.
pub fn seeded(seed: u64, count: usize) -> Vec<(&'static Municipality, Vec<Scenario>)> {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let steps = prop::collection::vec(step(), 1..20);
    let mut next = |municipality| scenario_of(municipality, &steps.new_tree(&mut runner).unwrap().current());
    all_municipalities()
        .map(|municipality| (municipality, (0..count).map(|_| next(municipality)).collect()))
        .collect()
}
