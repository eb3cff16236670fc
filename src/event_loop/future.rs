use std::cell::RefCell;
use std::pin::Pin;
use std::rc::{Rc, Weak};
use std::task::{Context, Poll};

use super::handle::Callback;
use super::{EventLoop, Exception, Step, TaskId, Wait};

/// A result that is not there yet (`asyncio.Future`). Clones are the same future. Awaiting it
/// inside a task of its loop gives its result.
pub struct Future<T> {
    cell: Rc<FutureCell<T>>,
}

/// A future that may be gone by now.
pub(super) struct WeakFuture<T> {
    cell: Weak<FutureCell<T>>,
}

impl<T> WeakFuture<T> {
    pub(super) fn upgrade(&self) -> Option<Future<T>> {
        self.cell.upgrade().map(|cell| Future { cell })
    }
}

struct FutureCell<T> {
    event_loop: EventLoop,
    state: RefCell<State<T>>,
    callbacks: RefCell<Vec<FutureCallback<T>>>,
    /// What a task that awaits this is recorded to wait for.
    wait: Wait,
    /// The task whose result this is, if any: to cancel the future is to cancel the task.
    task: Option<TaskId>,
}

enum State<T> {
    /// With its own way to be cancelled, if it has one.
    Pending(Option<Rc<dyn CancelWay>>),
    Finished(Result<T, Exception>),
    Cancelled,
}

/// A future's own way to be cancelled, where that is more than to mark it cancelled.
pub(super) trait CancelWay {
    /// Cancels what the future stands for; says whether it could.
    fn cancel(&self) -> bool;

    /// Nobody will complete the future, nor what it stands for.
    fn abandon(&self);
}

enum FutureCallback<T> {
    /// The next step of a task.
    Step(TaskId),
    /// A call that never is taken back.
    Call(Box<dyn FnOnce()>),
    /// The call of who watches several futures, and which of them this is to it.
    Watcher(Rc<dyn Watcher<T>>, u32),
}

/// Who is told when each of several futures is done.
pub(super) trait Watcher<T> {
    /// `future` is done; `place` is the number under which it is watched.
    fn done(&self, future: &Future<T>, place: u32);
}

impl<T> Clone for Future<T> {
    fn clone(&self) -> Self {
        Future {
            cell: self.cell.clone(),
        }
    }
}

/// Equal are the clones of one future.
impl<T> PartialEq for Future<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.cell, &other.cell)
    }
}

impl<T> Eq for Future<T> {}

impl<T: Clone + 'static> Future<T> {
    pub(super) fn new(event_loop: EventLoop, wait: Wait, task: Option<TaskId>) -> Self {
        Future {
            cell: Rc::new(FutureCell {
                event_loop,
                state: RefCell::new(State::Pending(None)),
                callbacks: RefCell::default(),
                wait,
                task,
            }),
        }
    }

    /// A future that `cancel_way` cancels; it is for that to complete it then.
    pub(super) fn with_cancel_way(self, cancel_way: Rc<dyn CancelWay>) -> Self {
        *self.cell.state.borrow_mut() = State::Pending(Some(cancel_way));
        self
    }

    /// Whether it has a result, has raised, or was cancelled (`Future.done`).
    pub fn done(&self) -> bool {
        !matches!(*self.cell.state.borrow(), State::Pending(_))
    }

    /// Whether it was cancelled (`Future.cancelled`).
    pub fn cancelled(&self) -> bool {
        matches!(*self.cell.state.borrow(), State::Cancelled)
    }

    /// Its result, or what it raised; none while it is not done (`Future.result`).
    pub fn result(&self) -> Option<Result<T, Exception>> {
        match &*self.cell.state.borrow() {
            State::Pending(_) => None,
            State::Finished(result) => Some(result.clone()),
            State::Cancelled => Some(Err(Exception::Cancelled)),
        }
    }

    /// Whether it raised, cancellations aside (`Future.exception`).
    pub(super) fn raised(&self) -> bool {
        matches!(*self.cell.state.borrow(), State::Finished(Err(_)))
    }

    /// Completes it with a result (`Future.set_result`). Says whether it did: a future that is
    /// done stays as it is.
    pub fn set_result(&self, result: T) -> bool {
        self.finish(Ok(result))
    }

    /// Completes it with an exception (`Future.set_exception`). Says whether it did.
    pub fn set_exception(&self, exception: Exception) -> bool {
        self.complete(State::Finished(Err(exception)))
    }

    /// Cancels it (`Future.cancel`); where it is a task's, asks the task to cancel itself
    /// (`Task.cancel`). Says whether it did: what is done can't be cancelled.
    pub fn cancel(&self) -> bool {
        if let Some(task) = self.cell.task {
            return self.cell.event_loop.cancel_task(task);
        }
        let cancel_way = match &*self.cell.state.borrow() {
            State::Pending(cancel_way) => cancel_way.clone(),
            _ => return false,
        };
        match cancel_way {
            Some(cancel_way) => cancel_way.cancel(),
            None => self.complete(State::Cancelled),
        }
    }

    /// Calls `callback` through the ready queue once it is done (`Future.add_done_callback`).
    pub fn add_done_callback(&self, callback: impl FnOnce() + 'static) {
        self.add_callback(FutureCallback::Call(Box::new(callback)));
    }

    /// Tells `watcher` through the ready queue once it is done.
    pub(super) fn add_watcher(&self, watcher: Rc<dyn Watcher<T>>, place: u32) {
        self.add_callback(FutureCallback::Watcher(watcher, place));
    }

    /// Does not tell `watcher` any more, where its call is not in the ready queue yet
    /// (`Future.remove_done_callback`).
    pub(super) fn remove_watcher(&self, watcher: &Rc<dyn Watcher<T>>) {
        let mut callbacks = self.cell.callbacks.borrow_mut();
        callbacks.retain(|callback| match callback {
            FutureCallback::Watcher(other, _) => !Rc::ptr_eq(other, watcher),
            _ => true,
        });
    }

    /// Nobody will complete it: lets go of who would have been told.
    pub(super) fn abandon(&self) {
        let callbacks = self.cell.callbacks.take();
        let mut state = self.cell.state.borrow_mut();
        let cancel_way = match &mut *state {
            State::Pending(cancel_way) => cancel_way.take(),
            _ => None,
        };
        drop(state);
        drop(callbacks);
        if let Some(cancel_way) = cancel_way {
            cancel_way.abandon();
        }
    }

    /// Another one, not done, that is recorded as this one.
    pub(super) fn alike(&self) -> Self {
        Future::new(self.cell.event_loop.clone(), self.cell.wait, None)
    }

    /// The same future, for who must not keep it.
    pub(super) fn downgrade(&self) -> WeakFuture<T> {
        WeakFuture {
            cell: Rc::downgrade(&self.cell),
        }
    }

    pub(super) fn event_loop(&self) -> &EventLoop {
        &self.cell.event_loop
    }

    /// Its address, the same for clones alone.
    pub(super) fn key(&self) -> usize {
        Rc::as_ptr(&self.cell) as usize
    }

    /// Completes it with what a coroutine came to.
    pub(super) fn finish(&self, result: Result<T, Exception>) -> bool {
        self.complete(match result {
            Err(Exception::Cancelled) => State::Cancelled,
            result => State::Finished(result),
        })
    }

    /// `Future.set_result` and its kin, then `__schedule_callbacks`.
    fn complete(&self, state: State<T>) -> bool {
        if self.done() {
            return false;
        }
        self.cell.state.replace(state);
        for callback in self.cell.callbacks.take() {
            self.schedule(callback);
        }
        true
    }

    fn add_callback(&self, callback: FutureCallback<T>) {
        if self.done() {
            self.schedule(callback);
        } else {
            self.cell.callbacks.borrow_mut().push(callback);
        }
    }

    fn schedule(&self, callback: FutureCallback<T>) {
        self.cell.event_loop.make_ready(match callback {
            FutureCallback::Step(task) => Callback::Step(task),
            FutureCallback::Call(callback) => Callback::Call(callback),
            FutureCallback::Watcher(watcher, place) => {
                let future = self.clone();
                Callback::Call(Box::new(move || watcher.done(&future, place)))
            }
        });
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

    /// Nobody will complete it: lets go of who would have been told.
    fn abandon(&self);
}

impl<T: Clone + 'static> Awaitable for Future<T> {
    fn wait(&self) -> Wait {
        self.cell.wait
    }

    fn add_wakeup(&self, task: TaskId) {
        self.add_callback(FutureCallback::Step(task));
    }

    fn cancel(&self) -> bool {
        Future::cancel(self)
    }

    fn abandon(&self) {
        Future::abandon(self);
    }
}
