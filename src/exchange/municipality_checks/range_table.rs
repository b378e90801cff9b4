//! Områdene: what each number of a municipality file may be, and why.
//!
//! Years, ids and `verdi` or `verdier` are left out of a key, so that a figure and a series read alike.
//! `tests/kommunefil_omrader.rs` holds that every number the schema knows has its row, and writes the
//! table of the guide.

use crate::text::{RangeReason, Step};

/// The largest municipality has an income of about 100 billion; in thousands.
const MOST_INCOME: i64 = 200_000_000;
/// The largest municipality owes less than a year's income, and others at most four times as much.
const MOST_BALANCE: i64 = 400_000_000;
/// The largest has 730 000.
const MOST_PEOPLE: i64 = 1_000_000;

/// Område: what a number may be.
#[derive(Clone, Copy, Debug)]
pub struct Range {
    /// Which number; a key that begins with `*` is of every number that ends so.
    pub key: &'static str,
    /// The lowest.
    pub min: i64,
    /// The highest.
    pub max: i64,
    /// How much it may change from a year to the next; [`Step::Single`] when it is no series.
    pub step: Step,
    /// Why.
    pub reason: RangeReason,
}

const fn single(key: &'static str, min: i64, max: i64, reason: RangeReason) -> Range {
    Range { key, min, max, step: Step::Single, reason }
}

const fn series(key: &'static str, min: i64, max: i64, step: Step, reason: RangeReason) -> Range {
    Range { key, min, max, step, reason }
}

/// A line of § 5-4.
const fn line(key: &'static str) -> Range {
    series(key, -MOST_INCOME, MOST_INCOME, Step::OfIncome(50), RangeReason::AccountLine)
}

/// A line of how the investments are paid for, or of what they cost.
const fn built(key: &'static str) -> Range {
    series(key, -MOST_INCOME, MOST_INCOME, Step::Whole, RangeReason::Building)
}

/// Every number of a file, in the order of the guide.
pub static RANGES: &[Range] = &[
    single("formatversjon", 1, 1, RangeReason::FormatVersion),
    single("plan.første_år", 2000, 2100, RangeReason::PlanYears),
    single("plan.antall_år", 4, 20, RangeReason::Horizon),
    single("plan.siste_trykte_driftsår", 2000, 2120, RangeReason::PlanYears),
    single("handlingsregler[].grense", -100, 1_000, RangeReason::PercentOfRevenue),
    single("handlingsregler[].ønsket", -100, 1_000, RangeReason::PercentOfRevenue),
    single("utgangspunkt.brutto_driftsinntekter", 0, MOST_INCOME, RangeReason::Income),
    single("utgangspunkt.driftsutgifter", 0, MOST_INCOME, RangeReason::Income),
    single("utgangspunkt.netto_driftsresultat", -MOST_INCOME, MOST_INCOME, RangeReason::Income),
    single("utgangspunkt.lånegjeld", 0, MOST_BALANCE, RangeReason::Balance),
    single("utgangspunkt.selvkostgjeld", 0, MOST_BALANCE, RangeReason::Balance),
    single("utgangspunkt.videreutlån.gjeld", 0, MOST_BALANCE, RangeReason::Balance),
    series("utgangspunkt.videreutlån.bruk_av_lån", 0, MOST_BALANCE, Step::Whole, RangeReason::OnLendingLoans),
    series(
        "utgangspunkt.videreutlån.avdrag",
        0,
        MOST_BALANCE,
        Step::Whole,
        RangeReason::OnLendingInstalments,
    ),
    single("utgangspunkt.ubrukte_lånemidler", 0, MOST_BALANCE, RangeReason::Balance),
    series("utgangspunkt.rentekompensert_gjeld", 0, MOST_BALANCE, Step::Whole, RangeReason::RateCompensation),
    single("utgangspunkt.innskudd", 0, MOST_BALANCE, RangeReason::Balance),
    single("utgangspunkt.disposisjonsfond", 0, MOST_BALANCE, RangeReason::Balance),
    single("utgangspunkt.bokført_verdi", 0, MOST_BALANCE, RangeReason::Balance),
    series("forutsetninger.snittrente", 0, 25, Step::Points(10), RangeReason::AverageRate),
    single("forutsetninger.flytende_andel", 0, 100, RangeReason::Share),
    single("forutsetninger.rentebinding_år", 0, 30, RangeReason::FixedRatePeriod),
    series("forutsetninger.fastrenteforfall", 0, 100, Step::Whole, RangeReason::FixedMaturities),
    single("forutsetninger.avdragsandel", 0, 100, RangeReason::Share),
    single("forutsetninger.tjenestenes_andel_av_inntektsvekst", 0, 100, RangeReason::Share),
    single("forutsetninger.fondsmål", 0, 100, RangeReason::Share),
    single("forutsetninger.mva_andel", 0, 25, RangeReason::VatShare),
    single("forutsetninger.inntektsetterslep_år", 0, 5, RangeReason::IncomeLag),
    single("forutsetninger.frie_inntekters_andel", 0, 100, RangeReason::Share),
    single("forutsetninger.lønnsandel", 0, 100, RangeReason::Share),
    series("forutsetninger.deflator", 0, 25, Step::Points(10), RangeReason::Deflator),
    line("bevilgningsoversikt_drift.rammetilskudd"),
    line("bevilgningsoversikt_drift.inntekts_og_formuesskatt"),
    line("bevilgningsoversikt_drift.eiendomsskatt"),
    line("bevilgningsoversikt_drift.andre_generelle_driftsinntekter"),
    line("bevilgningsoversikt_drift.bevilgninger_drift_netto"),
    line("bevilgningsoversikt_drift.avskrivninger"),
    line("bevilgningsoversikt_drift.renteinntekter"),
    line("bevilgningsoversikt_drift.utbytter"),
    line("bevilgningsoversikt_drift.gevinster_og_tap"),
    line("bevilgningsoversikt_drift.renteutgifter"),
    line("bevilgningsoversikt_drift.avdrag"),
    line("bevilgningsoversikt_drift.motpost_avskrivninger"),
    line("bevilgningsoversikt_drift.netto_driftsresultat"),
    line("bevilgningsoversikt_drift.overføring_til_investering"),
    line("bevilgningsoversikt_drift.bundne_driftsfond"),
    line("bevilgningsoversikt_drift.disposisjonsfond"),
    line("rammer[].beløp"),
    single("befolkning.aldersgrupper[].fra_alder", 0, 120, RangeReason::Age),
    single("befolkning.aldersgrupper[].til_alder", 0, 120, RangeReason::Age),
    series(
        "befolkning.aldersgrupper[].innbyggere",
        0,
        MOST_PEOPLE,
        Step::People { percent: 30, least: 100 },
        RangeReason::AgeGroup,
    ),
    single("befolkning.aldersgrupper[].kostnad_per_innbygger", 0, 10_000, RangeReason::CostPerInhabitant),
    series(
        "befolkning.sum.innbyggere",
        100,
        MOST_PEOPLE,
        Step::People { percent: 20, least: 20 },
        RangeReason::Inhabitants,
    ),
    series(
        "befolkning.alternativer[].innbyggere.*",
        0,
        MOST_PEOPLE,
        Step::People { percent: 30, least: 100 },
        RangeReason::AgeGroup,
    ),
    line("omstilling.innsparing"),
    line("omstilling.vedtatt_fordeling[].innsparing"),
    built("investeringer.prosjekter[].beløp"),
    single("investeringer.prosjekter[].etter_perioden.fra", 2000, 2150, RangeReason::PlanYears),
    single("investeringer.prosjekter[].etter_perioden.til", 2000, 2150, RangeReason::PlanYears),
    single("investeringer.prosjekter[].etter_perioden.beløp", 0, MOST_BALANCE, RangeReason::Balance),
    built("investeringer.prosjekter[].inntekter[].beløp"),
    single("investeringer.prosjekter[].mva_andel", 0, 25, RangeReason::VatShare),
    single("investeringer.prosjekter[].levetid_år", 1, 100, RangeReason::Lifetime),
    single("investeringer.prosjekter[].driftseffekt", -MOST_INCOME, MOST_INCOME, RangeReason::Income),
    single("investeringer.prosjekter[].tidligste_start", 2000, 2150, RangeReason::PlanYears),
    built("investeringer.sum"),
    built("investeringer.finansiering.mva_kompensasjon"),
    built("investeringer.finansiering.salg_og_tilskudd"),
    built("investeringer.finansiering.overføring_fra_drift"),
    built("investeringer.finansiering.bruk_av_lån"),
    built("investeringer.finansiering.avrunding"),
    series("tiltak[].beløp", -MOST_INCOME, MOST_INCOME, Step::Whole, RangeReason::Measure),
    line("kalibrering"),
    single("nøkkeltall[].år", 1900, 2200, RangeReason::PlanYears),
    single("nøkkeltall[].prosent", -1_000, 1_000, RangeReason::PercentOfRevenue),
    single("stresstest.rader[].beholdning", 0, MOST_BALANCE, RangeReason::Balance),
    single("stresstest.rader[].sjokk", -100, 100, RangeReason::Shock),
    single("stresstest.rader[].trykt_virkning", -MOST_BALANCE, MOST_BALANCE, RangeReason::Balance),
    single("stresstest.trykt_sum", -MOST_BALANCE, MOST_BALANCE, RangeReason::Balance),
    single("stresstest.trykt_i", 0, 1_000_000, RangeReason::PrintedUnit),
    single("*.linje", 1, 1_000_000, RangeReason::DocumentLength),
    single("*.til_linje", 1, 1_000_000, RangeReason::DocumentLength),
    single("*.side", 1, 10_000, RangeReason::DocumentLength),
];

/// The row of a number. A ready-made scenario is held against the ranges of the levers instead.
#[must_use]
pub fn range_of(key: &str) -> Option<&'static Range> {
    let exact = RANGES.iter().find(|range| range.key == key);
    exact.or_else(|| {
        RANGES.iter().find(|range| range.key.strip_prefix('*').is_some_and(|end| key.ends_with(end)))
    })
}
