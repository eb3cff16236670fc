use crate::graph::StepKind;
use crate::run::Way;
use crate::trace::{Outcome, SpanKind, Trace, metrics};

use super::{Choice, Comparison, Reason, Shares};

/// When each way to run a program is the right choice, as far as its runs show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// The right choice; none where something goes wrong in every way.
    pub right: Option<Choice>,
    /// What is to be said of each way, the simplest first.
    pub reasons: [(Choice, Reason); 4],
}

impl Advice {
    /// What the runs show. Takes time n log n in their steps.
    ///
    /// ```
    /// # use std::rc::Rc;
    /// use interleave::ways::{Advice, Choice, Comparison};
    /// use interleave::{notation, run, trace::Trace};
    ///
    /// let program = Rc::new(notation::parse("a: block 2s\nb: block 2s").unwrap().program);
    /// let of = |events: Vec<_>| Trace::of(program.clone(), &events);
    /// let [sequential, asyncio] = run::Mode::BOTH.map(|mode| of(run::predict(&program, mode).unwrap()));
    /// let threads = of(run::model(&program, run::Way::Threads).unwrap());
    /// let processes = of(run::model(&program, run::Way::Processes { cores: 4 }).unwrap());
    /// let advice = Advice::of(&Comparison {
    ///     sequential: &sequential,
    ///     asyncio: &asyncio,
    ///     threads: &threads,
    ///     processes: &processes,
    ///     cores: 4,
    /// });
    /// assert_eq!(advice.right, Some(Choice::Modelled(run::Way::Threads)));
    /// ```
    pub fn of(comparison: &Comparison) -> Self {
        let right = comparison.right_choice();
        Advice {
            right,
            reasons: comparison.choices().map(|choice| {
                let reason = what_goes_wrong(comparison, choice).unwrap_or_else(|| {
                    let is_right = right == Some(choice);
                    let lag = Lag::of(comparison, choice);
                    match choice {
                        Choice::Sequential => of_sequential(is_right, lag),
                        Choice::Asyncio => of_asyncio(comparison, is_right, lag),
                        Choice::Modelled(Way::Threads) => of_threads(comparison, is_right, lag),
                        Choice::Modelled(way) => of_processes(comparison, is_right, lag, way),
                    }
                });
                (choice, reason)
            }),
        }
    }
}

/// How much longer a way takes than the fastest.
#[derive(Clone, Copy)]
struct Lag {
    by_us: u64,
    fastest: Choice,
    is_clear: bool,
}

impl Lag {
    fn of(comparison: &Comparison, choice: Choice) -> Self {
        let fastest = comparison.fastest().unwrap_or(choice);
        let (end_us, fastest_us) = (comparison.end_us(choice), comparison.end_us(fastest));
        Lag {
            by_us: end_us.saturating_sub(fastest_us),
            fastest,
            is_clear: comparison.is_clearly_slower(choice),
        }
    }

    fn reason(self) -> Reason {
        let Lag { by_us, fastest, .. } = self;
        Reason::Slower { by_us, fastest }
    }
}

fn what_goes_wrong(comparison: &Comparison, choice: Choice) -> Option<Reason> {
    let trace = comparison.trace(choice);
    let first = trace.first_failure();
    match comparison.more_failed(choice) {
        _ if trace.deadlocked() > 0 => Some(Reason::Deadlocks),
        _ if comparison.is_broken_off(choice) => Some(Reason::Fails {
            failed_us: first.and_then(|task| trace.rows()[task as usize].end_us)?,
            end_us: trace.makespan_us(),
        }),
        0 => None,
        tasks => Some(Reason::MoreFail { tasks }),
    }
}

fn of_sequential(is_right: bool, lag: Lag) -> Reason {
    let Lag { by_us, fastest, .. } = lag;
    match is_right {
        true => Reason::SimplestAndAsFast,
        false => Reason::Simplest { by_us, fastest },
    }
}

fn of_asyncio(comparison: &Comparison, is_right: bool, lag: Lag) -> Reason {
    let Lag { by_us, fastest, .. } = lag;
    let block_us = spent_us(comparison.asyncio, |kind| kind == StepKind::Block);
    let held_us = metrics(comparison.asyncio).loop_busy_us;
    match (is_right, lag.is_clear) {
        (true, _) => Reason::Waits {
            percent: percent_waiting(comparison.asyncio),
        },
        (_, false) => Reason::AsyncioGainsLittle,
        _ if held_us > 0 => Reason::LoopHeld {
            block: block_us > 0,
            cpu: held_us > block_us,
            held_us,
            by_us,
            fastest,
        },
        _ => lag.reason(),
    }
}

fn of_threads(comparison: &Comparison, is_right: bool, lag: Lag) -> Reason {
    let (threads, asyncio) = (comparison.threads, comparison.asyncio);
    let end_us = threads.makespan_us();
    let is_asyncio_fit = comparison.is_fit(Choice::Asyncio);
    if is_right {
        let saved_us = asyncio.makespan_us().saturating_sub(end_us);
        let has_lost = metrics(asyncio).lost_us > 0;
        return match is_asyncio_fit {
            false => Reason::OnlyThisDoesAsWell,
            true if has_lost => Reason::NobodyHeldUp {
                block: spent_us(asyncio, |kind| kind == StepKind::Block) > 0,
                cpu: spent_us(asyncio, |kind| kind == StepKind::Cpu) > 0,
                saved_us,
            },
            true => Reason::OwnThreads { saved_us },
        };
    }
    let unstopped = unstopped(comparison);
    let cpu_us = Shares::of(threads, Way::Threads).busy_us();
    match lag.is_clear {
        true if is_asyncio_fit && unstopped > 0 && end_us > asyncio.makespan_us() => {
            Reason::CannotStop {
                tasks: unstopped,
                by_us: end_us - asyncio.makespan_us(),
            }
        }
        true if cpu_us > 0 => Reason::TakesTurns {
            cpu_us,
            by_us: lag.by_us,
        },
        true => lag.reason(),
        false => Reason::ThreadsGainNothing {
            tasks: threads.program().task_count(),
        },
    }
}

fn of_processes(comparison: &Comparison, is_right: bool, lag: Lag, way: Way) -> Reason {
    let cpu_us = Shares::of(comparison.processes, way).busy_us();
    let are_threads_fit = comparison.is_fit(Choice::Modelled(Way::Threads));
    match is_right {
        true if !are_threads_fit => Reason::OnlyThisDoesAsWell,
        true => Reason::SharesCores {
            cpu_us,
            cores: way.cores(),
            saved_us: (comparison.threads.makespan_us())
                .saturating_sub(comparison.processes.makespan_us()),
        },
        false if cpu_us == 0 => Reason::NoCpu,
        false if lag.is_clear => lag.reason(),
        false => Reason::CoresGainNothing { cpu_us },
    }
}

/// How many tasks asyncio cancels that go on in threads.
fn unstopped(comparison: &Comparison) -> u32 {
    let asyncio = comparison.asyncio.rows().iter();
    let pairs = asyncio.zip(comparison.threads.rows());
    let unstopped = pairs.filter(|(asyncio, threads)| {
        let cancelled = Some(Outcome::Cancelled);
        asyncio.outcome == cancelled && threads.outcome != cancelled
    });
    unstopped.count() as u32
}

/// How much of what the tasks did under asyncio was waiting; down to whole percents.
fn percent_waiting(asyncio: &Trace) -> u32 {
    let waits = |kind| matches!(kind, StepKind::Io | StepKind::Thread);
    let percent = spent_us(asyncio, waits).saturating_mul(100) / spent_us(asyncio, |_| true).max(1);
    percent as u32
}

/// The length of all steps of some kinds.
fn spent_us(trace: &Trace, is_meant: impl Fn(StepKind) -> bool) -> u64 {
    let spans = trace.steps().iter();
    let meant = spans.filter(|span| matches!(span.kind, SpanKind::Step(kind) if is_meant(kind)));
    meant.fold(0, |sum_us: u64, span| {
        sum_us.saturating_add(span.to_us - span.from_us)
    })
}
