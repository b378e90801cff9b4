//! Svar: the questions asked of the model, as a table to read and as JSON with Norwegian keys.

use super::shocks::shocks;
use crate::analysis::Question;
use crate::analysis::attribution::attribute;
use crate::analysis::finance_stress::check;
use crate::analysis::futures::{Futures, UNCERTAINTIES, paths, summary};
use crate::analysis::seek::{Span, Target, least_saving, span};
use crate::analysis::sensitivity::tornado;
use crate::analysis::stress::{Shock, shock_path};
use crate::model::fiscal_rule::assess;
use crate::model::lever::Lever;
use crate::model::municipality::{FiscalRule, Indicator};
use crate::model::projection::Projection;
use crate::model::units::{Kroner, Percent, Year};
use crate::text::Language;
use crate::text::lower;
use rust_decimal::Decimal;
use serde_json::{Value, json};

/// Et svar: what a question gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What was asked.
    pub title: String,
    /// The heading of each column.
    pub headings: Vec<String>,
    /// The rows, each as long as the headings.
    pub rows: Vec<Vec<String>>,
    /// What must be said with it.
    pub remarks: Vec<String>,
    /// The same for programs.
    pub json: Value,
}

impl Answer {
    /// The answer as a table for a terminal: each column as wide as it must be.
    #[must_use]
    pub fn text(&self) -> String {
        let all = || std::iter::once(&self.headings).chain(&self.rows);
        let wide = |column: usize| {
            let lengths = all().filter_map(|row| row.get(column)).map(|cell| cell.chars().count());
            lengths.max().unwrap_or(0)
        };
        let line = |row: &Vec<String>| -> String {
            let cell = |(column, cell): (usize, &String)| {
                let wide = wide(column);
                if column == 0 { format!("{cell:<wide$}") } else { format!("  {cell:>wide$}") }
            };
            row.iter().enumerate().map(cell).collect()
        };
        let lines: Vec<String> = all().map(line).collect();
        [vec![self.title.clone(), lines.join("\n")], self.remarks.clone()].concat().join("\n\n")
    }
}

/// Hvorfor: the bridge of every indicator in a year.
#[must_use]
pub fn why(question: &Question<'_>, year: Year, language: Language) -> Answer {
    let signed = |amount| signed(amount, language);
    let attribution = attribute(question);
    let (mut rows, mut found) = (Vec::new(), Vec::new());
    for indicator in Indicator::ALL {
        let Some(bridge) = attribution.bridge(indicator, year) else { continue };
        let name = language.indicator_name(indicator);
        let mut row = |what: &str, amount: Kroner, points: Option<Percent>, alone: Option<Kroner>| {
            rows.push(vec![
                name.to_owned(),
                what.to_owned(),
                signed(amount),
                points.map_or_else(dash, |points| language.signed(points.value(), 2)),
                alone.map_or_else(dash, signed),
                alone.map_or_else(dash, |alone| signed(amount - alone)),
            ]);
        };
        for share in &bridge.shares {
            let points = bridge.ratios.map(|_| share.points);
            row(language.cause_name(share.cause), share.amount, points, Some(share.alone));
        }
        row(language.change_in_all(), bridge.change(), bridge.change_in_points(), None);
        found.push(json!({
            "indikator": indicator,
            "plan": bridge.amounts[0], "scenario": bridge.amounts[1], "endring": bridge.change(),
            "endring_prosentpoeng": bridge.change_in_points(), "samspill": bridge.interaction(),
            "årsaker": bridge.shares.iter().map(|share| json!({
                "årsak": language.cause_name(share.cause), "andel": share.amount,
                "prosentpoeng": bridge.ratios.map(|_| share.points), "alene": share.alone,
                "side": language.side_name(share.cause.group()),
            })).collect::<Vec<_>>(),
        }));
    }
    Answer {
        title: format!("{} {year}", language.why_title()),
        headings: texts(&[
            "",
            language.cause(),
            language.million_heading(),
            language.points_heading(),
            language.alone_heading(),
            language.interaction_heading(),
        ]),
        rows,
        remarks: texts(&[if attribution.causes().is_empty() {
            language.why_nothing()
        } else {
            language.why_explained()
        }]),
        json: json!({ "år": year, "broer": found }),
    }
}

/// Hva skal til: the position each main lever must have, and the saving that is enough from each year.
#[must_use]
pub fn seek(question: &Question<'_>, target: &Target, language: Language) -> Answer {
    let spans: Vec<Span> = Lever::MAIN.map(|input| span(question, target, input)).into();
    let savings: Vec<(Year, Option<Kroner>)> = question
        .municipality
        .years()
        .skip(1)
        .map(|year| (year, least_saving(question, target, year)))
        .collect();
    let row = |span: &Span| {
        let now = question.scenario.get(span.input);
        let write = |value| language.input_with_unit(span.input, value);
        let stretches =
            span.stretches().into_iter().map(|[low, high]| language.low_to_high(&write(low), &write(high)));
        let stretches = stretches.collect::<Vec<_>>().join(", ");
        let least = match (span.nearest(now), span.best()) {
            (Some(nearest), _) if nearest == now => language.already_enough().to_owned(),
            (Some(nearest), _) => language.set_to(&write(nearest)),
            (None, Some(best)) => {
                let short = language.million_kroner(best.headroom.unwrap_or_default().abs(), 0);
                language.not_enough_alone(&write(best.value), &short)
            }
            (None, None) => dash(),
        };
        vec![language.lever_name(span.input).to_owned(), write(now), stretches, least]
    };
    let saved = |(year, saved): &(Year, Option<Kroner>)| {
        let amount = saved
            .map_or_else(|| language.saving_too_late().to_owned(), |saved| language.million_kroner(saved, 0));
        format!("{year}: {amount}")
    };
    let measured = spans.iter().flat_map(|span| &span.trials).any(|trial| trial.headroom.is_some());
    let mut remarks = vec![language.saving_title().to_owned()];
    remarks.extend(savings.iter().map(saved));
    if !measured {
        remarks = texts(&[language.seek_nothing_measured()]);
    }
    let (from, until) = (*target.years.start(), *target.years.end());
    Answer {
        title: format!("{} {}–{}", language.seek_title(), from, until),
        headings: texts(&[
            language.lever(),
            language.stands_at(),
            language.holds_in(),
            language.least_change(),
        ]),
        rows: spans.iter().map(row).collect(),
        remarks,
        json: json!({
            "regler": target.rules.iter().map(|rule| &rule.id).collect::<Vec<_>>(), "fra": from, "til": until,
            "spaker": spans.iter().map(|span| json!({
                "spak": span.input.spec().key, "står_på": plain(question.scenario.get(span.input)),
                "holder": span.stretches().iter().map(|ends| ends.map(plain)).collect::<Vec<_>>(),
                "nærmest": span.nearest(question.scenario.get(span.input)).map(plain),
                "beste": span.best().map(|best| json!({ "verdi": plain(best.value), "handlingsrom": best.headroom })),
            })).collect::<Vec<_>>(),
            "innsparing": savings.iter().map(|(year, saved)| json!({ "fra": year, "beløp": saved })).collect::<Vec<_>>(),
        }),
    }
}

/// Hva betyr mest: one step of every lever, in a year.
#[must_use]
pub fn sensitivities(question: &Question<'_>, year: Year, language: Language) -> Answer {
    let signed = |amount| signed(amount, language);
    let mut all = tornado(question, year);
    all.sort_by_key(|one| std::cmp::Reverse(one.reach(Indicator::NetOperatingResult)));
    let (mut rows, mut found) = (Vec::new(), Vec::new());
    for one in &all {
        for effect in [one.down, one.up].into_iter().flatten() {
            let to = language.input_with_unit(one.input, effect.to);
            let changes = effect.changes.map(|(amount, points)| match points {
                Some(points) => language.signed(points.value(), 2),
                None => amount.map_or_else(dash, signed),
            });
            rows.push(
                [vec![language.one_step(language.lever_name(one.input), &to)], changes.to_vec()].concat(),
            );
            found.push(json!({
                "spak": one.input.spec().key, "til": plain(effect.to),
                "virkninger": Indicator::ALL.iter().zip(effect.changes).map(|(indicator, (amount, points))| json!({
                    "indikator": indicator, "beløp": amount, "prosentpoeng": points,
                })).collect::<Vec<_>>(),
            }));
        }
    }
    let names = Indicator::ALL.map(|indicator| language.indicator_name(indicator));
    Answer {
        title: format!("{} {year}", language.tornado_title()),
        headings: texts(&[&[language.lever()], names.as_slice()].concat()),
        rows,
        remarks: vec![language.tornado_explained(year)],
        json: json!({ "år": year, "enhet": "1000 kr", "trinn": found }),
    }
}

/// Hva om det går galt: the scenario, each shock, and all of those given together.
#[must_use]
pub fn stress(question: &Question<'_>, given: &[&'static Shock], language: Language) -> Answer {
    let signed = |amount| signed(amount, language);
    let all: Vec<&Shock> = shocks().iter().collect();
    let chosen: &[&Shock] = if given.is_empty() { &all } else { given };
    let mut runs = vec![(language.scenario_label().to_owned(), question.project(question.scenario))];
    runs.extend(chosen.iter().map(|shock| (shock.name.clone(), shock_path(question, &[*shock]))));
    if chosen.len() > 1 {
        runs.push((language.all_shocks().to_owned(), shock_path(question, chosen)));
    }
    let rules = &question.municipality.rules;
    let end = |path: &Projection, rule: &FiscalRule| {
        let last = path.years.last().and_then(|result| result.ratio(rule.indicator));
        let last = last.map_or_else(dash, |last| language.percent(last, 1));
        language.ends_at(&last, assess(rule, path).broken_years().count())
    };
    let row = |(name, path): &(String, Projection)| {
        [vec![name.clone()], rules.iter().map(|rule| end(path, rule)).collect()].concat()
    };
    let mut remarks: Vec<String> = chosen
        .iter()
        .map(|shock| {
            let said = shock.reasons(question.municipality, question.scenario);
            format!("{}: {said} {}", shock.name, language.source_is(&shock.source))
        })
        .collect();
    let checked = question.municipality.stress_test.as_ref().map(check);
    remarks.extend(checked.as_ref().map(|checked| {
        let printed = checked.printed.map_or_else(dash, signed);
        let [signs, all] = [checked.with_printed_signs, checked.corrected].map(signed);
        format!(
            "{}: {} {printed}; {} {signs}; {} {all}.",
            language.stress_test(),
            lower(language.possible_loss()),
            lower(language.amounts_corrected()),
            lower(language.all_corrected())
        )
    }));
    let names: Vec<&str> = rules.iter().map(|rule| language.indicator_name(rule.indicator)).collect();
    Answer {
        title: format!(
            "{} {}",
            language.stress_title(),
            language.shock_table(question.municipality.last_year())
        ),
        headings: texts(&[&[language.shock()], names.as_slice()].concat()),
        rows: runs.iter().map(row).collect(),
        remarks,
        json: json!({
            "år": question.municipality.years().collect::<Vec<_>>(),
            "løp": runs.iter().map(|(name, path)| json!({
                "navn": name,
                "regler": rules.iter().map(|rule| json!({
                    "id": rule.id, "brutt": assess(rule, path).broken_years().collect::<Vec<_>>(),
                    "prosent": path.years.values().iter().map(|result| result.ratio(rule.indicator)).collect::<Vec<_>>(),
                })).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
            "stresstest": checked.map(|checked| json!({
                "rader": checked.rows.iter().map(|row| json!({
                    "navn": row.row.name, "trykt": row.row.printed_effect, "regnet": row.computed,
                    "forskjell": row.difference, "feil_i_trykk": row.fault.is_some(),
                })).collect::<Vec<_>>(),
                "trykt": checked.printed, "fortegn_som_trykt": checked.with_printed_signs, "rettet": checked.corrected,
            })),
        }),
    }
}

/// Hvor usikkert: how often each rule holds among many drawn futures.
#[must_use]
pub fn futures(question: &Question<'_>, seed: u64, count: u32, language: Language) -> Answer {
    let rules = &question.municipality.rules;
    let drawn = paths(question, seed, 0..count);
    let shares = summary(rules, &drawn);
    let write = |share: Option<Percent>| share.map_or_else(dash, |share| language.percent(share, 0));
    let row = |(rule, share): (&FiscalRule, &crate::analysis::futures::RuleShare)| {
        let years = share.by_year.iter().map(|year| write(*year));
        let name = language.indicator_name(rule.indicator).to_owned();
        [name, write(share.every_year)].into_iter().chain(years).collect()
    };
    let years = question.municipality.years().map(|year| year.to_string());
    let headings = [String::new(), language.every_year().to_owned()].into_iter().chain(years).collect();
    Answer {
        title: language.futures_of(count, seed),
        headings,
        rows: rules.iter().zip(&shares).map(row).collect(),
        remarks: [language.not_drawn().to_owned()]
            .into_iter()
            .chain(
                UNCERTAINTIES.iter().map(|one| {
                    format!("{}: {}", language.drawn_name(one.drawn), language.reason_for(one.drawn))
                }),
            )
            .collect(),
        json: json!({
            "frø": seed, "antall": count, "år": question.municipality.years().collect::<Vec<_>>(),
            "regler": shares.iter().map(|share| json!({
                "id": share.rule, "alle_år": share.every_year, "per_år": share.by_year,
            })).collect::<Vec<_>>(),
        }),
    }
}

/// How many futures make a steady picture.
pub const USUAL_FUTURES: u32 = Futures::USUAL_COUNT;

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn signed(amount: Kroner, language: Language) -> String {
    language.signed(amount.millions(), 1)
}

fn dash() -> String {
    "–".to_owned()
}

/// A number that serde writes as a number.
fn plain(value: Decimal) -> Percent {
    Percent::new(value)
}
