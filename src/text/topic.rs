//! Tema: how the words of a topic become methods of [`Language`](super::Language).

/// The words of a language; the only place, beside [`Language`] itself, that lists the languages.
macro_rules! in_language {
    ($language:expr, $words:ident => $phrase:expr) => {
        match $language {
            $crate::text::Language::Nb => {
                let $words = &$crate::text::nb::Nb;
                $phrase
            }
        }
    };
}

/// A topic: a trait that each language implements, without default texts, so that a missing phrase does not
/// compile; and the same phrases as methods of [`Language`], called directly and not through a table, so that a
/// program holds only those it uses.
macro_rules! topic {
    ($(#[$about:meta])* pub trait $topic:ident {
        $($(#[$note:meta])* fn $phrase:ident(&self $(, $given:ident: $kind:ty)* $(,)?) -> $text:ty;)*
    }) => {
        $(#[$about])*
        pub trait $topic {
            $($(#[$note])* fn $phrase(&self $(, $given: $kind)*) -> $text;)*
        }

        #[allow(missing_docs, reason = "the words are their own documentation")]
        impl $crate::text::Language {
            $(
                $(#[$note])*
                #[must_use]
                pub fn $phrase(self $(, $given: $kind)*) -> $text {
                    $crate::text::topic::in_language!(self, words => $topic::$phrase(words $(, $given)*))
                }
            )*
        }
    };
}

pub(super) use {in_language, topic};
