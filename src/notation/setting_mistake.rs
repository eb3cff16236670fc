use super::excerpt::Excerpt;
use super::setting::Setting;
use crate::words::Language;
use crate::words::mistakes::settings as words;

/// What is wrong about a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingMistake {
    /// Something that looks like a setting begins with an unknown word.
    Unknown {
        word: Excerpt,
        /// The words that a setting begins with.
        suggestion: &'static str,
    },
    /// A setting given a second time.
    Duplicate {
        setting: Setting,
        /// The line of the first, from 1.
        first_line: usize,
    },
    /// Text after a setting.
    TextAfter { previous: Excerpt, found: Excerpt },

    /// `NAME = N` without `pool`.
    MissingPoolWord { pool: Excerpt },
    /// `pool` without a name.
    MissingPoolName,
    /// `pool NAME` without `=`.
    MissingEquals { pool: Excerpt },
    /// `pool NAME =` without a size.
    MissingPoolSize { pool: Excerpt },

    /// `on` without `failure`, and what stands there instead, if anything does.
    MissingFailureWord { found: Option<Excerpt> },
    /// `on failure` without `cancel` or `continue`.
    MissingOnFailure,
    /// `on failure` with another word after it.
    UnknownOnFailure {
        word: Excerpt,
        suggestion: Option<&'static str>,
    },
}

impl SettingMistake {
    /// What is wrong, in words of `language`.
    pub(super) fn say(&self, language: Language) -> String {
        use SettingMistake::*;
        match self {
            Unknown { word, suggestion } => words::unknown(language, word, suggestion),
            Duplicate {
                setting,
                first_line,
            } => words::duplicate(language, &setting.words(), first_line),
            TextAfter { previous, found } => words::text_after(language, previous, found),
            MissingPoolWord { pool } => words::missing_pool_word(language, pool),
            MissingPoolName => words::missing_pool_name(language).to_owned(),
            MissingEquals { pool } => words::missing_equals(language, pool),
            MissingPoolSize { pool } => words::missing_pool_size(language, pool),
            MissingFailureWord { found: None } => words::missing_failure_word(language).to_owned(),
            MissingFailureWord { found: Some(found) } => words::other_failure_word(language, found),
            MissingOnFailure => words::missing_on_failure(language).to_owned(),
            UnknownOnFailure {
                word,
                suggestion: None,
            } => words::unknown_on_failure(language, word),
            UnknownOnFailure {
                word,
                suggestion: Some(near),
            } => words::unknown_on_failure_near(language, word, near),
        }
    }
}
