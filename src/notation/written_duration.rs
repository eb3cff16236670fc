use std::ops::Range;

use super::duration::UNITS;
use super::print::Quotient;

/// The most digits behind the point of a duration that is written anew.
const PLACES: u32 = 3;

/// A step's duration as it stands in a text, and how another one is written in its place.
///
/// ```
/// use interleave::notation::WrittenDuration;
///
/// let source = "a: io 1.5s then cpu 300ms";
/// let written = |at: usize, text: &str| WrittenDuration::at(source, at..at + text.len());
/// assert_eq!(written(6, "1.5s").with(1_600_000), "1.6s");
/// assert_eq!(written(20, "300ms").with(1_250_000), "1250ms");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenDuration {
    range: Range<usize>,
    unit: &'static str,
}

impl WrittenDuration {
    /// The duration at `range` of `source`, as of one of its [`super::parts()`]. Where
    /// something else stands there, others are written in milliseconds.
    pub fn at(source: &str, range: Range<usize>) -> Self {
        let text = source.get(range.clone()).unwrap_or_default();
        // Of `A..B` the last unit counts.
        let mut words = text.rsplit(|character: char| !character.is_alphabetic());
        let unit = words.next().unwrap_or_default();
        let known = UNITS.iter().find(|(name, _)| *name == unit);
        WrittenDuration {
            range,
            unit: known.map_or("ms", |(name, _)| name),
        }
    }

    /// Its bytes in the text.
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// The duration of one unit that it is written in, in microseconds.
    pub fn unit_us(&self) -> u64 {
        let unit = UNITS.iter().find(|(name, _)| *name == self.unit);
        unit.map_or(1, |(_, unit_us)| *unit_us)
    }

    /// A duration of so many microseconds, in the unit that stands there, or else in the largest
    /// smaller one in which three digits behind the point say it exactly.
    pub fn with(&self, duration_us: u64) -> String {
        let units = UNITS.iter().rev();
        let fitting = units.skip_while(|(name, _)| *name != self.unit);
        let mut written = fitting.filter_map(|(name, unit_us)| {
            let quotient = Quotient::of(duration_us, *unit_us, PLACES);
            quotient.is_exact.then(|| format!("{quotient}{name}"))
        });
        written.next().unwrap_or_else(|| format!("{duration_us}us"))
    }
}
