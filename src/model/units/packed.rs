//! The units in packed form.

use super::{Kroner, Percent, Persons, Year, YearSeries};
use crate::model::packed::{Packed, Unpacker};

macro_rules! packed_wrappers {
    ($($name:ident),*) => { $(
        impl Packed for $name {
            fn pack(&self, into: &mut Vec<u8>) {
                self.0.pack(into);
            }

            fn unpack(from: &mut Unpacker<'_>) -> Self {
                Self(Packed::unpack(from))
            }
        }
    )* };
}

packed_wrappers!(Kroner, Percent, Persons, Year);

impl<T: Packed> Packed for YearSeries<T> {
    fn pack(&self, into: &mut Vec<u8>) {
        self.first.pack(into);
        self.values.pack(into);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        Self { first: Year::unpack(from), values: Vec::unpack(from) }
    }
}
