//! Åpne tallet, skrevet ut: a figure and what it is made of, as indented text and as JSON.
//!
//! A figure that is opened once is not opened again further down; it only says what it is.

use crate::analysis::explain::{Explainer, Explanation, Made};
use crate::model::municipality::{Indicator, Municipality};
use crate::model::quantity::{self, InvestmentLine, Place, Quantity, RevenueLine, Side};
use crate::model::scenario::Scenario;
use crate::model::trace::Origin;
use crate::model::units::{Percent, Year};
use crate::text::Language;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The figures that a key of the yearly lines means: those of [`tables::LINES`](super::tables::LINES)
/// that can be opened.
#[rustfmt::skip]
pub const KEYS: [(&str, Quantity); 48] = [
    ("innbyggere", Quantity::Inhabitants),
    ("brutto_driftsinntekter", Quantity::GrossRevenue),
    ("rammetilskudd", Quantity::Revenue(RevenueLine::BlockGrant)),
    ("inntekts_og_formuesskatt", Quantity::Revenue(RevenueLine::IncomeTax)),
    ("eiendomsskatt", Quantity::Revenue(RevenueLine::PropertyTax)),
    ("andre_generelle_driftsinntekter", Quantity::Revenue(RevenueLine::OtherGeneral)),
    ("sum_generelle_driftsinntekter", Quantity::OperatingRevenue),
    ("bevilgninger_drift_netto", Quantity::OperatingCosts),
    ("driftsutgifter", Quantity::OperatingCosts),
    ("avskrivninger", Quantity::Depreciation),
    ("brutto_driftsresultat", Quantity::GrossOperatingResult),
    ("finansinntekter", Quantity::FinancialIncome),
    ("renteinntekter", Quantity::InterestIncome),
    ("utbytter", Quantity::Dividends),
    ("gevinster_og_tap", Quantity::Gains),
    ("endring_i_renteinntekter", Quantity::FundYieldChange),
    ("endring_i_dekning_av_renter", Quantity::RecoveredInterest),
    ("renteutgifter", Quantity::Interest),
    ("renter_på_merforbruk", Quantity::DeficitInterest),
    ("avdrag", Quantity::Instalments),
    ("minimumsavdrag", Quantity::MinimumInstalments),
    ("netto_finans", Quantity::NetFinance),
    ("motpost_avskrivninger", Quantity::DepreciationReversed),
    ("netto_driftsresultat", Quantity::NetOperatingResult),
    ("overføring_fra_drift", Quantity::Transfer),
    ("bundne_driftsfond", Quantity::BoundFunds),
    ("avsetning_til_disposisjonsfond", Quantity::Allocation),
    ("dekning_av_merforbruk", Quantity::DeficitCovered),
    ("merforbruk", Quantity::UncoveredDeficit),
    ("investeringer", Quantity::Investment(InvestmentLine::Expenditure)),
    ("mva_kompensasjon", Quantity::Investment(InvestmentLine::Vat)),
    ("salg_og_tilskudd", Quantity::Investment(InvestmentLine::Grants)),
    ("salg_i_scenarioet", Quantity::ExtraSales),
    ("bruk_av_investeringsfond", Quantity::UseOfInvestmentFund),
    ("bruk_av_lån", Quantity::Loans),
    ("ekstra_nedbetaling", Quantity::ExtraRepayment),
    ("avrunding", Quantity::Investment(InvestmentLine::Rounding)),
    ("lånegjeld", Quantity::Debt),
    ("selvkostgjeld", Quantity::SelfCostDebt),
    ("videreutlån", Quantity::OnLendingDebt),
    ("lånegjeld_brutto", Quantity::GrossDebt),
    ("disposisjonsfond", Quantity::DispositionFund),
    ("prisindeks", Quantity::PriceIndex),
    ("snittrente", Quantity::AverageRate),
    ("netto_driftsresultat_prosent", Quantity::Ratio(Indicator::NetOperatingResult)),
    ("disposisjonsfond_prosent", Quantity::Ratio(Indicator::DispositionFund)),
    ("gjeldsgrad_prosent", Quantity::Ratio(Indicator::DebtRatio)),
    ("investeringer_prosent", Quantity::InvestmentRatio),
];

/// The figure a key means, such as `netto_driftsresultat`.
#[must_use]
pub fn quantity_of(key: &str) -> Option<Quantity> {
    KEYS.into_iter().find(|(known, _)| *known == key).map(|(_, quantity)| quantity)
}

/// The key of a quantity; nothing for one that is only a term of others.
#[must_use]
pub fn key_of(quantity: Quantity) -> Option<&'static str> {
    KEYS.into_iter().find(|(_, known)| *known == quantity).map(|(key, _)| key)
}

/// What is opened: the quantities of a scenario's projection, and the language of their words.
#[derive(Clone, Copy, Debug)]
pub struct Opening<'a> {
    /// The municipality.
    pub municipality: &'a Municipality,
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The language.
    pub language: Language,
}

/// A quantity opened to some depth, with where everything in it comes from.
#[derive(Clone, Debug)]
struct Opened<'a> {
    explanation: Explanation<'a>,
    under: Vec<Self>,
    /// It is opened further up or before.
    is_repeated: bool,
}

fn opened<'a>(
    explainer: &'a Explainer,
    place: Place,
    depth: usize,
    before: &mut BTreeSet<Place>,
) -> Option<Opened<'a>> {
    let explanation = explainer.explain(place)?;
    let terms = explanation.terms();
    if depth == 0 || terms.is_empty() || before.contains(&explanation.place) {
        let is_repeated = depth > 0 && !terms.is_empty();
        return Some(Opened { explanation, under: Vec::new(), is_repeated });
    }
    before.insert(explanation.place);
    let under = terms.iter().filter_map(|term| opened(explainer, term.place, depth - 1, before)).collect();
    Some(Opened { explanation, under, is_repeated: false })
}

impl Opening<'_> {
    /// The quantity as indented text, a line a quantity, opened to `depth`; `None` where the year has none.
    ///
    /// ```
    /// use handlingsrom::analysis::{Question, explain::Explainer};
    /// use handlingsrom::exchange::explanation::{Opening, quantity_of};
    /// use handlingsrom::exchange::municipality_file;
    /// use handlingsrom::model::{projection::project, scenario::Scenario, units::Year};
    /// use handlingsrom::text::Language;
    /// let lier = municipality_file::built_in("lier").expect("Lier comes with the program");
    /// let scenario = Scenario::plan();
    /// let plan = project(lier, &scenario);
    /// let explainer = Explainer::new(Question { municipality: lier, plan: &plan, scenario: &scenario });
    /// let opening = Opening { municipality: lier, scenario: &scenario, language: Language::Nb };
    /// let quantity = quantity_of("renteutgifter").expect("a line of the account");
    /// let text = opening.text(&explainer, (quantity, Year(2028)), 1).expect("interest");
    /// assert!(text.starts_with("Renteutgifter 2028: "));
    /// assert!(text.contains("  Snittrente 2028: "));
    /// ```
    #[must_use]
    pub fn text(
        &self,
        explainer: &Explainer,
        (quantity, year): (Quantity, Year),
        depth: usize,
    ) -> Option<String> {
        let place = Place { side: Side::Own, quantity, year };
        let tree = opened(explainer, place, depth, &mut BTreeSet::new())?;
        let mut text = String::new();
        self.write(&tree, 0, &mut text);
        Some(text)
    }

    fn write(&self, opened: &Opened<'_>, indent: usize, text: &mut String) {
        let margin = "  ".repeat(indent);
        text.push_str(&margin);
        text.push_str(&self.language.formula(&opened.explanation, self.municipality, self.scenario));
        if opened.is_repeated {
            text.push_str(self.language.opened_above());
        }
        text.push('\n');
        if let Some(origin) = self.language.origin(&opened.explanation, self.municipality) {
            text.push_str(&margin);
            text.push_str("  ← ");
            text.push_str(&origin);
            text.push('\n');
        }
        for under in &opened.under {
            self.write(under, indent + 1, text);
        }
    }

    /// The same as JSON: name, year, value, formula, origin, and the terms in turn.
    #[must_use]
    pub fn json(
        &self,
        explainer: &Explainer,
        (quantity, year): (Quantity, Year),
        depth: usize,
    ) -> Option<Value> {
        let place = Place { side: Side::Own, quantity, year };
        Some(self.value(&opened(explainer, place, depth, &mut BTreeSet::new())?))
    }

    fn value(&self, opened: &Opened<'_>) -> Value {
        let Explanation { place, value, made } = &opened.explanation;
        let (unit, amount) = match value {
            quantity::Value::Kroner(amount) => ("1000 kr", json!(amount)),
            quantity::Value::Percent(percent) => ("prosent", json!(percent)),
            quantity::Value::Persons(people) => ("innbyggere", json!(people)),
            quantity::Value::Ratio(ratio) => ("forhold", json!(Percent::new(ratio.value()))),
            quantity::Value::Years(years) => ("år", json!(years)),
        };
        let (municipality, scenario) = (self.municipality, self.scenario);
        let mut object = Map::new();
        let mut put = |key: &str, value: Value| object.insert(key.to_owned(), value);
        put("tall", json!(self.language.quantity_name(place.quantity, municipality, scenario)));
        put("år", json!(place.year));
        put("verdi", amount);
        put("enhet", json!(unit));
        if place.side != Side::Own {
            put("i", json!("planen"));
        }
        put("formel", json!(self.language.formula(&opened.explanation, municipality, scenario)));
        let origin = self.language.origin(&opened.explanation, municipality);
        put("opphav", json!(origin.unwrap_or_else(|| self.language.by_the_model().to_owned())));
        if let Made::Given(Origin::File(provenance)) = made {
            put("kvalitet", json!(provenance.quality));
            put("kilde", json!(provenance.source));
        }
        if !opened.under.is_empty() {
            put("ledd", opened.under.iter().map(|under| self.value(under)).collect());
        }
        Value::Object(object)
    }
}
