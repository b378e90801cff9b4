//! Finansreglementets stresstest: the printed table recomputed, row by row.

use crate::model::municipality::{StressKind, StressRow, StressTest};
use crate::model::units::Kroner;

/// Kontrollert rad: a row of the printed stress test, recomputed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckedRow<'a> {
    /// The row.
    pub row: &'a StressRow,
    /// `balance · shock`; a loss is negative.
    pub computed: Kroner,
    /// `computed − printed`; nothing where no effect is printed.
    pub difference: Option<Kroner>,
    /// What is wrong with the print, when it is.
    pub fault: Option<PrintFault>,
}

/// Trykkfeil: how a printed effect is wrong, beyond rounding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrintFault {
    /// The amount is not the balance times the shock.
    Amount,
    /// The amount is right and the sign is not.
    Sign,
}

/// Stresstest med sum: every row, and three sums of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedStressTest<'a> {
    /// Every row, in the order of the print.
    pub rows: Vec<CheckedRow<'a>>,
    /// Mulig tap as printed.
    pub printed: Option<Kroner>,
    /// The sum with every amount recomputed and every sign as printed.
    pub with_printed_signs: Kroner,
    /// The sum with every amount and every sign as they should be.
    pub corrected: Kroner,
}

/// Virkningen av sjokket på én beholdning: `balance · shock` in kroner, a loss negative.
///
/// Debt costs what the rate rises by. What earns interest gains it, for a year. Shares change by the
/// shock itself. Bonds lose: their price falls by duration times the rise, at once, while the higher
/// coupon comes over the years; a sudden shock is what the test is about. The duration of the fund is
/// not printed, so one year is taken, which is what balance times shock amounts to.
///
/// ```
/// use handlingsrom::{analysis::finance_stress::effect, exchange::municipality_file::built_in};
/// use handlingsrom::model::units::Kroner;
/// let lillehammer = built_in("lillehammer").expect("it comes with the program");
/// let test = lillehammer.stress_test.as_ref().expect("it is printed");
/// assert_eq!(effect(&test.rows[0]), Kroner::new(-56_410_000));
/// ```
#[must_use]
pub fn effect(row: &StressRow) -> Kroner {
    let moved = row.shock.of(row.balance);
    match row.kind {
        StressKind::Debt | StressKind::Bonds => -moved,
        StressKind::EarnsInterest | StressKind::Shares => moved,
    }
}

/// Stresstesten kontrollert: every row recomputed, the errors in print, and the correct sums.
///
/// A printed figure is wrong when it is more than half its last digit from `balance · shock`. Of Lillehammer's
/// nine rows two are: shares of 20 mill. that fall by 30 % lose 6.0, not 19.7, and the bond fund is
/// printed as a gain. The printed loss of 25.5 mill. then becomes 11.8 with the print's own signs, which
/// is what `tests/model.rs` gets from the model, and 12.3 when the bond fund loses what it is printed
/// to gain.
///
/// Source: Lillehammer, årsberetning 2023, line 4617–4661. Not modelled: the second year, when fixed
/// loans begin to follow; see [`super::stress`] for that.
///
/// ```
/// use handlingsrom::{analysis::finance_stress::check, exchange::municipality_file::built_in};
/// use rust_decimal::dec;
/// let lillehammer = built_in("lillehammer").expect("it comes with the program");
/// let checked = check(lillehammer.stress_test.as_ref().expect("it is printed"));
/// assert_eq!(checked.rows.iter().filter(|row| row.fault.is_some()).count(), 2);
/// assert_eq!(checked.with_printed_signs.millions().round_dp(1), dec!(-11.8));
/// assert_eq!(checked.corrected.millions().round_dp(1), dec!(-12.3));
/// ```
#[doc(alias = "stresstest")]
#[must_use]
pub fn check(test: &StressTest) -> CheckedStressTest<'_> {
    let rows: Vec<_> = test.rows.iter().map(|row| checked(row, test.printed_in)).collect();
    let with_printed_signs = rows
        .iter()
        .map(|row| if row.fault == Some(PrintFault::Sign) { -row.computed } else { row.computed })
        .sum();
    let corrected = rows.iter().map(|row| row.computed).sum();
    CheckedStressTest { rows, printed: test.printed_total, with_printed_signs, corrected }
}

fn checked(row: &StressRow, printed_in: Kroner) -> CheckedRow<'_> {
    let computed = effect(row);
    let is_rounding = |difference: Kroner| difference.abs() + difference.abs() <= printed_in;
    let fault = row
        .printed_effect
        .filter(|printed| !is_rounding(computed - *printed))
        .map(|printed| if is_rounding(computed + printed) { PrintFault::Sign } else { PrintFault::Amount });
    CheckedRow { row, computed, difference: row.printed_effect.map(|printed| computed - printed), fault }
}
