use std::any::Any;
use std::rc::Rc;

use crate::event_loop::{Event, Record, What};
use crate::graph::{Place, Program};
use crate::trace::LoopState;

/// So many events are gone through anew without a thought.
const FEW: usize = 8_192;

/// The loop's state at the moment that was asked for last. Going on in the same record takes only
/// the events between. Going back starts anew, but keeps moments on the way, the closer to each
/// other the nearer to its end: whoever goes back mostly goes back a little, again and again.
#[derive(Default)]
pub struct Replay {
    /// The run that the record is of. A prediction and a live run of the same program begin with
    /// the same events.
    run: Option<Rc<dyn Any>>,
    last: Option<Moment>,
    /// In order of time.
    kept: Vec<Moment>,
}

#[derive(Clone)]
struct Moment {
    /// How many events have happened.
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
        record: &Record,
        count: usize,
    ) -> &LoopState {
        let count = count.min(record.len());
        if self.run.as_ref().is_none_or(|of| !Rc::ptr_eq(of, &run)) {
            *self = Replay {
                run: Some(run),
                ..Replay::default()
            };
        }
        let goes_on = self.last.take().filter(|last| last.count <= count);
        let mut moment = match goes_on {
            Some(last) => last,
            None => self.back(program, record, count),
        };
        moment.go_on(record, count);
        &self.last.insert(moment).state
    }

    /// A moment before `count`, not long before.
    fn back(&mut self, program: &Program, record: &Record, count: usize) -> Moment {
        self.kept.retain(|kept| kept.count <= count);
        let mut moment = self.kept.last().cloned().unwrap_or_else(|| Moment {
            count: 0,
            state: LoopState::new(program),
        });
        while count - moment.count > FEW {
            moment.go_on(record, moment.count + (count - moment.count) / 2);
            self.kept.push(moment.clone());
        }
        moment
    }
}

impl Moment {
    fn go_on(&mut self, record: &Record, count: usize) {
        self.state.extend(record.range(self.count..count));
        self.count = count;
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

    fn run_of(source: &str) -> (Rc<Program>, Record) {
        let program = Rc::new(crate::notation::parse(source).expect("no mistake").program);
        let record = predict(&program, Mode::Concurrent).unwrap();
        (program, record.into_iter().collect())
    }

    #[test]
    fn another_run_that_begins_alike_has_a_state_of_its_own() {
        let mut replay = Replay::default();
        let (program, predicted) = run_of("a: io 1s");
        let (_, live) = run_of("a: io 2s");
        assert_eq!(predicted.get(0), live.get(0));
        let (one, other): (Rc<dyn Any>, Rc<dyn Any>) = (Rc::new(1), Rc::new(2));
        let count = predicted.until(0);
        let due = |state: &LoopState| state.timers().next().map(|(due_us, _)| due_us);
        let state = replay.state(one, &program, &predicted, count);
        assert_eq!(due(state), Some(1_000_000));
        let state = replay.state(other, &program, &live, count);
        assert_eq!(due(state), Some(2_000_000));
    }

    #[test]
    fn going_back_leads_to_the_state_that_was_there() {
        let mut replay = Replay::default();
        let (program, record) = run_of("pool p = 3\na[1..2000]: io 1ms using p\nb: io 1s after a");
        let run: Rc<dyn Any> = Rc::new(1);
        assert!(record.len() > FEW);
        for count in [record.len(), record.len() / 2, 10, 9_000, 8_900, 0, 5_000] {
            let mut state = LoopState::new(&program);
            state.extend(record.range(0..count));
            let found = replay.state(run.clone(), &program, &record, count);
            assert_eq!(format!("{found:?}"), format!("{state:?}"));
        }
    }

    #[test]
    fn whoever_goes_back_a_little_again_and_again_goes_through_few_events() {
        let mut replay = Replay::default();
        let (program, record) = run_of("pool p = 9\na[1..9000]: io 1ms using p");
        let run: Rc<dyn Any> = Rc::new(1);
        let mut gone_through = Vec::new();
        for back in 0..2_000 {
            let count = record.len() - 20 * back;
            replay.state(run.clone(), &program, &record, count);
            let from = replay.kept.last().map_or(0, |kept| kept.count);
            assert!(count - from <= FEW);
            gone_through.push(from);
        }
        // The moments that are kept change seldom.
        gone_through.dedup();
        assert!(gone_through.len() < 20, "{}", gone_through.len());
    }
}
