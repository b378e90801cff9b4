//! Inntekter: the lines of income, and brutto driftsinntekter.

use super::arithmetic::{Arithmetic, Factor, Money, Number, People, Rate, Source};
use super::case::Case;
use super::lever::Lever;
use super::municipality::{OperatingAccount, SeriesFigure};
use super::quantity::{Quantity, RevenueLine};
use super::units::{Kroner, Percent, Year, YearSeries};
use std::ops::{Add, Sub};

/// Inntekter i ett år, by the lines of § 5-4. Where no account is printed, everything is undivided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Revenue<K = Kroner> {
    /// Brutto driftsinntekter that no document divides.
    pub undivided: K,
    /// Rammetilskudd.
    #[doc(alias = "rammetilskudd")]
    pub block_grant: K,
    /// Inntekts- og formuesskatt.
    #[doc(alias = "inntekts- og formuesskatt")]
    pub income_tax: K,
    /// Eiendomsskatt.
    #[doc(alias = "eiendomsskatt")]
    pub property_tax: K,
    /// Andre generelle driftsinntekter.
    #[doc(alias = "andre generelle driftsinntekter")]
    pub other_general: K,
}

impl<K: Copy + Add<Output = K> + Sub<Output = K>> Revenue<K> {
    /// Sum generelle driftsinntekter (§ 5-4): the sum of the lines; brutto driftsinntekter where no
    /// account is given.
    ///
    /// `rammetilskudd + skatt + eiendomsskatt + andre generelle driftsinntekter`
    ///
    /// ```
    /// # use handlingsrom::model::{revenue::Revenue, units::Kroner};
    /// let lines = Revenue { block_grant: Kroner::new(60), income_tax: Kroner::new(30), ..Revenue::default() };
    /// assert_eq!(lines.total(), Kroner::new(90));
    /// ```
    #[doc(alias = "sum generelle driftsinntekter")]
    #[must_use]
    pub fn total(&self) -> K {
        self.undivided + self.block_grant + self.income_tax + self.property_tax + self.other_general
    }

    /// Every line changed, knowing which it is.
    pub(super) fn each(self, change: impl Fn(RevenueLine, K) -> K) -> Self {
        Self {
            undivided: change(RevenueLine::Undivided, self.undivided),
            block_grant: change(RevenueLine::BlockGrant, self.block_grant),
            income_tax: change(RevenueLine::IncomeTax, self.income_tax),
            property_tax: change(RevenueLine::PropertyTax, self.property_tax),
            other_general: change(RevenueLine::OtherGeneral, self.other_general),
        }
    }

    /// Line by line: `self − other`.
    pub(super) fn less(self, other: &Self) -> Self {
        self.each(|line, amount| amount - line.of(other))
    }

    /// Line by line: `self + other`.
    pub(super) fn plus(self, other: &Self) -> Self {
        self.each(|line, amount| amount + line.of(other))
    }
}

/// What follows from the rules of income in one year, before what print differs by is added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RevenueRule<K = Kroner> {
    /// The lines.
    pub lines: Revenue<K>,
    /// What the inhabitants of the year alone add to that of the first, whenever it is paid; services take their
    /// share of it.
    pub growth: K,
    /// What the lever *Realvekst* adds.
    pub real_growth: K,
    /// Brutto driftsinntekter, the denominator of every rule; `None` where it is not known.
    pub gross: Option<K>,
}

/// Inntektene etter reglene: each line of every year.
///
/// `line(t) = line(first) · inhabitants(t − lag) / inhabitants(first)` for what follows inhabitants
/// (undivided income, rammetilskudd, skatt); the other lines stand. The free part of income also grows
/// with the lever *Realvekst*, compounded from the second year; eiendomsskatt takes its lever and is
/// never below zero. Brutto driftsinntekter change by the same kroner as the lines, and the services' own income
/// in them (fees, refunds) with inhabitants.
///
/// Source: Lier's own plan (Handlingsprogram 2025–2028, line 2821–2825); the lag is that of the income
/// system, 0 in the data unless it says otherwise. Fixed prices of the first plan year.
///
/// Not modelled: the income system's age weights, inntektsutjevning.
#[doc(alias = "brutto driftsinntekter")]
#[must_use]
pub fn by_rule<A: Arithmetic>(
    case: Case<'_, A>,
    inhabitants: Option<&YearSeries<A::Persons>>,
) -> YearSeries<RevenueRule<A::Kroner>> {
    let first_year = case.municipality.plan.first_year;
    let gross = gross_in_first_year(case);
    let base = first_lines(case, gross);
    let first_total = base.total();
    let levers = RevenueLevers {
        real_growth: case.lever_percent(Lever::RealRevenueGrowth),
        property_tax: case.lever_kroner(Lever::PropertyTax),
    };
    let in_year = |year: Year| {
        let [growth, growth_now] = [lag(case), 0].map(|lag| people_growth(case, inhabitants, year, lag));
        let by_people = |growth, name: fn(RevenueLine) -> Quantity| {
            base.each(|line, amount| by_inhabitants::<A>(line, amount, growth, (name(line), year)))
        };
        let grown = by_people(growth, Quantity::RevenueByInhabitants);
        // Needs follow the people of the year, also where income is late.
        let needed = if lag(case) == 0 { grown } else { by_people(growth_now, Quantity::RevenueByPeopleNow) };
        let (lines, real_growth) = with_levers(case, &levers, [&base, &grown], year);
        let lines = lines.each(|line, amount| amount.named(Quantity::RevenueByRule(line), year));
        let change = (lines.total() - first_total).named(Quantity::RevenueChange, year);
        RevenueRule {
            lines,
            growth: (needed.total() - first_total).named(Quantity::IncomeGrowth, year),
            real_growth: real_growth.named(Quantity::RealGrowthOfIncome, year),
            gross: gross.map(|gross| gross + change + own_growth::<A>(gross - first_total, growth_now, year)),
        }
    };
    YearSeries::new(first_year, case.municipality.years().map(in_year).collect())
}

/// Inntektsetterslep: years before income follows inhabitants.
fn lag<A>(case: Case<'_, A>) -> i32 {
    let lag = case.municipality.assumptions.revenue_lag_years.as_ref().map_or(0, |lag| lag.value);
    i32::try_from(lag).unwrap_or(0)
}

/// Innbyggervekst: inhabitants in the year that income counts, to those counted for the first year; one where
/// no document gives the number. Before the first year they are those of the file, where it has them.
fn people_growth<A: Arithmetic>(
    case: Case<'_, A>,
    inhabitants: Option<&YearSeries<A::Persons>>,
    year: Year,
    lag: i32,
) -> Option<A::Ratio> {
    let first_year = case.municipality.plan.first_year;
    let series = inhabitants?;
    let counted = |year: Year| {
        let counted = year.plus(-lag);
        if counted >= first_year { series.at(counted) } else { before(case, counted, series) }
    };
    Some(counted(year).over(counted(first_year)))
}

/// Inhabitants of a year before the first plan year; those of the first where the file does not have them.
fn before<A: Arithmetic>(case: Case<'_, A>, year: Year, inhabitants: &YearSeries<A::Persons>) -> A::Persons {
    let total = case.municipality.population.as_ref().map(|people| &people.total);
    let known = total.and_then(|total| Some((*total.inhabitants.get(year)?, &total.provenance)));
    match known {
        Some((people, provenance)) => {
            case.given(Quantity::Inhabitants, year, people, Source::File(provenance))
        }
        None => inhabitants.at(case.municipality.plan.first_year),
    }
}

/// A line of the first year as inhabitants move it; property tax and other income do not follow them.
fn by_inhabitants<A: Arithmetic>(
    line: RevenueLine,
    first: A::Kroner,
    growth: Option<A::Ratio>,
    (name, year): (Quantity, Year),
) -> A::Kroner {
    match (line, growth) {
        (RevenueLine::PropertyTax | RevenueLine::OtherGeneral, _) => first,
        (_, Some(growth)) => first.times(growth).named(name, year),
        (_, None) => first.carried(name, year),
    }
}

/// Where the levers of income stand.
struct RevenueLevers<A: Arithmetic> {
    real_growth: A::Percent,
    property_tax: A::Kroner,
}

/// What *Realvekst* and *Eiendomsskatt* add to the lines, from the second year on.
fn with_levers<A: Arithmetic>(
    case: Case<'_, A>,
    levers: &RevenueLevers<A>,
    [base, grown]: [&Revenue<A::Kroner>; 2],
    year: Year,
) -> (Revenue<A::Kroner>, A::Kroner) {
    let since = year.since(case.municipality.plan.first_year);
    let mut lines = *grown;
    let mut real_growth = A::Kroner::default();
    if A::KEEPS_UNMOVED || levers.real_growth.plain() != Percent::ZERO {
        let real = levers.real_growth.compounded(since).growth().named(Quantity::RealGrowthRate, year);
        lines = grown.each(|line, amount| {
            let free = match line {
                RevenueLine::Undivided => {
                    free_share(case, year).of(amount).named(Quantity::FreeRevenue, year)
                }
                RevenueLine::BlockGrant | RevenueLine::IncomeTax => amount,
                RevenueLine::PropertyTax | RevenueLine::OtherGeneral => return amount,
            };
            amount + real.of(free).named(Quantity::RealGrowth(line), year)
        });
        real_growth = lines.total() - grown.total();
    }
    if since > 0 {
        // Undivided income may hold a property tax that is not printed; it cannot be abolished.
        let printed =
            if case.municipality.account.is_some() { base.property_tax } else { A::Kroner::default() };
        lines.property_tax = (printed + levers.property_tax).at_least_zero();
    }
    (lines, real_growth)
}

/// What the services' own income, which is in no line of § 5-4, grows by with the people of the year.
fn own_growth<A: Arithmetic>(own: A::Kroner, growth: Option<A::Ratio>, year: Year) -> A::Kroner {
    let own = own.named(Quantity::FirstOwnRevenue, year);
    growth.map_or_else(A::Kroner::default, |growth| own.times(growth) - own)
}

/// Andel frie inntekter: the part of undivided income that real growth is taken of.
fn free_share<A: Arithmetic>(case: Case<'_, A>, year: Year) -> A::Percent {
    match &case.municipality.assumptions.free_revenue_share {
        Some(share) => case.figure(Quantity::FreeRevenueShare, year, share),
        None => case.given(Quantity::FreeRevenueShare, year, Percent::HUNDRED, Source::Standard),
    }
}

/// The printed line of the account.
pub(super) fn account_line(account: &OperatingAccount, line: RevenueLine) -> Option<&SeriesFigure<Kroner>> {
    match line {
        RevenueLine::Undivided => None,
        RevenueLine::BlockGrant => account.block_grant.as_ref(),
        RevenueLine::IncomeTax => account.income_tax.as_ref(),
        RevenueLine::PropertyTax => account.property_tax.as_ref(),
        RevenueLine::OtherGeneral => account.other_general.as_ref(),
    }
}

/// The lines of the first year, as printed or as one sum.
fn first_lines<A: Arithmetic>(case: Case<'_, A>, gross: Option<A::Kroner>) -> Revenue<A::Kroner> {
    let first_year = case.municipality.plan.first_year;
    let account = case.municipality.account.as_ref();
    Revenue::default().each(|line, _| match (line, account, gross) {
        (RevenueLine::Undivided, None, Some(gross)) => gross,
        (_, Some(account), _) => {
            case.at(Quantity::FirstRevenue(line), first_year, account_line(account, line))
        }
        _ => case.zero(Quantity::FirstRevenue(line), first_year),
    })
}

fn gross_in_first_year<A: Arithmetic>(case: Case<'_, A>) -> Option<A::Kroner> {
    let first_year = case.municipality.plan.first_year;
    let name = Quantity::FirstGrossRevenue;
    if let Some(printed) = &case.municipality.opening.operating_revenue {
        return Some(case.figure(name, first_year, printed));
    }
    let own = case.scenario.basis.operating_revenue?;
    Some(case.given(name, first_year, own, Source::UserFigure))
}
