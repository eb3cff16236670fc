use std::fmt::Display;

use super::excerpt::Excerpt;
use crate::words::Language;
use crate::words::mistakes::attempts as words;

/// What is wrong about a task's attempts: in `retry` or `fails`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttemptMistake {
    /// `retry N D` without `backoff`.
    MissingBackoffWord { duration: Excerpt },
    /// `backoff` that does not follow a `retry N`.
    BackoffWithoutRetry,
    /// The last attempt would have to wait for more than [`crate::graph::DURATION_LIMIT_US`].
    BackoffTooLong {
        /// For how long, in microseconds; [`u64::MAX`] stands for all that is more, too.
        wait_us: u64,
    },
    /// Text after `fails` that says neither how many attempts do nor with what chance.
    NotAFailure { text: Excerpt },
    /// White space before the `%` of a chance.
    ChanceWithSpace { number: Excerpt },
    /// A chance of more than 100 %.
    ChanceTooLarge { text: Excerpt },
}

impl AttemptMistake {
    /// What is wrong, in words of `language`.
    pub(super) fn say(&self, language: Language) -> String {
        use AttemptMistake::*;
        match self {
            MissingBackoffWord { duration } => words::missing_backoff_word(language, duration),
            BackoffWithoutRetry => words::backoff_without_retry(language).to_owned(),
            BackoffTooLong { wait_us } => {
                words::backoff_too_long(language, &rounded(*wait_us, language))
            }
            NotAFailure { text } => words::not_a_failure(language, text),
            ChanceWithSpace { number } => words::chance_with_space(language, number),
            ChanceTooLarge { text } => words::chance_too_large(language, text),
        }
    }
}

/// A time of more than 24 hours as people say it, rounded up to a tenth.
fn rounded(wait_us: u64, language: Language) -> String {
    const HOUR_US: u64 = 60 * 60 * 1_000_000;
    const DAY_US: u64 = 24 * HOUR_US;
    const YEAR_US: u64 = 365 * DAY_US;
    let (unit_us, say): (_, fn(Language, &dyn Display) -> String) = match wait_us {
        u64::MAX => return words::most_years(language).to_owned(),
        _ if wait_us < 2 * DAY_US => (HOUR_US, words::hours),
        _ if wait_us < 2 * YEAR_US => (DAY_US, words::days),
        _ => (YEAR_US, words::years),
    };
    let tenths = wait_us.div_ceil(unit_us / 10);
    say(language, &format!("{}.{}", tenths / 10, tenths % 10))
}
