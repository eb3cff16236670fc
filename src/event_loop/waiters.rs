use std::cell::RefCell;
use std::collections::VecDeque;

use super::{EventLoop, Exception, Future, Wait};

/// The futures of who waits, in the order in which they came (`_waiters`).
#[derive(Default)]
pub(super) struct Waiters {
    futures: RefCell<VecDeque<Future<()>>>,
}

impl Waiters {
    /// Waits, last in the row, to be woken; recorded as `wait`.
    pub(super) async fn wait(&self, event_loop: &EventLoop, wait: Wait) -> Result<(), Exception> {
        let future = Future::new(event_loop.clone(), wait, None);
        self.futures.borrow_mut().push_back(future.clone());
        let result = future.clone().await;
        let mut futures = self.futures.borrow_mut();
        // Mostly the first: who came first is woken first.
        if let Some(place) = futures.iter().position(|f| *f == future) {
            futures.remove(place);
        }
        result
    }

    /// Whether all who wait have been cancelled, or nobody waits.
    pub(super) fn all_cancelled(&self) -> bool {
        self.futures.borrow().iter().all(Future::cancelled)
    }

    /// Wakes who came first, if that one is not awake yet.
    pub(super) fn wake_first(&self) {
        if let Some(first) = self.futures.borrow().front() {
            first.set_result(());
        }
    }

    /// Wakes `count` of those who are not awake yet, or all where they are fewer.
    pub(super) fn wake(&self, count: usize) {
        let futures = self.futures.borrow();
        for future in futures.iter().filter(|f| !f.done()).take(count) {
            future.set_result(());
        }
    }
}
