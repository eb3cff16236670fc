use crate::event_loop;
use crate::graph::Place;
use crate::words::{Language, timeline as words};

/// How a task of a program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// One of its attempts succeeded.
    Done,
    /// Its last attempt failed as the program says.
    Failed,
    /// Its last attempt was stopped at its timeout.
    TimedOut,
    /// It was cancelled.
    Cancelled,
    /// What it comes after could no longer succeed.
    Skipped,
    /// Nothing was ready, no timer ran, and it still waited.
    Deadlocked,
}

impl Outcome {
    /// How many there are.
    pub(super) const COUNT: usize = Outcome::Deadlocked as usize + 1;

    /// The outcome of a task that ended so, having reached `place` in its program.
    pub(super) fn of(outcome: event_loop::Outcome, place: Option<Place>) -> Self {
        match (outcome, place) {
            (_, Some(Place::Skipped)) => Outcome::Skipped,
            (event_loop::Outcome::Done, _) => Outcome::Done,
            (event_loop::Outcome::Failed, Some(Place::TimedOut)) => Outcome::TimedOut,
            (event_loop::Outcome::Failed, _) => Outcome::Failed,
            (event_loop::Outcome::Cancelled, _) => Outcome::Cancelled,
            (event_loop::Outcome::Deadlocked, _) => Outcome::Deadlocked,
        }
    }

    /// The notation's word for it. A task that timed out has `failed`.
    pub fn word(self) -> &'static str {
        match self {
            Outcome::Done => "done",
            Outcome::Failed | Outcome::TimedOut => "failed",
            Outcome::Cancelled => "cancelled",
            Outcome::Skipped => "skipped",
            Outcome::Deadlocked => "deadlocked",
        }
    }

    /// What is said of a task that ended so.
    pub fn say(self, language: Language) -> &'static str {
        match self {
            Outcome::Done => words::done(language),
            Outcome::Failed => words::failed(language),
            Outcome::TimedOut => words::timed_out(language),
            Outcome::Cancelled => words::cancelled(language),
            Outcome::Skipped => words::skipped(language),
            Outcome::Deadlocked => words::deadlocked(language),
        }
    }

    /// Whether an attempt was made and failed, in whichever way.
    pub fn is_failure(self) -> bool {
        matches!(self, Outcome::Failed | Outcome::TimedOut)
    }
}
