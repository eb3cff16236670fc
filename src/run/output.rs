use serde::{Deserialize, Serialize};

use crate::event_loop::TaskId;

/// Something that a program wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Output {
    /// When, in microseconds since the run began.
    pub time_us: u64,
    /// The task that wrote it, by its number on the loop, or once it is told to the page by its
    /// [`TaskIndex`](crate::graph::TaskIndex); none where that was no task.
    pub task: Option<TaskId>,
    /// Where to.
    pub stream: Stream,
    /// What.
    pub text: String,
}

/// Where a program writes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Stream {
    /// `sys.stdout`.
    Out,
    /// `sys.stderr`.
    Err,
}
