//! Investeringer: what is built each year, and what pays for it before loans.

use super::arithmetic::{Arithmetic, Money, Number, Rate, Source};
use super::case::Case;
use super::lever::Lever;
use super::municipality::Project;
use super::population::numbered;
use super::prices::construction;
use super::programme::{Planned, Programme, in_plan, income_of, vat_share};
use super::quantity::{InvestmentLine, OfOwnProject, OfProject, Quantity};
use super::scenario::OwnProject;
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
/// its cost, its own VAT share of it and its own income along. The lever *Investeringer* builds as much of
/// everything: it scales expenditure, VAT compensation and the projects' own income; what is sold stands.
/// *Prisvekst* makes what is built more expensive, and so its VAT. VAT
/// compensation is never below zero, and never more than [a fifth](HIGHEST_VAT_SHARE) of the cost or the planned share. Where the financing
/// is not printed, VAT compensation is the projects' own.
///
/// Not modelled: that a moved building costs more.
#[doc(alias = "bevilgningsoversikt investering")]
#[must_use]
pub(super) fn investments<A: Arithmetic>(
    case: Case<'_, A>,
    programme: &Programme<'_, A>,
    planned: &YearSeries<InvestmentYear<A::Kroner>>,
) -> YearSeries<InvestmentYear<A::Kroner>> {
    let own: Vec<(&OwnProject, Vec<Kroner>)> =
        case.scenario.own_projects().into_iter().map(|own| (own, own_profile(own))).collect();
    let in_year = |year: Year| {
        let mut year_before_scale = planned.at(year);
        for project in &programme.projects {
            add_change(case, project, year, &mut year_before_scale);
        }
        year_before_scale.sales_and_grants =
            year_before_scale.sales_and_grants + change_in_income(case, programme, year);
        for (index, (own, profile)) in numbered(&own) {
            add_own(case, (index, *own, profile.as_slice()), year, &mut year_before_scale);
        }
        if A::KEEPS_UNMOVED || year_before_scale.expenditure != planned.at(year).expenditure {
            year_before_scale.vat_compensation = at_most(case, [&planned.at(year), &year_before_scale], year);
        }
        scaled(case, year_before_scale, year)
    };
    YearSeries::new(case.municipality.plan.first_year, case.municipality.years().map(in_year).collect())
}

/// Høyeste mva-andel: VAT of 25 % is a fifth of the cost with VAT.
pub const HIGHEST_VAT_SHARE: Percent = Percent::new(rust_decimal::dec!(20));

/// Kompensasjon for merverdiavgift cannot be more than a fifth of the cost, or than the planned share of it.
fn at_most<A: Arithmetic>(
    case: Case<'_, A>,
    [planned, changed]: [&InvestmentYear<A::Kroner>; 2],
    year: Year,
) -> A::Kroner {
    let cost = changed.expenditure;
    let as_planned = planned.vat_compensation.times_share(cost, planned.expenditure);
    let share: A::Percent =
        case.given(Quantity::HighestVatShare, year, HIGHEST_VAT_SHARE, Source::Definition);
    let most = share.of(cost).larger(as_planned).at_least_zero();
    changed.vat_compensation.smaller(most.named(Quantity::MostVat, year))
}

/// What the projects' own income differs from the plan by: it follows the project, and the lever *Investeringer*.
fn change_in_income<A: Arithmetic>(case: Case<'_, A>, programme: &Programme<'_, A>, year: Year) -> A::Kroner {
    let is_built = programme.is_as_planned(case) || programme.projects.iter().all(Planned::has_no_income);
    if is_built {
        return A::Kroner::default();
    }
    let name = |amount: A::Kroner, quantity| amount.named(quantity, year);
    let planned = |planned: &Planned<'_, A>| income_of(case, planned.index, planned.project, year);
    let moved = |project: &Planned<'_, A>| {
        let moved = project.moved.as_ref().and_then(|moved| moved.income.as_ref());
        moved.map_or_else(|| planned(project), |income| income.at(year))
    };
    let in_scenario = name(programme.projects.iter().map(moved).sum(), Quantity::ProjectIncome);
    let volume = case.lever_percent(Lever::InvestmentVolume);
    name(volume.of(in_scenario), Quantity::BuiltProjectIncome)
        - name(programme.projects.iter().map(planned).sum(), Quantity::ProjectIncomeInPlan)
}

/// The year's lines with the lever *Investeringer*, and the sales of the scenario.
fn scaled<A: Arithmetic>(
    case: Case<'_, A>,
    before: InvestmentYear<A::Kroner>,
    year: Year,
) -> InvestmentYear<A::Kroner> {
    let scale = case.lever_percent(Lever::InvestmentVolume);
    let prices = construction(case, year);
    before.each(|line, amount| {
        let Some(line) = line else {
            return case.lever_in(year, Lever::Sale, case.scenario.sale_in(year));
        };
        let scaled = || {
            let amount = scale.of(amount.named(Quantity::InvestmentBeforeScale(line), year));
            prices.map_or(amount, |prices| amount.times(prices))
        };
        let amount = match line {
            // What is sold, and what print is short of, does not depend on what is built.
            InvestmentLine::Grants | InvestmentLine::Rounding => amount,
            InvestmentLine::Vat => scaled().at_least_zero(),
            InvestmentLine::Expenditure | InvestmentLine::SelfCost => scaled(),
        };
        amount.named(Quantity::InvestmentFixed(line), year)
    })
}

/// The lines of every year as the plan prints them, or as its projects give them.
pub(super) fn planned<A: Arithmetic>(case: Case<'_, A>) -> YearSeries<InvestmentYear<A::Kroner>> {
    let lines = case.municipality.years().map(|year| planned_in(case, year)).collect();
    YearSeries::new(case.municipality.plan.first_year, lines)
}

fn planned_in<A: Arithmetic>(case: Case<'_, A>, year: Year) -> InvestmentYear<A::Kroner> {
    let plan = &case.municipality.investments;
    let name = Quantity::PlannedInvestment;
    let of_projects = |self_cost_only: bool, amount: &dyn Fn(u16, &Project) -> A::Kroner| -> A::Kroner {
        let listed = numbered(&plan.projects).filter(|(_, project)| project.self_cost || !self_cost_only);
        listed.map(|(index, project)| amount(index, project)).sum()
    };
    let cost = |index, project: &Project| in_plan(case, index, project, year);
    let nothing = |project: &Project| !A::KEEPS_UNMOVED && project.amounts.at(year) == Kroner::ZERO;
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
        if nothing(project) {
            return A::Kroner::default();
        }
        let share = vat_share(case, index, project, year);
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

/// Adds what a project differs from the plan by to the lines of a year.
fn add_change<A: Arithmetic>(
    case: Case<'_, A>,
    planned: &Planned<'_, A>,
    year: Year,
    lines: &mut InvestmentYear<A::Kroner>,
) {
    let Planned { index, project, moved: Some(moved), .. } = planned else { return };
    let name = |amount: A::Kroner, of| amount.named(Quantity::Project(*index, of), year);
    let cost = name(moved.cost.at(year) - in_plan(case, *index, project, year), OfProject::Change);
    lines.expenditure = lines.expenditure + cost;
    let vat = vat_share(case, *index, project, year).of(cost);
    lines.vat_compensation = lines.vat_compensation + name(vat, OfProject::VatOfChange);
    if project.self_cost {
        lines.self_cost = lines.self_cost + cost;
    }
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

/// The cost of each year of a project of the user's own, spread evenly.
#[must_use]
pub fn own_profile(own: &OwnProject) -> Vec<Kroner> {
    spread_evenly(own.cost, usize::try_from(own.years.max(1)).unwrap_or(1))
}
