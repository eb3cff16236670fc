use crate::graph::TaskIndex;

use super::{Link, Trace, Why};

/// A part of the critical path: from when to when it led through a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PathPart {
    /// The task.
    pub task: TaskIndex,
    /// Since when, in microseconds since the run began.
    pub from_us: u64,
    /// Until when, in microseconds since the run began.
    pub to_us: u64,
    /// What the part before it did that let this one go on; none for the first.
    pub why: Option<Why>,
}

/// The chain of causes that the end of the run hangs on, in order of time: from the last task
/// that ended back to whoever let it go on last, by its end, by a place in a pool, by a thread or
/// by the loop that it gave back, and so on to a task that nobody held up. Empty as long as no
/// task has ended.
///
/// ```
/// # use std::rc::Rc;
/// use interleave::{notation, run, trace};
///
/// let program = notation::parse("a: io 3s\nb: io 1s\nc: io 1s after a, b").unwrap().program;
/// let program = Rc::new(program);
/// let events = run::predict(&program, run::Mode::Concurrent).unwrap();
/// let path = trace::critical_path(&trace::Trace::of(program, &events));
/// let tasks: Vec<u32> = path.iter().map(|part| part.task).collect();
/// assert_eq!(tasks, [0, 2]);
/// ```
pub fn critical_path(trace: &Trace) -> Vec<PathPart> {
    let mut path = Vec::new();
    let mut to_us = trace.makespan_us();
    let mut before = u32::MAX;
    let mut next = trace.last_to_end();
    while let Some(task) = next {
        let link = last_link(trace, task, before, to_us);
        path.push(PathPart {
            task,
            from_us: link.map_or(0, |link| link.at_us),
            to_us,
            why: link.map(|link| link.why),
        });
        next = link.map(|link| link.by);
        if let Some(link) = link {
            // Each link is older than the one before, so the chain ends.
            before = link.number;
            to_us = link.at_us;
        }
    }
    path.reverse();
    path
}

/// What last let a task go on by `until_us`, of what was recorded before event number `before`.
/// While the loop is held a thread goes on, and that is recorded later than what it led to.
fn last_link(trace: &Trace, task: TaskIndex, before: u32, until_us: u64) -> Option<Link> {
    let links = trace.rows()[task as usize].links.iter().rev();
    links
        .skip_while(|link| link.number >= before)
        .find(|link| link.at_us <= until_us)
        .copied()
}
