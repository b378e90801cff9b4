//! Inntekter: the lines of income, and brutto driftsinntekter.

use super::input::InputId;
use super::municipality::{Municipality, SeriesFigure, or_default};
use super::scenario::Scenario;
use super::units::{Kroner, Percent, Persons, Ratio, Year, YearSeries};

/// Inntekter i ett år, by the lines of § 5-4. Where no account is printed, everything is undivided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Revenue {
    /// Brutto driftsinntekter that no document divides.
    pub undivided: Kroner,
    /// Rammetilskudd.
    pub block_grant: Kroner,
    /// Inntekts- og formuesskatt.
    pub income_tax: Kroner,
    /// Eiendomsskatt.
    pub property_tax: Kroner,
    /// Andre generelle driftsinntekter.
    pub other_general: Kroner,
}

impl Revenue {
    /// Sum: brutto driftsinntekter, or Sum generelle driftsinntekter where the account is given.
    #[must_use]
    pub fn total(&self) -> Kroner {
        self.undivided + self.block_grant + self.income_tax + self.property_tax + self.other_general
    }

    /// Every line changed alike.
    pub(super) fn each(self, change: impl Fn(Kroner) -> Kroner) -> Self {
        Self {
            undivided: change(self.undivided),
            block_grant: change(self.block_grant),
            income_tax: change(self.income_tax),
            property_tax: change(self.property_tax),
            other_general: change(self.other_general),
        }
    }

    /// Line by line: `self − other`.
    pub(super) fn less(self, other: Self) -> Self {
        Self {
            undivided: self.undivided - other.undivided,
            block_grant: self.block_grant - other.block_grant,
            income_tax: self.income_tax - other.income_tax,
            property_tax: self.property_tax - other.property_tax,
            other_general: self.other_general - other.other_general,
        }
    }

    /// Line by line: `self + other`.
    pub(super) fn plus(self, other: Self) -> Self {
        self.less(other.each(|line| -line))
    }
}

/// What follows from the rules of income in one year, before what print differs by is added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RevenueRule {
    /// The lines.
    pub lines: Revenue,
    /// What inhabitants alone have added since the first year; services take their share of it.
    pub growth: Kroner,
    /// Brutto driftsinntekter, the denominator of every rule; `None` where it is not known.
    pub gross: Option<Kroner>,
}

/// Inntektene etter reglene: each line of every year.
///
/// `line(t) = line(first) · inhabitants(t − lag) / inhabitants(first)` for what follows inhabitants
/// (undivided income, rammetilskudd, skatt); the other lines stand. The free part of income also grows
/// with the lever *Realvekst*, compounded from the second year; eiendomsskatt takes its lever and is
/// never below nought. Brutto driftsinntekter change by the same kroner as the lines.
///
/// Source: Lier's own plan (Handlingsprogram 2025–2028, line 2821–2825); the lag is that of the income
/// system, 0 in the data unless it says otherwise. Fixed prices of the first plan year.
///
/// Not modelled: the income system's age weights, inntektsutjevning.
#[doc(alias = "brutto driftsinntekter")]
#[must_use]
pub fn by_rule(
    municipality: &Municipality,
    scenario: &Scenario,
    inhabitants: Option<&YearSeries<Persons>>,
) -> YearSeries<RevenueRule> {
    let first_year = municipality.plan.first_year;
    let base = first_lines(municipality, scenario);
    let gross = gross_in_first_year(municipality, scenario);
    let lag = or_default(municipality.assumptions.revenue_lag_years.as_ref());
    let free_share =
        municipality.assumptions.free_revenue_share.as_ref().map_or(Percent::HUNDRED, |share| share.value);
    let real_growth = Percent::new(scenario.get(InputId::RealRevenueGrowth));
    let more_property_tax = Kroner::from_millions(scenario.get(InputId::PropertyTax));
    let in_year = |year: Year| {
        let since = year.since(first_year);
        let people = inhabitants.map_or(Ratio::ONE, |series| {
            let counted = year.plus(-i32::try_from(lag).unwrap_or(0)).max(first_year);
            Ratio::between(series.at(counted), series.at(first_year))
        });
        let real = real_growth.compounded(since).growth();
        let grown = Revenue {
            undivided: base.undivided.times(people),
            block_grant: base.block_grant.times(people),
            income_tax: base.income_tax.times(people),
            ..base
        };
        let mut lines = grown;
        if real != Percent::ZERO {
            lines.undivided += real.of(free_share.of(grown.undivided));
            lines.block_grant += real.of(grown.block_grant);
            lines.income_tax += real.of(grown.income_tax);
        }
        if since > 0 && more_property_tax != Kroner::ZERO {
            if base.undivided == Kroner::ZERO {
                lines.property_tax = (base.property_tax + more_property_tax).at_least_zero();
            } else {
                // Undivided income may hold a property tax that is not printed; it cannot be abolished.
                lines.property_tax = more_property_tax.at_least_zero();
            }
        }
        let change = lines.total() - base.total();
        RevenueRule { lines, growth: grown.total() - base.total(), gross: gross.map(|gross| gross + change) }
    };
    YearSeries::new(first_year, municipality.years().map(in_year).collect())
}

/// The lines of the first year, as printed or as one sum.
fn first_lines(municipality: &Municipality, scenario: &Scenario) -> Revenue {
    let first_year = municipality.plan.first_year;
    match &municipality.account {
        Some(account) => {
            let first = |line: &Option<SeriesFigure<Kroner>>| {
                line.as_ref().map(|line| line.values.at(first_year)).unwrap_or_default()
            };
            Revenue {
                undivided: Kroner::ZERO,
                block_grant: first(&account.block_grant),
                income_tax: first(&account.income_tax),
                property_tax: first(&account.property_tax),
                other_general: first(&account.other_general),
            }
        }
        None => Revenue {
            undivided: gross_in_first_year(municipality, scenario).unwrap_or_default(),
            ..Revenue::default()
        },
    }
}

fn gross_in_first_year(municipality: &Municipality, scenario: &Scenario) -> Option<Kroner> {
    let printed = municipality.opening.operating_revenue.as_ref().map(|figure| figure.value);
    printed.or(scenario.basis.operating_revenue)
}
