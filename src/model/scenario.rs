//! Scenario: what differs from the plan, and nothing else.
//!
//! An empty scenario is the plan. Two scenarios with the same effect on the levers are equal,
//! whatever order they were moved in, because a value that is back at the plan's mark is not kept.

use super::input::{InputId, LeverGroup};
use super::municipality::{Measure, NeededFigure};
use super::units::{Kroner, LeverValue, Percent, Persons, Year};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Scenario: every difference from the plan.
///
/// ```
/// use handlingsrom::model::{input::InputId, scenario::Scenario};
/// use rust_decimal::dec;
/// let mut scenario = Scenario::default();
/// scenario.set(InputId::InterestRate, dec!(1));
/// assert!(!scenario.is_plan());
/// scenario.set(InputId::InterestRate, dec!(0));
/// assert!(scenario.is_plan());
/// ```
#[doc(alias = "scenario")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Scenario {
    /// Renter: the shift of the market rate, percentage points.
    #[serde(rename = "renter", skip_serializing_if = "Option::is_none")]
    interest_rate: Option<LeverValue>,
    /// Befolkningsvekst: added to the yearly growth, percentage points.
    #[serde(rename = "befolkningsvekst", skip_serializing_if = "Option::is_none")]
    population_growth: Option<LeverValue>,
    /// Investeringer: percent of the plan.
    #[serde(rename = "investeringer", skip_serializing_if = "Option::is_none")]
    investment_volume: Option<LeverValue>,
    /// Omstilling: extra yearly saving, million kroner.
    #[serde(rename = "omstilling", skip_serializing_if = "Option::is_none")]
    restructuring: Option<LeverValue>,
    /// Realvekst i frie inntekter beyond the plan's, percentage points a year.
    #[serde(rename = "realvekst", skip_serializing_if = "Option::is_none")]
    real_revenue_growth: Option<LeverValue>,
    /// Lønnsvekst beyond what the deflator covers, percentage points a year.
    #[serde(rename = "lønnsvekst", skip_serializing_if = "Option::is_none")]
    wage_growth: Option<LeverValue>,
    /// Prisvekst beyond what the deflator covers, percentage points a year.
    #[serde(rename = "prisvekst", skip_serializing_if = "Option::is_none")]
    price_growth: Option<LeverValue>,
    /// Gjennomføringsgrad: how much of every saving is realised, percent.
    #[serde(rename = "gjennomføring", skip_serializing_if = "Option::is_none")]
    realisation_of_all: Option<LeverValue>,
    /// Utsettelse: years every project that is not a yearly appropriation is postponed.
    #[serde(rename = "utsettelse", skip_serializing_if = "Option::is_none")]
    investment_delay: Option<LeverValue>,
    /// Eiendomsskatt: more (or less) each year from the second, million kroner.
    #[serde(rename = "eiendomsskatt", skip_serializing_if = "Option::is_none")]
    property_tax: Option<LeverValue>,
    /// Utbytte: more (or less) each year from the second, million kroner.
    #[serde(rename = "utbytte", skip_serializing_if = "Option::is_none")]
    dividends: Option<LeverValue>,
    /// Fondsmål: change in the share of income the fund is built up to, percentage points.
    #[serde(rename = "fondsmål", skip_serializing_if = "Option::is_none")]
    fund_target: Option<LeverValue>,
    /// What the figures rest on: the user's own figures and the kind of prices. No movement of a lever.
    #[serde(rename = "grunnlag", skip_serializing_if = "Basis::is_default")]
    pub basis: Basis,
    /// Befolkningsalternativ: another prognosis than the plan's.
    #[serde(rename = "befolkningsalternativ", skip_serializing_if = "Option::is_none")]
    pub prognosis: Option<String>,
    /// Whether service costs follow age in place of the plan's own rule.
    #[serde(rename = "kostnad_etter_alder", skip_serializing_if = "std::ops::Not::not")]
    pub cost_by_age: bool,
    /// Change of the market rate in single years, on top of the shift, percentage points.
    #[serde(rename = "renter_per_år", skip_serializing_if = "BTreeMap::is_empty")]
    pub rate_by_year: BTreeMap<Year, Percent>,
    /// Change in yearly growth of single age groups, on top of the common one, percentage points.
    #[serde(rename = "vekst_per_aldersgruppe", skip_serializing_if = "BTreeMap::is_empty")]
    pub growth_by_age: BTreeMap<String, Percent>,
    /// Projects that are moved or dropped.
    #[serde(rename = "prosjekter", skip_serializing_if = "BTreeMap::is_empty")]
    pub projects: BTreeMap<String, ProjectChange>,
    /// Realisation of measures, percent, where it differs from the plan's.
    #[serde(rename = "tiltak", skip_serializing_if = "BTreeMap::is_empty")]
    pub measures: BTreeMap<String, Percent>,
    /// Years measures are put off.
    #[serde(rename = "tiltak_utsatt", skip_serializing_if = "BTreeMap::is_empty")]
    pub measures_delayed: BTreeMap<String, u32>,
    /// Change in the net frames of sectors, percent.
    #[serde(rename = "rammer", skip_serializing_if = "BTreeMap::is_empty")]
    pub frames: BTreeMap<String, Percent>,
    /// Salg: one-off income that lowers debt, by year.
    #[serde(rename = "salg", skip_serializing_if = "BTreeMap::is_empty")]
    pub sales: BTreeMap<Year, Kroner>,
    /// Projects of the user's own.
    #[serde(rename = "egne_prosjekter", skip_serializing_if = "Vec::is_empty")]
    pub own_projects: Vec<OwnProject>,
    /// Measures of the user's own.
    #[serde(rename = "egne_tiltak", skip_serializing_if = "Vec::is_empty")]
    pub own_measures: Vec<OwnMeasure>,
}

/// Grunnlag: figures the user has typed in where the document has none, and the kind of prices.
///
/// It changes the plan's line as much as the scenario's, so it is no difference from the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Basis {
    /// Brutto driftsinntekter in the first year.
    #[serde(rename = "brutto_driftsinntekter", skip_serializing_if = "Option::is_none")]
    pub operating_revenue: Option<Kroner>,
    /// Lånegjeld at the start of the first year.
    #[serde(rename = "lånegjeld", skip_serializing_if = "Option::is_none")]
    pub debt: Option<Kroner>,
    /// Disposisjonsfond at the start of the first year.
    #[serde(rename = "disposisjonsfond", skip_serializing_if = "Option::is_none")]
    pub disposition_fund: Option<Kroner>,
    /// Inhabitants in the first year; later years follow the lever alone.
    #[serde(rename = "innbyggere", skip_serializing_if = "Option::is_none")]
    pub inhabitants: Option<Persons>,
    /// Fixed prices as in the plan, or nominal.
    #[serde(rename = "priser", skip_serializing_if = "Prices::is_default")]
    pub prices: Prices,
}

impl Basis {
    /// Takes a figure of the user's own: million kroner, or inhabitants; nothing removes it.
    pub fn set(&mut self, figure: NeededFigure, value: Option<Decimal>) {
        let amount = value.map(Kroner::from_millions);
        match figure {
            NeededFigure::OperatingRevenue => self.operating_revenue = amount,
            NeededFigure::Debt => self.debt = amount,
            NeededFigure::DispositionFund => self.disposition_fund = amount,
            NeededFigure::Inhabitants => self.inhabitants = value.map(Persons::whole),
        }
    }

    /// A figure of the user's own: million kroner, or inhabitants.
    #[must_use]
    pub fn get(&self, figure: NeededFigure) -> Option<Decimal> {
        match figure {
            NeededFigure::OperatingRevenue => self.operating_revenue.map(Kroner::millions),
            NeededFigure::Debt => self.debt.map(Kroner::millions),
            NeededFigure::DispositionFund => self.disposition_fund.map(Kroner::millions),
            NeededFigure::Inhabitants => self.inhabitants.map(Persons::value),
        }
    }

    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// Prisnivå: the kroner the projection is worked out and shown in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Prices {
    /// Faste priser som i økonomiplanen: flows in the first year's kroner, debt not deflated.
    #[default]
    #[serde(rename = "som_i_planen")]
    AsPlanned,
    /// Løpende priser: everything grows with the deflator, debt is nominal.
    #[serde(rename = "løpende")]
    Nominal,
    /// Worked out in nominal kroner and shown in the first year's, flows and stocks alike.
    #[serde(rename = "faste")]
    Deflated,
}

impl Prices {
    /// All three.
    pub const ALL: [Self; 3] = [Self::AsPlanned, Self::Nominal, Self::Deflated];

    /// Its key in files and links.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::AsPlanned => "som_i_planen",
            Self::Nominal => "løpende",
            Self::Deflated => "faste",
        }
    }

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// Eget prosjekt: an investment the user adds. Its cost is spread evenly over its years.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OwnProject {
    /// Its name.
    #[serde(rename = "navn")]
    pub name: String,
    /// What it costs in all, gross of VAT.
    #[serde(rename = "kostnad")]
    pub cost: Kroner,
    /// The first year.
    #[serde(rename = "start")]
    pub start: Year,
    /// How many years it takes to build.
    #[serde(rename = "år")]
    pub years: u32,
    /// Whether users pay for it through fees.
    #[serde(rename = "selvkost", default, skip_serializing_if = "std::ops::Not::not")]
    pub self_cost: bool,
    /// What it adds to yearly running costs from the year after it is finished.
    #[serde(rename = "driftseffekt", default, skip_serializing_if = "no_kroner")]
    pub operating_effect: Kroner,
}

/// Eget tiltak: a saving (or a new cost) the user adds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OwnMeasure {
    /// Its name.
    #[serde(rename = "navn")]
    pub name: String,
    /// What it changes yearly costs by when it is in full effect; negative saves.
    #[serde(rename = "beløp")]
    pub amount: Kroner,
    /// The first year.
    #[serde(rename = "start")]
    pub start: Year,
    /// Years of even build-up before full effect; none for full effect at once.
    #[serde(rename = "opptrapping", default, skip_serializing_if = "is_none_at_all")]
    pub ramp_years: u32,
    /// One-off cost in the first year.
    #[serde(rename = "engangskostnad", default, skip_serializing_if = "no_kroner")]
    pub one_off_cost: Kroner,
    /// Whether it only lasts its first year.
    #[serde(rename = "engang", default, skip_serializing_if = "std::ops::Not::not")]
    pub one_off: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn no_kroner(amount: &Kroner) -> bool {
    *amount == Kroner::ZERO
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_none_at_all(years: &u32) -> bool {
    *years == 0
}

/// What a scenario does to one project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProjectChange {
    /// Whether it is built at all.
    #[serde(rename = "med", default = "built", skip_serializing_if = "Clone::clone")]
    pub included: bool,
    /// Years later than in the plan, negative for earlier.
    #[serde(rename = "flyttet", default, skip_serializing_if = "is_nought")]
    pub moved: i32,
    /// How dear or large it is, percent of the plan.
    #[serde(rename = "omfang", default = "whole", skip_serializing_if = "is_whole")]
    pub scale: Percent,
    /// How many more years it is spread over.
    #[serde(rename = "strukket", default, skip_serializing_if = "is_none_at_all")]
    pub stretched: u32,
}

impl ProjectChange {
    /// As in the plan.
    pub const NONE: Self = Self { included: true, moved: 0, scale: Percent::HUNDRED, stretched: 0 };

    /// Moved in time and nothing else.
    #[must_use]
    pub fn moved_by(years: i32) -> Self {
        Self { moved: years, ..Self::NONE }
    }

    /// Not built.
    #[must_use]
    pub fn dropped() -> Self {
        Self { included: false, ..Self::NONE }
    }
}

fn whole() -> Percent {
    Percent::HUNDRED
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_whole(scale: &Percent) -> bool {
    *scale == Percent::HUNDRED
}

fn built() -> bool {
    true
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_nought(years: &i32) -> bool {
    *years == 0
}

impl Scenario {
    /// The plan itself: nothing moved.
    #[must_use]
    pub fn plan() -> Self {
        Self::default()
    }

    /// True when nothing differs from the plan. What the figures rest on is no difference.
    #[must_use]
    pub fn is_plan(&self) -> bool {
        *self == self.plan_on_same_basis()
    }

    /// True when there is nothing to keep: no difference, no own figures, prices as in the plan.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The plan with the same own figures and prices: what this scenario is compared with.
    #[must_use]
    pub fn plan_on_same_basis(&self) -> Self {
        Self { basis: self.basis.clone(), ..Self::default() }
    }

    /// Where a main lever stands, in the unit of its [`InputSpec`](super::input::InputSpec).
    #[must_use]
    pub fn get(&self, input: InputId) -> Decimal {
        let moved = match input {
            InputId::InterestRate => self.interest_rate,
            InputId::PopulationGrowth => self.population_growth,
            InputId::InvestmentVolume => self.investment_volume,
            InputId::Restructuring => self.restructuring,
            InputId::RealRevenueGrowth => self.real_revenue_growth,
            InputId::WageGrowth => self.wage_growth,
            InputId::PriceGrowth => self.price_growth,
            InputId::Realisation => self.realisation_of_all,
            InputId::InvestmentDelay => self.investment_delay,
            InputId::PropertyTax => self.property_tax,
            InputId::Dividends => self.dividends,
            InputId::FundTarget => self.fund_target,
        };
        moved.map_or(input.spec().plan, LeverValue::value)
    }

    /// Moves a main lever; a value outside its range goes to the nearest end.
    pub fn set(&mut self, input: InputId, value: Decimal) {
        let spec = input.spec();
        let value = spec.clamp(value).normalize();
        let moved = (value != spec.plan).then_some(LeverValue::new(value));
        match input {
            InputId::InterestRate => self.interest_rate = moved,
            InputId::PopulationGrowth => self.population_growth = moved,
            InputId::InvestmentVolume => self.investment_volume = moved,
            InputId::Restructuring => self.restructuring = moved,
            InputId::RealRevenueGrowth => self.real_revenue_growth = moved,
            InputId::WageGrowth => self.wage_growth = moved,
            InputId::PriceGrowth => self.price_growth = moved,
            InputId::Realisation => self.realisation_of_all = moved,
            InputId::InvestmentDelay => self.investment_delay = moved,
            InputId::PropertyTax => self.property_tax = moved,
            InputId::Dividends => self.dividends = moved,
            InputId::FundTarget => self.fund_target = moved,
        }
    }

    /// Changes the market rate of one year, on top of the shift.
    pub fn set_rate_in(&mut self, year: Year, change: Percent) {
        keep_if(&mut self.rate_by_year, year, change, change != Percent::ZERO);
    }

    /// Changes the yearly growth of one age group, on top of the common change.
    pub fn set_growth_of(&mut self, age_group: &str, change: Percent) {
        keep_if(&mut self.growth_by_age, age_group.to_owned(), change, change != Percent::ZERO);
    }

    /// Moves, drops or restores a project.
    pub fn set_project(&mut self, id: &str, change: ProjectChange) {
        keep_if(&mut self.projects, id.to_owned(), change, change != ProjectChange::NONE);
    }

    /// Sets how much of a measure is realised, percent.
    pub fn set_measure(&mut self, measure: &Measure, realisation: Percent) {
        let differs = realisation != measure.realisation_in_plan();
        keep_if(&mut self.measures, measure.id.clone(), realisation, differs);
    }

    /// Puts a measure off by some years.
    pub fn set_measure_delay(&mut self, id: &str, years: u32) {
        keep_if(&mut self.measures_delayed, id.to_owned(), years, years != 0);
    }

    /// Changes the net frame of a sector, percent.
    pub fn set_frame(&mut self, id: &str, change: Percent) {
        keep_if(&mut self.frames, id.to_owned(), change, change != Percent::ZERO);
    }

    /// Sells assets in a year for an amount that lowers debt.
    pub fn set_sale(&mut self, year: Year, amount: Kroner) {
        keep_if(&mut self.sales, year, amount, amount != Kroner::ZERO);
    }

    /// What the scenario does to a project.
    #[must_use]
    pub fn project(&self, id: &str) -> ProjectChange {
        self.projects.get(id).copied().unwrap_or(ProjectChange::NONE)
    }

    /// How much of a measure the scenario realises.
    #[must_use]
    pub fn realisation(&self, measure: &Measure) -> Percent {
        self.measures.get(&measure.id).copied().unwrap_or_else(|| measure.realisation_in_plan())
    }

    /// The change of the market rate of one year, on top of the shift.
    #[must_use]
    pub fn rate_in(&self, year: Year) -> Percent {
        self.rate_by_year.get(&year).copied().unwrap_or_default()
    }

    /// True when the market rate of any single year is changed.
    #[must_use]
    pub fn changes_single_rates(&self) -> bool {
        !self.rate_by_year.is_empty()
    }

    /// The change in yearly growth of one age group, on top of the common change.
    #[must_use]
    pub fn growth_of(&self, age_group: &str) -> Percent {
        self.growth_by_age.get(age_group).copied().unwrap_or_default()
    }

    /// True when any single project is changed.
    #[must_use]
    pub fn changes_projects(&self) -> bool {
        !self.projects.is_empty()
    }

    /// How many years a measure is put off.
    #[must_use]
    pub fn measure_delay(&self, id: &str) -> u32 {
        self.measures_delayed.get(id).copied().unwrap_or(0)
    }

    /// True when the realisation or the start of any measure is changed.
    #[must_use]
    pub fn changes_measures(&self) -> bool {
        !self.measures.is_empty() || !self.measures_delayed.is_empty()
    }

    /// The change in the net frame of a sector, percent.
    #[must_use]
    pub fn frame_change(&self, id: &str) -> Percent {
        self.frames.get(id).copied().unwrap_or_default()
    }

    /// True when the net frame of any sector is changed.
    #[must_use]
    pub fn changes_frames(&self) -> bool {
        !self.frames.is_empty()
    }

    /// What assets are sold for in a year.
    #[must_use]
    pub fn sale_in(&self, year: Year) -> Kroner {
        self.sales.get(&year).copied().unwrap_or_default()
    }

    /// True when assets are sold in any year.
    #[must_use]
    pub fn sells(&self) -> bool {
        !self.sales.is_empty()
    }

    /// The id of the chosen prognosis; nothing for the plan's own.
    #[must_use]
    pub fn prognosis(&self) -> Option<&str> {
        self.prognosis.as_deref()
    }

    /// Chooses another prognosis; nothing for the plan's own.
    pub fn choose_prognosis(&mut self, id: Option<&str>) {
        self.prognosis = id.map(ToOwned::to_owned);
    }

    /// True when service costs follow age in place of the plan's own rule.
    #[must_use]
    pub fn costs_follow_age(&self) -> bool {
        self.cost_by_age
    }

    /// Lets service costs follow age, or the plan's own rule again.
    pub fn set_costs_follow_age(&mut self, by_age: bool) {
        self.cost_by_age = by_age;
    }

    /// Projects of the user's own.
    #[must_use]
    pub fn own_projects(&self) -> &[OwnProject] {
        &self.own_projects
    }

    /// Adds a project of the user's own.
    pub fn add_project(&mut self, own: OwnProject) {
        self.own_projects.push(own);
    }

    /// Removes a project of the user's own.
    pub fn remove_project(&mut self, index: usize) {
        take_away(&mut self.own_projects, index);
    }

    /// Measures of the user's own.
    #[must_use]
    pub fn own_measures(&self) -> &[OwnMeasure] {
        &self.own_measures
    }

    /// Adds a measure of the user's own.
    pub fn add_measure(&mut self, own: OwnMeasure) {
        self.own_measures.push(own);
    }

    /// Removes a measure of the user's own.
    pub fn remove_measure(&mut self, index: usize) {
        take_away(&mut self.own_measures, index);
    }

    /// Puts one main lever back at the plan, with everything that opens under it.
    pub fn reset_lever(&mut self, main: InputId) {
        self.set(main, main.spec().plan);
        for input in InputId::under(main) {
            self.set(input, input.spec().plan);
        }
        match main {
            InputId::InterestRate => self.rate_by_year.clear(),
            InputId::PopulationGrowth => {
                self.growth_by_age.clear();
                self.prognosis = None;
                self.cost_by_age = false;
            }
            InputId::InvestmentVolume => {
                self.projects.clear();
                self.own_projects.clear();
                self.sales.clear();
            }
            InputId::Restructuring => {
                self.measures.clear();
                self.measures_delayed.clear();
                self.own_measures.clear();
                self.frames.clear();
            }
            _ => {}
        }
    }

    /// True when a main lever or anything under it differs from the plan.
    #[must_use]
    pub fn is_moved(&self, main: InputId) -> bool {
        let mut still = self.clone();
        still.reset_lever(main);
        still != *self
    }

    /// Puts one group of levers back at the plan, details included.
    pub fn reset(&mut self, group: LeverGroup) {
        *self = match group {
            LeverGroup::Assumptions => self.choices_only(),
            LeverGroup::Choices => self.assumptions_only(),
        };
    }

    /// Planen under dine forutsetninger: the same world, but nothing chosen.
    #[must_use]
    pub fn assumptions_only(&self) -> Self {
        Self {
            interest_rate: self.interest_rate,
            population_growth: self.population_growth,
            real_revenue_growth: self.real_revenue_growth,
            wage_growth: self.wage_growth,
            price_growth: self.price_growth,
            realisation_of_all: self.realisation_of_all,
            basis: self.basis.clone(),
            prognosis: self.prognosis.clone(),
            cost_by_age: self.cost_by_age,
            rate_by_year: self.rate_by_year.clone(),
            growth_by_age: self.growth_by_age.clone(),
            ..Self::default()
        }
    }

    /// The same choices in the plan's own world.
    #[must_use]
    pub fn choices_only(&self) -> Self {
        Self {
            investment_volume: self.investment_volume,
            restructuring: self.restructuring,
            investment_delay: self.investment_delay,
            property_tax: self.property_tax,
            dividends: self.dividends,
            fund_target: self.fund_target,
            basis: self.basis.clone(),
            projects: self.projects.clone(),
            own_projects: self.own_projects.clone(),
            measures: self.measures.clone(),
            measures_delayed: self.measures_delayed.clone(),
            own_measures: self.own_measures.clone(),
            frames: self.frames.clone(),
            sales: self.sales.clone(),
            ..Self::default()
        }
    }
}

fn take_away<T>(list: &mut Vec<T>, index: usize) {
    if index < list.len() {
        list.remove(index);
    }
}

/// Keeps what differs from the plan and forgets what does not.
fn keep_if<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, value: V, differs: bool) {
    if differs {
        map.insert(key, value);
    } else {
        map.remove(&key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn a_scenario_file_speaks_norwegian_and_holds_only_what_differs() {
        let mut scenario = Scenario::plan();
        scenario.set(InputId::InterestRate, dec!(1.25));
        scenario.set(InputId::Restructuring, dec!(20));
        scenario.set_project("vei", ProjectChange::dropped());
        let text = serde_json::to_string(&scenario).unwrap_or_default();
        assert_eq!(text, r#"{"renter":1.25,"omstilling":20,"prosjekter":{"vei":{"med":false}}}"#);
        assert_eq!(serde_json::from_str::<Scenario>(&text).ok(), Some(scenario));
    }

    #[test]
    fn a_scenario_is_its_assumptions_and_its_choices() {
        let mut scenario = Scenario::plan();
        scenario.set(InputId::PopulationGrowth, dec!(-0.3));
        scenario.set(InputId::InvestmentVolume, dec!(80));
        assert!(scenario.assumptions_only().choices_only().is_plan());
        let mut world = scenario.clone();
        world.reset(LeverGroup::Choices);
        assert_eq!(world, scenario.assumptions_only());
    }
}
