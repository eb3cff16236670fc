//! How the page writes times, factors and counts.

use std::cmp::Ordering;

/// A number with its unit, apart so that they can be set in different sizes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The number as text.
    pub number: String,
    /// The unit; no unit is empty.
    pub unit: &'static str,
}

impl Quantity {
    /// Both with a space between them: `3.45 s`.
    pub fn text(&self) -> String {
        format!("{} {}", self.number, self.unit)
    }
}

/// A time of `us` microseconds: `850 µs`, `350 ms`, `3.45 s`.
pub fn duration(us: u64) -> Quantity {
    match us {
        0 => quantity("0".into(), "s"),
        1..1_000 => quantity(us.to_string(), "µs"),
        1_000..1_000_000 => quantity(without_zeros(format!("{:.3}", us as f64 / 1e3)), "ms"),
        _ => {
            let ms = us.saturating_add(500) / 1_000;
            let (whole, ms) = (grouped(ms / 1_000), ms % 1_000);
            let number = match ms % 10 {
                0 => format!("{whole}.{:02}", ms / 10),
                _ => format!("{whole}.{ms:03}"),
            };
            quantity(number, "s")
        }
    }
}

/// The time that a run which goes on has taken so far: as [`duration`], without the digits that
/// would only flicker.
pub fn passing(us: u64) -> Quantity {
    duration(match us {
        0..1_000_000 => us / 1_000 * 1_000,
        _ => us / 10_000 * 10_000,
    })
}

/// The units of short times: how many microseconds each is, and how many of it are the next one.
const UNITS: [(f64, &str, f64); 5] = [
    (1.0, "µs", 1_000.0),
    (1e3, "ms", 1_000.0),
    (1e6, "s", 60.0),
    (60e6, "min", 60.0),
    (3_600e6, "h", f64::INFINITY),
];

/// A time where there is little room, to three digits: `300 ms`, `1.5 s`, `20 h`.
pub fn short_duration(us: u64) -> String {
    let written = UNITS.iter().find_map(|(size_us, unit, next)| {
        let number = us as f64 / size_us;
        let decimals = match number {
            100.0.. => 0,
            10.0.. => 1,
            _ => 2,
        };
        let number = without_zeros(format!("{number:.decimals$}"));
        let fits = number.parse().is_ok_and(|shown: f64| shown < *next);
        fits.then(|| format!("{number} {unit}"))
    });
    written.unwrap_or_default()
}

/// A time without the zeros at its end, to a tenth of a second where it is long: `6 s`, `1.2 s`,
/// `20.5 s`, `10,010 s`.
pub fn plain_duration(us: u64) -> String {
    let rounded_us = match us {
        0..10_000_000 => us,
        _ => us.saturating_add(50_000) / 100_000 * 100_000,
    };
    let Quantity { number, unit } = duration(rounded_us);
    format!("{} {unit}", without_zeros(number))
}

/// How much longer a measured time is than the predicted one, to two digits: `+3 ms`, `−40 µs`, `±0`.
pub fn difference(measured_us: u64, predicted_us: u64) -> String {
    let exact_us = measured_us.abs_diff(predicted_us);
    let digits = exact_us.checked_ilog10().unwrap_or(0);
    // More than two digits are noise.
    let unit_us = 10_u64.pow(digits.saturating_sub(1));
    let size_us = exact_us.saturating_add(unit_us / 2) / unit_us * unit_us;
    match measured_us.cmp(&predicted_us) {
        Ordering::Greater => format!("+{}", short_duration(size_us)),
        Ordering::Less => format!("−{}", short_duration(size_us)),
        Ordering::Equal => "±0".into(),
    }
}

/// A quantity that was measured while something was in the way: `≈ 3.45 s`.
pub fn approximately(quantity: &str) -> String {
    format!("≈ {quantity}")
}

/// How many times as long `sequential_us` is as `concurrent_us`: `1.9`, `2`, `50`. None where
/// there is nothing to compare.
pub fn speed_up(sequential_us: u64, concurrent_us: u64) -> Option<Quantity> {
    if concurrent_us == 0 || sequential_us == 0 {
        return None;
    }
    let factor = sequential_us as f64 / concurrent_us as f64;
    let number = if factor >= 9.995 {
        without_zeros(format!("{factor:.1}"))
    } else {
        let number = format!("{factor:.2}");
        match number.strip_suffix('0') {
            Some(shorter) if !shorter.ends_with('0') => shorter.to_owned(),
            _ => number,
        }
    };
    let number = match number.split_once('.') {
        Some((whole, rest)) => format!("{}.{rest}", grouped(whole.parse().unwrap_or(0))),
        None => grouped(number.parse().unwrap_or(0)),
    };
    Some(quantity(number, "×"))
}

/// How fast a run's time passes against real time, in two digits or more: `0.43×`, `25,000×`.
pub fn pace(speed: f64) -> String {
    let decimals = match speed {
        10.0.. => 0,
        1.0.. => 1,
        _ => 1 - speed.max(1e-12).log10().floor() as i32,
    };
    let number = without_zeros(format!("{speed:.*}", decimals.max(0) as usize));
    match number.parse() {
        Ok(whole) => format!("{}×", grouped(whole)),
        Err(_) => format!("{number}×"),
    }
}

/// A whole number with a comma at every thousand: `1,234`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn quantity(number: String, unit: &'static str) -> Quantity {
    Quantity { number, unit }
}

/// Drops the zeros at the end of a decimal fraction, and the point where nothing follows it.
fn without_zeros(number: String) -> String {
    match number.contains('.') {
        true => number.trim_end_matches('0').trim_end_matches('.').into(),
        false => number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pace_has_two_digits_or_more() {
        let paces = [0.00000625, 0.05, 0.43125, 1.0, 5.7, 9.0, 25_000.0].map(pace);
        let expected = [
            "0.0000063×",
            "0.05×",
            "0.43×",
            "1×",
            "5.7×",
            "9×",
            "25,000×",
        ];
        assert_eq!(paces, expected);
    }

    #[test]
    fn a_plain_time_has_no_zeros_at_its_end() {
        for (us, text) in [
            (350_000, "350 ms"),
            (2_000_000, "2 s"),
            (1_200_000, "1.2 s"),
            (20_519_000, "20.5 s"),
            (100_000_000, "100 s"),
            (10_010_000_000, "10,010 s"),
        ] {
            assert_eq!(plain_duration(us), text);
        }
    }

    #[test]
    fn a_time_is_written_in_the_unit_that_suits_it() {
        for (us, text) in [
            (0, "0 s"),
            (850, "850 µs"),
            (1_500, "1.5 ms"),
            (350_000, "350 ms"),
            (350_412, "350.412 ms"),
            (999_999, "999.999 ms"),
            (1_000_000, "1.00 s"),
            (1_234_000, "1.234 s"),
            (3_450_000, "3.45 s"),
            (1_999_999, "2.00 s"),
            (1_234_500_000, "1,234.50 s"),
            (72_000_000_000, "72,000.00 s"),
        ] {
            assert_eq!(duration(us).text(), text);
        }
    }

    #[test]
    fn a_passing_time_does_not_flicker() {
        assert_eq!(passing(350_412).text(), "350 ms");
        assert_eq!(passing(3_456_789).text(), "3.45 s");
        assert_eq!(passing(900).text(), "0 s");
    }

    #[test]
    fn a_short_time_has_three_digits_at_most() {
        for (us, text) in [
            (50, "50 µs"),
            (300_000, "300 ms"),
            (2_000_000, "2 s"),
            (1_500_000, "1.5 s"),
            (90_000_000, "1.5 min"),
            (999_999, "1 s"),
            (3_599_990_000, "1 h"),
            (72_000_000_000, "20 h"),
        ] {
            assert_eq!(short_duration(us), text);
        }
    }

    #[test]
    fn a_difference_says_which_is_longer() {
        assert_eq!(difference(1_853_149, 1_850_000), "+3.1 ms");
        assert_eq!(difference(5_995_000, 5_000_000), "+1 s");
        assert_eq!(difference(999_960, 1_000_000), "−40 µs");
        assert_eq!(difference(5, 5), "±0");
    }

    #[test]
    fn a_speed_up_has_as_many_decimals_as_it_needs() {
        for (sequential_us, concurrent_us, number) in [
            (380, 200, "1.9"),
            (200, 200, "1.00"),
            (200, 100, "2.00"),
            (345, 185, "1.86"),
            (5_000, 100, "50"),
            (1_250, 100, "12.5"),
            (9_999, 1_000, "10"),
            (100_000_000, 1, "100,000,000"),
            (1, 2, "0.5"),
        ] {
            let quantity = speed_up(sequential_us, concurrent_us).unwrap();
            assert_eq!(quantity.number, number);
        }
    }

    #[test]
    fn nothing_has_no_speed_up() {
        assert_eq!(speed_up(0, 0), None);
        assert_eq!(speed_up(5, 0), None);
    }
}
