//! `asyncio.Semaphore` and `asyncio.BoundedSemaphore`: outcomes and times as CPython prints them.

use std::rc::Rc;

use interleave::event_loop::{BoundedSemaphore, Semaphore};

use super::bench::{Bench, raised};

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
fn places_given_to_who_is_cancelled_go_to_who_waits_behind() {
    let bench = Bench::new();
    let semaphore = Rc::new(Semaphore::new(&bench.event_loop, 0));
    let tasks = ["a", "b", "c"].map(|name| {
        let (say, semaphore) = (bench.say(), semaphore.clone());
        bench.task(|_| async move {
            semaphore.acquire().await?;
            say(name);
            Ok(())
        })
    });
    let cancelled = [tasks[0].future().clone(), tasks[1].future().clone()];
    let released = semaphore.clone();
    bench.at(1, move || {
        released.release();
        released.release();
        cancelled.iter().for_each(|task| {
            task.cancel();
        });
    });
    bench.run();
    assert_eq!(bench.said(), "1 c");
    assert!(tasks[0].cancelled() && tasks[1].cancelled() && !semaphore.locked());
}

#[test]
fn a_bounded_semaphore_is_not_released_more_often_than_it_was_taken() {
    let bench = Bench::new();
    let semaphore = BoundedSemaphore::new(&bench.event_loop, 1);
    let refused = Err(raised("BoundedSemaphore released too many times"));
    assert_eq!(semaphore.release(), refused);
    let task = bench.task(|_| async move {
        semaphore.acquire().await?;
        assert!(semaphore.locked());
        semaphore.release()?;
        semaphore.release()
    });
    bench.run();
    assert_eq!(task.result(), Some(refused));
}
