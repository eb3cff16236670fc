use crate::graph::TaskIndex;
use crate::trace::{Row, Trace};

use super::state::{Counts, State};

/// When the tasks of each node enter and leave each state, so that a moment of a run that is over
/// is found without going through its tasks.
#[derive(Debug, Default)]
pub struct Timetable {
    nodes: Vec<Changes>,
}

/// When a node's tasks enter and leave each state, in order of time, in microseconds.
#[derive(Debug, Default)]
struct Changes {
    total: u32,
    entered: [Vec<u64>; State::ALL.len()],
    left: [Vec<u64>; State::ALL.len()],
}

impl Timetable {
    /// The timetable of a run that is over. Takes time in proportion to its spans.
    pub fn of(trace: &Trace) -> Self {
        let program = trace.program();
        let nodes = (0..program.nodes().len()).map(|node| {
            let tasks = program.tasks_of(node);
            Changes::of(&trace.rows()[tasks.start as usize..tasks.end as usize])
        });
        Timetable {
            nodes: nodes.collect(),
        }
    }

    /// How many of a node's tasks are in each state at `at_us`, microseconds since the run began.
    /// Takes time logarithmic in what happens to them.
    pub fn at(&self, node: usize, at_us: u64) -> Counts {
        let mut counts = Counts::default();
        let Some(changes) = self.nodes.get(node) else {
            return counts;
        };
        let by = |times: &Vec<u64>| times.partition_point(|&time_us| time_us <= at_us) as u32;
        for state in State::ALL {
            let at_first = if state == State::Ahead {
                changes.total
            } else {
                0
            };
            let entered = at_first + by(&changes.entered[state as usize]);
            counts.add(state, entered - by(&changes.left[state as usize]));
        }
        counts
    }
}

impl Changes {
    fn of(rows: &[Row]) -> Self {
        let mut changes = Changes {
            total: rows.len() as u32,
            ..Changes::default()
        };
        for row in rows {
            let mut before = State::Ahead;
            for (time_us, state) in states(row) {
                if state != before {
                    changes.left[before as usize].push(time_us);
                    changes.entered[state as usize].push(time_us);
                    before = state;
                }
            }
        }
        for times in changes.entered.iter_mut().chain(&mut changes.left) {
            times.sort_unstable();
        }
        changes
    }
}

/// Since when a task is in which state. Between two spans it stays in the earlier one's.
fn states(row: &Row) -> impl Iterator<Item = (u64, State)> {
    let spans = row.spans.iter();
    let spans = spans.map(|span| (span.from_us, State::of_span(span.kind)));
    let end = row.end_us.zip(row.outcome.map(State::of_outcome));
    spans.chain(end)
}

/// How many of a node's tasks are in each state at `at_us`, microseconds since the run began, in a
/// run that goes on and of which nothing later is known. Takes time in proportion to its tasks.
pub fn counts_at(trace: &Trace, node: usize, at_us: u64) -> Counts {
    let mut counts = Counts::default();
    for task in trace.program().tasks_of(node) {
        counts.add(state_at(trace, task, at_us), 1);
    }
    counts
}

fn state_at(trace: &Trace, task: TaskIndex, at_us: u64) -> State {
    let row = &trace.rows()[task as usize];
    if let Some((end_us, outcome)) = row.end_us.zip(row.outcome)
        && end_us <= at_us
    {
        return State::of_outcome(outcome);
    }
    let open = trace.open_spans(task, at_us);
    let open = open.filter(|span| span.from_us <= at_us).last();
    let begun = row.spans.partition_point(|span| span.from_us <= at_us);
    match open.or(row.spans[..begun].last().copied()) {
        Some(span) => State::of_span(span.kind),
        None => State::Ahead,
    }
}

/// How far a task is on the way from its start to its end at `at_us`, as a share. Where its end is
/// not known, it is expected `longest_us` after its start, and never reached before it is known.
pub fn progress(row: &Row, at_us: u64, longest_us: u64) -> f64 {
    let Some(start_us) = row.start_us.filter(|&start_us| start_us <= at_us) else {
        return 0.0;
    };
    let most = if row.end_us.is_some() { 1.0 } else { 0.95 };
    let end_us = row.end_us.unwrap_or(start_us.saturating_add(longest_us));
    let passed_us = (at_us - start_us) as f64;
    (passed_us / end_us.saturating_sub(start_us).max(1) as f64).min(most)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::run::{Mode, predict};

    fn trace(text: &str) -> Trace {
        let program = crate::notation::parse(text).expect("no mistake").program;
        let program = Rc::new(program);
        let events = predict(&program, Mode::Concurrent).unwrap();
        Trace::of(program, &events)
    }

    /// What a node's tasks are up to, such as `2 Done, 1 Ahead`.
    fn at(trace: &Trace, node: usize, at_us: u64) -> String {
        let counts = Timetable::of(trace).at(node, at_us);
        let present = counts.present();
        let texts: Vec<String> = present
            .map(|(state, count)| format!("{count} {state:?}"))
            .collect();
        texts.join(", ")
    }

    #[test]
    fn a_family_at_a_pool_runs_waits_and_is_done() {
        let trace = trace("pool db = 2\nuser: io 1s\nposts[1..5]: io 1s after user using db");
        assert_eq!(at(&trace, 1, 0), "5 Ahead");
        assert_eq!(at(&trace, 1, 999_999), "5 Ahead");
        assert_eq!(at(&trace, 1, 1_000_000), "2 Running, 3 Waiting");
        assert_eq!(at(&trace, 1, 2_500_000), "2 Done, 2 Running, 1 Waiting");
        assert_eq!(at(&trace, 1, 4_000_000), "5 Done");
        assert_eq!(at(&trace, 1, u64::MAX), "5 Done");
    }

    #[test]
    fn a_failure_cancels_what_runs() {
        let trace = trace("a: io 1s fails\nb: io 2s\nc: io 1s after a");
        assert_eq!(at(&trace, 0, 500_000), "1 Running");
        assert_eq!(at(&trace, 0, 1_000_000), "1 Failed");
        assert_eq!(at(&trace, 1, 1_000_000), "1 Cancelled");
        assert_eq!(at(&trace, 2, 500_000), "1 Ahead");
    }

    #[test]
    fn where_the_others_go_on_what_comes_after_a_failure_is_skipped() {
        let trace = trace("on failure continue\na: io 1s fails\nb: io 1s after a");
        assert_eq!(at(&trace, 1, 1_000_000), "1 Skipped");
    }

    #[test]
    fn tasks_that_wait_for_ever_are_deadlocked() {
        let text = "pool db = 1\npool api = 1\npool go = 1\nb: io 2s using go\n\
            a: io 1s using db, go, api\nc: io 1s using api, db";
        let trace = trace(text);
        assert_eq!(at(&trace, 1, 1_000_000), "1 Waiting");
        assert_eq!(at(&trace, 1, 2_000_000), "1 Deadlocked");
    }

    #[test]
    fn a_held_loop_lets_others_wait() {
        let trace = trace("a: cpu 1s\nb: io 1s");
        assert_eq!(at(&trace, 0, 500_000), "1 Running");
        assert_eq!(at(&trace, 1, 500_000), "1 Waiting");
    }

    #[test]
    fn what_is_counted_on_the_way_is_what_the_timetable_says() {
        let text = "pool db = 2\na[1..6]: io 1s then cpu 100ms using db fails 1 retry 2 backoff 50ms\nb: thread 1s after a";
        let program = crate::notation::parse(text).expect("no mistake").program;
        let program = Rc::new(program);
        let events = predict(&program, Mode::Concurrent).unwrap();
        let whole = Trace::of(program.clone(), &events);
        let timetable = Timetable::of(&whole);
        let mut times: Vec<u64> = events.iter().map(|event| event.time_us).collect();
        times.dedup();
        for time_us in times {
            let count = events.partition_point(|event| event.time_us <= time_us);
            let part = Trace::of(program.clone(), &events[..count]);
            for node in 0..program.nodes().len() {
                let now = counts_at(&part, node, time_us + 1);
                assert_eq!(now, timetable.at(node, time_us + 1), "{node} at {time_us}");
            }
        }
    }

    #[test]
    fn progress_goes_from_the_start_to_the_end() {
        let trace = trace("a: io 1s\nb: io 2s after a");
        let row = &trace.rows()[1];
        let shares = [0, 1_000_000, 2_000_000, 3_000_000, 9_000_000];
        let shares = shares.map(|at_us| progress(row, at_us, 2_000_000));
        assert_eq!(shares, [0.0, 0.0, 0.5, 1.0, 1.0]);
    }
}
