//! `loop.run_in_executor` with a pool of threads.

use std::rc::Rc;

use interleave::event_loop::{Event, Exception, Executor, Future, Hold, What};

use super::bench::{Bench, raised};

/// A thread is asked for by a task of its own, which says `name` when it has what comes of it.
fn ask(bench: &Bench, executor: &Rc<Executor>, name: &'static str, duration_us: u64) -> Future<()> {
    let (executor, say) = (executor.clone(), bench.say());
    let task = bench.task(|_| async move {
        executor.submit(move || (duration_us, Ok(()))).await?;
        say(name);
        Ok(())
    });
    task.future().clone()
}

fn executor(bench: &Bench, threads: u32) -> Rc<Executor> {
    Rc::new(Executor::new(&bench.event_loop, threads))
}

#[test]
fn as_many_run_at_once_as_there_are_threads() {
    let bench = Bench::new();
    let executor = executor(&bench, 2);
    for name in ["a", "b", "c", "d"] {
        ask(&bench, &executor, name, 10);
    }
    bench.run();
    assert_eq!(bench.said(), "10 a, 10 b, 20 c, 20 d");
}

#[test]
fn who_waits_gets_a_thread_first_come_first_served() {
    let bench = Bench::new();
    let executor = executor(&bench, 1);
    for (name, duration_us) in [("a", 30), ("b", 20), ("c", 10)] {
        ask(&bench, &executor, name, duration_us);
    }
    bench.run();
    assert_eq!(bench.said(), "30 a, 50 b, 60 c");
}

#[test]
fn the_result_is_what_the_work_returns_or_raises() {
    let bench = Bench::new();
    let executor = executor(&bench, 1);
    let good = executor.submit(|| (5, Ok(42)));
    let bad = executor.submit(|| (5, Err::<i32, _>(raised("broken"))));
    bench.run();
    assert_eq!(good.result(), Some(Ok(42)));
    assert_eq!(bad.result(), Some(Err(raised("broken"))));
}

#[test]
fn threads_go_on_while_the_loop_is_held_and_what_they_did_is_known_after() {
    let bench = Bench::new();
    let executor = executor(&bench, 1);
    for name in ["a", "b", "c"] {
        ask(&bench, &executor, name, 40);
    }
    bench.task(|on| async move {
        on.hold(Hold::Block, 100);
        Ok(())
    });
    bench.run();
    assert_eq!(bench.said(), "100 a, 100 b, 120 c");
}

#[test]
fn one_that_waits_and_is_cancelled_never_begins() {
    let bench = Bench::new();
    let executor = executor(&bench, 1);
    ask(&bench, &executor, "a", 50);
    let queued = ask(&bench, &executor, "b", 50);
    ask(&bench, &executor, "c", 50);
    bench.cancel_at(10, &queued);
    bench.run();
    assert_eq!(queued.result(), Some(Err(Exception::Cancelled)));
    assert_eq!(bench.said(), "50 a, 100 c");
}

#[test]
fn one_that_has_begun_holds_its_thread_to_the_end_though_it_is_cancelled() {
    let bench = Bench::new();
    let executor = executor(&bench, 1);
    let begun = ask(&bench, &executor, "a", 50);
    ask(&bench, &executor, "b", 50);
    bench.cancel_at(10, &begun);
    bench.run();
    assert_eq!(begun.result(), Some(Err(Exception::Cancelled)));
    assert_eq!(bench.said(), "100 b");
}

#[test]
fn one_that_began_while_the_loop_was_held_has_begun_when_it_is_cancelled_after() {
    let bench = Bench::new();
    let executor = executor(&bench, 1);
    ask(&bench, &executor, "a", 40);
    let second = ask(&bench, &executor, "b", 40);
    ask(&bench, &executor, "c", 40);
    bench.task(|on| async move {
        on.hold(Hold::Block, 50);
        second.cancel();
        Ok(())
    });
    bench.run();
    // The second has its thread from 40 to 80.
    assert_eq!(bench.said(), "50 a, 120 c");
}

#[test]
fn work_of_no_length_still_goes_through_the_loop() {
    let bench = Bench::new();
    let executor = executor(&bench, 1);
    let say = bench.say();
    let done = ask(&bench, &executor, "thread", 0);
    bench.event_loop.call_soon(move || say("next handle"));
    assert!(!done.done());
    bench.run();
    assert_eq!(bench.said(), "0 next handle, 0 thread");
}

#[test]
fn the_record_says_when_a_thread_began_and_until_when_it_is_held() {
    let bench = Bench::new();
    let executor = executor(&bench, 1);
    ask(&bench, &executor, "a", 30);
    ask(&bench, &executor, "b", 20);
    bench.run();
    let threads: Vec<(u32, What)> = bench
        .event_loop
        .take_events()
        .into_iter()
        .filter(|Event { what, .. }| {
            matches!(what, What::ThreadBegan { .. } | What::ThreadEnds { .. })
        })
        .map(|event| (event.task.0, event.what))
        .collect();
    assert_eq!(
        threads,
        [
            (0, What::ThreadBegan { since_us: 0 }),
            (0, What::ThreadEnds { until_us: 30 }),
            (1, What::ThreadBegan { since_us: 30 }),
            (1, What::ThreadEnds { until_us: 50 }),
        ]
    );
}
