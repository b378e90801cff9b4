//! Ord for tall som åpnes: what a quantity is called, and how its formula is written.

use super::topic::topic;
use crate::analysis::explain::Explanation;
use crate::model::municipality::Municipality;
use crate::model::quantity::{Quantity, Value};
use crate::model::scenario::Scenario;

topic! {
/// The words of quantities in one language.
pub trait QuantityWords {
    /// Its name, with the line, measure, project, frame or age group it is about.
    fn quantity_name(&self, quantity: Quantity, municipality: &Municipality, scenario: &Scenario) -> String;
    /// What it is, in one sentence.
    fn quantity_explained(&self, quantity: Quantity) -> &'static str;
    /// A value with its unit.
    fn quantity_value(&self, quantity: Quantity, value: Value) -> String;
    /// «Renteutgifter 2028: 80,2 mill. kr = Snittrente 4,10 % × gjennomsnittet …».
    fn formula(
        &self,
        explanation: &Explanation<'_>,
        municipality: &Municipality,
        scenario: &Scenario,
    ) -> String;
    /// After a formula that is opened further up.
    fn opened_above(&self) -> &'static str;
    /// Where it comes from, when a formula makes it.
    fn by_the_model(&self) -> &'static str;
    /// Where it comes from: document and line, estimate with its note, lever; nothing for a formula.
    fn origin(&self, explanation: &Explanation<'_>, municipality: &Municipality) -> Option<String>;
}
}
