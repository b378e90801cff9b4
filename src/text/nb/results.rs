//! Bokmål: of rules, charts, tables and the year's account.

use super::sentences::{result_sentence, rule_sentence};
use super::table_lines::table_line;
use super::{NUMBERS, Nb};
use crate::model::municipality::{BaselineKind, FiscalRule, Indicator, Plan, Requirement};
use crate::model::scenario::Prices;
use crate::model::units::Year;
use crate::text::sentence::{AccountLine, ResultSentence, RuleFinding};
use crate::text::{PageWords, ResultWords, TableLine};

#[rustfmt::skip]
impl ResultWords for Nb {
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
        format!("Handlingsregel: {word} {}", NUMBERS.percent(rule.limit, decimals))
    }
    fn rule_short_name(&self, indicator: Indicator) -> &'static str {
        match indicator {
            Indicator::NetOperatingResult => "resultatregelen",
            Indicator::DispositionFund => "fondsregelen",
            Indicator::DebtRatio => "gjeldsregelen",
        }
    }
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
    fn percentage_points(&self, value: &str) -> String { format!("{value} pp") }
    fn percentage_points_a_year(&self, value: &str) -> String { format!("{value} pp/år") }
    fn earlier_years(&self) -> &'static str { "Trykte nøkkeltall fra tidligere år og andre kommuner" }
    fn transfer_cut(&self, year: Year) -> String { format!("I {year} må den planlagte overføringen til investeringer kuttes, fordi resultatet ikke strekker til.") }
    fn fund_empty(&self, year: Year) -> String { format!("Disposisjonsfondet er brukt opp i {year}.") }
    fn not_covered(&self, year: Year) -> String { format!("I {year} er merforbruk ikke dekket inn innen to år, slik loven krever; da kan kommunen meldes inn i ROBEK.") }
    fn table_line(&self, line: TableLine) -> &'static str { table_line(line) }
    fn table_units(&self, price_level: &str) -> String { format!("1000 kr og prosent, {price_level}") }
    fn price_level(&self, plan: &Plan, prices: Prices) -> String {
        let name = self.prices_name(prices).to_lowercase();
        match prices {
            Prices::AsPlanned => plan.price_level.clone(),
            Prices::Nominal => format!("{name} priser"),
            Prices::Deflated => format!("{name} ({})", plan.first_year),
        }
    }
    fn extension_starts(&self) -> &'static str { "Streken viser hvor det trykte budsjettet slutter" }
    fn uncovered_deficit(&self, year: Year) -> String { format!("Fondet er tomt i {year}, og året ender med merforbruk som må dekkes inn innen to år.") }
    fn robek(&self, year: Year) -> String { format!("Fra {year} er samlet merforbruk over 3 % av inntektene; da kan kommunen meldes inn i ROBEK.") }
}
