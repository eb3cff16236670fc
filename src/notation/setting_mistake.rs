use std::fmt;

use super::excerpt::Excerpt;
use super::setting::Setting;

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

impl fmt::Display for SettingMistake {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        use SettingMistake::*;
        match self {
            Unknown { word, suggestion } => {
                write!(f, "unknown setting '{word}'; did you mean '{suggestion}'?")
            }
            Duplicate {
                setting,
                first_line,
            } => {
                let words = setting.words();
                write!(
                    f,
                    "the setting '{words}' is given twice; line {first_line} has it already"
                )
            }
            TextAfter { previous, found } => {
                write!(
                    f,
                    "expected nothing more after '{previous}'; found '{found}'"
                )
            }
            MissingPoolWord { pool } => write!(
                f,
                "expected 'pool' before '{pool}': a pool is written 'pool db = 2'"
            ),
            MissingPoolName => write!(
                f,
                "expected a name after 'pool': a pool is written 'pool db = 2'"
            ),
            MissingEquals { pool } => write!(
                f,
                "expected '=' after '{pool}': a pool is written 'pool db = 2'"
            ),
            MissingPoolSize { pool } => write!(
                f,
                "the pool '{pool}' has no size; expected a whole number, like 'pool db = 2'"
            ),
            MissingFailureWord { found } => {
                write!(f, "expected 'failure' after 'on', like 'on failure cancel'")?;
                match found {
                    Some(found) => write!(f, "; found '{found}'"),
                    None => Ok(()),
                }
            }
            MissingOnFailure => write!(f, "expected 'cancel' or 'continue' after 'on failure'"),
            UnknownOnFailure { word, suggestion } => {
                write!(f, "'{word}' cannot follow 'on failure'; ")?;
                match suggestion {
                    Some(suggestion) => write!(f, "did you mean '{suggestion}'?"),
                    None => write!(f, "expected 'cancel' or 'continue'"),
                }
            }
        }
    }
}
