use std::cell::{Cell, RefCell};

use super::super::{Clock, Hold};
use super::thread::{WaitingPlace, block_until, compute_until, now_ms};

type BeforeHold = Box<dyn Fn(f64)>;

/// The real clock, made faster or slower by a speed, and stopped by a pause.
pub struct BrowserClock {
    /// The loop's time at `since_ms`, in microseconds.
    base_us: Cell<f64>,
    /// The real time from which `speed` holds (as of [`now_ms`]).
    since_ms: Cell<f64>,
    speed: Cell<f64>,
    paused: Cell<bool>,
    waiting_place: WaitingPlace,
    before_hold: RefCell<Option<BeforeHold>>,
}

impl BrowserClock {
    /// A clock whose time 0 is at `start_ms` (as of [`now_ms`]) and that runs `speed` times as
    /// fast as the real one.
    pub fn new(start_ms: f64, speed: f64) -> Self {
        BrowserClock {
            base_us: Cell::new(0.0),
            since_ms: Cell::new(start_ms),
            speed: Cell::new(speed),
            paused: Cell::new(false),
            waiting_place: WaitingPlace::new(),
            before_hold: RefCell::new(None),
        }
    }

    /// Calls `callback` each time before the thread is held, with the number of real
    /// milliseconds for which nothing else can run.
    pub fn before_hold(&self, callback: impl Fn(f64) + 'static) {
        *self.before_hold.borrow_mut() = Some(Box::new(callback));
    }

    /// Stops the clock.
    pub fn pause(&self) {
        self.rebase();
        self.paused.set(true);
    }

    /// Lets the clock go on.
    pub fn resume(&self) {
        self.rebase();
        self.paused.set(false);
    }

    /// Whether it is stopped.
    pub fn paused(&self) -> bool {
        self.paused.get()
    }

    /// From now on it runs `speed` times as fast as the real one.
    pub fn set_speed(&self, speed: f64) {
        self.rebase();
        self.speed.set(speed);
    }

    /// How long until the loop's time is `when_us`, in real milliseconds; none while it is
    /// stopped.
    pub fn real_ms_until(&self, when_us: u64) -> Option<f64> {
        if self.paused() {
            return None;
        }
        Some((when_us as f64 - self.exact_us()) / (1000.0 * self.speed.get()))
    }

    /// Below zero before the run's time has begun.
    fn exact_us(&self) -> f64 {
        let passed_ms = match self.paused() {
            true => 0.0,
            false => now_ms() - self.since_ms.get(),
        };
        self.base_us.get() + passed_ms * 1000.0 * self.speed.get()
    }

    fn rebase(&self) {
        self.base_us.set(self.exact_us());
        self.since_ms.set(now_ms());
    }
}

impl Clock for BrowserClock {
    fn time_us(&self) -> u64 {
        self.exact_us() as u64
    }

    fn hold(&self, hold: Hold, duration_us: u64) {
        if duration_us == 0 {
            return;
        }
        let real_ms = duration_us as f64 / (1000.0 * self.speed.get());
        let until_ms = now_ms() + real_ms;
        if let Some(callback) = &*self.before_hold.borrow() {
            callback(real_ms);
        }
        match hold {
            Hold::Compute => compute_until(until_ms),
            Hold::Block => block_until(&self.waiting_place, until_ms),
        }
    }
}
