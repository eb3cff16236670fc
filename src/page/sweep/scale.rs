//! Where a value stands on an axis.

/// Values whose largest is so many times the smallest stand on a logarithmic axis.
const LOG_FROM: f64 = 20.0;

/// An axis: what stands at its ends, and how what lies between is spread.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    from: f64,
    to: f64,
    is_log: bool,
}

impl Scale {
    /// An axis for these values: logarithmic where they are spread widely and none is 0; else it
    /// begins at 0 if `from_zero`. None for no values.
    pub fn of(values: impl Iterator<Item = f64> + Clone, from_zero: bool) -> Option<Self> {
        let least = values.clone().reduce(f64::min)?;
        let most = values.reduce(f64::max)?;
        let is_log = least > 0.0 && most >= LOG_FROM * least;
        let from = if from_zero && !is_log {
            least.min(0.0)
        } else {
            least
        };
        let to = if most > from { most } else { from + 1.0 };
        Some(Scale { from, to, is_log })
    }

    /// How far along the axis a value stands: at its beginning 0, at its end 1.
    pub fn place(&self, value: f64) -> f64 {
        let on = |value: f64| match self.is_log {
            true => value.max(f64::MIN_POSITIVE).ln(),
            false => value,
        };
        (on(value) - on(self.from)) / (on(self.to) - on(self.from))
    }

    /// Round values on the axis, `most` or a few more: 1, 2 or 5 times a power of ten.
    pub fn ticks(&self, most: usize) -> Vec<f64> {
        let least = match self.is_log {
            true => return self.log_ticks(most),
            false => (self.to - self.from) / most.max(1) as f64,
        };
        let power = 10_f64.powf(least.log10().floor());
        let times = [1.0, 2.0, 5.0, 10.0].into_iter();
        let step = times
            .map(|times| times * power)
            .find(|step| *step >= least * 0.999_999);
        let step = step.unwrap_or(least);
        let first = (self.from / step - 1e-9).ceil() as i64;
        let last = (self.to / step + 1e-9).floor() as i64;
        (first..=last).map(|place| place as f64 * step).collect()
    }

    /// Powers of ten, with 2 and 5 times these where there is room, or else only some of them.
    fn log_ticks(&self, most: usize) -> Vec<f64> {
        let [first, last] = [self.from, self.to].map(|end| end.log10().floor() as i32);
        let decades = (last - first + 1) as usize;
        let times: &[f64] = match most / decades.max(1) {
            3.. => &[1.0, 2.0, 5.0],
            2 => &[1.0, 3.0],
            _ => &[1.0],
        };
        let every = decades.div_ceil(most.max(1)).max(1);
        let powers = (first..=last)
            .step_by(every)
            .map(|power| 10_f64.powi(power));
        let ticks = powers.flat_map(|power| times.iter().map(move |times| times * power));
        let within = self.from * 0.999_999..=self.to * 1.000_001;
        ticks.filter(|tick| within.contains(tick)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(values: &[f64]) -> Scale {
        Scale::of(values.iter().copied(), true).expect("values")
    }

    #[test]
    fn values_close_together_stand_evenly_from_zero() {
        let scale = scale(&[5.0, 20.0]);
        assert_eq!(
            [0.0, 5.0, 20.0].map(|value| scale.place(value)),
            [0.0, 0.25, 1.0]
        );
        assert_eq!(scale.ticks(4), [0.0, 5.0, 10.0, 15.0, 20.0]);
    }

    #[test]
    fn values_spread_widely_stand_by_their_ratio() {
        let scale = scale(&[1.0, 10.0, 100.0]);
        assert_eq!(
            [1.0, 10.0, 100.0].map(|value| scale.place(value)),
            [0.0, 0.5, 1.0]
        );
        assert_eq!(scale.ticks(9), [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0]);
        assert_eq!(scale.ticks(3), [1.0, 10.0, 100.0]);
    }

    #[test]
    fn what_begins_at_zero_is_never_logarithmic() {
        assert_eq!(scale(&[0.0, 1_000.0]).place(500.0), 0.5);
    }

    #[test]
    fn an_axis_of_one_value_has_a_length() {
        assert_eq!(
            Scale::of([3.0].into_iter(), false)
                .expect("a value")
                .place(3.0),
            0.0
        );
        assert_eq!(scale(&[0.0]).place(0.0), 0.0);
        assert_eq!(Scale::of(std::iter::empty(), true), None);
    }

    #[test]
    fn there_are_never_many_more_ticks_than_wanted() {
        for to in [1.0, 7.0, 19.9, 20.0, 1e3, 123_456.0, 1e11] {
            for from in [0.0, 1.0, 0.9] {
                for most in [1, 2, 4, 8] {
                    let count = scale(&[from, to]).ticks(most).len();
                    assert!(count <= most + 3, "{from}..{to}: {count} of {most}");
                }
            }
        }
    }
}
