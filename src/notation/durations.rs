use std::ops::Range;

use super::duration;
use super::duration_mistake::DurationMistake;
use super::excerpt::Excerpt;
use super::line_parser::LineParser;
use super::timed::Timed;
use super::token::TokenKind;
use crate::graph::StepKind;

/// How many `,` are looked at in one duration: more than the thousands of a sound one have.
const MOST_GROUPS: usize = 8;

/// A duration that was passed, in microseconds or with what is wrong about it.
struct Passed {
    range: Range<usize>,
    duration_us: Result<u64, DurationMistake>,
}

impl<'s> LineParser<'s, '_> {
    /// `D` or `A..B` after a step's word: the shortest and the longest time it takes, in
    /// microseconds.
    pub(super) fn durations(&mut self, step: StepKind) -> Option<(u64, u64)> {
        if self.is_at(TokenKind::Dots) {
            self.mistake(self.range(), DurationMistake::MissingBound);
            self.advance();
            self.skip_duration();
            return None;
        }
        if !self.is_at(TokenKind::Number) {
            self.no_duration(Timed::Step(step));
            return None;
        }
        let shortest = self.one_duration();
        if self.eat(TokenKind::Dots) {
            return self.draw_from(shortest);
        }
        if self.is_at_dash() {
            self.draw_with_dash(shortest);
            return None;
        }
        let duration_us = self.sound(shortest)?;
        Some((duration_us, duration_us))
    }

    /// `D` after the word of a clause, in microseconds.
    pub(super) fn single_duration(&mut self, of: Timed, example: &'static str) -> Option<u64> {
        let signed = self.needless_sign(of.word(), example);
        if !self.is_at(TokenKind::Number) {
            if !signed {
                self.no_duration(of);
            }
            return None;
        }
        let passed = self.one_duration();
        let is_draw = self.is_at(TokenKind::Dots)
            || self.is_at_dash()
            || matches!(passed.duration_us, Err(DurationMistake::WithoutDots { .. }));
        if is_draw {
            if self.is_at(TokenKind::Dots) || self.is_at_dash() {
                self.advance();
                self.skip_duration();
            }
            let range = self.range_since(&passed.range);
            self.mistake(range, DurationMistake::DrawnOutsideStep { of });
            return None;
        }
        self.sound(passed)
    }

    /// Goes past a number with what should be its unit, and past all that was meant as a part of
    /// the same duration.
    fn one_duration(&mut self) -> Passed {
        if let Some(passed) = self
            .duration_with_comma()
            .or_else(|| self.duration_in_parts())
        {
            return passed;
        }
        let mut range = self.range();
        let mut text = self.text();
        if let Some(before) = text.strip_suffix(duration::SEMICOLON)
            && self.peek_beyond(1).is_some_and(TokenKind::begins_step)
        {
            // The step that follows has it for a `then`.
            text = before;
            range.end = range.start + before.len();
        }
        let duration_us = duration::parse(text);
        self.advance();
        if let Some(mistake) = self.long_unit(text) {
            self.advance();
            return Passed {
                range: self.range_since(&range),
                duration_us: Err(mistake),
            };
        }
        match (duration_us, self.unit()) {
            (Err(DurationMistake::WithoutUnit { number, .. }), Some(unit)) => {
                self.advance();
                Passed {
                    range: self.range_since(&range),
                    duration_us: Err(DurationMistake::WithSpace { number, unit }),
                }
            }
            (duration_us, _) => Passed { range, duration_us },
        }
    }

    /// What is wrong about `number`, which was just passed, with the hours or days that follow it.
    fn long_unit(&self, number: &str) -> Option<DurationMistake> {
        let unit = self
            .text_beyond(0)
            .filter(|_| self.is_at(TokenKind::Name))?;
        duration::with_long_unit(number, unit)
    }

    /// Goes past digits with `,` between them, and past their unit.
    fn duration_with_comma(&mut self) -> Option<Passed> {
        let range = self.range();
        let mut groups = vec![];
        let mut count = 1;
        while groups.len() < MOST_GROUPS && self.is_glued_by_comma(count) {
            groups.push(self.text_beyond(count - 1)?);
            count += 2;
        }
        if groups.is_empty() {
            return None;
        }
        groups.push(self.text_beyond(count - 1)?);
        let after = self.text_beyond(count).and_then(duration::meant_unit);
        let mistake = duration::with_comma(&groups, after)?;
        (0..count).for_each(|_| self.advance());
        let without_unit = groups
            .last()
            .is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_digit()));
        if without_unit && self.unit().is_some() {
            self.advance();
        }
        Some(Passed {
            range: self.range_since(&range),
            duration_us: Err(mistake),
        })
    }

    /// Whether the word after `count` more is a `,` with a number right behind it.
    fn is_glued_by_comma(&self, count: usize) -> bool {
        self.peek_beyond(count) == Some(TokenKind::Comma)
            && self.peek_beyond(count + 1) == Some(TokenKind::Number)
            && self.is_glued(count)
    }

    /// Goes past several numbers with their units and white space between them, like `1m 30s`.
    fn duration_in_parts(&mut self) -> Option<Passed> {
        if self.peek_beyond(1) != Some(TokenKind::Number) {
            return None;
        }
        let range = self.range();
        let mut parts = duration::Parts::of(self.text())?;
        let mut count = 1;
        while self.peek_beyond(count) == Some(TokenKind::Number) {
            let Some(more) = self.text_beyond(count).and_then(|text| parts.and(text)) else {
                break;
            };
            parts = more;
            count += 1;
        }
        if count == 1 {
            return None;
        }
        (0..count).for_each(|_| self.advance());
        let range = self.range_since(&range);
        Some(Passed {
            duration_us: Err(parts.mistake(self.text_of(range.clone()))),
            range,
        })
    }

    /// What follows `A..`.
    fn draw_from(&mut self, shortest: Passed) -> Option<(u64, u64)> {
        if !self.is_at(TokenKind::Number) {
            self.mistake(self.previous_range(), DurationMistake::MissingBound);
            self.sound(shortest);
            return None;
        }
        let longest = self.one_duration();
        let texts = [&shortest, &longest].map(|passed| self.text_of(passed.range.clone()));
        let all = self.range_since(&shortest.range);
        let without_unit = [&shortest, &longest]
            .map(|passed| matches!(passed.duration_us, Err(DurationMistake::WithoutUnit { .. })));
        if without_unit == [true, true] {
            let [shortest, longest] = texts.map(Excerpt::of);
            self.mistake(all, DurationMistake::WithoutUnits { shortest, longest });
            return None;
        }
        if let Some(longest) = texts[1].strip_prefix('.')
            && let Some(suggestion) = duration::meant_draw(texts[0], longest)
        {
            self.mistake(all, DurationMistake::WithoutDots { suggestion });
            return None;
        }
        let shortest_us = self.sound(with_example(shortest, texts[1]));
        let longest_us = self.sound(with_example(longest, texts[0]));
        let (shortest_us, longest_us) = (shortest_us?, longest_us?);
        if shortest_us > longest_us {
            let [shortest, longest] = texts.map(Excerpt::of);
            self.mistake(all, DurationMistake::Backward { shortest, longest });
            return None;
        }
        Some((shortest_us, longest_us))
    }

    /// Whether a word stands here that separates the two ends of a range elsewhere, and then a
    /// number.
    fn is_at_dash(&self) -> bool {
        let is_separator = match self.peek() {
            Some(TokenKind::Unknown) => {
                let mut characters = self.text().chars();
                characters.next().is_some_and(duration::is_dash) && characters.next().is_none()
            }
            Some(TokenKind::Name) => self.text() == "to",
            _ => false,
        };
        is_separator && self.peek_beyond(1) == Some(TokenKind::Number)
    }

    /// Two durations with a dash between them, after the first.
    fn draw_with_dash(&mut self, shortest: Passed) {
        self.advance();
        let longest = self.one_duration();
        let [shortest_text, longest_text] =
            [&shortest, &longest].map(|passed| self.text_of(passed.range.clone()));
        match duration::meant_draw(shortest_text, longest_text) {
            Some(suggestion) => {
                let all = self.range_since(&shortest.range);
                self.mistake(all, DurationMistake::WithoutDots { suggestion });
            }
            None => {
                self.sound(shortest);
                self.sound(longest);
            }
        }
    }

    /// The microseconds of what was passed. What is wrong about it goes to the mistakes.
    fn sound(&mut self, passed: Passed) -> Option<u64> {
        match passed.duration_us {
            Ok(duration_us) => Some(duration_us),
            Err(mistake) => {
                self.mistake(passed.range, mistake);
                None
            }
        }
    }

    /// What stands after a word and is no duration.
    fn no_duration(&mut self, of: Timed) {
        if self.is_at_value() {
            let text = self.excerpt();
            self.mistake(self.range(), DurationMistake::NotADuration { text });
            self.advance();
            if self.eat(TokenKind::Dots) && self.is_at_value() {
                self.advance();
            }
            self.skip_duration();
        } else {
            let range = self.previous_range();
            self.mistake(range, DurationMistake::Missing { of });
        }
    }

    /// The unit that the next word is or means.
    fn unit(&self) -> Option<&'static str> {
        self.is_at(TokenKind::Name)
            .then(|| duration::meant_unit(self.text()))
            .flatten()
    }

    /// The text of the duration after `count` more words, whatever is wrong in it.
    pub(super) fn duration_beyond(&self, count: usize) -> Option<&'s str> {
        if self.peek_beyond(count) != Some(TokenKind::Number) {
            return None;
        }
        let mut last = count;
        loop {
            last += match self.peek_beyond(last + 1) {
                Some(TokenKind::Number) => 1,
                Some(TokenKind::Dots) if self.peek_beyond(last + 2) == Some(TokenKind::Number) => 2,
                Some(TokenKind::Comma) if self.is_glued_by_comma(last + 1) => 2,
                _ => return self.text_between(count, last),
            };
        }
    }

    /// Goes past a duration or a draw, whatever is wrong in it, and says whether there was one.
    pub(super) fn skip_duration(&mut self) -> bool {
        let mut skipped = false;
        while self.is_at(TokenKind::Number) || (skipped && self.unit().is_some()) {
            skipped = true;
            self.advance();
            if self.is_glued_by_comma(0) {
                self.advance();
            }
            self.eat(TokenKind::Dots);
        }
        skipped
    }
}

/// Where `passed` lacks a unit, the example takes that of the draw's other duration.
fn with_example(mut passed: Passed, other: &str) -> Passed {
    if let Err(DurationMistake::WithoutUnit { example, .. }) = &mut passed.duration_us {
        *example = duration::unit_of(other).unwrap_or(example);
    }
    passed
}
