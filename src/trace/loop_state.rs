use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;

use crate::event_loop::{Cause, Event, Hold, SemaphoreId, TaskId, Wait, What};
use crate::graph::{Program, TaskIndex};

/// The event loop at a moment of a run: what runs, what is ready, what waits for what. It goes on
/// event by event.
///
/// ```
/// # use std::rc::Rc;
/// use interleave::{notation, run, trace::LoopState};
///
/// let program = notation::parse("a: io 3s\nb: io 1s\nc: io 1s after a").unwrap().program;
/// let program = Rc::new(program);
/// let events = run::predict(&program, run::Mode::Concurrent).unwrap();
/// let state = LoopState::at(program, &events, 2_000_000);
/// assert_eq!(state.timers().collect::<Vec<_>>(), [(3_000_000, 0)]);
/// assert_eq!(state.waiting_for_tasks().collect::<Vec<_>>(), [2]);
/// ```
#[derive(Clone, Debug)]
pub struct LoopState {
    time_us: u64,
    running: Option<TaskIndex>,
    held: Option<Hold>,
    ready: VecDeque<TaskIndex>,
    /// When each timer is due, its number in order of setting, and who waits for it.
    timers: BTreeSet<(u64, u32, TaskIndex)>,
    waiting_for_tasks: BTreeSet<TaskIndex>,
    pools: Vec<PoolState>,
    waiting_for_threads: VecDeque<TaskIndex>,
    /// Until when each thread is held, its number in order of beginning, and for whom.
    threads: BTreeSet<(u64, u32, TaskIndex)>,
    threads_begun: u32,
    /// The running task has found a free thread.
    has_thread: bool,
    /// The program's task for each task of the loop.
    task_of: Vec<TaskIndex>,
    /// For each task of the program, what it waits for, and the number of its timer.
    waits: Vec<Option<(Wait, u32)>>,
    /// For each task of the program, who put it in the ready queue last, and the semaphore that
    /// it had waited for until then.
    causes: Vec<Option<(Cause, Option<SemaphoreId>)>>,
    timers_set: u32,
}

/// A pool at a moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PoolState {
    /// Who holds it, in the order in which they took it.
    pub holders: VecDeque<TaskIndex>,
    /// Who waits for it, in order.
    pub waiters: VecDeque<TaskIndex>,
}

impl LoopState {
    /// The loop before anything has happened.
    pub fn new(program: &Program) -> Self {
        LoopState {
            time_us: 0,
            running: None,
            held: None,
            ready: VecDeque::new(),
            timers: BTreeSet::new(),
            waiting_for_tasks: BTreeSet::new(),
            pools: vec![PoolState::default(); program.pools().len()],
            waiting_for_threads: VecDeque::new(),
            threads: BTreeSet::new(),
            threads_begun: 0,
            has_thread: false,
            task_of: Vec::new(),
            waits: vec![None; program.task_count() as usize],
            causes: vec![None; program.task_count() as usize],
            timers_set: 0,
        }
    }

    /// The loop after all that `events` tell of up to `time_us`, that time included (microseconds
    /// since the run began).
    pub fn at(program: Rc<Program>, events: &[Event], time_us: u64) -> Self {
        let count = events.partition_point(|event| event.time_us <= time_us);
        let mut state = LoopState::new(&program);
        let (past, future) = events.split_at(count);
        state.extend(past.iter().copied());
        state.time_us = time_us;
        if state.held.is_some() {
            state.let_threads_go_on(future);
        }
        state
    }

    /// While the loop is held, threads go on. It learns of that only at the end of the hold, so it
    /// is recorded there.
    fn let_threads_go_on(&mut self, future: &[Event]) {
        let now_us = self.time_us;
        let mut is_by_now = false;
        for event in future.iter().skip(1) {
            match event.what {
                What::ThreadBegan { since_us } => is_by_now = since_us <= now_us,
                What::ThreadEnds { .. } => {}
                _ => break,
            }
            if !is_by_now {
                break;
            }
            self.push(event);
            self.time_us = now_us;
        }
    }

    /// Goes on with the next events of the record. What a thread began while the loop was held is
    /// recorded, and known here, only after that.
    pub fn extend(&mut self, events: impl IntoIterator<Item = Event>) {
        for event in events {
            self.push(&event);
        }
    }

    /// The time, in microseconds since the run began.
    pub fn time_us(&self) -> u64 {
        self.time_us
    }

    /// The task whose step the loop runs.
    pub fn running(&self) -> Option<TaskIndex> {
        self.running
    }

    /// How that task holds the loop, where it does.
    pub fn held(&self) -> Option<Hold> {
        self.held
    }

    /// The tasks in the ready queue, in order.
    pub fn ready(&self) -> impl ExactSizeIterator<Item = TaskIndex> {
        self.ready.iter().copied()
    }

    /// When each timer is due that a task waits for, in microseconds since the run began, and
    /// that task; in the order in which the loop will call them.
    pub fn timers(&self) -> impl ExactSizeIterator<Item = (u64, TaskIndex)> {
        self.timers.iter().map(|&(due_us, _, task)| (due_us, task))
    }

    /// The tasks that wait for what they come after, in source order.
    pub fn waiting_for_tasks(&self) -> impl ExactSizeIterator<Item = TaskIndex> {
        self.waiting_for_tasks.iter().copied()
    }

    /// Every pool, in source order.
    pub fn pools(&self) -> &[PoolState] {
        &self.pools
    }

    /// What runs in the executor's threads: until when, in microseconds since the run began, and
    /// for whom; in the order in which it began.
    pub fn threads(&self) -> impl ExactSizeIterator<Item = (u64, TaskIndex)> {
        let running = self.threads.range((self.time_us + 1, 0, 0)..);
        let mut running: Vec<_> = running.copied().collect();
        running.sort_unstable_by_key(|&(_, number, _)| number);
        running
            .into_iter()
            .map(|(until_us, _, task)| (until_us, task))
    }

    /// The tasks that wait for a thread, in order.
    pub fn waiting_for_threads(&self) -> impl ExactSizeIterator<Item = TaskIndex> {
        self.waiting_for_threads.iter().copied()
    }

    /// The task that put `task` in the ready queue last; none where that was a timer, or the start.
    pub fn woken_by(&self, task: TaskIndex) -> Option<TaskIndex> {
        match self.causes[task as usize]?.0 {
            Cause::Task(by) => Some(self.task(by)),
            Cause::Start | Cause::Timer => None,
        }
    }

    /// The pool that `task` waited for before it was put in the ready queue last.
    pub fn waited_for(&self, task: TaskIndex) -> Option<usize> {
        let (_, semaphore) = self.causes[task as usize]?;
        semaphore.map(|id| id.0 as usize)
    }

    /// The program's task that a task of the loop is; none where nothing is known of it yet.
    pub fn task_of(&self, task: TaskId) -> Option<TaskIndex> {
        self.task_of.get(task.0 as usize).copied()
    }

    fn push(&mut self, event: &Event) {
        self.time_us = event.time_us;
        if let What::Created { label, .. } = event.what {
            let number = event.task.0 as usize;
            self.task_of.resize(self.task_of.len().max(number + 1), 0);
            self.task_of[number] = label;
        }
        let task = self.task(event.task);
        match event.what {
            What::Created { .. } | What::Reached { .. } => {}
            What::Ready { cause } => {
                let wait = self.waits[task as usize];
                let semaphore = match wait {
                    Some((Wait::Semaphore(id), _)) => Some(id),
                    _ => None,
                };
                self.causes[task as usize] = Some((cause, semaphore));
                self.leave(task);
                self.stop_running(task);
                self.ready.push_back(task);
            }
            What::StepBegan => {
                remove(&mut self.ready, task);
                self.running = Some(task);
            }
            What::HoldBegan { hold } => self.held = Some(hold),
            What::HoldEnded => self.held = None,
            What::ThreadBegan { .. } => {
                remove(&mut self.waiting_for_threads, task);
                self.has_thread = self.running == Some(task);
            }
            What::ThreadEnds { until_us } => {
                self.threads_begun += 1;
                self.threads.insert((until_us, self.threads_begun, task));
                self.waits[task as usize] = None;
            }
            What::Acquired { semaphore } => {
                let pool = &mut self.pools[semaphore.0 as usize];
                pool.holders.push_back(task);
            }
            What::Released { semaphore } => {
                remove(&mut self.pools[semaphore.0 as usize].holders, task);
            }
            What::Waits { on } => {
                self.stop_running(task);
                self.wait(task, on);
            }
            What::Ended { .. } => {
                self.leave(task);
                self.stop_running(task);
            }
        }
    }

    fn task(&self, task: TaskId) -> TaskIndex {
        self.task_of[task.0 as usize]
    }

    fn stop_running(&mut self, task: TaskIndex) {
        if self.running == Some(task) {
            self.running = None;
        }
    }

    fn wait(&mut self, task: TaskIndex, on: Wait) {
        match on {
            Wait::Timer { until_us } => {
                self.timers_set += 1;
                self.timers.insert((until_us, self.timers_set, task));
            }
            Wait::Semaphore(id) => self.pools[id.0 as usize].waiters.push_back(task),
            Wait::Executor => {
                if !std::mem::take(&mut self.has_thread) {
                    self.waiting_for_threads.push_back(task);
                }
            }
            _ => {
                self.waiting_for_tasks.insert(task);
            }
        }
        self.waits[task as usize] = Some((on, self.timers_set));
    }

    /// What a task waited for, it waits for no longer.
    fn leave(&mut self, task: TaskIndex) {
        let Some((on, timer)) = self.waits[task as usize].take() else {
            return;
        };
        match on {
            Wait::Timer { until_us } => {
                self.timers.remove(&(until_us, timer, task));
            }
            Wait::Semaphore(id) => remove(&mut self.pools[id.0 as usize].waiters, task),
            Wait::Executor => remove(&mut self.waiting_for_threads, task),
            _ => {
                self.waiting_for_tasks.remove(&task);
            }
        }
    }
}

/// Takes `task` out of a queue; mostly it is the first.
fn remove(queue: &mut VecDeque<TaskIndex>, task: TaskIndex) {
    if let Some(place) = queue.iter().position(|&queued| queued == task) {
        queue.remove(place);
    }
}
