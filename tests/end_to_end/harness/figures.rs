//! The page's three figures as numbers.

/// What `Sequential`, `Concurrent` and `Speed-up` say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figures {
    /// In seconds.
    pub sequential_s: f64,
    /// In seconds.
    pub concurrent_s: f64,
    /// Sequential by concurrent.
    pub speed_up: f64,
}

impl Figures {
    /// Reads them as the page writes them, such as `6.00 s`, `350 ms` and `3.0×`. None where one
    /// of them is no number.
    pub fn read(sequential: &str, concurrent: &str, speed_up: &str) -> Option<Self> {
        Some(Figures {
            sequential_s: seconds(sequential)?,
            concurrent_s: seconds(concurrent)?,
            speed_up: first_word(speed_up).trim_end_matches('×').parse().ok()?,
        })
    }

    /// Whether both times are the given ones, and the speed-up follows from them, but for what
    /// rounding to three digits, and of the speed-up to one decimal, takes away.
    pub fn are(self, sequential_s: f64, concurrent_s: f64) -> bool {
        self.are_within(0.005, sequential_s, concurrent_s)
            && (self.speed_up - sequential_s / concurrent_s).abs() <= 0.06
    }

    /// Whether both times are the given ones but for a share of them.
    pub fn are_within(self, share: f64, sequential_s: f64, concurrent_s: f64) -> bool {
        is_within(share, self.sequential_s, sequential_s)
            && is_within(share, self.concurrent_s, concurrent_s)
    }
}

fn is_within(share: f64, value: f64, expected: f64) -> bool {
    (value - expected).abs() <= share * expected
}

fn seconds(text: &str) -> Option<f64> {
    let number: f64 = first_word(text).parse().ok()?;
    match text.split_whitespace().nth(1)? {
        "s" => Some(number),
        "ms" => Some(number / 1e3),
        "µs" | "us" => Some(number / 1e6),
        _ => None,
    }
}

fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or_default()
}
