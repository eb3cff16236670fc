//! `asyncio.gather`: outcomes and times as CPython prints them.

use interleave::event_loop::{Exception, Future};

use super::bench::{Bench, raised};

#[test]
fn results_stand_in_the_order_given_and_not_of_completion() {
    let bench = Bench::new();
    let tasks = [(30, 'a'), (10, 'b'), (20, 'c')].map(|(us, name)| bench.sleeper(us, name));
    let all = bench.event_loop.gather(tasks.into());
    bench.run();
    assert_eq!(all.result(), Some(Ok(vec!['a', 'b', 'c'])));
}

#[test]
fn the_first_exception_wins_and_the_others_go_on() {
    let bench = Bench::new();
    let (late, early) = (bench.failing(10, "late"), bench.failing(5, "early"));
    let other = bench.sleeper(20, ());
    let all = bench.event_loop.gather(vec![late, other.clone(), early]);
    let seen = all.clone();
    let say = bench.say();
    all.add_done_callback(move || say(&format!("{:?}", seen.result())));
    bench.run();
    assert_eq!(bench.said(), "5 Some(Err(Raised(\"early\")))");
    assert_eq!(other.result(), Some(Ok(())));
}

#[test]
fn a_cancelled_child_is_an_exception_of_the_whole_which_is_not_cancelled() {
    let bench = Bench::new();
    let (child, other) = (bench.sleeper(30, ()), bench.sleeper(20, ()));
    let all = bench.event_loop.gather(vec![child.clone(), other.clone()]);
    bench.cancel_at(10, &child);
    bench.run();
    assert_eq!(all.result(), Some(Err(Exception::Cancelled)));
    assert!(!all.cancelled() && !other.cancelled());
}

#[test]
fn exceptions_may_be_returned_among_the_results() {
    let bench = Bench::new();
    let cancelled = bench.sleeper(30, 0);
    let children = vec![
        cancelled.clone(),
        bench.sleeper(20, 1),
        bench.failing(5, "boom"),
    ];
    let all = bench.event_loop.gather_return_exceptions(children);
    bench.cancel_at(10, &cancelled);
    bench.run();
    let expected = vec![Err(Exception::Cancelled), Ok(1), Err(raised("boom"))];
    assert_eq!(all.result(), Some(Ok(expected)));
}

/// Cancels `all` at 10, and says whether that could be, and how and when it ended.
fn cancel_and_watch<T: Clone + std::fmt::Debug + 'static>(bench: &Bench, all: Future<T>) -> String {
    let (say, to_cancel) = (bench.say(), all.clone());
    bench.at(10, move || say(&format!("{}", to_cancel.cancel())));
    let (say, ended) = (bench.say(), all.clone());
    all.add_done_callback(move || {
        let result = ended.result().expect("it is done");
        say(&format!("{result:?} {}", ended.cancel()));
    });
    bench.run();
    assert!(!all.cancelled());
    bench.said()
}

#[test]
fn a_cancelled_gather_raises_with_the_first_child_that_is_cancelled() {
    let bench = Bench::new();
    let slow = bench.stubborn(7, Err(Exception::Cancelled));
    let all = bench.event_loop.gather(vec![bench.sleeper(100, ()), slow]);
    let said = cancel_and_watch(&bench, all);
    assert_eq!(said, "10 true, 10 Err(Cancelled) false");
}

#[test]
fn a_cancelled_gather_that_returns_exceptions_raises_when_all_children_are_done() {
    let bench = Bench::new();
    let slow = bench.stubborn(7, Err(Exception::Cancelled));
    let children = vec![bench.sleeper(100, ()), slow];
    let all = bench.event_loop.gather_return_exceptions(children);
    let said = cancel_and_watch(&bench, all);
    assert_eq!(said, "10 true, 17 Err(Cancelled) false");
}

#[test]
fn a_cancelled_gather_raises_though_its_children_swallow_the_cancellation() {
    let bench = Bench::new();
    let all = bench.event_loop.gather(vec![bench.stubborn(0, Ok(1))]);
    let said = cancel_and_watch(&bench, all);
    assert_eq!(said, "10 true, 10 Err(Cancelled) false");
}

#[test]
fn a_gather_whose_children_are_all_done_can_not_be_cancelled() {
    let bench = Bench::new();
    let child = bench.event_loop.create_future();
    let all = bench.event_loop.gather(vec![child.clone()]);
    child.set_result(1);
    assert!(!all.cancel() && !all.done());
    bench.run();
    assert_eq!(all.result(), Some(Ok(vec![1])));
}

#[test]
fn a_gather_cancelled_while_one_child_is_done_cancels_the_other() {
    let bench = Bench::new();
    let children = [(); 2].map(|()| bench.event_loop.create_future());
    let all = bench.event_loop.gather(children.to_vec());
    children[0].set_result(1);
    assert!(all.cancel());
    bench.run();
    assert!(children[1].cancelled() && !all.cancelled());
    assert_eq!(all.result(), Some(Err(Exception::Cancelled)));
}

#[test]
fn cancelling_who_awaits_a_gather_cancels_the_children_of_gathers_within_too() {
    let bench = Bench::new();
    let children = [(); 3].map(|()| bench.sleeper(100, ()));
    let inner = bench.event_loop.gather(children[..2].to_vec());
    let last = bench.event_loop.gather(children[2..].to_vec());
    let all = bench.event_loop.gather(vec![inner, last]);
    let task = bench.task(|_| all);
    bench.cancel_at(5, task.future());
    bench.run();
    assert!(task.cancelled() && children.iter().all(Future::cancelled));
    assert_eq!(bench.event_loop.time_us(), 5);
}

#[test]
fn a_future_given_twice_gives_its_result_twice() {
    let bench = Bench::new();
    let (x, y) = (bench.sleeper(3, 'x'), bench.sleeper(1, 'y'));
    let all = bench.event_loop.gather(vec![x.clone(), y, x]);
    bench.run();
    assert_eq!(all.result(), Some(Ok(vec!['x', 'y', 'x'])));
}

#[test]
fn a_gather_of_nothing_or_of_what_is_done_is_done_at_once() {
    let bench = Bench::new();
    let nothing = bench.event_loop.gather(Vec::<Future<()>>::new());
    assert_eq!(nothing.result(), Some(Ok(vec![])));
    let done = bench.event_loop.create_future();
    done.set_result(1);
    assert_eq!(
        bench.event_loop.gather(vec![done]).result(),
        Some(Ok(vec![1]))
    );
    let failed = bench.event_loop.create_future::<()>();
    failed.set_exception(raised("x"));
    let pending = bench.event_loop.create_future();
    let all = bench.event_loop.gather(vec![pending, failed]);
    assert_eq!(all.result(), Some(Err(raised("x"))));
}

#[test]
fn who_awaits_a_gather_goes_on_an_iteration_later_than_who_awaits_its_child() {
    let bench = Bench::new();
    let child = bench.event_loop.create_future::<()>();
    let (say, all) = (bench.say(), bench.event_loop.gather(vec![child.clone()]));
    bench.task(|_| async move {
        all.await?;
        say("gathered");
        Ok(())
    });
    let (say, awaited) = (bench.say(), child.clone());
    bench.task(|on| async move {
        awaited.await?;
        for step in ["first", "second"] {
            say(step);
            on.sleep(0).await?;
        }
        Ok(())
    });
    bench.at(1, move || {
        child.set_result(());
    });
    bench.run();
    assert_eq!(bench.said(), "1 first, 1 gathered, 1 second");
}

#[test]
fn callbacks_of_a_gather_nobody_keeps_are_called() {
    let bench = Bench::new();
    let say = bench.say();
    let all = bench.event_loop.gather(vec![bench.sleeper(3, ())]);
    all.add_done_callback(move || say("done"));
    drop(all);
    bench.run();
    assert_eq!(bench.said(), "3 done");
}
