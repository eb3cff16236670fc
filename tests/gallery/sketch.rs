//! The small pictures of an example's two runs.

use interleave::gallery::{self, Sketch};
use interleave::trace::SpanKind;

use super::{example, runs};

fn sketch(source: &str) -> Sketch {
    let [sequential, concurrent] = runs(source);
    Sketch::of(&sequential, &concurrent)
}

/// A row's bars as `kind from-to, …`.
fn row(sketch: &Sketch, row: u8) -> String {
    let bars = sketch.bars.iter().filter(|bar| bar.row == row);
    let bars = bars.map(|bar| {
        let kind = match bar.kind {
            SpanKind::Step(step) => step.word(),
            SpanKind::WaitingForTask => "task",
            SpanKind::WaitingForPool => "pool",
            SpanKind::WaitingForThread => "queue",
            SpanKind::Backoff => "backoff",
            SpanKind::Ready => "ready",
        };
        format!("{kind} {}-{}", bar.from, bar.to)
    });
    bars.collect::<Vec<_>>().join(", ")
}

#[test]
fn the_shorter_run_ends_where_the_saved_time_begins() {
    let sketch = sketch(example("three_tasks").program);
    assert_eq!((sketch.sequential_end, sketch.concurrent_end), (1_000, 333));
    assert_eq!(sketch.rows, 4);
    assert_eq!(row(&sketch, 0), "io 0-1000");
    for task in 1..=3 {
        assert_eq!(row(&sketch, task), "io 0-333");
    }
}

#[test]
fn steps_of_a_kind_that_follow_each_other_are_one_bar() {
    let sketch = sketch("a: io 2s then io 1s then cpu 1s\nb: cpu 2s then io 4s");
    assert_eq!(row(&sketch, 0), "io 0-300, cpu 300-600, io 600-1000");
    assert_eq!(row(&sketch, 1), "io 0-300, cpu 300-400");
    assert_eq!(row(&sketch, 2), "cpu 0-200, io 200-600");
}

#[test]
fn waits_are_bars_too() {
    let sketch = sketch("pool p = 1\na: io 1s using p\nb: io 1s using p\nc: io 3s after a");
    assert_eq!(row(&sketch, 2), "pool 0-200, io 200-400");
    assert_eq!(row(&sketch, 3), "task 0-200, io 200-800");
}

#[test]
fn what_is_too_short_to_be_seen_goes_into_its_neighbour() {
    let sketch = sketch("a: io 5s then cpu 1ms then io 5s");
    assert_eq!(row(&sketch, 0), "io 0-1000");
}

#[test]
fn slivers_are_seen_as_what_they_mostly_are() {
    let alternating = vec!["cpu 9ms then io 1ms"; 100].join(" then ");
    let sketch = sketch(&format!("a: io 1s then {alternating} then io 2s"));
    assert_eq!(row(&sketch, 0), "io 0-250, cpu 250-500, io 500-1000");
}

#[test]
fn what_is_short_and_stands_alone_is_seen_all_the_same() {
    let sketch = sketch("a: io 1ms\nb: io 10s");
    assert_eq!(row(&sketch, 1), "io 0-3");
}

#[test]
fn of_many_tasks_the_first_the_last_and_some_between_are_drawn() {
    let lines: String = (1..=15).map(|n| format!("t{n}: io {n}s\n")).collect();
    let sketch = sketch(&lines);
    assert_eq!(sketch.rows, 9);
    let ends = sketch
        .bars
        .iter()
        .filter(|bar| bar.row > 0)
        .map(|bar| bar.to);
    // Of 120 s: the tasks of 1, 3, 5, … 15 s.
    let expected = [1, 3, 5, 7, 9, 11, 13, 15].map(|s: u16| (s * 1_000 + 60) / 120);
    assert_eq!(ends.collect::<Vec<_>>(), expected);
}

#[test]
fn ten_thousand_tasks_make_no_more_of_a_picture_than_a_few() {
    let sketch = sketch(example("ten_thousand_limited").program);
    assert_eq!((sketch.rows, sketch.concurrent_end), (9, 2));
    assert_eq!(row(&sketch, 0), "io 0-1000");
    assert!(sketch.bars.len() <= 80);
}

#[test]
fn a_picture_never_has_more_than_eighty_bars() {
    let steps = vec!["cpu 10ms then io 10ms"; 40].join(" then ");
    let sketch = sketch(&format!("a[1..20]: {steps}"));
    assert!(sketch.bars.len() <= 80, "{}", sketch.bars.len());
    assert!((0..sketch.rows).all(|row| sketch.bars.iter().any(|bar| bar.row == row)));
}

#[test]
fn every_bar_of_every_example_can_be_seen_and_overlaps_none() {
    for example in gallery::examples() {
        let sketch = sketch(example.program);
        assert!(sketch.bars.len() <= 80, "{}", example.name);
        for bar in &sketch.bars {
            assert!(
                bar.to >= bar.from + 3 && bar.to <= 1_000,
                "{}: {bar:?}",
                example.name
            );
        }
        for pair in sketch.bars.windows(2) {
            let follows = pair[0].row < pair[1].row || pair[0].to <= pair[1].from;
            assert!(follows, "{}: {pair:?}", example.name);
        }
    }
}

#[test]
fn a_program_that_takes_no_time_has_an_empty_picture() {
    assert_eq!(sketch("a: io 0s"), Sketch::default());
    assert_eq!(sketch(""), Sketch::default());
}

#[test]
fn a_sketch_can_be_sent() {
    let sketch = sketch(example("one_cook").program);
    let sent = serde_json::to_string(&sketch).unwrap();
    assert_eq!(serde_json::from_str::<Sketch>(&sent).unwrap(), sketch);
}
