use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::rc::Rc;

use super::future::Watcher;
use super::wait::Watch;
use super::{EventLoop, Exception, Future, Queue, TimerHandle};

/// Futures in the order in which they are done (`asyncio.as_completed`). Dropping it cancels none
/// of them.
pub struct AsCompleted<T: Clone + 'static> {
    completions: Rc<Completions<T>>,
    left: Cell<usize>,
    _watch: Watch<T>,
}

impl EventLoop {
    /// `futures` in the order in which they are done, for at most `timeout_us` microseconds from
    /// now (`asyncio.as_completed`).
    pub fn as_completed<T: Clone + 'static>(
        &self,
        mut futures: Vec<Future<T>>,
        timeout_us: Option<u64>,
    ) -> AsCompleted<T> {
        let mut seen = HashSet::with_capacity(futures.len());
        futures.retain(|future| seen.insert(future.key()));
        let completions = Rc::new(Completions {
            done: Queue::new(self, 0),
            todo: Cell::new(futures.len()),
            timer: RefCell::new(None),
        });
        let watch = Watch::new(&futures, completions.clone());
        if let Some(timeout_us) = timeout_us.filter(|_| !futures.is_empty()) {
            let on_timeout = Rc::downgrade(&completions);
            let timer = self.call_later(timeout_us, move || {
                if let Some(completions) = on_timeout.upgrade() {
                    completions.time_out();
                }
            });
            completions.timer.replace(Some(timer));
        }
        AsCompleted {
            completions,
            left: Cell::new(futures.len()),
            _watch: watch,
        }
    }
}

impl<T: Clone + 'static> AsCompleted<T> {
    /// The result of the next future to be done; none where there are no more
    /// (`_AsCompletedIterator.__next__`, awaited).
    ///
    /// # Errors
    /// What that future raised. [`Exception::TimedOut`] where the time is over and it is not done.
    /// [`Exception::Cancelled`] when the task is cancelled meanwhile.
    pub async fn next(&self) -> Option<Result<T, Exception>> {
        match self.next_future().await? {
            Ok(future) => future.result(),
            Err(exception) => Some(Err(exception)),
        }
    }

    /// The next future to be done; none where there are no more
    /// (`_AsCompletedIterator.__anext__`).
    ///
    /// # Errors
    /// [`Exception::TimedOut`] where the time is over and it is not done.
    /// [`Exception::Cancelled`] when the task is cancelled meanwhile.
    pub async fn next_future(&self) -> Option<Result<Future<T>, Exception>> {
        self.left.set(self.left.get().checked_sub(1)?);
        let future = self.completions.done.get().await;
        Some(future.and_then(|future| future.ok_or(Exception::TimedOut)))
    }
}

struct Completions<T> {
    /// None stands for one that was not done in time.
    done: Queue<Option<Future<T>>>,
    todo: Cell<usize>,
    timer: RefCell<Option<TimerHandle>>,
}

impl<T> Completions<T> {
    /// `_AsCompletedIterator._handle_timeout`.
    fn time_out(&self) {
        for _ in 0..self.todo.take() {
            self.put(None);
        }
    }

    fn put(&self, future: Option<Future<T>>) {
        self.done
            .put_nowait(future)
            .expect("a queue without a size is never full");
    }

    fn cancel_timer(&self) {
        if let Some(timer) = self.timer.take() {
            timer.cancel();
        }
    }
}

impl<T: Clone + 'static> Watcher<T> for Completions<T> {
    /// `_AsCompletedIterator._handle_completion`.
    fn done(&self, future: &Future<T>, _place: u32) {
        let Some(todo) = self.todo.get().checked_sub(1) else {
            return;
        };
        self.todo.set(todo);
        self.put(Some(future.clone()));
        if todo == 0 {
            self.cancel_timer();
        }
    }
}

impl<T> Drop for Completions<T> {
    fn drop(&mut self) {
        self.cancel_timer();
    }
}
