//! Funn: what the result line, the list of changes and the sentences under the charts tell.

use super::store::Action;
use crate::model::fiscal_rule;
use crate::model::input::InputId;
use crate::model::municipality::{FiscalRule, Municipality};
use crate::model::projection::Projection;
use crate::model::scenario::{ProjectChange, Scenario};
use crate::model::units::{Kroner, Percent};
use crate::text::{Because, Phrases, ResultSentence, RuleFinding, number};

/// One row of *Du har endret*.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What is changed.
    pub what: String,
    /// From what to what.
    pub to: String,
    /// What puts it back.
    pub undo: Action,
}

/// How a projection fares against one rule.
#[must_use]
pub fn finding(rule: &FiscalRule, projection: &Projection) -> RuleFinding {
    let outcome = fiscal_rule::assess(rule, projection);
    RuleFinding {
        indicator: rule.indicator,
        requirement: rule.requirement,
        broken: outcome.broken_years().collect(),
        year_count: outcome.years.len(),
        worst: outcome.worst(rule.requirement),
    }
}

/// What the result line must say.
#[must_use]
pub fn result_sentence(
    municipality: &Municipality,
    scenario: &Scenario,
    plan: &Projection,
    projection: &Projection,
) -> ResultSentence {
    let changes = plan.years.iter().filter_map(|(year, planned)| {
        let change = projection.years.get(year)?.net_operating_result - planned.net_operating_result;
        (change.abs() >= Kroner::new(500_000)).then_some((year, change))
    });
    ResultSentence {
        because: reasons(municipality, scenario),
        findings: municipality.rules.iter().map(|rule| finding(rule, projection)).collect(),
        // The first of equal years: a later one replaces it only when it is larger.
        largest_change: changes.reduce(|best, next| if next.1.abs() > best.1.abs() { next } else { best }),
    }
}

fn reasons(municipality: &Municipality, scenario: &Scenario) -> Vec<Because> {
    let mut reasons = Vec::new();
    for input in InputId::ALL {
        let value = scenario.get(input);
        if value == input.spec().plan {
            continue;
        }
        reasons.push(match input {
            InputId::InterestRate => Because::InterestRate(Percent::new(value)),
            InputId::PopulationGrowth => Because::PopulationGrowth(Percent::new(value)),
            InputId::InvestmentVolume => Because::InvestmentVolume(Percent::new(value)),
            InputId::Restructuring => Because::Restructuring(Kroner::from_millions(value)),
        });
    }
    let mut details = scenario.rate_by_year.len() + scenario.growth_by_age.len() + scenario.measures.len();
    for (id, change) in &scenario.projects {
        let start = municipality.project(id).and_then(|project| Some((project, project.first_cost_year()?)));
        match start {
            Some((project, first)) if scenario.projects.len() <= 2 => reasons.push(if change.included {
                Because::ProjectMoved(project.short_name.clone(), first.plus(change.moved))
            } else {
                Because::ProjectDropped(project.short_name.clone())
            }),
            _ => details += 1,
        }
    }
    if details > 0 {
        reasons.push(Because::Details(details));
    }
    reasons
}

/// Every row of *Du har endret*, in the order of the levers.
#[must_use]
pub fn changes(municipality: &Municipality, scenario: &Scenario, phrases: &dyn Phrases) -> Vec<Change> {
    let mut rows = Vec::new();
    for input in InputId::ALL {
        let spec = input.spec();
        let value = scenario.get(input);
        if value != spec.plan {
            let reading = format!("{} {}", phrases.input_value(input, value), phrases.unit(spec.unit));
            rows.push(Change {
                what: phrases.lever_name(input).to_owned(),
                to: phrases.plan_then(&reading),
                undo: Action::Move(input, spec.plan, super::store::Settled::Yes),
            });
        }
    }
    rows.extend(scenario.rate_by_year.iter().map(|(year, change)| Change {
        what: phrases.rate_change_in(*year),
        to: format!("{} pp", number::format_signed(change.value(), 2)),
        undo: Action::SetRate(*year, Percent::ZERO, super::store::Settled::Yes),
    }));
    rows.extend(municipality.population.age_groups.iter().filter_map(|group| {
        let change = scenario.growth_by_age.get(&group.id)?;
        Some(Change {
            what: group.name.clone(),
            to: format!("{} pp/år", number::format_signed(change.value(), 1)),
            undo: Action::SetGrowth(group.id.clone(), Percent::ZERO, super::store::Settled::Yes),
        })
    }));
    rows.extend(scenario.projects.iter().filter_map(|(id, change)| {
        let project = municipality.project(id)?;
        let first = project.first_cost_year()?;
        let to = if change.included {
            phrases.moved_from_to(first, first.plus(change.moved))
        } else {
            phrases.dropped().to_owned()
        };
        let undo = Action::SetProject(id.clone(), ProjectChange::NONE);
        Some(Change { what: project.short_name.clone(), to, undo })
    }));
    rows.extend(scenario.measures.iter().filter_map(|(id, realisation)| {
        let measure = municipality.measure(id)?;
        let plan = measure.realisation_in_plan();
        let to = format!("{} → {}", number::percent(plan, 0), number::percent(*realisation, 0));
        let undo = Action::SetMeasure(id.clone(), plan, super::store::Settled::Yes);
        Some(Change { what: measure.name.clone(), to, undo })
    }));
    rows
}
