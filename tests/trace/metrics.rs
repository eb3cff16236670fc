//! The figures of a run.

use interleave::trace::metrics;

use super::trace_of;

#[test]
fn the_loop_waits_where_nothing_holds_it() {
    let metrics = metrics(&trace_of("a: io 30ms then cpu 10ms\nb: io 60ms"));
    assert_eq!((metrics.waiting_us, metrics.loop_busy_us), (50_000, 10_000));
    assert_eq!(metrics.lost_us, 0);
}

#[test]
fn time_is_lost_while_the_loop_is_held_and_somebody_could_go_on() {
    let metrics = metrics(&trace_of("a: io 10ms\nb: io 15ms\nhog: cpu 40ms"));
    // Both are due while the loop is held, the first from 10 to 40 ms.
    assert_eq!(metrics.lost_us, 30_000);
}

#[test]
fn tasks_that_only_touch_are_not_at_once() {
    let most = |source: &str| metrics(&trace_of(source)).most_at_once;
    assert_eq!(
        most("a: io 10ms\nb: io 10ms after a\nc: io 10ms after b"),
        1
    );
    assert_eq!(most("pool p = 2\na[1..5]: io 10ms using p"), 2);
    assert_eq!(most("a[1..5]: io 10ms"), 5);
}
