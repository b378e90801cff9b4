//! Prosjektraden: one project of the plan, with its bar over the years, what it does, and its fields.

use super::bar::Bar;
use super::list_tools::switch;
use crate::analysis::project_effect::ProjectEffect;
use crate::app::language::use_language;
use crate::app::number_field::NumberField;
use crate::app::store::{Action, AppState, Settled};
use crate::model::lever::Lever;
use crate::model::municipality::{Municipality, Project};
use crate::model::programme::cost_by_year;
use crate::model::scenario::ProjectChange;
use crate::model::units::{Kroner, Year, YearSeries};
use crate::text::Language;
use rust_decimal::Decimal;
use std::rc::Rc;
use yew::prelude::*;

/// What a row needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ProjectRowProps {
    /// The municipality.
    pub municipality: Rc<Municipality>,
    /// The place of the project in its plan.
    pub place: usize,
    /// What the scenario does to it.
    pub own: ProjectChange,
    /// The same with the postponement of the whole plan.
    pub change: ProjectChange,
    /// What it does to the result, when that is known.
    pub effect: Option<ProjectEffect>,
    /// Whether every effect is known.
    pub effects_known: bool,
    /// Whether its fields are shown.
    pub is_open: bool,
    /// Shows or hides its fields.
    pub on_open: Callback<MouseEvent>,
    /// Receives changes.
    pub dispatch: UseReducerDispatcher<AppState>,
}

/// A row of the table, and the row of its fields when they are open.
#[component]
pub(super) fn ProjectRow(props: &ProjectRowProps) -> Html {
    let language = use_language();
    let Some(project) = props.municipality.investments.projects.get(props.place) else {
        return Html::default();
    };
    let costs = cost_by_year(&props.municipality, project, props.change);
    let is_changed = props.change != ProjectChange::NONE;
    let name = &project.short_name;
    let toggle = {
        let (dispatch, id) = (props.dispatch.clone(), Lever::ProjectIncluded.of(&project.id));
        Callback::from(move |on: bool| dispatch.dispatch(Action::Set(id.clone(), on.into(), Settled::Yes)))
    };
    let later = project.later.as_ref().map(|later| later.amount).unwrap_or_default();
    let years = years_of(project, props.change);
    let is_after = years.is_some_and(|[first, _]| first > costs.last_year());
    let fields = format!("felt-{}", project.id);
    html! {
        <>
            <tr class={classes!("prosjekt", is_changed.then_some("endret"))} data-prosjekt={project.id.clone()}>
                <td class="med">{ switch(name.clone(), props.own.included, is_changed, toggle) }</td>
                <th scope="row">
                    <button type="button" class="utvid" aria-expanded={props.is_open.to_string()}
                        aria-controls={props.is_open.then(|| fields.clone())} title={project.name.clone()}
                        onclick={props.on_open.clone()}>{ name }</button>
                    if let Some([first, last]) = years {
                        { " " }<small class={classes!("arene", is_after.then_some("utenfor"))}>{ language.years_of_project(first, last) }</small>
                    }
                    if is_changed { { " " }<small class="hva-endret">{ language.change_of_project(props.change) }</small> }
                </th>
                <td class="sum">{ language.compact_millions(project.total() + later) }</td>
                <td class="flytt">{ arrows(props, project, language) }</td>
                { for cells(props, project, &costs, language) }
                { effect(props, language) }
            </tr>
            if props.is_open {
                <tr class="felter" id={fields}><td></td>
                    <td colspan={(props.municipality.years().count() + 4).to_string()}>{ size(props, project, language) }</td></tr>
            }
        </>
    }
}

/// Moves the project; not settled while it is dragged.
fn mover(props: &ProjectRowProps, project: &Project) -> Callback<(i32, Settled)> {
    let (dispatch, id) = (props.dispatch.clone(), Lever::ProjectMoved.of(&project.id));
    Callback::from(move |(years, settled): (i32, Settled)| {
        dispatch.dispatch(Action::Set(id.clone(), Decimal::from(years).into(), settled));
    })
}

/// A year earlier, a year later. The bar takes the arrow keys, so these are for the pointer and for touch.
fn arrows(props: &ProjectRowProps, project: &Project, language: Language) -> Html {
    let range = props.municipality.movable_years(project);
    let set = mover(props, project);
    let name = &project.short_name;
    let arrow = |by: i32, label: String, sign: &'static str| {
        let to = props.own.moved + by;
        let allowed = props.own.included && range.contains(&to) && project.first_cost_year().is_some();
        let set = set.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if allowed {
                set.emit((to, Settled::Yes));
            }
        });
        html! {
            <button type="button" class="rund" tabindex="-1" aria-label={label} aria-disabled={(!allowed).to_string()} {onclick}>
                { sign }</button>
        }
    };
    html! {
        <>{ arrow(-1, language.one_year_earlier(name), "‹") }{ arrow(1, language.one_year_later(name), "›") }</>
    }
}

/// A cell for each year: its cost, and the plan's where the project is no longer. The bar is drawn from the
/// first one, so that it stays the same element, with its focus, wherever it is moved.
fn cells(
    props: &ProjectRowProps,
    project: &Project,
    costs: &YearSeries<Kroner>,
    language: Language,
) -> Vec<Html> {
    let kind = props.municipality.plan.kind;
    let cell = |(place, (year, cost)): (usize, (Year, &Kroner))| {
        let planned = project.amounts.at(year);
        let is_built = *cost != Kroner::ZERO;
        let is_ghost = !is_built && planned != Kroner::ZERO;
        html! {
            <td class={classes!("ar", is_built.then_some("bygges"), is_ghost.then_some("planens"))}>
                if place == 0 { { bar(props, project, costs, language) } }
                if is_built { <span class="arets">{ language.compact_millions(*cost) }</span> }
                if is_ghost {
                    <span class="arets">{ language.compact_millions(planned) }<span class="skjult">{ " " }{ language.in_baseline(kind) }</span></span>
                }
            </td>
        }
    };
    costs.iter().enumerate().map(cell).collect()
}

/// The first and the last year it costs anything, when it is built.
fn years_of(project: &Project, change: ProjectChange) -> Option<[Year; 2]> {
    let (first, last) = project.first_cost_year().zip(project.last_cost_year())?;
    let stretched = i32::try_from(change.stretched).unwrap_or(0);
    change.included.then(|| [first.plus(change.moved), last.plus(change.moved + stretched)])
}

fn bar(props: &ProjectRowProps, project: &Project, costs: &YearSeries<Kroner>, language: Language) -> Html {
    let change = props.change;
    let Some([start, end]) = years_of(project, change) else { return Html::default() };
    let (shown_first, shown_last) = (costs.first_year(), costs.last_year());
    let column = |year: Year| {
        let within = year.since(shown_first).clamp(0, shown_last.since(shown_first));
        usize::try_from(within).unwrap_or(0)
    };
    let is_beyond = start > shown_last;
    let columns = [column(start), column(end) + 1 - column(start)];
    let range = props.municipality.movable_years(project);
    let on_settle = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |()| dispatch.dispatch(Action::Settle))
    };
    html! {
        <Bar label={language.bar_name(&project.short_name)} spoken={language.bar_spoken(start, end, change)} {start}
            moved={[props.own.moved, *range.start(), *range.end()]} {columns} {is_beyond}
            on_move={mover(props, project)} {on_settle} />
    }
}

/// What it does to the result.
fn effect(props: &ProjectRowProps, language: Language) -> Html {
    let text = match props.effect {
        Some(effect) => language.effect(effect),
        None if props.effects_known => language.no_effect().to_owned(),
        None => "…".to_owned(),
    };
    let class = props
        .effect
        .filter(|_| props.own != ProjectChange::NONE)
        .map(|effect| if effect.better.is_negative() { "verre" } else { "bedre" });
    html! { <td class={classes!("virkning", class)}>{ text }</td> }
}

/// Its size and how long it takes, and what the document says of it.
fn size(props: &ProjectRowProps, project: &Project, language: Language) -> Html {
    let edit = |lever: Lever| {
        let (dispatch, id) = (props.dispatch.clone(), lever.of(&project.id));
        Callback::from(move |(value, settled): (Decimal, Settled)| {
            dispatch.dispatch(Action::Set(id.clone(), value.into(), settled));
        })
    };
    let (scale, stretch) = (Lever::ProjectScale.spec(), Lever::ProjectStretch.spec());
    let name = &project.short_name;
    let later = project.later.as_ref();
    html! {
        <div class="storrelse" role="group" aria-label={language.size_of_project(name)}>
            <span class="felt"><span aria-hidden="true">{ language.size_label() }</span>
                <NumberField base={format!("omfang-{}", project.id)} label={language.lever_of(Lever::ProjectScale, name)}
                    value={props.own.scale.value()} min={scale.min} max={scale.max} decimals={0}
                    on_value={edit(Lever::ProjectScale)} /></span>
            <span class="felt"><span aria-hidden="true">{ language.stretch_label() }</span>
                <NumberField base={format!("strekk-{}", project.id)} label={language.lever_of(Lever::ProjectStretch, name)}
                    value={Decimal::from(props.own.stretched)} min={stretch.min} max={stretch.max} decimals={0}
                    on_value={edit(Lever::ProjectStretch)} /></span>
            <span class="merknad">
                { &project.name }
                if let Some(later) = later {
                    { ". " }{ language.later_cost(later.first, later.last, &language.million_kroner(later.amount, 0)) }
                }
                if let Some(status) = &project.status { { " · " }{ status } }
            </span>
        </div>
    }
}
