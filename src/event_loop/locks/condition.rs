use std::rc::Rc;

use super::Lock;
use crate::event_loop::waiters::Waiters;
use crate::event_loop::{ConditionId, EventLoop, Exception, Wait};

/// Tasks that hold a lock wait on it to be notified by another that holds the lock
/// (`asyncio.Condition`).
pub struct Condition {
    event_loop: EventLoop,
    id: ConditionId,
    lock: Rc<Lock>,
    waiters: Waiters,
}

impl Condition {
    /// A condition with a lock of its own.
    pub fn new(event_loop: &EventLoop) -> Self {
        Self::with_lock(event_loop, Rc::new(Lock::new(event_loop)))
    }

    /// A condition that shares `lock` with others.
    pub fn with_lock(event_loop: &EventLoop, lock: Rc<Lock>) -> Self {
        Condition {
            event_loop: event_loop.clone(),
            id: event_loop.next_condition_id(),
            lock,
            waiters: Waiters::default(),
        }
    }

    /// Its lock: to be held by who waits or notifies.
    pub fn lock(&self) -> &Lock {
        &self.lock
    }

    /// Lets go of the lock, waits to be notified, and takes the lock again
    /// (`Condition.wait`). It may return though nobody notified, so look again at what was waited
    /// for.
    ///
    /// # Errors
    /// [`Exception::Raised`] where the lock is not held. [`Exception::Cancelled`] when the task
    /// is cancelled meanwhile; it holds the lock then, too.
    pub async fn wait(&self) -> Result<(), Exception> {
        self.must_be_held("cannot wait on un-acquired lock")?;
        self.lock.release()?;
        let wait = Wait::Condition(self.id);
        let mut result = self.waiters.wait(&self.event_loop, wait).await;
        while let Err(cancelled) = self.lock.acquire().await {
            result = Err(cancelled);
        }
        if result.is_err() {
            // The notification may have been for this one, which can't use it.
            self.waiters.wake(1);
        }
        result
    }

    /// Waits until `predicate` holds (`Condition.wait_for`).
    ///
    /// # Errors
    /// As [`Condition::wait`].
    pub async fn wait_for(&self, predicate: impl Fn() -> bool) -> Result<(), Exception> {
        while !predicate() {
            self.wait().await?;
        }
        Ok(())
    }

    /// Wakes `count` of those who wait, or all where they are fewer (`Condition.notify`). They
    /// go on when they get the lock.
    ///
    /// # Errors
    /// [`Exception::Raised`] where the lock is not held.
    pub fn notify(&self, count: usize) -> Result<(), Exception> {
        self.must_be_held("cannot notify on un-acquired lock")?;
        self.waiters.wake(count);
        Ok(())
    }

    /// Wakes all who wait (`Condition.notify_all`).
    ///
    /// # Errors
    /// [`Exception::Raised`] where the lock is not held.
    pub fn notify_all(&self) -> Result<(), Exception> {
        self.notify(usize::MAX)
    }

    fn must_be_held(&self, refusal: &str) -> Result<(), Exception> {
        match self.lock.locked() {
            true => Ok(()),
            false => Err(Exception::Raised(refusal.into())),
        }
    }
}
