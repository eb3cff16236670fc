use std::ops::Range;
use std::rc::Rc;

use super::{Modelled, OutputLines, Runs};
use crate::event_loop::Events;
use crate::graph::Layout;
use crate::run::{Mode, Way};
use crate::worker::{Outline, Site};

/// What a worker predicts of a program, as far as it has arrived.
pub struct Prediction {
    /// Which request it is the answer to.
    pub number: u32,
    /// Both runs.
    pub runs: Runs,
    /// The modelled runs, where they were asked for.
    pub modelled: Option<Modelled>,
    /// Where the nodes stand in the picture; none where there are too many to draw.
    pub layout: Option<Rc<Layout>>,
    /// The lines on which each node stands in the text, from 0.
    pub node_lines: Vec<Range<usize>>,
    /// The program as a Python script, where that was asked for.
    pub python: Option<String>,
    /// For each node of a Python program its steps in the text.
    pub sites: Vec<Vec<Site>>,
    /// What the concurrent run of a Python program writes.
    pub output: OutputLines,
}

impl Prediction {
    /// The answer to request `number`, of which only the outline is there.
    pub fn new(number: u32, outline: Outline) -> Self {
        Prediction {
            number,
            runs: Runs::new(&Rc::new(outline.program)),
            modelled: None,
            layout: outline.layout.map(Rc::new),
            node_lines: outline.node_lines,
            python: outline.python,
            sites: outline.sites,
            output: OutputLines::default(),
        }
    }

    /// Takes in the next part of the record of one run.
    pub fn extend(&mut self, mode: Mode, events: Events) {
        self.runs.extend(mode, events);
    }

    /// Takes in the next part of the record of a modelled run.
    pub fn extend_way(&mut self, way: Way, events: &Events) {
        let program = self.runs.program();
        let modelled = self.modelled.get_or_insert_default();
        modelled.extend(program, way, events);
    }
}
