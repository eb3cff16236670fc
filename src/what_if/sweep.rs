use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{Knob, Score, edited};
use crate::notation::parse;
use crate::run::Mode;

/// What is predicted where a [`Knob`] says another value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SweepPoint {
    /// The value.
    pub value: u64,
    /// The sequential run, and the concurrent one; none where that is no program, as where another
    /// line needs a member that the family has no longer, or where a run has too many events.
    pub scores: Option<[Score; 2]>,
}

impl SweepPoint {
    /// How many times as long the sequential run takes as the concurrent one, where that can be
    /// said.
    pub fn speed_up(&self) -> Option<f64> {
        let [sequential_us, concurrent_us] = self.scores?.map(|score| score.makespan_us);
        let can_be_said = sequential_us > 0 && concurrent_us > 0;
        can_be_said.then(|| sequential_us as f64 / concurrent_us as f64)
    }

    /// Whether not all tasks of the concurrent run succeed.
    pub fn has_failures(&self) -> bool {
        self.scores
            .is_some_and(|[_, concurrent]| concurrent.done < concurrent.tasks)
    }
}

/// Predicts both runs of `source` with `knob`, one of its [`super::knobs`], at `value`.
///
/// ```
/// use interleave::notation::parse;
/// use interleave::what_if::{knobs, sweep_point};
///
/// let source = "request[1..50]: io 2s";
/// let members = &knobs(source, &parse(source).unwrap().program)[0];
/// let [sequential, concurrent] = sweep_point(source, members, 100).scores.unwrap();
/// assert_eq!((sequential.makespan_us, concurrent.makespan_us), (200_000_000, 2_000_000));
/// ```
pub fn sweep_point(source: &str, knob: &Knob, value: u64) -> SweepPoint {
    let text = edited(source, &[knob.turned_to(source, value)]);
    let program = parse(&text).ok().map(|parsed| Rc::new(parsed.program));
    let predicted = |mode| Score::predicted(program.as_ref()?, mode).ok();
    let scores = predicted(Mode::Sequential).zip(predicted(Mode::Concurrent));
    SweepPoint {
        value,
        scores: scores.map(<[Score; 2]>::from),
    }
}
