//! Runs to take away.

use std::rc::Rc;

use interleave::event_loop::Record;
use interleave::export::{RecordedRun, RunSource};
use interleave::graph::Program;
use interleave::notation;
use interleave::run::{self, Mode};
use interleave::trace::Trace;

/// Both runs of a program, as predicted.
pub struct Recorded {
    traces: [Trace; 2],
    events: [Record; 2],
}

impl Recorded {
    pub fn of(source: &str) -> Self {
        match notation::parse(source) {
            Ok(parsed) => Recorded::of_program(Rc::new(parsed.program)),
            Err(mistakes) => panic!("{mistakes}"),
        }
    }

    pub fn of_program(program: Rc<Program>) -> Self {
        let events = Mode::BOTH.map(|mode| run::predict(&program, mode).unwrap());
        let traces = [0, 1].map(|place| Trace::of(program.clone(), &events[place]));
        let events = events.map(|events| events.into_iter().collect());
        Recorded { traces, events }
    }

    /// The sequential run and the concurrent one.
    pub fn runs(&self) -> [RecordedRun<'_>; 2] {
        [0, 1].map(|place| RecordedRun {
            mode: Mode::BOTH[place],
            source: RunSource::Predicted,
            trace: &self.traces[place],
            events: &self.events[place],
            disturbances: &[],
        })
    }

    pub fn concurrent(&self) -> RecordedRun<'_> {
        self.runs()[1]
    }
}
