use std::rc::Rc;

use crate::event_loop::{Event, What};
use crate::graph::{Place, Program};
use crate::trace::LoopState;

/// The loop's state at the moment that was asked for last. Going on in the same record takes only
/// the events between; going back starts anew.
#[derive(Default)]
pub struct Replay {
    last: Option<Last>,
}

struct Last {
    program: Rc<Program>,
    /// Where the record began in memory, and when it ended: another one is told by that.
    first: Option<Event>,
    count: usize,
    state: LoopState,
}

impl Replay {
    /// The state after the first `count` events of `record`, which is of `program`.
    pub fn state(&mut self, program: &Rc<Program>, record: &[Event], count: usize) -> &LoopState {
        let count = count.min(record.len());
        let goes_on = self.last.take().filter(|last| {
            Rc::ptr_eq(&last.program, program)
                && last.first.as_ref() == record.first()
                && last.count <= count
        });
        let mut last = goes_on.unwrap_or_else(|| Last {
            program: program.clone(),
            first: record.first().copied(),
            count: 0,
            state: LoopState::new(program),
        });
        last.state.extend(&record[last.count..count]);
        last.count = count;
        &self.last.insert(last).state
    }
}

/// Whether an event is one that stepping from event to event stops at. The others tell no more
/// than the one before or after them.
pub fn is_a_step(event: &Event) -> bool {
    match event.what {
        What::Created { .. } | What::ThreadEnds { .. } => false,
        What::Reached { place } => !matches!(Place::from(place), Place::Step(_) | Place::Backoff),
        _ => true,
    }
}
