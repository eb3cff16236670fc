use std::cell::Cell;
use std::rc::Rc;

use super::{Cause, Future, TaskId};

/// What the loop calls. The two that every program has much of need no memory of their own.
pub(super) enum Callback {
    /// The next step of a task (`Task.__step`, `Task.__wakeup`).
    Step(TaskId),
    /// The next step of a task that somebody else steps.
    AdoptedStep(TaskId, Box<dyn FnOnce()>),
    /// The end of a sleep (`futures._set_result_unless_cancelled`).
    Release(Future<()>),
    /// Anything else.
    Call(Box<dyn FnOnce()>),
}

/// An entry of the ready queue (`asyncio.Handle`).
pub(super) struct Handle {
    pub(super) callback: Callback,
    /// Who put it there.
    pub(super) cause: Cause,
}

/// An entry of the heap of timers.
pub(super) struct Timer {
    pub(super) when_us: u64,
    pub(super) order: u64,
    pub(super) callback: Callback,
    pub(super) cancelled: Option<Rc<Cell<bool>>>,
}

impl Timer {
    /// Whether nobody wants it any more.
    pub(super) fn cancelled(&self) -> bool {
        match &self.callback {
            Callback::Release(future) => future.done(),
            _ => self.cancelled.as_ref().is_some_and(|flag| flag.get()),
        }
    }
}

/// A call that is set for a time (`asyncio.TimerHandle`).
#[derive(Clone, Debug)]
pub struct TimerHandle {
    pub(super) when_us: u64,
    pub(super) cancelled: Rc<Cell<bool>>,
}

impl TimerHandle {
    /// When it is due, in microseconds since the loop began (`TimerHandle.when`).
    pub fn when_us(&self) -> u64 {
        self.when_us
    }

    /// Takes the call back (`TimerHandle.cancel`).
    pub fn cancel(&self) {
        self.cancelled.set(true);
    }

    /// Whether it was taken back (`TimerHandle.cancelled`).
    pub fn cancelled(&self) -> bool {
        self.cancelled.get()
    }
}
