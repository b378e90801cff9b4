//! The markup of the page, written as text without a browser: what a screen reader and a keyboard meet,
//! whatever municipality and scenario.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where the markup lacks something"
)]

use super::store::{AppState, Opened};
use super::{Page, PageProps};
use crate::exchange::catalogue::{Catalogue, all};
use crate::model::lever::Lever;
use crate::model::municipality::{BaselineKind, Indicator, Municipality};
use crate::model::scenario::{ProjectChange, Scenario};
use crate::text::Language;
use rust_decimal::dec;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use yew::ServerRenderer;

/// One element: its tag, its attributes, and the text in it.
#[derive(Debug)]
struct Element {
    tag: String,
    attributes: BTreeMap<String, String>,
    text: String,
    /// How many elements it stands inside.
    depth: usize,
}

impl Element {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// What it is called aloud: its label, its own text or that of the `label` that is for it.
    fn name(&self, all: &[Self]) -> String {
        let labelled = || {
            let id = self.get("id")?;
            all.iter()
                .find(|label| label.tag == "label" && label.get("for") == Some(id))
                .map(|label| &label.text)
        };
        let spoken = self.get("aria-label").map(str::to_owned);
        spoken.or_else(|| labelled().cloned()).unwrap_or_else(|| self.text.trim().to_owned())
    }
}

const EMPTY: [&str; 8] = ["br", "circle", "hr", "img", "input", "line", "path", "rect"];

/// The elements of some markup in the order they begin.
fn elements(markup: &str) -> Vec<Element> {
    let (mut all, mut open): (Vec<Element>, Vec<usize>) = (Vec::new(), Vec::new());
    for piece in markup.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap();
        let is_end = tag.starts_with('/');
        if is_end {
            if !EMPTY.contains(&tag.trim_start_matches('/')) {
                open.pop();
            }
        } else if !tag.starts_with('!') {
            let tag = tag.trim_end_matches('/');
            let (name, rest) = tag.split_once(' ').unwrap_or((tag, ""));
            let pairs = rest.split("\" ").filter_map(|pair| pair.split_once("=\""));
            let attributes = pairs
                .map(|(key, value)| (key.trim().to_owned(), value.trim_end_matches('"').to_owned()))
                .collect();
            all.push(Element { tag: name.to_owned(), attributes, text: String::new(), depth: open.len() });
            if !EMPTY.contains(&name) {
                open.push(all.len() - 1);
            }
        }
        for index in &open {
            all[*index].text.push_str(text);
        }
    }
    assert!(open.is_empty(), "something is not closed");
    all
}

/// The page of a municipality with a scenario.
async fn page(municipality: &'static Municipality, scenario: Scenario) -> Vec<Element> {
    let renderer = ServerRenderer::<Page>::with_props(move || {
        let opened = Opened { municipality: Rc::new(municipality.clone()), scenario, faults: Vec::new() };
        PageProps { start: AppState::new(Rc::new(Catalogue::built_in().unwrap()), opened) }
    });
    elements(&renderer.hydratable(false).render().await)
}

/// Something of everything that a scenario shows on the page.
fn moved(municipality: &Municipality) -> Scenario {
    let mut scenario = Scenario::plan();
    for input in Lever::numbers() {
        scenario.set(input, input.spec().plan + input.spec().step * dec!(-1));
        scenario.set(input, input.spec().plan + input.spec().step);
    }
    let project = municipality.investments.projects.first().unwrap();
    scenario.set_project(&project.id, ProjectChange::dropped());
    scenario
}

/// Every municipality, with the plan and with a scenario.
async fn pages() -> Vec<(String, Vec<Element>)> {
    let mut pages = Vec::new();
    for municipality in all() {
        let id = &municipality.identity.id;
        for (state, scenario) in [("plan", Scenario::plan()), ("scenario", moved(municipality))] {
            pages.push((format!("{id}, {state}"), page(municipality, scenario).await));
        }
    }
    pages
}

#[tokio::test(flavor = "current_thread")]
async fn every_id_is_its_own_and_every_reference_leads_somewhere() {
    for (what, page) in pages().await {
        let ids: Vec<&str> = page.iter().filter_map(|element| element.get("id")).collect();
        let mut different = BTreeSet::new();
        let twice: Vec<&str> = ids.into_iter().filter(|id| !different.insert(*id)).collect();
        assert!(twice.is_empty(), "{what}: used twice: {twice:?}");
        for element in &page {
            for name in ["for", "aria-describedby", "aria-labelledby", "aria-controls"] {
                for id in element.get(name).unwrap_or_default().split_whitespace() {
                    assert!(different.contains(id), "{what}: {name}={id} of {element:?}");
                }
            }
            if let Some(id) = element.get("href").and_then(|address| address.strip_prefix('#')) {
                assert!(different.contains(id), "{what}: {element:?}");
            }
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn everything_that_can_be_used_has_a_name() {
    for (what, page) in pages().await {
        let used = page.iter().filter(|element| {
            ["a", "button", "canvas", "dialog", "input", "section", "select", "summary", "table", "textarea"]
                .contains(&element.tag.as_str())
        });
        let mut count = 0;
        for element in used {
            count += 1;
            // A box to tick may stand inside its label.
            let in_label = element.get("type") == Some("checkbox") || element.get("type") == Some("radio");
            assert!(in_label || !element.name(&page).is_empty(), "{what}: {element:?}");
            assert!(element.tag != "button" || element.get("type") == Some("button"), "{what}: {element:?}");
        }
        assert!(count > 60, "{what}: only {count}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn headings_skip_no_level() {
    for (what, page) in pages().await {
        let level =
            |element: &Element| element.tag.strip_prefix('h').and_then(|level| level.parse::<u8>().ok());
        let levels: Vec<u8> = page.iter().filter_map(level).collect();
        assert!(levels.starts_with(&[1]) && !levels[1..].contains(&1), "{what}: {levels:?}");
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{what}: {levels:?}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_lever_has_slider_field_two_buttons_and_when_moved_a_reset() {
    for (what, page) in pages().await {
        for input in Lever::MAIN {
            let (spec, name) = (input.spec(), Language::default().lever_name(input));
            let slider = page.iter().find(|element| element.get("id") == Some(spec.key)).unwrap();
            let ends = [spec.min, spec.max, spec.step].map(|value| value.to_string());
            assert_eq!(slider.get("type"), Some("range"));
            assert_eq!(
                ["min", "max", "step"].map(|name| slider.get(name).unwrap()),
                ends.each_ref().map(String::as_str)
            );
            let spoken = slider.get("aria-valuetext").unwrap();
            let unit = Language::default().unit_spoken(spec.unit);
            assert_eq!(spoken.contains(unit), what.ends_with("scenario"), "{what}: {name}: {spoken}");
            let kinds = [BaselineKind::AdoptedPlan, BaselineKind::Proposal, BaselineKind::Continuation];
            let as_plan = kinds.map(|kind| Language::default().as_plan(kind));
            assert_eq!(as_plan.contains(&spoken), what.ends_with("plan"), "{what}: {name}: {spoken}");
            assert_eq!(slider.name(&page), name);
            let named = |wanted: &str, tag: &str| {
                page.iter().filter(|element| element.tag == tag && element.name(&page) == wanted).count()
            };
            assert_eq!(named(&Language::default().number_field(name, unit), "input"), 1, "{what}: {name}");
            assert_eq!(named(&Language::default().less(name), "button"), 1, "{what}: {name}");
            assert_eq!(named(&Language::default().more(name), "button"), 1, "{what}: {name}");
            let is_scenario = what.ends_with("scenario");
            assert_eq!(
                named(&Language::default().reset_lever(name), "button"),
                usize::from(is_scenario),
                "{what}: {name}"
            );
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_rule_has_a_chart_with_its_sentence_or_says_what_is_missing() {
    let mut missing = 0;
    for (what, page) in pages().await {
        for indicator in Indicator::ALL {
            let name = Language::default().indicator_name(indicator);
            let is_card =
                |element: &Element| element.tag == "section" && element.get("aria-label") == Some(name);
            let at = page.iter().position(is_card).unwrap();
            let inside: Vec<&Element> =
                page[at + 1..].iter().take_while(|element| element.depth > page[at].depth).collect();
            let canvas = inside.iter().find(|element| element.tag == "canvas");
            let heading = inside.iter().find(|element| element.tag == "h2").unwrap();
            assert!(heading.text.starts_with(name), "{what}: {}", heading.text);
            let fields = inside.iter().filter(|element| element.tag == "input").count();
            let Some(canvas) = canvas else {
                assert!(fields > 0, "{what}: {name} says neither what it is nor what is missing");
                missing += 1;
                continue;
            };
            assert_eq!(canvas.get("role"), Some("img"), "{what}: {name}");
            let spoken = canvas.get("aria-label").unwrap();
            assert!(spoken.starts_with(&format!("{name}. ")) && spoken.len() > name.len() + 10, "{spoken}");
            let table = inside
                .iter()
                .find(|element| element.name(&page) == Language::default().table_of(name))
                .unwrap();
            assert_eq!(table.get("aria-expanded"), Some("false"));
        }
    }
    assert!(missing > 0, "no municipality lacks anything, so the card for that is not shown");
}
