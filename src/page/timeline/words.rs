//! What the timeline says.

use crate::trace::Outcome;

pub const TIMELINE: &str = "Timeline";
pub const SEQUENTIAL: &str = "Sequential";
pub const CONCURRENT: &str = "Concurrent";
pub const NOTHING_SAVED: &str = "Nothing saved: the tasks never wait at the same time";
pub const DEADLOCK: &str = "Deadlock: the marked tasks wait for ever";
pub const TASKS: &str = "Tasks";
pub const TASK: &str = "Task";
pub const PREDICTED: &str = "predicted";
pub const MEASURED: &str = "measured";
pub const START: &str = "start";
pub const END: &str = "end";
pub const OUTCOME: &str = "outcome";

pub fn saved(time: &str) -> String {
    format!("{time} saved by waiting together")
}

pub fn saved_short(time: &str) -> String {
    format!("{time} saved")
}

pub fn summary(sequential: &str, concurrent: &str) -> String {
    format!("{TIMELINE}: sequential {sequential}, concurrent {concurrent}")
}

pub fn summary_of_deadlock(sequential: &str, concurrent: &str) -> String {
    format!("{TIMELINE}: sequential {sequential}, concurrent deadlocked at {concurrent}")
}

pub fn more_tasks(count: &str) -> String {
    format!("{count} more tasks are not listed.")
}

pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Done => "done",
        Outcome::Failed => "failed",
        Outcome::TimedOut => "failed: timed out",
        Outcome::Cancelled => "cancelled",
        Outcome::Skipped => "skipped",
        Outcome::Deadlocked => "deadlocked",
    }
}
