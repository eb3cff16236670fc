use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use super::{Prediction, Runs};
use crate::graph::{Layout, Program, TaskIndex};

/// A program without mistakes, and what is predicted of it.
pub struct Predicted {
    /// The program's text.
    pub source: Rc<str>,
    /// Both runs of it.
    pub runs: Rc<Runs>,
    /// Where its nodes stand in the picture; none where there are too many to draw.
    pub layout: Option<Rc<Layout>>,
    /// The program as a Python script, where that was asked for.
    pub python: Option<AttrValue>,
    node_lines: Vec<Range<usize>>,
}

impl Predicted {
    /// What `prediction` says of `source`.
    pub fn new(source: Rc<str>, prediction: Prediction) -> Self {
        Predicted {
            source,
            runs: Rc::new(prediction.runs),
            layout: prediction.layout,
            python: prediction.python.map(AttrValue::from),
            node_lines: prediction.node_lines,
        }
    }

    /// The program.
    pub fn program(&self) -> &Rc<Program> {
        self.runs.program()
    }

    /// The first task of a node; none where there is no such node.
    pub fn first_task(&self, node: usize) -> Option<TaskIndex> {
        let program = self.program();
        (node < program.nodes().len()).then(|| program.tasks_of(node).start)
    }

    /// The first of the tasks that a line is of, counted from 0.
    pub fn task_on(&self, line: usize) -> Option<TaskIndex> {
        let node = self.node_lines.partition_point(|lines| lines.end <= line);
        let is_its = self.node_lines.get(node)?.contains(&line);
        is_its.then(|| self.first_task(node))?
    }

    /// The lines, from 0, that `task` stands on.
    pub fn lines_of(&self, task: TaskIndex) -> Option<Range<usize>> {
        self.node_lines.get(self.program().node_of(task)).cloned()
    }
}
