use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use crate::event_loop::{EventLoop, Exception, Future, Semaphore};
use crate::graph::{Program, TaskIndex};

use super::countdown::Countdown;
use super::run_steps;

/// Creates every task in source order, as `asyncio.create_task` does.
pub(super) fn start(program: &Rc<Program>, event_loop: &EventLoop) {
    let pools = program.pools();
    let run = Rc::new(ConcurrentRun {
        program: program.clone(),
        event_loop: event_loop.clone(),
        semaphores: pools
            .iter()
            .map(|p| Semaphore::new(event_loop, p.size))
            .collect(),
        countdown: RefCell::new(Countdown::new(program)),
        waiting: RefCell::default(),
    });
    for place in 0..program.nodes().len() {
        for task in program.tasks_of(place) {
            event_loop.create_task(task, run.clone().run_task(place, task));
        }
    }
}

struct ConcurrentRun {
    program: Rc<Program>,
    event_loop: EventLoop,
    /// One for each pool.
    semaphores: Vec<Semaphore>,
    countdown: RefCell<Countdown>,
    waiting: RefCell<HashMap<TaskIndex, Waiting>>,
}

/// A task that waits for what it comes after.
struct Waiting {
    future: Future<()>,
    /// Some of what it comes after had ended when it began to wait; the callbacks for that are
    /// still to run.
    callbacks_due: Cell<bool>,
}

impl ConcurrentRun {
    async fn run_task(self: Rc<Self>, place: usize, task: TaskIndex) -> Result<(), Exception> {
        let node = &self.program.nodes()[place];
        if !node.after.is_empty() {
            self.wait_for_what_comes_before(place, task).await?;
        }
        self.attempt(place).await?;
        self.tell_who_comes_after(place, task);
        Ok(())
    }

    /// `async with` over the pools, then the steps.
    async fn attempt(&self, place: usize) -> Result<(), Exception> {
        let node = &self.program.nodes()[place];
        let mut held = Vec::with_capacity(node.using.len());
        let mut result = Ok(());
        for &pool in &node.using {
            result = self.semaphores[pool].acquire().await;
            if result.is_err() {
                break;
            }
            held.push(pool);
        }
        if result.is_ok() {
            result = run_steps(&self.event_loop, &node.steps).await;
        }
        for &pool in held.iter().rev() {
            self.semaphores[pool].release();
        }
        result
    }

    /// As `asyncio.gather` of all of them: their ends count through the ready queue, and the one
    /// that makes the count complete puts this task in the ready queue.
    async fn wait_for_what_comes_before(
        self: &Rc<Self>,
        place: usize,
        task: TaskIndex,
    ) -> Result<(), Exception> {
        let future = self.event_loop.create_future_of_tasks();
        let any_ended = self
            .countdown
            .borrow()
            .any_ended_before(&self.program, place, task);
        let callbacks_due = Cell::new(any_ended);
        if any_ended {
            // A callback that is added to a future that is done is called in the next iteration.
            let run = self.clone();
            self.event_loop
                .call_soon(move || run.count_what_had_ended(place, task));
        }
        let waiting = Waiting {
            future: future.clone(),
            callbacks_due,
        };
        self.waiting.borrow_mut().insert(task, waiting);
        future.await
    }

    fn count_what_had_ended(&self, place: usize, task: TaskIndex) {
        if let Some(waiting) = self.waiting.borrow().get(&task) {
            waiting.callbacks_due.set(false);
        }
        if self.countdown.borrow().is_met(place, task) {
            self.release(task);
        }
    }

    /// Counts this task's end in the next iteration, as a future's callbacks are called.
    fn tell_who_comes_after(self: &Rc<Self>, place: usize, task: TaskIndex) {
        let mut countdown = self.countdown.borrow_mut();
        if !countdown.is_awaited(place, task) {
            return;
        }
        countdown.mark_ended(place, task);
        let run = self.clone();
        self.event_loop.call_soon(move || {
            let met = run.countdown.borrow_mut().count_end(&run.program, task);
            for task in met {
                run.release(task);
            }
        });
    }

    fn release(&self, task: TaskIndex) {
        let mut waiting = self.waiting.borrow_mut();
        if waiting.get(&task).is_some_and(|w| !w.callbacks_due.get())
            && let Some(waiting) = waiting.remove(&task)
        {
            waiting.future.set_result(());
        }
    }
}
