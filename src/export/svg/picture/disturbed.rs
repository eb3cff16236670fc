//! What has disturbed the runs: hatched, and in the figures.

use super::{Picture, Sheet};
use crate::export::svg::geometry::{BAR_HEIGHT, DIVIDER, SEQUENTIAL_TOP};
use crate::export::svg::palette::Palette;
use crate::lettering::quantity::approximately;

/// From the bars of the sequential run to the ends of its hatching, in CSS pixels.
const OVER: f64 = 3.0;

/// The least width of a hatched stretch, in CSS pixels.
const LEAST: f64 = 3.0;

impl Picture<'_> {
    pub(super) fn is_disturbed(&self) -> bool {
        self.disturbances.iter().any(|all| !all.is_empty())
    }

    /// A figure of these runs as it is written: what was disturbed is marked.
    pub(super) fn marked(&self, figure: &str, runs: &[usize]) -> String {
        match runs.iter().all(|&run| self.disturbances[run].is_empty()) {
            true => figure.to_owned(),
            false => approximately(figure),
        }
    }

    /// Stripes for what disturbed a run, over what is there.
    pub(super) fn pattern_of_disturbances(&mut self) {
        let Palette { name, danger, .. } = self.palette;
        self.markup.raw(&format!(
            "<pattern id=\"{name}-disturbed\" width=\"8.4\" height=\"8.4\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
             <rect width=\"8.4\" height=\"8.4\" fill=\"{danger}\" fill-opacity=\".12\"/>\
             <rect width=\"1.7\" height=\"8.4\" fill=\"{danger}\" fill-opacity=\".8\"/></pattern>",
        ));
    }
}

impl Sheet<'_> {
    /// Hatches the stretches of each run in which it was disturbed.
    pub(super) fn disturbances(&mut self) {
        let Picture {
            geometry, palette, ..
        } = self.picture;
        let top = geometry.axis_top();
        let rows = geometry.row_top(geometry.rows) + 6.0;
        let extents = [
            (
                top + SEQUENTIAL_TOP - OVER,
                top + SEQUENTIAL_TOP + BAR_HEIGHT + OVER,
            ),
            (top + DIVIDER + 1.0, rows),
        ];
        let fill = format!("url(#{}-disturbed)", palette.name);
        for (all, (top, bottom)) in self.picture.disturbances.into_iter().zip(extents) {
            for each in all {
                let [left, right] = [each.from_us, each.to_us].map(|us| geometry.x(us));
                let extent = [left, top, (right - left).max(LEAST), bottom - top];
                self.markup.rect(extent, &fill, "");
            }
        }
    }
}
