use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::rc::Rc;

use crate::event_loop::{EventLoop, Exception};
use crate::graph::{AfterMode, OnFailure, Place, Program, Reference, TaskIndex};

use super::attempts::Attempts;
use super::countdown::{Countdown, Verdict};

/// Runs one task at a time: always the first in source order whose `after` is met. As nothing
/// else is on the loop, a wait holds everything. Pools and `threads` change nothing.
pub(super) fn start(program: &Rc<Program>, event_loop: &EventLoop) {
    let free = (0..program.nodes().len())
        .filter(|&place| program.nodes()[place].after.is_empty())
        .flat_map(|place| program.tasks_of(place))
        .map(Reverse)
        .collect();
    let run = Rc::new(SequentialRun {
        program: program.clone(),
        event_loop: event_loop.clone(),
        countdown: RefCell::new(Countdown::new(program)),
        met: RefCell::new(free),
        gone: RefCell::new(vec![false; program.task_count() as usize]),
        outrun: RefCell::new(vec![false; program.nodes().len()]),
        has_outrun: RefCell::new(vec![false; program.nodes().len()]),
    });
    run.start_next();
}

struct SequentialRun {
    program: Rc<Program>,
    event_loop: EventLoop,
    countdown: RefCell<Countdown>,
    /// The tasks that could run now, the first in source order on top.
    met: RefCell<BinaryHeap<Reverse<TaskIndex>>>,
    /// For each task, whether it has started, or never will.
    gone: RefCell<Vec<bool>>,
    /// For each node, whether all its members that had not started were cancelled by `after first`.
    outrun: RefCell<Vec<bool>>,
    /// For each node, whether one of its members has cancelled what they all come after.
    has_outrun: RefCell<Vec<bool>>,
}

impl SequentialRun {
    fn start_next(self: &Rc<Self>) {
        let next = loop {
            let Some(Reverse(task)) = self.met.borrow_mut().pop() else {
                return;
            };
            if self.leave(task) {
                break task;
            }
        };
        let run = self.clone();
        let running = self.event_loop.create_task(next, async move {
            Attempts {
                program: &run.program,
                event_loop: &run.event_loop,
                shared: None,
                node: &run.program.nodes()[run.program.node_of(next)],
                task: next,
            }
            .run()
            .await
        });
        let (run, future) = (self.clone(), running.future().clone());
        running.future().add_done_callback(move || {
            let succeeded = matches!(future.result(), Some(Ok(())));
            run.go_on_after(next, succeeded);
        });
    }

    fn go_on_after(self: &Rc<Self>, task: TaskIndex, succeeded: bool) {
        if !succeeded && self.program.settings().on_failure == OnFailure::Cancel {
            (0..self.program.task_count()).for_each(|task| {
                self.cancel(task);
            });
            return;
        }
        self.count(task, succeeded);
        self.start_next();
    }

    /// Counts an end, and those that follow from it at once.
    fn count(&self, task: TaskIndex, succeeded: bool) {
        let mut ends = vec![(task, succeeded)];
        while let Some((task, succeeded)) = ends.pop() {
            let mut countdown = self.countdown.borrow_mut();
            let decided = countdown.count_end(&self.program, task, succeeded);
            for task in decided {
                let verdict = countdown.decision(task).map(|decision| decision.verdict);
                match verdict {
                    Some(Verdict::Hopeless) if self.skip(task) => ends.push((task, false)),
                    Some(Verdict::Met) if !self.is_gone(task) => {
                        self.met.borrow_mut().push(Reverse(task));
                        let others = self.cancel_others(task, &countdown);
                        ends.extend(others.map(|other| (other, false)));
                    }
                    _ => {}
                }
            }
        }
    }

    /// What `after first` does to those that were not first and have not started.
    fn cancel_others<'r>(
        &'r self,
        task: TaskIndex,
        countdown: &'r Countdown,
    ) -> impl Iterator<Item = TaskIndex> + 'r {
        let place = self.program.node_of(task);
        let node = &self.program.nodes()[place];
        let others = match node.after_mode {
            AfterMode::First
                if std::mem::replace(&mut self.has_outrun.borrow_mut()[place], true) =>
            {
                countdown.own_references(place)
            }
            AfterMode::First => node.after.as_slice(),
            AfterMode::All | AfterMode::Any => &[],
        };
        others
            .iter()
            .filter(|&&reference| !self.is_outrun(reference))
            .flat_map(move |&reference| self.program.referred(task, reference))
            .filter(|&other| self.cancel(other))
    }

    /// Whether all of a node was cancelled before; it is from now on.
    fn is_outrun(&self, reference: Reference) -> bool {
        matches!(reference, Reference::All { node }
            if std::mem::replace(&mut self.outrun.borrow_mut()[node], true))
    }

    /// Ends a task before it has started, as cancelled. Says whether it had not started or ended.
    fn cancel(&self, task: TaskIndex) -> bool {
        let is_left = self.leave(task);
        if is_left {
            let never: Result<(), _> = Err(Exception::Cancelled);
            self.event_loop.create_task(task, async { never }).cancel();
        }
        is_left
    }

    /// Ends a task that can't start any more. Says whether it had not ended before.
    fn skip(&self, task: TaskIndex) -> bool {
        let is_left = self.leave(task);
        if is_left {
            let event_loop = self.event_loop.clone();
            self.event_loop.create_task(task, async move {
                event_loop.reached(Place::Skipped.into());
                Err::<(), _>(Exception::Cancelled)
            });
        }
        is_left
    }

    fn is_gone(&self, task: TaskIndex) -> bool {
        self.gone.borrow()[task as usize]
    }

    /// Takes a task from those that have not started. Says whether it was one.
    fn leave(&self, task: TaskIndex) -> bool {
        !std::mem::replace(&mut self.gone.borrow_mut()[task as usize], true)
    }
}
