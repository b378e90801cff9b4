//! I hverdagstall: an amount as årsverk, per inhabitant, and as a share of a sector's frame.

use crate::model::municipality::Municipality;
use crate::model::projection::YearResult;
use crate::model::units::{Kroner, Percent};
use rust_decimal::Decimal;

/// Årsverk: what a man-year costs a municipality with social costs (KS-Konsulent's masterplan for Øvre
/// Eiker, 2025).
pub const MAN_YEAR: Kroner = Kroner::new(780_000);

/// Hva et beløp vises som.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scale {
    /// Millioner kroner.
    #[default]
    Million,
    /// Årsverk.
    ManYears,
    /// Kroner per innbygger.
    PerInhabitant,
    /// Prosent av rammen til den største sektoren.
    OfSector,
}

impl Scale {
    /// Every scale, the usual one first.
    pub const ALL: [Self; 4] = [Self::Million, Self::ManYears, Self::PerInhabitant, Self::OfSector];

    /// An amount of a year in this scale; `None` where the municipality lacks the figures.
    #[must_use]
    pub fn of(self, municipality: &Municipality, year: &YearResult, amount: Kroner) -> Option<Decimal> {
        let in_units = || everyday(municipality, year, amount);
        match self {
            Self::Million => Some(amount.millions()),
            Self::ManYears => Some(in_units().man_years),
            // Not rounded: the difference of two may be shown next to it.
            Self::PerInhabitant => year.inhabitants.and_then(|people| amount.divided_among(people)),
            Self::OfSector => in_units().of_sector.map(|(_, share)| share.value()),
        }
    }

    /// How many decimals a person reads.
    #[must_use]
    pub fn decimals(self) -> u32 {
        match self {
            Self::Million | Self::OfSector => 1,
            Self::ManYears | Self::PerInhabitant => 0,
        }
    }
}

/// An amount in everyday units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Everyday {
    /// Årsverk, `amount / 780 000`.
    pub man_years: Decimal,
    /// Kroner per innbygger; `None` where the number of inhabitants is not known.
    pub per_inhabitant: Option<Kroner>,
    /// The largest sector's net frame, and the amount as a share of it; `None` where no frame is printed.
    pub of_sector: Option<(String, Percent)>,
}

/// I hverdagstall: a yearly amount in everyday units.
///
/// ```
/// # use handlingsrom::analysis::scale::everyday;
/// # use handlingsrom::exchange::municipality_file;
/// # use handlingsrom::model::{projection::project, scenario::Scenario, units::{Kroner, Year}};
/// # use rust_decimal::dec;
/// let lier = municipality_file::built_in("lier").expect("Lier comes with the program");
/// let plan = project(lier, &Scenario::plan());
/// let year = plan.years.get(Year(2025)).expect("the first plan year");
/// let amounts = everyday(lier, year, Kroner::new(7_800_000));
/// assert_eq!(amounts.man_years, dec!(10));
/// assert_eq!(amounts.per_inhabitant, Some(Kroner::new(273)));
/// ```
#[doc(alias = "årsverk")]
#[must_use]
pub fn everyday(municipality: &Municipality, year: &YearResult, amount: Kroner) -> Everyday {
    let frames = municipality.frames.iter();
    let largest = frames
        .map(|frame| (&frame.name, frame.amounts.values.at_or_last(year.year)))
        .reduce(|largest, next| if next.1 > largest.1 { next } else { largest });
    Everyday {
        man_years: amount.in_units_of(MAN_YEAR).unwrap_or_default(),
        per_inhabitant: year.inhabitants.and_then(|people| amount.per(people)),
        of_sector: largest.and_then(|(name, frame)| Some((name.clone(), amount.as_percent_of(frame)?))),
    }
}
