use std::num::NonZero;

use crate::event_loop::{Cause, SemaphoreId};
use crate::graph::{Place, TaskIndex};

use super::{Outcome, SpanKind, Spans};

/// One task of a run.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Its spans that are over, in order of time; none overlaps another.
    pub spans: Spans,
    /// When its first step began, in microseconds since the run began.
    pub start_us: Option<u64>,
    /// When its outcome was known, in microseconds since the run began.
    pub end_us: Option<u64>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// How many attempts of it have begun.
    pub attempts: u32,
    /// Who held it up, in order of time, where that was another task.
    pub links: Vec<Link>,
    /// When its attempt is stopped, where it has a timeout.
    pub(super) deadline_us: Option<u64>,
    pub(super) open: Option<Open>,
    pub(super) place: Option<Place>,
    pub(super) waits_for: Option<SemaphoreId>,
    pub(super) wake: Option<Wake>,
}

/// A moment at which a task could go on because of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// When, in microseconds since the run began.
    pub at_us: u64,
    /// Because of whom.
    pub by: TaskIndex,
    /// What that one did.
    pub why: Why,
    /// How many events had been recorded when it did so.
    pub(super) number: u32,
}

/// What a task did that let another go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// It ended.
    Ended,
    /// It gave back its place in a pool.
    GaveBack,
    /// A thread of the executor was free of what it ran there.
    FreedThread,
    /// It gave the loop back, which it had held.
    FreedLoop,
    /// It cancelled the other.
    Cancelled,
}

/// A span that goes on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open {
    pub(super) kind: SpanKind,
    pub(super) step: Option<NonZero<u16>>,
    pub(super) from_us: u64,
    /// When the timer is due that the task waits for, or the thread free that works for it.
    pub(super) due_us: Option<u64>,
}

/// Why a task is in the ready queue.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wake {
    pub(super) cause: Cause,
    /// What whoever caused it did, if it was a task.
    pub(super) why: Why,
    /// Since when it could have gone on, had the loop been free.
    pub(super) since_us: u64,
    pub(super) number: u32,
}
