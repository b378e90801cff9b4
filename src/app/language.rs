//! Språk på siden: the language in use, given down by context.

use crate::text::Language;
use yew::prelude::*;

/// The language of the page; a component reads it here and gives it to its functions.
#[hook]
pub(super) fn use_language() -> Language {
    use_context::<Language>().unwrap_or_default()
}

/// The language that everything inside is written in; the document says the same.
#[component]
pub(super) fn InLanguage(props: &InLanguageProps) -> Html {
    let language = props.language;
    use_effect_with(language, |language| {
        let document = web_sys::window().and_then(|window| window.document());
        if let Some(root) = document.and_then(|document| document.document_element()) {
            // An attribute with a valid name is never refused.
            let _ = root.set_attribute("lang", language.tag());
        }
    });
    html! { <ContextProvider<Language> context={language}>{ props.children.clone() }</ContextProvider<Language>> }
}

/// What is written in a language.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct InLanguageProps {
    /// The language.
    pub language: Language,
    /// What is written in it.
    pub children: Html,
}
