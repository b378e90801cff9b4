//! Hentingen: the files of the catalogue, from the page itself when it is one file, otherwise from its folder.

use crate::exchange::catalogue::{Catalogue, INDEX};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// The catalogue with the file of a municipality; the list is read again when the municipality is not on it.
///
/// `None` when a file could not be had or read. When the list does not have the municipality, the catalogue
/// does not either.
pub async fn fetch(catalogue: &Catalogue, id: &str) -> Option<Catalogue> {
    let mut catalogue = catalogue.clone();
    if catalogue.entry(id).is_none() {
        catalogue.take_index(&text_of(INDEX).await?);
    }
    if let Some(entry) = catalogue.entry(id).cloned() {
        let text = text_of(&entry.file).await?;
        catalogue.take(id, &text)?;
    }
    Some(catalogue)
}

/// The text of a file of the catalogue.
pub async fn text_of(file: &str) -> Option<String> {
    match included_in_page(file) {
        Some(text) => Some(text),
        None => beside_page(file).await,
    }
}

fn included_in_page(file: &str) -> Option<String> {
    let document = web_sys::window()?.document()?;
    let name = file.strip_suffix(".json").unwrap_or(file);
    document.get_element_by_id(&format!("kommune-{name}"))?.text_content()
}

async fn beside_page(file: &str) -> Option<String> {
    let request = web_sys::window()?.fetch_with_str(&format!("kommuner/{file}"));
    let response: web_sys::Response = JsFuture::from(request).await.ok()?.dyn_into().ok()?;
    let text = response.ok().then(|| response.text().ok())??;
    JsFuture::from(text).await.ok()?.as_string()
}
