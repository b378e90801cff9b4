//! Handlingsrom og omstillingsbehov: the index of every year, and what is lacking, counted two ways.

use super::{Ask, QuestionsProps, ask, working};
use crate::analysis::capacity::{DEBT_SLOPE, FLATTEST_DEBT_SLOPE, Need, STEEPEST_DEBT_SLOPE, Zone};
use crate::app::data_table::{Row, table};
use crate::app::results::figure_button;
use crate::app::store::Asked;
use crate::model::municipality::Indicator;
use crate::model::projection::YearResult;
use crate::model::quantity::{Place, Quantity, Side};
use crate::model::units::{Kroner, Year};
use crate::text::Language;
use rust_decimal::{Decimal, dec};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

pub(super) fn view(props: &QuestionsProps, asked: &Ask) -> Html {
    let language = asked.language;
    html! { <>{ index_view(props, language) }{ needs_view(props, asked) }</> }
}

fn index_view(props: &QuestionsProps, language: Language) -> Html {
    let Some(indices) = &props.answers.indices else { return working(language) };
    if indices.iter().all(|(_, index)| index.is_none()) {
        return html! { <p>{ language.index_unknown() }</p> };
    }
    let onchange = ask(props, |asked: &mut Asked, event: &Event| {
        if let Ok(slope) = event.target_unchecked_into::<HtmlSelectElement>().value().parse() {
            asked.debt_slope = slope;
        }
    });
    let slopes = [STEEPEST_DEBT_SLOPE, dec!(-0.012), dec!(-0.008), FLATTEST_DEBT_SLOPE];
    debug_assert!(slopes.contains(&DEBT_SLOPE));
    let written =
        |index: &Option<Decimal>| index.map_or_else(|| "–".to_owned(), |index| language.number(index, 1));
    let zone = |index: &Option<Decimal>| {
        index.map_or_else(String::new, |index| language.zone_name(Zone::of(index)).to_owned())
    };
    let headings: Vec<String> =
        std::iter::once(String::new()).chain(indices.iter().map(|(year, _)| year.to_string())).collect();
    let mut rows: Vec<Row> =
        Indicator::ALL.into_iter().map(|indicator| term(props, indicator, language)).collect();
    rows.extend([
        Row::of(language.index(), indices.iter().map(|(_, index)| written(index)).collect()),
        Row::of(language.zone(), indices.iter().map(|(_, index)| zone(index)).collect()),
    ]);
    html! {
        <>
            <p class="forklaring">{ language.index_explained() }</p>
            <label class="vekt">{ language.debt_slope() }{ " " }
                <select class="ds-input" id="gjeldens-vekt" {onchange}>
                    { for slopes.map(|slope| html! {
                        <option value={slope.to_string()} selected={slope == props.asked.debt_slope}>{ language.number(slope, 3) }</option>
                    }) }
                </select>
            </label>
            { table("indeks", language.index_title(), &headings, rows) }
            <p class="forklaring">{ language.index_formula(&language.number(props.asked.debt_slope, 3)) }</p>
        </>
    }
}

/// What the index is made of: one indicator in every year, each opening to its formula.
fn term(props: &QuestionsProps, indicator: Indicator, language: Language) -> Row {
    let name = language.indicator_name(indicator);
    let years = props.answers.now.iter().flat_map(|now| now.years.iter());
    let cell = |(year, result): (Year, &YearResult)| {
        let place = Place { side: Side::Own, quantity: Quantity::Ratio(indicator), year };
        result.ratio(indicator).map_or_else(Html::default, |ratio| {
            figure_button(
                &props.dispatch,
                place,
                &language.percent(ratio, 1),
                name,
                &year.to_string(),
                language,
            )
        })
    };
    Row { cells: years.map(cell).collect(), ..Row::of(name, Vec::new()) }
}

fn needs_view(props: &QuestionsProps, asked: &Ask) -> Html {
    let language = asked.language;
    let Some(needs) = &props.answers.needs else { return working(language) };
    let Some(from) = needs.first().map(|need| need.from.0) else { return Html::default() };
    let thousands = |amount: Kroner| language.million_kroner(amount, 1);
    let row = |need: &Need| {
        let [result, fund] = need.levels;
        let by_model = need.by_model.map_or_else(
            || language.need_out_of_reach().to_owned(),
            |saved| language.million_kroner(saved, 0),
        );
        let counted = &need.by_arithmetic;
        Row {
            heading: html! {
                <>{ language.goal_name(need.goal) }<br /><small>{ language.goal_levels(result, fund) }</small></>
            },
            ..Row::of(
                "",
                vec![
                    thousands(counted.result),
                    thousands(counted.fund),
                    thousands(counted.total()),
                    by_model,
                ],
            )
        }
    };
    let headings = [language.need_to(), language.need_result(), language.need_fund(), language.need_sum()]
        .map(str::to_owned);
    let headings = [headings.as_slice(), &[language.need_by_model(asked.year)]].concat();
    html! {
        <>
            { table("omstillingsbehov", language.need_title(), &headings, needs.iter().map(row).collect()) }
            <p class="forklaring">{ language.need_explained(from) }</p>
        </>
    }
}
