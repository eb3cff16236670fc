//! `asyncio.wait`: outcomes and times as CPython prints them.

use interleave::event_loop::{Future, ReturnWhen};

use super::bench::{Bench, raised};

/// Waits for `futures` and says which are done and which are not.
fn wait(
    bench: &Bench,
    futures: &[Future<()>],
    return_when: ReturnWhen,
    timeout_us: Option<u64>,
) -> Future<()> {
    let (say, all) = (bench.say(), futures.to_vec());
    let task = bench.task(|on| async move {
        let (done, pending) = on.wait(all.clone(), return_when, timeout_us).await?;
        say(&format!(
            "{:?} {:?}",
            places(&done, &all),
            places(&pending, &all)
        ));
        Ok(())
    });
    task.future().clone()
}

/// Which of `all` some of them are.
fn places(some: &[Future<()>], all: &[Future<()>]) -> Vec<usize> {
    let place = |future| all.iter().position(|other| other == future);
    some.iter().filter_map(place).collect()
}

#[test]
fn waiting_for_all_ends_with_the_last_of_them() {
    let bench = Bench::new();
    let futures = [
        bench.sleeper(10, ()),
        bench.failing(5, "boom"),
        bench.sleeper(20, ()),
    ];
    wait(&bench, &futures, ReturnWhen::AllCompleted, None);
    bench.run();
    assert_eq!(bench.said(), "20 [0, 1, 2] []");
}

#[test]
fn waiting_for_the_first_gives_all_that_are_done_by_then() {
    let bench = Bench::new();
    let futures = [10, 10, 20].map(|us| bench.sleeper(us, ()));
    wait(&bench, &futures, ReturnWhen::FirstCompleted, None);
    bench.run();
    assert_eq!(bench.said(), "10 [0, 1] [2]");
    assert!(futures[2].done() && !futures[2].cancelled());
}

#[test]
fn waiting_for_an_exception_does_not_end_with_a_result_or_a_cancellation() {
    let bench = Bench::new();
    let futures = [
        bench.sleeper(5, ()),
        bench.failing(10, "boom"),
        bench.sleeper(20, ()),
        bench.sleeper(100, ()),
    ];
    bench.cancel_at(7, &futures[3]);
    wait(&bench, &futures, ReturnWhen::FirstException, None);
    bench.run();
    assert_eq!(bench.said(), "10 [0, 1, 3] [2]");
}

#[test]
fn a_cancelled_gather_counts_as_an_exception() {
    let bench = Bench::new();
    let all = bench.event_loop.gather(vec![bench.sleeper(50, ())]);
    bench.cancel_at(5, &all);
    let other = bench.event_loop.gather(vec![bench.sleeper(100, ())]);
    let say = bench.say();
    bench.task(|on| async move {
        let when = ReturnWhen::FirstException;
        let (done, pending) = on.wait(vec![all, other], when, None).await?;
        say(&format!("{} {}", done.len(), pending.len()));
        Ok(())
    });
    bench.run();
    assert_eq!(bench.said(), "5 1 1");
}

#[test]
fn a_timeout_ends_the_wait_and_cancels_nothing() {
    let bench = Bench::new();
    let futures = [5, 12, 20].map(|us| bench.sleeper(us, ()));
    wait(&bench, &futures, ReturnWhen::AllCompleted, Some(10));
    bench.run();
    assert_eq!(bench.said(), "10 [0] [1, 2]");
    assert!(futures.iter().all(|future| future.result() == Some(Ok(()))));
}

#[test]
fn a_timeout_that_is_not_used_leaves_no_timer_behind() {
    let bench = Bench::new();
    wait(
        &bench,
        &[bench.sleeper(5, ())],
        ReturnWhen::AllCompleted,
        Some(1_000),
    );
    bench.run();
    assert_eq!(bench.event_loop.time_us(), 5);
}

#[test]
fn waiting_for_what_is_done_lets_the_others_go_first_once() {
    let bench = Bench::new();
    let done = bench.event_loop.create_future();
    done.set_result(());
    wait(&bench, &[done], ReturnWhen::AllCompleted, None);
    let say = bench.say();
    bench.task(|_| async move {
        say("other");
        Ok(())
    });
    bench.run();
    assert_eq!(bench.said(), "0 other, 0 [0] []");
}

#[test]
fn cancelling_who_waits_cancels_none_of_the_futures() {
    let bench = Bench::new();
    let future = bench.sleeper(20, ());
    let waiting = wait(
        &bench,
        std::slice::from_ref(&future),
        ReturnWhen::AllCompleted,
        None,
    );
    bench.cancel_at(10, &waiting);
    bench.run();
    assert!(waiting.cancelled());
    assert_eq!(future.result(), Some(Ok(())));
}

#[test]
fn a_future_given_twice_is_waited_for_once() {
    let bench = Bench::new();
    let future = bench.sleeper(5, ());
    wait(
        &bench,
        &[future.clone(), future],
        ReturnWhen::AllCompleted,
        None,
    );
    bench.run();
    assert_eq!(bench.said(), "5 [0] []");
}

#[test]
fn there_must_be_something_to_wait_for() {
    let bench = Bench::new();
    let waiting = wait(&bench, &[], ReturnWhen::AllCompleted, None);
    bench.run();
    let exception = raised("Set of Tasks/Futures is empty.");
    assert_eq!(waiting.result(), Some(Err(exception)));
}
