//! What stays in view above the rows: the axis, the sequential run, the headings; and the lines
//! that go through all of it.

use crate::lettering::Ticks;
use crate::lettering::quantity::{approximately, difference, duration, grouped, passing};
use crate::page::timeline::geometry::{AXIS_HEIGHT, BAR_HEIGHT, HEADING_LEFT, SEQUENTIAL_TOP};
use crate::run::Mode;
use crate::words::timeline as words;

use super::{Painter, measured_alpha};

/// Half the width of the playhead's handle, in CSS pixels.
const HANDLE: f64 = 6.0;

impl Painter<'_> {
    pub(super) fn axis(&self) {
        let (geometry, brush) = (self.geometry, &self.brush);
        let least = if geometry.is_narrow() { 58.0 } else { 96.0 };
        let most = (geometry.axis_width() / least) as u32;
        let first_us = geometry.times_in_view().start;
        let in_view = first_us..first_us + geometry.span_us();
        let ticks = Ticks::new(&in_view, most);
        brush.context.set_font(&brush.theme.plain);
        let covered = self.moment().map(|(x, left, label)| {
            let width = brush.text_width(&label);
            (left.min(x - HANDLE), (left + width).max(x + HANDLE))
        });
        for time_us in ticks.times(&in_view) {
            let x = geometry.x(time_us);
            let bottom = geometry.height - AXIS_HEIGHT;
            brush.block(x, AXIS_HEIGHT, 0.0, bottom, &brush.theme.line);
            let label = ticks.label(time_us);
            let end = x + 5.0 + brush.text_width(&label);
            let is_free = covered.is_none_or(|(left, right)| end < left || x > right);
            if end < geometry.width && is_free {
                brush.text(&label, x + 5.0, 14.0, &brush.theme.ink3);
            }
        }
    }

    pub(super) fn headings(&self) {
        let (geometry, brush) = (self.geometry, &self.brush);
        let language = self.scene.language;
        let heading_middle = geometry.heading_middle();
        brush.block(
            0.0,
            geometry.divider(),
            geometry.width,
            0.0,
            &brush.theme.line,
        );
        brush.context.set_font(&brush.theme.heading);
        let sequential_middle = SEQUENTIAL_TOP + BAR_HEIGHT / 2.0;
        let ink = &brush.theme.ink;
        brush.text(
            words::sequential(language),
            HEADING_LEFT,
            sequential_middle,
            ink,
        );
        brush.text(
            words::concurrent(language),
            HEADING_LEFT,
            heading_middle,
            ink,
        );
        self.way_headings();
        brush.context.set_font(&brush.theme.plain);
        let ends = [
            (Mode::Sequential, sequential_middle),
            (Mode::Concurrent, heading_middle),
        ];
        self.in_axis(0.0, || {
            for (mode, y) in ends {
                self.end_of_run(mode, y);
            }
        });
        if !geometry.is_narrow() {
            let program = self.scene.program();
            let count = program.map_or(0, |program| program.task_count());
            let count = grouped(count.into());
            let x = geometry.label_width() - 12.0 - brush.text_width(&count);
            brush.text(&count, x, heading_middle, &brush.theme.ink3);
        }
    }

    /// When a run ends, and how much that differs from what it is set beside.
    fn end_of_run(&self, mode: Mode, y: f64) {
        let (geometry, brush) = (self.geometry, &self.brush);
        let Some(time_us) = self.scene.makespan_us(mode).filter(|&us| us > 0) else {
            return;
        };
        let label = match self.scene.is_disturbed(mode) {
            true => approximately(&passing(time_us).text()),
            false => duration(time_us).text(),
        };
        let x = geometry.x(time_us) + 7.0;
        let width = brush.text_width(&label);
        if x + width >= geometry.width {
            return;
        }
        brush.text(&label, x, y, &brush.theme.ink2);
        if let Some(before_us) = self.scene.reference_us(mode) {
            let difference = difference(time_us, before_us);
            if x + width + 7.0 + brush.text_width(&difference) < geometry.width {
                brush.text(&difference, x + width + 7.0, y, &brush.theme.ink3);
            }
        }
    }

    pub(super) fn sequential(&self) {
        self.kept_sequential(SEQUENTIAL_TOP);
        self.in_both_times(|past| {
            if let Some(runs) = self.scene.drawn_prediction() {
                let steps = runs.sequential.steps();
                self.spans(steps, SEQUENTIAL_TOP, self.predicted_alpha(past));
            }
            if let Some(live) = &self.scene.live {
                let runs = live.runs();
                let trace = runs.of(Mode::Sequential);
                self.spans(trace.steps(), SEQUENTIAL_TOP, measured_alpha(past));
                let time_us = live.time_us(Mode::Sequential);
                let open = self.scene.open_sequential_step(trace, time_us);
                self.spans(&open.into_iter().collect(), SEQUENTIAL_TOP, 1.0);
            }
        });
    }

    /// The space between the two ends: what all of this is about.
    pub(super) fn saved(&self) {
        let Some((sequential_us, concurrent_us)) = self.scene.makespans_us() else {
            return;
        };
        let (geometry, brush) = (self.geometry, &self.brush);
        let (theme, language) = (brush.theme, self.scene.language);
        brush.context.set_font(&theme.plain);
        if self.scene.deadlocks() {
            return self.below_rows(words::deadlock(language), &theme.danger);
        }
        if sequential_us <= concurrent_us && self.scene.any_disturbed() {
            // It may be what disturbed it that ate up the saving.
            return;
        }
        if sequential_us <= concurrent_us {
            return self.below_rows(words::nothing_saved(language), &theme.ink2);
        }
        let (left, right) = (geometry.x(concurrent_us), geometry.x(sequential_us));
        let (top, bottom) = (geometry.divider() + 1.0, self.saved_bottom());
        brush.faintly(0.08, || {
            brush.block(left, top, right - left, bottom - top, &theme.good);
        });
        brush.faintly(0.55, || {
            brush.block(left, top, 0.0, bottom - top, &theme.good);
            let height = bottom - AXIS_HEIGHT;
            brush.block(right, AXIS_HEIGHT, 0.0, height, &theme.good);
        });
    }

    /// Where what is saved ends below: under the last row.
    fn saved_bottom(&self) -> f64 {
        let geometry = self.geometry;
        let rows_bottom = geometry.row_top(geometry.rows) + 6.0;
        rows_bottom.max(geometry.head_height()).min(geometry.height)
    }

    /// How much is saved, in the middle of what is saved. It lies on what the rows say there.
    pub(super) fn saved_words(&self) {
        let Some((sequential_us, concurrent_us)) = self.scene.makespans_us() else {
            return;
        };
        let saved_us = sequential_us.saturating_sub(concurrent_us);
        if saved_us == 0 || self.scene.deadlocks() {
            return;
        }
        let (geometry, brush) = (self.geometry, &self.brush);
        let (theme, language) = (brush.theme, self.scene.language);
        brush.context.set_font(&theme.plain);
        let left = geometry.x(concurrent_us).max(geometry.label_width());
        let right = geometry.x(sequential_us).min(geometry.width);
        let (head, bottom) = (geometry.head_height(), self.saved_bottom());
        // A measured time has digits that say nothing.
        let is_measured = self.scene.live.as_ref().is_some_and(|live| live.is_over());
        let saved = match is_measured {
            true if self.scene.any_disturbed() => approximately(&passing(saved_us).text()),
            true => passing(saved_us).text(),
            false => duration(saved_us).text(),
        };
        let ways = [
            words::saved(language, &saved),
            words::saved_short(language, &saved),
            saved,
        ];
        let room = right - left - 16.0;
        let way = ways.iter().find(|way| brush.text_width(way) <= room);
        if let Some(words) = way
            && bottom - head > 16.0
        {
            let width = brush.text_width(words);
            let x = (left + right - width) / 2.0;
            let y = (head + bottom) / 2.0;
            brush.block(x - 6.0, y - 9.0, width + 12.0, 18.0, &theme.panel);
            brush.faintly(0.08, || {
                brush.block(x - 6.0, y - 9.0, width + 12.0, 18.0, &theme.good);
            });
            brush.text(words, x, y, &theme.ink2);
        }
    }

    /// A sentence under the last row.
    fn below_rows(&self, sentence: &str, colour: &str) {
        let (geometry, brush) = (self.geometry, &self.brush);
        let y = geometry.row_top(geometry.rows) + 18.0;
        if geometry.rows > 0 && y > geometry.head_height() && y < geometry.height - 8.0 {
            let x = geometry.label_width() + 6.0;
            let width = brush.text_width(sentence);
            brush.block(x - 3.0, y - 9.0, width + 6.0, 18.0, &brush.theme.panel);
            brush.text(sentence, x, y, colour);
        }
    }

    /// The moment that the page shows: the one that was chosen, or else the live run's own.
    pub(super) fn playhead(&self) {
        let (geometry, brush) = (self.geometry, &self.brush);
        let now_us = self.scene.live.as_ref().map(|_| self.now_us);
        let Some(at_us) = self.scene.at_us.or(now_us) else {
            return;
        };
        let x = geometry.x(at_us);
        let theme = brush.theme;
        brush.context.set_fill_style_str(&theme.accent);
        brush.rect(x - 0.75, 0.0, 1.5, geometry.height);
        let handle = [
            (-HANDLE, 0.0),
            (HANDLE, 0.0),
            (HANDLE, 7.0),
            (0.0, 13.0),
            (-HANDLE, 7.0),
        ];
        let handle = handle.map(|(right, down)| (x + right, down));
        brush.area(&handle, &theme.accent);
        brush.context.set_font(&theme.plain);
        if let Some((_, left, label)) = self.moment() {
            brush.text(&label, left, 14.0, &theme.accent_ink);
        }
    }

    /// The moment that was chosen: where it is, and where it is said which it is.
    fn moment(&self) -> Option<(f64, f64, String)> {
        let at_us = self.scene.at_us?;
        let x = self.geometry.x(at_us);
        let label = duration(at_us).text();
        let width = self.brush.text_width(&label);
        let right = x + HANDLE + 6.0;
        let left = match right + width < self.geometry.width {
            true => right,
            false => x - HANDLE - 6.0 - width,
        };
        Some((x, left, label))
    }
}
