//! `asyncio.shield`: outcomes and times as CPython prints them.

use interleave::event_loop::Exception;

use super::bench::{Bench, raised};

#[test]
fn cancelling_who_awaits_a_shield_does_not_cancel_what_is_behind_it() {
    let bench = Bench::new();
    let inner = bench.sleeper(20, "in");
    let shield = bench.event_loop.shield(&inner);
    let task = bench.task(|_| shield);
    bench.cancel_at(10, task.future());
    bench.run();
    assert!(task.cancelled());
    assert_eq!(inner.result(), Some(Ok("in")));
}

#[test]
fn a_shield_is_cancelled_with_what_is_behind_it() {
    let bench = Bench::new();
    let inner = bench.sleeper(20, ());
    let shield = bench.event_loop.shield(&inner);
    bench.cancel_at(10, &inner);
    bench.run();
    assert!(shield.cancelled());
}

#[test]
fn a_shield_gives_the_result_or_the_exception_of_what_is_behind_it() {
    let bench = Bench::new();
    let shields = [bench.sleeper(5, 1), bench.failing(5, "boom")]
        .map(|inner| bench.event_loop.shield(&inner));
    bench.run();
    let results = shields.map(|shield| shield.result());
    assert_eq!(results, [Some(Ok(1)), Some(Err(raised("boom")))]);
}

#[test]
fn a_shield_of_a_cancelled_gather_has_raised_and_is_not_cancelled() {
    let bench = Bench::new();
    let all = bench.event_loop.gather(vec![bench.sleeper(20, ())]);
    let shield = bench.event_loop.shield(&all);
    bench.cancel_at(10, &all);
    bench.run();
    assert_eq!(shield.result(), Some(Err(Exception::Cancelled)));
    assert!(!shield.cancelled());
}

#[test]
fn a_shield_of_what_is_done_is_that_itself() {
    let bench = Bench::new();
    let done = bench.event_loop.create_future();
    done.set_result(3);
    assert!(bench.event_loop.shield(&done) == done);
}
