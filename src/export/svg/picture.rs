mod disturbed;

use std::ops::Range;

use crate::event_loop::browser::Disturbance;
use crate::export::{RecordedRun, RunSource};
use crate::graph::TaskIndex;
use crate::lettering::Ticks;
use crate::lettering::label::{columns, cut_member, upright};
use crate::lettering::quantity::{duration, grouped, speed_up};
use crate::trace::{PathPart, Span, Trace, critical_path};
use crate::words::{Language, disturbance, page, timeline as words};

use super::bars::Bars;
use super::geometry::{
    AXIS_HEIGHT, BAR_HEIGHT, DIVIDER, FIGURES_HEIGHT, Geometry, HEAD_HEIGHT, HEADING_MIDDLE,
    LABEL_WIDTH, LEFT, NAME_LEFT, ROW_HEIGHT, SEQUENTIAL_TOP, WIDTH,
};
use super::legend::{COLUMN, Item, SIGN, Sign, legend};
use super::lines::{Line, lines};
use super::markup::{Face, Markup};
use super::palette::Palette;

/// The advance of a character of the tasks' names, in CSS pixels.
const MONO_COLUMN: f64 = 7.0;

/// The faces, by the generic families that every renderer has.
const STYLE: &str = "<style>\
text{font:400 12px system-ui,sans-serif;white-space:pre}\
.heading{font-weight:600}\
.name{font:400 11.5px ui-monospace,monospace}\
.figure{font-weight:600;font-size:25px;letter-spacing:-.02em}\
</style>";

/// A picture of two runs.
pub struct Picture<'a> {
    sequential: &'a Trace,
    concurrent: &'a Trace,
    /// What has disturbed the one and the other.
    disturbances: [&'a [Disturbance]; 2],
    source: RunSource,
    palette: &'static Palette,
    language: Language,
    lines: Vec<Line>,
    legend: Vec<Item>,
    geometry: Geometry,
    markup: Markup,
}

impl<'a> Picture<'a> {
    pub fn new(runs: &[RecordedRun<'a>; 2], palette: &'static Palette, language: Language) -> Self {
        let [sequential, concurrent] = runs.map(|run| run.trace);
        let lines = lines(concurrent.program());
        let legend = legend(concurrent, language);
        let end_us = |trace: &Trace| trace.makespan_us().max(trace.latest_us());
        Picture {
            geometry: Geometry {
                legend_lines: legend.last().map_or(0, |item| item.line + 1),
                rows: lines.len(),
                end_us: end_us(sequential).max(end_us(concurrent)),
            },
            sequential,
            concurrent,
            disturbances: runs.map(|run| run.disturbances),
            source: runs[1].source,
            palette,
            language,
            lines,
            legend,
            markup: Markup::default(),
        }
    }

    /// The whole picture.
    pub fn draw(mut self) -> String {
        let height = self.geometry.height();
        self.markup.raw(&format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\">"
        ));
        let [sequential, concurrent] = self.times();
        let title = words::summary(self.language, &sequential, &concurrent);
        self.markup.wrapped("title", &title);
        self.markup.raw(STYLE);
        self.patterns();
        let ground = [0.0, 0.0, WIDTH, height];
        self.markup.rect(ground, self.palette.panel, "");
        let bars = Bars {
            geometry: &self.geometry,
            palette: self.palette,
            path: path_by_task(self.concurrent),
        };
        let markup = std::mem::take(&mut self.markup);
        let mut sheet = Sheet {
            picture: &self,
            bars,
            markup,
        };
        sheet.figures();
        sheet.legend();
        sheet.axis();
        sheet.saved();
        sheet.headings();
        sheet.rows();
        sheet.disturbances();
        sheet.markup.raw("</svg>");
        sheet.markup.into_string()
    }

    fn times(&self) -> [String; 2] {
        let times = [self.sequential, self.concurrent].map(Trace::makespan_us);
        [0, 1].map(|place| self.marked(&duration(times[place]).text(), &[place]))
    }

    /// Stripes for the waits, which lean to one side or to the other.
    fn patterns(&mut self) {
        let palette = self.palette;
        self.markup.raw("<defs>");
        for (name, colour, degrees) in [
            ("pool", palette.pool, 45),
            ("threads", palette.thread, 45),
            ("backoff", palette.ink3, -45),
            ("ready", palette.ready, -45),
        ] {
            self.markup.raw(&format!(
                "<pattern id=\"{}-{name}\" width=\"5.6\" height=\"5.6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate({degrees})\">\
                 <rect width=\"5.6\" height=\"5.6\" fill=\"{}\"/>\
                 <rect width=\"5.6\" height=\"5.6\" fill=\"{colour}\" fill-opacity=\".16\"/>\
                 <rect width=\"1.7\" height=\"5.6\" fill=\"{colour}\" fill-opacity=\".8\"/></pattern>",
                palette.name, palette.panel,
            ));
        }
        if self.is_disturbed() {
            self.pattern_of_disturbances();
        }
        self.markup.raw("</defs>");
    }
}

/// What a picture is drawn on.
struct Sheet<'a> {
    picture: &'a Picture<'a>,
    bars: Bars<'a>,
    markup: Markup,
}

impl Sheet<'_> {
    fn text(&mut self, text: &str, at: [f64; 2], class: &str, colour: &str, more: &str) {
        self.markup.text(text, at, Face { class, colour }, more);
    }

    fn figures(&mut self) {
        let Picture {
            palette, language, ..
        } = *self.picture;
        let [sequential, concurrent] = self.picture.times();
        let deadlocks = self.picture.concurrent.deadlocked() > 0;
        let factor = speed_up(
            self.picture.sequential.makespan_us(),
            self.picture.concurrent.makespan_us(),
        );
        let factor = match factor.filter(|_| !deadlocks) {
            Some(factor) => {
                let factor = format!("{}{}", factor.number, factor.unit);
                self.picture.marked(&factor, &[0, 1])
            }
            None => "–".into(),
        };
        let figures = [
            (words::sequential(language), sequential, palette.ink),
            (words::concurrent(language), concurrent, palette.ink),
            (page::speed_up(language), factor, palette.accent),
        ];
        for (place, (label, figure, colour)) in figures.into_iter().enumerate() {
            let x = LEFT + place as f64 * 200.0;
            self.text(label, [x, 20.0], "plain", palette.ink2, "");
            self.text(&figure, [x, 48.0], "figure", colour, "");
        }
        let end = "text-anchor=\"end\"";
        let right = WIDTH - LEFT;
        let source = match self.picture.source {
            RunSource::Predicted => words::predicted(language),
            RunSource::Measured if self.picture.is_disturbed() => {
                disturbance::measured_disturbed(language)
            }
            RunSource::Measured => words::measured(language),
        };
        self.text("Interleave", [right, 20.0], "heading", palette.ink, end);
        self.text(source, [right, 40.0], "plain", palette.ink3, end);
        let y = FIGURES_HEIGHT;
        self.markup.line([0.0, y], [WIDTH, y], palette.line, 1.0);
    }

    fn legend(&mut self) {
        let palette = self.picture.palette;
        for item in &self.picture.legend {
            let middle = self.picture.geometry.legend_middle(item.line);
            let top = middle - BAR_HEIGHT / 2.0;
            let bar = [item.x, top, 21.0];
            match item.sign {
                Sign::Kind(kind) => self.bars.bar(&mut self.markup, kind, bar),
                Sign::CriticalPath => self.bars.outline(&mut self.markup, bar),
                Sign::Failure => self.cross(item, top, palette.block),
                Sign::GivenUp => self.cross(item, top, palette.ink3),
            }
            self.text(
                item.words,
                [item.x + SIGN, middle],
                "plain",
                palette.ink2,
                "",
            );
        }
    }

    fn cross(&mut self, item: &Item, top: f64, colour: &str) {
        self.bars.cross(&mut self.markup, item.x + 5.0, top, colour);
    }

    fn axis(&mut self) {
        let Picture {
            geometry, palette, ..
        } = self.picture;
        let top = geometry.axis_top();
        let bottom = geometry.height();
        self.markup
            .line([0.0, top], [WIDTH, top], palette.line, 1.0);
        let span_us = geometry.span_us();
        let ticks = Ticks::new(&(0..span_us), (geometry.axis_width() / 96.0) as u32);
        for time_us in ticks.times(&(0..span_us)) {
            let x = geometry.x(time_us);
            let (above, below) = ([x, top + AXIS_HEIGHT], [x, bottom]);
            self.markup.line(above, below, palette.line, 1.0);
            let label = ticks.label(time_us);
            self.text(&label, [x + 5.0, top + 14.0], "plain", palette.ink3, "");
        }
    }

    /// The space between the two ends: what all of this is about.
    fn saved(&mut self) {
        let Picture {
            geometry, palette, ..
        } = self.picture;
        let language = self.picture.language;
        if self.picture.concurrent.deadlocked() > 0 {
            let sentence = words::deadlock(language);
            return self.below_rows(sentence, palette.danger);
        }
        let sequential_us = self.picture.sequential.makespan_us();
        let concurrent_us = self.picture.concurrent.makespan_us();
        let saved_us = sequential_us.saturating_sub(concurrent_us);
        if saved_us == 0 && self.picture.is_disturbed() {
            // It may be what disturbed it that ate up the saving.
            return;
        }
        if saved_us == 0 {
            let sentence = words::nothing_saved(language);
            return self.below_rows(sentence, palette.ink2);
        }
        let (left, right) = (geometry.x(concurrent_us), geometry.x(sequential_us));
        let top = geometry.axis_top() + DIVIDER + 1.0;
        let bottom = geometry.row_top(geometry.rows) + 6.0;
        let zone = [left, top, right - left, bottom - top];
        self.markup.rect(zone, palette.good, "fill-opacity=\".08\"");
        let edge = "fill-opacity=\".55\"";
        self.markup
            .rect([left, top, 1.0, bottom - top], palette.good, edge);
        let above = geometry.axis_top() + AXIS_HEIGHT;
        let right_edge = [right, above, 1.0, bottom - above];
        self.markup.rect(right_edge, palette.good, edge);
        let saved = self.picture.marked(&duration(saved_us).text(), &[0, 1]);
        let ways = [
            words::saved(language, &saved),
            words::saved_short(language, &saved),
            saved,
        ];
        let width = |words: &str| columns(words) as f64 * COLUMN;
        let Some(words) = ways.iter().find(|way| width(way) <= right - left - 16.0) else {
            return;
        };
        let (x, y) = (
            (left + right) / 2.0,
            (top + HEAD_HEIGHT - DIVIDER + bottom) / 2.0,
        );
        let behind = [
            x - width(words) / 2.0 - 6.0,
            y - 9.0,
            width(words) + 12.0,
            18.0,
        ];
        self.markup.rect(behind, palette.panel, "rx=\"3\"");
        self.markup
            .rect(behind, palette.good, "rx=\"3\" fill-opacity=\".08\"");
        let middle = "text-anchor=\"middle\"";
        self.text(words, [x, y], "plain", palette.ink2, middle);
    }

    /// A sentence under the last row.
    fn below_rows(&mut self, sentence: &str, colour: &str) {
        let geometry = &self.picture.geometry;
        if geometry.rows > 0 {
            let y = geometry.row_top(geometry.rows) + 17.0;
            let width = columns(sentence) as f64 * COLUMN;
            let behind = [LABEL_WIDTH + 3.0, y - 9.0, width, 18.0];
            self.markup.rect(behind, self.picture.palette.panel, "");
            self.text(sentence, [LABEL_WIDTH + 6.0, y], "plain", colour, "");
        }
    }

    fn headings(&mut self) {
        let Picture {
            geometry, palette, ..
        } = self.picture;
        let language = self.picture.language;
        let top = geometry.axis_top();
        let divider = top + DIVIDER;
        self.markup
            .line([0.0, divider], [WIDTH, divider], palette.line, 1.0);
        let sequential_top = top + SEQUENTIAL_TOP;
        let steps = self.picture.sequential.steps().iter().copied();
        self.bars.spans(&mut self.markup, steps, sequential_top);
        let middles = [sequential_top + BAR_HEIGHT / 2.0, top + HEADING_MIDDLE];
        let runs = [
            (words::sequential(language), self.picture.sequential),
            (words::concurrent(language), self.picture.concurrent),
        ];
        let times = self.picture.times();
        for (((heading, trace), y), label) in runs.into_iter().zip(middles).zip(times) {
            self.text(heading, [LEFT, y], "heading", palette.ink, "");
            let makespan_us = trace.makespan_us();
            if makespan_us > 0 {
                let x = geometry.x(makespan_us) + 7.0;
                self.text(&label, [x, y], "plain", palette.ink2, "");
            }
        }
        let count = grouped(self.picture.concurrent.rows().len() as u64);
        let at = [LABEL_WIDTH - 12.0, middles[1]];
        self.text(&count, at, "plain", palette.ink3, "text-anchor=\"end\"");
    }

    fn rows(&mut self) {
        for (place, line) in self.picture.lines.iter().enumerate() {
            let top = self.picture.geometry.row_top(place);
            match line {
                Line::Task(task) => self.row(*task, top),
                Line::LeftOut(tasks) => self.left_out(tasks.clone(), top),
            }
        }
    }

    fn row(&mut self, task: TaskIndex, top: f64) {
        let trace = self.picture.concurrent;
        let row = &trace.rows()[task as usize];
        let room = (LABEL_WIDTH - NAME_LEFT - 8.0) / MONO_COLUMN;
        let name = cut_member(&upright(&trace.program().task_name(task)), room as usize);
        let at = [NAME_LEFT, top + ROW_HEIGHT / 2.0];
        self.text(&name, at, "name", self.picture.palette.ink, "");
        let bar_top = top + (ROW_HEIGHT - BAR_HEIGHT) / 2.0;
        let open = trace.open_spans(task, trace.latest_us());
        let spans: Vec<Span> = row.spans.iter().copied().chain(open).collect();
        let markup = &mut self.markup;
        self.bars.spans(markup, spans.iter().copied(), bar_top);
        self.bars.critical(markup, task, &spans, bar_top);
        self.bars.end_mark(markup, row, bar_top);
    }

    /// How many have no row, and from when to when these ran.
    fn left_out(&mut self, tasks: Range<TaskIndex>, top: f64) {
        let palette = self.picture.palette;
        let rows = &self.picture.concurrent.rows()[tasks.start as usize..tasks.end as usize];
        let words = words::more_rows(self.picture.language, &grouped(rows.len() as u64));
        let middle = top + ROW_HEIGHT / 2.0;
        self.text(&words, [NAME_LEFT, middle], "name", palette.ink3, "");
        let from_us = rows.iter().filter_map(|row| row.start_us).min();
        let to_us = rows.iter().filter_map(|row| row.end_us).max();
        if let Some((from_us, to_us)) = from_us.zip(to_us) {
            let geometry = &self.picture.geometry;
            let (left, right) = (geometry.x(from_us), geometry.x(to_us));
            let extent = [left, middle - 2.0, (right - left).max(1.0), 4.0];
            self.markup.rect(extent, palette.thin, "rx=\"2\"");
        }
    }
}

fn path_by_task(concurrent: &Trace) -> Vec<PathPart> {
    let mut path = critical_path(concurrent);
    // Stable: the parts of a task stay in order of time.
    path.sort_by_key(|part| part.task);
    path
}
