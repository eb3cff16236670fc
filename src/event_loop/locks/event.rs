use std::cell::Cell;

use crate::event_loop::waiters::Waiters;
use crate::event_loop::{EventLoop, Exception, Wait};

/// A flag that tasks wait for to be set (`asyncio.Event`).
pub struct Event {
    event_loop: EventLoop,
    wait: Wait,
    value: Cell<bool>,
    waiters: Waiters,
}

impl Event {
    /// An event that is not set.
    pub fn new(event_loop: &EventLoop) -> Self {
        Self::recorded_as(event_loop, Wait::Event(event_loop.next_event_id()))
    }

    /// An event to wait for which is recorded as `wait`.
    pub(in crate::event_loop) fn recorded_as(event_loop: &EventLoop, wait: Wait) -> Self {
        Event {
            event_loop: event_loop.clone(),
            wait,
            value: Cell::new(false),
            waiters: Waiters::default(),
        }
    }

    /// Whether it is set (`Event.is_set`).
    pub fn is_set(&self) -> bool {
        self.value.get()
    }

    /// Sets it, and wakes all who wait, in the order in which they came (`Event.set`).
    pub fn set(&self) {
        if !self.value.replace(true) {
            self.waiters.wake(usize::MAX);
        }
    }

    /// Takes the flag down; who was woken by then goes on all the same (`Event.clear`).
    pub fn clear(&self) {
        self.value.set(false);
    }

    /// Waits until it is set (`Event.wait`).
    ///
    /// # Errors
    /// [`Exception::Cancelled`] when the task is cancelled meanwhile.
    pub async fn wait(&self) -> Result<(), Exception> {
        if self.value.get() {
            return Ok(());
        }
        self.waiters.wait(&self.event_loop, self.wait).await
    }
}
