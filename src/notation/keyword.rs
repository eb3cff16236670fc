/// A word that the notation gives a meaning, apart from those of steps
/// ([`crate::graph::StepKind`]) and the `i` of `NAME[i]`. None of them can be a name.
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

    /// How it is written.
    pub(super) fn word(self) -> &'static str {
        match self {
            Keyword::After => "after",
            Keyword::Any => "any",
            Keyword::Background => "background",
            Keyword::Backoff => "backoff",
            Keyword::Cancel => "cancel",
            Keyword::Continue => "continue",
            Keyword::Failure => "failure",
            Keyword::Fails => "fails",
            Keyword::First => "first",
            Keyword::On => "on",
            Keyword::Pool => "pool",
            Keyword::Retry => "retry",
            Keyword::Seed => "seed",
            Keyword::Then => "then",
            Keyword::Threads => "threads",
            Keyword::Timeout => "timeout",
            Keyword::Using => "using",
        }
    }

    /// Whether a clause of a task begins with it. `backoff` counts as one, though it is only
    /// right in a `retry`, so that reading finds it wherever it stands.
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
