//! What has disturbed the live run: hatched, over all that was drawn of it meanwhile.

use crate::page::timeline::geometry::{AXIS_HEIGHT, BAR_HEIGHT, SEQUENTIAL_TOP};
use crate::run::Mode;

use super::Painter;

/// From the bars of the sequential run to the ends of its hatching, in CSS pixels.
const OVER: f64 = 3.0;

/// The least width of a hatched stretch, in CSS pixels: one sees that there is something.
const LEAST: f64 = 3.0;

impl Painter<'_> {
    /// Hatches the stretches of each run in which it was disturbed.
    pub(super) fn disturbed(&self) {
        let Some(live) = &self.scene.live else {
            return;
        };
        let (geometry, runs) = (self.geometry, live.runs());
        let rows_bottom = geometry.row_top(geometry.rows) + 6.0;
        let rows_top = geometry.divider() + 1.0;
        let sequential_top = (SEQUENTIAL_TOP - OVER).max(AXIS_HEIGHT);
        let sequential = (sequential_top, SEQUENTIAL_TOP + BAR_HEIGHT + OVER);
        let concurrent = (rows_top, rows_bottom.clamp(rows_top, geometry.height));
        for (mode, (top, bottom)) in [
            (Mode::Sequential, sequential),
            (Mode::Concurrent, concurrent),
        ] {
            for each in runs.disturbances(mode) {
                let [left, right] = [each.from_us, each.to_us].map(|us| geometry.x(us));
                self.stretch(left, (right - left).max(LEAST), top, bottom - top);
            }
        }
    }

    fn stretch(&self, left: f64, width: f64, top: f64, height: f64) {
        let (brush, theme) = (&self.brush, self.brush.theme);
        brush.faintly(0.12, || {
            brush.block(left, top, width, height, &theme.danger)
        });
        if let Some(hatched) = &theme.disturbed {
            brush.context.set_fill_style_canvas_pattern(hatched);
            brush.rect(left, top, width, height);
        }
        for x in [left, left + width] {
            brush.block(x, top, 0.0, height, &theme.danger);
        }
    }
}
