//! Bokmål: the headline of the verdict.
//!
//! The sentences compare an alternative with the plan under the same assumptions. They never say that a rule
//! is broken *because* of something: what is said is with what, in how many years, against how many.

use super::sentences::and;
use super::{NUMBERS, Nb};
use crate::model::lever::Lever;
use crate::model::municipality::BaselineKind;
use crate::model::units::{Kroner, Percent};
use crate::text::ResultWords;
use crate::text::capital;
use crate::text::sentence::{Because, ComparedWith, RuleFinding, Verdict, VerdictOfAlternative};
use rust_decimal::Decimal;

/// Less than this is not told: it would be written as zero million kroner.
pub(super) const LEAST: Kroner = Kroner::new(500_000);

/// *forslaget*: the plan in running text.
pub(super) fn plan_noun(kind: BaselineKind) -> &'static str {
    match kind {
        BaselineKind::AdoptedPlan => "planen",
        BaselineKind::Proposal => "forslaget",
        BaselineKind::Continuation => "videreføringen",
    }
}

/// *høyere rente*: what was moved in the world, when it is one thing that has a name.
pub(super) fn world_in_words(world: &[Because]) -> &'static str {
    let above = |value: Percent| value > Percent::ZERO;
    match world {
        [Because::InterestRate(shift)] if above(*shift) => "høyere rente",
        [Because::InterestRate(_)] => "lavere rente",
        [Because::PopulationGrowth(change)] if above(*change) => "raskere befolkningsvekst",
        [Because::PopulationGrowth(_)] => "langsommere befolkningsvekst",
        _ => "dine forutsetninger",
    }
}

/// *forslaget med samme rente*: the plan in the world of an alternative.
pub(super) fn plan_in_same_world(kind: BaselineKind, world: &[Because]) -> String {
    let same = match world {
        [Because::InterestRate(_)] => "samme rente",
        [Because::PopulationGrowth(_)] => "samme folketall",
        _ => "samme forutsetninger",
    };
    format!("{} med {same}", plan_noun(kind))
}

/// *forslaget med høyere rente*: the plan when only the world is moved.
pub(super) fn plan_in_moved_world(kind: BaselineKind, world: &[Because]) -> String {
    format!("{} med {}", plan_noun(kind), world_in_words(world))
}

pub(super) fn headline(verdict: &Verdict) -> String {
    match &verdict.alternative {
        None => headline_of_plan(verdict.baseline, &verdict.plan),
        Some(own) if own.findings.iter().any(|finding| finding.worst.is_some()) => {
            headline_of_alternative(verdict, own)
        }
        Some(_) => NOT_MEASURED.to_owned(),
    }
}

/// What is said where no rule can be measured.
const NOT_MEASURED: &str = "Dokumentet sier ikke nok til å vurdere handlingsreglene";

fn headline_of_plan(kind: BaselineKind, findings: &[RuleFinding]) -> String {
    let who = capital(plan_noun(kind));
    let measured: Vec<&RuleFinding> = findings.iter().filter(|finding| finding.worst.is_some()).collect();
    let broken: Vec<&RuleFinding> =
        measured.iter().copied().filter(|finding| !finding.broken.is_empty()).collect();
    let (always, sometimes): (Vec<&RuleFinding>, Vec<&RuleFinding>) =
        broken.iter().copied().partition(|finding| is_always_broken(finding));
    let Some(first) = measured.first() else { return NOT_MEASURED.to_owned() };
    let all_years = all_years(first.year_count);
    match (broken.as_slice(), always.len()) {
        ([], _) => format!("{who} holder {} i {all_years}", all_rules(measured.len())),
        ([only], _) if measured.len() > 1 => {
            let rule = Nb.rule_short_name(only.indicator);
            let years = years_of(only);
            format!("{who} bryter én av {} handlingsregler: {rule}, {years}", word(measured.len()))
        }
        (_, count) if count == measured.len() => format!("{who} bryter {} i {all_years}", all_rules(count)),
        (_, count) if count > 1 => {
            let rest: Vec<String> = sometimes.iter().map(|finding| rule_in_years(finding)).collect();
            format!("{who} bryter {} handlingsregler i {all_years}, og {}", word(count), and(&rest))
        }
        _ => {
            let parts: Vec<String> = broken.iter().map(|finding| rule_in_years(finding)).collect();
            format!("{who} bryter {}", and(&parts))
        }
    }
}

/// How a headline names the alternative.
enum Named {
    /// *Ditt alternativ*, with the verb after it.
    Subject(String),
    /// *Uten Tranby skole*, with the verb in the passive after it.
    With(String),
}

impl Named {
    fn says(&self, subject: &str, with: &str) -> String {
        match self {
            Self::Subject(who) => format!("{who} {subject}"),
            Self::With(what) => format!("{what} {with}"),
        }
    }
}

fn headline_of_alternative(verdict: &Verdict, own: &VerdictOfAlternative) -> String {
    let named = named(verdict.baseline, own);
    let with = compared_with(verdict.baseline, &own.with);
    let pairs = || own.findings.iter().zip(&own.with_findings).filter(|(now, _)| now.worst.is_some());
    if pairs().all(|(now, _)| now.broken.is_empty()) {
        let rules = all_rules(pairs().count());
        let years = own.findings.first().map_or_else(String::new, |finding| all_years(finding.year_count));
        return named.says(&format!("holder {rules} i {years}"), &format!("holdes {rules} i {years}"));
    }
    let fewer: Vec<_> = pairs().filter(|(now, then)| now.broken.len() < then.broken.len()).collect();
    let more: Vec<_> = pairs().filter(|(now, then)| now.broken.len() > then.broken.len()).collect();
    let rule = |pairs: &[(&RuleFinding, &RuleFinding)]| {
        pairs.first().map_or("", |(now, _)| Nb.rule_short_name(now.indicator))
    };
    let still: Vec<&RuleFinding> = pairs().map(|(now, _)| now).filter(|now| !now.broken.is_empty()).collect();
    match (fewer.as_slice(), more.as_slice(), still.as_slice()) {
        ([], [], _) => headline_of_change(&named, verdict, own, &with),
        ([(now, then)], [], _) | ([], [(now, then)], _) => headline_of_rule(&named, now, then, &with),
        (_, [], [only]) => {
            let (rule, years) = (Nb.rule_short_name(only.indicator), years_of(only));
            let before = word(own.with_findings.iter().filter(|then| !then.broken.is_empty()).count());
            named.says(
                &format!("bryter bare {rule}, {years}, mens {with} bryter {before} regler"),
                &format!("brytes bare {rule}, {years}, mens {with} bryter {before} regler"),
            )
        }
        (_, [], _) => named.says(
            &format!("bryter reglene i færre år enn {with}"),
            &format!("brytes reglene i færre år enn i {with}"),
        ),
        ([], _, _) => named.says(
            &format!("bryter reglene i flere år enn {with}"),
            &format!("brytes reglene i flere år enn i {with}"),
        ),
        (fewer, more, _) => {
            let (fewer, more) = (rule(fewer), rule(more));
            named.says(
                &format!("bryter {fewer} i færre år enn {with}, men {more} i flere"),
                &format!("brytes {fewer} i færre år enn i {with}, men {more} i flere"),
            )
        }
    }
}

/// One rule is broken in another number of years.
fn headline_of_rule(named: &Named, now: &RuleFinding, then: &RuleFinding, with: &str) -> String {
    let rule = Nb.rule_short_name(now.indicator);
    let (years, before) = (years_of(now), years_of(then));
    let all = all_years(now.year_count);
    match (now.broken.len(), then.broken.len()) {
        (0, _) => named.says(
            &format!("holder {rule} {all}, {with} bryter den {before}"),
            &format!("holdes {rule} {all}, mens {with} bryter den {before}"),
        ),
        (_, 0) => named.says(
            &format!("bryter {rule} {years}, {with} holder den"),
            &format!("brytes {rule} {years}, mens {with} holder den"),
        ),
        _ => named.says(
            &format!("bryter {rule} {}, {with} {}", years, in_count(then)),
            &format!("brytes {rule} {years}, mot {} i {with}", count(then)),
        ),
    }
}

/// No rule is broken in another number of years: what changes is told instead.
fn headline_of_change(named: &Named, verdict: &Verdict, own: &VerdictOfAlternative, with: &str) -> String {
    let change = if own.choices.is_empty() { own.change_of_world } else { own.change };
    let told = |amount: Option<Kroner>| amount.filter(|amount| amount.abs() >= LEAST);
    let result = told(change.result).map(|amount| if amount.is_negative() { "dårligere" } else { "bedre" });
    let debt = told(change.debt).map(|amount| if amount.is_negative() { "lavere" } else { "høyere" });
    let year = verdict.year;
    let joined = |result: &str, debt: &str| match (result, debt) {
        ("bedre", "lavere") | ("dårligere", "høyere") => "og",
        _ => "men",
    };
    match (result, debt) {
        (Some(result), Some(debt)) => named.says(
            &format!("gir {result} resultat{} {debt} gjeld i {year}", comma(joined(result, debt))),
            &format!("blir resultatet {result}{} gjelden {debt} i {year}", comma(joined(result, debt))),
        ),
        (Some(result), None) => named
            .says(&format!("gir {result} resultat i {year}"), &format!("blir resultatet {result} i {year}")),
        (None, Some(debt)) => {
            named.says(&format!("gir {debt} gjeld i {year}"), &format!("blir gjelden {debt} i {year}"))
        }
        (None, None) => named.says(
            &format!("gir samme svar som {with} i {year}"),
            &format!("blir svaret det samme som i {with} i {year}"),
        ),
    }
}

fn comma(word: &str) -> String {
    if word == "men" { ", men".to_owned() } else { format!(" {word}") }
}

fn compared_with(kind: BaselineKind, with: &ComparedWith) -> String {
    match with {
        ComparedWith::Plan => plan_noun(kind).to_owned(),
        ComparedWith::PlanInSameWorld(world) => plan_in_same_world(kind, world),
    }
}

/// Ditt alternativ, its name, or the plan in another world.
fn subject(kind: BaselineKind, own: &VerdictOfAlternative) -> String {
    match &own.name {
        Some(name) => name.clone(),
        None if own.choices.is_empty() => plan_in_moved_world(kind, &own.world),
        None => Nb.scenario_label().to_owned(),
    }
}

/// A single change gives its own name to an alternative that has none.
fn named(kind: BaselineKind, own: &VerdictOfAlternative) -> Named {
    let single = match (&own.name, own.choices.as_slice()) {
        (None, [only]) => with_what(kind, only),
        _ => None,
    };
    single.map_or_else(|| Named::Subject(capital(&subject(kind, own))), Named::With)
}

/// *Uten Tranby skole*: a change by its own name.
fn with_what(kind: BaselineKind, change: &Because) -> Option<String> {
    Some(match change {
        Because::ProjectDropped(name) => format!("Uten {name}"),
        Because::ProjectMoved(name, year) => format!("Med {name} fra {year}"),
        Because::ProjectChanged(name, how) => format!("Med {name} {how}"),
        Because::Named(name) => format!("Med endringen i {name}"),
        Because::InvestmentVolume(volume) => {
            let of = match kind {
                BaselineKind::AdoptedPlan => "planens",
                BaselineKind::Proposal => "forslagets",
                BaselineKind::Continuation => "videreføringens",
            };
            format!("Med {} av {of} investeringer", NUMBERS.percent(*volume, 0))
        }
        Because::Restructuring(saving) => {
            format!("Med {} mer spart i året", NUMBERS.million_kroner(*saving, 0))
        }
        Because::Lever(lever, value) => with_lever(*lever, *value)?,
        Because::InterestRate(_) | Because::PopulationGrowth(_) | Because::Details(_) => return None,
    })
}

fn with_lever(lever: Lever, value: Decimal) -> Option<String> {
    let size = NUMBERS.number(value.abs(), value.normalize().scale());
    let (more, higher) = if value > Decimal::ZERO { ("mer", "høyere") } else { ("mindre", "lavere") };
    Some(match lever {
        Lever::InvestmentDelay => format!("Med alle prosjekter utsatt {size} år"),
        Lever::Realisation => format!("Med {size} % av innsparingene gjennomført"),
        Lever::PropertyTax => format!("Med {size} mill. kr {more} i eiendomsskatt"),
        Lever::Dividends => format!("Med {size} mill. kr {more} i utbytte"),
        Lever::FundTarget => format!("Med fondsmålet {size} prosentpoeng {higher}"),
        _ => return None,
    })
}

fn is_always_broken(finding: &RuleFinding) -> bool {
    finding.broken.len() == finding.year_count
}

/// *fondsregelen i to*.
fn rule_in_years(finding: &RuleFinding) -> String {
    format!("{} {}", Nb.rule_short_name(finding.indicator), in_count(finding))
}

/// *i to*, or *i alle ti*.
fn in_count(finding: &RuleFinding) -> String {
    format!("i {}", count(finding))
}

fn count(finding: &RuleFinding) -> String {
    let written = word(finding.broken.len());
    if is_always_broken(finding) { format!("alle {written}") } else { written }
}

/// *i fem av ti år*, *i alle ti år*.
fn years_of(finding: &RuleFinding) -> String {
    if is_always_broken(finding) {
        format!("i {}", all_years(finding.year_count))
    } else {
        format!(
            "i {} år",
            if finding.broken.len() == 1 { "ett".to_owned() } else { word(finding.broken.len()) }
        )
    }
}

fn all_years(count: usize) -> String {
    format!("alle {} år", word(count))
}

fn all_rules(count: usize) -> String {
    match count {
        1 => "handlingsregelen".to_owned(),
        2 => "begge handlingsreglene".to_owned(),
        _ => format!("alle {} handlingsreglene", word(count)),
    }
}

/// A count in words, as running text has it.
pub(super) fn word(count: usize) -> String {
    const WORDS: [&str; 13] =
        ["null", "ett", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"];
    WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}
