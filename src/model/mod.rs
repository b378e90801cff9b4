//! The model: what happens to a municipality's economy, year by year.
//!
//! [`projection::project`] is the one function. It is pure and total: no clock, no files, no
//! randomness, no error. The year in short, all amounts in whole kroner:
//!
//! ```text
//! income(t)    = income(first) · inhabitants(t) / inhabitants(first)        revenue
//! costs(t)     = costs(first) + 80 % · (income(t) − income(first))          services
//!                − restructuring(t) + calibration(t) + measures changed
//! instalments  = 4.9 % · debt(t−1)                                          debt
//! interest     = rate(t) · (debt(t−1) + debt(t)) / 2                        debt
//! result(t)    = income − costs + change in fund yield − interest − instalments
//! transfer(t)  = what the result leaves when the fund is at its target      fund
//! loans(t)     = investments − VAT − sales and grants − transfer            investment
//! debt(t)      = debt(t−1) − instalments + loans
//! ```
//!
//! The module may use only `std`, `serde` and `rust_decimal`; `tests/architecture.rs` holds it to that.

#![deny(clippy::float_arithmetic)]

pub mod account;
mod booking;
pub mod debt;
pub mod figure;
pub mod fiscal_rule;
mod flows;
pub mod fund;
pub mod input;
pub mod investment;
pub mod measure;
pub mod municipality;
pub mod notice;
pub mod population;
pub mod projection;
pub mod revenue;
pub mod scenario;
pub mod services;
pub mod units;
pub mod year;
