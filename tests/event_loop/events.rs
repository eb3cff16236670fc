//! How a record is kept.

use std::rc::Rc;

use interleave::event_loop::virtual_time::{self, VirtualClock};
use interleave::event_loop::{
    Cause, ConditionId, Event, EventId, EventLoop, Events, Hold, LockId, Outcome, QueueId,
    SemaphoreId, TaskId, Wait, What,
};

/// One of each, with small numbers and with the largest.
fn everything_that_can_happen() -> Vec<What> {
    let (last, far_us) = (u32::MAX, u64::MAX);
    let ready = |cause| What::Ready { cause };
    let waits = |on| What::Waits { on };
    let ended = |outcome| What::Ended { outcome };
    let (hold, semaphore) = (Hold::Block, SemaphoreId(last));
    vec![
        What::Created {
            label: 7,
            creator: None,
        },
        What::Created {
            label: last,
            creator: Some(TaskId(last)),
        },
        ready(Cause::Start),
        ready(Cause::Task(TaskId(9))),
        ready(Cause::Timer),
        What::StepBegan,
        What::Reached { place: last },
        What::HoldBegan { hold },
        What::HoldBegan {
            hold: Hold::Compute,
        },
        What::HoldEnded,
        What::ThreadBegan { since_us: far_us },
        What::ThreadEnds { until_us: 5 },
        What::Acquired { semaphore },
        What::Released { semaphore },
        waits(Wait::Future),
        waits(Wait::Task(TaskId(last))),
        waits(Wait::Tasks),
        waits(Wait::Timer { until_us: far_us }),
        waits(Wait::Semaphore(semaphore)),
        waits(Wait::Executor),
        waits(Wait::Work),
        waits(Wait::Lock(LockId(1))),
        waits(Wait::Event(EventId(2))),
        waits(Wait::Condition(ConditionId(3))),
        waits(Wait::Queue(QueueId(4))),
        ended(Outcome::Done),
        ended(Outcome::Failed),
        ended(Outcome::Cancelled),
        ended(Outcome::Deadlocked),
    ]
}

#[test]
fn what_is_kept_of_a_record_is_all_of_it() {
    // Numbers that fit beside the kind of an event, and the first and the last that don't.
    let tasks = [0, 9, (1 << 27) - 2, (1 << 27) - 1, u32::MAX].map(TaskId);
    let times_us = [0, 3, (1 << 27) + 2, 1 << 40, u64::MAX];
    let of = |(time_us, task)| {
        let whats = everything_that_can_happen().into_iter();
        whats.map(move |what| Event {
            time_us,
            task,
            what,
        })
    };
    let record: Vec<Event> = times_us.into_iter().zip(tasks).flat_map(of).collect();
    let kept: Events = record.iter().copied().collect();
    assert_eq!(kept.len(), record.len());
    assert!(kept.iter().eq(record));
}

#[test]
fn a_long_record_comes_in_parts_that_stand_alone() {
    let record = |in_parts: bool| -> Vec<Event> {
        let clock = Rc::new(VirtualClock::default());
        let event_loop = EventLoop::new(clock.clone());
        for label in 0..5_000 {
            let on = event_loop.clone();
            event_loop.create_task(label, async move { on.sleep(10 + u64::from(label)).await });
        }
        virtual_time::run(&clock, &event_loop);
        if !in_parts {
            return event_loop.take_events();
        }
        let parts = event_loop.take_record();
        assert!(parts.len() > 1 && event_loop.take_record().is_empty());
        parts.iter().flat_map(Events::iter).collect()
    };
    assert_eq!(record(true), record(false));
}
