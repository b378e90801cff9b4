//! Bokmål.

use super::Phrases;
use super::number;
use super::sentence::{Because, ResultSentence, RuleFinding};
use crate::model::input::{InputId, InputUnit, LeverGroup};
use crate::model::municipality::{FiscalRule, Indicator, Requirement};
use crate::model::units::{Percent, Year};
use rust_decimal::Decimal;

/// Norwegian bokmål, the first language of the program.
#[derive(Clone, Copy, Debug, Default)]
pub struct Bokmal;

#[rustfmt::skip]
impl Phrases for Bokmal {
    fn product(&self) -> &'static str { "Handlingsrom" }
    fn skip_to_result(&self) -> &'static str { "Hopp til resultatet" }
    fn plan_label(&self) -> &'static str { "Vedtatt plan" }
    fn scenario_label(&self) -> &'static str { "Ditt scenario" }
    fn plan_short(&self) -> &'static str { "Plan" }
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
        }
    }
    fn lever_explained(&self, input: InputId) -> &'static str {
        match input {
            InputId::InterestRate => "Hvor mye markedsrenten ligger over eller under det planen regner med.",
            InputId::PopulationGrowth => "Hvor mye raskere eller langsommere folketallet vokser enn i kommunens egen prognose.",
            InputId::InvestmentVolume => "Hvor mye av investeringsplanen som gjennomføres.",
            InputId::Restructuring => "Ny årlig innsparing i driften, i tillegg til planens egen.",
        }
    }
    fn range_reason(&self, input: InputId) -> &'static str {
        match input {
            InputId::InterestRate => "Fra et rentenivå som i 2021 til en oppgang på størrelse med den fra 2021 til 2023.",
            InputId::PopulationGrowth => "Ett prosentpoeng hver vei dekker det kommuner nær en storby pleier å oppleve.",
            InputId::InvestmentVolume => "Fra ingen investeringer til halvannen gang planens kostnad.",
            InputId::Restructuring => "Inntil fem ganger planens eget omstillingsprogram.",
        }
    }
    fn unit(&self, unit: InputUnit) -> &'static str {
        match unit {
            InputUnit::PercentagePoints => "pp",
            InputUnit::PercentagePointsPerYear => "pp/år",
            InputUnit::PercentOfPlan => "% av plan",
            InputUnit::MillionKronerPerYear => "mill. kr/år",
        }
    }
    fn unit_spoken(&self, unit: InputUnit) -> &'static str {
        match unit {
            InputUnit::PercentagePoints => "prosentpoeng",
            InputUnit::PercentagePointsPerYear => "prosentpoeng per år",
            InputUnit::PercentOfPlan => "prosent av planen",
            InputUnit::MillionKronerPerYear => "millioner kroner per år",
        }
    }
    fn number_field(&self, name: &str) -> String { format!("{name}, tall") }
    fn less(&self, name: &str) -> String { format!("Mindre: {name}") }
    fn more(&self, name: &str) -> String { format!("Mer: {name}") }
    fn not_a_number(&self, text: &str, example: &str) -> String {
        format!("«{text}» er ikke et tall. Skriv for eksempel {example}.")
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
    fn nothing_changed(&self) -> &'static str { "Ingenting. Alle spaker står på planen." }
    fn changed_count(&self, count: usize) -> String {
        if count == 1 { "1 ting".to_owned() } else { format!("{count} ting") }
    }
    fn remove(&self, what: &str) -> String { format!("Fjern: {what}") }
    fn plan_then(&self, value: &str) -> String { format!("plan → {value}") }
    fn triangle_title(&self) -> &'static str { "Bærekraftstrekanten" }
    fn triangle_explained(&self) -> &'static str { "Jo større trekant, jo nærmere målene. Den grønne viser alle tre handlingsreglene oppfylt." }
    fn triangle_sentence(&self, first: Year, last: Year, plan: bool) -> String {
        let who = if plan { "Vedtatt plan" } else { "Ditt scenario" };
        format!("{who} i {first} og {last}, målt mot handlingsreglene.")
    }
    fn triangle_corner(&self, indicator: Indicator) -> &'static str {
        match indicator { Indicator::NetOperatingResult => "Resultat", Indicator::DispositionFund => "Fond", Indicator::DebtRatio => "Gjeld" }
    }
    fn year_account(&self) -> &'static str { "Året" }
    fn account_unit(&self) -> &'static str { "mill. kr, faste 2025-priser" }
    fn line_revenue(&self) -> &'static str { "Driftsinntekter" }
    fn line_costs(&self) -> &'static str { "Driftsutgifter" }
    fn line_interest(&self) -> &'static str { "Renteutgifter" }
    fn line_instalments(&self) -> &'static str { "Avdrag" }
    fn line_transfer(&self) -> &'static str { "Overføring til investering" }
    fn line_investments(&self) -> &'static str { "Investeringer" }
    fn line_loans(&self) -> &'static str { "Bruk av lån" }
    fn line_debt(&self) -> &'static str { "Lånegjeld" }
    fn not_a_forecast(&self) -> &'static str { "Hvis … så: dette er ikke en prognose." }
    fn estimated_figures(&self) -> &'static str { "Inntekter, gjeld, rente, avdragstakt og fond i kroner er beregnet; investeringer, lån, overføringer og befolkning er trykt i planen." }
    fn about_figures(&self) -> &'static str { "Om tallene" }
    fn not_included_title(&self) -> &'static str { "Forbehold" }
    fn documents_title(&self) -> &'static str { "Dokumenter" }
    fn estimated_title(&self) -> &'static str { "Tall som er beregnet, ikke trykt" }
    fn version_and_data(&self, version: &str, date: &str) -> String { format!("Data {date} · modell {version}") }
    fn plan_is(&self, plan: &str) -> String { format!("Vedtatt plan: {plan}") }
    fn details_of(&self, input: InputId) -> String {
        match input {
            InputId::InterestRate => "Rente år for år",
            InputId::PopulationGrowth => "Aldersgrupper",
            InputId::InvestmentVolume => "Prosjekter",
            InputId::Restructuring => "Tiltak",
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
    fn project(&self) -> &'static str { "Prosjekt" }
    fn sum_in_plan_years(&self) -> &'static str { "Mill. kr" }
    fn built_years(&self) -> &'static str { "Byggeår" }
    fn years_of_project(&self, first: Year, last: Year) -> String {
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    }
    fn running_project(&self) -> &'static str { "hvert år" }
    fn one_year_earlier(&self, project: &str) -> String { format!("Ett år tidligere: {project}") }
    fn one_year_later(&self, project: &str) -> String { format!("Ett år senere: {project}") }
    fn projects_explained(&self) -> &'static str { "Fjern haken for å la være å bygge. Pilene flytter prosjektet i tid; kostnaden og merverdiavgiften følger med. Beløp planen bare oppgir samlet for 2035–2044, er fordelt jevnt (beregnet)." }
    fn dropped(&self) -> &'static str { "bygges ikke" }
    fn moved_from_to(&self, from: Year, to: Year) -> String { format!("{from} → {to}") }
    fn measures_explained(&self) -> &'static str { "Linjene i rammetabellene, i 1000 kr: 2025 og 2028. Minus er innsparing. Uten hake gjennomføres linjen ikke; prosenten sier hvor mye av den som gjennomføres." }
    fn realisation(&self) -> &'static str { "%" }
    fn realisation_of(&self, measure: &str) -> String { format!("Gjennomføring i prosent: {measure}") }
    fn not_in_plan(&self) -> &'static str { "ikke i framskrivingen" }
    fn locked(&self) -> &'static str { "kan ikke velges" }
    fn average_rate_now(&self, year: Year, rate: &str) -> String { format!("snitt {rate} i {year}") }
    fn population_now(&self, year: Year, people: &str) -> String { format!("{people} innb. i {year}") }
    fn investments_now(&self, total: &str) -> String { format!("{total} på ti år") }
    fn restructuring_now(&self, plan: &str) -> String { format!("i tillegg til planens {plan}") }
    fn input_value(&self, input: InputId, value: Decimal) -> String {
        let spec = input.spec();
        let decimals = spec.decimals.max(value.normalize().scale());
        if spec.signed { number::format_signed(value, decimals) } else { number::format(value, decimals) }
    }
    fn result_sentence(&self, sentence: &ResultSentence) -> String { result_sentence(sentence) }
    fn rule_sentence(&self, rule: &FiscalRule, finding: &RuleFinding) -> String { rule_sentence(rule, finding) }
    fn first_and_last(&self, first: Year, last: Year) -> String { format!("{first} og {last}") }
    fn extension_starts(&self) -> &'static str { "Streken viser hvor det trykte budsjettet slutter" }
    fn link_faults_title(&self) -> &'static str { "Noe i lenken kunne ikke leses. Resten er åpnet." }
    fn uncovered_deficit(&self, year: Year) -> String { format!("Fondet er tomt i {year}, og året ender med merforbruk som må dekkes inn innen to år.") }
    fn robek(&self, year: Year) -> String { format!("Fra {year} er samlet merforbruk over 3 % av inntektene; da kan kommunen meldes inn i ROBEK.") }
    fn how_to_move(&self) -> &'static str { "Dra i en spak for å se hva som skjer." }
}

/// *Vedtatt plan bryter …* for the plan; *Hvis …, så bryter Ditt scenario …* for a scenario.
fn result_sentence(sentence: &ResultSentence) -> String {
    let is_plan = sentence.because.is_empty();
    let who = if is_plan { "Vedtatt plan" } else { "Ditt scenario" };
    let broken: Vec<&RuleFinding> =
        sentence.findings.iter().filter(|finding| !finding.broken.is_empty()).collect();
    let verdict = if broken.is_empty() {
        "holder alle handlingsreglene".to_owned()
    } else {
        format!("bryter {}", breaches(&broken, sentence.findings.len()))
    };
    if is_plan {
        return format!("{who} {verdict}.");
    }
    let because: Vec<String> = sentence.because.iter().map(because).collect();
    let mut text =
        format!("{who}: Hvis {}, så {verdict_first}.", and(&because), verdict_first = inverted(&verdict));
    if let Some((year, change)) = sentence.largest_change {
        let direction = if change.is_negative() { "svakere" } else { "bedre" };
        let change = number::million_kroner(change.abs(), 0);
        text = format!("{text} I {year} er resultatet {change} {direction} enn i planen.");
    }
    text
}

/// Puts the subject after the verb, as Norwegian does after *så*.
fn inverted(verdict: &str) -> String {
    match verdict.split_once(' ') {
        Some((verb, rest)) => format!("{verb} kommunen {rest}"),
        None => verdict.to_owned(),
    }
}

fn breaches(broken: &[&RuleFinding], rule_count: usize) -> String {
    let always = |finding: &&RuleFinding| finding.broken.len() == finding.year_count;
    if broken.len() == rule_count && rule_count == 3 && broken.iter().all(always) {
        return "alle tre handlingsreglene i alle årene".to_owned();
    }
    let parts: Vec<String> = broken
        .iter()
        .map(|finding| format!("{} {}", Bokmal.rule_short_name(finding.indicator), when(finding)))
        .collect();
    and(&parts)
}

fn when(finding: &RuleFinding) -> String {
    let years = &finding.broken;
    if years.len() == finding.year_count {
        return format!("i alle {} årene", count_word(years.len()));
    }
    let on_end = years.iter().zip(years.iter().skip(1)).all(|(year, next)| next.since(*year) == 1);
    match (years.first(), years.last()) {
        (Some(first), Some(last)) if first == last => format!("i {first}"),
        (Some(first), Some(last)) if on_end && years.len() == 2 => format!("i {first} og {last}"),
        (Some(first), Some(last)) if on_end => format!("fra {first} til {last}"),
        (Some(first), _) => format!("i {} av {} år, først i {first}", years.len(), finding.year_count),
        _ => String::new(),
    }
}

fn count_word(count: usize) -> String {
    match count {
        4 => "fire".to_owned(),
        10 => "ti".to_owned(),
        20 => "tjue".to_owned(),
        other => other.to_string(),
    }
}

fn because(reason: &Because) -> String {
    let side = |value: Percent, above: &'static str, below: &'static str| {
        if value > Percent::ZERO { above } else { below }
    };
    match reason {
        Because::InterestRate(shift) => format!(
            "renten er {} prosentpoeng {}",
            number::format(shift.value().abs(), 2),
            side(*shift, "høyere", "lavere")
        ),
        Because::PopulationGrowth(change) => format!(
            "folketallet vokser {} prosentpoeng {} i året",
            number::format(change.value().abs(), 1),
            side(*change, "raskere", "langsommere")
        ),
        Because::InvestmentVolume(volume) => {
            format!("investeringene er {} av planen", number::percent(*volume, 0))
        }
        Because::Restructuring(saving) => {
            format!("driften koster {} mindre i året", number::million_kroner(*saving, 0))
        }
        Because::ProjectMoved(name, year) => format!("{name} starter i {year}"),
        Because::ProjectDropped(name) => format!("{name} ikke bygges"),
        Because::Details(1) => "én detalj er endret".to_owned(),
        Because::Details(count) => format!("{count} detaljer er endret"),
    }
}

fn rule_sentence(_rule: &FiscalRule, finding: &RuleFinding) -> String {
    let Some((year, value)) = finding.worst else {
        return "Kan ikke beregnes: inntekter mangler.".to_owned();
    };
    let (side, extreme) = match finding.requirement {
        Requirement::AtLeast => ("Under kravet", "lavest"),
        Requirement::AtMost | Requirement::Below => ("Over kravet", "høyest"),
    };
    let value = number::percent(value, 1);
    if finding.broken.is_empty() {
        return format!("Holder regelen alle årene, {extreme} {value} i {year}.");
    }
    format!("{side} i {} av {} år, {extreme} {value} i {year}.", finding.broken.len(), finding.year_count)
}

fn and(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} og {last}", first.join(", ")),
    }
}
