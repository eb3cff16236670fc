use super::count::Count;
use super::counts::whole_number;
use super::draft::{DraftPool, Written};
use super::excerpt::Excerpt;
use super::line_parser::LineParser;
use super::mistake_kind::MistakeKind;
use super::setting_mistake::SettingMistake;
use super::token::TokenKind;

impl<'s> LineParser<'s, '_> {
    /// `NAME = N`, what follows the word `pool`.
    pub(super) fn pool(&mut self, line: usize) -> Option<DraftPool<'s>> {
        if !self.is_at_any(TokenKind::is_run) {
            self.mistake(self.previous_range(), SettingMistake::MissingPoolName);
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
            self.mistake(name.range.clone(), SettingMistake::MissingEquals { pool });
            if !self.eat(TokenKind::Colon) && !self.is_at(TokenKind::Number) {
                return 1;
            }
        }
        if !self.is_at_any(TokenKind::is_run) {
            if sound {
                let pool = Excerpt::of(name.text);
                self.mistake(
                    self.previous_range(),
                    SettingMistake::MissingPoolSize { pool },
                );
            }
            return 1;
        }
        let size = whole_number(self.text()).filter(|size| Count::PoolSize.range().contains(size));
        if size.is_none() {
            let text = self.excerpt();
            let count = Count::PoolSize;
            self.mistake(self.range(), MistakeKind::NotACount { count, text });
        }
        self.advance();
        if sound {
            self.end_of_setting();
        }
        size.unwrap_or(1)
    }
}
