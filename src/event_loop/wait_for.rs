use std::rc::Rc;

use super::future::Watcher;
use super::wait::Watch;
use super::{EventLoop, Exception, Future, Timeout};

impl EventLoop {
    /// Waits for `future`, for at most `timeout_us` microseconds, and cancels it when they have
    /// passed (`asyncio.wait_for`, as CPython has had it since 3.12).
    ///
    /// # Errors
    /// [`Exception::TimedOut`] where that time passed first, and `future` did not complete in
    /// spite of its cancellation; otherwise what `future` raises. [`Exception::Cancelled`] when
    /// the task is cancelled meanwhile; `future` is cancelled then too.
    pub async fn wait_for<T: Clone + 'static>(
        &self,
        timeout_us: Option<u64>,
        future: Future<T>,
    ) -> Result<T, Exception> {
        if timeout_us != Some(0) {
            return Timeout::new(self, timeout_us).run(future).await;
        }
        if let Some(result) = future.result() {
            return result;
        }
        self.cancel_and_wait(&future).await?;
        match future.result() {
            Some(Err(Exception::Cancelled)) | None => Err(Exception::TimedOut),
            Some(result) => result,
        }
    }

    /// Cancels `future` and waits until it is done (`_cancel_and_wait`).
    async fn cancel_and_wait<T: Clone + 'static>(
        &self,
        future: &Future<T>,
    ) -> Result<(), Exception> {
        let waiter = self.create_future_of_tasks();
        let release: Rc<dyn Watcher<T>> = Rc::new(Release(waiter.clone()));
        let _watch = Watch::new(std::slice::from_ref(future), release);
        future.cancel();
        waiter.await
    }
}

/// `_release_waiter`.
struct Release(Future<()>);

impl<T> Watcher<T> for Release {
    fn done(&self, _future: &Future<T>, _place: u32) {
        self.0.set_result(());
    }
}
