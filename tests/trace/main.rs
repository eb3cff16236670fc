//! What is read from a record.
#![cfg(not(target_arch = "wasm32"))]

mod critical_path;
mod loop_state;
mod metrics;

use std::rc::Rc;

use interleave::event_loop::What;
use interleave::notation;
use interleave::run::{self, Mode};
use interleave::trace::{LoopState, Span, SpanKind, Trace, circle, critical_path, metrics};

fn trace_of(source: &str) -> Trace {
    let program = Rc::new(notation::parse(source).expect("no mistake").program);
    let events = run::predict(&program, Mode::Concurrent).unwrap();
    Trace::of(program, &events)
}

/// `kind from-to …` in milliseconds.
fn written<'a>(spans: impl IntoIterator<Item = &'a Span>) -> String {
    let spans = spans.into_iter().map(|span| {
        let kind = match span.kind {
            SpanKind::Step(kind) => kind.word(),
            SpanKind::WaitingForTask => "task",
            SpanKind::WaitingForPool => "pool",
            SpanKind::WaitingForThread => "thread-queue",
            SpanKind::Backoff => "backoff",
            SpanKind::Ready => "ready",
        };
        format!("{kind} {}-{}", span.from_us / 1000, span.to_us / 1000)
    });
    spans.collect::<Vec<_>>().join(", ")
}

fn row(trace: &Trace, task: usize) -> String {
    written(&trace.rows()[task].spans)
}

#[test]
fn a_task_waits_for_a_task_then_for_a_pool_then_does_its_steps() {
    let trace = trace_of(
        "pool p = 1\na: io 10ms\nb: io 30ms using p\nc: io 5ms then cpu 2ms after a using p",
    );
    assert_eq!(row(&trace, 2), "task 0-10, pool 10-30, io 30-35, cpu 35-37");
}

#[test]
fn a_task_whose_timer_is_due_while_another_holds_the_loop_is_ready() {
    let trace = trace_of("a: io 10ms\nb: io 5ms then block 20ms");
    assert_eq!(row(&trace, 0), "io 0-10, ready 10-25");
}

#[test]
fn a_task_that_cannot_begin_because_the_loop_is_held_is_ready() {
    let trace = trace_of("a: cpu 10ms\nb: cpu 10ms");
    assert_eq!(row(&trace, 1), "ready 0-10, cpu 10-20");
}

#[test]
fn a_run_on_its_way_shows_what_a_task_has_been_doing_so_far() {
    let program = notation::parse("a: io 10ms\nb: io 5ms then block 20ms").expect("no mistake");
    let program = Rc::new(program.program);
    let events = run::predict(&program, Mode::Concurrent).unwrap();
    let held = events
        .iter()
        .position(|event| matches!(event.what, What::HoldBegan { .. }))
        .expect("b holds the loop");
    let mut trace = Trace::new(program);
    trace.extend(events[..=held].iter().copied());
    let open = |task, ms: u64| written(&trace.open_spans(task, ms * 1000).collect::<Vec<_>>());
    assert_eq!(open(0, 8), "io 0-8");
    assert_eq!(open(0, 15), "io 0-10, ready 10-15");
    assert_eq!(open(1, 15), "block 5-15");
}

#[test]
fn the_steps_of_a_sequential_run_stand_in_order_and_do_not_overlap() {
    let program =
        notation::parse("b: io 10ms after a\na: cpu 5ms then io 1ms").expect("no mistake");
    let program = Rc::new(program.program);
    let events = run::predict(&program, Mode::Sequential).unwrap();
    let trace = Trace::of(program, &events);
    assert_eq!(written(trace.steps()), "cpu 0-5, io 5-6, io 6-16");
}

#[test]
fn a_deadlock_names_its_circle() {
    let trace = trace_of(
        "pool db = 1\npool api = 1\npool go = 1\n\
         b: io 2s using go\na: io 1s using db, go, api\nc: io 1s using api, db\nd: io 1s after c",
    );
    let circle = circle(&trace).expect("a circle");
    let names = circle.iter().map(|link| {
        let pools = trace.program().pools();
        let name = trace.program().task_name(link.task);
        format!(
            "{name} holds {} waits for {}",
            pools[link.holds].name, pools[link.waits_for].name
        )
    });
    assert_eq!(
        names.collect::<Vec<_>>(),
        ["a holds db waits for api", "c holds api waits for db"]
    );
    assert_eq!(trace.deadlocked(), 3);
}

#[test]
fn a_run_without_a_deadlock_has_no_circle() {
    assert_eq!(
        circle(&trace_of("pool p = 1\na: io 1s using p\nb: io 1s using p")),
        None
    );
}

#[test]
fn a_node_counts_those_of_its_tasks_that_are_done() {
    let program = notation::parse("a[1..3]: io 10ms then cpu 5ms\nb: io 1s").expect("no mistake");
    let program = Rc::new(program.program);
    let events = run::predict(&program, Mode::Concurrent).unwrap();
    let at_20_ms = events.partition_point(|event| event.time_us <= 20_000);
    let mut trace = Trace::new(program);
    trace.extend(events[..at_20_ms].iter().copied());
    assert_eq!([trace.done_of(0), trace.done_of(1)], [2, 0]);
    trace.extend(events[at_20_ms..].iter().copied());
    assert_eq!([trace.done_of(0), trace.done_of(1)], [3, 1]);
}

#[test]
fn a_task_whose_timeout_passes_while_another_holds_the_loop_is_ready() {
    let trace = trace_of("a: io 1s timeout 50ms\nb: cpu 100ms");
    assert_eq!(row(&trace, 0), "io 0-50, ready 50-100");
    assert_eq!(metrics(&trace).lost_us, 50_000);
    let path = critical_path(&trace);
    let tasks: Vec<u32> = path.iter().map(|part| part.task).collect();
    assert_eq!(tasks, [1, 0]);
}

fn state_at(source: &str, time_ms: u64) -> LoopState {
    let program = Rc::new(notation::parse(source).expect("no mistake").program);
    let events = run::predict(&program, Mode::Concurrent).unwrap();
    LoopState::at(program, &events, time_ms * 1000)
}

#[test]
fn threads_go_on_while_the_loop_is_held() {
    let source = "threads 1\na: thread 10ms\nb: thread 20ms\nh: cpu 100ms";
    let state = state_at(source, 5);
    assert_eq!(state.threads().collect::<Vec<_>>(), [(10_000, 0)]);
    assert_eq!(state.waiting_for_threads().collect::<Vec<_>>(), [1]);
    let state = state_at(source, 15);
    assert_eq!(state.threads().collect::<Vec<_>>(), [(30_000, 1)]);
    assert_eq!(state.waiting_for_threads().count(), 0);
    assert_eq!(state.running(), Some(2));
    assert_eq!(state_at(source, 30).threads().count(), 0);
}

#[test]
fn a_task_can_wait_for_the_thread_that_its_last_attempt_holds() {
    let state = state_at("threads 1\na: thread 100ms timeout 10ms retry 1", 15);
    assert_eq!(state.threads().collect::<Vec<_>>(), [(100_000, 0)]);
    assert_eq!(state.waiting_for_threads().collect::<Vec<_>>(), [0]);
}

#[test]
fn a_hundred_thousand_threads_take_no_longer_than_other_steps() {
    let source = "threads 100000\na[1..100000]: thread 1ms..10s";
    assert!(trace_of(source).is_complete());
    let state = state_at(source, 5_000);
    assert!(state.threads().count() > 40_000);
}
