//! The driver in virtual time: where nothing is ready, time jumps to the next timer. For
//! predictions as the user types, and for tests.

use std::cell::Cell;

use super::{Clock, EventLoop, Hold};

/// A clock that moves only when it is told to.
#[derive(Debug, Default)]
pub struct VirtualClock {
    now_us: Cell<u64>,
}

impl Clock for VirtualClock {
    fn time_us(&self) -> u64 {
        self.now_us.get()
    }

    fn hold(&self, _hold: Hold, duration_us: u64) {
        self.advance(duration_us);
    }
}

impl VirtualClock {
    /// Lets `duration_us` microseconds pass.
    pub fn advance(&self, duration_us: u64) {
        self.now_us
            .set(self.now_us.get().saturating_add(duration_us));
    }

    /// Lets the time pass until it is `time_us`, in microseconds since the loop began, if it is not yet.
    pub fn advance_to(&self, time_us: u64) {
        self.now_us.set(self.now_us.get().max(time_us));
    }
}

/// Turns the loop, once at least, until it is asked to stop, or nothing is ready and no timer is
/// set, and closes it (`BaseEventLoop.run_forever`).
pub fn run(clock: &VirtualClock, event_loop: &EventLoop) {
    loop {
        event_loop.run_once();
        if event_loop.stopping() {
            break;
        }
        if event_loop.is_ready() {
            continue;
        }
        match event_loop.next_timer_us() {
            Some(when_us) => clock.advance_to(when_us),
            None => break,
        }
    }
    event_loop.close();
}
