//! Flaten: where years and values are on a surface.

use super::ChartModel;
use super::pixel::float;

/// Lower than this, CSS pixels, a chart is a thumbnail: the curve and the rule, without words.
const THUMBNAIL: f64 = 110.0;
/// A plot lower than this has only the values at the ends of its lines; their names are in the legend.
const LOW: f64 = 165.0;

/// How much larger than on a laptop texts and lines are drawn: a large chart is read from a distance.
#[must_use]
pub(super) fn reading_distance(width: f64) -> f64 {
    (width / 330.0).clamp(1.0, 1.35)
}

/// How far the first year is from the left of a chart, and the last from the right, CSS pixels.
#[must_use]
pub fn plot_margins(size: (i32, i32), has_rule: bool) -> [f64; 2] {
    let (width, height) = (f64::from(size.0), f64::from(size.1));
    let scale = reading_distance(width);
    let [left, right, ..] = margins(height, has_rule, scale).0;
    [left * scale, right * scale]
}

/// The margins at the left, the right, the top and the bottom, and whether names have no room in the plot.
fn margins(height: f64, has_rule: bool, scale: f64) -> ([f64; 4], bool) {
    if height < THUMBNAIL * scale {
        return ([3.0, 7.0, 7.0, 7.0], true);
    }
    let under = if has_rule { 42.0 } else { 24.0 };
    let is_low = height - (22.0 + under) * scale < LOW * scale;
    ([34.0, if is_low { 60.0 } else { 18.0 }, 22.0, under], is_low)
}

/// Where years and values are on the surface, device pixels.
pub(super) struct Frame {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    /// True for a thumbnail.
    pub(super) is_thumbnail: bool,
    /// True where names have no room inside the plot.
    pub(super) is_low: bool,
    min: f64,
    max: f64,
    steps: f64,
}

impl Frame {
    pub(super) fn new((width, height): (u32, u32), model: &ChartModel, scale: f64) -> Self {
        let (width, height) = (f64::from(width), f64::from(height));
        let is_thumbnail = height < THUMBNAIL * scale;
        let ([left, right, top, bottom], is_low) = margins(height, model.rule.is_some(), scale);
        Self {
            left: left * scale,
            right: width - right * scale,
            top: top * scale,
            bottom: height - bottom * scale,
            is_thumbnail,
            is_low,
            min: float(model.axis.min),
            max: float(model.axis.max),
            steps: f64::from(u32::try_from(model.year_count().saturating_sub(1)).unwrap_or(1).max(1)),
        }
    }

    /// Where a year is, from the left.
    pub(super) fn x(&self, index: usize) -> f64 {
        self.left + (self.right - self.left) * f64::from(u32::try_from(index).unwrap_or(0)) / self.steps
    }

    /// From year to year.
    pub(super) fn step(&self) -> f64 {
        (self.right - self.left) / self.steps
    }

    /// Where a value is, from the top. A value beyond the axis is at its end.
    pub(super) fn y(&self, value: f64) -> f64 {
        let range = (self.max - self.min).max(f64::EPSILON);
        let y = self.bottom - (self.bottom - self.top) * (value - self.min) / range;
        y.clamp(self.top - 4.0, self.bottom + 4.0)
    }
}
