//! Flyttet: what is moved in a scenario, by the names that sentences and lines have for it.

use crate::model::lever::{Lever, LeverUnit, Subject, SubjectKind, Value};
use crate::model::municipality::Municipality;
use crate::model::scenario::{ProjectChange, Scenario};
use crate::model::units::{Kroner, Percent, Year};
use crate::text::{Because, Language};
use rust_decimal::Decimal;

/// What was moved in the world, as the names of lines and the verdict have it.
#[must_use]
pub fn world_of(municipality: &Municipality, scenario: &Scenario, language: Language) -> Vec<Because> {
    moved(municipality, &scenario.assumptions_only(), language)
}

/// What is moved in a scenario, each by its name where a sentence has one.
pub(super) fn moved(municipality: &Municipality, scenario: &Scenario, language: Language) -> Vec<Because> {
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
    let mut details = Vec::new();
    for levers in Lever::groups().filter(|levers| !is_one_number(levers)) {
        let is_named = |levers: &[Lever]| {
            levers.iter().all(|lever| lever.spec().subject == SubjectKind::Project) && projects.len() <= 2
        };
        if !is_named(levers) {
            details.extend(scenario.subjects(levers).into_iter().map(|subject| (levers, subject)));
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
            None => reasons.push(Because::Named(id.to_string())),
        }
    }
    match details.as_slice() {
        [] => {}
        [(levers, subject)] => {
            let has_name = matches!(subject, Subject::Id(_) | Subject::Number(_));
            let name = subject_name(municipality, scenario, levers, subject).filter(|_| has_name);
            reasons.push(name.map_or(Because::Details(1), Because::Named));
        }
        several => reasons.push(Because::Details(several.len())),
    }
    reasons
}

/// True for a lever that is one number, and stands in sentences by its name.
fn is_one_number(levers: &[Lever]) -> bool {
    matches!(levers, [lever] if Lever::numbers().any(|number| number == *lever))
}

/// The name of what a lever is moved for; nothing when the municipality does not have it.
pub(super) fn subject_name(
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

/// Where a project stands, how large it is, and how long it takes.
pub(super) fn project_change(change: ProjectChange, first: Year, language: Language) -> String {
    if !change.included {
        return language.dropped().to_owned();
    }
    let moved = (change.moved != 0).then(|| language.moved_from_to(first, first.plus(change.moved)));
    let scaled = (change.scale != Percent::HUNDRED).then(|| language.percent(change.scale, 0));
    let stretched =
        (change.stretched != 0).then(|| format!("+{} {}", change.stretched, language.unit(LeverUnit::Years)));
    moved.into_iter().chain(scaled).chain(stretched).collect::<Vec<_>>().join(", ")
}

/// What the plan itself has of what a lever adds to: its own restructuring; otherwise nothing.
pub(super) fn base_of(input: Lever, municipality: &Municipality) -> Decimal {
    let programme = municipality.restructuring.as_ref().filter(|_| input == Lever::Restructuring);
    let planned = programme.map(|own| own.savings.values.at_or_last(municipality.last_year()));
    planned.map(|amount| amount.millions().round()).unwrap_or_default()
}
