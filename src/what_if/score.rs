use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::graph::Program;
use crate::run::{self, Mode, TooManyEvents};
use crate::trace::{Outcome, Trace};

/// How a run of a program went: of two runs of the same tasks the better one got more of them
/// done, or else was over sooner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// How many tasks succeeded.
    pub done: u32,
    /// How many tasks there are.
    pub tasks: u32,
    /// How long it took, in microseconds.
    pub makespan_us: u64,
}

impl Score {
    /// The score of a run.
    pub fn of(trace: &Trace) -> Self {
        Score {
            done: trace.count_of(Outcome::Done),
            tasks: trace.rows().len() as u32,
            makespan_us: trace.makespan_us(),
        }
    }

    /// The score of the predicted run of a program.
    ///
    /// # Errors
    /// [`TooManyEvents`] where it can't be predicted, for that reason.
    pub fn predicted(program: &Rc<Program>, mode: Mode) -> Result<Self, TooManyEvents> {
        let record = run::predict(program, mode)?;
        Ok(Score::of(&Trace::of(program.clone(), &record)))
    }

    /// Whether this one is better.
    pub fn is_better_than(self, other: Score) -> bool {
        (self.done, other.makespan_us) > (other.done, self.makespan_us)
    }
}
