//! Where durations stand in a text, and how others are written in their places.

use interleave::notation::{PartOf, WrittenDuration, parse, parts};

/// The durations of steps, each with its node and its step.
fn texts(source: &str) -> Vec<(usize, usize, &str)> {
    let found = parts(source)
        .into_iter()
        .filter_map(|part| match part.what {
            PartOf::Duration { node, step } => Some((node, step, &source[part.range])),
            _ => None,
        });
    found.collect()
}

/// `source` with another duration, in microseconds, of the first task's first step.
fn changed(source: &str, duration_us: u64) -> String {
    let first = PartOf::Duration { node: 0, step: 0 };
    let mut parts = parts(source).into_iter();
    let part = parts.find(|part| part.what == first).expect("a step");
    let written = WrittenDuration::at(source, part.range);
    let mut text = source.to_owned();
    text.replace_range(written.range(), &written.with(duration_us));
    text
}

#[test]
fn every_step_knows_where_its_duration_stands() {
    let source = "# 5s\nseed 5\na: io 300ms then cpu 1.5s timeout 9s # io 7s\nb[1..3]: block 2s\n";
    assert_eq!(
        texts(source),
        [(0, 0, "300ms"), (0, 1, "1.5s"), (1, 0, "2s")]
    );
}

#[test]
fn a_duration_is_found_beyond_comments_and_on_lines_that_continue() {
    let source = "e: io # 1s\n  # 2s\n  300ms\n  then thread 200ms..1s after b\nb: io 1m\n";
    assert_eq!(
        texts(source),
        [(0, 0, "300ms"), (0, 1, "200ms..1s"), (1, 0, "1m")]
    );
}

#[test]
fn another_duration_is_written_in_the_unit_that_stands_there() {
    for (unit, duration_us, written) in [
        ("300ms", 350_000, "350ms"),
        ("300ms", 1_250_000, "1250ms"),
        ("1.5s", 1_600_000, "1.6s"),
        ("2s", 1_500_000, "1.5s"),
        ("2s", 1_234_000, "1.234s"),
        ("40us", 2_000, "2000us"),
        ("2m", 90_000_000, "1.5m"),
    ] {
        let source = format!("a: io {unit}  # as it was\n");
        let expected = format!("a: io {written}  # as it was\n");
        assert_eq!(changed(&source, duration_us), expected);
    }
}

#[test]
fn a_unit_that_cannot_say_it_gives_way_to_a_smaller_one() {
    assert_eq!(changed("a: io 2s", 1_234_500), "a: io 1234.5ms");
    assert_eq!(changed("a: io 1m", 70_000_000), "a: io 70s");
}

#[test]
fn what_is_written_is_read_as_that_duration() {
    for unit in ["1us", "1ms", "1s", "1m"] {
        for duration_us in [1, 999, 1_000, 12_345, 1_000_001, 86_400_000_000] {
            let text = changed(&format!("a: io {unit}"), duration_us);
            let program = parse(&text).expect("no mistake").program;
            assert_eq!(
                program.nodes()[0].steps[0].shortest_us,
                duration_us,
                "{text}"
            );
        }
    }
}
