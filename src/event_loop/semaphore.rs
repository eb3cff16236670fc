use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use super::{EventLoop, Exception, Future, SemaphoreId, Wait, What};

/// At most so many hold it at once; who waits is woken first come first served
/// (`asyncio.Semaphore`, as in CPython 3.13).
pub struct Semaphore {
    event_loop: EventLoop,
    id: SemaphoreId,
    value: Cell<u32>,
    /// Who waits and has not been woken, in order of coming; among them who was cancelled since.
    waiters: RefCell<VecDeque<Future<()>>>,
    /// How many of them were cancelled since those were last looked for.
    cancelled: Cell<usize>,
    /// How many have been woken that have not gone on.
    woken: Cell<u32>,
}

impl Semaphore {
    /// A semaphore with `value` free places.
    pub fn new(event_loop: &EventLoop, value: u32) -> Self {
        Semaphore {
            event_loop: event_loop.clone(),
            id: event_loop.next_semaphore_id(),
            value: Cell::new(value),
            waiters: RefCell::default(),
            cancelled: Cell::new(0),
            woken: Cell::new(0),
        }
    }

    /// Whether it can't be taken at once (`Semaphore.locked`).
    pub fn locked(&self) -> bool {
        self.value.get() == 0 || self.woken.get() > 0 || self.is_awaited()
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
        if future.cancelled() {
            self.forget_cancelled();
        } else {
            self.woken.set(self.woken.get() - 1);
            if result.is_err() {
                // The place was given to this task just before it was cancelled.
                self.value.set(self.value.get() + 1);
            }
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
        if !self.is_awaited() {
            return false;
        }
        let next = self.waiters.borrow_mut().pop_front();
        let Some(future) = next else { return false };
        self.value.set(self.value.get() - 1);
        self.woken.set(self.woken.get() + 1);
        future.set_result(())
    }

    /// Whether anybody waits who has been neither woken nor cancelled; that one is then the first.
    fn is_awaited(&self) -> bool {
        let mut waiters = self.waiters.borrow_mut();
        while waiters.front().is_some_and(Future::cancelled) {
            waiters.pop_front();
        }
        !waiters.is_empty()
    }

    /// Lets go of who was cancelled, once those are the larger part: that takes constant time for
    /// each, wherever in the queue it stands.
    fn forget_cancelled(&self) {
        self.cancelled.set(self.cancelled.get() + 1);
        let mut waiters = self.waiters.borrow_mut();
        if 2 * self.cancelled.get() > waiters.len() {
            waiters.retain(|waiter| !waiter.cancelled());
            self.cancelled.set(0);
        }
    }

    fn record(&self, what: What) {
        if let Some(task) = self.event_loop.current_task() {
            self.event_loop.record(task, what);
        }
    }
}
