use std::cell::RefCell;
use std::rc::Rc;

use crate::event_loop::browser::BrowserClock;
use crate::event_loop::virtual_time::VirtualClock;
use crate::event_loop::{Clock, Hold};

/// What the loops of a run go by.
pub(super) enum Loops {
    Virtual(VirtualClock),
    Live(Rc<BrowserClock>),
}

impl Loops {
    fn clock(&self) -> &dyn Clock {
        match self {
            Loops::Virtual(clock) => clock,
            Loops::Live(clock) => &**clock,
        }
    }
}

/// The clock of a run, which shows a modelled thread its own time.
pub(super) struct RunClock {
    pub(super) loops: Loops,
    /// The times of the modelled threads that run now, the innermost last, in microseconds since
    /// the run began.
    pub(super) threads: RefCell<Vec<u64>>,
}

impl RunClock {
    /// Lets the time pass until it is `time_us`, for whoever asks.
    pub(super) fn advance_to(&self, time_us: u64) {
        match self.threads.borrow_mut().last_mut() {
            Some(thread_us) => *thread_us = time_us.max(*thread_us),
            None => match &self.loops {
                Loops::Virtual(clock) => clock.advance_to(time_us),
                Loops::Live(clock) => {
                    clock.update();
                    clock.hold(Hold::Block, time_us.saturating_sub(clock.time_us()));
                }
            },
        }
    }

    /// The time at this moment; a loop's own stands still within an iteration.
    pub(super) fn exact_us(&self) -> u64 {
        match (&self.loops, self.threads.borrow().last()) {
            (_, Some(&thread_us)) => thread_us,
            (Loops::Virtual(clock), None) => clock.time_us(),
            (Loops::Live(clock), None) => clock.read().time_us as u64,
        }
    }
}

impl Clock for RunClock {
    fn time_us(&self) -> u64 {
        let thread_us = self.threads.borrow().last().copied();
        thread_us.unwrap_or_else(|| self.loops.clock().time_us())
    }

    fn update(&self) {
        self.loops.clock().update();
    }

    fn resolution_us(&self) -> u64 {
        self.loops.clock().resolution_us()
    }

    fn hold(&self, hold: Hold, duration_us: u64) {
        match self.threads.borrow_mut().last_mut() {
            Some(thread_us) => *thread_us = thread_us.saturating_add(duration_us),
            None => self.loops.clock().hold(hold, duration_us),
        }
    }
}
