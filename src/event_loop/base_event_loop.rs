use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::pin::Pin;
use std::rc::{Rc, Weak};

use super::coroutine::AsyncCoroutine;
use super::events::Log;
use super::executor::Threads;
use super::handle::{Callback, Handle, Timer};
use super::task::TaskState;
use super::timers::{Ties, Timers};
use super::{
    Cause, Clock, ConditionId, Coroutine, Event, EventId, Events, Exception, Future, Hold, LockId,
    Outcome, QueueId, SemaphoreId, Step, Task, TaskId, TimerHandle, Wait, What,
};

/// `_MIN_SCHEDULED_TIMER_HANDLES`.
const FEWEST_TIMERS_TO_PURGE: usize = 100;

/// The loop (`asyncio.BaseEventLoop`). Clones are the same loop.
#[derive(Clone)]
pub struct EventLoop {
    pub(super) inner: Rc<Inner>,
}

pub(super) struct Inner {
    pub(super) clock: Rc<dyn Clock>,
    pub(super) ready: RefCell<VecDeque<Handle>>,
    pub(super) scheduled: RefCell<Timers>,
    pub(super) timers_set: Cell<u64>,
    /// With how many timers those that nobody wants any more are looked for.
    pub(super) timers_to_purge: Cell<usize>,
    /// Every task by its number.
    pub(super) tasks: RefCell<Vec<TaskState>>,
    pub(super) semaphores: Cell<u32>,
    /// Those of every executor.
    pub(super) threads: RefCell<Vec<Weak<Threads>>>,
    pub(super) stopping: Cell<bool>,
    pub(super) was_held: Cell<bool>,
    pub(super) locks: Cell<u32>,
    pub(super) asyncio_events: Cell<u32>,
    pub(super) conditions: Cell<u32>,
    pub(super) queues: Cell<u32>,
    /// Who is to be named as the cause of what is made ready now.
    pub(super) cause: Cell<Cause>,
    pub(super) current_task: Cell<Option<TaskId>>,
    /// The wait at which the current task stands is to raise.
    pub(super) thrown: Cell<bool>,
    /// How the current task gave the loop back.
    pub(super) yielded: Cell<Option<Step>>,
    /// None where nothing is recorded.
    pub(super) log: Option<RefCell<Log>>,
    /// With more events than these the loop stops.
    pub(super) most_events: Cell<usize>,
}

impl EventLoop {
    /// A loop at time 0 that records what happens.
    pub fn new(clock: Rc<dyn Clock>) -> Self {
        Self::with_record(clock, Some(RefCell::default()), Ties::BySetting)
    }

    /// A loop at time 0 that records what happens, and has timers of the same time come as they do
    /// in CPython.
    pub fn with_ties(clock: Rc<dyn Clock>, ties: Ties) -> Self {
        Self::with_record(clock, Some(RefCell::default()), ties)
    }

    /// A loop at time 0 that records nothing.
    pub fn without_record(clock: Rc<dyn Clock>) -> Self {
        Self::with_record(clock, None, Ties::BySetting)
    }

    fn with_record(clock: Rc<dyn Clock>, log: Option<RefCell<Log>>, ties: Ties) -> Self {
        EventLoop {
            inner: Rc::new(Inner {
                clock,
                ready: RefCell::default(),
                scheduled: RefCell::new(Timers::new(ties)),
                timers_set: Cell::new(0),
                timers_to_purge: Cell::new(FEWEST_TIMERS_TO_PURGE),
                tasks: RefCell::default(),
                semaphores: Cell::new(0),
                threads: RefCell::default(),
                stopping: Cell::new(false),
                was_held: Cell::new(false),
                locks: Cell::new(0),
                asyncio_events: Cell::new(0),
                conditions: Cell::new(0),
                queues: Cell::new(0),
                cause: Cell::new(Cause::Start),
                current_task: Cell::new(None),
                thrown: Cell::new(false),
                yielded: Cell::new(None),
                log,
                most_events: Cell::new(usize::MAX),
            }),
        }
    }

    /// The time since the loop began, in microseconds (`loop.time`).
    pub fn time_us(&self) -> u64 {
        self.inner.clock.time_us()
    }

    /// Calls `callback` in the next iteration (`loop.call_soon`).
    pub fn call_soon(&self, callback: impl FnOnce() + 'static) {
        self.make_ready(Callback::Call(Box::new(callback)));
    }

    /// Calls `callback` once the loop's time is `when_us` (`loop.call_at`).
    pub fn call_at(&self, when_us: u64, callback: impl FnOnce() + 'static) -> TimerHandle {
        let cancelled = Rc::new(Cell::new(false));
        let callback = Self::unless(cancelled.clone(), callback);
        self.set_timer(when_us, callback, Some(cancelled.clone()));
        TimerHandle { when_us, cancelled }
    }

    /// As [`EventLoop::call_soon`], for who may take the call back (`Handle.cancel`).
    pub(super) fn call_soon_unless_cancelled(
        &self,
        callback: impl FnOnce() + 'static,
    ) -> TimerHandle {
        let (when_us, cancelled) = (self.time_us(), Rc::new(Cell::new(false)));
        self.make_ready(Self::unless(cancelled.clone(), callback));
        TimerHandle { when_us, cancelled }
    }

    /// A handle may be cancelled while it is in the ready queue.
    fn unless(cancelled: Rc<Cell<bool>>, callback: impl FnOnce() + 'static) -> Callback {
        Callback::Call(Box::new(move || {
            if !cancelled.get() {
                callback();
            }
        }))
    }

    /// Calls `callback` after `delay_us` microseconds (`loop.call_later`).
    pub fn call_later(&self, delay_us: u64, callback: impl FnOnce() + 'static) -> TimerHandle {
        self.call_at(self.time_us().saturating_add(delay_us), callback)
    }

    /// A future of this loop (`loop.create_future`).
    pub fn create_future<T: Clone + 'static>(&self) -> Future<T> {
        Future::new(self.clone(), Wait::Future, None)
    }

    /// A future of this loop that somebody completes when several tasks have ended, and is
    /// recorded as such.
    pub fn create_future_of_tasks<T: Clone + 'static>(&self) -> Future<T> {
        Future::new(self.clone(), Wait::Tasks, None)
    }

    /// A future of this loop that somebody completes when work is done that goes on beside the
    /// loop, and is recorded as such.
    pub fn create_future_of_work<T: Clone + 'static>(&self) -> Future<T> {
        Future::new(self.clone(), Wait::Work, None)
    }

    /// A task that runs `coroutine`, its first step in the next iteration (`loop.create_task`).
    /// `label` is the caller's own number for it, for the record.
    pub fn create_task<T, F>(&self, label: u32, coroutine: F) -> Task<T>
    where
        T: Clone + 'static,
        F: std::future::Future<Output = Result<T, Exception>> + 'static,
    {
        let id = TaskId(self.inner.tasks.borrow().len() as u32);
        let future = Future::new(self.clone(), Wait::Task(id), Some(id));
        let coroutine = AsyncCoroutine {
            event_loop: self.clone(),
            future: coroutine,
            result: future.clone(),
            started: false,
        };
        self.start(id, label, Box::pin(coroutine));
        Task { id, future }
    }

    fn start(&self, id: TaskId, label: u32, coroutine: Pin<Box<dyn Coroutine>>) {
        let task = TaskState::new(coroutine);
        self.inner.tasks.borrow_mut().push(task);
        let creator = self.current_task();
        self.record(id, What::Created { label, creator });
        self.make_ready(Callback::Step(id));
    }

    /// The task whose step runs now (`asyncio.current_task`).
    pub fn current_task(&self) -> Option<TaskId> {
        self.inner.current_task.get()
    }

    /// Keeps the loop for `duration_us` microseconds, on behalf of the current task; nothing else
    /// runs meanwhile.
    pub fn hold(&self, hold: Hold, duration_us: u64) {
        let task = self.current_task();
        if duration_us > 0 {
            self.inner.clock.update();
        }
        if let Some(task) = task {
            self.record(task, What::HoldBegan { hold });
        }
        self.inner.clock.hold(hold, duration_us);
        self.inner.was_held.set(duration_us > 0);
        if let Some(task) = task {
            self.record(task, What::HoldEnded);
        }
        self.let_threads_catch_up();
    }

    /// Does `act`, and names `task` as the cause of what that makes ready, in the record.
    pub fn caused_by(&self, task: TaskId, act: impl FnOnce()) {
        let cause = self.inner.cause.replace(Cause::Task(task));
        act();
        self.inner.cause.set(cause);
    }

    /// Records that the current task has reached a place of its program.
    pub fn reached(&self, place: u32) {
        if let Some(task) = self.current_task() {
            self.record(task, What::Reached { place });
        }
    }

    /// One iteration (`BaseEventLoop._run_once`, without the wait): moves the timers that are due
    /// to the ready queue, then runs the handles that are ready now, and no later ones.
    pub fn run_once(&self) {
        let mut left = self.begin_iteration();
        while left > 0 {
            left -= self.run_handles(left);
        }
    }

    /// The first half of [`EventLoop::run_once`], for who does something between the handles:
    /// moves the timers that are due, and returns how many handles this iteration has.
    pub fn begin_iteration(&self) -> usize {
        self.inner.clock.update();
        self.let_threads_catch_up();
        self.move_due_timers();
        self.inner.ready.borrow().len()
    }

    /// Runs the first handles of the ready queue, `most` at most and none after one that held the
    /// loop. Says how many.
    pub fn run_handles(&self, most: usize) -> usize {
        for number in 1..=most {
            self.run_handle();
            if self.inner.was_held.take() {
                return number;
            }
        }
        most
    }

    /// Runs the first handle of the ready queue, where there is one (`Handle._run`).
    #[inline]
    pub fn run_handle(&self) {
        let Some(handle) = self.inner.ready.borrow_mut().pop_front() else {
            return;
        };
        self.inner.cause.set(handle.cause);
        match handle.callback {
            Callback::Step(task) => self.step(task),
            Callback::AdoptedStep(task, step) => self.adopted_step(task, step),
            Callback::Release(future) => {
                future.set_result(());
            }
            Callback::Call(callback) => callback(),
        }
        self.inner.cause.set(Cause::Start);
    }

    /// Whether the ready queue holds anything.
    pub fn is_ready(&self) -> bool {
        !self.inner.ready.borrow().is_empty()
    }

    /// When the earliest timer is due, in microseconds since the loop began; none where no timer
    /// is set.
    pub fn next_timer_us(&self) -> Option<u64> {
        let mut scheduled = self.inner.scheduled.borrow_mut();
        while scheduled.peek().is_some_and(Timer::cancelled) {
            scheduled.pop();
        }
        scheduled.peek().map(|timer| timer.when_us)
    }

    /// Asks whoever drives the loop to end it after this iteration (`loop.stop`).
    pub fn stop(&self) {
        self.inner.stopping.set(true);
    }

    /// Forgets that it was asked to stop, for who drives it again.
    pub fn forget_stop(&self) {
        self.inner.stopping.set(false);
    }

    /// Whether the loop was asked to stop, or is full.
    pub fn stopping(&self) -> bool {
        self.inner.stopping.get() || self.is_full()
    }

    /// Has the loop stop by itself once it has recorded more than `most` events.
    pub fn record_at_most(&self, most: usize) {
        self.inner.most_events.set(most);
    }

    /// Whether more is recorded than the loop was given room for. A coroutine that goes on without
    /// a wait looks at this, as the loop gets to it at waits alone.
    pub fn is_full(&self) -> bool {
        let log = self.inner.log.as_ref();
        log.is_some_and(|log| log.borrow().count() > self.inner.most_events.get())
    }

    /// Ends the loop where it is: what has not ended never will. When nothing is ready and no
    /// timer is set, those tasks are deadlocked and recorded as such. Whoever drives the loop
    /// calls this when it is over, as the tasks keep the loop alive and the loop the tasks.
    pub fn close(&self) {
        let deadlock = !self.stopping() && !self.is_ready() && self.next_timer_us().is_none();
        let mut tasks = self.inner.tasks.borrow_mut();
        let left: Vec<_> = tasks.iter_mut().map(TaskState::end).collect();
        drop(tasks);
        for (number, task) in left.iter().enumerate() {
            if deadlock && !task.has_ended {
                let outcome = Outcome::Deadlocked;
                self.record(TaskId(number as u32), What::Ended { outcome });
            }
            task.waiter.iter().for_each(|waiter| waiter.abandon());
        }
        let scheduled = self.inner.scheduled.replace(Timers::new(Ties::BySetting));
        drop((self.inner.ready.take(), scheduled, left));
    }

    /// Takes what has been recorded since the last time.
    pub fn take_events(&self) -> Vec<Event> {
        let parts = self.take_record();
        parts.iter().flat_map(Events::iter).collect()
    }

    /// As [`EventLoop::take_events`], in parts as they are kept.
    pub fn take_record(&self) -> Vec<Events> {
        let log = self.inner.log.as_ref();
        log.map(|log| log.borrow_mut().take()).unwrap_or_default()
    }

    #[inline]
    pub(super) fn record(&self, task: TaskId, what: What) {
        if let Some(log) = &self.inner.log {
            log.borrow_mut().push(self.time_us(), task, what);
        }
    }

    pub(super) fn make_ready(&self, callback: Callback) {
        let cause = self.inner.cause.get();
        if let Callback::Step(task) | Callback::AdoptedStep(task, _) = callback {
            self.record(task, What::Ready { cause });
        }
        let handle = Handle { callback, cause };
        self.inner.ready.borrow_mut().push_back(handle);
    }

    pub(super) fn set_timer(
        &self,
        when_us: u64,
        callback: Callback,
        cancelled: Option<Rc<Cell<bool>>>,
    ) {
        if self.inner.scheduled.borrow().len() >= self.inner.timers_to_purge.get() {
            self.purge_timers();
        }
        let order = self.inner.timers_set.get();
        self.inner.timers_set.set(order + 1);
        self.inner.scheduled.borrow_mut().push(Timer {
            when_us,
            order,
            callback,
            cancelled,
        });
    }

    /// Lets go of the timers that nobody wants any more, so that deadlines that were not needed do
    /// not pile up until they are due. As the next time comes with twice as many timers as are
    /// left, it takes constant time a timer.
    fn purge_timers(&self) {
        let mut scheduled = self.inner.scheduled.borrow_mut();
        let unwanted = scheduled.purge();
        let limit = FEWEST_TIMERS_TO_PURGE.max(2 * scheduled.len());
        self.inner.timers_to_purge.set(limit);
        drop(scheduled);
        drop(unwanted);
    }

    fn move_due_timers(&self) {
        let end_us = self.time_us() + self.inner.clock.resolution_us();
        let mut scheduled = self.inner.scheduled.borrow_mut();
        let mut ready = self.inner.ready.borrow_mut();
        while scheduled
            .peek()
            .is_some_and(|timer| timer.when_us <= end_us)
        {
            let Some(timer) = scheduled.pop() else { break };
            if !timer.cancelled() {
                ready.push_back(Handle {
                    callback: timer.callback,
                    cause: Cause::Timer,
                });
            }
        }
    }

    pub(super) fn add_threads(&self, threads: &Rc<Threads>) {
        let threads = Rc::downgrade(threads);
        self.inner.threads.borrow_mut().push(threads);
    }

    fn let_threads_catch_up(&self) {
        for threads in self.inner.threads.borrow().iter() {
            if let Some(threads) = threads.upgrade() {
                threads.catch_up(self);
            }
        }
    }

    pub(super) fn next_semaphore_id(&self) -> SemaphoreId {
        SemaphoreId(next(&self.inner.semaphores))
    }

    pub(super) fn next_lock_id(&self) -> LockId {
        LockId(next(&self.inner.locks))
    }

    pub(super) fn next_event_id(&self) -> EventId {
        EventId(next(&self.inner.asyncio_events))
    }

    pub(super) fn next_condition_id(&self) -> ConditionId {
        ConditionId(next(&self.inner.conditions))
    }

    pub(super) fn next_queue_id(&self) -> QueueId {
        QueueId(next(&self.inner.queues))
    }

    pub(super) fn set_thrown(&self, thrown: bool) {
        self.inner.thrown.set(thrown);
    }

    pub(super) fn take_thrown(&self) -> bool {
        self.inner.thrown.take()
    }

    pub(super) fn set_yielded(&self, step: Step) {
        self.inner.yielded.set(Some(step));
    }

    pub(super) fn take_yielded(&self) -> Option<Step> {
        self.inner.yielded.take()
    }
}

fn next(count: &Cell<u32>) -> u32 {
    count.replace(count.get() + 1)
}
