use std::collections::HashSet;

use super::Completion;
use crate::graph::StepKind;
use crate::notation::{WordKind, words};
use crate::words::Language;

/// So many names are offered at once; who types on sees others.
pub(super) const NAMES: usize = 200;

/// What a line can start with, apart from a name.
pub(super) const SETTINGS: [&str; 5] = [
    "pool",
    "threads",
    "on failure cancel",
    "on failure continue",
    "seed",
];

const CLAUSES: [&str; 6] = ["after", "using", "timeout", "retry", "fails", "background"];

/// What can be written at a place of a statement.
pub(super) enum CompletionPlace {
    Setting,
    Failure,
    FailureAnswer,
    Step,
    /// Behind a step or a clause; with `backoff` behind the number of a `retry`.
    Clause {
        backoff: bool,
    },
    Task {
        or_mode: bool,
    },
    Pool,
    Index,
}

impl CompletionPlace {
    /// The place behind these words of a statement; none where there is nothing to offer.
    pub(super) fn behind(words: &[&str], is_indented: bool) -> Option<Self> {
        let Some(&last) = words.last() else {
            return (!is_indented).then_some(Self::Setting);
        };
        match words {
            ["on"] => return Some(Self::Failure),
            ["on", "failure"] => return Some(Self::FailureAnswer),
            _ => {}
        }
        let colon = words.iter().position(|&word| word == ":")?;
        let clause = (words.iter()).rfind(|word| CLAUSES.contains(word) || **word == "backoff");
        let is_family = words[..colon].contains(&"[");
        let in_brackets = words.iter().rposition(|&word| word == "[")
            > words.iter().rposition(|&word| word == "]");
        Some(match last {
            ":" | "then" => Self::Step,
            "after" => Self::Task { or_mode: true },
            "any" | "first" => Self::Task { or_mode: false },
            "using" => Self::Pool,
            "," if clause == Some(&"after") => Self::Task { or_mode: false },
            "," if clause == Some(&"using") => Self::Pool,
            "[" if is_family => Self::Index,
            "," | "=" | ".." | "timeout" | "retry" | "backoff" => return None,
            _ if in_brackets || StepKind::ALL.iter().any(|kind| kind.word() == last) => {
                return None;
            }
            _ => Self::Clause {
                backoff: clause == Some(&"retry"),
            },
        })
    }

    /// Whether a line that ends here would be a mistake.
    pub(super) fn needs_a_word(&self) -> bool {
        !matches!(self, Self::Setting | Self::Clause { .. })
    }

    /// What is offered there. `words` are those of the statement up to there, `text` is the
    /// program, `typed` the beginning of what is being written, `language` that of the help.
    pub(super) fn options(
        &self,
        words: &[&str],
        text: &str,
        typed: &str,
        language: Language,
    ) -> Vec<Completion> {
        let word = |word| Completion::word(word, language);
        let all = |words: &[&'static str]| words.iter().copied().map(word).collect();
        match *self {
            Self::Setting => all(&SETTINGS),
            Self::Failure => all(&["failure"]),
            Self::FailureAnswer => all(&["cancel", "continue"]),
            Self::Step => all(&StepKind::ALL.map(StepKind::word)),
            Self::Index => all(&["i"]),
            Self::Clause { backoff } => {
                let has_clause = CLAUSES.iter().any(|clause| words.contains(clause));
                let clauses = CLAUSES.iter().filter(|clause| !words.contains(clause));
                (backoff.then_some("backoff").into_iter())
                    .chain((!has_clause).then_some("then"))
                    .chain(clauses.copied())
                    .map(word)
                    .collect()
            }
            Self::Task { or_mode } => {
                let modes = ["any", "first"].iter().filter(|_| or_mode);
                let modes = modes.copied().map(word);
                modes.chain(names(text, words, typed, task_name)).collect()
            }
            Self::Pool => names(text, words, typed, pool_name).collect(),
        }
    }
}

/// The names that fit, each once, without the ones that the statement already has.
fn names<'t>(
    text: &'t str,
    words: &[&'t str],
    typed: &str,
    name_in: fn(&str) -> Option<&str>,
) -> impl Iterator<Item = Completion> {
    let mut seen: HashSet<&str> = words.iter().copied().collect();
    let typed = typed.to_lowercase();
    (text.lines())
        .filter_map(name_in)
        .filter(move |name| name.to_lowercase().contains(&typed) && seen.insert(name))
        .map(Completion::name)
        .take(NAMES)
}

fn task_name(line: &str) -> Option<&str> {
    let mut found = words(line);
    let (name, kind) = found.next()?;
    let (next, _) = found.next()?;
    let is_task = kind == WordKind::Name && matches!(&line[next], ":" | "[");
    is_task.then(|| &line[name])
}

fn pool_name(line: &str) -> Option<&str> {
    let mut found = words(line);
    let (first, _) = found.next()?;
    let (name, kind) = found.next()?;
    (&line[first] == "pool" && kind == WordKind::Name).then(|| &line[name])
}
