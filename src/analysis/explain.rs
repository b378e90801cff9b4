//! Åpne tallet: from any quantity of a year to its formula with the actual numbers in it.
//!
//! The formulas are those of the model, read from the [trace](crate::model::trace) of the projection: a
//! formula goes down to the next numbers that have a name, and each of them is a [`Place`] that can be
//! opened in turn, down to a line in a document, the file's own estimate, or a lever.
//!
//! In one place the model goes in a ring: the result decides the transfer and the fund, they decide the
//! year's loans, and the interest on these is part of the result. The model assumes a result and books the
//! year again until it agrees; there the chain ends in [`Made::Settled`].

use super::Question;
use crate::model::projection::trace;
use crate::model::quantity::{Place, Quantity, Side, Value};
use crate::model::trace::{Node, NodeId, Op, Origin, Trace};
use crate::model::units::Year;

/// Forklaring: a quantity, and how it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation<'a> {
    /// Which quantity.
    pub place: Place,
    /// Its value.
    pub value: Value,
    /// How it is made.
    pub made: Made<'a>,
}

/// How a quantity is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made<'a> {
    /// Regnet: by a formula.
    By(Formula<'a>),
    /// Videreført: the last given level stands.
    Carried(Term),
    /// Avstemt: found together with this quantity of the same year. It is assumed, and the year is booked
    /// again until it comes out as assumed.
    Settled(Quantity),
    /// Oppgitt: no formula makes it.
    Given(&'a Origin),
}

/// Ledd: a number in a formula that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Which quantity; it can be opened in turn.
    pub place: Place,
    /// Its value.
    pub value: Value,
}

/// Formel: operations on terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula<'a> {
    /// A number with a name.
    Term(Term),
    /// A number of the formula itself.
    Constant(Value),
    /// Numbers added; those that are subtracted are marked. Terms of zero are left out.
    Sum(Vec<(Sign, Self)>),
    /// Any other operation, on its arguments in their order, and what it comes to.
    Operation(&'a Op, Vec<Self>, Value),
}

/// Whether a part of a sum is added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// It is added.
    Plus,
    /// It is subtracted.
    Minus,
}

impl Sign {
    fn times(self, other: Self) -> Self {
        if self == other { Self::Plus } else { Self::Minus }
    }
}

impl Formula<'_> {
    /// Every term, from left to right.
    #[must_use]
    pub fn terms(&self) -> Vec<Term> {
        match self {
            Self::Term(term) => vec![*term],
            Self::Constant(_) => Vec::new(),
            Self::Sum(parts) => parts.iter().flat_map(|(_, part)| part.terms()).collect(),
            Self::Operation(_, arguments, _) => arguments.iter().flat_map(Self::terms).collect(),
        }
    }

    /// What it comes to; zero for a sum of nothing.
    fn is_zero(&self) -> bool {
        match self {
            Self::Term(term) => term.value.is_zero(),
            Self::Constant(value) | Self::Operation(_, _, value) => value.is_zero(),
            Self::Sum(parts) => parts.iter().all(|(_, part)| part.is_zero()),
        }
    }
}

impl Explanation<'_> {
    /// The terms of the formula; none where no formula makes it.
    #[must_use]
    pub fn terms(&self) -> Vec<Term> {
        match &self.made {
            Made::By(formula) => formula.terms(),
            Made::Carried(term) => vec![*term],
            Made::Settled(_) | Made::Given(_) => Vec::new(),
        }
    }
}

/// Opens one quantity after the other of a projection.
#[derive(Debug)]
pub struct Explainer {
    trace: Trace,
}

/// A sum of so many zeros says nothing; a shorter one still tells what would be in it.
const MOST_ZEROS: usize = 8;

impl Explainer {
    /// Makes ready to open the quantities of the scenario's projection.
    ///
    /// ```
    /// use handlingsrom::analysis::{Question, explain::Explainer};
    /// use handlingsrom::exchange::municipality_file;
    /// use handlingsrom::model::quantity::{Place, Quantity, Side};
    /// use handlingsrom::model::{projection::project, scenario::Scenario, units::Year};
    /// let lier = municipality_file::built_in("lier").expect("Lier comes with the program");
    /// let scenario = Scenario::plan();
    /// let plan = project(lier, &scenario);
    /// let explainer = Explainer::new(Question { municipality: lier, plan: &plan, scenario: &scenario });
    /// let place = Place { side: Side::Own, quantity: Quantity::NetOperatingResult, year: Year(2028) };
    /// let result = explainer.explain(place).expect("every year has one");
    /// assert_eq!(result.terms()[0].place.quantity, Quantity::GrossOperatingResult);
    /// ```
    #[must_use]
    pub fn new(question: Question<'_>) -> Self {
        Self { trace: trace(question.municipality, question.scenario) }
    }

    /// The numbers themselves.
    #[must_use]
    pub fn trace(&self) -> &Trace {
        &self.trace
    }

    /// The value of a quantity; `None` where there is none that year.
    #[must_use]
    pub fn value(&self, place: Place) -> Option<Value> {
        self.find(place).map(|node| node.value)
    }

    /// A quantity of the projection that is asked about, in a year.
    #[must_use]
    pub fn of_year(&self, quantity: Quantity, year: Year) -> Option<Explanation<'_>> {
        self.explain(Place { side: Side::Own, quantity, year })
    }

    /// Opens a quantity; `None` where there is none that year.
    #[must_use]
    pub fn explain(&self, place: Place) -> Option<Explanation<'_>> {
        let node = self.find(place)?;
        let place = node.place?;
        let made = match &node.op {
            _ if place.quantity == Quantity::AssumedResult => Made::Settled(Quantity::NetOperatingResult),
            Op::Given(origin) => Made::Given(origin),
            Op::Carried => match self.argument(*node.arguments.first()?)? {
                Formula::Term(term) => Made::Carried(term),
                formula => Made::By(formula),
            },
            _ => self.made_by(place, node)?,
        };
        Some(Explanation { place, value: node.value, made })
    }

    /// The formula of a node. A quantity that is only another one of the same year by a wider name is
    /// explained as that one.
    fn made_by<'a>(&'a self, place: Place, node: &'a Node) -> Option<Made<'a>> {
        let formula = self.formula(node)?;
        let only = match &formula {
            Formula::Term(term) => Some(*term),
            Formula::Sum(parts) => match parts.as_slice() {
                [(Sign::Plus, Formula::Term(term))] => Some(*term),
                _ => None,
            },
            _ => None,
        };
        match only {
            Some(term) if (term.place.side, term.place.year) == (place.side, place.year) => {
                self.explain(term.place).map(|explanation| explanation.made)
            }
            _ => Some(Made::By(formula)),
        }
    }

    fn find(&self, place: Place) -> Option<&Node> {
        // Two projections may be one: the plan asked about is its own plan, and its own print.
        let sides = [place.side, Side::Plan, Side::Own];
        sides.into_iter().find_map(|side| self.trace.find(Place { side, ..place }))
    }

    /// The formula of a node, down to the next numbers with a name.
    fn formula<'a>(&'a self, node: &'a Node) -> Option<Formula<'a>> {
        match &node.op {
            Op::Given(_) | Op::Constant => Some(Formula::Constant(node.value)),
            Op::Same | Op::Carried => self.argument(*node.arguments.first()?),
            Op::Add | Op::Subtract | Op::Negate => {
                let mut parts = Vec::new();
                self.add_parts(Sign::Plus, node, &mut parts)?;
                Some(Formula::Sum(without_zeros(parts)))
            }
            op => {
                let arguments = self.used(op, &node.arguments);
                let arguments: Option<Vec<_>> = arguments.into_iter().map(|id| self.argument(id)).collect();
                Some(Formula::Operation(op, arguments?, node.value))
            }
        }
    }

    /// The arguments that a formula tells of: of a list to pick from, only what is picked.
    fn used(&self, op: &Op, arguments: &[NodeId]) -> Vec<NodeId> {
        let years = |id: &NodeId| match self.trace.node(*id).map(|node| node.value) {
            Some(Value::Years(years)) => years,
            _ => 0,
        };
        let picked = |index: i32, options: &[NodeId]| {
            usize::try_from(index).ok().and_then(|index| options.get(index)).copied()
        };
        match (op, arguments) {
            (Op::Picked(lowest), [index, options @ ..]) => {
                let picked = picked(years(index).saturating_sub(*lowest), options);
                std::iter::once(*index).chain(picked).collect()
            }
            (Op::Moved(first, year), [moved, stretched, amounts @ ..]) => {
                let picked = picked(year.since(*first).saturating_sub(years(moved)), amounts);
                let picked = picked.filter(|_| years(stretched) == 0);
                [*moved, *stretched].into_iter().chain(picked).collect()
            }
            _ => arguments.to_vec(),
        }
    }

    fn argument(&self, id: NodeId) -> Option<Formula<'_>> {
        let node = self.trace.node(id)?;
        match node.place {
            Some(place) => Some(Formula::Term(Term { place, value: node.value })),
            None => self.formula(node),
        }
    }

    /// Takes a sum apart, sums within it too.
    fn add_parts<'a>(
        &'a self,
        sign: Sign,
        node: &'a Node,
        parts: &mut Vec<(Sign, Formula<'a>)>,
    ) -> Option<()> {
        let signs: &[Sign] = match node.op {
            Op::Add => &[Sign::Plus, Sign::Plus],
            Op::Subtract => &[Sign::Plus, Sign::Minus],
            _ => &[Sign::Minus],
        };
        for (id, own) in node.arguments.iter().zip(signs) {
            let sign = sign.times(*own);
            let argument = self.trace.node(*id)?;
            let is_sum = matches!(argument.op, Op::Add | Op::Subtract | Op::Negate);
            if argument.place.is_none() && is_sum {
                self.add_parts(sign, argument, parts)?;
            } else {
                parts.push((sign, self.argument(*id)?));
            }
        }
        Some(())
    }
}

/// Leaves terms of zero out of a sum, unless there is nothing else and they are few.
fn without_zeros(mut parts: Vec<(Sign, Formula<'_>)>) -> Vec<(Sign, Formula<'_>)> {
    if parts.iter().any(|(_, part)| !part.is_zero()) || parts.len() > MOST_ZEROS {
        parts.retain(|(_, part)| !part.is_zero());
    }
    parts
}
