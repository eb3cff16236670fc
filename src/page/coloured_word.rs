use serde::Serialize;

use super::utf16::units;
use crate::graph::StepKind;
use crate::notation::{WordKind, words};

/// A word of a line with the class that `styles.css` colours it by.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct ColouredWord {
    /// Where it starts, in UTF-16 units.
    from: usize,
    /// Where it ends, in UTF-16 units.
    to: usize,
    class: &'static str,
}

impl ColouredWord {
    /// The words of one line, in order.
    pub(super) fn all(line: &str) -> Vec<Self> {
        let (mut byte, mut unit) = (0, 0);
        let mut units_up_to = |to: usize| {
            unit += units(&line[byte..to]);
            byte = to;
            unit
        };
        words(line)
            .map(|(range, kind)| ColouredWord {
                from: units_up_to(range.start),
                to: units_up_to(range.end),
                class: class_of(kind),
            })
            .collect()
    }
}

fn class_of(kind: WordKind) -> &'static str {
    match kind {
        WordKind::Comment => "w-comment",
        WordKind::Name => "w-name",
        WordKind::Keyword => "w-keyword",
        WordKind::Step(StepKind::Io) => "w-io",
        WordKind::Step(StepKind::Cpu) => "w-cpu",
        WordKind::Step(StepKind::Block) => "w-block",
        WordKind::Step(StepKind::Thread) => "w-thread",
        WordKind::Number => "w-number",
        WordKind::Punctuation => "w-punctuation",
        WordKind::Unknown => "w-unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_where_a_browser_counts_them() {
        let found = ColouredWord::all("가 🦀: io");
        let places = found.iter().map(|word| (word.from, word.to, word.class));
        assert_eq!(
            places.collect::<Vec<_>>(),
            [
                (0, 1, "w-name"),
                (2, 4, "w-unknown"),
                (4, 5, "w-punctuation"),
                (6, 8, "w-io"),
            ]
        );
    }
}
