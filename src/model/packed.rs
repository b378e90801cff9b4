//! Pakket form: what the program gives itself, in few bytes and without names.
//!
//! The municipality that comes along, and what the two modules of the page tell each other, are written by the
//! same build that reads them. So reading has no errors to explain: it goes on to the end with zeros, and says
//! there whether all was sound. That keeps the reader small: error paths were most of what a derived one weighed.

use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What can be packed.
pub trait Packed: Sized {
    /// Writes it.
    fn pack(&self, into: &mut Vec<u8>);
    /// Reads it. Of bytes that [`pack`](Self::pack) has not written it makes something, and the reader knows.
    fn unpack(from: &mut Unpacker<'_>) -> Self;
}

/// The bytes of a value.
///
/// ```
/// use handlingsrom::model::packed::{pack, unpack};
/// let packed = pack(&(2028_i32, "skole".to_owned()));
/// assert_eq!(unpack(&packed), Some((2028_i32, "skole".to_owned())));
/// assert_eq!(unpack::<(i32, String)>(&packed[..4]), None);
/// ```
#[must_use]
pub fn pack<T: Packed>(value: &T) -> Vec<u8> {
    let mut bytes = Vec::new();
    value.pack(&mut bytes);
    bytes
}

/// The value of some bytes; `None` when they are not the bytes of one.
#[must_use]
pub fn unpack<T: Packed>(bytes: &[u8]) -> Option<T> {
    let mut from = Unpacker { rest: bytes, is_sound: true };
    let value = T::unpack(&mut from);
    (from.is_sound && from.rest.is_empty()).then_some(value)
}

/// What has not been read yet, and whether what has been read was sound.
pub struct Unpacker<'a> {
    rest: &'a [u8],
    is_sound: bool,
}

impl<'a> Unpacker<'a> {
    fn byte(&mut self) -> u8 {
        if let Some((first, rest)) = self.rest.split_first() {
            self.rest = rest;
            return *first;
        }
        self.is_sound = false;
        0
    }

    fn bytes(&mut self, count: usize) -> &'a [u8] {
        if let Some((taken, rest)) = self.rest.split_at_checked(count) {
            self.rest = rest;
            return taken;
        }
        self.is_sound = false;
        &[]
    }

    /// Seven bits a byte, the low ones first.
    fn number(&mut self) -> u128 {
        let (mut number, mut shift) = (0_u128, 0_u32);
        loop {
            let byte = self.byte();
            number |= u128::from(byte & 0x7f).checked_shl(shift).unwrap_or_default();
            shift += 7;
            if byte & 0x80 == 0 {
                return number;
            }
        }
    }

    /// A number of values that follow; each has a byte at least.
    fn count(&mut self) -> usize {
        let count = usize::try_from(self.number()).unwrap_or(usize::MAX);
        if count > self.rest.len() {
            self.is_sound = false;
            return 0;
        }
        count
    }

    /// One of some values, by its place.
    pub(crate) fn one_of<T: Copy>(&mut self, values: &[T], otherwise: T) -> T {
        if let Some(value) = values.get(usize::from(self.byte())) {
            return *value;
        }
        self.is_sound = false;
        otherwise
    }
}

fn number(mut number: u128, into: &mut Vec<u8>) {
    while number > 0x7f {
        into.push(u8::try_from(number & 0x7f).unwrap_or_default() | 0x80);
        number >>= 7;
    }
    into.push(u8::try_from(number).unwrap_or_default());
}

/// A number with a sign as one without: zero, −1, 1, −2, 2, …
fn folded(number: i128) -> u128 {
    number.unsigned_abs().wrapping_mul(2).wrapping_sub(u128::from(number < 0))
}

fn unfolded(number: u128) -> i128 {
    let half = i128::try_from(number >> 1).unwrap_or_default();
    if number & 1 == 0 { half } else { -half - 1 }
}

impl Packed for i128 {
    fn pack(&self, into: &mut Vec<u8>) {
        number(folded(*self), into);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        unfolded(from.number())
    }
}

macro_rules! whole_numbers {
    ($($kind:ty),*) => { $(
        impl Packed for $kind {
            fn pack(&self, into: &mut Vec<u8>) {
                i128::try_from(*self).unwrap_or_default().pack(into);
            }

            fn unpack(from: &mut Unpacker<'_>) -> Self {
                let number = <$kind>::try_from(i128::unpack(from));
                from.is_sound &= number.is_ok();
                number.unwrap_or_default()
            }
        }
    )* };
}

whole_numbers!(i32, i64, u32, usize);

impl Packed for u8 {
    fn pack(&self, into: &mut Vec<u8>) {
        into.push(*self);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        from.byte()
    }
}

impl Packed for bool {
    fn pack(&self, into: &mut Vec<u8>) {
        into.push(u8::from(*self));
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        from.one_of(&[false, true], false)
    }
}

impl Packed for Decimal {
    fn pack(&self, into: &mut Vec<u8>) {
        self.scale().pack(into);
        self.mantissa().pack(into);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let scale = u32::unpack(from);
        let number = Self::try_from_i128_with_scale(i128::unpack(from), scale);
        from.is_sound &= number.is_ok();
        number.unwrap_or_default()
    }
}

impl Packed for String {
    fn pack(&self, into: &mut Vec<u8>) {
        number(self.len() as u128, into);
        into.extend_from_slice(self.as_bytes());
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let count = from.count();
        let text = std::str::from_utf8(from.bytes(count));
        from.is_sound &= text.is_ok();
        text.unwrap_or_default().to_owned()
    }
}

impl Packed for Arc<str> {
    fn pack(&self, into: &mut Vec<u8>) {
        self.to_string().pack(into);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        String::unpack(from).into()
    }
}

impl<T: Packed> Packed for Arc<T> {
    fn pack(&self, into: &mut Vec<u8>) {
        T::pack(self, into);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        T::unpack(from).into()
    }
}

impl<T: Packed> Packed for Option<T> {
    fn pack(&self, into: &mut Vec<u8>) {
        self.is_some().pack(into);
        if let Some(value) = self {
            value.pack(into);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        bool::unpack(from).then(|| T::unpack(from))
    }
}

impl<T: Packed, E: Packed> Packed for Result<T, E> {
    fn pack(&self, into: &mut Vec<u8>) {
        self.is_ok().pack(into);
        match self {
            Ok(value) => value.pack(into),
            Err(error) => error.pack(into),
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        if bool::unpack(from) { Ok(T::unpack(from)) } else { Err(E::unpack(from)) }
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn pack(&self, into: &mut Vec<u8>) {
        number(self.len() as u128, into);
        for value in self {
            value.pack(into);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let count = from.count();
        (0..count).map(|_| T::unpack(from)).collect()
    }
}

impl<K: Packed + Ord, V: Packed> Packed for BTreeMap<K, V> {
    fn pack(&self, into: &mut Vec<u8>) {
        number(self.len() as u128, into);
        for (key, value) in self {
            key.pack(into);
            value.pack(into);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let mut map = Self::new();
        for _ in 0..from.count() {
            map.insert(K::unpack(from), V::unpack(from));
        }
        map
    }
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn pack(&self, into: &mut Vec<u8>) {
        self.0.pack(into);
        self.1.pack(into);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        (A::unpack(from), B::unpack(from))
    }
}

/// Packs structs field by field. A field that is left out does not compile.
macro_rules! packed_structs {
    ($($name:ident { $($field:ident),* $(,)? })*) => { $(
        impl $crate::model::packed::Packed for $name {
            fn pack(&self, into: &mut Vec<u8>) {
                let Self { $($field),* } = self;
                $($crate::model::packed::Packed::pack($field, into);)*
            }

            fn unpack(from: &mut $crate::model::packed::Unpacker<'_>) -> Self {
                $(let $field = $crate::model::packed::Packed::unpack(from);)*
                Self { $($field),* }
            }
        }
    )* };
}

/// Packs lists of variants without values, each as its place. A variant that is left out does not compile.
macro_rules! packed_variants {
    ($($name:ident { $first:ident $(, $variant:ident)* $(,)? })*) => { $(
        impl $crate::model::packed::Packed for $name {
            fn pack(&self, into: &mut Vec<u8>) {
                let all = [Self::$first, $(Self::$variant),*];
                match self {
                    Self::$first $(| Self::$variant)* => {}
                }
                let place = all.iter().position(|variant| variant == self).unwrap_or_default();
                into.push(u8::try_from(place).unwrap_or(u8::MAX));
            }

            fn unpack(from: &mut $crate::model::packed::Unpacker<'_>) -> Self {
                from.one_of(&[Self::$first, $(Self::$variant),*], Self::$first)
            }
        }
    )* };
}

pub(crate) use {packed_structs, packed_variants};

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn whole_numbers_and_decimals_come_back_from_end_to_end() {
        for number in [0, 1, -1, 63, 64, -64, -65, 2_026, i64::MAX, i64::MIN] {
            assert_eq!(unpack(&pack(&number)), Some(number));
        }
        for number in [dec!(0), dec!(-0.25), dec!(1.2345678901), Decimal::MAX, Decimal::MIN] {
            let back: Option<Decimal> = unpack(&pack(&number));
            assert_eq!(back, Some(number));
            assert_eq!(back.map(|back| back.scale()), Some(number.scale()));
        }
        assert_eq!(unpack::<u32>(&pack(&-1_i64)), None);
    }

    #[test]
    fn bytes_that_end_early_go_on_or_were_not_written_so_are_no_value() {
        type Kind = (Vec<String>, Option<bool>);
        let packed = pack::<Kind>(&(vec!["æ".to_owned(), String::new()], Some(true)));
        for end in 0..packed.len() {
            assert_eq!(packed.get(..end).and_then(unpack::<Kind>), None, "{end}");
        }
        let longer: Vec<u8> = packed.iter().copied().chain([0]).collect();
        assert_eq!(unpack::<Kind>(&longer), None);
        assert_eq!(unpack::<bool>(&[2]), None);
        assert_eq!(unpack::<String>(&[1, 0xff]), None);
        assert_eq!(unpack::<Vec<bool>>(&[0xff; 40]), None);
    }
}
