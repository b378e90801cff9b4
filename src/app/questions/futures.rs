//! Hvor usikkert er det: many thin paths, and how often the rules hold among them.

use super::{Ask, QuestionsProps, ask, folded, path_charts, working};
use crate::analysis::futures::{Distribution, Futures, RuleShare, UNCERTAINTIES, Uncertainty, summary};
use crate::app::data_table::{Row, table};
use crate::app::store::Asked;
use crate::chart::{ChartUnit, Line, LineRole};
use crate::model::municipality::{FiscalRule, Indicator};
use crate::model::units::Percent;
use crate::text::Language;
use yew::prelude::*;

pub(super) fn view(props: &QuestionsProps, asked: &Ask) -> Html {
    let language = asked.language;
    let any_ratio = asked
        .plan
        .years
        .values()
        .iter()
        .any(|result| Indicator::ALL.iter().any(|indicator| result.ratio(*indicator).is_some()));
    if !any_ratio {
        return html! { <p>{ language.futures_unknown() }</p> };
    }
    let onclick = ask(props, |asked: &mut Asked, _: &MouseEvent| {
        asked.seed = Some(asked.seed.map_or(1, |seed| seed.wrapping_add(1)));
    });
    let label = match props.asked.seed {
        None => language.draw_futures(Futures::USUAL_COUNT),
        Some(seed) => language.draw_again(seed),
    };
    html! {
        <>
            <p><strong>{ language.not_drawn() }</strong></p>
            <button type="button" class="ds-button" data-variant="secondary" data-size="sm" id="trekk" {onclick}>{ label }</button>
            // A drawing takes a while; a screen reader is told when it has come.
            <p class="skjult" role="status">{ props.asked.seed.filter(|_| props.answers.futures.is_some())
                .map(|seed| language.futures_of(Futures::USUAL_COUNT, seed)) }</p>
            if props.asked.seed.is_some() {
                if let Some(futures) = &props.answers.futures { { drawn(props, asked, futures) } } else { { working(language) } }
            }
            { folded(distributions(language), language) }
        </>
    }
}

fn drawn(props: &QuestionsProps, asked: &Ask, futures: &Futures) -> Html {
    let language = asked.language;
    let lines = |unit: ChartUnit, indicator: Indicator| {
        let paths = futures.paths().iter().filter(|_| unit == ChartUnit::PercentOfRevenue);
        let line = |values: Vec<_>| Line { role: LineRole::Future, name: String::new(), values };
        paths
            .map(|path| line(path.ratios(indicator).map(|ratio| ratio.map(Percent::value)).collect()))
            .collect()
    };
    let share =
        |share: Option<Percent>| share.map_or_else(|| "–".to_owned(), |share| language.percent(share, 0));
    let row = |(rule, shares): (&FiscalRule, &RuleShare)| {
        let years = shares.by_year.iter().map(|year| share(*year));
        let cells = std::iter::once(share(shares.every_year)).chain(years).collect();
        Row::of(language.indicator_name(rule.indicator), cells)
    };
    let rules = &asked.municipality.rules;
    let summary = summary(rules, futures.paths());
    let headings = [String::new(), language.every_year().to_owned()].into_iter();
    let headings: Vec<String> =
        headings.chain(asked.municipality.years().map(|year| year.to_string())).collect();
    html! {
        <>
            { path_charts(props, asked, "framtid", &lines) }
            { table("framtider", language.futures_table(), &headings, rules.iter().zip(&summary).map(row).collect()) }
        </>
    }
}

/// What is drawn, from which distribution, and why.
fn distributions(language: Language) -> Html {
    let row = |uncertainty: &Uncertainty| {
        let write = |value| language.signed(value, 2);
        let distribution = match uncertainty.distribution {
            Distribution::Normal { mean, spread } => {
                language.normal(&write(mean), &language.number(spread, 2))
            }
            Distribution::Even { from, to } => language.even(&write(from), &write(to)),
        };
        let unit = language.unit(uncertainty.unit);
        let reason = language.reason_for(uncertainty.drawn).to_owned();
        Row::of(language.drawn_name(uncertainty.drawn), vec![format!("{distribution} {unit}"), reason])
    };
    table(
        "fordelinger",
        language.futures_title(),
        &language.distribution_headings().map(str::to_owned),
        UNCERTAINTIES.iter().map(row).collect(),
    )
}
