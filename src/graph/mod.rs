//! The program as data. [`crate::notation`] makes it from text, [`crate::run`] runs it,
//! [`crate::trace`] reads from it what a recorded step was. It knows nothing of text positions,
//! of the event loop, or of the page.
//!
//! One line of the notation is one [`Node`]: a task, or a family of tasks. The tasks themselves
//! are numbered 0, 1, 2, … in source order (a family's members by index); a [`TaskIndex`] is such
//! a number. Nothing here grows with a family's size.

mod cycle;
mod draw;
mod layout;
mod node;
mod place;
mod program;
mod step;

pub use cycle::cycles;
pub use layout::{LAYOUT_EDGE_LIMIT, LAYOUT_NODE_LIMIT, Layout, layout};
pub use node::{AfterMode, Fails, IndexRange, Node, RETRY_LIMIT, Reference, Retry};
pub use place::Place;
pub use program::{EVENT_LIMIT, OnFailure, Pool, Program, Settings, TASK_LIMIT, TaskIndex};
pub use step::{DURATION_LIMIT_US, Step, StepKind};
