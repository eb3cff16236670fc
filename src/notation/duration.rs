use super::excerpt::Excerpt;
use super::mistake_kind::MistakeKind;
use crate::graph::DURATION_LIMIT_US;

/// The units of durations with their length in microseconds.
const UNITS: [(&str, u64); 4] = [
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
pub(super) fn parse(text: &str) -> Result<u64, MistakeKind> {
    let unsigned = text.strip_prefix('-');
    let (number, whole, fraction, unit) =
        split(unsigned.unwrap_or(text)).ok_or_else(|| MistakeKind::NotADuration {
            text: Excerpt::of(text),
        })?;
    if unsigned.is_some() {
        return Err(MistakeKind::NegativeDuration {
            text: Excerpt::of(text),
        });
    }
    if unit.is_empty() {
        return Err(MistakeKind::DurationWithoutUnit {
            number: Excerpt::of(number),
        });
    }
    let Some((_, unit_us)) = UNITS.iter().find(|(name, _)| *name == unit) else {
        return Err(MistakeKind::UnknownUnit {
            unit: Excerpt::of(unit),
            suggestion: meant_unit(unit),
        });
    };
    let whole_us = decimal(whole).saturating_mul(*unit_us);
    let duration_us = whole_us.saturating_add(rounded(fraction, *unit_us));
    if duration_us > DURATION_LIMIT_US {
        return Err(MistakeKind::DurationTooLong {
            text: Excerpt::of(text),
        });
    }
    Ok(duration_us)
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

/// `1.5s` as `1.5`, `1`, `5`, `s`; none if it is not built that way. The fraction and the unit
/// may be missing.
fn split(text: &str) -> Option<(&str, &str, &str, &str)> {
    let (whole, rest) = split_digits(text);
    let (fraction, unit) = match rest.strip_prefix('.') {
        Some(rest) => {
            let (fraction, unit) = split_digits(rest);
            (!fraction.is_empty()).then_some((fraction, unit))?
        }
        None => ("", rest),
    };
    let number = &text[..text.len() - unit.len()];
    let sound = !whole.is_empty() && unit.chars().all(char::is_alphabetic);
    sound.then_some((number, whole, fraction, unit))
}

fn split_digits(text: &str) -> (&str, &str) {
    let end = text
        .find(|character: char| !character.is_ascii_digit())
        .unwrap_or(text.len());
    text.split_at(end)
}

/// The value of decimal digits, or [`u64::MAX`] if it is larger.
fn decimal(digits: &str) -> u64 {
    digits.bytes().fold(0, |value: u64, digit| {
        value
            .saturating_mul(10)
            .saturating_add(u64::from(digit - b'0'))
    })
}

/// The microseconds of 0.`digits` of a unit. From the last digit to the first, dropping what is
/// below 1 at each step drops nothing that could still come to 1; so half microseconds are
/// counted exactly, however many digits there are.
fn rounded(digits: &str, unit_us: u64) -> u64 {
    let halves = digits.bytes().rev().fold(0, |below, digit| {
        (u64::from(digit - b'0') * 2 * unit_us + below) / 10
    });
    halves.div_ceil(2)
}
