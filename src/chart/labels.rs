//! Merkelapper: where the texts of a chart are placed, so that none crosses a curve, the rule or another.

use super::frame::Frame;
use super::pixel::float;
use super::{ChartModel, Line};
use rust_decimal::Decimal;

/// From row to row of a label, CSS pixels.
pub(super) const ROW: f64 = 14.0;
/// The size of the text of a label, CSS pixels.
pub(super) const SIZE: f64 = 12.0;
/// How far a label may be moved from the end of its line, in steps of half a row.
const STEPS: u32 = 60;

/// A box on the surface, device pixels.
#[derive(Clone, Copy)]
pub(super) struct Area {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

impl Area {
    fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// The width of a text, device pixels. Measured by count: no backend measures without touching the page.
pub(super) fn width_of(text: &str, size: f64, scale: f64) -> f64 {
    let letters: f64 = text
        .chars()
        .map(|letter| match letter {
            'i' | 'l' | 'j' | 'f' | 't' | 'r' | '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' => 0.34,
            'm' | 'w' | 'M' | 'W' | '%' => 0.9,
            '0'..='9' => 0.63,
            _ => 0.58,
        })
        .sum();
    letters * size * scale
}

/// Places texts one after another; each avoids what is there already.
pub(super) struct Placing<'a> {
    frame: &'a Frame,
    model: &'a ChartModel,
    scale: f64,
    taken: Vec<Area>,
}

impl<'a> Placing<'a> {
    pub(super) fn new(frame: &'a Frame, model: &'a ChartModel, scale: f64) -> Self {
        Self { frame, model, scale, taken: Vec::new() }
    }

    /// Where the text of the rule is: over or under its line, at the left or the right; nothing where each
    /// of these would cross a curve of a low plot.
    pub(super) fn rule(&mut self, text: &str, limit: Decimal, wrong_above: bool) -> Option<Area> {
        let (width, height) = (width_of(text, SIZE, self.scale), ROW * self.scale);
        let (frame, air) = (self.frame, 4.0 * self.scale);
        let line = frame.y(float(limit));
        let over = [line - height - 1.0 * self.scale, line + 3.0 * self.scale];
        let tops = if wrong_above { [over[1], over[0]] } else { over };
        let lefts = [frame.left + air, frame.right - air - width];
        let places = tops.into_iter().flat_map(|top| lefts.map(|left| (top, left)));
        let areas = places.map(|(top, left)| Area { left, right: left + width, top, bottom: top + height });
        let (area, cost) = self.take_best(areas, |_| 0.0);
        (!self.frame.is_low || cost < 3.0).then_some(area)
    }

    /// Where the label of a line is: near its end, at the right.
    pub(super) fn end_of(&mut self, rows: &[String], value: Decimal) -> Area {
        let width = rows.iter().map(|row| width_of(row, SIZE, self.scale)).fold(0.0, f64::max);
        let height = ROW * self.scale * f64::from(u32::try_from(rows.len()).unwrap_or(1));
        let end = self.frame.y(float(value));
        let right = self.frame.right;
        let half = ROW / 2.0 * self.scale;
        let areas = (1..=STEPS).flat_map(|step| {
            let away = half * f64::from(step);
            [end - away - height, end + away].map(|top| Area {
                left: right - width,
                right,
                top,
                bottom: top + height,
            })
        });
        // What is between a label and the end of its line makes it look like the label of something else.
        let ends =
            self.model.lines.iter().filter_map(|line| Some(self.frame.y(float((*line.values.last()?)?))));
        let rule = self.model.rule.as_ref().map(|rule| self.frame.y(float(rule.limit)));
        let others: Vec<f64> = ends.chain(rule).filter(|other| (other - end).abs() > 1.0).collect();
        let height = (self.frame.bottom - self.frame.top).max(1.0);
        let far = move |area: &Area| {
            let middle = f64::midpoint(area.top, area.bottom);
            let (low, high) = (middle.min(end), middle.max(end));
            let between = others.iter().filter(|other| **other > low && **other < high).count();
            let between = f64::from(u32::try_from(between).unwrap_or(u32::MAX));
            5.0 * (middle - end).abs() / height + 2.5 * between
        };
        self.take_best(areas, far).0
    }

    fn take_best(&mut self, areas: impl Iterator<Item = Area>, cost: impl Fn(&Area) -> f64) -> (Area, f64) {
        let mut best = Area { left: 0.0, right: 0.0, top: 0.0, bottom: 0.0 };
        let mut least = f64::INFINITY;
        for area in areas {
            let cost = cost(&area) + self.cost(&area);
            if cost < least {
                (best, least) = (area, cost);
            }
        }
        self.taken.push(best);
        (best, least)
    }

    /// How bad a place is; infinite outside the plot.
    fn cost(&self, area: &Area) -> f64 {
        let frame = self.frame;
        if area.top < frame.top - 2.0 * self.scale || area.bottom > frame.bottom {
            return f64::INFINITY;
        }
        let texts = self.taken.iter().filter(|other| other.overlaps(area)).count();
        let rule = self.model.rule.as_ref().is_some_and(|rule| {
            let line = frame.y(float(rule.limit));
            line > area.top && line < area.bottom
        });
        let cursor = self.model.cursor_index().map(|index| frame.x(index));
        let cursor = cursor.is_some_and(|x| x > area.left && x < area.right);
        let crossed: u32 = self.model.lines.iter().map(|line| self.crossings(line, area)).sum();
        let texts = f64::from(u32::try_from(texts).unwrap_or(u32::MAX));
        20.0 * texts
            + 3.0 * f64::from(crossed)
            + 3.0 * f64::from(u8::from(rule))
            + 0.2 * f64::from(u8::from(cursor))
    }

    /// How many stretches of a line, each from a year to the next, cross an area.
    fn crossings(&self, line: &Line, area: &Area) -> u32 {
        let mut crossed = 0;
        for (pair, index) in line.values.windows(2).zip(0..) {
            if let [Some(from), Some(to)] = pair {
                let ends = [
                    (self.frame.x(index), self.frame.y(float(*from))),
                    (self.frame.x(index + 1), self.frame.y(float(*to))),
                ];
                crossed += u32::from(crosses(ends, area));
            }
        }
        crossed
    }
}

/// True when a straight stretch has a point inside an area.
fn crosses([(x0, y0), (x1, y1)]: [(f64, f64); 2], area: &Area) -> bool {
    let (left, right) = (x0.max(area.left), x1.min(area.right));
    if left > right {
        return false;
    }
    let at = |x: f64| y0 + (y1 - y0) * (x - x0) / (x1 - x0).max(f64::EPSILON);
    let (one, other) = (at(left), at(right));
    one.min(other) < area.bottom && one.max(other) > area.top
}

/// A name and its value in one row, or in two where the plot is too narrow for one.
pub(super) fn rows_of(name: &str, value: &str, room: f64, scale: f64) -> Vec<String> {
    let whole = format!("{name} {value}");
    if width_of(&whole, SIZE, scale) <= room {
        return vec![whole];
    }
    // Halved at the space nearest the middle.
    let middle = whole.len() / 2;
    let spaces = whole.char_indices().filter(|(_, letter)| *letter == ' ').map(|(at, _)| at);
    match spaces.min_by_key(|at| at.abs_diff(middle)) {
        Some(at) => {
            let (first, second) = whole.split_at(at);
            vec![first.to_owned(), second.trim_start().to_owned()]
        }
        None => vec![whole],
    }
}
