//! Prosjekter: a table over the years in which projects are moved, dropped, scaled and added; and sales.

use super::list_tools::{self, choice, nothing_found, open_and_focus, search};
use super::project_row::ProjectRow;
use super::{DetailsProps, own};
use crate::analysis::project_effect::ProjectEffect;
use crate::app::language::use_language;
use crate::app::number_field::NumberField;
use crate::app::questions::QuestionsProps;
use crate::app::store::{Action, ProjectList, Settled};
use crate::model::investment::own_profile;
use crate::model::lever::{Lever, Subject};
use crate::model::municipality::{Indicator, Municipality, Project, ProjectKind};
use crate::model::order::in_order;
use crate::model::programme::effective_change;
use crate::model::projection::Projection;
use crate::model::scenario::{OwnProject, ProjectChange, Scenario};
use crate::model::units::{Kroner, Percent, Year};
use crate::text::{Language, ProjectFilter, ProjectSort, lower};
use rust_decimal::Decimal;
use std::rc::Rc;
use strum::VariantArray;
use yew::prelude::*;

/// The projects, their order kept until the reader asks for another.
#[component]
pub(super) fn Projects(props: &QuestionsProps) -> Html {
    let language = use_language();
    let open = use_state_eq(|| None::<usize>);
    let list = &props.asked.projects;
    let order = {
        let scenario = Rc::clone(&props.scenario);
        // What is moved afterwards does not change the order: no row leaves the pointer.
        use_memo((Rc::clone(&props.municipality), Rc::clone(list)), move |(municipality, list)| {
            ordered(municipality, &scenario, list)
        })
    };
    let row = |place: &usize| {
        let project = props.municipality.investments.projects.get(*place)?;
        let place = *place;
        let on_open = {
            let open = open.clone();
            Callback::from(move |_: MouseEvent| open.set((*open != Some(place)).then_some(place)))
        };
        let effect = effect_of(props, &Subject::Id(project.id.as_str().into()));
        Some(html! {
            <ProjectRow key={project.id.clone()} municipality={Rc::clone(&props.municipality)} {place}
                own={props.scenario.project(&project.id)} change={effective_change(&props.scenario, project)}
                {effect} effects_known={props.answers.effects.is_some()} is_open={*open == Some(place)} {on_open}
                dispatch={props.dispatch.clone()} />
        })
    };
    html! {
        <div class="liste">
            { tools(props, list, language) }
            <div class="rull" tabindex="0" role="group" aria-label={language.projects_caption()}>
                <table class="ds-table tidslinje" data-size="sm" id="prosjekttabell">
                    <caption class="skjult">{ language.projects_caption() }</caption>
                    { head(props, language) }
                    <tbody>
                        { for props.scenario.own_projects().into_iter().enumerate().map(|own| own_row(props, own, language)) }
                        { for order.iter().filter_map(row) }
                    </tbody>
                </table>
            </div>
            if order.is_empty() { { nothing_found(language) } }
            { more(props, language) }
            { foot(props, language) }
        </div>
    }
}

/// The places of the projects to show, in their order.
fn ordered(municipality: &Municipality, scenario: &Scenario, list: &ProjectList) -> Vec<usize> {
    let projects = &municipality.investments.projects;
    let shown = projects.iter().enumerate().filter(|(_, project)| {
        is_shown(project, list.filter)
            && super::list_tools::finds(&list.search, &[&project.name, &project.short_name])
    });
    // What costs nothing until after the years that are shown comes after the rest.
    let cost = |project: &Project| {
        (project.total(), project.later.as_ref().map(|later| later.amount).unwrap_or_default())
    };
    let changed = |project: &Project| scenario.project(&project.id) != ProjectChange::NONE;
    let before = |(_, one): &(usize, &Project), (_, other): &(usize, &Project)| match list.sort {
        ProjectSort::Changed => (changed(one), cost(one)) > (changed(other), cost(other)),
        ProjectSort::Largest => cost(one) > cost(other),
        ProjectSort::Name => lower(&one.short_name) < lower(&other.short_name),
        ProjectSort::Year => starts(one) < starts(other),
    };
    in_order(shown, before).into_iter().map(|(place, _)| place).collect()
}

/// A project without any cost comes last.
fn starts(project: &Project) -> (bool, Option<Year>) {
    (project.first_cost_year().is_none(), project.first_cost_year())
}

fn is_shown(project: &Project, filter: ProjectFilter) -> bool {
    match filter {
        ProjectFilter::Buildings => project.kind == ProjectKind::Project,
        ProjectFilter::Running => project.kind == ProjectKind::Running,
        ProjectFilter::All => true,
    }
}

/// A handler that lists the projects another way.
fn relist<T: 'static>(props: &QuestionsProps, change: impl Fn(&mut ProjectList, T) + 'static) -> Callback<T> {
    list_tools::relist(props, |asked| &mut asked.projects, change)
}

fn tools(props: &QuestionsProps, list: &ProjectList, language: Language) -> Html {
    let projects = &props.municipality.investments.projects;
    let filters = ProjectFilter::VARIANTS.iter().map(|filter| {
        let count = projects.iter().filter(|project| is_shown(project, *filter)).count();
        (*filter, language.project_filter(*filter, count))
    });
    let sorts = ProjectSort::VARIANTS.iter().map(|sort| (*sort, language.project_sort(*sort).to_owned()));
    html! {
        <div class="verktoy">
            { search("sok-prosjekt", language.search_projects(projects.len()), &list.search, relist(props, |list, text| list.search = text)) }
            { choice("vis-prosjekt", language.show(), filters.collect(), list.filter, relist(props, |list, filter| list.filter = filter)) }
            { choice("sorter-prosjekt", language.sort(), sorts.collect(), list.sort, relist(props, |list, sort| list.sort = sort)) }
            <span class="hint">{ language.drag_hint() }</span>
        </div>
    }
}

fn head(props: &QuestionsProps, language: Language) -> Html {
    let year = |year: Year| {
        html! { <th scope="col" class={classes!("ar", (year == props.year).then_some("valgt-ar"))}>{ year.to_string() }</th> }
    };
    html! {
        <thead><tr>
            <th scope="col" class="med">{ language.included() }</th>
            <th scope="col" class="navnet">{ language.project() }</th>
            <th scope="col" class="sum">{ language.in_millions() }</th>
            <th scope="col" class="flytt">{ language.move_heading() }</th>
            { for props.municipality.years().map(year) }
            <th scope="col" class="virkning">{ language.effect_heading() }</th>
        </tr></thead>
    }
}

fn effect_of(props: &QuestionsProps, subject: &Subject) -> Option<ProjectEffect> {
    let effects = props.answers.effects.as_ref()?;
    effects.iter().find(|(known, _)| known == subject).map(|(_, effect)| *effect)
}

/// A project of the user's own: its years, a year earlier or later, and away with it.
fn own_row(props: &QuestionsProps, (place, own): (usize, &OwnProject), language: Language) -> Html {
    let id = Lever::OwnProject.of(Subject::Number(place));
    let [first, last] = [props.municipality.plan.first_year, props.municipality.last_year()];
    let arrow = |by: i32, label: String, sign: &'static str| {
        let moved = OwnProject { start: own.start.plus(by), ..own.clone() };
        let allowed = (first..=last).contains(&moved.start);
        let (dispatch, id) = (props.dispatch.clone(), id.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            if allowed {
                dispatch.dispatch(Action::Set(id.clone(), moved.clone().into(), Settled::Yes));
            }
        });
        html! {
            <button type="button" class="rund" aria-label={label} aria-disabled={(!allowed).to_string()} {onclick}>{ sign }</button>
        }
    };
    let remove = {
        let (dispatch, id) = (props.dispatch.clone(), id.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Reset(vec![id.clone()]));
            crate::app::focus::focus_on("sok-prosjekt");
        })
    };
    let profile = own_profile(own);
    let cell = |year: Year| {
        let cost = usize::try_from(year.since(own.start)).ok().and_then(|since| profile.get(since));
        html! {
            <td class={classes!("ar", cost.map(|_| "bygges fast"))}>
                if let Some(cost) = cost { <span class="arets">{ language.compact_millions(*cost) }</span> }</td>
        }
    };
    let effect = effect_of(props, &Subject::Number(place));
    html! {
        <tr key={format!("eget-{place}")} class="prosjekt endret">
            <td class="med"><button type="button" class="fjern" aria-label={language.remove(&own.name)} onclick={remove}>{ "✕" }</button></td>
            <th scope="row">{ &own.name }{ " " }<small class="hva-endret">{ language.added_by_you() }</small></th>
            <td class="sum">{ language.compact_millions(own.cost) }</td>
            <td class="flytt">{ arrow(-1, language.one_year_earlier(&own.name), "‹") }{ arrow(1, language.one_year_later(&own.name), "›") }</td>
            { for props.municipality.years().map(cell) }
            <td class="virkning">{ effect.map_or_else(|| "…".to_owned(), |effect| language.effect(effect)) }</td>
        </tr>
    }
}

/// Folded under the table: the whole plan put off, sales, and projects of the user's own.
fn more(props: &QuestionsProps, language: Language) -> Html {
    let details = super::details(props, Lever::InvestmentVolume);
    let has_later = props.municipality.investments.projects.iter().any(|project| project.later.is_some());
    html! {
        <>
            <details class="mer" id="egne-prosjekter">
                <summary>{ language.own_projects() }</summary>
                { own::projects(&details) }
            </details>
            <details class="mer" id="mer-investeringer">
                <summary>{ language.more_on_projects() }</summary>
                { super::levers_under(&details, language) }
                { sales(&details, language) }
            </details>
            if has_later { <p class="forklaring">{ language.later_is_spread() }</p> }
        </>
    }
}

/// The sum of the years and the highest debt, beside the plan's.
fn foot(props: &QuestionsProps, language: Language) -> Html {
    let kind = props.municipality.plan.kind;
    let (plan, now) = (&props.results.plan, props.results.current());
    let sum = |projection: &Projection| -> Kroner {
        projection.years.values().iter().map(|year| year.investment.expenditure).sum()
    };
    let [first, last] = [props.municipality.plan.first_year, props.municipality.last_year()];
    let debt = highest_debt(now).zip(highest_debt(plan));
    html! {
        <div class="bunnlinje">
            <span>{ language.sum_of_years(first, last) }{ " " }
                <strong>{ language.million_kroner(sum(now), 0) }</strong>{ " " }
                { language.of_baseline(kind, &language.millions(sum(plan), 0)) }</span>
            if let Some(((now, year), (planned, planned_year))) = debt {
                <span>{ language.highest_debt() }{ " " }<strong>{ language.percent_in_year(now, year) }</strong>{ " " }
                    { language.of_baseline(kind, &language.percent_in_year(planned, planned_year)) }</span>
            }
            <button type="button" class="lenke" onclick={open_and_focus("egne-prosjekter", "nytt-prosjekt-navn")}>
                { language.own_projects() }</button>
        </div>
    }
}

fn highest_debt(projection: &Projection) -> Option<(Percent, Year)> {
    let ratios = projection
        .years
        .iter()
        .filter_map(|(year, result)| Some((result.ratio(Indicator::DebtRatio)?, year)));
    // The first of equal ones.
    ratios.reduce(|most, other| if other.0 > most.0 { other } else { most })
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

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test that lacks its municipality must stop")]
mod tests {
    use super::*;
    use crate::exchange::municipality_file::built_in;

    #[test]
    fn what_is_moved_stands_first_and_then_the_largest() {
        let lier = built_in("lier").expect("Lier comes with the program");
        let mut scenario = Scenario::plan();
        scenario.set_project("parkeringshus", ProjectChange::dropped());
        let names = |list: &ProjectList| -> Vec<&str> {
            let places = ordered(lier, &scenario, list);
            places
                .into_iter()
                .filter_map(|place| Some(lier.investments.projects.get(place)?.id.as_str()))
                .collect()
        };
        let changed = names(&ProjectList::default());
        assert_eq!(changed.get(..2), Some(&["parkeringshus", "tranby-skole"][..]));
        let largest = names(&ProjectList { sort: ProjectSort::Largest, ..ProjectList::default() });
        assert_eq!(largest.first(), Some(&"tranby-skole"));
        let found = names(&ProjectList { search: " TRANBY ".into(), ..ProjectList::default() });
        assert!(found.len() > 1 && found.iter().all(|id| id.contains("tranby")), "{found:?}");
    }
}
