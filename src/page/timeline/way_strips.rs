use std::ops::Range;

/// The least height of a strip's bars, in CSS pixels: that of a task's.
const LEAST: f64 = 14.0;

/// The greatest height of a strip's bars.
const GREATEST: f64 = 28.0;

/// The height of a task's lane in a strip, where there is room.
const LANE: f64 = 6.0;

/// The least height of a strip: it has a heading of two lines.
const HEADING: f64 = 28.0;

/// The room between two strips.
const GAP: f64 = 8.0;

/// The strips of the modelled ways, which stand between the sequential run and the line below it:
/// how many, and how high, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct WayStrips {
    count: u32,
    bar_height: f64,
}

impl WayStrips {
    /// No strips.
    pub const NONE: WayStrips = WayStrips {
        count: 0,
        bar_height: 0.0,
    };

    /// The strips of so many ways to run so many tasks.
    pub fn new(ways: usize, tasks: u32) -> Self {
        match (ways, tasks) {
            (0, _) | (_, 0) => WayStrips::NONE,
            _ => WayStrips {
                count: ways as u32,
                bar_height: (f64::from(tasks) * LANE).clamp(LEAST, GREATEST),
            },
        }
    }

    /// The height of the bars of each.
    pub fn bar_height(self) -> f64 {
        self.bar_height
    }

    /// How high all of them are together.
    pub fn height(self) -> f64 {
        f64::from(self.count) * self.pitch()
    }

    /// The top of the bars of one, below the top of all.
    pub fn bar_top(self, number: u32) -> f64 {
        f64::from(number) * self.pitch() + (self.pitch() - self.bar_height) / 2.0
    }

    /// The one at a height below the top of all.
    pub fn at(self, down: f64) -> Option<u32> {
        let number = (down / self.pitch()).floor();
        let all: Range<f64> = 0.0..f64::from(self.count);
        all.contains(&number).then_some(number as u32)
    }

    fn pitch(self) -> f64 {
        self.bar_height.max(HEADING) + GAP
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strip_is_found_where_it_is_drawn() {
        for tasks in [1, 3, 10_000] {
            let strips = WayStrips::new(2, tasks);
            for number in [0, 1] {
                let top = strips.bar_top(number);
                assert_eq!(strips.at(top), Some(number));
                assert_eq!(strips.at(top + strips.bar_height() - 1.0), Some(number));
            }
            assert_eq!(strips.at(-1.0), None);
            assert_eq!(strips.at(strips.height()), None);
        }
    }

    #[test]
    fn no_way_takes_no_room() {
        assert_eq!(WayStrips::new(0, 9).height(), 0.0);
        assert_eq!(WayStrips::new(2, 0).height(), 0.0);
        assert_eq!(WayStrips::NONE.at(0.0), None);
    }
}
