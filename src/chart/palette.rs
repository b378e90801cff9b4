//! Farger: the one place for the colours of charts. `assets/app.css` holds the same values by name.

use super::{Letter, LineRole};
use plotters::style::RGBColor;

/// Text and the plan.
pub const INK: RGBColor = RGBColor(0x16, 0x20, 0x2e);
/// Axis labels and quiet text.
pub const MUTED: RGBColor = RGBColor(0x55, 0x60, 0x6e);
/// Grid lines.
pub const GRID: RGBColor = RGBColor(0xe6, 0xea, 0xef);
/// The zero line and where the printed plan ends.
pub const MARK: RGBColor = RGBColor(0xb4, 0xbe, 0xca);
/// Planen under dine forutsetninger.
pub const PLAN_IN_OWN_WORLD: RGBColor = RGBColor(0x7a, 0x86, 0x94);
/// One of many paths.
pub const FUTURE: RGBColor = RGBColor(0xb9, 0xc2, 0xcd);
/// A named path; its name has the darker colour of quiet text.
pub const PATH: RGBColor = RGBColor(0x8a, 0x93, 0x9e);
/// The bars of what the world does.
pub const WORLD: RGBColor = RGBColor(0x4f, 0x6d, 0x9a);
/// The bars of what is chosen.
pub const CHOICE: RGBColor = RGBColor(0x2f, 0x7d, 0x5b);
/// Ditt scenario.
pub const SCENARIO: RGBColor = RGBColor(0x00, 0x62, 0xba);
/// Handlingsregel and breach.
pub const RULE: RGBColor = RGBColor(0xa8, 0x32, 0x1a);
/// What is lacking in a broken year.
pub const BREACH: RGBColor = RGBColor(0xf8, 0xdf, 0xd6);
/// Its stripes.
pub const BREACH_STRIPE: RGBColor = RGBColor(0xdf, 0xa4, 0x92);
/// A year that keeps the rule.
pub const HOLDS: RGBColor = RGBColor(0x1b, 0x6e, 0x43);
/// What is allowed.
pub const ALLOWED: RGBColor = RGBColor(0x2f, 0x9e, 0x62);
/// The area that is allowed.
pub const ALLOWED_AREA: RGBColor = RGBColor(0xe9, 0xf4, 0xee);
/// The ground of a chart.
pub const GROUND: RGBColor = RGBColor(0xff, 0xff, 0xff);

/// The colour of a line.
#[must_use]
pub fn of(role: LineRole) -> RGBColor {
    match role {
        LineRole::Plan => INK,
        LineRole::PlanInOwnWorld => PLAN_IN_OWN_WORLD,
        LineRole::Scenario => SCENARIO,
        LineRole::Alternative(letter) => of_letter(letter),
        LineRole::Path => PATH,
        LineRole::Future => FUTURE,
    }
}

/// The colour of a letter, the same wherever the alternative is shown.
#[must_use]
pub fn of_letter(letter: Letter) -> RGBColor {
    match letter {
        Letter::A => RGBColor(0x6a, 0x45, 0xa3),
        Letter::B => RGBColor(0x9a, 0x5f, 0x00),
        Letter::C => RGBColor(0x00, 0x73, 0x7a),
        Letter::D => RGBColor(0xa8, 0x32, 0x7e),
    }
}

/// The colour of the text at the end of a line; a pale line has the colour of quiet text.
#[must_use]
pub fn text_of(role: LineRole) -> RGBColor {
    match role {
        LineRole::PlanInOwnWorld | LineRole::Path | LineRole::Future => MUTED,
        _ => of(role),
    }
}

/// Whether the text at the end of a line is bold.
#[must_use]
pub fn is_bold(role: LineRole) -> bool {
    !matches!(role, LineRole::Path | LineRole::Future)
}

/// The width of a line before scaling.
#[must_use]
pub fn width(role: LineRole) -> f64 {
    match role {
        LineRole::Plan => 2.6,
        LineRole::PlanInOwnWorld => 1.8,
        LineRole::Scenario => 3.0,
        LineRole::Alternative(_) => 2.2,
        LineRole::Path => 1.2,
        LineRole::Future => 0.8,
    }
}
