//! Avskrivninger: what is built is written off over its lifetime, and what was there before runs off.

use super::account;
use super::arithmetic::{Arithmetic, Money, Number, Rate, Source};
use super::case::Case;
use super::completion::Completion;
use super::investment::{InvestmentYear, own_profile};
use super::lever::Lever;
use super::municipality::{Project, ProjectKind, printed_until};
use super::population::numbered;
use super::prices::{construction, inflated, price_index};
use super::programme::{Planned, Programme, vat_share};
use super::quantity::{OfOwnProject, OfPool, Quantity};
use super::units::{Kroner, Percent, Year, YearSeries};

/// Levetid: the years that an asset is written off over where the file does not say. With it, and the old
/// assets' run-off, the depreciation of the four municipalities 2021–2025 comes within 4 % of their accounts.
#[doc(alias = "levetid")]
pub const USUAL_LIFETIME: u32 = 30;

/// Avskrivninger of each year, before a scenario is compared with its plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Depreciation<A: Arithmetic> {
    /// Of everything that is built in the projection.
    pub(super) built: YearSeries<A::Kroner>,
    /// What the plan charges: its printed level, and what follows it.
    pub(super) standing: YearSeries<A::Kroner>,
}

/// Avskrivninger in the plan: as printed, and after print what the assets of the last printed year are charged
/// as they run off, and what is put into use after it.
///
/// Assets of every age run off evenly: a level D of assets worth B falls by `D² / 2B` a year, so that B is
/// written off in all. Where the book value is not given, neither is known, and the level stands.
pub(super) fn standing<A: Arithmetic>(
    case: Case<'_, A>,
    programme: &Programme<'_, A>,
    planned: &YearSeries<InvestmentYear<A::Kroner>>,
) -> YearSeries<A::Kroner> {
    let municipality = case.municipality;
    let first_year = municipality.plan.first_year;
    let charged = |year: Year| account::depreciation::<A>(case, year).charged;
    let as_printed = || municipality.years().map(charged).collect();
    let (Some(account), Some(book_value)) = (&municipality.account, &municipality.opening.book_value) else {
        return YearSeries::new(first_year, as_printed());
    };
    if account.depreciation.is_none() {
        return YearSeries::new(first_year, as_printed());
    }
    let last = printed_until(account);
    let printed = municipality.years().filter(|year| *year <= last);
    let opening: A::Kroner = case.figure(Quantity::BookValue, first_year.plus(-1), book_value);
    let left = printed.fold(opening, |left, year| {
        let lines = planned.at(year);
        let capital =
            if year < last { lines.expenditure - lines.vat_compensation } else { A::Kroner::default() };
        left + capital - charged(year)
    });
    let left = left.at_least_zero().named(Quantity::OldBookValue, last);
    let level = charged(last);
    let fall = level.times_share(level, left + left).named(Quantity::RunOff, last);
    let renewed = of_programme(case, programme, Some(last));
    let mut old = level;
    let in_year = |year: Year| {
        if year <= last {
            return charged(year);
        }
        old = (old - fall).at_least_zero().named(Quantity::OldDepreciation, year);
        (old + renewed.at(year)).named(Quantity::StandingDepreciation, year)
    };
    YearSeries::new(first_year, municipality.years().map(in_year).collect())
}

/// What is put into use in the years of a projection with the same lifetime and VAT share.
struct Pool<A: Arithmetic> {
    years: u32,
    share: A::Percent,
    lifetime: A::Count,
    put_into_use: Vec<A::Kroner>,
}

/// Avskrivninger of projects: cost net of compensated VAT, divided by lifetime, from the year after a project
/// is finished, or each year's amount of a yearly appropriation is spent. Only what is put into use after a
/// year, where one is given.
///
/// The lever *Investeringer* builds as much of everything. Not depreciated: nothing is exempt; land is
/// counted as buildings.
pub(super) fn of_programme<A: Arithmetic>(
    case: Case<'_, A>,
    programme: &Programme<'_, A>,
    after: Option<Year>,
) -> YearSeries<A::Kroner> {
    let first_year = case.municipality.plan.first_year;
    let nothing = vec![A::Kroner::default(); case.municipality.plan.year_count];
    if !is_given(case) {
        return YearSeries::new(first_year, nothing);
    }
    let mut pools = Pools { case, pools: Vec::new() };
    for planned in &programme.projects {
        let share = vat_share(case, planned.index, planned.project, first_year);
        let put_into_use = put_into_use(case, planned, after);
        pools.add(lifetime_of(planned.project), share, put_into_use);
    }
    pools.add_own(after);
    let volume = case.lever_percent(Lever::InvestmentVolume);
    let mut charged = nothing;
    for (index, pool) in numbered(&pools.pools) {
        let of_pool = pool.charged(case, index, volume);
        charged = charged.into_iter().zip(of_pool).map(|(sum, amount)| sum + amount).collect();
    }
    let years = case.municipality.years().zip(charged);
    let named = years.map(|(year, amount)| amount.named(Quantity::ProjectDepreciations, year));
    YearSeries::new(first_year, named.collect())
}

/// Whether the file gives depreciation; without it neither minimumsavdrag nor book value can be computed.
pub(super) fn is_given<A>(case: Case<'_, A>) -> bool {
    case.municipality.account.as_ref().is_some_and(|account| account.depreciation.is_some())
}

fn lifetime_of(project: &Project) -> (u32, Source<'_>) {
    match project.lifetime_years {
        Some(years) => (years, Source::File(&project.provenance)),
        None => (USUAL_LIFETIME, Source::Standard),
    }
}

/// What of a project is put into use in each year.
fn put_into_use<A: Arithmetic>(
    case: Case<'_, A>,
    planned: &Planned<'_, A>,
    after: Option<Year>,
) -> Vec<A::Kroner> {
    let counts = |year: Year| after.is_none_or(|last| year > last);
    let years = case.municipality.years();
    match planned.project.kind {
        ProjectKind::Running => years
            .map(|year| {
                let before = year.plus(-1);
                let is_spent = counts(year) && before >= case.municipality.plan.first_year;
                if is_spent { planned.cost(case, before) } else { A::Kroner::default() }
            })
            .collect(),
        ProjectKind::Project => {
            let completion = Completion::of(case, planned);
            let total = planned.total(case);
            years
                .map(|year| {
                    if counts(year) {
                        completion.when_finished(case.arithmetic, year, total)
                    } else {
                        A::Kroner::default()
                    }
                })
                .collect()
        }
    }
}

struct Pools<'a, A: Arithmetic> {
    case: Case<'a, A>,
    pools: Vec<Pool<A>>,
}

impl<A: Arithmetic> Pools<'_, A> {
    fn add(&mut self, (years, source): (u32, Source<'_>), share: A::Percent, put: Vec<A::Kroner>) {
        let (case, count) = (self.case, self.pools.len());
        let mut known = self.pools.iter_mut();
        let known = known.find(|pool| pool.years == years && pool.share.plain() == share.plain());
        if let Some(pool) = known {
            let sums = pool.put_into_use.iter_mut().zip(put);
            sums.for_each(|(sum, amount)| *sum = *sum + amount);
            return;
        }
        let name = Quantity::Pool(u16::try_from(count).unwrap_or(u16::MAX), OfPool::Lifetime);
        let length = i32::try_from(years).unwrap_or(i32::MAX);
        let lifetime = case.given(name, case.municipality.plan.first_year, length, source);
        self.pools.push(Pool { years, share, lifetime, put_into_use: put });
    }

    /// The projects of the user's own.
    fn add_own(&mut self, after: Option<Year>) {
        let (case, first_year) = (self.case, self.case.municipality.plan.first_year);
        let usual = &case.municipality.assumptions.vat_share;
        for (index, own) in numbered(&case.scenario.own_projects()) {
            let profile = own_profile(own);
            let ready = own.start.plus(i32::try_from(profile.len()).unwrap_or(0));
            let cost: Kroner = profile.into_iter().sum();
            let in_year = |year: Year| {
                let is_ready = year == ready && after.is_none_or(|last| year > last);
                let cost = if is_ready { cost } else { Kroner::ZERO };
                let name = Quantity::OwnProject(index, OfOwnProject::Finished);
                case.given::<A::Kroner>(name, year, cost, Source::UserFigure)
            };
            let put = case.municipality.years().map(in_year).collect();
            let (share, source) = if own.self_cost {
                (Percent::ZERO, Source::Definition)
            } else {
                (usual.value, Source::File(&usual.provenance))
            };
            let name = Quantity::OwnProject(index, OfOwnProject::VatShare);
            let share = case.given(name, first_year, share, source);
            self.add((USUAL_LIFETIME, Source::Standard), share, put);
        }
    }
}

impl<A: Arithmetic> Pool<A> {
    fn charged(&self, case: Case<'_, A>, index: u16, volume: A::Percent) -> Vec<A::Kroner> {
        let name = |amount: A::Kroner, of, year| amount.named(Quantity::Pool(index, of), year);
        let years = case.municipality.years().zip(&self.put_into_use);
        let capital: Vec<A::Kroner> = years
            .map(|(year, gross)| {
                if !A::KEEPS_UNMOVED && gross.plain() == Kroner::ZERO {
                    return *gross;
                }
                let gross = name(volume.of(name(*gross, OfPool::Finished, year)), OfPool::Built, year);
                let net = gross - name(self.share.of(gross), OfPool::Vat, year);
                let spent = year.plus(-1);
                let net = construction(case, spent).map_or(net, |prices| net.times(prices));
                name(inflated::<A>(net, price_index(case, spent)), OfPool::PutIntoUse, year)
            })
            .collect();
        let lifetime = usize::try_from(self.years).unwrap_or(usize::MAX);
        let mut in_use = A::Kroner::default();
        let in_year = |(place, year): (usize, Year)| {
            let written_off = place.checked_sub(lifetime).and_then(|place| capital.get(place));
            let put = capital.get(place).copied().unwrap_or_default();
            in_use = in_use + put - written_off.copied().unwrap_or_default();
            let charged = name(in_use, OfPool::InUse, year).divided_by(self.lifetime);
            name(charged, OfPool::Depreciation, year)
        };
        (0..).zip(case.municipality.years()).map(in_year).collect()
    }
}
