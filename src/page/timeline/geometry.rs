use std::ops::Range;

use crate::graph::TaskIndex;

use super::way_strips::WayStrips;
use super::zoom::Zoom;

/// The height of the axis, in CSS pixels.
pub const AXIS_HEIGHT: f64 = 26.0;
/// The top of the sequential run's bars.
pub const SEQUENTIAL_TOP: f64 = 33.0;
/// Where what is above the modelled ways ends, and without them all that is above the line between
/// the two runs.
const WAYS_TOP: f64 = 56.0;
/// From the line between the two runs to the middle of the line that says `Concurrent`.
const HEADING_DOWN: f64 = 14.0;
/// From the line between the two runs to the tasks' rows.
const ROWS_DOWN: f64 = 26.0;
/// By so much the modelled ways are nearer to the sequential run than the line is without them.
const WAYS_UP: f64 = 4.0;
/// The height of a task's row.
pub const ROW_HEIGHT: f64 = 20.0;
/// The height of a bar.
pub const BAR_HEIGHT: f64 = 14.0;
/// The room below the last row.
pub const FOOT_HEIGHT: f64 = 34.0;
/// Where headings begin.
pub const HEADING_LEFT: f64 = 16.0;
/// The shortest time that fills the axis, in microseconds.
const SHORTEST_US: f64 = 20.0;

/// How far from the side a moment is that has been brought into view, as a share of the view.
const MARGIN: f64 = 0.1;

/// The member of a family that is shown in lane `number` of `count`: from the first to the last,
/// as far apart as can be.
pub fn lane(members: &Range<TaskIndex>, number: u32, count: u32) -> TaskIndex {
    let last = u64::from((members.end - members.start).saturating_sub(1));
    let lanes = u64::from(count.saturating_sub(1).max(1));
    members.start + (last * u64::from(number) / lanes) as u32
}

/// How high what is drawn in so many rows is.
pub fn bar_height(rows: &Range<u32>) -> f64 {
    f64::from(rows.end - rows.start) * ROW_HEIGHT - (ROW_HEIGHT - BAR_HEIGHT)
}

/// Where things are on a timeline of a given size, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Geometry {
    /// The canvas's width.
    pub width: f64,
    /// The canvas's height.
    pub height: f64,
    /// How far the rows are scrolled.
    pub scrolled: f64,
    /// The number of rows.
    pub rows: u32,
    /// The end of the later run, in microseconds.
    pub end_us: u64,
    /// Which part of the axis is in view.
    pub zoom: Zoom,
    /// The strips of the modelled ways.
    pub ways: WayStrips,
}

/// What is at a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The row of the sequential run.
    Sequential,
    /// The strip of a modelled way, counted from 0.
    Way(u32),
    /// A row of the concurrent run.
    Row(u32),
}

impl Geometry {
    /// Whether there is little room, as on a phone.
    pub fn is_narrow(&self) -> bool {
        self.width < 700.0
    }

    /// Whether there is room for anything below the head and beside the names.
    pub fn has_room(&self) -> bool {
        self.width > self.label_width() && self.height > self.head_height()
    }

    /// The line between the concurrent run and what is above it.
    pub fn divider(&self) -> f64 {
        WAYS_TOP + self.ways.height()
    }

    /// The middle of the line that says `Concurrent`.
    pub fn heading_middle(&self) -> f64 {
        self.divider() + HEADING_DOWN
    }

    /// Where the tasks' rows begin; what is above stays in view.
    pub fn head_height(&self) -> f64 {
        self.divider() + ROWS_DOWN
    }

    /// The top of what is drawn of a modelled way, counted from 0.
    pub fn way_top(&self, number: u32) -> f64 {
        WAYS_TOP - WAYS_UP + self.ways.bar_top(number)
    }

    /// The width of the column of names.
    pub fn label_width(&self) -> f64 {
        if self.is_narrow() { 92.0 } else { 170.0 }
    }

    /// Where a task's name begins.
    pub fn name_left(&self) -> f64 {
        if self.is_narrow() { 16.0 } else { 34.0 }
    }

    /// The length of the whole axis, in microseconds: somewhat more than the later run takes.
    fn whole_us(&self) -> f64 {
        let room = if self.is_narrow() { 50 } else { 15 };
        (self.end_us + self.end_us / room).max(1) as f64
    }

    /// The time in view, in microseconds.
    pub fn span_us(&self) -> u64 {
        (self.whole_us() * self.zoom.share()).max(1.0) as u64
    }

    /// The width of the axis.
    pub fn axis_width(&self) -> f64 {
        let right = if self.is_narrow() { 10.0 } else { 48.0 };
        (self.width - self.label_width() - right).max(1.0)
    }

    /// Where a time is. What is far out of view is somewhere on that side.
    pub fn x(&self, time_us: u64) -> f64 {
        let share = time_us as f64 / self.whole_us() - self.zoom.start();
        let x = share / self.zoom.share() * self.axis_width();
        self.label_width() + x.clamp(-self.width, 2.0 * self.width)
    }

    /// The time that is at `x`; 0 left of the axis's beginning.
    pub fn time_us(&self, x: f64) -> u64 {
        let share = self.share_at(x) * self.zoom.share() + self.zoom.start();
        (share * self.whole_us()) as u64
    }

    /// The times in view, from the left to the right, in microseconds.
    pub fn times_in_view(&self) -> Range<u64> {
        self.time_us(self.label_width())..self.time_us(self.width)
    }

    /// The part in view `factor` times as large, around `x` or else its middle.
    pub fn scaled(&self, factor: f64, x: Option<f64>) -> Zoom {
        let at = x.map_or(0.5, |x| self.share_at(x).clamp(0.0, 1.0));
        self.zoom.scaled(factor, at, SHORTEST_US / self.whole_us())
    }

    /// The part in view `by` pixels further along.
    pub fn panned(&self, by: f64) -> Zoom {
        self.zoom.panned(by / self.axis_width())
    }

    /// The part as large as that in view in which `at_us` is near the side that it comes from.
    pub fn showing(&self, at_us: u64) -> Zoom {
        let share = at_us as f64 / self.whole_us();
        let is_ahead = share >= self.zoom.start();
        self.zoom.beginning(match is_ahead {
            true => share - MARGIN * self.zoom.share(),
            false => share - (1.0 - MARGIN) * self.zoom.share(),
        })
    }

    fn share_at(&self, x: f64) -> f64 {
        (x - self.label_width()) / self.axis_width()
    }

    /// The top of a row.
    pub fn row_top(&self, row: u32) -> f64 {
        self.head_height() + f64::from(row) * ROW_HEIGHT - self.scrolled
    }

    /// The top of what is drawn in a row, or in several from it on.
    pub fn bar_top(&self, row: u32) -> f64 {
        self.row_top(row) + (ROW_HEIGHT - BAR_HEIGHT) / 2.0
    }

    /// The rows in view.
    pub fn rows_in_view(&self) -> Range<u32> {
        let first = (self.scrolled / ROW_HEIGHT).max(0.0) as u32;
        let room = (self.height - self.head_height()).max(0.0);
        let last = ((self.scrolled + room) / ROW_HEIGHT).ceil() as u32;
        first.min(self.rows)..last.min(self.rows)
    }

    /// The height of everything, in view or not.
    pub fn content_height(&self) -> f64 {
        self.head_height() + f64::from(self.rows) * ROW_HEIGHT + FOOT_HEIGHT
    }

    /// What is at a height.
    pub fn place_at(&self, y: f64) -> Option<Place> {
        let ways_top = WAYS_TOP - WAYS_UP;
        if let Some(way) = self.ways.at(y - ways_top) {
            return Some(Place::Way(way));
        }
        if (AXIS_HEIGHT..WAYS_TOP).contains(&y) {
            return Some(Place::Sequential);
        }
        let head = self.head_height();
        let row = (y - head + self.scrolled) / ROW_HEIGHT;
        (y >= head && row < f64::from(self.rows)).then_some(Place::Row(row as u32))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GEOMETRY: Geometry = Geometry {
        width: 1440.0,
        height: 400.0,
        scrolled: 1_010.0,
        rows: 10_000,
        end_us: 3_450_000,
        zoom: Zoom::WHOLE,
        ways: WayStrips::NONE,
    };

    #[test]
    fn only_rows_in_view_are_in_view() {
        assert_eq!(GEOMETRY.rows_in_view(), 50..67);
        let few = Geometry {
            rows: 3,
            scrolled: 0.0,
            ..GEOMETRY
        };
        assert_eq!(few.rows_in_view(), 0..3);
        assert_eq!(Geometry::default().rows_in_view(), 0..0);
    }

    #[test]
    fn a_point_is_on_the_row_that_is_drawn_there() {
        for row in GEOMETRY.rows_in_view().skip(1) {
            let middle = GEOMETRY.row_top(row) + ROW_HEIGHT / 2.0;
            assert_eq!(GEOMETRY.place_at(middle), Some(Place::Row(row)));
        }
        assert_eq!(GEOMETRY.place_at(40.0), Some(Place::Sequential));
        assert_eq!(GEOMETRY.place_at(GEOMETRY.heading_middle()), None);
    }

    #[test]
    fn the_strips_of_the_ways_have_a_place_of_their_own_and_the_rows_begin_below() {
        let with_ways = Geometry {
            ways: WayStrips::new(2, 3),
            ..GEOMETRY
        };
        for way in [0, 1] {
            let middle = with_ways.way_top(way) + with_ways.ways.bar_height() / 2.0;
            assert_eq!(with_ways.place_at(middle), Some(Place::Way(way)));
        }
        assert_eq!(with_ways.place_at(40.0), Some(Place::Sequential));
        let lower = with_ways.row_top(9) - GEOMETRY.row_top(9);
        assert_eq!(lower, with_ways.ways.height());
        let middle = with_ways.row_top(51) + ROW_HEIGHT / 2.0;
        assert_eq!(with_ways.place_at(middle), Some(Place::Row(51)));
    }

    #[test]
    fn a_time_is_where_it_is_drawn() {
        for time_us in [0, 1_234_567, 3_450_000] {
            assert!(GEOMETRY.time_us(GEOMETRY.x(time_us)).abs_diff(time_us) <= 1);
        }
        assert_eq!(GEOMETRY.time_us(0.0), 0);
    }

    #[test]
    fn a_time_is_where_it_is_drawn_at_any_zoom() {
        let x = GEOMETRY.x(1_234_567);
        let geometry = Geometry {
            zoom: GEOMETRY.scaled(1_000.0, Some(x)),
            ..GEOMETRY
        };
        assert!((geometry.x(1_234_567) - x).abs() < 0.01);
        assert!(geometry.time_us(x).abs_diff(1_234_567) <= 1);
        assert_eq!(geometry.span_us(), 3_680);
        assert!(geometry.times_in_view().contains(&1_234_567));
        assert!(geometry.x(0).is_finite() && geometry.x(0) < 0.0);
    }

    #[test]
    fn a_moment_out_of_view_comes_into_view_on_the_side_that_it_comes_from() {
        let geometry = Geometry {
            zoom: GEOMETRY.scaled(10.0, None),
            ..GEOMETRY
        };
        for (at_us, share) in [(3_000_000, 0.1), (500_000, 0.9)] {
            assert!(!geometry.times_in_view().contains(&at_us));
            let shown = Geometry {
                zoom: geometry.showing(at_us),
                ..geometry
            };
            let x = shown.label_width() + share * shown.axis_width();
            assert!((shown.x(at_us) - x).abs() < 0.01);
        }
        assert_eq!(geometry.showing(0).start(), 0.0);
    }

    #[test]
    fn a_drag_moves_what_is_in_view_with_the_pointer() {
        let geometry = Geometry {
            zoom: GEOMETRY.scaled(10.0, None),
            ..GEOMETRY
        };
        let moved = Geometry {
            zoom: geometry.panned(50.0),
            ..geometry
        };
        assert!((geometry.x(1_800_000) - moved.x(1_800_000) - 50.0).abs() < 0.01);
    }
}
