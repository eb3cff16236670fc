use std::cell::{Cell, RefCell};

use super::super::{Clock, Hold};
use super::thread::{WaitingPlace, block_until, compute_until, look, now_ms, step_ms};
use super::{ClockReading, Disturbance, Look};

/// A hold that begins within so many of the clock's own steps of the end of another one is counted
/// from that end: what each hold would take too long by that would add up.
const CARRIED_STEPS: f64 = 2.0;

/// What a browser's clock is taken to be good to at best, in milliseconds. Where a page is not
/// isolated Chromium's is good to no more, and Firefox's to a whole millisecond.
const BEST_RESOLUTION_MS: f64 = 0.1;

type BeforeHold = Box<dyn Fn(f64)>;

/// The real clock, made faster or slower by a speed, and stopped by a pause.
pub struct BrowserClock {
    reading: Cell<ClockReading>,
    /// The loop's time when it was last read.
    now_us: Cell<u64>,
    waiting_place: WaitingPlace,
    before_hold: RefCell<Option<BeforeHold>>,
    /// When the last hold was to end (as of [`now_ms`]).
    last_hold_end_ms: Cell<f64>,
    /// The last look at both clocks, unless the run's time has stood still since.
    looked: Cell<Option<Look>>,
    disturbances: RefCell<Vec<Disturbance>>,
    resolution_ms: f64,
}

impl BrowserClock {
    /// A clock whose time 0 is at `start_ms` (as of [`now_ms`]) and that runs `speed` times as
    /// fast as the real one.
    pub fn new(start_ms: f64, speed: f64) -> Self {
        BrowserClock {
            reading: Cell::new(ClockReading {
                time_us: 0.0,
                at_ms: start_ms,
                speed,
                paused: false,
            }),
            now_us: Cell::new(0),
            waiting_place: WaitingPlace::new(),
            before_hold: RefCell::new(None),
            last_hold_end_ms: Cell::new(f64::NEG_INFINITY),
            looked: Cell::new(None),
            disturbances: RefCell::default(),
            resolution_ms: step_ms().max(BEST_RESOLUTION_MS),
        }
    }

    /// Calls `callback` each time before the thread is held, with the number of real
    /// milliseconds for which nothing else can run.
    pub fn before_hold(&self, callback: impl Fn(f64) + 'static) {
        *self.before_hold.borrow_mut() = Some(Box::new(callback));
    }

    /// Stops the clock, or lets it go on.
    pub fn set_paused(&self, paused: bool) {
        let reading = self.read();
        self.reading.set(ClockReading { paused, ..reading });
    }

    /// Whether it is stopped.
    pub fn paused(&self) -> bool {
        self.reading.get().paused
    }

    /// From now on it runs `speed` times as fast as the real one.
    pub fn set_speed(&self, speed: f64) {
        let reading = self.read();
        self.reading.set(ClockReading { speed, ..reading });
    }

    /// What it shows now.
    pub fn read(&self) -> ClockReading {
        let (reading, at_ms) = (self.reading.get(), now_ms());
        ClockReading {
            time_us: reading.time_us_at(at_ms),
            at_ms,
            ..reading
        }
    }

    /// What has disturbed the run since this was last asked.
    pub fn take_disturbances(&self) -> Vec<Disturbance> {
        self.disturbances.take()
    }

    /// A wait until the loop's time is `due_us` is over, for which `asked_ms` were left.
    pub(super) fn waited(&self, due_us: u64, asked_ms: f64) {
        if !self.paused() {
            self.note(Disturbance::of_wait(self.read(), due_us, asked_ms));
        }
    }

    /// The browser has had a macrotask since the clock showed `before`.
    pub(super) fn gave_way(&self, before: ClockReading) {
        self.note(Disturbance::of_break(before, self.read()));
    }

    /// Sets the computer's clock beside the browser's, for the time since that was last done. Time
    /// for which the run's stood still is nothing to it.
    pub(super) fn compare_clocks(&self) {
        let now = (!self.paused()).then(look);
        let before = self.looked.replace(now);
        if let Some((before, now)) = before.zip(now) {
            self.note(Disturbance::of_clocks(self.read(), before, now));
        }
    }

    fn note(&self, disturbance: Option<Disturbance>) {
        self.disturbances.borrow_mut().extend(disturbance);
    }

    /// How long until the loop's time is `when_us`, in real milliseconds; none while it is
    /// stopped.
    pub fn real_ms_until(&self, when_us: u64) -> Option<f64> {
        let reading = self.read();
        let left_us = when_us as f64 - reading.time_us;
        (!reading.paused).then(|| left_us / (1000.0 * reading.speed))
    }
}

impl Clock for BrowserClock {
    fn time_us(&self) -> u64 {
        self.now_us.get()
    }

    fn update(&self) {
        // Before the run's time has begun this is 0, as a conversion cuts off below.
        let now_us = self.reading.get().time_us_at(now_ms()) as u64;
        self.now_us.set(now_us);
    }

    fn resolution_us(&self) -> u64 {
        (self.resolution_ms * 1000.0 * self.reading.get().speed) as u64
    }

    fn hold(&self, hold: Hold, duration_us: u64) {
        if duration_us == 0 {
            return;
        }
        let now_ms = now_ms();
        let late_ms = now_ms - self.last_hold_end_ms.get();
        let begin_ms = match (0.0..CARRIED_STEPS * self.resolution_ms).contains(&late_ms) {
            true => self.last_hold_end_ms.get(),
            false => now_ms,
        };
        let until_ms = begin_ms + duration_us as f64 / (1000.0 * self.reading.get().speed);
        let asked_ms = until_ms - now_ms;
        if let Some(callback) = &*self.before_hold.borrow() {
            callback(asked_ms);
        }
        let gap = match hold {
            Hold::Compute => compute_until(until_ms),
            Hold::Block => block_until(&self.waiting_place, until_ms),
        };
        self.note(Disturbance::of_hold(self.read(), gap, asked_ms));
        self.update();
        self.last_hold_end_ms.set(until_ms);
    }
}
