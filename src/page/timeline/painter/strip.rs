use std::ops::Range;

use crate::graph::{Program, TaskIndex};
use crate::page::timeline::bars::Bar;
use crate::page::timeline::geometry::{bar_height, lane};
use crate::run::Mode;
use crate::trace::{Span, SpanKind, Spans};

use super::{Painter, gapped, measured_alpha};

/// The least height of what is on the critical path, in CSS pixels.
const PATH_HEIGHT: f64 = 5.0;

/// The rows of a closed family: its members above one another, as many as there are pixels for.
pub struct Strip<'a> {
    painter: &'a Painter<'a>,
    /// The family, as a place in the program's nodes.
    node: usize,
    members: Range<TaskIndex>,
    top: f64,
    height: f64,
}

impl Painter<'_> {
    /// Of `members` above one another in a strip those that there are pixels for, each with its
    /// lane's top and height.
    pub(super) fn lanes(
        &self,
        members: Range<TaskIndex>,
        top: f64,
        height: f64,
    ) -> impl Iterator<Item = (TaskIndex, f64, f64)> + use<> {
        let density = self.brush.density;
        let most = (height * density) as u32;
        let count = (members.end - members.start).clamp(1, most);
        (0..count).map(move |number| {
            let edge = |number: u32| {
                let down = height * f64::from(number) / f64::from(count);
                ((top + down) * density).round() / density
            };
            let height = edge(number + 1) - edge(number);
            (lane(&members, number, count), edge(number), height)
        })
    }

    /// A task's spans in its lane of a strip.
    pub(super) fn lane(&self, spans: &Spans, top: f64, height: f64, alpha: f64) {
        for bar in self.bars(spans) {
            if bar.kind != SpanKind::WaitingForTask {
                self.lane_bar(bar, top, height, alpha);
            }
        }
    }

    fn lane_bar(&self, bar: Bar, top: f64, height: f64, alpha: f64) {
        let brush = &self.brush;
        let width = gapped(bar.width);
        if alpha < 1.0 {
            // The lines of the axis are not to be seen through it.
            brush.context.set_fill_style_str(&brush.theme.panel);
            brush.rect(bar.left, top, width, height);
        }
        brush.faintly(alpha, || {
            brush.fill_as(bar.kind);
            brush.rect(bar.left, top, width, height);
        });
    }

    /// The rows of a closed family. `node` is a place in the program's nodes.
    pub(super) fn strip<'a>(&'a self, program: &Program, node: usize) -> Strip<'a> {
        let rows = self.scene.rows.of(node);
        Strip {
            painter: self,
            node,
            members: program.tasks_of(node),
            top: self.geometry.bar_top(rows.start),
            height: bar_height(&rows),
        }
    }
}

impl Strip<'_> {
    /// Draws the members' spans, before the playhead or after it.
    pub fn paint(&self, past: bool) {
        let scene = self.painter.scene;
        if let Some(runs) = scene.drawn_prediction() {
            let rows = runs.concurrent.rows();
            self.wait(&rows[self.members.start as usize].spans);
            let alpha = self.painter.predicted_alpha(past);
            for (task, top, height) in self.lanes() {
                self.painter
                    .lane(&rows[task as usize].spans, top, height, alpha);
            }
        }
        if let Some(live) = &scene.live {
            let runs = live.runs();
            let rows = runs.concurrent.rows();
            let time_us = live.time_us(Mode::Concurrent);
            let alpha = measured_alpha(past);
            for (task, top, height) in self.lanes() {
                self.painter
                    .lane(&rows[task as usize].spans, top, height, alpha);
                let open = runs.concurrent.open_spans(task, time_us).collect();
                self.painter.lane(&open, top, height, 1.0);
            }
        }
        for bar in self.path() {
            let (top, height) = self.path_lane(bar.task);
            let alpha = match scene.live {
                Some(_) => measured_alpha(past),
                None => self.painter.predicted_alpha(past),
            };
            self.painter.lane_bar(bar, top, height, alpha);
        }
    }

    /// Draws the critical path, and where members ended without being done.
    pub fn paint_marks(&self) {
        let Painter { brush, scene, .. } = self.painter;
        for bar in self.path() {
            let (top, height) = self.path_lane(bar.task);
            let (left, width, ink) = (bar.left, gapped(bar.width), &brush.theme.ink);
            if width < 4.0 {
                brush.block(left, top, width, height, ink);
            } else {
                brush.outline(left, top, width, height, ink);
            }
        }
        let live = scene.live.as_ref().map(|live| live.runs());
        let Some(runs) = live.as_deref().or(scene.predicted.as_deref()) else {
            return;
        };
        for (task, top, height) in self.lanes() {
            let row = &runs.concurrent.rows()[task as usize];
            let colour = row.outcome.and_then(|how| self.painter.colour_of(how));
            if let Some((colour, end_us)) = colour.zip(row.end_us) {
                let x = self.painter.geometry.x(end_us);
                brush.block(x, top, 3.0, height, colour);
            }
        }
    }

    /// Beside it, how its last end differs from the one that it is set beside; and the kept run.
    pub fn paint_difference(&self) {
        let Painter {
            brush,
            scene,
            geometry,
            ..
        } = self.painter;
        let bottom = self.top + self.height;
        self.painter.kept_family(self.node, bottom);
        let Some(ends) = scene.families.ends_of(self.node) else {
            return;
        };
        let x = geometry.x(ends.last_us.max(ends.last_before_us)) + 6.0;
        let middle = self.top + self.height / 2.0;
        brush.text(&ends.last_difference(), x, middle, &brush.theme.ink3);
    }

    /// The members that are shown.
    pub fn shown(&self) -> impl Iterator<Item = TaskIndex> {
        self.lanes().map(|(task, ..)| task)
    }

    /// The height at which a member is, shown or not.
    pub fn middle_of(&self, task: TaskIndex) -> f64 {
        let members = f64::from(self.members.end - self.members.start);
        let place = f64::from(task - self.members.start) + 0.5;
        self.top + self.height * place / members
    }

    /// The members that are shown, each with its lane's top and height.
    fn lanes(&self) -> impl Iterator<Item = (TaskIndex, f64, f64)> {
        self.painter
            .lanes(self.members.clone(), self.top, self.height)
    }

    fn path(&self) -> impl Iterator<Item = Bar> {
        let path = self.painter.scene.path.as_ref();
        let spans = path.and_then(|path| path.of_node(self.node));
        spans.into_iter().flat_map(|spans| self.painter.bars(spans))
    }

    /// The top and the height of what a member has on the critical path.
    fn path_lane(&self, task: TaskIndex) -> (f64, f64) {
        let members = f64::from(self.members.end - self.members.start);
        let height = (self.height / members).max(PATH_HEIGHT);
        let top = self.middle_of(task) - height / 2.0;
        let last = self.top + self.height - height;
        (top.clamp(self.top, last), height)
    }

    /// One line for what all of them wait for.
    fn wait(&self, spans: &Spans) {
        let waits = |span: &&Span| span.kind == SpanKind::WaitingForTask;
        if let Some(first) = spans.first().filter(waits) {
            let top = self.top + (self.height - super::BAR_HEIGHT) / 2.0;
            let first = [*first].into_iter().collect();
            self.painter.spans(&first, top, 1.0);
        }
    }
}
