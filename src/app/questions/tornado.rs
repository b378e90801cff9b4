//! Hva betyr mest: bars and table of an equally plausible change of every lever.

use super::{Ask, QuestionsProps, bars, folded, working};
use crate::analysis::sensitivity::{Effect, Sensitivity, plausible_change};
use crate::app::data_table::{Row, table};
use crate::chart::{Bar, BarRole, BarsModel};
use crate::model::lever::LeverGroup;
use crate::model::municipality::Indicator;
use crate::model::order::in_order;
use crate::model::units::{Kroner, Percent};
use crate::text::{Language, lower};
use rust_decimal::{Decimal, dec};
use yew::prelude::*;

/// Levers in the chart; the table has them all.
const SHOWN: usize = 6;

/// What is zero is left out.
const LEAST: Decimal = dec!(0.005);

pub(super) fn view(props: &QuestionsProps, ask: &Ask) -> Html {
    let language = ask.language;
    let Some(all) = &props.answers.tornado else { return working(language) };
    html! {
        <>
            <p class="forklaring">{ language.tornado_explained(ask.year) }</p>
            <div class="broer">{ for (0..).zip(Indicator::ALL).map(|(place, indicator)| one(props, all, place, indicator, language)) }</div>
        </>
    }
}

fn one(
    props: &QuestionsProps,
    all: &[Sensitivity],
    place: usize,
    indicator: Indicator,
    language: Language,
) -> Html {
    let felt = all.iter().filter(|one| one.reach(indicator) >= LEAST);
    let ordered = in_order(felt, |one, other| one.reach(indicator) > other.reach(indicator));
    if ordered.is_empty() {
        return Html::default();
    }
    let of = |effect: Option<Effect>| {
        let (amount, points) =
            effect.and_then(|effect| effect.changes.get(place).copied()).unwrap_or_default();
        points.map(Percent::value).or(amount.map(Kroner::millions))
    };
    let bar = |one: &&Sensitivity| {
        let [down, up] = [of(one.down), of(one.up)].map(Option::unwrap_or_default);
        let (low, high) = (down.min(up), down.max(up));
        let role = match one.input.spec().group() {
            LeverGroup::Assumptions => BarRole::World,
            LeverGroup::Choices => BarRole::Choice,
        };
        let widest = if low.abs() > high.abs() { low } else { high };
        let reading = if low < Decimal::ZERO && high > Decimal::ZERO {
            format!("±{}", language.number(widest.abs(), 2))
        } else {
            language.signed(widest, 2)
        };
        Bar { name: language.lever_name(one.input).to_owned(), ends: [low, high], reading, role }
    };
    let model = BarsModel { bars: ordered.iter().take(SHOWN).map(bar).collect() };
    let first = ordered.first().map(|one| language.lever_name(one.input)).unwrap_or_default();
    let name = language.indicator_name(indicator);
    let effects = || ordered.iter().flat_map(|one| [one.down, one.up]).flatten();
    let in_points =
        effects().any(|effect| effect.changes.get(place).is_some_and(|(_, points)| points.is_some()));
    let unit = if in_points { language.points_heading() } else { language.million_heading() };
    html! {
        <div class="bro">
            <h3>{ name }{ " " }<small>{ lower(unit) }</small></h3>
            { bars(format!("tornado-{place}"), format!("{name}: {} {first}", language.tornado_title()), model, props.layout) }
            { folded(figures(name, unit, &ordered, &of, language), language) }
        </div>
    }
}

fn figures(
    name: &str,
    unit: &str,
    ordered: &[&Sensitivity],
    of: &dyn Fn(Option<Effect>) -> Option<Decimal>,
    language: Language,
) -> Html {
    let row = |one: &&Sensitivity| {
        let input = one.input;
        let change = |effect| of(effect).map_or_else(|| "–".to_owned(), |change| language.signed(change, 2));
        let size = language.input_with_unit(input, plausible_change(input));
        let by = format!("{} ± {}", language.lever_name(input), size.trim_start_matches('+'));
        Row::of(by, vec![change(one.down), change(one.up), language.plausible_reason(input).to_owned()])
    };
    let [down, up] = [language.step_down(), language.step_up()].map(|way| format!("{way}, {}", lower(unit)));
    let headings = [language.changed_by().to_owned(), down, up, language.reason().to_owned()];
    table("", name, &headings, ordered.iter().map(row).collect())
}
