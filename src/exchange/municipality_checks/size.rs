//! Størrelser: fractions for percent, kroner for thousands, wrong signs.

use super::{Check, financing_lines};
use crate::model::municipality::{Figure, Indicator, Project, StressKind};
use crate::model::units::{Kroner, Percent, Persons, Ratio, Year, YearSeries};
use crate::text::{Signed, SizeProblem, WrongSize, Yearly};
use rust_decimal::{Decimal, dec};

/// VAT is at most a fourth of a price without it, and so less of a price with it.
const HIGHEST_VAT_SHARE: Percent = Percent::new(dec!(25));
/// No municipality has paid so much, nor has any price risen so much in a year.
const HIGHEST_RATE: Percent = Percent::new(dec!(25));
/// The lightest debt rule in use is far above; a limit of 300 % and less is written as a fraction under this.
const LOWEST_DEBT_LIMIT: Percent = Percent::new(dec!(3));

/// Every figure whose size or sign cannot be right.
pub(super) fn check(check: &mut Check<'_>) {
    shares(check);
    rates(check);
    limits(check);
    signs(check);
    projects(check);
    stress_test(check);
    thousands(check);
}

fn shares(check: &mut Check<'_>) {
    let assumptions = &check.municipality.assumptions;
    let mut shares = vec![
        ("forutsetninger.flytende_andel".to_owned(), assumptions.floating_share.value),
        ("forutsetninger.avdragsandel".to_owned(), assumptions.instalment_share.value),
        (
            "forutsetninger.tjenestenes_andel_av_inntektsvekst".to_owned(),
            assumptions.service_share_of_growth.value,
        ),
        ("forutsetninger.fondsmål".to_owned(), assumptions.fund_target.value),
        ("forutsetninger.mva_andel".to_owned(), assumptions.vat_share.value),
    ];
    shares.extend(
        assumptions
            .free_revenue_share
            .iter()
            .map(|share| ("forutsetninger.frie_inntekters_andel".to_owned(), share.value)),
    );
    shares.extend(
        assumptions.wage_share.iter().map(|share| ("forutsetninger.lønnsandel".to_owned(), share.value)),
    );
    shares.extend(check.municipality.investments.projects.iter().enumerate().filter_map(
        |(index, project)| Some((format!("investeringer.prosjekter[{index}].mva_andel"), project.vat_share?)),
    ));
    for (place, share) in shares {
        if share < Percent::ZERO || share > Percent::HUNDRED {
            check.fault(place, SizeProblem::NotAShare { share: share.value() });
        } else if share > Percent::ZERO && share < Percent::new(Decimal::ONE) {
            fraction(check, &place, share);
        } else if place.ends_with("mva_andel") && share > HIGHEST_VAT_SHARE {
            check.fault(place, SizeProblem::MoreThanVat { share: share.value() });
        }
    }
}

fn rates(check: &mut Check<'_>) {
    let assumptions = &check.municipality.assumptions;
    let mut rates: Vec<(String, Percent)> = Vec::new();
    let mut take =
        |key: &str, year: Year, rate: Percent| rates.push((format!("forutsetninger.{key}.{year}"), rate));
    assumptions.average_rate.values.iter().for_each(|(year, rate)| take("snittrente", year, *rate));
    if let Some(deflator) = &assumptions.deflator {
        deflator.values.iter().for_each(|(year, rate)| take("deflator", year, *rate));
    }
    for (place, rate) in rates {
        if rate < Percent::ZERO || rate > HIGHEST_RATE {
            let of_prices = place.contains("deflator");
            check.fault(place, SizeProblem::NotARate { rate: rate.value(), of_prices });
        } else if rate > Percent::ZERO && rate < Percent::new(dec!(0.2)) {
            fraction(check, &place, rate);
        }
    }
    let maturities = assumptions.fixed_maturities.as_ref();
    let matured: Percent =
        maturities.map(|line| line.values.values().iter().copied().sum()).unwrap_or_default();
    if matured > Percent::HUNDRED {
        let problem = SizeProblem::MaturitiesAboveAll { share: matured.value() };
        check.fault("forutsetninger.fastrenteforfall", problem);
    }
}

fn limits(check: &mut Check<'_>) {
    for (index, rule) in check.municipality.rules.iter().enumerate() {
        let limits = [("grense", Some(rule.limit)), ("ønsket", rule.desired)];
        for (key, limit) in limits.into_iter().filter_map(|(key, limit)| Some((key, limit?))) {
            let place = format!("handlingsregler[{index}].{key}");
            let is_fraction = match rule.indicator {
                Indicator::DebtRatio => limit <= LOWEST_DEBT_LIMIT,
                Indicator::NetOperatingResult | Indicator::DispositionFund => limit < Percent::new(dec!(0.2)),
            };
            if limit > Percent::ZERO && is_fraction {
                fraction(check, &place, limit);
            } else if limit <= Percent::ZERO && rule.indicator == Indicator::DebtRatio {
                check.fault(place, SizeProblem::DebtLimit { limit: limit.value() });
            }
        }
        let at_least = rule.requirement == crate::model::municipality::Requirement::AtLeast;
        if let Some(desired) = rule
            .desired
            .filter(|desired| if at_least { *desired < rule.limit } else { *desired > rule.limit })
        {
            let (desired, limit) = (desired.value(), rule.limit.value());
            let problem = SizeProblem::DesiredWorseThanLimit { desired, limit };
            check.fault(format!("handlingsregler[{index}].ønsket"), problem);
        }
    }
}

fn fraction(check: &mut Check<'_>, place: &str, value: Percent) {
    check.fault(place, SizeProblem::Fraction { given: value.value() });
}

/// A result, gains and use of funds may go either way; the other lines may not.
const EITHER_WAY: [&str; 4] =
    ["netto_driftsresultat", "gevinster_og_tap", "bundne_driftsfond", "disposisjonsfond"];

fn signs(check: &mut Check<'_>) {
    let municipality = check.municipality;
    let opening = &municipality.opening;
    let balances = [
        ("brutto_driftsinntekter", &opening.operating_revenue),
        ("driftsutgifter", &opening.operating_costs),
        ("lånegjeld", &opening.debt),
        ("selvkostgjeld", &opening.self_cost_debt),
        ("disposisjonsfond", &opening.disposition_fund),
        ("innskudd", &opening.deposits),
        ("bokført_verdi", &opening.book_value),
    ];
    for (key, figure) in balances {
        if figure.as_ref().is_some_and(|figure| figure.value.is_negative()) {
            negative(check, &format!("utgangspunkt.{key}"), Signed::Amount);
        }
    }
    if opening.operating_revenue.as_ref().is_some_and(|figure| figure.value == Kroner::ZERO) {
        let place = "utgangspunkt.brutto_driftsinntekter";
        check.fault(place, SizeProblem::ZeroIncome);
    }
    let account = municipality.account.as_ref().map(|account| account.lines()).unwrap_or_default();
    for (key, line) in account.into_iter().filter(|(key, _)| !EITHER_WAY.contains(key)) {
        if let Some((year, _)) = line.values.iter().find(|(_, amount)| amount.is_negative()) {
            negative(check, &format!("bevilgningsoversikt_drift.{key}.verdier.{year}"), Signed::Line);
        }
    }
    if let Some(financing) = &municipality.investments.financing {
        for (key, line) in financing_lines(financing).into_iter().filter(|(key, _)| *key != "avrunding") {
            if let Some((year, _)) = line.values.iter().find(|(_, amount)| amount.is_negative()) {
                negative(check, &format!("investeringer.finansiering.{key}.verdier.{year}"), Signed::Line);
            }
        }
    }
}

/// A project costs something, and lasts.
fn projects(check: &mut Check<'_>) {
    let municipality = check.municipality;
    for (index, project) in municipality.investments.projects.iter().enumerate() {
        let place = |key: &str| format!("investeringer.prosjekter[{index}].{key}");
        // Print has budgets that are only turned down; such a line says so in its note.
        let explained = project.provenance.note.as_ref().is_some_and(|note| !note.trim().is_empty());
        if project.total().is_negative() && !explained {
            check.fault(place("beløp"), SizeProblem::NegativeProject { total: project.total() });
        }
        if project.later.as_ref().is_some_and(|later| later.amount.is_negative()) {
            negative(check, &place("etter_perioden.beløp"), Signed::Amount);
        }
        if project.lifetime_years == Some(0) {
            check.fault(place("levetid_år"), SizeProblem::NoLifetime);
        }
    }
}

/// Balances without minus, shocks in percent, and a fall in shares as a fall.
fn stress_test(check: &mut Check<'_>) {
    let Some(test) = &check.municipality.stress_test else { return };
    for (index, row) in test.rows.iter().enumerate() {
        let place = |key: &str| format!("stresstest.rader[{index}].{key}");
        if row.balance.is_negative() {
            negative(check, &place("beholdning"), Signed::Balance);
        }
        let size = Percent::new(row.shock.value().abs());
        if size > Percent::ZERO && size < Percent::new(dec!(0.2)) {
            fraction(check, &place("sjokk"), row.shock);
        }
        if row.kind == StressKind::Shares && row.shock > Percent::ZERO {
            check.fault(place("sjokk"), SizeProblem::SharesRise { shock: row.shock.value() });
        }
    }
}

fn negative(check: &mut Check<'_>, place: &str, what: Signed) {
    check.fault(place, SizeProblem::Negative { what });
}

/// Amounts that can only be kroner where thousands are meant, or millions.
fn thousands(check: &mut Check<'_>) {
    let municipality = check.municipality;
    let income = municipality.opening.operating_revenue.as_ref().map(|figure| figure.value);
    if let (Some(income), Some(people)) = (income, &municipality.population) {
        // Norwegian municipalities had between 70 000 and 400 000 kroner of income per inhabitant.
        let per_head = |kroner: i64| {
            Kroner::new(kroner).times(Ratio::between(
                people.total.inhabitants.at(municipality.plan.first_year),
                Persons::new(1),
            ))
        };
        let of_another_size = if income > per_head(1_000_000) {
            Some(WrongSize::AboveMillionPerInhabitant)
        } else if income < per_head(10_000) && income > Kroner::ZERO {
            Some(WrongSize::BelowTenThousandPerInhabitant)
        } else {
            None
        };
        if let Some(size) = of_another_size {
            check.fault("utgangspunkt.brutto_driftsinntekter", SizeProblem::WrongUnit(size));
            // Held against an income of the wrong size, the other amounts would only mislead.
            return;
        }
    }
    // Where the income is not printed, the net appropriations are most of it.
    let account = municipality.account.as_ref();
    let appropriations = account.and_then(|account| account.appropriations.values.values().first().copied());
    let yearly = income
        .map(|income| (income, Yearly::Income))
        .or_else(|| Some((appropriations?, Yearly::Appropriations)))
        .filter(|(yearly, _)| *yearly > Kroner::ZERO);
    let Some(yearly) = yearly else { return };
    balances_in_kroner(check, yearly);
    investments_in_kroner(check, yearly);
    for (index, project) in municipality.investments.projects.iter().enumerate() {
        project_in_kroner(check, &format!("investeringer.prosjekter[{index}]"), project, yearly);
    }
    for (index, measure) in municipality.measures.iter().enumerate() {
        if let Some(amounts) = &measure.amounts {
            year_in_kroner(check, &format!("tiltak[{index}].beløp"), amounts, yearly);
        }
    }
}

/// Debt and fund may be more than a year's income, but not many times as much.
fn balances_in_kroner(check: &mut Check<'_>, (yearly, of): (Kroner, Yearly)) {
    let opening = &check.municipality.opening;
    let on_lending = opening.on_lending.as_ref().map(|lent| lent.debt.value);
    let value = |figure: &Option<Figure<Kroner>>| figure.as_ref().map(|figure| figure.value);
    let balances = [
        ("lånegjeld", value(&opening.debt)),
        ("selvkostgjeld", value(&opening.self_cost_debt)),
        ("videreutlån.gjeld", on_lending),
        ("ubrukte_lånemidler", value(&opening.unused_loans)),
        ("innskudd", value(&opening.deposits)),
        ("disposisjonsfond", value(&opening.disposition_fund)),
        ("bokført_verdi", value(&opening.book_value)),
    ];
    let Some(most) = Kroner::new(20).times_share(yearly, Kroner::new(1)) else { return };
    for (key, balance) in balances {
        if balance.is_some_and(|balance| balance > most) {
            let size = WrongSize::AboveTwentyTimes(of);
            check.fault(format!("utgangspunkt.{key}"), SizeProblem::WrongUnit(size));
        }
    }
    let debt: Kroner =
        [value(&opening.debt), value(&opening.self_cost_debt), on_lending].into_iter().flatten().sum();
    if let (Some(unused), Some(_)) = (value(&opening.unused_loans), &opening.debt)
        && unused > debt
    {
        check.fault("utgangspunkt.ubrukte_lånemidler", SizeProblem::UnusedAboveDebt { unused, debt });
    }
}

/// No municipality builds for three years' income in one.
fn investments_in_kroner(check: &mut Check<'_>, (yearly, of): (Kroner, Yearly)) {
    let Some(most) = Kroner::new(3).times_share(yearly, Kroner::new(1)) else { return };
    let municipality = check.municipality;
    let too_much = municipality.years().find(|year| municipality.planned_investments(*year).abs() > most);
    if let Some(year) = too_much {
        let size = WrongSize::AboveThreeTimes(of);
        check.fault(format!("investeringer.sum.{year}"), SizeProblem::WrongUnit(size));
    }
}

/// What a project costs in a year, earns in a year, and adds to the costs of every year.
fn project_in_kroner(check: &mut Check<'_>, place: &str, project: &Project, yearly: (Kroner, Yearly)) {
    year_in_kroner(check, &format!("{place}.beløp"), &project.amounts, yearly);
    for (index, income) in project.income.iter().enumerate() {
        year_in_kroner(check, &format!("{place}.inntekter[{index}].beløp"), &income.amounts, yearly);
    }
    if let Some(effect) = project.operating_effect.as_ref().filter(|effect| effect.value.abs() > yearly.0) {
        more_than_all(check, &format!("{place}.driftseffekt.verdi"), effect.value, yearly);
    }
}

/// The largest amount of a series, when it is more than the whole municipality has in a year.
fn year_in_kroner(
    check: &mut Check<'_>,
    place: &str,
    amounts: &YearSeries<Kroner>,
    yearly: (Kroner, Yearly),
) {
    let largest = amounts.iter().max_by_key(|(_, amount)| amount.abs());
    if let Some((year, amount)) = largest.filter(|(_, amount)| amount.abs() > yearly.0) {
        more_than_all(check, &format!("{place}.{year}"), *amount, yearly);
    }
}

fn more_than_all(check: &mut Check<'_>, place: &str, given: Kroner, (yearly, of): (Kroner, Yearly)) {
    check.fault(place, SizeProblem::MoreThanAll { amount: given, yearly, of });
}
