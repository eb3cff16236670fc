use std::ops::Range;

/// The time axis: which times there are lines for, and what stands at them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticks {
    /// From one line to the next, in microseconds.
    pub step_us: u64,
    unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Unit {
    us: u64,
    name: &'static str,
}

/// The units, each with the end of the axis and the distance of lines from which on it is used,
/// in microseconds.
const UNITS: [(u64, f64, Unit); 5] = [
    (10 * 3_600_000_000, 60e6, unit(3_600_000_000, "h")),
    (15 * 60_000_000, 1e6, unit(60_000_000, "min")),
    (1_000_000, 0.0, unit(1_000_000, "s")),
    (1_000, 0.0, unit(1_000, "ms")),
    (0, 0.0, unit(1, "µs")),
];

const fn unit(us: u64, name: &'static str) -> Unit {
    Unit { us, name }
}

impl Ticks {
    /// Lines for the times `in_view`, in microseconds, with room for `most` of them: at 1, 2 or 5
    /// times a power of ten of the unit that suits them.
    pub fn new(in_view: &Range<u64>, most: u32) -> Self {
        let span_us = in_view.end - in_view.start;
        let least_us = span_us as f64 / f64::from(most.max(1));
        let (.., unit) = UNITS
            .into_iter()
            .find(|&(end_us, step_us, _)| in_view.end >= end_us && least_us >= step_us)
            .unwrap_or(UNITS[UNITS.len() - 1]);
        let in_units = least_us / unit.us as f64;
        let power = 10_f64.powf(in_units.log10().floor());
        let times = [1.0, 2.0, 5.0, 10.0]
            .into_iter()
            .find(|times| times * power >= in_units * 0.999_999)
            .unwrap_or(10.0);
        let step_us = (times * power * unit.us as f64).round();
        Ticks {
            step_us: (step_us as u64).max(1),
            unit,
        }
    }

    /// The times of lines `in_view`, its end included.
    pub fn times(self, in_view: &Range<u64>) -> impl Iterator<Item = u64> + use<> {
        let first = in_view.start.div_ceil(self.step_us);
        let last = in_view.end / self.step_us;
        (first..=last).map(move |place| place * self.step_us)
    }

    /// What stands at one of the times: `0.5 s`, with as many decimals as tell the lines apart.
    pub fn label(self, time_us: u64) -> String {
        let mut decimals = 0;
        let mut step_us = self.step_us;
        while !step_us.is_multiple_of(self.unit.us) && decimals < 6 {
            step_us *= 10;
            decimals += 1;
        }
        let number = time_us as f64 / self.unit.us as f64;
        format!("{number:.decimals$} {}", self.unit.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(end_us: u64, most: u32) -> String {
        labels_in(0..end_us, most)
    }

    fn labels_in(in_view: Range<u64>, most: u32) -> String {
        let ticks = Ticks::new(&in_view, most);
        let labels: Vec<_> = ticks
            .times(&in_view)
            .map(|time| ticks.label(time))
            .collect();
        labels.join(", ")
    }

    #[test]
    fn lines_stand_at_round_times() {
        assert_eq!(
            labels(3_600_000, 8),
            "0.0 s, 0.5 s, 1.0 s, 1.5 s, 2.0 s, 2.5 s, 3.0 s, 3.5 s"
        );
        assert_eq!(labels(6_000_000, 6), "0 s, 1 s, 2 s, 3 s, 4 s, 5 s, 6 s");
        assert_eq!(labels(52, 6), "0 µs, 10 µs, 20 µs, 30 µs, 40 µs, 50 µs");
        assert_eq!(labels(500_000, 3), "0 ms, 200 ms, 400 ms");
        assert_eq!(
            labels(1_200_000_000, 6),
            "0 min, 5 min, 10 min, 15 min, 20 min"
        );
        assert_eq!(labels(175_000_000, 4), "0 s, 50 s, 100 s, 150 s");
        assert_eq!(labels(72_000_000_000, 5), "0 h, 5 h, 10 h, 15 h, 20 h");
    }

    #[test]
    fn there_are_never_more_lines_than_fit() {
        for end_us in [
            1,
            7,
            99,
            1_234,
            999_999,
            1_000_001,
            3_450_000,
            86_400_000_000,
        ] {
            for most in [1, 3, 8, 14] {
                let count = Ticks::new(&(0..end_us), most).times(&(0..end_us)).count();
                assert!(count <= most as usize + 1, "{end_us} {most} {count}");
            }
        }
    }

    #[test]
    fn an_axis_of_no_time_has_one_line() {
        assert_eq!(labels(0, 8), "0 µs");
    }

    #[test]
    fn a_part_of_the_axis_keeps_the_unit_of_the_whole() {
        assert_eq!(
            labels_in(1_234_500..1_235_600, 5),
            "1.2345 s, 1.2350 s, 1.2355 s"
        );
        assert_eq!(
            labels_in(36_000_500_000..36_003_000_000, 3),
            "36001 s, 36002 s, 36003 s"
        );
    }
}
