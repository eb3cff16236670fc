use crate::graph::{StepKind, TaskIndex};
use crate::trace::{Outcome, PathPart, Row, Span, SpanKind};

use super::geometry::{BAR_HEIGHT, Geometry};
use super::markup::Markup;
use super::palette::Palette;

/// The narrowest bar that has room for an outline, in CSS pixels.
const OUTLINED: f64 = 6.0;

/// What is drawn of spans.
pub struct Bars<'a> {
    pub geometry: &'a Geometry,
    pub palette: &'static Palette,
    /// The critical path by task.
    pub path: Vec<PathPart>,
}

impl Bars<'_> {
    /// Draws spans in order of time. Of the steps that end in the same pixel only the first is
    /// drawn; a wait of less than a pixel is not drawn.
    pub fn spans(&self, markup: &mut Markup, spans: impl Iterator<Item = Span>, top: f64) {
        let mut last_narrow = -1.0;
        for span in spans {
            let (left, right) = (self.geometry.x(span.from_us), self.geometry.x(span.to_us));
            let is_narrow = right - left < 1.0;
            let is_step = matches!(span.kind, SpanKind::Step(_));
            if is_narrow && (!is_step || right.floor() == last_narrow) {
                continue;
            }
            if is_narrow {
                last_narrow = right.floor();
            }
            self.bar(markup, span.kind, [left, top, right - left]);
        }
    }

    /// A bar of a kind, at its left, its top, and of its width.
    pub fn bar(&self, markup: &mut Markup, kind: SpanKind, [left, top, width]: [f64; 3]) {
        if kind == SpanKind::WaitingForTask {
            let middle = top + BAR_HEIGHT / 2.0 - 0.75;
            return markup.rect([left, middle, width, 1.5], self.palette.thin, "");
        }
        let palette = self.palette;
        let pattern = |name| format!("url(#{}-{name})", palette.name);
        let fill = match kind {
            SpanKind::Step(StepKind::Io) => palette.io.into(),
            SpanKind::Step(StepKind::Cpu) => palette.cpu.into(),
            SpanKind::Step(StepKind::Block) => palette.block.into(),
            SpanKind::Step(StepKind::Thread) => palette.thread.into(),
            SpanKind::WaitingForTask => palette.thin.into(),
            SpanKind::WaitingForPool => pattern("pool"),
            SpanKind::WaitingForThread => pattern("threads"),
            SpanKind::Backoff => pattern("backoff"),
            SpanKind::Ready => pattern("ready"),
        };
        markup.rect(drawn_bar(left, top, width), &fill, rounded(width));
    }

    /// Outlines the steps that the critical path leads through. `path` is sorted by task.
    pub fn critical(&self, markup: &mut Markup, task: TaskIndex, spans: &[Span], top: f64) {
        let first = self.path.partition_point(|part| part.task < task);
        let parts = self.path[first..].iter();
        for part in parts.take_while(|part| part.task == task) {
            let next = spans.partition_point(|span| span.to_us <= part.from_us);
            let within = spans[next..].iter();
            for span in within.take_while(|span| span.from_us < part.to_us) {
                let left = self.geometry.x(span.from_us);
                let width = self.geometry.x(span.to_us) - left;
                if matches!(span.kind, SpanKind::Step(_)) && width >= OUTLINED {
                    self.outline(markup, [left, top, width]);
                }
            }
        }
    }

    /// The outline of a bar on the critical path.
    pub fn outline(&self, markup: &mut Markup, [left, top, width]: [f64; 3]) {
        let [x, y, width, height] = drawn_bar(left, top, width);
        let inset = [x + 0.75, y + 0.75, width - 1.5, height - 1.5];
        let stroke = format!(
            "rx=\"2.25\" stroke=\"{}\" stroke-width=\"1.5\"",
            self.palette.ink
        );
        markup.rect(inset, "none", &stroke);
    }

    /// A cross where a task ended without being done.
    pub fn end_mark(&self, markup: &mut Markup, row: &Row, top: f64) {
        let (Some(outcome), Some(end_us)) = (row.outcome, row.end_us) else {
            return;
        };
        let colour = match outcome {
            Outcome::Done => return,
            Outcome::Failed | Outcome::TimedOut | Outcome::Deadlocked => self.palette.block,
            Outcome::Cancelled | Outcome::Skipped => self.palette.ink3,
        };
        self.cross(markup, self.geometry.x(end_us), top, colour);
    }

    /// A cross after an end at `x`.
    pub fn cross(&self, markup: &mut Markup, x: f64, top: f64, colour: &str) {
        let end = [x - 1.0, top - 1.0, 2.0, BAR_HEIGHT + 2.0];
        markup.rect(end, colour, "");
        let (left, right) = (x + 5.0, x + 12.0);
        let middle = top + BAR_HEIGHT / 2.0;
        let (above, below) = (middle - 3.5, middle + 3.5);
        markup.line([left, above], [right, below], colour, 1.8);
        markup.line([left, below], [right, above], colour, 1.8);
    }
}

/// Neighbours are told apart by a gap, where there is room for one.
fn drawn_bar(left: f64, top: f64, width: f64) -> [f64; 4] {
    let width = if width >= 3.0 { width - 1.0 } else { width };
    [left, top, width.max(1.0), BAR_HEIGHT]
}

fn rounded(width: f64) -> &'static str {
    if width < 3.0 { "" } else { "rx=\"3\"" }
}
