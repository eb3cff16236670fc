use super::draft::{Draft, DraftTask, Shape, Written};
use super::duration;
use super::excerpt::Excerpt;
use super::keyword::Keyword;
use super::lexer;
use super::line_parser::LineParser;
use super::mistake_kind::MistakeKind;
use super::setting_mistake::SettingMistake;
use super::steps;
use super::suggest;
use super::token::TokenKind;
use crate::graph::{AfterMode, Fails, StepKind};
use crate::lettering::is_hidden;

impl<'s> LineParser<'s, '_> {
    /// Reads the line, whose number is `line`, into `draft`.
    pub(super) fn statement(mut self, line: usize, draft: &mut Draft<'s>) {
        let Some(first) = self.peek() else {
            return;
        };
        if let Some(setting) = self.setting_here() {
            return self.setting(setting, line, &mut draft.settings);
        }
        let second = self.peek_beyond(1);
        let is_run = first.is_run();
        match (first, second) {
            (_, Some(TokenKind::Colon | TokenKind::Open)) if is_run => {
                draft.tasks.push(self.task(line));
            }
            (TokenKind::Keyword(Keyword::Pool), _) => {
                self.advance();
                draft.pools.extend(self.pool(line));
            }
            (_, Some(TokenKind::Equals)) if is_run && self.step_after_equals(1).is_some() => {
                draft.tasks.push(self.task(line));
            }
            (_, Some(TokenKind::Equals)) if is_run => {
                let pool = self.excerpt();
                self.mistake(self.range(), SettingMistake::MissingPoolWord { pool });
                draft.pools.extend(self.pool(line));
            }
            (TokenKind::Name, Some(second))
                if second.is_run()
                    && self.peek_beyond(2) == Some(TokenKind::Equals)
                    && self.step_after_equals(2).is_none() =>
            {
                let word = self.excerpt();
                let suggestion = Keyword::Pool.word();
                self.mistake(self.range(), SettingMistake::Unknown { word, suggestion });
                self.advance();
                draft.pools.extend(self.pool(line));
            }
            (TokenKind::Name, _) => draft.tasks.push(self.task(line)),
            _ => self.no_statement(first),
        }
    }

    /// A line that begins with what no task and no setting begins with.
    fn no_statement(&mut self, first: TokenKind) {
        let word = self.excerpt();
        let kind = if first.resumes_task() {
            MistakeKind::ClauseAtLineStart { word }
        } else {
            MistakeKind::NotAStatement { found: word }
        };
        self.mistake(self.range(), kind);
    }

    /// `NAME: …` or `NAME[A..B]: …`
    fn task(&mut self, line: usize) -> DraftTask<'s> {
        let name = self.new_name();
        let shape = if self.eat(TokenKind::Open) {
            self.family_indices(&name)
        } else {
            Shape::Single
        };
        let mut task = DraftTask {
            head: self.range_since(&name.range),
            range: name.range.clone(),
            name,
            line,
            shape,
            steps: Vec::new(),
            after: Vec::new(),
            after_mode: AfterMode::default(),
            using: Vec::new(),
            timeout_us: None,
            retry: None,
            fails: Fails::default(),
            background: false,
        };
        if self.colon(&mut task) {
            self.task_rest(&mut task);
        }
        self.skip_to(|_| false);
        task.range = self.range_since(&task.name.range);
        task
    }

    /// Goes past the `:` of a task, and says whether what follows can be read as its steps.
    fn colon(&mut self, task: &mut DraftTask<'s>) -> bool {
        if self.eat(TokenKind::Colon) {
            return true;
        }
        if let Some((step, duration)) = self.step_after_equals(0) {
            let head = Excerpt::of(self.text_of(task.head.clone()));
            let kind = MistakeKind::EqualsForColon {
                head,
                step: step.word(),
                duration: Excerpt::of(duration),
            };
            self.mistake(self.range(), kind);
            self.advance();
            // What the suggestion mends too is no further mistake.
            if !self.is_at_any(TokenKind::begins_step) {
                if !self.is_at(TokenKind::Number) {
                    self.advance();
                }
                self.skip_duration();
                self.further_steps_and_clauses(task);
                return false;
            }
            return true;
        }
        let name = Excerpt::of(task.name.text);
        self.mistake(task.head.clone(), MistakeKind::MissingColon { name });
        self.skip_to(|kind| kind == TokenKind::Colon || kind.begins_step());
        self.eat(TokenKind::Colon) || self.peek().is_some()
    }

    /// The step that follows a `=` after `count` more words, and its duration, or one like it; none
    /// if there is no `=`, or if it can be a pool's. A duration alone is meant as that of `io`.
    fn step_after_equals(&self, count: usize) -> Option<(StepKind, &'s str)> {
        if self.peek_beyond(count) != Some(TokenKind::Equals) {
            return None;
        }
        let first = self.text_beyond(count + 1)?;
        match self.peek_beyond(count + 1)? {
            TokenKind::Number => {
                duration::Parts::of(first)?;
                Some((StepKind::Io, self.duration_beyond(count + 1)?))
            }
            kind => {
                let step = match kind {
                    TokenKind::Step(step) => step,
                    _ => steps::meant_step(first)?,
                };
                Some((step, self.duration_beyond(count + 2).unwrap_or("300ms")))
            }
        }
    }

    /// The next word as a name that is declared here.
    pub(super) fn new_name(&mut self) -> Written<'s> {
        let mut name = self.name();
        if name.reserved {
            let word = Excerpt::of(name.text);
            self.mistake(name.range.clone(), MistakeKind::ReservedName { word });
        } else if !lexer::is_identifier(name.text) {
            self.not_a_name(&mut name);
        }
        name
    }

    /// Says that `name` is none. If that is because of quotes, it is read without them.
    pub(super) fn not_a_name(&mut self, name: &mut Written<'s>) {
        let text = Excerpt::of(name.text);
        let kind = match name.text.chars().find(|&character| is_hidden(character)) {
            Some(character) => MistakeKind::HiddenInName { text, character },
            None => MistakeKind::NotAName {
                text,
                suggestion: suggest::name_like(name.text).as_deref().map(Excerpt::of),
            },
        };
        self.mistake(name.range.clone(), kind);
        name.text = suggest::name_in_quotes(name.text).unwrap_or(name.text);
    }
}
