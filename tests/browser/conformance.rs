//! Every conformance program whose times lie far enough apart for a browser's timers runs live
//! with the events of its prediction, in the same order.

use std::rc::Rc;

use include_dir::{Dir, include_dir};
use interleave::event_loop::{Event, Wait, What};
use interleave::graph::{Place, Program};
use interleave::notation;
use interleave::run::{self, Mode};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{live, order};

static PROGRAMS: Dir = include_dir!("$CARGO_MANIFEST_DIR/tests/conformance/programs");

/// How far apart times have to lie in a live run, in microseconds.
const APART_US: u64 = 20_000;

/// A program is made to pass so slowly that its times lie so far apart, if it then takes no longer
/// than this, in microseconds; and so fast that they lie no farther apart.
const LONGEST_US: u64 = 1_000_000;

#[wasm_bindgen_test]
async fn a_live_run_has_the_events_of_the_prediction_in_the_same_order() {
    let mut tried = 0;
    let mut others = Vec::new();
    for file in PROGRAMS.files() {
        let name = file.path().display().to_string();
        let Some(source) = file.contents_utf8().filter(|_| name.ends_with(".graph")) else {
            continue;
        };
        let program = Rc::new(notation::parse(source).expect("no mistake").program);
        for mode in Mode::BOTH {
            let predicted = run::predict(&program, mode).unwrap();
            let Some(speed) = speed(&program, &predicted) else {
                continue;
            };
            tried += 1;
            let (_, events) = live(source, mode, speed).await;
            others.extend(difference(
                &events,
                &predicted,
                &format!("{name}, {mode:?}"),
            ));
        }
    }
    assert!(others.is_empty(), "{}", others.join("\n"));
    assert!(tried >= 100, "only {tried} runs have times that lie apart");
}

/// Where the order of a live run's events is another one, if it is.
fn difference(events: &[Event], predicted: &[Event], name: &str) -> Option<String> {
    let (live, predicted) = (order(events), order(predicted));
    let place = (0..live.len().max(predicted.len())).find(|&n| live.get(n) != predicted.get(n))?;
    let (live, predicted) = (live.get(place), predicted.get(place));
    Some(format!(
        "{name}: event {place} is {live:?}, predicted {predicted:?}"
    ))
}

/// How fast time has to pass for the program's times to lie just far enough apart; none where some
/// never do, or the run would take too long.
fn speed(program: &Program, predicted: &[Event]) -> Option<f64> {
    let mut times = times(program, predicted);
    times.sort_unstable();
    times.dedup();
    let mut least_us = u64::MAX;
    for pair in times.windows(2) {
        let [(earlier_us, _), (later_us, _)] = pair else {
            continue;
        };
        // The same moment, but come to in different ways: the real clock tells them apart.
        if earlier_us == later_us {
            return None;
        }
        least_us = least_us.min(later_us - earlier_us);
    }
    let makespan_us = predicted.last()?.time_us;
    let speed = least_us as f64 / APART_US as f64;
    (makespan_us as f64 / speed <= LONGEST_US as f64).then_some(speed.min(50.0))
}

/// Every moment that is set in a run, and when it was set: by a timer, a timeout, a thread, or a
/// loop that is held.
fn times(program: &Program, predicted: &[Event]) -> Vec<(u64, u64)> {
    let mut times = vec![(0, 0)];
    let mut held_since_us = 0;
    for event in predicted {
        let set_us = event.time_us;
        match event.what {
            What::Waits {
                on: Wait::Timer { until_us },
            }
            | What::ThreadEnds { until_us } => times.push((until_us, set_us)),
            What::HoldBegan { .. } => held_since_us = set_us,
            What::HoldEnded if held_since_us < set_us => times.push((set_us, held_since_us)),
            What::Reached { place } if Place::from(place) == Place::Step(0) => {
                let node = program.node_of(event.task.0);
                let timeout_us = program.nodes()[node].timeout_us;
                times.extend(timeout_us.map(|timeout_us| (set_us + timeout_us, set_us)));
            }
            _ => {}
        }
    }
    times
}
