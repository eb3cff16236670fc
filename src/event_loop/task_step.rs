//! What `asyncio.Task` does with the loop: its steps, its end, and how it is cancelled.

use std::mem::take;

use super::future::Awaitable;
use super::handle::Callback;
use super::task::TaskState;
use super::{Cause, EventLoop, Exception, Future, Outcome, Step, TaskId, What};

impl EventLoop {
    /// `Task.__step`.
    pub(super) fn step(&self, id: TaskId) {
        let begun = self.with_task(id, |task| {
            let coroutine = task.coroutine.take()?;
            Some((coroutine, task.waiter.take(), take(&mut task.must_cancel)))
        });
        let Some((mut coroutine, waiter, cancelled)) = begun.flatten() else {
            return;
        };
        drop(waiter);
        self.record(id, What::StepBegan);
        self.inner.cause.set(Cause::Task(id));
        self.inner.current_task.set(Some(id));
        let step = coroutine.as_mut().step(cancelled);
        self.inner.current_task.set(None);
        let waiter = match step {
            Step::Finished => {
                self.with_task(id, |task| task.has_ended = true);
                return;
            }
            Step::Yield => {
                self.make_ready(Callback::Step(id));
                None
            }
            Step::Await(awaitable) => {
                self.wait_on(id, &*awaitable);
                Some(awaitable)
            }
        };
        self.with_task(id, |task| {
            task.coroutine = Some(coroutine);
            task.waiter = waiter;
        });
    }

    fn wait_on(&self, id: TaskId, awaitable: &dyn Awaitable) {
        let on = awaitable.wait();
        self.record(id, What::Waits { on });
        awaitable.add_wakeup(id);
        let must_cancel = self.with_task(id, |task| task.must_cancel);
        if must_cancel == Some(true) && awaitable.cancel() {
            self.with_task(id, |task| task.must_cancel = false);
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
        let must_cancel = self.with_task(id, |task| task.must_cancel) == Some(true);
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
        let asked = self.with_task(id, |task| {
            task.cancels_requested += u32::from(!task.has_ended);
            (!task.has_ended).then(|| task.waiter.take())
        });
        let Some(waiter) = asked.flatten() else {
            return false;
        };
        // Who is told of it may ask the loop about any task.
        let is_told = waiter.as_ref().is_some_and(|waiter| waiter.cancel());
        self.with_task(id, |task| {
            task.must_cancel |= !is_told;
            task.waiter = waiter;
        });
        true
    }

    /// How many requests to cancel a task are open (`Task.cancelling`).
    pub fn cancelling(&self, id: TaskId) -> u32 {
        self.with_task(id, |task| task.cancels_requested)
            .unwrap_or(0)
    }

    /// Takes one request to cancel a task back, and says how many are left (`Task.uncancel`).
    /// With the last of them goes the cancellation itself, unless the task has begun to see it.
    pub fn uncancel(&self, id: TaskId) -> u32 {
        let left = self.with_task(id, |task| {
            if task.cancels_requested > 0 {
                task.cancels_requested -= 1;
                task.must_cancel &= task.cancels_requested > 0;
            }
            task.cancels_requested
        });
        left.unwrap_or(0)
    }

    /// Asks or changes what is kept of a task; none where there is no such task. `act` must not
    /// call the loop.
    fn with_task<R>(&self, id: TaskId, act: impl FnOnce(&mut TaskState) -> R) -> Option<R> {
        self.inner
            .tasks
            .borrow_mut()
            .get_mut(id.0 as usize)
            .map(act)
    }
}
