//! Saken: a municipality in a scenario, and how the model reads what is given.

use super::arithmetic::{Arithmetic, Number, Plain, Source, Tag};
use super::lever::Lever;
use super::municipality::{Figure, Municipality, SeriesFigure};
use super::quantity::Quantity;
use super::scenario::Scenario;
use super::units::{Kroner, Percent, Year};

/// En kommune i et scenario: what every formula is given.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a, A> {
    /// What it is computed with.
    pub arithmetic: A,
    /// The municipality.
    pub municipality: &'a Municipality,
    /// What differs from its plan.
    pub scenario: &'a Scenario,
}

impl<'a> Case<'a, Plain> {
    /// In plain numbers.
    #[must_use]
    pub const fn plain(municipality: &'a Municipality, scenario: &'a Scenario) -> Self {
        Self { arithmetic: Plain, municipality, scenario }
    }
}

impl<'a, A: Arithmetic> Case<'a, A> {
    /// The same municipality in another scenario.
    pub(super) fn with<'b>(self, scenario: &'b Scenario) -> Case<'b, A>
    where
        'a: 'b,
    {
        Case { arithmetic: self.arithmetic, municipality: self.municipality, scenario }
    }

    /// A number that no formula makes.
    pub(super) fn given<T: Number<A>>(
        self,
        quantity: Quantity,
        year: Year,
        value: T::Plain,
        source: Source<'_>,
    ) -> T {
        T::given(self.arithmetic, value, Tag { quantity, year, source })
    }

    /// Zero, by the name of a quantity.
    pub(super) fn zero<T: Number<A>>(self, quantity: Quantity, year: Year) -> T {
        self.given(quantity, year, T::Plain::default(), Source::Definition)
    }

    /// A figure of the file.
    pub(super) fn figure<T: Number<A>>(self, quantity: Quantity, year: Year, figure: &Figure<T::Plain>) -> T {
        self.given(quantity, year, figure.value, Source::File(&figure.provenance))
    }

    /// A figure that a file may lack; zero when it does.
    pub(super) fn figure_or_zero<T: Number<A>>(
        self,
        quantity: Quantity,
        year: Year,
        figure: Option<&Figure<T::Plain>>,
    ) -> T {
        match figure {
            Some(figure) => self.figure(quantity, year, figure),
            None => self.zero(quantity, year),
        }
    }

    /// A year of a series of the file; zero outside its years.
    pub(super) fn at<T: Number<A>>(
        self,
        quantity: Quantity,
        year: Year,
        series: Option<&SeriesFigure<T::Plain>>,
    ) -> T
    where
        T::Plain: serde::Serialize,
    {
        match series {
            Some(series) => {
                self.given(quantity, year, series.values.at(year), Source::File(&series.provenance))
            }
            None => self.zero(quantity, year),
        }
    }

    /// A year of a series of the file; after its last year the last level stands.
    pub(super) fn at_or_last<T: Number<A>>(
        self,
        quantity: Quantity,
        year: Year,
        series: Option<&SeriesFigure<T::Plain>>,
    ) -> T
    where
        T::Plain: serde::Serialize,
    {
        let Some(series) = series else { return self.zero(quantity, year) };
        let source = Source::File(&series.provenance);
        let last = series.values.last_year();
        if A::KEEPS_UNMOVED && year > last {
            let value = series.values.at_or_last(last);
            return self.given::<T>(quantity, last, value, source).carried(quantity, year);
        }
        self.given(quantity, year, series.values.at_or_last(year), source)
    }

    /// Where a lever stands, percent or percentage points; the same every year.
    pub(super) fn lever_percent(self, lever: Lever) -> A::Percent {
        self.lever(lever, Percent::new(self.scenario.get(lever)))
    }

    /// Where a lever stands, an amount; the same every year.
    pub(super) fn lever_kroner(self, lever: Lever) -> A::Kroner {
        self.lever(lever, Kroner::from_millions(self.scenario.get(lever)))
    }

    /// Where a lever stands; the same every year.
    pub(super) fn lever<T: Number<A>>(self, lever: Lever, value: T::Plain) -> T {
        self.lever_in(self.municipality.plan.first_year, lever, value)
    }

    /// Where the lever of a year stands.
    pub(super) fn lever_in<T: Number<A>>(self, year: Year, lever: Lever, value: T::Plain) -> T {
        self.given(Quantity::Lever(lever), year, value, Source::Lever(lever))
    }

    /// Where the lever of one of the file's list stands; the same every year.
    pub(super) fn lever_of<T: Number<A>>(self, index: u16, lever: Lever, value: T::Plain) -> T {
        let year = self.municipality.plan.first_year;
        self.given(Quantity::LeverOf(lever, index), year, value, Source::Lever(lever))
    }
}
