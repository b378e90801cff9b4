//! Bokmål: around the levers and the results: toolbar, notes, what is missing, what has changed.

use super::Nb;
use crate::model::municipality::{BaselineKind, Indicator, NeededFigure, Plan};
use crate::model::scenario::Prices;
use crate::model::units::Year;
use crate::text::{Door, PageWords, ResultWords};
use crate::text::{capital, lower, lower_first};

#[rustfmt::skip]
impl PageWords for Nb {
    fn product(&self) -> &'static str { "Handlingsrom" }
    fn skip_to_result(&self) -> &'static str { "Hopp til resultatet" }
    fn undo(&self) -> &'static str { "Angre" }
    fn redo(&self) -> &'static str { "Gjør om" }
    fn share(&self) -> &'static str { "Del" }
    fn link_copied(&self) -> &'static str { "Lenken er kopiert. Den inneholder alt du har endret." }
    fn link_not_copied(&self) -> &'static str { "Nettleseren lot oss ikke kopiere. Kopier adressen øverst i vinduet; den inneholder alt du har endret." }
    fn print(&self) -> &'static str { "Skriv ut" }
    fn toolbar(&self) -> &'static str { "Verktøylinje" }
    fn ready_made(&self) -> &'static str { "Ferdige scenarioer" }
    fn table(&self) -> &'static str { "Tabell" }
    fn close(&self) -> &'static str { "Lukk" }
    fn year(&self) -> &'static str { "År" }
    fn year_before(&self) -> &'static str { "Året før" }
    fn year_after(&self) -> &'static str { "Året etter" }
    fn changed_title(&self) -> &'static str { "Du har endret" }
    fn remove(&self, what: &str) -> String { format!("Fjern: {what}") }
    fn not_a_forecast(&self) -> &'static str { "Dette er ikke en spådom, men det som følger av planen og endringene." }
    fn estimated_figures(&self) -> &'static str { "Noen tall er anslag." }
    fn about_figures(&self) -> &'static str { "Om tallene" }
    fn not_included_title(&self) -> &'static str { "Forbehold" }
    fn documents_title(&self) -> &'static str { "Dokumenter" }
    fn estimated_title(&self) -> &'static str { "Tall som er beregnet, ikke trykt" }
    fn version_and_data(&self, version: &str, date: &str) -> String { format!("Data {} · modell {version} · ingenting du gjør her, sendes noe sted", day(date)) }
    fn plan_is(&self, plan: &Plan) -> String {
        match plan.kind {
            BaselineKind::AdoptedPlan => format!("Vedtatt plan: {}", plan.name),
            BaselineKind::Proposal => format!("Kommunedirektørens forslag: {}", plan.name),
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
        capital(&words)
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
    fn picture_refused(&self) -> &'static str { "Nettleseren lot oss ikke tegne diagrammet. Setningen og tabellen har de samme tallene." }
    fn details_title(&self) -> &'static str { "Detaljer" }
    fn alternative(&self) -> &'static str { "Alternativ" }
    fn levers_title(&self) -> &'static str { "Spaker" }
    fn door_name(&self, door: Door) -> &'static str {
        match door {
            Door::Projects => "Prosjekter",
            Door::Measures => "Tiltak",
            Door::Years => "År for år",
            Door::Why => "Hvorfor?",
            Door::Numbers => "Alle tallene",
            Door::Ask => "Spør",
            Door::About => "Om tallene",
            Door::Paper => "Utskrift",
        }
    }
    fn door_explained(&self, door: Door, counts: [usize; 3]) -> String {
        let [buildings, running, measures] = counts;
        match door {
            Door::Projects if running == 0 => format!("{buildings} bygg og anlegg"),
            Door::Projects => format!("{buildings} bygg, {running} løpende"),
            Door::Measures => format!("{measures} i dokumentet"),
            Door::Years => "rente og folketall".to_owned(),
            Door::Why => "årsak for årsak".to_owned(),
            Door::Numbers => "hvert år og hver linje".to_owned(),
            Door::Ask => "hva skal til?".to_owned(),
            Door::About => "kilder og forbehold".to_owned(),
            Door::Paper => "slik blir arket".to_owned(),
        }
    }
    fn what_is(&self, about: &str) -> String { format!("Hva betyr {}?", lower(about)) }
    fn choose_year_in(&self, chart: &str) -> String { format!("{chart}: velg år") }
    fn enlarge(&self, chart: &str, is_large: bool) -> String {
        if is_large { format!("Lukk {}", lower(chart)) } else { format!("{chart}: vis hele kurven") }
    }
    fn table_of(&self, chart: &str) -> String { format!("{chart} som tabell") }
    fn curve(&self) -> &'static str { "Kurve" }
    fn curve_of(&self, chart: &str) -> String { format!("{chart} som kurve") }
    fn requirement_is(&self, requirement: &str) -> String { format!("krav {requirement}") }
    fn why_fund_stays(&self, limit: &str) -> String { format!("Hvorfor akkurat {limit}? Planens egen regel fyller fondet til {limit} og legger resten i bygg.") }
    fn examples_title(&self) -> &'static str { "Prøv et eksempel" }
    fn rate_up_one(&self) -> &'static str { "Renten opp 1 prosentpoeng" }
    fn without(&self, project: &str) -> String { format!("Uten {project}") }
    fn reset_all(&self) -> &'static str { "Nullstill alt" }
    fn year_choice(&self) -> &'static str { "Tall for" }
    fn the_amounts(&self) -> &'static str { "beløpene" }
    fn opening_line(&self, municipality: &str, plan: &Plan, last: Year) -> String {
        let name = self.plan_label(plan);
        match plan.kind {
            BaselineKind::AdoptedPlan | BaselineKind::Proposal => format!("Slik går det med økonomien i {municipality} i {}, regnet fram til {last}. Dra i en spak og se hva som skjer.", lower_first(&name)),
            BaselineKind::Continuation => format!("Slik går det med økonomien i {municipality} fram til {last}: {}. Dra i en spak og se hva som skjer.", lower_first(&name)),
        }
    }
    fn compared_line(&self, own: &str, with: &str) -> String { format!("{own}, sammenlignet med {}.", lower_first(with)) }
    fn in_prices(&self, prices: Prices) -> String { format!("Priser: {}.", lower(self.prices_name(prices))) }
    fn back_to_numbers(&self) -> &'static str { "‹ Alle tallene" }
    fn press_a_figure(&self) -> &'static str { "Trykk på et tall for å se hvordan det er regnet ut." }
    fn rules_year_by_year(&self) -> &'static str { "Handlingsreglene år for år" }
    fn broken(&self) -> &'static str { "brutt:" }
    fn cross_means_broken(&self) -> &'static str { "× betyr at regelen er brutt" }
    fn the_alternative(&self) -> &'static str { "Alternativet" }
    fn against(&self, name: &str, plan: &str) -> String { format!("{name} mot {}", lower(plan)) }
    fn changed_from(&self, plan: &str) -> String { format!("Endringer fra {plan}") }
    fn link_opens_again(&self) -> &'static str { "Denne adressen åpner alternativet igjen:" }
}

/// A date as Norwegians write it; a year alone as it is.
fn day(date: &str) -> String {
    match date.split('-').collect::<Vec<_>>().as_slice() {
        [year, month, day] => format!("{day}.{month}.{year}"),
        _ => date.to_owned(),
    }
}
