use std::collections::HashSet;

use crate::trace::{Trace, critical_path};

/// The nodes that the critical path leads through, and the ways between them.
#[derive(Debug, Default)]
pub struct Critical {
    /// As places in the program.
    pub nodes: HashSet<usize>,
    /// From one to the next.
    pub edges: HashSet<(usize, usize)>,
}

impl Critical {
    /// The critical path of a run.
    pub fn of(trace: &Trace) -> Self {
        let path = critical_path(trace);
        let program = trace.program();
        let places: Vec<usize> = (path.iter())
            .map(|part| program.node_of(part.task))
            .collect();
        Critical {
            edges: places.windows(2).map(|pair| (pair[0], pair[1])).collect(),
            nodes: places.into_iter().collect(),
        }
    }
}
