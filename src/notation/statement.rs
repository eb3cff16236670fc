use super::draft::{Draft, DraftPool, DraftTask, Shape, Written};
use super::excerpt::Excerpt;
use super::keyword::Keyword;
use super::lexer;
use super::line_parser::LineParser;
use super::mistake_kind::{MistakeKind, Unsupported};
use super::suggest;
use super::token::TokenKind;

impl<'s> LineParser<'s, '_> {
    /// Reads the line, whose number is `line`, into `draft`.
    pub(super) fn statement(mut self, line: usize, draft: &mut Draft<'s>) {
        let Some(first) = self.peek() else {
            return;
        };
        let second = self.peek_beyond(1);
        let is_run = first.is_run();
        match (first, second) {
            (TokenKind::Keyword(Keyword::Threads | Keyword::Seed), Some(TokenKind::Colon))
                if self.peek_beyond(2) == Some(TokenKind::Number) =>
            {
                self.no_statement(first);
            }
            (_, Some(TokenKind::Colon | TokenKind::Open)) if is_run => {
                draft.tasks.push(self.task(line));
            }
            (TokenKind::Keyword(Keyword::Pool), _) => {
                self.advance();
                draft.pools.extend(self.pool(line));
            }
            (_, Some(TokenKind::Equals)) if is_run => {
                let pool = self.excerpt();
                self.mistake(self.range(), MistakeKind::MissingPoolWord { pool });
                draft.pools.extend(self.pool(line));
            }
            (TokenKind::Name, Some(second))
                if second.is_run() && self.peek_beyond(2) == Some(TokenKind::Equals) =>
            {
                let word = self.excerpt();
                self.mistake(self.range(), MistakeKind::UnknownSetting { word });
                self.advance();
                draft.pools.extend(self.pool(line));
            }
            (TokenKind::Name, _) => draft.tasks.push(self.task(line)),
            _ => self.no_statement(first),
        }
    }

    /// A line that begins with what no task and no pool begins with.
    fn no_statement(&mut self, first: TokenKind) {
        let word = self.excerpt();
        let kind = match first {
            TokenKind::Keyword(Keyword::Threads) => {
                MistakeKind::Unsupported(Unsupported::Setting("threads"))
            }
            TokenKind::Keyword(Keyword::Seed) => {
                MistakeKind::Unsupported(Unsupported::Setting("seed"))
            }
            TokenKind::Keyword(Keyword::On) => {
                MistakeKind::Unsupported(Unsupported::Setting("on failure"))
            }
            _ if first.resumes_task() => MistakeKind::ClauseAtLineStart { word },
            _ => MistakeKind::NotAStatement { found: word },
        };
        self.mistake(self.range(), kind);
    }

    /// `NAME = N`, what follows the word `pool`.
    fn pool(&mut self, line: usize) -> Option<DraftPool<'s>> {
        if !self.is_at_any(TokenKind::is_run) {
            self.mistake(self.previous_range(), MistakeKind::MissingPoolName);
            return None;
        }
        let name = self.new_name();
        let size = self.pool_size(&name);
        Some(DraftPool { name, line, size })
    }

    /// `= N` to the end of the line. After a mistake it is 1.
    fn pool_size(&mut self, name: &Written<'s>) -> u32 {
        let mut sound = true;
        if !self.eat(TokenKind::Equals) && self.peek().is_some() {
            sound = false;
            let pool = Excerpt::of(name.text);
            self.mistake(name.range.clone(), MistakeKind::MissingEquals { pool });
            if !self.eat(TokenKind::Colon) && !self.is_at(TokenKind::Number) {
                return 1;
            }
        }
        if !self.is_at_any(TokenKind::is_run) {
            if sound {
                let pool = Excerpt::of(name.text);
                self.mistake(self.previous_range(), MistakeKind::MissingPoolSize { pool });
            }
            return 1;
        }
        let size = whole_number(self.text()).filter(|&size| size > 0);
        if size.is_none() {
            let text = self.excerpt();
            self.mistake(self.range(), MistakeKind::NotAPoolSize { text });
        }
        self.advance();
        if self.peek().is_some() && sound {
            let found = self.excerpt();
            self.mistake(self.range(), MistakeKind::TextAfterSetting { found });
        }
        size.unwrap_or(1)
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
            using: Vec::new(),
        };
        if self.colon(&task) {
            self.task_rest(&mut task);
        }
        self.skip_to(|_| false);
        task.range = self.range_since(&task.name.range);
        task
    }

    /// Goes past the `:` of a task, and says whether what follows can be read as its steps.
    fn colon(&mut self, task: &DraftTask<'s>) -> bool {
        if self.eat(TokenKind::Colon) {
            return true;
        }
        let name = Excerpt::of(task.name.text);
        self.mistake(task.head.clone(), MistakeKind::MissingColon { name });
        self.skip_to(|kind| kind == TokenKind::Colon || kind.begins_step());
        self.eat(TokenKind::Colon) || self.peek().is_some()
    }

    /// The next word as a name that is declared here.
    fn new_name(&mut self) -> Written<'s> {
        let name = self.name();
        if name.reserved {
            let word = Excerpt::of(name.text);
            self.mistake(name.range.clone(), MistakeKind::ReservedName { word });
        } else if !lexer::is_identifier(name.text) {
            self.mistake(
                name.range.clone(),
                MistakeKind::NotAName {
                    text: Excerpt::of(name.text),
                    suggestion: suggest::name_like(name.text).as_deref().map(Excerpt::of),
                },
            );
        }
        name
    }
}

/// The number that `text` is in decimal digits, without a sign.
pub(super) fn whole_number(text: &str) -> Option<u32> {
    let digits_only = text.bytes().all(|byte| byte.is_ascii_digit());
    digits_only.then(|| text.parse().ok()).flatten()
}
