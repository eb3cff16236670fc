//! What would help a program, and what other numbers would do: every figure is that of a program
//! that one can have.

use std::rc::Rc;

use interleave::notation::{PartOf, parse, parts};
use interleave::run::Mode;
use interleave::what_if::{Advice, Change, Knob, Score, advice, edited, knobs, sweep_point};
use interleave::words::Language;

fn knobs_of(source: &str) -> Vec<Knob> {
    knobs(source, &parse(source).expect("no mistake").program)
}

fn concurrent(source: &str) -> Score {
    let program = Rc::new(parse(source).expect("no mistake").program);
    Score::predicted(&program, Mode::Concurrent).expect("it has few events")
}

fn advice_of(source: &str) -> Advice {
    advice(source).expect("no mistake")
}

fn then_us(advice: &Advice, change: Change) -> Option<u64> {
    let mut suggestions = advice.suggestions.iter();
    let found = suggestions.find(|each| each.change == change);
    found.map(|each| each.then.makespan_us)
}

const SHOP: &str = "\
# a comment with 9s in it
threads 2   # and one behind
pool db = 2
user:        io 300ms then cpu 20ms
posts[1..6]: io 400ms  # here too: 7
  after user, user
  using db timeout 2s
  retry 3 backoff 50ms
drawn:       io 100ms..200ms
late[5..7]:  cpu 1s after posts[1], first_x
first_x:     block 5ms
";

#[test]
fn every_number_is_found_where_it_stands() {
    let found: Vec<_> = parts(SHOP)
        .into_iter()
        .map(|part| (&SHOP[part.range], part.what))
        .collect();
    assert_eq!(
        found,
        [
            ("2", PartOf::Threads),
            ("2", PartOf::PoolSize { pool: 0 }),
            ("io", PartOf::StepWord { node: 0, step: 0 }),
            ("300ms", PartOf::Duration { node: 0, step: 0 }),
            ("cpu", PartOf::StepWord { node: 0, step: 1 }),
            ("20ms", PartOf::Duration { node: 0, step: 1 }),
            ("6", PartOf::LastIndex { node: 1 }),
            ("io", PartOf::StepWord { node: 1, step: 0 }),
            ("400ms", PartOf::Duration { node: 1, step: 0 }),
            ("user", PartOf::Reference { node: 1, place: 0 }),
            ("user", PartOf::Reference { node: 1, place: 1 }),
            ("2s", PartOf::Timeout { node: 1 }),
            ("3", PartOf::Retry { node: 1 }),
            ("50ms", PartOf::Backoff { node: 1 }),
            ("io", PartOf::StepWord { node: 2, step: 0 }),
            ("100ms..200ms", PartOf::Duration { node: 2, step: 0 }),
            ("7", PartOf::LastIndex { node: 3 }),
            ("cpu", PartOf::StepWord { node: 3, step: 0 }),
            ("1s", PartOf::Duration { node: 3, step: 0 }),
            ("posts[1]", PartOf::Reference { node: 3, place: 0 }),
            ("first_x", PartOf::Reference { node: 3, place: 1 }),
            ("block", PartOf::StepWord { node: 4, step: 0 }),
            ("5ms", PartOf::Duration { node: 4, step: 0 }),
        ]
    );
}

#[test]
fn a_number_is_turned_in_the_manner_in_which_it_is_written() {
    let turned = |source: &str, value: u64| {
        let knob = &knobs_of(source)[0];
        edited(source, &[knob.turned_to(source, value)])
    };
    assert_eq!(turned("a: io 1.5s", 2_250_000), "a: io 2.25s");
    assert_eq!(turned("a[5..7]: io 1s", 10), "a[5..14]: io 1s");
    assert_eq!(turned("pool db = 2 # two", 8), "pool db = 8 # two");
    assert_eq!(turned("threads 2", 16), "threads 16");
}

#[test]
fn drawn_durations_are_not_turned() {
    assert!(knobs_of("a: io 1s..2s").is_empty());
}

#[test]
fn the_classic_table_of_requests() {
    let source = "request[1..50]: io 2s";
    let members = &knobs_of(source)[0];
    let table: Vec<[u64; 2]> = [5, 10, 20, 50, 100]
        .map(|count| {
            sweep_point(source, members, count)
                .scores
                .expect("a program")
        })
        .map(|scores| scores.map(|score| score.makespan_us / 1_000_000))
        .to_vec();
    assert_eq!(table, [[10, 2], [20, 2], [40, 2], [100, 2], [200, 2]]);
}

#[test]
fn a_number_that_leaves_no_program_has_no_figures() {
    let source = "a[1..6]: io 1s\nb: io 1s after a[5]";
    let members = &knobs_of(source)[0];
    assert_eq!(sweep_point(source, members, 3).scores, None);
    assert!(sweep_point(source, members, 5).scores.is_some());
}

#[test]
fn work_that_holds_the_loop_is_better_on_a_thread() {
    let advice = advice_of("resize: cpu 2s\nfetch: io 1s then io 1s");
    assert_eq!(advice.now.makespan_us, 4_000_000);
    assert_eq!(
        then_us(&advice, Change::OnThread { node: 0 }),
        Some(2_000_000)
    );
}

#[test]
fn several_that_hold_the_loop_are_best_all_on_threads() {
    let advice = advice_of("a: block 2s\nb: block 2s\nc: block 2s");
    let first = &advice.suggestions[0];
    assert_eq!(first.change, Change::AllOnThreads { threads: 4 });
    assert_eq!(first.then.makespan_us, 2_000_000);
}

#[test]
fn all_on_threads_is_not_suggested_where_one_on_a_thread_brings_as_much() {
    let advice = advice_of("resize: cpu 2s\nquick: cpu 1us\nfetch: io 2s");
    assert_eq!(
        then_us(&advice, Change::OnThread { node: 0 }),
        Some(2_000_001)
    );
    let is_all = |change| matches!(change, Change::AllOnThreads { .. });
    assert!(!advice.suggestions.iter().any(|each| is_all(each.change)));
}

#[test]
fn there_are_as_many_threads_as_it_takes() {
    let source = "a[1..10]: cpu 1s\n";
    let advice = advice_of(source);
    let first = &advice.suggestions[0];
    assert_eq!(first.change, Change::AllOnThreads { threads: 10 });
    assert_eq!(
        edited(source, &first.edits),
        "a[1..10]: thread 1s\nthreads 10\n"
    );
}

#[test]
fn of_several_sizes_the_smallest_that_suffices_is_told() {
    let advice = advice_of("pool db = 2\na[1..8]: io 1s using db\nother: io 2s");
    assert_eq!(
        advice.suggestions[0].change,
        Change::PoolSize {
            pool: 0,
            from: 2,
            to: 4
        }
    );
}

#[test]
fn members_need_not_wait_for_all_of_a_family() {
    let source = "user[1..3]: io 1s..3s\npost[1..3]: io 1s..3s after user\n";
    let advice = advice_of(source);
    let change = Change::OwnIndex { node: 1, on: 0 };
    let then_us = then_us(&advice, change).expect("it helps");
    let by_hand = source.replace("after user", "after user[i]");
    assert_eq!(then_us, concurrent(&by_hand).makespan_us);
}

#[test]
fn a_deadlock_is_undone_by_a_place_more() {
    let source = "pool db = 1\npool api = 1\npool go = 1\nb: io 2s using go\n\
        a: io 1s using db, go, api\nc: io 1s using api, db\n";
    let first = &advice_of(source).suggestions[0];
    assert!(matches!(first.change, Change::PoolSize { .. }));
    assert_eq!((first.then.done, first.then.tasks), (3, 3));
}

#[test]
fn a_task_that_times_out_is_given_time() {
    let advice = advice_of("a: io 3s timeout 2s\n");
    let change = Change::Timeout {
        node: 0,
        to_us: 4_000_000,
    };
    assert_eq!(then_us(&advice, change), Some(3_000_000));
}

#[test]
fn what_ends_sooner_because_it_fails_is_no_help() {
    let advice = advice_of("a: io 1s fails\nb: io 5s");
    for suggestion in &advice.suggestions {
        assert!(suggestion.then.done >= advice.now.done);
    }
}

#[test]
fn the_first_suggestion_keeps_its_promise() {
    for source in [
        "pool db = 2\nuser: io 300ms\nposts[1..6]: io 400ms after user using db\n\
         avatar: io 350ms after user\nresize: cpu 280ms after avatar\nrender: cpu 120ms after posts, resize\n",
        "page[1..30]: io 800ms then cpu 300ms using net\npool net = 5",
        "a: io 1s retry 2 fails 1\nb: cpu 700ms\nc: thread 1s after b\nthreads 1\nd: thread 2s",
    ] {
        let advice = advice_of(source);
        let first = &advice.suggestions[0];
        assert_eq!(concurrent(&edited(source, &first.edits)), first.then);
        assert!(first.then.is_better_than(advice.now));
    }
}

#[test]
fn what_nothing_hangs_on_alone_is_said_to_help_nothing() {
    let advice = advice_of("a: io 2s\nb: io 2s");
    assert!(advice.suggestions.is_empty());
    assert_eq!(advice.unhelped.len(), 1);
}

#[test]
fn a_large_program_is_advised_in_time() {
    let source = "pool p = 10\na[1..20000]: io 1s using p\nb[1..20000]: cpu 1ms\n";
    let advice = advice_of(source);
    assert!(!advice.suggestions.is_empty());
}

#[test]
fn a_text_with_mistakes_is_not_advised() {
    assert_eq!(advice("a: io"), None);
}

fn values_of(source: &str, text: &str) -> Result<Vec<u64>, String> {
    let values = knobs_of(source)[0].values(text);
    values.map_err(|mistake| mistake.say(Language::English))
}

const REQUESTS: &str = "request[1..50]: io 2s";

#[test]
fn values_are_a_list_in_any_order() {
    assert_eq!(
        values_of(REQUESTS, " 5,10, 50 ,20, 10, 100, "),
        Ok(vec![5, 10, 20, 50, 100])
    );
    assert_eq!(
        values_of("a: io 1s", "2s, 100ms, 1.5s"),
        Ok(vec![100_000, 1_500_000, 2_000_000])
    );
}

#[test]
fn a_range_has_all_its_counts_where_they_are_few() {
    assert_eq!(values_of(REQUESTS, "1..20"), Ok((1..=20).collect()));
    assert_eq!(values_of(REQUESTS, "50..1"), Ok((1..=50).collect()));
    assert_eq!(values_of(REQUESTS, "7..7"), Ok(vec![7]));
}

#[test]
fn a_wide_range_is_cut_at_round_values_with_its_ends_and_what_is_there_now() {
    let values = values_of(REQUESTS, "3..1003").expect("values");
    assert_eq!(values[..5], [3, 50, 100, 150, 200]);
    assert_eq!(values[values.len() - 2..], [1_000, 1_003]);
    let values = values_of("a: io 333ms", "100ms..2s").expect("values");
    assert_eq!(
        values[..7],
        [
            100_000, 150_000, 200_000, 250_000, 300_000, 333_000, 350_000
        ]
    );
}

#[test]
fn no_range_has_more_than_fifty_values() {
    for to in [
        49, 50, 51, 97, 98, 99, 100, 101, 999, 12_345, 99_999, 100_000,
    ] {
        for from in [1, 2, 17, 48] {
            let values = values_of(REQUESTS, &format!("{from}..{to}")).expect("values");
            assert!(values.len() <= 50, "{from}..{to}: {}", values.len());
            assert!(values.len() >= 2, "{from}..{to}");
        }
    }
}

#[test]
fn what_is_wrong_with_values_is_told() {
    let of_requests = |text: &str| values_of(REQUESTS, text).expect_err("a mistake");
    assert_eq!(
        of_requests(" , "),
        "Write some values, such as 1, 2, 5, 10, 20, 50, 100."
    );
    assert_eq!(
        of_requests("5, many"),
        "“many” is not a whole number; write values such as 5, 10, 20 or 1..20."
    );
    assert_eq!(
        of_requests("1.."),
        "The range “1..” lacks a value on one side of its dots."
    );
    assert_eq!(
        of_requests("0, 1"),
        "0 is out of bounds: it can be from 1 to 100,000."
    );
    assert_eq!(
        of_requests("99999999999999999999999"),
        "99999999999999999999999 is out of bounds: it can be from 1 to 100,000."
    );
    let many: Vec<String> = (1..=51).map(|value| value.to_string()).collect();
    assert_eq!(
        of_requests(&many.join(",")),
        "These are 51 values; at most 50 can be swept."
    );
    assert_eq!(
        values_of("a: io 1s", "100").expect_err("a mistake"),
        "the duration '100' has no unit; expected 'us', 'ms', 's' or 'm', like '100ms'."
    );
}

#[test]
fn usual_values_lie_around_the_one_that_is_there() {
    for (source, usual) in [
        ("a[1..50]: io 1s", "1, 2, 5, 10, 20, 50, 100"),
        ("pool p = 6", "1, 2, 5, 6, 10, 20, 50, 100"),
        (
            "a[1..10000]: io 1s",
            "200, 500, 1000, 2000, 5000, 10000, 20000",
        ),
        ("a: io 300ms", "60ms..1.5s"),
        ("a: io 0s", "0ms..1s"),
        ("a: io 20us", "4us..100us"),
    ] {
        let knob = &knobs_of(source)[0];
        assert_eq!(knob.usual_values(), usual);
        let values = knob.values(usual).expect("values");
        assert!(values.contains(&knob.value), "{source}: {values:?}");
    }
    let retries = knobs_of("a: io 1s retry 3 fails 1").pop().expect("a knob");
    assert_eq!(retries.usual_values(), "0..6");
}

#[test]
fn a_number_is_the_same_one_wherever_it_has_moved_to() {
    let name = |source: &str, place: usize| {
        let program = parse(source).expect("no mistake").program;
        knobs(source, &program)[place].name(&program)
    };
    let before = name("a: io 1s\nb: io 2s then cpu 1s", 2);
    assert_eq!(before, name("b: io 7s then cpu 3s after c\nc: io 1s", 1));
    assert_ne!(before, name("b: io 7s then cpu 3s after c\nc: io 1s", 0));
    assert_ne!(before, name("a: io 1s then cpu 1s", 1));
}

#[test]
fn numbers_and_changes_are_said_in_words() {
    let source = "threads 2\npool db = 2\na[1..3]: io 1s then io 2s then cpu 1s using db\n\
        b[1..3]: block 1s after a timeout 500ms retry 2 backoff 10ms\n";
    let program = parse(source).expect("no mistake").program;
    let english = Language::English;
    let names = knobs(source, &program).into_iter();
    let names: Vec<String> = names.map(|knob| knob.say(&program, english)).collect();
    assert_eq!(
        names,
        [
            "threads",
            "db: places",
            "a: members",
            "a: io, step 1",
            "a: io, step 2",
            "a: cpu",
            "b: members",
            "b: block",
            "b: timeout",
            "b: retries",
            "b: backoff",
        ]
    );
    for (change, sentence) in [
        (Change::OnThread { node: 1 }, "`b` in a thread"),
        (
            Change::AllOnThreads { threads: 10 },
            "all `cpu` and `block` steps in threads, 10 of them",
        ),
        (
            Change::OwnIndex { node: 1, on: 0 },
            "each `b[i]` after its own `a[i]`",
        ),
        (
            Change::Timeout {
                node: 1,
                to_us: 1_000_000,
            },
            "`b`: timeout from 500 ms to 1 s",
        ),
    ] {
        assert_eq!(change.say(&program, english), sentence);
    }
}
