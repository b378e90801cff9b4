//! Ord for tall som åpnes: what an opened figure is called, and how its formula is written.

use crate::model::figure::{Explanation, Figure, FigureValue, Origin};
use crate::model::municipality::Municipality;
use crate::model::scenario::Scenario;
use crate::model::units::Year;

/// The words of opened figures in one language.
pub trait FigureWords {
    /// Its name, with the line, measure, project, frame or age group it is about.
    fn figure_name(&self, figure: Figure, municipality: &Municipality, scenario: &Scenario) -> String;
    /// What it is, in one sentence.
    fn figure_explained(&self, figure: Figure) -> &'static str;
    /// A value with its unit.
    fn figure_value(&self, value: FigureValue) -> String;
    /// «Renteutgifter 2028: 80,2 mill. kr = Snittrente 4,10 % × gjennomsnittet …».
    fn formula(
        &self,
        explanation: &Explanation<'_>,
        municipality: &Municipality,
        scenario: &Scenario,
    ) -> String;
    /// After a formula that is opened further up.
    fn opened_above(&self) -> &'static str;
    /// Where it comes from: document and line, estimate with its note, lever.
    fn origin(&self, origin: &Origin<'_>, municipality: &Municipality, year: Year) -> String;
}
