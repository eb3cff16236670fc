use std::rc::Rc;

use super::serve::send;
use super::{Failure, Report};
use crate::gallery::Sketched;
use crate::graph::EVENT_LIMIT;
use crate::notation;
use crate::run::{self, Mode, TooManyEvents};
use crate::trace::Trace;

/// Predicts both runs of `source`, and reports to the page what they come to.
pub(super) fn sketch(number: usize, source: &str) {
    let Ok(parsed) = notation::parse(source) else {
        return send(&Report::Failed(Failure::Mistaken));
    };
    let program = Rc::new(parsed.program);
    let predicted = |mode| {
        let record = run::predict(&program, mode)?;
        Ok(Trace::of(program.clone(), &record))
    };
    let sketched = predicted(Mode::Sequential).and_then(|sequential| {
        let concurrent = predicted(Mode::Concurrent)?;
        Ok(Sketched::of(&sequential, &concurrent))
    });
    send(&match sketched {
        Ok(sketched) => Report::Sketched { number, sketched },
        Err(TooManyEvents) => Report::Failed(Failure::TooManyEvents { most: EVENT_LIMIT }),
    });
}
