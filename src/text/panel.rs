//! Paneler: what the reader can open under the charts, as the texts name it.

use crate::model::packed::packed_variants;
use strum::VariantArray;

/// Panel: what the reader has opened under the charts. One at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum Panel {
    /// Prosjekter.
    Projects,
    /// Tiltak.
    Measures,
    /// År for år: rates, inhabitants and prices.
    Years,
    /// Hvorfor endrer kurvene seg?
    Why,
    /// Alle tallene.
    Numbers,
    /// Slik er tallet regnet.
    Figure,
    /// Hva skal til?
    Seek,
    /// Hva betyr mest?
    Tornado,
    /// Hva om det går galt?
    Stress,
    /// Hvor usikkert er det?
    Futures,
    /// Økonomisk handlingsrom og omstillingsbehov.
    Capacity,
    /// Om tallene.
    About,
    /// Utskrift.
    Paper,
}

packed_variants! {
    Panel { Projects, Measures, Years, Why, Numbers, Figure, Seek, Tornado, Stress, Futures, Capacity, About, Paper }
}

/// Dør: a button that opens a panel, or one of several panels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum Door {
    /// Prosjekter.
    Projects,
    /// Tiltak.
    Measures,
    /// År for år.
    Years,
    /// Hvorfor?
    Why,
    /// Alle tallene.
    Numbers,
    /// Spør.
    Ask,
    /// Om tallene.
    About,
    /// Utskrift.
    Paper,
}

impl Panel {
    /// Spørsmålene: the panels behind *Spør*.
    pub const QUESTIONS: [Self; 5] = [Self::Seek, Self::Tornado, Self::Stress, Self::Futures, Self::Capacity];

    /// The door that the panel is behind.
    #[must_use]
    pub fn door(self) -> Door {
        match self {
            Self::Projects => Door::Projects,
            Self::Measures => Door::Measures,
            Self::Years => Door::Years,
            Self::Why => Door::Why,
            Self::Numbers | Self::Figure => Door::Numbers,
            Self::Seek | Self::Tornado | Self::Stress | Self::Futures | Self::Capacity => Door::Ask,
            Self::About => Door::About,
            Self::Paper => Door::Paper,
        }
    }
}

impl Door {
    /// The panel that the door opens.
    #[must_use]
    pub fn panel(self) -> Panel {
        match self {
            Self::Projects => Panel::Projects,
            Self::Measures => Panel::Measures,
            Self::Years => Panel::Years,
            Self::Why => Panel::Why,
            Self::Numbers => Panel::Numbers,
            Self::Ask => Panel::Seek,
            Self::About => Panel::About,
            Self::Paper => Panel::Paper,
        }
    }
}
