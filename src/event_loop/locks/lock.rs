use std::cell::Cell;

use crate::event_loop::waiters::Waiters;
use crate::event_loop::{EventLoop, Exception, LockId, Wait};

/// One task at a time holds it; who waits gets it first come first served (`asyncio.Lock`).
pub struct Lock {
    event_loop: EventLoop,
    id: LockId,
    locked: Cell<bool>,
    waiters: Waiters,
}

impl Lock {
    /// A lock that nobody holds.
    pub fn new(event_loop: &EventLoop) -> Self {
        Lock {
            event_loop: event_loop.clone(),
            id: event_loop.next_lock_id(),
            locked: Cell::new(false),
            waiters: Waiters::default(),
        }
    }

    /// Whether somebody holds it (`Lock.locked`).
    pub fn locked(&self) -> bool {
        self.locked.get()
    }

    /// Takes it, waiting for it where it is held (`Lock.acquire`).
    ///
    /// # Errors
    /// [`Exception::Cancelled`] when the task is cancelled while it waits; it does not hold the
    /// lock then.
    pub async fn acquire(&self) -> Result<(), Exception> {
        if !self.locked.get() && self.waiters.all_cancelled() {
            self.locked.set(true);
            return Ok(());
        }
        let wait = Wait::Lock(self.id);
        let result = self.waiters.wait(&self.event_loop, wait).await;
        if result.is_err() {
            // This one may have been woken just before; then it is for the next to be.
            if !self.locked.get() {
                self.waiters.wake_first();
            }
            return result;
        }
        self.locked.set(true);
        Ok(())
    }

    /// Lets go of it, and wakes who has waited longest (`Lock.release`).
    ///
    /// # Errors
    /// [`Exception::Raised`] where nobody holds it.
    pub fn release(&self) -> Result<(), Exception> {
        if !self.locked.replace(false) {
            return Err(Exception::Raised("Lock is not acquired.".into()));
        }
        self.waiters.wake_first();
        Ok(())
    }
}
