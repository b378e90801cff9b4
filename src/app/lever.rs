//! Spaken: slider, number field, − and +, base mark and reset of one main lever.

use super::help::Help;
use super::language::use_language;
use super::number_field::NumberField;
use super::store::{Action, AppState, Settled};
use crate::model::lever::{Lever, LeverSpec};
use crate::model::municipality::BaselineKind;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What a lever needs.
#[derive(Clone, PartialEq, Properties)]
pub struct LeverProps {
    /// Which lever.
    pub input: Lever,
    /// What the plan is, for its name.
    pub kind: BaselineKind,
    /// Where it stands.
    pub value: Decimal,
    /// What the plan itself has of what the lever adds to; both are shown as one.
    pub base: Decimal,
    /// The text under the track.
    pub reading: AttrValue,
    /// True when the lever or a detail under it differs from the plan.
    pub moved: bool,
    /// The ranges in which the chosen rules hold, lowest and highest of each.
    pub stretches: Vec<[Decimal; 2]>,
    /// Receives changes.
    pub dispatch: UseReducerDispatcher<AppState>,
}

/// One main lever.
#[component]
pub fn MainLever(props: &LeverProps) -> Html {
    let language = use_language();
    let (input, base) = (props.input, props.base);
    let spec = input.spec();
    let name = language.lever_name(input);
    let set = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |(value, settled): (Decimal, Settled)| {
            dispatch.dispatch(Action::Set(input.into(), (value - base).into(), settled));
        })
    };
    let step = |by: Decimal| {
        let to = (props.value + by).clamp(spec.min, spec.max);
        let set = set.clone();
        Callback::from(move |_: MouseEvent| set.emit((to + base, Settled::Yes)))
    };
    let reset = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::ResetLever(input));
            super::focus::focus_on(input.spec().key);
        })
    };
    let as_plan = language.as_plan(props.kind);
    let limit = |value: Decimal| language.lever_limit(input, value + base);
    html! {
        <div class={classes!("spak", props.moved.then_some("flyttet"))}>
            <div class="spak-hode">
                <label for={spec.key}>{ name }</label>
                <small class="spak-enhet">{ language.lever_unit(input) }{ " " }
                    <Help about={name}>{ format!("{} {}", language.lever_explained(input), language.range_reason(input)) }</Help>
                    if props.moved {
                        <button type="button" class="nullstill" aria-label={language.reset_lever(name)} onclick={reset}>{ "↺" }</button>
                    }</small>
                <span class="spak-tall">
                    <button type="button" class="rund" aria-label={language.less(name)} onclick={step(-spec.step)}
                        aria-disabled={(props.value <= spec.min).to_string()}>{ "−" }</button>
                    <NumberField base={spec.key} label={language.number_field(name, language.unit_spoken(spec.unit))} value={props.value + base}
                        min={spec.min + base} max={spec.max + base} decimals={spec.decimals} signed={spec.signed && base.is_zero()}
                        plan={(spec.plan + base, as_plan.into())} on_value={set.clone()} />
                    <button type="button" class="rund" aria-label={language.more(name)} onclick={step(spec.step)}
                        aria-disabled={(props.value >= spec.max).to_string()}>{ "+" }</button>
                </span>
            </div>
            <Track ..props.clone() />
            <div class="spak-fot">
                <span>{ limit(spec.min) }</span>
                <span class="avlesning">{ &props.reading }</span>
                <span>{ limit(spec.max) }</span>
            </div>
        </div>
    }
}

/// The track with its slider. A touch that turns out to be a swipe of the page puts the lever back.
#[component]
fn Track(props: &LeverProps) -> Html {
    let language = use_language();
    let input = props.input;
    let spec = input.spec();
    let held = use_mut_ref(|| None::<Decimal>);
    let set = {
        let dispatch = props.dispatch.clone();
        move |value: Decimal, settled| dispatch.dispatch(Action::Set(input.into(), value.into(), settled))
    };
    let oninput = {
        let set = set.clone();
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            if let Ok(value) = text.parse() {
                set(value, Settled::NotYet);
            }
        })
    };
    let onchange = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: Event| dispatch.dispatch(Action::Settle))
    };
    let onpointerdown = {
        let (held, value) = (held.clone(), props.value);
        Callback::from(move |_: PointerEvent| *held.borrow_mut() = Some(value))
    };
    let onpointercancel = {
        let value = props.value;
        Callback::from(move |_: PointerEvent| {
            let before = held.borrow_mut().take().unwrap_or(value);
            set(before, Settled::Yes);
        })
    };
    let shown = props.value + props.base;
    let spoken = if props.value == spec.plan {
        language.as_plan(props.kind).to_owned()
    } else {
        format!("{} {}", language.input_value(input, shown), language.unit_spoken(spec.unit))
    };
    let limit = |value: Decimal| language.input_value(input, value + props.base);
    let holds: Vec<String> =
        props.stretches.iter().map(|[low, high]| language.low_to_high(&limit(*low), &limit(*high))).collect();
    let described = format!("{}-holder", spec.key);
    html! {
        <>
            <div class="skinne">
                { track(spec, props.value, &props.stretches) }
                <input type="range" id={spec.key} min={spec.min.to_string()} max={spec.max.to_string()}
                    step={spec.step.to_string()} value={props.value.to_string()} aria-valuetext={spoken}
                    aria-describedby={(!holds.is_empty()).then(|| described.clone())}
                    {oninput} {onchange} {onpointerdown} {onpointercancel} />
            </div>
            if !holds.is_empty() {
                <span class="skjult" id={described.clone()}>{ language.stretch_spoken(&holds.join(", ")) }</span>
            }
        </>
    }
}

/// The track: grey, coloured from the plan's mark to the value, with the mark itself.
///
/// Drawn as SVG because its attributes, unlike inline styles, are allowed by the content security policy.
fn track(spec: &LeverSpec, value: Decimal, stretches: &[[Decimal; 2]]) -> Html {
    let place = |value: Decimal| {
        let share = (value - spec.min).checked_div(spec.max - spec.min).unwrap_or_default();
        (share * Decimal::from(1000)).round().to_i64().unwrap_or_default()
    };
    let (plan, now) = (place(spec.plan), place(value));
    // A stretch of one position is still seen.
    let holds = |stretch: &[Decimal; 2]| {
        let [low, high] = stretch.map(place);
        html! {
            <rect class="spor-holder" x={(low - 6).to_string()} y="16" width={(high - low + 12).to_string()} height="4" />
        }
    };
    html! {
        <svg class="spor" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="spor-bunn" x="0" y="8" width="1000" height="4" />
            <rect class="spor-farget" x={plan.min(now).to_string()} y="8" width={(plan - now).abs().to_string()} height="4" />
            { for stretches.iter().map(holds) }
            <line class="spor-merke" x1={plan.to_string()} x2={plan.to_string()} y1="2" y2="18" />
        </svg>
    }
}
