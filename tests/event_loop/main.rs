//! The event loop by its public interface, in virtual time.
#![cfg(not(target_arch = "wasm32"))]

mod bench;
mod cancellation;
mod timeout;

use std::rc::Rc;

use bench::Bench;

use interleave::event_loop::virtual_time::{self, VirtualClock};
use interleave::event_loop::{Cause, EventLoop, Exception, Hold, Outcome, Semaphore, Wait, What};

#[test]
fn tasks_start_in_the_order_in_which_they_were_created() {
    let bench = Bench::new();
    for name in ["a", "b", "c"] {
        let say = bench.say();
        bench.event_loop.create_task(0, async move {
            say(name);
            Ok(())
        });
    }
    bench.run();
    assert_eq!(bench.said(), "0 a, 0 b, 0 c");
}

#[test]
fn an_iteration_runs_what_was_ready_when_it_began_and_no_later_handle() {
    let bench = Bench::new();
    let (say, event_loop) = (bench.say(), bench.event_loop.clone());
    bench.event_loop.call_soon(move || {
        say("first");
        event_loop.call_soon(move || say("later"));
    });
    bench.event_loop.run_once();
    assert_eq!(bench.said(), "0 first");
    bench.event_loop.run_once();
    assert_eq!(bench.said(), "0 first, 0 later");
}

#[test]
fn waits_overlap() {
    let bench = Bench::new();
    for _ in 0..100 {
        let event_loop = bench.event_loop.clone();
        bench
            .event_loop
            .create_task(0, async move { event_loop.sleep(2_000_000).await });
    }
    bench.run();
    assert_eq!(bench.event_loop.time_us(), 2_000_000);
}

#[test]
fn timers_due_at_the_same_time_fire_in_the_order_in_which_they_were_set() {
    let bench = Bench::new();
    for name in ["a", "b", "c", "d", "e"] {
        let say = bench.say();
        bench.event_loop.call_at(10, move || say(name));
    }
    bench.run();
    assert_eq!(bench.said(), "10 a, 10 b, 10 c, 10 d, 10 e");
}

#[test]
fn a_held_loop_delays_a_timer_that_is_due() {
    let bench = Bench::new();
    let (say, event_loop) = (bench.say(), bench.event_loop.clone());
    bench.event_loop.create_task(0, {
        let event_loop = event_loop.clone();
        async move {
            event_loop.sleep(10).await?;
            say("woken");
            Ok(())
        }
    });
    bench.event_loop.create_task(1, async move {
        event_loop.hold(Hold::Block, 25);
        Ok(())
    });
    bench.run();
    assert_eq!(bench.said(), "25 woken");
}

#[test]
fn a_cancelled_timer_is_not_waited_for() {
    let bench = Bench::new();
    let say = bench.say();
    bench
        .event_loop
        .call_at(1_000, move || say("fired"))
        .cancel();
    bench.run();
    assert_eq!((bench.said().as_str(), bench.event_loop.time_us()), ("", 0));
}

#[test]
fn a_sleep_of_zero_lets_the_others_go_first_once() {
    let bench = Bench::new();
    for name in ["a", "b"] {
        let (say, event_loop) = (bench.say(), bench.event_loop.clone());
        bench.event_loop.create_task(0, async move {
            say(name);
            event_loop.sleep(0).await?;
            say(name);
            Ok(())
        });
    }
    bench.run();
    assert_eq!(bench.said(), "0 a, 0 b, 0 a, 0 b");
}

#[test]
fn a_semaphore_lets_in_first_who_came_first() {
    let bench = Bench::new();
    let semaphore = Rc::new(Semaphore::new(&bench.event_loop, 2));
    for name in ["a", "b", "c", "d", "e"] {
        let (say, event_loop) = (bench.say(), bench.event_loop.clone());
        let semaphore = semaphore.clone();
        bench.event_loop.create_task(0, async move {
            semaphore.acquire().await?;
            say(name);
            event_loop.sleep(10).await?;
            semaphore.release();
            Ok(())
        });
    }
    bench.run();
    assert_eq!(bench.said(), "0 a, 0 b, 10 c, 10 d, 20 e");
}

#[test]
fn a_future_gives_its_result_to_all_who_await_it() {
    let bench = Bench::new();
    let future = bench.event_loop.create_future::<u32>();
    let tasks = [0, 1].map(|label| {
        let future = future.clone();
        bench.event_loop.create_task(label, future)
    });
    bench.event_loop.call_later(5, move || {
        future.set_result(7);
    });
    bench.run();
    assert_eq!(tasks.map(|task| task.result()), [Some(Ok(7)), Some(Ok(7))]);
}

#[test]
fn a_task_cancelled_before_its_first_step_runs_nothing() {
    let bench = Bench::new();
    let say = bench.say();
    let task = bench.event_loop.create_task(0, async move {
        say("ran");
        Ok(())
    });
    task.cancel();
    bench.run();
    assert_eq!((bench.said().as_str(), task.cancelled()), ("", true));
}

#[test]
fn a_task_cancelled_while_it_sleeps_ends_at_once() {
    let bench = Bench::new();
    let event_loop = bench.event_loop.clone();
    let task = bench
        .event_loop
        .create_task(0, async move { event_loop.sleep(1_000).await });
    let sleeper = task.future().clone();
    bench.event_loop.call_at(10, move || {
        sleeper.cancel();
    });
    bench.run();
    assert_eq!(task.result(), Some(Err(Exception::Cancelled)));
    assert_eq!(bench.event_loop.time_us(), 10);
}

#[test]
fn a_task_may_catch_its_cancellation_and_go_on() {
    let bench = Bench::new();
    let event_loop = bench.event_loop.clone();
    let task = bench.event_loop.create_task(0, async move {
        let caught = event_loop.sleep(1_000).await.is_err();
        event_loop.sleep(5).await?;
        Ok(caught)
    });
    let sleeper = task.future().clone();
    bench.event_loop.call_at(10, move || {
        sleeper.cancel();
    });
    bench.run();
    assert_eq!(task.result(), Some(Ok(true)));
    assert_eq!(bench.event_loop.time_us(), 15);
}

#[test]
fn cancelling_who_awaits_a_task_cancels_the_task() {
    let bench = Bench::new();
    let event_loop = bench.event_loop.clone();
    let inner = bench
        .event_loop
        .create_task(0, async move { event_loop.sleep(1_000).await });
    let awaited = inner.future().clone();
    let outer = bench.event_loop.create_task(1, awaited);
    let to_cancel = outer.future().clone();
    bench.event_loop.call_at(10, move || {
        to_cancel.cancel();
    });
    bench.run();
    assert!(inner.cancelled() && outer.cancelled());
}

#[test]
fn a_cancelled_waiter_passes_its_place_in_a_semaphore_on() {
    let bench = Bench::new();
    let semaphore = Rc::new(Semaphore::new(&bench.event_loop, 1));
    let tasks = ["a", "b", "c"].map(|name| {
        let (say, event_loop) = (bench.say(), bench.event_loop.clone());
        let semaphore = semaphore.clone();
        bench.event_loop.create_task(0, async move {
            semaphore.acquire().await?;
            say(name);
            event_loop.sleep(10).await?;
            semaphore.release();
            Ok(())
        })
    });
    let second = tasks[1].future().clone();
    // After `a` gave its place to `b`, and before `b` could take it.
    let event_loop = bench.event_loop.clone();
    bench.event_loop.call_at(10, move || {
        event_loop.call_soon(move || {
            second.cancel();
        });
    });
    bench.run();
    assert_eq!(bench.said(), "0 a, 10 c");
    assert!(tasks[1].cancelled());
}

#[test]
fn tasks_that_wait_for_what_never_comes_are_deadlocked() {
    let bench = Bench::new();
    let future = bench.event_loop.create_future::<()>();
    bench.event_loop.create_task(0, future);
    bench.run();
    let last = bench.event_loop.take_events().pop();
    let outcome = Outcome::Deadlocked;
    assert_eq!(last.map(|event| event.what), Some(What::Ended { outcome }));
}

#[test]
fn the_record_tells_what_a_task_did_and_what_woke_it() {
    let bench = Bench::new();
    let event_loop = bench.event_loop.clone();
    bench.event_loop.create_task(7, async move {
        event_loop.reached(0);
        event_loop.sleep(10).await?;
        event_loop.reached(1);
        event_loop.hold(Hold::Compute, 5);
        Ok(())
    });
    bench.run();
    let events = bench.event_loop.take_events();
    let record: Vec<(u64, What)> = events.iter().map(|e| (e.time_us, e.what)).collect();
    assert_eq!(
        record,
        [
            (
                0,
                What::Created {
                    label: 7,
                    creator: None
                }
            ),
            (
                0,
                What::Ready {
                    cause: Cause::Start
                }
            ),
            (0, What::StepBegan),
            (0, What::Reached { place: 0 }),
            (
                0,
                What::Waits {
                    on: Wait::Timer { until_us: 10 }
                }
            ),
            (
                10,
                What::Ready {
                    cause: Cause::Timer
                }
            ),
            (10, What::StepBegan),
            (10, What::Reached { place: 1 }),
            (
                10,
                What::HoldBegan {
                    hold: Hold::Compute
                }
            ),
            (15, What::HoldEnded),
            (
                15,
                What::Ended {
                    outcome: Outcome::Done
                }
            ),
        ]
    );
}

#[test]
fn a_loop_without_a_record_runs_all_the_same() {
    let clock = Rc::new(VirtualClock::default());
    let event_loop = EventLoop::without_record(clock.clone());
    let task = event_loop.create_task(0, {
        let event_loop = event_loop.clone();
        async move { event_loop.sleep(3).await }
    });
    virtual_time::run(&clock, &event_loop);
    assert!(task.done() && event_loop.take_events().is_empty());
}
