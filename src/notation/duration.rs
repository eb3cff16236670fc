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

/// Units of elsewhere that the notation has nothing like, with their length in microseconds.
const LONG_UNITS: [(&[&str], u64); 2] = [
    (&["h", "hr", "hrs", "hour", "hours"], 3_600_000_000),
    (&["d", "day", "days"], 86_400_000_000),
];

/// What ends a step elsewhere, right behind its duration.
pub(super) const SEMICOLON: char = ';';

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
        if let Some(unit_us) = long_unit_us(unit) {
            return Err(in_long_unit(number, unit, unit_us));
        }
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
    match (suggestion, Parts::of(text)) {
        (Some(suggestion), _) => DurationMistake::WithoutDots { suggestion },
        (None, Some(parts)) if parts.count > 1 => parts.mistake(text),
        _ => DurationMistake::NotADuration {
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

/// The length of hours or days, if `word` is their unit.
pub(super) fn long_unit_us(word: &str) -> Option<u64> {
    let is_meant = |words: &[&str]| words.iter().any(|known| known.eq_ignore_ascii_case(word));
    let mut units = LONG_UNITS.iter();
    units
        .find(|(words, _)| is_meant(words))
        .map(|(_, unit_us)| *unit_us)
}

/// What is wrong about `number` with `unit`, which are hours or days.
fn in_long_unit(number: Decimal, unit: &str, unit_us: u64) -> DurationMistake {
    let duration_us = number.times(unit_us);
    DurationMistake::LongUnit {
        unit: Excerpt::of(unit),
        suggestion: (duration_us <= DURATION_LIMIT_US).then(|| in_one_unit(duration_us)),
    }
}

/// What is wrong about a number and hours or days with white space between them.
pub(super) fn with_long_unit(number: &str, unit: &str) -> Option<DurationMistake> {
    let (number, rest) = Decimal::at_start(number)?;
    let unit_us = long_unit_us(unit).filter(|_| rest.is_empty())?;
    Some(in_long_unit(number, unit, unit_us))
}

/// A duration in the longest unit that it is a whole number of.
fn in_one_unit(duration_us: u64) -> Excerpt {
    let mut longest = UNITS[0];
    for (unit, unit_us) in UNITS {
        if duration_us.is_multiple_of(unit_us) {
            longest = (unit, unit_us);
        }
    }
    let (unit, unit_us) = longest;
    Excerpt::of(&format!("{}{unit}", duration_us / unit_us))
}

/// Numbers with their units, each unit shorter than the one before.
#[derive(Clone, Copy)]
pub(super) struct Parts {
    pub(super) count: usize,
    duration_us: u64,
    last_unit_us: u64,
}

impl Parts {
    /// The parts that `text` consists of; none if it does not.
    pub(super) fn of(text: &str) -> Option<Self> {
        let none = Parts {
            count: 0,
            duration_us: 0,
            last_unit_us: u64::MAX,
        };
        none.and(text)
    }

    /// These and the parts that `text` consists of; none if it does not.
    pub(super) fn and(mut self, text: &str) -> Option<Self> {
        let mut rest = text;
        while let Some((number, after)) = Decimal::at_start(rest) {
            let end = after
                .find(|character: char| !character.is_alphabetic())
                .unwrap_or(after.len());
            let unit_us =
                any_unit_us(&after[..end]).filter(|&unit_us| unit_us < self.last_unit_us)?;
            self.count += 1;
            self.duration_us = self.duration_us.saturating_add(number.times(unit_us));
            self.last_unit_us = unit_us;
            rest = &after[end..];
        }
        rest.is_empty().then_some(self)
    }

    /// What is wrong about these parts, which `text` is.
    pub(super) fn mistake(&self, text: &str) -> DurationMistake {
        if self.duration_us > DURATION_LIMIT_US {
            return DurationMistake::TooLong {
                text: Excerpt::of(text),
            };
        }
        DurationMistake::InParts {
            suggestion: in_one_unit(self.duration_us),
        }
    }
}

/// The length of a unit, of the notation or of elsewhere.
fn any_unit_us(word: &str) -> Option<u64> {
    let Some(meant) = meant_unit(word) else {
        return long_unit_us(word);
    };
    let mut units = UNITS.iter();
    units
        .find(|(unit, _)| *unit == meant)
        .map(|(_, unit_us)| *unit_us)
}

/// What is wrong about the numbers `groups` with `,` between them, of which the last may have its
/// unit; none if no duration can be meant. `unit` is the one that follows after white space.
pub(super) fn with_comma(groups: &[&str], unit: Option<&str>) -> Option<DurationMistake> {
    let (last, before) = groups.split_last()?;
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (last_number, last_unit) = Decimal::at_start(last)?;
    let sound = before.iter().all(|group| is_number(group)) && is_number(last_number.text);
    let unit = match last_unit {
        "" => unit.unwrap_or("ms"),
        _ => meant_unit(last_unit)?,
    };
    if !sound {
        return None;
    }
    let is_thousands = before.iter().skip(1).all(|group| group.len() == 3);
    let whole = (is_thousands && last_number.text.len() == 3)
        .then(|| Excerpt::of(&format!("{}{}{unit}", before.concat(), last_number.text)));
    match before {
        [before] => Some(DurationMistake::WithComma {
            suggestion: Excerpt::of(&format!("{before}.{}{unit}", last_number.text)),
            other: whole,
        }),
        _ => whole.map(|suggestion| DurationMistake::WithComma {
            suggestion,
            other: None,
        }),
    }
}
