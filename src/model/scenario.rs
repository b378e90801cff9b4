//! Scenario: what differs from the plan, and nothing else.
//!
//! An empty scenario is the plan. Two scenarios with the same effect on the levers are equal,
//! whatever order they were moved in, because a value that is back at the plan's mark is not kept.

use super::input::{InputId, LeverGroup};
use super::municipality::Measure;
use super::units::{Percent, Year};
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
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
#[serde(deny_unknown_fields, default)]
pub struct Scenario {
    /// Renter: the shift of the market rate, percentage points.
    #[serde(rename = "renter", skip_serializing_if = "Option::is_none")]
    interest_rate: Option<Percent>,
    /// Befolkningsvekst: added to the yearly growth, percentage points.
    #[serde(rename = "befolkningsvekst", skip_serializing_if = "Option::is_none")]
    population_growth: Option<Percent>,
    /// Investeringer: percent of the plan.
    #[serde(rename = "investeringer", skip_serializing_if = "Option::is_none")]
    investment_volume: Option<Percent>,
    /// Omstilling: extra yearly saving, million kroner.
    #[serde(
        rename = "omstilling",
        skip_serializing_if = "Option::is_none",
        serialize_with = "write_millions",
        deserialize_with = "read_millions"
    )]
    restructuring: Option<Decimal>,
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
}

/// What a scenario does to one project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProjectChange {
    /// Whether it is built at all.
    #[serde(rename = "med", default = "built", skip_serializing_if = "Clone::clone")]
    pub included: bool,
    /// Years later than in the plan, negative for earlier.
    #[serde(rename = "flyttet", default, skip_serializing_if = "is_nought")]
    pub moved: i32,
}

impl ProjectChange {
    /// As in the plan.
    pub const NONE: Self = Self { included: true, moved: 0 };
}

fn built() -> bool {
    true
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_nought(years: &i32) -> bool {
    *years == 0
}

#[allow(clippy::ref_option, reason = "serde hands over a reference to the field")]
fn write_millions<S: Serializer>(millions: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
    millions.map(Percent::new).serialize(serializer)
}

fn read_millions<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Decimal>, D::Error> {
    Ok(Option::<Percent>::deserialize(deserializer)?.map(Percent::value))
}

impl Scenario {
    /// The plan itself: nothing moved.
    #[must_use]
    pub fn plan() -> Self {
        Self::default()
    }

    /// True when nothing differs from the plan.
    #[must_use]
    pub fn is_plan(&self) -> bool {
        *self == Self::default()
    }

    /// Where a main lever stands, in the unit of its [`InputSpec`](super::input::InputSpec).
    #[must_use]
    pub fn get(&self, input: InputId) -> Decimal {
        let moved = match input {
            InputId::InterestRate => self.interest_rate.map(Percent::value),
            InputId::PopulationGrowth => self.population_growth.map(Percent::value),
            InputId::InvestmentVolume => self.investment_volume.map(Percent::value),
            InputId::Restructuring => self.restructuring,
        };
        moved.unwrap_or(input.spec().plan)
    }

    /// Moves a main lever; a value outside its range goes to the nearest end.
    pub fn set(&mut self, input: InputId, value: Decimal) {
        let spec = input.spec();
        let value = spec.clamp(value).normalize();
        let moved = (value != spec.plan).then_some(value);
        match input {
            InputId::InterestRate => self.interest_rate = moved.map(Percent::new),
            InputId::PopulationGrowth => self.population_growth = moved.map(Percent::new),
            InputId::InvestmentVolume => self.investment_volume = moved.map(Percent::new),
            InputId::Restructuring => self.restructuring = moved,
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
            projects: self.projects.clone(),
            measures: self.measures.clone(),
            ..Self::default()
        }
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
        scenario.set_project("vei", ProjectChange { included: false, moved: 0 });
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
