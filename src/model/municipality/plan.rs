//! Which municipality, which documents, and the plan that applies when nothing is moved.

use super::provenance::Provenance;
use crate::model::units::{Percent, Year};
use serde::{Deserialize, Serialize};

/// Which municipality a file is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// Short name without spaces or letters outside a–z, used in links and on the command line.
    pub id: String,
    /// The name people use.
    #[serde(rename = "navn")]
    pub name: String,
    /// The municipality's full name.
    #[serde(rename = "offisielt_navn")]
    pub official_name: String,
    /// Kommunenummer, four digits.
    #[serde(rename = "kommunenummer")]
    pub number: String,
}

/// A document that figures cite.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// What sources call it.
    pub id: String,
    /// Its title.
    #[serde(rename = "tittel")]
    pub title: String,
    /// Who published it.
    #[serde(rename = "utgiver")]
    pub publisher: String,
    /// Its date, year first.
    #[serde(rename = "dato")]
    pub date: String,
    /// A remark.
    #[serde(rename = "merknad", default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What applies when nothing is moved: a plan that is adopted or proposed, or an account carried on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum BaselineKind {
    /// Vedtatt plan: a printed plan for all the years.
    #[default]
    #[serde(rename = "vedtatt_plan")]
    AdoptedPlan,
    /// Kommunedirektørens forslag: a printed plan for all the years, which the council has not adopted as printed.
    #[serde(rename = "forslag")]
    Proposal,
    /// Videreføring: the last printed account or budget carried on by stated rules.
    #[serde(rename = "videreføring")]
    Continuation,
}

/// Planen: the published plan, or the carried-on account, that the projection gives when nothing is moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Its name.
    #[serde(rename = "navn")]
    pub name: String,
    /// Adopted plan, proposed plan or carried-on account; the page calls each by its true name.
    #[serde(rename = "type", default)]
    pub kind: BaselineKind,
    /// What its line is called in charts, such as *2023 videreført*; when absent, what the type says:
    /// *Vedtatt handlingsprogram*, *Kommunedirektørens forslag* or *Videreføring*.
    #[serde(rename = "linjenavn", default, skip_serializing_if = "Option::is_none")]
    pub line_name: Option<String>,
    /// The document it is printed in.
    #[serde(rename = "dokument")]
    pub document: String,
    /// When it was adopted.
    #[serde(rename = "vedtatt")]
    pub adopted: String,
    /// First plan year.
    #[serde(rename = "første_år")]
    pub first_year: Year,
    /// How many years are projected, 4 to 20.
    #[serde(rename = "antall_år")]
    pub year_count: usize,
    /// The last year of the printed budget; later years follow the plan's rules.
    #[serde(rename = "siste_trykte_driftsår")]
    pub last_printed_year: Year,
    /// Always `1000 kr`.
    #[serde(rename = "beløpsenhet")]
    pub unit: String,
    /// The prices the plan is made in.
    #[serde(rename = "prisnivå")]
    pub price_level: String,
    /// What a reader must know before using the figures.
    #[serde(rename = "forbehold")]
    pub reservations: Vec<String>,
}

/// What a fiscal rule measures, always in percent of brutto driftsinntekter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Indicator {
    /// Netto driftsresultat: what is left when running costs, interest and instalments are paid.
    #[serde(rename = "netto_driftsresultat")]
    NetOperatingResult,
    /// Disposisjonsfond: free savings at the end of the year.
    #[serde(rename = "disposisjonsfond")]
    DispositionFund,
    /// Gjeldsgrad: debt at the end of the year, by the municipality's own definition.
    #[serde(rename = "gjeldsgrad")]
    DebtRatio,
}

impl Indicator {
    /// All three, in the order of the page.
    pub const ALL: [Self; 3] = [Self::NetOperatingResult, Self::DispositionFund, Self::DebtRatio];
}

/// Which side of the limit is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Requirement {
    /// Minst: the limit or more.
    #[serde(rename = "minst")]
    AtLeast,
    /// Høyst: the limit or less.
    #[serde(rename = "høyst")]
    AtMost,
    /// Under: less than the limit.
    #[serde(rename = "under")]
    Below,
}

/// Gjeldsdefinisjon: which debt a municipality measures.
#[doc(alias = "gjeldsdefinisjon")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum DebtDefinition {
    /// Uten selvkost og videreutlån: only debt that the general budget carries.
    #[default]
    #[serde(rename = "uten_selvkost_og_videreutlån")]
    Ordinary,
    /// Uten videreutlån: with self-cost areas.
    #[serde(rename = "uten_videreutlån")]
    WithoutOnLending,
    /// Netto lånegjeld as in KOSTRA: all debt less outstanding lending and unused loans.
    #[serde(rename = "netto")]
    Net,
    /// Brutto lånegjeld: all of it.
    #[serde(rename = "brutto")]
    Gross,
}

/// Handlingsregel: a financial target the council has set (kommuneloven § 14-2 c).
///
/// With a second limit the rule has three levels: *ikke akseptabelt* beyond `limit`, *akseptabelt*
/// between the two, *ønsket* from `desired` on.
#[doc(alias = "handlingsregel")]
#[doc(alias = "finansielt måltall")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct FiscalRule {
    /// What the rule is called in links and tables.
    pub id: String,
    /// Its name.
    #[serde(rename = "navn")]
    pub name: String,
    /// What it measures.
    #[serde(rename = "indikator")]
    pub indicator: Indicator,
    /// Which side of the limit is right.
    #[serde(rename = "krav")]
    pub requirement: Requirement,
    /// The limit, percent of brutto driftsinntekter.
    #[serde(rename = "grense")]
    pub limit: Percent,
    /// Ønsket nivå: where the desired level begins, on the right side of the limit.
    #[serde(rename = "ønsket", default, skip_serializing_if = "Option::is_none")]
    pub desired: Option<Percent>,
    /// Which debt a debt rule measures.
    #[serde(rename = "gjeldsdefinisjon", default, skip_serializing_if = "is_ordinary")]
    pub debt_definition: DebtDefinition,
    /// Where it is printed.
    #[serde(flatten)]
    pub provenance: Provenance,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_ordinary(definition: &DebtDefinition) -> bool {
    *definition == DebtDefinition::Ordinary
}

/// Nøkkeltall: a printed ratio of an earlier year, for this municipality or one it compares itself with.
#[doc(alias = "nøkkeltall")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct KeyFigure {
    /// What is measured.
    #[serde(rename = "indikator")]
    pub indicator: Indicator,
    /// Whose: the municipality itself, another, or a KOSTRA group.
    #[serde(rename = "hvem")]
    pub entity: String,
    /// The year.
    #[serde(rename = "år")]
    pub year: Year,
    /// Percent of brutto driftsinntekter, as printed.
    #[serde(rename = "prosent")]
    pub percent: Percent,
    /// Where it is printed.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// A figure that the documents lack and a curve needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum NeededFigure {
    /// Brutto driftsinntekter, what every ratio is measured against.
    #[serde(rename = "brutto_driftsinntekter")]
    OperatingRevenue,
    /// Lånegjeld at the start of the first year.
    #[serde(rename = "lånegjeld")]
    Debt,
    /// Disposisjonsfond at the start of the first year.
    #[serde(rename = "disposisjonsfond")]
    DispositionFund,
    /// Inhabitants.
    #[serde(rename = "innbyggere")]
    Inhabitants,
}

impl NeededFigure {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::OperatingRevenue, Self::Debt, Self::DispositionFund, Self::Inhabitants];

    /// True when the municipality's file has the figure.
    #[must_use]
    pub fn is_given(self, municipality: &super::Municipality) -> bool {
        let opening = &municipality.opening;
        match self {
            Self::OperatingRevenue => opening.operating_revenue.is_some(),
            Self::Debt => opening.debt.is_some(),
            Self::DispositionFund => opening.disposition_fund.is_some(),
            Self::Inhabitants => municipality.population.is_some(),
        }
    }

    /// Its key in files and links.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::OperatingRevenue => "brutto_driftsinntekter",
            Self::Debt => "lånegjeld",
            Self::DispositionFund => "disposisjonsfond",
            Self::Inhabitants => "innbyggere",
        }
    }
}

/// Mangler: what a document lacks, and where the figure is usually printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Missing {
    /// What is missing.
    #[serde(rename = "størrelse")]
    pub figure: NeededFigure,
    /// Where a finance officer finds it.
    #[serde(rename = "finnes_i")]
    pub found_in: String,
}
