//! The model: what happens to a municipality's economy, year by year.
//!
//! [`projection::project`] is the one function. It is pure and total: no clock, no files, no
//! randomness, no error. The year in short, all amounts in whole kroner:
//!
//! ```text
//! income(t)    = Σ line(first) · inhabitants(t − lag) / inhabitants(first)  revenue
//!                + what levers add, + calibration
//! costs(t)     = costs(first) + share · growth of income, or cost by age    services
//!                − restructuring(t) ± measures, frames, buildings, wages    measure, investment
//!                and prices, + calibration
//! instalments  = max(share · debt(t−1), minimumsavdrag) + calibration       debt
//! interest     = rate(t) · (debt(t−1) + debt(t)) / 2 + calibration          debt
//! result(t)    = income − costs + financial income + what fund, fees        booking
//!                and hedges bring beyond it − interest − instalments
//! disposition  = bound funds, earlier deficit, fund, transfer to            fund
//!                investment, and what is left to the fund
//! loans(t)     = investments − VAT − sales and grants − rounding            booking
//!                − investment fund − transfer
//! debt(t)      = debt(t−1) − instalments + loans, class by class            booking
//! ```
//!
//! Calibration is what print differs from the rules by: [`account::Calibration`].
//!
//! | module | what it holds |
//! |---|---|
//! | [`municipality`], [`scenario`], [`lever`] | what is given, what differs from the plan, what may be moved and how far |
//! | [`population`], [`revenue`], [`services`], [`measure`], [`programme`], [`investment`], [`completion`], [`depreciation`], `prices` | what each year brings, whatever its result |
//! | `flows` | the same put together for every year, and what a projection is compared with |
//! | [`account`] | the printed § 5-4, and the calibration |
//! | [`debt`], [`fund`] | interest, instalments and classes of debt; the order in which a result is disposed of |
//! | `instalments` | what is paid down, and the least the law allows |
//! | `booking` | one year, with a result that agrees with its own consequences |
//! | [`projection`], [`year`], [`notice`] | the recurrence, what comes out of it, and what a reader should know |
//! | [`fiscal_rule`] | whether the rules are kept, and by how much |
//! | [`arithmetic`], [`trace`], [`case`], [`quantity`] | plain and traced numbers, what every formula is given, and what a number is called |
//! | [`packed`] | the form in few bytes of what the program gives itself |
//! | [`units`] | money, percentages, years; the only place that divides or rounds an amount |
//!
//! The module may use only `std`, `serde`, `rust_decimal`, and `strum` and `enum-map` for the list of levers;
//! `tests/architecture.rs` holds it to that.
//! Outside the browser the types of a municipality file also derive their JSON Schema (`schemars`).

#![deny(clippy::float_arithmetic)]

pub mod account;
pub mod arithmetic;
pub mod balance;
mod booking;
pub mod case;
pub mod completion;
pub mod debt;
pub mod depreciation;
pub mod fiscal_rule;
pub mod flows;
pub mod fund;
mod instalments;

pub mod investment;
pub mod lever;
pub mod measure;
pub mod municipality;
pub mod notice;
pub(crate) mod order;
pub mod packed;
pub mod population;
mod prices;
pub mod programme;
pub mod projection;
pub mod quantity;
pub mod revenue;
pub mod scenario;
pub mod services;
pub mod trace;
pub mod units;
pub mod year;
