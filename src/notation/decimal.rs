/// A decimal number as it is written: digits, and perhaps a point and further digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Decimal<'t> {
    /// All of it.
    pub(super) text: &'t str,
    whole: &'t str,
    fraction: &'t str,
}

impl<'t> Decimal<'t> {
    /// The number that `text` begins with, and what is glued to it; none if there is none.
    pub(super) fn at_start(text: &'t str) -> Option<(Self, &'t str)> {
        let (whole, rest) = split_digits(text);
        let (fraction, rest) = match rest.strip_prefix('.') {
            Some(rest) => {
                let (fraction, rest) = split_digits(rest);
                (!fraction.is_empty()).then_some((fraction, rest))?
            }
            None => ("", rest),
        };
        let decimal = Decimal {
            text: &text[..text.len() - rest.len()],
            whole,
            fraction,
        };
        (!whole.is_empty()).then_some((decimal, rest))
    }

    /// How much so many units of `unit` are, rounded to a whole number, a half up; [`u64::MAX`]
    /// if it is more than that.
    pub(super) fn times(self, unit: u64) -> u64 {
        let whole = value(self.whole).saturating_mul(unit);
        whole.saturating_add(rounded(self.fraction, unit))
    }
}

fn split_digits(text: &str) -> (&str, &str) {
    let end = text
        .find(|character: char| !character.is_ascii_digit())
        .unwrap_or(text.len());
    text.split_at(end)
}

/// The value of decimal digits, or [`u64::MAX`] if it is larger.
fn value(digits: &str) -> u64 {
    digits.bytes().fold(0, |value: u64, digit| {
        value
            .saturating_mul(10)
            .saturating_add(u64::from(digit - b'0'))
    })
}

/// How much 0.`digits` of `unit` is. From the last digit to the first, dropping what is below 1
/// at each step drops nothing that could still come to 1; so halves are counted exactly, however
/// many digits there are.
fn rounded(digits: &str, unit: u64) -> u64 {
    let halves = digits.bytes().rev().fold(0, |below, digit| {
        (u64::from(digit - b'0') * 2 * unit + below) / 10
    });
    halves.div_ceil(2)
}
