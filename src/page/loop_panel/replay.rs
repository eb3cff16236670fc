use std::any::Any;
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
    /// The run that the record is of. A prediction and a live run of the same program begin with
    /// the same events.
    run: Rc<dyn Any>,
    count: usize,
    state: LoopState,
}

impl Replay {
    /// The state after the first `count` events of `record`, which is that of `run`, a run of
    /// `program`.
    pub fn state(
        &mut self,
        run: Rc<dyn Any>,
        program: &Program,
        record: &[Event],
        count: usize,
    ) -> &LoopState {
        let count = count.min(record.len());
        let is_same = |last: &Last| Rc::ptr_eq(&last.run, &run) && last.count <= count;
        let goes_on = self.last.take().filter(is_same);
        let mut last = goes_on.unwrap_or_else(|| Last {
            run,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::{Mode, predict};

    fn run_of(source: &str) -> (Rc<Program>, Vec<Event>) {
        let program = Rc::new(crate::notation::parse(source).expect("no mistake").program);
        let record = predict(&program, Mode::Concurrent);
        (program, record)
    }

    #[test]
    fn another_run_that_begins_alike_has_a_state_of_its_own() {
        let mut replay = Replay::default();
        let (program, predicted) = run_of("a: io 1s");
        let (_, live) = run_of("a: io 2s");
        assert_eq!(predicted[0], live[0]);
        let (one, other): (Rc<dyn Any>, Rc<dyn Any>) = (Rc::new(1), Rc::new(2));
        let count = predicted.iter().position(|event| event.time_us > 0);
        let count = count.expect("a waits");
        let due = |state: &LoopState| state.timers().next().map(|(due_us, _)| due_us);
        let state = replay.state(one, &program, &predicted, count);
        assert_eq!(due(state), Some(1_000_000));
        let state = replay.state(other, &program, &live, count);
        assert_eq!(due(state), Some(2_000_000));
    }
}
