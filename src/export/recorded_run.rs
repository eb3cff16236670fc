use crate::event_loop::browser::Disturbance;
use crate::event_loop::{Record, What};
use crate::graph::TaskIndex;
use crate::run::Mode;
use crate::trace::{Span, Trace};

/// Where a run's times come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RunSource {
    /// It was run in virtual time.
    Predicted,
    /// It was run live, and its times were measured.
    Measured,
}

impl RunSource {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            RunSource::Predicted => "predicted",
            RunSource::Measured => "measured",
        }
    }
}

/// A run that is taken away, over or not.
#[derive(Clone, Copy, Debug)]
pub struct RecordedRun<'a> {
    /// How the program was run.
    pub mode: Mode,
    /// Where its times come from.
    pub source: RunSource,
    /// What was read from the record.
    pub trace: &'a Trace,
    /// The whole record that `trace` was read from.
    pub events: &'a Record,
    /// What has disturbed it, in order; nothing where it was predicted.
    pub disturbances: &'a [Disturbance],
}

impl RecordedRun<'_> {
    /// The spans of a task in order of time; the last may still go on.
    pub(super) fn spans(&self, task: TaskIndex) -> impl Iterator<Item = Span> {
        let over = self.trace.rows()[task as usize].spans.iter().copied();
        over.chain(self.trace.open_spans(task, self.trace.latest_us()))
    }

    /// For each task of the loop, by its number, the program's task.
    pub(super) fn task_of(&self) -> Vec<TaskIndex> {
        let mut task_of = Vec::new();
        for event in self.events.iter() {
            if let What::Created { label, .. } = event.what {
                let number = event.task.0 as usize;
                task_of.resize(task_of.len().max(number + 1), 0);
                task_of[number] = label;
            }
        }
        task_of
    }
}
