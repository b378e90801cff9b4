//! A lever with its subject, and the values it may have.

use super::{Bounds, Form, Lever, LeverSpec, SubjectKind};
use crate::model::municipality::Municipality;
use crate::model::scenario::{OwnMeasure, OwnProject};
use crate::model::units::{Kroner, Percent, Year};
use rust_decimal::Decimal;
use std::fmt;
use std::sync::Arc;

/// One lever of a scenario: which, and what for.
///
/// ```
/// use handlingsrom::model::{lever::{Lever, LeverId}, units::Year};
/// assert_eq!(Lever::Sale.of(Year(2026)).to_string(), "salg.2026");
/// assert_eq!(LeverId::from(Lever::InterestRate).to_string(), "renter");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LeverId {
    /// The lever.
    pub lever: Lever,
    /// What it is moved for.
    pub subject: Subject,
}

/// What a lever is moved for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// Everything at once.
    None,
    /// A year.
    Year(Year),
    /// The id of an age group, a project, a measure or a frame.
    Id(Arc<str>),
    /// A place in a list of the user's own, from zero; beyond its end the next free one.
    Number(usize),
}

/// Where a lever stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Where the plan has it, whatever that is: nothing chosen, nothing added, nothing changed.
    AsPlanned,
    /// A number in the lever's unit.
    Number(Decimal),
    /// On or off.
    Switch(bool),
    /// The id of what is chosen.
    Choice(Arc<str>),
    /// A project of the user's own.
    OwnProject(Arc<OwnProject>),
    /// A measure of the user's own.
    OwnMeasure(Arc<OwnMeasure>),
}

impl Subject {
    /// The next free place in a list of the user's own.
    pub const NEXT: Self = Self::Number(usize::MAX);
}

impl LeverId {
    /// What the lever is and how far it goes.
    #[must_use]
    pub fn spec(&self) -> &'static LeverSpec {
        self.lever.spec()
    }

    /// Where the plan of a municipality has the lever. The realisation of a measure depends on whether the plan
    /// holds the measure; every other lever stands where its spec says.
    #[must_use]
    pub fn plan_value(&self, municipality: &Municipality) -> Value {
        match &self.subject {
            Subject::Id(id) if self.lever == Lever::MeasureRealisation => municipality
                .measure(id)
                .map_or(Value::AsPlanned, |measure| measure.realisation_in_plan().into()),
            _ => self.spec().plan_value().unwrap_or(Value::AsPlanned),
        }
    }

    /// How far the lever goes in a municipality. A project moves no further than [`Municipality::movable_years`];
    /// every other lever as far as its spec says.
    #[must_use]
    pub fn bounds(&self, municipality: &Municipality) -> Bounds {
        let bounds = self.spec().bounds();
        match &self.subject {
            Subject::Id(id) if self.lever == Lever::ProjectMoved => {
                municipality.project(id).map_or(bounds, |project| {
                    let years = municipality.movable_years(project);
                    Bounds { min: (*years.start()).into(), max: (*years.end()).into(), ..bounds }
                })
            }
            _ => bounds,
        }
    }

    /// Every lever that can be moved in a municipality, those with a subject too; of lists the first place.
    #[must_use]
    pub fn all(municipality: &Municipality) -> Vec<Self> {
        let of = |lever: Lever| {
            let subjects = lever.spec().subject.all(municipality);
            subjects.into_iter().map(move |subject| Self { lever, subject })
        };
        Lever::all().iter().copied().flat_map(of).collect()
    }
}

impl From<Lever> for LeverId {
    fn from(lever: Lever) -> Self {
        Self { lever, subject: Subject::None }
    }
}

impl fmt::Display for LeverId {
    /// As in links: `rente.2028`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = self.spec().link_key();
        match &self.subject {
            // What is added is not numbered in a link: the order says which it is.
            Subject::None | Subject::Number(_) => formatter.write_str(key),
            subject => write!(formatter, "{key}.{subject}"),
        }
    }
}

impl SubjectKind {
    /// Every subject of this kind that a municipality has, and that may be moved; of lists the first place.
    #[must_use]
    pub fn all(self, municipality: &Municipality) -> Vec<Subject> {
        match self {
            Self::None => vec![Subject::None],
            Self::Year => municipality.years().map(Subject::Year).collect(),
            Self::Number => vec![Subject::Number(0)],
            Self::AgeGroup | Self::Project | Self::Measure | Self::Frame => {
                let is_locked = |id: &str| {
                    self == Self::Measure
                        && municipality.measure(id).is_some_and(|measure| !measure.is_open())
                };
                let ids = self.ids(municipality).into_iter().filter(|id| !is_locked(id));
                ids.map(Subject::from).collect()
            }
        }
    }

    /// What the document of a municipality calls a subject of this kind; of a project its short name.
    #[must_use]
    pub fn name<'a>(self, municipality: &'a Municipality, id: &str) -> Option<&'a str> {
        let name = match self {
            Self::None | Self::Year | Self::Number => return None,
            Self::AgeGroup => &municipality.age_groups().iter().find(|group| group.id == id)?.name,
            Self::Project => &municipality.project(id)?.short_name,
            Self::Measure => &municipality.measure(id)?.name,
            Self::Frame => &municipality.frames.iter().find(|frame| frame.id == id)?.name,
        };
        Some(name)
    }

    /// The ids of a municipality's subjects of this kind; none when they have no ids.
    #[must_use]
    pub fn ids(self, municipality: &Municipality) -> Vec<&str> {
        match self {
            Self::None | Self::Year | Self::Number => Vec::new(),
            Self::AgeGroup => municipality.age_groups().iter().map(|group| group.id.as_str()).collect(),
            Self::Project => {
                municipality.investments.projects.iter().map(|project| project.id.as_str()).collect()
            }
            Self::Measure => municipality.measures.iter().map(|measure| measure.id.as_str()).collect(),
            Self::Frame => municipality.frames.iter().map(|frame| frame.id.as_str()).collect(),
        }
    }
}

impl LeverSpec {
    /// True when a value has the form of this lever.
    #[must_use]
    pub fn takes(&self, value: &Value) -> bool {
        match value {
            Value::AsPlanned => true,
            Value::Number(_) => {
                matches!(self.form, Form::Number | Form::Percent | Form::Years | Form::Amount)
            }
            Value::Switch(_) => self.form == Form::Switch,
            Value::Choice(_) => self.form == Form::Choice,
            Value::OwnProject(_) => self.form == Form::OwnProject,
            Value::OwnMeasure(_) => self.form == Form::OwnMeasure,
        }
    }

    /// Where the plan of every municipality has the lever; nothing when that depends on the subject.
    #[must_use]
    pub fn plan_value(&self) -> Option<Value> {
        let plan = match self.form {
            Form::Number | Form::Percent | Form::Years | Form::Amount => Value::Number(self.plan),
            Form::Switch => Value::Switch(!self.plan.is_zero()),
            Form::Choice | Form::OwnProject | Form::OwnMeasure => Value::AsPlanned,
        };
        (!self.plan_by_subject).then_some(plan)
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => Ok(()),
            Self::Year(year) => year.fmt(formatter),
            Self::Id(id) => formatter.write_str(id),
            Self::Number(number) => number.fmt(formatter),
        }
    }
}

impl From<Year> for Subject {
    fn from(year: Year) -> Self {
        Self::Year(year)
    }
}

impl From<&str> for Subject {
    fn from(id: &str) -> Self {
        Self::Id(id.into())
    }
}

impl From<&String> for Subject {
    fn from(id: &String) -> Self {
        id.as_str().into()
    }
}

impl From<usize> for Subject {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

impl Value {
    /// The number, when it is one.
    #[must_use]
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }
}

impl From<Decimal> for Value {
    fn from(number: Decimal) -> Self {
        Self::Number(number)
    }
}

impl From<Percent> for Value {
    fn from(percent: Percent) -> Self {
        Self::Number(percent.value())
    }
}

impl From<Kroner> for Value {
    fn from(amount: Kroner) -> Self {
        Self::Number(amount.millions())
    }
}

impl From<i32> for Value {
    fn from(years: i32) -> Self {
        Self::Number(years.into())
    }
}

impl From<u32> for Value {
    fn from(years: u32) -> Self {
        Self::Number(years.into())
    }
}

impl From<bool> for Value {
    fn from(on: bool) -> Self {
        Self::Switch(on)
    }
}

impl From<&str> for Value {
    fn from(id: &str) -> Self {
        Self::Choice(id.into())
    }
}

impl From<OwnProject> for Value {
    fn from(own: OwnProject) -> Self {
        Self::OwnProject(Arc::new(own))
    }
}

impl From<OwnMeasure> for Value {
    fn from(own: OwnMeasure) -> Self {
        Self::OwnMeasure(Arc::new(own))
    }
}
