//! Prosjekter: moved, scaled, stretched, dropped, added; and sales.

use super::{DetailsProps, own};
use crate::app::number_field::NumberField;
use crate::app::store::{Action, Settled};
use crate::model::input::{PROJECT_SCALE, SALE, YEARS_STRETCHED};
use crate::model::investment;
use crate::model::municipality::{Project, ProjectKind};
use crate::model::scenario::ProjectChange;
use crate::model::units::{Kroner, Percent, Year};
use crate::text::Language;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
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
        let on_value = Callback::from(move |(value, settled)| {
            dispatch.dispatch(Action::SetSale(year, Kroner::from_millions(value), settled));
        });
        let amount = props.scenario.sales.get(&year).copied().unwrap_or_default();
        html! {
            <label key={year.0} class="arsfelt">{ year.to_string() }
                <NumberField base={format!("salg-{year}")} label={language.sale_in(year)} value={amount.millions()}
                    min={SALE.min} max={SALE.max} decimals={0} {on_value} /></label>
        }
    };
    html! {
        <fieldset class="salg">
            <legend>{ language.sale() }</legend>
            <p>{ language.sale_explained() }</p>
            <div class="arsfelter">{ for props.municipality.years().map(row) }</div>
        </fieldset>
    }
}

fn project_row(props: &DetailsProps, project: &Project, language: Language) -> Html {
    let change = props.scenario.project(&project.id);
    let set = |to: ProjectChange| {
        let (dispatch, id) = (props.dispatch.clone(), project.id.clone());
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::SetProject(id.clone(), to)))
    };
    let onchange = {
        let (dispatch, id) = (props.dispatch.clone(), project.id.clone());
        Callback::from(move |event: Event| {
            let included = event.target_unchecked_into::<HtmlInputElement>().checked();
            dispatch.dispatch(Action::SetProject(id.clone(), ProjectChange { included, ..change }));
        })
    };
    let edit = |apply: fn(&mut ProjectChange, Decimal)| {
        let (dispatch, id) = (props.dispatch.clone(), project.id.clone());
        Callback::from(move |(value, _): (Decimal, Settled)| {
            let mut to = change;
            apply(&mut to, value);
            dispatch.dispatch(Action::SetProject(id.clone(), to));
        })
    };
    let range = investment::movable_years(&props.municipality, project);
    let moved = |by: i32| ProjectChange { moved: change.moved + by, ..change };
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
                <button type="button" class="rund" aria-label={language.one_year_earlier(name)} onclick={set(moved(-1))}
                    disabled={!change.included || change.moved <= *range.start()}>{ "‹" }</button>
                <span>{ if change.included { years } else { language.dropped().to_owned() } }</span>
                <button type="button" class="rund" aria-label={language.one_year_later(name)} onclick={set(moved(1))}
                    disabled={!change.included || change.moved >= *range.end()}>{ "›" }</button>
            </span>
            <span class="felt">
                <NumberField base={format!("omfang-{}", project.id)} label={language.scale_of(name)}
                    value={change.scale.value()} min={PROJECT_SCALE.min} max={PROJECT_SCALE.max} decimals={0}
                    on_value={edit(|change, value| change.scale = Percent::new(value))} />
                <span aria-hidden="true">{ language.scale() }</span>
            </span>
            <span class="felt">
                <NumberField base={format!("strekk-{}", project.id)} label={language.stretch_of(name)}
                    value={Decimal::from(change.stretched)} min={YEARS_STRETCHED.min} max={YEARS_STRETCHED.max} decimals={0}
                    on_value={edit(|change, value| change.stretched = value.round().to_u32().unwrap_or(0))} />
                <span aria-hidden="true">{ language.stretch() }</span>
            </span>
            if let Some(status) = &project.status { <span class="merknad">{ status }</span> }
        </li>
    }
}
