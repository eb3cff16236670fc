//! What the timeline says.

use crate::trace::{Outcome, Why};

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
pub const DIFFERENCE: &str = "difference";
pub const PLAYHEAD: &str = "Playhead";
pub const PLAYHEAD_TIP: &str = "Drag to look at a moment; Escape takes it away";
pub const NO_MOMENT: &str = "no moment chosen";
pub const ZOOM_IN: &str = "Zoom in";
pub const ZOOM_IN_TIP: &str = "Zoom in (+, Ctrl and wheel, pinch)";
pub const ZOOM_OUT: &str = "Zoom out";
pub const ZOOM_OUT_TIP: &str = "Zoom out (−)";
pub const FIT: &str = "Fit";
pub const FIT_TIP: &str = "Show all of the axis (0)";
pub const CAUSES: &str = "Causes";
pub const CAUSES_TIP: &str = "Arrows from whoever let a task go on";

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

pub fn family(name: &str, members: &str) -> String {
    format!("{name} ×{members}")
}

/// Since when a task does something: what another one did.
pub fn since(by: &str, why: Why) -> String {
    format!("since {by} {}", did(why))
}

/// Until when a task waits: what another one does.
pub fn until(by: &str, why: Why) -> String {
    format!("until {by} {}", did(why))
}

fn did(why: Why) -> &'static str {
    match why {
        Why::Ended => "ended",
        Why::GaveBack => "gave back its place",
        Why::FreedThread => "was done with its thread",
        Why::FreedLoop => "gave back the loop",
        Why::Cancelled => "cancelled it",
    }
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
