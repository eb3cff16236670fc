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
    /// Runs in the executor; the loop is free meanwhile (`await loop.run_in_executor(…)`).
    Thread,
}

impl StepKind {
    /// Every kind, in the order in which the notation names them.
    pub const ALL: [StepKind; 4] = [
        StepKind::Io,
        StepKind::Cpu,
        StepKind::Block,
        StepKind::Thread,
    ];

    /// The word of the notation for it.
    pub fn word(self) -> &'static str {
        match self {
            StepKind::Io => "io",
            StepKind::Cpu => "cpu",
            StepKind::Block => "block",
            StepKind::Thread => "thread",
        }
    }
}

/// One step of a task. Where its shortest and its longest duration differ, each attempt draws
/// one of those between ([`super::Program::duration_us`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What it does to the loop.
    pub kind: StepKind,
    /// The shortest time it takes, in microseconds.
    pub shortest_us: u64,
    /// The longest time it takes, in microseconds; at most [`DURATION_LIMIT_US`].
    pub longest_us: u64,
}

impl Step {
    /// A step that always takes `duration_us` microseconds.
    pub fn of(kind: StepKind, duration_us: u64) -> Self {
        Step {
            kind,
            shortest_us: duration_us,
            longest_us: duration_us,
        }
    }

    /// Whether its duration is drawn.
    pub fn is_drawn(self) -> bool {
        self.shortest_us != self.longest_us
    }
}
