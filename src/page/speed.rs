use std::borrow::Cow;

use crate::words::{Language, page as words};

/// How fast a live run goes against real time: a notch of the slider.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Speed(usize);

/// The factors of the notches after the first, which is [`Speed::FIT`].
const FACTORS: [f64; 10] = [0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0];

/// How long the sequential run lasts in real time at [`Speed::FIT`], in microseconds.
const FIT_US: f64 = 8e6;

impl Speed {
    /// As fast as makes the sequential run last about eight seconds, however long it is.
    pub const FIT: Speed = Speed(0);

    /// The last notch.
    pub const LAST: Speed = Speed(FACTORS.len());

    /// The notch with this number, from 0; a number past the last one is the last one's.
    pub fn at(notch: usize) -> Self {
        Speed(notch.min(Self::LAST.0))
    }

    /// The notch's number.
    pub fn notch(self) -> usize {
        self.0
    }

    /// How many microseconds of the run pass in one of real time, where the sequential run takes
    /// `sequential_us`. Always above 0.
    pub fn factor(self, sequential_us: u64) -> f64 {
        match self.0.checked_sub(1) {
            Some(place) => FACTORS[place],
            None => sequential_us.max(1) as f64 / FIT_US,
        }
    }

    /// What is written beside the slider: `fit`, `0.5×`.
    pub fn label(self, language: Language) -> Cow<'static, str> {
        match self.0.checked_sub(1) {
            Some(place) => format!("{}×", FACTORS[place]).into(),
            None => words::speed_fit(language).into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fit_makes_the_sequential_run_last_eight_seconds() {
        for sequential_us in [50, 10_000, 3_450_000, 72_000_000_000] {
            let real_us = sequential_us as f64 / Speed::FIT.factor(sequential_us);
            assert!((real_us - 8e6).abs() < 1.0);
        }
        assert!(Speed::FIT.factor(0) > 0.0);
    }

    #[test]
    fn a_notch_says_its_factor() {
        let labels: Vec<_> = (0..=Speed::LAST.notch())
            .map(|notch| Speed::at(notch).label(Language::English))
            .collect();
        assert_eq!(
            labels.join(" "),
            "fit 0.1× 0.2× 0.5× 1× 2× 5× 10× 20× 50× 100×"
        );
        assert_eq!(Speed::at(4).factor(5), 1.0);
    }

    #[test]
    fn a_notch_past_the_end_is_the_last() {
        assert_eq!(Speed::at(99), Speed::LAST);
    }
}
