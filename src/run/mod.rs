//! A program as coroutines on the event loop: concurrently as asyncio would run it, and
//! sequentially as ordinary blocking code would. The coroutines are the same under both drivers;
//! what happened is read from the loop's record, in which a task's label is its
//! [`TaskIndex`](crate::graph::TaskIndex) and a place in its program is a
//! [`Place`](crate::graph::Place).

mod attempts;
mod concurrent;
mod countdown;
mod sequential;

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::event_loop::virtual_time::{self, VirtualClock};
use crate::event_loop::{Event, EventLoop};
use crate::graph::Program;

/// How a program is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Mode {
    /// One task at a time, each step holding everything: the baseline.
    Sequential,
    /// Every task at once on asyncio's loop.
    Concurrent,
}

impl Mode {
    /// Both, in the order in which the page shows them.
    pub const BOTH: [Mode; 2] = [Mode::Sequential, Mode::Concurrent];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Mode::Sequential => "sequential",
            Mode::Concurrent => "concurrent",
        }
    }
}

/// Puts `program` on `event_loop`; whoever drives the loop then runs it.
pub fn start(program: &Rc<Program>, mode: Mode, event_loop: &EventLoop) {
    match mode {
        Mode::Sequential => sequential::start(program, event_loop),
        Mode::Concurrent => concurrent::start(program, event_loop),
    }
}

/// Runs `program` in virtual time, and returns the record.
pub fn predict(program: &Rc<Program>, mode: Mode) -> Vec<Event> {
    let clock = Rc::new(VirtualClock::default());
    let event_loop = EventLoop::new(clock.clone());
    start(program, mode, &event_loop);
    virtual_time::run(&clock, &event_loop);
    event_loop.take_events()
}
