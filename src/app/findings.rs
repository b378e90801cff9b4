//! Funn: the content of the result line, the list of changes and the sentences under the charts.

use super::results::Results;
use super::store::Action;
use crate::model::fiscal_rule::{self, Level};
use crate::model::lever::{Lever, LeverId, LeverUnit, Subject, SubjectKind, Value};
use crate::model::municipality::{FiscalRule, Municipality, NeededFigure};
use crate::model::order::in_order;
use crate::model::projection::{Notice, Projection, YearResult};
use crate::model::scenario::{Prices, ProjectChange, Scenario};
use crate::model::units::{Kroner, Percent, Year};
use crate::text::{Because, Language, ResultSentence, RuleFinding};

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

/// What the result line must say of each alternative; of the plan when there is none.
#[must_use]
pub fn result_sentences(
    municipality: &Municipality,
    results: &Results,
    basis: &Scenario,
    language: Language,
) -> Vec<ResultSentence> {
    let plan = &results.plan;
    if results.alternatives.is_empty() {
        return vec![result_sentence(municipality, basis, plan, plan, language)];
    }
    let told = results.alternatives.iter().zip(results.names("")).map(|(own, name)| ResultSentence {
        alternative: (!name.is_empty()).then_some(name),
        ..result_sentence(municipality, &own.scenario, plan, &own.projection, language)
    });
    told.collect()
}

/// What the result line must say of one scenario without a name.
#[must_use]
pub fn result_sentence(
    municipality: &Municipality,
    scenario: &Scenario,
    plan: &Projection,
    projection: &Projection,
    language: Language,
) -> ResultSentence {
    let changes = plan.years.iter().filter_map(|(year, planned)| {
        let result = |of: &YearResult| match scenario.basis.prices {
            Prices::Deflated => of.price_index.deflate(of.net_operating_result),
            _ => of.net_operating_result,
        };
        let change = result(projection.years.get(year)?) - result(planned);
        (change.abs() >= Kroner::new(500_000)).then_some((year, change))
    });
    ResultSentence {
        plan_label: match scenario.basis.prices {
            Prices::AsPlanned => language.plan_label(&municipality.plan),
            prices => language.plan_in_prices(&municipality.plan, prices),
        },
        alternative: None,
        baseline: municipality.plan.kind,
        because: reasons(municipality, scenario, language),
        findings: municipality.rules.iter().map(|rule| finding(rule, projection)).collect(),
        // The first of equal years: a later one replaces it only when it is larger.
        largest_change: changes.reduce(|best, next| if next.1.abs() > best.1.abs() { next } else { best }),
    }
}

fn reasons(municipality: &Municipality, scenario: &Scenario, language: Language) -> Vec<Because> {
    let mut reasons = Vec::new();
    for input in Lever::numbers() {
        let value = scenario.get(input);
        if value == input.spec().plan {
            continue;
        }
        reasons.push(match input {
            Lever::InterestRate => Because::InterestRate(Percent::new(value)),
            Lever::PopulationGrowth => Because::PopulationGrowth(Percent::new(value)),
            Lever::InvestmentVolume => Because::InvestmentVolume(Percent::new(value)),
            Lever::Restructuring => Because::Restructuring(Kroner::from_millions(value)),
            other => Because::Lever(other, value),
        });
    }
    let projects = scenario.changed_projects();
    let mut details = 0;
    for levers in Lever::groups().filter(|levers| !is_one_number(levers)) {
        let is_named = |levers: &[Lever]| {
            levers.iter().all(|lever| lever.spec().subject == SubjectKind::Project) && projects.len() <= 2
        };
        if !is_named(levers) {
            details += scenario.subjects(levers).len();
        }
    }
    for (id, change) in projects.iter().filter(|_| projects.len() <= 2) {
        let start = municipality.project(id).and_then(|project| Some((project, project.first_cost_year()?)));
        match start {
            Some((project, first)) => {
                let name = project.short_name.clone();
                reasons.push(match change {
                    ProjectChange { included: false, .. } => Because::ProjectDropped(name),
                    ProjectChange { moved: 0, .. } => {
                        Because::ProjectChanged(name, project_change(*change, first, language))
                    }
                    _ => Because::ProjectMoved(name, first.plus(change.moved)),
                });
            }
            None => details += 1,
        }
    }
    if details > 0 {
        reasons.push(Because::Details(details));
    }
    reasons
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

/// True for a lever that is one number, and stands in sentences by its name.
fn is_one_number(levers: &[Lever]) -> bool {
    matches!(levers, [lever] if Lever::numbers().any(|number| number == *lever))
}

/// The name of what a lever is moved for; nothing when the municipality does not have it.
fn subject_name(
    municipality: &Municipality,
    scenario: &Scenario,
    levers: &[Lever],
    subject: &Subject,
) -> Option<String> {
    let lever = *levers.first()?;
    match (subject, lever.spec().subject) {
        (Subject::None, _) => Some(String::new()),
        (Subject::Year(year), _) => Some(year.to_string()),
        (Subject::Number(_), _) => match scenario.value(&lever.of(subject.clone()))? {
            Value::OwnProject(own) => Some(own.name.clone()),
            Value::OwnMeasure(own) => Some(own.name.clone()),
            _ => None,
        },
        (Subject::Id(id), kind) => kind.name(municipality, id).map(ToOwned::to_owned),
    }
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
                (Subject::None, _) => language.plan_then(&reading(*number)),
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

/// Where a project stands, how large it is, and how long it takes.
fn project_change(change: ProjectChange, first: Year, language: Language) -> String {
    if !change.included {
        return language.dropped().to_owned();
    }
    let moved = (change.moved != 0).then(|| language.moved_from_to(first, first.plus(change.moved)));
    let scaled = (change.scale != Percent::HUNDRED).then(|| language.percent(change.scale, 0));
    let stretched =
        (change.stretched != 0).then(|| format!("+{} {}", change.stretched, language.unit(LeverUnit::Years)));
    moved.into_iter().chain(scaled).chain(stretched).collect::<Vec<_>>().join(", ")
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
