use crate::event_loop::{EventLoop, Exception, Semaphore};

/// A semaphore that is not released more often than it was taken (`asyncio.BoundedSemaphore`).
pub struct BoundedSemaphore {
    semaphore: Semaphore,
    bound: u32,
}

impl BoundedSemaphore {
    /// A semaphore with `value` free places, which is as many as it ever has.
    pub fn new(event_loop: &EventLoop, value: u32) -> Self {
        BoundedSemaphore {
            semaphore: Semaphore::new(event_loop, value),
            bound: value,
        }
    }

    /// Whether it can't be taken at once (`Semaphore.locked`).
    pub fn locked(&self) -> bool {
        self.semaphore.locked()
    }

    /// Takes a place, waiting for one where none is free (`Semaphore.acquire`).
    ///
    /// # Errors
    /// [`Exception::Cancelled`] when the task is cancelled while it waits; it holds no place then.
    pub async fn acquire(&self) -> Result<(), Exception> {
        self.semaphore.acquire().await
    }

    /// Gives a place back, and wakes who has waited longest (`BoundedSemaphore.release`).
    ///
    /// # Errors
    /// [`Exception::Raised`] where all places are free.
    pub fn release(&self) -> Result<(), Exception> {
        if self.semaphore.value() >= self.bound {
            let refusal = "BoundedSemaphore released too many times";
            return Err(Exception::Raised(refusal.into()));
        }
        self.semaphore.release();
        Ok(())
    }
}
