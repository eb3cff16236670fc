//! The notation as a user meets it: what a text means, and what is said about its mistakes.
#![cfg(not(target_arch = "wasm32"))]

use interleave::graph::{IndexRange, Node, Program, Reference, Step, StepKind};
use interleave::notation::{Position, Positions, WordKind, parse, words};

mod clauses;
mod durations;
mod mistakes;
mod printing;
mod robustness;
mod settings;
mod soundness;

/// The program of a text without mistakes.
fn program(source: &str) -> Program {
    match parse(source) {
        Ok(parsed) => parsed.program,
        Err(mistakes) => panic!("{mistakes}"),
    }
}

fn step(kind: StepKind, duration_us: u64) -> Step {
    Step::of(kind, duration_us)
}

/// The duration of a program's only step.
fn duration_us(duration: &str) -> u64 {
    program(&format!("a: io {duration}")).nodes()[0].steps[0].longest_us
}

#[test]
fn the_example_of_the_notation_is_a_program() {
    let program = program(
        "\
# Load a page: fetch the user, then six posts (two at a time), then render
pool db = 2

user:        io 300ms
posts[1..6]: io 400ms   after user   using db
avatar:      io 700ms   after user
render:      cpu 120ms  after posts, avatar
",
    );
    assert_eq!(program.pools().len(), 1);
    assert_eq!(program.pools()[0].name, "db");
    assert_eq!(program.pools()[0].size, 2);
    assert_eq!(program.task_count(), 9);
    assert_eq!(
        program.nodes()[1],
        Node {
            name: "posts".to_owned(),
            indices: Some(IndexRange { first: 1, last: 6 }),
            steps: vec![step(StepKind::Io, 400_000)],
            after: vec![Reference::All { node: 0 }],
            using: vec![0],
            ..Node::default()
        }
    );
    assert_eq!(
        program.nodes()[3].after,
        [Reference::All { node: 1 }, Reference::All { node: 2 }]
    );
}

#[test]
fn an_empty_text_is_an_empty_program() {
    for source in ["", "\n", "  \t\r\n", "# nothing yet", "\u{feff}"] {
        assert_eq!(program(source).task_count(), 0, "{source:?}");
    }
}

#[test]
fn steps_are_joined_with_then() {
    assert_eq!(
        program("a: io 1ms then cpu 2ms then block 3ms").nodes()[0].steps,
        [
            step(StepKind::Io, 1_000),
            step(StepKind::Cpu, 2_000),
            step(StepKind::Block, 3_000),
        ]
    );
}

#[test]
fn every_unit_has_its_length() {
    assert_eq!(duration_us("7us"), 7);
    assert_eq!(duration_us("7ms"), 7_000);
    assert_eq!(duration_us("7s"), 7_000_000);
    assert_eq!(duration_us("7m"), 420_000_000);
}

#[test]
fn a_duration_can_be_zero_or_24_hours() {
    assert_eq!(duration_us("0s"), 0);
    assert_eq!(duration_us("1440m"), 86_400_000_000);
    assert_eq!(duration_us("86400.0s"), 86_400_000_000);
}

#[test]
fn a_duration_can_have_decimals() {
    assert_eq!(duration_us("1.5s"), 1_500_000);
    assert_eq!(duration_us("0.25ms"), 250);
    assert_eq!(duration_us("0.1m"), 6_000_000);
}

#[test]
fn half_a_microsecond_is_rounded_up() {
    assert_eq!(duration_us("0.5us"), 1);
    assert_eq!(duration_us("0.4999999999999999999999999999us"), 0);
    assert_eq!(duration_us("1.0004ms"), 1_000);
    assert_eq!(duration_us("1.0005ms"), 1_001);
    let thirds = "3".repeat(60);
    assert_eq!(duration_us(&format!("0.00000000833{thirds}m")), 0);
    assert_eq!(duration_us(&format!("0.00000000833{thirds}4m")), 1);
}

#[test]
fn clauses_stand_in_any_order() {
    let source = |clauses| format!("pool p = 1\na: io 1s\nb: io 1s {clauses}");
    assert_eq!(
        program(&source("after a using p")),
        program(&source("using p after a"))
    );
}

#[test]
fn pools_are_taken_in_the_order_in_which_they_are_named() {
    let program = program("pool p = 1\npool q = 4294967295\na: io 1s using q, p");
    assert_eq!(program.nodes()[0].using, [1, 0]);
    assert_eq!(program.pools()[1].size, u32::MAX);
}

#[test]
fn a_task_may_name_what_stands_further_down() {
    let program = program("b: io 1s after a using p\na: io 1s\npool p = 1");
    assert_eq!(program.nodes()[0].after, [Reference::All { node: 1 }]);
    assert_eq!(program.nodes()[0].using, [0]);
}

#[test]
fn a_member_is_named_by_its_index() {
    let program = program("a[0..3]: io 1s\nb: io 1s after a[3]");
    let member = Reference::Member { node: 0, index: 3 };
    assert_eq!(program.nodes()[1].after, [member]);
}

#[test]
fn in_a_family_i_is_the_own_index() {
    let program = program("a[1..9]: io 1s\nb[2..5]: io 1s after a[i]");
    assert_eq!(program.nodes()[1].after, [Reference::SameIndex { node: 0 }]);
}

#[test]
fn naming_a_task_twice_is_the_same_as_once() {
    let program = program("a[1..2]: io 1s\nb: io 1s after a, a[1], a, a[1]");
    assert_eq!(
        program.nodes()[1].after,
        [
            Reference::All { node: 0 },
            Reference::Member { node: 0, index: 1 },
        ]
    );
}

#[test]
fn a_program_can_have_100_000_tasks() {
    assert_eq!(
        program("a[1..99999]: io 1s\nb: io 1s").task_count(),
        100_000
    );
    assert_eq!(
        program("a[4294867296..4294967295]: io 1s").task_count(),
        100_000
    );
}

#[test]
fn a_name_can_be_of_any_script() {
    let program =
        program("사용자: io 1s\n_x9: io 1s after 사용자\nрендер: io 1s\nउपयोगकर्ता: io 1s");
    assert_eq!(program.nodes()[0].name, "사용자");
    assert_eq!(program.nodes()[1].after, [Reference::All { node: 0 }]);
}

#[test]
fn a_unit_can_be_a_name() {
    assert_eq!(program("s: io 1s\nm: io 1m after s").nodes()[1].name, "m");
}

#[test]
fn a_line_that_starts_with_white_space_continues_the_line_above() {
    let program = program("a: io 1s\n\tthen cpu 1s\n\n# between\nb: io 1s\n\u{a0}after\n  a");
    assert_eq!(program.nodes()[0].steps.len(), 2);
    assert_eq!(program.nodes()[1].after, [Reference::All { node: 0 }]);
}

#[test]
fn blank_lines_and_comments_do_not_end_a_line() {
    let program = program("a: io 1s # first\n# second\n\n   \n  then io 2s");
    assert_eq!(program.nodes()[0].steps.len(), 2);
}

#[test]
fn a_comment_starts_anywhere() {
    assert_eq!(program("a:io 1s#then io 1s").nodes()[0].steps.len(), 1);
}

#[test]
fn white_space_between_words_is_optional_where_they_stay_apart() {
    let spaced =
        program("pool p = 1\na [ 1 .. 2 ] : io 1s using p\nb : io 1s after a [ 1 ] , a [ 2 ]");
    let tight = program("pool p=1\na[1..2]:io 1s using p\nb:io 1s after a[1],a[2]");
    assert_eq!(spaced, tight);
}

#[test]
fn lines_end_with_lf_or_crlf_or_cr() {
    let lf = program("pool p = 1\na: io 1s\n  using p\nb: io 1s after a");
    assert_eq!(
        lf,
        program("pool p = 1\r\na: io 1s\r\n  using p\r\nb: io 1s after a")
    );
    assert_eq!(
        lf,
        program("pool p = 1\ra: io 1s\r  using p\rb: io 1s after a")
    );
}

#[test]
fn a_byte_order_mark_at_the_start_means_nothing() {
    assert_eq!(program("\u{feff}a: io 1s"), program("a: io 1s"));
}

#[test]
fn a_node_has_the_range_of_its_line_and_what_continues_it() {
    let source = "# top\na: io 1s # end\n  then cpu 1s  # more\n\nb: io 1s";
    let ranges = parse(source).unwrap().node_ranges;
    let texts: Vec<&str> = ranges.into_iter().map(|range| &source[range]).collect();
    assert_eq!(texts, ["a: io 1s # end\n  then cpu 1s", "b: io 1s"]);
}

/// The words of `line` with their kinds.
fn kinds(line: &str) -> Vec<(&str, WordKind)> {
    words(line)
        .map(|(range, kind)| (&line[range], kind))
        .collect()
}

#[test]
fn words_have_kinds() {
    use WordKind::*;
    assert_eq!(
        kinds("a[i]: io 1.5s then block 2ms after b timeout 3s ! # ok"),
        [
            ("a", Name),
            ("[", Punctuation),
            ("i", Number),
            ("]", Punctuation),
            (":", Punctuation),
            ("io", Step(StepKind::Io)),
            ("1.5s", Number),
            ("then", Keyword),
            ("block", Step(StepKind::Block)),
            ("2ms", Number),
            ("after", Keyword),
            ("b", Name),
            ("timeout", Keyword),
            ("3s", Number),
            ("!", Unknown),
            ("# ok", Comment),
        ]
    );
    assert_eq!(
        kinds("retry 2 backoff 1ms..2ms fails 12.5% background"),
        [
            ("retry", Keyword),
            ("2", Number),
            ("backoff", Keyword),
            ("1ms", Number),
            ("..", Punctuation),
            ("2ms", Number),
            ("fails", Keyword),
            ("12.5%", Number),
            ("background", Keyword),
        ]
    );
    assert_eq!(
        kinds("on failure cancel"),
        [("on", Keyword), ("failure", Keyword), ("cancel", Keyword)]
    );
    assert_eq!(
        kinds("[1..6]=,."),
        [
            ("[", Punctuation),
            ("1", Number),
            ("..", Punctuation),
            ("6", Number),
            ("]", Punctuation),
            ("=", Punctuation),
            (",", Punctuation),
            (".", Unknown),
        ]
    );
}

#[test]
fn positions_count_utf_16_units() {
    let mut positions = Positions::new("é🦀x");
    let columns = [0, 2, 6, 7].map(|byte| positions.at(byte).column);
    assert_eq!(columns, [1, 2, 4, 5]);
}

#[test]
fn positions_count_crlf_as_one_line_break() {
    let source = "a\r\nb\rc\n\nd";
    let mut positions = Positions::new(source);
    let places: Vec<_> = (0..=source.len())
        .map(|byte| positions.at(byte))
        .map(|position| (position.line, position.column))
        .collect();
    let expected = [
        (1, 1),
        (1, 2),
        (1, 3),
        (2, 1),
        (2, 2),
        (3, 1),
        (3, 2),
        (4, 1),
        (5, 1),
        (5, 2),
    ];
    assert_eq!(places, expected);
    let backwards: Vec<_> = (0..=source.len())
        .rev()
        .map(|byte| positions.at(byte))
        .map(|position| (position.line, position.column))
        .collect();
    assert!(backwards.iter().rev().eq(&expected));
}

#[test]
fn positions_within_a_character_and_behind_the_text_have_a_place() {
    let mut positions = Positions::new("é🦀");
    let end = Position {
        offset: 3,
        line: 1,
        column: 4,
    };
    assert_eq!(positions.at(1).offset, 0);
    assert_eq!(positions.at(4).offset, 1);
    assert_eq!(positions.at(99), end);
}
