use std::fmt;

use super::excerpt::Excerpt;
use super::timed::Timed;

/// What is wrong about a duration, or about the two of a draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DurationMistake {
    /// There is none.
    Missing { of: Timed },
    /// Text that is none where one is due.
    NotADuration { text: Excerpt },
    /// A number without a unit, and the unit that an example has.
    WithoutUnit {
        number: Excerpt,
        example: &'static str,
    },
    /// `A..B` of two numbers without a unit.
    WithoutUnits { shortest: Excerpt, longest: Excerpt },
    /// White space between the number and its unit.
    WithSpace { number: Excerpt, unit: &'static str },
    /// A unit that is none of the notation's.
    UnknownUnit {
        unit: Excerpt,
        suggestion: Option<&'static str>,
    },
    /// Hours or days, and the same in units of the notation; none if it is over 24 hours.
    LongUnit {
        unit: Excerpt,
        suggestion: Option<Excerpt>,
    },
    /// Several numbers with their units, like `1m30s`, and the same as one.
    InParts { suggestion: Excerpt },
    /// `,` between digits, and what the number may be: with `.` there or nothing.
    WithComma {
        suggestion: Excerpt,
        other: Option<Excerpt>,
    },
    /// Less than 0.
    Negative { text: Excerpt },
    /// More than [`crate::graph::DURATION_LIMIT_US`].
    TooLong { text: Excerpt },

    /// `..` without a duration on one side.
    MissingBound,
    /// The longest duration of a draw is shorter than its shortest.
    Backward { shortest: Excerpt, longest: Excerpt },
    /// Two durations with something else than `..` between them, and how they are written.
    WithoutDots { suggestion: Excerpt },
    /// `A..B` where one duration is due.
    DrawnOutsideStep { of: Timed },
}

impl fmt::Display for DurationMistake {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        use DurationMistake::*;
        match self {
            Missing { of } => {
                let word = of.word();
                match of {
                    Timed::Step(_) => write!(f, "the step '{word}' has no duration; ")?,
                    Timed::Timeout | Timed::Backoff => write!(f, "'{word}' has no duration; ")?,
                }
                write!(f, "expected one, like '{word} 300ms'")
            }
            NotADuration { text } => write!(
                f,
                "'{text}' is not a duration; expected a number with a unit, like '300ms' or '1.5s'"
            ),
            WithoutUnit { number, example } => write!(
                f,
                "the duration '{number}' has no unit; expected 'us', 'ms', 's' or 'm', \
                 like '{number}{example}'"
            ),
            WithoutUnits { shortest, longest } => write!(
                f,
                "the durations '{shortest}..{longest}' have no unit; \
                 expected 'us', 'ms', 's' or 'm', like '{shortest}ms..{longest}ms'"
            ),
            WithSpace { number, unit } => write!(
                f,
                "no white space can stand between a number and its unit; \
                 did you mean '{number}{unit}'?"
            ),
            UnknownUnit { unit, suggestion } => {
                write!(f, "unknown unit '{unit}'; ")?;
                match suggestion {
                    Some(suggestion) => write!(f, "did you mean '{suggestion}'?"),
                    None => write!(f, "expected 'us', 'ms', 's' or 'm'"),
                }
            }
            LongUnit { unit, suggestion } => {
                write!(f, "unknown unit '{unit}'; ")?;
                match suggestion {
                    Some(suggestion) => write!(f, "did you mean '{suggestion}'?"),
                    None => write!(f, "expected at most 24 hours, '1440m'"),
                }
            }
            InParts { suggestion } => write!(
                f,
                "a duration is one number with one unit; did you mean '{suggestion}'?"
            ),
            WithComma { suggestion, other } => {
                write!(
                    f,
                    "no ',' can stand in a duration; did you mean '{suggestion}'"
                )?;
                match other {
                    Some(other) => write!(f, " or '{other}'?"),
                    None => write!(f, "?"),
                }
            }
            Negative { text } => {
                write!(f, "the duration '{text}' is negative; expected 0 or more")
            }
            TooLong { text } => write!(
                f,
                "the duration '{text}' is too long; expected at most 24 hours, '1440m'"
            ),
            MissingBound => write!(
                f,
                "expected a duration on both sides of '..', like '100ms..300ms'"
            ),
            Backward { shortest, longest } => write!(
                f,
                "the durations {shortest}..{longest} run backwards; \
                 did you mean '{longest}..{shortest}'?"
            ),
            WithoutDots { suggestion } => write!(
                f,
                "'..' stands between the shortest and the longest duration; \
                 did you mean '{suggestion}'?"
            ),
            DrawnOutsideStep { of } => {
                let word = of.word();
                write!(
                    f,
                    "only a step's duration can be drawn; expected one duration, \
                     like '{word} 300ms'"
                )
            }
        }
    }
}
