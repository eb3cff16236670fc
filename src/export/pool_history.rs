use std::collections::HashMap;

use crate::event_loop::{Event, Wait, What};
use crate::graph::TaskIndex;

use super::RecordedRun;

/// What became of the pools in the course of a run. `pool` is a place in
/// [`Program::pools`](crate::graph::Program::pools) throughout.
pub(super) struct PoolHistory {
    /// The states in order of time, at most one of a pool at a time.
    pub(super) states: Vec<PoolState>,
    /// For a task and the beginning of its wait, the pool.
    waits: HashMap<(TaskIndex, u64), usize>,
}

/// From a moment on, how many tasks hold a pool and how many wait for it.
#[derive(Clone, Copy)]
pub(super) struct PoolState {
    pub(super) pool: usize,
    pub(super) time_us: u64,
    pub(super) held: u32,
    pub(super) waiting: u32,
}

impl PoolHistory {
    /// Takes time linear in the record.
    pub(super) fn of(run: &RecordedRun) -> Self {
        let task_of = run.task_of();
        let pools = run.trace.program().pools().len();
        let mut history = PoolHistory {
            states: Vec::new(),
            waits: HashMap::new(),
        };
        let mut latest: Vec<Option<usize>> = vec![None; pools];
        let mut waiting: Vec<Option<usize>> = vec![None; run.trace.rows().len()];
        for event in run.events.iter() {
            let task = task_of[event.task.0 as usize];
            let awaited = &mut waiting[task as usize];
            if let What::Ready { .. } | What::Ended { .. } = event.what
                && let Some(pool) = awaited.take()
            {
                history.change(&mut latest, pool, &event, |state| state.waiting -= 1);
            }
            match event.what {
                What::Waits {
                    on: Wait::Semaphore(id),
                } => {
                    let pool = id.0 as usize;
                    *awaited = Some(pool);
                    history.waits.insert((task, event.time_us), pool);
                    history.change(&mut latest, pool, &event, |state| state.waiting += 1);
                }
                What::Acquired { semaphore } => {
                    let pool = semaphore.0 as usize;
                    history.change(&mut latest, pool, &event, |state| state.held += 1);
                }
                What::Released { semaphore } => {
                    let pool = semaphore.0 as usize;
                    history.change(&mut latest, pool, &event, |state| state.held -= 1);
                }
                _ => {}
            }
        }
        history
    }

    /// The pool that `task` waits for since `from_us`.
    pub(super) fn waited_for(&self, task: TaskIndex, from_us: u64) -> Option<usize> {
        self.waits.get(&(task, from_us)).copied()
    }

    /// `latest` has, for each pool, the place of its latest state.
    fn change(
        &mut self,
        latest: &mut [Option<usize>],
        pool: usize,
        event: &Event,
        change: impl FnOnce(&mut PoolState),
    ) {
        let before = latest[pool].map(|place| self.states[place]);
        let place = match (latest[pool], before) {
            (Some(place), Some(state)) if state.time_us == event.time_us => place,
            _ => {
                let (held, waiting) = before.map_or((0, 0), |state| (state.held, state.waiting));
                self.states.push(PoolState {
                    pool,
                    time_us: event.time_us,
                    held,
                    waiting,
                });
                self.states.len() - 1
            }
        };
        latest[pool] = Some(place);
        change(&mut self.states[place]);
    }
}
