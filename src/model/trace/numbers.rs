//! Tall med spor: the arithmetic of the model on numbers that take themselves down on a tape.

use super::{NodeId, Op, Origin, Tape};
use crate::model::arithmetic::{
    Arithmetic, Condition, Factor, Money, Number, People, Plain, Profile, Rate, Source, Tag, Test, Whole,
};
use crate::model::quantity::{Place, Quantity, Side, Value};
use crate::model::units::{Kroner, Percent, Persons, Ratio, Year};
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

/// Regning med spor: every number is taken down on a tape.
#[derive(Clone, Copy, Debug)]
pub struct Tracing<'t>(pub &'t Tape);

impl PartialEq for Tracing<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Eq for Tracing<'_> {}

/// Et tall med spor: its value, and its place on the tape; a constant has none.
#[derive(Clone, Copy, Default)]
pub struct Traced<'t, T> {
    value: T,
    at: Option<(&'t Tape, NodeId)>,
}

impl<T: PartialEq> PartialEq for Traced<'_, T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Eq> Eq for Traced<'_, T> {}

impl<T: fmt::Debug> fmt::Debug for Traced<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(formatter)
    }
}

/// A term of an operation while it is taken down.
type Argument<'t> = (Value, Option<(&'t Tape, NodeId)>);

impl<'t, T: Copy + Into<Value>> Traced<'t, T> {
    fn argument(self) -> Argument<'t> {
        (self.value.into(), self.at)
    }

    /// Takes an operation down; between constants there is nothing to take down.
    fn made(value: T, op: Op, arguments: &[Argument<'t>]) -> Self {
        let Some(tape) = arguments.iter().find_map(|(_, at)| at.map(|(tape, _)| tape)) else {
            return Self { value, at: None };
        };
        let id = |(value, at): &Argument<'t>| match at {
            Some((_, id)) => *id,
            None => tape.push(Op::Constant, Vec::new(), *value),
        };
        let arguments = arguments.iter().map(id).collect();
        Self { value, at: Some((tape, tape.push(op, arguments, value.into()))) }
    }

    fn renamed(self, quantity: Quantity, year: Year, again: Op) -> Self {
        let name =
            |(tape, id): (&'t Tape, NodeId)| (tape, tape.name(id, self.value.into(), quantity, year, again));
        Self { at: self.at.map(name), ..self }
    }

    fn test(self, condition: Condition) -> Test {
        Test { holds: condition.holds_of(self.value.into()), condition, node: self.at.map(|(_, id)| id) }
    }
}

impl<'t, T: Copy + Default + fmt::Debug + Eq + Into<Value>> Number<Tracing<'t>> for Traced<'t, T> {
    type Plain = T;

    fn given(Tracing(tape): Tracing<'t>, value: T, tag: Tag<'_>) -> Self {
        let place = Place { side: tape.side.get(), quantity: tag.quantity, year: tag.year };
        if let Some(id) = tape.given_before(place, value.into()) {
            return Self { value, at: Some((tape, id)) };
        }
        let origin = match tag.source {
            Source::File(provenance) => Origin::File(provenance.clone()),
            Source::Lever(input) => Origin::Lever(input),
            Source::UserFigure => Origin::UserFigure,
            Source::Missing => Origin::Missing,
            Source::Definition => Origin::Definition,
            Source::Standard => Origin::Standard,
        };
        let id = tape.push(Op::Given(origin), Vec::new(), value.into());
        Self { value, at: Some((tape, tape.name(id, value.into(), tag.quantity, tag.year, Op::Same))) }
    }

    fn plain(self) -> T {
        self.value
    }

    fn named(self, quantity: Quantity, year: Year) -> Self {
        self.renamed(quantity, year, Op::Same)
    }

    fn carried(self, quantity: Quantity, year: Year) -> Self {
        self.renamed(quantity, year, Op::Carried)
    }

    fn chosen(test: Test, then: Self, otherwise: Self) -> Self {
        let value = if test.holds { then.value } else { otherwise.value };
        let arguments = [then.argument(), otherwise.argument()];
        let tape = arguments.iter().find_map(|(_, at)| at.map(|(tape, _)| tape));
        match (test.node, tape) {
            (Some(node), Some(tape)) => {
                let [then, otherwise] = arguments;
                // The value of what is asked stands in its own node.
                let asked = (then.0, Some((tape, node)));
                Self::made(value, Op::Either(test.condition), &[asked, then, otherwise])
            }
            _ if test.holds => then,
            _ => otherwise,
        }
    }
}

impl<'t> Arithmetic for Tracing<'t> {
    type Kroner = Traced<'t, Kroner>;
    type Percent = Traced<'t, Percent>;
    type Persons = Traced<'t, Persons>;
    type Ratio = Traced<'t, Ratio>;
    type Count = Traced<'t, i32>;

    const KEEPS_UNMOVED: bool = true;

    fn enter(self, side: Side) {
        self.0.side.set(side);
    }
}

impl<T: Copy + Into<Value> + Add<Output = T>> Add for Traced<'_, T> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::made(self.value + other.value, Op::Add, &[self.argument(), other.argument()])
    }
}

impl<T: Copy + Into<Value> + Sub<Output = T>> Sub for Traced<'_, T> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::made(self.value - other.value, Op::Subtract, &[self.argument(), other.argument()])
    }
}

impl<T: Copy + Into<Value> + Neg<Output = T>> Neg for Traced<'_, T> {
    type Output = Self;
    fn neg(self) -> Self {
        Self::made(-self.value, Op::Negate, &[self.argument()])
    }
}

impl<T: Copy + Default + Into<Value> + Add<Output = T>> Sum for Traced<'_, T> {
    fn sum<I: Iterator<Item = Self>>(mut numbers: I) -> Self {
        let first = numbers.next().unwrap_or_default();
        numbers.fold(first, Add::add)
    }
}

impl<'t> Money<Tracing<'t>> for Traced<'t, Kroner> {
    fn smaller(self, other: Self) -> Self {
        Self::made(self.value.min(other.value), Op::Smaller, &[self.argument(), other.argument()])
    }
    fn larger(self, other: Self) -> Self {
        Self::made(self.value.max(other.value), Op::Larger, &[self.argument(), other.argument()])
    }
    fn at_least_zero(self) -> Self {
        Self::made(self.value.at_least_zero(), Op::AtLeastZero, &[self.argument()])
    }
    fn times(self, ratio: Traced<'t, Ratio>) -> Self {
        Self::made(self.value.times(ratio.value), Op::Times, &[self.argument(), ratio.argument()])
    }
    fn times_share(self, part: Self, whole: Self) -> Self {
        let value = self.value.times_share(part.value, whole.value).unwrap_or_default();
        Self::made(value, Op::TimesShare, &[self.argument(), part.argument(), whole.argument()])
    }
    fn divided_by(self, parts: Traced<'t, i32>) -> Self {
        let value = <Kroner as Money<Plain>>::divided_by(self.value, parts.value);
        Self::made(value, Op::DividedBy, &[self.argument(), parts.argument()])
    }
    fn moved(
        profile: &Profile<'_, Self>,
        years: &[Year],
        moved: Traced<'t, i32>,
        stretched: Traced<'t, i32>,
    ) -> Vec<Self> {
        let plain: Vec<Kroner> = profile.amounts.iter().map(|amount| amount.value).collect();
        let plain = Profile { first: profile.first, amounts: &plain };
        let values = <Kroner as Money<Plain>>::moved(&plain, years, moved.value, stretched.value);
        let mut arguments = vec![moved.argument(), stretched.argument()];
        arguments.extend(profile.amounts.iter().map(|amount| amount.argument()));
        let in_year =
            |(value, year): (Kroner, &Year)| Self::made(value, Op::Moved(profile.first, *year), &arguments);
        values.into_iter().zip(years).map(in_year).collect()
    }
    fn picked(
        index: Traced<'t, i32>,
        range: std::ops::RangeInclusive<i32>,
        option: impl Fn(i32) -> Self,
    ) -> Self {
        let value = option(index.value).value;
        let lowest = *range.start();
        let mut arguments = vec![index.argument()];
        arguments.extend(range.map(|index| option(index).argument()));
        Self::made(value, Op::Picked(lowest), &arguments)
    }
    fn for_each_of(self, people: Traced<'t, Persons>) -> Self {
        Self::made(self.value.for_each_of(people.value), Op::ForEachOf, &[self.argument(), people.argument()])
    }
    fn as_percent_of(self, whole: Self) -> Option<Traced<'t, Percent>> {
        let share = self.value.as_percent_of(whole.value)?;
        Some(Traced::made(share, Op::PercentOf, &[self.argument(), whole.argument()]))
    }
    fn is_negative(self) -> Test {
        self.test(Condition::Negative)
    }
}

impl<'t> Rate<Tracing<'t>> for Traced<'t, Percent> {
    fn hundred() -> Self {
        Self { value: Percent::HUNDRED, at: None }
    }
    fn at_least_zero(self) -> Self {
        Self::made(self.value.max(Percent::ZERO), Op::AtLeastZero, &[self.argument()])
    }
    fn of(self, amount: Traced<'t, Kroner>) -> Traced<'t, Kroner> {
        Traced::made(self.value.of(amount.value), Op::Share, &[self.argument(), amount.argument()])
    }
    fn of_rounded_up(self, amount: Traced<'t, Kroner>) -> Traced<'t, Kroner> {
        let value = self.value.of_rounded_up(amount.value);
        Traced::made(value, Op::ShareRoundedUp, &[self.argument(), amount.argument()])
    }
    fn of_mean(self, opening: Traced<'t, Kroner>, closing: Traced<'t, Kroner>) -> Traced<'t, Kroner> {
        let value = self.value.of_mean(opening.value, closing.value);
        Traced::made(value, Op::MeanShare, &[self.argument(), opening.argument(), closing.argument()])
    }
    fn of_percent(self, other: Self) -> Self {
        Self::made(self.value.of_percent(other.value), Op::Share, &[self.argument(), other.argument()])
    }
    fn halved(self) -> Self {
        Self::made(self.value.divided_by(2), Op::Halved, &[self.argument()])
    }
    fn ladder(shifts: &[(Self, u8)], years: Traced<'t, i32>) -> Self {
        let plain: Vec<(Percent, u8)> = shifts.iter().map(|(shift, halves)| (shift.value, *halves)).collect();
        let value = <Percent as Rate<Plain>>::ladder(&plain, years.value);
        let mut arguments: Vec<_> = shifts.iter().map(|(shift, _)| shift.argument()).collect();
        arguments.push(years.argument());
        Self::made(value, Op::Ladder(shifts.iter().map(|(_, halves)| *halves).collect()), &arguments)
    }
    fn compounded(self, years: i32) -> Traced<'t, Ratio> {
        Traced::made(self.value.compounded(years), Op::Compounded(years), &[self.argument()])
    }
    fn is_zero(self) -> Test {
        self.test(Condition::Zero)
    }
}

impl<'t> People<Tracing<'t>> for Traced<'t, Persons> {
    fn grown(self, growth: Traced<'t, Ratio>, extra: Traced<'t, Percent>) -> Self {
        let value = self.value.grown(growth.value, extra.value);
        Self::made(value, Op::Grown, &[self.argument(), growth.argument(), extra.argument()])
    }
    fn over(self, whole: Self) -> Traced<'t, Ratio> {
        let value = Ratio::between(self.value, whole.value);
        Traced::made(value, Op::Over, &[self.argument(), whole.argument()])
    }
}

impl From<i32> for Traced<'_, i32> {
    fn from(value: i32) -> Self {
        Self { value, at: None }
    }
}

impl<'t> Whole<Tracing<'t>> for Traced<'t, i32> {
    fn is_negative(self) -> Test {
        self.test(Condition::Negative)
    }
    fn is_zero(self) -> Test {
        self.test(Condition::Zero)
    }
}

impl<'t> Factor<Tracing<'t>> for Traced<'t, Ratio> {
    fn and_then(self, growth: Traced<'t, Percent>) -> Self {
        Self::made(self.value.and_then(growth.value), Op::Times, &[self.argument(), growth.argument()])
    }
    fn growth(self) -> Traced<'t, Percent> {
        Traced::made(self.value.growth(), Op::Growth, &[self.argument()])
    }
}
