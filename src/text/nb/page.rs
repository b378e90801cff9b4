//! Bokmål: around the levers and the results: toolbar, notes, what is missing, what has changed.

use super::Nb;
use crate::model::municipality::{BaselineKind, Indicator, NeededFigure, Plan};
use crate::model::scenario::Prices;
use crate::model::units::Year;
use crate::text::PageWords;

#[rustfmt::skip]
impl PageWords for Nb {
    fn product(&self) -> &'static str { "Handlingsrom" }
    fn skip_to_result(&self) -> &'static str { "Hopp til resultatet" }
    fn undo(&self) -> &'static str { "Angre" }
    fn redo(&self) -> &'static str { "Gjør om" }
    fn share(&self) -> &'static str { "Del" }
    fn link_copied(&self) -> &'static str { "Lenken er kopiert. Den inneholder hele scenarioet." }
    fn link_not_copied(&self) -> &'static str { "Nettleseren lot oss ikke kopiere. Kopier adressen øverst i vinduet; den inneholder hele scenarioet." }
    fn print(&self) -> &'static str { "Skriv ut" }
    fn toolbar(&self) -> &'static str { "Verktøylinje" }
    fn ready_made(&self) -> &'static str { "Ferdige scenarioer" }
    fn choose_ready_made(&self) -> &'static str { "Velg ferdig scenario" }
    fn table(&self) -> &'static str { "Tabell" }
    fn close(&self) -> &'static str { "Lukk" }
    fn year(&self) -> &'static str { "År" }
    fn year_before(&self) -> &'static str { "Året før" }
    fn year_after(&self) -> &'static str { "Året etter" }
    fn changed_title(&self) -> &'static str { "Du har endret" }
    fn nothing_changed(&self) -> &'static str { "Ingenting. Alle spakene står der de begynte." }
    fn changed_count(&self, count: usize) -> String {
        if count == 1 { "1 ting".to_owned() } else { format!("{count} ting") }
    }
    fn remove(&self, what: &str) -> String { format!("Fjern: {what}") }
    fn plan_then(&self, value: &str) -> String { format!("plan → {value}") }
    fn not_a_forecast(&self) -> &'static str { "Hvis … så: dette er ikke en prognose." }
    fn estimated_figures(&self) -> &'static str { "Ikke alle tall er trykt; «Om tallene» sier hvilke som er beregnet, og hvordan." }
    fn about_figures(&self) -> &'static str { "Om tallene" }
    fn not_included_title(&self) -> &'static str { "Forbehold" }
    fn documents_title(&self) -> &'static str { "Dokumenter" }
    fn estimated_title(&self) -> &'static str { "Tall som er beregnet, ikke trykt" }
    fn version_and_data(&self, version: &str, date: &str) -> String { format!("Data {date} · modell {version}") }
    fn plan_is(&self, plan: &Plan) -> String {
        match plan.kind {
            BaselineKind::AdoptedPlan => format!("Vedtatt plan: {}", plan.name),
            BaselineKind::Continuation => format!("Utgangspunkt: {}", plan.name),
        }
    }
    fn cannot_be_shown(&self, indicator: Indicator) -> String {
        match indicator {
            Indicator::NetOperatingResult => "Prosentkurven kan ikke vises. Dette mangler i dokumentet:",
            Indicator::DispositionFund | Indicator::DebtRatio => "Kurven kan ikke vises. Dette mangler i dokumentet:",
        }.to_owned()
    }
    fn missing_figure(&self, figure: NeededFigure) -> &'static str {
        match figure {
            NeededFigure::OperatingRevenue => "Brutto driftsinntekter",
            NeededFigure::Debt => "Lånegjeld ved inngangen til første år",
            NeededFigure::DispositionFund => "Disposisjonsfond ved inngangen til første år",
            NeededFigure::Inhabitants => "Innbyggere",
        }
    }
    fn found_in(&self, place: &str) -> String { format!("Står vanligvis her: {place}.") }
    fn your_own_figure(&self, figure: NeededFigure) -> String {
        let unit = if figure == NeededFigure::Inhabitants { "antall" } else { "mill. kr" };
        format!("Ditt tall ({unit}): {}", self.missing_figure(figure))
    }
    fn your_figure(&self, figure: NeededFigure) -> &'static str {
        if figure == NeededFigure::Inhabitants { "Ditt tall" } else { "Ditt tall, mill. kr" }
    }
    fn inhabitants_missing(&self) -> &'static str { "innbyggertall mangler" }
    fn no_inhabitants(&self) -> &'static str { "Uten innbyggertall står inntektene stille, og spaken virker ikke. Dette mangler i dokumentet:" }
    fn own_figure_used(&self, figures: &str) -> String { format!("Bygger på ditt tall: {figures}.") }
    fn use_figure(&self) -> &'static str { "Bruk" }
    fn municipality(&self) -> &'static str { "Kommune" }
    fn fetching_municipality(&self) -> &'static str { "Henter kommunens tall …" }
    fn municipality_not_fetched(&self, id: &str) -> String { format!("kommuner/{id}.json kunne ikke hentes eller leses. Kommunen du hadde, står fortsatt.") }
    fn key_in_words(&self, key: &str) -> String {
        let words = match key {
            "mva_andel" => "mva-andel".to_owned(),
            "inntekts_og_formuesskatt" => "inntekts- og formuesskatt".to_owned(),
            "bevilgninger_drift_netto" => "bevilgninger drift, netto".to_owned(),
            "rentebinding_år" => "rentebinding (år)".to_owned(),
            "lånegjeld" | "disposisjonsfond" | "selvkostgjeld" | "bokført_verdi" | "innskudd" | "ubrukte_lånemidler" => {
                format!("{} ved inngangen", key.replace('_', " "))
            }
            _ => key.replace('_', " "),
        };
        let mut letters = words.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }
    fn data_unreadable(&self) -> &'static str { "Kommunens tall kunne ikke hentes eller leses." }
    fn try_again(&self) -> &'static str { "Prøv igjen" }
    fn prices(&self) -> &'static str { "Priser" }
    fn prices_name(&self, prices: Prices) -> &'static str {
        match prices {
            Prices::AsPlanned => "Faste, som i planen",
            Prices::Nominal => "Løpende",
            Prices::Deflated => "Faste, gjelden også",
        }
    }
    fn prices_explained(&self) -> &'static str { "Planen er i faste priser, men gjelden er ikke prisjustert. Løpende priser lar inntekter, utgifter og investeringer vokse med deflatoren." }
    fn first_and_last(&self, first: Year, last: Year) -> String { format!("{first} og {last}") }
    fn link_faults_title(&self) -> &'static str { "Noe i lenken kunne ikke leses. Resten er åpnet." }
    fn how_to_move(&self) -> &'static str { "Dra i en spak for å se hva som skjer." }
}
