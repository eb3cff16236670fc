use super::excerpt::Excerpt;
use super::timed::Timed;
use crate::words::Language;
use crate::words::mistakes::durations as words;

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

impl DurationMistake {
    /// What is wrong, in words of `language`.
    pub fn say(&self, language: Language) -> String {
        use DurationMistake::*;
        match self {
            Missing {
                of: Timed::Step(kind),
            } => words::missing_of_step(language, &kind.word()),
            Missing { of } => words::missing(language, &of.word()),
            NotADuration { text } => words::not_a_duration(language, text),
            WithoutUnit { number, example } => words::without_unit(language, number, example),
            WithoutUnits { shortest, longest } => words::without_units(language, shortest, longest),
            WithSpace { number, unit } => words::with_space(language, number, unit),
            UnknownUnit {
                unit,
                suggestion: None,
            } => words::unknown_unit(language, unit),
            UnknownUnit {
                unit,
                suggestion: Some(near),
            } => words::unknown_unit_near(language, unit, near),
            LongUnit {
                unit,
                suggestion: None,
            } => words::long_unit(language, unit),
            LongUnit {
                unit,
                suggestion: Some(near),
            } => words::unknown_unit_near(language, unit, near),
            InParts { suggestion } => words::in_parts(language, suggestion),
            WithComma {
                suggestion,
                other: None,
            } => words::with_comma(language, suggestion),
            WithComma {
                suggestion,
                other: Some(other),
            } => words::with_comma_of_two(language, suggestion, other),
            Negative { text } => words::negative(language, text),
            TooLong { text } => words::too_long(language, text),
            MissingBound => words::missing_bound(language).to_owned(),
            Backward { shortest, longest } => words::backward(language, shortest, longest),
            WithoutDots { suggestion } => words::without_dots(language, suggestion),
            DrawnOutsideStep { of } => words::drawn_outside_step(language, &of.word()),
        }
    }
}
