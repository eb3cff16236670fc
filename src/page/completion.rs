use serde::Serialize;

use super::WordHelp;
use crate::words::Language;

/// A way to go on with what is being written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Completion {
    /// The word or the name, as it is offered.
    pub label: String,
    /// What is written when it is chosen.
    pub apply: String,
    /// Whether something that can be offered too comes behind it.
    pub asks_for_more: bool,
    /// What it means, where it is a word of the notation.
    pub help: Option<WordHelp>,
}

impl Completion {
    /// A word of the notation, or several, with its help in words of `language`.
    pub(super) fn word(word: &'static str, language: Language) -> Self {
        let last = word.rsplit(' ').next().unwrap_or(word);
        let is_whole = matches!(last, "background" | "fails" | "i" | "cancel" | "continue");
        Completion {
            label: word.into(),
            apply: if is_whole {
                word.into()
            } else {
                format!("{word} ")
            },
            asks_for_more: matches!(
                word,
                "after" | "any" | "first" | "using" | "then" | "failure"
            ),
            help: WordHelp::of(last, language),
        }
    }

    /// The name of a task or a pool.
    pub(super) fn name(name: &str) -> Self {
        Completion {
            label: name.into(),
            apply: name.into(),
            asks_for_more: false,
            help: None,
        }
    }
}
