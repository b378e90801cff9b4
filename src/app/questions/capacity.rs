//! Handlingsrom og omstillingsbehov: the index of every year, and what is lacking, counted two ways.

use super::{Ask, QuestionsProps, ask, working};
use crate::analysis::capacity::{DEBT_SLOPE, FLATTEST_DEBT_SLOPE, Need, STEEPEST_DEBT_SLOPE, Zone};
use crate::app::store::Asked;
use crate::model::units::Kroner;
use crate::text::{Bokmal, Questions, number};
use rust_decimal::{Decimal, dec};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

pub(super) fn view(props: &QuestionsProps, asked: &Ask) -> Html {
    html! { <>{ index_view(props) }{ needs_view(props, asked) }</> }
}

fn index_view(props: &QuestionsProps) -> Html {
    let Some(indices) = &props.answers.indices else { return working() };
    if indices.iter().all(|(_, index)| index.is_none()) {
        return html! { <p>{ Bokmal.index_unknown() }</p> };
    }
    let onchange = ask(props, |asked: &mut Asked, event: &Event| {
        if let Ok(slope) = event.target_unchecked_into::<HtmlSelectElement>().value().parse() {
            asked.debt_slope = slope;
        }
    });
    let slopes = [STEEPEST_DEBT_SLOPE, dec!(-0.012), dec!(-0.008), FLATTEST_DEBT_SLOPE];
    debug_assert!(slopes.contains(&DEBT_SLOPE));
    let written =
        |index: &Option<Decimal>| index.map_or_else(|| "–".to_owned(), |index| number::format(index, 1));
    let zone = |index: &Option<Decimal>| index.map(|index| Bokmal.zone_name(Zone::of(index)));
    html! {
        <>
            <p class="forklaring">{ Bokmal.index_explained() }</p>
            <label class="vekt">{ Bokmal.debt_slope() }{ " " }
                <select class="ds-input" id="gjeldens-vekt" {onchange}>
                    { for slopes.map(|slope| html! {
                        <option value={slope.to_string()} selected={slope == props.asked.debt_slope}>{ number::format(slope, 3) }</option>
                    }) }
                </select>
            </label>
            <div class="rull" tabindex="0" role="group" aria-label={Bokmal.index_title()}>
                <table class="ds-table" data-size="sm" id="indeks">
                    <caption>{ Bokmal.index_title() }</caption>
                    <thead><tr>
                        <td></td>
                        { for indices.iter().map(|(year, _)| html! { <th scope="col">{ year.to_string() }</th> }) }
                    </tr></thead>
                    <tbody>
                        <tr><th scope="row">{ Bokmal.index() }</th>
                            { for indices.iter().map(|(_, index)| html! { <td>{ written(index) }</td> }) }</tr>
                        <tr><th scope="row">{ Bokmal.zone() }</th>
                            { for indices.iter().map(|(_, index)| html! { <td>{ zone(index) }</td> }) }</tr>
                    </tbody>
                </table>
            </div>
        </>
    }
}

fn needs_view(props: &QuestionsProps, asked: &Ask) -> Html {
    let Some(needs) = &props.answers.needs else { return working() };
    let Some(from) = needs.first().map(|need| need.from.0) else { return Html::default() };
    let thousands = |amount: Kroner| number::million_kroner(amount, 1);
    let row = |need: &Need| {
        let [result, fund] = need.levels;
        let by_model = need
            .by_model
            .map_or_else(|| Bokmal.need_out_of_reach().to_owned(), |saved| number::million_kroner(saved, 0));
        html! {
            <tr>
                <th scope="row">{ Bokmal.goal_name(need.goal) }<br /><small>{ Bokmal.goal_levels(result, fund) }</small></th>
                <td>{ thousands(need.by_arithmetic.result) }</td>
                <td>{ thousands(need.by_arithmetic.fund) }</td>
                <td>{ thousands(need.by_arithmetic.total()) }</td>
                <td>{ by_model }</td>
            </tr>
        }
    };
    html! {
        <div class="rull" tabindex="0" role="group" aria-label={Bokmal.need_title()}>
            <table class="ds-table" data-size="sm" id="omstillingsbehov">
                <caption>{ Bokmal.need_title() }</caption>
                <thead><tr>
                    <th scope="col">{ Bokmal.need_to() }</th>
                    <th scope="col">{ Bokmal.need_result() }</th>
                    <th scope="col">{ Bokmal.need_fund() }</th>
                    <th scope="col">{ Bokmal.need_sum() }</th>
                    <th scope="col">{ Bokmal.need_by_model(asked.year) }</th>
                </tr></thead>
                <tbody>{ for needs.iter().map(row) }</tbody>
            </table>
            <p class="forklaring">{ Bokmal.need_explained(from) }</p>
        </div>
    }
}
