//! Bærekraftstrekanten: result, fund and debt as one triangle, in the first and the last year.

use super::draw::{Label, Surface, put};
use super::pixel::{float, point};
use super::{ChartError, palette};
use crate::model::municipality::{Indicator, Municipality, Requirement};
use crate::model::projection::{Projection, YearResult};
use crate::text::Language;
use plotters::prelude::*;
use plotters::style::text_anchor::HPos;
use rust_decimal::{Decimal, dec};

/// What the triangle shows: for each corner how near the rule is, 1 where it is just kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TriangleModel {
    /// The name of each corner: result at the top, fund at the left, debt at the right.
    pub corners: [String; 3],
    /// The first year, with its label.
    pub first: (String, [Decimal; 3]),
    /// The last year, with its label.
    pub last: (String, [Decimal; 3]),
    /// Whether it is a scenario and not the plan.
    pub is_scenario: bool,
}

const CORNERS: [Indicator; 3] =
    [Indicator::NetOperatingResult, Indicator::DispositionFund, Indicator::DebtRatio];

impl TriangleModel {
    /// The triangle of a projection; `None` when the municipality lacks one of the three rules.
    #[must_use]
    pub fn new(
        municipality: &Municipality,
        projection: &Projection,
        is_scenario: bool,
        language: Language,
    ) -> Option<Self> {
        let first = projection.years.values().first()?;
        let last = projection.years.last()?;
        let reach = |result: &YearResult| -> Option<[Decimal; 3]> {
            let [top, left, right] = CORNERS.map(|indicator| reach(municipality, indicator, result));
            Some([top?, left?, right?])
        };
        Some(Self {
            corners: CORNERS.map(|indicator| language.triangle_corner(indicator).to_owned()),
            first: (first.year.to_string(), reach(first)?),
            last: (last.year.to_string(), reach(last)?),
            is_scenario,
        })
    }
}

/// How far a corner reaches: value / limit for a floor, limit / value for a ceiling, 0 to 1.4.
fn reach(municipality: &Municipality, indicator: Indicator, result: &YearResult) -> Option<Decimal> {
    let rule = municipality.rule_for(indicator)?;
    let value = result.ratio(indicator)?.value();
    let limit = rule.limit.value();
    let reach = match rule.requirement {
        Requirement::AtLeast => value.checked_div(limit)?,
        Requirement::AtMost | Requirement::Below => limit.checked_div(value).unwrap_or(dec!(1.4)),
    };
    Some(reach.clamp(Decimal::ZERO, dec!(1.4)))
}

/// Where the corners are from the centre, a third of a turn apart: how far right, and how far up. Written out, since
/// sine and cosine for any angle are 7 kB of program.
const DIRECTIONS: [[f64; 2]; 3] = {
    const HALF_ROOT_OF_THREE: f64 = 0.866_025_403_784_438_6;
    [[0.0, 1.0], [-HALF_ROOT_OF_THREE, -0.5], [HALF_ROOT_OF_THREE, -0.5]]
};

/// Draws the triangle on a surface. `scale` is device pixels per CSS pixel.
///
/// # Errors
/// When the backend refuses to draw.
pub fn draw_triangle<DB: DrawingBackend>(
    surface: &Surface<DB>,
    model: &TriangleModel,
    scale: f64,
) -> Result<(), ChartError> {
    let (width, height) = surface.dim_in_pixel();
    let centre = (f64::from(width) / 2.0, f64::from(height) * 0.6);
    let radius = (f64::from(height) * 0.36).min(f64::from(width) * 0.3);
    let at = |corner: usize, reach: f64| {
        // From the top, against the clock: result up, fund left, debt right.
        let [right, up] = DIRECTIONS.get(corner).copied().unwrap_or_default();
        (centre.0 + right * radius * reach, centre.1 - up * radius * reach)
    };
    let outline = |reaches: [f64; 3]| {
        let corners: Vec<_> = (0..).zip(reaches).map(|(corner, reach)| at(corner, reach)).collect();
        corners.into_iter().map(|(x, y)| point(x, y)).collect::<Vec<_>>()
    };
    surface.fill(&palette::GROUND).map_err(ChartError::from_backend)?;
    put(surface, Polygon::new(outline([1.0; 3]), palette::ALLOWED_AREA.filled()))?;
    put(
        surface,
        PathElement::new(closed(outline([1.0; 3])), palette::ALLOWED.stroke_width(stroke(1.0, scale))),
    )?;
    let colour = if model.is_scenario { palette::SCENARIO } else { palette::INK };
    put(
        surface,
        PathElement::new(closed(outline(model.first.1.map(float))), colour.stroke_width(stroke(1.2, scale))),
    )?;
    put(surface, Polygon::new(outline(model.last.1.map(float)), colour.mix(0.18).filled()))?;
    put(
        surface,
        PathElement::new(closed(outline(model.last.1.map(float))), colour.stroke_width(stroke(2.8, scale))),
    )?;
    corner_names(surface, model, at, scale)?;
    legend(surface, model, colour, scale)
}

/// Places each name outside the farthest point of its corner, inside the picture.
fn corner_names<DB: DrawingBackend>(
    surface: &Surface<DB>,
    model: &TriangleModel,
    at: impl Fn(usize, f64) -> (f64, f64),
    scale: f64,
) -> Result<(), ChartError> {
    let reaches = model.first.1.into_iter().zip(model.last.1);
    for ((corner, name), (first, last)) in (0..).zip(&model.corners).zip(reaches) {
        // Outside the rules' own triangle too, which reaches to one.
        let (x, y) = at(corner, float(first.max(last)).max(1.0));
        let y = (y + if corner == 0 { -10.0 } else { 11.0 } * scale).max(6.0 * scale);
        let label = Label { size: 12.0, bold: false, colour: palette::MUTED, anchor: HPos::Center };
        label.put(surface, name, point(x, y), scale)?;
    }
    Ok(())
}

fn legend<DB: DrawingBackend>(
    surface: &Surface<DB>,
    model: &TriangleModel,
    colour: RGBColor,
    scale: f64,
) -> Result<(), ChartError> {
    for (row, (year, width)) in (0_i32..).zip([(&model.first.0, 1.2), (&model.last.0, 2.8)]) {
        let y = (9.0 + f64::from(row) * 15.0) * scale;
        let line = vec![point(2.0 * scale, y), point(18.0 * scale, y)];
        put(surface, PathElement::new(line, colour.stroke_width(stroke(width, scale))))?;
        let label = Label { size: 12.0, bold: row > 0, colour, anchor: HPos::Left };
        label.put(surface, year, point(23.0 * scale, y), scale)?;
    }
    Ok(())
}

fn closed(mut corners: Vec<(i32, i32)>) -> Vec<(i32, i32)> {
    corners.extend(corners.first().copied());
    corners
}

fn stroke(css: f64, scale: f64) -> u32 {
    point(css * scale, 0.0).0.unsigned_abs().max(1)
}
