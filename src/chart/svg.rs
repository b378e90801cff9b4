//! SVG: a chart as a picture that scales, for export and for tests.

use super::{BarsModel, ChartError, ChartModel, TriangleModel, draw, draw_bars, draw_triangle};
use plotters::prelude::*;

/// A rule chart as SVG text.
///
/// # Errors
/// When plotters cannot draw it.
pub fn chart(model: &ChartModel, (width, height): (u32, u32)) -> Result<String, ChartError> {
    let mut picture = String::new();
    {
        let surface = SVGBackend::with_string(&mut picture, (width, height)).into_drawing_area();
        draw(&surface, model, 1.0)?;
        surface.present().map_err(ChartError::from_backend)?;
    }
    Ok(picture)
}

/// The triangle as SVG text.
///
/// # Errors
/// When plotters cannot draw it.
pub fn triangle(model: &TriangleModel, (width, height): (u32, u32)) -> Result<String, ChartError> {
    let mut picture = String::new();
    {
        let surface = SVGBackend::with_string(&mut picture, (width, height)).into_drawing_area();
        draw_triangle(&surface, model, 1.0)?;
        surface.present().map_err(ChartError::from_backend)?;
    }
    Ok(picture)
}

/// Bars as SVG text.
///
/// # Errors
/// When plotters cannot draw them.
pub fn bars(model: &BarsModel, (width, height): (u32, u32)) -> Result<String, ChartError> {
    let mut picture = String::new();
    {
        let surface = SVGBackend::with_string(&mut picture, (width, height)).into_drawing_area();
        draw_bars(&surface, model, 1.0)?;
        surface.present().map_err(ChartError::from_backend)?;
    }
    Ok(picture)
}
