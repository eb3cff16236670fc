use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{Node, Reference};

/// A task's number: its place in source order, a family's members by index, from 0.
pub type TaskIndex = u32;

/// The most tasks a program may have.
pub const TASK_LIMIT: u32 = 100_000;

/// The most events that a run of a program may have: some 40 for each task of the largest one.
pub const EVENT_LIMIT: usize = 4_000_000;

/// A program without mistakes: every reference leads somewhere, no task comes after itself, no
/// pool is of size 0, and there are at most [`TASK_LIMIT`] tasks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    pools: Vec<Pool>,
    nodes: Vec<Node>,
    /// For each node the number of its first task; at the end the number of all tasks.
    first_tasks: Vec<TaskIndex>,
    settings: Settings,
}

/// What a program says of itself as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// How many steps of kind `thread` run at once: the executor's size, at least 1.
    pub threads: u32,
    /// What a failure does to the others.
    pub on_failure: OnFailure,
    /// What the draws start from.
    pub seed: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            threads: 4,
            on_failure: OnFailure::default(),
            seed: 1,
        }
    }
}

/// What the failure of a task does to the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum OnFailure {
    /// The first cancels them all (`asyncio.TaskGroup`).
    #[default]
    Cancel,
    /// They go on (`gather(return_exceptions=True)`).
    Continue,
}

/// A pool: at most `size` tasks hold it at once, first come first served (`asyncio.Semaphore`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pool {
    /// The name as written, unique in the program.
    pub name: String,
    /// How many hold it at once, at least 1.
    pub size: u32,
}

impl Program {
    /// A program of these pools and nodes, with the default [`Settings`]. What [`Program`] promises
    /// is the caller's to have checked; [`crate::notation::parse`] does.
    pub fn new(pools: Vec<Pool>, nodes: Vec<Node>) -> Self {
        let mut first_tasks = Vec::with_capacity(nodes.len() + 1);
        let mut next = 0;
        for node in &nodes {
            first_tasks.push(next);
            next += node.task_count();
        }
        first_tasks.push(next);
        Program {
            pools,
            nodes,
            first_tasks,
            settings: Settings::default(),
        }
    }

    /// The same program with these settings.
    pub fn with_settings(self, settings: Settings) -> Self {
        Program { settings, ..self }
    }

    /// What it says of itself as a whole.
    pub fn settings(&self) -> Settings {
        self.settings
    }

    /// What the draws start from.
    pub fn seed(&self) -> u32 {
        self.settings.seed
    }

    /// The pools in source order.
    pub fn pools(&self) -> &[Pool] {
        &self.pools
    }

    /// The nodes in source order.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// How many tasks there are.
    pub fn task_count(&self) -> u32 {
        self.first_tasks.last().copied().unwrap_or(0)
    }

    /// The node whose tasks have most to do, as a place in [`Program::nodes`]: the first of those
    /// that do. None where there is no node.
    pub fn busiest(&self) -> Option<usize> {
        let steps = |node: &Node| {
            let attempts = u128::from(node.task_count()) * u128::from(node.attempts());
            attempts * node.steps.len() as u128
        };
        let nodes = self.nodes.iter().enumerate().rev();
        nodes
            .max_by_key(|(_, node)| steps(node))
            .map(|(place, _)| place)
    }

    /// The numbers of a node's tasks.
    pub fn tasks_of(&self, node: usize) -> Range<TaskIndex> {
        self.first_tasks[node]..self.first_tasks[node + 1]
    }

    /// The node that a task belongs to, as a place in [`Program::nodes`]. Takes time logarithmic
    /// in the number of nodes.
    pub fn node_of(&self, task: TaskIndex) -> usize {
        self.first_tasks.partition_point(|&first| first <= task) - 1
    }

    /// A task's index within its family; none for a single task.
    pub fn family_index(&self, task: TaskIndex) -> Option<u32> {
        let node = self.node_of(task);
        let indices = self.nodes[node].indices?;
        Some(indices.first + (task - self.first_tasks[node]))
    }

    /// A task's name as the page shows it: `render`, or `posts[3]` for a family's member.
    pub fn task_name(&self, task: TaskIndex) -> String {
        let name = &self.nodes[self.node_of(task)].name;
        match self.family_index(task) {
            Some(index) => format!("{name}[{index}]"),
            None => name.clone(),
        }
    }

    /// The numbers of the tasks that `reference`, written at `task`, stands for.
    pub fn referred(&self, task: TaskIndex, reference: Reference) -> Range<TaskIndex> {
        let all = self.tasks_of(reference.node());
        let index = match reference {
            Reference::All { .. } => return all,
            Reference::Member { index, .. } => Some(index),
            Reference::SameIndex { .. } => self.family_index(task),
        };
        let first = self.nodes[reference.node()]
            .indices
            .map(|range| range.first);
        match (index, first) {
            (Some(index), Some(first)) => {
                let member = all.start + (index - first);
                member..member + 1
            }
            _ => all,
        }
    }
}
