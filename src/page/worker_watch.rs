use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Interval;

use crate::event_loop::browser::now_ms;
use crate::export::WrittenAs;
use crate::worker::{Failure, Report};

/// A worker that owes something is looked after this often, in milliseconds.
const TICK_MS: u32 = 1_000;

/// What is owed and has not come after so many ticks in a row does not come any more. They are
/// counted, as a page that sleeps or stands in the background has few, however much time goes by.
const PATIENCE: u32 = 20;

/// So many ticks it may take to load: a page's part, and Python, which is much larger.
fn loading_patience(written_as: WrittenAs) -> u32 {
    match written_as {
        WrittenAs::TaskGraph => 30,
        WrittenAs::Python => 180,
    }
}

/// Notices that a worker owes something which does not come: its being there, the answer to a
/// request, or a word of its live run.
pub struct WorkerWatch {
    owed: Rc<Owed>,
    ticking: RefCell<Option<Interval>>,
    on_failure: Rc<dyn Fn(Failure)>,
}

struct Owed {
    loading_patience: u32,
    is_loading: Cell<bool>,
    /// How many requests have not been answered to their end.
    answers: Cell<u32>,
    /// Before this moment it need not say anything, as of [`now_ms`].
    quiet_until_ms: Cell<f64>,
    /// The ticks since something was heard from it that was owed.
    ticks: Cell<u32>,
}

impl WorkerWatch {
    /// Watches a worker that loads. `on_failure` is called with what is wrong.
    pub fn new(written_as: WrittenAs, on_failure: impl Fn(Failure) + 'static) -> Self {
        let watch = WorkerWatch {
            owed: Rc::new(Owed {
                loading_patience: loading_patience(written_as),
                is_loading: Cell::new(true),
                answers: Cell::default(),
                quiet_until_ms: Cell::new(f64::NEG_INFINITY),
                ticks: Cell::default(),
            }),
            ticking: RefCell::default(),
            on_failure: Rc::new(on_failure),
        };
        watch.tick();
        watch
    }

    /// It was asked something.
    pub fn asked(&self) {
        let owed = &self.owed;
        if owed.answers.replace(owed.answers.get() + 1) == 0 && !owed.is_loading.get() {
            owed.ticks.set(0);
            self.tick();
        }
    }

    /// It reports something.
    pub fn heard(&self, report: &Report) {
        let owed = &self.owed;
        owed.ticks.set(0);
        match report {
            Report::Loaded { .. } => owed.is_loading.set(false),
            Report::Quiet { until_ms } => owed.quiet_until_ms.set(*until_ms),
            _ if report.is_an_end() => {
                owed.answers.set(owed.answers.get().saturating_sub(1));
                owed.quiet_until_ms.set(f64::NEG_INFINITY);
            }
            _ => {}
        }
        if !owed.is_anything() {
            self.end();
        }
    }

    /// Nothing is owed any more.
    pub fn end(&self) {
        self.ticking.take();
    }

    fn tick(&self) {
        let (owed, on_failure) = (self.owed.clone(), self.on_failure.clone());
        let ticking = Interval::new(TICK_MS, move || {
            if let Some(why) = owed.tick() {
                on_failure(why);
            }
        });
        self.ticking.replace(Some(ticking));
    }
}

impl Owed {
    fn is_anything(&self) -> bool {
        self.is_loading.get() || self.answers.get() > 0
    }

    /// Counts a tick. Says what is wrong, where it was the last one.
    fn tick(&self) -> Option<Failure> {
        if now_ms() < self.quiet_until_ms.get() {
            self.ticks.set(0);
            return None;
        }
        let ticks = self.ticks.get() + 1;
        self.ticks.set(ticks);
        match self.is_loading.get() {
            true => (ticks == self.loading_patience).then_some(Failure::NotLoaded),
            false => (ticks == PATIENCE).then_some(Failure::Silent),
        }
    }
}
