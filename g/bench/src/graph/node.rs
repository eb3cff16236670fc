use serde::{Deserialize, Serialize};

use super::Step;

/// A line of the program: one task, or a family of tasks that differ in their index alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// The name as written, unique in the program.
    pub name: String,
    /// The indices of a family's members; none for a single task.
    pub indices: Option<IndexRange>,
    /// The steps in order, at least one.
    pub steps: Vec<Step>,
    /// What it comes after.
    pub after: Vec<Reference>,
    /// What has to become of that before it starts.
    pub after_mode: AfterMode,
    /// The pools it takes, in this order, as places in [`super::Program::pools`].
    pub using: Vec<usize>,
    /// When an attempt is stopped, in microseconds after its first step began
    /// (`asyncio.timeout`).
    pub timeout_us: Option<u64>,
    /// What follows a failed attempt.
    pub retry: Option<Retry>,
    /// Which attempts fail at the end of their steps.
    pub fails: Fails,
    /// Nobody waits for it: it is cancelled when all others have ended.
    pub background: bool,
}

impl Node {
    /// How many tasks it stands for.
    pub fn task_count(&self) -> u32 {
        self.indices.map_or(1, IndexRange::count)
    }

    /// How often it is tried at most.
    pub fn attempts(&self) -> u32 {
        1 + self.retry.map_or(0, |retry| retry.count)
    }
}

/// The indices of a family, from `first` to `last`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexRange {
    /// The first member's index.
    pub first: u32,
    /// The last member's index, not below `first`.
    pub last: u32,
}

impl IndexRange {
    /// How many members there are. A range of all of `u32` counts as [`u32::MAX`].
    pub fn count(self) -> u32 {
        (self.last - self.first).saturating_add(1)
    }

    /// Whether `index` is a member's.
    pub fn contains(self, index: u32) -> bool {
        (self.first..=self.last).contains(&index)
    }
}

/// What a task comes after. `node` is a place in [`super::Program::nodes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Reference {
    /// A single task, or all members of a family: `NAME`.
    All { node: usize },
    /// One member of a family, by its index: `NAME[3]`.
    Member { node: usize, index: u32 },
    /// The member with the referring task's own index: `NAME[i]`.
    SameIndex { node: usize },
}

impl Reference {
    /// The node that is referred to, as a place in [`super::Program::nodes`].
    pub fn node(self) -> usize {
        match self {
            Reference::All { node }
            | Reference::Member { node, .. }
            | Reference::SameIndex { node } => node,
        }
    }
}

/// When a task starts, of those that it comes after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AfterMode {
    /// When all of them have succeeded: `after`.
    #[default]
    All,
    /// When the first of them succeeds; the others go on: `after any`.
    Any,
    /// When the first of them succeeds; the others are cancelled: `after first`.
    First,
}

/// Further attempts after a failed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retry {
    /// How many at most, up to [`RETRY_LIMIT`].
    pub count: u32,
    /// How long the first of them waits, in microseconds; each next one waits twice as long. None
    /// where they do not wait at all.
    pub backoff_us: Option<u64>,
}

/// The most further attempts that a task may have.
pub const RETRY_LIMIT: u32 = 1_000;

impl Retry {
    /// How long the `number`-th further attempt waits, counted from 1, in microseconds. What is
    /// more than [`u64::MAX`] is that.
    pub fn wait_us(self, number: u32) -> Option<u64> {
        let doublings = number.saturating_sub(1);
        let factor = 1_u64.checked_shl(doublings).unwrap_or(u64::MAX);
        self.backoff_us
            .map(|backoff_us| backoff_us.saturating_mul(factor))
    }
}

/// Which attempts of a task fail at the end of their steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fails {
    /// None.
    #[default]
    Never,
    /// Every one: `fails`.
    Always,
    /// The first so many: `fails 2`.
    First(u32),
    /// Each with this chance, in millionths: `fails 12.5%`.
    Chance { millionths: u32 },
}
