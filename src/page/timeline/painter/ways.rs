//! The modelled ways, between the sequential run and the concurrent one: a strip for each.

use crate::graph::Program;
use crate::lettering::quantity::duration;
use crate::page::ModelledRun;
use crate::page::timeline::geometry::HEADING_LEFT;
use crate::run::Way;
use crate::words::ways as words;

use super::Painter;

/// From a strip's middle to each of its heading's two lines, in CSS pixels.
const LINE: f64 = 7.5;

impl Painter<'_> {
    /// The strips: all tasks of each way above one another, and when its last one ends.
    pub(super) fn ways(&self, program: &Program) {
        let (geometry, brush) = (self.geometry, &self.brush);
        let height = geometry.ways.bar_height();
        self.in_both_times(|past| {
            let alpha = self.predicted_alpha(past);
            for (number, run) in (0..).zip(&self.scene.ways) {
                let top = geometry.way_top(number);
                for (task, top, height) in self.lanes(0..program.task_count(), top, height) {
                    let row = &run.trace.rows()[task as usize];
                    // Neighbours are told apart, where there is room.
                    let gap = if height >= 4.0 { 1.0 } else { 0.0 };
                    self.lane(&row.spans, top, height - gap, alpha);
                }
            }
        });
        brush.context.set_font(&brush.theme.plain);
        for (number, run) in (0..).zip(&self.scene.ways) {
            let end_us = run.trace.makespan_us();
            let label = duration(end_us).text();
            let x = geometry.x(end_us) + 7.0;
            if end_us > 0 && x + brush.text_width(&label) < geometry.width {
                let middle = geometry.way_top(number) + height / 2.0 + 0.5;
                brush.text(&label, x, middle, &brush.theme.ink2);
            }
        }
    }

    /// Which strip is which way's, and that it is modelled.
    pub(super) fn way_headings(&self) {
        let (geometry, brush) = (self.geometry, &self.brush);
        let room = geometry.label_width() - HEADING_LEFT - 4.0;
        for (number, run) in (0..).zip(&self.scene.ways) {
            let middle = geometry.way_top(number) + geometry.ways.bar_height() / 2.0;
            brush.context.set_font(&brush.theme.heading);
            let [long, short] = self.way_names(run);
            let name = match brush.text_width(&long) <= room {
                true => long,
                false => short,
            };
            brush.text(&name, HEADING_LEFT, middle - LINE, &brush.theme.ink);
            brush.context.set_font(&brush.theme.small);
            let modelled = words::modelled(self.scene.language);
            brush.text(modelled, HEADING_LEFT, middle + LINE, &brush.theme.ink3);
        }
    }

    /// A way's name, and a shorter one.
    fn way_names(&self, run: &ModelledRun) -> [String; 2] {
        let language = self.scene.language;
        match run.way {
            Way::Threads => [words::threads_short(language); 2].map(str::to_owned),
            way @ Way::Processes { .. } => [
                match way.cores() {
                    1 => words::processes_on_one(language).to_owned(),
                    cores => words::processes_on(language, &cores),
                },
                words::processes_short(language).to_owned(),
            ],
        }
    }
}
