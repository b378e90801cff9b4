//! Diagrammet på skjermen: a canvas with a name, redrawn when what it shows has changed.

use super::language::use_language;
use crate::chart::{BarsModel, ChartError, ChartModel, TriangleModel};
use std::rc::Rc;
use web_sys::HtmlCanvasElement;
use yew::prelude::*;

/// What a canvas can show.
#[derive(Clone, Debug, PartialEq)]
pub enum Picture {
    /// One rule over the years.
    Rule(Rc<ChartModel>),
    /// Bærekraftstrekanten.
    Triangle(Rc<TriangleModel>),
    /// Bars.
    Bars(Rc<BarsModel>),
}

/// What a chart on the screen needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ChartViewProps {
    /// The id of the canvas.
    pub id: AttrValue,
    /// The sentence that a screen reader gets in place of the picture.
    pub sentence: AttrValue,
    /// What to draw.
    pub picture: Picture,
    /// Changes when the page must be redrawn: a new size, or the typeface is loaded.
    pub layout: u32,
}

/// A chart on a canvas.
#[component]
pub fn ChartView(props: &ChartViewProps) -> Html {
    let (language, canvas) = (use_language(), use_node_ref());
    let refused = use_state_eq(|| false);
    {
        let (canvas, refused) = (canvas.clone(), refused.clone());
        use_effect_with((props.picture.clone(), props.layout), move |(picture, _)| {
            if let Some(canvas) = canvas.cast::<HtmlCanvasElement>() {
                refused.set(paint(&canvas, picture).is_err());
            }
        });
    }
    html! {
        <>
            <canvas ref={canvas} id={props.id.clone()} role="img" aria-label={props.sentence.clone()} />
            // The table of the chart still shows every figure.
            if *refused { <p class="varsel">{ language.picture_refused() }</p> }
        </>
    }
}

#[cfg(target_arch = "wasm32")]
fn paint(canvas: &HtmlCanvasElement, picture: &Picture) -> Result<(), ChartError> {
    use crate::chart::{canvas::paint_on, draw, draw_bars, draw_triangle};
    match picture {
        Picture::Rule(model) => paint_on(canvas, |surface, scale| draw(surface, model, scale)),
        Picture::Triangle(model) => paint_on(canvas, |surface, scale| draw_triangle(surface, model, scale)),
        Picture::Bars(model) => paint_on(canvas, |surface, scale| draw_bars(surface, model, scale)),
    }
}

#[cfg(not(target_arch = "wasm32"))]
#[allow(clippy::unnecessary_wraps, reason = "in the browser it may be refused")]
fn paint(_canvas: &HtmlCanvasElement, _picture: &Picture) -> Result<(), ChartError> {
    Ok(())
}
