//! Tiltak: a table in which single measures are switched and partly realised; and the frames of sectors.

use super::list_tools::{self, choice, finds, nothing_found, open_and_focus, search};
use super::measure_row::MeasureRow;
use super::{DetailsProps, own};
use crate::app::language::use_language;
use crate::app::number_field::NumberField;
use crate::app::questions::QuestionsProps;
use crate::app::store::{Action, MeasureList, Settled};
use crate::model::lever::{Lever, Subject};
use crate::model::measure::{chosen_overlaps, own_amount_in};
use crate::model::municipality::{Frame, Measure, Municipality};
use crate::model::order::in_order;
use crate::model::scenario::{OwnMeasure, Scenario};
use crate::model::units::{Kroner, Percent, Year};
use crate::text::{Language, MeasureFilter, MeasureSort, lower};
use rust_decimal::Decimal;
use std::rc::Rc;
use strum::VariantArray;
use yew::prelude::*;

/// The rows that are drawn before the reader asks for the rest.
const FIRST: usize = 40;

/// The most years whose amounts have room.
const MOST_YEARS: usize = 5;

/// The measures, their order kept until the reader asks for another.
#[component]
pub(super) fn Measures(props: &QuestionsProps) -> Html {
    let language = use_language();
    let open = use_state_eq(|| None::<usize>);
    let list = &props.asked.measures;
    let order = {
        let scenario = Rc::clone(&props.scenario);
        let list = MeasureList { shows_all: false, ..MeasureList::clone(list) };
        // What is switched afterwards does not change the order: no row leaves the pointer.
        use_memo((Rc::clone(&props.municipality), list), move |(municipality, list)| {
            ordered(municipality, &scenario, list)
        })
    };
    let years = shown_years(&props.municipality);
    let row = |place: &usize| {
        let measure = props.municipality.measures.get(*place)?;
        let place = *place;
        let on_open = {
            let open = open.clone();
            Callback::from(move |_: MouseEvent| open.set((*open != Some(place)).then_some(place)))
        };
        let realisation = props.scenario.realisation(measure);
        let overlap = chosen_overlaps(&props.municipality, &props.scenario, measure).next();
        let overlap = overlap.filter(|_| realisation == Percent::ZERO);
        let overlap: Option<AttrValue> = overlap.map(|other| other.name.clone().into());
        Some(html! {
            <MeasureRow key={measure.id.clone()} municipality={Rc::clone(&props.municipality)} {place} {realisation}
                delay={props.scenario.measure_delay(&measure.id)} {overlap} years={years.clone()}
                is_open={*open == Some(place)} {on_open} dispatch={props.dispatch.clone()} />
        })
    };
    let shown = if list.shows_all { order.len() } else { FIRST };
    let left = order.len().saturating_sub(shown);
    let show_all = relist(props, |list, _: MouseEvent| list.shows_all = !list.shows_all);
    html! {
        <div class="liste">
            { tools(props, list, language) }
            <div class="rull" tabindex="0" role="group" aria-label={language.measures_caption()}>
                <table class="ds-table tiltakstabell" data-size="sm" id="tiltakstabell">
                    <caption class="skjult">{ language.measures_caption() }</caption>
                    { head(list.filter, &years, props.year, language) }
                    <tbody>
                        { for props.scenario.own_measures().into_iter().enumerate().map(|own| own_row(props, own, &years, language)) }
                        { for order.iter().take(shown).filter_map(row) }
                    </tbody>
                </table>
            </div>
            if order.is_empty() { { nothing_found(language) } }
            if order.len() > FIRST {
                <button type="button" class="knapp vis-flere" onclick={show_all}>
                    { if left > 0 { language.show_more(left) } else { language.show_fewer().to_owned() } }</button>
            }
            <p class="forklaring">{ language.switches_explained(props.municipality.plan.kind) }</p>
            { more(props, language) }
            { foot(props, years.last().copied(), language) }
        </div>
    }
}

/// The places of the measures to show, in their order.
fn ordered(municipality: &Municipality, scenario: &Scenario, list: &MeasureList) -> Vec<usize> {
    let latest = shown_years(municipality).last().copied().unwrap_or(municipality.plan.first_year);
    let size = |measure: &Measure| measure.amount_in(latest).abs();
    let changed = |measure: &Measure| {
        scenario.realisation(measure) != measure.realisation_in_plan()
            || scenario.measure_delay(&measure.id) != 0
    };
    let shown = municipality.measures.iter().enumerate().filter(|(_, measure)| {
        is_shown(measure, list.filter)
            && list.area.as_ref().is_none_or(|area| *area == measure.committee)
            && finds(&list.search, &[&measure.name])
    });
    let before = |(_, one): &(usize, &Measure), (_, other): &(usize, &Measure)| match list.sort {
        MeasureSort::Largest => size(one) > size(other),
        MeasureSort::Changed => (changed(one), size(one)) > (changed(other), size(other)),
        MeasureSort::Name => lower(&one.name) < lower(&other.name),
        MeasureSort::Printed => false,
    };
    in_order(shown, before).into_iter().map(|(place, _)| place).collect()
}

fn is_shown(measure: &Measure, filter: MeasureFilter) -> bool {
    match filter {
        MeasureFilter::Savings => measure.saves(),
        MeasureFilter::Costs => !measure.saves(),
        MeasureFilter::All => true,
    }
}

/// A handler that lists the measures another way.
fn relist<T: 'static>(props: &QuestionsProps, change: impl Fn(&mut MeasureList, T) + 'static) -> Callback<T> {
    list_tools::relist(props, |asked| &mut asked.measures, change)
}

fn tools(props: &QuestionsProps, list: &MeasureList, language: Language) -> Html {
    let municipality = &props.municipality;
    let measures = &municipality.measures;
    let filters = MeasureFilter::VARIANTS.iter().map(|filter| {
        let count = measures.iter().filter(|measure| is_shown(measure, *filter)).count();
        (*filter, language.measure_filter(*filter, count))
    });
    let areas = &municipality.measure_groups.committees;
    let named = areas.iter().enumerate().map(|(place, area)| (Some(place), area.name.clone()));
    let every = std::iter::once((None, language.every_area().to_owned()));
    let area = list.area.as_ref().and_then(|id| areas.iter().position(|area| area.id == *id));
    let on_area = {
        let ids: Vec<String> = areas.iter().map(|area| area.id.clone()).collect();
        relist(props, move |list, place: Option<usize>| {
            list.area = place.and_then(|place| ids.get(place).cloned());
        })
    };
    let sorts = MeasureSort::VARIANTS.iter().map(|sort| (*sort, language.measure_sort(*sort).to_owned()));
    html! {
        <div class="verktoy">
            { search("sok-tiltak", language.search_measures(measures.len()), &list.search, relist(props, |list, text| list.search = text)) }
            { choice("vis-tiltak", language.show(), filters.collect(), list.filter, relist(props, |list, filter| list.filter = filter)) }
            { choice("omrade-tiltak", language.area(), every.chain(named).collect(), area, on_area) }
            { choice("sorter-tiltak", language.sort(), sorts.collect(), list.sort, relist(props, |list, sort| list.sort = sort)) }
        </div>
    }
}

fn head(filter: MeasureFilter, years: &[Year], chosen: Year, language: Language) -> Html {
    let year = |year: &Year| {
        html! { <th scope="col" class={classes!("ar", (*year == chosen).then_some("valgt-ar"))}>{ year.to_string() }</th> }
    };
    html! {
        <thead><tr>
            <th scope="col" class="med">{ language.included() }</th>
            <th scope="col" class="navnet">{ language.measure() }</th>
            <th scope="col" class="omrade">{ language.area() }</th>
            <th scope="col" class="retning">{ language.amounts_heading(filter) }</th>
            { for years.iter().map(year) }
            <th scope="col" class="sikkerhet">{ language.certainty_heading() }</th>
            <th scope="col" class="andel">{ language.realised_heading() }</th>
            <th scope="col" class="utsatt">{ language.delayed_heading() }</th>
        </tr></thead>
    }
}

/// A measure of the user's own: what it does each year, and away with it.
fn own_row(
    props: &QuestionsProps,
    (place, own): (usize, &OwnMeasure),
    years: &[Year],
    language: Language,
) -> Html {
    let remove = {
        let (dispatch, id) = (props.dispatch.clone(), Lever::OwnMeasure.of(Subject::Number(place)));
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Reset(vec![id.clone()]));
            crate::app::focus::focus_on("sok-tiltak");
        })
    };
    let cell =
        |year: &Year| html! { <td class="ar">{ language.millions(own_amount_in(own, *year).abs(), 1) }</td> };
    html! {
        <tr key={format!("eget-{place}")} class="tiltak endret">
            <td class="med"><button type="button" class="fjern" aria-label={language.remove(&own.name)} onclick={remove}>{ "✕" }</button></td>
            <th scope="row">{ &own.name }{ " " }<small class="hva-endret">{ language.added_by_you() }</small></th>
            <td class="omrade"></td>
            <td class="retning">{ language.saves_or_costs(own.amount.is_negative()) }</td>
            { for years.iter().map(cell) }
            <td></td><td></td><td></td>
        </tr>
    }
}

/// Every year that any measure prints an amount for, as many as there is room for.
fn shown_years(municipality: &Municipality) -> Vec<Year> {
    let printed = municipality.measures.iter().filter_map(|measure| measure.amounts.as_ref());
    let last = printed.filter_map(|amounts| amounts.iter().last()).map(|(year, _)| year).max();
    let first = municipality.plan.first_year;
    let last = last.unwrap_or(municipality.plan.last_printed_year).max(first);
    municipality.years().take_while(|year| *year <= last).take(MOST_YEARS).collect()
}

/// Folded under the table: measures of the user's own; frames, income, and the realisation of all.
fn more(props: &QuestionsProps, language: Language) -> Html {
    let details = super::details(props, Lever::Restructuring);
    html! {
        <>
            <details class="mer" id="egne-tiltak">
                <summary>{ language.own_measures() }</summary>
                { own::measures(&details) }
            </details>
            <details class="mer" id="mer-omstilling">
                <summary>{ language.more_on_measures() }</summary>
                { super::levers_under(&details, language) }
                { frames(&details, language) }
            </details>
        </>
    }
}

/// What the chosen measures do in a year: how many save, and what they save and cost before and after
/// realisation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sum {
    count: usize,
    full: Kroner,
    realised: Kroner,
    costs: Kroner,
}

impl Sum {
    fn of(municipality: &Municipality, scenario: &Scenario, year: Year) -> Self {
        let part = Percent::new(scenario.get(Lever::Realisation));
        let mut sum = Self::default();
        let listed = municipality.measures.iter().filter(|measure| measure.is_open()).map(|measure| {
            let delay = i32::try_from(scenario.measure_delay(&measure.id)).unwrap_or(0);
            (measure.amount_in(year.plus(-delay)), scenario.realisation(measure))
        });
        let own = scenario.own_measures();
        let own = own.iter().map(|own| (own_amount_in(own, year), Percent::HUNDRED));
        for (amount, share) in listed.chain(own).filter(|(_, share)| *share > Percent::ZERO) {
            if amount.is_negative() {
                sum.count += 1;
                sum.full += amount.abs();
                sum.realised += part.of(share.of(amount)).abs();
            } else {
                sum.costs += share.of(amount);
            }
        }
        sum
    }
}

fn foot(props: &QuestionsProps, year: Option<Year>, language: Language) -> Html {
    let Some(year) = year else { return Html::default() };
    let (now, plan) = (
        Sum::of(&props.municipality, &props.scenario, year),
        Sum::of(&props.municipality, &Scenario::plan(), year),
    );
    let kind = props.municipality.plan.kind;
    let write = |amount: Kroner| language.million_kroner(amount, 1);
    html! {
        <div class="bunnlinje">
            <span><strong>{ language.savings_sum(now.count, &write(now.full), &write(now.realised), year) }</strong>{ " " }
                { language.of_baseline(kind, &language.millions(plan.realised, 1)) }</span>
            <span>{ language.costs_sum(&write(now.costs)) }{ " " }
                { language.of_baseline(kind, &language.millions(plan.costs, 1)) }</span>
            <button type="button" class="lenke" onclick={open_and_focus("egne-tiltak", "nytt-tiltak-navn")}>
                { language.own_measures() }</button>
        </div>
    }
}

/// The net frames of sectors, each with a change in percent.
fn frames(props: &DetailsProps, language: Language) -> Html {
    let frames = &props.municipality.frames;
    if frames.is_empty() {
        return Html::default();
    }
    let row = |frame: &Frame| {
        let (dispatch, id) = (props.dispatch.clone(), Lever::FrameChange.of(&frame.id));
        let on_value = Callback::from(move |(value, settled): (Decimal, Settled)| {
            dispatch.dispatch(Action::Set(id.clone(), value.into(), settled));
        });
        let (change, spec) = (props.scenario.frame_change(&frame.id), Lever::FrameChange.spec());
        let amount = frame.amounts.values.at(props.municipality.plan.first_year);
        html! {
            <tr key={frame.id.clone()} class={classes!((change != Percent::ZERO).then_some("endret"))}>
                <th scope="row">{ &frame.name }</th>
                <td>{ language.millions(amount, 1) }</td>
                <td><NumberField base={format!("ramme-{}", frame.id)} label={language.lever_of(Lever::FrameChange, &frame.name)}
                    value={change.value()} min={spec.min} max={spec.max} decimals={0} signed=true
                    {on_value} /></td>
            </tr>
        }
    };
    html! {
        <table class="ds-table" data-size="sm">
            <caption>{ language.frames_title() }</caption>
            <thead><tr><td></td><th scope="col">{ language.frame_amount() }</th><th scope="col">{ "%" }</th></tr></thead>
            <tbody>{ for frames.iter().map(row) }</tbody>
        </table>
    }
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test that lacks its municipality must stop")]
mod tests {
    use super::*;
    use crate::exchange::municipality_file::built_in;
    use rust_decimal::dec;

    #[test]
    fn savings_stand_by_themselves_and_the_largest_first() {
        let lier = built_in("lier").expect("Lier comes with the program");
        let last = shown_years(lier).last().copied().expect("the plan has years");
        let measures = |list: &MeasureList| -> Vec<&Measure> {
            let places = ordered(lier, &Scenario::plan(), list);
            places.into_iter().filter_map(|place| lier.measures.get(place)).collect()
        };
        let savings = measures(&MeasureList::default());
        assert!(savings.len() > 20 && savings.iter().all(|measure| measure.saves()));
        assert!(savings.is_sorted_by_key(|measure| std::cmp::Reverse(measure.amount_in(last).abs())));
        let costs = measures(&MeasureList { filter: MeasureFilter::Costs, ..MeasureList::default() });
        assert_eq!(savings.len() + costs.len(), lier.measures.len());
        let area =
            MeasureList { area: Some("UMP".into()), filter: MeasureFilter::All, ..MeasureList::default() };
        assert!(measures(&area).iter().all(|measure| measure.committee == "UMP"));
    }

    #[test]
    fn the_sum_counts_what_is_realised_of_what_is_chosen() {
        let lier = built_in("lier").expect("Lier comes with the program");
        let year = lier.plan.last_printed_year;
        let plan = Sum::of(lier, &Scenario::plan(), year);
        assert_eq!(plan.full, plan.realised, "nothing is moved");
        let saves = |measure: &&Measure| {
            measure.is_open() && !measure.in_plan && measure.amount_in(year).is_negative()
        };
        let measure = lier.measures.iter().find(saves).expect("something can be chosen");
        let mut scenario = Scenario::plan();
        scenario.set_measure(measure, Percent::new(dec!(50)));
        let now = Sum::of(lier, &scenario, year);
        let amount = measure.amount_in(year).abs();
        assert_eq!((now.count, now.full - plan.full), (plan.count + 1, amount));
        assert_eq!(now.realised - plan.realised, Percent::new(dec!(50)).of(amount));
    }
}
