use std::rc::Rc;

use crate::event_loop::browser::Disturbance;
use crate::event_loop::{Events, Record};
use crate::export::{RecordedRun, RunSource};
use crate::graph::Program;
use crate::run::Mode;
use crate::trace::Trace;

/// As many events are many: those of some 30,000 tasks.
const MANY: usize = 500_000;

/// The two runs of one program that the page sets side by side.
#[derive(Clone, Debug)]
pub struct Runs {
    /// One task at a time.
    pub sequential: Trace,
    /// On the event loop.
    pub concurrent: Trace,
    /// The record of the run on the event loop.
    pub record: Record,
    /// The record of the run of one task at a time.
    pub sequential_record: Record,
    /// What has disturbed each of them, as of [`Mode::BOTH`].
    disturbances: [Vec<Disturbance>; 2],
}

impl Runs {
    /// Two runs of `program` of which nothing is recorded yet.
    pub fn new(program: &Rc<Program>) -> Self {
        Runs {
            sequential: Trace::new(program.clone()),
            concurrent: Trace::new(program.clone()),
            record: Record::default(),
            sequential_record: Record::default(),
            disturbances: Default::default(),
        }
    }

    /// The program that both run.
    pub fn program(&self) -> &Rc<Program> {
        self.concurrent.program()
    }

    /// One of the two.
    pub fn of(&self, mode: Mode) -> &Trace {
        match mode {
            Mode::Sequential => &self.sequential,
            Mode::Concurrent => &self.concurrent,
        }
    }

    /// Takes in the next part of the record of one of the two.
    pub fn extend(&mut self, mode: Mode, events: Events) {
        let (trace, record) = match mode {
            Mode::Sequential => (&mut self.sequential, &mut self.sequential_record),
            Mode::Concurrent => (&mut self.concurrent, &mut self.record),
        };
        trace.extend(events.iter());
        record.extend(events);
    }

    /// Whether they have so many events that a worker takes much memory to make them.
    pub fn are_large(&self) -> bool {
        self.record.len() + self.sequential_record.len() > MANY
    }

    /// What has disturbed one of the two, in order; nothing where it is a prediction.
    pub fn disturbances(&self, mode: Mode) -> &[Disturbance] {
        match mode {
            Mode::Sequential => &self.disturbances[0],
            Mode::Concurrent => &self.disturbances[1],
        }
    }

    /// Whether something has disturbed one of the two.
    pub fn is_disturbed(&self, mode: Mode) -> bool {
        !self.disturbances(mode).is_empty()
    }

    /// Takes note of what has disturbed one of the two.
    pub fn disturb(&mut self, mode: Mode, disturbances: impl IntoIterator<Item = Disturbance>) {
        match mode {
            Mode::Sequential => self.disturbances[0].extend(disturbances),
            Mode::Concurrent => self.disturbances[1].extend(disturbances),
        }
    }

    /// Forgets what is recorded of one of the two: it is told anew.
    pub fn restart(&mut self, mode: Mode) {
        let new = Trace::new(self.program().clone());
        match mode {
            Mode::Sequential => {
                self.sequential = new;
                self.sequential_record = Record::default();
            }
            Mode::Concurrent => {
                self.concurrent = new;
                self.record = Record::default();
            }
        }
    }

    /// Has both be runs of `program`, which is the one that they are of with more tasks.
    pub fn outgrow(&mut self, program: &Rc<Program>) {
        self.sequential = Trace::new(program.clone());
        self.sequential.extend(self.sequential_record.iter());
        self.concurrent = Trace::new(program.clone());
        self.concurrent.extend(self.record.iter());
    }

    /// Both as they are taken away, where their times come from `source`.
    pub fn recorded(&self, source: RunSource) -> [RecordedRun<'_>; 2] {
        Mode::BOTH.map(|mode| RecordedRun {
            mode,
            source,
            trace: self.of(mode),
            events: match mode {
                Mode::Sequential => &self.sequential_record,
                Mode::Concurrent => &self.record,
            },
            disturbances: self.disturbances(mode),
        })
    }

    /// The end of the longer one, in microseconds since both began.
    pub fn end_us(&self) -> u64 {
        self.sequential
            .makespan_us()
            .max(self.concurrent.makespan_us())
    }
}
