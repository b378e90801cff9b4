//! Kommunen: everything a municipality file says, figure by figure with its source.
//!
//! The types mirror the file; `#[serde(rename)]` carries the Norwegian keys. Amounts are in
//! thousand kroner in the file and [`Kroner`] here. What a file may get wrong is found by
//! [`crate::exchange::municipality_file`], so the model can trust what it is given.

use super::units::{Kroner, Percent, Persons, Year, YearSeries, spread_evenly};
use serde::{Deserialize, Serialize};

/// Kvalitet: whether a figure stands in the document or was worked out.
#[doc(alias = "kvalitet")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Quality {
    /// Trykt: the figure stands in the document named as its source.
    #[serde(rename = "trykt")]
    Printed,
    /// Beregnet: the figure was worked out or estimated; its note says how.
    #[serde(rename = "beregnet")]
    Estimated,
}

/// Kilde: where a figure stands.
#[doc(alias = "kilde")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The id of one of the file's documents.
    #[serde(rename = "dokument")]
    pub document: String,
    /// Line in the text edition of the document.
    #[serde(rename = "linje", default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Last line, when the figure is spread over several.
    #[serde(rename = "til_linje", default, skip_serializing_if = "Option::is_none")]
    pub last_line: Option<u32>,
    /// Page, when the document is cited by page.
    #[serde(rename = "side", default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
}

/// Where a figure comes from and how sure it is. Stands beside every figure of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// Printed or estimated.
    #[serde(rename = "kvalitet")]
    pub quality: Quality,
    /// Where it stands; required of a printed figure.
    #[serde(rename = "kilde", default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// A remark; required of an estimate, where it gives the arithmetic.
    #[serde(rename = "merknad", default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// One figure with its provenance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure<T> {
    /// The figure.
    #[serde(rename = "verdi")]
    pub value: T,
    /// Where it comes from.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// One figure per year with its provenance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de>"))]
pub struct SeriesFigure<T: Serialize> {
    /// The figures.
    #[serde(rename = "verdier")]
    pub values: YearSeries<T>,
    /// Where they come from.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// A whole municipality file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Municipality {
    /// Always `handlingsrom-kommune`.
    pub format: String,
    /// The version of the file format, 1.
    #[serde(rename = "formatversjon")]
    pub format_version: u32,
    /// Which municipality.
    #[serde(rename = "kommune")]
    pub identity: Identity,
    /// The documents that figures cite.
    #[serde(rename = "dokumenter")]
    pub documents: Vec<Document>,
    /// The plan that the projection reproduces.
    #[serde(rename = "plan")]
    pub plan: Plan,
    /// The municipality's fiscal rules.
    #[serde(rename = "handlingsregler")]
    pub rules: Vec<FiscalRule>,
    /// Where the projection starts.
    #[serde(rename = "utgangspunkt")]
    pub opening: Opening,
    /// What the plan assumes.
    #[serde(rename = "forutsetninger")]
    pub assumptions: Assumptions,
    /// Inhabitants by age group.
    #[serde(rename = "befolkning")]
    pub population: Population,
    /// The plan's own restructuring programme.
    #[serde(rename = "omstilling")]
    pub restructuring: RestructuringProgramme,
    /// The investment plan with its financing.
    #[serde(rename = "investeringer")]
    pub investments: InvestmentPlan,
    /// How measures are grouped.
    #[serde(rename = "tiltaksgrupper")]
    pub measure_groups: MeasureGroups,
    /// Measures and other lines of the frame tables.
    #[serde(rename = "tiltak")]
    pub measures: Vec<Measure>,
    /// Kalibrering: added to operating costs so that every printed figure comes out to the krone.
    #[serde(rename = "kalibrering")]
    pub calibration: SeriesFigure<Kroner>,
    /// Ready-made scenarios.
    #[serde(rename = "ferdige_scenarioer")]
    pub ready_made: Vec<ReadyMadeScenario>,
}

/// Which municipality a file is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// Planen: the published plan that the projection reproduces when nothing is moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Its name.
    #[serde(rename = "navn")]
    pub name: String,
    /// The document it stands in.
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
pub enum Indicator {
    /// Netto driftsresultat: what is left when running costs, interest and instalments are paid.
    #[serde(rename = "netto_driftsresultat")]
    NetOperatingResult,
    /// Disposisjonsfond: free savings at the end of the year.
    #[serde(rename = "disposisjonsfond")]
    DispositionFund,
    /// Gjeldsgrad: debt at the end of the year, without self-cost areas and on-lending.
    #[serde(rename = "gjeldsgrad")]
    DebtRatio,
}

/// Which side of the limit is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// Handlingsregel: a financial target the council has set (kommuneloven § 14-2 c).
#[doc(alias = "handlingsregel")]
#[doc(alias = "finansielt måltall")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Where it stands.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// Utgangspunkt: the figures that the first plan year starts from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// Brutto driftsinntekter in the first plan year.
    #[serde(rename = "brutto_driftsinntekter")]
    pub operating_revenue: Figure<Kroner>,
    /// Driftsutgifter in the first plan year, without depreciation, before the plan's restructuring.
    #[serde(rename = "driftsutgifter")]
    pub operating_costs: Figure<Kroner>,
    /// Netto driftsresultat in the first plan year as published; the projection must give it back.
    #[serde(rename = "netto_driftsresultat")]
    pub net_operating_result: Figure<Kroner>,
    /// Lånegjeld at the start of the first plan year, without self-cost and on-lending.
    #[serde(rename = "lånegjeld")]
    pub debt: Figure<Kroner>,
    /// Disposisjonsfond at the start of the first plan year.
    #[serde(rename = "disposisjonsfond")]
    pub disposition_fund: Figure<Kroner>,
}

/// Forutsetninger: what the plan assumes, and what scenarios need beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumptions {
    /// Snittrente: average rate on average debt, per year.
    #[serde(rename = "snittrente")]
    pub average_rate: SeriesFigure<Percent>,
    /// Flytende andel: share of the debt that follows the market at once.
    #[serde(rename = "flytende_andel")]
    pub floating_share: Figure<Percent>,
    /// Length in years of the ladder in which the fixed part matures.
    #[serde(rename = "rentebinding_år")]
    pub fixing_ladder_years: Figure<u32>,
    /// Avdragsandel: instalments as a share of opening debt.
    #[serde(rename = "avdragsandel")]
    pub instalment_share: Figure<Percent>,
    /// How much of a growth in revenue goes to services; the rest is left for investment.
    #[serde(rename = "tjenestenes_andel_av_inntektsvekst")]
    pub service_share_of_growth: Figure<Percent>,
    /// The fund is built up to this share of revenue before anything is transferred to investment.
    #[serde(rename = "fondsmål")]
    pub fund_target: Figure<Percent>,
    /// VAT compensation as a share of a project's gross cost.
    #[serde(rename = "mva_andel")]
    pub vat_share: Figure<Percent>,
}

/// Befolkning: the prognosis that the plan builds on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Population {
    /// Which prognosis.
    #[serde(rename = "alternativ")]
    pub alternative: String,
    /// The day of the year people are counted.
    #[serde(rename = "tidspunkt")]
    pub counted_at: String,
    /// The age groups.
    #[serde(rename = "aldersgrupper")]
    pub age_groups: Vec<AgeGroup>,
    /// The printed sum of the groups.
    #[serde(rename = "sum")]
    pub total: PopulationTotal,
}

/// Aldersgruppe: inhabitants of an age, year by year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgeGroup {
    /// What links and scenario files call it.
    pub id: String,
    /// Its name.
    #[serde(rename = "navn")]
    pub name: String,
    /// Inhabitants at 1 January.
    #[serde(rename = "innbyggere")]
    pub inhabitants: YearSeries<Persons>,
    /// Where they stand.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// Where the last years stand, when the table is printed in two parts.
    #[serde(rename = "kilde_siste_år", default, skip_serializing_if = "Option::is_none")]
    pub source_last_years: Option<Source>,
}

/// The printed sum of the age groups.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PopulationTotal {
    /// Inhabitants at 1 January.
    #[serde(rename = "innbyggere")]
    pub inhabitants: YearSeries<Persons>,
    /// Where they stand.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// Omstilling: the plan's own restructuring requirement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RestructuringProgramme {
    /// What it saves each year, as it stands in the projection.
    #[serde(rename = "innsparing")]
    pub savings: SeriesFigure<Kroner>,
    /// How the adopted programme is shared between the committees.
    #[serde(rename = "vedtatt_fordeling")]
    pub adopted_shares: Vec<CommitteeShare>,
}

/// What one committee must save.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommitteeShare {
    /// The id of a committee.
    #[serde(rename = "utvalg")]
    pub committee: String,
    /// What it must save each year.
    #[serde(rename = "innsparing")]
    pub savings: YearSeries<Kroner>,
    /// Where it stands.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// Investeringsplan: projects, their sum, and how the sum is paid for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InvestmentPlan {
    /// Every line of the plan.
    #[serde(rename = "prosjekter")]
    pub projects: Vec<Project>,
    /// The printed sum of the lines.
    #[serde(rename = "sum")]
    pub total: SeriesFigure<Kroner>,
    /// How it is paid for.
    #[serde(rename = "finansiering")]
    pub financing: Financing,
}

/// Whether a line is one building or something that goes on every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProjectKind {
    /// Prosjekt: has a start and an end.
    #[serde(rename = "prosjekt")]
    Project,
    /// Løpende: a yearly appropriation.
    #[serde(rename = "løpende")]
    Running,
}

/// Investeringsprosjekt: one line of the investment plan, gross of VAT compensation.
#[doc(alias = "investeringsprosjekt")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Project {
    /// What links and scenario files call it.
    pub id: String,
    /// Its name as printed.
    #[serde(rename = "navn")]
    pub name: String,
    /// A name that fits in a row.
    #[serde(rename = "kortnavn")]
    pub short_name: String,
    /// One building, or something that goes on.
    #[serde(rename = "type")]
    pub kind: ProjectKind,
    /// What it costs each year of the plan.
    #[serde(rename = "beløp")]
    pub amounts: YearSeries<Kroner>,
    /// Who builds it.
    #[serde(rename = "ansvarlig", default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// What the plan prints as one sum for the years after its ten.
    #[serde(rename = "etter_perioden", default, skip_serializing_if = "Option::is_none")]
    pub later: Option<LaterAmount>,
    /// Income that belongs to the project and moves with it.
    #[serde(rename = "inntekter", default, skip_serializing_if = "Vec::is_empty")]
    pub income: Vec<ProjectIncome>,
    /// Where it stands.
    #[serde(flatten)]
    pub provenance: Provenance,
}

impl Project {
    /// What the project costs in a year of its own profile, before it is moved or scaled.
    ///
    /// A sum printed for several later years is spread evenly over them: an estimate, since their
    /// yearly amounts are not printed. It only shows when a project is moved forward.
    #[must_use]
    pub fn amount_in(&self, year: Year) -> Kroner {
        if let Some(amount) = self.amounts.get(year) {
            return *amount;
        }
        self.later.as_ref().map_or(Kroner::ZERO, |later| later.amount_in(year))
    }

    /// The first year with a cost, in the plan's years or after them.
    #[must_use]
    pub fn first_cost_year(&self) -> Option<Year> {
        let planned = self.amounts.iter().find(|(_, amount)| **amount != Kroner::ZERO);
        planned.map(|(year, _)| year).or_else(|| self.later.as_ref().map(|later| later.first))
    }

    /// The last year with a cost, in the plan's years or after them.
    #[must_use]
    pub fn last_cost_year(&self) -> Option<Year> {
        if let Some(later) = &self.later {
            return Some(later.last);
        }
        self.amounts.iter().filter(|(_, amount)| **amount != Kroner::ZERO).map(|(year, _)| year).last()
    }

    /// What it costs within the years of the plan.
    #[must_use]
    pub fn total(&self) -> Kroner {
        self.amounts.values().iter().copied().sum()
    }
}

/// One sum that the plan prints for several years after its ten.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LaterAmount {
    /// The first of the years.
    #[serde(rename = "fra")]
    pub first: Year,
    /// The last of the years.
    #[serde(rename = "til")]
    pub last: Year,
    /// The sum.
    #[serde(rename = "beløp")]
    pub amount: Kroner,
}

impl LaterAmount {
    fn amount_in(&self, year: Year) -> Kroner {
        let count = usize::try_from(self.last.since(self.first)).map_or(0, |years| years + 1);
        let index = usize::try_from(year.since(self.first)).unwrap_or(usize::MAX);
        if index >= count {
            return Kroner::ZERO;
        }
        spread_evenly(self.amount, count).get(index).copied().unwrap_or_default()
    }
}

/// Grants or sales that belong to one project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectIncome {
    /// What it is.
    #[serde(rename = "navn")]
    pub name: String,
    /// When it comes, by the project's own years.
    #[serde(rename = "beløp")]
    pub amounts: YearSeries<Kroner>,
    /// Where it stands.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// Finansiering: how the investments are paid for, as the plan prints it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Financing {
    /// Kompensasjon for merverdiavgift.
    #[serde(rename = "mva_kompensasjon")]
    pub vat_compensation: SeriesFigure<Kroner>,
    /// Salg, tilskudd og spillemidler.
    #[serde(rename = "salg_og_tilskudd")]
    pub sales_and_grants: SeriesFigure<Kroner>,
    /// Overføring fra drift.
    #[serde(rename = "overføring_fra_drift")]
    pub transfer_from_operations: SeriesFigure<Kroner>,
    /// Bruk av lån.
    #[serde(rename = "bruk_av_lån")]
    pub use_of_loans: SeriesFigure<Kroner>,
    /// What the printed financing is short of the printed investments by.
    #[serde(rename = "avrunding")]
    pub rounding: SeriesFigure<Kroner>,
}

/// The names of committees and categories.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureGroups {
    /// Utvalg.
    #[serde(rename = "utvalg")]
    pub committees: Vec<NamedGroup>,
    /// Kategorier.
    #[serde(rename = "kategorier")]
    pub categories: Vec<NamedGroup>,
}

/// An id and its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedGroup {
    /// What measures call it.
    pub id: String,
    /// Its name.
    #[serde(rename = "navn")]
    pub name: String,
}

/// How a measure goes on after its last printed year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Duration {
    /// Varig: the last level stands.
    #[serde(rename = "varig")]
    Lasting,
    /// Tidsavgrenset: nothing more.
    #[serde(rename = "tidsavgrenset")]
    Temporary,
    /// Annethvert år: the last two years are repeated.
    #[serde(rename = "annethvert_år")]
    Biennial,
}

/// Tiltak: one line of the frame tables.
#[doc(alias = "omstillingstiltak")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Change in the net frame each year, signs as printed: negative is a saving.
    #[serde(rename = "beløp")]
    pub amounts: YearSeries<Kroner>,
    /// Whether it restructures or cuts services.
    #[serde(rename = "omstilling", default, skip_serializing_if = "std::ops::Not::not")]
    pub restructures: bool,
    /// How it goes on after the last printed year.
    #[serde(rename = "varighet")]
    pub duration: Duration,
    /// Whether the projection already holds it.
    #[serde(rename = "i_planen")]
    pub in_plan: bool,
    /// Why it cannot be switched, when it cannot.
    #[serde(rename = "låst", default, skip_serializing_if = "Option::is_none")]
    pub locked: Option<String>,
    /// Where it stands.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// A scenario that comes with the municipality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    pub changes: super::scenario::Scenario,
    /// Where it stands.
    #[serde(flatten)]
    pub provenance: Provenance,
}

impl Municipality {
    /// The years of the projection.
    pub fn years(&self) -> impl Iterator<Item = Year> + Clone {
        self.plan.first_year.span(self.plan.year_count)
    }

    /// The last year of the projection.
    #[must_use]
    pub fn last_year(&self) -> Year {
        self.years().last().unwrap_or(self.plan.first_year)
    }

    /// The project with an id.
    #[must_use]
    pub fn project(&self, id: &str) -> Option<&Project> {
        self.investments.projects.iter().find(|project| project.id == id)
    }

    /// The measure with an id.
    #[must_use]
    pub fn measure(&self, id: &str) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.id == id)
    }

    /// The fiscal rule for an indicator.
    #[must_use]
    pub fn rule_for(&self, indicator: Indicator) -> Option<&FiscalRule> {
        self.rules.iter().find(|rule| rule.indicator == indicator)
    }

    /// The document with an id.
    #[must_use]
    pub fn document(&self, id: &str) -> Option<&Document> {
        self.documents.iter().find(|document| document.id == id)
    }
}
