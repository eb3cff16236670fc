use std::ops::Range;

use super::lexer;
use super::token::TokenKind;
use crate::graph::StepKind;

/// What a word is, for colouring the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WordKind {
    /// From `#` to the end of the line.
    Comment,
    /// The name of a task, a family or a pool.
    Name,
    /// A word with a meaning of its own: that of a setting or a clause, or `then`.
    Keyword,
    /// The word of a step.
    Step(StepKind),
    /// A duration, an index (the `i` of `NAME[i]` too), a chance or any other number.
    Number,
    /// `:`, `,`, `[`, `]`, `=` and `..`
    Punctuation,
    /// What the notation has no use for.
    Unknown,
}

/// The words of one physical line in their order, each with its range in bytes from the line's
/// start. White space belongs to none. The line may be any text at all; the time is linear in its
/// length.
///
/// ```
/// use interleave::notation::{WordKind, words};
///
/// let found: Vec<_> = words("a: # so far").collect();
/// assert_eq!(
///     found,
///     [
///         (0..1, WordKind::Name),
///         (1..2, WordKind::Punctuation),
///         (3..11, WordKind::Comment),
///     ],
/// );
/// ```
pub fn words(line: &str) -> impl Iterator<Item = (Range<usize>, WordKind)> {
    lexer::tokens(line).map(|token| (token.range, token.kind.into()))
}

impl From<TokenKind> for WordKind {
    fn from(kind: TokenKind) -> Self {
        match kind {
            TokenKind::Comment => WordKind::Comment,
            TokenKind::Colon
            | TokenKind::Comma
            | TokenKind::Open
            | TokenKind::Close
            | TokenKind::Equals
            | TokenKind::Dots => WordKind::Punctuation,
            TokenKind::Name => WordKind::Name,
            TokenKind::Keyword(_) => WordKind::Keyword,
            TokenKind::Step(kind) => WordKind::Step(kind),
            TokenKind::Index | TokenKind::Number => WordKind::Number,
            TokenKind::Unknown => WordKind::Unknown,
        }
    }
}
