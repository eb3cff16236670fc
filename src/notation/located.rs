use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{Mistakes, Positions};
use crate::words::Language;

/// A mistake in words, with its place as bytes and as a browser counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Located {
    /// Where it is in the text, in bytes of UTF-8.
    pub range: Range<usize>,
    /// The same in UTF-16 units.
    pub range_utf16: Range<usize>,
    /// The line it begins on, from 1.
    pub line: usize,
    /// The column it begins at, from 1, in UTF-16 units.
    pub column: usize,
    /// What is wrong, and what to do.
    pub message: String,
}

impl Mistakes {
    /// The mistakes of `source` in words of `language` and with their places, in order. All of them take one
    /// pass over the text.
    pub fn located(&self, source: &str, language: Language) -> impl Iterator<Item = Located> {
        let mut positions = Positions::new(source);
        self.iter().map(move |mistake| {
            let from = positions.at(mistake.range.start);
            let to = positions.at(mistake.range.end);
            Located {
                range: mistake.range.clone(),
                range_utf16: from.offset..to.offset,
                line: from.line,
                column: from.column,
                message: mistake.say(language),
            }
        })
    }
}
