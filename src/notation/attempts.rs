use super::attempt_mistake::AttemptMistake;
use super::count::Count;
use super::counts::whole_number;
use super::decimal::Decimal;
use super::draft::DraftTask;
use super::excerpt::Excerpt;
use super::keyword::Keyword;
use super::line_parser::LineParser;
use super::mistake_kind::MistakeKind;
use super::timed::Timed;
use super::token::TokenKind;
use crate::graph::{DURATION_LIMIT_US, Fails, Retry};

/// What 1 % and 100 % are in millionths.
const PERCENT: u64 = 10_000;
const CERTAIN: u32 = 1_000_000;

/// The four clauses about a task's attempts, after their first word.
impl LineParser<'_, '_> {
    /// `D`
    pub(super) fn timeout(&mut self, task: &mut DraftTask) {
        task.timeout_us = self.single_duration(Timed::Timeout, "timeout 500ms");
        self.end_of_clause(task.timeout_us.is_some());
    }

    /// `N` or `N backoff D`
    pub(super) fn retry(&mut self, task: &mut DraftTask) {
        let first = self.previous_range();
        let count = self.count(Count::Retries);
        if count.is_none() {
            self.skip_to(TokenKind::resumes_task);
        }
        let retry = Retry {
            count: count.unwrap_or(0),
            backoff_us: None,
        };
        if !self.backoff_word() {
            task.retry = Some(retry);
            return self.end_of_clause(count.is_some());
        }
        let backoff_us = self.single_duration(Timed::Backoff, "retry 2 backoff 100ms");
        let retry = Retry {
            backoff_us,
            ..retry
        };
        if let Some(wait_us) = retry
            .wait_us(retry.count)
            .filter(|&us| us > DURATION_LIMIT_US)
        {
            let range = self.range_since(&first);
            self.mistake(range, AttemptMistake::BackoffTooLong { wait_us });
        }
        task.retry = Some(retry);
        self.end_of_clause(backoff_us.is_some());
    }

    /// Goes past `backoff`, or past what stands for it by mistake, and says whether a duration
    /// can follow.
    fn backoff_word(&mut self) -> bool {
        let backoff = TokenKind::Keyword(Keyword::Backoff);
        let number_follows = self.peek_beyond(1) == Some(TokenKind::Number);
        match self.peek() {
            Some(TokenKind::Comma) if self.peek_beyond(1) == Some(backoff) => {
                self.text_after_clause();
                self.advance();
                self.eat(backoff)
            }
            Some(TokenKind::Keyword(Keyword::Backoff)) => self.eat(backoff),
            Some(TokenKind::Number) => {
                let duration = self.excerpt();
                self.mistake(
                    self.range(),
                    AttemptMistake::MissingBackoffWord { duration },
                );
                true
            }
            // Whatever it says, only a backoff can stand between two numbers.
            Some(kind @ TokenKind::Name) if number_follows => {
                let is_backoff = matches!(self.further_word(kind), None | Some(Keyword::Backoff));
                if is_backoff {
                    let word = self.excerpt();
                    let suggestion = Some(Keyword::Backoff.word());
                    self.mistake(self.range(), MistakeKind::UnknownWord { word, suggestion });
                    self.advance();
                }
                is_backoff
            }
            _ => false,
        }
    }

    /// `D` after a `backoff` that does not follow `retry N`.
    pub(super) fn stray_backoff(&mut self) {
        let range = self.previous_range();
        self.mistake(range, AttemptMistake::BackoffWithoutRetry);
        self.skip_to(TokenKind::resumes_task);
    }

    /// Nothing, `N`, or `P%`.
    pub(super) fn fails(&mut self, task: &mut DraftTask) {
        self.needless_sign("fails", "fails 50%");
        task.fails = Fails::Always;
        if !self.is_at_value() {
            return self.end_of_clause(true);
        }
        let first = self.range();
        let text = self.text();
        let fails = which_fail(text);
        self.advance();
        let number = Decimal::at_start(text).filter(|(_, rest)| rest.is_empty());
        let is_chance = matches!(self.text_beyond(0), Some("%" | "percent"));
        if let Some((number, _)) = number.filter(|_| is_chance) {
            self.advance();
            let number = Excerpt::of(number.text);
            let range = self.range_since(&first);
            self.mistake(range, AttemptMistake::ChanceWithSpace { number });
            return self.end_of_clause(true);
        }
        let sound = fails.is_ok();
        match fails {
            Ok(fails) => task.fails = fails,
            Err(kind) => self.mistake(first, kind),
        }
        self.end_of_clause(sound);
    }

    /// Nothing.
    pub(super) fn background(&mut self, task: &mut DraftTask) {
        task.background = true;
        self.end_of_clause(true);
    }

    /// Goes past what no clause goes on with. Of a clause without a mistake it says that.
    fn end_of_clause(&mut self, sound: bool) {
        let Some(kind) = self.peek() else {
            return;
        };
        let step_follows = self.peek_beyond(1).is_some_and(TokenKind::begins_step);
        let goes_on = kind.begins_step()
            || kind.resumes_task()
            || (kind == TokenKind::Comma && step_follows)
            || self.further_word(kind).is_some();
        if goes_on {
            return;
        }
        if sound {
            self.text_after_clause();
        }
        self.skip_to(TokenKind::resumes_task);
    }

    fn text_after_clause(&mut self) {
        let previous = self.previous_excerpt();
        let found = self.excerpt();
        let range = self.range();
        self.mistake(range, MistakeKind::TextAfterClause { previous, found });
    }
}

/// The attempts that `text` stands for after `fails`.
fn which_fail(text: &str) -> Result<Fails, MistakeKind> {
    let excerpt = Excerpt::of(text);
    if let Some(number) = text.strip_suffix('%') {
        let Some((percent, "")) = Decimal::at_start(number) else {
            return Err(AttemptMistake::NotAFailure { text: excerpt }.into());
        };
        let millionths = u32::try_from(percent.times(PERCENT))
            .ok()
            .filter(|&millionths| millionths <= CERTAIN);
        return match millionths {
            Some(millionths) => Ok(Fails::Chance { millionths }),
            None => Err(AttemptMistake::ChanceTooLarge { text: excerpt }.into()),
        };
    }
    let too_large = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match whole_number(text) {
        Some(count) => Ok(Fails::First(count)),
        None if too_large => Err(MistakeKind::NotACount {
            count: Count::Failures,
            text: excerpt,
        }),
        None => Err(AttemptMistake::NotAFailure { text: excerpt }.into()),
    }
}
