//! Bokmål.

use super::Phrases;
use super::bokmal_sentences::{result_sentence, rule_sentence};
use super::number;
use super::sentence::{AccountLine, ResultSentence, RuleFinding};
use crate::model::input::{InputId, InputUnit, LeverGroup};
use crate::model::municipality::{
    BaselineKind, Certainty, FiscalRule, Indicator, NeededFigure, Plan, Requirement,
};
use crate::model::scenario::Prices;
use crate::model::units::Year;
use rust_decimal::Decimal;

/// Norwegian bokmål, the first language of the program.
#[derive(Clone, Copy, Debug, Default)]
pub struct Bokmal;

#[rustfmt::skip]
impl Phrases for Bokmal {
    fn product(&self) -> &'static str { "Handlingsrom" }
    fn skip_to_result(&self) -> &'static str { "Hopp til resultatet" }
    fn plan_label(&self, plan: &Plan) -> String { plan.line_name.clone().unwrap_or_else(|| "Vedtatt plan".to_owned()) }
    fn plan_in_prices(&self, plan: &Plan, prices: Prices) -> String {
        format!("{}, regnet i {} priser,", self.plan_label(plan), if prices == Prices::Nominal { "løpende" } else { "faste" })
    }
    fn scenario_label(&self) -> &'static str { "Ditt scenario" }
    fn plan_short(&self, plan: &Plan) -> &'static str {
        match plan.kind { BaselineKind::AdoptedPlan => "Plan", BaselineKind::Continuation => "Videreført" }
    }
    fn plan_in_own_world_short(&self) -> &'static str { "Planen under dine\nforutsetninger" }
    fn scenario_short(&self) -> &'static str { "Scenario" }
    fn difference(&self) -> &'static str { "Forskjell" }
    fn group_name(&self, group: LeverGroup) -> &'static str {
        match group { LeverGroup::Assumptions => "Forutsetninger", LeverGroup::Choices => "Valg" }
    }
    fn group_explained(&self, group: LeverGroup) -> &'static str {
        match group { LeverGroup::Assumptions => "verden rundt oss", LeverGroup::Choices => "det vi bestemmer" }
    }
    fn reset_group(&self, group: LeverGroup) -> &'static str {
        match group { LeverGroup::Assumptions => "Nullstill forutsetninger", LeverGroup::Choices => "Nullstill valg" }
    }
    fn reset(&self) -> &'static str { "Nullstill" }
    fn reset_lever(&self, name: &str) -> String { format!("Nullstill {name}") }
    fn lever_name(&self, input: InputId) -> &'static str {
        match input {
            InputId::InterestRate => "Renter",
            InputId::PopulationGrowth => "Befolkningsvekst",
            InputId::InvestmentVolume => "Investeringer",
            InputId::Restructuring => "Omstilling",
            InputId::RealRevenueGrowth => "Realvekst i frie inntekter",
            InputId::WageGrowth => "Lønnsvekst utover deflator",
            InputId::PriceGrowth => "Prisvekst utover deflator",
            InputId::Realisation => "Gjennomføringsgrad",
            InputId::InvestmentDelay => "Utsett alle prosjekter",
            InputId::PropertyTax => "Eiendomsskatt",
            InputId::Dividends => "Utbytte",
            InputId::FundTarget => "Fondsmål",
        }
    }
    fn lever_explained(&self, input: InputId) -> &'static str {
        match input {
            InputId::InterestRate => "Hvor mye markedsrenten ligger over eller under det planen regner med.",
            InputId::PopulationGrowth => "Hvor mye raskere eller langsommere folketallet vokser enn i kommunens egen prognose.",
            InputId::InvestmentVolume => "Hvor mye av investeringsplanen som gjennomføres.",
            InputId::Restructuring => "Ny årlig innsparing i driften, i tillegg til planens egen.",
            InputId::RealRevenueGrowth => "Hvor mye raskere rammetilskudd og skatt vokser enn planen regner med, fra andre planår.",
            InputId::WageGrowth => "Lønnsvekst som kommunen ikke får dekket gjennom deflatoren, fra andre planår.",
            InputId::PriceGrowth => "Prisvekst som kommunen ikke får dekket gjennom deflatoren, fra andre planår.",
            InputId::Realisation => "Hvor stor del av alle innsparinger som faktisk blir noe av.",
            InputId::InvestmentDelay => "Flytter alle prosjekter som ikke er årlige bevilgninger, like mange år.",
            InputId::PropertyTax => "Mer eller mindre eiendomsskatt hvert år fra andre planår.",
            InputId::Dividends => "Mer eller mindre utbytte hvert år fra andre planår.",
            InputId::FundTarget => "Hvor mye høyere eller lavere fondet skal bygges opp før noe går til investeringer.",
        }
    }
    fn range_reason(&self, input: InputId) -> &'static str {
        match input {
            InputId::InterestRate => "Fra et rentenivå som i 2021 til en oppgang på størrelse med den fra 2021 til 2023.",
            InputId::PopulationGrowth => "Ett prosentpoeng hver vei dekker det kommuner nær en storby pleier å oppleve.",
            InputId::InvestmentVolume => "Fra ingen investeringer til halvannen gang planens kostnad.",
            InputId::Restructuring => "Inntil 100 millioner kroner i året.",
            InputId::RealRevenueGrowth => "To prosentpoeng hver vei dekker det kommunene har opplevd.",
            InputId::WageGrowth => "Deflatoren har bommet på lønn med inntil to prosentpoeng i ett år.",
            InputId::PriceGrowth => "I 2022 steg prisene fire prosentpoeng mer enn deflatoren dekket.",
            InputId::Realisation => "Fra ingenting til alt.",
            InputId::InvestmentDelay => "Inntil fem år.",
            InputId::PropertyTax => "Fra å fjerne en stor eiendomsskatt til å innføre en.",
            InputId::Dividends => "Lillehammers ekstra utbytte i 2023 var 85 millioner.",
            InputId::FundTarget => "Fra ikke noe fond til om lag dobbelt så stort som vanlig.",
        }
    }
    fn unit(&self, unit: InputUnit) -> &'static str {
        match unit {
            InputUnit::PercentagePoints => "pp",
            InputUnit::PercentagePointsPerYear => "pp/år",
            InputUnit::PercentOfPlan => "% av plan",
            InputUnit::MillionKronerPerYear => "mill. kr/år",
            InputUnit::Percent => "%",
            InputUnit::Years => "år",
        }
    }
    fn unit_spoken(&self, unit: InputUnit) -> &'static str {
        match unit {
            InputUnit::PercentagePoints => "prosentpoeng",
            InputUnit::PercentagePointsPerYear => "prosentpoeng per år",
            InputUnit::PercentOfPlan => "prosent av planen",
            InputUnit::MillionKronerPerYear => "millioner kroner per år",
            InputUnit::Percent => "prosent",
            InputUnit::Years => "år",
        }
    }
    fn number_field(&self, name: &str) -> String { format!("{name}, tall") }
    fn less(&self, name: &str) -> String { format!("Mindre: {name}") }
    fn more(&self, name: &str) -> String { format!("Mer: {name}") }
    fn not_a_number(&self, text: &str, example: &str) -> String {
        format!("«{text}» er ikke et tall. Skriv for eksempel {example}.")
    }
    fn outside_range(&self, text: &str, min: &str, max: &str) -> String {
        format!("{text} er utenfor området {min} til {max}.")
    }
    fn beyond_range(&self, text: &str, min: &str, max: &str, taken: &str) -> String {
        format!("{text} er utenfor området {min} til {max}. Spaken er satt til {taken}.")
    }
    fn undo(&self) -> &'static str { "Angre" }
    fn redo(&self) -> &'static str { "Gjør om" }
    fn share(&self) -> &'static str { "Del" }
    fn link_copied(&self) -> &'static str { "Lenken er kopiert. Den inneholder hele scenarioet." }
    fn link_not_copied(&self) -> &'static str { "Nettleseren lot oss ikke kopiere. Kopier adressen øverst i vinduet; den inneholder hele scenarioet." }
    fn print(&self) -> &'static str { "Skriv ut" }
    fn toolbar(&self) -> &'static str { "Verktøylinje" }
    fn ready_made(&self) -> &'static str { "Ferdige scenarioer" }
    fn choose_ready_made(&self) -> &'static str { "Velg ferdig scenario" }
    fn indicator_name(&self, indicator: Indicator) -> &'static str {
        match indicator {
            Indicator::NetOperatingResult => "Netto driftsresultat",
            Indicator::DispositionFund => "Disposisjonsfond",
            Indicator::DebtRatio => "Gjeldsgrad",
        }
    }
    fn indicator_explained(&self, indicator: Indicator) -> &'static str {
        match indicator {
            Indicator::NetOperatingResult => "Det kommunen sitter igjen med når drift, renter og avdrag er betalt.",
            Indicator::DispositionFund => "Oppsparte penger som kommunestyret fritt kan bruke.",
            Indicator::DebtRatio => "Lånegjeld uten vann og avløp og uten formidlingslån.",
        }
    }
    fn of_revenue(&self) -> &'static str { "% av driftsinntektene" }
    fn rule_line(&self, rule: &FiscalRule) -> String {
        let word = match rule.requirement { Requirement::AtLeast => "minst", Requirement::AtMost => "høyst", Requirement::Below => "under" };
        let decimals = rule.limit.value().normalize().scale();
        format!("Handlingsregel: {word} {}", number::percent(rule.limit, decimals))
    }
    fn rule_short_name(&self, indicator: Indicator) -> &'static str {
        match indicator {
            Indicator::NetOperatingResult => "resultatregelen",
            Indicator::DispositionFund => "fondsregelen",
            Indicator::DebtRatio => "gjeldsregelen",
        }
    }
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
    fn triangle_title(&self) -> &'static str { "Bærekraftstrekanten" }
    fn triangle_explained(&self) -> &'static str { "Jo større trekant, jo nærmere målene. Den grønne viser alle tre handlingsreglene oppfylt." }
    fn triangle_sentence(&self, who: &str, first: Year, last: Year) -> String {
        format!("{who} i {first} og {last}, målt mot handlingsreglene.")
    }
    fn triangle_corner(&self, indicator: Indicator) -> &'static str {
        match indicator { Indicator::NetOperatingResult => "Resultat", Indicator::DispositionFund => "Fond", Indicator::DebtRatio => "Gjeld" }
    }
    fn year_account(&self) -> &'static str { "Året" }
    fn account_unit(&self, prices: Prices, first_year: Year) -> String {
        match prices {
            Prices::Nominal => "løpende priser".to_owned(),
            Prices::AsPlanned | Prices::Deflated => format!("faste {first_year}-priser"),
        }
    }
    fn line_name(&self, line: AccountLine) -> &'static str {
        match line {
            AccountLine::Revenue => "Driftsinntekter",
            AccountLine::GeneralRevenue => "Generelle driftsinntekter",
            AccountLine::Costs => "Driftsutgifter",
            AccountLine::Appropriations => "Bevilgninger drift, netto",
            AccountLine::FinancialIncome => "Finansinntekter",
            AccountLine::Interest => "Renteutgifter",
            AccountLine::Instalments => "Avdrag",
            AccountLine::Transfer => "Overføring til investering",
            AccountLine::Investments => "Investeringer",
            AccountLine::Loans => "Bruk av lån",
            AccountLine::Debt => "Lånegjeld",
            AccountLine::DebtChange => "Endring i lånegjeld fra start",
            AccountLine::FundChange => "Endring i fond fra start",
        }
    }
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
    fn details_of(&self, input: InputId) -> String {
        match input {
            InputId::InterestRate => "Rente år for år og priser",
            InputId::PopulationGrowth => "Aldersgrupper og vekst",
            InputId::InvestmentVolume => "Prosjekter og salg",
            _ => "Tiltak, rammer og inntekter",
        }.to_owned()
    }
    fn rate_table_explained(&self) -> &'static str { "Endring i markedsrenten i enkeltår, i tillegg til spaken. Flytende lån følger straks, fastrentelån etter hvert som de løper ut." }
    fn rate_in_plan(&self) -> &'static str { "Snittrente, plan" }
    fn rate_in_scenario(&self) -> &'static str { "Snittrente, scenario" }
    fn rate_change(&self) -> &'static str { "Endring (pp)" }
    fn rate_change_in(&self, year: Year) -> String { format!("Endring i renten {year}") }
    fn age_growth_explained(&self) -> &'static str { "Endring i årlig vekst for en aldersgruppe, i tillegg til spaken. Endringen virker fra andre planår." }
    fn age_growth_of(&self, group: &str) -> String { format!("Endring i veksten, {group}") }
    fn age_group(&self) -> &'static str { "Alder" }
    fn inhabitants_total(&self) -> &'static str { "I alt" }
    fn inhabitants_in(&self) -> &'static str { "Innbyggere 1. januar i ditt scenario" }
    fn growth_change(&self) -> &'static str { "pp/år" }
    fn years_of_project(&self, first: Year, last: Year) -> String {
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    }
    fn running_project(&self) -> &'static str { "hvert år" }
    fn one_year_earlier(&self, project: &str) -> String { format!("Ett år tidligere: {project}") }
    fn one_year_later(&self, project: &str) -> String { format!("Ett år senere: {project}") }
    fn projects_explained(&self, later: bool) -> String {
        let moving = "Fjern haken for å la være å bygge. Pilene flytter prosjektet i tid; kostnaden og merverdiavgiften følger med.";
        if later { format!("{moving} Beløp planen bare oppgir samlet for årene etter de ti, er fordelt jevnt (beregnet).") } else { moving.to_owned() }
    }
    fn dropped(&self) -> &'static str { "bygges ikke" }
    fn moved_from_to(&self, from: Year, to: Year) -> String { format!("{from} → {to}") }
    fn measures_explained(&self, years: [Year; 2]) -> String {
        let [first, last] = years;
        let years = if first == last { first.to_string() } else { format!("{first} og {last}") };
        format!("Beløpene er i 1000 kr, for {years}. Minus er innsparing. Uten hake gjennomføres tiltaket ikke; prosenten sier hvor mye av det som gjennomføres.")
    }
    fn realisation(&self) -> &'static str { "%" }
    fn realisation_of(&self, measure: &str) -> String { format!("Gjennomføring i prosent: {measure}") }
    fn measures_of(&self, committee: &str, count: usize, chosen: usize) -> String {
        format!("{committee}: {count} tiltak, {chosen} valgt")
    }
    fn no_measure_in_plan(&self) -> &'static str { "Ingen av tiltakene er med i framskrivingen før du velger dem." }
    fn not_in_plan(&self) -> &'static str { "ikke i framskrivingen" }
    fn locked(&self) -> &'static str { "kan ikke velges" }
    fn average_rate_now(&self, year: Year, rate: &str) -> String { format!("snitt {rate} i {year}") }
    fn population_now(&self, year: Year, people: &str) -> String { format!("{people} innb. i {year}") }
    fn investments_now(&self, total: &str) -> String { format!("{total} på ti år") }
    fn restructuring_now(&self, plan: Option<&str>) -> String {
        plan.map_or_else(|| "ny innsparing, ikke fordelt".to_owned(), |plan| format!("i tillegg til planens {plan}"))
    }
    fn input_value(&self, input: InputId, value: Decimal) -> String {
        let spec = input.spec();
        let decimals = spec.decimals.max(value.normalize().scale());
        if spec.signed { number::format_signed(value, decimals) } else { number::format(value, decimals) }
    }
    fn result_sentence(&self, sentence: &ResultSentence) -> String { result_sentence(sentence) }
    fn rule_sentence(&self, finding: &RuleFinding) -> String { rule_sentence(finding) }
    fn range_sentence(&self, lowest: (Year, &str), highest: (Year, &str)) -> String {
        if lowest.1 == highest.1 {
            return format!("{} alle årene.", lowest.1);
        }
        format!("Lavest {} i {}, høyest {} i {}.", lowest.1, lowest.0, highest.1, highest.0)
    }
    fn level_sentence(&self, counts: [usize; 3], year_count: usize) -> String {
        let levels = ["på ikke akseptabelt nivå", "på akseptabelt nivå", "på ønsket nivå"];
        let met = counts.into_iter().zip(levels).filter(|(count, _)| *count > 0);
        let said: Vec<String> = met
            .map(|(count, level)| {
                if count == year_count { format!("alle {count} år {level}") } else { format!("{count} år {level}") }
            })
            .collect();
        format!("Av nivåene i regelen: {}.", said.join(", "))
    }
    fn in_million_kroner(&self) -> &'static str { "mill. kr" }
    fn desired(&self) -> &'static str { "ønsket nivå" }
    fn no_rule(&self) -> &'static str { "Dokumentet oppgir ingen handlingsregel." }
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
    fn data_unreadable(&self) -> &'static str { "Kommunens data kunne ikke leses. Last siden på nytt." }
    fn percentage_points(&self, value: &str) -> String { format!("{value} pp") }
    fn percentage_points_a_year(&self, value: &str) -> String { format!("{value} pp/år") }
    fn prices(&self) -> &'static str { "Priser" }
    fn prices_name(&self, prices: Prices) -> &'static str {
        match prices {
            Prices::AsPlanned => "Faste, som i planen",
            Prices::Nominal => "Løpende",
            Prices::Deflated => "Faste, gjelden også",
        }
    }
    fn prices_explained(&self) -> &'static str { "Planen er i faste priser, men gjelden er ikke prisjustert. Løpende priser lar inntekter, utgifter og investeringer vokse med deflatoren." }
    fn prognosis(&self) -> &'static str { "Befolkningsprognose" }
    fn cost_by_age(&self) -> &'static str { "La utgiftene følge alder i stedet for planens regel" }
    fn cost_by_age_explained(&self, by_plan: &str, by_age: &str, year: Year) -> String {
        format!("Vekst i utgiftene fram til {year}: {by_plan} etter planens regel, {by_age} etter alder (beregnet med anslåtte kroner per innbygger).")
    }
    fn age_support(&self, first: (Year, &str), last: (Year, &str)) -> String {
        format!("Aldersbæreevne, innbyggere 16–66 år per innbygger over 66: {} i {}, {} i {}.", first.1, first.0, last.1, last.0)
    }
    fn more_levers(&self, input: InputId) -> &'static str {
        match input {
            InputId::InterestRate => "Priser",
            InputId::PopulationGrowth => "Inntekts- og kostnadsvekst",
            InputId::InvestmentVolume => "Utsettelse, salg og egne prosjekter",
            InputId::Restructuring => "Rammer, inntekter og egne tiltak",
            _ => "",
        }
    }
    fn frames_title(&self) -> &'static str { "Endre rammene (prosent, alle år)" }
    fn frame_change_of(&self, frame: &str) -> String { format!("Endring i rammen i prosent: {frame}") }
    fn frame_amount(&self) -> &'static str { "Ramme, mill. kr" }
    fn sale(&self) -> &'static str { "Salg av eiendom og andre verdier (mill. kr)" }
    fn sale_in(&self, year: Year) -> String { format!("Salg i {year}, mill. kr") }
    fn sale_explained(&self) -> &'static str { "Engangsinntekten reduserer årets lån; det som er til overs, betaler ned gjeld." }
    fn scale_of(&self, project: &str) -> String { format!("Omfang i prosent av planen: {project}") }
    fn scale(&self) -> &'static str { "%" }
    fn stretch_of(&self, project: &str) -> String { format!("Fordel over flere år: {project}") }
    fn stretch(&self) -> &'static str { "år mer" }
    fn delay_of(&self, measure: &str) -> String { format!("Utsett, antall år: {measure}") }
    fn delay(&self) -> &'static str { "år utsatt" }
    fn own_projects(&self) -> &'static str { "Legg til eget prosjekt" }
    fn own_measures(&self) -> &'static str { "Legg til eget tiltak" }
    fn own_name(&self) -> &'static str { "Navn" }
    fn own_cost(&self) -> &'static str { "Kostnad, mill. kr" }
    fn own_start(&self) -> &'static str { "Startår" }
    fn own_years(&self) -> &'static str { "Byggetid, år" }
    fn own_saving(&self) -> &'static str { "Beløp per år, mill. kr (minus sparer)" }
    fn own_ramp(&self) -> &'static str { "Opptrapping, år" }
    fn own_one_off_cost(&self) -> &'static str { "Engangskostnad, mill. kr" }
    fn own_effect(&self) -> &'static str { "Økt drift per år når det er ferdig, mill. kr" }
    fn add(&self) -> &'static str { "Legg til" }
    fn name_missing(&self) -> &'static str { "Skriv et navn, inntil 80 tegn." }
    fn amount_from(&self, millions: &str, year: Year) -> String { format!("{millions} mill. kr fra {year}") }
    fn overlaps(&self, other: &str) -> String { format!("teller de samme kronene som «{other}»") }
    fn no_amount(&self) -> &'static str { "beløp ikke oppgitt" }
    fn certainty(&self, certainty: Certainty) -> &'static str {
        match certainty {
            Certainty::Green => "grønn: sikkert beløp",
            Certainty::Yellow => "gul: trolig beløp",
            Certainty::Red => "rød: usikkert beløp",
        }
    }
    fn statutory(&self, law: &str) -> String { format!("Berører lovpålagt oppgave: {law}") }
    fn earlier_years(&self) -> &'static str { "Trykte nøkkeltall fra tidligere år og andre kommuner" }
    fn transfer_cut(&self, year: Year) -> String { format!("I {year} må den planlagte overføringen til investeringer kuttes, fordi resultatet ikke strekker til.") }
    fn fund_empty(&self, year: Year) -> String { format!("Disposisjonsfondet er brukt opp i {year}.") }
    fn not_covered(&self, year: Year) -> String { format!("I {year} er merforbruk ikke dekket inn innen to år, slik loven krever; da kan kommunen meldes inn i ROBEK.") }
    fn dependency_broken(&self, project: &str, reason: &str) -> String { format!("{project}: {reason}") }
    fn rate_on_new_loans_only(&self) -> &'static str { "Dokumentet oppgir ikke gjelden. Renteendringen virker derfor bare på lån som ditt scenario legger til eller tar bort." }
    fn first_and_last(&self, first: Year, last: Year) -> String { format!("{first} og {last}") }
    fn extension_starts(&self) -> &'static str { "Streken viser hvor det trykte budsjettet slutter" }
    fn link_faults_title(&self) -> &'static str { "Noe i lenken kunne ikke leses. Resten er åpnet." }
    fn uncovered_deficit(&self, year: Year) -> String { format!("Fondet er tomt i {year}, og året ender med merforbruk som må dekkes inn innen to år.") }
    fn robek(&self, year: Year) -> String { format!("Fra {year} er samlet merforbruk over 3 % av inntektene; da kan kommunen meldes inn i ROBEK.") }
    fn how_to_move(&self) -> &'static str { "Dra i en spak for å se hva som skjer." }
}
