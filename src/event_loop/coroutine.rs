use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use super::future::Awaitable;
use super::{EventLoop, Exception, Future};

/// What a task runs. The loop asks nothing of it but its next step.
pub(super) trait Coroutine {
    /// Goes on to the next wait or to the end (`coro.send(None)`); with `cancelled` the wait it
    /// stands at raises [`Exception::Cancelled`] (`coro.throw(CancelledError())`).
    fn step(&mut self, cancelled: bool) -> Step;
}

/// How a coroutine's step ended.
pub(super) enum Step {
    /// It gave the loop back for one iteration (a bare `yield`, as in `asyncio.sleep(0)`).
    Yield,
    /// It waits for a future (`yield future`).
    Await(Box<dyn Awaitable>),
    /// It is over, and what awaits it has been told.
    Finished,
}

/// A Rust future as a coroutine. The futures it awaits are the loop's own.
pub(super) struct AsyncCoroutine<T: Clone + 'static, F> {
    pub(super) event_loop: EventLoop,
    pub(super) future: Pin<Box<F>>,
    pub(super) result: Future<T>,
    pub(super) started: bool,
}

impl<T, F> Coroutine for AsyncCoroutine<T, F>
where
    T: Clone + 'static,
    F: std::future::Future<Output = Result<T, Exception>>,
{
    fn step(&mut self, cancelled: bool) -> Step {
        // What is thrown into a coroutine that has not begun ends it before its first line.
        if cancelled && !self.started {
            let cancelled = Err(Exception::Cancelled);
            self.event_loop.finish_current(cancelled, &self.result);
            return Step::Finished;
        }
        self.started = true;
        self.event_loop.set_thrown(cancelled);
        let mut context = Context::from_waker(Waker::noop());
        match self.future.as_mut().poll(&mut context) {
            Poll::Ready(result) => {
                self.event_loop.finish_current(result, &self.result);
                Step::Finished
            }
            Poll::Pending => self
                .event_loop
                .take_yielded()
                .expect("a coroutine awaits nothing but futures of its loop"),
        }
    }
}

impl<T: Clone + 'static, F> Drop for AsyncCoroutine<T, F> {
    /// Who waits for a task that never ends may hold the task's own future.
    fn drop(&mut self) {
        self.result.abandon();
    }
}
