//! Hva betyr mest: what an equally plausible change of every lever does to every rule.

use super::Question;
use crate::model::lever::Lever;
use crate::model::municipality::Indicator;
use crate::model::projection::YearResult;
use crate::model::scenario::Scenario;
use crate::model::units::{Kroner, Percent, Year};
use rust_decimal::{Decimal, dec};

/// Utslag: what a lever moved one step does to each indicator in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The position the lever is moved to.
    pub to: Decimal,
    /// The change of each indicator, in the order of [`Indicator::ALL`]: kroner and percentage points,
    /// where they are known.
    pub changes: [(Option<Kroner>, Option<Percent>); 3],
}

/// Rimelig endring: a change of a lever about as likely as that of any other: what a year or two may bring, or
/// a council often decides. Why, is said by the texts (`plausible_reason`).
///
/// The step of a slider is chosen for the hand, so one step of two levers cannot be compared.
///
/// ```
/// # use handlingsrom::{analysis::sensitivity::plausible_change, model::lever::Lever};
/// # use rust_decimal::dec;
/// assert_eq!(plausible_change(Lever::InterestRate), dec!(1));
/// assert_eq!(plausible_change(Lever::Restructuring), dec!(10));
/// ```
#[must_use]
pub fn plausible_change(lever: Lever) -> Decimal {
    match lever {
        Lever::InterestRate | Lever::PriceGrowth | Lever::InvestmentDelay => dec!(1),
        Lever::PopulationGrowth => dec!(0.25),
        Lever::RealRevenueGrowth => dec!(0.4),
        Lever::WageGrowth => dec!(0.5),
        Lever::InvestmentVolume | Lever::Restructuring | Lever::PropertyTax | Lever::Dividends => dec!(10),
        Lever::Realisation => dec!(20),
        Lever::FundTarget => dec!(2),
        other => other.spec().step,
    }
}

/// Følsomhet: one lever, a plausible change down and up from its position.
#[doc(alias = "følsomhet")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sensitivity {
    /// The lever.
    pub input: Lever,
    /// A change down; `None` where the range ends.
    pub down: Option<Effect>,
    /// A change up; `None` where the range ends.
    pub up: Option<Effect>,
}

impl Sensitivity {
    /// The larger change of an indicator, either way, in percentage points or else in kroner.
    #[must_use]
    pub fn reach(&self, indicator: Indicator) -> Decimal {
        let place = Indicator::ALL.iter().position(|other| *other == indicator).unwrap_or_default();
        let size = |effect: Effect| {
            let (amount, points) = effect.changes.get(place).copied().unwrap_or_default();
            points.map(Percent::value).or(amount.map(Kroner::kroner)).unwrap_or_default().abs()
        };
        [self.down, self.up].into_iter().flatten().map(size).max().unwrap_or_default()
    }
}

/// Tornado: every lever changed down and up from where the scenario has it, in one year, each by what is
/// [equally plausible](plausible_change). In the order of the levers; sort by
/// [`Sensitivity::reach`] for one indicator.
///
/// ```
/// # use handlingsrom::analysis::{sensitivity::tornado, Question};
/// # use handlingsrom::exchange::municipality_file;
/// # use handlingsrom::model::{lever::Lever, municipality::Indicator, projection::project, scenario::Scenario, units::Year};
/// let lier = municipality_file::built_in("lier").expect("Lier comes with the program");
/// let (plan, scenario) = (project(lier, &Scenario::plan()), Scenario::plan());
/// let question = Question { municipality: lier, plan: &plan, scenario: &scenario };
/// let all = tornado(&question, Year(2034));
/// let reach = |input| all.iter().find(|one| one.input == input).unwrap().reach(Indicator::NetOperatingResult);
/// assert!(reach(Lever::RealRevenueGrowth) > reach(Lever::InvestmentVolume));
/// ```
#[doc(alias = "tornadodiagram")]
#[must_use]
pub fn tornado(question: &Question<'_>, year: Year) -> Vec<Sensitivity> {
    let now = question.project(question.scenario);
    let Some(now) = now.years.get(year) else { return Vec::new() };
    let moved = |scenario: &mut Scenario, input: Lever, to: Decimal| {
        input.spec().allows(to).then(|| {
            scenario.set(input, to);
            let after = question.project(scenario);
            Effect { to, changes: after.years.get(year).map(|after| changes(now, after)).unwrap_or_default() }
        })
    };
    let mut scenario = question.scenario.clone();
    Lever::numbers()
        .map(|input| {
            let (value, step) = (question.scenario.get(input), plausible_change(input));
            let down = moved(&mut scenario, input, value - step);
            let up = moved(&mut scenario, input, value + step);
            scenario.set(input, value);
            Sensitivity { input, down, up }
        })
        .collect()
}

fn changes(before: &YearResult, after: &YearResult) -> [(Option<Kroner>, Option<Percent>); 3] {
    Indicator::ALL.map(|indicator| {
        let amount =
            after.amount(indicator).zip(before.amount(indicator)).map(|(after, before)| after - before);
        let points =
            after.ratio(indicator).zip(before.ratio(indicator)).map(|(after, before)| after - before);
        (amount, points)
    })
}
