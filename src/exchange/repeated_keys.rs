//! Gjentatte nøkler: a key written twice in the same object.
//!
//! A reader of JSON takes the last one and says nothing of the others, so it is the text that must be
//! looked through. Like the rest of the check, only the command line has it.

use super::Fault;
use super::faults::MOST_REPORTED;
use crate::text::FormProblem;
use jsonc_parser::ast::Value as Node;
use jsonc_parser::common::Ranged;
use std::collections::HashMap;

/// Where the lines of a text begin.
pub(super) struct Lines(Vec<usize>);

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        Self(std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect())
    }

    fn number(&self, at: usize) -> usize {
        self.0.partition_point(|start| *start <= at)
    }

    /// A fault with its line, and that line to sort by.
    pub(super) fn named(&self, at: usize, fault: Fault) -> (usize, Fault) {
        let line = self.number(at);
        (line, fault.at(line, None))
    }
}

/// A fault for each time a key is written again, with its line and the line of the first; and how many
/// there are besides the first hundred.
pub(super) fn all(root: &Node<'_>, lines: &Lines) -> (Vec<(usize, Fault)>, usize) {
    let mut repeated = Repeated { lines, reported: Vec::new(), unreported: 0 };
    repeated.look(root, "");
    (repeated.reported, repeated.unreported)
}

struct Repeated<'a> {
    lines: &'a Lines,
    reported: Vec<(usize, Fault)>,
    unreported: usize,
}

impl Repeated<'_> {
    fn look(&mut self, node: &Node<'_>, place: &str) {
        match node {
            Node::Array(list) => {
                for (index, item) in list.elements.iter().enumerate() {
                    self.look(item, &format!("{place}[{index}]"));
                }
            }
            Node::Object(object) => {
                let mut seen: HashMap<&str, usize> = HashMap::new();
                for property in &object.properties {
                    let (key, at) = (property.name.as_str(), property.range().start);
                    let within = if place.is_empty() { key.to_owned() } else { format!("{place}.{key}") };
                    if let Some(first) = seen.get(key) {
                        self.fault(&within, key, at, *first);
                    } else {
                        seen.insert(key, at);
                    }
                    self.look(&property.value, &within);
                }
            }
            _ => {}
        }
    }

    fn fault(&mut self, place: &str, key: &str, at: usize, first: usize) {
        if self.reported.len() >= MOST_REPORTED {
            self.unreported += 1;
            return;
        }
        let problem = FormProblem::RepeatedKey { key: key.to_owned(), line: self.lines.number(first) };
        self.reported.push(self.lines.named(at, Fault::new(place, problem)));
    }
}
