//! Handlingsrom: ten years of a Norwegian municipality's economy, as the levers are moved.
//!
//! Start with [`model::projection::project`]: one pure function from a municipality and a scenario to
//! a projection; [`model`] says what it does each year. Everything else brings data in or shows results.
//!
//! | module | what it holds | may use |
//! |---|---|---|
//! | [`app`] | the page: store, address, levers and their details, charts, tables | all below |
//! | [`exchange`] | municipality file with its schema and checks, scenario file, link, tables | text, analysis, model |
//! | [`chart`] | plain chart data and one generic drawing function | text, analysis, model |
//! | [`text`] | every word a person reads, Norwegian numbers | analysis, model (types only) |
//! | [`analysis`] | questions asked of the model: why, what would it take, what matters most, shocks, many futures | model |
//! | [`model`] | what happens, year by year | `std`, `serde`, `rust_decimal`, `strum`, `enum-map`; the derive of `schemars` |
//!
//! A module uses only those below it; `tests/architecture.rs` checks it. Three programs use them:
//! `src/main.rs` mounts the page, `src/second.rs` is what the page loads at first use ([`app::second`]), and
//! `src/bin/handlingsrom.rs` is the command line.
//!
//! A municipality is data: `assets/kommuner` has those that are built in, and
//! `docs/kommunefil.md` explains every key. `docs/modell-mot-trykk.md` compares the model with print,
//! `DESIGN.md` says why things are as they are.

pub mod analysis;
pub mod app;
pub mod chart;
pub mod exchange;
pub mod model;
pub mod text;
