//! `asyncio.wait_for`: outcomes and times as CPython 3.13 prints them.

use interleave::event_loop::{Exception, Future};

use super::bench::Bench;

/// Waits for `future`, and says how that ended.
fn wait_for(bench: &Bench, timeout_us: Option<u64>, future: Future<i32>) -> Future<()> {
    let say = bench.say();
    let task = bench.task(|on| async move {
        let result = on.wait_for(timeout_us, future).await;
        say(&format!("{result:?}"));
        result.map(|_| ())
    });
    task.future().clone()
}

#[test]
fn what_is_done_in_time_gives_its_result() {
    let bench = Bench::new();
    wait_for(&bench, Some(10), bench.sleeper(5, 1));
    wait_for(&bench, None, bench.sleeper(50, 2));
    bench.run();
    assert_eq!(bench.said(), "5 Ok(1), 50 Ok(2)");
}

#[test]
fn what_is_late_is_cancelled() {
    let bench = Bench::new();
    let late = bench.sleeper(50, 1);
    wait_for(&bench, Some(10), late.clone());
    bench.run();
    assert_eq!(bench.said(), "10 Err(TimedOut)");
    assert!(late.cancelled());
}

#[test]
fn what_ends_exactly_then_is_late() {
    let bench = Bench::new();
    let late = bench.sleeper(10, 1);
    bench.event_loop.run_once();
    wait_for(&bench, Some(10), late.clone());
    bench.run();
    assert_eq!(bench.said(), "10 Err(TimedOut)");
    assert!(late.done());
}

#[test]
fn what_returns_in_spite_of_its_cancellation_is_not_late() {
    let bench = Bench::new();
    wait_for(&bench, Some(10), bench.stubborn(5, Ok(1)));
    bench.run();
    assert_eq!(bench.said(), "15 Ok(1)");
}

#[test]
fn with_no_time_at_all_it_is_cancelled_before_its_first_step_and_waited_for() {
    let bench = Bench::new();
    let late = bench.event_loop.create_future();
    wait_for(&bench, Some(0), late.clone());
    let stubborn = bench.stubborn(5, Ok(1));
    bench.event_loop.run_once();
    wait_for(&bench, Some(0), stubborn);
    let done = bench.event_loop.create_future();
    done.set_result(3);
    wait_for(&bench, Some(0), done);
    bench.run();
    assert_eq!(bench.said(), "0 Ok(3), 0 Err(TimedOut), 5 Ok(1)");
    assert!(late.cancelled());
}

#[test]
fn cancelling_who_waits_cancels_what_is_waited_for() {
    let bench = Bench::new();
    let future = bench.sleeper(50, 1);
    let waiting = wait_for(&bench, Some(20), future.clone());
    bench.cancel_at(10, &waiting);
    bench.run();
    assert_eq!(waiting.result(), Some(Err(Exception::Cancelled)));
    assert!(future.cancelled());
}
