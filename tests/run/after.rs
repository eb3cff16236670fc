//! `after any` and `after first`, and what is skipped.

use super::{concurrent, sequential};

#[test]
fn after_any_starts_at_the_first_success_and_the_others_go_on() {
    let source = "a: io 3s\nb: io 1s\nc: io 1s after any a, b";
    assert_eq!(concurrent(source), "3000 | a 0-3000, b 0-1000, c 1000-2000");
    assert_eq!(
        sequential(source),
        "5000 | a 0-3000, b 3000-4000, c 4000-5000"
    );
}

#[test]
fn after_first_starts_at_the_first_success_and_cancels_the_others() {
    let source = "mirror[1..3]: io 2s\nfast: io 1s\npage: io 1s after first mirror, fast";
    assert_eq!(
        concurrent(source),
        "2000 | mirror[1] 0-1000 cancelled, mirror[2] 0-1000 cancelled, \
         mirror[3] 0-1000 cancelled, fast 0-1000, page 1000-2000"
    );
}

#[test]
fn sequentially_after_first_cancels_what_has_not_started() {
    let source = "a: io 2s\nb: io 1s\nc: io 1s after first a, b";
    assert_eq!(
        sequential(source),
        "3000 | a 0-2000, b never-2000 cancelled, c 2000-3000"
    );
}

#[test]
fn one_that_is_cancelled_while_it_waits_does_not_cancel_what_it_waits_for() {
    let source = "k: io 3s\nm: io 1s after k\nn: io 1s\nx: io 1s after first m, n";
    assert_eq!(
        concurrent(source),
        "3000 | k 0-3000, m never-1000 cancelled, n 0-1000, x 1000-2000"
    );
}

#[test]
fn one_that_is_cancelled_while_it_waits_for_a_pool_holds_nobody_up() {
    let source = "pool p = 1\nlong: io 3s using p\nm: io 1s using p\nn: io 1s\n\
        late: io 1s using p\nx: io 1s after first m, n";
    assert_eq!(
        concurrent(source),
        "4000 | long 0-3000, m never-1000 cancelled, n 0-1000, late 3000-4000, x 1000-2000"
    );
}

#[test]
fn what_comes_after_a_cancelled_task_is_skipped_and_that_is_no_failure() {
    let source = "m: io 3s\nn: io 1s\nx: io 1s after first m, n\ny: io 1s after m\nz: io 4s";
    assert_eq!(
        concurrent(source),
        "4000 | m 0-1000 cancelled, n 0-1000, x 1000-2000, y never-1000 skipped, z 0-4000"
    );
}

#[test]
fn a_task_is_skipped_at_the_moment_that_this_is_certain() {
    let source =
        "on failure continue\na: io 1s fails\nb: io 5s\nc: io 1s after a, b\nd: io 1s after c";
    assert_eq!(
        concurrent(source),
        "5000 | a 0-1000 failed, b 0-5000, c never-1000 skipped, d never-1000 skipped"
    );
    assert_eq!(
        sequential(source),
        "6000 | a 0-1000 failed, b 1000-6000, c never-1000 skipped, d never-1000 skipped"
    );
}

#[test]
fn after_any_is_skipped_once_none_can_succeed() {
    let source = "on failure continue\na: io 1s fails\nb: io 2s fails\nc: io 1s after any a, b";
    assert_eq!(
        concurrent(source),
        "2000 | a 0-1000 failed, b 0-2000 failed, c never-2000 skipped"
    );
}

#[test]
fn after_any_of_a_family_starts_at_its_first_success() {
    let source = "on failure continue\npool p = 1\na[1..3]: io 1s using p fails 0\n\
        b: io 2s fails\nc: io 1s after any b, a";
    assert_eq!(
        concurrent(source),
        "3000 | a[1] 0-1000, a[2] 1000-2000, a[3] 2000-3000, b 0-2000 failed, c 1000-2000"
    );
}

#[test]
fn after_any_with_i_looks_at_the_member_with_the_same_index() {
    let source = "a[1..2]: cpu 1s\nb: io 9s\nc[1..2]: io 1s after any a[i], b";
    assert_eq!(
        concurrent(source),
        "9000 | a[1] 0-1000, a[2] 1000-2000, b 2000-11000, c[1] 2000-3000, c[2] 2000-3000"
            .replace("9000 |", "11000 |")
    );
}

#[test]
fn sequentially_a_family_after_first_a_family_takes_no_time_for_each_pair() {
    let source = "a[1..50000]: io 1ms\nb[1..50000]: io 1ms after first a";
    let run = interleave::export::prediction(source).sequential;
    assert_eq!(run.map(|run| run.makespan_us), Some(50_001_000));
}

#[test]
fn lines_after_a_family_take_no_time_for_each_pair() {
    let lines = (0..30_000).map(|n| format!("b{n}: io 1ms after a\n"));
    let source = format!("a[1..30000]: io 1ms\n{}", lines.collect::<String>());
    let run = interleave::export::prediction(&source).concurrent;
    assert_eq!(run.map(|run| run.makespan_us), Some(2_000));
}
