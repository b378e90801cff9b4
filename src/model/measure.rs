//! Tiltak: what single measures do to running costs.

use super::arithmetic::{Arithmetic, Money, Number, Rate, Source};
use super::case::Case;
use super::lever::Lever;
use super::municipality::{Duration, Measure, Municipality};
use super::population::numbered;
use super::quantity::{OfMeasure, OfOwnMeasure, Quantity};
use super::scenario::{OwnMeasure, Scenario};
use super::units::{Kroner, Percent, Year, YearSeries};

/// The measures already chosen that count the same kroner as this one, so that both cannot be.
pub fn chosen_overlaps<'a>(
    municipality: &'a Municipality,
    scenario: &'a Scenario,
    measure: &'a Measure,
) -> impl Iterator<Item = &'a Measure> {
    municipality.measures.iter().filter(move |other| {
        let overlap = measure.overlaps.contains(&other.id) || other.overlaps.contains(&measure.id);
        overlap && other.id != measure.id && scenario.realisation(other) > Percent::ZERO
    })
}

/// Endring i tiltak: what the scenario's measures add to running costs beyond the plan's, year by year.
///
/// `Σ realisation · amount(t − delay) − amount(t) where the plan holds it`, rounded to whole kroner per
/// measure, plus the user's own. Of every saving only the lever *Gjennomføring* is realised; costs come
/// in full. A locked line cannot be changed and adds nothing.
#[must_use]
pub fn change_in_costs<A: Arithmetic>(case: Case<'_, A>) -> YearSeries<A::Kroner> {
    let part = case.lever_percent(Lever::Realisation);
    let in_year = |measures: &[Changed<'_>], year: Year| -> A::Kroner {
        measures.iter().map(|changed| changed.change_in(case, part, year)).sum()
    };
    let (biennial, others): (Vec<_>, Vec<_>) = changed_measures(case)
        .into_iter()
        .partition(|changed| changed.measure.duration == Duration::Biennial);
    // After the last change of any amount every year is as the one before, so it is computed once.
    let last_change = others.iter().filter_map(Changed::last_change).max();
    let mut standing = None;
    let own_measures = case.scenario.own_measures();
    let change_in = |year: Year| {
        let listed = standing.unwrap_or_else(|| in_year(&others, year));
        if !A::KEEPS_UNMOVED && last_change.is_some_and(|last| year >= last) {
            standing = Some(listed);
        }
        let own = numbered(&own_measures).map(|(index, own)| own_change(case, part, (index, own), year));
        let change = listed + in_year(&biennial, year) + own.sum();
        change.named(Quantity::Measures, year)
    };
    YearSeries::new(case.municipality.plan.first_year, case.municipality.years().map(change_in).collect())
}

/// A measure that differs from the plan: how much of it is realised, and how many years it is put off.
struct Changed<'a> {
    index: u16,
    measure: &'a Measure,
    share: Percent,
    delay: i32,
}

impl Changed<'_> {
    /// What the measure costs in the scenario less what the plan holds of it.
    fn change_in<A: Arithmetic>(&self, case: Case<'_, A>, part: A::Percent, year: Year) -> A::Kroner {
        let (index, measure) = (self.index, self.measure);
        let amount_in = |year: Year| -> A::Kroner {
            let source = Source::File(&measure.provenance);
            case.given(Quantity::Measure(index, OfMeasure::Amount), year, measure.amount_in(year), source)
        };
        let delay: A::Count = case.lever_of(index, Lever::MeasureDelay, self.delay);
        let amount = A::Kroner::picked(delay, 0..=LONGEST_DELAY, |delay| amount_in(year.plus(-delay)));
        let share: A::Percent = case.lever_of(index, Lever::MeasureRealisation, self.share);
        let chosen = share.of(amount).named(Quantity::Measure(index, OfMeasure::Chosen), year);
        let now = realised(case, part, chosen).named(Quantity::Measure(index, OfMeasure::Now), year);
        let change = if measure.in_plan { now - amount_in(year) } else { now };
        change.named(Quantity::Measure(index, OfMeasure::Change), year)
    }

    /// The year from which the amount stands; of no meaning for one that comes and goes.
    fn last_change(&self) -> Option<Year> {
        let amounts = self.measure.amounts.as_ref()?;
        let printed = i32::try_from(amounts.len()).unwrap_or(i32::MAX);
        Some(amounts.first_year().plus(printed).plus(self.delay))
    }
}

/// The longest delay of a measure that a trace keeps the amounts for.
const LONGEST_DELAY: i32 = 10;

/// Gjennomføring: of a saving only a part is realised; a cost comes in full.
fn realised<A: Arithmetic>(case: Case<'_, A>, part: A::Percent, amount: A::Kroner) -> A::Kroner {
    if !A::KEEPS_UNMOVED && part.plain() == Percent::HUNDRED {
        return amount;
    }
    case.arithmetic.either(amount.is_negative(), || part.of(amount), || amount)
}

/// The measures that differ from the plan, all that can be switched in a trace. Each is looked up once,
/// not once a year.
fn changed_measures<'a, A: Arithmetic>(case: Case<'a, A>) -> Vec<Changed<'a>> {
    let scenario = case.scenario;
    let all_realised = Percent::new(scenario.get(Lever::Realisation)) == Percent::HUNDRED;
    if !A::KEEPS_UNMOVED && all_realised && !scenario.changes_measures() {
        return Vec::new();
    }
    let changed_by_scenario = |(index, measure): (u16, &'a Measure)| {
        let (share, delay) = (scenario.realisation(measure), scenario.measure_delay(&measure.id));
        let differs = A::KEEPS_UNMOVED
            || share != measure.realisation_in_plan()
            || delay != 0
            || (!all_realised && measure.in_plan && measure.saves());
        let delay = i32::try_from(delay).unwrap_or(0);
        differs.then_some(Changed { index, measure, share, delay })
    };
    let measures = &case.municipality.measures;
    let mut changed = Vec::with_capacity(measures.len());
    let open = numbered(measures).filter(|(_, measure)| measure.is_open());
    changed.extend(open.filter_map(changed_by_scenario));
    changed
}

/// What a measure of the user's own changes costs by: the effect as far as it is realised, and its one-off
/// cost.
fn own_change<A: Arithmetic>(
    case: Case<'_, A>,
    part: A::Percent,
    (index, own): (u16, &OwnMeasure),
    year: Year,
) -> A::Kroner {
    let typed = |quantity, amount| case.given(quantity, year, amount, Source::UserFigure);
    let amount: A::Kroner =
        typed(Quantity::OwnMeasure(index, OfOwnMeasure::Amount), own_amount_in(own, year));
    let one_off: A::Kroner =
        typed(Quantity::OwnMeasure(index, OfOwnMeasure::OneOff), one_off_cost(own, year));
    let effect = realised(case, part, amount).named(Quantity::OwnMeasure(index, OfOwnMeasure::Effect), year);
    (effect + one_off).named(Quantity::OwnMeasure(index, OfOwnMeasure::Change), year)
}

/// What a measure of the user's own changes costs by in a year, built up evenly over its ramp.
#[must_use]
pub fn own_amount_in(own: &OwnMeasure, year: Year) -> Kroner {
    let since = year.since(own.start);
    if since < 0 || (own.one_off && since > 0) {
        return Kroner::ZERO;
    }
    let built_up = u32::try_from(since).unwrap_or(0).saturating_add(1);
    if built_up > own.ramp_years {
        return own.amount;
    }
    let steps = own.ramp_years.saturating_add(1);
    (0..built_up).map(|_| own.amount.divided_by(steps)).sum()
}

/// Engangskostnad: what a measure of the user's own costs once, in its first year.
#[doc(alias = "engangskostnad")]
#[must_use]
pub fn one_off_cost(own: &OwnMeasure, year: Year) -> Kroner {
    if year == own.start { own.one_off_cost } else { Kroner::ZERO }
}
