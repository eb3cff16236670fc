use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::TextEdit;
use crate::graph::{DURATION_LIMIT_US, Program, RETRY_LIMIT, TASK_LIMIT};
use crate::notation::{Part, PartOf, WrittenDuration, parts};

/// A number of a program that can be turned up and down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Knob {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What it says.
    pub what: PartOf,
    /// What it says now: so many, or microseconds.
    pub value: u64,
    /// What it counts.
    pub unit: Unit,
    /// A family's first index, to which a number of members is added.
    first: u32,
}

/// What a [`Knob`] counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// Things: places, threads, members, attempts.
    Count,
    /// Microseconds.
    Time,
}

/// What a [`Knob`] is of, by name: it is the same in another text in which the same thing is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnobName {
    /// The task, the family or the pool; of a setting of the whole program empty.
    of: String,
    /// What it says of that, whose own place is left out.
    what: PartOf,
}

impl Knob {
    /// What it is of, in `program`.
    pub fn name(&self, program: &Program) -> KnobName {
        use PartOf::*;
        let (node, pool) = (0, 0);
        let (place, what) = match self.what {
            PoolSize { pool: place } => {
                let of = program.pools().get(place).map(|pool| pool.name.clone());
                return KnobName {
                    of: of.unwrap_or_default(),
                    what: PoolSize { pool },
                };
            }
            Threads => (None, Threads),
            LastIndex { node: place } => (Some(place), LastIndex { node }),
            StepWord { node: place, step } => (Some(place), StepWord { node, step }),
            Duration { node: place, step } => (Some(place), Duration { node, step }),
            Reference {
                node: of, place, ..
            } => (Some(of), Reference { node, place }),
            Timeout { node: place } => (Some(place), Timeout { node }),
            Retry { node: place } => (Some(place), Retry { node }),
            Backoff { node: place } => (Some(place), Backoff { node }),
        };
        let of = place.and_then(|place| program.nodes().get(place));
        KnobName {
            of: of.map(|node| node.name.clone()).unwrap_or_default(),
            what,
        }
    }

    /// The least and the most that it can say.
    pub fn bounds(&self) -> (u64, u64) {
        match (self.unit, self.what) {
            (Unit::Time, _) => (0, DURATION_LIMIT_US),
            (_, PartOf::Retry { .. }) => (0, RETRY_LIMIT.into()),
            (_, PartOf::LastIndex { .. }) => (1, TASK_LIMIT.into()),
            _ => (1, u32::MAX.into()),
        }
    }

    /// Has it say `value`.
    pub fn turned_to(&self, source: &str, value: u64) -> TextEdit {
        let text = match (self.unit, self.what) {
            (Unit::Time, _) => WrittenDuration::at(source, self.range.clone()).with(value),
            (_, PartOf::LastIndex { .. }) => {
                (u64::from(self.first) + value.saturating_sub(1)).to_string()
            }
            _ => value.to_string(),
        };
        TextEdit {
            range: self.range.clone(),
            text,
        }
    }
}

/// The numbers of a text without mistakes, whose program is `program`, in their order. Durations
/// that are drawn are not among them.
///
/// ```
/// use interleave::notation::parse;
/// use interleave::what_if::knobs;
///
/// let source = "pool db = 2\nposts[1..6]: io 400ms using db";
/// let knobs = knobs(source, &parse(source).unwrap().program);
/// let values: Vec<u64> = knobs.iter().map(|knob| knob.value).collect();
/// assert_eq!(values, [2, 6, 400_000]);
/// ```
pub fn knobs(source: &str, program: &Program) -> Vec<Knob> {
    let parts = parts(source).into_iter();
    parts.filter_map(|part| knob(part, program)).collect()
}

fn knob(part: Part, program: &Program) -> Option<Knob> {
    let node = |place: usize| program.nodes().get(place);
    let mut first = 0;
    let (unit, value) = match part.what {
        PartOf::PoolSize { pool } => (Unit::Count, program.pools().get(pool)?.size.into()),
        PartOf::Threads => (Unit::Count, program.settings().threads.into()),
        PartOf::LastIndex { node: place } => {
            let indices = node(place)?.indices?;
            first = indices.first;
            (Unit::Count, indices.count().into())
        }
        PartOf::Retry { node: place } => (Unit::Count, node(place)?.retry?.count.into()),
        PartOf::Duration { node: place, step } => {
            let step = node(place)?.steps.get(step)?;
            (!step.is_drawn()).then_some((Unit::Time, step.longest_us))?
        }
        PartOf::Timeout { node: place } => (Unit::Time, node(place)?.timeout_us?),
        PartOf::Backoff { node: place } => (Unit::Time, node(place)?.retry?.backoff_us?),
        PartOf::StepWord { .. } | PartOf::Reference { .. } => return None,
    };
    Some(Knob {
        range: part.range,
        what: part.what,
        value,
        unit,
        first,
    })
}
