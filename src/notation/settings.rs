use super::count::Count;
use super::counts::whole_number;
use super::draft::DraftSettings;
use super::keyword::Keyword;
use super::line_parser::LineParser;
use super::setting::Setting;
use super::setting_mistake::SettingMistake;
use super::token::TokenKind;
use crate::graph::{OnFailure, StepKind};

/// The settings that have a number.
const NUMBERED: [Setting; 2] = [Setting::Threads, Setting::Seed];

/// How `on failure` is written.
const ON_FAILURE: &str = "on failure cancel";

impl LineParser<'_, '_> {
    /// The setting that the line is meant as, pools apart; none if it is something else.
    pub(super) fn setting_here(&mut self) -> Option<Setting> {
        let second = self.peek_beyond(1);
        let failure = TokenKind::Keyword(Keyword::Failure);
        match self.peek()? {
            TokenKind::Keyword(keyword @ (Keyword::Threads | Keyword::Seed)) => {
                // By mistake the word can be a task's name.
                let is_task = match second {
                    Some(TokenKind::Open) => true,
                    Some(TokenKind::Colon) => self.peek_beyond(2) != Some(TokenKind::Number),
                    _ => false,
                };
                let setting = match keyword {
                    Keyword::Threads => Setting::Threads,
                    _ => Setting::Seed,
                };
                (!is_task).then_some(setting)
            }
            TokenKind::Keyword(Keyword::On) => {
                let is_task = match second {
                    Some(TokenKind::Open) => true,
                    Some(TokenKind::Colon) => self.peek_beyond(2) != Some(failure),
                    _ => false,
                };
                (!is_task).then_some(Setting::OnFailure)
            }
            TokenKind::Keyword(Keyword::Failure) | TokenKind::Name | TokenKind::Unknown => {
                self.meant_setting(second?)
            }
            TokenKind::Step(StepKind::Thread) => {
                let second_text = self.text_beyond(1)?;
                whole_number(second_text).map(|_| Setting::Threads)
            }
            _ => None,
        }
    }

    /// The setting that a line was meant as which begins with an unknown word and then `second`.
    fn meant_setting(&mut self, second: TokenKind) -> Option<Setting> {
        match second {
            TokenKind::Number => {
                let words = NUMBERED.map(Setting::words);
                let word = self.suggestions.nearest(self.text(), words)?;
                NUMBERED.into_iter().find(|setting| setting.words() == word)
            }
            TokenKind::Colon => {
                let words = [Keyword::Failure.word(), Setting::OnFailure.words()];
                let is_meant = self.peek_beyond(2).is_some_and(is_of_on_failure)
                    && self.suggestions.nearest(self.text(), words).is_some();
                is_meant.then_some(Setting::OnFailure)
            }
            second => is_of_on_failure(second).then_some(Setting::OnFailure),
        }
    }

    /// Reads the line, whose number is `line`, as `setting`.
    pub(super) fn setting(&mut self, setting: Setting, line: usize, settings: &mut DraftSettings) {
        let first = self.range();
        if !self.is_at_any(begins_setting) {
            self.unknown_setting(setting);
        } else if !self.setting_words(setting) {
            return;
        } else if let Some(first_line) = *settings.line(setting) {
            let range = self.range_since(&first);
            let duplicate = SettingMistake::Duplicate {
                setting,
                first_line,
            };
            return self.mistake(range, duplicate);
        } else {
            *settings.line(setting) = Some(line);
        }
        let values = &mut settings.values;
        match setting {
            Setting::Threads => {
                values.threads = self.setting_count(Count::Threads).unwrap_or(values.threads);
            }
            Setting::Seed => {
                values.seed = self.setting_count(Count::Seed).unwrap_or(values.seed);
            }
            Setting::OnFailure => {
                values.on_failure = self.on_failure().unwrap_or(values.on_failure);
            }
        }
    }

    /// Goes past what stands by mistake for the words of `setting`.
    fn unknown_setting(&mut self, setting: Setting) {
        let word = self.excerpt();
        let suggestion = setting.words();
        self.mistake(self.range(), SettingMistake::Unknown { word, suggestion });
        self.advance();
        if setting == Setting::OnFailure {
            self.eat(TokenKind::Keyword(Keyword::Failure));
            self.eat(TokenKind::Colon);
        }
    }

    /// Goes past the words of `setting`, of which the first is there. Returns whether what
    /// follows is worth reading.
    fn setting_words(&mut self, setting: Setting) -> bool {
        self.advance();
        if setting != Setting::OnFailure {
            return true;
        }
        self.needless_sign(Keyword::On.word(), ON_FAILURE);
        self.eat(TokenKind::Keyword(Keyword::Failure)) || self.no_failure_word()
    }

    /// What stands after `on` and is not `failure`. Returns whether what follows is worth reading.
    fn no_failure_word(&mut self) -> bool {
        let is_left_out = self.is_at_any(is_of_on_failure);
        if is_left_out || self.peek().is_none() {
            let found = None;
            let range = self.previous_range();
            self.mistake(range, SettingMistake::MissingFailureWord { found });
        } else {
            let found = Some(self.excerpt());
            self.mistake(self.range(), SettingMistake::MissingFailureWord { found });
            self.advance();
        }
        self.peek().is_some()
    }

    /// A number to the end of the line.
    fn setting_count(&mut self, count: Count) -> Option<u32> {
        let number = self.count(count)?;
        self.end_of_setting();
        Some(number)
    }

    /// `cancel` or `continue` to the end of the line, after `on failure`.
    fn on_failure(&mut self) -> Option<OnFailure> {
        let signed = self.needless_sign(Setting::OnFailure.words(), ON_FAILURE);
        let on_failure = match self.peek() {
            Some(TokenKind::Keyword(Keyword::Cancel)) => OnFailure::Cancel,
            Some(TokenKind::Keyword(Keyword::Continue)) => OnFailure::Continue,
            Some(_) => {
                let word = self.excerpt();
                let words = [Keyword::Cancel, Keyword::Continue].map(Keyword::word);
                let suggestion = self.suggestions.nearest(self.text(), words);
                self.mistake(
                    self.range(),
                    SettingMistake::UnknownOnFailure { word, suggestion },
                );
                return None;
            }
            None => {
                if !signed {
                    self.mistake(self.previous_range(), SettingMistake::MissingOnFailure);
                }
                return None;
            }
        };
        self.advance();
        self.end_of_setting();
        Some(on_failure)
    }

    /// Says that text follows a setting, if it does.
    pub(super) fn end_of_setting(&mut self) {
        if self.peek().is_some() {
            let previous = self.previous_excerpt();
            let found = self.excerpt();
            let range = self.range();
            self.mistake(range, SettingMistake::TextAfter { previous, found });
        }
    }
}

/// Whether a setting begins with it, pools apart.
fn begins_setting(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Keyword(Keyword::Threads | Keyword::Seed | Keyword::On)
    )
}

/// Whether it stands in `on failure cancel` or `on failure continue` after the first word, and
/// nowhere else.
fn is_of_on_failure(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Keyword(Keyword::Failure | Keyword::Cancel | Keyword::Continue)
    )
}
