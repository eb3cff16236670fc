use crate::graph::{StepKind, TaskIndex};

/// A stretch of time in which a task did one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Whose it is.
    pub task: TaskIndex,
    /// What it did.
    pub kind: SpanKind,
    /// Its beginning, in microseconds since the run began.
    pub from_us: u64,
    /// Its end, in microseconds since the run began.
    pub to_us: u64,
}

/// What a task can be doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SpanKind {
    /// A step of its program.
    Step(StepKind),
    /// It waits for the tasks that it comes after.
    WaitingForTask,
    /// It waits for a place in a pool.
    WaitingForPool,
    /// It waits for a thread of the executor.
    WaitingForThread,
    /// It waits before a further attempt.
    Backoff,
    /// It could go on, but the loop is busy with another.
    Ready,
}

impl SpanKind {
    /// Every kind, in the order in which a legend names them.
    pub const ALL: [SpanKind; 9] = [
        SpanKind::Step(StepKind::Io),
        SpanKind::Step(StepKind::Cpu),
        SpanKind::Step(StepKind::Block),
        SpanKind::Step(StepKind::Thread),
        SpanKind::WaitingForTask,
        SpanKind::WaitingForPool,
        SpanKind::WaitingForThread,
        SpanKind::Backoff,
        SpanKind::Ready,
    ];

    /// Whether it is the program's own time, a step or a backoff, rather than a wait for others.
    pub fn takes_its_own_time(self) -> bool {
        matches!(self, SpanKind::Step(_) | SpanKind::Backoff)
    }
}
