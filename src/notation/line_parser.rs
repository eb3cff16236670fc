use std::ops::Range;

use super::draft::Written;
use super::excerpt::Excerpt;
use super::mistake::Mistake;
use super::mistake_kind::MistakeKind;
use super::suggest::Suggestions;
use super::token::{Token, TokenKind};

/// Reads one logical line word by word. After a mistake it goes on where it recognises something
/// again, and it says nothing about what it passes over. What the lines can be made of stands in
/// the modules `statement`, `settings` and `pools`, `steps` and `durations`, `clauses`,
/// `references` and `attempts`, `indices` and `counts`.
pub(super) struct LineParser<'s, 'p> {
    source: &'s str,
    /// The words of the line, at least one.
    tokens: &'p [Token],
    /// The place of the next word.
    at: usize,
    mistakes: &'p mut Vec<Mistake>,
    pub(super) suggestions: &'p mut Suggestions,
}

impl<'s, 'p> LineParser<'s, 'p> {
    pub(super) fn new(
        source: &'s str,
        tokens: &'p [Token],
        mistakes: &'p mut Vec<Mistake>,
        suggestions: &'p mut Suggestions,
    ) -> Self {
        LineParser {
            source,
            tokens,
            at: 0,
            mistakes,
            suggestions,
        }
    }

    /// The next word's kind; none at the line's end.
    pub(super) fn peek(&self) -> Option<TokenKind> {
        self.peek_beyond(0)
    }

    /// The kind of the word after `count` more.
    pub(super) fn peek_beyond(&self, count: usize) -> Option<TokenKind> {
        self.tokens.get(self.at + count).map(|token| token.kind)
    }

    /// Whether the next word is of this kind.
    pub(super) fn is_at(&self, kind: TokenKind) -> bool {
        self.peek() == Some(kind)
    }

    /// Whether the next word's kind is one of those that `kinds` holds of.
    pub(super) fn is_at_any(&self, kinds: impl Fn(TokenKind) -> bool) -> bool {
        self.peek().is_some_and(kinds)
    }

    /// Whether no white space stands between the word after `count` more and the one behind it.
    pub(super) fn is_glued(&self, count: usize) -> bool {
        let [first, second] = [count, count + 1].map(|count| self.tokens.get(self.at + count));
        matches!((first, second), (Some(first), Some(second)) if first.range.end == second.range.start)
    }

    /// Goes past the next word; at the line's end it stays.
    pub(super) fn advance(&mut self) {
        self.at = (self.at + 1).min(self.tokens.len());
    }

    /// Goes past the next word if it is of this kind, and says whether it was.
    pub(super) fn eat(&mut self, kind: TokenKind) -> bool {
        let is_there = self.is_at(kind);
        if is_there {
            self.advance();
        }
        is_there
    }

    /// Goes on to the next word whose kind `kinds` holds of, or to the line's end.
    pub(super) fn skip_to(&mut self, kinds: impl Fn(TokenKind) -> bool) {
        while self.is_at_any(|kind| !kinds(kind)) {
            self.advance();
        }
    }

    /// The next word's range; at the line's end the last word's.
    pub(super) fn range(&self) -> Range<usize> {
        self.range_at(self.at)
    }

    /// The range of the word that was passed last; at the line's start the first word's.
    pub(super) fn previous_range(&self) -> Range<usize> {
        self.range_at(self.at.saturating_sub(1))
    }

    fn range_at(&self, place: usize) -> Range<usize> {
        let place = place.min(self.tokens.len() - 1);
        self.tokens[place].range.clone()
    }

    /// The next word's text.
    pub(super) fn text(&self) -> &'s str {
        self.text_of(self.range())
    }

    /// The text of the word after `count` more.
    pub(super) fn text_beyond(&self, count: usize) -> Option<&'s str> {
        let token = self.tokens.get(self.at + count)?;
        Some(self.text_of(token.range.clone()))
    }

    /// The text from the word after `first` more to the one after `last` more.
    pub(super) fn text_between(&self, first: usize, last: usize) -> Option<&'s str> {
        let [first, last] = [first, last].map(|count| self.tokens.get(self.at + count));
        Some(self.text_of(first?.range.start..last?.range.end))
    }

    pub(super) fn text_of(&self, range: Range<usize>) -> &'s str {
        &self.source[range]
    }

    /// What a message may show of the next word.
    pub(super) fn excerpt(&self) -> Excerpt {
        Excerpt::of(self.text())
    }

    /// What a message may show of the word that was passed last.
    pub(super) fn previous_excerpt(&self) -> Excerpt {
        Excerpt::of(self.text_of(self.previous_range()))
    }

    /// The next word as a name, whatever it is, and goes past it.
    pub(super) fn name(&mut self) -> Written<'s> {
        let written = Written {
            text: self.text(),
            range: self.range(),
            reserved: self.is_at_any(TokenKind::is_reserved),
        };
        self.advance();
        written
    }

    /// From the start of `first` to the end of the word that was passed last.
    pub(super) fn range_since(&self, first: &Range<usize>) -> Range<usize> {
        first.start..self.previous_range().end
    }

    pub(super) fn mistake(&mut self, range: Range<usize>, kind: impl Into<MistakeKind>) {
        let kind = kind.into();
        self.mistakes.push(Mistake { range, kind });
    }
}
