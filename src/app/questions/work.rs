//! Arbeidet: answers worked out in slices after the curves are painted, so that no frame waits for them.

use super::super::store::Asked;
use super::figure::{OpenFigure, opened};
use crate::analysis::Question;
use crate::analysis::attribution::{Attribution, Cause, Work};
use crate::analysis::capacity::{Need, index, needs};
use crate::analysis::futures::Futures;
use crate::analysis::seek::{Span, StartYear, Target, attempt, least_saving, positions, start_years};
use crate::analysis::sensitivity::{Sensitivity, tornado};
use crate::analysis::stress::{Shock, shock_path};
use crate::exchange::shocks::shocks;
use crate::model::input::InputId;
use crate::model::municipality::Municipality;
use crate::model::projection::Projection;
use crate::model::scenario::Scenario;
use crate::model::units::{Kroner, Year};
use rust_decimal::Decimal;
use std::rc::Rc;
use std::time::Duration;
use yew::prelude::*;

/// The longest the page works before it lets the browser paint, milliseconds.
const SLICE: f64 = 4.0;

/// Everything an answer may depend on.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// The municipality.
    pub municipality: &'static Municipality,
    /// Its plan, on the scenario's basis.
    pub plan: Rc<Projection>,
    /// The scenario.
    pub scenario: Scenario,
    /// The year the reader looks at.
    pub year: Year,
    /// What the user has asked.
    pub asked: Asked,
}

impl Ask {
    /// The same, as the model is asked.
    #[must_use]
    pub fn question(&self) -> Question<'_> {
        Question { municipality: self.municipality, plan: &self.plan, scenario: &self.scenario }
    }

    /// The rules and years that count.
    #[must_use]
    pub fn target(&self) -> Target {
        let counts = |id: &String| !self.asked.left_out.contains(id);
        let municipality = self.municipality;
        Target {
            rules: municipality.rules.iter().filter(|rule| counts(&rule.id)).cloned().collect(),
            years: self.asked.from.unwrap_or(municipality.plan.first_year)
                ..=self.asked.until.unwrap_or(municipality.last_year()),
        }
    }
}

/// One answer a year, where there is one.
type PerYear<T> = Vec<(Year, Option<T>)>;

/// What one shock leads to; nothing for all of them together.
pub(super) type ShockPath = (Option<&'static Shock>, Projection);

/// Svarene so far. Each is that of the newest scenario it has been worked out for.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    /// What the answers were last asked for.
    pub ask: Option<Rc<Ask>>,
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
    /// The scenario itself, for what is drawn beside it.
    pub now: Option<Rc<Projection>>,
    /// Each shock that is pressed, and all of them together when there are several.
    pub shocked: Option<Rc<Vec<ShockPath>>>,
    /// The open figure; nothing in it where there is no such figure.
    pub figure: Option<Rc<Option<OpenFigure>>>,
    /// Mange framtider.
    pub futures: Option<Rc<Futures>>,
}

impl PartialEq for Answers {
    /// The same when not one has been worked out anew.
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
    }
}

/// One question being worked on: a call does a little, and says whether that was the last of it.
type Job = Box<dyn FnMut(&mut Answers) -> bool>;

/// The answers to what is asked, as they come.
#[hook]
pub fn use_answers(ask: Ask) -> Answers {
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
            let mut jobs = jobs(&Rc::new(ask.clone()));
            yew::platform::spawn_local(async move {
                while !jobs.is_empty() {
                    // Lets the browser paint what has already been worked out.
                    yew::platform::time::sleep(Duration::ZERO).await;
                    if *newest.borrow() != mine {
                        return;
                    }
                    if work(&mut jobs, &mut found.borrow_mut()) {
                        answers.set(found.borrow().clone());
                    }
                }
            });
        });
    }
    let of_this_one = answers
        .ask
        .as_ref()
        .is_some_and(|known| known.municipality.identity.id == ask.municipality.identity.id);
    if of_this_one { (*answers).clone() } else { Answers::default() }
}

/// Works for one slice; true when an answer came.
fn work(jobs: &mut Vec<Job>, found: &mut Answers) -> bool {
    let start = now();
    let mut came = false;
    while let Some(job) = jobs.first_mut() {
        if job(found) {
            drop(jobs.remove(0));
            came = true;
        }
        if now() - start >= SLICE {
            break;
        }
    }
    came
}

fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}

/// The questions that are open, the spans of the levers first.
fn jobs(ask: &Rc<Ask>) -> Vec<Job> {
    let open = |panel: usize| ask.asked.open.get(panel).copied().unwrap_or(false);
    let mut jobs = vec![begun(ask), spans(ask)];
    if open(super::FIGURE) {
        jobs.push(once(ask, |ask, found| found.figure = Some(Rc::new(opened(ask)))));
    }
    if open(super::WHY) {
        jobs.push(attribution(ask));
    }
    if open(super::SEEK) {
        jobs.push(savings(ask));
        jobs.push(once(ask, |ask, found| found.starts = starts(ask).map(Rc::new)));
    }
    if open(super::TORNADO) {
        jobs.push(once(ask, |ask, found| found.tornado = Some(Rc::new(tornado(&ask.question(), ask.year)))));
    }
    if open(super::STRESS) || open(super::FUTURES) || open(super::CAPACITY) {
        jobs.push(once(ask, |ask, found| found.now = Some(Rc::new(ask.question().project(&ask.scenario)))));
    }
    if open(super::STRESS) {
        jobs.push(once(ask, |ask, found| found.shocked = Some(Rc::new(shocked(ask)))));
    }
    if open(super::CAPACITY) {
        jobs.push(once(ask, |ask, found| {
            found.indices = found.now.as_ref().map(|now| Rc::new(indices(ask, now)));
        }));
        jobs.push(once(ask, |ask, found| found.needs = Some(Rc::new(needs(&ask.question(), ask.year)))));
    }
    if open(super::FUTURES)
        && let Some(seed) = ask.asked.seed
    {
        jobs.push(futures(ask, seed));
    }
    jobs
}

/// Another municipality's answers are not this one's.
fn begun(ask: &Rc<Ask>) -> Job {
    let ask = Rc::clone(ask);
    Box::new(move |found| {
        let other = found
            .ask
            .as_ref()
            .is_some_and(|known| known.municipality.identity.id != ask.municipality.identity.id);
        if other {
            *found = Answers::default();
        }
        found.ask = Some(Rc::clone(&ask));
        true
    })
}

fn once(ask: &Rc<Ask>, answer: fn(&Ask, &mut Answers)) -> Job {
    let ask = Rc::clone(ask);
    Box::new(move |found| {
        answer(&ask, found);
        true
    })
}

fn spans(ask: &Rc<Ask>) -> Job {
    let (ask, target) = (Rc::clone(ask), ask.target());
    let mut left: Vec<(InputId, Decimal)> = InputId::MAIN
        .into_iter()
        .flat_map(|input| positions(input).map(move |value| (input, value)))
        .collect();
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

fn attribution(ask: &Rc<Ask>) -> Job {
    let ask = Rc::clone(ask);
    let mut work = Work::new(&Cause::moved(&ask.scenario));
    Box::new(move |found| {
        let done = work.step(&ask.question());
        let is_done = done.is_some();
        if is_done {
            found.attribution = done.map(Rc::new);
        }
        is_done
    })
}

fn savings(ask: &Rc<Ask>) -> Job {
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

fn futures(ask: &Rc<Ask>, seed: u64) -> Job {
    let ask = Rc::clone(ask);
    let mut futures = Futures::new(seed, Futures::USUAL_COUNT);
    Box::new(move |found| {
        futures.advance(&ask.question(), 4);
        if futures.is_done() {
            found.futures = Some(Rc::new(futures.clone()));
        }
        futures.is_done()
    })
}
