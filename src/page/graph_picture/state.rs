use crate::trace::{Outcome, SpanKind};
use crate::words::{Language, graph as words, timeline};

/// What a task is up to at a moment. Every colour, mark and word for it follows from this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Its turn has not come yet.
    Ahead,
    /// It waits for a pool, a thread, the loop or its next attempt.
    Waiting,
    /// It is in one of its steps.
    Running,
    /// It succeeded.
    Done,
    /// It failed or timed out.
    Failed,
    /// It was cancelled.
    Cancelled,
    /// What it comes after could no longer succeed.
    Skipped,
    /// It waits for ever.
    Deadlocked,
}

impl State {
    /// Every state, in the order in which their shares of a family are shown.
    pub const ALL: [State; 8] = [
        State::Done,
        State::Failed,
        State::Deadlocked,
        State::Cancelled,
        State::Skipped,
        State::Running,
        State::Waiting,
        State::Ahead,
    ];

    /// The state of a task that ended so.
    pub fn of_outcome(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => State::Done,
            Outcome::Failed | Outcome::TimedOut => State::Failed,
            Outcome::Cancelled => State::Cancelled,
            Outcome::Skipped => State::Skipped,
            Outcome::Deadlocked => State::Deadlocked,
        }
    }

    /// The state of a task that does this.
    pub fn of_span(kind: SpanKind) -> Self {
        match kind {
            SpanKind::Step(_) => State::Running,
            SpanKind::WaitingForTask => State::Ahead,
            SpanKind::WaitingForPool
            | SpanKind::WaitingForThread
            | SpanKind::Backoff
            | SpanKind::Ready => State::Waiting,
        }
    }

    /// The styles' class for it.
    pub fn class(self) -> &'static str {
        match self {
            State::Ahead => "is-ahead",
            State::Waiting => "is-waiting",
            State::Running => "is-running",
            State::Done => "is-done",
            State::Failed => "is-failed",
            State::Cancelled => "is-cancelled",
            State::Skipped => "is-skipped",
            State::Deadlocked => "is-deadlocked",
        }
    }

    /// The mark that tells it without colour, as a path around its middle, 3.5 to each side.
    pub fn mark(self) -> &'static str {
        match self {
            State::Ahead => "M-2.6 0h.1M0 0h.1M2.6 0h.1",
            State::Waiting => "M-1.4-2.6v5.2M1.4-2.6v5.2",
            State::Running => "M-1.5-2.6L2.5 0L-1.5 2.6Z",
            State::Done => "M-2.8.2L-.8 2.3L2.8-2.1",
            State::Failed => "M-2.3-2.3L2.3 2.3M2.3-2.3L-2.3 2.3",
            State::Cancelled => "M-2.8 0h5.6",
            State::Skipped => "M-2.8-2.4L0 0L-2.8 2.4M.2-2.4L3 0L.2 2.4",
            State::Deadlocked => "M0-3.1V.7M0 2.9v.1",
        }
    }

    /// What a task in it is said to be.
    pub fn say(self, language: Language) -> &'static str {
        match self {
            State::Ahead => words::not_started(language),
            State::Waiting => words::waits(language),
            State::Running => words::runs(language),
            State::Done => timeline::done(language),
            State::Failed => timeline::failed(language),
            State::Cancelled => timeline::cancelled(language),
            State::Skipped => timeline::skipped(language),
            State::Deadlocked => timeline::deadlocked(language),
        }
    }
}

/// How many of a node's tasks are in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts([u32; State::ALL.len()]);

impl Counts {
    /// How many are in `state`.
    pub fn of(&self, state: State) -> u32 {
        self.0[state as usize]
    }

    /// How many there are.
    pub fn total(&self) -> u32 {
        self.0.iter().sum()
    }

    /// `count` more in `state`.
    pub fn add(&mut self, state: State, count: u32) {
        self.0[state as usize] += count;
    }

    /// The states that there are, with how many are in each, in order of [`State::ALL`].
    pub fn present(&self) -> impl Iterator<Item = (State, u32)> + use<'_> {
        let states = State::ALL.into_iter();
        let counts = states.map(|state| (state, self.of(state)));
        counts.filter(|&(_, count)| count > 0)
    }

    /// The state of them all as one: what is amiss before what goes on, and that before what is
    /// over. Where some are over and the others have not begun, they wait.
    pub fn overall(&self) -> State {
        let first = [
            State::Deadlocked,
            State::Failed,
            State::Running,
            State::Waiting,
        ];
        if let Some(state) = first.into_iter().find(|&state| self.of(state) > 0) {
            return state;
        }
        let over = [State::Cancelled, State::Skipped, State::Done];
        match over.into_iter().find(|&state| self.of(state) > 0) {
            None => State::Ahead,
            Some(_) if self.of(State::Ahead) > 0 => State::Waiting,
            Some(state) => state,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn overall(states: &[State]) -> State {
        let mut counts = Counts::default();
        for &state in states {
            counts.add(state, 1);
        }
        counts.overall()
    }

    #[test]
    fn a_family_is_as_the_worst_of_its_members() {
        use State::{Ahead, Cancelled, Deadlocked, Done, Failed, Running, Waiting};
        assert_eq!(overall(&[Done, Done]), Done);
        assert_eq!(overall(&[Done, Ahead]), Waiting);
        assert_eq!(overall(&[Done, Running, Waiting]), Running);
        assert_eq!(overall(&[Done, Failed, Running]), Failed);
        assert_eq!(overall(&[Deadlocked, Failed]), Deadlocked);
        assert_eq!(overall(&[Done, Cancelled]), Cancelled);
        assert_eq!(overall(&[]), Ahead);
    }
}
