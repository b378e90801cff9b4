//! Hva om det går galt: named shocks as paths, and the printed stress test recomputed.

use super::work::ShockPath;
use super::{Ask, QuestionsProps, ask, path_charts, working};
use crate::analysis::finance_stress::{CheckedRow, PrintFault, check};
use crate::analysis::stress::Shock;
use crate::app::data_table::{Row, table};
use crate::app::store::Asked;
use crate::chart::{ChartUnit, Line, LineRole};
use crate::exchange::shocks::shocks;
use crate::model::fiscal_rule::assess;
use crate::model::municipality::{Indicator, StressTest};
use crate::model::projection::Projection;
use crate::model::units::Kroner;
use crate::text::Language;
use yew::prelude::*;

pub(super) fn view(props: &QuestionsProps, asked: &Ask) -> Html {
    let language = asked.language;
    let button = |shock: &'static Shock| {
        let pressed = props.asked.shocks.contains(&shock.id);
        let onclick = ask(props, move |asked: &mut Asked, _: &MouseEvent| {
            if asked.shocks.contains(&shock.id) {
                asked.shocks.retain(|other| *other != shock.id);
            } else {
                asked.shocks.push(shock.id.clone());
            }
        });
        html! {
            <button type="button" class="sjokk" aria-pressed={pressed.to_string()} title={shock.reason.clone()} {onclick}>
                { &shock.name }
            </button>
        }
    };
    html! {
        <>
            <p class="forklaring">{ language.stress_explained() }</p>
            <div class="sjokkene" role="group" aria-label={language.stress_title()}>{ for shocks().iter().map(button) }</div>
            <p class="skjult" role="status">{ told(props, asked) }</p>
            { paths(props, asked) }
            { for props.municipality.stress_test.iter().map(|test| printed_test(test, language)) }
        </>
    }
}

/// What a screen reader is told when a shock is pressed: where it leads, or all of them together.
fn told(props: &QuestionsProps, asked: &Ask) -> Option<String> {
    let language = asked.language;
    let shocked = props.answers.shocked.as_ref().filter(|_| !props.asked.shocks.is_empty())?;
    let (shock, path) = shocked.last()?;
    let name = shock.map_or_else(|| language.all_shocks().to_owned(), |shock| shock.name.clone());
    let outcomes = Indicator::ALL.map(|indicator| {
        format!("{} {}", language.indicator_name(indicator), outcome(asked, path, indicator))
    });
    Some(format!("{name}: {}", outcomes.join(", ")))
}

fn paths(props: &QuestionsProps, asked: &Ask) -> Html {
    let language = asked.language;
    if props.asked.shocks.is_empty() {
        return Html::default();
    }
    let Some(shocked) = &props.answers.shocked else { return working(language) };
    // A letter at the end of a line, the whole name in the table.
    let letter =
        |index: usize| char::from_u32(u32::try_from(index).unwrap_or(0) + u32::from('A')).unwrap_or('?');
    let name = |(index, (shock, _)): (usize, &ShockPath)| match shock {
        Some(shock) => format!("{}: {}", letter(index), shock.name),
        None => language.all_shocks().to_owned(),
    };
    let lines = |unit: ChartUnit, indicator: Indicator| {
        let line = |(index, (shock, path)): (usize, &ShockPath)| Line {
            role: LineRole::Path,
            name: if shock.is_some() { letter(index).to_string() } else { language.all_shocks().to_owned() },
            values: path.years.values().iter().map(|result| unit.read(indicator, result)).collect(),
        };
        shocked.iter().enumerate().map(line).collect()
    };
    let row = |(index, shock): (usize, &ShockPath)| {
        let cells = Indicator::ALL.map(|indicator| outcome(asked, &shock.1, indicator));
        Row::of(name((index, shock)), cells.to_vec())
    };
    let reasons = |shock: &'static Shock| {
        html! {
            <li><strong>{ &shock.name }</strong>{ ": " }{ shock.reasons(&asked.municipality, &asked.scenario) }{ " " }
                <small>{ language.source_is(&shock.source) }</small></li>
        }
    };
    let headings = Indicator::ALL.map(|indicator| language.indicator_name(indicator).to_owned());
    let headings = [&[language.shock().to_owned()], headings.as_slice()].concat();
    let mut rows: Vec<Row> = vec![];
    rows.extend(props.answers.now.iter().map(|now| {
        Row::of(
            super::own_name(asked),
            Indicator::ALL.map(|indicator| outcome(asked, now, indicator)).to_vec(),
        )
    }));
    rows.extend(shocked.iter().enumerate().map(row));
    html! {
        <>
            { path_charts(props, asked, "sjokk", &lines) }
            { table("sjokktabell", &language.shock_table(asked.municipality.last_year()), &headings, rows) }
            <ul class="begrunnelser">{ for shocked.iter().filter_map(|(shock, _)| *shock).map(reasons) }</ul>
        </>
    }
}

/// Where an indicator ends, and how many years its rule is broken.
fn outcome(asked: &Ask, path: &Projection, indicator: Indicator) -> String {
    let language = asked.language;
    let Some(unit) = ChartUnit::of(indicator, path) else { return "–".to_owned() };
    let last = path.years.last().and_then(|result| unit.read(indicator, result));
    let last = last.map_or_else(|| "–".to_owned(), |last| unit.write(last, language));
    let rule = asked.municipality.rule_for(indicator).map(|rule| assess(rule, path));
    match rule.filter(|_| unit == ChartUnit::PercentOfRevenue) {
        Some(outcome) => language.ends_at(&last, outcome.broken_years().count()),
        None => last,
    }
}

/// The municipality's own stress test: as printed, recomputed, and the errors in print.
fn printed_test(test: &StressTest, language: Language) -> Html {
    let checked = check(test);
    let million = |amount: Kroner| language.signed(amount.millions(), 1);
    let row = |row: &CheckedRow<'_>| {
        let fault = match row.fault {
            Some(PrintFault::Amount) => language.wrong_amount(),
            Some(PrintFault::Sign) => language.wrong_sign(),
            None => "",
        };
        let printed = row.row.printed_effect.map_or_else(|| "–".to_owned(), million);
        let cells =
            vec![language.millions(row.row.balance, 1), printed, million(row.computed), fault.to_owned()];
        Row::of(row.row.name.clone(), cells)
    };
    let mut rows: Vec<Row> = checked.rows.iter().map(row).collect();
    let printed = checked.printed.map_or_else(|| "–".to_owned(), million);
    let signs = vec![
        String::new(),
        printed,
        million(checked.with_printed_signs),
        language.amounts_corrected().to_owned(),
    ];
    rows.push(Row::of(language.possible_loss(), signs).class("sum i-alt"));
    let corrected =
        vec![String::new(), String::new(), million(checked.corrected), language.all_corrected().to_owned()];
    rows.push(Row::of(language.possible_loss(), corrected).class("i-alt"));
    table("stresstest", language.stress_test(), &language.stress_test_headings().map(str::to_owned), rows)
}
