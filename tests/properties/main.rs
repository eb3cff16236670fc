//! What holds of every program whatever, shown on thousands of random ones.
#![cfg(not(target_arch = "wasm32"))]

mod endings;
mod hostile;
mod programs;
mod ways;

use std::collections::HashMap;
use std::rc::Rc;

use include_dir::{Dir, include_dir};
use interleave::event_loop::{Cause, Event, Record, TaskId, Wait, What};
use interleave::export::{self, ColourScheme, RecordedRun, RunSource};
use interleave::graph::{AfterMode, Program, TaskIndex};
use interleave::notation;
use interleave::run::{self, Mode};
use interleave::trace::{LoopState, Outcome, SpanKind, Trace, critical_path, metrics};
use interleave::words::Language;
use programs::{Parts, programs};
use proptest::prelude::*;

/// Of each property, so many programs are tried.
const PROGRAMS: u32 = 2_000;

fn any_program() -> impl Strategy<Value = String> {
    programs(Parts {
        that_end_early: true,
    })
}

fn program(source: &str) -> Rc<Program> {
    match notation::parse(source) {
        Ok(parsed) => Rc::new(parsed.program),
        Err(mistakes) => panic!("{mistakes}\n{source}"),
    }
}

fn run(source: &str, mode: Mode) -> (Trace, Vec<Event>) {
    let program = program(source);
    let events = run::predict(&program, mode).unwrap();
    (Trace::of(program, &events), events)
}

/// The tasks that `task` comes after.
fn before(program: &Program, task: TaskIndex) -> Vec<TaskIndex> {
    let node = &program.nodes()[program.node_of(task)];
    let references = node.after.iter();
    references
        .flat_map(|&reference| program.referred(task, reference))
        .collect()
}

/// What the fuzz target found worth keeping: each takes another way through a run.
static CORPUS: Dir = include_dir!("$CARGO_MANIFEST_DIR/tests/fuzz/corpus/runs");

#[test]
fn every_program_of_the_corpus_ends_or_is_too_much() {
    assert!(CORPUS.files().count() > 0);
    for file in CORPUS.files() {
        let source = file.contents_utf8().expect("it is text");
        if let Ok(parsed) = notation::parse(source) {
            endings::ends_or_is_full(source, parsed.program);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_program_that_is_made_to_do_harm_ends_or_is_too_much(source in hostile::hostile_programs()) {
        if let Ok(parsed) = notation::parse(&source) {
            endings::ends_or_is_full(&source, parsed.program);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: PROGRAMS, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_run_can_be_taken_away_however_far_it_has_come(
        source in any_program(),
        until in any::<prop::sample::Index>(),
    ) {
        let program = program(&source);
        let records = Mode::BOTH.map(|mode| run::predict(&program, mode).unwrap());
        let records = records.each_ref().map(|events| &events[..until.index(events.len() + 1)]);
        let traces = records.map(|events| Trace::of(program.clone(), events));
        let records: [Record; 2] = records.map(|events| events.iter().copied().collect());
        let runs = [0, 1].map(|place| RecordedRun {
            mode: Mode::BOTH[place],
            source: RunSource::Measured,
            trace: &traces[place],
            events: &records[place],
            disturbances: &[],
        });
        for json in [export::perfetto(&runs), export::record_json(&source, &runs)] {
            prop_assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok(), "{}", json);
        }
        let picture = export::svg(&runs, ColourScheme::Dark, Language::Korean);
        prop_assert!(!picture.contains("NaN") && !picture.contains("inf"));
    }

    #[test]
    fn every_task_ends_once_in_both_ways_of_running(source in any_program()) {
        for mode in Mode::BOTH {
            let (trace, events) = run(&source, mode);
            prop_assert!(trace.is_complete());
            let ends = events.iter().filter(|event| matches!(event.what, What::Ended { .. }));
            prop_assert_eq!(ends.count(), trace.rows().len());
            prop_assert!(events.is_sorted_by_key(|event| event.time_us));
        }
    }

    #[test]
    fn a_task_never_starts_before_what_it_comes_after(source in any_program()) {
        for mode in Mode::BOTH {
            let (trace, _) = run(&source, mode);
            let program = trace.program();
            for (task, row) in trace.rows().iter().enumerate() {
                let Some(start_us) = row.start_us else { continue };
                let before = before(program, task as TaskIndex);
                let met = |&before: &TaskIndex| {
                    let row = &trace.rows()[before as usize];
                    row.outcome == Some(Outcome::Done) && row.end_us <= Some(start_us)
                };
                let node = &program.nodes()[program.node_of(task as TaskIndex)];
                let starts = match node.after_mode {
                    AfterMode::All => before.iter().all(met),
                    AfterMode::Any | AfterMode::First => before.is_empty() || before.iter().any(met),
                };
                prop_assert!(starts, "{} in\n{source}", program.task_name(task as TaskIndex));
            }
        }
    }

    #[test]
    fn a_task_is_skipped_only_where_what_it_comes_after_did_not_succeed(source in any_program()) {
        for mode in Mode::BOTH {
            let (trace, _) = run(&source, mode);
            for (task, row) in trace.rows().iter().enumerate() {
                if row.outcome != Some(Outcome::Skipped) { continue }
                let failed = |&before: &TaskIndex| {
                    let row = &trace.rows()[before as usize];
                    row.outcome != Some(Outcome::Done)
                };
                prop_assert!(before(trace.program(), task as TaskIndex).iter().any(failed));
                prop_assert_eq!(row.start_us, None);
            }
        }
    }

    #[test]
    fn a_pool_is_never_overdrawn(source in any_program()) {
        let program = program(&source);
        let mut held = vec![0_u32; program.pools().len()];
        for event in run::predict(&program, Mode::Concurrent).unwrap() {
            match event.what {
                What::Acquired { semaphore } => held[semaphore.0 as usize] += 1,
                What::Released { semaphore } => held[semaphore.0 as usize] -= 1,
                _ => {}
            }
            for (held, pool) in held.iter().zip(program.pools()) {
                prop_assert!(*held <= pool.size, "{source}");
            }
        }
    }

    #[test]
    fn no_more_threads_are_held_than_there_are(source in any_program()) {
        let program = program(&source);
        let threads = program.settings().threads as usize;
        let mut holds = Vec::new();
        let mut since = 0;
        for event in run::predict(&program, Mode::Concurrent).unwrap() {
            match event.what {
                What::ThreadBegan { since_us } => since = since_us,
                What::ThreadEnds { until_us } => holds.push((since, until_us)),
                _ => {}
            }
        }
        for &(from_us, to_us) in holds.iter().filter(|(from_us, to_us)| from_us < to_us) {
            for moment in [from_us, to_us - 1] {
                let at_once = holds.iter().filter(|hold| (hold.0..hold.1).contains(&moment));
                prop_assert!(at_once.count() <= threads, "{source}");
            }
        }
    }

    #[test]
    fn nothing_runs_while_the_loop_is_held(source in any_program()) {
        for mode in Mode::BOTH {
            let (_, events) = run(&source, mode);
            let mut holder: Option<TaskId> = None;
            for event in events {
                prop_assert!(holder.is_none_or(|holder| holder == event.task), "{source}");
                match event.what {
                    What::HoldBegan { .. } => holder = Some(event.task),
                    What::HoldEnded => holder = None,
                    _ => prop_assert_eq!(holder, None),
                }
            }
        }
    }

    #[test]
    fn sequential_time_is_the_sum_of_all_that_was_done(source in any_program()) {
        let (trace, _) = run(&source, Mode::Sequential);
        let spans = trace.rows().iter().flat_map(|row| &row.spans);
        let done = spans.filter(|span| matches!(span.kind, SpanKind::Step(_) | SpanKind::Backoff));
        let sum_us: u64 = done.map(|span| span.to_us - span.from_us).sum();
        prop_assert_eq!(sum_us, trace.makespan_us(), "{}", source);
    }

    #[test]
    fn together_is_never_slower_where_nothing_ends_early(
        source in programs(Parts { that_end_early: false }),
    ) {
        let (sequential, _) = run(&source, Mode::Sequential);
        let (concurrent, _) = run(&source, Mode::Concurrent);
        let program = sequential.program();
        let steps_us: u64 = (0..program.task_count())
            .flat_map(|task| {
                let steps = program.nodes()[program.node_of(task)].steps.iter().enumerate();
                steps.map(move |(place, &step)| program.duration_us(task, step, place, 0))
            })
            .sum();
        prop_assert_eq!(sequential.makespan_us(), steps_us);
        prop_assert!(concurrent.makespan_us() <= steps_us, "{source}");
    }

    #[test]
    fn every_event_has_its_cause(source in any_program()) {
        for mode in Mode::BOTH {
            let (trace, events) = run(&source, mode);
            let has_timeouts = trace.program().nodes().iter().any(|node| node.timeout_us.is_some());
            let mut due: HashMap<TaskId, u64> = HashMap::new();
            let mut created = 0;
            for event in &events {
                match event.what {
                    What::Created { .. } => created += 1,
                    What::Waits { on: Wait::Timer { until_us } } => { due.insert(event.task, until_us); }
                    What::ThreadEnds { until_us } => { due.insert(event.task, until_us); }
                    What::Waits { on: Wait::Tasks | Wait::Semaphore(_) } => { due.remove(&event.task); }
                    What::Ready { cause: Cause::Timer } => {
                        let is_due = due.get(&event.task).is_some_and(|&us| us <= event.time_us);
                        prop_assert!(is_due || has_timeouts, "{source}");
                    }
                    What::Ready { cause: Cause::Task(by) } => prop_assert!(by.0 < created),
                    What::Ready { cause: Cause::Start } => prop_assert_eq!(event.time_us, 0),
                    _ => {}
                }
            }
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_record(source in any_program()) {
        for mode in Mode::BOTH {
            prop_assert_eq!(run(&source, mode).1, run(&source, mode).1);
        }
    }

    #[test]
    fn the_critical_path_leads_without_a_gap_from_the_start_to_the_end(source in any_program()) {
        let (trace, _) = run(&source, Mode::Concurrent);
        let path = critical_path(&trace);
        prop_assert_eq!(path.first().map(|part| part.from_us), Some(0));
        prop_assert_eq!(path.last().map(|part| part.to_us), Some(trace.makespan_us()));
        for pair in path.windows(2) {
            prop_assert_eq!(pair[0].to_us, pair[1].from_us);
        }
        prop_assert!(path.iter().all(|part| part.from_us <= part.to_us), "{source}");
    }

    #[test]
    fn the_figures_stay_within_the_run(source in any_program()) {
        let (trace, _) = run(&source, Mode::Concurrent);
        let metrics = metrics(&trace);
        prop_assert!(metrics.loop_busy_us <= trace.makespan_us());
        prop_assert!(metrics.lost_us <= metrics.loop_busy_us);
        prop_assert!(metrics.most_at_once as usize <= trace.rows().len());
    }

    #[test]
    fn the_loop_s_state_holds_each_task_that_has_not_ended_in_one_place(source in any_program()) {
        let program = program(&source);
        let events = run::predict(&program, Mode::Concurrent).unwrap();
        let mut state = LoopState::new(&program);
        let mut left: Vec<TaskIndex> = Vec::new();
        for event in &events {
            state.extend([*event]);
            match event.what {
                What::Created { label, .. } => { left.push(label); continue }
                What::Ended { .. } => left.retain(|&task| task != event.task.0),
                _ => {}
            }
            if matches!(event.what, What::Waits { .. } | What::Ended { .. } | What::StepBegan) {
                let mut found: Vec<TaskIndex> = state.running().into_iter()
                    .chain(state.ready())
                    .chain(state.timers().map(|(_, task)| task))
                    .chain(state.waiting_for_tasks())
                    .chain(state.pools().iter().flat_map(|pool| pool.waiters.iter().copied()))
                    .chain(state.waiting_for_threads())
                    .chain(state.threads().map(|(_, task)| task).filter(|task| left.contains(task)))
                    .collect();
                found.sort_unstable();
                found.dedup();
                let known: Vec<_> = found.iter().filter(|task| left.contains(task)).collect();
                prop_assert_eq!(known.len(), found.len(), "{:?} {:?}\n{}", event, &found, &source);
            }
        }
    }
}
