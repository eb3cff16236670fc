//! `asyncio.TaskGroup`: outcomes and times as CPython 3.13 prints them.

use interleave::event_loop::{EventLoop, Exception, Task, TaskGroup};

use super::bench::{Bench, raised};

fn group_of(exceptions: &[Exception]) -> Exception {
    Exception::Group(exceptions.into())
}

/// A coroutine that raises `message` after `duration_us`.
async fn boom(on: EventLoop, duration_us: u64, message: &str) -> Result<(), Exception> {
    on.sleep(duration_us).await?;
    Err(raised(message))
}

/// A coroutine that raises `message` when it is cancelled.
async fn bad_loser(on: EventLoop, message: &str) -> Result<(), Exception> {
    on.sleep(1_000).await.map_err(|_| raised(message))
}

/// A task that runs a group with `body` in it.
fn parent<F>(bench: &Bench, body: impl FnOnce(EventLoop, TaskGroup) -> F + 'static) -> Task<()>
where
    F: Future<Output = Result<(), Exception>> + 'static,
{
    bench.task(|on| async move { TaskGroup::run(&on, |group| body(on.clone(), group)).await })
}

#[test]
fn a_group_is_over_when_all_its_tasks_are() {
    let bench = Bench::new();
    let say = bench.say();
    bench.task(|on| async move {
        let tasks = TaskGroup::run(&on, |group| {
            let sleepers = [10, 20].map(|us| {
                let event_loop = on.clone();
                group.create_task(0, async move { event_loop.sleep(us).await.map(|()| us) })
            });
            async move { Ok(sleepers) }
        });
        for task in tasks.await? {
            say(&format!("{:?}", task?.result()));
        }
        Ok(())
    });
    bench.run();
    assert_eq!(bench.said(), "20 Some(Ok(10)), 20 Some(Ok(20))");
}

#[test]
fn a_group_without_tasks_is_over_at_once() {
    let bench = Bench::new();
    let task = parent(&bench, |_, _| async { Ok(()) });
    bench.event_loop.run_once();
    assert!(task.done());
    bench.event_loop.close();
}

#[test]
fn the_first_failure_cancels_the_others_in_the_order_of_their_creation() {
    let bench = Bench::new();
    let (b, c) = (bench.mourned("b"), bench.mourned("c"));
    let task = parent(&bench, move |on, group| async move {
        group.create_task(0, boom(on.clone(), 10, "boom"))?;
        group.create_task(1, b(on.clone()))?;
        group.create_task(2, c(on))?;
        Ok(())
    });
    bench.run();
    assert_eq!(bench.said(), "10 b, 10 c");
    assert_eq!(task.result(), Some(Err(group_of(&[raised("boom")]))));
    assert_eq!(task.cancelling(), 0);
}

#[test]
fn a_failure_ends_what_the_body_awaits() {
    let bench = Bench::new();
    let body = bench.mourned("body");
    let task = parent(&bench, move |on, group| async move {
        group.create_task(0, boom(on.clone(), 10, "boom"))?;
        body(on).await
    });
    bench.run();
    assert_eq!(bench.said(), "10 body");
    assert_eq!(task.result(), Some(Err(group_of(&[raised("boom")]))));
}

#[test]
fn failures_at_the_same_time_and_on_cancellation_are_all_told() {
    let bench = Bench::new();
    let task = parent(&bench, |on, group| async move {
        group.create_task(0, boom(on.clone(), 10, "a"))?;
        group.create_task(1, boom(on.clone(), 10, "b"))?;
        group.create_task(2, bad_loser(on, "late"))?;
        Ok(())
    });
    bench.run();
    let exceptions = ["a", "b", "late"].map(raised);
    assert_eq!(task.result(), Some(Err(group_of(&exceptions))));
}

#[test]
fn a_body_that_raises_cancels_the_tasks_and_is_told_last() {
    let bench = Bench::new();
    let a = bench.mourned("a");
    let task = parent(&bench, move |on, group| async move {
        group.create_task(0, a(on.clone()))?;
        group.create_task(1, bad_loser(on.clone(), "task"))?;
        boom(on, 5, "body").await
    });
    bench.run();
    assert_eq!(bench.said(), "5 a");
    let exceptions = ["task", "body"].map(raised);
    assert_eq!(task.result(), Some(Err(group_of(&exceptions))));
}

#[test]
fn a_task_of_a_body_that_raises_at_once_never_begins() {
    let bench = Bench::new();
    let say = bench.say();
    let task = parent(&bench, move |_, group| async move {
        let ran = async move {
            say("ran");
            Ok(())
        };
        group.create_task(0, ran)?;
        Err(raised("body"))
    });
    bench.run();
    assert_eq!(bench.said(), "");
    assert_eq!(task.result(), Some(Err(group_of(&[raised("body")]))));
}

#[test]
fn cancelling_the_parent_cancels_the_tasks_whether_it_is_in_the_body_or_past_it() {
    for stays_us in [0, 50] {
        let bench = Bench::new();
        let (a, b) = (bench.mourned("a"), bench.mourned("b"));
        let task = parent(&bench, move |on, group| async move {
            group.create_task(0, a(on.clone()))?;
            group.create_task(1, b(on.clone()))?;
            on.sleep(stays_us).await
        });
        bench.cancel_at(10, task.future());
        bench.run();
        assert_eq!(bench.said(), "10 a, 10 b");
        assert_eq!((task.cancelled(), task.cancelling()), (true, 1));
    }
}

#[test]
fn a_parent_cancelled_twice_still_waits_for_its_tasks() {
    let bench = Bench::new();
    let task = parent(&bench, |on, group| async move {
        group.create_task(0, async move {
            let _ = on.sleep(100).await;
            on.sleep(20).await
        })?;
        Ok(())
    });
    bench.cancel_at(10, task.future());
    bench.cancel_at(15, task.future());
    bench.run();
    assert_eq!((task.cancelled(), task.cancelling()), (true, 2));
    assert_eq!(bench.event_loop.time_us(), 30);
}

#[test]
fn a_parent_that_is_cancelled_while_a_task_fails_raises_the_group_and_is_cancelled_at_its_next_wait()
 {
    let bench = Bench::new();
    let say = bench.say();
    let task = bench.task(|on| async move {
        let result = TaskGroup::run(&on, |group| {
            let on = on.clone();
            async move {
                group.create_task(0, bad_loser(on.clone(), "task"))?;
                on.sleep(50).await
            }
        });
        say(&format!("{:?}", result.await));
        on.sleep(5).await
    });
    bench.cancel_at(10, task.future());
    bench.run();
    assert_eq!(bench.said(), "10 Err(Group([Raised(\"task\")]))");
    assert_eq!((task.cancelled(), task.cancelling()), (true, 1));
    assert_eq!(bench.event_loop.time_us(), 10);
}

#[test]
fn a_task_cancelled_by_itself_is_no_failure_of_the_group() {
    let bench = Bench::new();
    let task = parent(&bench, |on, group| async move {
        let (a, b) = (on.clone(), on.clone());
        let cancelled = group.create_task(0, async move { a.sleep(50).await })?;
        group.create_task(1, async move { b.sleep(20).await })?;
        on.call_at(10, move || {
            cancelled.cancel();
        });
        Ok(())
    });
    bench.run();
    assert_eq!(task.result(), Some(Ok(())));
    assert_eq!(bench.event_loop.time_us(), 20);
}

#[test]
fn a_group_takes_tasks_until_its_last_one_ends() {
    let bench = Bench::new();
    let say = bench.say();
    bench.task(|on| async move {
        let group = TaskGroup::run(&on, |group| {
            let (on, inside) = (on.clone(), group.clone());
            async move {
                inside.clone().create_task(0, async move {
                    on.sleep(10).await?;
                    let later = on.clone();
                    inside.create_task(1, async move { later.sleep(10).await })?;
                    Ok(())
                })?;
                Ok(group)
            }
        });
        let refused = group.await?.create_task(2, async { Ok(()) }).err();
        say(&refused.expect("it is over").to_string());
        Ok(())
    });
    bench.run();
    assert_eq!(bench.said(), "20 TaskGroup is finished");
}

#[test]
fn a_group_of_which_a_task_has_failed_takes_no_more_tasks() {
    let bench = Bench::new();
    let say = bench.say();
    let task = parent(&bench, move |on, group| async move {
        let (late, inside) = (on.clone(), group.clone());
        group.create_task(0, async move {
            let result = late.sleep(50).await;
            let refused = inside.create_task(1, async { Ok(()) }).err();
            say(&refused.expect("it ends").to_string());
            result
        })?;
        group.create_task(2, boom(on, 10, "boom"))?;
        Ok(())
    });
    bench.run();
    assert_eq!(bench.said(), "10 TaskGroup is shutting down");
    assert_eq!(task.result(), Some(Err(group_of(&[raised("boom")]))));
}

#[test]
fn a_group_within_a_deadline_times_out_with_all_its_tasks() {
    let bench = Bench::new();
    let a = bench.mourned("a");
    let task = bench.task(|on| async move {
        let group = TaskGroup::run(&on, |group| {
            let task = group.create_task(0, a(on.clone()));
            async move { task.map(|_| ()) }
        });
        on.timeout(10, group).await
    });
    bench.run();
    assert_eq!(bench.said(), "10 a");
    assert_eq!(task.result(), Some(Err(Exception::TimedOut)));
    assert_eq!(task.cancelling(), 0);
}

#[test]
fn a_deadline_within_a_group_is_a_failure_of_its_body() {
    let bench = Bench::new();
    let a = bench.mourned("a");
    let task = parent(&bench, move |on, group| async move {
        group.create_task(0, a(on.clone()))?;
        on.timeout(10, on.sleep(50)).await
    });
    bench.run();
    assert_eq!(bench.said(), "10 a");
    assert_eq!(task.result(), Some(Err(group_of(&[Exception::TimedOut]))));
}

#[test]
fn a_failure_in_a_group_within_a_group_is_a_group_within_the_group() {
    let bench = Bench::new();
    let (outer, inner) = (bench.mourned("outer"), bench.mourned("inner"));
    let task = parent(&bench, move |on, group| async move {
        group.create_task(0, outer(on.clone()))?;
        TaskGroup::run(&on, |group| {
            let tasks = [
                group.create_task(1, boom(on.clone(), 10, "boom")),
                group.create_task(2, inner(on.clone())),
            ];
            async move { tasks.into_iter().try_for_each(|task| task.map(|_| ())) }
        })
        .await
    });
    bench.run();
    assert_eq!(bench.said(), "10 inner, 10 outer");
    let within = group_of(&[raised("boom")]);
    assert_eq!(task.result(), Some(Err(group_of(&[within]))));
    assert_eq!(task.cancelling(), 0);
}
