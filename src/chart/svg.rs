//! SVG: a chart as a picture that scales, for export and for tests.

use super::draw::Surface;
use super::{BarsModel, ChartError, ChartModel, TriangleModel, draw, draw_bars, draw_triangle};
use plotters::prelude::*;

/// A rule chart as SVG text.
///
/// # Errors
/// When plotters cannot draw it.
pub fn chart(model: &ChartModel, size: (u32, u32)) -> Result<String, ChartError> {
    drawn(size, |surface| draw(surface, model, 1.0))
}

/// The triangle as SVG text.
///
/// # Errors
/// When plotters cannot draw it.
pub fn triangle(model: &TriangleModel, size: (u32, u32)) -> Result<String, ChartError> {
    drawn(size, |surface| draw_triangle(surface, model, 1.0))
}

/// Bars as SVG text.
///
/// # Errors
/// When plotters cannot draw them.
pub fn bars(model: &BarsModel, size: (u32, u32)) -> Result<String, ChartError> {
    drawn(size, |surface| draw_bars(surface, model, 1.0))
}

fn drawn(
    size: (u32, u32),
    draw: impl FnOnce(&Surface<SVGBackend<'_>>) -> Result<(), ChartError>,
) -> Result<String, ChartError> {
    let mut picture = String::new();
    {
        let surface = SVGBackend::with_string(&mut picture, size).into_drawing_area();
        draw(&surface)?;
        surface.present().map_err(ChartError::from_backend)?;
    }
    Ok(picture)
}
