//! Programs run in virtual time: when each task starts and ends, and how.
#![cfg(not(target_arch = "wasm32"))]

use interleave::export::{PackageRun, prediction};

mod advice;
mod after;
mod attempts;
mod background;
mod draws;
mod failure;
mod limits;
mod threads;
mod ways;

/// `makespan | name start-end …` with times in milliseconds; an outcome where it isn't `done`.
fn figures(run: Option<PackageRun>) -> String {
    let run = run.expect("the program has no mistake");
    let ms = |us: u64| (us as f64 / 1000.0).to_string();
    let tasks = run.tasks.iter().map(|task| {
        let start = task.start_us.map_or(String::from("never"), ms);
        let outcome = match task.outcome {
            "done" => String::new(),
            other => format!(" {other}"),
        };
        format!("{} {start}-{}{outcome}", task.name, ms(task.end_us))
    });
    format!(
        "{} | {}",
        ms(run.makespan_us),
        tasks.collect::<Vec<_>>().join(", ")
    )
}

fn concurrent(source: &str) -> String {
    figures(prediction(source).concurrent)
}

fn sequential(source: &str) -> String {
    figures(prediction(source).sequential)
}

#[test]
fn three_waits_of_two_seconds_take_two_together_and_six_one_by_one() {
    let source = "A: io 2s\nB: io 2s\nC: io 2s";
    assert_eq!(concurrent(source), "2000 | A 0-2000, B 0-2000, C 0-2000");
    assert_eq!(
        sequential(source),
        "6000 | A 0-2000, B 2000-4000, C 4000-6000"
    );
}

#[test]
fn code_that_blocks_gains_nothing() {
    let source = "A: block 2s\nB: block 2s\nC: block 2s";
    assert_eq!(
        concurrent(source),
        "6000 | A 0-2000, B 2000-4000, C 4000-6000"
    );
    assert_eq!(sequential(source), concurrent(source));
}

#[test]
fn fifty_requests_take_as_long_as_one() {
    let source = "request[1..50]: io 2s";
    assert!(concurrent(source).starts_with("2000 |"));
    assert!(sequential(source).starts_with("100000 |"));
}

#[test]
fn a_task_waits_for_all_that_it_comes_after() {
    let source = "a: io 1s\nb: io 3s\nc: cpu 1s after a, b";
    assert_eq!(concurrent(source), "4000 | a 0-1000, b 0-3000, c 3000-4000");
}

#[test]
fn a_task_may_come_after_one_that_stands_further_down() {
    assert_eq!(
        concurrent("b: io 1s after a\na: io 1s"),
        "2000 | b 1000-2000, a 0-1000"
    );
    assert_eq!(
        sequential("b: io 1s after a\na: io 1s"),
        "2000 | b 1000-2000, a 0-1000"
    );
}

#[test]
fn a_reference_with_i_is_to_the_member_with_the_same_index() {
    let source = "a[1..3]: cpu 1s\nb[2..3]: io 1s after a[i]";
    assert_eq!(
        concurrent(source),
        "4000 | a[1] 0-1000, a[2] 1000-2000, a[3] 2000-3000, b[2] 3000-4000, b[3] 3000-4000"
    );
}

#[test]
fn a_reference_with_a_number_is_to_that_member_alone() {
    let source = "a[1..2]: io 1s then io 1s\nb: io 1s after a[2]";
    assert_eq!(
        concurrent(source),
        "3000 | a[1] 0-2000, a[2] 0-2000, b 2000-3000"
    );
}

#[test]
fn a_pool_lets_in_as_many_as_its_size_first_come_first_served() {
    let source = "pool p = 2\nt[1..5]: io 1s using p";
    assert_eq!(
        concurrent(source),
        "3000 | t[1] 0-1000, t[2] 0-1000, t[3] 1000-2000, t[4] 1000-2000, t[5] 2000-3000"
    );
}

#[test]
fn pools_change_nothing_sequentially() {
    assert_eq!(
        sequential("pool p = 1\na: io 1s using p\nb: io 1s"),
        "2000 | a 0-1000, b 1000-2000"
    );
}

#[test]
fn a_computing_task_delays_timers_that_are_due() {
    let source = "sleeper: io 100ms then io 100ms\nworker: io 50ms then cpu 500ms";
    assert_eq!(concurrent(source), "650 | sleeper 0-650, worker 0-550");
}

#[test]
fn tasks_released_by_the_same_end_go_on_in_source_order() {
    let source = "gate: io 1s\nz: cpu 1s after gate\na: cpu 1s after gate\nm: cpu 1s after gate";
    assert_eq!(
        concurrent(source),
        "4000 | gate 0-1000, z 1000-2000, a 2000-3000, m 3000-4000"
    );
}

#[test]
fn what_ended_before_a_task_looked_is_counted_when_it_looks() {
    // Both `a` and `b` end in the first iteration, before `x` and `y` first run.
    let source = "a: cpu 1s\nb: cpu 1s\nx: cpu 1s after b\ny: cpu 1s after a";
    assert_eq!(
        concurrent(source),
        "4000 | a 0-1000, b 1000-2000, x 2000-3000, y 3000-4000"
    );
}

#[test]
fn tasks_that_take_two_pools_in_opposite_order_can_deadlock() {
    let source = "pool db = 1\npool api = 1\npool go = 1\n\
        b: io 2s using go\na: io 1s using db, go, api\nc: io 1s using api, db";
    assert_eq!(
        concurrent(source),
        "2000 | b 0-2000, a never-2000 deadlocked, c never-2000 deadlocked"
    );
    assert_eq!(
        sequential(source),
        "4000 | b 0-2000, a 2000-3000, c 3000-4000"
    );
}

#[test]
fn an_empty_program_takes_no_time() {
    assert_eq!(concurrent("# nothing yet\n"), "0 | ");
}

#[test]
fn families_that_come_after_families_cost_their_sum_and_not_their_product() {
    let source = "a[1..50000]: io 1s\nb[1..50000]: io 1s after a";
    assert!(concurrent(source).starts_with("2000 |"));
    // The same where something has ended before the others look.
    let source = "s: cpu 1s\na[1..49999]: io 1s after s\nb[1..50000]: io 1s after a";
    assert!(concurrent(source).starts_with("3000 |"));
}

#[test]
fn mistakes_are_placed_as_a_browser_counts() {
    let answer = prediction("# 🦀 한국\r\n🦀a: io 1x\nb: io 1s");
    let places = answer.errors.iter().map(|mistake| {
        let (from, to) = (mistake.from, mistake.to);
        format!("{from}-{to} at {}:{}", mistake.line, mistake.column)
    });
    assert_eq!(places.collect::<Vec<_>>(), ["9-12 at 2:1", "17-19 at 2:9"]);
    assert_eq!((answer.sequential, answer.concurrent), (None, None));
}
