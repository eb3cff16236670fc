use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::keyword::Keyword;
use super::logical_lines::LogicalLines;
use super::token::{Token, TokenKind};

/// A part of a program's text that says one thing, and can be written anew on its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What it says.
    pub what: PartOf,
}

/// What a part of a text says. `node` and `pool` are places in the program's lists, `step` one in
/// the node's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PartOf {
    /// A pool's size: `N`.
    PoolSize { pool: usize },
    /// The number of threads: `N`.
    Threads,
    /// A family's last index: `B` of `[A..B]`.
    LastIndex { node: usize },
    /// A step's word: `io`.
    StepWord { node: usize, step: usize },
    /// A step's duration: `D`, or `A..B` where it is drawn.
    Duration { node: usize, step: usize },
    /// What a task comes after: `NAME`, `NAME[N]`, `NAME[i]`. `place` counts those of the node.
    Reference { node: usize, place: usize },
    /// The duration of a `timeout`.
    Timeout { node: usize },
    /// The number of a `retry`.
    Retry { node: usize },
    /// The duration of a `backoff`.
    Backoff { node: usize },
}

/// The parts of a text without mistakes, in their order. Of another text some are found as well,
/// and what they are said to be of may be wrong. Takes time linear in the text's length.
///
/// ```
/// use interleave::notation::{PartOf, parts};
///
/// let source = "pool db = 2\nposts[1..6]: io 400ms using db";
/// let found: Vec<_> = parts(source)
///     .into_iter()
///     .map(|part| (&source[part.range], part.what))
///     .collect();
/// assert_eq!(
///     found,
///     [
///         ("2", PartOf::PoolSize { pool: 0 }),
///         ("6", PartOf::LastIndex { node: 0 }),
///         ("io", PartOf::StepWord { node: 0, step: 0 }),
///         ("400ms", PartOf::Duration { node: 0, step: 0 }),
///     ],
/// );
/// ```
pub fn parts(source: &str) -> Vec<Part> {
    let mut reader = Reader::default();
    for (_, tokens) in LogicalLines::of(source, &mut Vec::new()).iter() {
        reader.line(tokens);
    }
    reader.parts
}

#[derive(Default)]
struct Reader {
    parts: Vec<Part>,
    /// How many pools, and how many nodes, have been read.
    pools: usize,
    nodes: usize,
}

impl Reader {
    fn line(&mut self, tokens: &[Token]) {
        let last = tokens.last().map(|token| token.range.clone());
        let pool = self.pools;
        match tokens.first().map(|token| token.kind) {
            Some(TokenKind::Keyword(Keyword::Pool)) => {
                self.pools += 1;
                self.add(last, PartOf::PoolSize { pool });
            }
            Some(TokenKind::Keyword(Keyword::Threads)) => self.add(last, PartOf::Threads),
            Some(TokenKind::Keyword(_)) | None => {}
            Some(_) => {
                self.task(tokens);
                self.nodes += 1;
            }
        }
    }

    fn task(&mut self, tokens: &[Token]) {
        let node = self.nodes;
        let colon = tokens
            .iter()
            .position(|token| token.kind == TokenKind::Colon);
        let (head, rest) = tokens.split_at(colon.unwrap_or(tokens.len()));
        if let [.., last, close] = head
            && close.kind == TokenKind::Close
        {
            self.add(Some(last.range.clone()), PartOf::LastIndex { node });
        }
        let (mut step, mut place) = (0, 0);
        for (at, token) in rest.iter().enumerate() {
            let value = || value(&rest[at + 1..]);
            match token.kind {
                TokenKind::Step(_) => {
                    self.add(Some(token.range.clone()), PartOf::StepWord { node, step });
                    self.add(value(), PartOf::Duration { node, step });
                    step += 1;
                }
                TokenKind::Keyword(Keyword::Timeout) => self.add(value(), PartOf::Timeout { node }),
                TokenKind::Keyword(Keyword::Retry) => self.add(value(), PartOf::Retry { node }),
                TokenKind::Keyword(Keyword::Backoff) => self.add(value(), PartOf::Backoff { node }),
                TokenKind::Keyword(Keyword::After) => {
                    for range in references(&rest[at + 1..]) {
                        self.add(Some(range), PartOf::Reference { node, place });
                        place += 1;
                    }
                }
                _ => {}
            }
        }
    }

    fn add(&mut self, range: Option<Range<usize>>, what: PartOf) {
        self.parts.extend(range.map(|range| Part { range, what }));
    }
}

/// The number that stands first, or the two of `A..B`.
fn value(tokens: &[Token]) -> Option<Range<usize>> {
    let number = |token: &&Token| token.kind == TokenKind::Number;
    let first = tokens.first().filter(number)?;
    let drawn = tokens.get(1).filter(|token| token.kind == TokenKind::Dots);
    let last = drawn.and_then(|_| tokens.get(2).filter(number));
    Some(first.range.start..last.unwrap_or(first).range.end)
}

/// The names that stand first, with their indices, up to the next clause.
fn references(tokens: &[Token]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for token in tokens {
        match token.kind {
            TokenKind::Name => found.push(token.range.clone()),
            TokenKind::Keyword(Keyword::Any | Keyword::First) | TokenKind::Comma => {}
            TokenKind::Open | TokenKind::Index | TokenKind::Number | TokenKind::Close => {
                if let Some(last) = found.last_mut() {
                    last.end = token.range.end;
                }
            }
            _ => break,
        }
    }
    found
}
