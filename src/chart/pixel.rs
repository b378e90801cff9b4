//! Piksler: from exact values to places on a surface.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A point in device pixels.
pub(super) type Point = (i32, i32);

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
pub(super) fn whole(value: f64) -> i32 {
    value.round() as i32
}
