use std::pin::Pin;
use std::task::{Context, Poll};

use super::handle::Callback;
use super::{EventLoop, Exception, Future, Step, Wait};

impl EventLoop {
    /// Waits for `duration_us` microseconds (`asyncio.sleep`). Of length zero it gives the loop
    /// back for one iteration.
    ///
    /// # Errors
    /// [`Exception::Cancelled`] when the task is cancelled meanwhile.
    pub async fn sleep(&self, duration_us: u64) -> Result<(), Exception> {
        if duration_us == 0 {
            return BareYield {
                event_loop: self,
                yielded: false,
            }
            .await;
        }
        let until_us = self.time_us().saturating_add(duration_us);
        let future = Future::new(self.clone(), Wait::Timer { until_us }, None);
        self.set_timer(until_us, Callback::Release(future.clone()), None);
        let result = future.clone().await;
        // A timer whose future is done counts as cancelled: `finally: h.cancel()`.
        future.cancel();
        result
    }
}

/// `asyncio.tasks.__sleep0`.
struct BareYield<'a> {
    event_loop: &'a EventLoop,
    yielded: bool,
}

impl std::future::Future for BareYield<'_> {
    type Output = Result<(), Exception>;

    fn poll(mut self: Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<Self::Output> {
        if self.event_loop.take_thrown() {
            return Poll::Ready(Err(Exception::Cancelled));
        }
        if self.yielded {
            return Poll::Ready(Ok(()));
        }
        self.yielded = true;
        self.event_loop.set_yielded(Step::Yield);
        Poll::Pending
    }
}
