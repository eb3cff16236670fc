//! Programs that do more than can be recorded are given up with a word, and all others end,
//! however large they are.

use std::fmt::Write;
use std::rc::Rc;

use interleave::export;
use interleave::graph::{EVENT_LIMIT, Program};
use interleave::notation::{self, Parsed};
use interleave::run::{self, Mode, TooManyEvents, Way};
use interleave::trace::{Outcome, Trace};
use interleave::words::Language;

fn parsed(source: &str) -> Parsed {
    notation::parse(source).expect("the program has no mistake")
}

fn program(source: &str) -> Rc<Program> {
    Rc::new(parsed(source).program)
}

/// How both runs of a program go.
fn runs(source: &str) -> [Trace; 2] {
    let program = program(source);
    Mode::BOTH.map(|mode| {
        let record = run::predict(&program, mode).expect("it is not too much");
        let trace = Trace::of(program.clone(), &record);
        assert!(trace.is_complete());
        trace
    })
}

/// Both runs of a program, with no more of a stack than a browser's worker has.
fn runs_on_a_small_stack(source: String) {
    let thread = std::thread::Builder::new().stack_size(512 * 1024);
    let runs = thread.spawn(move || {
        runs(&source);
    });
    runs.expect("a thread").join().expect("it ends");
}

#[test]
fn a_program_that_does_too_much_is_given_up_in_every_way() {
    let program = program("on failure continue\na[1..100000]: io 1ms retry 1000 fails");
    for mode in Mode::BOTH {
        assert!(run::predict(&program, mode) == Err(TooManyEvents));
    }
    assert!(run::model(&program, Way::Threads) == Err(TooManyEvents));
}

#[test]
fn what_does_too_much_without_a_wait_is_given_up_as_well() {
    let steps = "cpu 0s then ".repeat(EVENT_LIMIT / 1000);
    let program = program(&format!("a[1..1000]: {steps}cpu 0s retry 1000 fails"));
    for mode in Mode::BOTH {
        assert!(run::predict(&program, mode) == Err(TooManyEvents));
    }
}

#[test]
fn what_is_too_much_is_said_at_the_line_that_does_most() {
    let source = "few: io 1s\nmany[1..40000]: io 1ms then cpu 1ms\n  retry 999 fails\nlast: io 1s";
    let mistakes = parsed(source).too_many_events();
    let mistake = &mistakes.as_slice()[0];
    assert_eq!(mistake.range, 11..64);
    let said = Language::ALL.map(|language| mistake.say(language));
    assert_eq!(
        said,
        [
            "a run of this program has more than 4,000,000 events, the most there may be; most of \
             them come from 'many', with 40,000 × 2 × 1,000 (tasks × steps × attempts): lower one \
             of these",
            "프로그램을 실행하면 이벤트가 한도인 4,000,000개를 넘습니다. 대부분 'many' 줄에서 \
             나옵니다. 태스크 × 단계 × 시도가 40,000 × 2 × 1,000입니다. 이 가운데 하나를 줄이세요."
        ]
    );
}

#[test]
fn the_package_says_so_in_place_of_a_prediction() {
    let prediction = export::prediction("one: io 1s\nmany[1..90000]: io 1ms retry 1000 fails");
    assert!(prediction.sequential.is_none() && prediction.concurrent.is_none());
    let error = &prediction.errors[0];
    assert_eq!((error.line, error.column, error.from), (2, 1, 11));
    assert!(
        error
            .message
            .starts_with("a run of this program has more than 4,000,000 events")
    );
}

#[test]
fn the_longest_and_the_shortest_times_end() {
    let source = "on failure continue\n\
        a: io 1440m then block 1440m retry 1000 fails\n\
        b: thread 1440m timeout 0s retry 1000 fails\n\
        c: cpu 0s timeout 0s retry 1000 backoff 0s fails";
    for trace in runs(source) {
        let [failed, timed_out] = [Outcome::Failed, Outcome::TimedOut].map(|o| trace.count_of(o));
        assert_eq!(failed + timed_out, 3);
        assert_eq!(trace.makespan_us(), 2 * 1_001 * 86_400_000_000);
    }
}

#[test]
fn a_chain_as_long_as_can_be_ends() {
    let mut source = "t0: io 1us\n".to_owned();
    for task in 1..100_000 {
        let _ = writeln!(source, "t{task}: io 1us after t{}", task - 1);
    }
    runs_on_a_small_stack(source);
}

#[test]
fn families_that_wait_for_all_of_each_other_end() {
    let mut source = "f0[1..10000]: io 1us\n".to_owned();
    for family in 1..10 {
        let _ = writeln!(source, "f{family}[1..10000]: io 1us after f{}", family - 1);
    }
    runs_on_a_small_stack(source);
}

#[test]
fn a_family_that_waits_for_as_many_lines_ends() {
    for mode in ["after", "after any", "after first"] {
        let mut source = String::new();
        let names: Vec<String> = (0..30_000).map(|task| format!("t{task}")).collect();
        for name in &names {
            let _ = writeln!(source, "{name}: io 1ms");
        }
        let _ = writeln!(source, "f[1..60000]: io 1us {mode} {}", names.join(", "));
        runs_on_a_small_stack(source);
    }
}

#[test]
fn a_pool_for_as_many_as_there_are_is_handed_over_at_once() {
    let source = "pool p = 50000\na[1..50000]: io 1s using p\nb[1..50000]: io 1s using p";
    for (trace, makespan_us) in runs(source).iter().zip([100_000_000_000, 2_000_000]) {
        assert_eq!(trace.makespan_us(), makespan_us);
    }
}

#[test]
fn all_who_wait_for_a_pool_in_any_order_are_cancelled_at_once() {
    let source = "pool p = 1\nholder: io 1440m using p\nbefore[1..45000]: io 1ms..1s\n\
        waits[1..45000]: io 1s after before[i] using p\nlast: io 2s fails";
    let [_, concurrent] = runs(source);
    assert_eq!(concurrent.count_of(Outcome::Cancelled), 45_001);
}
