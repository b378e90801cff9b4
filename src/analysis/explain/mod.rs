//! Åpne tallet: from any figure of a year to its formula with the actual figures in it.
//!
//! [`explain`] gives one figure; each of its terms is a [`Place`] that [`Explainer::explain`] opens in turn,
//! down to a line in a document, the file's own estimate, or a lever. What a [`YearResult`] holds is read
//! from it and never worked out again; the terms must give it back with `==`, which
//! `tests/explanations.rs` holds over random scenarios.
//!
//! In one place the model goes in a ring: the result decides the transfer and the fund, they decide the
//! year's loans, and the interest on these is part of the result. There the chain ends in
//! [`Origin::Settled`], which says at which figure of the same year the amount is explained.

mod costs;
mod disposition;
mod finance;
mod financing;
mod income;
mod investments;
mod reading;

use super::Question;
use crate::model::debt;
use crate::model::figure::{Explanation, Figure, FigureValue, Form, Origin, Place, Role, Side, Term};
use crate::model::input::InputId;
use crate::model::investment::{self, InvestmentYear};
use crate::model::measure;
use crate::model::municipality::{Municipality, Provenance, Quality, SeriesFigure, printed_until};
use crate::model::population;
use crate::model::projection::{Projection, YearResult, project};
use crate::model::revenue::{self, RevenueRule};
use crate::model::scenario::{Prices, Scenario};
use crate::model::services;
use crate::model::units::{Kroner, Percent, Persons, Ratio, Year, YearSeries};
use reading::Reading;
use std::borrow::Cow;

/// Forklarer ett tall: its value, its terms and where it comes from; `None` where the municipality has no
/// such figure that year.
///
/// `projection` is `question.project(question.scenario)`. To open the terms, keep an [`Explainer`].
///
/// ```
/// use handlingsrom::analysis::{Question, explain::explain};
/// use handlingsrom::exchange::municipality_file;
/// use handlingsrom::model::{figure::Figure, projection::project, scenario::Scenario, units::Year};
/// let lier = municipality_file::built_in("lier").expect("Lier comes with the program");
/// let scenario = Scenario::plan();
/// let plan = project(lier, &scenario);
/// let question = Question { municipality: lier, plan: &plan, scenario: &scenario };
/// let result = explain(question, &plan, Figure::NetOperatingResult, Year(2028)).expect("every year has one");
/// assert_eq!(result.form.value_of(&result.terms), Some(result.value));
/// assert_eq!(result.terms[0].place.figure, Figure::GrossOperatingResult);
/// ```
#[doc(alias = "åpne tallet")]
#[must_use]
pub fn explain<'a>(
    question: Question<'a>,
    projection: &'a Projection,
    figure: Figure,
    year: Year,
) -> Option<Explanation<'a>> {
    Explainer::new(question, projection).explain(Place { side: Side::Own, figure, year })
}

/// Opens one figure after the other of a projection. What follows from the scenario is worked out once.
#[derive(Debug)]
pub struct Explainer<'a> {
    municipality: &'a Municipality,
    own: Book<'a>,
    plan: Option<Book<'a>>,
    print: Option<Book<'a>>,
}

/// One projection, with the parts of it that its years do not hold.
#[derive(Debug)]
struct Book<'a> {
    scenario: Cow<'a, Scenario>,
    projection: Cow<'a, Projection>,
    groups: Vec<YearSeries<Persons>>,
    revenue: YearSeries<RevenueRule>,
    costs: YearSeries<Kroner>,
    measures: YearSeries<Kroner>,
    effects: YearSeries<Kroner>,
    investments: YearSeries<InvestmentYear>,
}

impl<'a> Book<'a> {
    fn new(
        municipality: &Municipality,
        scenario: Cow<'a, Scenario>,
        projection: Cow<'a, Projection>,
    ) -> Self {
        let inhabitants = population::inhabitants(municipality, &scenario);
        let revenue = revenue::by_rule(municipality, &scenario, inhabitants.as_ref());
        let groups = municipality.age_groups().iter();
        Self {
            groups: groups
                .map(|group| population::age_group_inhabitants(municipality, &scenario, group))
                .collect(),
            costs: services::operating_costs(municipality, &scenario, &revenue),
            measures: measure::change_in_costs(municipality, &scenario),
            effects: investment::change_in_operating_effects(municipality, &scenario),
            investments: investment::investments(municipality, &scenario),
            revenue,
            scenario,
            projection,
        }
    }
}

impl<'a> Explainer<'a> {
    /// Makes ready to open the figures of a projection: `question.project(question.scenario)`.
    #[must_use]
    pub fn new(question: Question<'a>, projection: &'a Projection) -> Self {
        let Question { municipality, plan, scenario } = question;
        let beside = scenario.plan_on_same_basis();
        let mut printed = beside.clone();
        printed.basis.prices = Prices::AsPlanned;
        let print = (printed != beside).then(|| {
            let projection = project(municipality, &printed);
            Book::new(municipality, Cow::Owned(printed), Cow::Owned(projection))
        });
        let plan =
            (!scenario.is_plan()).then(|| Book::new(municipality, Cow::Owned(beside), Cow::Borrowed(plan)));
        let own = Book::new(municipality, Cow::Borrowed(scenario), Cow::Borrowed(projection));
        Self { municipality, own, plan, print }
    }

    /// Opens a figure; `None` where there is no such figure that year.
    #[must_use]
    pub fn explain(&self, place: Place) -> Option<Explanation<'a>> {
        let view = self.view(place);
        let reading = view.read(place.figure);
        if reading == Reading::Absent {
            return None;
        }
        let opened = view.open(place.figure).map(|opened| self.passed_through(opened));
        let Reading::Is(value) = reading else {
            return opened.map(|opened| Explanation { place: self.proper(place), ..opened });
        };
        let nothing = value.is_nothing().then(|| view.given(value, Origin::Definition));
        Some(Explanation { place: self.proper(place), value, ..opened.or(nothing)? })
    }

    /// A figure that is only another one of the same year by a wider name is explained as that one.
    fn passed_through(&self, opened: Explanation<'a>) -> Explanation<'a> {
        let is_rule = opened.origin == Origin::Rule && matches!(opened.form, Form::Sum | Form::Same);
        let ([term], true) = (opened.terms.as_slice(), is_rule) else { return opened };
        let here = Place { figure: term.place.figure, ..opened.place };
        let is_here = term.role == Role::Plus && self.proper(here) == term.place;
        let narrower = is_here.then(|| self.explain(term.place)).flatten();
        narrower.unwrap_or(opened)
    }

    /// The value of a figure; `None` where there is no such figure that year.
    #[must_use]
    pub fn value(&self, place: Place) -> Option<FigureValue> {
        match self.view(place).read(place.figure) {
            Reading::Is(value) => Some(value),
            Reading::Absent => None,
            Reading::Worked => self.explain(place).map(|explanation| explanation.value),
        }
    }

    /// The same place by one name, where two projections are one.
    fn proper(&self, place: Place) -> Place {
        let mut side = place.side;
        if side == Side::Print && self.print.is_none() {
            side = Side::Plan;
        }
        if side == Side::Plan && self.plan.is_none() {
            side = Side::Own;
        }
        Place { side, ..place }
    }

    fn view(&self, place: Place) -> View<'_, 'a> {
        let side = self.proper(place).side;
        let beside = match side {
            Side::Own => None,
            Side::Plan => self.plan.as_ref(),
            Side::Print => self.print.as_ref(),
        };
        View { all: self, book: beside.unwrap_or(&self.own), side, year: place.year }
    }
}

/// One year of one projection, while a figure of it is opened.
#[derive(Clone, Copy)]
struct View<'v, 'a> {
    all: &'v Explainer<'a>,
    book: &'v Book<'a>,
    side: Side,
    year: Year,
}

/// A term of the same projection: what it does, which figure, and how many years away.
type Part = (Role, Figure, i32);

const fn plus(figure: Figure) -> Part {
    (Role::Plus, figure, 0)
}

const fn minus(figure: Figure) -> Part {
    (Role::Minus, figure, 0)
}

const fn times(figure: Figure) -> Part {
    (Role::Times, figure, 0)
}

/// A balance at the end of the year before.
const fn opening(figure: Figure) -> Part {
    (Role::Plus, figure, -1)
}

impl<'v, 'a> View<'v, 'a> {
    fn open(self, figure: Figure) -> Option<Explanation<'a>> {
        disposition::open(self, figure)
            .or_else(|| income::open(self, figure))
            .or_else(|| costs::open(self, figure))
            .or_else(|| finance::open(self, figure))
            .or_else(|| financing::open(self, figure))
            .or_else(|| investments::open(self, figure))
    }

    fn municipality(self) -> &'a Municipality {
        self.all.municipality
    }

    fn scenario(self) -> &'v Scenario {
        &self.book.scenario
    }

    fn result(self) -> Option<&'v YearResult> {
        self.book.projection.years.get(self.year)
    }

    fn first_year(self) -> Year {
        self.municipality().plan.first_year
    }

    /// The plan in fixed prices, where print and rule meet.
    fn is_print(self) -> bool {
        self.book.scenario.is_plan() && self.book.scenario.basis.prices == Prices::AsPlanned
    }

    /// The last year of the printed account, or the first year where none is printed.
    fn last_printed(self) -> Year {
        self.municipality().account.as_ref().map_or(self.first_year(), printed_until)
    }

    fn lever(self, input: InputId) -> Percent {
        Percent::new(self.scenario().get(input))
    }

    fn at(self, figure: Figure, year: Year) -> Place {
        Place { side: self.side, figure, year }
    }

    fn value(self, figure: Figure) -> Option<FigureValue> {
        self.all.value(self.at(figure, self.year))
    }

    fn kroner(self, figure: Figure) -> Kroner {
        self.value(figure).and_then(FigureValue::kroner).unwrap_or_default()
    }

    fn term(self, role: Role, place: Place) -> Option<Term> {
        let place = self.all.proper(place);
        Some(Term { role, place, value: self.all.value(place)? })
    }

    /// The terms that exist.
    fn terms(self, parts: &[Part]) -> Vec<Term> {
        let term = |&(role, figure, years): &Part| self.term(role, self.at(figure, self.year.plus(years)));
        parts.iter().filter_map(term).collect()
    }

    fn given(self, value: FigureValue, origin: Origin<'a>) -> Explanation<'a> {
        // The figure's own name is set where it is asked for.
        let place = self.at(Figure::PriceIndex, self.year);
        Explanation { place, value, form: Form::Given, terms: Vec::new(), origin }
    }

    fn made(self, form: Form, terms: Vec<Term>) -> Option<Explanation<'a>> {
        let value = form.value_of(&terms)?;
        Some(Explanation { form, terms, ..self.given(value, Origin::Rule) })
    }

    /// A formula whose terms must all be there, in their order.
    fn formula(self, form: Form, parts: &[Part]) -> Option<Explanation<'a>> {
        self.made(form, self.terms(parts))
    }

    /// The sum of those that are there; terms of nothing are left out, unless there is nothing else.
    fn sum(self, parts: &[Part]) -> Option<Explanation<'a>> {
        self.sum_of(self.terms(parts))
    }

    fn sum_of(self, mut terms: Vec<Term>) -> Option<Explanation<'a>> {
        if terms.iter().any(|term| !term.value.is_nothing()) {
            terms.retain(|term| !term.value.is_nothing());
        }
        self.made(Form::Sum, terms)
    }

    /// A sum that never goes below nought; said only where it would.
    fn floor(self, parts: &[Part]) -> Option<Explanation<'a>> {
        let sum = self.sum(parts)?;
        let floored = Form::SumNotBelowZero.value_of(&sum.terms)?;
        let form = if floored == sum.value { Form::Sum } else { Form::SumNotBelowZero };
        Some(Explanation { form, value: floored, ..sum })
    }

    fn same(self, place: Place, origin: Origin<'a>) -> Option<Explanation<'a>> {
        let made = self.made(Form::Same, self.term(Role::Plus, place).into_iter().collect())?;
        Some(Explanation { origin, ..made })
    }

    /// A figure in the year's prices: its figure in fixed prices, times the price index where there is one.
    fn priced(self, fixed: Figure) -> Option<Explanation<'a>> {
        match self.result() {
            Some(result) if result.price_index != Ratio::ONE => {
                self.formula(Form::Priced, &[plus(fixed), times(Figure::PriceIndex)])
            }
            _ => self.all.explain(self.at(fixed, self.year)),
        }
    }

    /// A figure of the file.
    fn figure(self, value: FigureValue, provenance: &'a Provenance) -> Explanation<'a> {
        let origin = match provenance.quality {
            Quality::Printed => Origin::Printed(provenance),
            Quality::Estimated => Origin::Estimated(provenance),
        };
        self.given(value, origin)
    }

    /// A series of the file; after its last year the last level stands.
    fn standing<T: Copy + serde::Serialize>(
        self,
        figure: Figure,
        series: Option<&'a SeriesFigure<T>>,
        value: fn(T) -> FigureValue,
    ) -> Option<Explanation<'a>> {
        let series = series?;
        if let Some(given) = series.values.get(self.year) {
            return Some(self.figure(value(*given), &series.provenance));
        }
        let years = i32::try_from(series.values.len()).ok()?;
        let last = series.values.first_year().plus(years.saturating_sub(1));
        // Before its first year a series says nothing.
        (self.year > last).then(|| self.same(self.at(figure, last), Origin::Carried))?
    }

    /// A series of the file that ends where print ends.
    fn printed(self, series: Option<&'a SeriesFigure<Kroner>>) -> Option<Explanation<'a>> {
        let series = series?;
        let given = series.values.get(self.year)?;
        Some(self.figure(FigureValue::Kroner(*given), &series.provenance))
    }

    /// What print differs from the rule by: in a printed year the difference, later the last one.
    fn calibrated(self, figure: Figure, print: Figure, rule: Figure) -> Option<Explanation<'a>> {
        self.municipality().account.as_ref()?;
        let on_print = |figure, year| Place { side: Side::Print, figure, year };
        if self.year > self.last_printed() {
            return self.same(on_print(figure, self.last_printed()), Origin::Carried);
        }
        let terms = [(Role::Plus, print), (Role::Minus, rule)];
        let term = |(role, figure)| self.term(role, on_print(figure, self.year));
        self.sum_of(terms.into_iter().filter_map(term).collect())
    }
}

/// The place of an item in a list, as [`Figure`] holds it.
fn numbered<T>(list: &[T]) -> impl Iterator<Item = (u16, &T)> {
    (0..u16::MAX).zip(list)
}
