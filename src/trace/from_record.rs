use std::collections::{BTreeSet, VecDeque};
use std::num::NonZero;
use std::rc::Rc;

use crate::event_loop::{self, Cause, Event, Hold, TaskId, Wait, What};
use crate::graph::{Place, Program, StepKind, TaskIndex};

use super::row::{Open, Wake};
use super::{Link, Outcome, Row, Span, SpanKind, Spans, Why};

/// A run as far as its record goes.
#[derive(Clone, Debug)]
pub struct Trace {
    program: Rc<Program>,
    rows: Vec<Row>,
    /// The program's task for each task of the loop.
    task_of: Vec<TaskIndex>,
    /// The spans of steps and of backoffs of all tasks, in order of their ends.
    steps: Spans,
    holders: Vec<VecDeque<TaskIndex>>,
    /// What runs in threads: until when, in which order it began, and for whom.
    threads: BTreeSet<(u64, u32, TaskIndex)>,
    latest_us: u64,
    makespan_us: u64,
    /// The last task that ended, of those that were done or failed if there is one at that time.
    last: Option<TaskIndex>,
    ended: u32,
    /// For each node, how many of its tasks are done.
    done: Vec<u32>,
    /// For each outcome, how many tasks ended so.
    outcomes: [u32; Outcome::COUNT],
    /// The first task that failed.
    first_failure: Option<TaskIndex>,
    /// How many events there have been.
    number: u32,
    /// How many there had been when a place in a pool was last given back.
    released_at: u32,
    /// The task that holds the loop.
    holder: Option<TaskIndex>,
    last_hold: Option<LastHold>,
}

/// The last time at which the loop was held to its end.
#[derive(Clone, Copy, Debug)]
struct LastHold {
    by: TaskIndex,
    end_us: u64,
    number: u32,
}

impl Trace {
    /// A run of `program` of which nothing is recorded yet.
    pub fn new(program: Rc<Program>) -> Self {
        Trace {
            rows: vec![Row::default(); program.task_count() as usize],
            done: vec![0; program.nodes().len()],
            holders: vec![VecDeque::new(); program.pools().len()],
            program,
            task_of: Vec::new(),
            steps: Spans::default(),
            threads: BTreeSet::new(),
            latest_us: 0,
            makespan_us: 0,
            last: None,
            ended: 0,
            outcomes: [0; Outcome::COUNT],
            first_failure: None,
            number: 0,
            released_at: 0,
            holder: None,
            last_hold: None,
        }
    }

    /// The run of `program` that `events` are the record of.
    pub fn of(program: Rc<Program>, events: &[Event]) -> Self {
        let mut trace = Trace::new(program);
        trace.extend(events.iter().copied());
        trace
    }

    /// Goes on with the next events of the record. Takes time linear in their number.
    pub fn extend(&mut self, events: impl IntoIterator<Item = Event>) {
        for event in events {
            self.push(&event);
        }
    }

    /// The program that was run.
    pub fn program(&self) -> &Rc<Program> {
        &self.program
    }

    /// One row for each task, in source order.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The spans of steps and of backoffs of all tasks, in order of their ends; in a sequential run
    /// none overlaps another.
    pub fn steps(&self) -> &Spans {
        &self.steps
    }

    /// The time of the last event, in microseconds since the run began.
    pub fn latest_us(&self) -> u64 {
        self.latest_us
    }

    /// The end of the last task that has ended, in microseconds since the run began.
    pub fn makespan_us(&self) -> u64 {
        self.makespan_us
    }

    /// Whether every task has ended.
    pub fn is_complete(&self) -> bool {
        self.ended as usize == self.rows.len()
    }

    /// How many tasks of a node are done. `node` is a place in [`Program::nodes`].
    pub fn done_of(&self, node: usize) -> u32 {
        self.done[node]
    }

    /// How many tasks ended so.
    pub fn count_of(&self, outcome: Outcome) -> u32 {
        self.outcomes[outcome as usize]
    }

    /// How many tasks wait for ever.
    pub fn deadlocked(&self) -> u32 {
        self.count_of(Outcome::Deadlocked)
    }

    /// The task that failed first, if any did.
    pub fn first_failure(&self) -> Option<TaskIndex> {
        self.first_failure
    }

    /// What `task` has been doing since its last span ended, up to `now_us`. Where its timer is
    /// due and another task holds the loop, that is two spans: the wait, and being ready.
    pub fn open_spans(&self, task: TaskIndex, now_us: u64) -> impl Iterator<Item = Span> + use<> {
        let now_us = now_us.max(self.latest_us);
        let is_held = self.holder.is_some();
        let open = self.rows[task as usize].open;
        open.into_iter().flat_map(move |open| {
            let due_us = open.due_us.filter(|_| is_held).unwrap_or(now_us);
            let due_us = due_us.clamp(open.from_us.min(now_us), now_us);
            let parts = [
                (open.kind, open.step, open.from_us, due_us),
                (SpanKind::Ready, None, due_us, now_us),
            ];
            parts
                .into_iter()
                .filter(|(.., from_us, to_us)| from_us < to_us)
                .map(move |(kind, step, from_us, to_us)| Span {
                    task,
                    kind,
                    step,
                    from_us,
                    to_us,
                })
        })
    }

    /// The task that ended last; where several ended at that time, one that was done or failed
    /// rather than one that was cancelled with it.
    pub(super) fn last_to_end(&self) -> Option<TaskIndex> {
        self.last
    }

    /// The tasks that hold a pool, in the order in which they took it.
    pub(super) fn holders(&self, pool: usize) -> &VecDeque<TaskIndex> {
        &self.holders[pool]
    }

    /// The pool that a task waits for, where it waits for one.
    pub(super) fn pool_waited_for(&self, task: TaskIndex) -> Option<usize> {
        self.rows[task as usize].waits_for.map(|id| id.0 as usize)
    }

    fn push(&mut self, event: &Event) {
        let time_us = event.time_us;
        self.latest_us = self.latest_us.max(time_us);
        self.number += 1;
        if let What::Created { label, .. } = event.what {
            let number = event.task.0 as usize;
            self.task_of.resize(self.task_of.len().max(number + 1), 0);
            self.task_of[number] = label;
        }
        let task = self.task(event.task);
        match event.what {
            What::Created { .. } => {}
            What::Ready { cause } => self.became_ready(task, cause, time_us),
            What::StepBegan => self.step_began(task, time_us),
            What::Reached { place } => self.reached(task, place.into(), time_us),
            What::HoldBegan { hold } => {
                let step = match hold {
                    Hold::Compute => StepKind::Cpu,
                    Hold::Block => StepKind::Block,
                };
                self.open(task, SpanKind::Step(step), time_us, None);
                self.holder = Some(task);
            }
            What::HoldEnded => {
                self.close(task, time_us);
                self.holder = None;
                self.last_hold = Some(LastHold {
                    by: task,
                    end_us: time_us,
                    number: self.number,
                });
            }
            What::ThreadBegan { since_us } => self.thread_began(task, since_us),
            What::ThreadEnds { until_us } => self.thread_ends(task, until_us),
            What::Acquired { semaphore } => self.holders[semaphore.0 as usize].push_back(task),
            What::Released { semaphore } => {
                self.released_at = self.number;
                let holders = &mut self.holders[semaphore.0 as usize];
                // Mostly the first: who took it first gives it back first.
                if let Some(place) = holders.iter().position(|&holder| holder == task) {
                    holders.remove(place);
                }
            }
            What::Waits { on } => self.waits(task, on, time_us),
            What::Ended { outcome } => self.task_ended(task, outcome, time_us),
        }
    }

    /// The program's task that the run's loop knows as `task`; none where it was not created yet.
    pub fn task_of(&self, task: TaskId) -> Option<TaskIndex> {
        self.task_of.get(task.0 as usize).copied()
    }

    fn task(&self, task: TaskId) -> TaskIndex {
        self.task_of[task.0 as usize]
    }

    fn reached(&mut self, task: TaskIndex, place: Place, time_us: u64) {
        let row = &mut self.rows[task as usize];
        row.place = Some(place);
        if place == Place::Step(0) {
            let timeout_us = self.program.nodes()[self.program.node_of(task)].timeout_us;
            row.deadline_us = timeout_us.map(|timeout_us| time_us.saturating_add(timeout_us));
            row.attempts += 1;
            row.start_us.get_or_insert(time_us);
        }
    }

    fn waits(&mut self, task: TaskIndex, on: Wait, time_us: u64) {
        let row = &mut self.rows[task as usize];
        let (kind, due_us) = match (on, row.open) {
            (Wait::Timer { until_us }, _) => (self.current_step(task), Some(until_us)),
            (Wait::Work, _) => (self.current_step(task), None),
            (Wait::Semaphore(id), _) => {
                row.waits_for = Some(id);
                (SpanKind::WaitingForPool, None)
            }
            // A thread was free, and has begun before the task gave the loop back.
            (Wait::Executor, Some(_)) => return,
            (Wait::Executor, None) => (SpanKind::WaitingForThread, None),
            _ => (SpanKind::WaitingForTask, None),
        };
        self.open(task, kind, time_us, due_us);
    }

    fn current_step(&self, task: TaskIndex) -> SpanKind {
        let place = match self.rows[task as usize].place {
            Some(Place::Step(place)) => place,
            _ => return SpanKind::Backoff,
        };
        let node = &self.program.nodes()[self.program.node_of(task)];
        SpanKind::Step(node.steps.get(place).map_or(StepKind::Io, |step| step.kind))
    }

    fn thread_began(&mut self, task: TaskIndex, since_us: u64) {
        self.threads = self.threads.split_off(&(since_us, 0, 0));
        let freed = self.threads.first().copied();
        let freed = freed.filter(|&(end_us, ..)| end_us == since_us);
        let waited = self.rows[task as usize].open.is_some();
        if waited && let Some(freed) = freed {
            self.threads.remove(&freed);
            let (_, _, by) = freed;
            let number = self.number;
            self.rows[task as usize].links.push(Link {
                at_us: since_us,
                by,
                why: Why::FreedThread,
                number,
            });
        }
        self.close(task, since_us);
        self.open(task, SpanKind::Step(StepKind::Thread), since_us, None);
    }

    fn thread_ends(&mut self, task: TaskIndex, until_us: u64) {
        self.threads.insert((until_us, self.number, task));
        if let Some(open) = &mut self.rows[task as usize].open {
            open.due_us = Some(until_us);
        }
    }

    /// The wait is over. Where its timer was due while another task held the loop, it has been
    /// ready since then.
    fn became_ready(&mut self, task: TaskIndex, cause: Cause, time_us: u64) {
        let number = self.number;
        let last_hold_end_us = self.last_hold.map_or(0, |hold| hold.end_us);
        let row = &mut self.rows[task as usize];
        let deadline_us = match (cause, row.place) {
            (Cause::Timer, Some(Place::Step(_))) => row.deadline_us,
            _ => None,
        };
        let due_us = row.open.and_then(|open| open.due_us);
        let since_us = match due_us.into_iter().chain(deadline_us).min() {
            Some(due_us) if due_us < last_hold_end_us => due_us.min(time_us),
            _ => time_us,
        };
        let why = match row.open.map(|open| open.kind) {
            // Of a sequential run's tasks each is created when the one before it has ended.
            Some(SpanKind::WaitingForTask) | None => Why::Ended,
            Some(SpanKind::WaitingForPool) if self.released_at + 1 == number => Why::GaveBack,
            _ => Why::Cancelled,
        };
        row.waits_for = None;
        row.wake = Some(Wake {
            cause,
            why,
            since_us,
            number,
        });
        self.close(task, since_us);
        self.open(task, SpanKind::Ready, since_us, None);
    }

    /// The loop has taken it from the ready queue: who let it go on is whoever held the loop
    /// meanwhile, or else whoever put it there.
    fn step_began(&mut self, task: TaskIndex, time_us: u64) {
        self.close(task, time_us);
        let Some(wake) = self.rows[task as usize].wake.take() else {
            return;
        };
        let held = self
            .last_hold
            .filter(|hold| hold.end_us > wake.since_us && hold.by != task);
        let link = match (held, wake.cause) {
            (Some(hold), _) => Link {
                at_us: hold.end_us,
                by: hold.by,
                why: Why::FreedLoop,
                number: hold.number,
            },
            (None, Cause::Task(by)) if self.task(by) != task => Link {
                at_us: time_us,
                by: self.task(by),
                why: wake.why,
                number: wake.number,
            },
            _ => return,
        };
        let links = &mut self.rows[task as usize].links;
        if links.is_empty() {
            // Most tasks have one, and there may be very many tasks.
            links.reserve_exact(1);
        }
        links.push(link);
    }

    fn task_ended(&mut self, task: TaskIndex, outcome: event_loop::Outcome, time_us: u64) {
        self.close(task, time_us);
        let row = &mut self.rows[task as usize];
        let outcome = Outcome::of(outcome, row.place);
        row.end_us = Some(time_us);
        row.outcome = Some(outcome);
        let counts = outcome == Outcome::Done || outcome.is_failure();
        if counts || time_us > self.makespan_us || self.last.is_none() {
            self.last = Some(task);
        }
        self.makespan_us = time_us;
        self.ended += 1;
        self.outcomes[outcome as usize] += 1;
        if outcome.is_failure() {
            self.first_failure.get_or_insert(task);
        }
        self.done[self.program.node_of(task)] += u32::from(outcome == Outcome::Done);
    }

    fn open(&mut self, task: TaskIndex, kind: SpanKind, from_us: u64, due_us: Option<u64>) {
        let row = &mut self.rows[task as usize];
        let step = match (kind, row.place) {
            (SpanKind::Step(_), Some(Place::Step(place))) => {
                u16::try_from(place + 1).ok().and_then(NonZero::new)
            }
            _ => None,
        };
        row.open = Some(Open {
            kind,
            step,
            from_us,
            due_us,
        });
    }

    fn close(&mut self, task: TaskIndex, to_us: u64) {
        let row = &mut self.rows[task as usize];
        let Some(open) = row.open.take() else { return };
        if to_us <= open.from_us {
            return;
        }
        let span = Span {
            task,
            kind: open.kind,
            step: open.step,
            from_us: open.from_us,
            to_us,
        };
        row.spans.push(span);
        if span.kind.takes_its_own_time() {
            self.steps.push(span);
        }
    }
}
