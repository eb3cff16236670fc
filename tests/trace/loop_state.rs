//! The event loop at a moment of a run.

use std::rc::Rc;

use interleave::event_loop::Hold;
use interleave::notation;
use interleave::run::{self, Mode};
use interleave::trace::LoopState;

fn state(source: &str, at_ms: u64) -> LoopState {
    let program = Rc::new(notation::parse(source).expect("no mistake").program);
    let events = run::predict(&program, Mode::Concurrent).unwrap();
    LoopState::at(program, &events, at_ms * 1000)
}

fn list<T>(items: impl Iterator<Item = T>) -> Vec<T> {
    items.collect()
}

#[test]
fn timers_stand_in_the_order_in_which_they_are_due() {
    let state = state("a: io 30ms\nb: io 10ms\nc: io 20ms", 5);
    assert_eq!(
        list(state.timers()),
        [(10_000, 1), (20_000, 2), (30_000, 0)]
    );
    assert_eq!(state.running(), None);
}

#[test]
fn while_the_loop_is_held_one_runs_and_the_others_are_ready_or_due() {
    let state = state("hog: cpu 50ms\nb: cpu 10ms\nc: cpu 10ms", 20);
    assert_eq!(
        (state.running(), state.held()),
        (Some(0), Some(Hold::Compute))
    );
    assert_eq!(list(state.ready()), [1, 2]);
}

#[test]
fn a_pool_has_its_holders_and_its_queue() {
    let state = state("pool p = 2\na[1..5]: io 10ms using p", 15);
    let pool = &state.pools()[0];
    assert_eq!(pool.holders, [2, 3]);
    assert_eq!(pool.waiters, [4]);
}

#[test]
fn a_thread_is_held_though_its_task_was_stopped() {
    let source =
        "threads 1\non failure continue\na: thread 30ms timeout 10ms\nb: thread 10ms\nc: io 90ms";
    let at = |ms| {
        let state = state(source, ms);
        (list(state.threads()), list(state.waiting_for_threads()))
    };
    assert_eq!(at(20), (vec![(30_000, 0)], vec![1]));
    assert_eq!(at(35), (vec![(40_000, 1)], vec![]));
}

#[test]
fn who_waits_for_tasks_stands_in_source_order() {
    let state = state("c: io 1ms after a\na: io 30ms\nb: io 1ms after any a, c", 5);
    assert_eq!(list(state.waiting_for_tasks()), [0, 2]);
}

#[test]
fn at_the_end_nothing_is_left() {
    let state = state("pool p = 1\na[1..3]: io 10ms then cpu 1ms using p", 99);
    assert_eq!(state.timers().count(), 0);
    assert_eq!(state.ready().count(), 0);
    assert_eq!(state.pools()[0].holders.len(), 0);
    assert_eq!(state.running(), None);
}
