//! Hva skal til: the positions in which the chosen rules hold, and the least that is enough.

use super::{Ask, QuestionsProps, ask, working};
use crate::analysis::pairs::Together;
use crate::analysis::scale::everyday;
use crate::analysis::seek::Span;
use crate::app::data_table::{Row, table};
use crate::app::moved::base_of;
use crate::app::store::{Action, Asked, Settled};
use crate::model::municipality::{FiscalRule, Project};
use crate::model::units::{Kroner, Year};
use rust_decimal::Decimal;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

pub(super) fn view(props: &QuestionsProps, asked: &Ask) -> Html {
    let language = asked.language;
    let Some(spans) = &props.answers.spans else { return working(language) };
    let measured = spans.iter().any(|span| span.trials.iter().any(|trial| trial.headroom.is_some()));
    let headings = [language.lever(), language.stands_at(), language.holds_in(), language.least_change()]
        .map(str::to_owned);
    html! {
        <>
            { which(props, asked) }
            if measured {
                <p class="forklaring">{ language.seek_explained() }</p>
                { table("spillerom", language.seek_title(), &headings, spans.iter().map(|span| span_row(props, asked, span)).collect()) }
                { together(props, asked) }
                { savings(props, asked) }
                { starts(props, asked) }
            } else {
                <p>{ language.seek_nothing_measured() }</p>
            }
        </>
    }
}

/// Which rules must hold, in which years.
fn which(props: &QuestionsProps, asked: &Ask) -> Html {
    let language = asked.language;
    let municipality = &props.municipality;
    let rule = |rule: &FiscalRule| {
        let id = rule.id.clone();
        let onchange = ask(props, move |asked: &mut Asked, _: &Event| {
            if asked.left_out.contains(&id) {
                asked.left_out.retain(|other| *other != id);
            } else {
                asked.left_out.push(id.clone());
            }
        });
        html! {
            <label class="hake">
                <input type="checkbox" class="ds-input" checked={!props.asked.left_out.contains(&rule.id)} {onchange} />
                { language.indicator_name(rule.indicator) }
            </label>
        }
    };
    let target = asked.target();
    let year = |label: &'static str, id: &'static str, chosen: Year, set: fn(&mut Asked, Year)| {
        let onchange = ask(props, move |asked: &mut Asked, event: &Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Ok(year) = value.parse() {
                set(asked, Year(year));
            }
        });
        html! {
            <label>{ label }{ " " }
                <select class="ds-input" {id} {onchange}>
                    { for municipality.years().map(|year| html! {
                        <option value={year.to_string()} selected={year == chosen}>{ year.to_string() }</option>
                    }) }
                </select>
            </label>
        }
    };
    html! {
        <fieldset class="krav">
            <legend>{ language.seek_which() }</legend>
            { for municipality.rules.iter().map(rule) }
            { year(language.seek_from(), "krav-fra", *target.years.start(), |asked, year| {
                asked.from = Some(year);
                asked.until = asked.until.map(|until| until.max(year));
            }) }
            { year(language.seek_until(), "krav-til", *target.years.end(), |asked, year| {
                asked.until = Some(year);
                asked.from = asked.from.map(|from| from.min(year));
            }) }
        </fieldset>
    }
}

fn span_row(props: &QuestionsProps, asked: &Ask, span: &Span) -> Row {
    let language = asked.language;
    let input = span.input;
    let now = asked.scenario.get(input);
    // As the lever itself reads: what the plan has of the same is counted in.
    let base = base_of(input, &asked.municipality);
    let write = |value: Decimal| language.input_with_unit(input, value + base);
    let stretches: Vec<String> = span
        .stretches()
        .into_iter()
        .map(|[low, high]| {
            let from = if low == high { write(low) } else { language.input_value(input, low + base) };
            language.low_to_high(&from, &write(high))
        })
        .collect();
    let remedy = match span.nearest(now) {
        Some(nearest) if nearest == now => html! { language.already_enough() },
        Some(nearest) => {
            let dispatch = props.dispatch.clone();
            let onclick = Callback::from(move |_: MouseEvent| {
                dispatch.dispatch(Action::Set(input.into(), nearest.into(), Settled::Yes));
                // The button is gone when its lever is where it leads.
                crate::app::focus::focus_on("panel");
            });
            let value = write(nearest);
            html! {
                <button type="button" class="ds-button" data-variant="secondary" data-size="sm"
                    aria-label={language.set_lever_to(language.lever_name(input), &value)} {onclick}>
                    { language.set_to(&value) }
                </button>
            }
        }
        None => {
            let best = span.best();
            let short = best.and_then(|best| best.headroom).unwrap_or_default().abs();
            let at = best.map(|best| write(best.value)).unwrap_or_default();
            html! { { language.not_enough_alone(&at, &language.million_kroner(short, 0)) } }
        }
    };
    let stretches = if stretches.is_empty() { "–".to_owned() } else { stretches.join(", ") };
    let mut row = Row::of(language.lever_name(input), vec![write(now), stretches]);
    row.cells.push(remedy);
    row
}

/// What two levers give together, in one sentence.
fn together(props: &QuestionsProps, asked: &Ask) -> Html {
    let language = asked.language;
    let Some(found) = &props.answers.together else { return working(language) };
    let (from, together) = &**found;
    let write = |amount: Kroner| language.million_kroner(amount, 0);
    let name = |id: &String| {
        props.municipality.project(id).map(|project| project.short_name.clone()).unwrap_or_default()
    };
    let sentence = match together {
        Together::Holds => return Html::default(),
        Together::PutOff { project, years, saving: Kroner::ZERO } => {
            language.put_off_is_enough(&name(project), *years)
        }
        Together::PutOff { project, years, saving } => {
            language.put_off_and_saved(&name(project), *years, &write(*saving), *from)
        }
        Together::Scaled { volume, saving } => {
            language.scaled_and_saved(&language.percent(*volume, 0), &write(*saving), *from)
        }
        Together::NotEnough { volume, saving, headroom } => {
            let short = write(headroom.unwrap_or_default().abs());
            language.two_are_not_enough(&language.percent(*volume, 0), &write(*saving), *from, &short)
        }
    };
    html! { <p id="to-spaker"><strong>{ language.two_levers_title() }{ ": " }</strong>{ sentence }</p> }
}

fn savings(props: &QuestionsProps, asked: &Ask) -> Html {
    let language = asked.language;
    let Some(savings) = &props.answers.savings else { return working(language) };
    if savings.iter().all(|(_, saved)| *saved == Some(Kroner::ZERO)) {
        return html! { <p>{ language.seek_holds_now() }</p> };
    }
    if savings.iter().all(|(_, saved)| saved.is_none()) {
        return html! { <p>{ language.saving_never() }</p> };
    }
    // From the year in which it is too late, one row covers the rest.
    let late = savings.iter().find(|(_, saved)| saved.is_none()).map(|(year, _)| *year);
    let shown = savings.iter().filter(|(year, _)| late.is_none_or(|late| *year <= late));
    let row = |(year, saved): &(Year, Option<Kroner>)| {
        let in_words = saved.and_then(|saved| {
            let amounts = everyday(&props.municipality, asked.plan.years.get(*year)?, saved);
            Some(language.everyday(amounts.man_years, amounts.per_inhabitant))
        });
        let saved = saved
            .map_or_else(|| language.saving_too_late().to_owned(), |saved| language.million_kroner(saved, 0));
        let last = props.municipality.last_year();
        let years =
            if late == Some(*year) && *year < last { format!("{year}–{last}") } else { year.to_string() };
        Row::of(years, vec![saved, in_words.unwrap_or_default()])
    };
    let headings = [language.saving_from(), language.saving_needed(), ""].map(str::to_owned);
    table("innsparing", language.saving_title(), &headings, shown.map(row).collect())
}

/// When the chosen project may start.
fn starts(props: &QuestionsProps, asked: &Ask) -> Html {
    let language = asked.language;
    let projects = &props.municipality.investments.projects;
    if projects.is_empty() {
        return Html::default();
    }
    let onchange = ask(props, |asked: &mut Asked, event: &Event| {
        let id = event.target_unchecked_into::<HtmlInputElement>().value();
        asked.project = (!id.is_empty()).then_some(id);
    });
    let chosen = props.asked.project.as_deref();
    let option = |project: &Project| {
        html! {
            <option value={project.id.clone()} selected={chosen == Some(&project.id)}>{ &project.short_name }</option>
        }
    };
    let answer = asked.municipality.project(chosen.unwrap_or_default()).zip(props.answers.starts.as_ref());
    let answer = answer.and_then(|(project, starts)| {
        let years: Vec<Year> = starts.iter().filter(|start| start.holds).map(|start| start.start).collect();
        if !years.is_empty() {
            return Some(language.may_start(&project.short_name, &years));
        }
        let best = starts.iter().max_by_key(|start| (start.headroom, std::cmp::Reverse(start.start)))?;
        let short = language.million_kroner(best.headroom?.abs(), 0);
        Some(language.may_never_start(&project.short_name, best.start, &short))
    });
    html! {
        <div class="naar">
            <label>{ language.when_title() }{ " " }
                <select class="ds-input" id="naar-prosjekt" {onchange}>
                    <option value="" selected={chosen.is_none()}>{ language.choose_project() }</option>
                    { for projects.iter().filter(|project| project.first_cost_year().is_some()).map(option) }
                </select>
            </label>
            <p role="status">{ answer }</p>
        </div>
    }
}
