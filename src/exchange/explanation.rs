//! Åpne tallet, skrevet ut: a figure and what it is made of, as indented text and as JSON.
//!
//! A figure that is opened once is not opened again further down; it only says what it is.

use crate::analysis::explain::Explainer;
use crate::model::figure::{
    Explanation, Figure, FigureValue, InvestmentLine, Origin, Place, RevenueLine, Side,
};
use crate::model::municipality::{Indicator, Municipality};
use crate::model::scenario::Scenario;
use crate::model::units::{Percent, Year};
use crate::text::Language;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The figures that a key of the yearly lines means: those of [`tables::LINES`](super::tables::LINES)
/// that can be opened.
#[rustfmt::skip]
pub const KEYS: [(&str, Figure); 46] = [
    ("innbyggere", Figure::Inhabitants),
    ("brutto_driftsinntekter", Figure::GrossRevenue),
    ("rammetilskudd", Figure::Revenue(RevenueLine::BlockGrant)),
    ("inntekts_og_formuesskatt", Figure::Revenue(RevenueLine::IncomeTax)),
    ("eiendomsskatt", Figure::Revenue(RevenueLine::PropertyTax)),
    ("andre_generelle_driftsinntekter", Figure::Revenue(RevenueLine::OtherGeneral)),
    ("sum_generelle_driftsinntekter", Figure::OperatingRevenue),
    ("bevilgninger_drift_netto", Figure::OperatingCosts),
    ("driftsutgifter", Figure::OperatingCosts),
    ("avskrivninger", Figure::Depreciation),
    ("brutto_driftsresultat", Figure::GrossOperatingResult),
    ("renteinntekter", Figure::InterestIncome),
    ("utbytter", Figure::Dividends),
    ("gevinster_og_tap", Figure::Gains),
    ("endring_i_renteinntekter", Figure::FundYieldChange),
    ("endring_i_dekning_av_renter", Figure::RecoveredInterest),
    ("renteutgifter", Figure::Interest),
    ("avdrag", Figure::Instalments),
    ("minimumsavdrag", Figure::MinimumInstalments),
    ("netto_finans", Figure::NetFinance),
    ("motpost_avskrivninger", Figure::DepreciationReversed),
    ("netto_driftsresultat", Figure::NetOperatingResult),
    ("overføring_fra_drift", Figure::Transfer),
    ("bundne_driftsfond", Figure::BoundFunds),
    ("avsetning_til_disposisjonsfond", Figure::Allocation),
    ("dekning_av_merforbruk", Figure::DeficitCovered),
    ("merforbruk", Figure::UncoveredDeficit),
    ("investeringer", Figure::Investment(InvestmentLine::Expenditure)),
    ("mva_kompensasjon", Figure::Investment(InvestmentLine::Vat)),
    ("salg_og_tilskudd", Figure::Investment(InvestmentLine::Grants)),
    ("salg_i_scenarioet", Figure::ExtraSales),
    ("bruk_av_investeringsfond", Figure::UseOfInvestmentFund),
    ("bruk_av_lån", Figure::Loans),
    ("ekstra_nedbetaling", Figure::ExtraRepayment),
    ("avrunding", Figure::Investment(InvestmentLine::Rounding)),
    ("lånegjeld", Figure::Debt),
    ("selvkostgjeld", Figure::SelfCostDebt),
    ("videreutlån", Figure::OnLendingDebt),
    ("lånegjeld_brutto", Figure::GrossDebt),
    ("disposisjonsfond", Figure::DispositionFund),
    ("prisindeks", Figure::PriceIndex),
    ("snittrente", Figure::AverageRate),
    ("netto_driftsresultat_prosent", Figure::Ratio(Indicator::NetOperatingResult)),
    ("disposisjonsfond_prosent", Figure::Ratio(Indicator::DispositionFund)),
    ("gjeldsgrad_prosent", Figure::Ratio(Indicator::DebtRatio)),
    ("investeringer_prosent", Figure::InvestmentRatio),
];

/// The figure a key means, such as `netto_driftsresultat`.
#[must_use]
pub fn figure_of(key: &str) -> Option<Figure> {
    KEYS.into_iter().find(|(known, _)| *known == key).map(|(_, figure)| figure)
}

/// A figure opened to some depth, with where everything in it comes from.
#[derive(Clone, Debug)]
struct Opened<'a> {
    explanation: Explanation<'a>,
    under: Vec<Self>,
    /// It stands opened higher up or before.
    is_repeated: bool,
}

fn opened<'a>(
    explainer: &Explainer<'a>,
    place: Place,
    depth: usize,
    before: &mut BTreeSet<Place>,
) -> Option<Opened<'a>> {
    let explanation = explainer.explain(place)?;
    let has_more = !explanation.terms.is_empty();
    if depth == 0 || !has_more || before.contains(&explanation.place) {
        let is_repeated = depth > 0 && has_more;
        return Some(Opened { explanation, under: Vec::new(), is_repeated });
    }
    before.insert(explanation.place);
    let terms = explanation.terms.iter();
    let under = terms.filter_map(|term| opened(explainer, term.place, depth - 1, before)).collect();
    Some(Opened { explanation, under, is_repeated: false })
}

/// The figure as indented text, a line a figure, opened to `depth`; `None` where the year has no such figure.
///
/// ```
/// use handlingsrom::analysis::{Question, explain::Explainer};
/// use handlingsrom::exchange::{explanation, municipality_file};
/// use handlingsrom::model::{projection::project, scenario::Scenario, units::Year};
/// use handlingsrom::text::Language;
/// let lier = municipality_file::built_in("lier").expect("Lier comes with the program");
/// let scenario = Scenario::plan();
/// let plan = project(lier, &scenario);
/// let explainer = Explainer::new(Question { municipality: lier, plan: &plan, scenario: &scenario }, &plan);
/// let figure = explanation::figure_of("renteutgifter").expect("a line of the account");
/// let text = explanation::text(&explainer, lier, &scenario, (figure, Year(2028)), 1, Language::Nb).expect("interest");
/// assert!(text.starts_with("Renteutgifter 2028: "));
/// assert!(text.contains("  Snittrente 2028: "));
/// ```
#[must_use]
pub fn text(
    explainer: &Explainer<'_>,
    municipality: &Municipality,
    scenario: &Scenario,
    (figure, year): (Figure, Year),
    depth: usize,
    language: Language,
) -> Option<String> {
    let place = Place { side: Side::Own, figure, year };
    let tree = opened(explainer, place, depth, &mut BTreeSet::new())?;
    let mut text = String::new();
    write(&tree, municipality, scenario, 0, &mut text, language);
    Some(text)
}

fn write(
    opened: &Opened<'_>,
    municipality: &Municipality,
    scenario: &Scenario,
    indent: usize,
    text: &mut String,
    language: Language,
) {
    let explanation = &opened.explanation;
    let margin = "  ".repeat(indent);
    text.push_str(&margin);
    text.push_str(&language.formula(explanation, municipality, scenario));
    if opened.is_repeated {
        text.push_str(language.opened_above());
    }
    text.push('\n');
    if explanation.origin != Origin::Rule {
        text.push_str(&margin);
        text.push_str("  ← ");
        text.push_str(&language.origin(&explanation.origin, municipality, explanation.place.year));
        text.push('\n');
    }
    for under in &opened.under {
        write(under, municipality, scenario, indent + 1, text, language);
    }
}

/// The same as JSON: name, year, value, formula, origin, and the terms in turn.
#[must_use]
pub fn json(
    explainer: &Explainer<'_>,
    municipality: &Municipality,
    scenario: &Scenario,
    (figure, year): (Figure, Year),
    depth: usize,
    language: Language,
) -> Option<Value> {
    let place = Place { side: Side::Own, figure, year };
    let tree = opened(explainer, place, depth, &mut BTreeSet::new())?;
    Some(as_value(&tree, municipality, scenario, language))
}

fn as_value(
    opened: &Opened<'_>,
    municipality: &Municipality,
    scenario: &Scenario,
    language: Language,
) -> Value {
    let Explanation { place, value, origin, .. } = &opened.explanation;
    let (unit, amount) = match value {
        FigureValue::Kroner(amount) => ("1000 kr", json!(amount)),
        FigureValue::Percent(percent) => ("prosent", json!(percent)),
        FigureValue::Persons(people) => ("innbyggere", json!(people)),
        FigureValue::Ratio(ratio) => ("forhold", json!(Percent::new(ratio.value()))),
        FigureValue::Years(years) => ("år", json!(years)),
    };
    let mut object = Map::new();
    let mut put = |key: &str, value: Value| object.insert(key.to_owned(), value);
    put("tall", json!(language.figure_name(place.figure, municipality, scenario)));
    put("år", json!(place.year));
    put("verdi", amount);
    put("enhet", json!(unit));
    if place.side != Side::Own {
        put("i", json!("planen"));
    }
    put("formel", json!(language.formula(&opened.explanation, municipality, scenario)));
    put("opphav", json!(language.origin(origin, municipality, place.year)));
    if let Origin::Printed(provenance) | Origin::Estimated(provenance) = origin {
        put("kvalitet", json!(provenance.quality));
        put("kilde", json!(provenance.source));
    }
    if !opened.under.is_empty() {
        let under = opened.under.iter().map(|under| as_value(under, municipality, scenario, language));
        put("ledd", under.collect());
    }
    Value::Object(object)
}
