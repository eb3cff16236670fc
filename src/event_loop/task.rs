use std::pin::Pin;

use super::future::Awaitable;
use super::{Coroutine, Exception, Future, TaskId};

/// A coroutine that the loop runs (`asyncio.Task`). Dropping it does not end the coroutine;
/// awaiting [`Task::future`] gives its result.
pub struct Task<T> {
    pub(super) id: TaskId,
    pub(super) future: Future<T>,
}

impl<T: Clone + 'static> Task<T> {
    /// Its number on the loop.
    pub fn id(&self) -> TaskId {
        self.id
    }

    /// The future of its result: what awaits the task awaits this.
    pub fn future(&self) -> &Future<T> {
        &self.future
    }

    /// Whether it has ended (`Task.done`).
    pub fn done(&self) -> bool {
        self.future.done()
    }

    /// Whether it ended by being cancelled (`Task.cancelled`).
    pub fn cancelled(&self) -> bool {
        self.future.cancelled()
    }

    /// Its result, or what it raised; none while it runs (`Task.result`).
    pub fn result(&self) -> Option<Result<T, Exception>> {
        self.future.result()
    }

    /// Asks it to cancel itself: at its next step its wait raises [`Exception::Cancelled`]
    /// (`Task.cancel`). Says whether it could be asked: what has ended can't.
    pub fn cancel(&self) -> bool {
        self.future.cancel()
    }

    /// How many requests to cancel it are open (`Task.cancelling`).
    pub fn cancelling(&self) -> u32 {
        self.future.event_loop().cancelling(self.id)
    }

    /// Takes one request to cancel it back, and says how many are left (`Task.uncancel`).
    pub fn uncancel(&self) -> u32 {
        self.future.event_loop().uncancel(self.id)
    }
}

/// What the loop keeps of a task.
pub(super) struct TaskState {
    /// None while a step of it runs, and once it has ended.
    pub(super) coroutine: Option<Pin<Box<dyn Coroutine>>>,
    /// What it waits for (`_fut_waiter`).
    pub(super) waiter: Option<Box<dyn Awaitable>>,
    /// It was asked to cancel itself while its step was scheduled (`_must_cancel`).
    pub(super) must_cancel: bool,
    pub(super) has_ended: bool,
    /// How often it was asked to cancel itself, less what was taken back
    /// (`_num_cancels_requested`).
    pub(super) cancels_requested: u32,
}

impl TaskState {
    pub(super) fn new(coroutine: Pin<Box<dyn Coroutine>>) -> Self {
        TaskState {
            coroutine: Some(coroutine),
            waiter: None,
            must_cancel: false,
            has_ended: false,
            cancels_requested: 0,
        }
    }

    /// It takes no step any more. Returns what it was, for who can let go of that.
    pub(super) fn end(&mut self) -> Self {
        TaskState {
            coroutine: self.coroutine.take(),
            waiter: self.waiter.take(),
            has_ended: std::mem::replace(&mut self.has_ended, true),
            ..*self
        }
    }
}
