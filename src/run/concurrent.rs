use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use crate::event_loop::{EventLoop, Exception, Executor, Future, Semaphore, Task};
use crate::graph::{AfterMode, Node, OnFailure, Place, Program, Reference, StepKind, TaskIndex};

use super::attempts::{Attempts, Shared};
use super::countdown::{Countdown, Verdict};
use super::workers::Workers;

/// Creates every task in source order, as `asyncio.create_task` does. With `workers` each is a
/// thread or a process of its own.
pub(super) fn start(program: &Rc<Program>, event_loop: &EventLoop, workers: Option<Workers>) {
    let run = Rc::new(ConcurrentRun::new(program, event_loop, workers));
    let mut tasks = Vec::with_capacity(program.task_count() as usize);
    for place in 0..program.nodes().len() {
        for task in program.tasks_of(place) {
            tasks.push(event_loop.create_task(task, run.clone().run_task(place, task)));
        }
    }
    // Nothing has run yet, so nobody has asked for them.
    let _ = run.tasks.set(tasks);
    if run.foreground.get() == 0 {
        run.cancel_background();
    }
}

struct ConcurrentRun {
    program: Rc<Program>,
    event_loop: EventLoop,
    shared: Shared,
    /// Every task, in source order.
    tasks: OnceCell<Vec<Task<()>>>,
    countdown: RefCell<Countdown>,
    waiting: RefCell<HashMap<TaskIndex, Waiting>>,
    /// The tasks that have not ended, and are not in the background.
    foreground: Cell<u32>,
    has_background: bool,
    /// The tasks that have not ended.
    left: Cell<u32>,
    /// A failure has cancelled all tasks (`TaskGroup._aborting`).
    aborting: Cell<bool>,
    /// For each node, whether all its members that had not ended were cancelled by `after first`.
    outrun: RefCell<Vec<bool>>,
    /// For each node, whether one of its members has cancelled what they all come after.
    has_outrun: RefCell<Vec<bool>>,
}

/// A task that waits for what it comes after.
struct Waiting {
    future: Future<Verdict>,
    /// Some of what it comes after had ended when it began to wait; the callbacks for that are
    /// still to run.
    callbacks_due: Cell<bool>,
}

impl ConcurrentRun {
    fn new(program: &Rc<Program>, event_loop: &EventLoop, workers: Option<Workers>) -> Self {
        let nodes = program.nodes();
        let foreground = nodes.iter().filter(|node| !node.background);
        let foreground = foreground.map(Node::task_count).sum();
        let pools = program.pools().iter();
        let threads = program.settings().threads;
        let mut steps = nodes.iter().flat_map(|node| &node.steps);
        let has_threads = workers.is_none() && steps.any(|step| step.kind == StepKind::Thread);
        ConcurrentRun {
            program: program.clone(),
            event_loop: event_loop.clone(),
            shared: Shared {
                semaphores: pools.map(|p| Semaphore::new(event_loop, p.size)).collect(),
                executor: has_threads.then(|| Executor::new(event_loop, threads)),
                workers,
            },
            tasks: OnceCell::new(),
            countdown: RefCell::new(Countdown::new(program)),
            waiting: RefCell::default(),
            foreground: Cell::new(foreground),
            has_background: foreground < program.task_count(),
            left: Cell::new(program.task_count()),
            aborting: Cell::new(false),
            outrun: RefCell::new(vec![false; nodes.len()]),
            has_outrun: RefCell::new(vec![false; nodes.len()]),
        }
    }

    async fn run_task(self: Rc<Self>, place: usize, task: TaskIndex) -> Result<(), Exception> {
        let result = self.wait_and_try(place, task).await;
        self.ended(place, task, &result);
        result
    }

    async fn wait_and_try(self: &Rc<Self>, place: usize, task: TaskIndex) -> Result<(), Exception> {
        let node = &self.program.nodes()[place];
        if !node.after.is_empty() {
            match self.wait_for_what_comes_before(place, task).await? {
                Verdict::Met if node.after_mode == AfterMode::First => {
                    self.cancel_others(place, task);
                }
                Verdict::Met => {}
                Verdict::Hopeless => {
                    self.event_loop.reached(Place::Skipped.into());
                    return Err(Exception::Cancelled);
                }
            }
        }
        Attempts {
            program: &self.program,
            event_loop: &self.event_loop,
            shared: Some(&self.shared),
            node,
            task,
        }
        .run()
        .await
    }

    /// As `asyncio.gather` or `asyncio.wait` of all of them: their ends count through the ready
    /// queue, and the one that decides puts this task in the ready queue. Other than `gather`'s,
    /// this wait does not cancel what it waits for when it is cancelled.
    async fn wait_for_what_comes_before(
        self: &Rc<Self>,
        place: usize,
        task: TaskIndex,
    ) -> Result<Verdict, Exception> {
        let future = self.event_loop.create_future_of_tasks();
        let any_ended = self
            .countdown
            .borrow()
            .any_ended_before(&self.program, place, task);
        let callbacks_due = Cell::new(any_ended);
        if any_ended {
            // A callback that is added to a future that is done is called in the next iteration.
            let run = self.clone();
            self.event_loop
                .call_soon(move || run.count_what_had_ended(task));
        }
        let waiting = Waiting {
            future: future.clone(),
            callbacks_due,
        };
        self.waiting.borrow_mut().insert(task, waiting);
        future.await
    }

    fn count_what_had_ended(&self, task: TaskIndex) {
        if let Some(waiting) = self.waiting.borrow().get(&task) {
            waiting.callbacks_due.set(false);
        }
        self.release(task);
    }

    /// Lets a task go on about which it has been decided.
    fn release(&self, task: TaskIndex) {
        let Some(decision) = self.countdown.borrow().decision(task) else {
            return;
        };
        let mut waiting = self.waiting.borrow_mut();
        if waiting.get(&task).is_some_and(|w| !w.callbacks_due.get())
            && let Some(waiting) = waiting.remove(&task)
        {
            let cause = self.task(decision.cause).id();
            self.event_loop.caused_by(cause, || {
                waiting.future.set_result(decision.verdict);
            });
        }
    }

    /// Counts this task's end in the next iteration, as a future's callbacks are called.
    fn ended(self: &Rc<Self>, place: usize, task: TaskIndex, result: &Result<(), Exception>) {
        self.left.set(self.left.get() - 1);
        if self.left.get() == 0 {
            self.event_loop.stop();
        }
        let is_awaited = self.countdown.borrow().is_awaited(place, task);
        if is_awaited {
            self.countdown.borrow_mut().mark_ended(place, task);
        }
        let has_failed = result
            .as_ref()
            .is_err_and(|exception| *exception != Exception::Cancelled);
        let aborts = has_failed && self.program.settings().on_failure == OnFailure::Cancel;
        let is_counted = self.has_background && !self.program.nodes()[place].background;
        if !(is_awaited || aborts || is_counted) {
            return;
        }
        let (run, succeeded) = (self.clone(), result.is_ok());
        self.event_loop.call_soon(move || {
            if is_counted {
                run.count_foreground();
            }
            if aborts {
                run.abort();
            }
            if is_awaited {
                run.tell_who_comes_after(task, succeeded);
            }
        });
    }

    fn tell_who_comes_after(&self, task: TaskIndex, succeeded: bool) {
        let mut countdown = self.countdown.borrow_mut();
        let decided = countdown.count_end(&self.program, task, succeeded);
        drop(countdown);
        for task in decided {
            self.release(task);
        }
    }

    /// When the last has ended that somebody waits for, who waits goes on in the next iteration.
    fn count_foreground(self: &Rc<Self>) {
        self.foreground.set(self.foreground.get() - 1);
        if self.foreground.get() == 0 {
            let run = self.clone();
            self.event_loop.call_soon(move || run.cancel_background());
        }
    }

    fn cancel_background(&self) {
        for (place, node) in self.program.nodes().iter().enumerate() {
            if node.background {
                for task in self.program.tasks_of(place) {
                    self.task(task).cancel();
                }
            }
        }
    }

    /// `TaskGroup._abort`, in order of creation.
    fn abort(&self) {
        if !self.aborting.replace(true) {
            self.cancel(0..self.program.task_count());
        }
    }

    /// What `after first` does to those that were not first.
    fn cancel_others(&self, place: usize, task: TaskIndex) {
        let countdown = self.countdown.borrow();
        let was_first = !std::mem::replace(&mut self.has_outrun.borrow_mut()[place], true);
        let references = match was_first {
            true => &self.program.nodes()[place].after,
            false => countdown.own_references(place),
        };
        for &reference in references {
            if let Reference::All { node } = reference
                && std::mem::replace(&mut self.outrun.borrow_mut()[node], true)
            {
                continue;
            }
            self.cancel(self.program.referred(task, reference));
        }
    }

    /// A thread or a process that has begun is beyond reach.
    fn cancel(&self, tasks: std::ops::Range<TaskIndex>) {
        let workers = self.shared.workers.as_ref();
        for task in tasks {
            if workers.is_none_or(|workers| !workers.has_begun(task)) {
                self.task(task).cancel();
            }
        }
    }

    fn task(&self, task: TaskIndex) -> &Task<()> {
        let tasks = self.tasks.get().map(Vec::as_slice).unwrap_or_default();
        &tasks[task as usize]
    }
}
