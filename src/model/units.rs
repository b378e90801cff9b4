//! Money, percentages, years and series: the only place that rounds or divides.
//!
//! Amounts are [`Kroner`], always whole. Percentages and percentage points are [`Percent`].
//! A figure per year is a [`YearSeries`]. Everything is whole numbers or exact decimal arithmetic, so that
//! the identities of the yearly account hold with `==`.

mod packed;

use super::order::in_order;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::de::{self, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::iter::Sum;
use std::marker::PhantomData;
use std::ops::{Add, AddAssign, Neg, Sub};

/// Half away from zero, as people round on paper. The default of `rust_decimal` is banker's rounding.
const BOOKED: RoundingStrategy = RoundingStrategy::MidpointAwayFromZero;

/// Beløp: an amount of money in whole kroner.
///
/// Data files and forms speak thousand kroner, so that is what serde reads and writes:
/// `143893` in a file is 143 893 000 kroner. Three decimals in a file are single kroner.
///
/// ```
/// use handlingsrom::model::units::Kroner;
/// let loan: Kroner = serde_json::from_str("143893")?;
/// assert_eq!(loan, Kroner::new(143_893_000));
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// A whole number, so that a sum costs next to nothing. A sum beyond nine billion billion kroner stays there.
#[doc(alias = "beløp")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kroner(i64);

impl Kroner {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// An amount given in whole kroner.
    #[must_use]
    pub const fn new(kroner: i64) -> Self {
        Self(kroner)
    }

    /// An amount given in thousand kroner, the unit of the published tables; rounded to whole kroner.
    ///
    /// ```
    /// # use handlingsrom::model::units::Kroner;
    /// # use rust_decimal::dec;
    /// assert_eq!(Kroner::from_thousands(dec!(1.2345)), Kroner::new(1_235));
    /// ```
    #[must_use]
    pub fn from_thousands(thousands: Decimal) -> Self {
        Self::booked(thousands * Decimal::ONE_THOUSAND)
    }

    /// An amount given in million kroner; rounded to whole kroner.
    #[must_use]
    pub fn from_millions(millions: Decimal) -> Self {
        Self::from_thousands(millions * Decimal::ONE_THOUSAND)
    }

    /// The amount in kroner.
    #[must_use]
    pub fn kroner(self) -> Decimal {
        Decimal::from(self.0)
    }

    /// The amount in thousand kroner, exact.
    #[must_use]
    pub fn thousands(self) -> Decimal {
        Decimal::new(self.0, 3).normalize()
    }

    /// The amount in million kroner, exact.
    #[must_use]
    pub fn millions(self) -> Decimal {
        Decimal::new(self.0, 6).normalize()
    }

    /// True for an amount below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// The amount without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        Self(self.0.saturating_abs())
    }

    /// The amount, or zero when it is negative: `max(0, self)`.
    #[must_use]
    pub fn at_least_zero(self) -> Self {
        self.max(Self::ZERO)
    }

    /// This amount as percent of `whole`; `None` when there is nothing to take a share of.
    ///
    /// ```
    /// # use handlingsrom::model::units::{Kroner, Percent};
    /// # use rust_decimal::dec;
    /// let share = Kroner::new(7).as_percent_of(Kroner::new(28));
    /// assert_eq!(share, Some(Percent::new(dec!(25))));
    /// assert_eq!(Kroner::new(7).as_percent_of(Kroner::ZERO), None);
    /// ```
    #[must_use]
    pub fn as_percent_of(self, whole: Self) -> Option<Percent> {
        if let Some(share) = self.share_in_digits(whole) {
            return Some(Percent(Decimal::new(share, 8)));
        }
        self.kroner()
            .checked_div(whole.kroner())
            .map(|share| Percent((share * Decimal::ONE_HUNDRED).round_dp_with_strategy(8, BOOKED)))
    }

    /// Percent of `whole` without its decimal point, eight digits after it, by division on paper: five digits
    /// at a time, in whole numbers of 64 bits; `None` where it does not fit.
    fn share_in_digits(self, whole: Self) -> Option<i64> {
        const DIGITS: i64 = 100_000;
        let mut share = self.0.checked_div(whole.0)?;
        let mut left = self.0.checked_rem(whole.0)?;
        for _ in 0..2 {
            let next = left.checked_mul(DIGITS)?;
            share = share.checked_mul(DIGITS)?.checked_add(next.checked_div(whole.0)?)?;
            left = next.checked_rem(whole.0)?;
        }
        Some(Part { whole: share, left: left * whole.0.signum(), scale: whole.0 }.rounded().0)
    }

    /// How many times a unit cost goes into this amount, to eight decimals: kroner as årsverk.
    #[must_use]
    pub fn in_units_of(self, unit: Self) -> Option<Decimal> {
        self.kroner().checked_div(unit.kroner()).map(|count| count.round_dp_with_strategy(8, BOOKED))
    }

    /// This amount per inhabitant, in whole kroner; `None` where nobody lives.
    #[must_use]
    pub fn per(self, people: Persons) -> Option<Self> {
        self.divided_among(people).map(Self::booked)
    }

    /// Kroner per inhabitant with its decimals, for comparing; `None` where nobody lives.
    #[must_use]
    pub fn divided_among(self, people: Persons) -> Option<Decimal> {
        self.kroner().checked_div(people.0)
    }

    /// The amount times a ratio such as inhabitants(t) / inhabitants(2025), rounded to whole kroner.
    #[must_use]
    pub fn times(self, ratio: Ratio) -> Self {
        if self == Self::ZERO || ratio == Ratio::ONE {
            return self;
        }
        Self::booked(self.kroner() * ratio.0)
    }

    /// This amount per inhabitant, times a number of inhabitants, rounded to whole kroner.
    #[must_use]
    pub fn for_each_of(self, people: Persons) -> Self {
        Self::booked(self.kroner() * people.0)
    }

    /// This amount times `part / whole`, rounded to whole kroner; `None` when there is no whole.
    ///
    /// ```
    /// # use handlingsrom::model::units::Kroner;
    /// let share = Kroner::new(174_015).times_share(Kroner::new(4_047_013), Kroner::new(4_521_698));
    /// assert_eq!(share, Some(Kroner::new(155_747)));
    /// ```
    #[must_use]
    pub fn times_share(self, part: Self, whole: Self) -> Option<Self> {
        (self.kroner() * part.kroner()).checked_div(whole.kroner()).map(Self::booked)
    }

    /// An equal part of this amount, rounded to whole kroner; all of it when it is not to be divided.
    #[must_use]
    pub fn divided_by(self, parts: u32) -> Self {
        self.kroner().checked_div(Decimal::from(parts)).map_or(self, Self::booked)
    }

    /// The mean of two balances; half a krone is kept, so this is for comparing, not for booking.
    fn mean(self, other: Self) -> Decimal {
        (self.kroner() + other.kroner()) / Decimal::TWO
    }

    fn booked(exact: Decimal) -> Self {
        Self::whole(exact.round_dp_with_strategy(0, BOOKED))
    }

    fn whole(rounded: Decimal) -> Self {
        let end = if rounded.is_sign_negative() { i64::MIN } else { i64::MAX };
        Self(rounded.to_i64().unwrap_or(end))
    }
}

impl Add for Kroner {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Kroner {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Kroner {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl AddAssign for Kroner {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Kroner {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

impl Serialize for Kroner {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_number(self.thousands(), serializer)
    }
}

impl<'de> Deserialize<'de> for Kroner {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        /// A thousand billion kroner: beyond any municipality, and far from where decimals overflow.
        const LARGEST: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);
        let thousands = <Decimal as Deserialize>::deserialize(deserializer)?;
        if thousands.abs() > LARGEST {
            return Err(de::Error::custom(format_args!("amount out of range: {thousands}")));
        }
        Ok(Self::from_thousands(thousands))
    }
}

/// Prosent: a percentage, or a difference between two percentages (prosentpoeng).
///
/// `1.75` is 1.75 %, never 175 %.
#[doc(alias = "prosent")]
#[doc(alias = "prosentpoeng")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(Decimal);

impl Percent {
    /// Nothing.
    pub const ZERO: Self = Self(Decimal::ZERO);
    /// All of it.
    pub const HUNDRED: Self = Self(Decimal::ONE_HUNDRED);

    /// A percentage.
    #[must_use]
    pub const fn new(percent: Decimal) -> Self {
        Self(percent)
    }

    /// The number in front of the percent sign.
    #[must_use]
    pub fn value(self) -> Decimal {
        self.0
    }

    /// This percentage of an amount, rounded to whole kroner.
    ///
    /// ```
    /// # use handlingsrom::model::units::{Kroner, Percent};
    /// # use rust_decimal::dec;
    /// assert_eq!(Percent::new(dec!(4.9)).of(Kroner::new(1_000)), Kroner::new(49));
    /// ```
    #[must_use]
    pub fn of(self, amount: Kroner) -> Kroner {
        // Most measures and projects cost nothing in most years.
        if amount == Kroner::ZERO {
            return amount;
        }
        self.part_of(amount.0, 100)
            .map_or_else(|| Kroner::booked(amount.kroner() * self.fraction()), |part| part.rounded())
    }

    /// This percentage of an amount, rounded up to whole kroner: the least sum that is still enough.
    #[must_use]
    pub fn of_rounded_up(self, amount: Kroner) -> Kroner {
        self.part_of(amount.0, 100).map_or_else(
            || Kroner::whole((amount.kroner() * self.fraction()).ceil()),
            |part| part.rounded_up(),
        )
    }

    /// This yearly rate on the mean of an opening and a closing balance, rounded to whole kroner.
    #[must_use]
    pub fn of_mean(self, opening: Kroner, closing: Kroner) -> Kroner {
        let part = opening.0.checked_add(closing.0).and_then(|both| self.part_of(both, 200));
        part.map_or_else(|| Kroner::booked(opening.mean(closing) * self.fraction()), |part| part.rounded())
    }

    /// `amount · percent / divisor` in whole numbers of 64 bits, which is what nearly every amount and rate
    /// fits in, and many times as fast as decimals; `None` where it does not.
    fn part_of(self, amount: i64, divisor: i64) -> Option<Part> {
        /// A rate of many decimals is multiplied in two steps: the last six, then the rest.
        const LAST: i64 = 1_000_000;
        /// With so many, what a product is divided by is still within 64 bits.
        const MOST_DECIMALS: u32 = 16;
        let percent = i64::try_from(self.0.mantissa()).ok()?;
        let decimals = self.0.scale();
        if decimals > MOST_DECIMALS {
            return None;
        }
        let scale = 10_i64.pow(decimals) * divisor;
        if let Some(product) = amount.checked_mul(percent) {
            return Some(Part { whole: product / scale, left: product % scale, scale });
        }
        if scale % LAST != 0 {
            return None;
        }
        let last = amount.checked_mul(percent % LAST)?;
        let rest = amount.checked_mul(percent / LAST)?.checked_add(last / LAST)?;
        let scale_of_rest = scale / LAST;
        let left = rest % scale_of_rest * LAST + last % LAST;
        Some(Part { whole: rest / scale_of_rest, left, scale })
    }

    /// The same share as a factor: 80 % is 0.8.
    #[must_use]
    pub fn ratio(self) -> Ratio {
        Ratio(self.fraction())
    }

    /// This percentage of another: 62 % of 1 percentage point is 0.62 percentage points.
    #[must_use]
    pub fn of_percent(self, other: Self) -> Self {
        Self(other.0 * self.fraction())
    }

    /// An equal part of this percentage; all of it when it is not to be divided.
    #[must_use]
    pub fn divided_by(self, parts: u32) -> Self {
        let part = self.0.checked_div(Decimal::from(parts)).unwrap_or(self.0);
        Self(part.round_dp_with_strategy(10, BOOKED))
    }

    /// The equal yearly payment that pays an amount back with interest at this rate, in whole kroner.
    ///
    /// `amount · rate / (1 − (1 + rate)^−years)`; an equal part of the amount when the rate is zero.
    #[must_use]
    pub fn annuity_of(self, amount: Kroner, years: u32) -> Kroner {
        let grown = self.compounded(i32::try_from(years).unwrap_or(0)).0;
        let payment = (amount.kroner() * self.fraction() * grown).checked_div(grown - Decimal::ONE);
        payment.map_or_else(|| amount.divided_by(years), Kroner::booked)
    }

    /// The effect of this yearly growth after some years: `(1 + p)^years`.
    ///
    /// ```
    /// # use handlingsrom::model::units::{Kroner, Percent};
    /// # use rust_decimal::dec;
    /// let after_two_years = Percent::new(dec!(3)).compounded(2);
    /// assert_eq!(Kroner::new(1_000_000).times(after_two_years), Kroner::new(1_060_900));
    /// assert_eq!(Percent::new(dec!(3)).compounded(0), Percent::ZERO.compounded(5));
    /// ```
    #[must_use]
    pub fn compounded(self, years: i32) -> Ratio {
        if self == Self::ZERO {
            return Ratio::ONE;
        }
        (0..years).fold(Ratio::ONE, |grown, _| grown.and_then(self))
    }

    fn fraction(self) -> Decimal {
        self.0 * Decimal::from_parts(1, 0, 0, false, 2)
    }
}

/// A product that is divided: the whole kroner, and what is left of the next one, in parts of `scale`.
struct Part {
    whole: i64,
    left: i64,
    scale: i64,
}

impl Part {
    /// Half away from zero, as [`BOOKED`].
    fn rounded(&self) -> Kroner {
        let up = self.left.unsigned_abs() >= self.scale.unsigned_abs() - self.left.unsigned_abs();
        Kroner(self.whole.saturating_add(self.left.signum() * i64::from(up)))
    }

    fn rounded_up(&self) -> Kroner {
        Kroner(self.whole + i64::from(self.left > 0))
    }
}

impl Add for Percent {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Percent {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Percent {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Percent {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::ZERO, Add::add)
    }
}

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_number(self.0, serializer)
    }
}

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let percent = <Decimal as Deserialize>::deserialize(deserializer)?;
        if percent.abs() > Decimal::from(100_000) {
            return Err(de::Error::custom(format_args!("percentage out of range: {percent}")));
        }
        Ok(Self(percent))
    }
}

/// The value of a lever, in the unit of its [`LeverSpec`](super::lever::LeverSpec).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LeverValue(Decimal);

impl LeverValue {
    /// A value.
    #[must_use]
    pub const fn new(value: Decimal) -> Self {
        Self(value)
    }

    /// The number.
    #[must_use]
    pub fn value(self) -> Decimal {
        self.0
    }
}

impl Serialize for LeverValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_number(self.0, serializer)
    }
}

impl<'de> Deserialize<'de> for LeverValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Percent::deserialize(deserializer).map(|value| Self(value.0))
    }
}

/// Forholdstall: a pure factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ratio(Decimal);

impl Default for Ratio {
    /// One: what leaves an amount as it is.
    fn default() -> Self {
        Self::ONE
    }
}

impl Ratio {
    /// Unchanged.
    pub const ONE: Self = Self(Decimal::ONE);

    /// `part / whole`; one when there is no whole, so that what cannot grow is constant.
    #[must_use]
    pub fn between(part: Persons, whole: Persons) -> Self {
        part.0.checked_div(whole.0).map_or(Self::ONE, Self)
    }

    /// One more year of growth on top of this factor, to fifteen decimals.
    #[must_use]
    pub fn and_then(self, growth: Percent) -> Self {
        let grown = self.0 * (Decimal::ONE + growth.fraction());
        Self(grown.round_dp_with_strategy(15, BOOKED))
    }

    /// The amount that was worth this much before prices rose by this factor, in whole kroner.
    #[must_use]
    pub fn deflate(self, amount: Kroner) -> Kroner {
        amount.kroner().checked_div(self.0).map_or(amount, Kroner::booked)
    }

    /// How much more than one, as a percentage: 1.05 is 5 %.
    #[must_use]
    pub fn growth(self) -> Percent {
        Percent((self.0 - Decimal::ONE) * Decimal::ONE_HUNDRED)
    }

    /// The factor itself.
    #[must_use]
    pub fn value(self) -> Decimal {
        self.0
    }
}

/// Innbyggere: people at 1 January, to a thousandth in scenarios so that small steps show.
#[doc(alias = "innbyggere")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Persons(#[serde(serialize_with = "serialize_decimal")] Decimal);

impl Persons {
    /// Nobody.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// A whole number of people.
    #[must_use]
    pub fn new(people: i64) -> Self {
        Self(Decimal::from(people))
    }

    /// A number of people that a person typed, rounded to whole people.
    #[must_use]
    pub fn whole(people: Decimal) -> Self {
        Self(people.round_dp_with_strategy(0, BOOKED))
    }

    /// How many.
    #[must_use]
    pub fn value(self) -> Decimal {
        self.0
    }

    /// One year on: this many times (`growth` + `extra` percentage points), never below nobody.
    ///
    /// `growth` is the ratio between two years of the prognosis.
    #[must_use]
    pub fn grown(self, growth: Ratio, extra: Percent) -> Self {
        let factor = (growth.0 + extra.fraction()).max(Decimal::ZERO);
        Self((self.0 * factor).round_dp_with_strategy(3, BOOKED))
    }
}

impl Add for Persons {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Persons {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Sum for Persons {
    fn sum<I: Iterator<Item = Self>>(groups: I) -> Self {
        groups.fold(Self::ZERO, Add::add)
    }
}

impl<'de> Deserialize<'de> for Persons {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let people = <Decimal as Deserialize>::deserialize(deserializer)?;
        if people.is_sign_negative() && !people.is_zero() || people > Decimal::from(100_000_000) {
            return Err(de::Error::custom(format_args!("number of inhabitants out of range: {people}")));
        }
        Ok(Self(people))
    }
}

/// Et år, for example 2028.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Year(pub i32);

impl Year {
    /// This many years later, or earlier when negative.
    #[must_use]
    pub fn plus(self, years: i32) -> Self {
        Self(self.0.saturating_add(years))
    }

    /// Years from `earlier` to this one.
    #[must_use]
    pub fn since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }

    /// `count` years on end, from this one.
    pub fn span(self, count: usize) -> impl Iterator<Item = Self> + Clone {
        (0..i32::try_from(count).unwrap_or(0)).map(move |offset| self.plus(offset))
    }
}

impl fmt::Display for Year {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// En verdi per år: one value for each year on end, without holes.
///
/// In a file it is an object with the years as keys: `{"2025": 0, "2026": 10000}`.
///
/// ```
/// use handlingsrom::model::units::{Kroner, Year, YearSeries};
/// let savings: YearSeries<Kroner> = serde_json::from_str(r#"{"2025": 0, "2026": 10000}"#)?;
/// assert_eq!(savings.get(Year(2026)), Some(&Kroner::new(10_000_000)));
/// assert_eq!(savings.get(Year(2031)), None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearSeries<T> {
    first: Year,
    values: Vec<T>,
}

impl<T> YearSeries<T> {
    /// The values of the years on end from `first`.
    #[must_use]
    pub fn new(first: Year, values: Vec<T>) -> Self {
        Self { first, values }
    }

    /// The first year with a value.
    #[must_use]
    pub fn first_year(&self) -> Year {
        self.first
    }

    /// The last year; the year before the first where there is none.
    #[must_use]
    pub fn last_year(&self) -> Year {
        self.first.plus(i32::try_from(self.values.len()).unwrap_or(i32::MAX).saturating_sub(1))
    }

    /// How many years.
    #[must_use]
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// True when no year has a value.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The value of a year, when it has one.
    #[must_use]
    pub fn get(&self, year: Year) -> Option<&T> {
        usize::try_from(year.since(self.first)).ok().and_then(|index| self.values.get(index))
    }

    /// The last value.
    #[must_use]
    pub fn last(&self) -> Option<&T> {
        self.values.last()
    }

    /// Each year with its value.
    pub fn iter(&self) -> impl Iterator<Item = (Year, &T)> {
        self.first.span(self.values.len()).zip(&self.values)
    }

    /// The values alone, in the order of the years.
    #[must_use]
    pub fn values(&self) -> &[T] {
        &self.values
    }
}

impl<T: Copy + Default> YearSeries<T> {
    /// The value of a year, or nothing (zero) outside the series.
    #[must_use]
    pub fn at(&self, year: Year) -> T {
        self.get(year).copied().unwrap_or_default()
    }

    /// The value of a year; after the series, its last value.
    #[must_use]
    pub fn at_or_last(&self, year: Year) -> T {
        match self.get(year) {
            Some(value) => *value,
            None if year > self.first => self.values.last().copied().unwrap_or_default(),
            None => T::default(),
        }
    }
}

impl<T: Serialize> Serialize for YearSeries<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.values.len()))?;
        for (year, value) in self.iter() {
            map.serialize_entry(&year.to_string(), value)?;
        }
        map.end()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for YearSeries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(YearSeriesVisitor(PhantomData))
    }
}

struct YearSeriesVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for YearSeriesVisitor<T> {
    type Value = YearSeries<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object with a number for each year")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut first = None;
        let mut values = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            let year: i32 = key.parse().map_err(|_| de::Error::custom(format_args!("not a year: {key}")))?;
            let start = *first.get_or_insert(Year(year));
            let expected = start.plus(i32::try_from(values.len()).unwrap_or(i32::MAX));
            if Year(year) != expected {
                return Err(de::Error::custom(format_args!("year out of order: {year} for {expected}")));
            }
            values.push(map.next_value()?);
        }
        let first = first.ok_or_else(|| de::Error::custom("no years"))?;
        Ok(YearSeries { first, values })
    }
}

/// Spreads an amount evenly over `count` years in whole kroner; the last year takes what rounding leaves.
///
/// ```
/// # use handlingsrom::model::units::{spread_evenly, Kroner};
/// assert_eq!(spread_evenly(Kroner::new(10), 3), vec![Kroner::new(3), Kroner::new(3), Kroner::new(4)]);
/// ```
#[must_use]
pub fn spread_evenly(total: Kroner, count: usize) -> Vec<Kroner> {
    let Some(share) = total.kroner().checked_div(Decimal::from(count)).map(Kroner::booked) else {
        return Vec::new();
    };
    let mut years = vec![share; count];
    if let Some(last) = years.last_mut() {
        let others: Kroner = std::iter::repeat_n(share, count.saturating_sub(1)).sum();
        *last = total - others;
    }
    years
}

/// Stretches a yearly profile over `extra` more years: the same sum, the same shape, in whole kroner.
///
/// Each new year takes the part of the old profile that falls in it, as when a drawing is drawn out.
///
/// ```
/// # use handlingsrom::model::units::{stretch, Kroner};
/// let profile = [Kroner::new(100), Kroner::new(300)];
/// let longer = stretch(&profile, 1);
/// assert_eq!(longer, vec![Kroner::new(67), Kroner::new(133), Kroner::new(200)]);
/// assert_eq!(stretch(&profile, 0), profile);
/// ```
#[must_use]
pub fn stretch(profile: &[Kroner], extra: u32) -> Vec<Kroner> {
    let old_length = Decimal::from(profile.len());
    let count = profile.len() + usize::try_from(extra).unwrap_or(0);
    let spent_until = |new_year: usize| -> Kroner {
        let place =
            (old_length * Decimal::from(new_year)).checked_div(Decimal::from(count)).unwrap_or_default();
        let (mut sum, mut left) = (Decimal::ZERO, place);
        for amount in profile {
            let part = left.clamp(Decimal::ZERO, Decimal::ONE);
            sum += amount.kroner() * part;
            left -= Decimal::ONE;
        }
        Kroner::booked(sum)
    };
    (0..count).map(|year| spent_until(year + 1) - spent_until(year)).collect()
}

/// Divides exact parts of a total by the same number, so that the results still sum to the total.
///
/// Each part is `numerator / divisor` rounded down to `decimals`; what is left of the total goes, one unit
/// each, to the parts that lost most, the first of equal ones. Used where shares must sum with `==`.
///
/// ```
/// # use handlingsrom::model::units::apportion;
/// # use rust_decimal::dec;
/// assert_eq!(apportion(&[dec!(7), dec!(7), dec!(7)], 6, 0), vec![dec!(2), dec!(1), dec!(1)]);
/// assert_eq!(apportion(&[dec!(-5), dec!(11)], 6, 0), vec![dec!(-1), dec!(2)]);
/// ```
#[must_use]
pub fn apportion(numerators: &[Decimal], divisor: u32, decimals: u32) -> Vec<Decimal> {
    let divisor = Decimal::from(divisor);
    let unit = Decimal::new(1, decimals);
    let whole_units = |numerator: Decimal| numerator.checked_div(divisor * unit).unwrap_or_default();
    let total = whole_units(numerators.iter().sum()).round_dp_with_strategy(0, BOOKED);
    let exact: Vec<Decimal> = numerators.iter().map(|numerator| whole_units(*numerator)).collect();
    let mut shares: Vec<Decimal> = exact.iter().map(Decimal::floor).collect();
    let lost = exact.iter().map(|share| *share - share.floor()).enumerate();
    let lost = in_order(lost, |(_, one), (_, other)| one > other);
    let mut left = total - shares.iter().sum::<Decimal>();
    for (index, _) in lost {
        if left <= Decimal::ZERO {
            break;
        }
        if let Some(share) = shares.get_mut(index) {
            *share += Decimal::ONE;
            left -= Decimal::ONE;
        }
    }
    shares.into_iter().map(|share| share * unit).collect()
}

/// What the JSON Schema of a municipality file says of these types.
#[cfg(not(target_arch = "wasm32"))]
mod schema {
    use super::{Kroner, LeverValue, Percent, Persons, Year, YearSeries};
    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
    use std::borrow::Cow;

    macro_rules! number {
        ($type:ty, $name:literal, $words:literal, $minimum:literal, $maximum:literal) => {
            impl JsonSchema for $type {
                fn schema_name() -> Cow<'static, str> {
                    $name.into()
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    json_schema!({ "type": "number", "description": $words, "minimum": $minimum, "maximum": $maximum })
                }
            }
        };
    }

    number!(Kroner, "Beløp", "Beløp i 1000 kr.", -1_000_000_000_i64, 1_000_000_000_i64);
    number!(Percent, "Prosent", "Prosent: 1,75 % skrives 1.75.", -100_000, 100_000);
    number!(LeverValue, "Spak", "Hvor spaken står, i spakens egen enhet.", -100_000, 100_000);
    number!(Persons, "Innbyggere", "Antall innbyggere.", 0, 100_000_000);

    impl JsonSchema for Year {
        fn schema_name() -> Cow<'static, str> {
            "År".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({ "type": "integer", "description": "Et år, for eksempel 2028.", "minimum": 1900, "maximum": 2200 })
        }
    }

    impl<T: JsonSchema> JsonSchema for YearSeries<T> {
        fn schema_name() -> Cow<'static, str> {
            format!("{}PerÅr", T::schema_name()).into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            let value = generator.subschema_for::<T>();
            json_schema!({
                "type": "object",
                "description": "Ett tall per år, uten hull: {\"2025\": 0, \"2026\": 10000}.",
                "minProperties": 1,
                "patternProperties": { "^[0-9]{4}$": value },
                "additionalProperties": false
            })
        }
    }
}

/// A whole number is written without decimals, so that a printed −6 600 reads `-6600`.
fn serialize_number<S: Serializer>(number: Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    match number.is_integer().then(|| number.to_i64()).flatten() {
        Some(whole) => serializer.serialize_i64(whole),
        None => serializer.serialize_f64(number.to_f64().unwrap_or_default()),
    }
}

fn serialize_decimal<S: Serializer>(number: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serialize_number(*number, serializer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn half_a_krone_is_rounded_away_from_zero() {
        assert_eq!(Kroner::from_thousands(dec!(0.0025)), Kroner::new(3));
        assert_eq!(Kroner::from_thousands(dec!(-0.0025)), Kroner::new(-3));
    }

    #[test]
    fn whole_numbers_give_what_decimals_give_to_the_krone() {
        let percents = [
            dec!(0),
            dec!(0.5),
            dec!(4.9),
            dec!(-1.25),
            dec!(33.3333),
            dec!(100),
            dec!(250),
            dec!(7.12345678),
            dec!(4.1234567890123),
            dec!(-0.5000000000005),
        ];
        for percent in percents.map(Percent::new) {
            for kroner in
                [-1_950_793_001, -150, -50, -1, 0, 1, 10, 49, 50, 51, 99, 150, 250, 2_384_000_003, i64::MAX]
            {
                let amount = Kroner::new(kroner);
                let exact = Kroner::booked(amount.kroner() * percent.fraction());
                assert_eq!(percent.of(amount), exact, "{percent:?} {kroner}");
                let other = Kroner::new(kroner / 3);
                let exact = Kroner::booked(amount.mean(other) * percent.fraction());
                assert_eq!(percent.of_mean(amount, other), exact, "{percent:?} {kroner}");
                let enough = Kroner::whole((amount.kroner() * percent.fraction()).ceil());
                assert_eq!(percent.of_rounded_up(amount), enough, "{percent:?} {kroner}");
            }
        }
    }

    #[test]
    fn division_on_paper_gives_what_decimals_give_to_the_eighth_decimal() {
        let amounts = [0, 1, -1, 3, 7, -200, 2_000_003, 1_950_793_001, -9_384_000_003, i64::MAX / 100];
        for [part, whole] in amounts.iter().flat_map(|part| amounts.map(|whole| [*part, whole])) {
            let exact = Decimal::from(part)
                .checked_div(Decimal::from(whole))
                .map(|share| Percent((share * Decimal::ONE_HUNDRED).round_dp_with_strategy(8, BOOKED)));
            assert_eq!(Kroner::new(part).as_percent_of(Kroner::new(whole)), exact, "{part} / {whole}");
        }
    }

    #[test]
    fn interest_is_taken_of_the_mean_balance_and_rounded_once() {
        let rate = Percent::new(dec!(5));
        assert_eq!(rate.of_mean(Kroner::new(100), Kroner::new(101)), Kroner::new(5));
    }

    #[test]
    fn a_hole_in_a_series_says_which_year_is_missing() {
        let message = serde_json::from_str::<YearSeries<Kroner>>(r#"{"2025": 1, "2027": 2}"#)
            .map_err(|error| error.to_string());
        assert!(message.is_err_and(|text| text.contains("2026")));
    }

    #[test]
    fn after_the_last_printed_year_the_last_level_stands() {
        let series = YearSeries::new(Year(2025), vec![Kroner::new(1), Kroner::new(7)]);
        assert_eq!(series.at_or_last(Year(2031)), Kroner::new(7));
        assert_eq!(series.at_or_last(Year(2020)), Kroner::ZERO);
        assert_eq!(series.at(Year(2031)), Kroner::ZERO);
    }

    #[test]
    fn whole_thousands_are_written_without_decimals() {
        let text = serde_json::to_string(&Kroner::new(-6_600_000)).unwrap_or_default();
        assert_eq!(text, "-6600");
    }
}
