//! Tabeller: one way to build a table of figures, with headings that a screen reader finds.

use yew::prelude::*;

/// One row: its heading, its cells, and how it is emphasised.
pub struct Row {
    /// The heading at the left.
    pub heading: Html,
    /// The cells after it.
    pub cells: Vec<Html>,
    /// A class of its own, or nothing.
    pub class: &'static str,
}

impl Row {
    /// A row of texts.
    pub fn of(heading: impl Into<AttrValue>, cells: Vec<String>) -> Self {
        let cells = cells.into_iter().map(|cell| text(cell.into())).collect();
        Self { heading: text(heading.into()), cells, class: "" }
    }

    /// The same row with a class of its own.
    pub fn class(self, class: &'static str) -> Self {
        Self { class, ..self }
    }
}

/// A text as markup.
pub fn text(text: AttrValue) -> Html {
    html! { { text } }
}

/// A table with its id and its caption; an empty one is left out. The first heading is above the row headings.
pub fn table(id: &'static str, caption: &str, headings: &[String], rows: Vec<Row>) -> Html {
    let heading = |heading: &String| {
        if heading.is_empty() {
            html! { <td></td> }
        } else {
            html! { <th scope="col">{ heading.clone() }</th> }
        }
    };
    let row = |row: Row| {
        html! {
            <tr class={row.class}>
                <th scope="row">{ row.heading }</th>
                { for row.cells.into_iter().map(|cell| html! { <td>{ cell }</td> }) }
            </tr>
        }
    };
    html! {
        <div class="rull" tabindex="0" role="group" aria-label={caption.to_owned()}>
            <table class="ds-table" data-size="sm" id={(!id.is_empty()).then_some(id)}>
                if !caption.is_empty() { <caption>{ caption }</caption> }
                <thead><tr>{ for headings.iter().map(heading) }</tr></thead>
                <tbody>{ for rows.into_iter().map(row) }</tbody>
            </table>
        </div>
    }
}
