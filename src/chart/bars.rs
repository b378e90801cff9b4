//! Liggende søyler: what adds up to a change, or how far each lever reaches.

use super::draw::{Label, Surface, put};
use super::pixel::{float, point};
use super::{ChartError, palette};
use plotters::prelude::*;
use plotters::style::text_anchor::HPos;
use rust_decimal::Decimal;

/// Whose bar it is; decides the colour. The text at its end says the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarRole {
    /// The world changed.
    World,
    /// The council chose.
    Choice,
    /// The sum.
    Total,
}

impl BarRole {
    fn colour(self) -> RGBColor {
        match self {
            Self::World => palette::WORLD,
            Self::Choice => palette::CHOICE,
            Self::Total => palette::INK,
        }
    }
}

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The name in front of it.
    pub name: String,
    /// Where it begins and ends.
    pub ends: [Decimal; 2],
    /// What it reads, at its end.
    pub reading: String,
    /// Whose.
    pub role: BarRole,
}

/// Everything a chart of bars shows, from the top.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BarsModel {
    /// The bars.
    pub bars: Vec<Bar>,
}

impl BarsModel {
    /// Bro: each bar begins where the last one ended; the sum begins at zero.
    #[must_use]
    pub fn waterfall(
        parts: Vec<(String, Decimal, String, BarRole)>,
        total: (String, Decimal, String),
    ) -> Self {
        let mut reached = Decimal::ZERO;
        let mut bars: Vec<Bar> = parts
            .into_iter()
            .map(|(name, part, reading, role)| {
                let ends = [reached, reached + part];
                reached += part;
                Bar { name, ends, reading, role }
            })
            .collect();
        let (name, value, reading) = total;
        bars.push(Bar { name, ends: [Decimal::ZERO, value], reading, role: BarRole::Total });
        Self { bars }
    }
}

/// Draws bars on a surface. `scale` is device pixels per CSS pixel.
///
/// # Errors
/// When the backend refuses to draw.
pub fn draw_bars<DB: DrawingBackend>(
    surface: &Surface<DB>,
    model: &BarsModel,
    scale: f64,
) -> Result<(), ChartError> {
    surface.fill(&palette::GROUND).map_err(ChartError::from_backend)?;
    let (width, height) = surface.dim_in_pixel();
    let letters = |text: &str| f64::from(u32::try_from(text.chars().count()).unwrap_or(0)) * 6.5 * scale;
    let widest = |texts: &mut dyn Iterator<Item = &str>| texts.map(letters).fold(0.0, f64::max);
    let names = widest(&mut model.bars.iter().map(|bar| bar.name.as_str())).min(f64::from(width) * 0.45);
    let readings = widest(&mut model.bars.iter().map(|bar| bar.reading.as_str()));
    let ends = || model.bars.iter().flat_map(|bar| bar.ends).map(float);
    let (low, high) = (ends().fold(0.0, f64::min), ends().fold(0.0, f64::max));
    let left = names + 8.0 * scale;
    let right = (f64::from(width) - readings - 10.0 * scale).max(left + 20.0 * scale);
    let x = |value: f64| left + (right - left) * (value - low) / (high - low).max(f64::EPSILON);
    let row = f64::from(height) / f64::from(u32::try_from(model.bars.len().max(1)).unwrap_or(1));
    let nought = vec![point(x(0.0), 0.0), point(x(0.0), f64::from(height))];
    put(surface, PathElement::new(nought, palette::MARK.stroke_width(1)))?;
    for (index, bar) in (0_u32..).zip(&model.bars) {
        let middle = row * (f64::from(index) + 0.5);
        let half = (row * 0.3).min(9.0 * scale);
        let [from, to] = bar.ends.map(|end| x(float(end)));
        let (from, to) = (from.min(to), from.max(to).max(from.min(to) + scale));
        let corners = [point(from, middle - half), point(to, middle + half)];
        put(surface, Rectangle::new(corners, bar.role.colour().filled()))?;
        let bold = bar.role == BarRole::Total;
        let name = Label { size: 12.0, bold, colour: palette::INK, anchor: HPos::Left };
        name.put(surface, &bar.name, point(0.0, middle), scale)?;
        name.put(surface, &bar.reading, point(to + 5.0 * scale, middle), scale)?;
    }
    Ok(())
}
