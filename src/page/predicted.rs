use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use super::{Modelled, Prediction, Runs};
use crate::graph::{Layout, Program};

/// A program without mistakes, and what is predicted of it.
pub struct Predicted {
    /// The program's text.
    pub source: Rc<str>,
    /// Both runs of it.
    pub runs: Rc<Runs>,
    /// It in the modelled ways, where that was asked for.
    pub modelled: Option<Rc<Modelled>>,
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
            modelled: prediction.modelled.map(Rc::new),
            layout: prediction.layout,
            python: prediction.python.map(AttrValue::from),
            node_lines: prediction.node_lines,
        }
    }

    /// The program.
    pub fn program(&self) -> &Rc<Program> {
        self.runs.program()
    }

    /// The node that a line is of, counted from 0.
    pub fn node_on(&self, line: usize) -> Option<usize> {
        let node = self.node_lines.partition_point(|lines| lines.end <= line);
        let is_its = self.node_lines.get(node)?.contains(&line);
        is_its.then_some(node)
    }

    /// The lines, from 0, that a node stands on.
    pub fn lines_of(&self, node: usize) -> Option<Range<usize>> {
        self.node_lines.get(node).cloned()
    }
}
