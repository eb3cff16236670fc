//! Records as JSON: the documented shape, and nothing but it.

use std::collections::BTreeSet;

use interleave::event_loop::browser::{Absence, Disturbance, DisturbanceKind};
use interleave::export::{self, RecordedRun, RunSource};
use interleave::trace::Trace;
use serde_json::{Value, json};

use super::recorded::Recorded;

fn record_of(source: &str) -> Value {
    let recorded = Recorded::of(source);
    let json = export::record_json(source, &recorded.runs());
    serde_json::from_str(&json).expect(&json)
}

#[test]
fn a_tiny_program_is_this_record() {
    let source = "pool p = 1\nseed 7\na: cpu 1s using p\n";
    let recorded = Recorded::of(source);
    let json = export::record_json(source, &[recorded.concurrent()]);
    let expected = json!({
        "format": "interleave-record",
        "version": 1,
        "program": source,
        "seed": 7,
        "runs": [{
            "mode": "concurrent",
            "source": "predicted",
            "complete": true,
            "makespan_us": 1_000_000,
            "disturbed": [],
            "tasks": [{
                "name": "a",
                "start_us": 0,
                "end_us": 1_000_000,
                "outcome": "done",
                "attempts": 1,
                "spans": [{"kind": "cpu", "from_us": 0, "to_us": 1_000_000}],
            }],
            "events": [
                {"time_us": 0, "task": 0, "what": "created", "creator": null},
                {"time_us": 0, "task": 0, "what": "ready", "cause": "start"},
                {"time_us": 0, "task": 0, "what": "step_began"},
                {"time_us": 0, "task": 0, "what": "acquired", "pool": "p"},
                {"time_us": 0, "task": 0, "what": "reached", "place": "step", "step": 0},
                {"time_us": 0, "task": 0, "what": "hold_began", "hold": "compute"},
                {"time_us": 1_000_000, "task": 0, "what": "hold_ended"},
                {"time_us": 1_000_000, "task": 0, "what": "released", "pool": "p"},
                {"time_us": 1_000_000, "task": 0, "what": "ended", "outcome": "done"},
            ],
            "critical_path": [{"task": 0, "from_us": 0, "to_us": 1_000_000, "why": null}],
            "metrics": {
                "waiting_us": 0,
                "loop_busy_us": 1_000_000,
                "lost_us": 0,
                "most_at_once": 1,
            },
        }],
    });
    let record: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(record, expected, "{record:#}");
}

#[test]
fn the_words_of_the_shape_are_those_that_are_documented() {
    let record = record_of(
        "pool db = 1\nthreads 1\non failure continue\n\
         user: io 300ms\nposts[1..3]: io 400ms after user using db\n\
         shrink[1..2]: thread 200ms after user\nbusy: cpu 500ms after user\n\
         hold: block 5ms\nflaky: io 100ms retry 2 backoff 50ms fails 2\n\
         late: io 900ms timeout 100ms\nnever: io 1s after late\nbreaks: io 1ms fails\n\
         watch: io 60s background\n",
    );
    let run = &record["runs"][1];
    let words = |items: &Value, key: &str| {
        let items = items.as_array().unwrap().iter();
        let words = items.filter_map(|item| item[key].as_str().map(str::to_owned));
        words.collect::<BTreeSet<_>>()
    };
    let is = |words: BTreeSet<String>, expected: &str| {
        assert_eq!(words.into_iter().collect::<Vec<_>>().join(" "), expected);
    };
    let events = &run["events"];
    is(
        words(events, "what"),
        "acquired created ended hold_began hold_ended reached ready released step_began \
         thread_began thread_ends waits",
    );
    is(words(events, "cause"), "start task timer");
    is(
        words(events, "place"),
        "backoff failing skipped step timed_out",
    );
    is(words(events, "hold"), "block compute");
    is(words(events, "outcome"), "cancelled done failed");
    is(
        words(&run["tasks"], "outcome"),
        "cancelled done failed skipped timed_out",
    );
    let spans = run["tasks"].as_array().unwrap().iter();
    let spans: Vec<_> = spans
        .flat_map(|task| task["spans"].as_array().unwrap())
        .collect();
    let kinds: BTreeSet<_> = spans
        .iter()
        .map(|span| span["kind"].as_str().unwrap())
        .collect();
    assert_eq!(
        kinds.into_iter().collect::<Vec<_>>().join(" "),
        "backoff block cpu io ready thread waiting_for_pool waiting_for_task waiting_for_thread"
    );
    for span in spans {
        let waits = span["kind"] == "waiting_for_pool";
        assert_eq!(span["pool"].as_str(), waits.then_some("db"), "{span}");
    }
}

#[test]
fn both_runs_stand_in_one_record_with_their_figures() {
    let record = record_of("a: io 3s\nb: io 1s\nc: io 1s after a, b\n");
    let [sequential, concurrent] = &record["runs"].as_array().unwrap()[..] else {
        panic!("{record}");
    };
    assert_eq!(sequential["mode"], "sequential");
    assert_eq!(sequential["makespan_us"], 5_000_000);
    assert_eq!(concurrent["makespan_us"], 4_000_000);
    assert_eq!(
        concurrent["critical_path"],
        json!([
            {"task": 0, "from_us": 0, "to_us": 3_000_000, "why": null},
            {"task": 2, "from_us": 3_000_000, "to_us": 4_000_000, "why": "ended"},
        ])
    );
    assert_eq!(concurrent["metrics"]["most_at_once"], 2);
}

#[test]
fn a_run_that_goes_on_has_no_ends_yet() {
    let recorded = Recorded::of("a: io 1s\nb: io 2s\n");
    let whole = recorded.concurrent();
    let events: Vec<_> = whole
        .events
        .range(0..whole.events.until(1_999_999))
        .collect();
    let trace = Trace::of(whole.trace.program().clone(), &events);
    let run = RecordedRun {
        source: RunSource::Measured,
        trace: &trace,
        events: &events.into_iter().collect(),
        ..whole
    };
    let json = export::record_json("", &[run]);
    let record: Value = serde_json::from_str(&json).unwrap();
    let run = &record["runs"][0];
    assert_eq!(
        (&run["source"], &run["complete"]),
        (&json!("measured"), &json!(false))
    );
    let b = &run["tasks"][1];
    assert_eq!((&b["end_us"], &b["outcome"]), (&Value::Null, &Value::Null));
    assert_eq!(
        b["spans"],
        json!([{"kind": "io", "from_us": 0, "to_us": 1_000_000}])
    );
}

#[test]
fn what_disturbed_a_measured_run_is_told_with_its_times() {
    let recorded = Recorded::of("a: io 2s\n");
    let disturbances = [
        Disturbance {
            kind: DisturbanceKind::Late,
            from_us: 2_000_000,
            to_us: 3_500_000,
            by_us: 1_500_000,
            over_ms: 3_500.0,
            absence: Some(Absence::Frozen),
        },
        Disturbance {
            kind: DisturbanceKind::ClockJumped,
            from_us: 3_500_000,
            to_us: 3_600_000,
            by_us: -9_000_000,
            over_ms: 3_600.0,
            absence: None,
        },
    ];
    let run = RecordedRun {
        source: RunSource::Measured,
        disturbances: &disturbances,
        ..recorded.concurrent()
    };
    let json = export::record_json("", &[run]);
    let record: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        record["runs"][0]["disturbed"],
        json!([
            {"what": "late", "from_us": 2_000_000, "to_us": 3_500_000, "by_us": 1_500_000, "tab": "frozen"},
            {"what": "clock_jumped", "from_us": 3_500_000, "to_us": 3_600_000, "by_us": -9_000_000, "tab": null},
        ])
    );
}

#[test]
fn a_text_is_kept_to_the_letter() {
    let source = "# \"quotes\" \\ and\ttabs, 한국어, \u{2028}\r\na: io 1s\r\n";
    assert_eq!(record_of(source)["program"], source);
}
