use crate::event_loop::{Cause, Event, Hold, Outcome, Record, Wait, What};
use crate::export::WrittenAs;
use crate::graph::{AfterMode, Node, Place, Program, TaskIndex};
use crate::lettering::quantity::duration;
use crate::trace::LoopState;
use crate::words::{Language, loop_panel as words, python};

use super::is_a_step;

/// What the last of the first `count` events of `record` was, and why; `state` is the loop after
/// it. Names stand between backticks.
pub fn sentence(
    program: &Program,
    record: &Record,
    count: usize,
    state: &LoopState,
    written_as: WrittenAs,
    language: Language,
) -> String {
    let mut happened = record.back_from(count);
    let Some((place, event)) = happened.find(|(_, event)| is_a_step(event)) else {
        return words::nothing(language).to_owned();
    };
    let Some(task) = state.task_of(event.task) else {
        return String::new();
    };
    Sentence {
        program,
        state,
        task,
        next: record.get(place + 1),
        written_as,
        language,
    }
    .of(&event)
}

struct Sentence<'s> {
    program: &'s Program,
    state: &'s LoopState,
    task: TaskIndex,
    /// The event after it.
    next: Option<Event>,
    written_as: WrittenAs,
    language: Language,
}

impl Sentence<'_> {
    fn of(&self, event: &Event) -> String {
        let (language, name) = (self.language, self.name(self.task));
        match event.what {
            What::Ready { cause } => self.ready(cause),
            What::StepBegan => words::taken(language, &name),
            What::HoldBegan { hold } => self.hold_began(hold, event.time_us),
            What::HoldEnded => words::gives_back(language, &name),
            What::Acquired { semaphore } => self.acquired(semaphore.0 as usize),
            What::Released { semaphore } => {
                words::releases(language, &name, self.pool(semaphore.0 as usize))
            }
            What::ThreadBegan { since_us } => match since_us < event.time_us {
                true => words::thread_since(language, &name, &duration(since_us).text()),
                false => words::thread_begins(language, &name),
            },
            What::Waits { on } => self.waits(on),
            What::Reached { place } => self.reached(place.into()),
            What::Ended { outcome } => self.ended(outcome),
            What::Created { .. } | What::ThreadEnds { .. } => String::new(),
        }
    }

    fn ready(&self, cause: Cause) -> String {
        let (language, name) = (self.language, self.name(self.task));
        match (cause, self.state.woken_by(self.task)) {
            (Cause::Timer, _) => words::timer_due(language, &name),
            (_, Some(by)) if by != self.task => words::lets_go_on(language, &self.name(by), &name),
            _ => words::is_ready(language, &name),
        }
    }

    fn hold_began(&self, hold: Hold, now_us: u64) -> String {
        let (language, name) = (self.language, self.name(self.task));
        let ended = self.next.filter(|next| next.what == What::HoldEnded);
        let until = ended.map(|next| duration(next.time_us).text());
        let what = match (hold, until) {
            (Hold::Compute, Some(until)) => words::computes_until(language, &name, &until),
            (Hold::Compute, None) => words::computes(language, &name),
            (Hold::Block, Some(until)) => words::blocks_until(language, &name, &until),
            (Hold::Block, None) => words::blocks(language, &name),
        };
        let end_us = ended.map_or(now_us, |next| next.time_us);
        let due = self.state.timers().filter(|&(due_us, _)| due_us <= end_us);
        match due.count() {
            0 => words::sentence(language, &what),
            1 => words::one_late(language, &what),
            due => words::many_late(language, &what, &due),
        }
    }

    fn acquired(&self, pool: usize) -> String {
        let (language, name) = (self.language, self.name(self.task));
        let was_full = self.state.waited_for(self.task) == Some(pool);
        let pool = self.pool(pool);
        match self.state.woken_by(self.task).filter(|&by| by != self.task) {
            Some(by) if was_full => words::takes_over(language, &name, pool, &self.name(by)),
            _ => words::takes(language, &name, pool),
        }
    }

    fn waits(&self, on: Wait) -> String {
        let (language, name) = (self.language, self.name(self.task));
        match on {
            Wait::Timer { until_us } => {
                words::waits_for_timer(language, &name, &duration(until_us).text())
            }
            _ if self.written_as == WrittenAs::Python => self.waits_in_python(on),
            Wait::Semaphore(id) => {
                let pool = self.pool(id.0 as usize);
                match self.program.pools()[id.0 as usize].size {
                    1 => words::waits_for_only_place(language, &name, pool),
                    size => words::waits_for_place(language, &name, pool, &size),
                }
            }
            Wait::Executor => {
                let mut queue = self.state.waiting_for_threads();
                match queue.any(|task| task == self.task) {
                    true => words::waits_for_thread(language, &name),
                    false => words::waits_for_its_thread(language, &name),
                }
            }
            _ => match self.node().after_mode {
                AfterMode::All => words::waits_for_all(language, &name, &self.after()),
                AfterMode::Any | AfterMode::First => {
                    words::waits_for_first(language, &name, &self.after())
                }
            },
        }
    }

    /// What is awaited that is no timer. What a Python program's tasks come after is no more than
    /// who created them.
    fn waits_in_python(&self, on: Wait) -> String {
        let (language, name) = (self.language, self.name(self.task));
        match on {
            Wait::Task(other) => match self.state.task_of(other) {
                Some(other) => python::waits_for_task(language, &name, &self.name(other)),
                None => python::waits_for_tasks(language, &name),
            },
            Wait::Tasks => python::waits_for_tasks(language, &name),
            Wait::Semaphore(id) => {
                let shared = self.pool(id.0 as usize);
                python::waits_for_shared(language, &name, shared)
            }
            Wait::Executor => words::waits_for_its_thread(language, &name),
            _ => python::waits_for_future(language, &name),
        }
    }

    fn after(&self) -> String {
        let names = self.node().after.iter().map(|reference| {
            let node = &self.program.nodes()[reference.node()];
            node.name.as_str()
        });
        names.collect::<Vec<_>>().join(", ")
    }

    fn reached(&self, place: Place) -> String {
        let (language, name) = (self.language, self.name(self.task));
        match place {
            Place::TimedOut => words::times_out(language, &name),
            Place::Failing => words::attempt_fails(language, &name),
            Place::Skipped => words::is_skipped(language, &name),
            Place::Step(_) | Place::Backoff => String::new(),
        }
    }

    fn ended(&self, outcome: Outcome) -> String {
        let (language, name) = (self.language, self.name(self.task));
        match outcome {
            Outcome::Done => words::is_done(language, &name),
            Outcome::Failed => words::has_failed(language, &name),
            Outcome::Cancelled => words::ends_without(language, &name),
            Outcome::Deadlocked => words::waits_for_ever(language, &name),
        }
    }

    fn node(&self) -> &Node {
        &self.program.nodes()[self.program.node_of(self.task)]
    }

    fn name(&self, task: TaskIndex) -> String {
        self.program.task_name(task)
    }

    fn pool(&self, place: usize) -> &String {
        &self.program.pools()[place].name
    }
}
