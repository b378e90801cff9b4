//! Levers in packed form.

use super::{Lever, LeverId, Subject, Value};
use crate::model::packed::{Packed, Unpacker, packed_structs};

packed_structs! {
    LeverId { lever, subject }
}

impl Packed for Lever {
    fn pack(&self, into: &mut Vec<u8>) {
        let place = Self::all().iter().position(|lever| lever == self).unwrap_or_default();
        into.push(u8::try_from(place).unwrap_or(u8::MAX));
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        from.one_of(Self::all(), Self::InterestRate)
    }
}

/// A value and the number of its kind.
fn put(kind: u8, value: &impl Packed, into: &mut Vec<u8>) {
    into.push(kind);
    value.pack(into);
}

impl Packed for Subject {
    fn pack(&self, into: &mut Vec<u8>) {
        match self {
            Self::None => into.push(0),
            Self::Year(year) => put(1, year, into),
            Self::Id(id) => put(2, id, into),
            Self::Number(number) => put(3, number, into),
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        match from.one_of(&[0, 1, 2, 3], 0) {
            1 => Self::Year(Packed::unpack(from)),
            2 => Self::Id(Packed::unpack(from)),
            3 => Self::Number(Packed::unpack(from)),
            _ => Self::None,
        }
    }
}

impl Packed for Value {
    fn pack(&self, into: &mut Vec<u8>) {
        match self {
            Self::AsPlanned => into.push(0),
            Self::Number(number) => put(1, number, into),
            Self::Switch(on) => put(2, on, into),
            Self::Choice(id) => put(3, id, into),
            Self::OwnProject(own) => put(4, own, into),
            Self::OwnMeasure(own) => put(5, own, into),
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        match from.one_of(&[0, 1, 2, 3, 4, 5], 0) {
            1 => Self::Number(Packed::unpack(from)),
            2 => Self::Switch(Packed::unpack(from)),
            3 => Self::Choice(Packed::unpack(from)),
            4 => Self::OwnProject(Packed::unpack(from)),
            5 => Self::OwnMeasure(Packed::unpack(from)),
            _ => Self::AsPlanned,
        }
    }
}
