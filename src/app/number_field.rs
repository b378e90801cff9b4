//! Tallfelt: a field for one number that takes comma or point and says what is wrong with anything else.

use super::language::use_language;
use super::store::Settled;
use rust_decimal::Decimal;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What a number field needs.
#[derive(Clone, PartialEq, Properties)]
pub struct NumberFieldProps {
    /// The id of the field; its message has the same with `-melding` after `base`.
    pub base: AttrValue,
    /// The accessible name.
    pub label: AttrValue,
    /// The number now.
    pub value: Decimal,
    /// The lowest number.
    pub min: Decimal,
    /// The highest number.
    pub max: Decimal,
    /// Decimals shown.
    pub decimals: u32,
    /// Whether a number above zero has a plus.
    #[prop_or_default]
    pub signed: bool,
    /// What is written in place of the number where it is the plan's, and that number.
    #[prop_or_default]
    pub plan: Option<(Decimal, AttrValue)>,
    /// Takes the number; not settled while the user types.
    pub on_value: Callback<(Decimal, Settled)>,
}

/// The number, or the words for the plan's.
fn shown(props: &NumberFieldProps, written: impl Fn(Decimal) -> String) -> String {
    match &props.plan {
        Some((plan, words)) if *plan == props.value => words.to_string(),
        _ => written(props.value),
    }
}

/// What is typed replaces what the field shows.
fn select_all() -> Callback<FocusEvent> {
    Callback::from(|event: FocusEvent| event.target_unchecked_into::<HtmlInputElement>().select())
}

/// The text in the field while it differs from the value, and the message about it.
#[derive(Clone, Default, PartialEq)]
struct Draft {
    text: Option<String>,
    message: Option<String>,
    invalid: bool,
}

/// A text field for one number. The typed text stays as typed until the field is left.
#[component]
pub fn NumberField(props: &NumberFieldProps) -> Html {
    let language = use_language();
    let draft = use_state_eq(Draft::default);
    let written = |value: Decimal| {
        let decimals = props.decimals.max(value.normalize().scale());
        if props.signed { language.signed(value, decimals) } else { language.number(value, decimals) }
    };
    {
        // A value set elsewhere, such as by a reset, replaces what was typed.
        let draft = draft.clone();
        let (min, max) = (props.min, props.max);
        use_effect_with(props.value, move |value| {
            let typed = draft.text.as_deref().map(|text| language.numbers().parse(text));
            let agrees = matches!(typed, Some(Ok(typed)) if typed.clamp(min, max) == *value);
            if !(agrees || typed.is_none() && draft.message.is_some()) {
                draft.set(Draft::default());
            }
        });
    }
    // The text is read from the field itself: a change event may precede the rendering of what was typed.
    let judge = {
        let (props, properties) = (props.clone(), props.clone());
        let (low, high) = (written(props.min), written(props.max));
        let example = language.number(props.max.min(Decimal::from(4)), 2);
        let read = move |text: &str| match &props.plan {
            Some((plan, words)) if text.trim() == words.as_str() => Ok(*plan),
            _ => language.numbers().parse(text),
        };
        let props = properties;
        move |text: String, settled: Settled| match read(&text) {
            Ok(value) => {
                let taken = value.clamp(props.min, props.max);
                let at = if taken == props.max { &high } else { &low };
                let message = (taken != value).then(|| language.beyond_range(text.trim(), &low, &high, at));
                props.on_value.emit((taken, settled));
                let text = (settled == Settled::NotYet).then_some(text);
                Draft { text, message, invalid: false }
            }
            Err(error) => {
                let message = Some(language.not_a_number(&error.text, &example));
                Draft { text: Some(text), message, invalid: true }
            }
        }
    };
    let text_of = |event: &Event| event.target_unchecked_into::<HtmlInputElement>().value();
    let oninput = {
        let (draft, judge) = (draft.clone(), judge.clone());
        Callback::from(move |event: InputEvent| draft.set(judge(text_of(&event), Settled::NotYet)))
    };
    let onchange = {
        let draft = draft.clone();
        Callback::from(move |event: Event| draft.set(judge(text_of(&event), Settled::Yes)))
    };
    let message_id = format!("{}-melding", props.base);
    html! {
        <>
            <input
                id={format!("{}-tall", props.base)}
                class="ds-input tallfelt"
                type="text"
                inputmode="decimal"
                autocomplete="off"
                aria-label={props.label.clone()}
                aria-invalid={draft.invalid.then_some("true")}
                aria-describedby={draft.message.is_some().then(|| message_id.clone())}
                value={draft.text.clone().unwrap_or_else(|| shown(props, written))}
                onfocus={select_all()}
                {oninput}
                {onchange}
            />
            if let Some(message) = &draft.message {
                <span id={message_id} class={classes!("melding", draft.invalid.then_some("feil"))} role="alert">
                    { message }
                </span>
            }
        </>
    }
}
