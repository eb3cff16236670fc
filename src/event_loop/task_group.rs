use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use super::future::Watcher;
use super::{EventLoop, Exception, Future, Task, TaskId};

/// Tasks that end together (`asyncio.TaskGroup`): the first to fail cancels the others. Clones
/// are the same group.
#[derive(Clone)]
pub struct TaskGroup {
    inner: Rc<Inner>,
}

struct Inner {
    event_loop: EventLoop,
    parent: TaskId,
    exiting: Cell<bool>,
    aborting: Cell<bool>,
    parent_cancel_requested: Cell<bool>,
    /// Those that have not ended, in order of creation.
    tasks: RefCell<BTreeSet<TaskId>>,
    errors: RefCell<Vec<Exception>>,
    on_completed: RefCell<Option<Future<()>>>,
}

impl TaskGroup {
    /// Runs `body` in the current task, and waits for all tasks of the group it is handed
    /// (`async with asyncio.TaskGroup() as group:`).
    ///
    /// # Errors
    /// [`Exception::Group`] of what the tasks and `body` raised, where any did, in that order.
    /// [`Exception::Cancelled`] when the task is cancelled by somebody else meanwhile.
    /// [`Exception::Raised`] outside of a task.
    pub async fn run<T, F>(
        event_loop: &EventLoop,
        body: impl FnOnce(TaskGroup) -> F,
    ) -> Result<T, Exception>
    where
        F: std::future::Future<Output = Result<T, Exception>>,
    {
        let Some(parent) = event_loop.current_task() else {
            let refusal = "TaskGroup cannot determine the parent task";
            return Err(Exception::Raised(refusal.into()));
        };
        let group = TaskGroup {
            inner: Rc::new(Inner {
                event_loop: event_loop.clone(),
                parent,
                exiting: Cell::new(false),
                aborting: Cell::new(false),
                parent_cancel_requested: Cell::new(false),
                tasks: RefCell::default(),
                errors: RefCell::default(),
                on_completed: RefCell::default(),
            }),
        };
        let result = body(group.clone()).await;
        group.inner.exit(result).await
    }

    /// A task of the group (`TaskGroup.create_task`); `label` is as in
    /// [`EventLoop::create_task`].
    ///
    /// # Errors
    /// [`Exception::Raised`] where the group is over, or a task of it has failed.
    pub fn create_task<T, F>(&self, label: u32, coroutine: F) -> Result<Task<T>, Exception>
    where
        T: Clone + 'static,
        F: std::future::Future<Output = Result<T, Exception>> + 'static,
    {
        let inner = &self.inner;
        if inner.exiting.get() && inner.tasks.borrow().is_empty() {
            return Err(Exception::Raised("TaskGroup is finished".into()));
        }
        if inner.aborting.get() {
            return Err(Exception::Raised("TaskGroup is shutting down".into()));
        }
        let task = inner.event_loop.create_task(label, coroutine);
        inner.tasks.borrow_mut().insert(task.id());
        task.future().add_watcher(inner.clone(), task.id().0);
        Ok(task)
    }
}

impl Inner {
    /// `TaskGroup.__aexit__`.
    async fn exit<T>(&self, result: Result<T, Exception>) -> Result<T, Exception> {
        self.exiting.set(true);
        let mut cancelled = matches!(result, Err(Exception::Cancelled));
        if result.is_err() && !self.aborting.get() {
            self.abort();
        }
        // The wait may be cancelled more than once.
        while !self.tasks.borrow().is_empty() {
            let on_completed = self.event_loop.create_future_of_tasks();
            self.on_completed.replace(Some(on_completed.clone()));
            let waited = on_completed.await;
            self.on_completed.take();
            if waited.is_err() && !self.aborting.get() {
                cancelled = true;
                self.abort();
            }
        }
        if self.parent_cancel_requested.get() && self.event_loop.uncancel(self.parent) == 0 {
            cancelled = false;
        }
        let mut errors = self.errors.take();
        if cancelled && errors.is_empty() {
            return Err(Exception::Cancelled);
        }
        match result {
            Err(exception) if exception != Exception::Cancelled => errors.push(exception),
            result if errors.is_empty() => return result,
            _ => {}
        }
        self.keep_parent_cancelled();
        Err(Exception::Group(errors.into()))
    }

    /// A request from outside of the group to cancel the parent stays open.
    fn keep_parent_cancelled(&self) {
        if self.event_loop.cancelling(self.parent) > 0 {
            self.event_loop.uncancel(self.parent);
            self.event_loop.cancel_task(self.parent);
        }
    }

    fn abort(&self) {
        self.aborting.set(true);
        for &task in self.tasks.borrow().iter() {
            self.event_loop.cancel_task(task);
        }
    }
}

impl<T: Clone + 'static> Watcher<T> for Inner {
    /// `TaskGroup._on_task_done`.
    fn done(&self, future: &Future<T>, place: u32) {
        self.tasks.borrow_mut().remove(&TaskId(place));
        if self.tasks.borrow().is_empty()
            && let Some(on_completed) = &*self.on_completed.borrow()
        {
            on_completed.set_result(());
        }
        let Some(Err(exception)) = future.result() else {
            return;
        };
        if future.cancelled() {
            return;
        }
        self.errors.borrow_mut().push(exception);
        if !self.aborting.get() && !self.parent_cancel_requested.get() {
            // Whatever the parent does in the group ends now; it takes this back when it leaves.
            self.abort();
            self.parent_cancel_requested.set(true);
            self.event_loop.cancel_task(self.parent);
        }
    }
}
