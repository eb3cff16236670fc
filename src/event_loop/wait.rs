use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::rc::Rc;

use super::future::Watcher;
use super::{EventLoop, Exception, Future, TimerHandle};

/// What [`EventLoop::wait`] waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReturnWhen {
    /// All are done (`asyncio.ALL_COMPLETED`).
    AllCompleted,
    /// Any is done (`asyncio.FIRST_COMPLETED`).
    FirstCompleted,
    /// Any has raised, or all are done (`asyncio.FIRST_EXCEPTION`). To be cancelled is not to
    /// raise.
    FirstException,
}

impl EventLoop {
    /// Waits until `return_when` is met by `futures`, or `timeout_us` microseconds have passed,
    /// and gives those that are done and those that are not, both in the order given
    /// (`asyncio.wait`). None of them is cancelled by this, whatever happens.
    ///
    /// # Errors
    /// [`Exception::Cancelled`] when the task is cancelled meanwhile; [`Exception::Raised`] where
    /// there is no future.
    pub async fn wait<T: Clone + 'static>(
        &self,
        mut futures: Vec<Future<T>>,
        return_when: ReturnWhen,
        timeout_us: Option<u64>,
    ) -> Result<(Vec<Future<T>>, Vec<Future<T>>), Exception> {
        if futures.is_empty() {
            let refusal = "Set of Tasks/Futures is empty.";
            return Err(Exception::Raised(refusal.into()));
        }
        let mut seen = HashSet::with_capacity(futures.len());
        futures.retain(|future| seen.insert(future.key()));
        let waiter = self.create_future_of_tasks();
        let waiting = Rc::new(Waiting {
            waiter: waiter.clone(),
            timer: RefCell::new(timeout_us.map(|timeout_us| {
                let waiter = waiter.clone();
                self.call_later(timeout_us, move || {
                    waiter.set_result(());
                })
            })),
            left: Cell::new(futures.len()),
            return_when,
        });
        let watch = Watch::new(&futures, waiting.clone());
        let result = waiter.await;
        waiting.cancel_timer();
        drop(watch);
        result.map(|()| futures.into_iter().partition(Future::done))
    }
}

struct Waiting {
    waiter: Future<()>,
    timer: RefCell<Option<TimerHandle>>,
    left: Cell<usize>,
    return_when: ReturnWhen,
}

impl Waiting {
    fn cancel_timer(&self) {
        if let Some(timer) = self.timer.take() {
            timer.cancel();
        }
    }
}

impl<T: Clone + 'static> Watcher<T> for Waiting {
    /// `_on_completion`.
    fn done(&self, future: &Future<T>, _place: u32) {
        // Those that are told after the wait is over may be as many as there are.
        self.left.set(self.left.get().saturating_sub(1));
        let is_met = match self.return_when {
            ReturnWhen::AllCompleted => false,
            ReturnWhen::FirstCompleted => true,
            ReturnWhen::FirstException => future.raised(),
        };
        if is_met || self.left.get() == 0 {
            self.cancel_timer();
            self.waiter.set_result(());
        }
    }
}

/// Futures that somebody watches for as long as this lives.
pub(super) struct Watch<T: Clone + 'static> {
    futures: Vec<Future<T>>,
    watcher: Rc<dyn Watcher<T>>,
}

impl<T: Clone + 'static> Watch<T> {
    pub(super) fn new(futures: &[Future<T>], watcher: Rc<dyn Watcher<T>>) -> Self {
        for (place, future) in (0..).zip(futures) {
            future.add_watcher(watcher.clone(), place);
        }
        Watch {
            futures: futures.to_vec(),
            watcher,
        }
    }
}

impl<T: Clone + 'static> Drop for Watch<T> {
    fn drop(&mut self) {
        for future in &self.futures {
            future.remove_watcher(&self.watcher);
        }
    }
}
