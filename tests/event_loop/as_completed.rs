//! `asyncio.as_completed`: outcomes and times as CPython prints them.

use interleave::event_loop::Future;

use super::bench::Bench;

/// Goes through `futures` as they are done, and says how each was.
fn go_through(bench: &Bench, futures: Vec<Future<char>>, timeout_us: Option<u64>) {
    let say = bench.say();
    bench.task(|on| async move {
        let completed = on.as_completed(futures, timeout_us);
        while let Some(result) = completed.next().await {
            say(&format!("{result:?}"));
        }
        Ok(())
    });
}

#[test]
fn results_and_exceptions_come_in_the_order_of_completion() {
    let bench = Bench::new();
    let futures = vec![
        bench.sleeper(30, 'a'),
        bench.sleeper(10, 'b'),
        bench.failing(20, "boom"),
    ];
    go_through(&bench, futures, None);
    bench.run();
    assert_eq!(
        bench.said(),
        "10 Ok('b'), 20 Err(Raised(\"boom\")), 30 Ok('a')"
    );
}

#[test]
fn those_that_are_late_time_out_one_by_one_and_are_not_cancelled() {
    let bench = Bench::new();
    let futures = [(30, 'a'), (10, 'b'), (20, 'c')].map(|(us, name)| bench.sleeper(us, name));
    go_through(&bench, futures.to_vec(), Some(15));
    bench.run();
    assert_eq!(
        bench.said(),
        "10 Ok('b'), 15 Err(TimedOut), 15 Err(TimedOut)"
    );
    assert_eq!(futures[0].result(), Some(Ok('a')));
}

#[test]
fn a_time_that_is_not_used_up_leaves_no_timer_behind() {
    let bench = Bench::new();
    go_through(&bench, vec![bench.sleeper(10, 'a')], Some(1_000));
    go_through(&bench, vec![], Some(1_000));
    bench.run();
    assert_eq!(
        (bench.said().as_str(), bench.event_loop.time_us()),
        ("10 Ok('a')", 10)
    );
}

#[test]
fn what_ends_exactly_when_the_time_is_over_is_late() {
    let bench = Bench::new();
    let future = bench.sleeper(10, 'a');
    bench.event_loop.run_once();
    go_through(&bench, vec![future.clone(), future], Some(10));
    bench.run();
    assert_eq!(bench.said(), "10 Err(TimedOut)");
}
