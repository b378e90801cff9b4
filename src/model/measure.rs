//! Tiltak: what single measures do to running costs.

use super::input::InputId;
use super::municipality::{Duration, Measure, Municipality};
use super::scenario::{OwnMeasure, Scenario};
use super::units::{Kroner, Percent, Year, YearSeries};

impl Measure {
    /// Endring i netto ramme: what the measure does to costs in a year when wholly realised.
    ///
    /// Negative is a saving, as printed. After the last printed year a lasting measure stands at its
    /// last level, a biennial one repeats its last two years, a temporary one is over. A measure whose
    /// amount is not printed does nothing.
    #[must_use]
    pub fn amount_in(&self, year: Year) -> Kroner {
        let Some(amounts) = &self.amounts else { return Kroner::ZERO };
        match self.duration {
            Duration::Lasting => amounts.at_or_last(year),
            Duration::Temporary => amounts.at(year),
            Duration::Biennial => {
                let last = amounts.first_year().plus(i32::try_from(amounts.len()).unwrap_or(0) - 1);
                let beyond = year.since(last).max(0);
                amounts.at(year.plus(-(beyond + beyond % 2)))
            }
        }
    }

    /// How much of the measure the projection already holds: all of it or nothing.
    #[must_use]
    pub fn realisation_in_plan(&self) -> Percent {
        if self.in_plan { Percent::HUNDRED } else { Percent::ZERO }
    }

    /// True when it saves in at least one printed year.
    #[must_use]
    pub fn saves(&self) -> bool {
        let amounts = self.amounts.as_ref().map_or(&[][..], |amounts| amounts.values());
        amounts.iter().any(|amount| amount.is_negative())
    }

    /// Why it cannot be switched on or off, when it cannot.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.locked.is_none() && self.amounts.is_some()
    }
}

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

/// What the scenario's changed measures add to running costs, year by year.
///
/// `Σ realisation · amount(t − delay) − realisation in plan · amount(t)`, rounded to whole kroner per
/// measure, plus the user's own. Of every saving only the lever *Gjennomføring* is realised; costs come
/// in full. A locked line cannot be changed and adds nothing.
#[must_use]
pub fn change_in_costs(municipality: &Municipality, scenario: &Scenario) -> YearSeries<Kroner> {
    let realised = Percent::new(scenario.get(InputId::Realisation));
    let all_realised = realised == Percent::HUNDRED;
    let of = |share: Percent, amount: Kroner| {
        if all_realised || !amount.is_negative() { share.of(amount) } else { realised.of(share.of(amount)) }
    };
    let in_year = |measures: &[Changed<'_>], year: Year| -> Kroner {
        measures
            .iter()
            .map(|changed| of(changed.share, changed.amount_in(year)) - changed.in_plan(year))
            .sum()
    };
    let (biennial, others): (Vec<_>, Vec<_>) = changed_measures(municipality, scenario, all_realised)
        .into_iter()
        .partition(|changed| changed.measure.duration == Duration::Biennial);
    // After the last change of any amount every year is as the one before, so it is worked out once.
    let last_change = others.iter().filter_map(Changed::last_change).max();
    let mut standing = None;
    let change_in = |year: Year| {
        let listed = standing.unwrap_or_else(|| in_year(&others, year));
        if last_change.is_some_and(|last| year >= last) {
            standing = Some(listed);
        }
        let own = scenario
            .own_measures
            .iter()
            .map(|own| of(Percent::HUNDRED, own_amount_in(own, year)) + one_off_cost(own, year));
        listed + in_year(&biennial, year) + own.sum()
    };
    YearSeries::new(municipality.plan.first_year, municipality.years().map(change_in).collect())
}

/// A measure that differs from the plan: how much of it is realised, and how many years it is put off.
struct Changed<'a> {
    measure: &'a Measure,
    share: Percent,
    delay: i32,
}

impl Changed<'_> {
    fn amount_in(&self, year: Year) -> Kroner {
        self.measure.amount_in(year.plus(-self.delay))
    }

    fn in_plan(&self, year: Year) -> Kroner {
        if self.measure.in_plan { self.measure.amount_in(year) } else { Kroner::ZERO }
    }

    /// The year from which the amount stands; of no meaning for one that comes and goes.
    fn last_change(&self) -> Option<Year> {
        let amounts = self.measure.amounts.as_ref()?;
        let printed = i32::try_from(amounts.len()).unwrap_or(i32::MAX);
        Some(amounts.first_year().plus(printed).plus(self.delay))
    }
}

/// The measures that differ from the plan. Each is looked up once, not once a year.
fn changed_measures<'a>(
    municipality: &'a Municipality,
    scenario: &Scenario,
    all_realised: bool,
) -> Vec<Changed<'a>> {
    if all_realised && scenario.measures.is_empty() && scenario.measures_delayed.is_empty() {
        return Vec::new();
    }
    let changed_by_scenario = |measure: &'a Measure| {
        let share = scenario.measures.get(&measure.id).copied();
        let delay = scenario.measures_delayed.get(&measure.id).copied();
        let differs =
            share.is_some() || delay.is_some() || (!all_realised && measure.in_plan && measure.saves());
        differs.then(|| Changed {
            measure,
            share: share.unwrap_or_else(|| measure.realisation_in_plan()),
            delay: i32::try_from(delay.unwrap_or(0)).unwrap_or(0),
        })
    };
    let open = municipality.measures.iter().filter(|measure| measure.is_open());
    open.filter_map(changed_by_scenario).collect()
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
