use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use super::handle::Callback;
use super::{EventLoop, Exception, Step, TaskId, Wait};

/// A result that is not there yet (`asyncio.Future`). Clones are the same future. Awaiting it
/// inside a task of its loop gives its result.
pub struct Future<T> {
    cell: Rc<FutureCell<T>>,
}

struct FutureCell<T> {
    event_loop: EventLoop,
    state: RefCell<State<T>>,
    callbacks: RefCell<Vec<Callback>>,
    /// What a task that awaits this is recorded to wait for.
    wait: Wait,
    /// The task whose result this is, if any: to cancel the future is to cancel the task.
    task: Option<TaskId>,
}

enum State<T> {
    Pending,
    Finished(Result<T, Exception>),
}

impl<T> Clone for Future<T> {
    fn clone(&self) -> Self {
        Future {
            cell: self.cell.clone(),
        }
    }
}

impl<T: Clone + 'static> Future<T> {
    pub(super) fn new(event_loop: EventLoop, wait: Wait, task: Option<TaskId>) -> Self {
        Future {
            cell: Rc::new(FutureCell {
                event_loop,
                state: RefCell::new(State::Pending),
                callbacks: RefCell::default(),
                wait,
                task,
            }),
        }
    }

    /// Whether it has a result, has raised, or was cancelled (`Future.done`).
    pub fn done(&self) -> bool {
        matches!(*self.cell.state.borrow(), State::Finished(_))
    }

    /// Whether it was cancelled (`Future.cancelled`).
    pub fn cancelled(&self) -> bool {
        matches!(
            *self.cell.state.borrow(),
            State::Finished(Err(Exception::Cancelled))
        )
    }

    /// Its result, or what it raised; none while it is not done (`Future.result`).
    pub fn result(&self) -> Option<Result<T, Exception>> {
        match &*self.cell.state.borrow() {
            State::Pending => None,
            State::Finished(result) => Some(result.clone()),
        }
    }

    /// Completes it with a result (`Future.set_result`). Says whether it did: a future that is
    /// done stays as it is.
    pub fn set_result(&self, result: T) -> bool {
        self.finish(Ok(result))
    }

    /// Completes it with an exception (`Future.set_exception`). Says whether it did.
    pub fn set_exception(&self, exception: Exception) -> bool {
        self.finish(Err(exception))
    }

    /// Cancels it (`Future.cancel`); where it is a task's, asks the task to cancel itself
    /// (`Task.cancel`). Says whether it did: what is done can't be cancelled.
    pub fn cancel(&self) -> bool {
        match self.cell.task {
            Some(task) => self.cell.event_loop.cancel_task(task),
            None => self.finish(Err(Exception::Cancelled)),
        }
    }

    /// Calls `callback` through the ready queue once it is done (`Future.add_done_callback`).
    pub fn add_done_callback(&self, callback: impl FnOnce() + 'static) {
        self.add_callback(Callback::Call(Box::new(callback)));
    }

    pub(super) fn event_loop(&self) -> &EventLoop {
        &self.cell.event_loop
    }

    pub(super) fn same(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.cell, &other.cell)
    }

    /// `Future.set_result` and its kin, then `__schedule_callbacks`.
    pub(super) fn finish(&self, result: Result<T, Exception>) -> bool {
        if self.done() {
            return false;
        }
        *self.cell.state.borrow_mut() = State::Finished(result);
        for callback in self.cell.callbacks.take() {
            self.cell.event_loop.make_ready(callback);
        }
        true
    }

    fn add_callback(&self, callback: Callback) {
        if self.done() {
            self.cell.event_loop.make_ready(callback);
        } else {
            self.cell.callbacks.borrow_mut().push(callback);
        }
    }
}

impl<T: Clone + 'static> std::future::Future for Future<T> {
    type Output = Result<T, Exception>;

    /// `Future.__await__`.
    fn poll(self: Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<Self::Output> {
        let event_loop = &self.cell.event_loop;
        if event_loop.take_thrown() {
            return Poll::Ready(Err(Exception::Cancelled));
        }
        match self.result() {
            Some(result) => Poll::Ready(result),
            None => {
                event_loop.set_yielded(Step::Await(Box::new((*self).clone())));
                Poll::Pending
            }
        }
    }
}

/// What a task can wait for: a future, whatever its result.
pub(super) trait Awaitable {
    /// What the wait is recorded as.
    fn wait(&self) -> Wait;

    /// Puts the task's next step in the ready queue once this is done.
    fn add_wakeup(&self, task: TaskId);

    /// Cancels it; says whether it could (`Future.cancel`).
    fn cancel(&self) -> bool;
}

impl<T: Clone + 'static> Awaitable for Future<T> {
    fn wait(&self) -> Wait {
        self.cell.wait
    }

    fn add_wakeup(&self, task: TaskId) {
        self.add_callback(Callback::Step(task));
    }

    fn cancel(&self) -> bool {
        Future::cancel(self)
    }
}
