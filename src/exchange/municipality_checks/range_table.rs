//! Områdene: what each number of a municipality file may be, and why.
//!
//! Years, ids and `verdi` or `verdier` are left out of a key, so that a figure and a series read alike.
//! `tests/kommunefil_omrader.rs` holds that every number the schema knows has its row, and writes the
//! table of the guide.

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
    pub reason: &'static str,
}

/// Trinn: how much a series may change from a year to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// No series.
    Single,
    /// As much as the range allows; the reason says why.
    Whole,
    /// So many percentage points.
    Points(i64),
    /// So many percent of the municipality's income.
    OfIncome(i64),
    /// So many percent of the year before, or so many people when that is more.
    People {
        /// Percent of the year before.
        percent: i64,
        /// Always allowed.
        least: i64,
    },
}

const INCOME: &str = "Ingen kommune har så store inntekter; er beløpet oppgitt i kroner?";
const BALANCE: &str = "Ingen kommune har så stor gjeld eller formue; er beløpet oppgitt i kroner?";
const SHARE: &str = "En andel er fra 0 til 100 %.";
const YEAR: &str = "Planer gjelder årene rundt vår egen tid.";
const LINE: &str = "Ingen dokumenter er så lange.";
const BUILT: &str = "Ingen kommune har så store inntekter; et bygg kan begynne og slutte på ett år.";
const FOLLOWS: &str =
    "Ingen kommune har så store inntekter, og ingen linje endres på ett år med mer enn halvparten av dem.";
const GROUP: &str = "Ingen kommune er så stor, og ingen aldersgruppe endres så mye på ett år.";

const fn single(key: &'static str, min: i64, max: i64, reason: &'static str) -> Range {
    Range { key, min, max, step: Step::Single, reason }
}

const fn series(key: &'static str, min: i64, max: i64, step: Step, reason: &'static str) -> Range {
    Range { key, min, max, step, reason }
}

/// A line of § 5-4.
const fn line(key: &'static str) -> Range {
    series(key, -MOST_INCOME, MOST_INCOME, Step::OfIncome(50), FOLLOWS)
}

/// A line of how the investments are paid for, or of what they cost.
const fn built(key: &'static str) -> Range {
    series(key, -MOST_INCOME, MOST_INCOME, Step::Whole, BUILT)
}

/// Every number of a file, in the order of the guide.
pub static RANGES: &[Range] = &[
    single("formatversjon", 1, 1, "Programmet leser versjon 1."),
    single("plan.første_år", 2000, 2100, YEAR),
    single("plan.antall_år", 4, 20, "Kortere viser ingen utvikling, lengre er ingen plan."),
    single("plan.siste_trykte_driftsår", 2000, 2120, YEAR),
    single("handlingsregler[].grense", -100, 1_000, "Prosent av brutto driftsinntekter."),
    single("handlingsregler[].ønsket", -100, 1_000, "Prosent av brutto driftsinntekter."),
    single("utgangspunkt.brutto_driftsinntekter", 0, MOST_INCOME, INCOME),
    single("utgangspunkt.driftsutgifter", 0, MOST_INCOME, INCOME),
    single("utgangspunkt.netto_driftsresultat", -MOST_INCOME, MOST_INCOME, INCOME),
    single("utgangspunkt.lånegjeld", 0, MOST_BALANCE, BALANCE),
    single("utgangspunkt.selvkostgjeld", 0, MOST_BALANCE, BALANCE),
    single("utgangspunkt.videreutlån.gjeld", 0, MOST_BALANCE, BALANCE),
    series(
        "utgangspunkt.videreutlån.bruk_av_lån",
        0,
        MOST_BALANCE,
        Step::Whole,
        "Lån tas opp når noen søker.",
    ),
    series("utgangspunkt.videreutlån.avdrag", 0, MOST_BALANCE, Step::Whole, "Et lån kan innfris på ett år."),
    single("utgangspunkt.ubrukte_lånemidler", 0, MOST_BALANCE, BALANCE),
    series(
        "utgangspunkt.rentekompensert_gjeld",
        0,
        MOST_BALANCE,
        Step::Whole,
        "En ordning kan slutte på ett år.",
    ),
    single("utgangspunkt.innskudd", 0, MOST_BALANCE, BALANCE),
    single("utgangspunkt.disposisjonsfond", 0, MOST_BALANCE, BALANCE),
    single("utgangspunkt.bokført_verdi", 0, MOST_BALANCE, BALANCE),
    series(
        "forutsetninger.snittrente",
        0,
        25,
        Step::Points(10),
        "Ingen kommune har betalt mer, og renten på hele gjelden endres ikke så mye på ett år.",
    ),
    single("forutsetninger.flytende_andel", 0, 100, SHARE),
    single("forutsetninger.rentebinding_år", 0, 30, "Renten bindes ikke lenger enn lånene varer."),
    series(
        "forutsetninger.fastrenteforfall",
        0,
        100,
        Step::Whole,
        "En andel av de faste lånene; alle kan forfalle i samme år, men samlet ikke mer enn 100 %.",
    ),
    single("forutsetninger.avdragsandel", 0, 100, SHARE),
    single("forutsetninger.tjenestenes_andel_av_inntektsvekst", 0, 100, SHARE),
    single("forutsetninger.fondsmål", 0, 100, SHARE),
    single("forutsetninger.mva_andel", 0, 25, "Mva er høyst en fjerdedel av en pris uten mva."),
    single(
        "forutsetninger.inntektsetterslep_år",
        0,
        5,
        "Inntektssystemet teller innbyggerne et halvt år før.",
    ),
    single("forutsetninger.frie_inntekters_andel", 0, 100, SHARE),
    single("forutsetninger.lønnsandel", 0, 100, SHARE),
    series(
        "forutsetninger.deflator",
        0,
        25,
        Step::Points(10),
        "Prisene har ikke økt mer på ett år siden krigen, og prisveksten ikke endret seg mer.",
    ),
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
    single("befolkning.aldersgrupper[].fra_alder", 0, 120, "Ingen blir så gammel."),
    single("befolkning.aldersgrupper[].til_alder", 0, 120, "Ingen blir så gammel."),
    series(
        "befolkning.aldersgrupper[].innbyggere",
        0,
        MOST_PEOPLE,
        Step::People { percent: 30, least: 100 },
        GROUP,
    ),
    single("befolkning.aldersgrupper[].kostnad_per_innbygger", 0, 10_000, "Høyst 10 mill. kr per innbygger."),
    series(
        "befolkning.sum.innbyggere",
        100,
        MOST_PEOPLE,
        Step::People { percent: 20, least: 20 },
        "Den minste kommunen har 200 og den største 730 000, og ingen endres så mye på ett år.",
    ),
    series(
        "befolkning.alternativer[].innbyggere.*",
        0,
        MOST_PEOPLE,
        Step::People { percent: 30, least: 100 },
        GROUP,
    ),
    line("omstilling.innsparing"),
    line("omstilling.vedtatt_fordeling[].innsparing"),
    built("investeringer.prosjekter[].beløp"),
    single("investeringer.prosjekter[].etter_perioden.fra", 2000, 2150, YEAR),
    single("investeringer.prosjekter[].etter_perioden.til", 2000, 2150, YEAR),
    single("investeringer.prosjekter[].etter_perioden.beløp", 0, MOST_BALANCE, BALANCE),
    built("investeringer.prosjekter[].inntekter[].beløp"),
    single("investeringer.prosjekter[].mva_andel", 0, 25, "Mva er høyst en fjerdedel av en pris uten mva."),
    single("investeringer.prosjekter[].levetid_år", 1, 100, "Tomter avskrives ikke, og ingen bygg så lenge."),
    single("investeringer.prosjekter[].driftseffekt", -MOST_INCOME, MOST_INCOME, INCOME),
    single("investeringer.prosjekter[].tidligste_start", 2000, 2150, YEAR),
    built("investeringer.sum"),
    built("investeringer.finansiering.mva_kompensasjon"),
    built("investeringer.finansiering.salg_og_tilskudd"),
    built("investeringer.finansiering.overføring_fra_drift"),
    built("investeringer.finansiering.bruk_av_lån"),
    built("investeringer.finansiering.avrunding"),
    series(
        "tiltak[].beløp",
        -MOST_INCOME,
        MOST_INCOME,
        Step::Whole,
        "Ingen kommune har så store inntekter; et tiltak kan begynne for fullt.",
    ),
    line("kalibrering"),
    single("nøkkeltall[].år", 1900, 2200, YEAR),
    single("nøkkeltall[].prosent", -1_000, 1_000, "Prosent av brutto driftsinntekter."),
    single("stresstest.rader[].beholdning", 0, MOST_BALANCE, BALANCE),
    single("stresstest.rader[].sjokk", -100, 100, "Ingenting kan falle mer enn til null."),
    single("stresstest.rader[].trykt_virkning", -MOST_BALANCE, MOST_BALANCE, BALANCE),
    single("stresstest.trykt_sum", -MOST_BALANCE, MOST_BALANCE, BALANCE),
    single("stresstest.trykt_i", 0, 1_000_000, "Tabeller trykkes i kroner, tusen eller millioner."),
    single("*.linje", 1, 1_000_000, LINE),
    single("*.til_linje", 1, 1_000_000, LINE),
    single("*.side", 1, 10_000, LINE),
];

/// The row of a number. A ready-made scenario is held against the ranges of the levers instead.
#[must_use]
pub fn range_of(key: &str) -> Option<&'static Range> {
    let exact = RANGES.iter().find(|range| range.key == key);
    exact.or_else(|| {
        RANGES.iter().find(|range| range.key.strip_prefix('*').is_some_and(|end| key.ends_with(end)))
    })
}
