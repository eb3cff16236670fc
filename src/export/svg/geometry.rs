/// The width of a picture, in CSS pixels, as all lengths here.
pub const WIDTH: f64 = 1200.0;
/// Where words begin.
pub const LEFT: f64 = 16.0;
/// Where the names of tasks begin.
pub const NAME_LEFT: f64 = 34.0;
/// The width of the column of names.
pub const LABEL_WIDTH: f64 = 170.0;
/// The height of the figures.
pub const FIGURES_HEIGHT: f64 = 76.0;
/// The height of the axis.
pub const AXIS_HEIGHT: f64 = 26.0;
/// From the axis's top to that of the sequential run's bars.
pub const SEQUENTIAL_TOP: f64 = 33.0;
/// From the axis's top to the line between the two runs.
pub const DIVIDER: f64 = 56.0;
/// From the axis's top to the middle of the line that says `Concurrent`.
pub const HEADING_MIDDLE: f64 = 70.0;
/// From the axis's top to the tasks' rows.
pub const HEAD_HEIGHT: f64 = 82.0;
/// The height of a task's row.
pub const ROW_HEIGHT: f64 = 20.0;
/// The height of a bar.
pub const BAR_HEIGHT: f64 = 14.0;
/// The room below the last row.
pub const FOOT_HEIGHT: f64 = 34.0;
/// The room right of the axis.
const RIGHT: f64 = 56.0;
/// The width of a line of the legend.
const LEGEND_LINE: f64 = 24.0;

/// Where things are on a picture.
pub struct Geometry {
    /// The number of lines of the legend.
    pub legend_lines: usize,
    /// The number of rows.
    pub rows: usize,
    /// The end of the later run, in microseconds.
    pub end_us: u64,
}

impl Geometry {
    /// The middle of a line of the legend.
    pub fn legend_middle(&self, line: usize) -> f64 {
        FIGURES_HEIGHT + 19.0 + line as f64 * LEGEND_LINE
    }

    /// The top of the axis.
    pub fn axis_top(&self) -> f64 {
        match self.legend_lines {
            0 => FIGURES_HEIGHT,
            lines => FIGURES_HEIGHT + 14.0 + lines as f64 * LEGEND_LINE,
        }
    }

    /// The length of the axis, in microseconds: somewhat more than the later run takes.
    pub fn span_us(&self) -> u64 {
        match self.end_us {
            // An axis for nothing shows what seconds look like.
            0 => 1_000_000,
            end_us => end_us + end_us / 15,
        }
    }

    /// The width of the axis.
    pub fn axis_width(&self) -> f64 {
        WIDTH - LABEL_WIDTH - RIGHT
    }

    /// Where a time is.
    pub fn x(&self, time_us: u64) -> f64 {
        LABEL_WIDTH + time_us as f64 * self.axis_width() / self.span_us() as f64
    }

    /// The top of a row.
    pub fn row_top(&self, row: usize) -> f64 {
        self.axis_top() + HEAD_HEIGHT + row as f64 * ROW_HEIGHT
    }

    /// The height of the picture.
    pub fn height(&self) -> f64 {
        self.row_top(self.rows) + FOOT_HEIGHT
    }
}
