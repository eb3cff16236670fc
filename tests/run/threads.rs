//! Steps that run in the executor.

use super::{concurrent, sequential};

#[test]
fn four_run_at_once_unless_the_program_says_otherwise() {
    let source = "t[1..5]: thread 1s";
    assert_eq!(
        concurrent(source),
        "2000 | t[1] 0-1000, t[2] 0-1000, t[3] 0-1000, t[4] 0-1000, t[5] 0-2000"
    );
    let source = "threads 1\nt[1..3]: thread 1s";
    assert_eq!(
        concurrent(source),
        "3000 | t[1] 0-1000, t[2] 0-2000, t[3] 0-3000"
    );
}

#[test]
fn the_loop_is_free_meanwhile() {
    let source = "a: thread 1s\nb: cpu 600ms then cpu 600ms";
    assert_eq!(concurrent(source), "1200 | a 0-1200, b 0-1200");
    let source = "a: thread 1s\nb: io 100ms then cpu 200ms";
    assert_eq!(concurrent(source), "1000 | a 0-1000, b 0-300");
}

#[test]
fn threads_go_on_while_the_loop_is_held() {
    // The second begins at 100 ms, while `hog` holds the loop until 250.
    let source = "threads 1\nt[1..3]: thread 100ms\nhog: cpu 250ms";
    assert_eq!(
        concurrent(source),
        "300 | t[1] 0-250, t[2] 0-250, t[3] 0-300, hog 0-250"
    );
}

#[test]
fn once_begun_it_holds_its_thread_though_its_task_is_stopped() {
    let source = "threads 1\non failure continue\na: thread 3s timeout 1s\nb: thread 1s";
    assert_eq!(concurrent(source), "4000 | a 0-1000 failed, b 0-4000");
}

#[test]
fn what_waits_for_a_thread_and_is_stopped_never_begins() {
    let source =
        "threads 1\non failure continue\na: thread 3s\nb: thread 3s timeout 1s\nc: thread 1s";
    assert_eq!(
        concurrent(source),
        "4000 | a 0-3000, b 0-1000 failed, c 0-4000"
    );
}

#[test]
fn the_run_is_over_when_the_last_task_is_whatever_its_thread_does() {
    let source = "on failure continue\na: thread 9s timeout 1s";
    assert_eq!(concurrent(source), "1000 | a 0-1000 failed");
}

#[test]
fn threads_change_nothing_sequentially() {
    let source = "threads 1\na: thread 1s\nb: thread 2s timeout 1s\nc: io 1s";
    assert_eq!(
        sequential(&format!("on failure continue\n{source}")),
        "3000 | a 0-1000, b 1000-2000 failed, c 2000-3000"
    );
}
