//! Bokmål: the amounts under the headline of the verdict.

use super::verdict::{LEAST, plan_noun, world_in_words};
use super::{NUMBERS, Nb};
use crate::model::municipality::Indicator;
use crate::model::scenario::Prices;
use crate::model::units::Kroner;
use crate::text::sentence::{RuleFinding, Verdict, VerdictOfAlternative, YearAmounts};
use crate::text::{PageWords, capital, lower};

/// The line under the headline: amounts of the year that is looked at.
pub(super) fn detail(verdict: &Verdict) -> String {
    if verdict.plan.iter().all(|finding| finding.worst.is_none()) {
        let year = verdict.year;
        let result = verdict.result.map(|result| {
            format!("Netto driftsresultat er {} i {year}. ", NUMBERS.million_kroner(result, 0))
        });
        return result.unwrap_or_default() + "Legg inn tallene som mangler, for å se resten.";
    }
    let sentences = match &verdict.alternative {
        None => detail_of_plan(verdict),
        Some(own) => detail_of_alternative(verdict, own),
    };
    sentences.join(" ")
}

/// A finding that names kroner in the year that is looked at.
struct Shortfall {
    /// As it begins after *I 2034*.
    first: String,
    /// As it follows after *og*.
    next: String,
}

fn shortfall(finding: &RuleFinding, prices: Prices) -> Option<Shortfall> {
    let lacking = finding.headroom.filter(|room| room.is_negative())?.abs();
    let amount = NUMBERS.million_kroner(lacking, 0);
    Some(match finding.indicator {
        Indicator::NetOperatingResult => Shortfall {
            first: format!("mangler driftsresultatet {amount}"),
            next: format!("driftsresultatet mangler {amount}"),
        },
        Indicator::DispositionFund => {
            Shortfall { first: format!("mangler fondet {amount}"), next: format!("fondet mangler {amount}") }
        }
        Indicator::DebtRatio => {
            let running = running(prices);
            Shortfall {
                first: format!("er gjelden {amount} over grensen{running}"),
                next: format!("gjelden er {amount} over grensen{running}"),
            }
        }
    })
}

/// Debt in kroner is said to be in running prices, unless it is deflated.
fn running(prices: Prices) -> &'static str {
    if prices == Prices::Deflated { "" } else { ", i løpende kroner" }
}

fn detail_of_plan(verdict: &Verdict) -> Vec<String> {
    let year = verdict.year;
    let shortfalls: Vec<Shortfall> =
        verdict.plan.iter().filter_map(|finding| shortfall(finding, verdict.prices)).collect();
    let mut sentences = Vec::new();
    if let Some((first, rest)) = shortfalls.split_first() {
        let mut told = format!("I {year} {}", first.first);
        for (place, other) in rest.iter().enumerate() {
            told.push_str(if place + 1 == rest.len() { ", og " } else { ", " });
            told.push_str(&other.next);
        }
        sentences.push(told + ".");
        let kept_again = verdict.plan.iter().filter_map(|finding| {
            let last = *finding.broken.last()?;
            (last < year)
                .then(|| format!("{} holder kravet fra {}.", short_subject(finding.indicator), last.plus(1)))
        });
        sentences.extend(kept_again);
    } else {
        let least = verdict.plan.iter().filter_map(|finding| Some((finding, finding.headroom?)));
        if let Some((finding, room)) = least.min_by_key(|(_, room)| *room) {
            sentences.push(format!(
                "Minst å gå på i {year} har {}: {}.",
                lower(short_subject(finding.indicator)),
                room_in_words(finding.indicator, room)
            ));
        }
    }
    sentences
}

fn detail_of_alternative(verdict: &Verdict, own: &VerdictOfAlternative) -> Vec<String> {
    let mut sentences = Vec::new();
    sentences.extend(told_of_world(verdict, own));
    let finding = |indicator| own.findings.iter().find(|finding| finding.indicator == indicator);
    let is_mixed = !own.world.is_empty() && !own.choices.is_empty();
    if let Some(change) = own.change.result.filter(|_| !own.choices.is_empty()) {
        let result = finding(Indicator::NetOperatingResult);
        sentences.push(if is_mixed {
            told_of_choices(own, change)
        } else {
            told_of_result(verdict, result.and_then(|finding| finding.headroom), change)
        });
    }
    let YearAmounts { debt, .. } = if own.choices.is_empty() { own.change_of_world } else { own.change };
    if let Some(change) = debt {
        let room = finding(Indicator::DebtRatio).and_then(|finding| finding.headroom);
        sentences.push(told_of_debt(room, change, verdict.prices));
    }
    sentences
}

/// *Høyere rente koster 38 mill. kr i 2034 uansett.*
fn told_of_world(verdict: &Verdict, own: &VerdictOfAlternative) -> Option<String> {
    let change = own.change_of_world.result.filter(|_| !own.world.is_empty())?;
    let who = match world_in_words(&own.world) {
        "dine forutsetninger" => "Forutsetningene".to_owned(),
        named => capital(named),
    };
    let verb = if change.is_negative() { "koster" } else { "gir" };
    let anyway = if own.choices.is_empty() { "" } else { " uansett" };
    let amount = NUMBERS.million_kroner(change.abs(), 0);
    Some(format!("{who} {verb} {amount} i {}{anyway}.", verdict.year))
}

/// *Endringene dine gir 80 mill. kr mer i resultat.*
fn told_of_choices(own: &VerdictOfAlternative, change: Kroner) -> String {
    let who = own.name.as_ref().map_or_else(
        || "Valgene dine".to_owned(),
        |name| {
            // A name that is a common noun has no capital inside a sentence.
            let name = if name == Nb.the_alternative() { lower(name) } else { name.clone() };
            format!("Valgene i {name}")
        },
    );
    let more = if change.is_negative() { "mindre" } else { "mer" };
    format!("{who} gir {} {more} i resultat.", NUMBERS.million_kroner(change.abs(), 0))
}

/// *I 2034 er driftsresultatet 14 mill. kr over kravet, 23 mill. kr mer enn i forslaget.*
fn told_of_result(verdict: &Verdict, room: Option<Kroner>, change: Kroner) -> String {
    let plan = plan_noun(verdict.baseline);
    let than = if change.abs() < LEAST {
        format!("det samme som i {plan}")
    } else {
        let side = if change.is_negative() { "lavere" } else { "høyere" };
        format!("{} {side} enn i {plan}", NUMBERS.million_kroner(change.abs(), 0))
    };
    let year = verdict.year;
    match room {
        Some(room) => {
            let where_to = if room.abs() < LEAST {
                "akkurat på kravet".to_owned()
            } else {
                let side = if room.is_negative() { "under" } else { "over" };
                format!("{} {side} kravet", NUMBERS.million_kroner(room.abs(), 0))
            };
            format!("I {year} er driftsresultatet {where_to}, {than}.")
        }
        None => format!("I {year} er driftsresultatet {than}."),
    }
}

/// *Gjelden er 143 mill. kr lavere, men 451 mill. kr over grensen, i løpende kroner.*
fn told_of_debt(room: Option<Kroner>, change: Kroner, prices: Prices) -> String {
    let running = running(prices);
    let is_same = change.abs() < LEAST;
    let first = if is_same {
        "Gjelden er den samme".to_owned()
    } else {
        let side = if change.is_negative() { "lavere" } else { "høyere" };
        format!("Gjelden er {} {side}", NUMBERS.million_kroner(change.abs(), 0))
    };
    let Some(room) = room else { return format!("{first}{running}.") };
    let joined = if is_same {
        ","
    } else if change.is_negative() == room.is_negative() {
        ", men"
    } else {
        " og"
    };
    let side = if room.is_negative() { "over" } else { "under" };
    format!("{first}{joined} {} {side} grensen{running}.", NUMBERS.million_kroner(room.abs(), 0))
}

fn room_in_words(indicator: Indicator, room: Kroner) -> String {
    let amount = NUMBERS.million_kroner(room, 0);
    match indicator {
        Indicator::NetOperatingResult | Indicator::DispositionFund => format!("{amount} over kravet"),
        Indicator::DebtRatio => format!("{amount} under grensen"),
    }
}

fn short_subject(indicator: Indicator) -> &'static str {
    match indicator {
        Indicator::NetOperatingResult => "Driftsresultatet",
        Indicator::DispositionFund => "Fondet",
        Indicator::DebtRatio => "Gjelden",
    }
}
