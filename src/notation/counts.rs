use super::count::Count;
use super::line_parser::LineParser;
use super::mistake_kind::MistakeKind;
use super::token::TokenKind;

impl LineParser<'_, '_> {
    /// The number that follows a word. If there is none, or none that can be it, that goes to the
    /// mistakes.
    pub(super) fn count(&mut self, count: Count) -> Option<u32> {
        let (word, example) = count.example();
        let signed = self.needless_sign(word, example);
        if !self.is_at_value() {
            if !signed {
                self.mistake(self.previous_range(), MistakeKind::MissingCount(count));
            }
            return None;
        }
        let number = whole_number(self.text()).filter(|number| count.range().contains(number));
        if number.is_none() {
            let text = self.excerpt();
            self.mistake(self.range(), MistakeKind::NotACount { count, text });
        }
        self.advance();
        number
    }

    /// A `:` or `=` after a word that has none, as other notations have it, is all that is wrong
    /// with it. Returns whether there is one.
    pub(super) fn needless_sign(&mut self, word: &'static str, example: &'static str) -> bool {
        let is_there = self.is_at(TokenKind::Colon) || self.is_at(TokenKind::Equals);
        if is_there {
            let sign = self.excerpt();
            let kind = MistakeKind::NeedlessSign {
                sign,
                word,
                example,
            };
            self.mistake(self.range(), kind);
            self.advance();
        }
        is_there
    }

    /// Whether the next word can only be meant as what the one before it asks for, and not as
    /// what a task goes on with.
    pub(super) fn is_at_value(&mut self) -> bool {
        self.peek().is_some_and(|kind| {
            let belongs_elsewhere = kind == TokenKind::Comma
                || kind.begins_step()
                || kind.resumes_task()
                || self.further_word(kind).is_some();
            !belongs_elsewhere
        })
    }
}

/// The number that `text` is in decimal digits, without a sign.
pub(super) fn whole_number(text: &str) -> Option<u32> {
    let digits_only = text.bytes().all(|byte| byte.is_ascii_digit());
    digits_only.then(|| text.parse().ok()).flatten()
}
