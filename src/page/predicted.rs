use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use super::standing::{Standing, standing};
use super::{Modelled, OutputLines, Prediction, Runs};
use crate::event_loop::Record;
use crate::graph::{self, Layout, Program};
use crate::worker::{Outline, Site};

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
    /// What the concurrent run of a Python program writes.
    pub output: Rc<OutputLines>,
    node_lines: Vec<Range<usize>>,
    sites: Vec<Vec<Site>>,
    /// Nothing is predicted of it.
    is_unknown: bool,
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
            output: Rc::new(prediction.output),
            node_lines: prediction.node_lines,
            sites: prediction.sites,
            is_unknown: false,
        }
    }

    /// A Python program of which nothing is known before it is run.
    pub fn unknown(source: Rc<str>) -> Self {
        let program = Program::new(Vec::new(), Vec::new());
        let outline = Outline {
            layout: graph::layout(&program),
            program,
            node_lines: Vec::new(),
            python: None,
            sites: Vec::new(),
        };
        Predicted {
            is_unknown: true,
            ..Predicted::new(source, Prediction::new(0, outline))
        }
    }

    /// Both runs as far as they are predicted; none where nothing is.
    pub fn known_runs(&self) -> Option<Rc<Runs>> {
        (!self.is_unknown).then(|| self.runs.clone())
    }

    /// What is known once a live run has shown that the program has more tasks.
    pub fn outgrown(&self, outline: Outline) -> Self {
        let mut runs = Runs::clone(&self.runs);
        runs.outgrow(&Rc::new(outline.program));
        Predicted {
            source: self.source.clone(),
            runs: Rc::new(runs),
            modelled: None,
            layout: outline.layout.map(Rc::new),
            python: None,
            output: self.output.clone(),
            node_lines: outline.node_lines,
            sites: outline.sites,
            is_unknown: self.is_unknown,
        }
    }

    /// The program.
    pub fn program(&self) -> &Rc<Program> {
        self.runs.program()
    }

    /// The node that a line is of, counted from 0. Of a Python program's that is the one of the
    /// fewest lines: functions stand in one another.
    pub fn node_on(&self, line: usize) -> Option<usize> {
        if self.sites.is_empty() {
            let node = self.node_lines.partition_point(|lines| lines.end <= line);
            return self.node_lines.get(node)?.contains(&line).then_some(node);
        }
        let nodes = self.node_lines.iter().enumerate();
        let around = nodes.filter(|(_, lines)| lines.contains(&line));
        around
            .min_by_key(|(_, lines)| lines.len())
            .map(|(node, _)| node)
    }

    /// The places in the text at which tasks of a Python program stand when `events` of the
    /// concurrent run's `record` have happened.
    pub fn standing(&self, record: &Record, events: usize) -> Vec<Standing> {
        standing(record, events, self.program(), &self.sites)
    }

    /// The lines, from 0, that a node stands on.
    pub fn lines_of(&self, node: usize) -> Option<Range<usize>> {
        self.node_lines.get(node).cloned()
    }
}
