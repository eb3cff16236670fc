use serde::Serialize;

use crate::event_loop::browser::{Absence, Disturbance, DisturbanceKind};
use crate::graph::TaskIndex;
use crate::trace::{Metrics, Outcome, PathPart, Span, SpanKind, Why};

use super::super::RecordedRun;
use super::super::pool_history::PoolHistory;
use super::what::EventShape;

#[derive(Serialize)]
pub struct RecordShape<'a> {
    pub format: &'static str,
    pub version: u32,
    pub program: &'a str,
    pub seed: Option<u32>,
    pub runs: Vec<RunShape<'a>>,
}

#[derive(Serialize)]
pub struct RunShape<'a> {
    pub mode: &'static str,
    pub source: &'static str,
    pub complete: bool,
    pub makespan_us: u64,
    pub disturbed: Vec<DisturbedShape>,
    pub tasks: Vec<TaskShape<'a>>,
    pub events: Vec<EventShape<'a>>,
    pub critical_path: Vec<PathShape>,
    pub metrics: MetricsShape,
}

#[derive(Serialize)]
pub struct DisturbedShape {
    what: &'static str,
    from_us: u64,
    to_us: u64,
    by_us: i64,
    tab: Option<&'static str>,
}

#[derive(Serialize)]
pub struct TaskShape<'a> {
    name: String,
    start_us: Option<u64>,
    end_us: Option<u64>,
    outcome: Option<&'static str>,
    attempts: u32,
    spans: Vec<SpanShape<'a>>,
}

#[derive(Serialize)]
struct SpanShape<'a> {
    kind: &'static str,
    from_us: u64,
    to_us: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pool: Option<&'a str>,
}

#[derive(Serialize)]
pub struct PathShape {
    task: TaskIndex,
    from_us: u64,
    to_us: u64,
    why: Option<&'static str>,
}

#[derive(Serialize)]
pub struct MetricsShape {
    waiting_us: u64,
    loop_busy_us: u64,
    lost_us: u64,
    most_at_once: u32,
}

impl<'a> TaskShape<'a> {
    pub fn of(run: &RecordedRun<'a>, pools: &PoolHistory, task: TaskIndex) -> Self {
        let program = run.trace.program();
        let row = &run.trace.rows()[task as usize];
        let span_shape = |span: Span| {
            let waits = span.kind == SpanKind::WaitingForPool;
            let pool = waits
                .then(|| pools.waited_for(task, span.from_us))
                .flatten();
            SpanShape {
                kind: kind_word(span.kind),
                from_us: span.from_us,
                to_us: span.to_us,
                pool: pool.map(|pool| program.pools()[pool].name.as_str()),
            }
        };
        TaskShape {
            name: program.task_name(task),
            start_us: row.start_us,
            end_us: row.end_us,
            outcome: row.outcome.map(outcome_word),
            attempts: row.attempts,
            spans: run.spans(task).map(span_shape).collect(),
        }
    }
}

impl From<&Disturbance> for DisturbedShape {
    fn from(disturbance: &Disturbance) -> Self {
        DisturbedShape {
            what: match disturbance.kind {
                DisturbanceKind::Late => "late",
                DisturbanceKind::Stalled => "stalled",
                DisturbanceKind::ClockJumped => "clock_jumped",
            },
            from_us: disturbance.from_us,
            to_us: disturbance.to_us,
            by_us: disturbance.by_us,
            tab: disturbance.absence.map(|absence| match absence {
                Absence::Hidden => "hidden",
                Absence::Frozen => "frozen",
            }),
        }
    }
}

impl From<PathPart> for PathShape {
    fn from(part: PathPart) -> Self {
        PathShape {
            task: part.task,
            from_us: part.from_us,
            to_us: part.to_us,
            why: part.why.map(why_word),
        }
    }
}

impl From<Metrics> for MetricsShape {
    fn from(metrics: Metrics) -> Self {
        MetricsShape {
            waiting_us: metrics.waiting_us,
            loop_busy_us: metrics.loop_busy_us,
            lost_us: metrics.lost_us,
            most_at_once: metrics.most_at_once,
        }
    }
}

fn kind_word(kind: SpanKind) -> &'static str {
    match kind {
        SpanKind::Step(step) => step.word(),
        SpanKind::WaitingForTask => "waiting_for_task",
        SpanKind::WaitingForPool => "waiting_for_pool",
        SpanKind::WaitingForThread => "waiting_for_thread",
        SpanKind::Backoff => "backoff",
        SpanKind::Ready => "ready",
    }
}

fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::TimedOut => "timed_out",
        _ => outcome.word(),
    }
}

fn why_word(why: Why) -> &'static str {
    match why {
        Why::Ended => "ended",
        Why::GaveBack => "gave_back",
        Why::FreedThread => "freed_thread",
        Why::FreedLoop => "freed_loop",
        Why::Cancelled => "cancelled",
    }
}
