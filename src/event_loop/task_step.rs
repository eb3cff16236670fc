//! What `asyncio.Task` does with the loop: its steps, its end, and how it is cancelled.

use std::rc::Rc;

use super::handle::Callback;
use super::task::RunningTask;
use super::{Cause, EventLoop, Exception, Future, Outcome, Step, TaskId, What};

impl EventLoop {
    /// `Task.__step`.
    pub(super) fn step(&self, id: TaskId) {
        let Some(task) = self.running_task(id) else {
            return;
        };
        self.record(id, What::StepBegan);
        self.inner.cause.set(Cause::Task(id));
        self.inner.current_task.set(Some(id));
        task.waiter.take();
        let cancelled = task.must_cancel.take();
        let step = task.coroutine.borrow_mut().step(cancelled);
        self.inner.current_task.set(None);
        match step {
            Step::Finished => self.forget(id, &task),
            Step::Yield => self.make_ready(Callback::Step(id)),
            Step::Await(awaitable) => {
                self.record(
                    id,
                    What::Waits {
                        on: awaitable.wait(),
                    },
                );
                awaitable.add_wakeup(id);
                if task.must_cancel.get() && awaitable.cancel() {
                    task.must_cancel.set(false);
                }
                *task.waiter.borrow_mut() = Some(awaitable);
            }
        }
    }

    fn forget(&self, id: TaskId, task: &RunningTask) {
        self.inner.tasks.borrow_mut()[id.0 as usize] = None;
        let cancels = task.cancels_requested.get();
        if cancels > 0 {
            self.inner.cancels_at_end.borrow_mut().insert(id, cancels);
        }
    }

    /// The end of the current task's coroutine, as in `Task.__step`: tells who awaits `future`.
    pub(super) fn finish_current<T: Clone + 'static>(
        &self,
        result: Result<T, Exception>,
        future: &Future<T>,
    ) {
        let Some(id) = self.current_task() else {
            return;
        };
        let must_cancel = self
            .running_task(id)
            .is_some_and(|task| task.must_cancel.get());
        // A task that was asked to cancel itself in its last step is cancelled, unless it raised.
        let result = match result {
            Ok(_) if must_cancel => Err(Exception::Cancelled),
            result => result,
        };
        let outcome = match &result {
            Ok(_) => Outcome::Done,
            Err(Exception::Cancelled) => Outcome::Cancelled,
            Err(_) => Outcome::Failed,
        };
        self.record(id, What::Ended { outcome });
        future.finish(result);
    }

    /// Asks a task to cancel itself: at its next step its wait raises [`Exception::Cancelled`]
    /// (`Task.cancel`). Says whether it could be asked: what has ended can't.
    pub fn cancel_task(&self, id: TaskId) -> bool {
        let Some(task) = self.running_task(id) else {
            return false;
        };
        task.cancels_requested.set(task.cancels_requested.get() + 1);
        let waiter = task.waiter.borrow();
        if !waiter.as_ref().is_some_and(|waiter| waiter.cancel()) {
            task.must_cancel.set(true);
        }
        true
    }

    /// How many requests to cancel a task are open (`Task.cancelling`).
    pub fn cancelling(&self, id: TaskId) -> u32 {
        match self.running_task(id) {
            Some(task) => task.cancels_requested.get(),
            None => {
                let at_end = self.inner.cancels_at_end.borrow();
                at_end.get(&id).copied().unwrap_or(0)
            }
        }
    }

    /// Takes one request to cancel a task back, and says how many are left (`Task.uncancel`).
    /// With the last of them goes the cancellation itself, unless the task has begun to see it.
    pub fn uncancel(&self, id: TaskId) -> u32 {
        let requested = self.cancelling(id);
        if requested == 0 {
            return 0;
        }
        let left = requested - 1;
        match self.running_task(id) {
            Some(task) => {
                task.cancels_requested.set(left);
                if left == 0 {
                    task.must_cancel.set(false);
                }
            }
            None => {
                self.inner.cancels_at_end.borrow_mut().insert(id, left);
            }
        }
        left
    }

    fn running_task(&self, id: TaskId) -> Option<Rc<RunningTask>> {
        self.inner.tasks.borrow().get(id.0 as usize)?.clone()
    }
}
