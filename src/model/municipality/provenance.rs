//! Where figures come from: quality, source, and the figure itself.

use crate::model::units::YearSeries;
use serde::{Deserialize, Serialize};

/// Kvalitet: whether a figure is printed or was computed.
#[doc(alias = "kvalitet")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Quality {
    /// Trykt: the figure is printed in the document named as its source.
    #[serde(rename = "trykt")]
    Printed,
    /// Beregnet: the figure was computed or estimated; its note says how.
    #[serde(rename = "beregnet")]
    Estimated,
}

/// Kilde: where a figure is printed.
#[doc(alias = "kilde")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The id of one of the file's documents.
    #[serde(rename = "dokument")]
    pub document: String,
    /// Line in the text edition of the document.
    #[serde(rename = "linje", default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Last line, when the figure is spread over several.
    #[serde(rename = "til_linje", default, skip_serializing_if = "Option::is_none")]
    pub last_line: Option<u32>,
    /// Page, when the document is cited by page.
    #[serde(rename = "side", default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
}

/// The source of a figure and how certain it is. Every figure of the file has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Provenance {
    /// Printed or estimated.
    #[serde(rename = "kvalitet")]
    pub quality: Quality,
    /// Where it is printed; required of a printed figure.
    #[serde(rename = "kilde", default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// A remark; required of an estimate, where it gives the arithmetic.
    #[serde(rename = "merknad", default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// One figure with its provenance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Figure<T> {
    /// The figure.
    #[serde(rename = "verdi")]
    pub value: T,
    /// Where it comes from.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// One figure per year with its provenance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(bound(deserialize = "T: Deserialize<'de>"))]
pub struct SeriesFigure<T: Serialize> {
    /// The figures.
    #[serde(rename = "verdier")]
    pub values: YearSeries<T>,
    /// Where they come from.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// The value of a figure that a file may lack; the zero of its kind when it does.
pub(crate) fn or_default<T: Copy + Default>(figure: Option<&Figure<T>>) -> T {
    figure.map(|figure| figure.value).unwrap_or_default()
}
