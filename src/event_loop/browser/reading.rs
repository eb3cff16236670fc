use serde::{Deserialize, Serialize};

/// What a run's clock showed at one moment, and how it went on from there.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClockReading {
    /// The run's time, in microseconds; below zero before it has begun.
    pub time_us: f64,
    /// The moment, as of [`now_ms`](super::now_ms).
    pub at_ms: f64,
    /// How many times as fast as real time the run's time passes from then on.
    pub speed: f64,
    /// Whether it stands still instead.
    pub paused: bool,
}

impl ClockReading {
    /// The run's time at the moment `now_ms`, in microseconds.
    pub fn time_us_at(self, now_ms: f64) -> f64 {
        match self.paused {
            true => self.time_us,
            false => self.time_us + (now_ms - self.at_ms) * 1000.0 * self.speed,
        }
    }
}
