mod arrows;
mod disturbed;
mod head;
mod kept;
mod pointed;
mod strip;
mod ways;

use std::rc::Rc;

use crate::graph::{Program, TaskIndex};
use crate::lettering::label::cut_member;
use crate::lettering::quantity::{difference, grouped};
use crate::trace::{Outcome, Row, SpanKind, Spans};

use super::bars::{Bar, Bars};
use super::brush::Brush;
use super::geometry::{BAR_HEIGHT, Geometry, ROW_HEIGHT};
use super::rows::Owner;
use super::scene::Scene;

/// How much of a predicted bar's colour shows beside a live run.
const GHOST: f64 = 0.28;

/// How much of a bar's colour shows while there is nothing but the prediction, and of what comes
/// after the playhead.
const PREDICTION: f64 = 0.5;

/// The advance of a character of the tasks' names, in CSS pixels.
const COLUMN: f64 = 6.9;

/// Draws one picture of a timeline.
pub struct Painter<'a> {
    pub brush: Brush<'a>,
    pub scene: &'a Scene,
    pub geometry: Geometry,
    /// The live run's time, in microseconds.
    pub now_us: u64,
}

impl Painter<'_> {
    /// Draws everything.
    pub fn paint(&self) {
        let Geometry { width, height, .. } = self.geometry;
        let density = self.brush.density;
        let context = self.brush.context;
        context.clear_rect(0.0, 0.0, width * density, height * density);
        context.set_text_baseline("middle");
        let Some(program) = self.scene.program() else {
            return;
        };
        self.in_axis(0.0, || {
            self.axis();
            self.saved();
            self.kept_ends();
        });
        self.headings();
        self.in_axis(0.0, || {
            self.sequential();
            self.ways(&program);
        });
        let head = self.geometry.head_height();
        self.brush.within(0.0, head, width, height, || {
            self.names(&program);
        });
        self.in_axis(head, || {
            self.rows(&program);
            self.saved_words();
        });
        self.lit_marker(&program);
        self.in_axis(0.0, || {
            self.disturbed();
            self.playhead();
            self.grip(&program);
        });
    }

    /// Has `draw` draw in the axis's width only. A bar that begins at once may stand out by the
    /// half of its outline.
    fn in_axis(&self, top: f64, draw: impl FnOnce()) {
        let left = self.geometry.label_width() - 1.0;
        let Geometry { width, height, .. } = self.geometry;
        self.brush.within(left, top, width - left, height, draw);
    }

    fn names(&self, program: &Program) {
        let theme = self.brush.theme;
        let left = self.geometry.name_left();
        let room = ((self.geometry.label_width() - left - 8.0) / COLUMN) as usize;
        self.lit_rows();
        self.brush.context.set_font(&theme.mono);
        for (owner, rows) in self.scene.rows.owners(self.geometry.rows_in_view()) {
            let top = self.geometry.row_top(rows.start);
            let name = match owner {
                Owner::Task(task) => cut_member(&program.task_name(task), room),
                Owner::Family(node) => {
                    let node = &program.nodes()[node];
                    let count = format!(" ×{}", grouped(node.task_count().into()));
                    cut_member(&node.name, room.saturating_sub(count.chars().count())) + &count
                }
            };
            let middle = top + ROW_HEIGHT / 2.0 + 0.5;
            self.brush.text(&name, left, middle, &theme.ink);
        }
        self.family_marks();
    }

    /// Before a family's name, whether it is open.
    fn family_marks(&self) {
        let in_view = self.geometry.rows_in_view();
        for node in self.scene.rows.families(in_view.clone()) {
            let rows = self.scene.rows.of(node);
            let is_open = self.scene.rows.is_open(node);
            // It stays in view with the family's rows, as the button there does.
            let last_top = self.geometry.row_top(rows.end - 1);
            let top = self.geometry.row_top(rows.start);
            let top = top.max(self.geometry.head_height()).min(last_top);
            let middle = top + ROW_HEIGHT / 2.0;
            let x = self.geometry.name_left() - 8.0;
            let colour = &self.brush.theme.ink3;
            let shape = match is_open {
                true => [(-3.5, -1.8), (3.5, -1.8), (0.0, 2.6)],
                false => [(-1.8, -3.5), (2.6, 0.0), (-1.8, 3.5)],
            };
            let points = shape.map(|(right, down)| (x + right, middle + down));
            self.brush.area(&points, colour);
            if is_open {
                let end = last_top + ROW_HEIGHT - 5.0;
                let length = end - middle - 8.0;
                if length > 0.0 {
                    let line = &self.brush.theme.line;
                    self.brush.block(x, middle + 8.0, 0.0, length, line);
                }
            }
        }
    }

    fn rows(&self, program: &Rc<Program>) {
        let in_view = || self.scene.rows.owners(self.geometry.rows_in_view());
        self.in_both_times(|past| {
            for (owner, rows) in in_view() {
                match owner {
                    Owner::Task(task) => self.task(task, self.geometry.bar_top(rows.start), past),
                    Owner::Family(node) => self.strip(program, node).paint(past),
                }
            }
        });
        self.brush.context.set_font(&self.brush.theme.small);
        for (owner, rows) in in_view() {
            match owner {
                Owner::Task(task) => {
                    let top = self.geometry.bar_top(rows.start);
                    let path = self.scene.path.as_ref();
                    if let Some(spans) = path.and_then(|path| path.of_task(task)) {
                        self.path(spans, top);
                    }
                    self.end_of(task, top);
                    self.kept_task(task, top);
                }
                Owner::Family(node) => {
                    let strip = self.strip(program, node);
                    strip.paint_marks();
                    strip.paint_difference();
                }
            }
        }
        self.arrows();
    }

    /// Draws what is before the playhead, and then what is after it. `draw` is told which.
    fn in_both_times(&self, draw: impl Fn(bool)) {
        let Some(at_us) = self.scene.at_us else {
            return draw(self.scene.live.is_some());
        };
        let Geometry { width, height, .. } = self.geometry;
        let left = self.geometry.label_width() - 1.0;
        let x = self.geometry.x(at_us).clamp(left, width);
        let sides = [(left, x, true), (x, width, false)];
        for (from, to, past) in sides {
            self.brush
                .within(from, 0.0, to - from, height, || draw(past));
        }
    }

    fn task(&self, task: TaskIndex, top: f64, past: bool) {
        if let Some(runs) = self.scene.drawn_prediction() {
            let row = &runs.concurrent.rows()[task as usize];
            self.spans(&row.spans, top, self.predicted_alpha(past));
        }
        if let Some(live) = &self.scene.live {
            let runs = live.runs();
            let row = &runs.concurrent.rows()[task as usize];
            self.spans(&row.spans, top, measured_alpha(past));
            let time_us = live.time_us(crate::run::Mode::Concurrent);
            let open = runs.concurrent.open_spans(task, time_us).collect();
            self.spans(&open, top, 1.0);
        }
    }

    /// How the task ended, and how that differs from what it is set beside.
    fn end_of(&self, task: TaskIndex, top: f64) {
        let live = self.scene.live.as_ref().map(|live| live.runs());
        let Some(runs) = live.as_deref().or(self.scene.predicted.as_deref()) else {
            return;
        };
        let row = &runs.concurrent.rows()[task as usize];
        let mark = self.end_mark(row, top);
        let before_us = self.scene.reference_end_us(task);
        if let Some((end_us, before_us)) = row.end_us.zip(before_us)
            // What was not changed is best told by silence.
            && (end_us != before_us || self.scene.compared.is_none())
        {
            let x = self.geometry.x(end_us.max(before_us)) + 6.0;
            let middle = top + BAR_HEIGHT / 2.0 + 0.5;
            let text = difference(end_us, before_us);
            self.brush
                .text(&text, x + mark, middle, &self.brush.theme.ink3);
        }
    }

    /// A cross where a task ended without being done. Returns how much room it takes.
    fn end_mark(&self, row: &Row, top: f64) -> f64 {
        let (Some(outcome), Some(end_us)) = (row.outcome, row.end_us) else {
            return 0.0;
        };
        let Some(colour) = self.colour_of(outcome) else {
            return 0.0;
        };
        let x = self.geometry.x(end_us);
        let brush = &self.brush;
        brush.block(x - 1.0, top - 1.0, 2.0, BAR_HEIGHT + 2.0, colour);
        let (left, reach) = (x + 5.0, 3.5);
        let middle = top + BAR_HEIGHT / 2.0;
        for lean in [-reach, reach] {
            let stroke = [(left, middle - lean), (left + 2.0 * reach, middle + lean)];
            brush.line(&stroke, 1.8, colour);
        }
        12.0
    }

    /// The colour of an end that is not what the program is for.
    fn colour_of(&self, outcome: Outcome) -> Option<&str> {
        match outcome {
            Outcome::Done => None,
            Outcome::Failed | Outcome::TimedOut | Outcome::Deadlocked => {
                Some(&self.brush.theme.block)
            }
            Outcome::Cancelled | Outcome::Skipped => Some(&self.brush.theme.ink3),
        }
    }

    /// A line around what is on the critical path.
    fn path(&self, spans: &Spans, top: f64) {
        let ink = &self.brush.theme.ink;
        for bar in self.bars(spans) {
            let width = gapped(bar.width);
            if width < 4.0 {
                self.brush.block(bar.left, top, width, BAR_HEIGHT, ink);
            } else {
                self.brush.outline(bar.left, top, width, BAR_HEIGHT, ink);
            }
        }
    }

    fn bars<'s>(&self, spans: &'s Spans) -> Bars<'s> {
        Bars::new(spans, self.geometry, self.brush.density)
    }

    fn spans(&self, spans: &Spans, top: f64, alpha: f64) {
        for bar in self.bars(spans) {
            self.bar(bar, top, alpha);
        }
    }

    fn bar(&self, bar: Bar, top: f64, alpha: f64) {
        let brush = &self.brush;
        if bar.kind == SpanKind::WaitingForTask {
            brush.faintly(alpha.max(PREDICTION), || {
                brush.fill_as(bar.kind);
                brush.rect(bar.left, top + BAR_HEIGHT / 2.0 - 0.75, bar.width, 1.5);
            });
            return;
        }
        let width = gapped(bar.width).max(1.0 / brush.density);
        if alpha < 1.0 {
            // The lines of the axis are not to be seen through it.
            brush.context.set_fill_style_str(&brush.theme.panel);
            brush.bar(bar.left, top, width, BAR_HEIGHT);
        }
        brush.faintly(alpha, || {
            brush.fill_as(bar.kind);
            brush.bar(bar.left, top, width, BAR_HEIGHT);
        });
    }

    fn predicted_alpha(&self, past: bool) -> f64 {
        match (&self.scene.live, past) {
            (Some(_), _) => GHOST,
            (None, false) if self.scene.at_us.is_some() => GHOST,
            (None, false) => PREDICTION,
            (None, true) => 1.0,
        }
    }
}

fn measured_alpha(past: bool) -> f64 {
    if past { 1.0 } else { PREDICTION }
}

/// Neighbours are told apart by a gap, where there is room for one.
fn gapped(width: f64) -> f64 {
    if width >= 3.0 { width - 1.0 } else { width }
}
