//! The values that a number is swept over, as people write them.

use std::collections::BTreeSet;

use super::{Knob, Unit};
use crate::graph::DURATION_LIMIT_US;
use crate::lettering::quantity::{grouped, short_duration};
use crate::notation::{DurationMistake, PartOf, WrittenDuration, parse_duration};
use crate::words::{Language, what_if as words};

/// A number is swept over so many values at most.
pub const VALUE_LIMIT: usize = 50;

/// The counts that are usual, and their multiples by powers of ten.
const ROUND: [u64; 3] = [1, 2, 5];

/// The usual values of a count go up to this at least, and there are so many of them.
const USUAL_MOST: u64 = 100;
const USUAL_COUNT: usize = 7;

/// What is wrong with the values to sweep over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValuesMistake {
    /// There are none; such could be.
    Missing { example: String },
    /// No whole number.
    NotACount { text: String },
    /// No duration.
    NotATime(DurationMistake),
    /// A range without one of its ends.
    HalfARange { text: String },
    /// More or less than can be.
    OutOfBounds {
        text: String,
        least: String,
        most: String,
    },
    /// More than [`VALUE_LIMIT`].
    TooMany { count: usize },
}

impl ValuesMistake {
    /// What is wrong, in words of `language`.
    pub fn say(&self, language: Language) -> String {
        match self {
            ValuesMistake::Missing { example } => words::no_values(language, example),
            ValuesMistake::NotACount { text } => words::not_a_count(language, text),
            ValuesMistake::NotATime(mistake) => words::not_a_time(language, &mistake.say(language)),
            ValuesMistake::HalfARange { text } => words::half_a_range(language, text),
            ValuesMistake::OutOfBounds { text, least, most } => {
                words::out_of_bounds(language, text, least, most)
            }
            ValuesMistake::TooMany { count } => {
                words::too_many_values(language, count, &VALUE_LIMIT)
            }
        }
    }
}

impl Knob {
    /// The values that `text` says: a list `5, 10, 20`, ranges `1..20` in it; in their order, each
    /// once. A range is cut at round values, and has the value that is there now among them.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn values(&self, text: &str) -> Result<Vec<u64>, ValuesMistake> {
        let mut values = BTreeSet::new();
        for item in text.split([',', ';', '\n']).map(str::trim) {
            match item.split_once("..") {
                _ if item.is_empty() => {}
                Some((from, to)) => {
                    let [from, to] = [from, to].map(|end| end.trim_matches(['.', ' ']));
                    if from.is_empty() || to.is_empty() {
                        return Err(ValuesMistake::HalfARange { text: item.into() });
                    }
                    values.extend(self.range_of(self.one(from)?, self.one(to)?));
                }
                None => {
                    values.insert(self.one(item)?);
                }
            }
        }
        match values.len() {
            0 => Err(ValuesMistake::Missing {
                example: self.usual_values(),
            }),
            count @ 0..=VALUE_LIMIT => Ok(values.into_iter().take(count).collect()),
            count => Err(ValuesMistake::TooMany { count }),
        }
    }

    fn one(&self, text: &str) -> Result<u64, ValuesMistake> {
        let value = match self.unit {
            Unit::Count if !is_digits(text) => {
                return Err(ValuesMistake::NotACount { text: text.into() });
            }
            // What has too many digits for a number is certainly more than can be.
            Unit::Count => text.parse().unwrap_or(u64::MAX),
            Unit::Time => parse_duration(text).map_err(ValuesMistake::NotATime)?,
        };
        let (least, most) = self.bounds();
        if (least..=most).contains(&value) {
            return Ok(value);
        }
        Err(ValuesMistake::OutOfBounds {
            text: text.into(),
            least: self.shown(least),
            most: self.shown(most),
        })
    }

    /// Both ends, the value that is there now if it lies between, and round values between.
    fn range_of(&self, one: u64, other: u64) -> BTreeSet<u64> {
        let (from, to) = (one.min(other), one.max(other));
        let steps = round().filter(|step| (to - from) / step <= VALUE_LIMIT as u64);
        let mut cut = steps.map(|step| {
            let between = (from / step + 1..).map(|times| times * step);
            let mut values: BTreeSet<u64> = between.take_while(|&value| value < to).collect();
            values.extend([from, to]);
            values.extend((from..=to).contains(&self.value).then_some(self.value));
            values
        });
        cut.find(|values| values.len() <= VALUE_LIMIT)
            .unwrap_or_default()
    }

    /// Values that are worth a look, as people write them; the value that is there now is among
    /// them.
    pub fn usual_values(&self) -> String {
        match (self.unit, self.what) {
            (Unit::Time, _) => {
                let [from, to] = match self.value {
                    0 => [0, 1_000_000],
                    value => [value / 5, value.saturating_mul(5).min(DURATION_LIMIT_US)],
                };
                format!("{}..{}", in_units(from), in_units(to))
            }
            (_, PartOf::Retry { .. }) => {
                let most = self.value.saturating_mul(2).clamp(5, self.bounds().1);
                format!("0..{most}")
            }
            _ => {
                let values = usual_counts(self.value, self.bounds());
                let values: Vec<String> = values.iter().map(u64::to_string).collect();
                values.join(", ")
            }
        }
    }

    /// A value as it is shown.
    pub fn shown(&self, value: u64) -> String {
        match self.unit {
            Unit::Count => grouped(value),
            Unit::Time => short_duration(value),
        }
    }
}

/// `value`, and the round counts around it.
fn usual_counts(value: u64, (least, most): (u64, u64)) -> Vec<u64> {
    let up_to = value.saturating_mul(2).max(USUAL_MOST).min(most);
    let round: Vec<u64> = round().take_while(|&count| count <= up_to).collect();
    let mut counts = round[round.len().saturating_sub(USUAL_COUNT)..].to_vec();
    counts.retain(|count| *count >= least);
    counts.push(value);
    counts.sort_unstable();
    counts.dedup();
    counts
}

/// The round numbers, from 1.
fn round() -> impl Iterator<Item = u64> {
    let powers = std::iter::successors(Some(1_u64), |power| power.checked_mul(10));
    powers.flat_map(|power| ROUND.map(|times| times.saturating_mul(power)))
}

/// A duration in the notation, in a unit that suits it.
fn in_units(us: u64) -> String {
    let unit = match us {
        0 | 1_000..1_000_000 => "ms",
        1..1_000 => "us",
        _ => "s",
    };
    WrittenDuration::at(unit, 0..unit.len()).with(us)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
