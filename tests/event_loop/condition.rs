//! `asyncio.Condition`: outcomes and times as CPython 3.13 prints them.

use std::cell::Cell;
use std::rc::Rc;

use interleave::event_loop::{Condition, Future};

use super::bench::{Bench, raised};

/// A task that waits to be notified, says `name` and keeps the lock for 5 more.
fn waiter(bench: &Bench, condition: &Rc<Condition>, name: &'static str) -> Future<()> {
    let (say, condition) = (bench.say(), condition.clone());
    let task = bench.task(|on| async move {
        condition.lock().acquire().await?;
        let waited = condition.wait().await;
        if waited.is_ok() {
            say(name);
            on.sleep(5).await?;
        }
        assert!(condition.lock().locked());
        condition.lock().release()?;
        waited
    });
    task.future().clone()
}

#[test]
fn those_notified_go_on_one_by_one_as_they_get_the_lock() {
    let bench = Bench::new();
    let condition = Rc::new(Condition::new(&bench.event_loop));
    for name in ["a", "b", "c"] {
        waiter(&bench, &condition, name);
    }
    let say = bench.say();
    bench.task(|on| async move {
        on.sleep(10).await?;
        condition.lock().acquire().await?;
        condition.notify(2)?;
        say("notified");
        on.sleep(3).await?;
        condition.lock().release()?;
        on.sleep(50).await?;
        condition.lock().acquire().await?;
        condition.notify_all()?;
        condition.lock().release()
    });
    bench.run();
    assert_eq!(bench.said(), "10 notified, 13 a, 18 b, 63 c");
}

#[test]
fn who_is_cancelled_just_when_it_is_notified_passes_that_on() {
    let bench = Bench::new();
    let condition = Rc::new(Condition::new(&bench.event_loop));
    let waiters = ["a", "b"].map(|name| waiter(&bench, &condition, name));
    let first = waiters[0].clone();
    bench.task(|on| async move {
        on.sleep(10).await?;
        condition.lock().acquire().await?;
        condition.notify(1)?;
        first.cancel();
        condition.lock().release()
    });
    bench.run();
    assert_eq!(bench.said(), "10 b");
    assert!(waiters[0].cancelled());
}

#[test]
fn who_waits_for_something_to_hold_looks_again_at_each_notification() {
    let bench = Bench::new();
    let (condition, count) = (
        Rc::new(Condition::new(&bench.event_loop)),
        Rc::new(Cell::new(0)),
    );
    let say = bench.say();
    bench.task(|_| {
        let (condition, count) = (condition.clone(), count.clone());
        async move {
            condition.lock().acquire().await?;
            condition.wait_for(|| count.get() >= 2).await?;
            say(&count.get().to_string());
            condition.lock().release()
        }
    });
    bench.task(|on| async move {
        for now in 1..=3 {
            on.sleep(10).await?;
            condition.lock().acquire().await?;
            count.set(now);
            condition.notify_all()?;
            condition.lock().release()?;
        }
        Ok(())
    });
    bench.run();
    assert_eq!(bench.said(), "20 2");
}

#[test]
fn without_the_lock_there_is_no_waiting_and_no_notifying() {
    let bench = Bench::new();
    let condition = Condition::new(&bench.event_loop);
    let refused = condition.notify(1);
    assert_eq!(refused, Err(raised("cannot notify on un-acquired lock")));
    let task = bench.task(|_| async move { condition.wait().await });
    bench.run();
    let refused = Err(raised("cannot wait on un-acquired lock"));
    assert_eq!(task.result(), Some(refused));
}
