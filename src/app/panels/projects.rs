//! Prosjekter: moved, scaled, stretched, dropped, added; and sales.

use super::{DetailsProps, own};
use crate::app::number_field::NumberField;
use crate::app::store::{Action, Settled};
use crate::model::lever::Lever;
use crate::model::municipality::{Project, ProjectKind};
use crate::model::scenario::ProjectChange;
use crate::model::units::Year;
use crate::text::Language;
use rust_decimal::Decimal;
use web_sys::HtmlInputElement;
use yew::prelude::*;

pub(super) fn view(props: &DetailsProps, language: Language) -> Html {
    let has_later = props.municipality.investments.projects.iter().any(|project| project.later.is_some());
    let rows =
        props.municipality.investments.projects.iter().map(|project| project_row(props, project, language));
    html! {
        <>
            { super::more(props, html! { <>{ sales(props, language) }{ own::projects(props) }</> }, language) }
            <p>{ language.projects_explained(has_later) }</p>
            <ul>{ for rows }</ul>
        </>
    }
}

/// One-off income that lowers debt, by year.
fn sales(props: &DetailsProps, language: Language) -> Html {
    let row = |year: Year| {
        let dispatch = props.dispatch.clone();
        let on_value = Callback::from(move |(value, settled): (Decimal, Settled)| {
            dispatch.dispatch(Action::Set(Lever::Sale.of(year), value.into(), settled));
        });
        let (amount, spec) = (props.scenario.sale_in(year), Lever::Sale.spec());
        html! {
            <label key={year.0} class="arsfelt">{ year.to_string() }
                <NumberField base={format!("salg-{year}")} label={language.lever_of(Lever::Sale, &year.to_string())} value={amount.millions()}
                    min={spec.min} max={spec.max} decimals={0} {on_value} /></label>
        }
    };
    html! {
        <fieldset class="salg">
            <legend>{ language.sale() }</legend>
            <p>{ language.lever_explained(Lever::Sale) }</p>
            <div class="arsfelter">{ for props.municipality.years().map(row) }</div>
        </fieldset>
    }
}

fn project_row(props: &DetailsProps, project: &Project, language: Language) -> Html {
    let change = props.scenario.project(&project.id);
    let move_by = |by: i32| {
        let (dispatch, id) = (props.dispatch.clone(), Lever::ProjectMoved.of(&project.id));
        let years = Decimal::from(change.moved + by);
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Set(id.clone(), years.into(), Settled::Yes));
        })
    };
    let onchange = {
        let (dispatch, id) = (props.dispatch.clone(), Lever::ProjectIncluded.of(&project.id));
        Callback::from(move |event: Event| {
            let included = event.target_unchecked_into::<HtmlInputElement>().checked();
            dispatch.dispatch(Action::Set(id.clone(), included.into(), Settled::Yes));
        })
    };
    let edit = |lever: Lever| {
        let (dispatch, id) = (props.dispatch.clone(), lever.of(&project.id));
        Callback::from(move |(value, _): (Decimal, Settled)| {
            dispatch.dispatch(Action::Set(id.clone(), value.into(), Settled::Yes));
        })
    };
    let range = props.municipality.movable_years(project);
    let (scale, stretch) = (Lever::ProjectScale.spec(), Lever::ProjectStretch.spec());
    let total =
        project.later.as_ref().map_or_else(|| project.total(), |later| project.total() + later.amount);
    let years =
        project.first_cost_year().zip(project.last_cost_year()).map_or_else(String::new, |(first, last)| {
            if project.kind == ProjectKind::Running && change.moved == 0 {
                return language.running_project().to_owned();
            }
            let stretched = i32::try_from(change.stretched).unwrap_or(0);
            language.years_of_project(first.plus(change.moved), last.plus(change.moved + stretched))
        });
    let name = &project.short_name;
    html! {
        <li key={project.id.clone()} class={classes!("prosjekt", (change != ProjectChange::NONE).then_some("endret"))}>
            <label class="hake" title={project.name.clone()}>
                <input type="checkbox" class="ds-input" aria-label={name.clone()} checked={change.included} {onchange} />
                { name }
            </label>
            <span class="belop">{ language.million_kroner(total, 0) }</span>
            <span class="flytt">
                <button type="button" class="rund" aria-label={language.one_year_earlier(name)} onclick={move_by(-1)}
                    disabled={!change.included || change.moved <= *range.start()}>{ "‹" }</button>
                <span>{ if change.included { years } else { language.dropped().to_owned() } }</span>
                <button type="button" class="rund" aria-label={language.one_year_later(name)} onclick={move_by(1)}
                    disabled={!change.included || change.moved >= *range.end()}>{ "›" }</button>
            </span>
            <span class="felt">
                <NumberField base={format!("omfang-{}", project.id)} label={language.lever_of(Lever::ProjectScale, name)}
                    value={change.scale.value()} min={scale.min} max={scale.max} decimals={0}
                    on_value={edit(Lever::ProjectScale)} />
                <span aria-hidden="true">{ language.scale() }</span>
            </span>
            <span class="felt">
                <NumberField base={format!("strekk-{}", project.id)} label={language.lever_of(Lever::ProjectStretch, name)}
                    value={Decimal::from(change.stretched)} min={stretch.min} max={stretch.max} decimals={0}
                    on_value={edit(Lever::ProjectStretch)} />
                <span aria-hidden="true">{ language.stretch() }</span>
            </span>
            if let Some(status) = &project.status { <span class="merknad">{ status }</span> }
        </li>
    }
}
