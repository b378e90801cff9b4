//! Bokmål: of rules, charts, tables and the year's account.

use super::sentences::rule_sentence;
use super::table_lines::table_line;
use super::verdict::{self, word};
use super::{NUMBERS, Nb, verdict_detail};
use crate::model::municipality::{BaselineKind, FiscalRule, Indicator, Plan, Requirement};
use crate::model::notice::Notice;
use crate::model::scenario::Prices;
use crate::model::units::{Kroner, Year};
use crate::text::capital;
use crate::text::lower;
use crate::text::sentence::{AccountLine, Because, Changed, RuleFinding, Verdict};
use crate::text::{LeverWords, PageWords, ResultWords, TableLine};

#[rustfmt::skip]
impl ResultWords for Nb {
    fn plan_label(&self, plan: &Plan) -> String {
        let by_kind = match plan.kind {
            BaselineKind::AdoptedPlan => "Vedtatt handlingsprogram",
            BaselineKind::Proposal => "Kommunedirektørens forslag",
            BaselineKind::Continuation => "Videreføring",
        };
        plan.line_name.clone().unwrap_or_else(|| by_kind.to_owned())
    }
    fn plan_noun(&self, kind: BaselineKind) -> &'static str { verdict::plan_noun(kind) }
    fn plan_in_same_world(&self, kind: BaselineKind, world: &[Because]) -> String { capital(&verdict::plan_in_same_world(kind, world)) }
    fn plan_in_moved_world(&self, kind: BaselineKind, world: &[Because]) -> String { capital(&verdict::plan_in_moved_world(kind, world)) }
    fn scenario_label(&self) -> &'static str { "Ditt alternativ" }
    fn plan_short(&self, plan: &Plan) -> &'static str {
        match plan.kind {
            BaselineKind::AdoptedPlan => "Planen",
            BaselineKind::Proposal => "Forslaget",
            BaselineKind::Continuation => "Videreføringen",
        }
    }
    fn scenario_short(&self) -> &'static str { "Ditt alternativ" }
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
            Indicator::NetOperatingResult => "Det som er igjen når regningene er betalt",
            Indicator::DispositionFund => "Sparepenger til uventede utgifter",
            Indicator::DebtRatio => "Lånene, målt mot ett års inntekter",
        }
    }
    fn indicator_meaning(&self, indicator: Indicator) -> &'static str {
        match indicator {
            Indicator::NetOperatingResult => "Det som er igjen av årets inntekter når drift, renter og avdrag er betalt. Pengene går til sparing og nye bygg. Er det lite, må mer lånes.",
            Indicator::DispositionFund => "Kommunens sparepenger, som kan brukes når et år blir dyrere enn ventet. Uten dem må et dårlig år tas igjen med kutt.",
            Indicator::DebtRatio => "Er gjeldsgraden 80 %, skylder kommunen 80 kroner for hver hundrelapp den får inn på et år. Høy gjeld gjør at mer av pengene går til renter og avdrag, og mindre til skole og omsorg.",
        }
    }
    fn of_revenue(&self) -> &'static str { "% av driftsinntektene" }
    fn rule_line(&self, rule: &FiscalRule) -> String {
        capital(&self.requirement(rule))
    }
    fn requirement(&self, rule: &FiscalRule) -> String {
        let word = match rule.requirement { Requirement::AtLeast => "minst", Requirement::AtMost => "høyst", Requirement::Below => "under" };
        let decimals = rule.limit.value().normalize().scale();
        format!("{word} {}", NUMBERS.percent(rule.limit, decimals))
    }
    fn status(&self, finding: &RuleFinding) -> String {
        match finding.broken.len() {
            _ if finding.worst.is_none() => self.not_assessed().to_owned(),
            0 => format!("Holder alle {} år", word(finding.year_count)),
            count => format!("Brutt i {count} av {} år", finding.year_count),
        }
    }
    fn room(&self, indicator: Indicator, room: Kroner, prices: Prices) -> [String; 4] {
        let amount = NUMBERS.million_kroner(room.abs(), 0);
        if room.abs() < Kroner::new(500_000) {
            let exactly = if indicator == Indicator::DebtRatio { "akkurat på grensen" } else { "akkurat på kravet" };
            return [exactly.to_owned(), String::new(), String::new(), String::new()];
        }
        let running = if indicator == Indicator::DebtRatio && prices != Prices::Deflated { ", i løpende kroner" } else { "" };
        let (before, after) = match (indicator, room.is_negative()) {
            (Indicator::DebtRatio, true) => ("", " for mye"),
            (Indicator::DebtRatio, false) => ("", " under grensen"),
            (_, true) => ("mangler ", ""),
            (_, false) => ("", " over kravet"),
        };
        [before.to_owned(), amount, after.to_owned(), running.to_owned()]
    }
    fn not_assessed(&self) -> &'static str { "Ikke vurdert" }
    fn in_year(&self, year: Year) -> String { format!("i {year}") }
    fn worst_year(&self, finding: &RuleFinding) -> String {
        let extreme = match finding.requirement { Requirement::AtLeast => "Lavest", Requirement::AtMost | Requirement::Below => "Høyest" };
        finding.worst.map_or_else(String::new, |(year, value)| format!("{extreme} i {year}: {}.", NUMBERS.percent(value, 1)))
    }
    fn compared_status(&self, who: &str, finding: &RuleFinding) -> String {
        match finding.broken.len() {
            0 => format!("{who}: holder alle {} år.", word(finding.year_count)),
            count => format!("{who}: brutt i {count} av {} år.", finding.year_count),
        }
    }
    fn printed_years(&self, kind: BaselineKind) -> &'static str {
        match kind {
            BaselineKind::AdoptedPlan | BaselineKind::Proposal => "handlingsprogram",
            BaselineKind::Continuation => "fra dokumentet",
        }
    }
    fn extended_years(&self) -> &'static str { "regnet videre" }
    fn estimate(&self) -> &'static str { "anslag" }
    fn estimate_of(&self, what: &str) -> String { format!("anslag: hvordan er {what} beregnet?") }
    fn changes_give(&self, what: Changed) -> &'static str {
        match what {
            Changed::World => "Forutsetningene gir",
            Changed::Choices => "Valgene gir",
            Changed::Everything => "Endringene gir",
        }
    }
    fn the_requirement(&self) -> &'static str { "Kravet" }
    fn distance(&self) -> &'static str { "Avstand til kravet" }
    fn in_percent(&self) -> &'static str { "prosent" }
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
            AccountLine::DeficitInterest => "Renter på merforbruk",
            AccountLine::Instalments => "Avdrag",
            AccountLine::Transfer => "Overføring til investering",
            AccountLine::Investments => "Investeringer",
            AccountLine::Loans => "Bruk av lån",
            AccountLine::Debt => "Lånegjeld",
            AccountLine::DebtChange => "Endring i lånegjeld fra start",
            AccountLine::FundChange => "Endring i fond fra start",
        }
    }
    fn headline(&self, verdict: &Verdict) -> String { verdict::headline(verdict) }
    fn detail(&self, verdict: &Verdict) -> String { verdict_detail::detail(verdict) }
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
        format!("Nivåer: {}.", said.join(", "))
    }
    fn in_million_kroner(&self) -> &'static str { "mill. kr" }
    fn desired(&self) -> &'static str { "ønsket nivå" }
    fn no_rule(&self) -> &'static str { "Dokumentet oppgir ingen handlingsregel." }
    fn percentage_points(&self, value: &str) -> String { format!("{value} prosentpoeng") }
    fn percentage_points_a_year(&self, value: &str) -> String { format!("{value} prosentpoeng i året") }
    fn earlier_years(&self) -> &'static str { "Trykte nøkkeltall fra tidligere år og andre kommuner" }
    fn transfer_cut(&self, year: Year) -> String { format!("I {year} må den planlagte overføringen til investeringer kuttes, fordi resultatet ikke strekker til.") }
    fn fund_empty(&self, year: Year) -> String { format!("Disposisjonsfondet er brukt opp i {year}.") }
    fn not_covered(&self, year: Year) -> String { format!("I {year} er merforbruk ikke dekket inn innen to år, slik loven krever; da kan kommunen meldes inn i ROBEK.") }
    fn table_line(&self, line: TableLine) -> &'static str { table_line(line) }
    fn table_units(&self, price_level: &str) -> String { format!("1000 kr og prosent, {price_level}") }
    fn price_level(&self, plan: &Plan, prices: Prices) -> String {
        let name = lower(self.prices_name(prices));
        match prices {
            Prices::AsPlanned => plan.price_level.clone(),
            Prices::Nominal => format!("{name} priser"),
            Prices::Deflated => format!("{name} ({})", plan.first_year),
        }
    }
    fn extension_starts(&self) -> &'static str { "Streken viser hvor det trykte budsjettet slutter" }
    fn uncovered_deficit(&self, year: Year) -> String { format!("Fondet er tomt i {year}, og året ender med merforbruk som må dekkes inn innen to år.") }
    fn notice(&self, notice: &Notice) -> String {
        match notice {
            Notice::TransferCut { year } => self.transfer_cut(*year),
            Notice::BelowMinimum { year } => self.below_minimum(*year),
            Notice::AdoptedWithDeficit { year } => self.adopted_with_deficit(*year),
            Notice::FundEmpty { year } => self.fund_empty(*year),
            Notice::NotCoveredInTwoYears { year } => self.not_covered(*year),
            Notice::DependencyBroken { project, reason } => self.dependency_broken(project, reason),
            Notice::RateOnNewLoansOnly => self.rate_on_new_loans_only().to_owned(),
            Notice::UncoveredDeficit { year } => self.uncovered_deficit(*year),
            Notice::Robek { year } => self.robek(*year),
        }
    }
    fn robek(&self, year: Year) -> String { format!("Fra {year} er samlet merforbruk over 3 % av inntektene; da kan kommunen meldes inn i ROBEK.") }
    fn adopted_with_deficit(&self, year: Year) -> String { format!("Et budsjett eller en økonomiplan vedtatt med merforbruk, her i {year}, fører kommunen inn i ROBEK med en gang (kommuneloven § 28-1 a og b).") }
    fn below_minimum(&self, year: Year) -> String { format!("I {year} er de trykte avdragene lavere enn minimumsavdraget etter kommuneloven § 14-18.") }
}
