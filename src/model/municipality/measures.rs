//! The restructuring programme, the measures, and the ready-made scenarios.

use super::provenance::{Provenance, SeriesFigure};
use crate::model::scenario::Scenario;
use crate::model::units::{Kroner, Percent, Year, YearSeries};
use serde::{Deserialize, Serialize};

/// Omstilling: the plan's own restructuring requirement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RestructuringProgramme {
    /// What it saves each year, as it is in the projection.
    #[serde(rename = "innsparing")]
    pub savings: SeriesFigure<Kroner>,
    /// How the adopted programme is shared between the committees.
    #[serde(rename = "vedtatt_fordeling", default)]
    pub adopted_shares: Vec<CommitteeShare>,
}

/// What one committee must save.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct CommitteeShare {
    /// The id of a committee.
    #[serde(rename = "utvalg")]
    pub committee: String,
    /// What it must save each year.
    #[serde(rename = "innsparing")]
    pub savings: YearSeries<Kroner>,
    /// Where it is printed.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// The names of committees and categories.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MeasureGroups {
    /// Utvalg.
    #[serde(rename = "utvalg")]
    pub committees: Vec<NamedGroup>,
    /// Kategorier.
    #[serde(rename = "kategorier", default)]
    pub categories: Vec<NamedGroup>,
}

/// An id and its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NamedGroup {
    /// What measures call it.
    pub id: String,
    /// Its name.
    #[serde(rename = "navn")]
    pub name: String,
}

/// How a measure continues after its last printed year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Duration {
    /// Varig: the last level continues.
    #[serde(rename = "varig")]
    Lasting,
    /// Tidsavgrenset: nothing more.
    #[serde(rename = "tidsavgrenset")]
    Temporary,
    /// Annethvert år: the last two years are repeated.
    #[serde(rename = "annethvert_år")]
    Biennial,
}

/// Sikkerhet: how sure the amount of a measure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Certainty {
    /// Grønn: sure.
    #[serde(rename = "grønn")]
    Green,
    /// Gul: probable.
    #[serde(rename = "gul")]
    Yellow,
    /// Rød: doubtful.
    #[serde(rename = "rød")]
    Red,
}

/// Tiltak: one line of the frame tables, or one measure of a programme.
#[doc(alias = "omstillingstiltak")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Measure {
    /// What links and scenario files call it.
    pub id: String,
    /// Its name as printed.
    #[serde(rename = "navn")]
    pub name: String,
    /// The id of its committee.
    #[serde(rename = "utvalg")]
    pub committee: String,
    /// The id of its category.
    #[serde(rename = "kategori")]
    pub category: String,
    /// Change in the net frame each year: negative is a saving. Nothing when no amount is printed; then
    /// the measure is listed but cannot be switched on.
    #[serde(rename = "beløp", default, skip_serializing_if = "Option::is_none")]
    pub amounts: Option<YearSeries<Kroner>>,
    /// Whether it restructures or cuts services.
    #[serde(rename = "omstilling", default, skip_serializing_if = "std::ops::Not::not")]
    pub restructures: bool,
    /// How it continues after the last printed year.
    #[serde(rename = "varighet")]
    pub duration: Duration,
    /// Whether the projection already holds it.
    #[serde(rename = "i_planen")]
    pub in_plan: bool,
    /// Gruppe: its heading in the document.
    #[serde(rename = "gruppe", default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Sikkerhet: how sure the amount is.
    #[serde(rename = "sikkerhet", default, skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
    /// Status as printed, such as *Ferdig* or *I arbeid*.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// Lovpålagt: which duty by law the measure touches.
    #[serde(rename = "lovpålagt", default, skip_serializing_if = "Option::is_none")]
    pub statutory: Option<String>,
    /// Overlapper: ids of measures that count the same kroner, so that only one may be chosen.
    #[serde(rename = "overlapper", default, skip_serializing_if = "Vec::is_empty")]
    pub overlaps: Vec<String>,
    /// Ansvarlig: who carries it out.
    #[serde(rename = "ansvarlig", default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Why it cannot be switched, when it cannot.
    #[serde(rename = "låst", default, skip_serializing_if = "Option::is_none")]
    pub locked: Option<String>,
    /// Where it is printed.
    #[serde(flatten)]
    pub provenance: Provenance,
}

impl Measure {
    /// Endring i netto ramme: what the measure does to costs in a year when wholly realised.
    ///
    /// Negative is a saving, as printed. After the last printed year a lasting measure stands at its
    /// last level, a biennial one repeats its last two years, a temporary one is over. A measure whose
    /// amount is not printed does nothing.
    #[must_use]
    pub fn amount_in(&self, year: Year) -> Kroner {
        let Some(amounts) = &self.amounts else { return Kroner::ZERO };
        match self.duration {
            Duration::Lasting => amounts.at_or_last(year),
            Duration::Temporary => amounts.at(year),
            Duration::Biennial => {
                let last = amounts.first_year().plus(i32::try_from(amounts.len()).unwrap_or(0) - 1);
                let beyond = year.since(last).max(0);
                amounts.at(year.plus(-(beyond + beyond % 2)))
            }
        }
    }

    /// How much of the measure the projection already holds: all of it or nothing.
    #[must_use]
    pub fn realisation_in_plan(&self) -> Percent {
        if self.in_plan { Percent::HUNDRED } else { Percent::ZERO }
    }

    /// True when it saves in at least one printed year.
    #[must_use]
    pub fn saves(&self) -> bool {
        let amounts = self.amounts.as_ref().map_or(&[][..], |amounts| amounts.values());
        amounts.iter().any(|amount| amount.is_negative())
    }

    /// Why it cannot be switched on or off, when it cannot.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.locked.is_none() && self.amounts.is_some()
    }
}

/// A scenario that comes with the municipality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ReadyMadeScenario {
    /// What links and the command line call it.
    pub id: String,
    /// Its name.
    #[serde(rename = "navn")]
    pub name: String,
    /// What it is.
    #[serde(rename = "beskrivelse")]
    pub description: String,
    /// What the document does not say, and the scenario therefore had to assume.
    #[serde(rename = "ikke_trykt")]
    pub not_printed: Vec<String>,
    /// What it changes.
    #[serde(rename = "endringer")]
    pub changes: Scenario,
    /// Where it is printed.
    #[serde(flatten)]
    pub provenance: Provenance,
}
