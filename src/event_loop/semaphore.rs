use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use super::{EventLoop, Exception, Future, SemaphoreId, Wait, What};

/// At most so many hold it at once; who waits is woken first come first served
/// (`asyncio.Semaphore`, as in CPython 3.13).
pub struct Semaphore {
    event_loop: EventLoop,
    id: SemaphoreId,
    value: Cell<u32>,
    waiters: RefCell<VecDeque<Future<()>>>,
}

impl Semaphore {
    /// A semaphore with `value` free places.
    pub fn new(event_loop: &EventLoop, value: u32) -> Self {
        Semaphore {
            event_loop: event_loop.clone(),
            id: event_loop.next_semaphore_id(),
            value: Cell::new(value),
            waiters: RefCell::default(),
        }
    }

    /// Whether it can't be taken at once (`Semaphore.locked`).
    pub fn locked(&self) -> bool {
        self.value.get() == 0 || self.waiters.borrow().iter().any(|w| !w.cancelled())
    }

    /// How many places are free.
    pub(super) fn value(&self) -> u32 {
        self.value.get()
    }

    /// Takes a place, waiting for one where none is free (`Semaphore.acquire`).
    ///
    /// # Errors
    /// [`Exception::Cancelled`] when the task is cancelled while it waits; it holds no place then.
    pub async fn acquire(&self) -> Result<(), Exception> {
        if !self.locked() {
            self.value.set(self.value.get() - 1);
            self.record(What::Acquired { semaphore: self.id });
            return Ok(());
        }
        let wait = Wait::Semaphore(self.id);
        let future = Future::new(self.event_loop.clone(), wait, None);
        self.waiters.borrow_mut().push_back(future.clone());
        let result = future.clone().await;
        self.forget(&future);
        if result.is_err() && !future.cancelled() {
            // The place was given to this task just before it was cancelled.
            self.value.set(self.value.get() + 1);
        }
        // Who came meanwhile had to wait for this one.
        while self.value.get() > 0 && self.wake_up_next() {}
        result?;
        self.record(What::Acquired { semaphore: self.id });
        Ok(())
    }

    /// Gives a place back, and wakes who has waited longest (`Semaphore.release`).
    pub fn release(&self) {
        self.record(What::Released { semaphore: self.id });
        self.value.set(self.value.get() + 1);
        self.wake_up_next();
    }

    /// Gives a place to who has waited longest; says whether there was anybody.
    fn wake_up_next(&self) -> bool {
        let mut waiters = self.waiters.borrow_mut();
        // Where many were cancelled at once, each of them looks for the next.
        while waiters.front().is_some_and(Future::cancelled) {
            waiters.pop_front();
        }
        let next = waiters.iter().find(|w| !w.done()).cloned();
        drop(waiters);
        let Some(future) = next else { return false };
        self.value.set(self.value.get() - 1);
        future.set_result(())
    }

    fn forget(&self, future: &Future<()>) {
        let mut waiters = self.waiters.borrow_mut();
        if let Some(place) = waiters.iter().position(|w| w == future) {
            waiters.remove(place);
        }
    }

    fn record(&self, what: What) {
        if let Some(task) = self.event_loop.current_task() {
            self.event_loop.record(task, what);
        }
    }
}
