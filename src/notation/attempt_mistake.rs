use std::fmt;

use super::excerpt::Excerpt;

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

impl fmt::Display for AttemptMistake {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        use AttemptMistake::*;
        match self {
            MissingBackoffWord { duration } => write!(
                f,
                "expected 'backoff' before '{duration}', like 'retry 2 backoff 100ms'"
            ),
            BackoffWithoutRetry => write!(
                f,
                "'backoff' stands right after 'retry' and its number, like 'retry 2 backoff 100ms'"
            ),
            BackoffTooLong { wait_us } => {
                let wait = Rounded { wait_us: *wait_us };
                write!(
                    f,
                    "each backoff is twice as long as the one before it, so that the last would be \
                     {wait} long; expected at most 24 hours"
                )
            }
            NotAFailure { text } => write!(
                f,
                "'{text}' does not say which attempts fail; expected a number of attempts, \
                 like 'fails 2', a chance, like 'fails 50%', or 'fails' alone for all"
            ),
            ChanceWithSpace { number } => write!(
                f,
                "no white space can stand between a number and '%'; did you mean '{number}%'?"
            ),
            ChanceTooLarge { text } => {
                write!(f, "the chance '{text}' is too large; expected at most 100%")
            }
        }
    }
}

/// A time of more than 24 hours as people say it, rounded up to a tenth.
struct Rounded {
    wait_us: u64,
}

impl fmt::Display for Rounded {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        const HOUR_US: u64 = 60 * 60 * 1_000_000;
        const DAY_US: u64 = 24 * HOUR_US;
        const YEAR_US: u64 = 365 * DAY_US;
        let (unit_us, unit) = match self.wait_us {
            u64::MAX => return f.write_str("more than 500000 years"),
            wait_us if wait_us < 2 * DAY_US => (HOUR_US, "hours"),
            wait_us if wait_us < 2 * YEAR_US => (DAY_US, "days"),
            _ => (YEAR_US, "years"),
        };
        let tenths = self.wait_us.div_ceil(unit_us / 10);
        write!(f, "{}.{} {unit}", tenths / 10, tenths % 10)
    }
}
