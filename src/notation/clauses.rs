use std::mem;
use std::ops::Range;

use super::clause::Clause;
use super::draft::DraftTask;
use super::duration;
use super::keyword::Keyword;
use super::line_parser::LineParser;
use super::mistake_kind::{MistakeKind, Named};
use super::token::TokenKind;

/// The words that a task can go on with, as people write them.
const FURTHER_WORDS: [(&str, Keyword); 13] = [
    ("then", Keyword::Then),
    ("after", Keyword::After),
    ("before", Keyword::After),
    ("depends", Keyword::After),
    ("using", Keyword::Using),
    ("uses", Keyword::Using),
    ("timeout", Keyword::Timeout),
    ("retry", Keyword::Retry),
    ("retries", Keyword::Retry),
    ("backoff", Keyword::Backoff),
    ("fails", Keyword::Fails),
    ("failing", Keyword::Fails),
    ("background", Keyword::Background),
];

/// What people write for `after` elsewhere. What is only near to it may be a name.
const FOREIGN_AFTER: [&str; 6] = [
    "awaits",
    "depends_on",
    "needs",
    "requires",
    "waits",
    "waits_for",
];

/// What a task's line has had so far.
#[derive(Default)]
struct Had {
    after: bool,
    using: bool,
    timeout: bool,
    retry: bool,
    fails: bool,
    background: bool,
    /// Any clause.
    clause: bool,
    /// A step after a clause: said once a line.
    misplaced_step: bool,
}

impl Had {
    /// Keeps that the line has `clause`, and says whether it had one already.
    fn again(&mut self, clause: Clause) -> bool {
        let had = match clause {
            Clause::After(_) => &mut self.after,
            Clause::Using => &mut self.using,
            Clause::Timeout => &mut self.timeout,
            Clause::Retry => &mut self.retry,
            Clause::Fails => &mut self.fails,
            Clause::Background => &mut self.background,
        };
        mem::replace(had, true)
    }
}

impl<'s> LineParser<'s, '_> {
    /// What follows a task's first step.
    pub(super) fn further_steps_and_clauses(&mut self, task: &mut DraftTask<'s>) {
        let mut had = Had::default();
        while let Some(kind) = self.peek() {
            match kind {
                TokenKind::Keyword(Keyword::Then) => self.then(task, &mut had),
                TokenKind::Keyword(keyword) if keyword.begins_clause() => {
                    self.clause(keyword, task, &mut had);
                }
                kind if self.separates_steps(kind) => self.step_without_then(task, &mut had),
                kind if kind.begins_step() => self.step_without_then(task, &mut had),
                kind => self.unexpected(kind, task, &mut had),
            }
        }
    }

    fn then(&mut self, task: &mut DraftTask<'s>, had: &mut Had) {
        if !self.peek_beyond(1).is_none_or(TokenKind::resumes_task) {
            self.misplaced_step(had);
        }
        self.advance();
        self.step_after_then(task);
    }

    /// Whether the next word stands between two steps as `then` does: a `,`, other signs, or `and`.
    fn separates_steps(&self, kind: TokenKind) -> bool {
        let is_separator = match kind {
            TokenKind::Comma => true,
            TokenKind::Unknown => !self.text().contains(char::is_alphanumeric),
            TokenKind::Name => matches!(self.text(), "and" | "plus"),
            _ => false,
        };
        is_separator && self.peek_beyond(1).is_some_and(TokenKind::begins_step)
    }

    fn step_without_then(&mut self, task: &mut DraftTask<'s>, had: &mut Had) {
        if !self.misplaced_step(had) {
            let previous = self.previous_range();
            let range = match self
                .text_of(previous.clone())
                .ends_with(duration::SEMICOLON)
            {
                true => previous.end - duration::SEMICOLON.len_utf8()..previous.end,
                false => self.range(),
            };
            self.mistake(range, MistakeKind::MissingThen);
        }
        if !self.is_at_any(TokenKind::begins_step) {
            self.advance();
        }
        task.steps.extend(self.step());
    }

    /// Says, once a line, that a step stands here after a clause; returns whether it does.
    fn misplaced_step(&mut self, had: &mut Had) -> bool {
        if had.clause && !had.misplaced_step {
            had.misplaced_step = true;
            self.mistake(self.range(), MistakeKind::StepAfterClause);
        }
        had.clause
    }

    /// The clause that begins with `keyword`, which is the next word or what stands for it by
    /// mistake.
    fn clause(&mut self, keyword: Keyword, task: &mut DraftTask<'s>, had: &mut Had) {
        had.clause = true;
        let first = self.range();
        self.advance();
        let clause = match keyword {
            Keyword::After => return self.after(&first, task, had),
            Keyword::Using => Clause::Using,
            Keyword::Timeout => Clause::Timeout,
            Keyword::Retry => Clause::Retry,
            Keyword::Fails => Clause::Fails,
            Keyword::Background => Clause::Background,
            _ => return self.stray_backoff(),
        };
        if had.again(clause) {
            self.mistake(first, MistakeKind::DuplicateClause { clause });
        }
        match clause {
            Clause::Timeout => self.timeout(task),
            Clause::Retry => self.retry(task),
            Clause::Fails => self.fails(task),
            Clause::Background => self.background(task),
            Clause::After(_) | Clause::Using => self.references(Named::Pool, &mut task.using),
        }
    }

    /// What follows an `after`, whose first word is at `first`.
    fn after(&mut self, first: &Range<usize>, task: &mut DraftTask<'s>, had: &mut Had) {
        had.clause = true;
        // As in `depends on a`, `waits for a`, `needs: a`.
        let is_foreign = self.text_of(first.clone()) != Keyword::After.word();
        if is_foreign && matches!(self.text_beyond(0), Some("on" | "for" | ":")) {
            self.advance();
        }
        let mode = self.after_mode();
        let clause = Clause::After(mode);
        if !had.again(clause) {
            task.after_mode = mode;
        } else {
            let kind = if mode == task.after_mode {
                MistakeKind::DuplicateClause { clause }
            } else {
                MistakeKind::TwoKindsOfAfter {
                    first: task.after_mode,
                    second: mode,
                }
            };
            self.mistake(self.range_since(first), kind);
        }
        let had_names = task.after.len();
        self.tasks_after(mode, &mut task.after);
        // What was meant as `before` says the opposite.
        if self.text_of(first.clone()).starts_with("bef") {
            for written in &mut task.after[had_names..] {
                written.doubtful = true;
            }
        }
    }

    /// What neither a step nor a clause begins with.
    fn unexpected(&mut self, kind: TokenKind, task: &mut DraftTask<'s>, had: &mut Had) {
        let range = self.range();
        let is_way_of_after = matches!(kind, TokenKind::Keyword(Keyword::Any | Keyword::First));
        if is_way_of_after && self.peek_beyond(1).is_some_and(TokenKind::is_run) {
            let word = self.excerpt();
            self.mistake(range.clone(), MistakeKind::MissingAfter { word });
            return self.after(&range, task, had);
        }
        let meant = self.further_word(kind);
        let mistake = match kind {
            TokenKind::Name => MistakeKind::UnknownWord {
                word: self.excerpt(),
                suggestion: meant.map(Keyword::word),
            },
            _ => MistakeKind::Unexpected {
                found: self.excerpt(),
            },
        };
        self.mistake(range, mistake);
        match meant {
            Some(Keyword::Then) => {
                self.advance();
                if self.is_at_any(TokenKind::begins_step) {
                    task.steps.extend(self.step());
                } else {
                    self.skip_to(TokenKind::resumes_task);
                }
            }
            Some(keyword) if keyword != Keyword::Backoff => self.clause(keyword, task, had),
            _ => {
                self.advance();
                self.skip_to(TokenKind::resumes_task);
            }
        }
    }

    /// The word that the next one, if it is a name, may have been meant as.
    pub(super) fn further_word(&mut self, kind: TokenKind) -> Option<Keyword> {
        if kind != TokenKind::Name {
            return None;
        }
        if FOREIGN_AFTER.contains(&self.text()) {
            return Some(Keyword::After);
        }
        let words = FURTHER_WORDS.iter().map(|(word, _)| *word);
        let nearest = self.suggestions.nearest(self.text(), words)?;
        let meant = FURTHER_WORDS.iter().find(|(word, _)| *word == nearest);
        meant.map(|(_, keyword)| *keyword)
    }
}
