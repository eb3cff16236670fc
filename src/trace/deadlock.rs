use std::collections::vec_deque;

use crate::graph::TaskIndex;

use super::{Outcome, Trace};

/// A task of a deadlock's circle. Each waits for a pool that the next one holds, and the last
/// for one that the first holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CircleLink {
    /// The task.
    pub task: TaskIndex,
    /// The pool that it holds and the one before it waits for, as a place in
    /// [`Program::pools`](crate::graph::Program::pools).
    pub holds: usize,
    /// The pool that it waits for.
    pub waits_for: usize,
}

/// The circle of tasks that wait for each other for ever, where the run ended in a deadlock.
pub fn circle(trace: &Trace) -> Option<Vec<CircleLink>> {
    let mut seen = vec![false; trace.rows().len()];
    for (task, row) in trace.rows().iter().enumerate() {
        if row.outcome == Some(Outcome::Deadlocked)
            && let Some(circle) = circle_from(trace, task as TaskIndex, &mut seen)
        {
            return Some(circle);
        }
    }
    None
}

/// Searches depth first along the holders of what is waited for.
fn circle_from(trace: &Trace, first: TaskIndex, seen: &mut [bool]) -> Option<Vec<CircleLink>> {
    // Each step of the path: a task, the pool it waits for, and the holders not yet tried.
    let mut path: Vec<(TaskIndex, usize, vec_deque::Iter<TaskIndex>)> = Vec::new();
    let mut next = Some(first);
    loop {
        if let Some(task) = next.take() {
            if let Some(start) = path.iter().position(|&(on_path, ..)| on_path == task) {
                return Some(links(&path[start..]));
            }
            if !std::mem::replace(&mut seen[task as usize], true)
                && let Some(pool) = trace.pool_waited_for(task)
            {
                path.push((task, pool, trace.holders(pool).iter()));
            }
        }
        let (.., holders) = path.last_mut()?;
        match holders.next() {
            Some(&holder) => next = Some(holder),
            None => {
                path.pop();
            }
        }
    }
}

fn links(circle: &[(TaskIndex, usize, vec_deque::Iter<TaskIndex>)]) -> Vec<CircleLink> {
    let before = circle.iter().cycle().skip(circle.len() - 1);
    circle
        .iter()
        .zip(before)
        .map(|(&(task, waits_for, _), &(_, holds, _))| CircleLink {
            task,
            holds,
            waits_for,
        })
        .collect()
}
