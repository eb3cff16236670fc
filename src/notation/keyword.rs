/// A word that the notation gives a meaning, apart from the steps it supports
/// ([`crate::graph::StepKind`]) and the `i` of `NAME[i]`. None of them can be a name. The words
/// of parts that are not supported yet are among them, so that a program which is right today
/// stays right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keyword {
    After,
    Any,
    Background,
    Backoff,
    Cancel,
    Continue,
    Failure,
    Fails,
    First,
    On,
    Pool,
    Retry,
    Seed,
    Then,
    Threads,
    Timeout,
    Using,
}

impl Keyword {
    /// The keyword that is written `text`.
    pub(super) fn of(text: &str) -> Option<Self> {
        Some(match text {
            "after" => Keyword::After,
            "any" => Keyword::Any,
            "background" => Keyword::Background,
            "backoff" => Keyword::Backoff,
            "cancel" => Keyword::Cancel,
            "continue" => Keyword::Continue,
            "failure" => Keyword::Failure,
            "fails" => Keyword::Fails,
            "first" => Keyword::First,
            "on" => Keyword::On,
            "pool" => Keyword::Pool,
            "retry" => Keyword::Retry,
            "seed" => Keyword::Seed,
            "then" => Keyword::Then,
            "threads" => Keyword::Threads,
            "timeout" => Keyword::Timeout,
            "using" => Keyword::Using,
            _ => return None,
        })
    }

    /// Whether a clause of a task begins with it.
    pub(super) fn begins_clause(self) -> bool {
        matches!(
            self,
            Keyword::After
                | Keyword::Background
                | Keyword::Backoff
                | Keyword::Fails
                | Keyword::Retry
                | Keyword::Timeout
                | Keyword::Using
        )
    }
}
