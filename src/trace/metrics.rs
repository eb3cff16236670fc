use super::{Span, SpanKind, Trace};
use crate::graph::StepKind;

/// The figures of a run; times are in microseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Metrics {
    /// How long the loop had nothing to do but wait.
    pub waiting_us: u64,
    /// How long the loop was held, by `cpu` and `block`.
    pub loop_busy_us: u64,
    /// How long the loop was held while a task could have gone on.
    pub lost_us: u64,
    /// The most tasks that were in a step at once.
    pub most_at_once: u32,
}

/// The figures of a run as far as it has been recorded. Takes time n log n in its spans.
///
/// ```
/// # use std::rc::Rc;
/// use interleave::{notation, run, trace};
///
/// let program = notation::parse("a: cpu 3s\nb: cpu 1s\nc: io 5s").unwrap().program;
/// let program = Rc::new(program);
/// let events = run::predict(&program, run::Mode::Concurrent).unwrap();
/// let metrics = trace::metrics(&trace::Trace::of(program, &events));
/// assert_eq!((metrics.loop_busy_us, metrics.lost_us), (4_000_000, 4_000_000));
/// assert_eq!((metrics.waiting_us, metrics.most_at_once), (5_000_000, 1));
/// ```
pub fn metrics(trace: &Trace) -> Metrics {
    let mut loop_busy_us = 0;
    let mut ready = Vec::new();
    let mut steps = Vec::new();
    for span in trace.rows().iter().flat_map(|row| &row.spans) {
        match span.kind {
            SpanKind::Step(kind) => {
                steps.push(*span);
                if matches!(kind, StepKind::Cpu | StepKind::Block) {
                    loop_busy_us += span.to_us - span.from_us;
                }
            }
            SpanKind::Ready => ready.push(*span),
            _ => {}
        }
    }
    Metrics {
        waiting_us: trace.makespan_us().saturating_sub(loop_busy_us),
        loop_busy_us,
        lost_us: covered_us(ready),
        most_at_once: most_at_once(&steps),
    }
}

/// How much time at least one of the spans covers.
fn covered_us(mut spans: Vec<Span>) -> u64 {
    spans.sort_unstable_by_key(|span| span.from_us);
    let mut covered_us = 0;
    let mut end_us = 0;
    for span in spans {
        covered_us += span.to_us.saturating_sub(span.from_us.max(end_us));
        end_us = end_us.max(span.to_us);
    }
    covered_us
}

/// The greatest number of tasks whose spans overlap; touching is not overlapping.
fn most_at_once(spans: &[Span]) -> u32 {
    let mut begins: Vec<u64> = spans.iter().map(|span| span.from_us).collect();
    let mut ends: Vec<u64> = spans.iter().map(|span| span.to_us).collect();
    begins.sort_unstable();
    ends.sort_unstable();
    let mut ended = 0;
    let mut most = 0;
    for (begun, begin_us) in (1..).zip(begins) {
        while ends[ended] <= begin_us {
            ended += 1;
        }
        most = most.max(begun - ended);
    }
    most as u32
}
