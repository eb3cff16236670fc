//! `Task.cancel`, `Task.uncancel` and `Task.cancelling`, as CPython has them.

use interleave::event_loop::Exception;

use super::bench::Bench;

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
fn a_cancellation_taken_back_before_the_task_saw_it_never_happens() {
    let bench = Bench::new();
    let task = bench.task(|on| async move {
        let me = on.current_task().expect("a task runs");
        on.cancel_task(me);
        let counts = (on.cancelling(me), on.uncancel(me));
        on.sleep(1).await?;
        Ok(counts)
    });
    bench.run();
    assert_eq!(task.result(), Some(Ok((1, 0))));
}

#[test]
fn of_two_cancellations_one_taken_back_leaves_the_task_cancelled() {
    let bench = Bench::new();
    let task = bench.task(|on| async move {
        let me = on.current_task().expect("a task runs");
        on.cancel_task(me);
        on.cancel_task(me);
        on.uncancel(me);
        on.sleep(1).await
    });
    bench.run();
    assert!(task.cancelled());
    let counts = (task.cancelling(), task.uncancel(), task.uncancel());
    assert_eq!(counts, (1, 0, 0));
}

#[test]
fn a_task_that_cancels_itself_and_returns_is_cancelled() {
    let bench = Bench::new();
    let task = bench.task(|on| async move {
        on.current_task().map(|me| on.cancel_task(me));
        Ok(1)
    });
    bench.run();
    assert!(task.cancelled());
}

#[test]
fn a_task_that_cancels_itself_and_raises_has_raised() {
    let bench = Bench::new();
    let boom = Exception::Raised("boom".into());
    let raised = boom.clone();
    let task = bench.task(|on| async move {
        on.current_task().map(|me| on.cancel_task(me));
        Err::<(), _>(raised)
    });
    bench.run();
    assert_eq!(task.result(), Some(Err(boom)));
}

#[test]
fn a_task_cancelled_twice_while_it_waits_sees_it_once() {
    let bench = Bench::new();
    let say = bench.say();
    let task = bench.task(|on| async move {
        if on.sleep(100).await.is_err() {
            say("cancelled");
        }
        on.sleep(7).await?;
        Ok(on.time_us())
    });
    let to_cancel = task.future().clone();
    bench.at(10, move || {
        assert!(to_cancel.cancel() && to_cancel.cancel());
    });
    bench.run();
    assert_eq!(
        (bench.said().as_str(), task.cancelling()),
        ("10 cancelled", 2)
    );
    assert_eq!(task.result(), Some(Ok(17)));
}

#[test]
fn a_task_cancelled_while_it_is_ready_does_not_see_what_it_waited_for() {
    let bench = Bench::new();
    let future = bench.event_loop.create_future();
    let awaited = future.clone();
    let task = bench.task(|_| awaited);
    let to_cancel = task.future().clone();
    bench.at(10, move || {
        future.set_result(1);
        assert!(to_cancel.cancel());
    });
    bench.run();
    assert!(task.cancelled());
}

#[test]
fn a_task_that_has_ended_in_this_iteration_can_not_be_cancelled() {
    let bench = Bench::new();
    let task = bench.task(|_| async { Ok(1) });
    let future = task.future().clone();
    let canceller = bench.task(|_| async move { Ok(future.cancel()) });
    bench.run();
    assert_eq!(
        (task.result(), canceller.result()),
        (Some(Ok(1)), Some(Ok(false)))
    );
}

#[test]
fn a_timer_taken_back_by_another_one_due_at_the_same_time_does_not_fire() {
    let bench = Bench::new();
    let say = bench.say();
    let timer = std::rc::Rc::new(std::cell::OnceCell::<interleave::event_loop::TimerHandle>::new());
    let other = timer.clone();
    bench.at(10, move || other.get().expect("it is set").cancel());
    timer
        .set(bench.event_loop.call_at(10, move || say("fired")))
        .expect("it was not set");
    bench.run();
    assert_eq!(bench.said(), "");
}
