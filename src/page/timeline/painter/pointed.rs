//! What is pointed at: lit rows, where they are when they are out of view, and the end of a bar
//! that is held.

use crate::graph::Program;
use crate::lettering::label::cut_member;
use crate::lettering::quantity::duration;
use crate::page::timeline::geometry::{BAR_HEIGHT, ROW_HEIGHT, SEQUENTIAL_TOP};
use crate::page::timeline::scene::Grip;
use crate::run::Mode;

use super::{COLUMN, Painter};

/// The height of what tells where rows out of view are.
const MARKER_HEIGHT: f64 = 18.0;

impl Painter<'_> {
    /// A band behind the rows that are lit.
    pub(super) fn lit_rows(&self) {
        let lit = self.scene.pointed_rows();
        let in_view = self.geometry.rows_in_view();
        let (first, end) = (lit.start.max(in_view.start), lit.end.min(in_view.end));
        if first < end {
            let height = f64::from(end - first) * ROW_HEIGHT;
            let top = self.geometry.row_top(first);
            let brush = &self.brush;
            brush.faintly(0.08, || {
                brush.block(0.0, top, self.geometry.width, height, &brush.theme.accent);
            });
        }
    }

    /// Where all lit rows are out of view, on which side they are, and whose they are.
    pub(super) fn lit_marker(&self, program: &Program) {
        let (geometry, brush) = (self.geometry, &self.brush);
        let lit = self.scene.pointed_rows();
        let Some(pointed) = self.scene.pointed.filter(|_| !lit.is_empty()) else {
            return;
        };
        let head = geometry.head_height();
        let is_above = geometry.row_top(lit.end) <= head + 2.0;
        let is_below = geometry.row_top(lit.start) >= geometry.height - 2.0;
        if !is_above && !is_below {
            return;
        }
        let (left, width) = (6.0, geometry.label_width() - 12.0);
        let top = match is_above {
            true => head + 2.0,
            false => geometry.height - MARKER_HEIGHT - 2.0,
        };
        let theme = brush.theme;
        brush.context.set_fill_style_str(&theme.panel);
        brush.bar(left, top, width, MARKER_HEIGHT);
        brush.outline(left, top, width, MARKER_HEIGHT, &theme.accent);
        let (x, middle) = (left + 11.0, top + MARKER_HEIGHT / 2.0);
        let up = if is_above { 1.0 } else { -1.0 };
        let arrow = [(-4.0, 2.2 * up), (4.0, 2.2 * up), (0.0, -3.0 * up)];
        brush.area(
            &arrow.map(|(right, down)| (x + right, middle + down)),
            &theme.accent,
        );
        let tasks = pointed.tasks(program);
        let name = match tasks.len() {
            1 => program.task_name(tasks.start),
            _ => program.nodes()[program.node_of(tasks.start)].name.clone(),
        };
        let room = ((width - 26.0) / COLUMN) as usize;
        brush.context.set_font(&theme.mono);
        brush.text(&cut_member(&name, room), x + 9.0, middle + 0.5, &theme.ink);
    }

    /// The end of a bar that is held, or could be, and the duration that is asked for.
    pub(super) fn grip(&self, program: &Program) {
        let Some(Grip { edge, duration_us }) = self.scene.grip else {
            return;
        };
        let (geometry, brush) = (self.geometry, &self.brush);
        let runs = self.scene.predicted.as_deref();
        let at_us = runs.and_then(|runs| edge.at_in(runs.of(edge.mode)));
        let (Some(at_us), true) = (at_us, edge.task < program.task_count()) else {
            return;
        };
        let middle = match edge.mode {
            Mode::Sequential => SEQUENTIAL_TOP + BAR_HEIGHT / 2.0,
            Mode::Concurrent => self.middle_of(program, edge.task),
        };
        let (x, top) = (geometry.x(at_us), middle - BAR_HEIGHT / 2.0);
        let theme = brush.theme;
        brush.context.set_fill_style_str(&theme.panel);
        brush.bar(x - 3.5, top - 2.0, 6.0, BAR_HEIGHT + 4.0);
        brush.context.set_fill_style_str(&theme.accent);
        brush.bar(x - 2.5, top - 1.0, 4.0, BAR_HEIGHT + 2.0);
        let Some(duration_us) = duration_us else {
            return;
        };
        brush.context.set_font(&theme.heading);
        let label = duration(duration_us).text();
        let width = brush.text_width(&label) + 12.0;
        let right = geometry.width - 4.0;
        let left = (x + 8.0).min(right - width).max(geometry.label_width());
        brush.context.set_fill_style_str(&theme.panel);
        brush.bar(left, middle - 10.0, width, 20.0);
        brush.outline(left, middle - 10.0, width, 20.0, &theme.accent);
        brush.text(&label, left + 6.0, middle + 0.5, &theme.ink);
    }
}
