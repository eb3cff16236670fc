use super::decimal::Decimal;
use super::duration_mistake::DurationMistake;
use super::excerpt::Excerpt;
use crate::graph::DURATION_LIMIT_US;

/// The units of durations with their length in microseconds.
pub(super) const UNITS: [(&str, u64); 4] = [
    ("us", 1),
    ("ms", 1_000),
    ("s", 1_000_000),
    ("m", 60_000_000),
];

/// What people write for the units elsewhere.
const FOREIGN_UNITS: [(&str, &[&str]); 4] = [
    (
        "us",
        &[
            "µs",
            "μs",
            "usec",
            "usecs",
            "micros",
            "microsecond",
            "microseconds",
        ],
    ),
    (
        "ms",
        &[
            "msec",
            "msecs",
            "millis",
            "millisecond",
            "milliseconds",
            "mss",
            "sm",
        ],
    ),
    ("s", &["sec", "secs", "second", "seconds", "ss"]),
    ("m", &["min", "mins", "minute", "minutes", "mm"]),
];

/// A duration in whole microseconds from a number and a unit, like `300ms` or `1.5s`; a fraction
/// of a microsecond is rounded, a half up.
pub(super) fn parse(text: &str) -> Result<u64, DurationMistake> {
    let unsigned = text.strip_prefix('-');
    match number_and_unit(unsigned.unwrap_or(text)) {
        Some((number, unit)) => of_parts(text, unsigned.is_some(), number, unit),
        None => Err(not_a_duration(text)),
    }
}

/// The two parts that a duration is built of; none if `text` is not built that way. The unit may
/// be missing.
fn number_and_unit(text: &str) -> Option<(Decimal<'_>, &str)> {
    let (number, unit) = Decimal::at_start(text)?;
    let sound = unit.chars().all(char::is_alphabetic);
    sound.then_some((number, unit))
}

/// The duration of `text`, which is `number` and `unit` and perhaps a minus.
fn of_parts(
    text: &str,
    is_negative: bool,
    number: Decimal,
    unit: &str,
) -> Result<u64, DurationMistake> {
    if is_negative {
        return Err(DurationMistake::Negative {
            text: Excerpt::of(text),
        });
    }
    if unit.is_empty() {
        return Err(DurationMistake::WithoutUnit {
            number: Excerpt::of(number.text),
            example: "ms",
        });
    }
    let Some((_, unit_us)) = UNITS.iter().find(|(name, _)| *name == unit) else {
        return Err(DurationMistake::UnknownUnit {
            unit: Excerpt::of(unit),
            suggestion: meant_unit(unit),
        });
    };
    let duration_us = number.times(*unit_us);
    if duration_us > DURATION_LIMIT_US {
        return Err(DurationMistake::TooLong {
            text: Excerpt::of(text),
        });
    }
    Ok(duration_us)
}

/// What is wrong about a text that is not built as a duration is. Where two durations with a dash
/// between them were meant, it is the dash.
fn not_a_duration(text: &str) -> DurationMistake {
    let suggestion = text
        .split_once(is_dash)
        .and_then(|(shortest, longest)| meant_draw(shortest, longest));
    match suggestion {
        Some(suggestion) => DurationMistake::WithoutDots { suggestion },
        None => DurationMistake::NotADuration {
            text: Excerpt::of(text),
        },
    }
}

/// Whether `character` stands between the two ends of a range elsewhere.
pub(super) fn is_dash(character: char) -> bool {
    matches!(character, '-' | '–' | '—' | '~')
}

/// `A..B` of these two, where they can be that. The first may lack the unit that the second has.
pub(super) fn meant_draw(shortest: &str, longest: &str) -> Option<Excerpt> {
    let longest_unit = unit_of(longest)?;
    let unit = match number_and_unit(shortest)? {
        (_, "") => longest_unit,
        _ => unit_of(shortest).map(|_| "")?,
    };
    Some(Excerpt::of(&format!("{shortest}{unit}..{longest}")))
}

/// The unit of a duration, if it has one of the notation's.
pub(super) fn unit_of(text: &str) -> Option<&'static str> {
    let (_, unit) = Decimal::at_start(text)?;
    let mut units = UNITS.iter().map(|(name, _)| *name);
    units.find(|name| *name == unit)
}

/// The unit that `word` is or means.
pub(super) fn meant_unit(word: &str) -> Option<&'static str> {
    let longest = 2 * "microseconds".len();
    let lower = (word.len() <= longest).then(|| word.to_lowercase())?;
    UNITS
        .iter()
        .map(|(unit, _)| *unit)
        .find(|unit| *unit == lower)
        .or_else(|| {
            FOREIGN_UNITS
                .iter()
                .find(|(_, words)| words.contains(&lower.as_str()))
                .map(|(unit, _)| *unit)
        })
}
