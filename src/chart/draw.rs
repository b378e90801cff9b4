//! The drawing of a rule chart, the same on every backend.

use super::frame::Frame;
use super::labels::{Area, Placing, ROW, SIZE, rows_of, width_of};
use super::pixel::{Point, float, point, whole};
use super::{ChartError, ChartModel, Line, LineRole, RuleMark, palette};
use crate::model::order::in_order;
use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use rust_decimal::Decimal;

/// A drawing surface in device pixels.
pub(super) type Surface<DB> = DrawingArea<DB, Shift>;

/// Draws a rule chart on a surface. `scale` is device pixels per CSS pixel; it sizes text and lines.
///
/// A low surface is a thumbnail: the curve, the rule and what is between them, without words.
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
    if !pen.frame.is_thumbnail {
        pen.grid(model)?;
    }
    if let Some((rule, front)) = model.rule.as_ref().zip(model.lines.last()) {
        pen.breaches(front, rule)?;
        pen.rule(rule)?;
    }
    if !pen.frame.is_thumbnail {
        pen.cursor(model)?;
    }
    for line in &model.lines {
        pen.line(line, model)?;
    }
    if pen.frame.is_thumbnail {
        return Ok(());
    }
    if let Some(rule) = &model.rule {
        pen.marks(rule, model)?;
    }
    pen.labels(model)
}

pub(super) struct Pen<'a, DB: DrawingBackend> {
    pub(super) surface: &'a Surface<DB>,
    pub(super) scale: f64,
    pub(super) frame: Frame,
}

impl<DB: DrawingBackend> Pen<'_, DB> {
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
            let top = self.frame.top - 18.0 * self.scale;
            self.path(&[point(x, top), point(x, self.frame.bottom)], palette::MARK, 1.0)?;
            self.parts(model, x)?;
        }
        self.year_labels(model)
    }

    /// What stands in the document, and what is computed further, on each side of where it ends.
    fn parts(&self, model: &ChartModel, x: f64) -> Result<(), ChartError> {
        let y = self.frame.top - 12.0 * self.scale;
        let [printed, extended] = &model.parts;
        let air = 5.0 * self.scale;
        if width_of(printed, 12.0, self.scale) < x - air {
            self.text(printed, point(x - air, y), &Label::axis(HPos::Right))?;
        }
        if width_of(extended, 12.0, self.scale) < self.frame.right - x {
            self.text(extended, point(x + air, y), &Label::axis(HPos::Left))?;
        }
        Ok(())
    }

    fn year_labels(&self, model: &ChartModel) -> Result<(), ChartError> {
        let last = model.year_count().saturating_sub(1);
        let room = width_of("2034", 12.0, self.scale) * 1.5 / self.frame.step().max(1.0);
        let every = [1_u8, 2, 3, 4, 5].into_iter().find(|every| f64::from(*every) >= room).unwrap_or(6);
        let chosen = model.cursor_index();
        let near = |index: usize, other: usize| index.abs_diff(other) < usize::from(every);
        for (year, index) in model.first_year.span(last + 1).zip(0..) {
            let is_chosen = chosen == Some(index);
            let is_regular = index == last || index % usize::from(every) == 0 && !near(index, last);
            if is_chosen || is_regular && !chosen.is_some_and(|other| near(index, other)) {
                let at = point(self.frame.x(index), self.frame.bottom + 13.0 * self.scale);
                let colour = if is_chosen { palette::INK } else { palette::MUTED };
                let label = Label { bold: is_chosen, colour, ..Label::axis(HPos::Center) };
                self.text(&year.to_string(), at, &label)?;
            }
        }
        Ok(())
    }

    fn cursor(&self, model: &ChartModel) -> Result<(), ChartError> {
        let Some(index) = model.cursor_index() else { return Ok(()) };
        let x = self.frame.x(index);
        self.path(&[point(x, self.frame.top), point(x, self.frame.bottom)], palette::INK, 1.0)
    }

    /// A dotted line. The dots are short strokes: no backend has a dot pattern.
    fn rule(&self, rule: &RuleMark) -> Result<(), ChartError> {
        let y = self.frame.y(float(rule.limit));
        let dot = 2.0 * self.scale;
        let mut x = self.frame.left;
        while x < self.frame.right {
            let end = (x + dot).min(self.frame.right);
            self.path(&[point(x, y), point(end, y)], palette::RULE, 1.6)?;
            x += dot * 2.2;
        }
        Ok(())
    }

    fn line(&self, line: &Line, model: &ChartModel) -> Result<(), ChartError> {
        let colour = palette::of(line.role);
        let is_front = model.lines.last().is_some_and(|front| front == line);
        // The plan in another world is thin behind an alternative, and thick where it is what is shown.
        let own = if is_front { palette::width(line.role).max(2.6) } else { palette::width(line.role) };
        let width = own * if self.frame.is_thumbnail { 0.8 } else { 1.0 };
        let mut stretch: Vec<Point> = Vec::new();
        for (value, index) in line.values.iter().zip(0..) {
            if let Some(value) = value {
                stretch.push(point(self.frame.x(index), self.frame.y(float(*value))));
            } else {
                self.path(&stretch, colour, width)?;
                stretch.clear();
            }
        }
        self.path(&stretch, colour, width)?;
        if matches!(line.role, LineRole::Path | LineRole::Future) {
            return Ok(());
        }
        let cursor = model.cursor_index().filter(|_| !self.frame.is_thumbnail);
        let last = line.values.len().saturating_sub(1);
        for index in [Some(last), cursor].into_iter().flatten() {
            if let Some(Some(value)) = line.values.get(index) {
                let at = point(self.frame.x(index), self.frame.y(float(*value)));
                let (outer, inner) = if cursor == Some(index) { (5.0, 2.6) } else { (4.5, 3.4) };
                let (ring, core) =
                    if cursor == Some(index) { (colour, palette::GROUND) } else { (palette::GROUND, colour) };
                put(self.surface, Circle::new(at, self.pixels(outer), ring.filled()))?;
                put(self.surface, Circle::new(at, self.pixels(inner), core.filled()))?;
            }
        }
        Ok(())
    }

    /// The text of the rule, and name and value of each line near its end; the most important first.
    fn labels(&self, model: &ChartModel) -> Result<(), ChartError> {
        let mut placing = Placing::new(&self.frame, model, self.scale);
        if let Some(rule) = &model.rule
            && let Some(area) = placing.rule(&rule.text, rule.limit, rule.wrong_above)
        {
            self.rows(std::slice::from_ref(&rule.text), &area, palette::RULE, true)?;
        }
        if self.frame.is_low {
            return self.end_values(model);
        }
        let room = (self.frame.right - self.frame.left) * 0.62;
        for line in model.lines.iter().rev().filter(|line| !line.name.is_empty()) {
            let Some(Some(value)) = line.values.last() else { continue };
            let written = model.unit.write(*value, model.language);
            let rows = rows_of(&line.name, &written, room, self.scale);
            let area = placing.end_of(&rows, *value);
            self.rows(&rows, &area, palette::text_of(line.role), palette::is_bold(line.role))?;
        }
        Ok(())
    }

    /// Rows of text that end at the right of an area.
    fn rows(&self, rows: &[String], area: &Area, colour: RGBColor, bold: bool) -> Result<(), ChartError> {
        let label = Label { size: SIZE, bold, colour, anchor: HPos::Right };
        let mut y = area.top + ROW / 2.0 * self.scale;
        for row in rows {
            self.text(row, point(area.right, y), &label)?;
            y += ROW * self.scale;
        }
        Ok(())
    }

    /// Only the value at the end of each line, in the margin, pushed apart so that none covers another.
    fn end_values(&self, model: &ChartModel) -> Result<(), ChartError> {
        let named = model.lines.iter().filter(|line| !line.name.is_empty());
        let ends = named.filter_map(|line| {
            let value = (*line.values.last()?)?;
            Some((self.frame.y(float(value)), line, value))
        });
        let ends: Vec<(f64, &Line, Decimal)> = in_order(ends, |one, other| one.0 < other.0);
        let half = ROW / 2.0 * self.scale;
        let wanted: Vec<f64> = ends.iter().map(|(y, ..)| *y - half).collect();
        let tops = spread(&wanted, 2.0 * half, self.frame.top - half, self.frame.bottom + half);
        for ((_, line, value), top) in ends.into_iter().zip(tops) {
            let label =
                Label { size: SIZE, bold: true, colour: palette::text_of(line.role), anchor: HPos::Left };
            let at = point(self.frame.right + 8.0 * self.scale, top + half);
            self.text(&model.unit.write(value, model.language), at, &label)?;
        }
        Ok(())
    }

    pub(super) fn path(&self, points: &[Point], colour: RGBColor, width: f64) -> Result<(), ChartError> {
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
        Self { size: 12.0, bold: false, colour: palette::MUTED, anchor }
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
fn spread(wanted: &[f64], height: f64, top: f64, bottom: f64) -> Vec<f64> {
    let mut free = top;
    let mut tops: Vec<f64> = Vec::with_capacity(wanted.len());
    for place in wanted {
        let place = place.max(free);
        tops.push(place);
        free = place + height;
    }
    let mut floor = bottom;
    for place in tops.iter_mut().rev() {
        *place = place.min(floor - height);
        floor = *place;
    }
    tops
}
