//! A program in the notation again.

use interleave::graph::{
    AfterMode, DURATION_LIMIT_US, Fails, IndexRange, Node, OnFailure, Pool, Program, RETRY_LIMIT,
    Reference, Retry, Settings, Step, StepKind,
};
use interleave::notation::print;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::program;

/// How a text without mistakes is printed.
fn printed(source: &str) -> String {
    print(&program(source))
}

/// How a duration is printed.
fn duration(written: &str) -> String {
    let text = printed(&format!("a: io {written}"));
    text.replace("a: io ", "").replace('\n', "")
}

#[test]
fn an_empty_program_is_an_empty_text() {
    assert_eq!(printed("# nothing yet"), "");
}

#[test]
fn every_construct_has_its_place() {
    let source = "\
threads 8
on failure continue
seed 7
pool db = 2
pool api = 1

user: io 100ms..1.5s then cpu 20us
posts[1..6]: thread 400ms after any user using api, db
all[2..5]: block 0s after posts, posts[3], posts[i] timeout 500ms retry 2
b: io 1m after first all fails 12.5%
c: io 1s retry 3 backoff 10ms fails 2 background
d: io 1s fails
";
    assert_eq!(printed(source), source);
}

#[test]
fn settings_stand_above_and_clauses_in_one_order() {
    assert_eq!(
        printed(
            "\
b: io 1s background fails 1 retry 1
   using p # a comment
   after a
seed 2
a: io 1s
pool p = 1
"
        ),
        "\
seed 2
pool p = 1

b: io 1s after a using p retry 1 fails 1 background
a: io 1s
"
    );
}

#[test]
fn settings_that_are_the_default_are_left_out() {
    assert_eq!(
        printed("threads 4\non failure cancel\nseed 1\na: io 1s"),
        "a: io 1s\n"
    );
}

#[test]
fn a_duration_has_the_largest_unit_that_takes_few_digits() {
    assert_eq!(duration("1500000us"), "1.5s");
    assert_eq!(duration("0.4s"), "400ms");
    assert_eq!(duration("1us"), "1us");
    assert_eq!(duration("90s"), "1.5m");
    assert_eq!(duration("61s"), "61s");
    assert_eq!(duration("1234ms"), "1234ms");
    assert_eq!(duration("1234567us"), "1234567us");
    assert_eq!(duration("1.05ms"), "1.05ms");
    assert_eq!(duration("86400s"), "1440m");
    assert_eq!(duration("0m"), "0s");
}

#[test]
fn a_draw_of_equal_durations_is_one_duration() {
    assert_eq!(duration("1s..1000ms"), "1s");
}

#[test]
fn a_chance_has_the_digits_that_it_needs() {
    for fails in ["fails 0%", "fails 0.0001%", "fails 33.3333%", "fails 100%"] {
        let source = format!("a: io 1s {fails}\n");
        assert_eq!(printed(&source), source);
    }
}

/// Durations of every size, round ones among them.
fn durations() -> impl Strategy<Value = u64> {
    let round = (0..2_000_u64, select(vec![1, 10, 1_000, 50_000, 1_000_000]));
    prop_oneof![
        round.prop_map(|(count, unit_us)| count * unit_us),
        0..=DURATION_LIMIT_US,
    ]
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (select(StepKind::ALL.to_vec()), durations(), durations());
    let step = step.prop_map(|(kind, one, other)| Step {
        kind,
        shortest_us: one.min(other),
        longest_us: one.max(other),
    });
    prop::collection::vec(step, 1..4)
}

fn retries() -> impl Strategy<Value = Retry> {
    (0..=RETRY_LIMIT, option::of(durations())).prop_map(|(count, backoff_us)| {
        let retry = Retry { count, backoff_us };
        match retry.wait_us(count) {
            Some(wait_us) if wait_us > DURATION_LIMIT_US => Retry {
                count: 1,
                backoff_us,
            },
            _ => retry,
        }
    })
}

fn fails() -> impl Strategy<Value = Fails> {
    prop_oneof![
        Just(Fails::Never),
        Just(Fails::Always),
        any::<u32>().prop_map(Fails::First),
        (0..=1_000_000_u32).prop_map(|millionths| Fails::Chance { millionths }),
    ]
}

/// The pools that each generated program has.
const POOLS: [&str; 3] = ["db", "api", "기"];

/// A node, named for its place, that comes after some of the `place` nodes before it, of which
/// every other one is a family of the same indices.
fn nodes(place: usize) -> impl Strategy<Value = Node> {
    let before: Vec<usize> = (0..place).collect();
    let ways = (
        subsequence(before, 0..=place.min(3)),
        select(vec![AfterMode::All, AfterMode::Any, AfterMode::First]),
        0..3_u32,
        subsequence(vec![0, 1, 2], 0..=POOLS.len()).prop_shuffle(),
    );
    let attempts = (
        option::of(durations()),
        option::of(retries()),
        fails(),
        any::<bool>(),
    );
    (steps(), ways, attempts).prop_map(move |(steps, ways, attempts)| {
        let (before, mode, member, using) = ways;
        let (timeout_us, retry, fails, background) = attempts;
        let is_family = |node: usize| node % 2 == 1;
        let after: Vec<Reference> = before
            .into_iter()
            .map(|node| match member {
                1 if is_family(node) => Reference::Member { node, index: 4 },
                2 if is_family(node) && is_family(place) => Reference::SameIndex { node },
                _ => Reference::All { node },
            })
            .collect();
        Node {
            name: format!("t{place}"),
            indices: is_family(place).then_some(IndexRange { first: 2, last: 5 }),
            steps,
            after_mode: if after.is_empty() {
                AfterMode::All
            } else {
                mode
            },
            after,
            using,
            timeout_us,
            retry,
            fails,
            background,
        }
    })
}

fn settings() -> impl Strategy<Value = Settings> {
    let threads = prop_oneof![Just(4), 1..=u32::MAX];
    let seed = prop_oneof![Just(1), any::<u32>()];
    (threads, any::<bool>(), seed).prop_map(|(threads, cancel, seed)| Settings {
        threads,
        on_failure: if cancel {
            OnFailure::Cancel
        } else {
            OnFailure::Continue
        },
        seed,
    })
}

/// Programs that hold everything the notation can say.
fn programs() -> impl Strategy<Value = Program> {
    let pools = prop::collection::vec(1..=u32::MAX, POOLS.len()).prop_map(|sizes| {
        let pools = POOLS.iter().zip(sizes).map(|(name, size)| Pool {
            name: (*name).to_owned(),
            size,
        });
        pools.collect::<Vec<_>>()
    });
    let nodes = (0..6_usize).prop_flat_map(|count| (0..count).map(nodes).collect::<Vec<_>>());
    (pools, nodes, settings())
        .prop_map(|(pools, nodes, settings)| Program::new(pools, nodes).with_settings(settings))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_read_from_a_printed_program_is_the_program(original in programs()) {
        prop_assert_eq!(program(&print(&original)), original);
    }

    #[test]
    fn what_is_printed_of_a_printed_program_is_the_same_text(original in programs()) {
        let text = print(&original);
        prop_assert_eq!(printed(&text), text);
    }
}
