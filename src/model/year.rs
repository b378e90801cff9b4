//! Året: every line and balance of one year of a projection.

use super::account::{Calibration, FinancialIncome};
use super::arithmetic::{Arithmetic, Money, Number, Plain};
use super::balance::Balance;
use super::debt::DebtByClass;
use super::flows::OnLendingFlows;
use super::fund::Disposition;
use super::investment::InvestmentYear;
use super::municipality::Indicator;
use super::quantity::Quantity;
use super::revenue::Revenue;
use super::units::Year;

/// Ett år: the lines of §§ 5-4 and 5-5 that can be filled, and the balances at the end of the year.
///
/// All amounts in kroner. Income and costs are positive; the sign is in the formulas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearResult<A: Arithmetic = Plain> {
    /// The year.
    pub year: Year,
    /// Prisindeks: the kroner of this year against those of the first; one in fixed prices.
    pub price_index: A::Ratio,
    /// Innbyggere 1 January; `None` where no number is known.
    pub inhabitants: Option<A::Persons>,
    /// The lines of income.
    pub revenue: Revenue<A::Kroner>,
    /// Their sum: brutto driftsinntekter, or Sum generelle driftsinntekter where the account is given.
    pub operating_revenue: A::Kroner,
    /// Brutto driftsinntekter, the denominator of every rule; `None` where it is not known.
    pub gross_revenue: Option<A::Kroner>,
    /// Driftsutgifter without depreciation; net where the account is given.
    pub operating_costs: A::Kroner,
    /// Avskrivninger.
    pub depreciation: A::Kroner,
    /// What the line Motpost avskrivninger takes back beyond them: an error in print, as a rule nothing.
    pub depreciation_difference: A::Kroner,
    /// Renteinntekter, utbytter, gevinster.
    pub financial_income: FinancialIncome<A::Kroner>,
    /// Endring i renteinntekter: what the fund earns beyond the plan.
    pub change_in_fund_yield: A::Kroner,
    /// What a rate shift and changed self-cost debt bring back: on-lending, compensation, deposits, fees.
    pub change_in_recovered_interest: A::Kroner,
    /// Renter på merforbruk: what an uncovered deficit costs in liquidity.
    pub deficit_interest: A::Kroner,
    /// Snittrente on average debt.
    pub average_rate: A::Percent,
    /// Renteutgifter.
    pub interest: A::Kroner,
    /// Avdrag på lån, ordinary and self-cost.
    pub instalments: A::Kroner,
    /// The part of them that self-cost areas pay.
    pub self_cost_instalments: A::Kroner,
    /// Minimumsavdrag (§ 14-18); `None` where the data lacks what it needs.
    pub minimum_instalments: Option<A::Kroner>,
    /// Netto driftsresultat.
    pub net_operating_result: A::Kroner,
    /// Where the result goes.
    pub disposition: Disposition<A::Kroner>,
    /// Investments and the income tied to them.
    pub investment: InvestmentYear<A::Kroner>,
    /// Bruk av (positive) or avsetning til (negative) ubundet investeringsfond.
    pub use_of_investment_fund: A::Kroner,
    /// Bruk av lån.
    pub loans: A::Kroner,
    /// The part of them that self-cost areas take.
    pub self_cost_loans: A::Kroner,
    /// What self-cost areas borrow for investments that the plan does not list; it is in no line of § 5-5.
    pub standing_self_cost_loans: A::Kroner,
    /// Loans to be lent on, and the instalments on such loans (§ 5-5).
    pub on_lending_flows: OnLendingFlows<A::Kroner>,
    /// Ekstraordinær nedbetaling: what sales pay of the debt beyond the year's own need for loans.
    pub extra_repayment: A::Kroner,
    /// Lånegjeld 31 December that the municipality measures; see `debt_by_class`. Only its change since the
    /// first year where no document gives it.
    pub debt: Balance<A::Kroner>,
    /// Lånegjeld 31 December by class.
    pub debt_by_class: DebtByClass<A::Kroner>,
    /// Disposisjonsfond 31 December; only its change where no document gives it.
    pub disposition_fund: Balance<A::Kroner>,
    /// Merforbruk that is carried on.
    pub uncovered_deficit: A::Kroner,
    /// Ubundet investeringsfond 31 December.
    pub investment_fund: A::Kroner,
    /// Bokført verdi of depreciable fixed assets 31 December.
    pub book_value: A::Kroner,
    /// What print differs from the rules by: income and costs in the first year's prices, interest and
    /// instalments as they are paid.
    pub calibration: Calibration<A::Kroner>,
}

impl<A: Arithmetic> YearResult<A> {
    /// Brutto driftsresultat (§ 5-4): income less running costs and depreciation.
    ///
    /// `sum generelle driftsinntekter − driftsutgifter − avskrivninger`
    #[doc(alias = "brutto driftsresultat")]
    #[must_use]
    pub fn gross_operating_result(&self) -> A::Kroner {
        (self.operating_revenue - self.operating_costs - self.depreciation)
            .named(Quantity::GrossOperatingResult, self.year)
    }

    /// Finansinntekter: interest, dividends and gains, and what the levers change of them.
    #[doc(alias = "finansinntekter")]
    #[must_use]
    pub fn all_financial_income(&self) -> A::Kroner {
        let lines = self.financial_income.total();
        (lines + self.change_in_fund_yield + self.change_in_recovered_interest)
            .named(Quantity::FinancialIncome, self.year)
    }

    /// Netto finans (§ 5-4): financial income less interest and instalments.
    ///
    /// `renteinntekter + utbytter + gevinster + endringer − renteutgifter − renter på merforbruk − avdrag`
    #[doc(alias = "netto finansutgifter")]
    #[doc(alias = "netto finans")]
    #[must_use]
    pub fn net_finance(&self) -> A::Kroner {
        let income = self.financial_income;
        (income.interest
            + income.dividends
            + income.gains
            + self.change_in_fund_yield
            + self.change_in_recovered_interest
            - self.interest
            - self.deficit_interest
            - self.instalments)
            .named(Quantity::NetFinance, self.year)
    }

    /// Motpost avskrivninger (§ 5-4): takes depreciation out of netto driftsresultat again.
    #[doc(alias = "motpost avskrivninger")]
    #[must_use]
    pub fn depreciation_reversed(&self) -> A::Kroner {
        (self.depreciation + self.depreciation_difference).named(Quantity::DepreciationReversed, self.year)
    }

    /// The amount behind an indicator; `None` where the figure is not known.
    #[must_use]
    pub fn amount(&self, indicator: Indicator) -> Option<A::Kroner> {
        match indicator {
            Indicator::NetOperatingResult => Some(self.net_operating_result),
            Indicator::DispositionFund => self.disposition_fund.known(),
            Indicator::DebtRatio => self.debt.known(),
        }
    }

    /// Netto driftsresultat, disposisjonsfond (fondsgrad) eller lånegjeld (gjeldsgrad) in percent of brutto
    /// driftsinntekter; `None` when either is not known.
    ///
    /// ```
    /// use handlingsrom::exchange::municipality_file;
    /// use handlingsrom::model::municipality::Indicator;
    /// use handlingsrom::model::{projection::project, scenario::Scenario, units::Year};
    /// let lier = municipality_file::built_in("lier").expect("Lier comes with the program");
    /// let plan = project(lier, &Scenario::plan());
    /// let year = plan.years.get(Year(2028)).expect("a plan year");
    /// let debt = year.debt.known().expect("a document gives it");
    /// let debt_ratio = debt.as_percent_of(year.gross_revenue.expect("it is printed"));
    /// assert_eq!(year.ratio(Indicator::DebtRatio), debt_ratio);
    /// ```
    #[doc(alias = "gjeldsgrad")]
    #[doc(alias = "fondsgrad")]
    #[must_use]
    pub fn ratio(&self, indicator: Indicator) -> Option<A::Percent> {
        let ratio = self.amount(indicator)?.as_percent_of(self.gross_revenue?)?;
        Some(ratio.named(Quantity::Ratio(indicator), self.year))
    }

    /// Investeringer in percent of brutto driftsinntekter; `None` where income is not known.
    #[must_use]
    pub fn investment_ratio(&self) -> Option<A::Percent> {
        let ratio = self.investment.expenditure.as_percent_of(self.gross_revenue?)?;
        Some(ratio.named(Quantity::InvestmentRatio, self.year))
    }
}
