//! Handlingsrom: ten years of a Norwegian municipality's economy, as the levers are moved.
//!
//! Start with [`model::projection::project`]: one pure function from a municipality and a scenario to
//! a projection; [`model`] says what it does each year. Everything else brings data in or shows results.
//!
//! | room | what lives there | may use |
//! |---|---|---|
//! | [`app`] | the page: store, address, levers and their details, charts, tables | all below |
//! | [`exchange`] | municipality file with its schema and checks, scenario file, link, tables | chart, text, analysis, model |
//! | [`chart`] | plain chart data and one generic drawing function | text, analysis, model |
//! | [`text`] | every word a person reads, Norwegian numbers | analysis, model (types only) |
//! | [`analysis`] | questions asked of the model: why, what would it take, what matters most | model |
//! | [`model`] | what happens, year by year | `std`, `serde`, `rust_decimal`; the derive of `schemars` |
//!
//! An arrow points only down; `tests/architecture.rs` holds it. Two programs stand on top: `src/main.rs`
//! mounts the page, `src/bin/handlingsrom.rs` is the command line.
//!
//! A municipality is data: `assets/kommuner` has those that come with the program, and
//! `docs/kommunefil.md` explains every key. `docs/modell-mot-trykk.md` sets the model against print,
//! `DESIGN.md` says why things are as they are.

pub mod analysis;
pub mod app;
pub mod chart;
pub mod exchange;
pub mod model;
pub mod text;
