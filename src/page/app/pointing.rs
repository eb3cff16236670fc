//! What is pointed at, here or there.

use std::ops::Range;

use super::App;
use crate::graph::TaskIndex;

impl App {
    /// The task that is pointed at, be it in the graph, the timeline or the text.
    pub(super) fn pointed_task(&self) -> Option<TaskIndex> {
        let predicted = self.predicted.as_ref()?;
        let on_line = || predicted.task_on(self.pointed_line.filter(|_| !self.is_stale())?);
        let task = self.pointed.or_else(on_line)?;
        (task < predicted.program().task_count()).then_some(task)
    }

    pub(super) fn pointed_lines(&self) -> Option<Range<usize>> {
        let predicted = self.predicted.as_ref().filter(|_| !self.is_stale())?;
        predicted.lines_of(self.pointed_task()?)
    }
}
