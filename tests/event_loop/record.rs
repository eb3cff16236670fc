//! What the loop records.

use std::rc::Rc;

use interleave::event_loop::virtual_time::{self, VirtualClock};
use interleave::event_loop::{Cause, EventLoop, Hold, Outcome, Wait, What};

use super::bench::Bench;

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
