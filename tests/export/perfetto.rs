//! Runs as traces in the Trace Event Format, held to what its document demands (Trace Event
//! Format, Nat Duca and Dean Sinclair, Google): the sections are named where they are tested.

use std::collections::{HashMap, HashSet};

use interleave::export;
use serde_json::Value;

use super::recorded::Recorded;

/// Every kind of wait, of outcome and of cause.
const EVERYTHING: &str = "pool db = 1\nthreads 1\non failure continue\n\
    user: io 300ms\n\
    posts[1..3]: io 400ms after user using db\n\
    shrink[1..2]: thread 200ms after user\n\
    busy: cpu 500ms after user\n\
    flaky: io 100ms retry 2 backoff 50ms fails 2\n\
    late: io 900ms timeout 100ms\n\
    never: io 1s after late\n\
    quick: io 10ms\n\
    slow: io 5s\n\
    race: io 1ms after first quick, slow\n\
    watch: io 60s background\n";

fn trace_of(source: &str) -> Value {
    let recorded = Recorded::of(source);
    let json = export::perfetto(&recorded.runs());
    serde_json::from_str(&json).expect(&json)
}

fn events(trace: &Value) -> &[Value] {
    trace["traceEvents"].as_array().unwrap()
}

fn of_phase<'a>(trace: &'a Value, phase: &str) -> Vec<&'a Value> {
    let events = events(trace).iter();
    events.filter(|event| event["ph"] == phase).collect()
}

fn number(event: &Value, key: &str) -> u64 {
    event[key]
        .as_u64()
        .unwrap_or_else(|| panic!("{key} in {event}"))
}

fn thread(event: &Value) -> (u64, u64) {
    (number(event, "pid"), number(event, "tid"))
}

/// The spans of each thread, as (from, to).
fn spans(trace: &Value) -> HashMap<(u64, u64), Vec<(u64, u64)>> {
    let mut spans: HashMap<_, Vec<_>> = HashMap::new();
    for event in of_phase(trace, "X") {
        let from = number(event, "ts");
        let span = (from, from + number(event, "dur"));
        spans.entry(thread(event)).or_default().push(span);
    }
    spans
}

#[test]
fn a_tiny_program_is_this_trace() {
    let recorded = Recorded::of("pool p = 1\na[1..2]: io 1s using p\n");
    let expected = r#"{"displayTimeUnit":"ms","traceEvents":[
{"ph":"M","name":"process_name","pid":1,"args":{"name":"Concurrent"}},
{"ph":"M","name":"process_sort_index","pid":1,"args":{"sort_index":1}},
{"ph":"M","name":"process_labels","pid":1,"args":{"labels":"predicted"}},
{"ph":"M","name":"thread_name","pid":1,"tid":3,"args":{"name":"a[1]"}},
{"ph":"M","name":"thread_sort_index","pid":1,"tid":3,"args":{"sort_index":0}},
{"ph":"M","name":"thread_name","pid":1,"tid":4,"args":{"name":"a[2]"}},
{"ph":"M","name":"thread_sort_index","pid":1,"tid":4,"args":{"sort_index":1}},
{"ph":"X","name":"io","cat":"step","pid":1,"tid":3,"ts":0,"dur":1000000},
{"ph":"i","name":"done","cat":"outcome","pid":1,"tid":3,"ts":1000000,"s":"t","args":{"attempts":1}},
{"ph":"X","name":"waiting for a pool","cat":"wait","pid":1,"tid":4,"ts":0,"dur":1000000,"args":{"waits_for":"p"}},
{"ph":"X","name":"io","cat":"step","pid":1,"tid":4,"ts":1000000,"dur":1000000},
{"ph":"i","name":"done","cat":"outcome","pid":1,"tid":4,"ts":2000000,"s":"t","args":{"attempts":1}},
{"ph":"s","name":"gave back its place in a pool","cat":"cause","pid":1,"tid":3,"ts":999999,"id":1},
{"ph":"f","name":"gave back its place in a pool","cat":"cause","pid":1,"tid":4,"ts":1000000,"id":1,"bp":"e"},
{"ph":"C","name":"pool p","pid":1,"ts":0,"args":{"held":1,"waiting":1}},
{"ph":"C","name":"pool p","pid":1,"ts":1000000,"args":{"held":1,"waiting":0}},
{"ph":"C","name":"pool p","pid":1,"ts":2000000,"args":{"held":0,"waiting":0}}
]}
"#;
    let trace = export::perfetto(&[recorded.concurrent()]);
    assert!(trace == expected, "{trace}");
}

/// 'JSON Object Format' and 'Event Descriptions': what every event has.
#[test]
fn every_event_has_what_its_phase_demands() {
    let trace = trace_of(EVERYTHING);
    assert_eq!(trace["displayTimeUnit"], "ms");
    for event in events(&trace) {
        assert!(event["name"].is_string(), "{event}");
        number(event, "pid");
        let demanded: &[&str] = match event["ph"].as_str().unwrap() {
            "M" => &["args"],
            "X" => &["tid", "ts", "dur", "cat"],
            "i" => &["tid", "ts", "s"],
            "s" => &["tid", "ts", "id", "cat"],
            "f" => &["tid", "ts", "id", "cat", "bp"],
            "C" => &["ts", "args"],
            phase => panic!("{phase}"),
        };
        for key in demanded {
            assert!(!event[key].is_null(), "{key} in {event}");
        }
    }
    for phase in ["M", "X", "i", "s", "f", "C"] {
        assert!(!of_phase(&trace, phase).is_empty(), "{phase}");
    }
}

/// 'Metadata Events': names and sort indices of processes and threads.
#[test]
fn each_run_is_a_process_and_each_task_a_thread_in_source_order() {
    let trace = trace_of("b: io 1s\na[2..3]: io 1s\n");
    let named = |name: &str| {
        let events = of_phase(&trace, "M").into_iter();
        let named = events.filter(|event| event["name"] == name);
        named.cloned().collect::<Vec<_>>()
    };
    let processes = named("process_name");
    let names: Vec<_> = processes
        .iter()
        .map(|event| &event["args"]["name"])
        .collect();
    assert_eq!(names, ["Sequential", "Concurrent"]);
    let threads = named("thread_name");
    let names: Vec<_> = threads.iter().map(|event| &event["args"]["name"]).collect();
    assert_eq!(names, ["b", "a[2]", "a[3]", "b", "a[2]", "a[3]"]);
    let sorted = named("thread_sort_index");
    let places: Vec<_> = sorted
        .iter()
        .map(|event| number(&event["args"], "sort_index"))
        .collect();
    assert_eq!(places, [0, 1, 2, 0, 1, 2]);
    for (thread_name, sort_index) in threads.iter().zip(&sorted) {
        assert_eq!(thread(thread_name), thread(sort_index));
    }
}

/// Perfetto names threads by their numbers alone, and takes some numbers for its own ends.
#[test]
fn threads_have_numbers_of_their_own_over_all_processes() {
    let trace = trace_of(EVERYTHING);
    let mut seen = HashSet::new();
    for event in of_phase(&trace, "M") {
        if event["name"] == "thread_name" {
            assert!(seen.insert(number(event, "tid")), "{event}");
        }
    }
    let processes = events(&trace).iter().map(|event| number(event, "pid"));
    assert!(processes.collect::<HashSet<_>>().is_disjoint(&seen));
    assert!(!seen.contains(&0));
}

/// 'Complete Events' nest as duration events do: here they only follow each other.
#[test]
fn no_span_of_a_thread_overlaps_another() {
    let trace = trace_of(EVERYTHING);
    for (thread, spans) in spans(&trace) {
        assert!(
            spans.windows(2).all(|pair| pair[0].1 <= pair[1].0),
            "{thread:?} {spans:?}"
        );
    }
}

#[test]
fn a_wait_says_what_it_was_for() {
    let trace = trace_of(EVERYTHING);
    let mut told: Vec<_> = of_phase(&trace, "X")
        .iter()
        .filter(|event| event["cat"] == "wait" && event["pid"] == 2)
        .map(|event| {
            let waits_for = event["args"]["waits_for"].as_str().unwrap_or("-");
            format!("{}: {waits_for}", event["name"].as_str().unwrap())
        })
        .collect();
    told.sort();
    told.dedup();
    assert_eq!(
        told,
        [
            "backoff: -",
            "ready, loop busy: the loop, which busy holds",
            "waiting for a pool: db",
            "waiting for a task: late",
            "waiting for a task: quick, slow",
            "waiting for a task: user",
            "waiting for a thread: a thread of the executor",
        ]
    );
}

#[test]
fn a_wait_for_very_many_names_the_first() {
    let tasks: String = (0..8).map(|task| format!("t{task}: io 1s\n")).collect();
    let trace = trace_of(&format!(
        "{tasks}end: io 1s after t0, t1, t2, t3, t4, t5, t6, t7\n"
    ));
    let waits = of_phase(&trace, "X").into_iter();
    let mut waits = waits.filter(|event| event["name"] == "waiting for a task");
    let wait = waits.find(|event| event["pid"] == 2).unwrap();
    assert_eq!(wait["args"]["waits_for"], "t0, t1, t2, t3, t4 and 3 more");
}

#[test]
fn each_task_has_its_outcome() {
    let trace = trace_of(EVERYTHING);
    let concurrent = of_phase(&trace, "i").into_iter();
    let concurrent = concurrent.filter(|event| event["pid"] == 2);
    let outcomes: Vec<_> = concurrent
        .map(|event| event["name"].as_str().unwrap())
        .collect();
    assert_eq!(
        outcomes,
        [
            "done",
            "done",
            "done",
            "done",
            "done",
            "done",
            "done",
            "done",
            "failed: timed out",
            "skipped",
            "done",
            "cancelled",
            "done",
            "cancelled",
        ]
    );
}

/// 'Flow Events': an id for each pair, an end not before its start, both within spans.
#[test]
fn each_flow_leads_from_a_span_to_a_span() {
    let trace = trace_of(EVERYTHING);
    let spans = spans(&trace);
    let is_within = |event: &Value| {
        let time = number(event, "ts");
        let spans = &spans[&thread(event)];
        spans.iter().any(|&(from, to)| (from..to).contains(&time))
    };
    let ends: HashMap<_, _> = of_phase(&trace, "f")
        .into_iter()
        .map(|event| (number(event, "id"), event))
        .collect();
    let starts = of_phase(&trace, "s");
    assert_eq!(starts.len(), ends.len());
    for start in starts {
        let end = ends[&number(start, "id")];
        assert_eq!((&start["name"], &start["cat"]), (&end["name"], &end["cat"]));
        assert!(number(start, "ts") <= number(end, "ts"));
        assert_ne!(thread(start), thread(end));
        assert!(is_within(start), "{start}");
        assert!(is_within(end), "{end}");
    }
}

/// 'Counter Events': the pools, as they are held and waited for.
#[test]
fn a_counter_ends_at_nothing_and_never_exceeds_the_pool() {
    let trace = trace_of(EVERYTHING);
    let counters = of_phase(&trace, "C");
    assert!(
        counters
            .iter()
            .all(|event| number(&event["args"], "held") <= 1)
    );
    assert!(
        counters
            .iter()
            .any(|event| number(&event["args"], "waiting") == 2)
    );
    let last = counters.last().unwrap();
    assert_eq!(last["args"], serde_json::json!({"held": 0, "waiting": 0}));
}

#[test]
fn names_of_any_script_are_written_as_they_are() {
    let trace = trace_of("그림: io 1s\nété_٣: io 1s after 그림\n");
    let names = of_phase(&trace, "M").into_iter();
    let names = names.filter(|event| event["name"] == "thread_name");
    let names: Vec<_> = names
        .map(|event| event["args"]["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["그림", "été_٣", "그림", "été_٣"]);
}

#[test]
fn nothing_is_a_trace_too() {
    assert!(of_phase(&trace_of(""), "X").is_empty());
    assert_eq!(
        export::perfetto(&[]),
        "{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n]}\n"
    );
}

#[test]
fn a_deadlock_shows_who_waits_for_ever() {
    let source = include_str!("../conformance/programs/deadlock_of_two_pools.graph");
    let recorded = Recorded::of(source);
    let json = export::perfetto(&[recorded.concurrent()]);
    let trace: Value = serde_json::from_str(&json).unwrap();
    let outcomes = of_phase(&trace, "i").into_iter();
    assert!(
        outcomes
            .filter(|event| event["name"] == "deadlocked")
            .count()
            >= 2
    );
}

#[test]
fn a_hundred_thousand_tasks_take_no_more_than_their_number_asks_for() {
    let recorded = Recorded::of("pool p = 7\na[1..99999]: io 1ms using p\nb: io 1s after a\n");
    let trace = export::perfetto(&recorded.runs());
    // A quadratic one would not come back.
    assert!(trace.len() > 10_000_000);
}
