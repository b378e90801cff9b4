//! Arbeidet: answers computed in slices after the curves are painted, so that no frame waits for them.

use super::super::store::{AppState, Asked, Panel};
use super::figure::{OpenQuantity, opened};
use crate::analysis::Question;
use crate::analysis::attribution::{self, Attribution};
use crate::analysis::capacity::{Need, index, needs};
use crate::analysis::futures::Futures;
use crate::analysis::pairs::{StepwisePairs, Together};
use crate::analysis::project_effect::{ProjectEffect, StepwiseEffects};
use crate::analysis::seek::{Span, StartYear, Target, attempt, least_saving, positions, start_years};
use crate::analysis::sensitivity::{Sensitivity, tornado};
use crate::analysis::stress::{Shock, shock_path};
use crate::exchange::shocks::shocks;
use crate::model::lever::{Lever, Subject};
use crate::model::municipality::Municipality;
use crate::model::projection::Projection;
use crate::model::scenario::Scenario;
use crate::model::units::{Kroner, Year};
use crate::text::Language;
use rust_decimal::Decimal;
use std::rc::Rc;
use std::time::Duration;
use yew::prelude::*;

/// The longest the page works before it lets the browser paint, milliseconds.
const SLICE: f64 = 4.0;

/// Everything an answer may depend on.
#[derive(Clone, Debug)]
pub struct Ask {
    /// The municipality.
    pub municipality: Rc<Municipality>,
    /// Its plan, on the scenario's basis.
    pub plan: Rc<Projection>,
    /// The scenario.
    pub scenario: Scenario,
    /// The year the reader looks at.
    pub year: Year,
    /// What the user has asked.
    pub asked: Asked,
    /// The language of the answers.
    pub language: Language,
}

impl PartialEq for Ask {
    fn eq(&self, other: &Self) -> bool {
        self.is_about_the_same(other)
            && self.year == other.year
            && self.asked == other.asked
            && self.language == other.language
    }
}

impl Ask {
    /// What the state asks, besides the plan.
    pub fn of(state: &AppState, plan: &Rc<Projection>, language: Language) -> Self {
        Self {
            municipality: Rc::clone(&state.municipality),
            plan: Rc::clone(plan),
            scenario: Scenario::clone(state.scenario()),
            year: state.year,
            asked: state.asked.clone(),
            language,
        }
    }

    /// True when it is asked of the same municipality and the same scenario; the plan follows from them.
    fn is_about_the_same(&self, other: &Self) -> bool {
        self.municipality == other.municipality && self.scenario == other.scenario
    }

    /// True when the same rules must hold in the same years.
    fn has_the_same_target(&self, other: &Self) -> bool {
        let (one, other) = (&self.asked, &other.asked);
        one.left_out == other.left_out && one.from == other.from && one.until == other.until
    }

    /// The same, as the model is asked.
    #[must_use]
    pub fn question(&self) -> Question<'_> {
        Question { municipality: &self.municipality, plan: &self.plan, scenario: &self.scenario }
    }

    /// The rules and years that count.
    #[must_use]
    pub fn target(&self) -> Target {
        let counts = |id: &String| !self.asked.left_out.contains(id);
        let municipality = &self.municipality;
        Target {
            rules: municipality.rules.iter().filter(|rule| counts(&rule.id)).cloned().collect(),
            years: self.asked.from.unwrap_or(municipality.plan.first_year)
                ..=self.asked.until.unwrap_or(municipality.last_year()),
        }
    }
}

/// One answer a year, where there is one.
type PerYear<T> = Vec<(Year, Option<T>)>;

/// The effect of each project, of the plan and of the user's own, that has one.
type Effects = Vec<(Subject, ProjectEffect)>;

/// What one shock leads to; nothing for all of them together.
pub(super) type ShockPath = (Option<&'static Shock>, Projection);

/// Svarene so far. Each is that of the newest scenario it has been computed for.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    /// What the answers were last asked for.
    pub ask: Option<Rc<Ask>>,
    /// True while some of them are not ready.
    pub busy: bool,
    /// What each topic was last answered for, by its place in the list.
    answered: Vec<Option<Rc<Ask>>>,
    /// Spillerom of each main lever.
    pub spans: Option<Rc<Vec<Span>>>,
    /// Hvorfor.
    pub attribution: Option<Rc<Attribution>>,
    /// Nødvendig innsparing from each year.
    pub savings: Option<Rc<PerYear<Kroner>>>,
    /// When the chosen project may start.
    pub starts: Option<Rc<Vec<StartYear>>>,
    /// Hva betyr mest.
    pub tornado: Option<Rc<Vec<Sensitivity>>>,
    /// The index of each year.
    pub indices: Option<Rc<PerYear<Decimal>>>,
    /// Omstillingsbehov.
    pub needs: Option<Rc<Vec<Need>>>,
    /// The scenario itself, to be drawn with the rest.
    pub now: Option<Rc<Projection>>,
    /// Each shock that is pressed, and all of them together when there are several.
    pub shocked: Option<Rc<Vec<ShockPath>>>,
    /// The open figure; nothing in it where there is no such figure.
    pub figure: Option<Rc<Option<OpenQuantity>>>,
    /// Mange framtider.
    pub futures: Option<Rc<Futures>>,
    /// What two levers give together, and from which year.
    pub together: Option<Rc<(Year, Together)>>,
    /// What each project does to the result.
    pub effects: Option<Rc<Effects>>,
}

impl PartialEq for Answers {
    /// The same when none has been recomputed.
    fn eq(&self, other: &Self) -> bool {
        fn same<T>(one: Option<&Rc<T>>, other: Option<&Rc<T>>) -> bool {
            match (one, other) {
                (Some(one), Some(other)) => Rc::ptr_eq(one, other),
                (None, None) => true,
                _ => false,
            }
        }
        same(self.ask.as_ref(), other.ask.as_ref())
            && same(self.spans.as_ref(), other.spans.as_ref())
            && same(self.attribution.as_ref(), other.attribution.as_ref())
            && same(self.savings.as_ref(), other.savings.as_ref())
            && same(self.starts.as_ref(), other.starts.as_ref())
            && same(self.tornado.as_ref(), other.tornado.as_ref())
            && same(self.indices.as_ref(), other.indices.as_ref())
            && same(self.needs.as_ref(), other.needs.as_ref())
            && same(self.now.as_ref(), other.now.as_ref())
            && same(self.shocked.as_ref(), other.shocked.as_ref())
            && same(self.figure.as_ref(), other.figure.as_ref())
            && same(self.futures.as_ref(), other.futures.as_ref())
            && same(self.together.as_ref(), other.together.as_ref())
            && same(self.effects.as_ref(), other.effects.as_ref())
    }
}

/// One question in progress: a call does a part, and returns whether it was the last.
type Work = Box<dyn FnMut(&mut Answers) -> bool>;

/// One kind of answer: when it is wanted, what it depends on besides the scenario, and how it is computed.
pub struct Topic {
    wanted: fn(&Asked) -> bool,
    same: fn(&Ask, &Ask) -> bool,
    work: fn(&Rc<Ask>) -> Work,
}

/// What the first screen shows: the green on the tracks.
pub const FIRST_TOPICS: [Topic; 1] =
    [Topic { wanted: |_| true, same: Ask::has_the_same_target, work: spans }];

/// What the panels show, in the order they are computed.
pub const SECOND_TOPICS: [Topic; 13] = [
    Topic { wanted: |asked| asked.is_open(Panel::Seek), same: Ask::has_the_same_target, work: spans },
    Topic {
        wanted: |asked| asked.is_open(Panel::Figure),
        same: |one, other| one.language == other.language && one.asked.opened == other.asked.opened,
        work: |ask| once(ask, |ask, found| found.figure = Some(Rc::new(opened(ask)))),
    },
    Topic { wanted: |asked| asked.is_open(Panel::Why), same: |_, _| true, work: attribution },
    Topic { wanted: |asked| asked.is_open(Panel::Seek), same: Ask::has_the_same_target, work: savings },
    Topic {
        wanted: |asked| asked.is_open(Panel::Seek),
        same: |one, other| one.asked.project == other.asked.project && one.has_the_same_target(other),
        work: |ask| once(ask, |ask, found| found.starts = starts(ask).map(Rc::new)),
    },
    Topic {
        wanted: |asked| asked.is_open(Panel::Tornado),
        same: |one, other| one.year == other.year,
        work: |ask| once(ask, |ask, found| found.tornado = Some(Rc::new(tornado(&ask.question(), ask.year)))),
    },
    Topic {
        wanted: |asked| {
            [Panel::Stress, Panel::Futures, Panel::Capacity].into_iter().any(|panel| asked.is_open(panel))
        },
        same: |_, _| true,
        work: |ask| once(ask, |ask, found| found.now = Some(Rc::new(ask.question().project(&ask.scenario)))),
    },
    Topic {
        wanted: |asked| asked.is_open(Panel::Stress),
        same: |one, other| one.asked.shocks == other.asked.shocks,
        work: |ask| once(ask, |ask, found| found.shocked = Some(Rc::new(shocked(ask)))),
    },
    Topic {
        wanted: |asked| asked.is_open(Panel::Capacity),
        same: |one, other| one.asked.debt_slope == other.asked.debt_slope,
        work: |ask| {
            once(ask, |ask, found| found.indices = found.now.as_ref().map(|now| Rc::new(indices(ask, now))))
        },
    },
    Topic {
        wanted: |asked| asked.is_open(Panel::Capacity),
        same: |one, other| one.year == other.year,
        work: |ask| once(ask, |ask, found| found.needs = Some(Rc::new(needs(&ask.question(), ask.year)))),
    },
    Topic {
        wanted: |asked| asked.is_open(Panel::Futures) && asked.seed.is_some(),
        same: |one, other| one.asked.seed == other.asked.seed,
        work: futures,
    },
    Topic { wanted: |asked| asked.is_open(Panel::Projects), same: |_, _| true, work: effects },
    Topic { wanted: |asked| asked.is_open(Panel::Seek), same: Ask::has_the_same_target, work: together },
];

/// A topic by its place in the list, and the work that remains.
struct Job {
    topic: usize,
    work: Work,
}

/// The answers, as they become ready. What has already been answered is not recomputed.
#[hook]
pub fn use_answers(ask: Ask, topics: &'static [Topic]) -> Answers {
    let answers = use_state(Answers::default);
    let newest = use_mut_ref(|| 0_u32);
    let found = use_mut_ref(Answers::default);
    {
        let answers = answers.clone();
        use_effect_with(ask.clone(), move |ask| {
            let mine = {
                let mut newest = newest.borrow_mut();
                *newest = newest.wrapping_add(1);
                *newest
            };
            let mut jobs = begin(&Rc::new(ask.clone()), &mut found.borrow_mut(), topics);
            yew::platform::spawn_local(async move {
                loop {
                    // Lets the browser paint what has already been computed.
                    yew::platform::time::sleep(Duration::ZERO).await;
                    if *newest.borrow() != mine {
                        return;
                    }
                    let came = work(&mut jobs, &mut found.borrow_mut());
                    found.borrow_mut().busy = !jobs.is_empty();
                    if came || jobs.is_empty() {
                        answers.set(found.borrow().clone());
                    }
                    if jobs.is_empty() {
                        return;
                    }
                }
            });
        });
    }
    match &answers.ask {
        Some(known) if known.municipality == ask.municipality => {
            Answers { busy: answers.busy || **known != ask, ..(*answers).clone() }
        }
        _ => Answers { busy: true, ..Answers::default() },
    }
}

/// Works for one slice; true when an answer is ready.
fn work(jobs: &mut Vec<Job>, found: &mut Answers) -> bool {
    let start = now();
    let mut came = false;
    while !jobs.is_empty() {
        came |= step(jobs, found);
        if now() - start >= SLICE {
            break;
        }
    }
    came
}

/// Does a little of the first job; true when that was the last of it.
fn step(jobs: &mut Vec<Job>, found: &mut Answers) -> bool {
    let Some(job) = jobs.first_mut() else { return false };
    let is_done = (job.work)(found);
    if is_done {
        if let Some(answered) = found.answered.get_mut(job.topic) {
            answered.clone_from(&found.ask);
        }
        drop(jobs.remove(0));
    }
    is_done
}

fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}

/// What is wanted and not yet answered. Another municipality's answers are not this one's.
fn begin(ask: &Rc<Ask>, found: &mut Answers, topics: &[Topic]) -> Vec<Job> {
    if found.ask.as_ref().is_some_and(|known| known.municipality != ask.municipality) {
        *found = Answers::default();
    }
    found.ask = Some(Rc::clone(ask));
    found.answered.resize(topics.len(), None);
    let is_answered = |place: usize, topic: &Topic| {
        let known = found.answered.get(place).and_then(Option::as_ref);
        known.is_some_and(|known| known.is_about_the_same(ask) && (topic.same)(known, ask))
    };
    topics
        .iter()
        .enumerate()
        .filter(|(place, topic)| (topic.wanted)(&ask.asked) && !is_answered(*place, topic))
        .map(|(place, topic)| Job { topic: place, work: (topic.work)(ask) })
        .collect()
}

fn once(ask: &Rc<Ask>, answer: fn(&Ask, &mut Answers)) -> Work {
    let ask = Rc::clone(ask);
    Box::new(move |found| {
        answer(&ask, found);
        true
    })
}

fn spans(ask: &Rc<Ask>) -> Work {
    let (ask, target) = (Rc::clone(ask), ask.target());
    let mut left: Vec<(Lever, Decimal)> =
        Lever::MAIN.into_iter().flat_map(|input| positions(input).map(move |value| (input, value))).collect();
    left.reverse();
    let mut spans: Vec<Span> = Vec::new();
    let mut scenario = ask.scenario.clone();
    Box::new(move |found| {
        if let Some((input, value)) = left.pop() {
            if spans.last().is_none_or(|span| span.input != input) {
                spans.push(Span { input, trials: Vec::new() });
                scenario.clone_from(&ask.scenario);
            }
            if let Some(span) = spans.last_mut() {
                span.trials.push(attempt(&ask.question(), &target, &mut scenario, (input, value)));
            }
        }
        if left.is_empty() {
            found.spans = Some(Rc::new(std::mem::take(&mut spans)));
        }
        left.is_empty()
    })
}

fn attribution(ask: &Rc<Ask>) -> Work {
    let ask = Rc::clone(ask);
    let mut work = attribution::StepwiseAttribution::new(&ask.scenario.causes().collect::<Vec<_>>());
    Box::new(move |found| {
        let done = work.step(&ask.question());
        let is_done = done.is_some();
        if is_done {
            found.attribution = done.map(Rc::new);
        }
        is_done
    })
}

fn savings(ask: &Rc<Ask>) -> Work {
    let (ask, target) = (Rc::clone(ask), ask.target());
    let mut left: Vec<Year> = ask.municipality.years().skip(1).collect();
    left.reverse();
    let mut savings = Vec::new();
    Box::new(move |found| {
        if let Some(from) = left.pop() {
            savings.push((from, least_saving(&ask.question(), &target, from)));
        }
        if left.is_empty() {
            found.savings = Some(Rc::new(std::mem::take(&mut savings)));
        }
        left.is_empty()
    })
}

fn together(ask: &Rc<Ask>) -> Work {
    let (ask, target) = (Rc::clone(ask), ask.target());
    let mut work = StepwisePairs::new(&ask.question(), &target);
    Box::new(move |found| {
        let done = work.step(&ask.question(), &target);
        let is_done = done.is_some();
        if let Some(done) = done {
            found.together = Some(Rc::new((work.from, done)));
        }
        is_done
    })
}

fn effects(ask: &Rc<Ask>) -> Work {
    let ask = Rc::clone(ask);
    let mut work = StepwiseEffects::new(&ask.question());
    Box::new(move |found| {
        let done = work.step(&ask.question());
        let is_done = done.is_some();
        if is_done {
            found.effects = done.map(Rc::new);
        }
        is_done
    })
}

fn starts(ask: &Ask) -> Option<Vec<StartYear>> {
    let project = ask.municipality.project(ask.asked.project.as_ref()?)?;
    Some(start_years(&ask.question(), &ask.target(), project))
}

fn indices(ask: &Ask, now: &Projection) -> PerYear<Decimal> {
    now.years.iter().map(|(year, result)| (year, index(result, ask.asked.debt_slope))).collect()
}

/// The shocks that are pressed, in the order of their data.
fn pressed(asked: &Asked) -> Vec<&'static Shock> {
    shocks().iter().filter(|shock| asked.shocks.contains(&shock.id)).collect()
}

fn shocked(ask: &Ask) -> Vec<ShockPath> {
    let pressed = pressed(&ask.asked);
    let alone = pressed.iter().map(|shock| (Some(*shock), shock_path(&ask.question(), &[*shock])));
    let together = (pressed.len() > 1).then(|| (None, shock_path(&ask.question(), &pressed)));
    alone.chain(together).collect()
}

fn futures(ask: &Rc<Ask>) -> Work {
    let ask = Rc::clone(ask);
    let mut futures = Futures::new(ask.asked.seed.unwrap_or_default(), Futures::USUAL_COUNT);
    Box::new(move |found| {
        futures.advance(&ask.question(), 4);
        if futures.is_done() {
            found.futures = Some(Rc::new(futures.clone()));
        }
        futures.is_done()
    })
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use crate::exchange::catalogue::Catalogue;
    use crate::model::projection::project;

    fn ask() -> Ask {
        let catalogue = Catalogue::built_in().expect("the list comes with the program");
        let municipality = catalogue.get("lier").expect("Lier comes with the program");
        let scenario = Scenario::default();
        let plan = Rc::new(project(&municipality, &scenario));
        let asked = Asked { seed: Some(1), ..Asked::about(&municipality) };
        Ask { municipality, plan, scenario, year: Year(2028), asked, language: Language::Nb }
    }

    /// Works until nothing is left, and says how many topics that took.
    fn answer(ask: &Ask, found: &mut Answers) -> usize {
        let mut jobs = begin(&Rc::new(ask.clone()), found, &SECOND_TOPICS);
        let count = jobs.len();
        while !jobs.is_empty() {
            step(&mut jobs, found);
        }
        count
    }

    #[test]
    fn what_is_answered_is_recomputed_only_when_something_it_depends_on_changes() {
        let (mut ask, mut found) = (ask(), Answers::default());
        ask.asked.open = None;
        assert_eq!(answer(&ask, &mut found), 0, "nothing is open, nothing is asked");
        let mut ask_of = |panel: Panel, change: &dyn Fn(&mut Ask)| {
            change(&mut ask);
            ask.asked.open = Some(panel);
            answer(&ask, &mut found)
        };
        let same: &dyn Fn(&mut Ask) = &|_| {};
        assert_eq!(ask_of(Panel::Why, same), 1);
        assert_eq!(ask_of(Panel::Why, same), 0, "it is answered");
        assert_eq!(ask_of(Panel::Tornado, same), 1);
        assert_eq!(
            ask_of(Panel::Tornado, &|ask| ask.year = Year(2030)),
            1,
            "what matters most is of one year"
        );
        assert_eq!(ask_of(Panel::Why, same), 0, "the bridge is of all years");
        assert_eq!(ask_of(Panel::Seek, same), 4);
        assert_eq!(
            ask_of(Panel::Seek, &|ask| ask.asked.left_out.clear()),
            4,
            "the answers go by the chosen rules"
        );
        assert_eq!(ask_of(Panel::Futures, same), 2);
        assert_eq!(ask_of(Panel::Futures, &|ask| ask.asked.seed = Some(2)), 1);
        let moved: &dyn Fn(&mut Ask) = &|ask| ask.scenario.set(Lever::InterestRate, Decimal::ONE);
        assert_eq!(ask_of(Panel::Why, moved), 1);
        assert_eq!(ask_of(Panel::Seek, same), 4, "another scenario");
        assert_eq!(ask_of(Panel::Projects, same), 1);
        assert_eq!(ask_of(Panel::Projects, same), 0, "the effects are known");
    }
}
