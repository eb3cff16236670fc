//! A task is cancelled at 10, when what it waits for ends too: in the iteration in which the
//! timers are due, in the next one, and so on. How it ends, how many requests to cancel it are
//! open then, how the others end and what they say: as CPython 3.13 prints it.

use std::rc::Rc;

use interleave::event_loop::locks::{Event, Lock, Semaphore};
use interleave::event_loop::{
    EventLoop, Exception, Future, Queue, ReturnWhen, Task, TaskGroup, Timeout,
};

use super::bench::{Bench, raised};

/// Runs what `begin` begins, eight times, with the task it returns cancelled one iteration later
/// each time; says how that ended, and in how many iterations in a row it ended so.
fn outcomes<T: Clone + 'static>(begin: impl Fn(&Bench) -> (Task<T>, Vec<Future<()>>)) -> String {
    let mut outcomes: Vec<(usize, String)> = Vec::new();
    for iterations in 0..8 {
        let bench = Bench::new();
        let to_cancel = Rc::new(std::cell::OnceCell::<Future<T>>::new());
        let cancelled = to_cancel.clone();
        let event_loop = bench.event_loop.clone();
        bench.at(10, move || {
            let cancel = move || {
                cancelled.get().map(Future::cancel);
            };
            after_iterations(&event_loop, iterations, Box::new(cancel));
        });
        let (task, others) = begin(&bench);
        assert!(to_cancel.set(task.future().clone()).is_ok());
        bench.run();
        let mut outcome = format!("{} {}", ended(task.result()), task.cancelling());
        for other in others {
            outcome += &format!(" {}", ended(other.result()));
        }
        let said = bench.said();
        let words = said.split(", ").map(|line| line.split_once(' '));
        for (_, word) in words.flatten() {
            outcome += &format!(" {word}");
        }
        match outcomes.last_mut() {
            Some((times, last)) if *last == outcome => *times += 1,
            _ => outcomes.push((1, outcome)),
        }
    }
    let lines = outcomes.iter().map(|(times, o)| format!("{times}: {o}"));
    lines.collect::<Vec<_>>().join("\n")
}

fn after_iterations(event_loop: &EventLoop, iterations: usize, then: Box<dyn FnOnce()>) {
    if iterations == 0 {
        return then();
    }
    let again = event_loop.clone();
    event_loop.call_soon(move || after_iterations(&again, iterations - 1, then));
}

fn ended<T>(result: Option<Result<T, Exception>>) -> String {
    match result.expect("it ends") {
        Ok(_) => String::from("Ok"),
        Err(exception) => format!("{exception:?}"),
    }
}

async fn sleep(on: EventLoop, duration_us: u64) -> Result<(), Exception> {
    on.sleep(duration_us).await
}

/// A group with a task that fails at 10 and one that sleeps; its body sleeps too.
fn group(bench: &Bench, fails: bool, body_us: Option<u64>) -> (Task<()>, Vec<Future<()>>) {
    let task = bench.task(|on| async move {
        let body = |group: TaskGroup| {
            let on = on.clone();
            async move {
                let first = on.clone();
                group.create_task(0, async move {
                    first.sleep(10).await?;
                    if fails { Err(raised("boom")) } else { Ok(()) }
                })?;
                if fails {
                    group.create_task(1, sleep(on.clone(), 20))?;
                }
                match body_us {
                    Some(body_us) => on.sleep(body_us).await,
                    None => Ok(()),
                }
            }
        };
        TaskGroup::run(&on, body).await
    });
    (task, vec![])
}

#[test]
fn a_group_of_which_a_task_fails() {
    let expected = "1: Cancelled 1\n\
                    5: Group([Raised(\"boom\")]) 1\n\
                    2: Group([Raised(\"boom\")]) 0";
    assert_eq!(outcomes(|bench| group(bench, true, Some(50))), expected);
    assert_eq!(outcomes(|bench| group(bench, true, None)), expected);
}

#[test]
fn a_group_of_which_the_last_task_ends() {
    let expected = "4: Cancelled 1\n4: Ok 0";
    assert_eq!(outcomes(|bench| group(bench, false, None)), expected);
}

#[test]
fn wait_for() {
    let in_time = outcomes(|bench| {
        let inner = bench.sleeper(10, ());
        let awaited = inner.clone();
        let task = bench.task(|on| async move { on.wait_for(Some(20), awaited).await });
        (task, vec![inner])
    });
    assert_eq!(
        in_time,
        "2: Cancelled 1 Cancelled\n1: Cancelled 1 Ok\n5: Ok 0 Ok"
    );
    let late = outcomes(|bench| {
        let inner = bench.sleeper(30, ());
        let awaited = inner.clone();
        let task = bench.task(|on| async move { on.wait_for(Some(10), awaited).await });
        (task, vec![inner])
    });
    assert_eq!(late, "3: Cancelled 1 Cancelled\n5: TimedOut 0 Cancelled");
}

#[test]
fn gather() {
    let seen = outcomes(|bench| {
        let children = vec![bench.sleeper(10, ()), bench.sleeper(10, ())];
        let gathered = children.clone();
        let task = bench.task(|on| async move { on.gather(gathered).await });
        (task, children)
    });
    assert_eq!(
        seen,
        "2: Cancelled 1 Cancelled Cancelled\n2: Cancelled 1 Ok Ok\n4: Ok 0 Ok Ok"
    );
}

#[test]
fn shield() {
    let seen = outcomes(|bench| {
        let inner = bench.sleeper(10, ());
        let shielded = inner.clone();
        let task = bench.task(|on| async move { on.shield(&shielded).await });
        (task, vec![inner])
    });
    assert_eq!(seen, "4: Cancelled 1 Ok\n4: Ok 0 Ok");
}

#[test]
fn wait() {
    let seen = outcomes(|bench| {
        let futures = vec![bench.sleeper(10, ()), bench.sleeper(10, ())];
        let awaited = futures.clone();
        let task =
            bench.task(|on| async move { on.wait(awaited, ReturnWhen::AllCompleted, None).await });
        (task, futures)
    });
    assert_eq!(seen, "4: Cancelled 1 Ok Ok\n4: Ok 0 Ok Ok");
}

#[test]
fn as_completed() {
    let seen = outcomes(|bench| {
        let futures = vec![bench.sleeper(10, "r"), bench.sleeper(10, "s")];
        let say = bench.say();
        let task = bench.task(|on| async move {
            let completed = on.as_completed(futures, None);
            while let Some(word) = completed.next().await {
                say(word?);
            }
            Ok(())
        });
        (task, vec![])
    });
    assert_eq!(seen, "4: Cancelled 1\n4: Ok 0 r s");
}

#[test]
fn timeout() {
    let seen = outcomes(|bench| {
        let task =
            bench.task(|on| async move { Timeout::new(&on, Some(10)).run(on.sleep(30)).await });
        (task, vec![])
    });
    assert_eq!(seen, "2: Cancelled 1\n6: TimedOut 0");
}

#[test]
fn event() {
    let seen = outcomes(|bench| {
        let event = Rc::new(Event::new(&bench.event_loop));
        let set = event.clone();
        bench.task(|on| async move {
            on.sleep(10).await?;
            set.set();
            Ok(())
        });
        let say = bench.say();
        let task = bench.task(|_| async move {
            event.wait().await?;
            say("a");
            Ok(())
        });
        (task, vec![])
    });
    assert_eq!(seen, "3: Cancelled 1\n5: Ok 0 a");
}

/// Three tasks of which the second is cancelled while the first lets it go on.
fn three<F>(bench: &Bench, coroutine: impl Fn(&'static str) -> F) -> (Task<()>, Vec<Future<()>>)
where
    F: std::future::Future<Output = Result<(), Exception>> + 'static,
{
    let [_, b, c] = ["a", "b", "c"].map(|name| bench.task(|_| coroutine(name)));
    (b, vec![c.future().clone()])
}

#[test]
fn lock() {
    let seen = outcomes(|bench| {
        let (lock, on) = (
            Rc::new(Lock::new(&bench.event_loop)),
            bench.event_loop.clone(),
        );
        let say = bench.say();
        three(bench, |name| {
            let (lock, on, say) = (lock.clone(), on.clone(), say.clone());
            async move {
                lock.acquire().await?;
                say(name);
                let slept = on.sleep(10).await;
                lock.release()?;
                slept
            }
        })
    });
    assert_eq!(seen, "3: Cancelled 1 Ok a c\n5: Cancelled 1 Ok a b c");
}

#[test]
fn semaphore() {
    let seen = outcomes(|bench| {
        let semaphore = Rc::new(Semaphore::new(&bench.event_loop, 1));
        let (on, say) = (bench.event_loop.clone(), bench.say());
        three(bench, |name| {
            let (semaphore, on, say) = (semaphore.clone(), on.clone(), say.clone());
            async move {
                semaphore.acquire().await?;
                say(name);
                let slept = on.sleep(10).await;
                semaphore.release();
                slept
            }
        })
    });
    assert_eq!(seen, "3: Cancelled 1 Ok a c\n5: Cancelled 1 Ok a b c");
}

#[test]
fn queue() {
    let seen = outcomes(|bench| {
        let queue = Rc::new(Queue::new(&bench.event_loop, 1));
        let [a, _] = ["a", "b"].map(|name| {
            let (queue, say) = (queue.clone(), bench.say());
            bench.task(|_| async move {
                let item: i32 = queue.get().await?;
                say(&format!("{name} {item}"));
                Ok(())
            })
        });
        bench.task(|on| async move {
            on.sleep(10).await?;
            queue.put(1).await?;
            queue.put(2).await
        });
        (a, vec![])
    });
    assert_eq!(seen, "3: Cancelled 1 b 1\n5: Ok 0 a 1 b 2");
}
