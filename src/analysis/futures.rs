//! Mange framtider: thin paths drawn from stated distributions, the same on every machine.
//!
//! Randomness is integers ([`rand_pcg`]) and decimals, never floating point, so that a seed gives the same
//! paths in the browser as on the command line. Each path is a pure function of the seed and its number:
//! slices may be computed in any order, a few at a time.

use super::Question;
use crate::model::fiscal_rule::keeps;
use crate::model::lever::{Lever, LeverUnit};
use crate::model::municipality::{FiscalRule, Indicator, Municipality};
use crate::model::scenario::Scenario;
use crate::model::units::{Percent, YearSeries};
use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;
use rust_decimal::{Decimal, dec};
use std::ops::Range;

/// Fordeling: what a draw is taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distribution {
    /// Normalfordeling, to within the sum of twelve even draws: never beyond six standard deviations.
    Normal {
        /// Forventning.
        mean: Decimal,
        /// Standardavvik.
        spread: Decimal,
    },
    /// Jevn fordeling between two ends.
    Even {
        /// The lowest value.
        from: Decimal,
        /// The highest value.
        to: Decimal,
    },
}

/// What can be drawn; each has its name and the reason for its distribution in the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// Rentenivå.
    RateLevel,
    /// Renteendring fra år til år.
    RateStep,
    /// Realvekst i frie inntekter.
    RealGrowth,
    /// Befolkningsvekst.
    PopulationGrowth,
    /// Gjennomføring av tiltakene.
    Realisation,
    /// Byggekostnad.
    BuildingCost,
}

/// Usikkerhet: one thing that is drawn, and what its distribution rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Uncertainty {
    /// What is drawn.
    pub drawn: Drawn,
    /// The unit it is drawn in.
    pub unit: LeverUnit,
    /// What it is drawn from. Why, is said where it is named: in print, or an estimate of the program's own.
    pub distribution: Distribution,
}

/// Rentenivå: added to the lever *Renter*, the same all years.
pub const RATE_LEVEL: Uncertainty = Uncertainty {
    drawn: Drawn::RateLevel,
    unit: LeverUnit::PercentagePoints,
    distribution: Distribution::Normal { mean: dec!(0), spread: dec!(0.5) },
};

/// Renteendring: a step each year from the second, added up to a random walk in the market rate.
pub const RATE_STEP: Uncertainty = Uncertainty {
    drawn: Drawn::RateStep,
    unit: LeverUnit::PercentagePointsPerYear,
    distribution: Distribution::Normal { mean: dec!(0), spread: dec!(0.5) },
};

/// Realvekst: added to the lever *Realvekst*, the same all years.
pub const REAL_GROWTH: Uncertainty = Uncertainty {
    drawn: Drawn::RealGrowth,
    unit: LeverUnit::PercentagePointsPerYear,
    distribution: Distribution::Normal { mean: dec!(0), spread: dec!(0.4) },
};

/// Befolkningsvekst: added to the lever, the same all years.
pub const POPULATION_GROWTH: Uncertainty = Uncertainty {
    drawn: Drawn::PopulationGrowth,
    unit: LeverUnit::PercentagePointsPerYear,
    distribution: Distribution::Normal { mean: dec!(0), spread: dec!(0.25) },
};

/// Gjennomføring: multiplies the lever *Gjennomføring*.
pub const REALISATION: Uncertainty = Uncertainty {
    drawn: Drawn::Realisation,
    unit: LeverUnit::Percent,
    distribution: Distribution::Even { from: dec!(60), to: dec!(100) },
};

/// Byggekostnad: multiplies the lever *Investeringer*, so every project alike.
pub const BUILDING_COST: Uncertainty = Uncertainty {
    drawn: Drawn::BuildingCost,
    unit: LeverUnit::PercentOfPlan,
    distribution: Distribution::Normal { mean: dec!(102), spread: dec!(10) },
};

/// Alt som trekkes: every uncertainty, in the order the page prints them.
///
/// Not drawn, and said first on the page: new duties, changes in the income system, crises, prices and wages
/// beyond the deflator, delays, and what the council would do when a path goes wrong. Each is drawn by itself.
///
/// ```
/// use handlingsrom::analysis::futures::{Drawn, UNCERTAINTIES};
/// assert_eq!(UNCERTAINTIES.map(|one| one.drawn)[0], Drawn::RateLevel);
/// ```
pub const UNCERTAINTIES: [Uncertainty; 6] =
    [RATE_LEVEL, RATE_STEP, REAL_GROWTH, POPULATION_GROWTH, REALISATION, BUILDING_COST];

/// Én framtid: the indicators of one path, in percent of brutto driftsinntekter, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FuturePath {
    /// Each year, in the order of [`Indicator::ALL`]; `None` for what cannot be measured.
    pub years: YearSeries<[Option<Percent>; 3]>,
}

impl FuturePath {
    /// Indikatoren gjennom årene, in the order of the years.
    pub fn ratios(&self, indicator: Indicator) -> impl Iterator<Item = Option<Percent>> {
        let place = Indicator::ALL.iter().position(|known| *known == indicator);
        self.years.values().iter().map(move |ratios| ratios.get(place?).copied().flatten())
    }
}

/// Trekker en framtid: the user's scenario with one draw of every [`UNCERTAINTIES`] on top.
///
/// Percentage points are added, percentages multiply; what goes beyond a lever's range stops at its end.
/// A pure function of its arguments: the same seed and number give the same scenario, everywhere.
///
/// ```
/// use handlingsrom::{analysis::futures::draw, exchange::municipality_file::built_in};
/// use handlingsrom::model::scenario::Scenario;
/// let lier = built_in("lier").expect("Lier comes with the program");
/// let future = |seed, index| draw(lier, &Scenario::plan(), seed, index);
/// assert_eq!(future(1, 7), future(1, 7));
/// assert_ne!(future(1, 7), future(2, 7));
/// assert_ne!(future(1, 7), future(1, 8));
/// ```
#[must_use]
pub fn draw(municipality: &Municipality, scenario: &Scenario, seed: u64, index: u32) -> Scenario {
    let mut chance = Chance::new(seed, index);
    let mut future = scenario.clone();
    for (input, drawn) in [
        (Lever::InterestRate, RATE_LEVEL),
        (Lever::RealRevenueGrowth, REAL_GROWTH),
        (Lever::PopulationGrowth, POPULATION_GROWTH),
    ] {
        future.set(input, scenario.get(input) + chance.draw(drawn.distribution));
    }
    for (input, drawn) in [(Lever::Realisation, REALISATION), (Lever::InvestmentVolume, BUILDING_COST)] {
        let share = Percent::new(chance.draw(drawn.distribution));
        future.set(input, share.of_percent(Percent::new(scenario.get(input))).value());
    }
    let mut walked = Decimal::ZERO;
    for year in municipality.years().skip(1) {
        walked += chance.draw(RATE_STEP.distribution);
        future.set(Lever::RateInYear.of(year), scenario.rate_in(year).value() + walked);
    }
    future
}

/// Framtidene med numrene i et utsnitt: each drawn, projected and reduced to its indicators.
///
/// ```
/// use handlingsrom::analysis::{Question, futures::paths};
/// use handlingsrom::exchange::municipality_file::built_in;
/// use handlingsrom::model::{projection::project, scenario::Scenario};
/// let lier = built_in("lier").expect("Lier comes with the program");
/// let scenario = Scenario::plan();
/// let plan = project(lier, &scenario);
/// let question = Question { municipality: lier, plan: &plan, scenario: &scenario };
/// let all = paths(&question, 1, 0..4);
/// assert_eq!(all[2..], paths(&question, 1, 2..4));
/// ```
#[must_use]
pub fn paths(question: &Question<'_>, seed: u64, numbers: Range<u32>) -> Vec<FuturePath> {
    let path = |index| {
        let future = question.project(&draw(question.municipality, question.scenario, seed, index));
        let ratios = future.years.values().iter().map(|year| Indicator::ALL.map(|kind| year.ratio(kind)));
        FuturePath { years: YearSeries::new(future.years.first_year(), ratios.collect()) }
    };
    numbers.map(path).collect()
}

/// Framtidene under arbeid: the progress of a run of many paths, computed in slices.
///
/// The question must be the same in every slice; start again when the user moves a lever.
///
/// ```
/// use handlingsrom::analysis::{Question, futures::{Futures, paths}};
/// use handlingsrom::exchange::municipality_file::built_in;
/// use handlingsrom::model::{projection::project, scenario::Scenario};
/// let lier = built_in("lier").expect("Lier comes with the program");
/// let scenario = Scenario::plan();
/// let plan = project(lier, &scenario);
/// let question = Question { municipality: lier, plan: &plan, scenario: &scenario };
/// let mut futures = Futures::new(1, 5);
/// while !futures.is_done() {
///     futures.advance(&question, 2);
/// }
/// assert_eq!(futures.paths(), paths(&question, 1, 0..5));
/// ```
#[doc(alias = "usikkerhet")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Futures {
    seed: u64,
    count: u32,
    paths: Vec<FuturePath>,
}

impl Futures {
    /// How many paths it takes for the result not to depend on the seed.
    pub const USUAL_COUNT: u32 = 200;

    /// A run of `count` paths with a seed; none is computed yet.
    #[must_use]
    pub fn new(seed: u64, count: u32) -> Self {
        Self { seed, count, paths: Vec::new() }
    }

    /// Computes the next `slice` paths, or those that remain.
    pub fn advance(&mut self, question: &Question<'_>, slice: u32) {
        let done = u32::try_from(self.paths.len()).unwrap_or(u32::MAX);
        let until = done.saturating_add(slice).min(self.count);
        self.paths.extend(paths(question, self.seed, done..until));
    }

    /// True when every path is computed.
    #[must_use]
    pub fn is_done(&self) -> bool {
        u32::try_from(self.paths.len()).is_ok_and(|done| done >= self.count)
    }

    /// The paths computed so far.
    #[must_use]
    pub fn paths(&self) -> &[FuturePath] {
        &self.paths
    }
}

/// Andelen framtider som holder en regel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleShare {
    /// The rule's id.
    pub rule: String,
    /// Percent of the paths that keep it in every year; `None` when no path can be measured.
    pub every_year: Option<Percent>,
    /// Percent of the paths that keep it, year by year.
    pub by_year: Vec<Option<Percent>>,
}

/// Hvor ofte reglene holder: per rule, the share of paths that keep it in every year, and in each.
///
/// `100 · paths that keep the rule / paths that can be measured`. It is the share of these draws, not a
/// probability: what is not drawn is not in it.
///
/// ```
/// use handlingsrom::analysis::{Question, futures::{paths, summary}};
/// use handlingsrom::exchange::municipality_file::built_in;
/// use handlingsrom::model::{projection::project, scenario::Scenario, units::Percent};
/// let lier = built_in("lier").expect("Lier comes with the program");
/// let scenario = Scenario::plan();
/// let plan = project(lier, &scenario);
/// let question = Question { municipality: lier, plan: &plan, scenario: &scenario };
/// let shares = summary(&lier.rules, &paths(&question, 1, 0..20));
/// assert_eq!((shares.len(), shares[0].by_year.len()), (3, 10));
/// // Lier's plan breaks the rule for netto driftsresultat in its first year already.
/// assert_eq!(shares[0].every_year, Some(Percent::ZERO));
/// ```
#[must_use]
pub fn summary(rules: &[FiscalRule], paths: &[FuturePath]) -> Vec<RuleShare> {
    rules.iter().map(|rule| rule_share(rule, paths)).collect()
}

fn rule_share(rule: &FiscalRule, paths: &[FuturePath]) -> RuleShare {
    let (mut every_year, mut by_year) = (Count::default(), Vec::new());
    for path in paths {
        let kept = path.ratios(rule.indicator).map(|ratio| Some(keeps(rule, rule.limit, ratio?)));
        let mut all = None;
        for (year, kept) in kept.enumerate() {
            if by_year.len() <= year {
                by_year.push(Count::default());
            }
            if let Some(count) = by_year.get_mut(year) {
                count.take(kept);
            }
            all = kept.map(|kept| kept && all != Some(false)).or(all);
        }
        every_year.take(all);
    }
    RuleShare {
        rule: rule.id.clone(),
        every_year: every_year.share(),
        by_year: by_year.into_iter().map(Count::share).collect(),
    }
}

#[derive(Clone, Copy, Default)]
struct Count {
    kept: u32,
    measured: u32,
}

impl Count {
    fn take(&mut self, kept: Option<bool>) {
        self.kept += u32::from(kept == Some(true));
        self.measured += u32::from(kept.is_some());
    }

    fn share(self) -> Option<Percent> {
        let share = Percent::new(Decimal::ONE_HUNDRED * Decimal::from(self.kept));
        (self.measured > 0).then(|| share.divided_by(self.measured))
    }
}

/// The random numbers of one path.
struct Chance(Pcg32);

impl Chance {
    /// Neighbouring numbers begin far from each other: the golden ratio spreads them over all 64 bits.
    fn new(seed: u64, index: u32) -> Self {
        const GOLDEN_RATIO: u64 = 0x9E37_79B9_7F4A_7C15;
        const STREAM: u64 = 0x0A02_BDBF_7BB3_C0A7;
        Self(Pcg32::new(seed.wrapping_add(u64::from(index).wrapping_mul(GOLDEN_RATIO)), STREAM))
    }

    /// A draw, to two decimals: finer than any lever is read.
    ///
    /// Twelve even draws of sixteen bits each have variance one together, in units of 2^16, and a sum
    /// close to normal; no table and no logarithm, so nothing that differs between machines.
    fn draw(&mut self, distribution: Distribution) -> Decimal {
        /// One part of 2^16, exactly.
        const PART: Decimal = dec!(0.0000152587890625);
        let halves = |word: u32| i64::from(word >> 16) + i64::from(word & 0xFFFF);
        let exact = match distribution {
            Distribution::Normal { mean, spread } => {
                let sum: i64 = (0..6).map(|_| halves(self.0.next_u32())).sum();
                mean + spread * Decimal::from(sum - 6 * 0xFFFF) * PART
            }
            Distribution::Even { from, to } => {
                from + (to - from) * Decimal::from(self.0.next_u32() >> 16) * PART
            }
        };
        exact.round_dp(2)
    }
}
