use serde::{Deserialize, Serialize};

use super::Step;

/// A line of the program: one task, or a family of tasks that differ in their index alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// The name as written, unique in the program.
    pub name: String,
    /// The indices of a family's members; none for a single task.
    pub indices: Option<IndexRange>,
    /// The steps in order, at least one.
    pub steps: Vec<Step>,
    /// What it comes after: all of these have to end first.
    pub after: Vec<Reference>,
    /// The pools it takes, in this order, as places in [`super::Program::pools`].
    pub using: Vec<usize>,
}

impl Node {
    /// How many tasks it stands for.
    pub fn task_count(&self) -> u32 {
        self.indices.map_or(1, IndexRange::count)
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
