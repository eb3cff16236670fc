//! What holds of the modelled ways of running.

use std::rc::Rc;

use interleave::graph::{AfterMode, Program, StepKind, TaskIndex};
use interleave::run::{self, Mode, Way};
use interleave::trace::{Outcome, SpanKind, Trace};
use interleave::ways::{Advice, Comparison, Shares};
use interleave::words::Language;
use proptest::prelude::*;

use super::programs::{Parts, programs};
use super::{PROGRAMS, any_program, before, program};

/// One of the modelled ways.
fn any_way() -> impl Strategy<Value = Way> {
    prop_oneof![
        Just(Way::Threads),
        (1..5_u32).prop_map(|cores| Way::Processes { cores }),
    ]
}

/// Programs in which every attempt succeeds and nothing is cancelled.
fn lasting_program() -> impl Strategy<Value = String> {
    programs(Parts {
        that_end_early: false,
    })
}

fn modelled(program: &Rc<Program>, way: Way) -> Trace {
    Trace::of(program.clone(), &run::model(program, way).unwrap())
}

fn makespan_us(program: &Rc<Program>, cores: u32) -> u64 {
    modelled(program, Way::Processes { cores }).makespan_us()
}

/// What a task's steps take in its first attempt, of those kinds, in microseconds.
fn steps_us(program: &Program, task: TaskIndex, is_meant: impl Fn(StepKind) -> bool) -> u64 {
    let steps = program.nodes()[program.node_of(task)].steps.iter();
    let meant = steps.enumerate().filter(|(_, step)| is_meant(step.kind));
    meant
        .map(|(place, &step)| program.duration_us(task, step, place, 0))
        .sum()
}

/// The whole program's work for the cores, in microseconds.
fn cpu_us(program: &Program) -> u64 {
    (0..program.task_count())
        .map(|task| steps_us(program, task, |kind| kind == StepKind::Cpu))
        .sum()
}

fn failed(trace: &Trace) -> u32 {
    trace.count_of(Outcome::Failed) + trace.count_of(Outcome::TimedOut)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: PROGRAMS / 4, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_task_of_a_modelled_run_ends(source in any_program(), way in any_way()) {
        let trace = modelled(&program(&source), way);
        prop_assert!(trace.is_complete());
        for row in trace.rows() {
            let spans = row.spans.windows(2);
            prop_assert!(spans.into_iter().all(|pair| pair[0].to_us <= pair[1].from_us));
            prop_assert!(row.spans.iter().all(|span| span.kind != SpanKind::Ready));
        }
    }

    #[test]
    fn modelled_times_and_orders_are_the_same_each_time(source in any_program(), way in any_way()) {
        let program = program(&source);
        prop_assert_eq!(run::model(&program, way).unwrap(), run::model(&program, way).unwrap());
    }

    #[test]
    fn what_has_begun_in_a_thread_is_never_cancelled(source in any_program(), way in any_way()) {
        let trace = modelled(&program(&source), way);
        for (task, row) in (0..).zip(trace.rows()) {
            let node = &trace.program().nodes()[trace.program().node_of(task)];
            let is_cancelled = row.outcome == Some(Outcome::Cancelled);
            prop_assert!(!is_cancelled || row.start_us.is_none() || node.background, "{source}");
        }
    }

    #[test]
    fn a_modelled_task_takes_at_least_its_steps_and_all_before_it(source in lasting_program(), way in any_way()) {
        let trace = modelled(&program(&source), way);
        let program = trace.program();
        for (task, row) in (0..).zip(trace.rows()) {
            let (Some(start_us), Some(Outcome::Done)) = (row.start_us, row.outcome) else { continue };
            prop_assert!(row.end_us.unwrap_or(0) - start_us >= steps_us(program, task, |_| true), "{source}");
            let ends = before(program, task).into_iter().filter_map(|before| trace.rows()[before as usize].end_us);
            let is_all = program.nodes()[program.node_of(task)].after_mode == AfterMode::All;
            let needed_us = if is_all { ends.max() } else { ends.min() };
            prop_assert!(start_us >= needed_us.unwrap_or(0), "{source}");
        }
    }

    #[test]
    fn so_many_cores_do_no_more_than_they_can(source in lasting_program(), cores in 1..5_u32) {
        let program = program(&source);
        let way = Way::Processes { cores };
        let trace = modelled(&program, way);
        if trace.deadlocked() == 0 {
            let done_us = trace.makespan_us() * u64::from(cores);
            prop_assert!(done_us >= cpu_us(&program), "{source}");
            // Each span's ends are rounded to microseconds.
            let busy_us = Shares::of(&trace, way).busy_us();
            prop_assert!(busy_us.abs_diff(cpu_us(&program)) < 200, "{source}");
        }
    }

    #[test]
    fn what_a_computation_gets_done_is_what_its_step_asked_for(source in lasting_program(), way in any_way()) {
        let trace = modelled(&program(&source), way);
        let shares = Shares::of(&trace, way);
        for (task, row) in (0..).zip(trace.rows()) {
            if row.outcome != Some(Outcome::Done) { continue }
            let spans = row.spans.iter().filter(|span| span.kind == SpanKind::Step(StepKind::Cpu));
            let done_us: u64 = spans.map(|span| shares.work_us(span.from_us, span.to_us)).sum();
            let asked_us = steps_us(trace.program(), task, |kind| kind == StepKind::Cpu);
            prop_assert!(done_us.abs_diff(asked_us) < 100, "{done_us} {asked_us} {source}");
        }
    }

    #[test]
    fn threads_take_as_long_as_processes_on_one_core(source in any_program()) {
        let program = program(&source);
        let one_core = Way::Processes { cores: 1 };
        prop_assert_eq!(run::model(&program, Way::Threads).unwrap(), run::model(&program, one_core).unwrap());
    }

    #[test]
    fn where_tasks_only_wait_asyncio_threads_and_processes_are_alike(source in lasting_program(), way in any_way()) {
        let source = source.replace("cpu ", "io ").replace("block ", "io ").replace("thread ", "io ");
        let program = program(&source);
        let asyncio = Trace::of(program.clone(), &run::predict(&program, Mode::Concurrent).unwrap());
        for (asyncio, modelled) in asyncio.rows().iter().zip(modelled(&program, way).rows()) {
            prop_assert_eq!(&asyncio.spans, &modelled.spans, "{}", source);
            prop_assert_eq!(asyncio.outcome, modelled.outcome);
        }
    }

    #[test]
    fn more_cores_never_take_longer_where_nobody_waits_for_another_to_compute(
        tasks in prop::collection::vec((0..50_u32, 0..50_u32, 0..50_u32), 1..30),
    ) {
        // Each computes once. Where that lets go on what computes in turn, more cores can take
        // longer: there is an example among the tests of runs.
        let lines = (1..).zip(&tasks).map(|(number, (before, cpu, after))| {
            format!("t{number}: io {before}ms then cpu {cpu}ms then io {after}ms\n")
        });
        let program = program(&lines.collect::<String>());
        for cores in 1..6 {
            let (fewer_us, more_us) = (makespan_us(&program, cores), makespan_us(&program, cores + 1));
            prop_assert!(more_us <= fewer_us + 1, "{cores}: {fewer_us} {more_us}");
        }
    }

    #[test]
    fn advice_is_for_a_way_than_which_none_is_much_faster(source in any_program(), cores in 0..9_u32) {
        let program = program(&source);
        let [sequential, asyncio] = Mode::BOTH.map(|mode| Trace::of(program.clone(), &run::predict(&program, mode).unwrap()));
        let [threads, processes] = [Way::Threads, Way::Processes { cores }].map(|way| modelled(&program, way));
        let comparison = Comparison {
            sequential: &sequential,
            asyncio: &asyncio,
            threads: &threads,
            processes: &processes,
            cores,
        };
        let advice = Advice::of(&comparison);
        if let Some(right) = advice.right {
            let right = comparison.trace(right);
            prop_assert_eq!(right.deadlocked(), 0);
            for other in comparison.choices().map(|choice| comparison.trace(choice)) {
                prop_assert!(other.deadlocked() > 0 || failed(right) <= failed(other), "{source}");
                let does_as_well = other.deadlocked() == 0 && failed(right) == failed(other);
                let is_clearly_faster = other.makespan_us() * 20 < right.makespan_us() * 19;
                prop_assert!(!(does_as_well && is_clearly_faster), "{source}");
            }
        }
        for (choice, reason) in advice.reasons {
            for language in Language::ALL {
                let said = choice.say(language) + &reason.say(language);
                prop_assert!(!said.contains(['{', '}']), "{said}");
            }
        }
    }
}
