//! Funn: the content of the result line, the list of changes and the sentences under the charts.

use super::results::Results;
use super::store::Action;
use crate::model::fiscal_rule::{self, Level};
use crate::model::input::{InputId, InputUnit};
use crate::model::municipality::{FiscalRule, Municipality, NeededFigure};
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
            other => Because::Lever(other, value),
        });
    }
    let mut details = scenario.rate_by_year.len()
        + scenario.growth_by_age.len()
        + scenario.measures.len()
        + scenario.measures_delayed.len()
        + scenario.frames.len()
        + scenario.sales.len()
        + scenario.own_projects.len()
        + scenario.own_measures.len()
        + usize::from(scenario.prognosis.is_some())
        + usize::from(scenario.cost_by_age);
    for (id, change) in &scenario.projects {
        let start = municipality.project(id).and_then(|project| Some((project, project.first_cost_year()?)));
        match start {
            Some((project, first)) if scenario.projects.len() <= 2 => {
                let name = project.short_name.clone();
                reasons.push(match change {
                    ProjectChange { included: false, .. } => Because::ProjectDropped(name),
                    ProjectChange { moved: 0, .. } => {
                        Because::ProjectChanged(name, project_change(*change, first, language))
                    }
                    _ => Because::ProjectMoved(name, first.plus(change.moved)),
                });
            }
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
pub fn changes(municipality: &Municipality, scenario: &Scenario, language: Language) -> Vec<Change> {
    let mut rows = Vec::new();
    for input in InputId::ALL {
        let spec = input.spec();
        let value = scenario.get(input);
        if value != spec.plan {
            let reading = language.input_with_unit(input, value);
            rows.push(Change {
                what: language.lever_name(input).to_owned(),
                to: language.plan_then(&reading),
                undo: Action::Move(input, spec.plan, super::store::Settled::Yes),
            });
        }
    }
    rows.extend(scenario.rate_by_year.iter().map(|(year, change)| Change {
        what: language.rate_change_in(*year),
        to: language.percentage_points(&language.signed(change.value(), 2)),
        undo: Action::SetRate(*year, Percent::ZERO, super::store::Settled::Yes),
    }));
    rows.extend(municipality.age_groups().iter().filter_map(|group| {
        let change = scenario.growth_by_age.get(&group.id)?;
        Some(Change {
            what: group.name.clone(),
            to: language.percentage_points_a_year(&language.signed(change.value(), 1)),
            undo: Action::SetGrowth(group.id.clone(), Percent::ZERO, super::store::Settled::Yes),
        })
    }));
    rows.extend(scenario.projects.iter().filter_map(|(id, change)| {
        let project = municipality.project(id)?;
        let first = project.first_cost_year()?;
        let to = project_change(*change, first, language);
        let undo = Action::SetProject(id.clone(), ProjectChange::NONE);
        Some(Change { what: project.short_name.clone(), to, undo })
    }));
    rows.extend(scenario.measures.iter().filter_map(|(id, realisation)| {
        let measure = municipality.measure(id)?;
        let plan = measure.realisation_in_plan();
        let to = format!("{} → {}", language.percent(plan, 0), language.percent(*realisation, 0));
        let undo = Action::SetMeasure(id.clone(), plan, super::store::Settled::Yes);
        Some(Change { what: measure.name.clone(), to, undo })
    }));
    rows.extend(other_changes(municipality, scenario, language));
    rows
}

/// A project's start, size and duration.
fn project_change(change: ProjectChange, first: Year, language: Language) -> String {
    if !change.included {
        return language.dropped().to_owned();
    }
    let moved = (change.moved != 0).then(|| language.moved_from_to(first, first.plus(change.moved)));
    let scaled = (change.scale != Percent::HUNDRED).then(|| language.percent(change.scale, 0));
    let stretched =
        (change.stretched != 0).then(|| format!("+{} {}", change.stretched, language.unit(InputUnit::Years)));
    moved.into_iter().chain(scaled).chain(stretched).collect::<Vec<_>>().join(", ")
}

/// Rows for the choices that are not levers, projects or measures.
fn other_changes(municipality: &Municipality, scenario: &Scenario, language: Language) -> Vec<Change> {
    let mut rows = Vec::new();
    let mut add = |what: String, to: String, undo: Action| rows.push(Change { what, to, undo });
    for (id, years) in &scenario.measures_delayed {
        if let Some(measure) = municipality.measure(id) {
            let to = format!("{years} {}", language.delay());
            add(measure.name.clone(), to, Action::DelayMeasure(id.clone(), 0));
        }
    }
    for (id, change) in &scenario.frames {
        if let Some(frame) = municipality.frames.iter().find(|frame| frame.id == *id) {
            let undo = Action::SetFrame(id.clone(), Percent::ZERO, super::store::Settled::Yes);
            add(frame.name.clone(), format!("{} %", language.signed(change.value(), 0)), undo);
        }
    }
    for (year, amount) in &scenario.sales {
        let undo = Action::SetSale(*year, Kroner::ZERO, super::store::Settled::Yes);
        add(language.sale_in(*year), language.millions(*amount, 0), undo);
    }
    for (index, own) in scenario.own_projects.iter().enumerate() {
        let to = language.amount_from(&language.millions(own.cost, 0), own.start);
        add(own.name.clone(), to, Action::RemoveProject(index));
    }
    for (index, own) in scenario.own_measures.iter().enumerate() {
        let to = language.amount_from(&language.millions(own.amount, 0), own.start);
        add(own.name.clone(), to, Action::RemoveMeasure(index));
    }
    if let Some(people) = &municipality.population
        && let Some(chosen) =
            people.alternatives.iter().find(|other| scenario.prognosis.as_ref() == Some(&other.id))
    {
        add(language.prognosis().to_owned(), chosen.name.clone(), Action::ChoosePrognosis(None));
    }
    if scenario.cost_by_age {
        add(language.cost_by_age().to_owned(), String::new(), Action::SetCostByAge(false));
    }
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
