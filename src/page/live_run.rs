use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;

use crate::event_loop::Events;
use crate::event_loop::browser::{ClockReading, Disturbance, now_ms};
use crate::export::WrittenAs;
use crate::graph::Program;
use crate::run::{Mode, Output};

use super::{OutputLines, Runs};

/// A live run as the page knows it: what its workers have reported, and what time it is in it.
pub struct LiveRun {
    runs: RefCell<Runs>,
    output: RefCell<OutputLines>,
    sequential_clock: Cell<ClockReading>,
    concurrent_clock: Cell<ClockReading>,
    /// The speed, none where it was changed on the way.
    speed: Cell<Option<f64>>,
    is_paused: Cell<bool>,
    written_as: WrittenAs,
    /// Which runs of a Python program have come to their end.
    ended: Cell<[bool; 2]>,
}

impl LiveRun {
    /// A run of `program`, of a kind, whose time 0 is at `start_ms` (as of [`now_ms`]).
    pub fn new(written_as: WrittenAs, program: &Rc<Program>, start_ms: f64, speed: f64) -> Self {
        let clock = ClockReading {
            time_us: 0.0,
            at_ms: start_ms,
            speed,
            paused: false,
        };
        LiveRun {
            runs: RefCell::new(Runs::new(program)),
            output: RefCell::default(),
            sequential_clock: Cell::new(clock),
            concurrent_clock: Cell::new(clock),
            speed: Cell::new(Some(speed)),
            is_paused: Cell::new(false),
            written_as,
            ended: Cell::default(),
        }
    }

    /// What has been reported.
    pub fn runs(&self) -> Ref<'_, Runs> {
        self.runs.borrow()
    }

    /// Takes in what a worker has recorded.
    pub fn extend(&self, mode: Mode, events: Events) {
        self.runs.borrow_mut().extend(mode, events);
    }

    /// Takes in what has disturbed one of the runs.
    pub fn disturb(&self, mode: Mode, disturbances: impl IntoIterator<Item = Disturbance>) {
        self.runs.borrow_mut().disturb(mode, disturbances);
    }

    /// Forgets what a worker has reported: it reports all of it anew.
    pub fn restart(&self, mode: Mode) {
        self.runs.borrow_mut().restart(mode);
        if mode == Mode::Concurrent {
            self.output.take();
        }
    }

    /// What the concurrent run of a Python program has written.
    pub fn output(&self) -> Ref<'_, OutputLines> {
        self.output.borrow()
    }

    /// Takes in what it has written since.
    pub fn write(&self, output: &[Output]) {
        self.output.borrow_mut().extend(output);
    }

    /// The same run of `program`, which is the one that it was of with more tasks. It is another
    /// one to whoever has built something of what was known.
    pub fn outgrown(&self, program: &Rc<Program>) -> Self {
        let mut runs = self.runs().clone();
        runs.outgrow(program);
        LiveRun {
            runs: RefCell::new(runs),
            output: self.output.clone(),
            sequential_clock: self.sequential_clock.clone(),
            concurrent_clock: self.concurrent_clock.clone(),
            speed: self.speed.clone(),
            is_paused: self.is_paused.clone(),
            written_as: self.written_as,
            ended: self.ended.clone(),
        }
    }

    /// Takes in what a worker's clock shows. A worker that holds its loop hears of a pause or
    /// another speed only after that; its clock goes on until then.
    pub fn set_clock(&self, mode: Mode, reading: ClockReading) {
        self.clock(mode).set(reading);
    }

    /// The time in one of the runs, in microseconds: its end where it is over.
    pub fn time_us(&self, mode: Mode) -> u64 {
        let runs = self.runs.borrow();
        let run = runs.of(mode);
        if self.is_over_in(mode) {
            return run.makespan_us();
        }
        // Below zero before the run has begun, which the conversion makes 0.
        let clock_us = self.clock(mode).get().time_us_at(now_ms()) as u64;
        clock_us.max(run.latest_us())
    }

    /// The time in the run that is further on, in microseconds.
    pub fn now_us(&self) -> u64 {
        let [one, other] = Mode::BOTH.map(|mode| self.time_us(mode));
        one.max(other)
    }

    /// Whether both runs are over.
    pub fn is_over(&self) -> bool {
        Mode::BOTH.into_iter().all(|mode| self.is_over_in(mode))
    }

    /// Whether one of the runs is over.
    pub fn is_over_in(&self, mode: Mode) -> bool {
        match self.written_as {
            WrittenAs::TaskGraph => self.runs.borrow().of(mode).is_complete(),
            // There is more to it than its tasks, and it may end without them.
            WrittenAs::Python => self.ended.get()[place(mode)],
        }
    }

    /// Takes note that a run of a Python program has come to its end.
    pub fn end(&self, mode: Mode) {
        let mut ended = self.ended.get();
        ended[place(mode)] = true;
        self.ended.set(ended);
    }

    /// Whether the user has paused it.
    pub fn is_paused(&self) -> bool {
        self.is_paused.get()
    }

    /// Takes note that the user has paused it or let it go on.
    pub fn set_paused(&self, paused: bool) {
        self.is_paused.set(paused);
    }

    /// How many times as fast as real time its time passed; none where that was changed on the
    /// way.
    pub fn speed(&self) -> Option<f64> {
        self.speed.get()
    }

    /// Takes note that the user has changed how fast its time passes.
    pub fn set_speed(&self, speed: f64) {
        self.speed
            .set(self.speed.get().filter(|&before| before == speed));
    }

    fn clock(&self, mode: Mode) -> &Cell<ClockReading> {
        match mode {
            Mode::Sequential => &self.sequential_clock,
            Mode::Concurrent => &self.concurrent_clock,
        }
    }
}

fn place(mode: Mode) -> usize {
    match mode {
        Mode::Sequential => 0,
        Mode::Concurrent => 1,
    }
}
