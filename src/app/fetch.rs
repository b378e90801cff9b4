//! Hentingen: the files of the catalogue, from the page itself when it is one file, otherwise from its folder.

use super::second;
use crate::exchange::catalogue::{Catalogue, Entry, INDEX};
use crate::text::Language;
use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The catalogue with a municipality; the list is read again when the municipality is not on it. When the list
/// does not have it, the catalogue does not either.
///
/// # Errors
/// When a file could not be had or read: what is wrong with it, as far as is known.
pub async fn fetch(catalogue: &Catalogue, id: &str, language: Language) -> Result<Catalogue, Vec<String>> {
    let mut catalogue = catalogue.clone();
    if catalogue.entry(id).is_none() {
        catalogue.take_index(list().await.ok_or_else(Vec::new)?);
    }
    if let Some(entry) = catalogue.entry(id).cloned() {
        let text = text_of(&entry.file).await.ok_or_else(Vec::new)?;
        let packed = second::read(id, text, language).await?;
        catalogue.take(id, &packed).ok_or_else(Vec::new)?;
    }
    Ok(catalogue)
}

/// The list of municipalities in the folder of the page. The browser reads it, so that the first load needs no
/// reader of JSON.
pub async fn list() -> Option<Vec<Entry>> {
    let list = JSON::parse(&text_of(INDEX).await?).ok()?;
    let part = |of: &JsValue, key: &str| Reflect::get(of, &key.into()).ok();
    let entry = |line: JsValue| {
        let text = |key: &str| part(&line, key)?.as_string();
        Some(Entry { id: text("id")?, name: text("navn")?, file: text("fil")? })
    };
    part(&list, "kommuner")?.dyn_into::<Array>().ok()?.iter().map(entry).collect()
}

/// The text of a file of the catalogue.
async fn text_of(file: &str) -> Option<String> {
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
