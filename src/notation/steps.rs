use super::draft::DraftTask;
use super::duration;
use super::excerpt::Excerpt;
use super::keyword::Keyword;
use super::line_parser::LineParser;
use super::mistake_kind::{MistakeKind, Unsupported};
use super::token::TokenKind;
use crate::graph::{Step, StepKind};

/// The words that steps can begin with so far.
const STEP_WORDS: [&str; 4] = ["io", "cpu", "block", "thread"];

impl<'s> LineParser<'s, '_> {
    /// Everything after a task's `:`.
    pub(super) fn task_rest(&mut self, task: &mut DraftTask<'s>) {
        if self.peek().is_none_or(TokenKind::begins_clause) {
            let name = Excerpt::of(task.name.text);
            self.mistake(task.head.clone(), MistakeKind::MissingSteps { task: name });
        } else {
            task.steps.extend(self.step());
        }
        self.further_steps_and_clauses(task);
    }

    /// The step after a `then` that was just passed.
    pub(super) fn step_after_then(&mut self, task: &mut DraftTask<'s>) {
        if self.peek().is_none_or(TokenKind::resumes_task) {
            self.mistake(self.previous_range(), MistakeKind::MissingStep);
        } else {
            task.steps.extend(self.step());
        }
    }

    /// One step, or what stands in its place.
    pub(super) fn step(&mut self) -> Option<Step> {
        match self.peek()? {
            TokenKind::Step(kind) => {
                self.advance();
                let duration_us = self.duration(kind)?;
                return Some(Step::of(kind, duration_us));
            }
            TokenKind::Keyword(Keyword::Then) => {
                self.mistake(self.range(), MistakeKind::MissingStep);
                return None;
            }
            TokenKind::Number => {
                let duration = self.excerpt();
                self.mistake(self.range(), MistakeKind::MissingStepWord { duration });
                self.skip_duration();
                return None;
            }
            kind if kind.is_run() => {
                let word = self.excerpt();
                let suggestion = self.suggestions.nearest(self.text(), STEP_WORDS);
                self.mistake(self.range(), MistakeKind::UnknownStep { word, suggestion });
                self.advance();
                if self.skip_duration() {
                    return None;
                }
            }
            _ => {
                let word = self.excerpt();
                let suggestion = None;
                self.mistake(self.range(), MistakeKind::UnknownStep { word, suggestion });
                self.skip_to(|kind| kind.begins_step() || kind.resumes_task());
            }
        }
        // The mistake was something before a step, and the step is here.
        if self.is_at_any(TokenKind::begins_step) {
            self.step()
        } else {
            None
        }
    }

    /// The duration of a step, in microseconds.
    fn duration(&mut self, step: StepKind) -> Option<u64> {
        let range = self.range();
        if !self.is_at(TokenKind::Number) {
            self.no_duration(step);
            return None;
        }
        if self.peek_beyond(1) == Some(TokenKind::Dots) {
            self.skip_duration();
            let range = self.range_since(&range);
            self.mistake(range, MistakeKind::Unsupported(Unsupported::Draw));
            return None;
        }
        let parsed = duration::parse(self.text());
        self.advance();
        match parsed {
            Ok(duration_us) => Some(duration_us),
            Err(MistakeKind::DurationWithoutUnit { number }) if self.unit().is_some() => {
                let unit = self.unit()?;
                self.advance();
                let range = self.range_since(&range);
                self.mistake(range, MistakeKind::DurationWithSpace { number, unit });
                None
            }
            Err(kind) => {
                self.mistake(range, kind);
                None
            }
        }
    }

    /// What stands after a step's word and is no duration.
    fn no_duration(&mut self, step: StepKind) {
        let instead = self.peek().filter(|&kind| {
            let belongs_elsewhere = kind == TokenKind::Comma
                || kind.begins_step()
                || kind.resumes_task()
                || self.further_word(kind).is_some();
            !belongs_elsewhere
        });
        if instead.is_some() {
            let text = self.excerpt();
            self.mistake(self.range(), MistakeKind::NotADuration { text });
            self.advance();
            self.skip_duration();
        } else {
            let range = self.previous_range();
            self.mistake(range, MistakeKind::MissingDuration { step });
        }
    }

    /// The unit that the next word is or means.
    fn unit(&self) -> Option<&'static str> {
        self.is_at(TokenKind::Name)
            .then(|| duration::meant_unit(self.text()))
            .flatten()
    }

    /// Goes past a duration or a draw, whatever is wrong in it, and says whether there was one.
    fn skip_duration(&mut self) -> bool {
        let mut skipped = false;
        while self.is_at(TokenKind::Number) || (skipped && self.unit().is_some()) {
            skipped = true;
            self.advance();
            self.eat(TokenKind::Dots);
        }
        skipped
    }
}
