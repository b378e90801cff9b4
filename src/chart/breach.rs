//! Brudd: the hatching between a curve and its rule, and a mark for each year.

use super::draw::{Pen, put};
use super::pixel::{Point, float, point};
use super::{ChartError, ChartModel, Line, RuleMark, palette};
use plotters::prelude::*;

/// From stripe to stripe, CSS pixels.
const STRIPE: f64 = 7.0;

/// A corner of an area, device pixels.
type Corner = (f64, f64);

impl<DB: DrawingBackend> Pen<'_, DB> {
    /// The area between a line and the rule, where the rule is broken and only there.
    pub(super) fn breaches(&self, line: &Line, rule: &RuleMark) -> Result<(), ChartError> {
        let limit = self.frame.y(float(rule.limit));
        for (pair, index) in line.values.windows(2).zip(0..) {
            let [Some(from), Some(to)] = pair else { continue };
            let ends = [
                (self.frame.x(index), self.frame.y(float(*from))),
                (self.frame.x(index + 1), self.frame.y(float(*to))),
            ];
            let broken = [rule.is_broken_by(*from), rule.is_broken_by(*to)];
            self.hatched(&wedge(ends, broken, limit))?;
        }
        Ok(())
    }

    fn hatched(&self, corners: &[Corner]) -> Result<(), ChartError> {
        if corners.len() < 3 {
            return Ok(());
        }
        let outline: Vec<Point> = corners.iter().map(|(x, y)| point(*x, *y)).collect();
        put(self.surface, Polygon::new(outline, palette::BREACH.filled()))?;
        let along = |(x, y): &Corner| x + y;
        let low = corners.iter().map(along).fold(f64::INFINITY, f64::min);
        let high = corners.iter().map(along).fold(f64::NEG_INFINITY, f64::max);
        let step = STRIPE * self.scale * std::f64::consts::SQRT_2;
        let mut at = (low / step).ceil() * step;
        while at < high {
            self.path(&cut(corners, at), palette::BREACH_STRIPE, 1.0)?;
            at += step;
        }
        Ok(())
    }

    /// A mark under each year: a circle with a tick, an octagon with a cross, or a short line where the rule
    /// cannot be measured.
    pub(super) fn marks(&self, rule: &RuleMark, model: &ChartModel) -> Result<(), ChartError> {
        let Some(line) = model.lines.last() else { return Ok(()) };
        let y = self.frame.bottom + 31.0 * self.scale;
        let radius = (6.6 * self.scale).min(self.frame.step() * 0.44);
        for (value, index) in line.values.iter().zip(0..) {
            let at = (self.frame.x(index), y);
            match value.map(|value| rule.is_broken_by(value)) {
                Some(true) => self.broken_mark(at, radius)?,
                Some(false) => self.kept_mark(at, radius)?,
                None => self.path(
                    &[point(at.0 - radius / 2.0, y), point(at.0 + radius / 2.0, y)],
                    palette::MUTED,
                    1.4,
                )?,
            }
        }
        Ok(())
    }

    fn broken_mark(&self, (x, y): Corner, radius: f64) -> Result<(), ChartError> {
        let corners = OCTAGON.iter().map(|[right, down]| point(x + right * radius, y + down * radius));
        put(self.surface, Polygon::new(corners.collect::<Vec<_>>(), palette::RULE.filled()))?;
        let arm = radius * 0.42;
        self.path(&[point(x - arm, y - arm), point(x + arm, y + arm)], palette::GROUND, 1.5)?;
        self.path(&[point(x - arm, y + arm), point(x + arm, y - arm)], palette::GROUND, 1.5)
    }

    fn kept_mark(&self, (x, y): Corner, radius: f64) -> Result<(), ChartError> {
        put(self.surface, Circle::new(point(x, y), point(radius, 0.0).0, palette::HOLDS.filled()))?;
        let tick = [(-0.42, 0.04), (-0.1, 0.34), (0.44, -0.3)];
        let tick: Vec<Point> = tick.iter().map(|(dx, dy)| point(x + dx * radius, y + dy * radius)).collect();
        self.path(&tick, palette::GROUND, 1.5)
    }
}

/// The corners of a sign of eight sides, from its centre. Written out, since sine and cosine of any angle are 7 kB of
/// program.
const OCTAGON: [[f64; 2]; 8] = {
    const LONG: f64 = 0.923_879_532_511_286_7;
    const SHORT: f64 = 0.382_683_432_365_089_8;
    [
        [LONG, SHORT],
        [SHORT, LONG],
        [-SHORT, LONG],
        [-LONG, SHORT],
        [-LONG, -SHORT],
        [-SHORT, -LONG],
        [SHORT, -LONG],
        [LONG, -SHORT],
    ]
};

/// The area between a stretch of a curve and the limit, from the first year to the next, as far as the rule
/// is broken; nothing where it is kept.
fn wedge([from, to]: [Corner; 2], broken: [bool; 2], limit: f64) -> Vec<Corner> {
    let crossing = || {
        let share = (limit - from.1) / (to.1 - from.1);
        (from.0 + (to.0 - from.0) * share, limit)
    };
    match broken {
        [true, true] => vec![from, to, (to.0, limit), (from.0, limit)],
        [true, false] => vec![from, crossing(), (from.0, limit)],
        [false, true] => vec![crossing(), to, (to.0, limit)],
        [false, false] => Vec::new(),
    }
}

/// Where a stripe, all points of which have the same sum of their coordinates, enters and leaves an area.
fn cut(corners: &[Corner], at: f64) -> Vec<Point> {
    let next = corners.iter().cycle().skip(1);
    let crossed = corners.iter().zip(next).filter_map(|(one, other)| {
        let (from, to) = (one.0 + one.1 - at, other.0 + other.1 - at);
        if (from < 0.0) == (to < 0.0) {
            return None;
        }
        let share = from / (from - to);
        Some(point(one.0 + (other.0 - one.0) * share, one.1 + (other.1 - one.1) * share))
    });
    crossed.take(2).collect()
}
