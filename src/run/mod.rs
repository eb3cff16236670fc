//! A program as coroutines on the event loop: concurrently as asyncio would run it, and
//! sequentially as ordinary blocking code would. The coroutines are the same under both drivers.
//! In virtual time alone they also stand for threads and for processes, as a [`Way`] models them.
//! What happened is read from the loop's record, in which a task's label is its
//! [`TaskIndex`](crate::graph::TaskIndex) and a place in its program is a
//! [`Place`](crate::graph::Place).

mod attempts;
mod concurrent;
mod cores;
mod countdown;
mod output;
mod sequential;
mod too_many_events;
mod way;
mod workers;
mod world;

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::event_loop::virtual_time::{self, VirtualClock};
use crate::event_loop::{Event, EventLoop, Events};
use crate::graph::{EVENT_LIMIT, Program};

pub use output::{Output, Stream};
pub use too_many_events::TooManyEvents;
pub use way::Way;
use workers::Workers;
pub use world::{After, Answer, Body, MOST_RULES, Rule, RuleMistake, Status, World};

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

/// Puts `program` on `event_loop`; whoever drives the loop then runs it. The loop stops by itself
/// once it [is full](EventLoop::is_full): with more than [`EVENT_LIMIT`] events.
pub fn start(program: &Rc<Program>, mode: Mode, event_loop: &EventLoop) {
    event_loop.record_at_most(EVENT_LIMIT);
    match mode {
        Mode::Sequential => sequential::start(program, event_loop),
        Mode::Concurrent => concurrent::start(program, event_loop, None),
    }
}

/// Runs `program` in virtual time, and returns the record.
///
/// # Errors
/// [`TooManyEvents`] where the record would be longer than [`EVENT_LIMIT`].
pub fn predict(program: &Rc<Program>, mode: Mode) -> Result<Vec<Event>, TooManyEvents> {
    let parts = predict_in_parts(program, mode)?;
    Ok(parts.iter().flat_map(Events::iter).collect())
}

/// As [`predict`], in parts as the loop keeps them.
///
/// # Errors
/// As [`predict`].
pub fn predict_in_parts(program: &Rc<Program>, mode: Mode) -> Result<Vec<Events>, TooManyEvents> {
    in_virtual_time(|event_loop| start(program, mode, event_loop))
}

/// Runs `program` as `way` models it, and returns the record. The loop that it is of stands for
/// the machine: nothing ever holds it, and [`Trace`](crate::trace::Trace) reads it as any other.
///
/// ```
/// # use std::rc::Rc;
/// use interleave::{notation, run, trace::Trace};
///
/// let program = notation::parse("a: cpu 2s\nb: cpu 2s\nc: cpu 2s").unwrap().program;
/// let program = Rc::new(program);
/// let record = |way| run::model(&program, way).unwrap();
/// let takes_us = |way| Trace::of(program.clone(), &record(way)).makespan_us();
/// assert_eq!(takes_us(run::Way::Threads), 6_000_000);
/// assert_eq!(takes_us(run::Way::Processes { cores: 2 }), 3_000_000);
/// assert_eq!(takes_us(run::Way::Processes { cores: 4 }), 2_000_000);
/// ```
///
/// # Errors
/// [`TooManyEvents`] where the record would be longer than [`EVENT_LIMIT`].
pub fn model(program: &Rc<Program>, way: Way) -> Result<Vec<Event>, TooManyEvents> {
    let parts = model_in_parts(program, way)?;
    Ok(parts.iter().flat_map(Events::iter).collect())
}

/// As [`model`], in parts as the loop keeps them.
///
/// # Errors
/// As [`model`].
pub fn model_in_parts(program: &Rc<Program>, way: Way) -> Result<Vec<Events>, TooManyEvents> {
    in_virtual_time(|event_loop| {
        event_loop.record_at_most(EVENT_LIMIT);
        let workers = Workers::new(program, event_loop, way);
        concurrent::start(program, event_loop, Some(workers));
    })
}

fn in_virtual_time(start: impl FnOnce(&EventLoop)) -> Result<Vec<Events>, TooManyEvents> {
    let clock = Rc::new(VirtualClock::default());
    let event_loop = EventLoop::new(clock.clone());
    start(&event_loop);
    virtual_time::run(&clock, &event_loop);
    match event_loop.is_full() {
        true => Err(TooManyEvents),
        false => Ok(event_loop.take_record()),
    }
}
