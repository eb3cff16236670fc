use crate::graph::AfterMode;

/// A clause of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clause {
    /// `after REF, REF…`, `after any REF, REF…` or `after first REF, REF…`
    After(AfterMode),
    /// `using POOL, POOL…`
    Using,
    /// `timeout D`
    Timeout,
    /// `retry N` or `retry N backoff D`
    Retry,
    /// `fails`, `fails N` or `fails P%`
    Fails,
    /// `background`
    Background,
}

impl Clause {
    /// The words that it begins with.
    pub fn words(self) -> &'static str {
        match self {
            Clause::After(AfterMode::All) => "after",
            Clause::After(AfterMode::Any) => "after any",
            Clause::After(AfterMode::First) => "after first",
            Clause::Using => "using",
            Clause::Timeout => "timeout",
            Clause::Retry => "retry",
            Clause::Fails => "fails",
            Clause::Background => "background",
        }
    }
}
