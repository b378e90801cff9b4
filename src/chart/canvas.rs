//! Canvas: a chart on the screen, sharp at every pixel ratio.

use super::ChartError;
use super::draw::Surface;
use plotters::prelude::*;
use plotters_canvas::CanvasBackend;
use web_sys::HtmlCanvasElement;

/// Sizes the canvas to its box in device pixels and hands its surface and scale to `paint`.
///
/// # Errors
/// When the canvas has no drawing context or refuses to draw.
pub fn paint_on(
    canvas: &HtmlCanvasElement,
    paint: impl FnOnce(&Surface<CanvasBackend>, f64) -> Result<(), ChartError>,
) -> Result<(), ChartError> {
    let ratio = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio()).max(1.0);
    let pixels = |css: i32| super::pixel::point(f64::from(css) * ratio, 0.0).0.unsigned_abs();
    let (width, height) = (pixels(canvas.client_width()), pixels(canvas.client_height()));
    if width < 40 || height < 40 {
        // Hidden, or not laid out yet: there is nothing to draw on.
        return Ok(());
    }
    if canvas.width() != width || canvas.height() != height {
        canvas.set_width(width);
        canvas.set_height(height);
    }
    let backend = CanvasBackend::with_canvas_object(canvas.clone())
        .ok_or_else(|| ChartError::from_backend("nettleseren ga ingen tegneflate"))?;
    let surface = backend.into_drawing_area();
    let reading_distance = super::frame::reading_distance(f64::from(canvas.client_width()));
    paint(&surface, ratio * reading_distance)?;
    surface.present().map_err(ChartError::from_backend)
}
