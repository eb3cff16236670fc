use std::ops::Range;

use super::keyword::Keyword;
use crate::graph::StepKind;

/// A word of the text with the bytes it takes up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) range: Range<usize>,
}

/// What a word is, as far as it shows without the words around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// From `#` to the end of the line.
    Comment,
    /// `:`
    Colon,
    /// `,`
    Comma,
    /// `[`
    Open,
    /// `]`
    Close,
    /// `=`
    Equals,
    /// `..`
    Dots,
    /// An identifier without a meaning of its own.
    Name,
    /// A word with a meaning of its own.
    Keyword(Keyword),
    /// The word of a step.
    Step(StepKind),
    /// The `i` of `NAME[i]`.
    Index,
    /// What begins as a number does, with all that is glued to it: `300ms`, `50%`, `-1`, `1.5.x`.
    Number,
    /// Any other text without white space.
    Unknown,
}

impl TokenKind {
    /// Whether it is a run of text, rather than punctuation or a comment: the kind of thing that
    /// somebody may have meant as a name.
    pub(super) fn is_run(self) -> bool {
        matches!(
            self,
            TokenKind::Name
                | TokenKind::Keyword(_)
                | TokenKind::Step(_)
                | TokenKind::Index
                | TokenKind::Number
                | TokenKind::Unknown
        )
    }

    /// Whether it is a word with a meaning of its own, and so cannot be a name.
    pub(super) fn is_reserved(self) -> bool {
        matches!(
            self,
            TokenKind::Keyword(_) | TokenKind::Step(_) | TokenKind::Index
        )
    }

    /// Whether a step begins with it.
    pub(super) fn begins_step(self) -> bool {
        matches!(self, TokenKind::Step(_))
    }

    /// Whether a clause of a task begins with it.
    pub(super) fn begins_clause(self) -> bool {
        matches!(self, TokenKind::Keyword(keyword) if keyword.begins_clause())
    }

    /// Whether a further step or a clause begins with it: where reading goes on after a mistake.
    pub(super) fn resumes_task(self) -> bool {
        self == TokenKind::Keyword(Keyword::Then) || self.begins_clause()
    }
}
