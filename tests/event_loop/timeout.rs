//! `asyncio.timeout`: outcomes and times as CPython prints them.

use std::rc::Rc;

use interleave::event_loop::{Exception, Hold, Timeout};

use super::bench::Bench;

#[test]
fn a_body_that_takes_too_long_times_out_at_the_deadline() {
    let bench = Bench::new();
    let task = bench.task(|on| async move { on.timeout(10, on.sleep(20)).await });
    bench.run();
    assert_eq!(task.result(), Some(Err(Exception::TimedOut)));
    assert_eq!((bench.event_loop.time_us(), task.cancelling()), (10, 0));
}

#[test]
fn a_body_that_is_over_in_time_leaves_no_timer_behind() {
    let bench = Bench::new();
    let task = bench.task(|on| async move { on.timeout(10, on.sleep(5)).await });
    bench.run();
    assert_eq!(task.result(), Some(Ok(())));
    assert_eq!(bench.event_loop.time_us(), 5);
}

#[test]
fn a_body_that_holds_the_loop_past_the_deadline_and_awaits_nothing_is_not_timed_out() {
    let bench = Bench::new();
    let task = bench.task(|on| async move {
        let timeout = Timeout::new(&on, Some(10));
        let body = async {
            on.hold(Hold::Block, 20);
            Ok(())
        };
        timeout.run(body).await?;
        on.sleep(0).await?;
        Ok(timeout.expired())
    });
    bench.run();
    assert_eq!(task.result(), Some(Ok(false)));
}

#[test]
fn a_deadline_that_passed_while_the_loop_was_held_strikes_after_what_was_ready() {
    let bench = Bench::new();
    for (yields, result) in [(1, Ok(())), (2, Err(Exception::TimedOut))] {
        let task = bench.task(|on| async move {
            let body = async {
                on.hold(Hold::Block, 20);
                for _ in 0..yields {
                    on.sleep(0).await?;
                }
                Ok(())
            };
            let result = on.timeout(10, body).await;
            on.sleep(0).await?;
            result
        });
        while !task.done() {
            bench.event_loop.run_once();
        }
        assert_eq!(task.result(), Some(result));
    }
    bench.event_loop.close();
}

#[test]
fn a_deadline_of_now_ends_the_first_wait_and_not_what_comes_before_it() {
    let bench = Bench::new();
    let say = bench.say();
    let task = bench.task(|on| async move {
        let body = async {
            say("began");
            on.sleep(0).await?;
            say("went on");
            Ok(())
        };
        on.timeout(0, body).await
    });
    let unhurt = bench.task(|on| async move { on.timeout(0, async { Ok(()) }).await });
    bench.run();
    assert_eq!(task.result(), Some(Err(Exception::TimedOut)));
    assert_eq!(unhurt.result(), Some(Ok(())));
    assert_eq!(bench.said(), "0 began");
}

#[test]
fn a_deadline_wins_against_a_wait_that_ends_at_the_same_time() {
    let bench = Bench::new();
    let future = bench.event_loop.create_future();
    let done = future.clone();
    bench.at(10, move || {
        done.set_result(());
    });
    let sleeps = bench.task(|on| async move { on.timeout(10, on.sleep(10)).await });
    let awaits = bench.task(|on| async move { on.timeout(10, future).await });
    bench.run();
    let timed_out = Some(Err(Exception::TimedOut));
    assert_eq!(
        (sleeps.result(), awaits.result()),
        (timed_out.clone(), timed_out)
    );
}

/// Two deadlines around a sleep of 30; says how each part ended.
fn nested(outer_us: u64, inner_us: u64) -> String {
    let bench = Bench::new();
    let say = bench.say();
    bench.task(|on| async move {
        let outer = Timeout::new(&on, Some(outer_us));
        let inner = Timeout::new(&on, Some(inner_us));
        let body = async {
            let result = inner.run(on.sleep(30)).await;
            say(&format!("inner {:?} {}", result, inner.expired()));
            result
        };
        let result = outer.run(body).await;
        say(&format!("outer {:?} {}", result, outer.expired()));
        Ok(())
    });
    bench.run();
    bench.said()
}

#[test]
fn the_outer_of_two_deadlines_cancels_the_inner_part() {
    assert_eq!(
        nested(10, 20),
        "10 inner Err(Cancelled) false, 10 outer Err(TimedOut) true"
    );
}

#[test]
fn the_inner_of_two_deadlines_is_no_concern_of_the_outer_one() {
    assert_eq!(
        nested(20, 10),
        "10 inner Err(TimedOut) true, 10 outer Err(TimedOut) false"
    );
}

#[test]
fn of_two_deadlines_at_the_same_time_the_outer_one_takes_the_cancellation() {
    assert_eq!(
        nested(10, 10),
        "10 inner Err(Cancelled) true, 10 outer Err(TimedOut) true"
    );
}

#[test]
fn a_task_cancelled_by_somebody_else_at_the_deadline_is_cancelled() {
    for cancel_first in [true, false] {
        let bench = Bench::new();
        let task = bench.task(|on| async move { on.timeout(10, on.sleep(30)).await });
        if !cancel_first {
            bench.event_loop.run_once();
        }
        let to_cancel = task.future().clone();
        bench.at(10, move || {
            to_cancel.cancel();
        });
        bench.run();
        assert_eq!((task.cancelled(), task.cancelling()), (true, 1));
    }
}

#[test]
fn a_body_that_swallows_its_cancellation_returns_though_the_deadline_passed() {
    let bench = Bench::new();
    let task = bench.task(|on| async move {
        let timeout = Timeout::new(&on, Some(10));
        let body = async {
            let _ = on.sleep(30).await;
            on.sleep(5).await
        };
        timeout.run(body).await?;
        Ok((timeout.expired(), on.time_us()))
    });
    bench.run();
    assert_eq!(task.result(), Some(Ok((true, 15))));
    assert_eq!(task.cancelling(), 0);
}

#[test]
fn what_a_body_raises_instead_of_its_cancellation_is_raised() {
    let bench = Bench::new();
    let boom = Exception::Raised("boom".into());
    let raised = boom.clone();
    let task = bench.task(|on| async move {
        let body = async { on.sleep(20).await.map_err(|_| raised) };
        on.timeout(10, body).await
    });
    bench.run();
    assert_eq!(task.result(), Some(Err(boom)));
    assert_eq!(task.cancelling(), 0);
}

#[test]
fn a_deadline_may_be_moved_and_taken_away_while_it_runs() {
    let bench = Bench::new();
    let say = bench.say();
    let task = bench.task(|on| async move {
        let timeout = Timeout::new(&on, Some(10));
        let body = async {
            on.sleep(5).await?;
            timeout.reschedule(Some(30))?;
            on.sleep(15).await?;
            say("moved");
            timeout.reschedule(None)?;
            on.sleep(100).await?;
            say(&format!("{:?}", timeout.when_us()));
            timeout.reschedule(Some(1))?;
            on.sleep(10).await
        };
        timeout.run(body).await
    });
    bench.run();
    assert_eq!(bench.said(), "20 moved, 120 None");
    assert_eq!(task.result(), Some(Err(Exception::TimedOut)));
    assert_eq!(bench.event_loop.time_us(), 120);
}

#[test]
fn a_deadline_serves_once_and_is_moved_only_while_it_serves() {
    let bench = Bench::new();
    let say = bench.say();
    bench.task(|on| async move {
        let tell = |result: Result<(), Exception>| say(&result.unwrap_err().to_string());
        let timeout = Timeout::new(&on, Some(10));
        tell(timeout.reschedule(Some(1)));
        timeout.run(async { Ok(()) }).await?;
        tell(timeout.reschedule(Some(1)));
        tell(timeout.run(async { Ok(()) }).await);
        let timeout = Timeout::at(&on, Some(0));
        let body = async {
            let result = on.sleep(10).await;
            tell(timeout.reschedule(Some(1)));
            result
        };
        tell(timeout.run(body).await);
        tell(timeout.reschedule(Some(1)));
        Ok(())
    });
    bench.run();
    assert_eq!(
        bench.said(),
        "0 Timeout has not been entered, 0 Cannot change state of finished Timeout, \
         0 Timeout has already been entered, 0 Cannot change state of expiring Timeout, \
         0 timed out, 0 Cannot change state of expired Timeout"
    );
}

#[test]
fn deadlines_that_are_not_needed_do_not_pile_up() {
    let bench = Bench::new();
    let witness = Rc::new(());
    let task = bench.task(|on| async move {
        for _ in 0..1_000 {
            on.timeout(1_000_000, on.sleep(1)).await?;
            let held = witness.clone();
            on.call_later(1_000_000, move || drop(held)).cancel();
        }
        Ok(Rc::strong_count(&witness))
    });
    bench.run();
    let held = task.result().expect("it ends").expect("it does not raise");
    assert!(held < 200, "{held} of 1000 deadlines are still there");
}
