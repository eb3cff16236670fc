//! Tasks that nobody waits for.

use super::{concurrent, sequential};

#[test]
fn when_all_others_have_ended_it_is_cancelled() {
    let source = "heartbeat: io 10s background\nmain: io 2s";
    assert_eq!(
        concurrent(source),
        "2000 | heartbeat 0-2000 cancelled, main 0-2000"
    );
}

#[test]
fn it_may_end_before_the_others() {
    let source = "log: io 1s background\nmain: io 2s";
    assert_eq!(concurrent(source), "2000 | log 0-1000, main 0-2000");
}

#[test]
fn what_comes_after_the_last_of_the_others_never_starts() {
    let source = "main: io 2s\nlog: cpu 5s after main background";
    assert_eq!(
        concurrent(source),
        "2000 | main 0-2000, log never-2000 cancelled"
    );
}

#[test]
fn others_may_come_after_it() {
    let source = "log: io 3s background\nmain: io 1s after log";
    assert_eq!(concurrent(source), "4000 | log 0-3000, main 3000-4000");
}

#[test]
fn in_a_program_of_nothing_else_it_never_starts() {
    assert_eq!(concurrent("a: io 1s background"), "0 | a never-0 cancelled");
}

#[test]
fn sequentially_it_runs_in_its_place_like_any_other() {
    let source = "heartbeat: io 10s background\nmain: io 2s";
    assert_eq!(
        sequential(source),
        "12000 | heartbeat 0-10000, main 10000-12000"
    );
}

#[test]
fn its_failure_is_a_failure() {
    let source = "log: io 1s fails background\nmain: io 2s";
    assert_eq!(
        concurrent(source),
        "1000 | log 0-1000 failed, main 0-1000 cancelled"
    );
}
