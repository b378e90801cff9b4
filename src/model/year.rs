//! Året: every line and balance of one year of a projection.

use super::account::{Calibration, FinancialIncome};
use super::debt::DebtByClass;
use super::fund::Disposition;
use super::investment::InvestmentYear;
use super::municipality::Indicator;
use super::revenue::Revenue;
use super::units::{Kroner, Percent, Persons, Ratio, Year};

/// Ett år: the lines of §§ 5-4 and 5-5 that can be filled, and the balances at the end of the year.
///
/// All amounts in kroner. Income and costs are positive; the sign is in the formulas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearResult {
    /// The year.
    pub year: Year,
    /// Prisindeks: the kroner of this year against those of the first; one in fixed prices.
    pub price_index: Ratio,
    /// Innbyggere 1 January; `None` where no number is known.
    pub inhabitants: Option<Persons>,
    /// The lines of income.
    pub revenue: Revenue,
    /// Their sum: brutto driftsinntekter, or Sum generelle driftsinntekter where the account is given.
    pub operating_revenue: Kroner,
    /// Brutto driftsinntekter, the denominator of every rule; `None` where it is not known.
    pub gross_revenue: Option<Kroner>,
    /// Driftsutgifter without depreciation; net where the account is given.
    pub operating_costs: Kroner,
    /// Avskrivninger.
    pub depreciation: Kroner,
    /// What the line Motpost avskrivninger takes back beyond them: an error in print, as a rule nothing.
    pub depreciation_difference: Kroner,
    /// Renteinntekter, utbytter, gevinster.
    pub financial_income: FinancialIncome,
    /// Endring i renteinntekter: what the fund earns beyond the plan.
    pub change_in_fund_yield: Kroner,
    /// What a rate shift and changed self-cost debt bring back: on-lending, compensation, deposits, fees.
    pub change_in_recovered_interest: Kroner,
    /// Snittrente on average debt.
    pub average_rate: Percent,
    /// Renteutgifter.
    pub interest: Kroner,
    /// Avdrag på lån, ordinary and self-cost.
    pub instalments: Kroner,
    /// The part of them that self-cost areas pay.
    pub self_cost_instalments: Kroner,
    /// Minimumsavdrag (§ 14-18); `None` where the data lacks what it needs.
    pub minimum_instalments: Option<Kroner>,
    /// Netto driftsresultat.
    pub net_operating_result: Kroner,
    /// Where the result goes.
    pub disposition: Disposition,
    /// Investments and the income tied to them.
    pub investment: InvestmentYear,
    /// Bruk av (positive) or avsetning til (negative) ubundet investeringsfond.
    pub use_of_investment_fund: Kroner,
    /// Bruk av lån.
    pub loans: Kroner,
    /// The part of them that self-cost areas take.
    pub self_cost_loans: Kroner,
    /// Loans to be lent on, and the instalments on such loans (§ 5-5).
    pub on_lending_flows: [Kroner; 2],
    /// Ekstraordinær nedbetaling: what sales pay of the debt beyond the year's own need for loans.
    pub extra_repayment: Kroner,
    /// Lånegjeld 31 December that the municipality measures; see `debt_by_class`.
    pub debt: Kroner,
    /// Lånegjeld 31 December by class.
    pub debt_by_class: DebtByClass,
    /// False where no document gives the debt: then `debt` is only the change since the first year.
    pub debt_is_known: bool,
    /// Disposisjonsfond 31 December; only its change where `fund_is_known` is false.
    pub disposition_fund: Kroner,
    /// False where no document gives the fund.
    pub fund_is_known: bool,
    /// Merforbruk that is carried on.
    pub uncovered_deficit: Kroner,
    /// Ubundet investeringsfond 31 December.
    pub investment_fund: Kroner,
    /// Bokført verdi of depreciable fixed assets 31 December.
    pub book_value: Kroner,
    /// What print differs from the rules by: income and costs in the first year's prices, interest and
    /// instalments as they are paid.
    pub calibration: Calibration,
}

impl YearResult {
    /// Brutto driftsresultat: income less running costs and depreciation.
    #[doc(alias = "brutto driftsresultat")]
    #[must_use]
    pub fn gross_operating_result(&self) -> Kroner {
        self.operating_revenue - self.operating_costs - self.depreciation
    }

    /// Netto finans: financial income less interest and instalments.
    #[doc(alias = "netto finansutgifter")]
    #[must_use]
    pub fn net_finance(&self) -> Kroner {
        self.financial_income.total() + self.change_in_fund_yield + self.change_in_recovered_interest
            - self.interest
            - self.instalments
    }

    /// The amount behind an indicator; `None` where the figure is not known.
    #[must_use]
    pub fn amount(&self, indicator: Indicator) -> Option<Kroner> {
        match indicator {
            Indicator::NetOperatingResult => Some(self.net_operating_result),
            Indicator::DispositionFund => self.fund_is_known.then_some(self.disposition_fund),
            Indicator::DebtRatio => self.debt_is_known.then_some(self.debt),
        }
    }

    /// An indicator in percent of brutto driftsinntekter; `None` when either is not known.
    #[must_use]
    pub fn ratio(&self, indicator: Indicator) -> Option<Percent> {
        self.amount(indicator)?.as_percent_of(self.gross_revenue?)
    }
}
