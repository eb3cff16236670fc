use std::ops::Range;

use super::keyword::Keyword;
use super::lexer::{self, is_line_break};
use super::mistake::Mistake;
use super::mistake_kind::MistakeKind;
use super::token::{Token, TokenKind};

/// The words of a text, comments apart, in the lines that they make up: a line and what
/// continues it.
#[derive(Default)]
pub(super) struct LogicalLines {
    tokens: Vec<Token>,
    lines: Vec<LogicalLine>,
}

struct LogicalLine {
    /// The number of its first physical line, from 1.
    number: usize,
    /// Its words, as places in all of them.
    tokens: Range<usize>,
}

impl LogicalLines {
    /// Splits `source` up. Lines that should not start with white space go to `mistakes`.
    pub(super) fn of(source: &str, mistakes: &mut Vec<Mistake>) -> Self {
        let mut split = LogicalLines::default();
        let mut continues_nothing = false;
        for (start, number, text) in physical_lines(source) {
            let first = split.tokens.len();
            split.tokens.extend(
                lexer::tokens(text)
                    .filter(|token| token.kind != TokenKind::Comment)
                    .map(|token| Token {
                        kind: token.kind,
                        range: start + token.range.start..start + token.range.end,
                    }),
            );
            let Some(first_token) = split.tokens.get(first) else {
                continue;
            };
            let indented = text.starts_with(char::is_whitespace);
            let begins = !indented || begins_statement(&split.tokens[first..]);
            let is_above_all = !begins && split.lines.is_empty();
            if (indented && begins) || (is_above_all && !continues_nothing) {
                mistakes.push(Mistake {
                    range: first_token.range.clone(),
                    kind: if split.lines.is_empty() {
                        MistakeKind::NothingToContinue
                    } else {
                        MistakeKind::IndentedStatement
                    },
                });
            }
            let end = split.tokens.len();
            if begins {
                split.lines.push(LogicalLine {
                    number,
                    tokens: first..end,
                });
            } else if let Some(line) = split.lines.last_mut() {
                line.tokens.end = end;
            } else {
                continues_nothing = true;
                split.tokens.truncate(first);
            }
        }
        split
    }

    /// The lines with their numbers, none of them empty.
    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, &[Token])> {
        self.lines
            .iter()
            .map(|line| (line.number, &self.tokens[line.tokens.clone()]))
    }
}

/// Whether a line of these words can only be meant as a task or a setting of its own. With a
/// word of the notation before the `:` it is none: `after: a` is a clause with a mistake.
fn begins_statement(tokens: &[Token]) -> bool {
    let kind = |place: usize| tokens.get(place).map(|token| token.kind);
    let named = kind(0).is_some_and(|kind| kind.is_run() && !kind.is_reserved());
    let close = (1..=LONGEST_HEAD).find(|&place| kind(place) == Some(TokenKind::Close));
    match kind(1) {
        Some(TokenKind::Colon) => named,
        Some(TokenKind::Equals) if named => kind(2).is_some_and(TokenKind::begins_step),
        Some(TokenKind::Open) => {
            named && close.is_some_and(|close| kind(close + 1) == Some(TokenKind::Colon))
        }
        second => match kind(0) {
            Some(TokenKind::Keyword(Keyword::Pool)) => kind(2) == Some(TokenKind::Equals),
            Some(TokenKind::Keyword(Keyword::Threads | Keyword::Seed)) => {
                second == Some(TokenKind::Number)
                    || (second == Some(TokenKind::Equals) && kind(2) == Some(TokenKind::Number))
            }
            Some(TokenKind::Keyword(Keyword::On)) => {
                second == Some(TokenKind::Keyword(Keyword::Failure))
            }
            _ => false,
        },
    }
}

/// Where the `]` of `NAME[A..B]` stands.
const LONGEST_HEAD: usize = 5;

/// The lines of `source` without what ends them: where each starts, its number, its text. A byte
/// order mark before the first belongs to none.
fn physical_lines(source: &str) -> impl Iterator<Item = (usize, usize, &str)> {
    let mut number = 0;
    let mut next = Some(match source.starts_with(lexer::BYTE_ORDER_MARK) {
        true => lexer::BYTE_ORDER_MARK.len_utf8(),
        false => 0,
    });
    std::iter::from_fn(move || {
        let start = next?;
        let rest = &source[start..];
        let length = rest.find(is_line_break).unwrap_or(rest.len());
        let after = &rest[length..];
        let line_break = if after.starts_with("\r\n") { 2 } else { 1 };
        next = (!after.is_empty()).then_some(start + length + line_break);
        number += 1;
        Some((start, number, &rest[..length]))
    })
}
