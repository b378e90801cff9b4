//! Stresstest: named shocks on top of any scenario.
//!
//! A shock is data (`assets/sjokk.json`): a name, a reason, a source and what it changes. What each kind
//! of change does to a scenario is written here only.

use super::Question;
use crate::model::lever::{Lever, OWN_MEASURE_AMOUNT};
use crate::model::municipality::{Municipality, Project, ProjectKind, StressKind, or_default};
use crate::model::order::in_order;
use crate::model::projection::Projection;
use crate::model::scenario::{OwnMeasure, Scenario};
use crate::model::units::{Kroner, Percent, Year};
use rust_decimal::Decimal;
use serde::Deserialize;

/// Sjokk: something that may go wrong, with a name and a reason.
///
/// ```
/// use handlingsrom::exchange::{municipality_file::built_in, shocks::shock};
/// use handlingsrom::model::{lever::Lever, scenario::Scenario};
/// use rust_decimal::dec;
/// let lier = built_in("lier").expect("Lier comes with the program");
/// let shock = shock("finansreglementet").expect("it comes with the program");
/// let shocked = shock.apply(lier, &Scenario::plan());
/// assert_eq!(shocked.get(Lever::InterestRate), dec!(2));
/// // Lier's file has no shares, and the shock says so.
/// assert_eq!(shock.left_out(lier, &Scenario::plan()).count(), 1);
/// ```
#[doc(alias = "sjokk")]
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shock {
    /// What the command line calls it.
    pub id: String,
    /// Its name.
    #[serde(rename = "navn")]
    pub name: String,
    /// Why it is worth asking, and what is assumed.
    #[serde(rename = "begrunnelse")]
    pub reason: String,
    /// Where its size is printed, or that it is an estimate of the program's own.
    #[serde(rename = "kilde")]
    pub source: String,
    /// What it changes.
    #[serde(rename = "endringer")]
    pub changes: Vec<ShockChange>,
}

/// Endring: one thing that a shock changes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShockChange {
    /// What is changed.
    #[serde(rename = "hva")]
    pub kind: ShockKind,
    /// How much: percentage points, or percent, as the kind says.
    #[serde(rename = "verdi")]
    pub value: Percent,
    /// Eget anslag: nobody has published the size.
    #[serde(rename = "eget_anslag", default)]
    pub is_estimate: bool,
    /// What to say where the municipality's file has nothing to change.
    #[serde(rename = "uten_grunnlag", default)]
    pub when_left_out: Option<String>,
}

/// Slag: what a change changes, and the unit of its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum ShockKind {
    /// Renter: added to the lever, all years; percentage points.
    #[serde(rename = "renter")]
    Rates,
    /// Renter fra andre år: added to the market rate of the second plan year and every later one;
    /// percentage points. The first year is under way when the rate rises.
    #[serde(rename = "renter_fra_andre_år")]
    RatesFromSecondYear,
    /// Aksjer: change in the value of the municipality's shares, a one-off in the second plan year;
    /// percent.
    #[serde(rename = "aksjer")]
    Shares,
    /// Prisnivå: how much more prices and wages rise in the second plan year than the deflator
    /// compensates; percent of running costs, lasting.
    #[serde(rename = "prisnivå")]
    PriceLevel,
    /// Lav befolkning: the low prognosis, or else a change in yearly growth; percentage points.
    #[serde(rename = "lav_befolkning")]
    LowPopulation,
    /// Gjennomføring: the part of every saving that is still realised; percent.
    #[serde(rename = "gjennomføring")]
    Realisation,
    /// Største bygg: the cost increase of the largest project; percent.
    #[serde(rename = "største_bygg")]
    LargestBuilding,
    /// Frie inntekter: change from the second plan year on, lasting; percent of them.
    #[serde(rename = "frie_inntekter")]
    FreeIncome,
}

impl Shock {
    /// Stresser et scenario: the same scenario with the shock on top.
    ///
    /// Percentage points are added to levers, shares multiply them, and a result beyond a lever's range
    /// stops at its end. What no lever can carry becomes an own measure with the shock's name:
    ///
    /// - the loss on shares: `−value · shares`, once, in the second plan year. It is booked among running
    ///   costs, though an account has it among gains and losses on financial assets; netto driftsresultat
    ///   is the same.
    /// - prices beyond the deflator: `value · costs of the first year`, from the second year on. The levers
    ///   *Lønnsvekst* and *Prisvekst* would rise every year; here prices rise once and their level
    ///   stays. Costs are the services' net costs where the § 5-4 account is given, so fees and refunds are
    ///   taken to follow prices.
    /// - lost free income: `−value · frie inntekter of the second year`, from that year on. It is booked as
    ///   a cost, so brutto driftsinntekter, which every rule is measured against, are not lowered.
    ///
    /// Pure; the order of shocks does not matter for what is projected. Not modelled: that the world would
    /// answer, with extra grants or higher tax income as in 2022; that the plan's own restructuring
    /// programme is not carried out, since the lever *Gjennomføring* moves listed measures only; that
    /// the user's own projects cost more.
    #[must_use]
    pub fn apply(&self, municipality: &Municipality, scenario: &Scenario) -> Scenario {
        let mut shocked = scenario.clone();
        for change in &self.changes {
            change.apply(&self.name, municipality, &mut shocked);
        }
        shocked
    }

    /// Uten grunnlag: the changes that the municipality's file and the scenario have nothing for.
    ///
    /// Each has words for the reader in [`ShockChange::when_left_out`].
    pub fn left_out<'a>(
        &'a self,
        municipality: &'a Municipality,
        scenario: &'a Scenario,
    ) -> impl Iterator<Item = &'a ShockChange> {
        self.changes.iter().filter(|change| !change.bites(municipality, scenario))
    }

    /// Begrunnelse: why the shock is among them, and then what of it this municipality has nothing for.
    #[must_use]
    pub fn reasons(&self, municipality: &Municipality, scenario: &Scenario) -> String {
        let left_out =
            self.left_out(municipality, scenario).filter_map(|change| change.when_left_out.as_deref());
        std::iter::once(self.reason.as_str()).chain(left_out).collect::<Vec<_>>().join(" ")
    }

    /// True when at least one of its changes has something to change.
    #[must_use]
    pub fn applies_to(&self, municipality: &Municipality, scenario: &Scenario) -> bool {
        self.left_out(municipality, scenario).count() < self.changes.len()
    }
}

/// Scenarioet under flere sjokk: each applied in the order of its id, so that the order they were chosen
/// in never matters.
///
/// ```
/// use handlingsrom::analysis::stress::stressed;
/// use handlingsrom::exchange::{municipality_file::built_in, shocks::shocks};
/// use handlingsrom::model::scenario::Scenario;
/// let lier = built_in("lier").expect("Lier comes with the program");
/// let (first, last) = (&shocks()[0], &shocks()[6]);
/// let one_way = stressed(lier, &Scenario::plan(), &[first, last]);
/// assert_eq!(one_way, stressed(lier, &Scenario::plan(), &[last, first]));
/// ```
#[must_use]
pub fn stressed(municipality: &Municipality, scenario: &Scenario, shocks: &[&Shock]) -> Scenario {
    let shocks = in_order(shocks, |one, other| one.id < other.id);
    shocks.into_iter().fold(scenario.clone(), |met, shock| shock.apply(municipality, &met))
}

/// Stressbanen: the scenario projected under several shocks at once.
///
/// ```
/// use handlingsrom::analysis::{Question, stress::shock_path};
/// use handlingsrom::exchange::{municipality_file::built_in, shocks::shock};
/// use handlingsrom::model::{projection::project, scenario::Scenario};
/// let lier = built_in("lier").expect("Lier comes with the program");
/// let (scenario, dearer) = (Scenario::plan(), shock("dyrere-bygg").expect("a shock"));
/// let plan = project(lier, &scenario);
/// let question = Question { municipality: lier, plan: &plan, scenario: &scenario };
/// let path = shock_path(&question, &[dearer]);
/// assert!(path.years.last().expect("a year").debt.amount() > plan.years.last().expect("a year").debt.amount());
/// assert_eq!(shock_path(&question, &[]), plan);
/// ```
#[must_use]
pub fn shock_path(question: &Question<'_>, shocks: &[&Shock]) -> Projection {
    question.project(&stressed(question.municipality, question.scenario, shocks))
}

impl ShockChange {
    fn apply(&self, name: &str, municipality: &Municipality, scenario: &mut Scenario) {
        let value = self.value;
        let second_year = municipality.plan.first_year.plus(1);
        match self.kind {
            ShockKind::Rates => add(scenario, Lever::InterestRate, value),
            ShockKind::RatesFromSecondYear => {
                for year in municipality.years().skip(1) {
                    let rate = scenario.rate_in(year) + value;
                    scenario.set(Lever::RateInYear.of(year), rate);
                }
            }
            ShockKind::LowPopulation => match low_prognosis(municipality) {
                Some(id) => scenario.set(Lever::Prognosis, id),
                None => add(scenario, Lever::PopulationGrowth, value),
            },
            ShockKind::Realisation => {
                let realised = value.of_percent(Percent::new(scenario.get(Lever::Realisation)));
                scenario.set(Lever::Realisation, realised.value());
            }
            ShockKind::LargestBuilding => {
                if let Some(project) = largest_building(municipality, scenario) {
                    let scale = scenario.project(&project.id).scale;
                    let dearer = (Percent::HUNDRED + value).of_percent(scale);
                    scenario.set(Lever::ProjectScale.of(&project.id), dearer);
                }
            }
            ShockKind::Shares => {
                cost(scenario, name, second_year, -value.of(shares(municipality)), true);
            }
            ShockKind::PriceLevel => {
                cost(scenario, name, second_year, value.of(running_costs(municipality)), false);
            }
            ShockKind::FreeIncome => {
                let lost = -value.of(free_income(municipality, scenario, second_year));
                cost(scenario, name, second_year, lost, false);
            }
        }
    }

    /// True when there is something to change.
    fn bites(&self, municipality: &Municipality, scenario: &Scenario) -> bool {
        let second_year = municipality.plan.first_year.plus(1);
        match self.kind {
            ShockKind::Rates | ShockKind::RatesFromSecondYear => true,
            ShockKind::Shares => shares(municipality) != Kroner::ZERO,
            ShockKind::PriceLevel => running_costs(municipality) != Kroner::ZERO,
            ShockKind::LowPopulation => {
                municipality.population.is_some() || scenario.basis.inhabitants.is_some()
            }
            ShockKind::Realisation => saves(municipality, scenario),
            ShockKind::LargestBuilding => largest_building(municipality, scenario).is_some(),
            ShockKind::FreeIncome => free_income(municipality, scenario, second_year) != Kroner::ZERO,
        }
    }
}

fn add(scenario: &mut Scenario, input: Lever, change: Percent) {
    scenario.set(input, scenario.get(input) + change.value());
}

/// Adds a cost as an own measure, inside the range such measures have; nothing when there is no cost.
fn cost(scenario: &mut Scenario, name: &str, start: Year, amount: Kroner, one_off: bool) {
    let amount = amount.min(Kroner::from_millions(OWN_MEASURE_AMOUNT.max));
    if amount != Kroner::ZERO {
        scenario.add_measure(OwnMeasure {
            name: name.to_owned(),
            amount,
            start,
            ramp_years: 0,
            one_off_cost: Kroner::ZERO,
            one_off,
        });
    }
}

/// Aksjer: the shares in the municipality's own stress test.
fn shares(municipality: &Municipality) -> Kroner {
    let rows = municipality.stress_test.as_ref().map_or(&[][..], |test| &test.rows);
    rows.iter().filter(|row| row.kind == StressKind::Shares).map(|row| row.balance).sum()
}

/// Driftsutgifter of the first year: the services' net costs where the account is given.
fn running_costs(municipality: &Municipality) -> Kroner {
    match &municipality.account {
        Some(account) => account.appropriations.values.at(municipality.plan.first_year),
        None => or_default(municipality.opening.operating_costs.as_ref()),
    }
}

/// Frie inntekter of a year: rammetilskudd and tax where the account is given, else the free part of all
/// income of the first year.
fn free_income(municipality: &Municipality, scenario: &Scenario, year: Year) -> Kroner {
    if let Some(account) = &municipality.account {
        let lines = [&account.block_grant, &account.income_tax];
        return lines.into_iter().flatten().map(|line| line.values.at_or_last(year)).sum();
    }
    let printed = municipality.opening.operating_revenue.as_ref().map(|figure| figure.value);
    let share = municipality.assumptions.free_revenue_share.as_ref();
    let all = printed.or(scenario.basis.operating_revenue).unwrap_or_default();
    share.map_or(Percent::HUNDRED, |share| share.value).of(all)
}

/// Lavt alternativ: a prognosis whose id has a part that begins with *lav*, such as `ssb-lav`.
fn low_prognosis(municipality: &Municipality) -> Option<&str> {
    let alternatives = municipality.population.as_ref().map_or(&[][..], |people| &people.alternatives);
    let is_low = |id: &str| id.split('-').any(|part| part.starts_with("lav"));
    alternatives.iter().map(|alternative| alternative.id.as_str()).find(|id| is_low(id))
}

/// Største bygg: the most expensive project of the plan that the scenario builds and that fees do not pay for.
fn largest_building<'a>(municipality: &'a Municipality, scenario: &Scenario) -> Option<&'a Project> {
    let projects = municipality.investments.projects.iter();
    projects
        .filter(|project| project.kind == ProjectKind::Project && !project.self_cost)
        .filter(|project| scenario.project(&project.id).included && project.total() > Kroner::ZERO)
        .max_by_key(|project| project.total())
}

/// True when the plan or the scenario has a saving that realisation can change.
fn saves(municipality: &Municipality, scenario: &Scenario) -> bool {
    let listed = municipality
        .measures
        .iter()
        .any(|measure| measure.is_open() && measure.saves() && scenario.realisation(measure) > Percent::ZERO);
    listed
        || scenario.get(Lever::Restructuring) > Decimal::ZERO
        || scenario.own_measures().iter().any(|own| own.amount.is_negative())
}
