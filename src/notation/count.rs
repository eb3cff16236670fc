use std::ops::RangeInclusive;

use crate::graph::RETRY_LIMIT;

/// What a whole number of the notation counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// The N of `pool NAME = N`.
    PoolSize,
    /// The N of `threads N`.
    Threads,
    /// The N of `seed N`.
    Seed,
    /// The N of `retry N`.
    Retries,
    /// The N of `fails N`.
    Failures,
}

impl Count {
    /// What it can be.
    pub fn range(self) -> RangeInclusive<u32> {
        match self {
            Count::PoolSize | Count::Threads => 1..=u32::MAX,
            Count::Seed | Count::Failures => 0..=u32::MAX,
            Count::Retries => 0..=RETRY_LIMIT,
        }
    }

    /// The words that it follows, with an example of it.
    pub(super) fn example(self) -> (&'static str, &'static str) {
        match self {
            Count::PoolSize => ("pool", "pool db = 2"),
            Count::Threads => ("threads", "threads 4"),
            Count::Seed => ("seed", "seed 7"),
            Count::Retries => ("retry", "retry 2"),
            Count::Failures => ("fails", "fails 2"),
        }
    }
}
