use std::collections::HashMap;
use std::rc::Rc;

use crate::graph::{Program, TaskIndex};
use crate::page::same::same;
use crate::page::{LiveRun, Runs};
use crate::trace::{Span, SpanKind, Spans, Trace, critical_path};

/// The runs that a [`Path`] is taken from.
#[derive(Clone)]
pub struct PathSource {
    /// Both runs as predicted.
    pub predicted: Option<Rc<Runs>>,
    /// The live run, once it is over.
    pub over: Option<Rc<LiveRun>>,
}

impl PartialEq for PathSource {
    fn eq(&self, other: &Self) -> bool {
        same(&self.predicted, &other.predicted) && same(&self.over, &other.over)
    }
}

impl PathSource {
    /// The measured critical path, or else the predicted one.
    pub fn path(&self) -> Option<Rc<Path>> {
        let path = match (&self.over, &self.predicted) {
            (Some(live), _) => Path::of(&live.runs().concurrent),
            (None, Some(runs)) => Path::of(&runs.concurrent),
            (None, None) => return None,
        };
        Some(Rc::new(path))
    }
}

/// The critical path as it is drawn: the steps on it, and the backoffs.
#[derive(Debug, Default)]
pub struct Path {
    of_task: HashMap<TaskIndex, Spans>,
    /// By the node's place in the program.
    of_node: HashMap<usize, Spans>,
}

impl Path {
    /// The critical path of a run. Takes time linear in its length, and in the spans of the tasks
    /// on it.
    pub fn of(trace: &Trace) -> Self {
        let program: &Program = trace.program();
        let mut path = Path::default();
        for part in critical_path(trace) {
            let spans = &trace.rows()[part.task as usize].spans;
            let first = spans.first_after(0, part.from_us);
            let on_path = spans[first..]
                .iter()
                .take_while(|span| span.from_us < part.to_us)
                .filter(|span| matches!(span.kind, SpanKind::Step(_) | SpanKind::Backoff))
                .map(|span| Span {
                    from_us: span.from_us.max(part.from_us),
                    to_us: span.to_us.min(part.to_us),
                    ..*span
                });
            let of_task = path.of_task.entry(part.task).or_default();
            let before = of_task.len();
            of_task.extend(on_path);
            let of_node = path.of_node.entry(program.node_of(part.task)).or_default();
            of_node.extend(of_task[before..].iter().copied());
        }
        path
    }

    /// What is on it of a task, in order of time.
    pub fn of_task(&self, task: TaskIndex) -> Option<&Spans> {
        self.of_task.get(&task)
    }

    /// What is on it of all tasks of a node, in order of time.
    pub fn of_node(&self, node: usize) -> Option<&Spans> {
        self.of_node.get(&node)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{notation, run};

    #[test]
    fn the_steps_that_the_end_hangs_on_are_on_the_path() {
        let text = "a[1..2]: io 3s\nb: io 1s\nc: io 1s then cpu 1s after a, b";
        let program = Rc::new(notation::parse(text).unwrap().program);
        let events = run::predict(&program, run::Mode::Concurrent).unwrap();
        let path = Path::of(&Trace::of(program, &events));
        let times = |spans: Option<&Spans>| -> Vec<_> {
            let seconds = |us: u64| us / 1_000_000;
            let times = spans.into_iter().flatten();
            times
                .map(|span| (seconds(span.from_us), seconds(span.to_us)))
                .collect()
        };
        assert_eq!(times(path.of_task(2)), []);
        assert_eq!(times(path.of_task(3)), [(3, 4), (4, 5)]);
        assert_eq!(times(path.of_node(0)), [(0, 3)]);
    }
}
