use serde::{Deserialize, Serialize};

use super::ClockReading;

/// What comes later than this, in real milliseconds, was not merely inexact: a browser's timers
/// and a busy machine are late by less.
const LATE_MS: f64 = 250.0;

/// The same as a share of what was asked for. Who waits for minutes minds no second.
const LATE_SHARE: f64 = 0.01;

/// The share of the passing time by which a computer's clock may be slewed: twice what NTP does.
const SLEWED: f64 = 0.001;

/// Something that befell a live run and is none of the program's: its times are not what they
/// would have been.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Disturbance {
    /// What it was.
    pub kind: DisturbanceKind,
    /// The stretch of the run, in microseconds since it began.
    pub from_us: u64,
    /// Its end.
    pub to_us: u64,
    /// By how much, in real microseconds; below zero for a clock that was set back.
    pub by_us: i64,
    /// When it was over, as of [`now_ms`](super::now_ms).
    pub over_ms: f64,
    /// Where the page was at that time; it alone knows.
    pub absence: Option<Absence>,
}

/// What a worker sees of a disturbance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DisturbanceKind {
    /// What the loop waited for was there, and the loop was woken late: the stretch is from then
    /// on.
    Late,
    /// The loop's thread stood still in a step that holds it.
    Stalled,
    /// The computer's clock went on by more or less than the browser's: it slept, or its clock
    /// was set.
    ClockJumped,
}

/// Why a page may be given no time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Absence {
    /// Its tab was in the background, or its window covered.
    Hidden,
    /// The browser had frozen it.
    Frozen,
}

/// From one look of a thread at the clock to the next one, as of [`now_ms`](super::now_ms).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// The earlier look.
    pub from_ms: f64,
    /// The later one.
    pub to_ms: f64,
}

impl Gap {
    /// The longer one of two.
    pub fn or_longer(self, other: Gap) -> Gap {
        match other.ms() > self.ms() {
            true => other,
            false => self,
        }
    }

    fn ms(self) -> f64 {
        self.to_ms - self.from_ms
    }
}

/// A look at both clocks at once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// The browser's clock, as of [`now_ms`](super::now_ms).
    pub at_ms: f64,
    /// The computer's (`Date.now()`), in milliseconds since the Unix epoch.
    pub wall_ms: f64,
}

impl Disturbance {
    /// What befell a wait until the loop's time was `due_us`, for which `asked_ms` real
    /// milliseconds were left when it began. `clock` is what the run's clock shows after it.
    pub fn of_wait(clock: ClockReading, due_us: u64, asked_ms: f64) -> Option<Self> {
        let late_ms = (clock.time_us - due_us as f64) / (1000.0 * clock.speed);
        is_late(late_ms, asked_ms).then(|| Disturbance {
            kind: DisturbanceKind::Late,
            from_us: due_us,
            to_us: clock.time_us as u64,
            by_us: micros(late_ms),
            over_ms: clock.at_ms,
            absence: None,
        })
    }

    /// What befell a loop that gave the browser a macrotask, and was to go on at once: `before`
    /// and `after` are what the run's clock showed.
    pub fn of_break(before: ClockReading, after: ClockReading) -> Option<Self> {
        // A run whose time has not begun yet has lost none.
        Disturbance::of_wait(after, before.time_us.max(0.0) as u64, 0.0)
    }

    /// What befell a step that holds the loop's thread for `asked_ms` real milliseconds, whose
    /// longest gap between two looks at the clock was `gap`.
    pub fn of_hold(clock: ClockReading, gap: Gap, asked_ms: f64) -> Option<Self> {
        is_late(gap.ms(), asked_ms).then(|| Disturbance {
            kind: DisturbanceKind::Stalled,
            from_us: clock.time_us_at(gap.from_ms) as u64,
            to_us: clock.time_us_at(gap.to_ms) as u64,
            by_us: micros(gap.ms()),
            over_ms: gap.to_ms,
            absence: None,
        })
    }

    /// What befell the clocks between two looks. `clock` is what the run's clock showed at the
    /// second.
    pub fn of_clocks(clock: ClockReading, before: Look, now: Look) -> Option<Self> {
        let passed_ms = now.at_ms - before.at_ms;
        let jumped_ms = now.wall_ms - before.wall_ms - passed_ms;
        let usual_ms = LATE_MS + SLEWED * passed_ms.max(0.0);
        (jumped_ms.abs() > usual_ms).then(|| Disturbance {
            kind: DisturbanceKind::ClockJumped,
            from_us: clock.time_us_at(before.at_ms) as u64,
            to_us: clock.time_us_at(now.at_ms) as u64,
            by_us: micros(jumped_ms),
            over_ms: now.at_ms,
            absence: None,
        })
    }

    /// From when to when it lasted in real time, as of [`now_ms`](super::now_ms).
    pub fn real(&self) -> Gap {
        let lasted_ms = match self.kind {
            DisturbanceKind::Late | DisturbanceKind::Stalled => self.by_us as f64 / 1000.0,
            // It tells nothing of how long the browser's clock stood still, if it did.
            DisturbanceKind::ClockJumped => 0.0,
        };
        Gap {
            from_ms: self.over_ms - lasted_ms,
            to_ms: self.over_ms,
        }
    }
}

fn is_late(late_ms: f64, asked_ms: f64) -> bool {
    late_ms > LATE_MS && late_ms > asked_ms * LATE_SHARE
}

fn micros(ms: f64) -> i64 {
    (ms * 1000.0).round() as i64
}
