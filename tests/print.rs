//! Modell mot trykk: docs/modell-mot-trykk.md says, for each municipality, what is printed, what the model
//! computes, the difference and its reason. The page is written by this test:
//!
//! `UPDATE=1 cargo test --test print`
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where the figures are not there")]

use handlingsrom::exchange::municipality_file::built_in;
use handlingsrom::model::municipality::{Indicator, Municipality};
use handlingsrom::model::projection::{Projection, YearResult, project};
use handlingsrom::model::scenario::Scenario;
use handlingsrom::model::units::{Kroner, Year};
use handlingsrom::text::Language;
use rust_decimal::{Decimal, dec};
use std::fmt::Write;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/modell-mot-trykk.md");

/// The name of a line of an account, where it is printed, the printed figure, and the model's.
type Printed = (&'static str, &'static str, i64, fn(&YearResult) -> Kroner);

/// One line of the page.
struct Row {
    what: String,
    source: &'static str,
    printed: Decimal,
    computed: Decimal,
    decimals: u32,
    reason: &'static str,
}

struct Table {
    projection: Projection,
    rows: Vec<Row>,
}

impl Table {
    fn of(municipality: &Municipality, scenario: &Scenario) -> Self {
        Self { projection: project(municipality, scenario), rows: Vec::new() }
    }

    fn year(&self, year: i32) -> &YearResult {
        self.projection.years.get(Year(year)).expect("a year of the projection")
    }

    /// An amount in thousand kroner.
    fn amount(
        &mut self,
        what: &str,
        source: &'static str,
        year: i32,
        printed: i64,
        read: fn(&YearResult) -> Kroner,
        reason: &'static str,
    ) {
        let computed = read(self.year(year)).thousands();
        let what = format!("{what} {year}");
        self.rows.push(Row { what, source, printed: printed.into(), computed, decimals: 0, reason });
    }

    /// The same line of several years.
    fn line(
        &mut self,
        what: &str,
        source: &'static str,
        first: i32,
        printed: &[i64],
        read: fn(&YearResult) -> Kroner,
    ) {
        for (year, printed) in (first..).zip(printed) {
            self.amount(what, source, year, *printed, read, "");
        }
    }

    /// A percentage of brutto driftsinntekter, to one decimal.
    fn ratio(
        &mut self,
        what: &str,
        source: &'static str,
        year: i32,
        printed: Decimal,
        indicator: Indicator,
        reason: &'static str,
    ) {
        let computed = self.year(year).ratio(indicator).unwrap().value();
        let what = format!("{what} {year}, %");
        self.rows.push(Row { what, source, printed, computed, decimals: 1, reason });
    }

    fn write(&self, page: &mut String, title: &str, words: &str) {
        let _ = write!(page, "\n## {title}\n\n{words}\n\n");
        page.push_str(
            "| størrelse | kilde | trykt | regnet | forskjell | grunn |\n|---|---|---:|---:|---:|---|\n",
        );
        for row in &self.rows {
            let write = |value: Decimal| {
                Language::Nb.number(value, row.decimals).replace(['\u{a0}', '\u{202f}'], " ")
            };
            let shown = row.computed.round_dp(row.decimals) - row.printed;
            let _ = writeln!(
                page,
                "| {} | {} | {} | {} | {} | {} |",
                row.what,
                row.source,
                write(row.printed),
                write(row.computed),
                write(shown),
                row.reason
            );
        }
    }

    /// A difference without a reason is a fault in the model or the data.
    #[track_caller]
    fn differs_only_with_reason(&self) {
        for row in &self.rows {
            let same = row.computed.round_dp(row.decimals) == row.printed;
            assert!(same || !row.reason.is_empty(), "{}: {} and {}", row.what, row.printed, row.computed);
        }
    }
}

fn lier() -> Table {
    let mut table = Table::of(built_in("lier").unwrap(), &Scenario::plan());
    table.amount("Netto driftsresultat", "linje 2884", 2025, -6_600, |year| year.net_operating_result, "");
    let transfers = [0, 0, 14_987, 30_080, 29_499, 33_263, 34_389, 34_908, 37_276, 31_567];
    table.line("Overføring fra drift", "linje 2759", 2025, &transfers, |year| {
        year.disposition.transfer_to_investment
    });
    let loans = [143_893, 120_133, 61_666, 125_853, 61_194, 145_430, 185_584, 94_985, 233_617, 282_526];
    table.line("Bruk av lån", "linje 2753", 2025, &loans, |year| year.loans);
    table.ratio("Gjeldsgrad", "linje 2863", 2034, dec!(93.4), Indicator::DebtRatio, "");
    for year in 2027..=2034 {
        table.ratio("Disposisjonsfond", "linje 2837", year, dec!(10.0), Indicator::DispositionFund, "");
    }
    table
}

fn ovre_eiker() -> Table {
    let municipality = built_in("ovre-eiker").unwrap();
    let mut table = Table::of(municipality, &Scenario::plan());
    table.amount(
        "Brutto driftsinntekter",
        "linje 576 (2024)",
        2025,
        2_020_510,
        |year| year.gross_revenue.unwrap(),
        "",
    );
    table.ratio("Netto driftsresultat", "linje 626", 2025, dec!(-1.0), Indicator::NetOperatingResult, "");
    table.ratio("Disposisjonsfond", "linje 628", 2025, dec!(2.4), Indicator::DispositionFund, "");
    table.ratio("Gjeldsgrad", "linje 497", 2025, dec!(110.0), Indicator::DebtRatio, "");
    let plan = table.projection.clone();
    let all = &municipality.ready_made.iter().find(|ready| ready.id == "ksk-masterplan").unwrap().changes;
    let now = project(municipality, all);
    for (year, printed) in (2025..).zip([12_591, 65_127, 97_925, 116_241]) {
        let costs = |projection: &Projection| projection.years.get(Year(year)).unwrap().operating_costs;
        table.rows.push(Row {
            what: format!("Sum av tiltakene {year}"),
            source: "linje 826",
            printed: Decimal::from(printed),
            computed: (costs(&plan) - costs(&now)).thousands(),
            decimals: 0,
            reason: "",
        });
    }
    table
}

fn lillehammer() -> Table {
    let mut table = Table::of(built_in("lillehammer").unwrap(), &Scenario::plan());
    let carried: [Printed; 7] = [
        ("Rammetilskudd", "linje 331 (2023)", 863_032, |year| year.revenue.block_grant),
        ("Inntekts- og formuesskatt", "linje 332 (2023)", 978_806, |year| year.revenue.income_tax),
        ("Eiendomsskatt", "linje 333 (2023)", 141_965, |year| year.revenue.property_tax),
        ("Andre generelle driftsinntekter", "linje 334 (2023)", 105_065, |year| year.revenue.other_general),
        ("Bevilgninger drift, netto", "linje 343 (2023)", 1_947_012, |year| year.operating_costs),
        ("Renteutgifter", "linje 361 (2023)", 192_563, |year| year.interest),
        ("Avdrag", "linje 362 (2023)", 155_166, |year| year.instalments),
    ];
    for (what, source, printed, read) in carried {
        table.amount(what, source, 2024, printed, read, "");
    }
    let one_off = "engangsinntekt i 2023 er tatt ut";
    table.amount(
        "Renteinntekter",
        "linje 354 (2023)",
        2024,
        78_071,
        |year| year.financial_income.interest,
        one_off,
    );
    table.amount(
        "Utbytter",
        "linje 355 (2023)",
        2024,
        149_911,
        |year| year.financial_income.dividends,
        one_off,
    );
    let both = "85 000 i ekstra utbytte og 10 300 i rentebyttegevinst er tatt ut";
    table.amount(
        "Netto driftsresultat",
        "linje 370 (2023)",
        2024,
        34_048,
        |year| year.net_operating_result,
        both,
    );
    let group = "trykt for konsernet ved utgangen av 2023; regnet på kommunens egen tabell ett år senere";
    table.ratio("Disposisjonsfond", "linje 44 (2023)", 2024, dec!(11.6), Indicator::DispositionFund, group);
    table.ratio("Netto lånegjeld", "linje 66 (2023)", 2024, dec!(117.0), Indicator::DebtRatio, group);
    table
}

fn asker() -> Table {
    let mut table = Table::of(built_in("asker").unwrap(), &Scenario::plan());
    let lines: [Printed; 13] = [
        ("Rammetilskudd", "linje 2315", 2_000_538, |year| year.revenue.block_grant),
        ("Inntekts- og formuesskatt", "linje 2316", 5_011_361, |year| year.revenue.income_tax),
        ("Sum generelle driftsinntekter", "linje 2318", 7_219_521, |year| year.operating_revenue),
        ("Bevilgninger drift, netto", "linje 2323", 6_514_036, |year| year.operating_costs),
        ("Avskrivninger", "linje 2326", 563_754, |year| year.depreciation),
        ("Renteinntekter", "linje 2331", 96_315, |year| year.financial_income.interest),
        ("Utbytter", "linje 2332", 31_800, |year| year.financial_income.dividends),
        ("Gevinster og tap", "linje 2336", 82_500, |year| year.financial_income.gains),
        ("Renteutgifter", "linje 2338", 490_093, |year| year.interest),
        ("Avdrag", "linje 2339", 386_000, |year| year.instalments),
        ("Netto driftsresultat", "linje 2344", 40_007, |year| year.net_operating_result),
        ("Overføring til investering", "linje 2351", 335_000, |year| {
            year.disposition.transfer_to_investment
        }),
        ("Bruk av lån", "linje 2675", 710_927, |year| year.loans),
    ];
    for (what, source, printed, read) in lines {
        table.amount(what, source, 2023, printed, read, "");
    }
    let rounding = "de trykte linjene går ikke opp på 1; avrundingen står her";
    table.amount(
        "Andre generelle driftsinntekter",
        "linje 2317",
        2023,
        207_621,
        |year| year.revenue.other_general,
        rounding,
    );
    table.amount(
        "Avsetning til disposisjonsfond, netto",
        "linje 2354–2355",
        2023,
        -266_815,
        |year| year.disposition.allocated_to_fund,
        rounding,
    );
    table
}

#[test]
fn the_page_of_model_against_print_is_true_and_every_difference_has_a_reason() {
    let mut page = String::from(
        "# Modell mot trykk\n\n\
         Hva dokumentene trykker, og hva modellen regner når ingenting er flyttet. Beløp i 1000 kr. Siden er skrevet av\n\
         `UPDATE=1 cargo test --test print`, og testen feiler når den ikke lenger stemmer. Linjenumre viser til tekstutgaven av\n\
         dokumentet som kommunens fil oppgir.\n",
    );
    let sections: [(&str, &str, Table); 4] = [
        (
            "Lier",
            "Handlingsprogram 2025–2028 med tiårig investeringsplan. Inntektsnivå, gjeld, rente og fond er beregnet; det som er trykt, kommer ut til kronen.",
            lier(),
        ),
        (
            "Øvre Eiker",
            "KS-Konsulents masterplan 2025. Ingen tiårsplan er trykt; dagens drift er videreført med masterplanens egne forutsetninger.",
            ovre_eiker(),
        ),
        (
            "Lillehammer",
            "Årsberetning 2023. Ingen plan er trykt; regnskapet for 2023 er videreført uten engangsposter.",
            lillehammer(),
        ),
        (
            "Asker",
            "2. tertialrapport 2023, revidert budsjett. Prosenttall kan ikke regnes: brutto driftsinntekter, gjeld og fond står ikke i dokumentet.",
            asker(),
        ),
    ];
    for (title, words, table) in &sections {
        table.write(&mut page, title, words);
    }
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(PAGE, &page).expect("the page can be written");
    }
    assert_eq!(
        std::fs::read_to_string(PAGE).unwrap_or_default(),
        page,
        "run UPDATE=1 cargo test --test print"
    );
    for (_, _, table) in &sections {
        table.differs_only_with_reason();
    }
}
