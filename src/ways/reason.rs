use crate::graph::StepKind;
use crate::lettering::quantity::{grouped, short_duration};
use crate::words::{Language, ways as words};

use super::Choice;

/// Why a way is the right choice for a program, or is not. Times are in microseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No way is simpler, and none clearly faster.
    SimplestAndAsFast,
    /// One task after another takes longer than the fastest way.
    Simplest { by_us: u64, fastest: Choice },
    /// Asyncio is right: so much of the work in it is waiting.
    Waits { percent: u32 },
    /// Asyncio is not clearly faster than one task after another.
    AsyncioGainsLittle,
    /// `block` or `cpu` holds asyncio's loop.
    LoopHeld {
        block: bool,
        cpu: bool,
        held_us: u64,
        by_us: u64,
        fastest: Choice,
    },
    /// Threads are right: `block` or `cpu` held others up under asyncio.
    NobodyHeldUp {
        block: bool,
        cpu: bool,
        saved_us: u64,
    },
    /// Threads are right, though nobody held others up under asyncio.
    OwnThreads { saved_us: u64 },
    /// Tasks that asyncio cancels can't be stopped.
    CannotStop { tasks: u32, by_us: u64 },
    /// `cpu` steps take turns under the global lock.
    TakesTurns { cpu_us: u64, by_us: u64 },
    /// Threads are not clearly faster than a simpler way.
    ThreadsGainNothing { tasks: u32 },
    /// Processes are right: `cpu` steps share the cores.
    SharesCores {
        cpu_us: u64,
        cores: u32,
        saved_us: u64,
    },
    /// There is nothing for the cores to do.
    NoCpu,
    /// Processes are not clearly faster than a simpler way.
    CoresGainNothing { cpu_us: u64 },
    /// It takes longer than the fastest way.
    Slower { by_us: u64, fastest: Choice },
    /// It is right, as a simpler way takes longer or goes wrong.
    OnlyThisDoesAsWell,
    /// A failure breaks the run off.
    Fails { failed_us: u64, end_us: u64 },
    /// More tasks fail than in another way.
    MoreFail { tasks: u32 },
    /// Tasks wait for each other for ever.
    Deadlocks,
}

impl Reason {
    /// One sentence or two of it.
    pub fn say(self, language: Language) -> String {
        let time = |us| short_duration(us);
        let count = |tasks| grouped(u64::from(tasks));
        match self {
            Reason::SimplestAndAsFast => words::sequential_is_right(language).into(),
            Reason::Simplest { by_us, fastest } => {
                words::sequential_is_slower(language, &time(by_us), &fastest.say_within(language))
            }
            Reason::Waits { percent } => words::asyncio_is_right(language, &percent),
            Reason::AsyncioGainsLittle => words::asyncio_gains_little(language).into(),
            Reason::LoopHeld {
                block,
                cpu,
                held_us,
                by_us,
                fastest,
            } => {
                let (steps, way) = (steps(block, cpu, language), fastest.say_within(language));
                words::asyncio_loop_held(language, &steps, &time(held_us), &time(by_us), &way)
            }
            Reason::NobodyHeldUp {
                block,
                cpu,
                saved_us,
            } => words::threads_are_right_for(
                language,
                &steps(block, cpu, language),
                &time(saved_us),
            ),
            Reason::OwnThreads { saved_us } => words::threads_are_right(language, &time(saved_us)),
            Reason::CannotStop { tasks, by_us } => {
                words::threads_cannot_stop(language, &count(tasks), &time(by_us))
            }
            Reason::TakesTurns { cpu_us, by_us } => {
                words::threads_take_turns(language, &time(cpu_us), &time(by_us))
            }
            Reason::ThreadsGainNothing { tasks } => {
                words::threads_gain_nothing(language, &count(tasks))
            }
            Reason::SharesCores {
                cpu_us,
                cores,
                saved_us,
            } => words::processes_are_right(language, &time(cpu_us), &cores, &time(saved_us)),
            Reason::NoCpu => words::processes_without_cpu(language).into(),
            Reason::CoresGainNothing { cpu_us } => {
                words::processes_gain_nothing(language, &time(cpu_us))
            }
            Reason::Slower { by_us, fastest } => {
                words::slower(language, &time(by_us), &fastest.say_within(language))
            }
            Reason::OnlyThisDoesAsWell => words::only_this_does_as_well(language).into(),
            Reason::Fails { failed_us, end_us } => {
                words::fails(language, &time(failed_us), &time(end_us))
            }
            Reason::MoreFail { tasks } => words::more_fail(language, &count(tasks)),
            Reason::Deadlocks => words::deadlocks(language).into(),
        }
    }
}

/// The kinds of steps that held others up.
fn steps(block: bool, cpu: bool, language: Language) -> String {
    let [on_block, on_cpu] =
        [StepKind::Block, StepKind::Cpu].map(|kind| format!("`{}`", kind.word()));
    match (block, cpu) {
        (true, true) => words::both(language, &on_block, &on_cpu),
        (true, false) => on_block,
        _ => on_cpu,
    }
}
