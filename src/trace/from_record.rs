use std::collections::VecDeque;
use std::rc::Rc;

use crate::event_loop::{Event, Hold, Outcome, SemaphoreId, TaskId, Wait, What};
use crate::graph::{Program, StepKind, TaskIndex};

use super::{Span, SpanKind};

/// A run as far as its record goes.
#[derive(Clone, Debug)]
pub struct Trace {
    program: Rc<Program>,
    rows: Vec<Row>,
    /// The program's task for each task of the loop.
    task_of: Vec<TaskIndex>,
    /// The spans of steps of all tasks, in order of their ends.
    steps: Vec<Span>,
    holders: Vec<VecDeque<TaskIndex>>,
    latest_us: u64,
    makespan_us: u64,
    ended: u32,
    /// For each node, how many of its tasks are done.
    done: Vec<u32>,
    deadlocked: u32,
    /// A task holds the loop.
    is_held: bool,
    last_hold_end_us: u64,
}

/// One task of a run.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Its spans that are over, in order of time; none overlaps another.
    pub spans: Vec<Span>,
    /// When its first step began, in microseconds since the run began.
    pub start_us: Option<u64>,
    /// When its outcome was known, in microseconds since the run began.
    pub end_us: Option<u64>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    open: Option<Open>,
    place: usize,
    waits_for: Option<SemaphoreId>,
}

/// A span that goes on.
#[derive(Clone, Copy, Debug)]
struct Open {
    kind: SpanKind,
    from_us: u64,
    /// When the timer is due that the task waits for.
    due_us: Option<u64>,
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
            steps: Vec::new(),
            latest_us: 0,
            makespan_us: 0,
            ended: 0,
            deadlocked: 0,
            is_held: false,
            last_hold_end_us: 0,
        }
    }

    /// The run of `program` that `events` are the record of.
    pub fn of(program: Rc<Program>, events: &[Event]) -> Self {
        let mut trace = Trace::new(program);
        trace.extend(events);
        trace
    }

    /// Goes on with the next events of the record. Takes time linear in their number.
    pub fn extend(&mut self, events: &[Event]) {
        for event in events {
            self.push(event);
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

    /// The spans of steps of all tasks, in order of their ends; in a sequential run none
    /// overlaps another.
    pub fn steps(&self) -> &[Span] {
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

    /// How many tasks wait for ever.
    pub fn deadlocked(&self) -> u32 {
        self.deadlocked
    }

    /// What `task` has been doing since its last span ended, up to `now_us`. Where its timer is
    /// due and another task holds the loop, that is two spans: the wait, and being ready.
    pub fn open_spans(&self, task: TaskIndex, now_us: u64) -> impl Iterator<Item = Span> + use<> {
        let now_us = now_us.max(self.latest_us);
        let is_held = self.is_held;
        let open = self.rows[task as usize].open;
        open.into_iter().flat_map(move |open| {
            let due_us = open.due_us.filter(|_| is_held).unwrap_or(now_us);
            let due_us = due_us.clamp(open.from_us.min(now_us), now_us);
            let parts = [
                (open.kind, open.from_us, due_us),
                (SpanKind::Ready, due_us, now_us),
            ];
            parts
                .into_iter()
                .filter(|(_, from_us, to_us)| from_us < to_us)
                .map(move |(kind, from_us, to_us)| Span {
                    task,
                    kind,
                    from_us,
                    to_us,
                })
        })
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
        if let What::Created { label, .. } = event.what {
            let number = event.task.0 as usize;
            self.task_of.resize(self.task_of.len().max(number + 1), 0);
            self.task_of[number] = label;
        }
        let task = self.task(event.task);
        match event.what {
            What::Created { .. } => {}
            What::Ready { .. } => self.became_ready(task, time_us),
            What::StepBegan => self.close(task, time_us),
            What::Reached { place } => {
                let row = &mut self.rows[task as usize];
                row.place = place as usize;
                row.start_us.get_or_insert(time_us);
            }
            What::HoldBegan { hold } => {
                let step = match hold {
                    Hold::Compute => StepKind::Cpu,
                    Hold::Block => StepKind::Block,
                };
                self.open(task, SpanKind::Step(step), time_us, None);
                self.is_held = true;
            }
            What::HoldEnded => {
                self.is_held = false;
                self.close(task, time_us);
                self.last_hold_end_us = time_us;
            }
            What::Acquired { semaphore } => self.holders[semaphore.0 as usize].push_back(task),
            What::Released { semaphore } => {
                let holders = &mut self.holders[semaphore.0 as usize];
                // Mostly the first: who took it first gives it back first.
                if let Some(place) = holders.iter().position(|&holder| holder == task) {
                    holders.remove(place);
                }
            }
            What::Waits { on } => self.waits(task, on, time_us),
            What::Ended { outcome } => {
                self.close(task, time_us);
                let row = &mut self.rows[task as usize];
                row.end_us = Some(time_us);
                row.outcome = Some(outcome);
                self.ended += 1;
                self.deadlocked += u32::from(outcome == Outcome::Deadlocked);
                self.done[self.program.node_of(task)] += u32::from(outcome == Outcome::Done);
                self.makespan_us = time_us;
            }
        }
    }

    fn task(&self, task: TaskId) -> TaskIndex {
        self.task_of[task.0 as usize]
    }

    fn waits(&mut self, task: TaskIndex, on: Wait, time_us: u64) {
        let (kind, due_us) = match on {
            Wait::Timer { until_us } => (self.current_step(task), Some(until_us)),
            Wait::Semaphore(id) => {
                self.rows[task as usize].waits_for = Some(id);
                (SpanKind::WaitingForPool, None)
            }
            Wait::Future
            | Wait::Task(_)
            | Wait::Tasks
            | Wait::Lock(_)
            | Wait::Event(_)
            | Wait::Condition(_)
            | Wait::Queue(_) => (SpanKind::WaitingForTask, None),
        };
        self.open(task, kind, time_us, due_us);
    }

    fn current_step(&self, task: TaskIndex) -> SpanKind {
        let node = &self.program.nodes()[self.program.node_of(task)];
        let place = self.rows[task as usize].place;
        SpanKind::Step(node.steps.get(place).map_or(StepKind::Io, |step| step.kind))
    }

    /// The wait is over. Where its timer was due while another task held the loop, it has been
    /// ready since then.
    fn became_ready(&mut self, task: TaskIndex, time_us: u64) {
        let due_us = self.rows[task as usize].open.and_then(|open| open.due_us);
        let since_us = match due_us {
            Some(due_us) if due_us < self.last_hold_end_us => due_us.min(time_us),
            _ => time_us,
        };
        self.close(task, since_us);
        self.rows[task as usize].waits_for = None;
        self.open(task, SpanKind::Ready, since_us, None);
    }

    fn open(&mut self, task: TaskIndex, kind: SpanKind, from_us: u64, due_us: Option<u64>) {
        self.rows[task as usize].open = Some(Open {
            kind,
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
            from_us: open.from_us,
            to_us,
        };
        row.spans.push(span);
        if matches!(span.kind, SpanKind::Step(_)) {
            self.steps.push(span);
        }
    }
}
