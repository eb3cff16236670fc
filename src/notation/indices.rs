use super::counts::whole_number;
use super::draft::{Member, Shape, Written};
use super::excerpt::Excerpt;
use super::line_parser::LineParser;
use super::mistake_kind::MistakeKind;
use super::token::TokenKind;
use crate::graph::IndexRange;

impl<'s> LineParser<'s, '_> {
    /// `A..B]` of a family that is declared, after the `[`.
    pub(super) fn family_indices(&mut self, name: &Written<'s>) -> Shape {
        let open = self.previous_range();
        let family = Excerpt::of(name.text);
        if self.eat(TokenKind::Close) {
            let range = self.range_since(&open);
            self.mistake(range, MistakeKind::EmptyFamily { family });
            return Shape::Unclear;
        }
        let first_range = self.range();
        let first = self.index();
        if !self.eat(TokenKind::Dots) {
            if first.is_some() {
                let range = self.range_since(&open);
                self.mistake(range, MistakeKind::MissingLastIndex { family });
            }
            self.skip_past_close();
            return Shape::Unclear;
        }
        let last = self.index();
        let shape = match (first, last) {
            (Some(first), Some(last)) if first > last => {
                let range = self.range_since(&first_range);
                self.mistake(range, MistakeKind::BackwardIndices { first, last });
                Shape::Unclear
            }
            (Some(first), Some(last)) => Shape::Family(IndexRange { first, last }),
            _ => Shape::Unclear,
        };
        if !self.eat(TokenKind::Close) {
            if first.is_some() && last.is_some() {
                self.mistake(open, MistakeKind::MissingClose);
            }
            self.skip_past_close();
        }
        shape
    }

    /// `N]` or `i]` of a member that is referred to, after the `[`.
    pub(super) fn member(&mut self, name: &Written<'s>) -> Member {
        let open = self.previous_range();
        let member = if self.eat(TokenKind::Index) {
            Some(Member::SameIndex)
        } else {
            self.index().map(Member::Index)
        };
        if self.eat(TokenKind::Close) {
            return member.unwrap_or(Member::Unclear);
        }
        let is_range = self.is_at(TokenKind::Dots);
        let closed = self.skip_past_close();
        if is_range && member.is_some() {
            let family = Excerpt::of(name.text);
            let range = if closed {
                self.range_since(&open)
            } else {
                open
            };
            self.mistake(range, MistakeKind::RangeInReference { family });
        } else if member.is_some() {
            self.mistake(open, MistakeKind::MissingClose);
        }
        Member::Unclear
    }

    /// An index. If there is none, or none that can be one, that goes to the mistakes.
    fn index(&mut self) -> Option<u32> {
        if !self.is_at_any(TokenKind::is_run) {
            self.mistake(self.previous_range(), MistakeKind::MissingIndex);
            return None;
        }
        let text = self.text();
        let index = whole_number(text);
        if index.is_none() {
            let excerpt = Excerpt::of(text);
            let too_large = text.bytes().all(|byte| byte.is_ascii_digit());
            let kind = if too_large {
                MistakeKind::IndexTooLarge { text: excerpt }
            } else {
                MistakeKind::NotAnIndex { text: excerpt }
            };
            self.mistake(self.range(), kind);
        }
        self.advance();
        index
    }

    /// After a mistake between brackets: goes past the `]`, if there is one before anything that
    /// cannot stand between them, and says whether there is.
    pub(super) fn skip_past_close(&mut self) -> bool {
        let mut count = 0;
        while let Some(kind) = self.peek_beyond(count) {
            count += 1;
            if kind == TokenKind::Close {
                (0..count).for_each(|_| self.advance());
                return true;
            }
            let is_outside = matches!(kind, TokenKind::Open | TokenKind::Colon)
                || kind.begins_step()
                || kind.resumes_task();
            if is_outside {
                return false;
            }
        }
        false
    }
}
