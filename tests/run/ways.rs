//! Threads and processes, as they are modelled.

use std::rc::Rc;

use interleave::notation;
use interleave::run::{self, Way};
use interleave::trace::{SpanKind, Trace};

use super::concurrent;

fn trace(source: &str, way: Way) -> Trace {
    let parsed = notation::parse(source).expect("the program has no mistake");
    let program = Rc::new(parsed.program);
    Trace::of(program.clone(), &run::model(&program, way).unwrap())
}

/// As of the other ways: `makespan | name start-end …` in milliseconds.
fn figures(source: &str, way: Way) -> String {
    let trace = trace(source, way);
    let ms = |us: u64| (us as f64 / 1000.0).to_string();
    let tasks = (0..).zip(trace.rows()).map(|(task, row)| {
        let name = trace.program().task_name(task);
        let start = row.start_us.map_or(String::from("never"), ms);
        let end = row.end_us.map_or(String::from("never"), ms);
        let outcome = match row.outcome.map_or("none", |outcome| outcome.word()) {
            "done" => String::new(),
            other => format!(" {other}"),
        };
        format!("{name} {start}-{end}{outcome}")
    });
    let makespan = ms(trace.makespan_us());
    format!("{makespan} | {}", tasks.collect::<Vec<_>>().join(", "))
}

fn threads(source: &str) -> String {
    figures(source, Way::Threads)
}

fn processes(cores: u32, source: &str) -> String {
    figures(source, Way::Processes { cores })
}

#[test]
fn waits_overlap_in_threads_and_in_processes() {
    let source = "A: io 2s\nB: io 2s\nC: io 2s";
    assert_eq!(threads(source), "2000 | A 0-2000, B 0-2000, C 0-2000");
    assert_eq!(processes(1, source), threads(source));
}

#[test]
fn calls_that_block_overlap_as_well() {
    let source = "A: block 2s\nB: block 2s\nC: block 2s";
    assert_eq!(threads(source), "2000 | A 0-2000, B 0-2000, C 0-2000");
    assert_eq!(processes(2, source), threads(source));
}

#[test]
fn computing_takes_turns_under_the_lock_and_overlaps_on_cores() {
    let source = "A: cpu 2s\nB: cpu 2s\nC: cpu 2s";
    assert_eq!(threads(source), "6000 | A 0-6000, B 0-6000, C 0-6000");
    assert_eq!(processes(2, source), "3000 | A 0-3000, B 0-3000, C 0-3000");
    assert_eq!(processes(3, source), "2000 | A 0-2000, B 0-2000, C 0-2000");
    assert_eq!(processes(4, source), processes(3, source));
    assert_eq!(processes(0, source), threads(source));
}

#[test]
fn who_waits_leaves_the_lock_to_who_computes() {
    assert_eq!(
        threads("A: io 1s then cpu 1s\nB: cpu 2s then io 3s"),
        // From 1 s to 3 s they share it.
        "6000 | A 0-3000, B 0-6000"
    );
}

#[test]
fn a_short_computation_is_not_held_up_by_a_long_one() {
    let source = "long: cpu 10s\nshort: cpu 1s then io 10s";
    assert_eq!(
        concurrent(source),
        "21000 | long 0-10000, short 10000-21000"
    );
    assert_eq!(threads(source), "12000 | long 0-11000, short 0-12000");
}

#[test]
fn a_computation_is_one_span_however_many_take_turns() {
    let trace = trace("t[1..100]: cpu 10s", Way::Threads);
    assert_eq!(trace.makespan_us(), 1_000_000_000);
    assert!(trace.rows().iter().all(|row| row.spans.len() == 1));
    assert!(trace.steps().iter().all(|span| span.to_us == 1_000_000_000));
}

#[test]
fn a_thread_step_is_in_a_thread_already() {
    let source = "threads 1\nt[1..2]: thread 2s";
    assert_eq!(threads(source), "2000 | t[1] 0-2000, t[2] 0-2000");
}

#[test]
fn what_comes_after_waits_for_it() {
    let source = "a: cpu 1s\nb: cpu 1s\nc: io 1s after a, b\nd: io 1s after any a, b";
    assert_eq!(
        threads(source),
        "3000 | a 0-2000, b 0-2000, c 2000-3000, d 2000-3000"
    );
    assert_eq!(
        processes(2, source),
        "2000 | a 0-1000, b 0-1000, c 1000-2000, d 1000-2000"
    );
}

#[test]
fn a_pool_lets_in_as_many_as_its_size_first_come_first_served() {
    let source = "pool p = 2\nt[1..5]: block 1s using p";
    assert_eq!(
        threads(source),
        "3000 | t[1] 0-1000, t[2] 0-1000, t[3] 1000-2000, t[4] 1000-2000, t[5] 2000-3000"
    );
}

#[test]
fn threads_that_take_pools_in_opposite_order_wait_for_ever() {
    let source = "pool p = 1\npool q = 1\npool r = 1\n\
        x: io 1s using r\n\
        a: io 1s using p, r, q\nb: io 1s using q, r, p";
    let deadlock = "1000 | x 0-1000, a never-1000 deadlocked, b never-1000 deadlocked";
    assert_eq!(concurrent(source), deadlock);
    assert_eq!(threads(source), deadlock);
}

#[test]
fn a_wait_gives_up_at_the_timeout() {
    let source = "on failure continue\na: io 3s timeout 2s\nb: thread 3s timeout 2s";
    assert_eq!(threads(source), "2000 | a 0-2000 failed, b 0-2000 failed");
}

#[test]
fn no_timeout_stops_computing_or_blocking_and_the_next_wait_fails_at_once() {
    let source = "on failure continue\na: block 3s then io 1s timeout 2s\nb: block 3s timeout 2s";
    assert_eq!(threads(source), "3000 | a 0-3000 failed, b 0-3000");
    // Either has half of the lock.
    let source = "on failure continue\na: cpu 1s then io 1s timeout 2s\nb: cpu 1s timeout 1s";
    assert_eq!(threads(source), "2000 | a 0-2000 failed, b 0-2000");
}

#[test]
fn attempts_draws_and_backoffs_are_those_of_the_program() {
    let source = "a: io 1s fails 2 retry 2 backoff 100ms\nb: io 1s..9s fails 50% retry 9";
    assert_eq!(threads(source), concurrent(source));
}

#[test]
fn a_failure_cancels_what_has_not_begun_and_nothing_else() {
    let source = "pool p = 1\n\
        bad: io 1s fails\nruns: io 2s fails 1 retry 1\n\
        later: io 1s after runs\nholds: io 3s using p\nqueued: io 1s using p";
    assert_eq!(
        threads(source),
        "4000 | bad 0-1000 failed, runs 0-4000, later never-1000 cancelled, \
         holds 0-3000, queued never-1000 cancelled"
    );
    assert!(concurrent(source).starts_with("1000 |"));
}

#[test]
fn who_was_not_first_goes_on_to_its_end_unless_it_has_not_begun() {
    let source = "pool p = 1\nslow: io 3s\nfast: io 1s using p\nqueued: io 1s using p\n\
        x: io 1s after first slow, fast, queued";
    assert_eq!(
        threads(source),
        "3000 | slow 0-3000, fast 0-1000, queued 1000-2000, x 1000-2000"
    );
    let source = "pool p = 2\nslow: io 3s using p\nfast: io 1s using p\nqueued: io 1s after slow\n\
        x: io 1s after first slow, fast, queued";
    assert_eq!(
        threads(source),
        "3000 | slow 0-3000, fast 0-1000, queued never-1000 cancelled, x 1000-2000"
    );
}

#[test]
fn daemons_die_with_the_others_whatever_they_do() {
    let source = "a: io 1s\nb: cpu 5s background\nc: block 5s background";
    assert_eq!(
        threads(source),
        "1000 | a 0-1000, b 0-1000 cancelled, c 0-1000 cancelled"
    );
}

#[test]
fn a_failure_leaves_daemons_until_the_last_of_the_others() {
    let source = "a: io 1s fails\nb: block 3s\nc: block 9s background";
    assert_eq!(
        threads(source),
        "3000 | a 0-1000 failed, b 0-3000, c 0-3000 cancelled"
    );
}

#[test]
fn what_can_no_longer_succeed_is_skipped() {
    let source = "on failure continue\na: cpu 1s fails\nb: io 1s after a";
    assert_eq!(
        threads(source),
        "1000 | a 0-1000 failed, b never-1000 skipped"
    );
}

#[test]
fn an_empty_program_takes_no_time() {
    assert_eq!(threads(""), "0 | ");
}

#[test]
fn more_cores_can_take_longer() {
    // On two cores the chain is through before `late` comes, and what it let go on shares with it.
    let source = "early[1..5]: cpu 3200ms\nmany[1..100]: cpu 1s after early\n\
        late: io 10s then cpu 1s then io 100s";
    let makespan_us = |cores| trace(source, Way::Processes { cores }).makespan_us();
    assert_eq!(makespan_us(1), 117_000_000);
    assert!(makespan_us(2) > 150_000_000);
}

#[test]
fn nothing_is_ready_and_held_up_in_the_model() {
    let trace = trace(
        "t[1..9]: cpu 1s then block 1s then io 1s then cpu 1s",
        Way::Threads,
    );
    let spans = trace.rows().iter().flat_map(|row| &row.spans);
    assert!(
        spans
            .into_iter()
            .all(|span| matches!(span.kind, SpanKind::Step(_)))
    );
}
