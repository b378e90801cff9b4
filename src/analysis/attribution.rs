//! Hvorfor: each lever group's share of the change from plan to scenario.

use super::Question;
pub use crate::model::lever::Cause;
use crate::model::lever::LeverGroup;
use crate::model::municipality::Indicator;
use crate::model::order::in_order;
use crate::model::projection::{Projection, YearResult};
use crate::model::units::{Kroner, Percent, Year, YearSeries, apportion};
use rust_decimal::Decimal;

/// What a year is read for: kroner and percent of each indicator, where they are known.
type Measured = [(Option<Kroner>, Option<Percent>); 3];

fn read(result: &YearResult) -> Measured {
    Indicator::ALL.map(|indicator| (result.amount(indicator), result.ratio(indicator)))
}

/// Fordeling: what every combination of the moved causes gives, from which each bridge is read.
///
/// With n causes moved, 2ⁿ projections; the bridge of any year and rule then costs nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    causes: Vec<Cause>,
    /// By combination: bit i is set when cause i is moved.
    combinations: Vec<YearSeries<Measured>>,
}

/// Bro: one indicator in one year, from the plan to the scenario.
#[doc(alias = "bro")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bridge {
    /// The amounts of plan and scenario.
    pub amounts: [Kroner; 2],
    /// The percentages of plan and scenario, where income is known.
    pub ratios: Option<[Percent; 2]>,
    /// Each cause's share; their sum is the change, with `==`.
    pub shares: Vec<Share>,
}

/// Andel of a change that one cause is credited with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The cause.
    pub cause: Cause,
    /// Its share in kroner, by Shapley: the mean of what it adds over every order of the causes.
    pub amount: Kroner,
    /// Its share in percentage points.
    pub points: Percent,
    /// What it changes when nothing else is moved.
    pub alone: Kroner,
    /// The same in percentage points.
    pub alone_points: Percent,
}

impl Share {
    /// Samspill: the part of the share that is due to interaction with the other causes.
    #[must_use]
    pub fn interaction(&self) -> Kroner {
        self.amount - self.alone
    }
}

impl Bridge {
    /// The change in kroner.
    #[must_use]
    pub fn change(&self) -> Kroner {
        let [plan, scenario] = self.amounts;
        scenario - plan
    }

    /// The change in percentage points.
    #[must_use]
    pub fn change_in_points(&self) -> Option<Percent> {
        self.ratios.map(|[plan, scenario]| scenario - plan)
    }

    /// Samspill: the change less what each cause gives alone.
    #[must_use]
    pub fn interaction(&self) -> Kroner {
        self.change() - self.shares.iter().map(|share| share.alone).sum()
    }

    /// The sum of shares of one side: *verden endret seg* or *vi valgte*.
    #[must_use]
    pub fn side(&self, group: LeverGroup) -> (Kroner, Percent) {
        let own = || self.shares.iter().filter(move |share| share.cause.group() == group);
        (own().map(|share| share.amount).sum(), own().map(|share| share.points).sum())
    }
}

/// Fordeler endringen: projects every combination of what a scenario has moved.
///
/// Shapley's share of cause i is `Σ |S|!·(n−1−|S|)!/n! · (v(S∪i) − v(S))` over every set S of the
/// others: exact, the same in whatever order the causes are listed, and summing to the whole change.
///
/// ```
/// # use handlingsrom::analysis::{attribution::attribute, Question};
/// # use handlingsrom::exchange::municipality_file;
/// # use handlingsrom::model::{lever::Lever, municipality::Indicator, projection::project, scenario::Scenario, units::Year};
/// # use rust_decimal::dec;
/// let lier = municipality_file::built_in("lier").expect("Lier comes with the program");
/// let mut scenario = Scenario::plan();
/// scenario.set(Lever::InterestRate, dec!(1));
/// scenario.set(Lever::Restructuring, dec!(20));
/// let plan = project(lier, &Scenario::plan());
/// let question = Question { municipality: lier, plan: &plan, scenario: &scenario };
/// let bridge = attribute(&question).bridge(Indicator::DebtRatio, Year(2034)).expect("debt is known");
/// assert_eq!(bridge.change(), bridge.shares.iter().map(|share| share.amount).sum());
/// ```
#[must_use]
pub fn attribute(question: &Question<'_>) -> Attribution {
    let mut work = StepwiseAttribution::new(&question.scenario.causes().collect::<Vec<_>>());
    loop {
        if let Some(attribution) = work.step(question) {
            return attribution;
        }
    }
}

/// The same, one projection at a time, for a page that must not be held up.
#[derive(Clone, Debug)]
pub struct StepwiseAttribution {
    causes: Vec<Cause>,
    done: Vec<YearSeries<Measured>>,
}

impl StepwiseAttribution {
    /// Nothing projected yet. The causes may be listed in any order, and those that are not moved take no
    /// share.
    #[must_use]
    pub fn new(causes: &[Cause]) -> Self {
        let mut causes = in_order(causes.iter().copied(), |one, other| one < other);
        causes.dedup();
        Self { causes, done: Vec::new() }
    }

    /// Projects the next combination; the attribution when it was the last.
    pub fn step(&mut self, question: &Question<'_>) -> Option<Attribution> {
        let set = self.done.len();
        let mut scenario = question.scenario.plan_on_same_basis();
        for (index, cause) in self.causes.iter().enumerate() {
            if contains(set, index) {
                scenario.take(*cause, question.scenario);
            }
        }
        self.done.push(measured(&question.project(&scenario)));
        (self.done.len() >> self.causes.len() > 0).then(|| Attribution {
            causes: self.causes.clone(),
            combinations: std::mem::take(&mut self.done),
        })
    }
}

fn measured(projection: &Projection) -> YearSeries<Measured> {
    let years = projection.years.values().iter().map(read).collect();
    YearSeries::new(projection.years.first_year(), years)
}

fn contains(set: usize, index: usize) -> bool {
    set >> index & 1 == 1
}

impl Attribution {
    /// The bridge of one indicator in one year; `None` where the amount is not known.
    #[must_use]
    pub fn bridge(&self, indicator: Indicator, year: Year) -> Option<Bridge> {
        let place = Indicator::ALL.iter().position(|other| *other == indicator)?;
        let values: Vec<(Option<Kroner>, Option<Percent>)> = self
            .combinations
            .iter()
            .map(|years| years.get(year).and_then(|reading| reading.get(place)).copied())
            .collect::<Option<_>>()?;
        let kroner: Vec<Decimal> =
            values.iter().map(|(amount, _)| amount.map(Kroner::kroner)).collect::<Option<_>>()?;
        let percent: Option<Vec<Decimal>> =
            values.iter().map(|(_, ratio)| ratio.map(Percent::value)).collect();
        let amounts = self.shapley(&kroner, 0);
        let points = percent.as_deref().map(|percent| self.shapley(percent, 8)).unwrap_or_default();
        let share = |(index, cause): (usize, &Cause)| {
            let alone = |values: &[Decimal]| Some(*values.get(1 << index)? - *values.first()?);
            Share {
                cause: *cause,
                amount: kroner_of(amounts.get(index).copied().unwrap_or_default()),
                points: Percent::new(points.get(index).copied().unwrap_or_default()),
                alone: kroner_of(alone(&kroner).unwrap_or_default()),
                alone_points: Percent::new(percent.as_deref().and_then(alone).unwrap_or_default()),
            }
        };
        let ends = |values: &[Decimal]| Some([*values.first()?, *values.last()?]);
        Some(Bridge {
            amounts: ends(&kroner)?.map(kroner_of),
            ratios: percent.as_deref().and_then(ends).map(|ends| ends.map(Percent::new)),
            shares: self.causes.iter().enumerate().map(share).collect(),
        })
    }

    /// The causes that are moved.
    #[must_use]
    pub fn causes(&self) -> &[Cause] {
        &self.causes
    }

    /// Shapley values of a value per combination, to so many decimals, summing exactly to the change.
    fn shapley(&self, values: &[Decimal], decimals: u32) -> Vec<Decimal> {
        let count = self.causes.len();
        let weight = |others: usize| factorial(others) * factorial(count.saturating_sub(1 + others));
        let numerator = |index: usize| -> Decimal {
            let without = (0..values.len()).filter(|set| !contains(*set, index));
            without
                .filter_map(|set| {
                    let added = *values.get(set | 1 << index)? - *values.get(set)?;
                    let others = usize::try_from(set.count_ones()).unwrap_or(0);
                    Some(added * Decimal::from(weight(others)))
                })
                .sum()
        };
        let numerators: Vec<Decimal> = (0..count).map(numerator).collect();
        apportion(&numerators, factorial(count), decimals)
    }
}

fn kroner_of(amount: Decimal) -> Kroner {
    Kroner::from_thousands(amount * Decimal::new(1, 3))
}

fn factorial(number: usize) -> u32 {
    (1..=number).filter_map(|factor| u32::try_from(factor).ok()).product()
}
