use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use pin_project_lite::pin_project;

use super::future::Awaitable;
use super::{EventLoop, Exception, Future};

/// What a task runs. The loop asks nothing of it but its next step.
pub(super) trait Coroutine {
    /// Goes on to the next wait or to the end (`coro.send(None)`); with `cancelled` the wait it
    /// stands at raises [`Exception::Cancelled`] (`coro.throw(CancelledError())`).
    fn step(self: Pin<&mut Self>, cancelled: bool) -> Step;
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

pin_project! {
    /// A Rust future as a coroutine. The futures it awaits are the loop's own.
    pub(super) struct AsyncCoroutine<T, F>
    where
        T: Clone,
        T: 'static,
    {
        pub(super) event_loop: EventLoop,
        #[pin]
        pub(super) future: F,
        pub(super) result: Future<T>,
        pub(super) started: bool,
    }

    impl<T, F> PinnedDrop for AsyncCoroutine<T, F>
    where
        T: Clone,
        T: 'static,
    {
        /// Who waits for a task that never ends may hold the task's own future.
        fn drop(this: Pin<&mut Self>) {
            this.result.abandon();
        }
    }
}

impl<T, F> Coroutine for AsyncCoroutine<T, F>
where
    T: Clone + 'static,
    F: std::future::Future<Output = Result<T, Exception>>,
{
    fn step(self: Pin<&mut Self>, cancelled: bool) -> Step {
        let this = self.project();
        // What is thrown into a coroutine that has not begun ends it before its first line.
        if cancelled && !*this.started {
            let cancelled = Err(Exception::Cancelled);
            this.event_loop.finish_current(cancelled, this.result);
            return Step::Finished;
        }
        *this.started = true;
        this.event_loop.set_thrown(cancelled);
        let mut context = Context::from_waker(Waker::noop());
        match this.future.poll(&mut context) {
            Poll::Ready(result) => {
                this.event_loop.finish_current(result, this.result);
                Step::Finished
            }
            Poll::Pending => this
                .event_loop
                .take_yielded()
                .expect("a coroutine awaits nothing but futures of its loop"),
        }
    }
}
