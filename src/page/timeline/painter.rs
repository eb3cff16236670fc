use web_sys::CanvasRenderingContext2d;

use crate::graph::{StepKind, TaskIndex};
use crate::lettering::label::cut_member;
use crate::lettering::quantity::{duration, grouped};
use crate::run::Mode;
use crate::trace::{Outcome, Row, Span, SpanKind};

use super::geometry::{
    AXIS_HEIGHT, BAR_HEIGHT, DIVIDER, Geometry, HEAD_HEIGHT, HEADING_LEFT, HEADING_MIDDLE,
    ROW_HEIGHT, SEQUENTIAL_TOP,
};
use super::scene::Scene;
use super::spans::first_after;
use super::theme::Theme;
use super::words;
use crate::lettering::Ticks;

/// How much of a predicted bar's colour shows beside a live run.
const GHOST: f64 = 0.28;

/// How much of it shows while there is nothing but the prediction.
const PREDICTION: f64 = 0.5;

/// The advance of a character of the tasks' names, in CSS pixels.
const COLUMN: f64 = 6.9;

/// Draws one picture of a timeline. Lengths are in CSS pixels until they reach the canvas.
pub struct Painter<'a> {
    pub context: &'a CanvasRenderingContext2d,
    pub theme: &'a Theme,
    pub scene: &'a Scene,
    pub geometry: Geometry,
    /// Device pixels to a CSS pixel.
    pub density: f64,
    /// The live run's time, in microseconds.
    pub now_us: u64,
}

impl Painter<'_> {
    /// Draws everything.
    pub fn paint(&self) {
        let Geometry { width, height, .. } = self.geometry;
        self.context
            .clear_rect(0.0, 0.0, width * self.density, height * self.density);
        self.context.set_text_baseline("middle");
        let Some(program) = self.scene.program() else {
            return;
        };
        self.axis();
        self.saved();
        self.sequential();
        self.headings();
        self.context.save();
        self.context.begin_path();
        self.context.rect(
            0.0,
            (HEAD_HEIGHT * self.density).round(),
            width * self.density,
            height * self.density,
        );
        self.context.clip();
        self.context.set_font(&self.theme.mono);
        for task in self.geometry.rows_in_view() {
            self.row(task, &program.task_name(task));
        }
        self.context.restore();
        if self.scene.live.is_some() {
            self.playhead();
        }
    }

    fn axis(&self) {
        let least = if self.geometry.is_narrow() {
            58.0
        } else {
            96.0
        };
        let most = (self.geometry.axis_width() / least) as u32;
        let span_us = self.geometry.span_us();
        let ticks = Ticks::new(span_us, most);
        self.context.set_font(&self.theme.plain);
        for time_us in ticks.times(span_us) {
            let x = self.geometry.x(time_us);
            let bottom = self.geometry.height - AXIS_HEIGHT;
            self.block(x, AXIS_HEIGHT, 0.0, bottom, &self.theme.line);
            let label = ticks.label(time_us);
            if x + 5.0 + self.text_width(&label) < self.geometry.width {
                self.text(&label, x + 5.0, 14.0, &self.theme.ink3);
            }
        }
    }

    fn headings(&self) {
        self.block(0.0, DIVIDER, self.geometry.width, 0.0, &self.theme.line);
        self.context.set_font(&self.theme.heading);
        let sequential_middle = SEQUENTIAL_TOP + BAR_HEIGHT / 2.0;
        let ink = &self.theme.ink;
        self.text(words::SEQUENTIAL, HEADING_LEFT, sequential_middle, ink);
        self.text(words::CONCURRENT, HEADING_LEFT, HEADING_MIDDLE, ink);
        self.context.set_font(&self.theme.plain);
        if let Some((sequential_us, concurrent_us)) = self.scene.makespans_us() {
            let ends = [
                (sequential_us, sequential_middle),
                (concurrent_us, HEADING_MIDDLE),
            ];
            for (time_us, y) in ends {
                let label = duration(time_us).text();
                let x = self.geometry.x(time_us) + 7.0;
                if time_us > 0 && x + self.text_width(&label) < self.geometry.width {
                    self.text(&label, x, y, &self.theme.ink2);
                }
            }
        }
        if !self.geometry.is_narrow() {
            let count = grouped(self.geometry.rows.into());
            let x = self.geometry.label_width() - 12.0 - self.text_width(&count);
            self.text(&count, x, HEADING_MIDDLE, &self.theme.ink3);
        }
    }

    /// The space between the two ends: what all of this is about.
    fn saved(&self) {
        let Some((sequential_us, concurrent_us)) = self.scene.makespans_us() else {
            return;
        };
        self.context.set_font(&self.theme.plain);
        let rows_bottom = self.geometry.row_top(self.geometry.rows);
        let saved_us = sequential_us.saturating_sub(concurrent_us);
        if self.scene.deadlocks() {
            return self.below_rows(words::DEADLOCK, &self.theme.danger);
        }
        if saved_us == 0 {
            return self.below_rows(words::NOTHING_SAVED, &self.theme.ink2);
        }
        let (left, right) = (
            self.geometry.x(concurrent_us),
            self.geometry.x(sequential_us),
        );
        let top = DIVIDER + 1.0;
        let bottom = (rows_bottom + 6.0).clamp(HEAD_HEIGHT, self.geometry.height);
        self.context.set_global_alpha(0.08);
        self.block(left, top, right - left, bottom - top, &self.theme.good);
        self.context.set_global_alpha(0.55);
        self.block(left, top, 0.0, bottom - top, &self.theme.good);
        self.block(
            right,
            AXIS_HEIGHT,
            0.0,
            bottom - AXIS_HEIGHT,
            &self.theme.good,
        );
        self.context.set_global_alpha(1.0);
        let saved = duration(saved_us).text();
        let ways = [words::saved(&saved), words::saved_short(&saved), saved];
        let room = right - left - 16.0;
        if let Some(words) = ways.iter().find(|way| self.text_width(way) <= room) {
            let x = (left + right - self.text_width(words)) / 2.0;
            let y = (HEAD_HEIGHT + bottom) / 2.0;
            if bottom - HEAD_HEIGHT > 16.0 {
                let width = self.text_width(words);
                self.block(x - 6.0, y - 9.0, width + 12.0, 18.0, &self.theme.panel);
                self.context.set_global_alpha(0.08);
                self.block(x - 6.0, y - 9.0, width + 12.0, 18.0, &self.theme.good);
                self.context.set_global_alpha(1.0);
                self.text(words, x, y, &self.theme.ink2);
            }
        }
    }

    /// A sentence under the last row.
    fn below_rows(&self, sentence: &str, colour: &str) {
        let y = self.geometry.row_top(self.geometry.rows) + 18.0;
        if self.geometry.rows > 0 && y > HEAD_HEIGHT && y < self.geometry.height - 8.0 {
            let x = self.geometry.label_width() + 6.0;
            let width = self.text_width(sentence);
            self.block(x - 3.0, y - 9.0, width + 6.0, 18.0, &self.theme.panel);
            self.text(sentence, x, y, colour);
        }
    }

    fn sequential(&self) {
        if let Some(runs) = &self.scene.predicted {
            self.spans(runs.sequential.steps(), SEQUENTIAL_TOP, self.ghost());
        }
        if let Some(live) = &self.scene.live {
            let runs = live.runs();
            let trace = runs.of(Mode::Sequential);
            self.spans(trace.steps(), SEQUENTIAL_TOP, 1.0);
            let time_us = live.time_us(Mode::Sequential);
            if let Some(span) = self.scene.open_sequential_step(trace, time_us) {
                self.span(&span, SEQUENTIAL_TOP, 1.0);
            }
        }
    }

    fn row(&self, task: TaskIndex, name: &str) {
        let top = self.geometry.row_top(task);
        let bar_top = top + (ROW_HEIGHT - BAR_HEIGHT) / 2.0;
        if self.scene.pointed == Some(task) {
            self.context.set_global_alpha(0.08);
            let width = self.geometry.width;
            self.block(0.0, top, width, ROW_HEIGHT, &self.theme.accent);
            self.context.set_global_alpha(1.0);
        }
        let left = self.geometry.name_left();
        let room = (self.geometry.label_width() - left - 8.0) / COLUMN;
        let middle = top + ROW_HEIGHT / 2.0 + 0.5;
        let name = cut_member(name, room as usize);
        self.text(&name, left, middle, &self.theme.ink);
        if let Some(runs) = &self.scene.predicted {
            let row = &runs.concurrent.rows()[task as usize];
            self.spans(&row.spans, bar_top, self.ghost());
            if self.scene.live.is_none() {
                self.end_mark(row, bar_top);
            }
        }
        if let Some(live) = &self.scene.live {
            let runs = live.runs();
            let row = &runs.concurrent.rows()[task as usize];
            self.spans(&row.spans, bar_top, 1.0);
            let time_us = live.time_us(Mode::Concurrent);
            for span in runs.concurrent.open_spans(task, time_us) {
                self.span(&span, bar_top, 1.0);
            }
            self.end_mark(row, bar_top);
        }
    }

    /// A cross where a task ended without being done.
    fn end_mark(&self, row: &Row, top: f64) {
        let (Some(outcome), Some(end_us)) = (row.outcome, row.end_us) else {
            return;
        };
        let colour = match outcome {
            Outcome::Done => return,
            Outcome::Failed | Outcome::TimedOut | Outcome::Deadlocked => &self.theme.block,
            Outcome::Cancelled | Outcome::Skipped => &self.theme.ink3,
        };
        let x = self.geometry.x(end_us);
        self.block(x - 1.0, top - 1.0, 2.0, BAR_HEIGHT + 2.0, colour);
        let (left, reach) = (x + 5.0, 3.5);
        let middle = top + BAR_HEIGHT / 2.0;
        self.context.set_stroke_style_str(colour);
        self.context.set_line_width(1.8 * self.density);
        self.context.begin_path();
        for lean in [-reach, reach] {
            self.move_to(left, middle - lean);
            self.line_to(left + 2.0 * reach, middle + lean);
        }
        self.context.stroke();
    }

    fn playhead(&self) {
        let x = self.geometry.x(self.now_us);
        self.context.set_fill_style_str(&self.theme.accent);
        self.rect(x - 0.75, 0.0, 1.5, self.geometry.height);
        self.context.begin_path();
        self.move_to(x - 6.0, 0.0);
        self.line_to(x + 6.0, 0.0);
        self.line_to(x + 6.0, 7.0);
        self.line_to(x, 13.0);
        self.line_to(x - 6.0, 7.0);
        self.context.fill();
    }

    /// Draws spans in order of time. Of the steps that end in the same pixel only the first is
    /// drawn, and the others are not visited; a wait of less than a pixel is not drawn, as the
    /// microseconds that a live run takes between two steps are none of the program's.
    fn spans(&self, spans: &[Span], top: f64, alpha: f64) {
        let mut place = 0;
        while let Some(span) = spans.get(place) {
            place += 1;
            let end = self.geometry.x(span.to_us) * self.density;
            let is_narrow = end - self.geometry.x(span.from_us) * self.density < 1.0;
            let is_step = matches!(span.kind, SpanKind::Step(_));
            if is_step || !is_narrow {
                self.span(span, top, alpha);
            }
            if is_narrow && is_step {
                let next_pixel = (end.floor() + 1.0) / self.density;
                place = first_after(spans, place, self.geometry.time_us(next_pixel));
            }
        }
    }

    fn span(&self, span: &Span, top: f64, alpha: f64) {
        let left = self.geometry.x(span.from_us);
        let width = self.geometry.x(span.to_us) - left;
        if span.kind == SpanKind::WaitingForTask {
            self.context.set_global_alpha(alpha.max(PREDICTION));
            self.fill_as(span.kind);
            self.rect(left, top + BAR_HEIGHT / 2.0 - 0.75, width, 1.5);
            self.context.set_global_alpha(1.0);
            return;
        }
        // Neighbours are told apart by a gap, where there is room for one.
        let width = if width >= 3.0 { width - 1.0 } else { width };
        let width = width.max(1.0 / self.density);
        if alpha < 1.0 {
            // The lines of the axis are not to be seen through it.
            self.context.set_fill_style_str(&self.theme.panel);
            self.bar(left, top, width);
            self.context.set_global_alpha(alpha);
        }
        self.fill_as(span.kind);
        self.bar(left, top, width);
        self.context.set_global_alpha(1.0);
    }

    fn bar(&self, left: f64, top: f64, width: f64) {
        if width < 3.0 {
            self.rect(left, top, width, BAR_HEIGHT);
            return;
        }
        let density = self.density;
        self.context.begin_path();
        // A radius below 0 is the one thing that is refused.
        let _ = self.context.round_rect_with_f64(
            left * density,
            (top * density).round(),
            width * density,
            (BAR_HEIGHT * density).round(),
            3.0 * density,
        );
        self.context.fill();
    }

    fn fill_as(&self, kind: SpanKind) {
        let theme = self.theme;
        let (pattern, colour) = match kind {
            SpanKind::Step(StepKind::Io) => (None, &theme.io),
            SpanKind::Step(StepKind::Cpu) => (None, &theme.cpu),
            SpanKind::Step(StepKind::Block) => (None, &theme.block),
            SpanKind::Step(StepKind::Thread) => (None, &theme.thread),
            SpanKind::WaitingForTask => (None, &theme.thin),
            SpanKind::WaitingForPool => (theme.pool.as_ref(), &theme.thin),
            SpanKind::WaitingForThread => (theme.threads.as_ref(), &theme.thin),
            SpanKind::Backoff => (theme.backoff.as_ref(), &theme.thin),
            SpanKind::Ready => (theme.ready.as_ref(), &theme.thin),
        };
        match pattern {
            Some(pattern) => self.context.set_fill_style_canvas_pattern(pattern),
            None => self.context.set_fill_style_str(colour),
        }
    }

    fn ghost(&self) -> f64 {
        if self.scene.live.is_some() {
            GHOST
        } else {
            PREDICTION
        }
    }

    /// A rectangle on whole device pixels, at least one wide and high.
    fn block(&self, x: f64, y: f64, width: f64, height: f64, colour: &str) {
        let density = self.density;
        self.context.set_fill_style_str(colour);
        self.context.fill_rect(
            (x * density).round(),
            (y * density).round(),
            (width * density).round().max(density.floor().max(1.0)),
            (height * density).round().max(density.floor().max(1.0)),
        );
    }

    fn rect(&self, x: f64, y: f64, width: f64, height: f64) {
        let density = self.density;
        self.context
            .fill_rect(x * density, y * density, width * density, height * density);
    }

    fn text(&self, text: &str, x: f64, y: f64, colour: &str) {
        self.context.set_fill_style_str(colour);
        // Only a text that cannot be drawn at all is refused.
        let _ = self
            .context
            .fill_text(text, x * self.density, y * self.density);
    }

    fn text_width(&self, text: &str) -> f64 {
        let metrics = self.context.measure_text(text);
        metrics.map_or(0.0, |metrics| metrics.width() / self.density)
    }

    fn move_to(&self, x: f64, y: f64) {
        self.context.move_to(x * self.density, y * self.density);
    }

    fn line_to(&self, x: f64, y: f64) {
        self.context.line_to(x * self.density, y * self.density);
    }
}
