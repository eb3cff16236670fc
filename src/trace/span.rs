use std::num::NonZero;

use crate::graph::TaskIndex;

use super::SpanKind;

/// A stretch of time in which a task did one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Whose it is.
    pub task: TaskIndex,
    /// What it did.
    pub kind: SpanKind,
    /// Which step of its task it is, counted from 1; none where it is no step, or is one beyond
    /// what can be counted here.
    pub step: Option<NonZero<u16>>,
    /// Its beginning, in microseconds since the run began.
    pub from_us: u64,
    /// Its end, in microseconds since the run began.
    pub to_us: u64,
}

impl Span {
    /// How long it is, in microseconds.
    pub fn length_us(&self) -> u64 {
        self.to_us - self.from_us
    }
}
