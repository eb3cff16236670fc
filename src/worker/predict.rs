use std::rc::Rc;

use super::Prediction;
use crate::graph;
use crate::notation::{self, Located, Positions};
use crate::run::{self, Mode};

/// Reads `source` and predicts both runs of it.
///
/// # Errors
/// Every mistake of the program, in order.
pub fn predict(source: &str) -> Result<Prediction, Vec<Located>> {
    let parsed = notation::parse(source).map_err(|mistakes| mistakes.located(source))?;
    let mut positions = Positions::new(source);
    let mut line_of = |byte| positions.at(byte).line;
    let ranges = parsed.node_ranges.iter();
    let node_lines = ranges
        .map(|range| line_of(range.start) - 1..line_of(range.end))
        .collect();
    let program = Rc::new(parsed.program);
    let sequential = run::predict(&program, Mode::Sequential);
    let concurrent = run::predict(&program, Mode::Concurrent);
    let layout = graph::layout(&program);
    Ok(Prediction {
        node_lines,
        layout,
        sequential,
        concurrent,
        program: Rc::unwrap_or_clone(program),
    })
}
