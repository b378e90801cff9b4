//! Verdiaksen: fixed by the plan and the rule, and longer only when a scenario needs it.

use super::{ChartUnit, Line, LineRole, RuleMark};
use rust_decimal::{Decimal, dec};

/// A value axis with evenly spaced ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The lowest value, a whole number of steps.
    pub min: Decimal,
    /// The highest value, a whole number of steps.
    pub max: Decimal,
    /// From tick to tick.
    pub step: Decimal,
}

impl Axis {
    /// The axis of the plan and the rule, stretched by whole steps when another line needs more room.
    ///
    /// So the axis does not change while a lever is moved a little, and never cuts a line.
    #[must_use]
    pub fn fitting(lines: &[Line], rule: Option<&RuleMark>, unit: ChartUnit) -> Self {
        // What must be at least something is read against nothing at all; so are kroner.
        let is_floor = rule.is_some_and(|mark| !mark.wrong_above) || unit == ChartUnit::MillionKroner;
        let floor = is_floor.then_some(Decimal::ZERO);
        let plan = lines.iter().filter(|line| line.role == LineRole::Plan);
        let fixed: Vec<Decimal> = plan
            .flat_map(|line| line.values.iter().flatten().copied())
            .chain(rule.map(|mark| mark.limit))
            .chain(floor)
            .collect();
        let all = lines.iter().flat_map(|line| line.values.iter().flatten().copied());
        let (low, high) = extent(&fixed);
        let base = Self::with_step(low, high, step_for(high - low)).with_room_for(rule);
        let (low, high) =
            all.fold((base.min, base.max), |(low, high), value| (low.min(value), high.max(value)));
        let stretched = Self::with_step(low, high, base.step);
        if stretched.tick_count() > 9 { Self::with_step(low, high, step_for(high - low)) } else { stretched }
    }

    /// A step more where the text of the rule has no room beside its line.
    fn with_room_for(self, rule: Option<&RuleMark>) -> Self {
        let Some(rule) = rule else { return self };
        let room = self.step * dec!(0.4);
        let (mut min, mut max) = (self.min, self.max);
        if rule.wrong_above && rule.limit - min < room && min > Decimal::ZERO {
            min -= self.step;
        }
        if !rule.wrong_above && max - rule.limit < room {
            max += self.step;
        }
        Self { min, max, ..self }
    }

    fn with_step(low: Decimal, high: Decimal, step: Decimal) -> Self {
        let steps = |value: Decimal| value.checked_div(step).unwrap_or_default();
        Self { min: steps(low).floor() * step, max: steps(high).ceil() * step, step }
    }

    /// The ticks, from below.
    pub fn ticks(&self) -> impl Iterator<Item = Decimal> {
        let (min, step) = (self.min, self.step);
        (0..self.tick_count()).map(move |index| min + step * Decimal::from(index))
    }

    fn tick_count(&self) -> usize {
        use rust_decimal::prelude::ToPrimitive;
        let steps = (self.max - self.min).checked_div(self.step).and_then(|count| count.to_usize());
        steps.map_or(1, |count| count + 1)
    }

    /// Decimals a tick needs.
    #[must_use]
    pub fn decimals(&self) -> u32 {
        self.step.normalize().scale()
    }
}

/// A range with air on both sides, never empty.
fn extent(values: &[Decimal]) -> (Decimal, Decimal) {
    let low = values.iter().min().copied().unwrap_or_default();
    let high = values.iter().max().copied().unwrap_or_default();
    let air = ((high - low) * dec!(0.25)).max(dec!(0.5));
    // Values that are never negative get no axis below zero.
    let floor = if low >= Decimal::ZERO { (low - air).max(Decimal::ZERO) } else { low - air };
    (floor, high + air * dec!(0.4))
}

/// A round step that gives three to six ticks.
fn step_for(range: Decimal) -> Decimal {
    const STEPS: [Decimal; 15] = [
        dec!(0.1),
        dec!(0.2),
        dec!(0.5),
        dec!(1),
        dec!(2),
        dec!(5),
        dec!(10),
        dec!(20),
        dec!(50),
        dec!(100),
        dec!(200),
        dec!(500),
        dec!(1000),
        dec!(2000),
        dec!(5000),
    ];
    STEPS.into_iter().find(|step| *step * dec!(4.5) >= range).unwrap_or(dec!(10000))
}
