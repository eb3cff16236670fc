use crate::graph::StepKind;

/// What a duration belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timed {
    /// A step.
    Step(StepKind),
    /// The clause `timeout D`.
    Timeout,
    /// The `backoff D` of a retry.
    Backoff,
}

impl Timed {
    /// The word that the duration follows.
    pub fn word(self) -> &'static str {
        match self {
            Timed::Step(kind) => kind.word(),
            Timed::Timeout => "timeout",
            Timed::Backoff => "backoff",
        }
    }
}
