//! Sporet: numbers that remember how they were made.
//!
//! A [`Tape`] takes down every operation of a projection in the order it is done. A [`Traced`] number is
//! its value and its place on the tape. What comes out is a [`Trace`]: a list of [`Node`]s, each an
//! operation on earlier ones, with a name where it is a [`Quantity`] and a source where no formula makes
//! it. Both branches of every choice and every round of the year's booking are kept, so
//! [`Trace::replayed`] computes the same projection again, also with other inputs.

mod numbers;

pub use numbers::{Traced, Tracing};

use super::arithmetic::{Condition, Money, Plain, Profile, Rate};
use super::lever::Lever;
use super::municipality::Provenance;
use super::quantity::{Place, Quantity, Side, Value};
use super::units::{Kroner, Percent, Ratio, Year};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// The place of a node on the tape.
pub type NodeId = u32;

/// Opphav: where a number comes from that no formula makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Trykt eller beregnet: it stands in the municipality file.
    File(Provenance),
    /// Spak: the user moved it, or it stands at the plan's mark.
    Lever(Lever),
    /// Brukerens tall: typed in by the user.
    UserFigure,
    /// Mangler: no document gives it, so only the change is counted.
    Missing,
    /// Etter definisjonen: the plan does not differ from itself, a projection starts with no deficit.
    Definition,
    /// Modellens egen forutsetning, where the file gives none.
    Standard,
}

/// Regneart: what a node does with its arguments.
#[allow(missing_docs, reason = "each is the operation of the same name in arithmetic")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    /// No formula makes it.
    Given(Origin),
    /// A number of the formula itself, such as 100 %.
    Constant,
    /// The argument itself, by another name.
    Same,
    /// The argument, which is the last given level.
    Carried,
    Add,
    Subtract,
    Negate,
    Smaller,
    Larger,
    AtLeastZero,
    Times,
    TimesShare,
    DividedBy,
    ForEachOf,
    PercentOf,
    Share,
    ShareRoundedUp,
    MeanShare,
    Halved,
    /// The weights of the shifts in halves; the last argument is the number of years.
    Ladder(Vec<u8>),
    /// Over so many years.
    Compounded(i32),
    Growth,
    Grown,
    Over,
    /// One of the last two arguments, by what holds of the first.
    Either(Condition),
    /// The amount of a year of a profile that begins in the other year; the first two arguments move and
    /// stretch it.
    Moved(Year, Year),
    /// One of the arguments after the first, which counts from the lowest index.
    Picked(i32),
}

/// One number of a trace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What makes it.
    pub op: Op,
    /// Of which earlier nodes.
    pub arguments: Vec<NodeId>,
    /// What it came to.
    pub value: Value,
    /// Its name, when it is a quantity.
    pub place: Option<Place>,
}

/// Båndet: takes down every operation while a projection is made.
#[derive(Debug, Default)]
pub struct Tape {
    nodes: RefCell<Vec<Node>>,
    places: RefCell<BTreeMap<Place, NodeId>>,
    side: Cell<Side>,
}

/// Sporet av en framskriving: every number of it, each made of earlier ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// The numbers in the order they were made.
    pub nodes: Vec<Node>,
    places: BTreeMap<Place, NodeId>,
}

impl Tape {
    /// What was taken down.
    #[must_use]
    pub fn into_trace(self) -> Trace {
        Trace { nodes: self.nodes.into_inner(), places: self.places.into_inner() }
    }

    fn push(&self, op: Op, arguments: Vec<NodeId>, value: Value) -> NodeId {
        let mut nodes = self.nodes.borrow_mut();
        let id = u32::try_from(nodes.len()).unwrap_or(NodeId::MAX);
        nodes.push(Node { op, arguments, value, place: None });
        id
    }

    /// Gives a node its name; one that has a name already keeps it, and a node of the new name repeats it.
    fn name(&self, id: NodeId, value: Value, quantity: Quantity, year: Year, again: Op) -> NodeId {
        let place = Place { side: self.side.get(), quantity, year };
        let index = usize::try_from(id).unwrap_or(usize::MAX);
        let has_name = self.nodes.borrow().get(index).is_none_or(|node| node.place.is_some());
        let id = if has_name { self.push(again, vec![id], value) } else { id };
        let index = usize::try_from(id).unwrap_or(usize::MAX);
        if let Some(node) = self.nodes.borrow_mut().get_mut(index) {
            node.place = Some(place);
        }
        self.places.borrow_mut().insert(place, id);
        id
    }

    /// The node of this name that no formula makes, if it was given before.
    fn given_before(&self, place: Place, value: Value) -> Option<NodeId> {
        let id = *self.places.borrow().get(&place)?;
        let nodes = self.nodes.borrow();
        let node = nodes.get(usize::try_from(id).ok()?)?;
        (matches!(node.op, Op::Given(_)) && node.value == value).then_some(id)
    }
}

impl Trace {
    /// The node of a name; nothing where the projection has no such quantity that year.
    #[must_use]
    pub fn find(&self, place: Place) -> Option<&Node> {
        self.node(*self.places.get(&place)?)
    }

    /// A node.
    #[must_use]
    pub fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(usize::try_from(id).ok()?)
    }

    /// Every name, with its node.
    pub fn places(&self) -> impl Iterator<Item = (Place, NodeId)> {
        self.places.iter().map(|(place, id)| (*place, *id))
    }

    /// Computes every number again from the inputs, where `input` may give one another value.
    ///
    /// The last value is `None` for a number that cannot be computed.
    #[must_use]
    pub fn replayed(&self, input: impl Fn(&Node) -> Option<Value>) -> Vec<Option<Value>> {
        let mut values: Vec<Option<Value>> = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            let arguments: Option<Vec<Value>> =
                node.arguments.iter().map(|id| *values.get(usize::try_from(*id).ok()?)?).collect();
            let value = input(node).or_else(|| match node.op {
                Op::Given(_) | Op::Constant => Some(node.value),
                _ => node.op.value_of(&arguments?),
            });
            values.push(value);
        }
        values
    }
}

impl Op {
    /// Does the arithmetic of a node, with the rounding of [`units`](super::units); `None` where the
    /// arguments do not fit.
    ///
    /// ```
    /// # use handlingsrom::model::{quantity::Value, trace::Op, units::{Kroner, Percent}};
    /// # use rust_decimal::dec;
    /// let debt = |kroner| Value::Kroner(Kroner::new(kroner));
    /// let rate = Value::Percent(Percent::new(dec!(4)));
    /// assert_eq!(Op::MeanShare.value_of(&[rate, debt(1_000), debt(2_000)]), Some(debt(60)));
    /// ```
    #[must_use]
    pub fn value_of(&self, arguments: &[Value]) -> Option<Value> {
        use Value::{Kroner as K, Percent as P, Persons as N, Ratio as R, Years as Y};
        Some(match (self, arguments) {
            (Self::Same | Self::Carried, [value]) => *value,
            (Self::Add, [K(one), K(other)]) => K(*one + *other),
            (Self::Add, [P(one), P(other)]) => P(*one + *other),
            (Self::Add, [N(one), N(other)]) => N(*one + *other),
            (Self::Add, [Y(one), Y(other)]) => Y(one.saturating_add(*other)),
            (Self::Subtract, [K(one), K(other)]) => K(*one - *other),
            (Self::Subtract, [P(one), P(other)]) => P(*one - *other),
            (Self::Subtract, [N(one), N(other)]) => N(*one - *other),
            (Self::Subtract, [Y(one), Y(other)]) => Y(one.saturating_sub(*other)),
            (Self::Negate, [K(amount)]) => K(-*amount),
            (Self::Smaller, [K(one), K(other)]) => K((*one).min(*other)),
            (Self::Larger, [K(one), K(other)]) => K((*one).max(*other)),
            (Self::AtLeastZero, [K(amount)]) => K(amount.at_least_zero()),
            (Self::AtLeastZero, [P(percent)]) => P((*percent).max(Percent::ZERO)),
            (Self::Times, [K(amount), R(ratio)]) => K(amount.times(*ratio)),
            (Self::Times, [R(ratio), P(growth)]) => R(ratio.and_then(*growth)),
            (Self::TimesShare, [K(amount), K(part), K(whole)]) => {
                K(amount.times_share(*part, *whole).unwrap_or_default())
            }
            (Self::DividedBy, [K(amount), Y(parts)]) => {
                K(amount.divided_by(u32::try_from(*parts).unwrap_or(0)))
            }
            (Self::ForEachOf, [K(amount), N(people)]) => K(amount.for_each_of(*people)),
            (Self::PercentOf, [K(part), K(whole)]) => P(part.as_percent_of(*whole)?),
            (Self::Share, [P(share), K(amount)]) => K(share.of(*amount)),
            (Self::Share, [P(share), P(percent)]) => P(share.of_percent(*percent)),
            (Self::ShareRoundedUp, [P(share), K(amount)]) => K(share.of_rounded_up(*amount)),
            (Self::MeanShare, [P(rate), K(opening), K(closing)]) => K(rate.of_mean(*opening, *closing)),
            (Self::Halved, [P(percent)]) => P(percent.divided_by(2)),
            (Self::Ladder(weights), [shifts @ .., Y(years)]) => P(ladder(weights, shifts, *years)?),
            (Self::Compounded(years), [P(growth)]) => R(growth.compounded(*years)),
            (Self::Growth, [R(ratio)]) => P(ratio.growth()),
            (Self::Grown, [N(people), R(growth), P(extra)]) => N(people.grown(*growth, *extra)),
            (Self::Over, [N(part), N(whole)]) => R(Ratio::between(*part, *whole)),
            (Self::Either(condition), [asked, then, otherwise]) => {
                if condition.holds_of(*asked) {
                    *then
                } else {
                    *otherwise
                }
            }
            (Self::Moved(first, year), [Y(moved), Y(stretched), amounts @ ..]) => {
                let amounts: Vec<Kroner> = amounts.iter().filter_map(|amount| amount.kroner()).collect();
                let profile = Profile { first: *first, amounts: &amounts };
                K(*<Kroner as Money<Plain>>::moved(&profile, &[*year], *moved, *stretched).first()?)
            }
            (Self::Picked(lowest), [Y(index), options @ ..]) => {
                *options.get(usize::try_from(index.saturating_sub(*lowest)).ok()?)?
            }
            _ => return None,
        })
    }
}

fn ladder(weights: &[u8], shifts: &[Value], years: i32) -> Option<Percent> {
    let shift = |(value, halves): (&Value, &u8)| match value {
        Value::Percent(percent) => Some((*percent, *halves)),
        _ => None,
    };
    let shifts: Option<Vec<_>> = shifts.iter().zip(weights).map(shift).collect();
    Some(<Percent as Rate<Plain>>::ladder(&shifts?, years))
}

impl Condition {
    /// Whether it holds of a number.
    #[must_use]
    pub fn holds_of(self, value: Value) -> bool {
        match (self, value) {
            (Self::Negative, Value::Kroner(amount)) => amount.is_negative(),
            (Self::Negative, Value::Years(years)) => years < 0,
            (Self::Zero, value) => value.is_zero(),
            (Self::Negative, _) => false,
        }
    }
}
