//! When each way of running is the right choice.

use std::rc::Rc;

use interleave::notation;
use interleave::run::{self, Mode, Way};
use interleave::trace::Trace;
use interleave::ways::{Advice, Choice, Comparison, Reason};
use interleave::words::Language;

const THREADS: Choice = Choice::Modelled(Way::Threads);
const PROCESSES: Choice = Choice::Modelled(Way::Processes { cores: 4 });

fn advice(source: &str) -> Advice {
    let parsed = notation::parse(source).expect("the program has no mistake");
    let program = Rc::new(parsed.program);
    let trace = |events: Vec<_>| Trace::of(program.clone(), &events);
    Advice::of(&Comparison {
        sequential: &trace(run::predict(&program, Mode::Sequential).unwrap()),
        asyncio: &trace(run::predict(&program, Mode::Concurrent).unwrap()),
        threads: &trace(run::model(&program, Way::Threads).unwrap()),
        processes: &trace(run::model(&program, Way::Processes { cores: 4 }).unwrap()),
        cores: 4,
    })
}

fn reasons(source: &str) -> [Reason; 4] {
    advice(source).reasons.map(|(_, reason)| reason)
}

fn said(source: &str, language: Language) -> [String; 4] {
    reasons(source).map(|reason| reason.say(language))
}

#[test]
fn where_nothing_can_overlap_the_simplest_is_right() {
    let source = "a: cpu 1s\nb: io 1s after a\nc: cpu 1s after b";
    assert_eq!(advice(source).right, Some(Choice::Sequential));
    assert_eq!(
        reasons(source),
        [
            Reason::SimplestAndAsFast,
            Reason::AsyncioGainsLittle,
            Reason::ThreadsGainNothing { tasks: 3 },
            Reason::CoresGainNothing { cpu_us: 2_000_000 },
        ]
    );
}

#[test]
fn where_tasks_wait_asyncio_is_right() {
    let source = "t[1..50]: io 2s";
    assert_eq!(advice(source).right, Some(Choice::Asyncio));
    assert_eq!(
        said(source, Language::English),
        [
            "Right where simple code is worth more than time: here it takes 1.63 min longer than the fastest way, asyncio.",
            "The right choice here: 100 % of the work is waiting, and one thread does all of it with no other way clearly faster.",
            "Right where the libraries at hand block: here it is not clearly faster than a simpler way, and takes a thread for each of 50 tasks.",
            "Right where there is much to compute: here there is no `cpu` for the cores to share.",
        ]
    );
}

#[test]
fn where_calls_block_threads_are_right() {
    let source = "t[1..3]: block 2s";
    assert_eq!(advice(source).right, Some(THREADS));
    assert_eq!(
        reasons(source)[1..],
        [
            Reason::LoopHeld {
                block: true,
                cpu: false,
                held_us: 6_000_000,
                by_us: 4_000_000,
                fastest: THREADS
            },
            Reason::NobodyHeldUp {
                block: true,
                cpu: false,
                saved_us: 4_000_000
            },
            Reason::NoCpu,
        ]
    );
}

#[test]
fn where_there_is_much_to_compute_processes_are_right() {
    let source = "t[1..4]: cpu 2s";
    assert_eq!(advice(source).right, Some(PROCESSES));
    assert_eq!(
        said(source, Language::English),
        [
            "Right where simple code is worth more than time: here it takes 6 s longer than the fastest way, processes on 4 cores.",
            "Right where nothing holds the loop for long: here `cpu` steps hold it for 8 s, and it takes 6 s longer than the fastest way, processes on 4 cores.",
            "Right where the calls block: here 8 s of `cpu` take turns under the lock, and it takes 6 s longer than the fastest way.",
            "The right choice here: 8 s of `cpu` share 4 cores, which takes 6 s less than threads. What each process costs in memory and start-up is not modelled.",
        ]
    );
    let [.., korean] = said(source, Language::Korean);
    assert!(korean.contains("`cpu` 8 s 분량이 코어 4개를"), "{korean}");
}

#[test]
fn a_gain_of_next_to_nothing_is_not_worth_a_harder_way() {
    let source = "a: io 10s then cpu 100ms\nb: io 10s then cpu 100ms";
    assert_eq!(advice(source).right, Some(Choice::Asyncio));
}

#[test]
fn where_the_executor_is_too_small_a_thread_for_each_is_right() {
    let source = "threads 2\nt[1..4]: thread 2s";
    assert_eq!(advice(source).right, Some(THREADS));
    let saved_us = 2_000_000;
    assert_eq!(reasons(source)[2], Reason::OwnThreads { saved_us });
}

#[test]
fn threads_are_not_right_where_much_is_cancelled() {
    let source = "slow[1..2]: io 9s\nfast: io 1s\nx: io 1s after first slow, fast";
    assert_eq!(advice(source).right, Some(Choice::Asyncio));
    let unstopped = Reason::CannotStop {
        tasks: 2,
        by_us: 7_000_000,
    };
    assert_eq!(reasons(source)[2], unstopped);
}

#[test]
fn where_every_way_fails_none_is_right() {
    let source = "a: io 1s fails\nb: io 3s";
    assert_eq!(advice(source).right, None);
    let fails = |end_us| Reason::Fails {
        failed_us: 1_000_000,
        end_us,
    };
    assert_eq!(
        reasons(source),
        [1_000_000, 1_000_000, 3_000_000, 3_000_000].map(fails)
    );
}

#[test]
fn a_way_in_which_more_fails_is_not_right() {
    let source = "on failure continue\na: io 1s timeout 2s\nb: block 3s";
    assert_eq!(advice(source).right, Some(THREADS));
    assert_eq!(reasons(source)[1], Reason::MoreFail { tasks: 1 });
    assert_eq!(reasons(source)[2], Reason::OnlyThisDoesAsWell);
}

#[test]
fn a_deadlock_is_never_right() {
    let source = "pool p = 1\npool q = 1\npool r = 1\nx: io 1s using r\n\
        a: io 1s using p, r, q\nb: io 1s using q, r, p";
    assert_eq!(advice(source).right, Some(Choice::Sequential));
    assert_eq!(reasons(source)[1..], [Reason::Deadlocks; 3]);
}
