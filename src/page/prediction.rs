use std::ops::Range;
use std::rc::Rc;

use super::Runs;
use crate::event_loop::Event;
use crate::graph::Layout;
use crate::run::Mode;
use crate::worker::Outline;

/// What a worker predicts of a program, as far as it has arrived.
pub struct Prediction {
    /// Which request it is the answer to.
    pub number: u32,
    /// Both runs.
    pub runs: Runs,
    /// Where the nodes stand in the picture; none where there are too many to draw.
    pub layout: Option<Rc<Layout>>,
    /// The lines on which each node stands in the text, from 0.
    pub node_lines: Vec<Range<usize>>,
    /// The program as a Python script, where that was asked for.
    pub python: Option<String>,
}

impl Prediction {
    /// The answer to request `number`, of which only the outline is there.
    pub fn new(number: u32, outline: Outline) -> Self {
        Prediction {
            number,
            runs: Runs::new(&Rc::new(outline.program)),
            layout: outline.layout.map(Rc::new),
            node_lines: outline.node_lines,
            python: outline.python,
        }
    }

    /// Takes in the next part of the record of one run.
    pub fn extend(&mut self, mode: Mode, events: &[Event]) {
        self.runs.extend(mode, events);
    }
}
