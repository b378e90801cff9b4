//! Bokmål: of levers, of what opens under them, and of number fields.

use super::{NUMBERS, Nb};
use crate::model::input::{InputId, InputUnit, LeverGroup};
use crate::model::municipality::Certainty;
use crate::model::units::Year;
use crate::text::LeverWords;
use rust_decimal::Decimal;

#[rustfmt::skip]
impl LeverWords for Nb {
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
        if spec.signed { NUMBERS.signed(value, decimals) } else { NUMBERS.number(value, decimals) }
    }
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
    fn dependency_broken(&self, project: &str, reason: &str) -> String { format!("{project}: {reason}") }
    fn rate_on_new_loans_only(&self) -> &'static str { "Dokumentet oppgir ikke gjelden. Renteendringen virker derfor bare på lån som ditt scenario legger til eller tar bort." }
}
