//! Spaken: slider, number field, − and +, base mark and reset of one main lever.

use super::language::use_language;
use super::number_field::NumberField;
use super::store::{Action, AppState, Settled};
use crate::model::lever::{Lever, LeverSpec};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What a lever needs.
#[derive(Clone, PartialEq, Properties)]
pub struct LeverProps {
    /// Which lever.
    pub input: Lever,
    /// Where it is printed.
    pub value: Decimal,
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
    let spec = props.input.spec();
    let name = language.lever_name(props.input);
    let input = props.input;
    let move_to = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |(value, settled): (Decimal, Settled)| {
            dispatch.dispatch(Action::Set(input.into(), value.into(), settled));
        })
    };
    let oninput = {
        let move_to = move_to.clone();
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            if let Ok(value) = text.parse() {
                move_to.emit((value, Settled::NotYet));
            }
        })
    };
    let onchange = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: Event| dispatch.dispatch(Action::Settle))
    };
    let step = |by: Decimal| {
        let (move_to, to) = (move_to.clone(), props.value + by);
        Callback::from(move |_: MouseEvent| move_to.emit((to, Settled::Yes)))
    };
    let reset = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::ResetLever(input)))
    };
    let spoken = format!("{} {}", language.input_value(input, props.value), language.unit_spoken(spec.unit));
    let limit = |value| language.input_value(input, value);
    let spoken_stretches: Vec<String> =
        props.stretches.iter().map(|[low, high]| language.low_to_high(&limit(*low), &limit(*high))).collect();
    html! {
        <div class={classes!("spak", props.moved.then_some("flyttet"))}>
            <div class="spak-hode">
                <label for={spec.key} title={format!("{} {}", language.lever_explained(input), language.range_reason(input))}>
                    { name }
                </label>
                if props.moved {
                    <button type="button" class="lenke nullstill" aria-label={language.reset_lever(name)} onclick={reset}>
                        { language.reset() }
                    </button>
                }
                <span class="spak-tall">
                    <button type="button" class="rund" aria-label={language.less(name)} onclick={step(-spec.step)}
                        disabled={props.value <= spec.min}>{ "−" }</button>
                    <NumberField base={spec.key} label={language.number_field(name)} value={props.value}
                        min={spec.min} max={spec.max} decimals={spec.decimals} signed={spec.signed}
                        on_value={move_to.clone()} />
                    <span class="enhet">{ language.unit(spec.unit) }</span>
                    <button type="button" class="rund" aria-label={language.more(name)} onclick={step(spec.step)}
                        disabled={props.value >= spec.max}>{ "+" }</button>
                </span>
            </div>
            <div class="skinne">
                { track(spec, props.value, &props.stretches) }
                <input type="range" id={spec.key} min={spec.min.to_string()} max={spec.max.to_string()}
                    step={spec.step.to_string()} value={props.value.to_string()} aria-valuetext={spoken}
                    aria-describedby={(!spoken_stretches.is_empty()).then(|| format!("{}-holder", spec.key))}
                    {oninput} {onchange} />
            </div>
            if !spoken_stretches.is_empty() {
                <span class="skjult" id={format!("{}-holder", spec.key)}>{ language.stretch_spoken(&spoken_stretches.join(", ")) }</span>
            }
            <div class="spak-fot">
                <span>{ limit(spec.min) }</span>
                <span>{ &props.reading }</span>
                <span>{ limit(spec.max) }</span>
            </div>
        </div>
    }
}

/// The track: grey, coloured from the plan's mark to the value, with the mark itself.
///
/// Drawn as SVG because its attributes, unlike inline styles, are allowed by the content security policy.
fn track(spec: &LeverSpec, value: Decimal, stretches: &[[Decimal; 2]]) -> Html {
    let place = |value: Decimal| {
        let share = (value - spec.min).checked_div(spec.max - spec.min).unwrap_or_default();
        (share * Decimal::from(1000)).to_f64().unwrap_or_default()
    };
    let (plan, now) = (place(spec.plan), place(value));
    // A stretch of one position is still seen.
    let holds = |stretch: &[Decimal; 2]| {
        let [low, high] = stretch.map(place);
        html! {
            <rect class="spor-holder" x={(low - 6.0).to_string()} y="12" width={(high - low + 12.0).to_string()} height="5" />
        }
    };
    html! {
        <svg class="spor" viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="spor-bunn" x="0" y="5" width="1000" height="6" />
            <rect class="spor-farget" x={plan.min(now).to_string()} y="5" width={(plan - now).abs().to_string()} height="6" />
            { for stretches.iter().map(holds) }
            <line class="spor-merke" x1={plan.to_string()} x2={plan.to_string()} y1="0" y2="16" />
        </svg>
    }
}
