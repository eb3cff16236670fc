//! What let a task go on: an arrow from whoever did it.

use std::collections::HashSet;

use crate::graph::{Program, TaskIndex};
use crate::page::timeline::geometry::{Geometry, ROW_HEIGHT};
use crate::page::timeline::rows::Owner;
use crate::trace::{Link, Trace};

use super::Painter;

/// In which pixels arrows are drawn, from which row, and to which: one of each is enough.
type Drawn = HashSet<(i32, u32, u32)>;

/// To so many of the tasks that are pointed at arrows are drawn: more cannot be told apart.
const MOST_POINTED: usize = 64;

impl Painter<'_> {
    /// The arrows to the task that is pointed at, and where they are wanted to all in view.
    pub(super) fn arrows(&self) {
        let live = self.scene.live.as_ref().map(|live| live.runs());
        let predicted = self.scene.predicted.as_deref();
        let Some(runs) = live.as_deref().or(predicted) else {
            return;
        };
        let trace = &runs.concurrent;
        if self.scene.causes {
            let in_view = self.geometry.rows_in_view();
            for (owner, _) in self.scene.rows.owners(in_view) {
                let mut drawn = Drawn::new();
                match owner {
                    Owner::Task(task) => self.arrows_to(trace, task, 0.75, &mut drawn),
                    Owner::Family(node) => {
                        for task in self.strip(trace.program(), node).shown() {
                            self.arrows_to(trace, task, 0.75, &mut drawn);
                        }
                    }
                }
            }
        }
        let mut drawn = Drawn::new();
        for task in self.scene.pointed_tasks().take(MOST_POINTED) {
            self.arrows_to(trace, task, 1.0, &mut drawn);
        }
    }

    /// One for each pixel at most, found by halves, as there may be very many.
    fn arrows_to(&self, trace: &Trace, task: TaskIndex, alpha: f64, drawn: &mut Drawn) {
        let links = &trace.rows()[task as usize].links;
        let in_view = self.geometry.times_in_view();
        let mut place = links.partition_point(|link| link.at_us < in_view.start);
        while let Some(link) = links.get(place).filter(|link| link.at_us < in_view.end) {
            let x = self.geometry.x(link.at_us);
            if drawn.insert((
                x as i32,
                self.scene.rows.row_of(link.by),
                self.scene.rows.row_of(task),
            )) {
                self.arrow(trace.program(), link, task, alpha);
            }
            let next_us = self.geometry.time_us(x + 1.0).max(link.at_us + 1);
            place += 1;
            place += links[place..].partition_point(|link| link.at_us < next_us);
        }
    }

    fn arrow(&self, program: &Program, link: &Link, task: TaskIndex, alpha: f64) {
        let [from, to] = [link.by, task].map(|task| self.scene.rows.row_of(task));
        if from == to {
            return;
        }
        let Geometry { height, .. } = self.geometry;
        let head = self.geometry.head_height();
        let x = self.geometry.x(link.at_us);
        let [start, end] = [link.by, task].map(|task| self.middle_of(program, task));
        let seen = |y: f64| y.clamp(head - 20.0, height + 20.0);
        let down = if end > start { 1.0 } else { -1.0 };
        let tip = end - down * 6.0;
        let ink = &self.brush.theme.ink2;
        self.brush.faintly(alpha, || {
            self.brush
                .line(&[(x, seen(start)), (x, seen(tip))], 1.0, ink);
            let head = [
                (x, tip),
                (x - 3.0, tip - down * 5.0),
                (x + 3.0, tip - down * 5.0),
            ];
            self.brush.area(&head, ink);
            self.brush.area(
                &[
                    (x - 2.0, start - 2.0),
                    (x + 2.0, start - 2.0),
                    (x + 2.0, start + 2.0),
                    (x - 2.0, start + 2.0),
                ],
                ink,
            );
        });
    }

    /// The height at which a task is.
    pub(super) fn middle_of(&self, program: &Program, task: TaskIndex) -> f64 {
        let node = program.node_of(task);
        match self.scene.rows.is_open(node) {
            true => self.geometry.row_top(self.scene.rows.row_of(task)) + ROW_HEIGHT / 2.0,
            false => self.strip(program, node).middle_of(task),
        }
    }
}
