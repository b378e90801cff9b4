//! Spørsmålene: the questions asked of the model, and which answers are unfolded.

use crate::analysis::capacity::DEBT_SLOPE;
use crate::model::municipality::{Indicator, Municipality};
use crate::model::packed::packed_variants;
use crate::model::quantity::Place;
use crate::model::units::Year;
use rust_decimal::Decimal;

/// Panel: one question, unfolded by the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// Slik er tallet regnet.
    Figure,
    /// Hvorfor endrer kurvene seg?
    Why,
    /// Hva skal til?
    Seek,
    /// Hva betyr mest?
    Tornado,
    /// Hva om det går galt?
    Stress,
    /// Hvor usikkert er det?
    Futures,
    /// Økonomisk handlingsrom og omstillingsbehov.
    Capacity,
}

impl Panel {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 7] =
        [Self::Figure, Self::Why, Self::Seek, Self::Tornado, Self::Stress, Self::Futures, Self::Capacity];
}

packed_variants! {
    Panel { Figure, Why, Seek, Tornado, Stress, Futures, Capacity }
}

/// Spørsmålene: which are open, and their choices.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Which questions are unfolded.
    pub open: Vec<Panel>,
    /// The rules that need not hold, by id.
    pub left_out: Vec<String>,
    /// The first year that counts; nothing for the first of the plan.
    pub from: Option<Year>,
    /// The last year that counts; nothing for the last of the plan.
    pub until: Option<Year>,
    /// The project whose possible start years are asked for.
    pub project: Option<String>,
    /// Index points per percentage point of debt.
    pub debt_slope: Decimal,
    /// The shocks that are pressed, by id.
    pub shocks: Vec<String>,
    /// The figure that is opened, and those it was reached through, the first first.
    pub opened: Vec<Place>,
    /// The seed that many futures are drawn from; nothing until they are asked for.
    pub seed: Option<u64>,
}

impl Asked {
    /// The questions as the page opens: nothing unfolded; the rule for the result, in the years that
    /// a choice can still reach.
    #[must_use]
    pub fn about(municipality: &Municipality) -> Self {
        let result = municipality.rule_for(Indicator::NetOperatingResult);
        let others =
            municipality.rules.iter().filter(|rule| result.is_some_and(|result| result.id != rule.id));
        let plan = &municipality.plan;
        Self {
            open: Vec::new(),
            left_out: others.map(|rule| rule.id.clone()).collect(),
            from: Some(plan.last_printed_year.max(plan.first_year.plus(2))),
            until: None,
            project: None,
            debt_slope: DEBT_SLOPE,
            shocks: Vec::new(),
            opened: Vec::new(),
            seed: None,
        }
    }

    /// True when a question is unfolded.
    #[must_use]
    pub fn is_open(&self, panel: Panel) -> bool {
        self.open.contains(&panel)
    }

    /// Unfolds a question, or folds it.
    pub fn set_open(&mut self, panel: Panel, open: bool) {
        self.open.retain(|other| *other != panel);
        if open {
            self.open.push(panel);
        }
    }
}
