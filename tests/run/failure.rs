//! What a failure does to the others.

use super::{concurrent, sequential};

#[test]
fn the_first_failure_cancels_all_others() {
    let source = "a: io 1s fails\nb: io 3s\nc: io 1s after a\nd: io 1s after b";
    assert_eq!(
        concurrent(source),
        "1000 | a 0-1000 failed, b 0-1000 cancelled, c never-1000 cancelled, \
         d never-1000 cancelled"
    );
}

#[test]
fn a_step_that_holds_the_loop_runs_to_its_end_first() {
    let source = "a: io 1s fails\nb: io 500ms then cpu 2s then io 1s";
    assert_eq!(
        concurrent(source),
        "2500 | a 0-2500 failed, b 0-2500 cancelled"
    );
}

#[test]
fn what_ends_at_the_same_moment_is_done() {
    let source = "a: io 1s fails\nb: io 1s";
    assert_eq!(concurrent(source), "1000 | a 0-1000 failed, b 0-1000");
}

#[test]
fn two_may_fail_at_the_same_moment() {
    let source = "a: io 1s fails\nb: io 1s fails\nc: io 2s";
    assert_eq!(
        concurrent(source),
        "1000 | a 0-1000 failed, b 0-1000 failed, c 0-1000 cancelled"
    );
}

#[test]
fn a_task_that_recovers_has_not_failed() {
    let source = "a: io 1s fails 1 retry 1\nb: io 3s";
    assert_eq!(concurrent(source), "3000 | a 0-2000, b 0-3000");
}

#[test]
fn on_failure_continue_the_others_go_on() {
    let source = "on failure continue\na: io 1s fails\nb: io 3s\nc: io 1s after a";
    assert_eq!(
        concurrent(source),
        "3000 | a 0-1000 failed, b 0-3000, c never-1000 skipped"
    );
}

#[test]
fn sequentially_the_program_ends_at_the_first_failure() {
    let source = "a: io 1s\nb: io 1s fails\nc: io 1s\nd: io 1s after b";
    assert_eq!(
        sequential(source),
        "2000 | a 0-1000, b 1000-2000 failed, c never-2000 cancelled, d never-2000 cancelled"
    );
}

#[test]
fn a_crowd_that_waits_for_a_pool_is_cancelled_without_a_look_at_each_pair() {
    let source = "pool p = 1\na[1..50000]: io 1s using p\nb: io 10ms fails";
    let run = interleave::export::prediction(source).concurrent;
    assert_eq!(run.map(|run| run.makespan_us), Some(10_000));
}
