mod shape;
mod what;

use crate::graph::TaskIndex;
use crate::trace::{critical_path, metrics};

use super::RecordedRun;
use super::pool_history::PoolHistory;
use shape::{DisturbedShape, PathShape, RecordShape, RunShape, TaskShape};
use what::EventShape;

/// Runs of the program that `text` is, with all that was recorded of them, as JSON:
///
/// ```text
/// { format: "interleave-record", version: 1,
///   program: "a: io 1s\n", seed: 1,
///   runs: [{
///     mode: "sequential" | "concurrent",
///     source: "predicted" | "measured",
///     complete,                       // whether every task has ended
///     makespan_us,                    // the last end so far
///     disturbed: [{ what, from_us, to_us, by_us, tab | null }],
///     tasks: [{ name, start_us | null, end_us | null, outcome | null, attempts,
///               spans: [{ kind, from_us, to_us, pool? }] }],
///     events: [{ time_us, task, what, … }],
///     critical_path: [{ task, from_us, to_us, why | null }],
///     metrics: { waiting_us, loop_busy_us, lost_us, most_at_once }
///   }] }
/// ```
///
/// Times are whole microseconds since the run began; those of a measured run are as the program
/// has them, at whatever speed it ran. Tasks stand in source order, and a task elsewhere is its
/// place among them, from 0. Pools are named.
///
/// - `disturbed` is what got in the way of a measured run, whose times are not the program's alone
///   then. Its `what` is `late` (the loop was woken so much later than what it waited for was
///   there), `stalled` (its thread stood still in a step that holds it) or `clock_jumped` (the
///   computer slept, or its clock was set: back where `by_us` is below zero); `by_us` are real
///   microseconds, at whatever speed it ran; and `tab` is `hidden` or `frozen` where it was that.
/// - `kind` is `io`, `cpu`, `block`, `thread`, `waiting_for_task`, `waiting_for_pool` (with
///   `pool`), `waiting_for_thread`, `backoff` or `ready`.
/// - `outcome` is `done`, `failed`, `timed_out`, `cancelled`, `skipped` or `deadlocked`.
/// - `why` is what the part of the path before it did: `ended`, `gave_back`, `freed_thread`,
///   `freed_loop` or `cancelled`.
/// - `what` is one of these, with what follows it:
///
/// | `what` | and |
/// | --- | --- |
/// | `created` | `creator`, a task or null |
/// | `ready` | `cause`: `start`, `timer`, or `task` with `by`, that task |
/// | `step_began` | |
/// | `reached` | `place`: `step`, `backoff`, `failing`, `timed_out` or `skipped`; at a step its `step`, from 0 |
/// | `hold_began`, `hold_ended` | `hold`: `compute` or `block`, at its beginning |
/// | `thread_began` | `since_us` |
/// | `thread_ends` | `until_us` |
/// | `acquired`, `released` | `pool` |
/// | `waits` | `on`: `timer` with `until_us`, `pool` with `pool`, `task` with `of`, that task, `tasks`, `future`, `executor`, `lock`, `event`, `condition` or `queue` |
/// | `ended` | `outcome`: `done`, `failed`, `cancelled` or `deadlocked` |
///
/// Later versions of the shape add to it; what changes or goes has another `version`. Takes time
/// n log n in the length of the records.
pub fn record_json(text: &str, runs: &[RecordedRun]) -> String {
    let seed = runs.first().map(|run| run.trace.program().seed());
    let shape = RecordShape {
        format: "interleave-record",
        version: 1,
        program: text,
        seed,
        runs: runs.iter().map(run_shape).collect(),
    };
    // Only a map whose keys are no strings can't be written.
    let mut json = serde_json::to_string(&shape).unwrap_or_default();
    json.push('\n');
    json
}

fn run_shape<'a>(run: &RecordedRun<'a>) -> RunShape<'a> {
    let trace = run.trace;
    let pools = PoolHistory::of(run);
    let task_of = run.task_of();
    let tasks = 0..trace.rows().len() as TaskIndex;
    RunShape {
        mode: run.mode.word(),
        source: run.source.word(),
        complete: trace.is_complete(),
        makespan_us: trace.makespan_us(),
        disturbed: run.disturbances.iter().map(DisturbedShape::from).collect(),
        tasks: tasks.map(|task| TaskShape::of(run, &pools, task)).collect(),
        events: (run.events.iter())
            .map(|event| EventShape::of(&event, trace.program(), &task_of))
            .collect(),
        critical_path: critical_path(trace)
            .into_iter()
            .map(PathShape::from)
            .collect(),
        metrics: metrics(trace).into(),
    }
}
