//! The drawing of a rule chart, the same on every backend.

use super::{ChartError, ChartModel, Line, LineRole, RuleMark, palette};
use crate::model::order::in_order;
use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A drawing surface in device pixels.
pub(super) type Surface<DB> = DrawingArea<DB, Shift>;

/// From row to row of a name at a line's end, CSS pixels.
const ROW: f64 = 11.5;

/// A point in device pixels.
type Point = (i32, i32);

/// Draws a rule chart on a surface. `scale` is device pixels per CSS pixel; it sizes text and lines.
///
/// # Errors
/// When the backend refuses to draw.
pub fn draw<DB: DrawingBackend>(
    surface: &Surface<DB>,
    model: &ChartModel,
    scale: f64,
) -> Result<(), ChartError> {
    let pen = Pen { surface, scale, frame: Frame::new(surface.dim_in_pixel(), model, scale) };
    pen.surface.fill(&palette::GROUND).map_err(ChartError::from_backend)?;
    if let Some(rule) = &model.rule {
        pen.wrong_side(rule)?;
    }
    pen.grid(model)?;
    if let Some(rule) = &model.rule {
        pen.rule(rule, model)?;
    }
    for line in &model.lines {
        pen.line(line, model)?;
    }
    pen.end_labels(model)
}

/// Where years and values are on the surface.
struct Frame {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    min: f64,
    max: f64,
    steps: f64,
}

impl Frame {
    fn new((width, height): (u32, u32), model: &ChartModel, scale: f64) -> Self {
        // The end labels need room for the longest name.
        let rows = model.lines.iter().flat_map(|line| line.name.split('\n'));
        let longest = rows.map(|row| row.chars().count()).max().unwrap_or(0);
        let label_room = (14.0 + f64::from(u32::try_from(longest).unwrap_or(0)) * 5.6).clamp(70.0, 136.0);
        Self {
            left: 34.0 * scale,
            right: f64::from(width) - label_room * scale,
            top: 10.0 * scale,
            bottom: f64::from(height) - 24.0 * scale,
            min: float(model.axis.min),
            max: float(model.axis.max),
            steps: f64::from(u32::try_from(model.year_count().saturating_sub(1)).unwrap_or(1).max(1)),
        }
    }

    fn x(&self, index: usize) -> f64 {
        self.left + (self.right - self.left) * f64::from(u32::try_from(index).unwrap_or(0)) / self.steps
    }

    fn y(&self, value: f64) -> f64 {
        let range = (self.max - self.min).max(f64::EPSILON);
        self.bottom - (self.bottom - self.top) * (value - self.min) / range
    }

    /// Where the text of a rule is placed inside the plot: on the side of its line that is not wrong or on the
    /// other, at the left or the right; the first place of those that the curves cover least. What it says
    /// after its first word must do where the whole has no room, or none that is free.
    fn place_of<'t>(&self, rule: &'t RuleMark, model: &ChartModel, scale: f64) -> (&'t str, Point) {
        let whole = rule.text.as_str();
        let short = whole.split_once(' ').map_or("", |(_, short)| short);
        let air = 4.0 * scale;
        let cursor = model.cursor_index().map_or(0.0, |index| self.x(index));
        let mut best = ("", (0, 0));
        let mut least = u32::MAX;
        for place in 0..8 {
            let text = if place < 4 { whole } else { short };
            let width = f64::from(u32::try_from(text.chars().count()).unwrap_or(0)) * 5.4 * scale;
            let is_under = (place & 2 != 0) != rule.wrong_above;
            let y = self.y(float(rule.limit)) + if is_under { 10.0 } else { -9.0 } * scale;
            let x = if place & 1 == 0 { self.left + air } else { self.right - air - width };
            let is_inside = x >= self.left
                && x + width <= self.right
                && y >= self.top - 5.0 * scale
                && y <= self.bottom - air;
            let mut covered = 2 * self.covered(model, (x, x + width), (y - 7.0 * scale, y + 7.0 * scale));
            // The thin line of the year that is looked at is no worse than to leave out a word.
            covered += u32::from(cursor > x && cursor < x + width) + u32::from(place > 3);
            if is_inside && covered < least {
                (best, least) = ((text, point(x, y)), covered);
            }
        }
        best
    }

    /// How many stretches of the curves, each from a year to the next, cross a part of the plot.
    fn covered(&self, model: &ChartModel, across: (f64, f64), down: (f64, f64)) -> u32 {
        let mut covered = 0;
        for line in &model.lines {
            for (pair, index) in line.values.windows(2).zip(0..) {
                if let [Some(from), Some(to)] = pair
                    && self.x(index) < across.1
                    && self.x(index + 1) > across.0
                {
                    let (from, to) = (self.y(float(*from)), self.y(float(*to)));
                    let is_above = from < down.0 && to < down.0;
                    let is_under = from > down.1 && to > down.1;
                    covered += u32::from(!is_above && !is_under);
                }
            }
        }
        covered
    }
}

struct Pen<'a, DB: DrawingBackend> {
    surface: &'a Surface<DB>,
    scale: f64,
    frame: Frame,
}

impl<DB: DrawingBackend> Pen<'_, DB> {
    fn wrong_side(&self, rule: &RuleMark) -> Result<(), ChartError> {
        let limit = self.frame.y(float(rule.limit)).clamp(self.frame.top, self.frame.bottom);
        let (top, bottom) =
            if rule.wrong_above { (self.frame.top, limit) } else { (limit, self.frame.bottom) };
        let corners = [point(self.frame.left, top), point(self.frame.right, bottom)];
        put(self.surface, Rectangle::new(corners, palette::WRONG_SIDE.filled()))
    }

    fn grid(&self, model: &ChartModel) -> Result<(), ChartError> {
        for tick in model.axis.ticks() {
            let y = self.frame.y(float(tick));
            let colour = if tick.is_zero() { palette::MARK } else { palette::GRID };
            self.path(&[point(self.frame.left, y), point(self.frame.right, y)], colour, 1.0)?;
            let label = model.language.number(tick, model.axis.decimals());
            self.text(&label, point(self.frame.left - 6.0 * self.scale, y), &Label::axis(HPos::Right))?;
        }
        let printed = model.printed_until.since(model.first_year);
        if let Ok(index) = usize::try_from(printed)
            && index + 1 < model.year_count()
        {
            let x = f64::midpoint(self.frame.x(index), self.frame.x(index + 1));
            self.path(&[point(x, self.frame.top), point(x, self.frame.bottom)], palette::MARK, 1.0)?;
        }
        if let Some(index) = model.cursor_index() {
            let x = self.frame.x(index);
            self.path(&[point(x, self.frame.top), point(x, self.frame.bottom)], palette::SCENARIO, 1.0)?;
        }
        self.year_labels(model)
    }

    fn year_labels(&self, model: &ChartModel) -> Result<(), ChartError> {
        let last = model.year_count().saturating_sub(1);
        let every = if last > 12 { 4 } else { 3 };
        for (year, index) in model.first_year.span(last + 1).zip(0..) {
            if index % every == 0 || index == last {
                let at = point(self.frame.x(index), self.frame.bottom + 14.0 * self.scale);
                self.text(&year.to_string(), at, &Label::axis(HPos::Center))?;
            }
        }
        Ok(())
    }

    /// A dotted line with its text on it. The dots are short strokes: no backend has a dot pattern.
    fn rule(&self, rule: &RuleMark, model: &ChartModel) -> Result<(), ChartError> {
        let label = Label { size: 10.5, bold: true, colour: palette::RULE, anchor: HPos::Left };
        let y = self.frame.y(float(rule.limit));
        let dot = 2.0 * self.scale;
        let mut x = self.frame.left;
        while x < self.frame.right {
            let end = (x + dot).min(self.frame.right);
            self.path(&[point(x, y), point(end, y)], palette::RULE, 1.6)?;
            x += dot * 2.2;
        }
        let (text, at) = self.frame.place_of(rule, model, self.scale);
        self.text(text, at, &label)
    }

    fn line(&self, line: &Line, model: &ChartModel) -> Result<(), ChartError> {
        let colour = palette::of(line.role);
        let mut stretch: Vec<Point> = Vec::new();
        for (value, index) in line.values.iter().zip(0..) {
            if let Some(value) = value {
                stretch.push(point(self.frame.x(index), self.frame.y(float(*value))));
            } else {
                self.path(&stretch, colour, palette::width(line.role))?;
                stretch.clear();
            }
        }
        self.path(&stretch, colour, palette::width(line.role))?;
        if matches!(line.role, LineRole::Path | LineRole::Future) {
            return Ok(());
        }
        let cursor = model.cursor_index();
        let last = line.values.len().saturating_sub(1);
        for index in [Some(last), cursor].into_iter().flatten() {
            if let Some(Some(value)) = line.values.get(index) {
                let at = point(self.frame.x(index), self.frame.y(float(*value)));
                put(self.surface, Circle::new(at, self.pixels(4.0), palette::GROUND.filled()))?;
                put(self.surface, Circle::new(at, self.pixels(3.0), colour.filled()))?;
            }
        }
        Ok(())
    }

    /// Value and name at the end of each line, pushed apart so that none covers another.
    fn end_labels(&self, model: &ChartModel) -> Result<(), ChartError> {
        let labels = model.lines.iter().filter(|line| !line.name.is_empty()).filter_map(|line| {
            let value = (*line.values.last()?)?;
            Some((self.frame.y(float(value)), line, value))
        });
        let labels: Vec<(f64, &Line, Decimal)> = in_order(labels, |one, other| one.0 < other.0);
        let wanted: Vec<(f64, f64)> =
            labels.iter().map(|(y, line, _)| (*y - 8.0 * self.scale, self.label_height(line))).collect();
        let tops = spread(&wanted, self.frame.top - 8.0 * self.scale, self.frame.bottom + 6.0 * self.scale);
        let x = self.frame.right + 9.0 * self.scale;
        for ((_, line, value), top) in labels.into_iter().zip(tops) {
            let colour = if line.role == LineRole::Path { palette::MUTED } else { palette::of(line.role) };
            let value = model.unit.write(value, model.language);
            let bold = Label { size: 13.0, bold: true, colour, anchor: HPos::Left };
            self.text(&value, point(x, top + 8.0 * self.scale), &bold)?;
            let name =
                Label { size: 10.5, bold: line.role == LineRole::Scenario, colour, anchor: HPos::Left };
            let mut y = top + 21.0 * self.scale;
            for row in line.name.split('\n') {
                self.text(row, point(x, y), &name)?;
                y += ROW * self.scale;
            }
        }
        Ok(())
    }

    fn label_height(&self, line: &Line) -> f64 {
        let rows = u32::try_from(line.name.split('\n').count()).unwrap_or(1);
        (17.0 + ROW * f64::from(rows)) * self.scale
    }

    fn path(&self, points: &[Point], colour: RGBColor, width: f64) -> Result<(), ChartError> {
        if points.len() < 2 {
            return Ok(());
        }
        let style = colour.stroke_width(self.pixels(width).unsigned_abs().max(1));
        put(self.surface, PathElement::new(points.to_vec(), style))
    }

    fn text(&self, text: &str, at: Point, label: &Label) -> Result<(), ChartError> {
        label.put(self.surface, text, at, self.scale)
    }

    fn pixels(&self, css: f64) -> i32 {
        whole(css * self.scale)
    }
}

/// How a text looks.
pub(super) struct Label {
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) colour: RGBColor,
    pub(super) anchor: HPos,
}

impl Label {
    fn axis(anchor: HPos) -> Self {
        Self { size: 11.0, bold: false, colour: palette::MUTED, anchor }
    }

    pub(super) fn put<DB: DrawingBackend>(
        &self,
        surface: &Surface<DB>,
        text: &str,
        at: Point,
        scale: f64,
    ) -> Result<(), ChartError> {
        let weight = if self.bold { FontStyle::Bold } else { FontStyle::Normal };
        let font = FontDesc::new(FontFamily::Name("Inter, sans-serif"), self.size * scale, weight);
        let style = TextStyle::from(font).color(&self.colour).pos(Pos::new(self.anchor, VPos::Center));
        surface.draw_text(text, &style, at).map_err(ChartError::from_backend)
    }
}

/// Puts one element on a surface.
pub(super) fn put<'a, DB: DrawingBackend, E>(surface: &Surface<DB>, element: E) -> Result<(), ChartError>
where
    for<'b> &'b E: plotters::element::PointCollection<'b, Point>,
    E: plotters::element::Drawable<DB> + 'a,
{
    surface.draw(&element).map_err(ChartError::from_backend)
}

/// Moves sorted places apart so that each has its height, within bounds where there is room.
fn spread(wanted: &[(f64, f64)], top: f64, bottom: f64) -> Vec<f64> {
    let mut free = top;
    let mut tops: Vec<f64> = Vec::with_capacity(wanted.len());
    for (place, height) in wanted {
        let place = place.max(free);
        tops.push(place);
        free = place + height;
    }
    let mut floor = bottom;
    for (place, (_, height)) in tops.iter_mut().zip(wanted).rev() {
        *place = place.min(floor - height);
        floor = *place;
    }
    tops
}

/// Charts are pictures: here, and only here, a decimal becomes a float.
pub(super) fn float(value: Decimal) -> f64 {
    value.to_f64().unwrap_or_default()
}

pub(super) fn point(x: f64, y: f64) -> Point {
    (whole(x), whole(y))
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "a float cast to an integer saturates; a pixel is far inside"
)]
fn whole(value: f64) -> i32 {
    value.round() as i32
}
