//! `asyncio.Lock`: outcomes and times as CPython prints them.

use std::rc::Rc;

use interleave::event_loop::{Future, Lock};

use super::bench::{Bench, raised};

/// A task that holds `lock` for 10, `times` times, and says `name` whenever it has got it.
fn holder(bench: &Bench, lock: &Rc<Lock>, name: &'static str, times: usize) -> Future<()> {
    let (say, lock) = (bench.say(), lock.clone());
    let task = bench.task(|on| async move {
        for _ in 0..times {
            lock.acquire().await?;
            say(name);
            let slept = on.sleep(10).await;
            lock.release()?;
            slept?;
        }
        Ok(())
    });
    task.future().clone()
}

#[test]
fn first_come_first_served() {
    let bench = Bench::new();
    let lock = Rc::new(Lock::new(&bench.event_loop));
    for name in ["a", "b", "c"] {
        holder(&bench, &lock, name, 1);
    }
    bench.run();
    assert_eq!(bench.said(), "0 a, 10 b, 20 c");
    assert!(!lock.locked());
}

#[test]
fn who_lets_go_and_wants_it_again_waits_behind_the_others() {
    let bench = Bench::new();
    let lock = Rc::new(Lock::new(&bench.event_loop));
    for name in ["a", "b"] {
        holder(&bench, &lock, name, 2);
    }
    bench.run();
    assert_eq!(bench.said(), "0 a, 10 b, 20 a, 30 b");
}

#[test]
fn who_is_cancelled_while_it_waits_is_passed_over() {
    let bench = Bench::new();
    let lock = Rc::new(Lock::new(&bench.event_loop));
    let tasks = ["a", "b", "c"].map(|name| holder(&bench, &lock, name, 1));
    bench.cancel_at(5, &tasks[1]);
    bench.run();
    assert_eq!(bench.said(), "0 a, 10 c");
    assert!(tasks[1].cancelled() && !lock.locked());
}

#[test]
fn who_is_cancelled_just_when_it_gets_it_leaves_it_to_the_next() {
    let bench = Bench::new();
    let lock = Rc::new(Lock::new(&bench.event_loop));
    let tasks = ["a", "b", "c"].map(|name| holder(&bench, &lock, name, 1));
    let (second, event_loop) = (tasks[1].clone(), bench.event_loop.clone());
    bench.at(10, move || {
        event_loop.call_soon(move || {
            second.cancel();
        });
    });
    bench.run();
    assert_eq!(bench.said(), "0 a, 10 c");
    assert!(tasks[1].cancelled() && !lock.locked());
}

#[test]
fn a_lock_let_go_is_free_at_once_where_all_who_waited_are_cancelled() {
    let bench = Bench::new();
    let lock = Rc::new(Lock::new(&bench.event_loop));
    let say = bench.say();
    let (held, waiting) = (lock.clone(), lock.clone());
    bench.task(|on| async move {
        held.acquire().await?;
        let waiter = on.create_task(1, async move { waiting.acquire().await });
        on.sleep(1).await?;
        waiter.cancel();
        held.release()?;
        held.acquire().await?;
        say(&format!("{}", waiter.done()));
        Ok(())
    });
    bench.run();
    assert_eq!(bench.said(), "1 false");
}

#[test]
fn what_nobody_holds_can_not_be_let_go() {
    let bench = Bench::new();
    let refused = Lock::new(&bench.event_loop).release();
    assert_eq!(refused, Err(raised("Lock is not acquired.")));
}
