//! Sjokk og framtider: what goes wrong makes things worse, and chance is the same everywhere.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where a law does not hold"
)]

mod support;

use handlingsrom::analysis::Question;
use handlingsrom::analysis::finance_stress::{PrintFault, check};
use handlingsrom::analysis::futures::{
    BUILDING_COST, Distribution, Futures, POPULATION_GROWTH, RATE_LEVEL, RATE_STEP, REAL_GROWTH, REALISATION,
    UNCERTAINTIES, Uncertainty, draw, paths, summary,
};
use handlingsrom::analysis::stress::{Shock, ShockKind, shock_path, stressed};
use handlingsrom::exchange::shocks::{shock, shocks};
use handlingsrom::exchange::{municipality_file, scenario_file};
use handlingsrom::model::lever::Lever;
use handlingsrom::model::municipality::{Municipality, NeededFigure, Prognosis};
use handlingsrom::model::projection::{Projection, YearResult, project};
use handlingsrom::model::scenario::{OwnMeasure, ProjectChange, Scenario};
use handlingsrom::model::units::{Kroner, Percent, Year};
use handlingsrom::text::Language;
use rust_decimal::{Decimal, dec, prelude::ToPrimitive};
use support::{all_municipalities, municipality};

/// The plan, a scenario with something of everything, and one where every lever is at its worst end.
fn scenarios(municipality: &Municipality) -> Vec<Scenario> {
    let mut mixed = Scenario::plan();
    mixed.set(Lever::InterestRate, dec!(1));
    mixed.set(Lever::Realisation, dec!(80));
    mixed.set(Lever::Restructuring, dec!(20));
    mixed.set(Lever::RateInYear.of(municipality.plan.first_year.plus(2)), Percent::new(dec!(0.5)));
    if let Some(project) = municipality.investments.projects.first() {
        let scale = Percent::new(dec!(90));
        mixed.set_project(&project.id, ProjectChange { scale, ..ProjectChange::NONE });
    }
    let mut extreme = Scenario::plan();
    for input in Lever::numbers() {
        let spec = input.spec();
        extreme.set(input, if input == Lever::InterestRate { spec.max } else { spec.min });
    }
    for year in municipality.years() {
        extreme.set(Lever::RateInYear.of(year), Lever::RateInYear.spec().max);
    }
    for project in &municipality.investments.projects {
        let scale = Percent::new(dec!(200));
        extreme.set_project(&project.id, ProjectChange { scale, ..ProjectChange::NONE });
    }
    if !NeededFigure::Inhabitants.is_given(municipality) {
        mixed.basis.set(NeededFigure::Inhabitants, Some(dec!(90000)));
    }
    vec![Scenario::plan(), mixed, extreme]
}

/// What a scenario file keeps of a scenario: all of it, when nothing is outside its range.
fn read_back(municipality: &Municipality, scenario: &Scenario) -> Scenario {
    scenario_file::read(municipality, &scenario_file::write(scenario)).expect("everything is in range")
}

#[test]
fn the_shocks_are_sound_data() {
    let text = include_str!("../assets/sjokk.json");
    let read: Vec<Shock> = serde_json::from_str(text).expect("the shocks can be read");
    assert_eq!(read, shocks());
    assert_eq!(read.len(), 7);
    for shock in shocks() {
        assert!(!shock.name.is_empty() && shock.name.chars().count() <= 80, "{}", shock.id);
        assert!(!shock.reason.is_empty() && !shock.source.is_empty() && !shock.changes.is_empty());
        assert_eq!(shocks().iter().filter(|other| other.id == shock.id).count(), 1);
        assert!(shock.id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'), "{}", shock.id);
        // What nobody has published says so to the reader too.
        let says = [&shock.reason, &shock.source]
            .into_iter()
            .any(|text| handlingsrom::text::lower(text).contains("eget anslag"));
        assert_eq!(shock.changes.iter().any(|change| change.is_estimate), says, "{}", shock.id);
        for change in &shock.changes {
            let always = matches!(
                change.kind,
                ShockKind::Rates | ShockKind::RatesFromSecondYear | ShockKind::PriceLevel
            );
            assert!(always || change.when_left_out.is_some(), "{}", shock.id);
        }
    }
}

/// What each year meets, before a krone of rounding in how its result is used.
fn what_is_met(projection: &Projection) -> Vec<impl PartialEq + use<>> {
    let met = |year: &YearResult| {
        let flows = [year.operating_revenue, year.operating_costs];
        (flows, year.average_rate, year.inhabitants, year.investment)
    };
    projection.years.values().iter().map(met).collect()
}

#[test]
fn every_shock_changes_something_in_every_municipality_it_applies_to() {
    let mut count = 0;
    for municipality in all_municipalities() {
        let plan = project(municipality, &Scenario::plan());
        let scenario = Scenario::plan();
        let question = Question { municipality, plan: &plan, scenario: &scenario };
        for shock in shocks() {
            let changes = what_is_met(&shock_path(&question, &[shock])) != what_is_met(&plan);
            let applies = shock.applies_to(municipality, &scenario);
            assert_eq!(changes, applies, "{} in {}", shock.id, municipality.identity.id);
            count += usize::from(applies);
        }
    }
    assert!(count >= 22, "only {count}");
}

#[test]
fn what_a_shock_leaves_out_is_what_the_file_lacks() {
    let left_out = |id: &str, shocked: &str| {
        shock(shocked).unwrap().left_out(municipality(id), &Scenario::plan()).count()
    };
    assert_eq!(left_out("lier", "finansreglementet"), 1);
    assert_eq!(left_out("lillehammer", "finansreglementet"), 0);
    assert_eq!(left_out("asker", "lav-befolkningsvekst"), 1);
    assert_eq!(left_out("ovre-eiker", "dyrere-bygg"), 1);
    assert_eq!(left_out("lillehammer", "halv-gjennomforing"), 1);
}

#[test]
fn every_shock_worsens_the_last_net_operating_result_of_lier() {
    let lier = municipality("lier");
    let plan = project(lier, &Scenario::plan());
    let scenario = Scenario::plan();
    let question = Question { municipality: lier, plan: &plan, scenario: &scenario };
    let last = lier.last_year();
    for shock in shocks() {
        let path = shock_path(&question, &[shock]);
        let [before, after] =
            [&plan, &path].map(|projection| projection.years.get(last).unwrap().net_operating_result);
        assert!(after < before, "{}: {after:?} is not below {before:?}", shock.id);
    }
}

#[test]
fn the_order_of_shocks_does_not_matter() {
    for municipality in all_municipalities() {
        for scenario in scenarios(municipality) {
            for one in shocks() {
                for other in shocks() {
                    let ways = [[one, other], [other, one]].map(|[first, second]| {
                        second.apply(municipality, &first.apply(municipality, &scenario))
                    });
                    let results = ways.map(|shocked| project(municipality, &shocked));
                    assert_eq!(results[0], results[1], "{} and {}", one.id, other.id);
                    let together = stressed(municipality, &scenario, &[one, other]);
                    assert_eq!(together, stressed(municipality, &scenario, &[other, one]));
                }
            }
        }
    }
}

#[test]
fn every_shock_stays_inside_every_range() {
    let all: Vec<&Shock> = shocks().iter().collect();
    for municipality in all_municipalities() {
        for scenario in scenarios(municipality) {
            let shocked = stressed(municipality, &scenario, &all);
            assert_eq!(read_back(municipality, &shocked), shocked);
        }
    }
}

#[test]
fn the_rates_of_2023_rise_from_the_second_year_and_never_before() {
    let lier = municipality("lier");
    let shocked = shock("renter-som-i-2023").unwrap().apply(lier, &Scenario::plan());
    assert_eq!(shocked.get(Lever::InterestRate), Decimal::ZERO);
    assert_eq!(shocked.value(&Lever::RateInYear.of(Year(2025))), None);
    // Styringsrenten: 4.50 − 2.75.
    let risen = Percent::new(dec!(1.75));
    assert!((2026..=2034).all(|year| shocked.rate_in(Year(year)) == risen));
}

#[test]
fn prices_beyond_the_deflator_rise_once_and_stay() {
    let lier = municipality("lier");
    let plan = project(lier, &Scenario::plan());
    let path = project(lier, &shock("deflator-som-i-2022").unwrap().apply(lier, &Scenario::plan()));
    let first = lier.opening.operating_costs.as_ref().unwrap().value;
    let dearer =
        |year| path.years.get(year).unwrap().operating_costs - plan.years.get(year).unwrap().operating_costs;
    assert_eq!(dearer(Year(2025)), Kroner::ZERO);
    for year in lier.years().skip(1) {
        assert_eq!(dearer(year), Percent::new(dec!(4.2)).of(first), "{year}");
    }
}

#[test]
fn the_largest_building_of_lier_is_the_school_and_a_dropped_one_is_not_made_dearer() {
    let lier = municipality("lier");
    let dearer = shock("dyrere-bygg").unwrap();
    let mut scenario = Scenario::plan();
    let scale = |scenario: &Scenario, id: &str| dearer.apply(lier, scenario).project(id).scale;
    assert_eq!(scale(&scenario, "tranby-skole"), Percent::new(dec!(125)));
    let half = ProjectChange { scale: Percent::new(dec!(50)), ..ProjectChange::NONE };
    scenario.set_project("tranby-skole", half);
    assert_eq!(scale(&scenario, "tranby-skole"), Percent::new(dec!(62.5)));
    scenario.set_project("tranby-skole", ProjectChange::dropped());
    assert_eq!(scale(&scenario, "tranby-skole"), Percent::HUNDRED);
    assert_eq!(scale(&scenario, "tranby-idrettshall"), Percent::new(dec!(125)));
}

#[test]
fn lost_free_income_is_one_percent_of_it() {
    // Øvre Eiker: rammetilskudd and tax of the second year; Lier: 75 % of all income of the first.
    let amount = |id: &str| {
        let shocked = shock("kutt-i-inntektssystemet").unwrap().apply(municipality(id), &Scenario::plan());
        shocked.own_measures()[0].clone()
    };
    let lier = municipality("lier").opening.operating_revenue.as_ref().unwrap().value;
    assert_eq!(amount("lier").amount, Percent::new(dec!(1)).of(Percent::new(dec!(75)).of(lier)));
    let account = municipality("ovre-eiker").account.as_ref().unwrap();
    let lines = [account.block_grant.as_ref().unwrap(), account.income_tax.as_ref().unwrap()];
    let free: Kroner = lines.into_iter().map(|line| line.values.at_or_last(Year(2026))).sum();
    assert_eq!(amount("ovre-eiker").amount, Percent::new(dec!(1)).of(free));
    assert!(!amount("lier").one_off);
}

#[test]
fn shares_are_lost_once_where_the_file_knows_them() {
    let lillehammer = municipality("lillehammer");
    let shocked = shock("finansreglementet").unwrap().apply(lillehammer, &Scenario::plan());
    let lost = OwnMeasure {
        name: "Finansreglementets stresstest".to_owned(),
        amount: Kroner::new(6_000_000),
        start: Year(2025),
        ramp_years: 0,
        one_off_cost: Kroner::ZERO,
        one_off: true,
    };
    assert_eq!(shocked.own_measures(), [&lost]);
}

#[test]
fn a_low_prognosis_of_the_file_goes_before_the_estimate() {
    let mut lier = municipality("lier").clone();
    let provenance = lier.rules[0].provenance.clone();
    let low =
        Prognosis { id: "ssb-lav".to_owned(), name: "Lav".to_owned(), inhabitants: [].into(), provenance };
    lier.population.as_mut().unwrap().alternatives.push(low);
    let shocked = shock("lav-befolkningsvekst").unwrap().apply(&lier, &Scenario::plan());
    assert_eq!(shocked.prognosis(), Some("ssb-lav"));
    assert_eq!(shocked.get(Lever::PopulationGrowth), Decimal::ZERO);
}

#[test]
fn the_finance_stress_test_of_lillehammer_is_worked_out_row_by_row() {
    // Årsberetning 2023, line 4617–4661: balance, printed effect and the recomputed effect. Million kroner.
    let lillehammer = municipality("lillehammer");
    let checked = check(lillehammer.stress_test.as_ref().unwrap());
    let expected = [
        (dec!(-56.41), Some(dec!(-56.41)), None),
        (dec!(0), None, None),
        (dec!(16.662), Some(dec!(16.7)), None),
        (dec!(1.182), Some(dec!(1.2)), None),
        (dec!(28.142), Some(dec!(28.1)), None),
        (dec!(-0.252), Some(dec!(0.3)), Some(PrintFault::Sign)),
        (dec!(-6), Some(dec!(-19.7)), Some(PrintFault::Amount)),
        (dec!(0.43), Some(dec!(0.4)), None),
        (dec!(3.922), Some(dec!(3.9)), None),
    ];
    assert_eq!(checked.rows.len(), expected.len());
    for (checked, (computed, printed, fault)) in checked.rows.iter().zip(expected) {
        let name = &checked.row.name;
        assert_eq!(checked.computed.millions(), computed, "{name}");
        assert_eq!(checked.row.printed_effect.map(Kroner::millions), printed, "{name}");
        assert_eq!(
            checked.difference.map(Kroner::millions),
            printed.map(|printed| computed - printed),
            "{name}"
        );
        assert_eq!(checked.fault, fault, "{name}");
        // A printed figure that cannot be right is explained with it.
        assert!(fault.is_none() || checked.row.note.is_some(), "{name}");
    }
    // The printed rows sum to the printed total; the same rows recomputed do not.
    let rows: Kroner = checked.rows.iter().filter_map(|row| row.row.printed_effect).sum();
    assert_eq!(rows.millions().round_dp(1), dec!(-25.5));
    assert_eq!(checked.printed.unwrap().millions(), dec!(-25.5));
    assert_eq!(checked.with_printed_signs.millions(), dec!(-11.82));
    assert_eq!(checked.corrected.millions(), dec!(-12.324));
    // The rows are the balances the municipality's file starts from, where it has them.
    let opening = &lillehammer.opening;
    assert_eq!(checked.rows[2].row.balance, opening.on_lending.as_ref().unwrap().debt.value);
    assert_eq!(checked.rows[4].row.balance, opening.self_cost_debt.as_ref().unwrap().value);
}

#[test]
fn a_stress_test_of_wrong_size_or_sign_is_noticed() {
    let path = format!("{}/assets/kommuner/lillehammer.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    for (from, to, words) in [
        ("\"beholdning\": 20000", "\"beholdning\": -20000", "stresstest.rader[6].beholdning"),
        ("\"sjokk\": -30", "\"sjokk\": 30", "er en oppgang"),
        ("\"sjokk\": -30", "\"sjokk\": -0.1", "brøk"),
        ("\"slag\": \"aksjer\"", "\"slag\": \"aksje\"", "Mente du «aksjer»?"),
    ] {
        assert!(text.contains(from));
        let faults = municipality_file::read(&text.replace(from, to)).expect_err("the file is broken");
        assert!(faults.iter().any(|fault| fault.text(Language::Nb).contains(words)), "{faults:?}");
    }
    let schema = handlingsrom::exchange::municipality_schema::schema();
    assert!(schema["properties"]["stresstest"].is_object());
}

const DRAWS: u32 = 2_000;

fn drawn(read: impl Fn(&Scenario) -> Decimal) -> Vec<f64> {
    let lier = municipality("lier");
    let value = |index| read(&draw(lier, &Scenario::plan(), 20_250_101, index)).to_f64().unwrap();
    (0..DRAWS).map(value).collect()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / f64::from(u32::try_from(values.len()).unwrap())
}

fn spread(values: &[f64]) -> f64 {
    let middle = mean(values);
    mean(&values.iter().map(|value| (value - middle).powi(2)).collect::<Vec<_>>()).sqrt()
}

fn stated(distribution: Distribution) -> (f64, f64) {
    match distribution {
        Distribution::Normal { mean, spread } => (mean.to_f64().unwrap(), spread.to_f64().unwrap()),
        Distribution::Even { from, to } => {
            let [from, to] = [from, to].map(|end| end.to_f64().unwrap());
            (f64::midpoint(from, to), (to - from) / 12_f64.sqrt())
        }
    }
}

fn rate_in(scenario: &Scenario, year: i32) -> Decimal {
    scenario.rate_in(Year(year)).value()
}

#[test]
fn draws_have_the_stated_mean_and_spread() {
    type Reading = fn(&Scenario) -> Decimal;
    let levers: [(Uncertainty, Reading); 6] = [
        (RATE_LEVEL, |scenario| scenario.get(Lever::InterestRate)),
        (RATE_STEP, |scenario| rate_in(scenario, 2030) - rate_in(scenario, 2029)),
        (REAL_GROWTH, |scenario| scenario.get(Lever::RealRevenueGrowth)),
        (POPULATION_GROWTH, |scenario| scenario.get(Lever::PopulationGrowth)),
        (REALISATION, |scenario| scenario.get(Lever::Realisation)),
        (BUILDING_COST, |scenario| scenario.get(Lever::InvestmentVolume)),
    ];
    assert_eq!(levers.each_ref().map(|(stated, _)| *stated), UNCERTAINTIES);
    for (uncertainty, read) in levers {
        let values = drawn(read);
        let (middle, deviation) = stated(uncertainty.distribution);
        // Four standard errors of a mean, and about four of a standard deviation.
        let error = deviation / f64::from(DRAWS).sqrt();
        assert!((mean(&values) - middle).abs() < 4.0 * error, "{:?}: {}", uncertainty.drawn, mean(&values));
        assert!(
            (spread(&values) / deviation - 1.0).abs() < 0.065,
            "{:?}: {}",
            uncertainty.drawn,
            spread(&values)
        );
    }
}

#[test]
fn draws_do_not_hang_together() {
    let correlation = |one: &[f64], other: &[f64]| {
        let (at, by) = (mean(one), mean(other));
        let product: Vec<f64> = one.iter().zip(other).map(|(x, y)| (x - at) * (y - by)).collect();
        mean(&product) / spread(one) / spread(other)
    };
    let series = [Lever::InterestRate, Lever::RealRevenueGrowth, Lever::Realisation, Lever::InvestmentVolume]
        .map(|input| drawn(|scenario| scenario.get(input)));
    for (place, one) in series.iter().enumerate() {
        for other in &series[place + 1..] {
            assert!(correlation(one, other).abs() < 0.09);
        }
        for apart in 1..8 {
            assert!(correlation(&one[apart..], &one[..one.len() - apart]).abs() < 0.09, "{place} {apart}");
        }
    }
}

#[test]
fn a_seed_gives_the_same_draws_on_every_machine() {
    // Any change here makes shared links show other paths: it must be intended, and in the changelog.
    let future = draw(municipality("lier"), &Scenario::plan(), 1, 0);
    let levers = [
        Lever::InterestRate,
        Lever::RealRevenueGrowth,
        Lever::PopulationGrowth,
        Lever::Realisation,
        Lever::InvestmentVolume,
    ];
    let drawn = levers.map(|input| future.get(input));
    assert_eq!(drawn, [dec!(-0.56), dec!(-0.35), dec!(0.39), dec!(89.05), dec!(105.96)]);
    assert_eq!(rate_in(&future, 2034), dec!(-0.04));
}

#[test]
fn every_draw_lies_on_top_of_the_scenario_and_inside_the_ranges() {
    for municipality in all_municipalities() {
        for scenario in scenarios(municipality) {
            for index in 0..25 {
                let future = draw(municipality, &scenario, 3, index);
                assert_eq!(read_back(municipality, &future), future);
                assert_eq!(future.changed_projects(), scenario.changed_projects());
            }
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_paths_and_another_gives_others() {
    let lier = municipality("lier");
    let scenario = Scenario::plan();
    let plan = project(lier, &scenario);
    let question = Question { municipality: lier, plan: &plan, scenario: &scenario };
    let run = |seed| {
        let mut futures = Futures::new(seed, Futures::USUAL_COUNT);
        while !futures.is_done() {
            futures.advance(&question, 30);
        }
        futures
    };
    let (one, same, other) = (run(1), run(1), run(2));
    assert_eq!(one.paths().len(), 200);
    assert_eq!(one, same);
    assert!(one.paths().iter().zip(other.paths()).all(|(one, other)| one != other));
    // In any order.
    let late = paths(&question, 1, 150..200);
    assert_eq!(one.paths()[150..], late);
    for rule in summary(&lier.rules, one.paths()) {
        let shares = rule.by_year.iter().chain([&rule.every_year]).map(|share| share.unwrap());
        assert!(shares.into_iter().all(|share| (Percent::ZERO..=Percent::HUNDRED).contains(&share)));
        let least = rule.by_year.iter().flatten().min().unwrap();
        assert!(rule.every_year.unwrap() <= *least, "keeping it always is harder than keeping it once");
    }
}

#[test]
fn what_cannot_be_measured_has_no_share() {
    let asker = municipality("asker");
    let scenario = Scenario::plan();
    let plan = project(asker, &scenario);
    let question = Question { municipality: asker, plan: &plan, scenario: &scenario };
    let rules = &municipality("lier").rules;
    let shares = summary(rules, &paths(&question, 1, 0..3));
    let of = |id: &str| shares.iter().find(|share| share.rule == id).unwrap();
    assert_eq!(of("gjeld").every_year, None);
    assert!(of("gjeld").by_year.iter().all(Option::is_none));
    assert!(summary(rules, &[]).iter().all(|share| share.every_year.is_none() && share.by_year.is_empty()));
}
