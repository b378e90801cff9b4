//! Feillisten: the faults of a file, the first hundred reported and the rest counted.
//!
//! Nobody reads three hundred thousand faults, and each of them takes time to make.

use super::Fault;
use crate::text::SyntaxProblem;

/// How many faults of a file are reported.
pub(super) const MOST_REPORTED: usize = 100;

/// Faults as they are found.
#[derive(Debug, Default)]
pub(super) struct Faults {
    reported: Vec<Fault>,
    unreported: usize,
}

impl Faults {
    /// Adds a fault. It is made only when it is reported.
    pub(super) fn add(&mut self, fault: impl FnOnce() -> Fault) {
        if self.has_room() {
            self.reported.push(fault());
        } else {
            self.unreported += 1;
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.reported.is_empty()
    }

    /// True while one more would be reported.
    pub(super) fn has_room(&self) -> bool {
        self.reported.len() < MOST_REPORTED
    }

    /// Takes in what another part of the check found.
    pub(super) fn take(&mut self, other: Self) {
        self.unreported += other.unreported;
        for fault in other.reported {
            self.add(|| fault);
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Fault> {
        self.reported.iter()
    }

    /// Moves those that are wanted; what is not reported counts as wanted.
    pub(super) fn keep(self, wanted: impl Fn(&Fault) -> bool, to: &mut Self) {
        to.unreported += self.unreported;
        for fault in self.reported.into_iter().filter(wanted) {
            to.add(|| fault);
        }
    }

    /// Those reported, and the number of the rest.
    pub(super) fn into_parts(self) -> (Vec<Fault>, usize) {
        (self.reported, self.unreported)
    }
}

impl From<Vec<Fault>> for Faults {
    fn from(faults: Vec<Fault>) -> Self {
        let mut taken = Self::default();
        for fault in faults {
            taken.add(|| fault);
        }
        taken
    }
}

/// The line after the last fault that is reported.
pub(super) fn more(unreported: usize) -> Fault {
    Fault::new("", SyntaxProblem::MoreFaults { count: unreported })
}
