use web_sys::CanvasRenderingContext2d;

use crate::graph::StepKind;
use crate::trace::SpanKind;

use super::theme::Theme;

/// Draws shapes. Lengths are in CSS pixels until they reach the canvas.
pub struct Brush<'a> {
    pub context: &'a CanvasRenderingContext2d,
    pub theme: &'a Theme,
    /// Device pixels to a CSS pixel.
    pub density: f64,
}

impl Brush<'_> {
    /// Has `draw` draw in a rectangle only.
    pub fn within(&self, left: f64, top: f64, width: f64, height: f64, draw: impl FnOnce()) {
        let density = self.density;
        self.context.save();
        self.context.begin_path();
        self.context.rect(
            (left * density).round(),
            (top * density).round(),
            (width * density).round().max(0.0),
            (height * density).round().max(0.0),
        );
        self.context.clip();
        draw();
        self.context.restore();
    }

    /// Has `draw` draw with so much of the colour.
    pub fn faintly(&self, alpha: f64, draw: impl FnOnce()) {
        self.context.set_global_alpha(alpha);
        draw();
        self.context.set_global_alpha(1.0);
    }

    /// Takes up the colour or the pattern of a kind.
    pub fn fill_as(&self, kind: SpanKind) {
        let theme = self.theme;
        let (pattern, colour) = match kind {
            SpanKind::Step(StepKind::Io) => (None, &theme.io),
            SpanKind::Step(StepKind::Cpu) => (theme.cpu.as_ref(), &theme.thin),
            SpanKind::Step(StepKind::Block) => (theme.blocked.as_ref(), &theme.block),
            SpanKind::Step(StepKind::Thread) => (theme.thread.as_ref(), &theme.thin),
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

    /// A rectangle on whole device pixels, at least one wide and high.
    pub fn block(&self, x: f64, y: f64, width: f64, height: f64, colour: &str) {
        let density = self.density;
        let least = density.floor().max(1.0);
        self.context.set_fill_style_str(colour);
        self.context.fill_rect(
            (x * density).round(),
            (y * density).round(),
            (width * density).round().max(least),
            (height * density).round().max(least),
        );
    }

    /// A rectangle in what was taken up last.
    pub fn rect(&self, x: f64, y: f64, width: f64, height: f64) {
        let density = self.density;
        self.context
            .fill_rect(x * density, y * density, width * density, height * density);
    }

    /// A rectangle with round corners in what was taken up last.
    pub fn bar(&self, left: f64, top: f64, width: f64, height: f64) {
        if width < 3.0 {
            self.rect(left, top, width, height);
            return;
        }
        self.round_rect(left, top, width, height);
        self.context.fill();
    }

    /// A line around a bar, on the inside of its edge.
    pub fn outline(&self, left: f64, top: f64, width: f64, height: f64, colour: &str) {
        let thickness = 1.5;
        self.context.set_stroke_style_str(colour);
        self.context.set_line_width(thickness * self.density);
        let inset = thickness / 2.0;
        self.round_rect(
            left + inset,
            top + inset,
            width - thickness,
            height - thickness,
        );
        self.context.stroke();
    }

    /// Lines from each point to the next.
    pub fn line(&self, points: &[(f64, f64)], thickness: f64, colour: &str) {
        self.context.set_stroke_style_str(colour);
        self.context.set_line_width(thickness * self.density);
        self.trace(points);
        self.context.stroke();
    }

    /// An area between points.
    pub fn area(&self, points: &[(f64, f64)], colour: &str) {
        self.context.set_fill_style_str(colour);
        self.trace(points);
        self.context.fill();
    }

    /// Words, their middle at `y`.
    pub fn text(&self, text: &str, x: f64, y: f64, colour: &str) {
        self.context.set_fill_style_str(colour);
        // Only a text that cannot be drawn at all is refused.
        let _ = self
            .context
            .fill_text(text, x * self.density, y * self.density);
    }

    /// How wide they are.
    pub fn text_width(&self, text: &str) -> f64 {
        let metrics = self.context.measure_text(text);
        metrics.map_or(0.0, |metrics| metrics.width() / self.density)
    }

    fn trace(&self, points: &[(f64, f64)]) {
        self.context.begin_path();
        for &(x, y) in points {
            // The first leads from nowhere, and only begins.
            self.context.line_to(x * self.density, y * self.density);
        }
    }

    fn round_rect(&self, left: f64, top: f64, width: f64, height: f64) {
        let density = self.density;
        self.context.begin_path();
        // A radius below 0 is the one thing that is refused.
        let _ = self.context.round_rect_with_f64(
            left * density,
            (top * density).round(),
            width * density,
            (height * density).round(),
            3.0 * density,
        );
    }
}
