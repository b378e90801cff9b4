//! Spørsmålene: the questions asked of the model, and which panel is open.

use crate::analysis::capacity::DEBT_SLOPE;
use crate::model::municipality::{Indicator, Municipality};
use crate::model::quantity::Place;
use crate::model::units::Year;
pub use crate::text::{Door, Panel};
use crate::text::{MeasureFilter, MeasureSort, ProjectFilter, ProjectSort};
use rust_decimal::Decimal;
use std::rc::Rc;

/// Prosjektlisten: which projects are shown, and in what order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProjectList {
    /// What is searched for.
    pub search: String,
    /// Which kind is shown.
    pub filter: ProjectFilter,
    /// The order.
    pub sort: ProjectSort,
}

/// Tiltakslisten: which measures are shown, and in what order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MeasureList {
    /// What is searched for.
    pub search: String,
    /// Whether what saves or what costs is shown.
    pub filter: MeasureFilter,
    /// The committee whose measures are shown, by id; nothing for all.
    pub area: Option<String>,
    /// The order.
    pub sort: MeasureSort,
    /// Whether all that are found are shown, and not only the first.
    pub shows_all: bool,
}

/// Spørsmålene: which panel is open, and the choices in them.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The panel that is open.
    pub open: Option<Panel>,
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
    /// How the projects are listed.
    pub projects: Rc<ProjectList>,
    /// How the measures are listed.
    pub measures: Rc<MeasureList>,
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
            open: None,
            left_out: others.map(|rule| rule.id.clone()).collect(),
            from: Some(plan.last_printed_year.max(plan.first_year.plus(2))),
            until: None,
            project: None,
            debt_slope: DEBT_SLOPE,
            shocks: Vec::new(),
            opened: Vec::new(),
            seed: None,
            projects: Rc::default(),
            measures: Rc::default(),
        }
    }

    /// True when a panel is open.
    #[must_use]
    pub fn is_open(&self, panel: Panel) -> bool {
        self.open == Some(panel)
    }
}

/// The id of the element that the second module draws a panel into.
pub(super) fn contents_id(panel: Panel) -> String {
    format!("svar-{}", panel as u8)
}
