use std::rc::Rc;

use super::serve::send;
use super::{Failure, Report};
use crate::gallery::Sketched;
use crate::notation;
use crate::run::{self, Mode};
use crate::trace::Trace;

/// Predicts both runs of `source`, and reports to the page what they come to.
pub(super) fn sketch(number: usize, source: &str) {
    let Ok(parsed) = notation::parse(source) else {
        return send(&Report::Failed(Failure::Mistaken));
    };
    let program = Rc::new(parsed.program);
    let [sequential, concurrent] =
        Mode::BOTH.map(|mode| Trace::of(program.clone(), &run::predict(&program, mode)));
    let sketched = Sketched::of(&sequential, &concurrent);
    send(&Report::Sketched { number, sketched });
}
