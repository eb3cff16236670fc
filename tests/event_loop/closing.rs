//! What is left of a loop that was closed while tasks waited for what never comes: nothing.

use std::rc::Rc;

use interleave::event_loop::{EventLoop, Exception, Future, Queue, ReturnWhen, TaskGroup, Timeout};

use super::bench::Bench;

/// Runs `coroutine` on a loop of its own until it is stuck, and says whether all is let go.
fn leaves_nothing<F>(coroutine: impl FnOnce(EventLoop) -> F) -> bool
where
    F: std::future::Future<Output = Result<(), Exception>> + 'static,
{
    let bench = Bench::new();
    bench.task(coroutine);
    bench.run();
    let clock = Rc::downgrade(&bench.clock);
    drop(bench);
    clock.upgrade().is_none()
}

/// A task that never ends.
fn stuck(on: &EventLoop) -> Future<()> {
    let never = on.create_future();
    on.create_task(1, never).future().clone()
}

#[test]
fn a_gather_is_let_go() {
    assert!(leaves_nothing(|on| async move {
        on.gather(vec![stuck(&on), on.create_future()]).await?;
        Ok(())
    }));
}

#[test]
fn a_gather_of_gathers_and_shields_is_let_go() {
    assert!(leaves_nothing(|on| async move {
        let inner = on.gather(vec![stuck(&on), on.shield(&stuck(&on))]);
        on.gather(vec![inner]).await?;
        Ok(())
    }));
}

#[test]
fn a_wait_and_what_is_as_completed_are_let_go() {
    assert!(leaves_nothing(|on| async move {
        let never = on.create_future();
        let futures = vec![stuck(&on), never];
        let completed = on.as_completed(futures.clone(), None);
        on.wait(futures, ReturnWhen::AllCompleted, None).await?;
        completed.next().await;
        Ok(())
    }));
}

#[test]
fn a_group_under_a_deadline_that_was_taken_away_is_let_go() {
    assert!(leaves_nothing(|on| async move {
        let timeout = Timeout::new(&on, Some(10));
        let body = async {
            timeout.reschedule(None)?;
            TaskGroup::run(&on, |group| {
                let never = on.create_future::<()>();
                let task = group.create_task(0, never);
                async move { task.map(|_| ()) }
            })
            .await
        };
        timeout.run(body).await
    }));
}

#[test]
fn a_queue_is_let_go() {
    assert!(leaves_nothing(|on| async move {
        let queue = Queue::<Future<()>>::new(&on, 1);
        queue.put(stuck(&on)).await?;
        queue.put(stuck(&on)).await
    }));
}
