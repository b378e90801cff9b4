//! Municipalities in packed form: the fields of every type of the file, in the order they are written.

use super::{
    AgeGroup, Assumptions, BaselineKind, Certainty, CommitteeShare, DebtDefinition, Dependency,
    DependencyKind, Document, Duration, Figure, Financing, FiscalRule, Frame, Identity, Indicator,
    InvestmentPlan, KeyFigure, LaterAmount, Measure, MeasureGroups, Missing, Municipality, NamedGroup,
    NeededFigure, OnLending, Opening, OperatingAccount, Plan, Population, PopulationTotal, Prognosis,
    Project, ProjectIncome, ProjectKind, Provenance, Quality, ReadyMadeScenario, Requirement,
    RestructuringProgramme, SeriesFigure, Source, StressKind, StressRow, StressTest,
};
use crate::model::packed::{Packed, Unpacker, packed_structs, packed_variants};
use crate::model::units::YearSeries;

packed_structs! {
    Municipality {
        format, format_version, identity, documents, plan, rules, opening, assumptions, account, frames,
        population, restructuring, investments, measure_groups, measures, calibration, ready_made,
        key_figures, stress_test, missing,
    }
    Identity { id, name, official_name, number }
    Document { id, title, publisher, date, note }
    Plan {
        name, kind, line_name, document, adopted, first_year, year_count, last_printed_year, unit,
        price_level, reservations,
    }
    FiscalRule { id, name, indicator, requirement, limit, desired, debt_definition, provenance }
    KeyFigure { indicator, entity, year, percent, provenance }
    Missing { figure, found_in }
    Source { document, line, last_line, page }
    Provenance { quality, source, note }
    Opening {
        operating_revenue, operating_costs, net_operating_result, debt, self_cost_debt, on_lending,
        unused_loans, compensated_debt, deposits, disposition_fund, book_value,
    }
    OnLending { debt, loans, instalments }
    OperatingAccount {
        block_grant, income_tax, property_tax, other_general, appropriations, depreciation, interest_income,
        dividends, gains, interest, instalments, depreciation_reversed, net_operating_result,
        transfer_to_investment, bound_funds, disposition_fund,
    }
    Assumptions {
        average_rate, floating_share, fixing_ladder_years, fixed_maturities, instalment_share,
        service_share_of_growth, fund_target, vat_share, revenue_lag_years, free_revenue_share, wage_share,
        deflator,
    }
    Frame { id, name, amounts }
    Population { alternative, counted_at, age_groups, total, alternatives }
    Prognosis { id, name, inhabitants, provenance }
    AgeGroup { id, name, from_age, to_age, inhabitants, cost_per_inhabitant, provenance, source_last_years }
    PopulationTotal { inhabitants, provenance }
    InvestmentPlan { projects, total, financing }
    Project {
        id, name, short_name, kind, amounts, owner, later, income, vat_share, self_cost, lifetime_years,
        operating_effect, earliest_start, dependencies, status, provenance,
    }
    Dependency { project, kind, reason }
    LaterAmount { first, last, amount }
    ProjectIncome { name, amounts, provenance }
    Financing { vat_compensation, sales_and_grants, transfer_from_operations, use_of_loans, rounding }
    RestructuringProgramme { savings, adopted_shares }
    CommitteeShare { committee, savings, provenance }
    MeasureGroups { committees, categories }
    NamedGroup { id, name }
    Measure {
        id, name, committee, category, amounts, restructures, duration, in_plan, group, certainty, status,
        statutory, overlaps, owner, locked, provenance,
    }
    ReadyMadeScenario { id, name, description, not_printed, changes, provenance }
    StressTest { at, rows, printed_total, printed_in, quality, source, note }
    StressRow { name, kind, balance, shock, printed_effect, quality, source, note }
}

packed_variants! {
    BaselineKind { AdoptedPlan, Proposal, Continuation }
    Indicator { NetOperatingResult, DispositionFund, DebtRatio }
    Requirement { AtLeast, AtMost, Below }
    DebtDefinition { Ordinary, WithoutOnLending, Net, Gross }
    NeededFigure { OperatingRevenue, Debt, DispositionFund, Inhabitants }
    Quality { Printed, Estimated }
    ProjectKind { Project, Running }
    DependencyKind { Start, LeaveOut }
    Duration { Lasting, Temporary, Biennial }
    Certainty { Green, Yellow, Red }
    StressKind { Debt, EarnsInterest, Bonds, Shares }
}

impl<T: Packed> Packed for Figure<T> {
    fn pack(&self, into: &mut Vec<u8>) {
        self.value.pack(into);
        self.provenance.pack(into);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        Self { value: T::unpack(from), provenance: Provenance::unpack(from) }
    }
}

impl<T: Packed + serde::Serialize> Packed for SeriesFigure<T> {
    fn pack(&self, into: &mut Vec<u8>) {
        self.values.pack(into);
        self.provenance.pack(into);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        Self { values: YearSeries::unpack(from), provenance: Provenance::unpack(from) }
    }
}
