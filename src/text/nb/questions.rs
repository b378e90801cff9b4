//! Bokmål: the questions.

use super::{NUMBERS, Nb};
use crate::analysis::attribution::Cause;
use crate::analysis::capacity::{Goal, Zone};
use crate::analysis::futures::Drawn;
use crate::model::lever::{Lever, LeverGroup};
use crate::model::municipality::Indicator;
use crate::model::units::{Kroner, Percent, Year};
use crate::text::lower;
use crate::text::{Panel, QuestionWords};
use rust_decimal::Decimal;

#[rustfmt::skip]
impl QuestionWords for Nb {
    fn questions_title(&self) -> &'static str { "Spør modellen" }
    fn question_title(&self, panel: Panel) -> &'static str {
        match panel {
            Panel::Seek => self.seek_title(),
            Panel::Tornado => self.tornado_title(),
            Panel::Stress => self.stress_title(),
            Panel::Futures => self.futures_title(),
            Panel::Capacity => self.capacity_title(),
            Panel::Why => self.why_title(),
            _ => self.figure_title(),
        }
    }
    fn working(&self) -> &'static str { "Regner …" }
    fn fetching_answers(&self) -> &'static str { "Henter svarene …" }
    fn answers_not_fetched(&self) -> &'static str { "Svarene kunne ikke hentes. Resten av siden virker som før." }
    fn figure_title(&self) -> &'static str { "Hvordan er tallet regnet ut?" }
    fn show_working(&self) -> &'static str { "Vis utregning av …" }
    fn open_a_figure(&self) -> &'static str { "Trykk på et tall i årstabellen eller i tabellen til et diagram, eller velg «Vis utregning av …» over årstabellen. Da står formelen her. Hvert ledd kan åpnes videre, helt til kilden." }
    fn no_such_figure(&self) -> &'static str { "Dette tallet finnes ikke i det året." }
    fn figure_in(&self, name: &str, year: Year, in_plan: bool) -> String {
        if in_plan { format!("{name} {year} i planen") } else { format!("{name} {year}") }
    }
    fn comes_from(&self) -> &'static str { "Hvor tallet kommer fra:" }
    fn in_nominal_prices(&self) -> &'static str { "Utregningen er i løpende priser; tabellen er omregnet til faste." }
    fn made_of(&self) -> &'static str { "Leddene i formelen" }
    fn show_it(&self) -> &'static str { "Vis" }
    fn open_figure(&self, name: &str, column: &str, value: &str) -> String { format!("{name}, {column}: {value}. Vis utregningen") }
    fn why_title(&self) -> &'static str { "Hvorfor endrer kurvene seg?" }
    fn why_nothing(&self) -> &'static str { "Ingenting er endret ennå. Flytt en spak, så viser broen hva endringen kommer av." }
    fn why_explained(&self) -> &'static str { "Andelen er det årsaken i snitt legger til når årsakene kommer i alle mulige rekkefølger (Shapley-verdi). «Alene» er virkningen når bare denne årsaken er endret, og «samspill» er forskjellen mellom de to." }
    fn cause(&self) -> &'static str { "Årsak" }
    fn cause_name(&self, cause: Cause) -> &'static str {
        match cause {
            Cause::InterestRate => "Renter",
            Cause::Population => "Befolkning",
            Cause::Growth => "Inntekter, lønn og priser",
            Cause::Realisation => "Gjennomføring av tiltak",
            Cause::Investments => "Investeringer",
            Cause::Measures => "Omstilling og tiltak",
            Cause::Income => "Skatt, utbytte og fondsmål",
        }
    }
    fn cause_in_sentence(&self, cause: Cause) -> &'static str {
        match cause {
            Cause::InterestRate => "rentene",
            Cause::Population => "befolkningen",
            Cause::Growth => "veksten i inntekter, lønn og priser",
            Cause::Realisation => "hvor mye av tiltakene som gjennomføres",
            Cause::Investments => "investeringene",
            Cause::Measures => "omstillingen og tiltakene",
            Cause::Income => "skatt, utbytte og fondsmål",
        }
    }
    fn project_moved(&self, project: &str, from: Year, to: Year) -> String {
        let way = if to < from { "fram" } else { "ut" };
        format!("at {project} skyves {way} fra {from} til {to}")
    }
    fn project_left_out(&self, project: &str) -> String { format!("at {project} ikke bygges") }
    fn indicator_definite(&self, indicator: Indicator) -> &'static str {
        match indicator {
            Indicator::NetOperatingResult => "Netto driftsresultat",
            Indicator::DispositionFund => "Disposisjonsfondet",
            Indicator::DebtRatio => "Gjeldsgraden",
        }
    }
    fn why_sentence(&self, indicator: Indicator, year: Year, change: Decimal, unit: &str, causes: &[(String, String)]) -> String {
        let parts: Vec<String> = causes.iter().map(|(amount, cause)| format!("{amount} av {cause}")).collect();
        let size = NUMBERS.number(change.abs(), 1);
        let verb = if size == NUMBERS.number(Decimal::ZERO, 1) {
            "er uendret".to_owned()
        } else {
            format!("{} {size} {unit}", if change.is_sign_negative() { "faller" } else { "øker" })
        };
        let name = Nb.indicator_definite(indicator);
        if parts.is_empty() { format!("{name} i {year} {verb}.") } else { format!("{name} i {year} {verb}: {}.", parts.join(", ")) }
    }
    fn points_heading(&self) -> &'static str { "Prosentpoeng" }
    fn million_heading(&self) -> &'static str { "Mill. kr" }
    fn alone_heading(&self) -> &'static str { "Alene, mill. kr" }
    fn interaction_heading(&self) -> &'static str { "Samspill, mill. kr" }
    fn side_name(&self, group: LeverGroup) -> &'static str {
        match group {
            LeverGroup::Assumptions => "Verden endret seg",
            LeverGroup::Choices => "Vi valgte",
        }
    }
    fn change_in_all(&self) -> &'static str { "Endring i alt" }
    fn seek_title(&self) -> &'static str { "Hva skal til?" }
    fn seek_which(&self) -> &'static str { "Dette skal holde" }
    fn seek_from(&self) -> &'static str { "fra og med" }
    fn seek_until(&self) -> &'static str { "til og med" }
    fn seek_explained(&self) -> &'static str { "For hver spak er de andre der de står. Området som holder, er grønt på sporet til spaken." }
    fn seek_nothing_measured(&self) -> &'static str { "Ingen regel er valgt, eller ingen av dem kan måles." }
    fn seek_holds_now(&self) -> &'static str { "Det du har valgt, holder allerede." }
    fn lever(&self) -> &'static str { "Spak" }
    fn stands_at(&self) -> &'static str { "Står på" }
    fn holds_in(&self) -> &'static str { "Holder når den står på" }
    fn least_change(&self) -> &'static str { "Minste endring som er nok" }
    fn low_to_high(&self, low: &str, high: &str) -> String { if low == high { low.to_owned() } else { format!("{low} til {high}") } }
    fn stretch_spoken(&self, stretches: &str) -> String { format!("Reglene holder på {stretches}.") }
    fn set_to(&self, value: &str) -> String { format!("Sett til {value}") }
    fn set_lever_to(&self, lever: &str, value: &str) -> String { format!("{}: {}", self.set_to(value), lower(lever)) }
    fn already_enough(&self) -> &'static str { "Ingen" }
    fn not_enough_alone(&self, best: &str, short: &str) -> String { format!("Ikke nok alene: på {best} mangler {short} i det svakeste året") }
    fn saving_title(&self) -> &'static str { "Hvor mye må spares, og fra hvilket år?" }
    fn saving_needed(&self) -> &'static str { "Varig innsparing per år, utover scenariet" }
    fn saving_from(&self) -> &'static str { "Fra år" }
    fn saving_too_late(&self) -> &'static str { "For sent: en regel brytes før innsparingen virker nok" }
    fn saving_never(&self) -> &'static str { "Ingen varig innsparing opp til 500 mill. kr per år er nok: en regel brytes før den rekker å virke." }
    fn painted(&self, rules: &[&str], from: Year, until: Year) -> String {
        let years = if from == until { format!("i {from}") } else { format!("{from}–{until}") };
        format!("Grønt: {} holdes {years}.", rules.join(" og "))
    }
    fn change_target(&self) -> &'static str { "Velg en annen regel" }
    fn when_title(&self) -> &'static str { "Når kan et prosjekt starte?" }
    fn choose_project(&self) -> &'static str { "Velg prosjekt" }
    fn may_start(&self, project: &str, years: &[Year]) -> String {
        let in_a_row = years.windows(2).all(|pair| matches!(pair, [one, next] if one.plus(1) == *next));
        let years = match years {
            [first, .., last] if in_a_row => format!("{first}–{last}"),
            _ => years.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        };
        format!("Hvis {project} starter i {years}, så holder det du har valgt.")
    }
    fn may_never_start(&self, project: &str, year: Year, short: &str) -> String { format!("Ingen startår for {project} er nok alene. Nærmest er {year}: da mangler {short} i det svakeste året.") }
    fn tornado_title(&self) -> &'static str { "Hva betyr mest?" }
    fn tornado_explained(&self, year: Year) -> String { format!("Virkningen i {year} når én spak endres og alt annet står. Endringene er omtrent like rimelige å vente; grunnen står i tabellen. Størst øverst.") }
    fn one_step(&self, lever: &str, to: &str) -> String { format!("{lever} til {to}") }
    fn step_down(&self) -> &'static str { "Lavere" }
    fn step_up(&self) -> &'static str { "Høyere" }
    fn plausible_reason(&self, lever: Lever) -> &'static str {
        match lever {
            Lever::InterestRate => "Styringsrenten steg 1,75 prosentpoeng i 2023; de fleste år endres den mindre. Eget anslag.",
            Lever::PopulationGrowth => "Som spredningen i «Hvor usikkert er det?». Eget anslag.",
            Lever::RealRevenueGrowth => "Som spredningen i «Hvor usikkert er det?», i snitt over hele perioden. Eget anslag.",
            Lever::WageGrowth => "Deflatoren har bommet på lønn med inntil to prosentpoeng i ett år, i snitt mindre. Eget anslag.",
            Lever::PriceGrowth => "I 2022 steg prisene fire prosentpoeng mer enn deflatoren dekket; vanlige år avviker mindre. Eget anslag.",
            Lever::InvestmentVolume => "Byggekostnaden for en hel plan svinger om lag så mye. Eget anslag, etter Concept-rapport 51.",
            Lever::Realisation => "Tiltak gir ofte mindre enn vedtatt. Eget anslag.",
            Lever::InvestmentDelay => "Ett år er den minste utsettelsen.",
            Lever::Restructuring => "Et nytt krav om innsparing som kan vedtas i ett budsjett. Eget anslag.",
            Lever::PropertyTax | Lever::Dividends => "En endring et kommunestyre kan vedta i ett budsjett. Eget anslag.",
            Lever::FundTarget => "En liten endring av fondsmålet. Eget anslag.",
            _ => "Ett trinn på spaken.",
        }
    }
    fn reason(&self) -> &'static str { "Hvorfor så mye" }
    fn changed_by(&self) -> &'static str { "Spak og endring" }
    fn year_of_change(&self) -> &'static str { "Endringen i" }
    fn largest_change(&self, year: Year) -> String { format!("{year}, størst") }
    fn two_levers_title(&self) -> &'static str { "To spaker sammen" }
    fn put_off_and_saved(&self, project: &str, years: u32, saved: &str, from: Year) -> String { format!("{saved} spart fra {from} og {project} utsatt {} er nok.", years_in_words(years)) }
    fn put_off_is_enough(&self, project: &str, years: u32) -> String { format!("{project} utsatt {} er nok alene.", years_in_words(years)) }
    fn scaled_and_saved(&self, volume: &str, saved: &str, from: Year) -> String { format!("{saved} spart fra {from} og {volume} av investeringene er nok.") }
    fn two_are_not_enough(&self, volume: &str, saved: &str, from: Year, short: &str) -> String { format!("Heller ikke to spaker sammen er nok: med {saved} spart fra {from} og {volume} av investeringene mangler fortsatt {short} i det svakeste året.") }
    fn capacity_title(&self) -> &'static str { "Økonomisk handlingsrom og omstillingsbehov" }
    fn index_title(&self) -> &'static str { "Indeks for økonomisk handlingsrom" }
    fn index_explained(&self) -> &'static str { "Ett tall av netto driftsresultat, disposisjonsfond og gjeldsgrad. Under 1 er begrenset, fra 1 til 2 moderat og over 2 større handlingsrom. Sonene er KS sine. Vektene er beregnet: KS trykker dem ikke, så de er utledet av fire trykte punkter for Øvre Eiker. Hvor tungt gjelden teller, kan ikke utledes; velg selv." }
    fn index_formula(&self, debt_slope: &str) -> String { format!("Indeks = 0,4 × resultat + 0,08 × fond inntil 5 + 0,2 × fond over 5 − 0,2 + ({debt_slope}) × (gjeld − 110), alle i prosent av inntektene.") }
    fn index_unknown(&self) -> &'static str { "Indeksen kan ikke regnes ut, for minst ett av de tre nøkkeltallene mangler." }
    fn index(&self) -> &'static str { "Indeks" }
    fn zone(&self) -> &'static str { "Handlingsrom" }
    fn zone_name(&self, zone: Zone) -> &'static str {
        match zone {
            Zone::Limited => "begrenset",
            Zone::Moderate => "moderat",
            Zone::Larger => "større",
        }
    }
    fn debt_slope(&self) -> &'static str { "Gjeldens vekt, indekspoeng per prosentpoeng" }
    fn need_title(&self) -> &'static str { "Omstillingsbehov" }
    fn need_explained(&self, from: Year) -> String { format!("KS-Konsulents regnestykke tar det resultatet og fondet mangler fra tallene for {from} uten scenariet, og legger de to sammen. Resultatet mangler hvert år, men fondet bare én gang, og et bedre resultat fyller fondet av seg selv. Modellen regner derfor år for år, og svaret blir et annet.") }
    fn need_to(&self) -> &'static str { "Mål" }
    fn goal_name(&self, goal: Goal) -> &'static str {
        match goal {
            Goal::Balance => "Balanse",
            Goal::Moderate => "Moderat handlingsrom",
            Goal::OwnRules => "Egne handlingsregler",
        }
    }
    fn goal_levels(&self, result: Percent, fund: Percent) -> String {
        let digits = |level: Percent| NUMBERS.percent(level, level.value().normalize().scale());
        format!("resultat {}, fond {}", digits(result), digits(fund))
    }
    fn need_result(&self) -> &'static str { "Resultat" }
    fn need_fund(&self) -> &'static str { "Fond" }
    fn need_sum(&self) -> &'static str { "Sum, KS-Konsulents måte" }
    fn need_by_model(&self, year: Year) -> String { format!("Modellen: innsparing per år som når målet i {year}") }
    fn need_out_of_reach(&self) -> &'static str { "over 500" }
    fn shown_as(&self) -> &'static str { "Vis beløpene som" }
    fn in_man_years(&self) -> &'static str { "årsverk à 780 000 kr" }
    fn per_inhabitant(&self) -> &'static str { "kr per innbygger" }
    fn share_of_sector(&self, sector: &str) -> String { format!("% av rammen til {sector}") }
    fn man_years(&self, count: Decimal) -> String { format!("{} årsverk", NUMBERS.number(count, 0)) }
    fn everyday(&self, man_years: Decimal, per_inhabitant: Option<Kroner>) -> String {
        let people = per_inhabitant.map(|amount| format!(", {} kr per innbygger", NUMBERS.number(amount.kroner(), 0)));
        format!("{}{}", Nb.man_years(man_years), people.unwrap_or_default())
    }
    fn stress_title(&self) -> &'static str { "Hva om det går galt?" }
    fn stress_explained(&self) -> &'static str { "Trykk på ett eller flere sjokk. Hvert av dem legges oppå scenariet. Er flere valgt, vises de også samlet." }
    fn shock(&self) -> &'static str { "Sjokk" }
    fn all_shocks(&self) -> &'static str { "Alle samtidig" }
    fn shock_table(&self, last: Year) -> String { format!("Nivået i {last}, og hvor mange år regelen brytes") }
    fn ends_at(&self, value: &str, broken: usize) -> String { format!("{value} (brytes {broken} år)") }
    fn source_is(&self, source: &str) -> String { format!("Kilde: {source}") }
    fn stress_test(&self) -> &'static str { "Kommunens egen stresstest, regnet på nytt (mill. kr)" }
    fn stress_test_headings(&self) -> [&'static str; 5] { ["Post", "Beholdning", "Trykt virkning", "Regnet virkning", "Merknad"] }
    fn possible_loss(&self) -> &'static str { "Mulig tap" }
    fn wrong_amount(&self) -> &'static str { "Trykt beløp stemmer ikke med beholdning og sjokk" }
    fn wrong_sign(&self) -> &'static str { "Trykt fortegn er feil: kursen faller når renten stiger" }
    fn amounts_corrected(&self) -> &'static str { "Beløpene rettet, fortegn som trykt" }
    fn all_corrected(&self) -> &'static str { "Beløp og fortegn rettet" }
    fn futures_title(&self) -> &'static str { "Hvor usikkert er det?" }
    fn not_drawn(&self) -> &'static str { "Ikke regnet med: nye oppgaver fra staten, endringer i inntektssystemet, kriser, lønn og priser utover deflatoren, forsinkelser, og at kommunen selv endrer kurs underveis. Andelene gjelder bare det som trekkes, og er ikke en prognose." }
    fn draw_futures(&self, count: u32) -> String { format!("Regn ut {count} framtider") }
    fn draw_again(&self, seed: u64) -> String { format!("Trekk på nytt (trekning {seed})") }
    fn every_year(&self) -> &'static str { "Alle år" }
    fn futures_unknown(&self) -> &'static str { "Framtidene måles i prosent av inntektene, og inntektene står ikke i dokumentet. Legg inn ditt eget tall ved diagrammet, så kan de regnes ut." }
    fn futures_of(&self, count: u32, seed: u64) -> String { format!("Andel av {count} framtider der regelen holder (frø {seed})") }
    fn futures_table(&self) -> &'static str { "Andel av framtidene der regelen holder" }
    fn normal(&self, mean: &str, spread: &str) -> String { format!("normalfordelt rundt {mean}, standardavvik {spread}") }
    fn even(&self, from: &str, to: &str) -> String { format!("jevnt fra {from} til {to}") }
    fn drawn_name(&self, drawn: Drawn) -> &'static str {
        match drawn {
            Drawn::RateLevel => "Rentenivå",
            Drawn::RateStep => "Renteendring fra år til år",
            Drawn::RealGrowth => "Realvekst i frie inntekter",
            Drawn::PopulationGrowth => "Befolkningsvekst",
            Drawn::Realisation => "Gjennomføring av tiltakene",
            Drawn::BuildingCost => "Byggekostnad",
        }
    }
    fn reason_for(&self, drawn: Drawn) -> &'static str {
        match drawn {
            Drawn::RateLevel => "Eget anslag: hvor langt den første renten kan ligge fra planens.",
            Drawn::RateStep => "Eget anslag. Styringsrenten steg 1,75 prosentpoeng gjennom 2023; de fleste år endres den langt mindre.",
            Drawn::RealGrowth => "Eget anslag for et snitt over hele perioden. Enkeltår har variert mer.",
            Drawn::PopulationGrowth => "Eget anslag: to standardavvik tilsvarer sjokket med lav befolkningsvekst.",
            Drawn::Realisation => "Eget anslag: tiltak gir sjelden mer enn vedtatt, og ofte mindre.",
            Drawn::BuildingCost => "78 store statlige prosjekter ble i snitt 2,3 % dyrere enn styringsrammen, med standardavvik 16,0 (Concept-rapport 51, tabell 6-1). En hel plan svinger mindre enn ett prosjekt; 10 er eget anslag.",
        }
    }
    fn distribution_headings(&self) -> [&'static str; 3] { ["Dette trekkes", "Fordeling", "Grunn"] }
}

/// Years written with letters, as in a sentence.
fn years_in_words(years: u32) -> String {
    match years {
        1 => "ett år".to_owned(),
        2 => "to år".to_owned(),
        3 => "tre år".to_owned(),
        more => format!("{more} år"),
    }
}
