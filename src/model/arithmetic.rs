//! Regnemåten: what the model computes with, plain numbers or numbers that remember how they were made.
//!
//! Every formula of the model is written once, over an [`Arithmetic`]. With [`Plain`] an amount is a
//! number and nothing else; with [`Tracing`](super::trace::Tracing) it also remembers its terms, its name
//! and its source, and every branch of a choice, taken or not.

use super::lever::Lever;
use super::municipality::Provenance;
use super::quantity::{Quantity, Side};
use super::units::{Kroner, Percent, Persons, Ratio, Year, stretch};
use std::fmt::Debug;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

/// Opphav: where a number comes from that no formula makes.
#[derive(Clone, Copy, Debug)]
pub enum Source<'a> {
    /// Trykt eller beregnet: it stands in the municipality file.
    File(&'a Provenance),
    /// Spak: the user moved it, or it stands at the plan's mark.
    Lever(Lever),
    /// Brukerens tall: the user typed it in.
    UserFigure,
    /// Mangler: no document gives it, so only its change is counted.
    Missing,
    /// Etter definisjonen: a projection starts with no deficit; a line that is not printed is zero.
    Definition,
    /// Modellens egen forutsetning, where the file gives none.
    Standard,
}

/// The name and the source of a number that no formula makes.
#[derive(Clone, Copy, Debug)]
pub struct Tag<'a> {
    /// Which quantity.
    pub quantity: Quantity,
    /// Of which year.
    pub year: Year,
    /// Where it comes from.
    pub source: Source<'a>,
}

/// Vilkår: what a choice between two formulas depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The number is below zero.
    Negative,
    /// The number is zero.
    Zero,
}

/// A condition as it came out, and the number it was asked of.
#[derive(Clone, Copy, Debug)]
pub struct Test {
    /// Whether it holds.
    pub holds: bool,
    /// What was asked.
    pub condition: Condition,
    /// Where the number stands in a trace.
    pub node: Option<u32>,
}

/// A number of the model: plain or traced.
pub trait Number<A: Arithmetic>: Copy + Default + Debug + PartialEq + Eq {
    /// The number without its memory.
    type Plain: Copy + Default;

    /// A number that no formula makes.
    fn given(arithmetic: A, value: Self::Plain, tag: Tag<'_>) -> Self;
    /// The number without its memory.
    fn plain(self) -> Self::Plain;
    /// The same number by the name of a quantity.
    #[must_use]
    fn named(self, quantity: Quantity, year: Year) -> Self;
    /// The last given level, which stands in a later year.
    #[must_use]
    fn carried(self, quantity: Quantity, year: Year) -> Self;
    /// One of two numbers; a trace keeps both.
    #[must_use]
    fn chosen(test: Test, then: Self, otherwise: Self) -> Self;
}

/// An amount of money; see [`Kroner`] for what each operation means and how it rounds.
#[allow(missing_docs, reason = "each is the operation of the same name in units")]
pub trait Money<A: Arithmetic<Kroner = Self>>:
    Number<A, Plain = Kroner> + Add<Output = Self> + Sub<Output = Self> + Neg<Output = Self> + Sum
{
    #[must_use]
    fn smaller(self, other: Self) -> Self;
    #[must_use]
    fn larger(self, other: Self) -> Self;
    #[must_use]
    fn at_least_zero(self) -> Self;
    #[must_use]
    fn times(self, ratio: A::Ratio) -> Self;
    #[must_use]
    fn times_share(self, part: Self, whole: Self) -> Self;
    #[must_use]
    fn divided_by(self, parts: A::Count) -> Self;
    /// What a yearly profile is in each year when it is moved and stretched; see [`stretch`].
    fn moved(profile: &Profile<'_, Self>, years: &[Year], moved: A::Count, stretched: A::Count) -> Vec<Self>;
    /// The amount of one of several years; a trace keeps them all.
    fn picked(index: A::Count, range: std::ops::RangeInclusive<i32>, option: impl Fn(i32) -> Self) -> Self;
    #[must_use]
    fn for_each_of(self, people: A::Persons) -> Self;
    fn as_percent_of(self, whole: Self) -> Option<A::Percent>;
    fn is_negative(self) -> Test;
}

/// A rate, a share or a difference in percentage points; see [`Percent`].
#[allow(missing_docs, reason = "each is the operation of the same name in units")]
pub trait Rate<A: Arithmetic<Percent = Self>>:
    Number<A, Plain = Percent> + Add<Output = Self> + Sub<Output = Self> + Sum
{
    #[must_use]
    fn hundred() -> Self;
    #[must_use]
    fn at_least_zero(self) -> Self;
    fn of(self, amount: A::Kroner) -> A::Kroner;
    fn of_rounded_up(self, amount: A::Kroner) -> A::Kroner;
    fn of_mean(self, opening: A::Kroner, closing: A::Kroner) -> A::Kroner;
    #[must_use]
    fn of_percent(self, other: Self) -> Self;
    #[must_use]
    fn halved(self) -> Self;
    /// The mean of a ladder of shifts, each with its weight in halves, over a number of years.
    fn ladder(shifts: &[(Self, u8)], years: A::Count) -> Self;
    fn compounded(self, years: i32) -> A::Ratio;
    fn is_zero(self) -> Test;
}

/// A number of inhabitants; see [`Persons`].
#[allow(missing_docs, reason = "each is the operation of the same name in units")]
pub trait People<A: Arithmetic<Persons = Self>>:
    Number<A, Plain = Persons> + Add<Output = Self> + Sub<Output = Self> + Sum
{
    #[must_use]
    fn grown(self, growth: A::Ratio, extra: A::Percent) -> Self;
    fn over(self, whole: Self) -> A::Ratio;
}

/// A whole number of years, or a year.
#[allow(missing_docs, reason = "each is the operation of the same name on whole numbers")]
pub trait Whole<A: Arithmetic<Count = Self>>:
    Number<A, Plain = i32> + From<i32> + Add<Output = Self> + Sub<Output = Self>
{
    fn is_negative(self) -> Test;
    fn is_zero(self) -> Test;
}

/// A yearly profile: the amounts from its first year on.
#[derive(Clone, Copy, Debug)]
pub struct Profile<'a, K> {
    /// The year of the first amount.
    pub first: Year,
    /// One amount a year.
    pub amounts: &'a [K],
}

impl Profile<'_, Kroner> {
    /// The amount of a year of the profile moved by some years.
    #[must_use]
    pub fn moved_to(&self, year: Year, moved: i32) -> Kroner {
        let index = usize::try_from(year.plus(moved.saturating_neg()).since(self.first));
        index.ok().and_then(|index| self.amounts.get(index)).copied().unwrap_or_default()
    }
}

/// A pure factor; see [`Ratio`].
#[allow(missing_docs, reason = "each is the operation of the same name in units")]
pub trait Factor<A: Arithmetic<Ratio = Self>>: Number<A, Plain = Ratio> {
    #[must_use]
    fn and_then(self, growth: A::Percent) -> Self;
    fn growth(self) -> A::Percent;
}

/// What a formula computes with.
pub trait Arithmetic: Copy + Debug + PartialEq + Eq {
    /// An amount.
    type Kroner: Money<Self>;
    /// A rate or a share.
    type Percent: Rate<Self>;
    /// Inhabitants.
    type Persons: People<Self>;
    /// A factor.
    type Ratio: Factor<Self>;
    /// A whole number of years.
    type Count: Whole<Self>;

    /// Whether what a scenario leaves alone is kept as a term, so that a trace can be computed again with
    /// any input changed.
    const KEEPS_UNMOVED: bool;

    /// What is computed from here on belongs to this projection.
    fn enter(self, side: Side);

    /// One of two formulas. Plain numbers compute only the one that counts; a trace keeps both.
    fn either<T: Number<Self>>(
        self,
        test: Test,
        then: impl FnOnce() -> T,
        otherwise: impl FnOnce() -> T,
    ) -> T {
        if Self::KEEPS_UNMOVED {
            T::chosen(test, then(), otherwise())
        } else if test.holds {
            then()
        } else {
            otherwise()
        }
    }
}

/// Bare tallet: the arithmetic of [`units`](super::units), and nothing remembered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Plain;

impl Arithmetic for Plain {
    type Kroner = Kroner;
    type Percent = Percent;
    type Persons = Persons;
    type Ratio = Ratio;
    type Count = i32;

    const KEEPS_UNMOVED: bool = false;

    fn enter(self, _: Side) {}
}

macro_rules! plain_numbers {
    ($($number:ty),*) => {$(
        impl Number<Plain> for $number {
            type Plain = Self;

            #[inline]
            fn given(_: Plain, value: Self, _: Tag<'_>) -> Self {
                value
            }
            #[inline]
            fn plain(self) -> Self {
                self
            }
            #[inline]
            fn named(self, _: Quantity, _: Year) -> Self {
                self
            }
            #[inline]
            fn carried(self, _: Quantity, _: Year) -> Self {
                self
            }
            #[inline]
            fn chosen(test: Test, then: Self, otherwise: Self) -> Self {
                if test.holds { then } else { otherwise }
            }
        }
    )*};
}

plain_numbers!(Kroner, Percent, Persons, Ratio, i32);

impl Money<Plain> for Kroner {
    #[inline]
    fn smaller(self, other: Self) -> Self {
        self.min(other)
    }
    #[inline]
    fn larger(self, other: Self) -> Self {
        self.max(other)
    }
    #[inline]
    fn at_least_zero(self) -> Self {
        Self::at_least_zero(self)
    }
    #[inline]
    fn times(self, ratio: Ratio) -> Self {
        Self::times(self, ratio)
    }
    #[inline]
    fn times_share(self, part: Self, whole: Self) -> Self {
        Self::times_share(self, part, whole).unwrap_or_default()
    }
    #[inline]
    fn divided_by(self, parts: i32) -> Self {
        Self::divided_by(self, u32::try_from(parts).unwrap_or(0))
    }
    fn moved(profile: &Profile<'_, Self>, years: &[Year], moved: i32, stretched: i32) -> Vec<Self> {
        let longer;
        let mut profile = *profile;
        if stretched > 0 {
            longer = stretch(profile.amounts, stretched.unsigned_abs());
            profile.amounts = &longer;
        }
        years.iter().map(|year| profile.moved_to(*year, moved)).collect()
    }
    #[inline]
    fn picked(index: i32, _: std::ops::RangeInclusive<i32>, option: impl Fn(i32) -> Self) -> Self {
        option(index)
    }
    #[inline]
    fn for_each_of(self, people: Persons) -> Self {
        Self::for_each_of(self, people)
    }
    #[inline]
    fn as_percent_of(self, whole: Self) -> Option<Percent> {
        Self::as_percent_of(self, whole)
    }
    #[inline]
    fn is_negative(self) -> Test {
        Test { holds: Self::is_negative(self), condition: Condition::Negative, node: None }
    }
}

impl Rate<Plain> for Percent {
    #[inline]
    fn hundred() -> Self {
        Self::HUNDRED
    }
    #[inline]
    fn at_least_zero(self) -> Self {
        self.max(Self::ZERO)
    }
    #[inline]
    fn of(self, amount: Kroner) -> Kroner {
        Self::of(self, amount)
    }
    #[inline]
    fn of_rounded_up(self, amount: Kroner) -> Kroner {
        Self::of_rounded_up(self, amount)
    }
    #[inline]
    fn of_mean(self, opening: Kroner, closing: Kroner) -> Kroner {
        Self::of_mean(self, opening, closing)
    }
    #[inline]
    fn of_percent(self, other: Self) -> Self {
        Self::of_percent(self, other)
    }
    #[inline]
    fn halved(self) -> Self {
        self.divided_by(2)
    }
    fn ladder(shifts: &[(Self, u8)], years: i32) -> Self {
        // A weight of two halves is the shift twice, so that nothing is rounded before the division.
        let doubled: Self =
            shifts.iter().map(|(shift, halves)| (0..*halves).map(|_| *shift).sum::<Self>()).sum();
        doubled.divided_by(u32::try_from(years).unwrap_or(0).saturating_mul(2))
    }
    #[inline]
    fn compounded(self, years: i32) -> Ratio {
        Self::compounded(self, years)
    }
    #[inline]
    fn is_zero(self) -> Test {
        Test { holds: self == Self::ZERO, condition: Condition::Zero, node: None }
    }
}

impl People<Plain> for Persons {
    #[inline]
    fn grown(self, growth: Ratio, extra: Percent) -> Self {
        Self::grown(self, growth, extra)
    }
    #[inline]
    fn over(self, whole: Self) -> Ratio {
        Ratio::between(self, whole)
    }
}

impl Whole<Plain> for i32 {
    #[inline]
    fn is_negative(self) -> Test {
        Test { holds: self < 0, condition: Condition::Negative, node: None }
    }
    #[inline]
    fn is_zero(self) -> Test {
        Test { holds: self == 0, condition: Condition::Zero, node: None }
    }
}

impl Factor<Plain> for Ratio {
    #[inline]
    fn and_then(self, growth: Percent) -> Self {
        Self::and_then(self, growth)
    }
    #[inline]
    fn growth(self) -> Percent {
        Self::growth(self)
    }
}
