//! Bokmål: what is wrong, and where.

use super::file_problems::file_problem;
use super::scenario_problems::scenario_problem;
use super::{Nb, range_reasons};
use crate::text::{FileProblem, ProblemWords, RangeReason, ScenarioProblem};

impl ProblemWords for Nb {
    fn scenario_problem(&self, problem: &ScenarioProblem) -> [String; 2] {
        scenario_problem(problem)
    }

    fn file_problem(&self, problem: &FileProblem) -> [String; 2] {
        file_problem(problem)
    }

    fn range_reason_of(&self, reason: RangeReason) -> &'static str {
        range_reasons::range_reason(reason)
    }

    fn place(&self, path: &str, line: Option<usize>, column: Option<usize>) -> String {
        let at = match (line, column) {
            (Some(line), Some(column)) => format!("linje {line}, tegn {column}"),
            (Some(line), None) => format!("linje {line}"),
            _ => String::new(),
        };
        match (path, at.as_str()) {
            ("", "") => "filen".to_owned(),
            ("", _) => at,
            (_, "") => path.to_owned(),
            _ => format!("{path} ({at})"),
        }
    }

    fn file_of_another(&self, listed: &str, found: &str) -> String {
        format!(
            "kommune.id: filen er for «{found}», men lista sier «{listed}». Rett kommune.id i filen, eller id i kommuner/index.json."
        )
    }
}
