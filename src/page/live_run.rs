use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;

use crate::event_loop::Event;
use crate::event_loop::browser::now_ms;
use crate::graph::Program;
use crate::run::Mode;

use super::Runs;

/// A live run as the page knows it: what its workers have reported, and what time it is in it.
pub struct LiveRun {
    runs: RefCell<Runs>,
    /// The run's time at `since_ms`, in microseconds.
    base_us: Cell<f64>,
    /// The real time since which `speed` holds (as of [`now_ms`]).
    since_ms: Cell<f64>,
    speed: Cell<f64>,
    speed_changed: Cell<bool>,
    paused: Cell<bool>,
}

impl LiveRun {
    /// A run of `program` whose time 0 is at `start_ms` (as of [`now_ms`]).
    pub fn new(program: &Rc<Program>, start_ms: f64, speed: f64) -> Self {
        LiveRun {
            runs: RefCell::new(Runs::new(program)),
            base_us: Cell::new(0.0),
            since_ms: Cell::new(start_ms),
            speed: Cell::new(speed),
            speed_changed: Cell::new(false),
            paused: Cell::new(false),
        }
    }

    /// What has been reported.
    pub fn runs(&self) -> Ref<'_, Runs> {
        self.runs.borrow()
    }

    /// Takes in what a worker reports.
    pub fn extend(&self, mode: Mode, events: &[Event]) {
        self.runs.borrow_mut().of_mut(mode).extend(events);
    }

    /// The time in the run, in microseconds: that of the last event where it is over, and
    /// otherwise what the page's own clock makes of it.
    pub fn now_us(&self) -> u64 {
        let runs = self.runs.borrow();
        if runs.is_complete() {
            return runs.end_us();
        }
        (self.clock_us().max(0.0) as u64)
            .max(runs.sequential.latest_us())
            .max(runs.concurrent.latest_us())
    }

    /// Whether it goes on: neither over nor paused.
    pub fn is_running(&self) -> bool {
        !self.is_over() && !self.paused.get()
    }

    /// Whether both runs are over.
    pub fn is_over(&self) -> bool {
        self.runs.borrow().is_complete()
    }

    /// Whether it is paused.
    pub fn is_paused(&self) -> bool {
        self.paused.get()
    }

    /// Stops its time or lets it go on.
    pub fn set_paused(&self, paused: bool) {
        self.rebase();
        self.paused.set(paused);
    }

    /// From now on its time passes `speed` times as fast as real time.
    pub fn set_speed(&self, speed: f64) {
        self.rebase();
        self.speed.set(speed);
        self.speed_changed.set(true);
    }

    /// How many times as fast as real time its time passed; none where that was changed on the
    /// way.
    pub fn speed(&self) -> Option<f64> {
        (!self.speed_changed.get()).then(|| self.speed.get())
    }

    /// Below zero before the run's time has begun.
    fn clock_us(&self) -> f64 {
        if self.paused.get() {
            return self.base_us.get();
        }
        let passed_ms = now_ms() - self.since_ms.get();
        self.base_us.get() + passed_ms * 1000.0 * self.speed.get()
    }

    fn rebase(&self) {
        self.base_us.set(self.clock_us());
        self.since_ms.set(now_ms());
    }
}
