//! A closed family's row: its members above one another, as many as there are pixels for.

use std::ops::Range;

use crate::graph::TaskIndex;
use crate::page::timeline::bars::Bar;
use crate::page::timeline::geometry::{BAR_HEIGHT, lane};
use crate::run::Mode;
use crate::trace::{Span, SpanKind};

use super::{Painter, measured_alpha};

impl Painter<'_> {
    /// The members' spans.
    pub(super) fn strip(&self, members: Range<TaskIndex>, top: f64, past: bool) {
        if let Some(runs) = &self.scene.predicted {
            let rows = runs.concurrent.rows();
            self.wait_of_strip(&rows[members.start as usize].spans, top);
            let alpha = self.predicted_alpha(past);
            for (task, lane_top, height) in self.lanes(members.clone(), top) {
                self.lane(&rows[task as usize].spans, lane_top, height, alpha);
            }
        }
        if let Some(live) = &self.scene.live {
            let runs = live.runs();
            let rows = runs.concurrent.rows();
            let time_us = live.time_us(Mode::Concurrent);
            let alpha = measured_alpha(past);
            for (task, lane_top, height) in self.lanes(members, top) {
                self.lane(&rows[task as usize].spans, lane_top, height, alpha);
                let open: Vec<_> = runs.concurrent.open_spans(task, time_us).collect();
                self.lane(&open, lane_top, height, 1.0);
            }
        }
    }

    /// Where members ended without being done.
    pub(super) fn ends_of_strip(&self, members: Range<TaskIndex>, top: f64) {
        let live = self.scene.live.as_ref().map(|live| live.runs());
        let predicted = self.scene.predicted.as_deref();
        let Some(runs) = live.as_deref().or(predicted) else {
            return;
        };
        for (task, lane_top, height) in self.lanes(members, top) {
            let row = &runs.concurrent.rows()[task as usize];
            let colour = row.outcome.and_then(|outcome| self.colour_of(outcome));
            if let Some((colour, end_us)) = colour.zip(row.end_us) {
                let x = self.geometry.x(end_us);
                self.brush.block(x, lane_top, 3.0, height, colour);
            }
        }
    }

    /// The members that are shown, each with its lane's top and height.
    pub(super) fn lanes(
        &self,
        members: Range<TaskIndex>,
        top: f64,
    ) -> impl Iterator<Item = (TaskIndex, f64, f64)> + use<> {
        let density = self.brush.density;
        let most = (BAR_HEIGHT * density) as u32;
        let count = (members.end - members.start).clamp(1, most);
        (0..count).map(move |number| {
            let edge = |number: u32| {
                let down = BAR_HEIGHT * f64::from(number) / f64::from(count);
                ((top + down) * density).round() / density
            };
            let height = edge(number + 1) - edge(number);
            (lane(&members, number, count), edge(number), height)
        })
    }

    fn lane(&self, spans: &[Span], top: f64, height: f64, alpha: f64) {
        let brush = &self.brush;
        for Bar { kind, left, width } in self.bars(spans) {
            if kind == SpanKind::WaitingForTask {
                continue;
            }
            if alpha < 1.0 {
                brush.context.set_fill_style_str(&brush.theme.panel);
                brush.rect(left, top, width, height);
            }
            brush.faintly(alpha, || {
                brush.fill_as(kind);
                brush.rect(left, top, width, height);
            });
        }
    }

    /// One line for what all of them wait for.
    fn wait_of_strip(&self, spans: &[Span], top: f64) {
        if let Some(first) = spans.first()
            && first.kind == SpanKind::WaitingForTask
        {
            self.spans(&[*first], top, 1.0);
        }
    }
}
