use std::rc::Rc;

use crate::graph::Program;
use crate::run::Mode;
use crate::trace::Trace;

/// What is said of runs that are not those of the text's program, as that has mistakes.
pub(super) const STALE: &str = "of the last program without mistakes";

/// The two runs of one program that the page sets side by side.
#[derive(Clone, Debug)]
pub struct Runs {
    /// One task at a time.
    pub sequential: Trace,
    /// On the event loop.
    pub concurrent: Trace,
}

impl Runs {
    /// Two runs of `program` of which nothing is recorded yet.
    pub fn new(program: &Rc<Program>) -> Self {
        Runs {
            sequential: Trace::new(program.clone()),
            concurrent: Trace::new(program.clone()),
        }
    }

    /// The program that both run.
    pub fn program(&self) -> &Rc<Program> {
        self.concurrent.program()
    }

    /// One of the two.
    pub fn of(&self, mode: Mode) -> &Trace {
        match mode {
            Mode::Sequential => &self.sequential,
            Mode::Concurrent => &self.concurrent,
        }
    }

    /// One of the two, to go on with.
    pub fn of_mut(&mut self, mode: Mode) -> &mut Trace {
        match mode {
            Mode::Sequential => &mut self.sequential,
            Mode::Concurrent => &mut self.concurrent,
        }
    }

    /// The end of the longer one, in microseconds since both began.
    pub fn end_us(&self) -> u64 {
        self.sequential
            .makespan_us()
            .max(self.concurrent.makespan_us())
    }

    /// Whether both are over.
    pub fn is_complete(&self) -> bool {
        self.sequential.is_complete() && self.concurrent.is_complete()
    }
}
