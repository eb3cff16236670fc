use super::draft::{DraftReference, Member, Written};
use super::excerpt::Excerpt;
use super::keyword::Keyword;
use super::line_parser::LineParser;
use super::mistake_kind::{MistakeKind, Named};
use super::suggest;
use super::token::TokenKind;
use crate::graph::AfterMode;

impl<'s> LineParser<'s, '_> {
    /// Goes past the `any` or `first` of an `after`, if it has one.
    pub(super) fn after_mode(&mut self) -> AfterMode {
        self.colon_of_clause();
        let mode = match self.peek() {
            Some(TokenKind::Keyword(Keyword::Any)) => AfterMode::Any,
            Some(TokenKind::Keyword(Keyword::First)) => AfterMode::First,
            _ => return AfterMode::All,
        };
        let is_mistaken_name = matches!(
            self.peek_beyond(1),
            Some(TokenKind::Comma | TokenKind::Open)
        );
        if is_mistaken_name {
            return AfterMode::All;
        }
        self.advance();
        mode
    }

    /// The names that an `after` of this kind goes on with.
    pub(super) fn tasks_after(
        &mut self,
        mode: AfterMode,
        references: &mut Vec<DraftReference<'s>>,
    ) {
        self.needless_words(mode);
        self.references(Named::Task, references);
    }

    /// Words like those of `after all of a, b`.
    fn needless_words(&mut self, mode: AfterMode) {
        let first = self.range();
        let mut count = 0;
        while matches!(self.text_beyond(count), Some("all" | "of")) {
            count += 1;
        }
        // The last of them is a name where no other follows.
        let name_follows = self
            .peek_beyond(count)
            .is_some_and(|kind| kind.is_run() && !kind.is_reserved());
        if count == 0 || !name_follows {
            return;
        }
        (0..count).for_each(|_| self.advance());
        let range = self.range_since(&first);
        let word = Excerpt::of(self.text_of(range.clone()));
        self.mistake(range, MistakeKind::NeedlessWord { mode, word });
    }

    /// The names of a clause, after its words.
    pub(super) fn references(&mut self, named: Named, references: &mut Vec<DraftReference<'s>>) {
        self.colon_of_clause();
        let brackets = self.opening_bracket();
        let first = self.range();
        let had = references.len();
        if brackets.is_some() && !self.is_at_bracketed_name() {
            self.advance();
        }
        let mut close = None;
        self.names_of_clause(named, brackets, &mut close, references);
        // Between brackets without a name it is the name that is missing.
        if brackets.is_some() && references.len() > had {
            let end = close.unwrap_or_else(|| self.previous_range().end);
            self.mistake(first.start..end, MistakeKind::NeedlessBrackets);
        }
    }

    /// The names of a clause to its end. Where the `brackets` around them close goes to `close`.
    fn names_of_clause(
        &mut self,
        named: Named,
        brackets: Option<Brackets>,
        close: &mut Option<usize>,
        references: &mut Vec<DraftReference<'s>>,
    ) {
        let mut doubtful = false;
        loop {
            if self.is_at_name() {
                let open = brackets.filter(|_| close.is_none());
                references.push(self.reference(named, doubtful, open));
                self.closing_bracket(open, close);
            } else {
                let previous = self.previous_excerpt();
                let range = self.previous_range();
                self.mistake(range, MistakeKind::MissingReference { named, previous });
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

    /// The brackets that open here.
    fn opening_bracket(&self) -> Option<Brackets> {
        match self.peek()? {
            TokenKind::Open => Some(Brackets::Square),
            TokenKind::Unknown if self.text().starts_with('(') => Some(Brackets::Round),
            _ => None,
        }
    }

    /// Whether a name is glued to the bracket here.
    fn is_at_bracketed_name(&self) -> bool {
        !self.is_at(TokenKind::Open) && self.text().contains(|character| !is_round(character))
    }

    /// After a name: finds where the bracket that is `open` closes, and goes past that.
    fn closing_bracket(&mut self, open: Option<Brackets>, close: &mut Option<usize>) {
        let closes_here = match open {
            None => return,
            Some(Brackets::Square) => self.is_at(TokenKind::Close),
            Some(Brackets::Round) => self.text_beyond(0).is_some_and(|text| text == ")"),
        };
        let previous = self.previous_range();
        if closes_here {
            self.advance();
            *close = Some(self.previous_range().end);
        } else if open == Some(Brackets::Round) && self.text_of(previous.clone()).ends_with(')') {
            *close = Some(previous.end);
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
            None => !is_whole_clause(kind),
            Some(TokenKind::Comma | TokenKind::Open) => true,
            Some(next) => next.resumes_task() && !kind.resumes_task(),
        };
        kind.is_run() && (alone || !kind.is_reserved())
    }

    /// A name, perhaps with its index. Of the brackets that are `open`, what is glued to it is no
    /// part of it.
    fn reference(
        &mut self,
        named: Named,
        doubtful: bool,
        open: Option<Brackets>,
    ) -> DraftReference<'s> {
        let mut name = self.name();
        let is_bracketed = open == Some(Brackets::Round);
        if is_bracketed && name.text.contains(|character| !is_round(character)) {
            let before = name.text.trim_start_matches('(');
            name.range.start = name.range.end - before.len();
            name.text = before.trim_end_matches(')');
            name.range.end = name.range.start + name.text.len();
        }
        if suggest::name_in_quotes(name.text).is_some() {
            self.not_a_name(&mut name);
        }
        let member = if !self.eat(TokenKind::Open) {
            Member::All
        } else if named == Named::Task {
            self.member(&name)
        } else {
            self.index_of_pool(&name);
            Member::Unclear
        };
        DraftReference {
            range: match member {
                Member::All => name.range.clone(),
                _ => self.range_since(&name.range),
            },
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

/// What stands by mistake around the names of a clause.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Brackets {
    Square,
    Round,
}

fn is_round(character: char) -> bool {
    matches!(character, '(' | ')')
}

/// Whether it can be a clause without anything after it.
fn is_whole_clause(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Keyword(Keyword::Background | Keyword::Fails)
    )
}
