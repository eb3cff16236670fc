//! Timeouts, failures and further attempts.

use super::{concurrent, sequential};

#[test]
fn a_wait_is_stopped_at_the_timeout() {
    let source = "on failure continue\na: io 3s timeout 2s";
    assert_eq!(concurrent(source), "2000 | a 0-2000 failed");
    assert_eq!(sequential(source), "2000 | a 0-2000 failed");
}

#[test]
fn steps_that_take_just_as_long_as_the_timeout_are_stopped() {
    let source = "on failure continue\na: io 1s then io 1s timeout 2s\nb: io 2s timeout 2001ms";
    assert_eq!(concurrent(source), "2000 | a 0-2000 failed, b 0-2000");
}

#[test]
fn computing_is_not_stopped_and_the_next_wait_is() {
    let source = "on failure continue\na: cpu 3s then io 1s then io 1s timeout 2s";
    assert_eq!(concurrent(source), "3000 | a 0-3000 failed");
    assert_eq!(sequential(source), "3000 | a 0-3000 failed");
}

#[test]
fn with_no_wait_in_it_nothing_can_be_stopped() {
    // As `asyncio.timeout` has it.
    assert_eq!(concurrent("a: cpu 3s timeout 2s"), "3000 | a 0-3000");
    assert_eq!(sequential("a: block 3s timeout 2s"), "3000 | a 0-3000");
}

#[test]
fn the_wait_for_a_pool_does_not_count() {
    let source = "pool p = 1\na: io 3s using p\nb: io 1s using p timeout 2s";
    assert_eq!(concurrent(source), "4000 | a 0-3000, b 3000-4000");
}

#[test]
fn a_loop_that_is_held_past_the_timeout_lets_it_fail() {
    let source = "on failure continue\na: io 50ms timeout 100ms\nb: cpu 200ms";
    assert_eq!(concurrent(source), "200 | a 0-200 failed, b 0-200");
}

#[test]
fn a_failed_attempt_is_followed_by_as_many_as_there_are() {
    let source = "on failure continue\na: io 1s fails 2 retry 2\nb: io 1s fails retry 2";
    assert_eq!(concurrent(source), "3000 | a 0-3000, b 0-3000 failed");
    assert_eq!(sequential(source), "6000 | a 0-3000, b 3000-6000 failed");
}

#[test]
fn each_backoff_is_twice_as_long_as_the_one_before() {
    let source = "a: io 1s fails 3 retry 5 backoff 100ms";
    assert_eq!(concurrent(source), "4700 | a 0-4700");
    assert_eq!(sequential(source), "4700 | a 0-4700");
}

#[test]
fn no_pool_is_held_during_a_backoff() {
    let source = "pool p = 1\na: io 1s using p fails 1 retry 1 backoff 500ms\nb: io 2s using p";
    assert_eq!(concurrent(source), "4000 | a 0-4000, b 1000-3000");
}

#[test]
fn an_attempt_that_comes_back_waits_for_its_pool_again() {
    let source = "pool p = 1\na: io 1s using p fails 1 retry 1\nb: io 2s using p";
    assert_eq!(concurrent(source), "4000 | a 0-4000, b 1000-3000");
}

#[test]
fn each_attempt_has_the_whole_timeout() {
    let source = "on failure continue\na: io 3s timeout 1s retry 2 backoff 100ms";
    assert_eq!(concurrent(source), "3300 | a 0-3300 failed");
}

#[test]
fn a_cancelled_attempt_is_not_tried_again() {
    let source = "slow: io 3s fails 1 retry 3\nfast: io 1s\nx: io 1s after first slow, fast";
    assert_eq!(
        concurrent(source),
        "2000 | slow 0-1000 cancelled, fast 0-1000, x 1000-2000"
    );
}

#[test]
fn a_timeout_of_nothing_stops_the_first_wait() {
    let source =
        "on failure continue\na: io 0s timeout 0s\nb: io 1s timeout 0s\nc: cpu 1s timeout 0s";
    assert_eq!(
        concurrent(source),
        "1000 | a 0-1000 failed, b 0-1000 failed, c 0-1000"
    );
}
