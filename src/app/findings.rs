//! Funn: the content of the result line, the list of changes and the sentences under the charts.

use super::moved::{base_of, moved, project_change, subject_name};
use super::results::Results;
use super::store::Action;
use crate::model::fiscal_rule::{self, Level};
use crate::model::lever::{Lever, LeverId, Subject, Value};
use crate::model::municipality::{FiscalRule, Indicator, Municipality, NeededFigure};
use crate::model::order::in_order;
use crate::model::projection::{Notice, Projection};
use crate::model::scenario::{Prices, Scenario};
use crate::model::units::{Kroner, Year};
use crate::text::{ComparedWith, Language, RuleFinding, Verdict, VerdictOfAlternative, YearAmounts};

/// One row of *Du har endret*.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What is changed.
    pub what: String,
    /// From what to what.
    pub to: String,
    /// The action that undoes it.
    pub undo: Action,
}

/// How a projection fares against one rule, and what is to spare in one year.
#[must_use]
pub fn finding(rule: &FiscalRule, projection: &Projection, year: Year) -> RuleFinding {
    let outcome = fiscal_rule::assess(rule, projection);
    RuleFinding {
        indicator: rule.indicator,
        requirement: rule.requirement,
        broken: outcome.broken_years().collect(),
        year_count: outcome.years.len(),
        worst: outcome.worst(rule.requirement),
        headroom: outcome.years.get(year).and_then(|year| year.headroom),
    }
}

/// What the page says of the open alternative, or of the plan while nothing is moved.
#[must_use]
pub fn verdict(
    municipality: &Municipality,
    results: &Results,
    scenario: &Scenario,
    year: Year,
    language: Language,
) -> Verdict {
    let findings = |projection: &Projection| -> Vec<RuleFinding> {
        municipality.rules.iter().map(|rule| finding(rule, projection, year)).collect()
    };
    let own = results.alternatives.iter().find(|own| own.letter == results.open);
    let alternative = own.map(|own| {
        let world = moved(municipality, &scenario.assumptions_only(), language);
        let choices = moved(municipality, &scenario.choices_only(), language);
        // The plan in the same world is kept only where it differs from the plan and from the alternative.
        let in_same_world = match &results.plan_in_own_world {
            Some(projection) => projection,
            None if choices.is_empty() => &own.projection,
            None => &results.plan,
        };
        let is_compared_in_world = !world.is_empty() && !choices.is_empty();
        let with = if is_compared_in_world { in_same_world } else { &results.plan };
        let amounts = |projection| amounts(projection, year, scenario.basis.prices);
        VerdictOfAlternative {
            name: results.name_of(own),
            findings: findings(&own.projection),
            with: if is_compared_in_world {
                ComparedWith::PlanInSameWorld(world.clone())
            } else {
                ComparedWith::Plan
            },
            with_findings: findings(with),
            change: less(amounts(&own.projection), amounts(in_same_world)),
            change_of_world: less(amounts(in_same_world), amounts(&results.plan)),
            world,
            choices,
        }
    });
    Verdict {
        baseline: municipality.plan.kind,
        prices: scenario.basis.prices,
        year,
        plan: findings(&results.plan),
        result: amounts(results.current(), year, scenario.basis.prices).result,
        alternative,
    }
}

fn amounts(projection: &Projection, year: Year, prices: Prices) -> YearAmounts {
    let Some(result) = projection.years.get(year) else { return YearAmounts::default() };
    let shown = |amount: Kroner| match prices {
        Prices::Deflated => result.price_index.deflate(amount),
        _ => amount,
    };
    YearAmounts {
        result: Some(shown(result.net_operating_result)),
        debt: result.amount(Indicator::DebtRatio).map(shown),
    }
}

fn less(one: YearAmounts, other: YearAmounts) -> YearAmounts {
    let less = |one: Option<Kroner>, other: Option<Kroner>| Some(one? - other?);
    YearAmounts { result: less(one.result, other.result), debt: less(one.debt, other.debt) }
}

/// Every row of *Du har endret*, in the order of the levers. What is done to one project is one row.
#[must_use]
pub fn changes(municipality: &Municipality, scenario: &Scenario, language: Language) -> Vec<Change> {
    let mut rows = Vec::new();
    for levers in Lever::groups() {
        let row = |subject: Subject| {
            let name = subject_name(municipality, scenario, levers, &subject)?;
            let (what, to) = match levers {
                [lever] => {
                    let id = lever.of(subject.clone());
                    let what =
                        if lever.spec().plan_by_subject { name } else { language.lever_of(*lever, &name) };
                    (what, standing(municipality, scenario, &id, language)?)
                }
                _ => (name, project_standing(municipality, scenario, &subject, language)?),
            };
            let undo = levers.iter().map(|lever| lever.of(subject.clone())).collect();
            Some(Change { what, to, undo: Action::Reset(undo) })
        };
        // What the user added and what has no subject are not in the document, whose order the others follow.
        let moved = scenario.subjects(levers);
        let ids = levers.first().map(|lever| lever.spec().subject.ids(municipality)).unwrap_or_default();
        let place = |subject: &Subject| match subject {
            Subject::Id(id) => ids.iter().position(|other| *other == &**id),
            _ => None,
        };
        rows.extend(in_order(moved, |one, other| place(one) < place(other)).into_iter().filter_map(row));
    }
    rows.extend(changes_of_basis(scenario, language));
    rows
}

/// Where a lever with a key of its own stands.
fn standing(
    municipality: &Municipality,
    scenario: &Scenario,
    id: &LeverId,
    language: Language,
) -> Option<String> {
    let own = |amount, start| language.amount_from(&language.millions(amount, 0), start);
    Some(match scenario.value(id)? {
        Value::Number(number) => {
            let reading = |number| language.input_with_unit(id.lever, number);
            match (&id.subject, id.plan_value(municipality)) {
                (Subject::None, _) => match base_of(id.lever, municipality) {
                    base if base.is_zero() => reading(*number),
                    base => format!("{} → {}", language.number(base, 0), reading(base + *number)),
                },
                (_, Value::Number(plan)) if id.spec().plan_by_subject => {
                    format!("{} → {}", reading(plan), reading(*number))
                }
                _ => reading(*number),
            }
        }
        Value::Choice(chosen) => {
            let people = municipality.population.as_ref()?;
            people.alternatives.iter().find(|other| *other.id == **chosen)?.name.clone()
        }
        Value::OwnProject(project) => own(project.cost, project.start),
        Value::OwnMeasure(measure) => own(measure.amount, measure.start),
        Value::AsPlanned | Value::Switch(_) => String::new(),
    })
}

fn project_standing(
    municipality: &Municipality,
    scenario: &Scenario,
    subject: &Subject,
    language: Language,
) -> Option<String> {
    let Subject::Id(id) = subject else { return None };
    let first = municipality.project(id)?.first_cost_year()?;
    Some(project_change(scenario.project(id), first, language))
}

/// Rows for what the figures rest on.
fn changes_of_basis(scenario: &Scenario, language: Language) -> Vec<Change> {
    let mut rows = Vec::new();
    let mut add = |what: String, to: String, undo: Action| rows.push(Change { what, to, undo });
    for figure in NeededFigure::ALL {
        if let Some(value) = scenario.basis.get(figure) {
            let to = language.number(value, value.normalize().scale());
            add(language.your_own_figure(figure), to, Action::SetOwnFigure(figure, None));
        }
    }
    if scenario.basis.prices != Prices::AsPlanned {
        let to = language.prices_name(scenario.basis.prices).to_owned();
        add(language.prices().to_owned(), to, Action::SetPrices(Prices::AsPlanned));
    }
    rows
}

/// How many years a rule with three levels spends on each, from the worst.
#[must_use]
pub fn level_counts(rule: &FiscalRule, projection: &Projection) -> [usize; 3] {
    let outcome = fiscal_rule::assess(rule, projection);
    [Level::NotAcceptable, Level::Acceptable, Level::Desired]
        .map(|level| outcome.years.values().iter().filter(|year| year.level == Some(level)).count())
}

/// The notices to show: of an empty fund, a deficit and a deficit nobody covers, only what is worst.
#[must_use]
pub fn worst_notices(notices: &[Notice]) -> Vec<&Notice> {
    let has = |wanted: fn(&Notice) -> bool| notices.iter().any(wanted);
    let deficit = has(|notice| matches!(notice, Notice::UncoveredDeficit { .. }));
    let late = has(|notice| matches!(notice, Notice::NotCoveredInTwoYears { .. }));
    let hidden = |notice: &Notice| match notice {
        Notice::FundEmpty { .. } => deficit,
        Notice::Robek { .. } => late,
        _ => false,
    };
    notices.iter().filter(|notice| !hidden(notice)).collect()
}
