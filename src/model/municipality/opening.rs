//! Where the projection starts: balances, the printed account, and what is assumed.

use super::provenance::{Figure, SeriesFigure};
use crate::model::units::{Kroner, Percent, Year};
use serde::{Deserialize, Serialize};

/// Utgangspunkt: the figures that the first plan year starts from. What a document lacks is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// Brutto driftsinntekter in the first plan year (§ 5-6), the denominator of every rule.
    #[serde(rename = "brutto_driftsinntekter", default, skip_serializing_if = "Option::is_none")]
    pub operating_revenue: Option<Figure<Kroner>>,
    /// Driftsutgifter in the first plan year, without depreciation, before the plan's restructuring.
    /// Not needed where the § 5-4 account is given.
    #[serde(rename = "driftsutgifter", default, skip_serializing_if = "Option::is_none")]
    pub operating_costs: Option<Figure<Kroner>>,
    /// Netto driftsresultat in the first plan year as published; the projection must give it back.
    #[serde(rename = "netto_driftsresultat", default, skip_serializing_if = "Option::is_none")]
    pub net_operating_result: Option<Figure<Kroner>>,
    /// Lånegjeld at the start of the first plan year, without self-cost and on-lending.
    #[serde(rename = "lånegjeld", default, skip_serializing_if = "Option::is_none")]
    pub debt: Option<Figure<Kroner>>,
    /// Selvkostgjeld: debt whose interest and instalments users pay through fees.
    #[serde(rename = "selvkostgjeld", default, skip_serializing_if = "Option::is_none")]
    pub self_cost_debt: Option<Figure<Kroner>>,
    /// Videreutlån: loans taken to be lent on (startlån), paid back by those who borrowed.
    #[serde(rename = "videreutlån", default, skip_serializing_if = "Option::is_none")]
    pub on_lending: Option<OnLending>,
    /// Ubrukte lånemidler: loans taken but not yet used.
    #[serde(rename = "ubrukte_lånemidler", default, skip_serializing_if = "Option::is_none")]
    pub unused_loans: Option<Figure<Kroner>>,
    /// Basis for rentekompensasjon: debt that the state compensates the interest of.
    #[serde(rename = "rentekompensert_gjeld", default, skip_serializing_if = "Option::is_none")]
    pub compensated_debt: Option<SeriesFigure<Kroner>>,
    /// Innskudd: bank deposits that earn the market rate.
    #[serde(rename = "innskudd", default, skip_serializing_if = "Option::is_none")]
    pub deposits: Option<Figure<Kroner>>,
    /// Disposisjonsfond at the start of the first plan year.
    #[serde(rename = "disposisjonsfond", default, skip_serializing_if = "Option::is_none")]
    pub disposition_fund: Option<Figure<Kroner>>,
    /// Bokført verdi of depreciable fixed assets at the start of the first plan year.
    #[serde(rename = "bokført_verdi", default, skip_serializing_if = "Option::is_none")]
    pub book_value: Option<Figure<Kroner>>,
}

/// Videreutlån: the class of debt that is lent on, with its own loans and instalments (§ 5-5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OnLending {
    /// What is owed at the start of the first plan year.
    #[serde(rename = "gjeld")]
    pub debt: Figure<Kroner>,
    /// New loans each year; the last level continues.
    #[serde(rename = "bruk_av_lån", default, skip_serializing_if = "Option::is_none")]
    pub loans: Option<SeriesFigure<Kroner>>,
    /// Instalments each year; the last level continues.
    #[serde(rename = "avdrag", default, skip_serializing_if = "Option::is_none")]
    pub instalments: Option<SeriesFigure<Kroner>>,
}

/// Bevilgningsoversikt drift (budsjett- og regnskapsforskriften § 5-4), for the years that are printed.
///
/// Income and costs are written without minus; a line with the opposite sign has a minus. Allocations
/// to funds are positive, use of funds negative.
#[doc(alias = "bevilgningsoversikt drift")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OperatingAccount {
    /// Rammetilskudd.
    #[serde(rename = "rammetilskudd", default, skip_serializing_if = "Option::is_none")]
    pub block_grant: Option<SeriesFigure<Kroner>>,
    /// Inntekts- og formuesskatt.
    #[serde(rename = "inntekts_og_formuesskatt", default, skip_serializing_if = "Option::is_none")]
    pub income_tax: Option<SeriesFigure<Kroner>>,
    /// Eiendomsskatt.
    #[serde(rename = "eiendomsskatt", default, skip_serializing_if = "Option::is_none")]
    pub property_tax: Option<SeriesFigure<Kroner>>,
    /// Andre generelle driftsinntekter.
    #[serde(rename = "andre_generelle_driftsinntekter", default, skip_serializing_if = "Option::is_none")]
    pub other_general: Option<SeriesFigure<Kroner>>,
    /// Sum bevilgninger drift, netto: what the services cost less their own income.
    #[serde(rename = "bevilgninger_drift_netto")]
    pub appropriations: SeriesFigure<Kroner>,
    /// Avskrivninger; cancelled by the line Motpost avskrivninger.
    #[serde(rename = "avskrivninger", default, skip_serializing_if = "Option::is_none")]
    pub depreciation: Option<SeriesFigure<Kroner>>,
    /// Renteinntekter.
    #[serde(rename = "renteinntekter", default, skip_serializing_if = "Option::is_none")]
    pub interest_income: Option<SeriesFigure<Kroner>>,
    /// Utbytter.
    #[serde(rename = "utbytter", default, skip_serializing_if = "Option::is_none")]
    pub dividends: Option<SeriesFigure<Kroner>>,
    /// Gevinster og tap på finansielle omløpsmidler.
    #[serde(rename = "gevinster_og_tap", default, skip_serializing_if = "Option::is_none")]
    pub gains: Option<SeriesFigure<Kroner>>,
    /// Renteutgifter.
    #[serde(rename = "renteutgifter")]
    pub interest: SeriesFigure<Kroner>,
    /// Avdrag på lån.
    #[serde(rename = "avdrag")]
    pub instalments: SeriesFigure<Kroner>,
    /// Motpost avskrivninger; equal to Avskrivninger when it is not given.
    #[serde(rename = "motpost_avskrivninger", default, skip_serializing_if = "Option::is_none")]
    pub depreciation_reversed: Option<SeriesFigure<Kroner>>,
    /// Netto driftsresultat as printed; the lines must sum to it.
    #[serde(rename = "netto_driftsresultat", default, skip_serializing_if = "Option::is_none")]
    pub net_operating_result: Option<SeriesFigure<Kroner>>,
    /// Overføring til investering.
    #[serde(rename = "overføring_til_investering", default, skip_serializing_if = "Option::is_none")]
    pub transfer_to_investment: Option<SeriesFigure<Kroner>>,
    /// Netto avsetninger til (use of: negative) bundne driftsfond.
    #[serde(rename = "bundne_driftsfond", default, skip_serializing_if = "Option::is_none")]
    pub bound_funds: Option<SeriesFigure<Kroner>>,
    /// Netto avsetninger til (use of: negative) disposisjonsfond.
    #[serde(rename = "disposisjonsfond", default, skip_serializing_if = "Option::is_none")]
    pub disposition_fund: Option<SeriesFigure<Kroner>>,
}

impl OperatingAccount {
    /// Netto driftsresultat of a printed year, summed from the lines.
    #[must_use]
    pub fn result_in(&self, year: Year) -> Kroner {
        let at = |line: &Option<SeriesFigure<Kroner>>| {
            line.as_ref().map(|line| line.values.at(year)).unwrap_or_default()
        };
        let income = [
            &self.block_grant,
            &self.income_tax,
            &self.property_tax,
            &self.other_general,
            &self.interest_income,
            &self.dividends,
            &self.gains,
        ];
        let depreciation = at(&self.depreciation);
        let reversed = self.depreciation_reversed.as_ref().map(|line| line.values.at(year));
        income.into_iter().map(at).sum::<Kroner>()
            - self.appropriations.values.at(year)
            - self.interest.values.at(year)
            - self.instalments.values.at(year)
            + reversed.unwrap_or(depreciation)
            - depreciation
    }

    /// Every line with its key in the file, in the order of the form.
    #[must_use]
    pub fn lines(&self) -> Vec<(&'static str, &SeriesFigure<Kroner>)> {
        let lines = [
            ("rammetilskudd", self.block_grant.as_ref()),
            ("inntekts_og_formuesskatt", self.income_tax.as_ref()),
            ("eiendomsskatt", self.property_tax.as_ref()),
            ("andre_generelle_driftsinntekter", self.other_general.as_ref()),
            ("bevilgninger_drift_netto", Some(&self.appropriations)),
            ("avskrivninger", self.depreciation.as_ref()),
            ("renteinntekter", self.interest_income.as_ref()),
            ("utbytter", self.dividends.as_ref()),
            ("gevinster_og_tap", self.gains.as_ref()),
            ("renteutgifter", Some(&self.interest)),
            ("avdrag", Some(&self.instalments)),
            ("motpost_avskrivninger", self.depreciation_reversed.as_ref()),
            ("netto_driftsresultat", self.net_operating_result.as_ref()),
            ("overføring_til_investering", self.transfer_to_investment.as_ref()),
            ("bundne_driftsfond", self.bound_funds.as_ref()),
            ("disposisjonsfond", self.disposition_fund.as_ref()),
        ];
        lines.into_iter().filter_map(|(key, line)| Some((key, line?))).collect()
    }
}

/// Forutsetninger: what the plan assumes, and what scenarios need in addition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Assumptions {
    /// Snittrente: average rate on average debt, per year; the last level continues.
    #[serde(rename = "snittrente")]
    pub average_rate: SeriesFigure<Percent>,
    /// Flytende andel: share of the debt that follows the market at once.
    #[serde(rename = "flytende_andel")]
    pub floating_share: Figure<Percent>,
    /// Length in years of the ladder in which the fixed part matures.
    #[serde(rename = "rentebinding_år")]
    pub fixing_ladder_years: Figure<u32>,
    /// Fastrenteforfall: the share of the fixed part that matures each year, where the portfolio is
    /// printed; used in place of the ladder.
    #[serde(rename = "fastrenteforfall", default, skip_serializing_if = "Option::is_none")]
    pub fixed_maturities: Option<SeriesFigure<Percent>>,
    /// Avdragsandel: instalments as a share of opening debt.
    #[serde(rename = "avdragsandel")]
    pub instalment_share: Figure<Percent>,
    /// How much of a growth in revenue goes to services; the rest is left for investment.
    #[serde(rename = "tjenestenes_andel_av_inntektsvekst")]
    pub service_share_of_growth: Figure<Percent>,
    /// The fund is built up to this share of revenue before anything is transferred to investment.
    #[serde(rename = "fondsmål")]
    pub fund_target: Figure<Percent>,
    /// VAT compensation as a share of a project's gross cost.
    #[serde(rename = "mva_andel")]
    pub vat_share: Figure<Percent>,
    /// Years before income follows inhabitants; none when absent.
    #[serde(rename = "inntektsetterslep_år", default, skip_serializing_if = "Option::is_none")]
    pub revenue_lag_years: Option<Figure<u32>>,
    /// Frie inntekters andel: the part of income that real growth in the income system moves.
    #[serde(rename = "frie_inntekters_andel", default, skip_serializing_if = "Option::is_none")]
    pub free_revenue_share: Option<Figure<Percent>>,
    /// Lønnsandel: the part of running costs that wage growth moves; prices move the rest.
    #[serde(rename = "lønnsandel", default, skip_serializing_if = "Option::is_none")]
    pub wage_share: Option<Figure<Percent>>,
    /// Kommunal deflator: yearly growth in prices, for figures in nominal kroner; the last level continues.
    #[serde(rename = "deflator", default, skip_serializing_if = "Option::is_none")]
    pub deflator: Option<SeriesFigure<Percent>>,
}

/// Ramme: the net frame of one sector or committee.
#[doc(alias = "ramme")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// What links and scenario files call it.
    pub id: String,
    /// Its name.
    #[serde(rename = "navn")]
    pub name: String,
    /// The net frame each year; the last level continues.
    #[serde(rename = "beløp")]
    pub amounts: SeriesFigure<Kroner>,
}

/// The years a printed account covers.
#[must_use]
pub(crate) fn printed_until(account: &OperatingAccount) -> Year {
    let values = &account.appropriations.values;
    values.first_year().plus(i32::try_from(values.len()).unwrap_or(i32::MAX).saturating_sub(1))
}
