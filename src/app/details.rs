//! Detaljene under spakene: rate per year, age groups, projects, measures.
//!
//! Each is drawn only while it is open and only when what it shows has changed, so that a hundred
//! rows cost nothing while a slider moves.

use super::number_field::NumberField;
use super::store::{Action, AppState, Settled};
use crate::model::input::{GROWTH_OF_AGE_GROUP, InputId, RATE_IN_YEAR, REALISATION};
use crate::model::municipality::{Measure, Municipality, Project, ProjectKind};
use crate::model::scenario::{ProjectChange, Scenario};
use crate::model::units::{Percent, Year};
use crate::model::{debt, investment, population};
use crate::text::{Bokmal, Phrases, number};
use rust_decimal::Decimal;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

/// What the details of a lever need.
#[derive(Clone, PartialEq, Properties)]
pub struct DetailsProps {
    /// Under which lever.
    pub input: InputId,
    /// The municipality.
    pub municipality: &'static Municipality,
    /// The scenario, with only the parts this lever's details show.
    pub scenario: Scenario,
    /// Where changes go.
    pub dispatch: UseReducerDispatcher<AppState>,
}

/// The details of one lever, in a native disclosure.
#[component]
pub fn Details(props: &DetailsProps) -> Html {
    let open = use_state_eq(|| false);
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            open.set(event.target_unchecked_into::<HtmlElement>().has_attribute("open"));
        })
    };
    html! {
        <details class="detaljer" id={format!("detaljer-{}", props.input.spec().key)} {ontoggle}>
            <summary>{ Bokmal.details_of(props.input) }</summary>
            if *open {
                {
                    match props.input {
                        InputId::InterestRate => rates(props),
                        InputId::PopulationGrowth => ages(props),
                        InputId::InvestmentVolume => projects(props),
                        InputId::Restructuring => measures(props),
                    }
                }
            }
        </details>
    }
}

fn rates(props: &DetailsProps) -> Html {
    let planned = &props.municipality.assumptions.average_rate.values;
    let paid = debt::average_rate(props.municipality, &props.scenario);
    let row = |year: Year| {
        let dispatch = props.dispatch.clone();
        let on_value = Callback::from(move |(value, settled)| {
            dispatch.dispatch(Action::SetRate(year, Percent::new(value), settled));
        });
        let change = props.scenario.rate_by_year.get(&year).copied().unwrap_or_default();
        html! {
            <tr key={year.0}>
                <th scope="row">{ year.to_string() }</th>
                <td>{ number::percent(planned.at_or_last(year), 1) }</td>
                <td><NumberField base={format!("rente-{year}")} label={Bokmal.rate_change_in(year)}
                    value={change.value()} min={RATE_IN_YEAR.min} max={RATE_IN_YEAR.max} decimals={2} signed=true
                    {on_value} /></td>
                <td>{ number::percent(paid.at(year), 2) }</td>
            </tr>
        }
    };
    html! {
        <>
            <p>{ Bokmal.rate_table_explained() }</p>
            <table class="ds-table" data-size="sm">
                <thead><tr>
                    <th scope="col">{ Bokmal.year() }</th><th scope="col">{ Bokmal.rate_in_plan() }</th>
                    <th scope="col">{ Bokmal.rate_change() }</th><th scope="col">{ Bokmal.rate_in_scenario() }</th>
                </tr></thead>
                <tbody>{ for props.municipality.years().map(row) }</tbody>
            </table>
        </>
    }
}

fn ages(props: &DetailsProps) -> Html {
    let groups = &props.municipality.population.age_groups;
    let people: Vec<_> = groups
        .iter()
        .map(|group| population::age_group_inhabitants(props.municipality, &props.scenario, group))
        .collect();
    let growth = groups.iter().map(|group| {
        let (dispatch, id) = (props.dispatch.clone(), group.id.clone());
        let on_value = Callback::from(move |(value, settled)| {
            dispatch.dispatch(Action::SetGrowth(id.clone(), Percent::new(value), settled));
        });
        let change = props.scenario.growth_by_age.get(&group.id).copied().unwrap_or_default();
        html! {
            <tr key={group.id.clone()}>
                <th scope="row">{ &group.name }</th>
                <td><NumberField base={format!("alder-{}", group.id.trim_end_matches('+'))}
                    label={Bokmal.age_growth_of(&group.name)}
                    value={change.value()} min={GROWTH_OF_AGE_GROUP.min} max={GROWTH_OF_AGE_GROUP.max}
                    decimals={1} signed=true {on_value} /></td>
            </tr>
        }
    });
    let in_year = |year: Year| {
        html! {
            <tr key={year.0}>
                <th scope="row">{ year.to_string() }</th>
                { for people.iter().map(|group| html! { <td>{ number::format(group.at(year).value(), 0) }</td> }) }
                <td>{ number::format(people.iter().map(|group| group.at(year).value()).sum::<Decimal>(), 0) }</td>
            </tr>
        }
    };
    html! {
        <>
            <p>{ Bokmal.age_growth_explained() }</p>
            <table class="ds-table" data-size="sm">
                <thead><tr><th scope="col">{ Bokmal.age_group() }</th><th scope="col">{ Bokmal.growth_change() }</th></tr></thead>
                <tbody>{ for growth }</tbody>
            </table>
            <table class="ds-table" data-size="sm">
                <caption>{ Bokmal.inhabitants_in() }</caption>
                <thead><tr>
                    <th scope="col">{ Bokmal.year() }</th>
                    { for groups.iter().map(|group| html! { <th scope="col">{ group.id.replace('-', "–") }</th> }) }
                    <th scope="col">{ Bokmal.inhabitants_total() }</th>
                </tr></thead>
                <tbody>{ for props.municipality.years().map(in_year) }</tbody>
            </table>
        </>
    }
}

fn projects(props: &DetailsProps) -> Html {
    let rows = props.municipality.investments.projects.iter().map(|project| project_row(props, project));
    html! {
        <>
            <p>{ Bokmal.projects_explained() }</p>
            <table class="ds-table" data-size="sm">
                <thead><tr>
                    <th scope="col">{ Bokmal.project() }</th><th scope="col">{ Bokmal.sum_in_plan_years() }</th>
                    <th scope="col">{ Bokmal.built_years() }</th>
                </tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </>
    }
}

fn project_row(props: &DetailsProps, project: &Project) -> Html {
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
    let range = investment::movable_years(props.municipality, project);
    let moved = |by: i32| ProjectChange { moved: change.moved + by, ..change };
    let total =
        project.later.as_ref().map_or_else(|| project.total(), |later| project.total() + later.amount);
    let years =
        project.first_cost_year().zip(project.last_cost_year()).map_or_else(String::new, |(first, last)| {
            if project.kind == ProjectKind::Running && change.moved == 0 {
                return Bokmal.running_project().to_owned();
            }
            Bokmal.years_of_project(first.plus(change.moved), last.plus(change.moved))
        });
    let name = &project.short_name;
    html! {
        <tr key={project.id.clone()} class={classes!((change != ProjectChange::NONE).then_some("endret"))}>
            <th scope="row">
                <label class="hake" title={project.name.clone()}>
                    <input type="checkbox" class="ds-input" aria-label={name.clone()} checked={change.included} {onchange} />
                    { name }
                </label>
            </th>
            <td>{ number::millions(total, 0) }</td>
            <td class="flytt">
                <button type="button" class="rund" aria-label={Bokmal.one_year_earlier(name)} onclick={set(moved(-1))}
                    disabled={!change.included || change.moved <= *range.start()}>{ "‹" }</button>
                <span>{ if change.included { years } else { Bokmal.dropped().to_owned() } }</span>
                <button type="button" class="rund" aria-label={Bokmal.one_year_later(name)} onclick={set(moved(1))}
                    disabled={!change.included || change.moved >= *range.end()}>{ "›" }</button>
            </td>
        </tr>
    }
}

fn measures(props: &DetailsProps) -> Html {
    let groups = &props.municipality.measure_groups;
    let committees = groups.committees.iter().map(|committee| {
        let own: Vec<&Measure> =
            props.municipality.measures.iter().filter(|measure| measure.committee == committee.id).collect();
        html! {
            <fieldset key={committee.id.clone()} class="utvalg">
                <legend>{ format!("{} ({})", committee.name, own.len()) }</legend>
                <ul>{ for own.iter().map(|measure| measure_row(props, measure)) }</ul>
            </fieldset>
        }
    });
    html! { <><p>{ Bokmal.measures_explained() }</p>{ for committees }</> }
}

fn measure_row(props: &DetailsProps, measure: &Measure) -> Html {
    let ends = [measure.amounts.first_year(), measure.amounts.first_year().plus(3)];
    let amounts = ends.map(|year| number::format(measure.amount_in(year).thousands(), 0)).join(" / ");
    if let Some(reason) = &measure.locked {
        return html! {
            <li key={measure.id.clone()} class="tiltak lukket">
                <span>{ &measure.name }</span><span class="belop">{ amounts }</span>
                <span class="merknad">{ format!("{}: {reason}", Bokmal.locked()) }</span>
            </li>
        };
    }
    let realisation = props.scenario.realisation(measure);
    let set = {
        let (dispatch, id) = (props.dispatch.clone(), measure.id.clone());
        Callback::from(move |(value, settled): (Decimal, Settled)| {
            dispatch.dispatch(Action::SetMeasure(id.clone(), Percent::new(value), settled));
        })
    };
    let onchange = {
        let set = set.clone();
        Callback::from(move |event: Event| {
            let on = event.target_unchecked_into::<HtmlInputElement>().checked();
            let realisation = if on { Percent::HUNDRED } else { Percent::ZERO };
            set.emit((realisation.value(), Settled::Yes));
        })
    };
    let changed = realisation != measure.realisation_in_plan();
    html! {
        <li key={measure.id.clone()} class={classes!("tiltak", changed.then_some("endret"))}>
            <label class="hake">
                <input type="checkbox" class="ds-input" checked={realisation > Percent::ZERO} {onchange} />
                { &measure.name }
            </label>
            <span class="belop">{ amounts }</span>
            <NumberField base={format!("tiltak-{}", measure.id)} label={Bokmal.realisation_of(&measure.name)}
                value={realisation.value()} min={REALISATION.min} max={REALISATION.max} decimals={0} on_value={set} />
            <span aria-hidden="true">{ Bokmal.realisation() }</span>
            if !measure.in_plan {
                <span class="merknad">{ Bokmal.not_in_plan() }</span>
            }
        </li>
    }
}
