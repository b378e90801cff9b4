//! Områder: every number inside its range, every series without a step that cannot be.
//!
//! They are looked for in what the file says, before anything is computed from it.

use super::range_table::{Range, range_of};
use crate::exchange::Fault;
use crate::exchange::faults::Faults;
use crate::text::{RangeProblem, Step};
use serde_json::{Map, Value};

/// Every number outside its range, and every step that is too large.
pub(super) fn faults(file: &Value) -> Faults {
    let mut look = Look { income: income(file), faults: Faults::default() };
    look.at(file, "", "");
    look.faults
}

/// Adds those of places that nothing else has said something of.
pub(super) fn add(found: Faults, said: &Faults, faults: &mut Faults) {
    let bare = |place: &str| place.replace(".verdier", "").replace(".verdi", "");
    let places: Vec<String> = faults.iter().chain(said.iter()).map(|fault| bare(&fault.place)).collect();
    let mut left = Faults::default();
    found.keep(|fault| !places.contains(&bare(&fault.place)), &mut left);
    faults.take(left);
}

/// What the municipality has in a year, in thousands: given, or the sum of the general income.
fn income(file: &Value) -> Option<f64> {
    const GENERAL: [&str; 4] =
        ["rammetilskudd", "inntekts_og_formuesskatt", "eiendomsskatt", "andre_generelle_driftsinntekter"];
    let given = file.pointer("/utgangspunkt/brutto_driftsinntekter/verdi").and_then(Value::as_f64);
    let first = |key: &str| {
        let line = file.pointer("/bevilgningsoversikt_drift")?.get(key)?.get("verdier")?;
        line.as_object()?.values().next()?.as_f64()
    };
    let sum = || GENERAL.into_iter().filter_map(first).sum::<f64>();
    let spent = || first("bevilgninger_drift_netto").unwrap_or_default();
    Some(given.unwrap_or_else(|| sum().max(spent()))).filter(|income| *income > 0.0)
}

struct Look {
    income: Option<f64>,
    faults: Faults,
}

impl Look {
    /// `place` is where the value is, `key` the same without years, numbers in lists and `verdi`.
    fn at(&mut self, value: &Value, place: &str, key: &str) {
        let join = |path: &str, part: &str| {
            if path.is_empty() { part.to_owned() } else { format!("{path}.{part}") }
        };
        match value {
            Value::Number(given) => self.number(given.as_f64().unwrap_or(f64::INFINITY), place, key),
            Value::Array(items) => {
                let key = format!("{key}[]");
                for (index, item) in items.iter().enumerate() {
                    self.at(item, &format!("{place}[{index}]"), &key);
                }
            }
            Value::Object(map) if is_series(map) => self.series(map, place, key),
            Value::Object(map) => {
                for (part, item) in map {
                    let within = join(place, part);
                    match part.as_str() {
                        // The changes of a scenario have the ranges of the levers.
                        "endringer" => {}
                        "verdi" | "verdier" => self.at(item, place, key),
                        _ if key.ends_with("alternativer[].innbyggere") => {
                            self.at(item, &within, &join(key, "*"));
                        }
                        _ => self.at(item, &within, &join(key, part)),
                    }
                }
            }
            _ => {}
        }
    }

    fn number(&mut self, given: f64, place: &str, key: &str) {
        // What the schema does not know is reported already.
        let Some(range) = range_of(key) else { return };
        let below = given < range.min_as_float();
        if !below && given <= range.max_as_float() {
            return;
        }
        let limit = if below { range.min } else { range.max };
        let problem = RangeProblem::OutsideRange { value: given, limit, below, reason: range.reason };
        self.faults.add(|| Fault::new(place, problem));
    }

    fn series(&mut self, years: &Map<String, Value>, place: &str, key: &str) {
        let mut before: Option<f64> = None;
        for (year, value) in years {
            let place = format!("{place}.{year}");
            if !("1900"..="2200").contains(&year.as_str()) {
                let problem = RangeProblem::NotAPossibleYear { year: year.clone() };
                self.faults.add(|| Fault::new(&place, problem));
            }
            self.at(value, &place, key);
            let now = value.as_f64();
            if let (Some(range), Some(before), Some(now)) = (range_of(key), before, now) {
                self.step(range, before, now, &place);
            }
            if let (Some(Range { step: Step::People { .. }, .. }), Some(now)) = (range_of(key), now)
                && now > 0.0
                && now < 1.0
            {
                self.faults.add(|| Fault::new(place, RangeProblem::LessThanOnePerson { value: now }));
            }
            before = now;
        }
    }

    fn step(&mut self, range: &Range, before: f64, now: f64, place: &str) {
        let change = (now - before).abs();
        let too_large = match range.step {
            Step::Single | Step::Whole => return,
            Step::Points(points) => change > float(points),
            Step::OfIncome(percent) => {
                let Some(income) = self.income else { return };
                change * 100.0 > income * float(percent)
            }
            Step::People { percent, least } => {
                let allowed = (before * float(percent)).max(float(least) * 100.0);
                change * 100.0 > allowed
            }
        };
        if too_large {
            let problem = RangeProblem::StepTooLarge { now, before, step: range.step, reason: range.reason };
            self.faults.add(|| Fault::new(place, problem));
        }
    }
}

impl Range {
    fn min_as_float(&self) -> f64 {
        float(self.min)
    }

    fn max_as_float(&self) -> f64 {
        float(self.max)
    }
}

/// Every limit of the table is small enough to be exact.
#[allow(clippy::cast_precision_loss, reason = "no limit has more than nine digits")]
fn float(limit: i64) -> f64 {
    limit as f64
}

fn is_series(map: &Map<String, Value>) -> bool {
    let is_year = |key: &String| key.len() == 4 && key.bytes().all(|byte| byte.is_ascii_digit());
    !map.is_empty() && map.keys().all(is_year)
}
