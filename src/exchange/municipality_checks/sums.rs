//! Summer: what must foot, and what the projection must give back.

use super::{Check, financing_lines};
use crate::model::municipality::{Quality, SeriesFigure};
use crate::model::projection::{Projection, YearResult, project};
use crate::model::scenario::Scenario;
use crate::model::units::{Kroner, Persons, Year};
use crate::text::{Parts, SumProblem};
use rust_decimal::Decimal;

/// Every sum of the file.
pub(super) fn check(check: &mut Check<'_>) {
    investments(check);
    people(check);
    account(check);
    // A projection of years that are not there would only repeat those faults in other words.
    if check.faults.is_empty() && check.can_be_computed {
        printed_results(check);
    }
}

fn investments(check: &mut Check<'_>) {
    let municipality = check.municipality;
    let plan = &municipality.investments;
    for year in municipality.years() {
        let lines: Kroner = plan.projects.iter().map(|project| project.amounts.at(year)).sum();
        if let Some(total) = &plan.total {
            foots(check, "investeringer.sum", year, lines, total.values.at(year), Parts::Projects);
        }
        if let Some(financing) = &plan.financing {
            let paid = financing_lines(financing).iter().map(|(_, line)| line.values.at(year)).sum();
            let total = municipality.planned_investments(year);
            foots(check, "investeringer.finansiering", year, paid, total, Parts::Financing);
        }
    }
}

fn people(check: &mut Check<'_>) {
    let municipality = check.municipality;
    let Some(population) = &municipality.population else { return };
    for year in municipality.years() {
        let people: Persons = population.age_groups.iter().map(|group| group.inhabitants.at(year)).sum();
        let printed = population.total.inhabitants.at(year);
        // Groups and total are rounded each by themselves in print: half a person a group.
        let rounding = Decimal::from(population.age_groups.len()) * Decimal::new(5, 1);
        if (people - printed).value().abs() > rounding {
            let (people, printed) = (people.value(), printed.value());
            let problem = SumProblem::AgeGroups { sum: people, year, total: printed };
            check.fault(format!("befolkning.sum.innbyggere.{year}"), problem);
        }
    }
}

/// § 5-4: the lines sum to the result, and the result is disposed of to the krone.
fn account(check: &mut Check<'_>) {
    let municipality = check.municipality;
    let Some(account) = &municipality.account else { return };
    for (year, _) in account.appropriations.values.iter() {
        let result = account.result_in(year);
        if let Some(printed) = &account.net_operating_result {
            let place = "bevilgningsoversikt_drift.netto_driftsresultat";
            foots(check, place, year, result, printed.values.at(year), Parts::Lines);
        }
        if let Some(fund) = &account.disposition_fund {
            let used = at(account.transfer_to_investment.as_ref(), year)
                + at(account.bound_funds.as_ref(), year)
                + fund.values.at(year);
            let place = "bevilgningsoversikt_drift.disposisjonsfond";
            foots(check, place, year, used, result, Parts::Dispositions);
        }
    }
}

fn at(line: Option<&SeriesFigure<Kroner>>, year: Year) -> Kroner {
    line.map(|line| line.values.at(year)).unwrap_or_default()
}

fn foots(check: &mut Check<'_>, place: &str, year: Year, parts: Kroner, total: Kroner, what: Parts) {
    if parts != total {
        let (sum, total) = (parts.thousands(), total.thousands());
        check.fault(format!("{place}.{year}"), SumProblem::DoesNotFoot { parts: what, sum, year, total });
    }
}

/// A printed line, its key, and what the projection has for it.
type PrintedLine<'a> = (&'a str, &'a SeriesFigure<Kroner>, fn(&YearResult) -> Kroner);

/// With nothing moved, the projection gives back what is printed of the result, transfers and loans.
fn printed_results(check: &mut Check<'_>) {
    let municipality = check.municipality;
    let projection = project(municipality, &Scenario::plan());
    if let Some(result) = &municipality.opening.net_operating_result {
        let year = municipality.plan.first_year;
        let computed = read(&projection, year, |result| result.net_operating_result);
        if computed != result.value {
            let (computed, printed) = (computed.thousands(), result.value.thousands());
            let problem = SumProblem::ResultDiffers { computed, year, printed };
            check.fault("utgangspunkt.netto_driftsresultat", problem);
        }
    }
    printed_instalments(check, &projection);
    let Some(financing) = &municipality.investments.financing else { return };
    let lines: [PrintedLine<'_>; 2] = [
        ("overføring_fra_drift", &financing.transfer_from_operations, |result| {
            result.disposition.transfer_to_investment
        }),
        ("bruk_av_lån", &financing.use_of_loans, |result| result.loans),
    ];
    for (key, line, of) in lines {
        let printed = line.provenance.quality == Quality::Printed;
        let differs = line.values.iter().find(|(year, amount)| {
            projection.years.get(*year).is_some() && read(&projection, *year, of) != **amount
        });
        if let Some((year, amount)) = differs.filter(|_| printed) {
            let (computed, printed) = (read(&projection, year, of).thousands(), amount.thousands());
            let problem = SumProblem::FinancingDiffers { computed, year, printed };
            check.fault(format!("investeringer.finansiering.{key}.{year}"), problem);
        }
    }
}

/// Instalments are at least what self-cost areas pay, and at most the debt.
fn printed_instalments(check: &mut Check<'_>, projection: &Projection) {
    let Some(account) = &check.municipality.account else { return };
    let line = &account.instalments.values;
    let of = |result: &YearResult| result.instalments;
    let differs = line.iter().find(|(year, printed)| read(projection, *year, of) != **printed);
    if let Some((year, printed)) = differs {
        let (computed, printed) = (read(projection, year, of).thousands(), printed.thousands());
        let problem = SumProblem::InstalmentsDiffer { computed, year, printed };
        check.fault(format!("bevilgningsoversikt_drift.avdrag.{year}"), problem);
    }
}

fn read(projection: &Projection, year: Year, of: fn(&YearResult) -> Kroner) -> Kroner {
    projection.years.get(year).map(of).unwrap_or_default()
}
