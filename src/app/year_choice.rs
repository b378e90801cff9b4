//! Årsvalget: the year whose amounts are shown, and the years beside it.

use super::store::{Action, AppState};
use crate::model::municipality::Municipality;
use crate::model::units::Year;
use crate::text::Language;
use yew::prelude::*;

/// The year whose amounts are shown.
pub(super) fn year_choice(
    municipality: &Municipality,
    year: Year,
    dispatch: &UseReducerDispatcher<AppState>,
    language: Language,
) -> Html {
    let (first, last) = (municipality.plan.first_year, municipality.last_year());
    let show = |to: Year| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::ShowYear(to.clamp(first, last))))
    };
    html! {
        <div class="arsvalg" role="group" aria-label={language.year_choice()}>
            <span aria-hidden="true">{ language.year_choice() }</span>
            <button type="button" class="rund" aria-label={language.year_before()} onclick={show(year.plus(-1))}
                aria-disabled={(year <= first).to_string()}>{ "‹" }</button>
            <strong>{ year.to_string() }</strong>
            <button type="button" class="rund" aria-label={language.year_after()} onclick={show(year.plus(1))}
                aria-disabled={(year >= last).to_string()}>{ "›" }</button>
        </div>
    }
}
