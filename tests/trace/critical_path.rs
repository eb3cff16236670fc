//! The chain of causes that the end of a run hangs on.

use interleave::trace::{Why, critical_path};

use super::trace_of;

/// `name from-to (why) …` in milliseconds.
fn path(source: &str) -> String {
    let trace = trace_of(source);
    let parts = critical_path(&trace).into_iter().map(|part| {
        let why = match part.why {
            None => "",
            Some(Why::Ended) => " by an end",
            Some(Why::GaveBack) => " by a pool",
            Some(Why::FreedThread) => " by a thread",
            Some(Why::FreedLoop) => " by the loop",
            Some(Why::Cancelled) => " by a cancellation",
        };
        let name = trace.program().task_name(part.task);
        format!("{name} {}-{}{why}", part.from_us / 1000, part.to_us / 1000)
    });
    parts.collect::<Vec<_>>().join(", ")
}

#[test]
fn it_leads_through_what_ended_last() {
    assert_eq!(
        path("a: io 30ms\nb: io 10ms\nc: io 10ms after a, b\nd: io 20ms"),
        "a 0-30, c 30-40 by an end"
    );
}

#[test]
fn it_leads_through_what_ended_first_where_one_is_enough() {
    assert_eq!(
        path("a: io 30ms\nb: io 10ms\nc: io 50ms after any a, b"),
        "b 0-10, c 10-60 by an end"
    );
}

#[test]
fn it_leads_through_who_gave_back_the_place_in_the_pool() {
    assert_eq!(
        path(
            "pool db = 2\nuser: io 30ms\nposts[1..6]: io 40ms after user using db\nrender: cpu 12ms after posts"
        ),
        "user 0-30, posts[2] 30-70 by an end, posts[4] 70-110 by a pool, \
         posts[6] 110-150 by a pool, render 150-162 by an end"
    );
}

#[test]
fn it_leads_through_who_held_the_loop() {
    assert_eq!(
        path("a: io 10ms then io 50ms\nhog: io 5ms then cpu 100ms"),
        "hog 0-105, a 105-155 by the loop"
    );
}

#[test]
fn it_leads_through_who_held_the_thread() {
    assert_eq!(
        path("threads 1\na: thread 30ms\nb: thread 20ms\nc: io 5ms after b"),
        "a 0-30, b 30-50 by a thread, c 50-55 by an end"
    );
}

#[test]
fn a_backoff_is_the_tasks_own() {
    assert_eq!(
        path("a: io 10ms fails 1 retry 1 backoff 50ms\nb: io 60ms"),
        "a 0-70"
    );
}

#[test]
fn it_ends_with_what_failed_and_not_with_whom_that_cancelled() {
    assert_eq!(
        path("a: io 10ms\nb: io 20ms after a fails\nc: io 90ms"),
        "a 0-10, b 10-30 by an end"
    );
}

#[test]
fn it_leads_through_who_made_a_place_free_by_being_cancelled() {
    assert_eq!(
        path(
            "pool p = 1\nslow: io 90ms using p\nfast: io 10ms\nlate: io 50ms using p\nx: io 5ms after first slow, fast"
        ),
        "fast 0-10, x 10-10 by an end, slow 10-10 by a cancellation, late 10-60 by a pool"
    );
}
