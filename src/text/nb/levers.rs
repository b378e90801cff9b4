//! Bokmål: of levers, of what opens under them, and of number fields.

use super::{NUMBERS, Nb};
use crate::model::lever::{Lever, LeverGroup, LeverUnit};
use crate::model::municipality::{BaselineKind, Certainty};
use crate::model::units::Year;
use crate::text::LeverWords;
use rust_decimal::Decimal;

#[rustfmt::skip]
impl LeverWords for Nb {
    fn group_name(&self, group: LeverGroup) -> &'static str {
        match group { LeverGroup::Assumptions => "Forutsetninger", LeverGroup::Choices => "Valg" }
    }
    fn group_explained(&self, group: LeverGroup) -> &'static str {
        match group { LeverGroup::Assumptions => "det vi ikke styrer selv", LeverGroup::Choices => "det kommunestyret bestemmer" }
    }
    fn reset(&self) -> &'static str { "Nullstill" }
    fn reset_lever(&self, name: &str) -> String { format!("Nullstill {name}") }
    fn lever_name(&self, input: Lever) -> &'static str {
        match input {
            Lever::InterestRate => "Renter",
            Lever::PopulationGrowth => "Befolkningsvekst",
            Lever::InvestmentVolume => "Investeringer",
            Lever::Restructuring => "Omstilling",
            Lever::RealRevenueGrowth => "Realvekst i frie inntekter",
            Lever::WageGrowth => "Lønnsvekst utover deflator",
            Lever::PriceGrowth => "Prisvekst utover deflator",
            Lever::Realisation => "Gjennomføringsgrad",
            Lever::InvestmentDelay => "Utsett alle prosjekter",
            Lever::PropertyTax => "Eiendomsskatt",
            Lever::Dividends => "Utbytte",
            Lever::FundTarget => "Fondsmål",
            Lever::Prognosis => "Befolkningsprognose",
            Lever::CostByAge => "La utgiftene følge alder i stedet for planens regel",
            Lever::KeepRealGrowth => "Tjenestene får ingenting av realveksten",
            Lever::RateInYear => "Rente i ett år",
            Lever::GrowthOfAgeGroup => "Vekst i en aldersgruppe",
            Lever::ProjectIncluded => "Prosjekt bygges",
            Lever::ProjectMoved => "Prosjekt flyttes",
            Lever::ProjectScale => "Prosjektets omfang",
            Lever::ProjectStretch => "Prosjekt fordeles over flere år",
            Lever::MeasureRealisation => "Gjennomføring av et tiltak",
            Lever::MeasureDelay => "Tiltak utsettes",
            Lever::FrameChange => "Endring i en ramme",
            Lever::Sale => "Salg",
            Lever::OwnProject => "Eget prosjekt",
            Lever::OwnMeasure => "Eget tiltak",
        }
    }
    fn lever_of(&self, lever: Lever, subject: &str) -> String {
        match lever {
            Lever::RateInYear => format!("Endring i renten {subject}"),
            Lever::GrowthOfAgeGroup => format!("Endring i veksten, {subject}"),
            Lever::ProjectScale => format!("Omfang i prosent av planen: {subject}"),
            Lever::ProjectStretch => format!("Fordel over flere år: {subject}"),
            Lever::MeasureRealisation => format!("Gjennomføring i prosent: {subject}"),
            Lever::MeasureDelay => format!("Utsett, antall år: {subject}"),
            Lever::FrameChange => format!("Endring i rammen i prosent: {subject}"),
            Lever::Sale => format!("Salg i {subject}, mill. kr"),
            Lever::OwnProject | Lever::OwnMeasure => subject.to_owned(),
            other if subject.is_empty() => self.lever_name(other).to_owned(),
            other => format!("{}: {subject}", self.lever_name(other)),
        }
    }
    fn lever_explained(&self, input: Lever) -> &'static str {
        match input {
            Lever::InterestRate => "Hva kommunen betaler for lånene sine. Spaken sier hvor mye markedsrenten ligger over eller under det planen regner med.",
            Lever::PopulationGrowth => "Hvor fort folketallet vokser, målt mot kommunens egen prognose. Det endrer både inntekter og utgifter.",
            Lever::InvestmentVolume => "Hvor mye av byggeplanene som gjennomføres. Mindre bygging gir mindre lån.",
            Lever::Restructuring => "Hvor mye driften skal spare i året, planens egen innsparing medregnet. Sparte penger gir mer enn beløpet etter noen år, fordi det lånes mindre og rentene blir lavere.",
            Lever::RealRevenueGrowth => "Hvor mye raskere rammetilskudd og skatt vokser enn planen regner med, fra andre planår.",
            Lever::WageGrowth => "Lønnsvekst som kommunen ikke får dekket gjennom deflatoren, fra andre planår.",
            Lever::PriceGrowth => "Prisvekst som kommunen ikke får dekket gjennom deflatoren, fra andre planår.",
            Lever::Realisation => "Hvor stor del av alle innsparinger som faktisk blir noe av.",
            Lever::InvestmentDelay => "Flytter alle prosjekter som ikke er årlige bevilgninger, like mange år.",
            Lever::PropertyTax => "Mer eller mindre eiendomsskatt hvert år fra andre planår.",
            Lever::Dividends => "Mer eller mindre utbytte hvert år fra andre planår.",
            Lever::FundTarget => "Hvor mye høyere eller lavere fondet skal bygges opp før noe går til investeringer.",
            Lever::Prognosis => "Hvilken befolkningsprognose framskrivingen følger.",
            Lever::CostByAge => "Lar utgiftene følge hvor mange som er i hver aldersgruppe.",
            Lever::KeepRealGrowth => "Beholder hele realveksten i stedet for å la tjenestene få sin andel etter planens regel.",
            Lever::RateInYear => "Endring i markedsrenten i enkeltår, i tillegg til spaken. Flytende lån følger straks, fastrentelån etter hvert som de løper ut.",
            Lever::GrowthOfAgeGroup => "Endring i årlig vekst for en aldersgruppe, i tillegg til spaken. Endringen virker fra andre planår.",
            Lever::ProjectIncluded => "Om prosjektet bygges.",
            Lever::ProjectMoved => "Hvor mange år senere prosjektet bygges; minus er tidligere.",
            Lever::ProjectScale => "Hvor dyrt eller stort prosjektet er, i prosent av planen.",
            Lever::ProjectStretch => "Hvor mange flere år byggingen fordeles over.",
            Lever::MeasureRealisation => "Hvor stor del av tiltakets beløp som blir noe av.",
            Lever::MeasureDelay => "Hvor mange år tiltaket utsettes.",
            Lever::FrameChange => "Endring i sektorens nettoramme alle år.",
            Lever::Sale => "Engangsinntekten reduserer årets lån; det som er til overs, betaler ned gjeld.",
            Lever::OwnProject => "En investering du legger til.",
            Lever::OwnMeasure => "En innsparing eller en ny utgift du legger til.",
        }
    }
    fn range_reason(&self, input: Lever) -> &'static str {
        match input {
            Lever::InterestRate => "Fra et rentenivå som i 2021 til en oppgang på størrelse med den fra 2021 til 2023.",
            Lever::PopulationGrowth => "Ett prosentpoeng hver vei dekker det kommuner nær en storby pleier å oppleve.",
            Lever::InvestmentVolume => "Fra ingen investeringer til halvannen gang planens kostnad.",
            Lever::Restructuring => "Inntil 100 millioner kroner i året.",
            Lever::RealRevenueGrowth => "To prosentpoeng hver vei dekker det kommunene har opplevd.",
            Lever::WageGrowth => "Deflatoren har bommet på lønn med inntil to prosentpoeng i ett år.",
            Lever::PriceGrowth => "I 2022 steg prisene fire prosentpoeng mer enn deflatoren dekket.",
            Lever::Realisation => "Fra ingenting til alt.",
            Lever::InvestmentDelay => "Inntil fem år.",
            Lever::PropertyTax => "Fra å fjerne en stor eiendomsskatt til å innføre en.",
            Lever::Dividends => "Lillehammers ekstra utbytte i 2023 var 85 millioner.",
            Lever::FundTarget => "Fra ikke noe fond til om lag dobbelt så stort som vanlig.",
            Lever::Prognosis => "Prognosene i kommunens dokumenter.",
            Lever::CostByAge | Lever::KeepRealGrowth => "Av eller på.",
            Lever::RateInYear => "Godt utenfor det noe enkeltår siden 2000 har vist.",
            Lever::GrowthOfAgeGroup => "I ti år gjør det en gruppe en firedel mindre eller en tredel større.",
            Lever::ProjectIncluded => "Bygges eller bygges ikke.",
            Lever::ProjectMoved => "Ti år hver vei når forbi begge ender av en tiårsplan.",
            Lever::ProjectScale => "Fra en firedel av planens kostnad til det dobbelte.",
            Lever::ProjectStretch => "Inntil fem år mer.",
            Lever::MeasureRealisation => "Fra ingenting av tiltaket til alt.",
            Lever::MeasureDelay => "Inntil ti år.",
            Lever::FrameChange => "En femdel hver vei.",
            Lever::Sale => "Inntil 2 milliarder kroner.",
            Lever::OwnProject => "Inntil 5 milliarder kroner.",
            Lever::OwnMeasure => "Inntil 500 millioner kroner i året hver vei.",
        }
    }
    fn unit(&self, unit: LeverUnit) -> &'static str {
        match unit {
            LeverUnit::PercentagePoints => "prosentpoeng",
            LeverUnit::PercentagePointsPerYear => "prosentpoeng i året",
            LeverUnit::PercentOfPlan => "% av planen",
            LeverUnit::MillionKronerPerYear => "mill. kr i året",
            LeverUnit::MillionKroner => "mill. kr",
            LeverUnit::Percent => "%",
            LeverUnit::Years => "år",
            LeverUnit::None => "",
        }
    }
    fn unit_spoken(&self, unit: LeverUnit) -> &'static str {
        match unit {
            LeverUnit::PercentagePoints => "prosentpoeng",
            LeverUnit::PercentagePointsPerYear => "prosentpoeng per år",
            LeverUnit::PercentOfPlan => "prosent av planen",
            LeverUnit::MillionKronerPerYear => "millioner kroner per år",
            LeverUnit::MillionKroner => "millioner kroner",
            LeverUnit::Percent => "prosent",
            LeverUnit::Years => "år",
            LeverUnit::None => "",
        }
    }
    fn number_field(&self, name: &str, unit: &str) -> String { format!("{name}, {unit}") }
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
    fn details_of(&self, input: Lever) -> String {
        match input {
            Lever::InterestRate => "Rente år for år og priser",
            Lever::PopulationGrowth => "Aldersgrupper og vekst",
            Lever::InvestmentVolume => "Prosjekter og salg",
            _ => "Tiltak, rammer og inntekter",
        }.to_owned()
    }
    fn rate_in_plan(&self) -> &'static str { "Snittrente, planen" }
    fn rate_in_scenario(&self) -> &'static str { "Snittrente, alternativet" }
    fn rate_change(&self) -> &'static str { "Endring, prosentpoeng" }
    fn age_group(&self) -> &'static str { "Alder" }
    fn inhabitants_total(&self) -> &'static str { "I alt" }
    fn inhabitants_in(&self) -> &'static str { "Innbyggere 1. januar i alternativet" }
    fn growth_change(&self) -> &'static str { "Prosentpoeng i året" }
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
    fn moved_from_to(&self, from: Year, to: Year) -> String { format!("byggestart {from} → {to}") }
    fn measures_explained(&self, years: [Year; 2]) -> String {
        let [first, last] = years;
        let years = if first == last { first.to_string() } else { format!("{first} og {last}") };
        format!("Beløpene er i 1000 kr, for {years}. Minus er innsparing. Uten hake gjennomføres tiltaket ikke; prosenten sier hvor mye av det som gjennomføres.")
    }
    fn realisation(&self) -> &'static str { "%" }
    fn measures_of(&self, committee: &str, count: usize, chosen: usize) -> String {
        format!("{committee}: {count} tiltak, {chosen} valgt")
    }
    fn no_measure_in_plan(&self) -> &'static str { "Ingen av tiltakene er med i framskrivingen før du velger dem." }
    fn not_in_plan(&self) -> &'static str { "ikke i framskrivingen" }
    fn locked(&self) -> &'static str { "kan ikke velges" }
    fn lever_reading(&self, input: Lever, plan: &str, now: &str, year: Year) -> String {
        let change = if plan == now { now.to_owned() } else { format!("{plan} → {now}") };
        match input {
            Lever::InterestRate => format!("snittrente {change} % i {year}"),
            Lever::PopulationGrowth => format!("{change} innbyggere i {year}"),
            Lever::InvestmentVolume => format!("{change} mill. kr på ti år"),
            _ => format!("{change} mill. kr i året"),
        }
    }
    fn lever_unit(&self, input: Lever) -> &'static str {
        match input {
            Lever::InterestRate => "i prosentpoeng",
            Lever::PopulationGrowth => "prosentpoeng i året",
            Lever::InvestmentVolume => "i prosent",
            _ => "mill. kr i året",
        }
    }
    fn lever_limit(&self, input: Lever, value: Decimal) -> String {
        let decimals = value.normalize().scale();
        if input.spec().signed { NUMBERS.signed(value, decimals) } else { NUMBERS.number(value, decimals) }
    }
    fn as_plan(&self, kind: BaselineKind) -> &'static str {
        match kind {
            BaselineKind::AdoptedPlan => "som planen",
            BaselineKind::Proposal => "som forslaget",
            BaselineKind::Continuation => "som nå",
        }
    }
    fn input_value(&self, input: Lever, value: Decimal) -> String {
        let spec = input.spec();
        let decimals = spec.decimals.max(value.normalize().scale());
        if spec.signed { NUMBERS.signed(value, decimals) } else { NUMBERS.number(value, decimals) }
    }
    fn cost_by_age_explained(&self, by_plan: &str, by_age: &str, year: Year) -> String {
        format!("Vekst i utgiftene fram til {year}: {by_plan} etter planens regel, {by_age} etter alder (beregnet med anslåtte kroner per innbygger).")
    }
    fn age_support(&self, first: (Year, &str), last: (Year, &str)) -> String {
        format!("Aldersbæreevne, innbyggere 16–66 år per innbygger over 66: {} i {}, {} i {}.", first.1, first.0, last.1, last.0)
    }
    fn more_levers(&self, input: Lever) -> &'static str {
        match input {
            Lever::InterestRate => "Priser",
            Lever::PopulationGrowth => "Inntekts- og kostnadsvekst",
            Lever::InvestmentVolume => "Utsettelse, salg og egne prosjekter",
            Lever::Restructuring => "Rammer, inntekter og egne tiltak",
            _ => "",
        }
    }
    fn frames_title(&self) -> &'static str { "Endre rammene (prosent, alle år)" }
    fn frame_amount(&self) -> &'static str { "Ramme, mill. kr" }
    fn sale(&self) -> &'static str { "Salg av eiendom og andre verdier (mill. kr)" }
    fn scale(&self) -> &'static str { "%" }
    fn stretch(&self) -> &'static str { "år mer" }
    fn delay(&self) -> &'static str { "år utsatt" }
    fn own_projects(&self) -> &'static str { "Legg til eget prosjekt" }
    fn own_measures(&self) -> &'static str { "Legg til egen innsparing eller utgift" }
    fn own_name(&self) -> &'static str { "Navn" }
    fn own_cost(&self) -> &'static str { "Kostnad, mill. kr" }
    fn own_start(&self) -> &'static str { "Fra og med år" }
    fn own_years(&self) -> &'static str { "Byggetid, år" }
    fn own_saving(&self) -> &'static str { "Beløp i året, mill. kr" }
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
    fn rate_on_new_loans_only(&self) -> &'static str { "Dokumentet oppgir ikke gjelden. Renteendringen virker derfor bare på lån som alternativet legger til eller tar bort." }
}
