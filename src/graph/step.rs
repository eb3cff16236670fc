use serde::{Deserialize, Serialize};

/// The longest duration a step may have: 24 hours, in microseconds.
pub const DURATION_LIMIT_US: u64 = 24 * 60 * 60 * 1_000_000;

/// What a step does to the event loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum StepKind {
    /// Waits; the loop is free meanwhile (`await asyncio.sleep(D)`).
    Io,
    /// Computes on the loop; nothing else runs (a plain loop).
    Cpu,
    /// Sleeps without giving the loop back; nothing else runs (`time.sleep(D)`).
    Block,
}

impl StepKind {
    /// The word of the notation for it.
    pub fn word(self) -> &'static str {
        match self {
            StepKind::Io => "io",
            StepKind::Cpu => "cpu",
            StepKind::Block => "block",
        }
    }
}

/// One step of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What it does to the loop.
    pub kind: StepKind,
    /// How long it takes, in microseconds; at most [`DURATION_LIMIT_US`].
    pub duration_us: u64,
}
