//! Scenarios in packed form: what is moved, and the basis.

use super::{Basis, OwnMeasure, OwnProject, Prices, Scenario};
use crate::model::lever::{LeverId, Value};
use crate::model::packed::{Packed, Unpacker, packed_structs, packed_variants};

packed_structs! {
    OwnProject { name, cost, start, years, self_cost, operating_effect }
    OwnMeasure { name, amount, start, ramp_years, one_off_cost, one_off }
    Basis { operating_revenue, debt, disposition_fund, inhabitants, prices }
}

packed_variants! {
    Prices { AsPlanned, Nominal, Deflated }
}

impl Packed for Scenario {
    fn pack(&self, into: &mut Vec<u8>) {
        self.moved().map(|(id, value)| (id, value.clone())).collect::<Vec<(LeverId, Value)>>().pack(into);
        self.basis.pack(into);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let mut scenario = Self::plan();
        for (id, value) in Vec::<(LeverId, Value)>::unpack(from) {
            scenario.moved[id.lever].keep(id.subject, value);
        }
        scenario.basis = Basis::unpack(from);
        scenario
    }
}
