//! Virkning av et prosjekt: what each project does to the result, in the year it matters most.

use super::Question;
use crate::model::lever::{Lever, Subject, Value};
use crate::model::municipality::Project;
use crate::model::projection::Projection;
use crate::model::scenario::{ProjectChange, Scenario};
use crate::model::units::{Kroner, Year};

/// What a project is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparedProject {
    /// The project is changed: its change, with what it would be as planned.
    AsPlanned,
    /// The project is as planned: leaving it out, with keeping it.
    LeftOut,
}

/// Virkning: what changing a project, or leaving it out, does to netto driftsresultat in one year.
#[doc(alias = "virkning på resultatet")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProjectEffect {
    /// The year in which the effect is largest.
    pub year: Year,
    /// How much better the result is, kroner; negative is worse.
    pub better: Kroner,
    /// What is compared.
    pub compared: ComparedProject,
}

/// The effect of one project of the plan; `now` is the scenario's projection. `None` when nothing changes.
///
/// ```
/// # use handlingsrom::analysis::{project_effect::project_effect, Question};
/// # use handlingsrom::exchange::municipality_file;
/// # use handlingsrom::model::{projection::project, scenario::{ProjectChange, Scenario}, units::Kroner};
/// let lier = municipality_file::built_in("lier").expect("Lier comes with the program");
/// let (plan, mut scenario) = (project(lier, &Scenario::plan()), Scenario::plan());
/// scenario.set_project("tranby-skole", ProjectChange::moved_by(-4));
/// let question = Question { municipality: lier, plan: &plan, scenario: &scenario };
/// let school = lier.project("tranby-skole").expect("the plan has it");
/// let effect = project_effect(&question, &question.project(&scenario), school).expect("it costs");
/// assert!(effect.better < Kroner::ZERO, "built earlier, it is paid for longer");
/// ```
#[must_use]
pub fn project_effect(question: &Question<'_>, now: &Projection, project: &Project) -> Option<ProjectEffect> {
    let is_changed = question.scenario.project(&project.id) != ProjectChange::NONE;
    let mut other = question.scenario.clone();
    if is_changed {
        other.set_project(&project.id, ProjectChange::NONE);
        largest(question, now, &other, ComparedProject::AsPlanned)
    } else {
        other.set_project(&project.id, ProjectChange::dropped());
        largest(question, now, &other, ComparedProject::LeftOut)
    }
}

/// The effect of leaving out a project of the user's own, by its place in the list.
#[must_use]
pub fn own_project_effect(question: &Question<'_>, now: &Projection, place: usize) -> Option<ProjectEffect> {
    let mut other = question.scenario.clone();
    other.set(Lever::OwnProject.of(Subject::Number(place)), Value::AsPlanned);
    largest(question, now, &other, ComparedProject::LeftOut)
}

/// The effect of every project, one at a call, so that nothing waits for them all.
#[derive(Clone, Debug)]
pub struct StepwiseEffects {
    now: Projection,
    left: Vec<Subject>,
    found: Vec<(Subject, ProjectEffect)>,
}

impl StepwiseEffects {
    /// Every project of the plan, and after them the user's own, by their place in the list.
    #[must_use]
    pub fn new(question: &Question<'_>) -> Self {
        let projects = &question.municipality.investments.projects;
        let planned = projects.iter().map(|project| Subject::Id(project.id.as_str().into()));
        let own = (0..question.scenario.own_projects().len()).map(Subject::Number);
        let mut left: Vec<Subject> = planned.chain(own).collect();
        left.reverse();
        Self { now: question.project(question.scenario), left, found: Vec::new() }
    }

    /// One more; the effects, when that was the last. A project without an effect is not among them.
    pub fn step(&mut self, question: &Question<'_>) -> Option<Vec<(Subject, ProjectEffect)>> {
        if let Some(subject) = self.left.pop() {
            let effect = match &subject {
                Subject::Id(id) => {
                    let project = question.municipality.project(id);
                    project.and_then(|project| project_effect(question, &self.now, project))
                }
                Subject::Number(place) => own_project_effect(question, &self.now, *place),
                Subject::None | Subject::Year(_) => None,
            };
            self.found.extend(effect.map(|effect| (subject, effect)));
        }
        self.left.is_empty().then(|| std::mem::take(&mut self.found))
    }
}

fn largest(
    question: &Question<'_>,
    now: &Projection,
    other: &Scenario,
    compared: ComparedProject,
) -> Option<ProjectEffect> {
    let other = question.project(other);
    let effects = now.years.iter().filter_map(|(year, now)| {
        let difference = other.years.get(year)?.net_operating_result - now.net_operating_result;
        let better = match compared {
            ComparedProject::AsPlanned => Kroner::ZERO - difference,
            ComparedProject::LeftOut => difference,
        };
        Some(ProjectEffect { year, better, compared })
    });
    // The first of equal ones.
    let largest =
        effects.reduce(|most, effect| if effect.better.abs() > most.better.abs() { effect } else { most });
    largest.filter(|effect| effect.better != Kroner::ZERO)
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test that lacks its municipality must stop")]
mod tests {
    use super::*;
    use crate::exchange::municipality_file::built_in;
    use crate::model::projection::project;

    #[test]
    fn the_year_of_the_largest_effect_is_shown_for_every_project() {
        let lier = built_in("lier").expect("Lier comes with the program");
        let (plan, scenario) = (project(lier, &Scenario::plan()), Scenario::plan());
        let question = Question { municipality: lier, plan: &plan, scenario: &scenario };
        for own in &lier.investments.projects {
            let mut without = Scenario::plan();
            without.set_project(&own.id, ProjectChange::dropped());
            let without = question.project(&without);
            let differences = without.years.iter().map(|(year, result)| {
                let plan = plan.years.get(year).map(|plan| plan.net_operating_result);
                (result.net_operating_result - plan.unwrap_or_default()).abs()
            });
            let most = differences.max().unwrap_or_default();
            let effect = project_effect(&question, &plan, own);
            assert_eq!(effect.map(|effect| effect.better.abs()).unwrap_or_default(), most, "{}", own.id);
        }
    }

    #[test]
    fn a_change_and_its_own_opposite_are_told_apart() {
        let lier = built_in("lier").expect("Lier comes with the program");
        let plan = project(lier, &Scenario::plan());
        let school = lier.project("tranby-skole").expect("the plan has it");
        let mut dropped = Scenario::plan();
        dropped.set_project("tranby-skole", ProjectChange::dropped());
        let ask = |scenario: &Scenario| {
            let question = Question { municipality: lier, plan: &plan, scenario };
            project_effect(&question, &question.project(scenario), school).expect("it costs")
        };
        let (kept, left_out) = (ask(&Scenario::plan()), ask(&dropped));
        assert_eq!((kept.year, kept.better), (left_out.year, left_out.better));
        assert_eq!(
            [kept.compared, left_out.compared],
            [ComparedProject::LeftOut, ComparedProject::AsPlanned]
        );
    }
}
