//! What is pointed at, here or there.

use std::ops::Range;

use super::App;
use crate::page::Pointed;

impl App {
    /// What is pointed at, be it in the graph, the timeline, the loop panel or the text.
    pub(super) fn pointed(&self) -> Option<Pointed> {
        let predicted = self.predicted.as_ref()?;
        let on_line = || predicted.node_on(self.pointed_line.filter(|_| !self.is_stale())?);
        self.pointed.or_else(|| on_line().map(Pointed::Node))
    }

    /// The node that is pointed at, or whose task is.
    pub(super) fn pointed_node(&self) -> Option<usize> {
        self.pointed()?.node(self.predicted.as_ref()?.program())
    }

    pub(super) fn pointed_lines(&self) -> Option<Range<usize>> {
        let predicted = self.predicted.as_ref().filter(|_| !self.is_stale())?;
        predicted.lines_of(self.pointed_node()?)
    }
}
