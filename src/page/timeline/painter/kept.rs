//! The kept runs: a line beneath the bars of each task, and where the runs ended.

use crate::graph::TaskIndex;
use crate::page::timeline::geometry::{AXIS_HEIGHT, BAR_HEIGHT};
use crate::run::Mode;
use crate::trace::{SpanKind, Spans};

use super::{Painter, gapped};

/// The height of a kept line, in CSS pixels.
const LINE: f64 = 2.0;

/// The length of a dash, and of the gap after it.
const DASH: f64 = 4.0;

impl Painter<'_> {
    /// Where each of the kept runs ended, beside the run of its kind.
    pub(super) fn kept_ends(&self) {
        let Some(compared) = &self.scene.compared else {
            return;
        };
        let geometry = self.geometry;
        let divider = geometry.divider();
        let bottom = geometry.row_top(geometry.rows) + 6.0;
        let bottom = bottom.clamp(divider, geometry.height);
        for (mode, top, bottom) in [
            (Mode::Sequential, AXIS_HEIGHT, divider),
            (Mode::Concurrent, divider, bottom),
        ] {
            let x = geometry.x(compared.end_us(mode));
            let mut y = top + 1.0;
            while y < bottom {
                let length = DASH.min(bottom - y);
                self.brush.block(x, y, 1.0, length, &self.brush.theme.ink2);
                y += 2.0 * DASH;
            }
        }
    }

    /// When the kept task was at work, beneath the bars whose top is given.
    pub(super) fn kept_task(&self, task: TaskIndex, top: f64) {
        let compared = self.scene.compared.as_ref();
        if let Some(row) = compared.and_then(|compared| compared.row(task)) {
            self.kept_line(&row.spans, top + BAR_HEIGHT);
        }
    }

    /// When the kept sequential run was at work, beneath its bars.
    pub(super) fn kept_sequential(&self, top: f64) {
        if let Some(compared) = &self.scene.compared {
            let steps = compared.kept.runs.sequential.steps();
            self.kept_line(steps, top + BAR_HEIGHT);
        }
    }

    /// From the first start to the last end of a closed family's kept members, at a height.
    pub(super) fn kept_family(&self, node: usize, top: f64) {
        if let Some(kept_us) = self.scene.families.kept_us_of(node) {
            let [left, right] = [kept_us.start, kept_us.end].map(|us| self.geometry.x(us));
            self.kept_block(left, right - left, top);
        }
    }

    fn kept_line(&self, spans: &Spans, top: f64) {
        for bar in self.bars(spans) {
            if bar.kind != SpanKind::WaitingForTask {
                self.kept_block(bar.left, gapped(bar.width), top);
            }
        }
    }

    fn kept_block(&self, left: f64, width: f64, top: f64) {
        let colour = &self.brush.theme.ink3;
        self.brush.block(left, top + 0.5, width, LINE, colour);
    }
}
