//! What is drawn, and what the draws depend on.

use interleave::export::{PackageTask, prediction};

fn tasks(source: &str) -> Vec<PackageTask> {
    prediction(source).concurrent.expect("no mistake").tasks
}

#[test]
fn a_duration_is_drawn_from_its_range() {
    let tasks = tasks("a[1..1000]: io 100ms..300ms");
    let ends = || tasks.iter().map(|task| task.end_us);
    assert!(ends().all(|end_us| (100_000..=300_000).contains(&end_us)));
    assert!(ends().any(|end_us| end_us < 120_000));
    assert!(ends().any(|end_us| end_us > 280_000));
    assert!(ends().any(|end_us| end_us % 1_000 != 0));
}

#[test]
fn both_ends_of_a_range_are_drawn() {
    let tasks = tasks("a[1..100]: io 1us..2us");
    for end_us in [1, 2] {
        assert!(tasks.iter().any(|task| task.end_us == end_us));
    }
}

#[test]
fn the_same_seed_draws_the_same_and_another_seed_does_not() {
    let source = "a: io 1s..2s";
    assert_eq!(tasks(source), tasks(&format!("seed 1\n{source}")));
    assert_ne!(tasks(source), tasks(&format!("seed 2\n{source}")));
}

#[test]
fn editing_one_task_leaves_the_draws_of_the_others_alone() {
    let before = tasks("a: io 1s..2s then io 1s..2s\nb: io 1s..2s");
    let after = tasks("c: io 5ms..6ms\na: io 3s then io 1ms\nb: io 1s..2s");
    assert_eq!(before[1], after[2]);
}

#[test]
fn each_attempt_and_each_step_draws_anew() {
    let one = tasks("on failure continue\na: io 1s..2s fails")
        .remove(0)
        .end_us;
    let two = tasks("on failure continue\na: io 1s..2s fails retry 1")
        .remove(0)
        .end_us;
    assert_ne!(two, 2 * one);
    let steps = tasks("a: io 1s..2s then io 1s..2s").remove(0).end_us;
    assert_ne!(steps, 2 * one);
}

#[test]
fn about_as_many_attempts_fail_as_the_chance_says() {
    let failed = |percent: &str| {
        let source = format!("on failure continue\na[1..2000]: io 1ms fails {percent}%");
        let tasks = tasks(&source);
        tasks.iter().filter(|task| task.outcome == "failed").count()
    };
    assert_eq!(failed("0"), 0);
    assert_eq!(failed("100"), 2000);
    assert!((400..600).contains(&failed("25")));
    assert!((0..10).contains(&failed("0.1")));
}

#[test]
fn both_ways_of_running_draw_the_same() {
    let both = prediction("a: io 1s..2s\nb: io 1s..2s");
    let ends = both.concurrent.expect("no mistake").tasks;
    let sequential = both.sequential.expect("no mistake");
    assert_eq!(sequential.makespan_us, ends[0].end_us + ends[1].end_us);
}
