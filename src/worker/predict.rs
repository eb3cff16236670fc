use std::rc::Rc;

use super::serve::send;
use super::{Mistaken, Outline, Report};
use crate::event_loop::browser::now_ms;
use crate::export;
use crate::graph::{self, Program};
use crate::notation::{self, Mistakes, Parsed, Positions};
use crate::run::{self, Mode, TooManyEvents, Way};
use crate::what_if::{self, Knob};
use crate::words::Language;

/// As many mistakes are told one by one: more than anybody reads, and few enough for the page to
/// take in between two frames.
const MISTAKES_TOLD: usize = 1_000;

/// Reads `source`, predicts both runs of it, and reports them to the page bit by bit; with
/// `python` its export too, with `cores` the modelled ways too.
pub(super) fn predict(
    number: u32,
    source: &str,
    language: Language,
    python: bool,
    cores: Option<u32>,
) {
    let parsed = match notation::parse(source) {
        Ok(parsed) => parsed,
        Err(mistakes) => {
            let mistakes = told(source, &mistakes, language);
            return send(&Report::Mistaken { number, mistakes });
        }
    };
    let mut outline = outline(source, &parsed);
    outline.python = python.then(|| export::python(&outline.program, None));
    let program = Rc::new(outline.program.clone());
    send(&Report::Outline { number, outline });
    send(&match report_runs(number, &program, cores) {
        Ok(()) => Report::Predicted { number },
        Err(TooManyEvents) => Report::Mistaken {
            number,
            mistakes: told(source, &parsed.too_many_events(), language),
        },
    });
}

fn report_runs(
    number: u32,
    program: &Rc<Program>,
    cores: Option<u32>,
) -> Result<(), TooManyEvents> {
    for mode in Mode::BOTH {
        for events in run::predict_in_parts(program, mode)? {
            send(&Report::Record {
                number,
                mode,
                events,
            });
        }
    }
    for way in cores.into_iter().flat_map(Way::on) {
        for events in run::model_in_parts(program, way)? {
            send(&Report::Modelled {
                number,
                way,
                events,
            });
        }
    }
    Ok(())
}

/// Points of a sweep are told at least this often, in milliseconds: each time the page draws anew.
const SWEEP_MS: f64 = 100.0;

/// Predicts what `source` does where `knob` is at each of `values`, and reports it bit by bit.
pub(super) fn sweep(number: u32, source: &str, knob: &Knob, values: &[u64]) {
    let (mut points, mut last_ms) = (Vec::new(), now_ms());
    for (place, &value) in values.iter().enumerate() {
        points.push(what_if::sweep_point(source, knob, value));
        let is_last = place + 1 == values.len();
        if is_last || now_ms() - last_ms > SWEEP_MS {
            last_ms = now_ms();
            let points = std::mem::take(&mut points);
            send(&Report::Swept {
                number,
                points,
                is_last,
            });
        }
    }
}

fn told(source: &str, mistakes: &Mistakes, language: Language) -> Mistaken {
    Mistaken {
        first: mistakes
            .located(source, language)
            .take(MISTAKES_TOLD)
            .collect(),
        count: mistakes.as_slice().len(),
    }
}

fn outline(source: &str, parsed: &Parsed) -> Outline {
    let mut positions = Positions::new(source);
    let mut line_of = |byte| positions.at(byte).line;
    let ranges = parsed.node_ranges.iter();
    let node_lines = ranges
        .map(|range| line_of(range.start) - 1..line_of(range.end))
        .collect();
    Outline {
        node_lines,
        layout: graph::layout(&parsed.program),
        program: parsed.program.clone(),
        python: None,
        sites: Vec::new(),
    }
}
