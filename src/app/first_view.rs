//! Første visning: the plan of the first municipality as markup, for the page to have before the program comes.

use super::store::{AppState, Opened};
use super::{Page, PageProps};
use crate::app::projections::Projections;
use crate::chart::{ChartUnit, Letter, svg};
use crate::exchange::catalogue::Catalogue;
use crate::model::municipality::Indicator;
use crate::model::scenario::Scenario;
use crate::text::Language;
use std::rc::Rc;
use yew::LocalServerRenderer;

/// The sizes that each chart is drawn in, CSS pixels: on a card, and as a thumbnail.
const SIZES: [(&str, (u32, u32)); 2] = [("stor", (281, 300)), ("liten", (110, 46))];

/// The whole page as it opens, with its charts as pictures that are part of it.
///
/// `None` when the first municipality cannot be read.
///
/// ```
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// let markup = handlingsrom::app::first_view::markup().await.unwrap();
/// assert!(markup.contains("Forslaget bryter to handlingsregler i alle ti år"));
/// assert_eq!(markup.matches("<svg class=\"stor\"").count(), 3);
/// # });
/// ```
pub async fn markup() -> Option<String> {
    let state = opened()?;
    let renderer = LocalServerRenderer::<Page>::with_props(PageProps { start: state.clone() });
    let mut markup = renderer.hydratable(false).render().await;
    let results = Projections::default().results(&state, &[Letter::A]);
    for indicator in Indicator::ALL {
        let Some(unit) = ChartUnit::of(indicator, &results.plan) else { continue };
        let model = results.chart(&state.municipality, indicator, unit, None, Language::default());
        let pictures = SIZES.iter().filter_map(|(class, size)| {
            let picture = svg::chart(&model, *size).ok()?;
            Some(picture.replacen("<svg ", &format!("<svg class=\"{class}\" aria-hidden=\"true\" "), 1))
        });
        let pictures: String = pictures.collect();
        markup = after_canvas(&markup, super::rule_table::key_of(indicator), &pictures);
    }
    Some(markup)
}

fn opened() -> Option<AppState> {
    let catalogue = Catalogue::built_in()?;
    let municipality = catalogue.get(catalogue.first())?;
    let opened = Opened { municipality, scenario: Scenario::plan(), faults: Vec::new() };
    Some(AppState::new(Rc::new(catalogue), opened))
}

/// Puts pictures after the canvas of a chart, which is empty until the program draws on it.
fn after_canvas(markup: &str, key: &str, pictures: &str) -> String {
    let canvas = format!("id=\"diagram-{key}\"");
    let place = markup.find(&canvas).and_then(|at| Some(at + markup.get(at..)?.find("</canvas>")? + 9));
    match place.and_then(|place| markup.split_at_checked(place)) {
        Some((before, after)) => format!("{before}{pictures}{after}"),
        None => markup.to_owned(),
    }
}
