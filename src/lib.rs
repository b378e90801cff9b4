//! Handlingsrom: ten years of a Norwegian municipality's economy, as the levers are moved.
//!
//! Start with [`model::projection::project`]: one pure function from a municipality and a scenario to
//! a projection. Everything else brings data in or shows results.
//!
//! | room | what lives there | may use |
//! |---|---|---|
//! | [`app`] | the page: store, levers, charts, tables | all below |
//! | [`exchange`] | municipality file, scenario file, link, tables, shocks | analysis, chart, model, text |
//! | [`chart`] | plain chart data and one generic drawing function | model, text |
//! | [`analysis`] | questions asked of the model | model |
//! | [`text`] | every word a person reads, Norwegian numbers | model (types only) |
//! | [`model`] | what happens, year by year | `std`, `serde`, `rust_decimal` |
//!
//! An arrow points only down; `tests/architecture.rs` holds it.

pub mod analysis;
pub mod app;
pub mod chart;
pub mod exchange;
pub mod model;
pub mod text;
