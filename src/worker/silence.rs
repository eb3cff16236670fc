use std::cell::Cell;

use super::Report;
use super::serve::send;
use crate::event_loop::browser::now_ms;

/// The page is told of a wait or a hold beforehand that lasts longer than this, in milliseconds,
/// and never hears nothing for much longer than this otherwise.
const TOLD_MS: f64 = 1_000.0;

/// How long a live run has nothing to report, as the page is told: what reports nothing for longer
/// has lost its way.
pub(crate) struct Silence {
    /// Whether there is a next chance to report whatever the run does: what a program in Python
    /// computes between two waits takes as long as it takes.
    is_bounded: bool,
    told_ms: Cell<f64>,
    until_ms: Cell<f64>,
}

impl Silence {
    /// For a run that begins now.
    pub(crate) fn new(is_bounded: bool) -> Self {
        let silence = Silence {
            is_bounded,
            told_ms: Cell::default(),
            until_ms: Cell::default(),
        };
        silence.tell(match is_bounded {
            true => now_ms(),
            false => f64::INFINITY,
        });
        silence
    }

    /// Tells the page, where it has to know, that the next chance to report something comes in
    /// `quiet_ms` milliseconds.
    pub(crate) fn expect(&self, quiet_ms: f64) {
        let now = now_ms();
        let is_long = quiet_ms > TOLD_MS;
        match self.is_bounded {
            true => {
                let goes_on = self.until_ms.get().is_infinite() && quiet_ms.is_finite();
                if is_long || goes_on || now - self.told_ms.get() > TOLD_MS {
                    self.tell(now + quiet_ms);
                }
            }
            false if is_long => self.tell(now + quiet_ms),
            false if self.until_ms.get().is_finite() => self.tell(f64::INFINITY),
            false => {}
        }
    }

    fn tell(&self, until_ms: f64) {
        self.told_ms.set(now_ms());
        self.until_ms.set(until_ms);
        send(&Report::Quiet { until_ms });
    }
}
