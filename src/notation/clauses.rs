use super::draft::{DraftReference, DraftTask, Member, Written};
use super::excerpt::Excerpt;
use super::keyword::Keyword;
use super::line_parser::LineParser;
use super::mistake_kind::{Clause, MistakeKind, Unsupported};
use super::token::TokenKind;

/// The words that a task can go on with so far.
const FURTHER_WORDS: [&str; 3] = ["then", "after", "using"];

/// What a task's line has had so far.
#[derive(Default)]
struct Had {
    after: bool,
    using: bool,
    /// Any clause, one that is not supported yet too.
    clause: bool,
    /// A step after a clause: said once a line.
    misplaced_step: bool,
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
                TokenKind::Comma if self.peek_beyond(1).is_some_and(TokenKind::begins_step) => {
                    self.step_without_then(task, &mut had);
                }
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

    fn step_without_then(&mut self, task: &mut DraftTask<'s>, had: &mut Had) {
        if !self.misplaced_step(had) {
            self.mistake(self.range(), MistakeKind::MissingThen);
        }
        self.eat(TokenKind::Comma);
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

    fn clause(&mut self, keyword: Keyword, task: &mut DraftTask<'s>, had: &mut Had) {
        had.clause = true;
        let range = self.range();
        let (clause, again) = match keyword {
            Keyword::After => match self.way_of_after() {
                Some(words) => return self.unsupported_clause(words, 2),
                None => (Clause::After, std::mem::replace(&mut had.after, true)),
            },
            Keyword::Using => (Clause::Using, std::mem::replace(&mut had.using, true)),
            Keyword::Timeout => return self.unsupported_clause("timeout", 1),
            Keyword::Retry => return self.unsupported_clause("retry", 1),
            Keyword::Backoff => return self.unsupported_clause("backoff", 1),
            Keyword::Fails => return self.unsupported_clause("fails", 1),
            _ => return self.unsupported_clause("background", 1),
        };
        if again {
            self.mistake(range, MistakeKind::DuplicateClause { clause });
        }
        self.advance();
        self.references(clause, task);
    }

    /// `after any` or `after first`, where the word is not a mistaken name.
    fn way_of_after(&self) -> Option<&'static str> {
        let words = match self.peek_beyond(1)? {
            TokenKind::Keyword(Keyword::Any) => "after any",
            TokenKind::Keyword(Keyword::First) => "after first",
            _ => return None,
        };
        self.peek_beyond(2)?.is_run().then_some(words)
    }

    /// Goes past a clause that begins with `count` words and is not supported yet.
    fn unsupported_clause(&mut self, words: &'static str, count: usize) {
        let first = self.range();
        (0..count).for_each(|_| self.advance());
        let range = self.range_since(&first);
        self.mistake(range, MistakeKind::Unsupported(Unsupported::Clause(words)));
        self.skip_to(TokenKind::resumes_task);
        if words == "retry" && self.eat(TokenKind::Keyword(Keyword::Backoff)) {
            self.skip_to(TokenKind::resumes_task);
        }
    }

    /// What neither a step nor a clause begins with.
    fn unexpected(&mut self, kind: TokenKind, task: &mut DraftTask<'s>, had: &mut Had) {
        let suggestion = self.further_word(kind);
        let range = self.range();
        self.mistake(
            range,
            match kind {
                TokenKind::Name => MistakeKind::UnknownWord {
                    word: self.excerpt(),
                    suggestion,
                },
                _ => MistakeKind::Unexpected {
                    found: self.excerpt(),
                },
            },
        );
        self.advance();
        match suggestion {
            Some("then") if self.is_at_any(TokenKind::begins_step) => {
                task.steps.extend(self.step());
            }
            Some("after") => {
                had.clause = true;
                self.references(Clause::After, task);
            }
            Some("using") => {
                had.clause = true;
                self.references(Clause::Using, task);
            }
            _ => self.skip_to(TokenKind::resumes_task),
        }
    }

    /// The word that the next one, if it is a name, may have been meant as.
    pub(super) fn further_word(&mut self, kind: TokenKind) -> Option<&'static str> {
        match kind {
            TokenKind::Name => self.suggestions.nearest(self.text(), FURTHER_WORDS),
            _ => None,
        }
    }

    /// The names of a clause, after its word.
    fn references(&mut self, clause: Clause, task: &mut DraftTask<'s>) {
        let references = match clause {
            Clause::After => &mut task.after,
            Clause::Using => &mut task.using,
        };
        self.colon_of_clause();
        let mut doubtful = false;
        loop {
            if self.is_at_name() {
                references.push(self.reference(clause, doubtful));
            } else {
                let range = self.previous_range();
                let previous = Excerpt::of(self.text_of(range.clone()));
                self.mistake(range, MistakeKind::MissingReference { clause, previous });
                self.skip_to(|kind| kind == TokenKind::Comma || kind.resumes_task());
                // Further commas with nothing between them are the same mistake.
                while self.eat(TokenKind::Comma) {}
                if self.is_at_name() {
                    continue;
                }
                return;
            }
            match self.next_in_clause(doubtful) {
                Some(without_comma) => doubtful = without_comma,
                None => return,
            }
        }
    }

    /// A `:` after a clause's word, as other notations have it, is all that is wrong with it.
    fn colon_of_clause(&mut self) {
        if self.is_at(TokenKind::Colon) {
            let found = self.excerpt();
            self.mistake(self.range(), MistakeKind::UnexpectedInClause { found });
            self.advance();
        }
    }

    /// After a name of a clause: goes on to where the next one is due, and says whether the comma
    /// before it is missing; none if the clause ends here. Of several names without commas only
    /// the first is a mistake; with `doubtful` that has been said.
    fn next_in_clause(&mut self, doubtful: bool) -> Option<bool> {
        let kind = self.peek()?;
        if kind == TokenKind::Comma {
            let ends_with_step = self.peek_beyond(1).is_some_and(TokenKind::begins_step)
                && self.peek_beyond(2) == Some(TokenKind::Number);
            if ends_with_step {
                return None;
            }
            self.advance();
            return Some(false);
        }
        let is_name = kind.is_run() && !kind.is_reserved();
        let begins_other = self.peek_beyond(1) == Some(TokenKind::Number)
            || (!doubtful && self.further_word(kind).is_some());
        if is_name && begins_other {
            return None;
        } else if is_name {
            if !doubtful {
                let found = self.excerpt();
                self.mistake(self.range(), MistakeKind::MissingComma { found });
            }
            return Some(true);
        } else if kind.is_run() {
            return None;
        }
        let found = self.excerpt();
        self.mistake(self.range(), MistakeKind::UnexpectedInClause { found });
        self.skip_to(|kind| kind == TokenKind::Comma || kind.resumes_task());
        self.eat(TokenKind::Comma).then_some(false)
    }

    /// Whether the next word stands for a name. A word of the notation does so by mistake if
    /// nothing follows that would give it its own meaning.
    fn is_at_name(&self) -> bool {
        let Some(kind) = self.peek() else {
            return false;
        };
        let alone = match self.peek_beyond(1) {
            None | Some(TokenKind::Comma | TokenKind::Open) => true,
            Some(next) => next.resumes_task() && !kind.resumes_task(),
        };
        kind.is_run() && (alone || !kind.is_reserved())
    }

    fn reference(&mut self, clause: Clause, doubtful: bool) -> DraftReference<'s> {
        let name = self.name();
        let member = if !self.eat(TokenKind::Open) {
            Member::All
        } else if clause == Clause::After {
            self.member(&name)
        } else {
            self.index_of_pool(&name);
            Member::Unclear
        };
        DraftReference {
            range: self.range_since(&name.range),
            name,
            member,
            doubtful,
        }
    }

    /// What follows a pool's name after `[`.
    fn index_of_pool(&mut self, name: &Written<'s>) {
        let open = self.previous_range();
        let range = if self.skip_past_close() {
            self.range_since(&open)
        } else {
            open
        };
        let pool = Excerpt::of(name.text);
        self.mistake(range, MistakeKind::IndexOfPool { pool });
    }
}
