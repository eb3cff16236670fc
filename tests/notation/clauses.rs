//! What draws and clauses mean.

use interleave::graph::{AfterMode, Fails, Node, Reference, Retry, Step, StepKind};

use super::program;

/// The node of a task with these clauses, which stands after the tasks `a` and `b[1..3]` and the
/// pool `p`.
fn node(clauses: &str) -> Node {
    let source = format!("pool p = 1\na: io 1s\nb[1..3]: io 1s\nc: io 1s {clauses}");
    program(&source).nodes()[2].clone()
}

/// The only step of a task.
fn step(step: &str) -> Step {
    program(&format!("a: {step}")).nodes()[0].steps[0]
}

#[test]
fn the_example_with_every_clause_is_a_program() {
    let program = program(
        "\
# Load a page: fetch the user, then six posts (two at a time), then render
pool db = 2

user:        io 300ms
posts[1..6]: io 400ms   after user   using db
avatar:      io 700ms   after user   timeout 500ms   retry 2 backoff 100ms
render:      cpu 120ms  after posts, avatar
",
    );
    assert_eq!(
        program.nodes()[2],
        Node {
            name: "avatar".to_owned(),
            steps: vec![Step::of(StepKind::Io, 700_000)],
            after: vec![Reference::All { node: 0 }],
            timeout_us: Some(500_000),
            retry: Some(Retry {
                count: 2,
                backoff_us: Some(100_000),
            }),
            ..Node::default()
        }
    );
}

#[test]
fn two_durations_are_the_shortest_and_the_longest() {
    assert_eq!(
        step("thread 100ms..1.5s"),
        Step {
            kind: StepKind::Thread,
            shortest_us: 100_000,
            longest_us: 1_500_000,
        }
    );
}

#[test]
fn two_equal_durations_are_one() {
    assert_eq!(step("cpu 1000ms..1s"), Step::of(StepKind::Cpu, 1_000_000));
}

#[test]
fn white_space_around_the_dots_of_a_draw_means_nothing() {
    let tight = step("io 0s..1440m");
    for spaced in ["io 0s .. 1440m", "io 0s.. 1440m", "io 0s\n  ..\n  1440m"] {
        assert_eq!(step(spaced), tight, "{spaced:?}");
    }
}

#[test]
fn after_waits_for_all() {
    assert_eq!(node("after a, b").after_mode, AfterMode::All);
}

#[test]
fn after_any_and_after_first_wait_for_the_first() {
    let any = node("after any a, b");
    let first = node("after first a, b");
    assert_eq!(any.after_mode, AfterMode::Any);
    assert_eq!(first.after_mode, AfterMode::First);
    let both = [Reference::All { node: 0 }, Reference::All { node: 1 }];
    assert_eq!(any.after, both);
    assert_eq!(first.after, both);
}

#[test]
fn after_any_can_name_members() {
    let program = program("b[1..3]: io 1s\nc[2..3]: io 1s after any b[1], b[i]");
    assert_eq!(
        program.nodes()[1].after,
        [
            Reference::Member { node: 0, index: 1 },
            Reference::SameIndex { node: 0 },
        ]
    );
}

#[test]
fn all_and_of_can_be_names() {
    let program = program("all: io 1s\nof: io 1s after all\nc: io 1s after any all, of");
    assert_eq!(program.nodes()[2].after.len(), 2);
}

#[test]
fn timeout_is_one_duration_that_can_be_zero() {
    assert_eq!(node("").timeout_us, None);
    assert_eq!(node("timeout 1.5s").timeout_us, Some(1_500_000));
    assert_eq!(node("timeout 0ms").timeout_us, Some(0));
}

#[test]
fn retry_is_the_number_of_further_attempts() {
    assert_eq!(node("").retry, None);
    for count in [0, 2, 1_000] {
        let retry = Retry {
            count,
            backoff_us: None,
        };
        assert_eq!(node(&format!("retry {count}")).retry, Some(retry));
    }
}

#[test]
fn backoff_is_the_wait_before_the_first_of_them() {
    let retry = Retry {
        count: 2,
        backoff_us: Some(100_000),
    };
    assert_eq!(node("retry 2 backoff 100ms").retry, Some(retry));
}

#[test]
fn the_last_backoff_can_be_24_hours() {
    for clause in [
        "retry 2 backoff 720m",
        "retry 1 backoff 1440m",
        "retry 0 backoff 1440m",
        "retry 1000 backoff 0s",
    ] {
        assert!(node(clause).retry.is_some(), "{clause}");
    }
}

#[test]
fn fails_alone_is_every_attempt() {
    assert_eq!(node("").fails, Fails::Never);
    assert_eq!(node("fails").fails, Fails::Always);
    assert_eq!(node("fails after a").fails, Fails::Always);
}

#[test]
fn fails_with_a_number_is_the_first_attempts() {
    assert_eq!(node("fails 2").fails, Fails::First(2));
    assert_eq!(node("fails 0").fails, Fails::First(0));
    assert_eq!(node("fails 4294967295").fails, Fails::First(u32::MAX));
}

#[test]
fn fails_with_a_percentage_is_a_chance() {
    let chance = |millionths| Fails::Chance { millionths };
    assert_eq!(node("fails 0%").fails, chance(0));
    assert_eq!(node("fails 12.5%").fails, chance(125_000));
    assert_eq!(node("fails 100%").fails, chance(1_000_000));
    assert_eq!(node("fails 0.0001%").fails, chance(1));
}

#[test]
fn half_a_millionth_of_a_chance_is_rounded_up() {
    let chance = |millionths| Fails::Chance { millionths };
    assert_eq!(node("fails 0.00005%").fails, chance(1));
    assert_eq!(node("fails 0.0000499999999999999999999%").fails, chance(0));
}

#[test]
fn background_is_a_word_alone() {
    assert!(!node("").background);
    assert!(node("background").background);
}

#[test]
fn all_clauses_stand_in_any_order() {
    let clauses = [
        "after any a, b[2]",
        "using p",
        "timeout 2s",
        "retry 3 backoff 10ms",
        "fails 1",
        "background",
    ];
    let forwards = node(&clauses.join(" "));
    for turn in 1..clauses.len() {
        let mut turned = clauses;
        turned.rotate_left(turn);
        assert_eq!(node(&turned.join(" ")), forwards);
        turned.reverse();
        assert_eq!(node(&turned.join("\n  ")), forwards);
    }
}
