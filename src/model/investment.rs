//! Investeringer: what is built each year, and what pays for it before loans.

use super::arithmetic::{Arithmetic, Money, Number, Profile, Rate, Source, Whole};
use super::case::Case;
use super::lever::Lever;
use super::municipality::{DependencyKind, Municipality, Project, ProjectKind};
use super::population::numbered;
use super::quantity::{InvestmentLine, OfOwnProject, OfProject, Quantity};
use super::scenario::{OwnProject, ProjectChange, Scenario};
use super::units::{Kroner, Percent, Year, YearSeries, spread_evenly};
use std::ops::{Add, Sub};

/// Bevilgningsoversikt investering (§ 5-5): what one year's investments cost and what comes in for them,
/// before own funds and loans.
#[doc(alias = "bevilgningsoversikt investering")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InvestmentYear<K = Kroner> {
    /// Investeringer i varige driftsmidler, gross of VAT.
    #[doc(alias = "investeringer i varige driftsmidler")]
    pub expenditure: K,
    /// Kompensasjon for merverdiavgift.
    #[doc(alias = "kompensasjon for merverdiavgift")]
    pub vat_compensation: K,
    /// Salg og tilskudd.
    #[doc(alias = "tilskudd fra andre")]
    #[doc(alias = "salg av varige driftsmidler")]
    pub sales_and_grants: K,
    /// What the printed financing is short of the printed investments by.
    pub rounding: K,
    /// What goes to self-cost areas, whose loans users pay.
    pub self_cost: K,
    /// Salg of assets that the scenario adds; it lowers borrowing, then debt.
    pub extra_sales: K,
}

impl<K: Copy + Add<Output = K> + Sub<Output = K>> InvestmentYear<K> {
    /// What is left to finance by own funds and loans; negative when more comes in than is spent.
    ///
    /// ```
    /// # use handlingsrom::model::{investment::InvestmentYear, units::Kroner};
    /// let year = InvestmentYear {
    ///     expenditure: Kroner::new(100), vat_compensation: Kroner::new(20), ..InvestmentYear::default()
    /// };
    /// assert_eq!(year.left_to_finance(), Kroner::new(80));
    /// ```
    #[must_use]
    pub fn left_to_finance(&self) -> K {
        self.expenditure - self.vat_compensation - self.sales_and_grants - self.rounding - self.extra_sales
    }
}

impl<K> InvestmentYear<K> {
    /// Every line of the form changed, knowing which it is; sales of the scenario last.
    pub(super) fn each(self, change: impl Fn(Option<InvestmentLine>, K) -> K) -> Self {
        Self {
            expenditure: change(Some(InvestmentLine::Expenditure), self.expenditure),
            vat_compensation: change(Some(InvestmentLine::Vat), self.vat_compensation),
            sales_and_grants: change(Some(InvestmentLine::Grants), self.sales_and_grants),
            rounding: change(Some(InvestmentLine::Rounding), self.rounding),
            self_cost: change(Some(InvestmentLine::SelfCost), self.self_cost),
            extra_sales: change(None, self.extra_sales),
        }
    }
}

/// Investeringsbudsjettet: expenditure and income of every year in a scenario.
///
/// The printed lines stand for the plan. A project that is moved, scaled, stretched or dropped takes
/// its cost, its own VAT share of it and its own income along; the lever *Investeringer* then scales
/// the year's expenditure and income alike. VAT compensation is never below zero. Where the financing
/// is not printed, VAT compensation is the projects' own.
///
/// Not modelled: that a moved building costs more.
#[doc(alias = "bevilgningsoversikt investering")]
#[must_use]
pub fn investments<A: Arithmetic>(case: Case<'_, A>) -> YearSeries<InvestmentYear<A::Kroner>> {
    let moved = changed_projects(case);
    let own: Vec<(&OwnProject, Vec<Kroner>)> =
        case.scenario.own_projects().into_iter().map(|own| (own, own_profile(own))).collect();
    let in_year = |year: Year| {
        let mut year_before_scale = planned(case, year);
        for project in &moved {
            project.add_change(case, year, &mut year_before_scale);
        }
        for (index, (own, profile)) in numbered(&own) {
            add_own(case, (index, *own, profile.as_slice()), year, &mut year_before_scale);
        }
        scaled(case, year_before_scale, year)
    };
    YearSeries::new(case.municipality.plan.first_year, case.municipality.years().map(in_year).collect())
}

/// The year's lines with the lever *Investeringer*, and the sales of the scenario.
fn scaled<A: Arithmetic>(
    case: Case<'_, A>,
    before: InvestmentYear<A::Kroner>,
    year: Year,
) -> InvestmentYear<A::Kroner> {
    let scale = case.lever_percent(Quantity::InvestmentVolume, Lever::InvestmentVolume);
    before.each(|line, amount| {
        let Some(line) = line else {
            let sold = case.scenario.sale_in(year);
            return case.given(Quantity::SaleInScenario, year, sold, Source::Lever(Lever::InvestmentVolume));
        };
        let amount = scale.of(amount.named(Quantity::InvestmentBeforeScale(line), year));
        let amount = if line == InvestmentLine::Vat { amount.at_least_zero() } else { amount };
        amount.named(Quantity::InvestmentFixed(line), year)
    })
}

/// The year's lines as the plan prints them, or as its projects give them.
fn planned<A: Arithmetic>(case: Case<'_, A>, year: Year) -> InvestmentYear<A::Kroner> {
    let plan = &case.municipality.investments;
    let name = Quantity::PlannedInvestment;
    let of_projects = |self_cost_only: bool, amount: &dyn Fn(u16, &Project) -> A::Kroner| -> A::Kroner {
        let listed = numbered(&plan.projects).filter(|(_, project)| project.self_cost || !self_cost_only);
        listed.map(|(index, project)| amount(index, project)).sum()
    };
    let cost = |index, project: &Project| in_plan(case, index, project, year);
    let expenditure = match &plan.total {
        Some(total) => case.at(name(InvestmentLine::Expenditure), year, Some(total)),
        None => of_projects(false, &cost).named(name(InvestmentLine::Expenditure), year),
    };
    let self_cost = of_projects(true, &cost).named(name(InvestmentLine::SelfCost), year);
    let lines = InvestmentYear { expenditure, self_cost, ..InvestmentYear::default() };
    if let Some(financing) = &plan.financing {
        return InvestmentYear {
            vat_compensation: case.at(name(InvestmentLine::Vat), year, Some(&financing.vat_compensation)),
            sales_and_grants: case.at(name(InvestmentLine::Grants), year, Some(&financing.sales_and_grants)),
            rounding: case.at(name(InvestmentLine::Rounding), year, Some(&financing.rounding)),
            ..lines
        };
    }
    let vat = of_projects(false, &|index, project| {
        let share = traced_vat_share(case, index, project, year);
        share.of(cost(index, project)).named(Quantity::Project(index, OfProject::Vat), year)
    });
    let income = of_projects(false, &|index, project| {
        income_of(case, index, project, year).named(Quantity::Project(index, OfProject::Income), year)
    });
    InvestmentYear {
        vat_compensation: vat.named(name(InvestmentLine::Vat), year),
        sales_and_grants: income.named(name(InvestmentLine::Grants), year),
        ..lines
    }
}

/// What a project costs in a year of the plan.
pub(super) fn in_plan<A: Arithmetic>(
    case: Case<'_, A>,
    index: u16,
    project: &Project,
    year: Year,
) -> A::Kroner {
    let source = Source::File(&project.provenance);
    case.given(Quantity::Project(index, OfProject::InPlan), year, project.amounts.at(year), source)
}

/// What comes in for a project in a year of the plan.
fn income_of<A: Arithmetic>(case: Case<'_, A>, index: u16, project: &Project, year: Year) -> A::Kroner {
    let amount = project.income.iter().map(|income| income.amounts.at(year)).sum();
    match project.income.first() {
        Some(income) => case.given(
            Quantity::Project(index, OfProject::Income),
            year,
            amount,
            Source::File(&income.provenance),
        ),
        None => A::Kroner::default(),
    }
}

/// Mva-andel: VAT compensation of a project; nothing for self-cost, which deducts VAT in the ordinary way.
#[must_use]
pub fn vat_share(municipality: &Municipality, project: &Project) -> Percent {
    if project.self_cost {
        return Percent::ZERO;
    }
    project.vat_share.unwrap_or(municipality.assumptions.vat_share.value)
}

fn traced_vat_share<A: Arithmetic>(
    case: Case<'_, A>,
    index: u16,
    project: &Project,
    year: Year,
) -> A::Percent {
    let source = match project.vat_share {
        _ if project.self_cost => Source::Definition,
        Some(_) => Source::File(&project.provenance),
        None => Source::File(&case.municipality.assumptions.vat_share.provenance),
    };
    case.given(
        Quantity::Project(index, OfProject::VatShare),
        year,
        vat_share(case.municipality, project),
        source,
    )
}

/// A project as the scenario has it: what it costs and brings in each year of the projection.
pub(super) struct Scheduled<'a, A: Arithmetic> {
    index: u16,
    project: &'a Project,
    pub(super) cost: YearSeries<A::Kroner>,
    /// Where it has income of its own.
    income: Option<YearSeries<A::Kroner>>,
}

/// The levers of one project.
#[derive(Clone, Copy)]
pub(super) struct ProjectLevers<A: Arithmetic> {
    pub(super) included: A::Count,
    pub(super) moved: A::Count,
    pub(super) stretched: A::Count,
    scale: A::Percent,
}

pub(super) fn levers<A: Arithmetic>(case: Case<'_, A>, index: u16, project: &Project) -> ProjectLevers<A> {
    let year = case.municipality.plan.first_year;
    let own = case.scenario.project(&project.id);
    let change = effective_change(case.scenario, project);
    let by_own = Source::Lever(Lever::InvestmentVolume);
    // Moved by its own lever, or by the postponement of all.
    let mover = if own == ProjectChange::NONE { Source::Lever(Lever::InvestmentDelay) } else { by_own };
    let stretched = i32::try_from(change.stretched).unwrap_or(0);
    ProjectLevers {
        included: case.given(
            Quantity::Project(index, OfProject::Included),
            year,
            i32::from(change.included),
            by_own,
        ),
        moved: case.given(Quantity::Project(index, OfProject::YearsMoved), year, change.moved, mover),
        stretched: case.given(Quantity::Project(index, OfProject::YearsStretched), year, stretched, by_own),
        scale: case.given(Quantity::Project(index, OfProject::Scale), year, change.scale, by_own),
    }
}

impl<'a, A: Arithmetic> Scheduled<'a, A> {
    pub(super) fn of(case: Case<'a, A>, index: u16, project: &'a Project) -> Self {
        let levers = levers(case, index, project);
        let years: Vec<Year> = case.municipality.years().collect();
        let in_use = |amounts: Vec<A::Kroner>, name: Quantity| {
            let unless_dropped = |(year, amount): (&Year, A::Kroner)| {
                let built = || amount;
                let cost = case.arithmetic.either(levers.included.is_zero(), A::Kroner::default, built);
                cost.named(name, *year)
            };
            let amounts = years.iter().zip(amounts).map(unless_dropped).collect();
            YearSeries::new(case.municipality.plan.first_year, amounts)
        };
        let cost = A::Kroner::moved(
            &Profile { first: first_amount(project), amounts: &amounts(case, index, project) },
            &years,
            levers.moved,
            levers.stretched,
        );
        let scaled = years.iter().zip(cost).map(|(year, cost)| {
            let cost = cost.named(Quantity::Project(index, OfProject::Moved), *year);
            if !A::KEEPS_UNMOVED && levers.scale.plain() == Percent::HUNDRED {
                cost
            } else {
                levers.scale.of(cost)
            }
        });
        let income = (!project.income.is_empty()).then(|| {
            let plan = case.municipality.years();
            let amounts: Vec<_> = plan.map(|year| income_of(case, index, project, year)).collect();
            let profile = Profile { first: case.municipality.plan.first_year, amounts: &amounts };
            let moved = A::Kroner::moved(&profile, &years, levers.moved, A::Count::from(0));
            in_use(moved, Quantity::Project(index, OfProject::IncomeInScenario))
        });
        Self {
            index,
            project,
            cost: in_use(scaled.collect(), Quantity::Project(index, OfProject::Cost)),
            income,
        }
    }

    /// Adds what the project differs from the plan by to the lines of a year.
    fn add_change(&self, case: Case<'_, A>, year: Year, lines: &mut InvestmentYear<A::Kroner>) {
        let Self { index, project, .. } = *self;
        let planned = in_plan(case, index, project, year);
        let cost = (self.cost.at(year) - planned).named(Quantity::Project(index, OfProject::Change), year);
        lines.expenditure = lines.expenditure + cost;
        let vat = traced_vat_share(case, index, project, year).of(cost);
        lines.vat_compensation =
            lines.vat_compensation + vat.named(Quantity::Project(index, OfProject::VatOfChange), year);
        if project.self_cost {
            lines.self_cost = lines.self_cost + cost;
        }
        if let Some(income) = &self.income {
            let change = income.at(year) - income_of(case, index, project, year);
            lines.sales_and_grants = lines.sales_and_grants
                + change.named(Quantity::Project(index, OfProject::IncomeChange), year);
        }
    }
}

/// The year of the first amount of a project.
fn first_amount(project: &Project) -> Year {
    project.first_cost_year().unwrap_or(project.amounts.first_year())
}

/// The amounts of a project in the plan, those after the plan's years included.
fn amounts<A: Arithmetic>(case: Case<'_, A>, index: u16, project: &Project) -> Vec<A::Kroner> {
    let first = first_amount(project);
    let last = project.last_cost_year().unwrap_or(first);
    let years = first.span(usize::try_from(last.since(first) + 1).unwrap_or(0));
    let source = Source::File(&project.provenance);
    years
        .map(|year| {
            case.given(Quantity::Project(index, OfProject::Amount), year, project.amount_in(year), source)
        })
        .collect()
}

/// Adds a project of the user's own to the lines of a year.
fn add_own<A: Arithmetic>(
    case: Case<'_, A>,
    (index, own, profile): (u16, &OwnProject, &[Kroner]),
    year: Year,
    lines: &mut InvestmentYear<A::Kroner>,
) {
    let since = usize::try_from(year.since(own.start)).unwrap_or(usize::MAX);
    let cost = profile.get(since).copied().unwrap_or_default();
    let cost: A::Kroner =
        case.given(Quantity::OwnProject(index, OfOwnProject::Cost), year, cost, Source::UserFigure);
    let usual = &case.municipality.assumptions.vat_share;
    let share: A::Percent = if own.self_cost {
        case.given(
            Quantity::OwnProject(index, OfOwnProject::VatShare),
            year,
            Percent::ZERO,
            Source::Definition,
        )
    } else {
        case.figure(Quantity::OwnProject(index, OfOwnProject::VatShare), year, usual)
    };
    lines.expenditure = lines.expenditure + cost;
    let vat = share.of(cost).named(Quantity::OwnProject(index, OfOwnProject::Vat), year);
    lines.vat_compensation = lines.vat_compensation + vat;
    if own.self_cost {
        lines.self_cost = lines.self_cost + cost;
    }
}

/// Every project that differs from the plan, every one in a trace, with its years in the scenario.
fn changed_projects<A: Arithmetic>(case: Case<'_, A>) -> Vec<Scheduled<'_, A>> {
    let scenario = case.scenario;
    if !A::KEEPS_UNMOVED && !is_changed(scenario) {
        return Vec::new();
    }
    numbered(&case.municipality.investments.projects)
        .filter(|(_, project)| A::KEEPS_UNMOVED || effective_change(scenario, project) != ProjectChange::NONE)
        .map(|(index, project)| Scheduled::of(case, index, project))
        .collect()
}

/// What a scenario does to a project: its own change, and the postponement of the whole plan.
#[must_use]
pub fn effective_change(scenario: &Scenario, project: &Project) -> ProjectChange {
    let own = scenario.project(&project.id);
    match project.kind {
        ProjectKind::Project => ProjectChange { moved: own.moved + delay(scenario), ..own },
        ProjectKind::Running => own,
    }
}

fn delay(scenario: &Scenario) -> i32 {
    use rust_decimal::prelude::ToPrimitive;
    scenario.get(Lever::InvestmentDelay).round().to_i32().unwrap_or(0)
}

/// The cost of each year of a project of the user's own, spread evenly.
#[must_use]
pub fn own_profile(own: &OwnProject) -> Vec<Kroner> {
    spread_evenly(own.cost, usize::try_from(own.years.max(1)).unwrap_or(1))
}

/// The last year a project costs anything in a scenario; `None` when it is not built.
#[must_use]
pub fn finished_in(scenario: &Scenario, project: &Project) -> Option<Year> {
    let change = effective_change(scenario, project);
    let last =
        project.last_cost_year()?.plus(change.moved).plus(i32::try_from(change.stretched).unwrap_or(0));
    change.included.then_some(last)
}

fn started_in(scenario: &Scenario, project: &Project) -> Option<Year> {
    let change = effective_change(scenario, project);
    change.included.then_some(project.first_cost_year()?.plus(change.moved))
}

/// The first dependency a scenario breaks: the project and why it cannot be so.
#[must_use]
pub fn broken_dependency<'a>(
    municipality: &'a Municipality,
    scenario: &Scenario,
) -> Option<(&'a Project, &'a str)> {
    municipality.investments.projects.iter().find_map(|project| {
        let broken = project.dependencies.iter().find(|dependency| {
            let Some(other) = municipality.project(&dependency.project) else { return false };
            let ready = finished_in(scenario, other);
            match dependency.kind {
                DependencyKind::Start => started_in(scenario, project)
                    .is_some_and(|start| ready.is_none_or(|ready| start <= ready)),
                DependencyKind::LeaveOut => {
                    !effective_change(scenario, project).included
                        && ready.is_none_or(|ready| ready > municipality.last_year())
                }
            }
        })?;
        Some((project, broken.reason.as_str()))
    })
}

/// Whether any project is in other years, or of another size, than in the plan.
pub(super) fn is_changed(scenario: &Scenario) -> bool {
    scenario.changes_projects() || delay(scenario) != 0
}
