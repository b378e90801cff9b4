//! Diagrammer: plain chart data, and one generic way to draw it.
//!
//! [`ChartModel`] and [`TriangleModel`] say what a chart shows; `draw` and `triangle` put it on any
//! plotters backend. Canvas and SVG are leaves, so screen, export and test show the same chart.
//! Labels are placed here and not by plotters: its own text measuring puts an element with an inline
//! style into the page, which the content security policy forbids.

mod axis;
mod bars;
mod breach;
#[cfg(target_arch = "wasm32")]
pub mod canvas;
mod draw;
mod frame;
mod labels;
mod letter;
pub mod palette;
mod pixel;
pub mod svg;
mod triangle;

pub use axis::Axis;
pub use bars::{Bar, BarRole, BarsModel, draw_bars};
pub use draw::draw;
pub use frame::plot_margins;
pub use letter::Letter;
pub use triangle::{TriangleModel, draw_triangle};

use crate::model::municipality::{Indicator, Municipality, Requirement};
use crate::model::projection::{Projection, YearResult};
use crate::model::units::{Kroner, Percent, Year};
use crate::text::Language;
use rust_decimal::Decimal;
use thiserror::Error;

/// A chart that could not be drawn.
#[derive(Debug, Error)]
#[error("the chart could not be drawn: {0}")]
pub struct ChartError(String);

impl ChartError {
    fn from_backend(error: impl std::fmt::Display) -> Self {
        Self(error.to_string())
    }
}

/// Whose line it is; decides colour and weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineRole {
    /// Planen: dark and thick.
    Plan,
    /// Planen i samme verden: grey and thin.
    PlanInOwnWorld,
    /// Ditt alternativ: one strong colour.
    Scenario,
    /// One of several alternatives, in the colour of its letter.
    Alternative(Letter),
    /// One of a few named paths: thin and muted.
    Path,
    /// One of many paths without names: thin and pale.
    Future,
}

/// One line of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Whose.
    pub role: LineRole,
    /// The name at its end.
    pub name: String,
    /// One value a year, percent; `None` where it cannot be computed.
    pub values: Vec<Option<Decimal>>,
}

/// Handlingsregelen as a line with a wrong side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleMark {
    /// The limit, percent.
    pub limit: Decimal,
    /// The text on the line.
    pub text: String,
    /// Which side of the limit is right.
    pub requirement: Requirement,
    /// Whether values above the limit are wrong; otherwise values below it are.
    pub wrong_above: bool,
}

impl RuleMark {
    /// Whether a value breaks the rule.
    #[must_use]
    pub fn is_broken_by(&self, value: Decimal) -> bool {
        match self.requirement {
            Requirement::AtLeast => value < self.limit,
            Requirement::AtMost => value > self.limit,
            Requirement::Below => value >= self.limit,
        }
    }
}

/// The unit of the values of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartUnit {
    /// Prosent av brutto driftsinntekter.
    PercentOfRevenue,
    /// Millioner kroner: where income is not known, but the amount is.
    MillionKroner,
}

impl ChartUnit {
    /// The unit in which an indicator can be shown; `None` when neither ratio nor amount is known.
    #[must_use]
    pub fn of(indicator: Indicator, projection: &Projection) -> Option<Self> {
        let any = |known: &dyn Fn(&YearResult) -> bool| projection.years.values().iter().any(known);
        if any(&|result| result.ratio(indicator).is_some()) {
            Some(Self::PercentOfRevenue)
        } else {
            any(&|result| result.amount(indicator).is_some()).then_some(Self::MillionKroner)
        }
    }

    /// What an indicator reads in this unit.
    #[must_use]
    pub fn read(self, indicator: Indicator, result: &YearResult) -> Option<Decimal> {
        match self {
            Self::PercentOfRevenue => result.ratio(indicator).map(Percent::value),
            Self::MillionKroner => result.amount(indicator).map(Kroner::millions),
        }
    }

    /// A value as a person reads it.
    #[must_use]
    pub fn write(self, value: Decimal, language: Language) -> String {
        match self {
            Self::PercentOfRevenue => language.percent(Percent::new(value), 1),
            Self::MillionKroner => language.number(value, 1),
        }
    }
}

/// Everything one rule chart shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartModel {
    /// The unit of every value.
    pub unit: ChartUnit,
    /// The first year.
    pub first_year: Year,
    /// The lines, the most important last.
    pub lines: Vec<Line>,
    /// The fiscal rule, when the municipality has one for this indicator.
    pub rule: Option<RuleMark>,
    /// The value axis.
    pub axis: Axis,
    /// The last year of the printed budget.
    pub printed_until: Year,
    /// What the years up to that one are called, and those after it.
    pub parts: [&'static str; 2],
    /// The year the reader looks at.
    pub cursor: Option<Year>,
    /// The language that numbers are written in.
    pub language: Language,
}

/// An alternative in a chart.
#[derive(Clone, Copy, Debug)]
pub struct ShownAlternative<'a> {
    /// Its letter where several are compared; nothing for the only one, the one that the levers move.
    pub letter: Option<Letter>,
    /// True when only the world is moved in it: it is the plan, in another world.
    pub is_plan_in_own_world: bool,
    /// The name at the end of its line.
    pub name: &'a str,
    /// Its projection.
    pub projection: &'a Projection,
}

/// The projections a chart shows: the plan, and what differs from it.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// Planen.
    pub plan: &'a Projection,
    /// Planen i samme verden by its name, when it differs from the plan and from every alternative.
    pub plan_in_own_world: Option<(&'a str, &'a Projection)>,
    /// Alternativene, up to four.
    pub alternatives: &'a [ShownAlternative<'a>],
}

impl ChartModel {
    /// The same chart with paths behind its one line, which takes the role and the name given.
    #[must_use]
    pub fn with_paths(mut self, paths: Vec<Line>, role: LineRole, name: &str) -> Self {
        let own = std::mem::replace(&mut self.lines, paths).into_iter().next_back();
        self.lines.extend(own.map(|line| Line { role, name: name.to_owned(), ..line }));
        self.axis = Axis::fitting(&self.lines, self.rule.as_ref(), self.unit);
        self
    }
}

impl ChartModel {
    /// The chart of one indicator.
    #[must_use]
    pub fn new(
        municipality: &Municipality,
        indicator: Indicator,
        unit: ChartUnit,
        shown: Shown<'_>,
        cursor: Option<Year>,
        language: Language,
    ) -> Self {
        let line = |role, name: &str, projection: &Projection| Line {
            role,
            name: name.to_owned(),
            values: projection.years.values().iter().map(|result| unit.read(indicator, result)).collect(),
        };
        let mut lines = vec![line(LineRole::Plan, language.plan_short(&municipality.plan), shown.plan)];
        let in_own_world = shown.plan_in_own_world;
        lines.extend(in_own_world.map(|(name, other)| line(LineRole::PlanInOwnWorld, name, other)));
        lines.extend(shown.alternatives.iter().map(|other| {
            let alone =
                if other.is_plan_in_own_world { LineRole::PlanInOwnWorld } else { LineRole::Scenario };
            line(other.letter.map_or(alone, LineRole::Alternative), other.name, other.projection)
        }));
        let rule =
            municipality.rule_for(indicator).filter(|_| unit == ChartUnit::PercentOfRevenue).map(|rule| {
                RuleMark {
                    limit: rule.limit.value(),
                    text: language.rule_line(rule),
                    requirement: rule.requirement,
                    wrong_above: rule.requirement != Requirement::AtLeast,
                }
            });
        let axis = Axis::fitting(&lines, rule.as_ref(), unit);
        Self {
            unit,
            first_year: municipality.plan.first_year,
            lines,
            rule,
            axis,
            printed_until: municipality.plan.last_printed_year,
            parts: [language.printed_years(municipality.plan.kind), language.extended_years()],
            cursor,
            language,
        }
    }

    /// How many years the chart shows.
    #[must_use]
    pub fn year_count(&self) -> usize {
        self.lines.iter().map(|line| line.values.len()).max().unwrap_or(0)
    }

    /// Which of the years is the one that the reader looks at.
    pub(super) fn cursor_index(&self) -> Option<usize> {
        usize::try_from(self.cursor?.since(self.first_year)).ok()
    }
}
