//! What holds of any run at all. The fuzz targets of `tests/fuzz/` look at the same.

use std::rc::Rc;

use interleave::event_loop::virtual_time::{self, VirtualClock};
use interleave::event_loop::{Event, EventLoop, Record, What};
use interleave::export::{self, ColourScheme, RecordedRun, RunSource};
use interleave::graph::Program;
use interleave::run::{self, Mode};
use interleave::trace::{self, Trace};
use interleave::words::Language;

/// As many events are enough for small programs, and few enough to be recorded quickly.
const MOST_EVENTS: usize = 20_000;

/// That both runs of a program end, or else stop because of their many events; and that they can
/// be read and taken away.
pub fn ends_or_is_full(source: &str, program: Program) {
    let program = Rc::new(program);
    let records = Mode::BOTH.map(|mode| record(&program, mode));
    let traces = records
        .each_ref()
        .map(|events| Trace::of(program.clone(), events));
    for trace in &traces {
        trace::metrics(trace);
        trace::critical_path(trace);
        trace::circle(trace);
    }
    let records: [Record; 2] = records.map(|events| events.into_iter().collect());
    let runs = [0, 1].map(|place| RecordedRun {
        mode: Mode::BOTH[place],
        source: RunSource::Predicted,
        trace: &traces[place],
        events: &records[place],
        disturbances: &[],
    });
    for json in [export::perfetto(&runs), export::record_json(source, &runs)] {
        assert!(json.starts_with('{') && json.ends_with(['}', '\n']));
    }
    let picture = export::svg(&runs, ColourScheme::Light, Language::English);
    // What stands between the tags may be called anything.
    let tags = picture.split('<').filter_map(|part| part.split('>').next());
    for tag in tags {
        assert!(!tag.contains("NaN") && !tag.contains("inf"), "{tag}");
    }
    export::python(&program, None);
}

/// The record of a run that may have [`MOST_EVENTS`] events.
fn record(program: &Rc<Program>, mode: Mode) -> Vec<Event> {
    let clock = Rc::new(VirtualClock::default());
    let event_loop = EventLoop::new(clock.clone());
    run::start(program, mode, &event_loop);
    event_loop.record_at_most(MOST_EVENTS);
    virtual_time::run(&clock, &event_loop);
    let is_full = event_loop.is_full();
    let events = event_loop.take_events();
    let ends = events
        .iter()
        .filter(|event| matches!(event.what, What::Ended { .. }));
    assert!(is_full || ends.count() == program.task_count() as usize);
    // What is under way is brought to its end.
    let tasks = program.task_count() as usize;
    assert!(events.len() <= MOST_EVENTS + 20 * tasks);
    events
}
