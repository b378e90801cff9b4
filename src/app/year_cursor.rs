//! Året i kurven: the year that pointer, touch or arrow keys point at, and what every line reads there.

use super::language::use_language;
use super::results::{ResultLine, Results, Whose};
use super::store::{Action, AppState};
use crate::chart::{ChartUnit, plot_margins};
use crate::model::municipality::{Indicator, Municipality};
use crate::model::projection::YearResult;
use crate::model::scenario::Prices;
use crate::model::units::{Kroner, Percent, Year};
use crate::text::{Changed, Language};
use web_sys::HtmlElement;
use yew::prelude::*;

/// What a cursor needs.
#[derive(Clone, PartialEq, Properties)]
pub struct YearCursorProps {
    /// The indicator of the chart.
    pub indicator: Indicator,
    /// Its id.
    pub id: AttrValue,
    /// The first and the last year.
    pub ends: [Year; 2],
    /// The year that is looked at.
    pub year: Year,
    /// What the lines read in that year, for a screen reader.
    pub reading: AttrValue,
    /// Whether the chart has a rule, under which years are marked.
    pub has_rule: bool,
    /// Receives the year that is pointed at; nothing when the pointer leaves.
    pub on_point: Callback<Option<Year>>,
    /// Receives the year that is chosen.
    pub dispatch: UseReducerDispatcher<AppState>,
}

/// A slider over a chart: pointing shows a year, pressing chooses it, arrow keys go from year to year.
#[component]
pub fn YearCursor(props: &YearCursorProps) -> Html {
    let language = use_language();
    let [first, last] = props.ends;
    let place = {
        let (has_rule, count) = (props.has_rule, last.since(first));
        move |event: &MouseEvent| {
            let element = event.target_unchecked_into::<HtmlElement>();
            let size = (element.client_width(), element.client_height());
            let [left, right] = plot_margins(size, has_rule);
            let plot = f64::from(size.0) - left - right;
            let along = (f64::from(event.offset_x()) - left) / plot.max(1.0);
            first.plus(nearest(along, count))
        }
    };
    let onpointermove = {
        let on_point = props.on_point.clone();
        Callback::from(move |event: PointerEvent| {
            if event.pointer_type() != "touch" {
                on_point.emit(Some(place(&event)));
            }
        })
    };
    let onpointerleave = {
        let on_point = props.on_point.clone();
        Callback::from(move |_: PointerEvent| on_point.emit(None))
    };
    let onclick = {
        let (dispatch, on_point) = (props.dispatch.clone(), props.on_point.clone());
        Callback::from(move |event: MouseEvent| {
            let year = place(&event);
            dispatch.dispatch(Action::ShowYear(year));
            on_point.emit(Some(year));
        })
    };
    let onkeydown = on_keys(props);
    let onblur = {
        let on_point = props.on_point.clone();
        Callback::from(move |_: FocusEvent| on_point.emit(None))
    };
    html! {
        <div class="arspeker" id={props.id.clone()} role="slider" tabindex="0"
            aria-label={language.choose_year_in(language.indicator_name(props.indicator))}
            aria-valuemin={first.to_string()} aria-valuemax={last.to_string()} aria-valuenow={props.year.to_string()}
            aria-valuetext={props.reading.clone()}
            {onpointermove} {onpointerleave} {onclick} {onkeydown} {onblur}></div>
    }
}

/// Arrow keys, Home and End choose a year; Escape leaves it.
fn on_keys(props: &YearCursorProps) -> Callback<KeyboardEvent> {
    let [first, last] = props.ends;
    let (dispatch, on_point, year) = (props.dispatch.clone(), props.on_point.clone(), props.year);
    Callback::from(move |event: KeyboardEvent| {
        let to = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => year.plus(-1),
            "ArrowRight" | "ArrowUp" => year.plus(1),
            "Home" => first,
            "End" => last,
            "Enter" | " " => year,
            "Escape" => {
                on_point.emit(None);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        let to = to.clamp(first, last);
        on_point.emit(Some(to));
        dispatch.dispatch(Action::ShowYear(to));
    })
}

/// The step of `count` that a share of the whole is nearest to.
fn nearest(share: f64, count: i32) -> i32 {
    let middle = |step: i32| (f64::from(step) + 0.5) / f64::from(count.max(1));
    (0..count).find(|step| share < middle(*step)).unwrap_or(count)
}

/// What one line reads in a year.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reading {
    name: String,
    class: &'static str,
    ratio: Option<Percent>,
    amount: Option<Kroner>,
}

/// What is read in a year: the lines, the most important first, the difference and the requirement.
pub(super) struct Readings {
    lines: Vec<Reading>,
    difference: Option<Reading>,
    requirement: Option<(String, Option<Kroner>)>,
}

/// What makes the difference between the line in front and the one it is compared with.
fn difference_of(lines: &[ResultLine<'_>]) -> Changed {
    match lines {
        [.., ResultLine { whose: Whose::PlanInMovedWorld, .. }] => Changed::World,
        [.., ResultLine { whose: Whose::PlanInSameWorld, .. }, _] => Changed::Choices,
        _ => Changed::Everything,
    }
}

/// Reads every line of a chart in a year.
pub(super) fn readings(
    (municipality, results, prices): (&Municipality, &Results, Prices),
    indicator: Indicator,
    year: Year,
    language: Language,
) -> Readings {
    let shown = |result: &YearResult, amount: Kroner| match prices {
        Prices::Deflated => result.price_index.deflate(amount),
        _ => amount,
    };
    let read = |line: &ResultLine<'_>| {
        let result = line.projection.years.get(year)?;
        let class = line.class();
        let amount = result.amount(indicator).map(|amount| shown(result, amount));
        Some(Reading { name: line.name.clone(), class, ratio: result.ratio(indicator), amount })
    };
    let lines = results.lines(municipality, language);
    let mut all: Vec<Reading> = lines.iter().filter_map(read).collect();
    all.reverse();
    // An alternative is compared with the plan in its own world, which comes next.
    let difference = match all.as_slice() {
        [own, with, ..] => Some(Reading {
            name: language.changes_give(difference_of(&lines)).to_owned(),
            class: "endring",
            ratio: own.ratio.zip(with.ratio).map(|(own, with)| own - with),
            amount: own.amount.zip(with.amount).map(|(own, with)| own - with),
        }),
        _ => None,
    };
    let front = lines.last().and_then(|line| line.projection.years.get(year));
    let requirement = municipality.rule_for(indicator).map(|rule| {
        let limit = front.and_then(|result| Some(shown(result, rule.limit.of(result.gross_revenue?))));
        (language.requirement(rule), limit)
    });
    Readings { lines: all, difference, requirement }
}

impl Readings {
    /// The same in words, for a screen reader.
    pub(super) fn spoken(&self, unit: ChartUnit, year: Year, language: Language) -> String {
        let value = |reading: &Reading| match unit {
            ChartUnit::PercentOfRevenue => reading.ratio.map(|ratio| language.percent(ratio, 1)),
            ChartUnit::MillionKroner => reading.amount.map(|amount| language.million_kroner(amount, 0)),
        };
        let lines = self.lines.iter().filter_map(|line| Some(format!("{} {}", line.name, value(line)?)));
        let rule = self.requirement.iter().map(|(text, _)| format!("{} {text}", language.the_requirement()));
        format!("{year}: {}", lines.chain(rule).collect::<Vec<_>>().join(", "))
    }

    /// The box over the tile of a card, which a screen reader has as the value of the slider; or a table of its
    /// own.
    pub(super) fn view(&self, year: Year, is_spoken: bool, language: Language) -> Html {
        let million = |amount: Option<Kroner>| amount.map(|amount| language.millions(amount, 0));
        let row = |reading: &Reading| {
            let percent = reading.ratio.map(|ratio| language.percent(ratio, 1));
            row_of(reading.class, &reading.name, percent, million(reading.amount))
        };
        let difference = self.difference.iter().map(|reading| {
            let points = reading.ratio.map(|ratio| language.signed(ratio.value(), 1));
            let amount = reading.amount.map(|amount| language.signed(amount.millions(), 0));
            row_of(reading.class, &reading.name, points, amount)
        });
        let requirement = self.requirement.iter().map(|(text, limit)| {
            row_of("kravet", language.the_requirement(), Some(text.clone()), million(*limit))
        });
        html! {
            <table class="arstips" aria-hidden={(!is_spoken).then_some("true")}>
                <thead><tr><th>{ year.to_string() }</th><td>{ language.in_percent() }</td><td>{ language.in_million_kroner() }</td></tr></thead>
                <tbody>
                    // The difference stands under the two that it is between.
                    { for self.lines.iter().take(2).map(row) }
                    { for difference }
                    { for self.lines.iter().skip(2).map(row) }
                    { for requirement }
                </tbody>
            </table>
        }
    }
}

fn row_of(class: &'static str, name: &str, percent: Option<String>, amount: Option<String>) -> Html {
    let cell = |value: Option<String>| value.unwrap_or_else(|| "–".to_owned());
    html! { <tr {class}><th>{ name.to_owned() }</th><td>{ cell(percent) }</td><td>{ cell(amount) }</td></tr> }
}
